"""Shapes out of an SVG file: paths in plain colours, and nothing else. Nothing in it is run or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from kit.diagnostics import Value
from kit.model.colour import Rgb, mixed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_BYTES: Final = 500_000
MOST_STEPS: Final = 20_000
MOST_DEPTH: Final = 50
"""A logo has some hundred steps; more than this is a drawing."""

_START: Final = re.compile(
    rb"(?:<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>|\s)*<(?:\w+:)?svg[\s>]", re.DOTALL
)
_BYTE_ORDER: Final = b"\xef\xbb\xbf"
_NAMESPACE: Final = "{http://www.w3.org/2000/svg"
_UNTOLD: Final = frozenset({"title", "desc", "metadata"})
_GROUPS: Final = frozenset({"svg", "g", "defs", "style", "a"})
_SHAPES: Final = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_FETCHING: Final = re.compile(r"url\s*\(|@import|javascript:", re.IGNORECASE)
_THROUGH: Final = ("opacity", "fill-opacity", "stroke-opacity")
_BROKEN: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError)
"""What a library raises that trusts its input."""


class Step(NamedTuple):
    """A step of a path, from the top left: ``m`` and ``l`` x y, ``c`` with its two controls and its end, ``z``."""

    kind: Literal["m", "l", "c", "z"]
    values: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """Something in one colour: filled, or drawn with a pen of ``width`` (0: filled)."""

    steps: tuple[Step, ...]
    colour: Rgb
    width: float = 0
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Vector:
    """Shapes from (0, 0) to (width, height)."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


class Unprintable(Exception):  # noqa: N818 (what is wrong is the user's file, and the diagnostic says it)
    """A file that is no logo; ``code`` and ``values`` say why."""

    def __init__(self, code: str, **values: Value) -> None:  # noqa: D107
        self.code = code
        self.values = values
        super().__init__(code)


def is_svg(raw: bytes) -> bool:
    """Whether a file begins as an SVG does."""
    return bool(_START.match(raw.removeprefix(_BYTE_ORDER)))


def shapes_of(raw: bytes) -> Vector:
    """What an SVG shows, without the room around it. Raises Unprintable."""
    if len(raw) > MOST_BYTES:
        raise Unprintable("logo-busy")
    for element, hidden in _elements(raw):
        _check(element, hidden=hidden)
    shapes = tuple(_shapes(raw))
    if not shapes:
        raise Unprintable("logo-empty")
    if sum(len(shape.steps) for shape in shapes) > MOST_STEPS:
        raise Unprintable("logo-busy")
    return _cropped(shapes)


def _elements(raw: bytes) -> Iterator[tuple[Element, bool]]:
    """Each element, and whether it stands among the definitions, which are not shown by themselves."""
    from xml.etree import ElementTree

    if b"<!ENTITY" in raw:
        raise Unprintable("logo-svg", what="<!ENTITY>")
    inside: list[str] = []
    try:
        for event, element in ElementTree.iterparse(BytesIO(raw), ("start", "end")):
            if event == "start":
                inside.append(_name(element))
            else:
                inside.pop()
                yield element, "defs" in inside
            if len(inside) > MOST_DEPTH:
                raise Unprintable("logo-busy")
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        raise Unprintable("logo-broken") from problem


def _name(element: Element) -> str:
    """The name of an element; nothing for one of another program, such as Inkscape."""
    namespace, _, name = str(element.tag).rpartition("}")
    return name if namespace in ("", _NAMESPACE) else ""


def _check(element: Element, *, hidden: bool) -> None:
    """Refuse what is more than shapes in plain colours."""
    name = _name(element)
    if not name or name in _UNTOLD:
        return
    if not hidden and name not in _GROUPS | _SHAPES:
        raise Unprintable("logo-svg", what=f"<{name}>")
    written = (element.text or "") if name == "style" else ""
    styles = "; ".join([*element.attrib.values(), written])
    if not hidden or name == "style":
        if found := _FETCHING.search(styles):
            raise Unprintable("logo-svg", what=found[0])
        for key in _THROUGH:
            if _is_through(element.get(key, "")) or _is_through(_styled(styles, key)):
                raise Unprintable("logo-svg", what=key)


def _styled(styles: str, key: str) -> str:
    found = re.search(rf"(?:^|[\s;{{\"]){key}\s*:\s*([^;}}]+)", styles)
    return found[1] if found else ""


def _is_through(value: str) -> bool:
    return bool(value.strip()) and value.strip() not in ("1", "1.0", "100%")


def _shapes(raw: bytes) -> Iterator[Shape]:
    from svgelements import SVG
    from svgelements import Path as Outline
    from svgelements import Shape as Drawn

    try:
        for element in SVG.parse(BytesIO(raw), reify=True).elements():
            if isinstance(element, Drawn) and element.values.get("display") != "none":
                yield from _drawn(element, Outline(element))
    except _BROKEN as problem:
        raise Unprintable("logo-broken") from problem


def _drawn(element: Any, outline: Any) -> Iterator[Shape]:
    outline.approximate_arcs_with_cubics()
    steps = tuple(_steps(outline))
    if len(steps) < 2:
        return
    # A straight line has no inside, although the library gives it one in black.
    if (fill := _colour(element.fill)) is not None and type(element).__name__ != "SimpleLine":
        yield Shape(steps, fill, 0, element.values.get("fill-rule") == "evenodd")
    if (pen := _colour(element.stroke)) is not None and element.stroke_width:
        yield Shape(steps, pen, float(element.stroke_width))


def _colour(found: Any) -> Rgb | None:
    """A colour on white, if it is one that is seen."""
    if found is None or found.value is None or not found.alpha:
        return None
    return mixed(Rgb(found.red, found.green, found.blue), found.alpha / 255)


def _steps(outline: Any) -> Iterator[Step]:
    for part in outline:
        kind, end = type(part).__name__, part.end
        if kind == "Move":
            yield Step("m", (end.x, end.y))
        elif kind == "Line":
            yield Step("l", (end.x, end.y))
        elif kind == "Close":
            yield Step("z")
        elif kind == "CubicBezier":
            yield Step("c", (part.control1.x, part.control1.y, part.control2.x, part.control2.y, end.x, end.y))
        else:
            # Quadratic: each control lies two thirds of the way to the one of the curve.
            control = part.control
            first, second = (((at.x + 2 * control.x) / 3, (at.y + 2 * control.y) / 3) for at in (part.start, end))
            yield Step("c", (*first, *second, end.x, end.y))


def _cropped(shapes: tuple[Shape, ...]) -> Vector:
    """The shapes without the room around them."""
    boxes = [_bounds(shape) for shape in shapes]
    left, top = (min(box[i] for box in boxes) for i in (0, 1))
    right, bottom = (max(box[i] for box in boxes) for i in (2, 3))
    if not (0 < right - left < 1e6 and 0 < bottom - top < 1e6):
        raise Unprintable("logo-empty")
    moved = (replace(shape, steps=tuple(_moved(shape.steps, left, top))) for shape in shapes)
    return Vector(right - left, bottom - top, tuple(moved))


def _bounds(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the points of a shape and of its pen."""
    xs = [value for step in shape.steps for value in step.values[::2]]
    ys = [value for step in shape.steps for value in step.values[1::2]]
    half = shape.width / 2
    return min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half


def _moved(steps: tuple[Step, ...], left: float, top: float) -> Iterator[Step]:
    for step in steps:
        yield Step(step.kind, tuple(value - (top if i % 2 else left) for i, value in enumerate(step.values)))
