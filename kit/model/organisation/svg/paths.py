"""The outlines of SVG's shapes as steps. Only this module knows the library that reads paths."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from kit.model.organisation.svg.drawing import Step, Steps
from kit.model.organisation.svg.transform import NUMBER, Matrix, length, number
from kit.model.organisation.unprintable import BROKEN, BUSY, Unprintable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SHAPES: Final = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})

MOST_STEPS: Final = 20_000
"""A logo has some hundred steps; more than this is a drawing."""

_TAKES: Final = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
_SPACE: Final = re.compile(r"[\s,]*")
_FLAG: Final = re.compile("[01]")


class Relative(Exception):  # noqa: N818 (no error: such a shape is drawn as dots)
    """A shape in shares of the window."""


def outline_of(element: Element) -> Steps:
    """The outline of a shape; empty where there is nothing to draw. Raises Unprintable and Relative."""
    from svg.path import parse_path

    written = _path(element)
    try:
        return tuple(_steps(parse_path(written))) if written else ()
    except (ValueError, ArithmeticError, IndexError, TypeError) as problem:
        raise Unprintable(BROKEN) from problem


def steps_in(element: Element) -> int:
    """How many steps a shape has, counted before any of them is made. Raises Unprintable."""
    match element.tag:
        case "path":
            return sum(4 if command in "aA" else 1 for command, _ in _commands(element.get("d", "")))
        case "polyline" | "polygon":
            return len([number(found) for found in NUMBER.findall(element.get("points", ""))]) // 2
    return 4


def moved(steps: Steps, matrix: Matrix) -> Steps:
    """The steps, as a matrix moves them."""
    return tuple(
        Step(
            step.kind,
            tuple(v for x, y in zip(step.values[::2], step.values[1::2], strict=True) for v in matrix.at(x, y)),
        )
        for step in steps
    )


def reach(steps: Steps) -> float:
    """How long a path is at most: by way of its control points."""
    total, at = 0.0, (0.0, 0.0)
    for step in steps:
        for point in zip(step.values[::2], step.values[1::2], strict=True):
            total += math.dist(at, point) if step.kind != "m" else 0
            at = point
    return total


def _path(element: Element) -> str:
    """The shape as a path that leaves nothing to the reader: one command a step, spaces between numbers."""
    own = element.attrib
    match element.tag:
        case "path":
            return " ".join(
                f"{command} {' '.join(f'{value:.17g}' for value in values)}"
                for command, values in _commands(own.get("d", ""))
            )
        case "polyline" | "polygon":
            points = [number(found) for found in NUMBER.findall(own.get("points", ""))]
            pairs = [f"{x!r} {y!r}" for x, y in zip(points[::2], points[1::2], strict=False)]
            return f"M {' L '.join(pairs)}{' Z' if element.tag == 'polygon' else ''}" if len(pairs) > 1 else ""
        case "line":
            x1, y1, x2, y2 = (_length(own, name) for name in ("x1", "y1", "x2", "y2"))
            return f"M {x1!r} {y1!r} L {x2!r} {y2!r}"
        case "rect":
            return _rectangle(own)
    rx, ry = (_length(own, "r"),) * 2 if element.tag == "circle" else _radii(own)
    x, y = _length(own, "cx"), _length(own, "cy")
    if rx <= 0 or ry <= 0:
        return ""
    arc = f"A {rx!r} {ry!r} 0.0"
    around = ((x, y + ry), (x - rx, y), (x, y - ry), (x + rx, y))
    return f"M {x + rx!r} {y!r} " + " ".join(f"{arc} 0 1 {to[0]!r} {to[1]!r}" for to in around) + " Z"


def _rectangle(own: Mapping[str, str]) -> str:
    x, y, width, height = (_length(own, name) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return ""
    rx, ry = (min(radius, side / 2) for radius, side in zip(_radii(own), (width, height), strict=True))
    right, bottom = x + width, y + height
    if rx <= 0 or ry <= 0:
        return f"M {x!r} {y!r} L {right!r} {y!r} L {right!r} {bottom!r} L {x!r} {bottom!r} Z"
    arc = f"A {rx!r} {ry!r} 0.0 0 1"
    return (
        f"M {x + rx!r} {y!r} L {right - rx!r} {y!r} {arc} {right!r} {y + ry!r} L {right!r} {bottom - ry!r} "
        f"{arc} {right - rx!r} {bottom!r} L {x + rx!r} {bottom!r} {arc} {x!r} {bottom - ry!r} "
        f"L {x!r} {y + ry!r} {arc} {x + rx!r} {y!r} Z"
    )


def _radii(own: Mapping[str, str]) -> tuple[float, float]:
    """``rx`` and ``ry``: each is the other's where it is not given (SVG 2, section 10.2)."""
    known = [own.get(name, "auto").strip() for name in ("rx", "ry")]
    rx, ry = (known[0], known[1]) if "auto" not in known else (max(known, key=lambda v: v != "auto"),) * 2
    return (0.0, 0.0) if rx == "auto" else (_length({"r": rx}, "r"), _length({"r": ry}, "r"))


def _length(own: Mapping[str, str], name: str) -> float:
    found = length(own.get(name) or "0")
    if found is None:
        raise Relative(name)
    return found


def _commands(written: str) -> Iterator[tuple[str, list[float]]]:
    """Each step with its numbers, as many as it takes (SVG 2, section 9.3). Raises Unprintable."""
    end, command, count = _skipped(written, 0), "", 0
    while end < len(written):
        if written[end].lower() in _TAKES:
            command, end = written[end], _skipped(written, end + 1)
        elif not command or command in "zZ":
            raise Unprintable(BROKEN)
        values, end = _values(written, end, command)
        count += 1
        if count > MOST_STEPS:
            raise Unprintable(BUSY)
        if count == 1 and command not in "mM":
            raise Unprintable(BROKEN)
        yield command, values
        command = {"m": "l", "M": "L"}.get(command, command)


def _values(written: str, end: int, command: str) -> tuple[list[float], int]:
    values: list[float] = []
    for i in range(_TAKES[command.lower()]):
        found = (_FLAG if command in "aA" and i in (3, 4) else NUMBER).match(written, end)
        if not found:
            raise Unprintable(BROKEN)
        values.append(number(found[0]))
        end = _skipped(written, found.end())
    return values, end


def _skipped(written: str, start: int) -> int:
    found = _SPACE.match(written, start)
    return found.end() if found else start


def _steps(path: Any) -> Iterator[Step]:
    at, kind = 0j, ""
    for part in path:
        before, kind = kind, type(part).__name__
        if before == "Close" and kind not in ("Move", "Close"):
            yield Step("m", (at.real, at.imag))
        match kind:
            case "Move":
                yield _step("m", part.end)
            case "Line":
                yield _step("l", part.end)
            case "Close":
                yield Step("z")
            case "CubicBezier":
                yield _step("c", part.control1, part.control2, part.end)
            case "QuadraticBezier":
                # Each control lies two thirds of the way to the one of the curve.
                controls = ((point + 2 * part.control) / 3 for point in (part.start, part.end))
                yield _step("c", *controls, part.end)
            case _:
                yield from _arc(part)
        at = part.end


def _step(kind: Any, *points: complex) -> Step:
    return Step(kind, tuple(value for point in points for value in (point.real, point.imag)))


def _arc(arc: Any) -> Iterator[Step]:
    """An arc of an ellipse in cubics of a quarter at most."""
    if arc.start == arc.end:
        return
    if not arc.radius.real or not arc.radius.imag:
        yield _step("l", arc.end)
        return
    parts = max(1, math.ceil(abs(arc.delta) / 90 - 1e-9))
    part = math.radians(arc.delta) / parts
    hold = 4 / 3 * math.tan(part / 4)
    turn = complex(math.cos(math.radians(arc.rotation)), math.sin(math.radians(arc.rotation)))
    radius = arc.radius * arc.radius_scale

    def placed(across: float, down: float) -> complex:
        return complex(arc.center + turn * complex(radius.real * across, radius.imag * down))

    for i in range(parts):
        one, other = (math.radians(arc.theta) + part * k for k in (i, i + 1))
        cos1, sin1, cos2, sin2 = math.cos(one), math.sin(one), math.cos(other), math.sin(other)
        end = arc.end if i == parts - 1 else placed(cos2, sin2)
        yield _step(
            "c", placed(cos1 - hold * sin1, sin1 + hold * cos1), placed(cos2 + hold * sin2, sin2 - hold * cos2), end
        )
