"""A logo as plain data: shapes in full colours, each filled or drawn with a pen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from kit.model.organisation.colour import PAPER, Rgb
from kit.model.organisation.svg.transform import Rect
from kit.model.organisation.unprintable import EMPTY, Unprintable
from kit.model.organisation.unseen import has_lone_shape, is_white

_MOST: Final = 1e6


class Step(NamedTuple):
    """A step of a path, from the top left: ``m`` and ``l`` x y, ``c`` with its two controls and its end, ``z``."""

    kind: Literal["m", "l", "c", "z"]
    values: tuple[float, ...] = ()


Steps = tuple[Step, ...]
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn (SVG 2, section 13.5): its width, ends, corners, and dashes if it has any."""

    width: float
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter: float = 4
    dash: tuple[float, ...] = ()
    offset: float = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """Something in one colour: filled, or drawn with a pen. ``clips``: only what lies inside all of them is seen."""

    steps: Steps
    colour: Rgb
    pen: Pen | None = None
    even_odd: bool = False
    clips: tuple[Steps, ...] = ()


@dataclass(frozen=True, slots=True)
class Vector:
    """Shapes from (0, 0) to (width, height). ``loses``: something white stood on nothing, which paper does not show."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    loses: bool = False


def cropped(shapes: Iterable[Shape], seen: Rect | None) -> Vector:
    """The shapes without the room around them, and without what lies outside ``seen``. Raises Unprintable."""
    found = list(_inside(shapes, seen))
    kept = list(_inked(found))
    boxes = [_box(shape) for shape in kept]
    if is_white(part for shape in kept for part in shape.colour):
        raise Unprintable(EMPTY)
    left, top = (min(box[i] for box in boxes) for i in (0, 1))
    right, bottom = (max(box[i] for box in boxes) for i in (2, 3))
    if not (0 < right - left < _MOST and 0 < bottom - top < _MOST):
        raise Unprintable(EMPTY)
    loses = has_lone_shape([(_box(shape), shape.colour) for shape in found])
    return Vector(right - left, bottom - top, tuple(_moved(shape, -left, -top) for shape in kept), loses)


def bounds(steps: Steps) -> Rect:
    """The box around a path."""
    points = list(_extremes(steps))
    return Rect(*map(min, zip(*points, strict=True)), *map(max, zip(*points, strict=True)))


def outline(box: Rect) -> Steps:
    """A rectangle."""
    corners = ((box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    return Step("m", (box.left, box.top)), *(Step("l", corner) for corner in corners), Step("z")


def _inside(shapes: Iterable[Shape], seen: Rect | None) -> Iterator[Shape]:
    """What is seen at all; what sticks out of the window is cut off."""
    for shape in shapes:
        box = _box(shape)
        if seen is not None:
            inside = box.within(seen)
            if inside != box:
                shape, box = replace(shape, clips=(*shape.clips, outline(seen))), inside
        if box.width > 0 and box.height > 0:
            yield shape


def _inked(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """The shapes from the first that is not white: paper is white by itself."""
    inked = False
    for shape in shapes:
        inked = inked or shape.colour != PAPER
        if inked:
            yield shape


def _box(shape: Shape) -> Rect:
    """The box around what is seen of a shape."""
    box = bounds(shape.steps)
    if pen := shape.pen:
        half = pen.width / 2 * (math.sqrt(2) if pen.cap == "square" else 1)
        box = Rect(box.left - half, box.top - half, box.right + half, box.bottom + half)
        tips = list(_tips(shape.steps, pen)) if pen.join == "miter" else []
        if tips:
            xs, ys = zip(*tips, strict=True)
            box = Rect(min(box.left, *xs), min(box.top, *ys), max(box.right, *xs), max(box.bottom, *ys))
    for clip in shape.clips:
        box = box.within(bounds(clip))
    return box


def _extremes(steps: Steps) -> Iterator[_Point]:
    """The points of a path that reach furthest."""
    at = (0.0, 0.0)
    for step in steps:
        if step.kind == "z":
            continue
        end = (step.values[-2], step.values[-1])
        if step.kind == "c":
            yield from _bends(at, step.values)
        yield end
        at = end


def _bends(start: _Point, values: tuple[float, ...]) -> Iterator[_Point]:
    """Where a cubic turns back, across or down: where its derivative is nothing."""
    for axis in (0, 1):
        p0, p1, p2, p3 = start[axis], *values[axis::2]
        a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
        for t in _roots(a, b, c):
            if 0 < t < 1:
                yield _on(start, values, t)


def _roots(a: float, b: float, c: float) -> tuple[float, ...]:
    if abs(a) < 1e-12:
        return (-c / b,) if b else ()
    inside = b * b - 4 * a * c
    if inside < 0:
        return ()
    return (-b + math.sqrt(inside)) / (2 * a), (-b - math.sqrt(inside)) / (2 * a)


def _on(start: _Point, values: tuple[float, ...], t: float) -> _Point:
    parts = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    x, y = (sum(part * at for part, at in zip(parts, (start[axis], *values[axis::2]), strict=True)) for axis in (0, 1))
    return x, y


def _tips(steps: Steps, pen: Pen) -> Iterator[_Point]:
    """Where the corners of a line end (SVG 2, section 13.5.5)."""
    for legs in _legs(steps):
        for one, other in pairwise(legs):
            turn = math.remainder(other.leaves - one.arrives, math.tau)
            across = math.cos(turn / 2)
            if across > 1e-6 and 1 / across <= pen.miter:
                away = one.arrives + turn / 2 + math.copysign(math.pi / 2, -turn)
                reach = pen.width / 2 / across
                yield one.end[0] + reach * math.cos(away), one.end[1] + reach * math.sin(away)


class _Leg(NamedTuple):
    """A line or a curve: the directions in which it leaves and arrives, and where."""

    leaves: float
    arrives: float
    end: _Point


def _legs(steps: Steps) -> Iterator[list[_Leg]]:
    """The legs of each part of a path; a closed one ends with its first once more."""
    start = at = (0.0, 0.0)
    legs: list[_Leg] = []
    for step in steps:
        if step.kind == "m":
            yield legs
            legs = []
        points = [at, *zip(step.values[::2], step.values[1::2], strict=True)] if step.values else [at, start]
        if step.kind != "m" and any(point != at for point in points):
            legs.append(_leg(points))
        if step.kind == "z" and legs:
            legs.append(legs[0])
        at = points[-1]
        start = at if step.kind == "m" else start
    yield legs


def _leg(points: list[_Point]) -> _Leg:
    first = next(point for point in points if point != points[0])
    last = next(point for point in reversed(points) if point != points[-1]) if points[-1] != points[0] else points[-2]
    return _Leg(_direction(points[0], first), _direction(last, points[-1]), points[-1])


def _direction(start: _Point, end: _Point) -> float:
    return math.atan2(end[1] - start[1], end[0] - start[0])


def _moved(shape: Shape, x: float, y: float) -> Shape:
    clips = tuple(_steps_moved(clip, x, y) for clip in shape.clips)
    return replace(shape, steps=_steps_moved(shape.steps, x, y), clips=clips)


def _steps_moved(steps: Steps, x: float, y: float) -> Steps:
    return tuple(
        Step(step.kind, tuple(value + (y if i % 2 else x) for i, value in enumerate(step.values))) for step in steps
    )
