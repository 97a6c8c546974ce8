"""Paths: straight pieces and cubic curves, in millimetres from the top-left corner of the sheet.

Everything here is pure: plain values in, plain values out.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from kit.draw.geometry import Box, Circle, Point, Size

KAPPA: Final = 0.5522847498307936
"""A quarter circle as one cubic: the distance of its control points, in radii."""


class Move(NamedTuple):
    """Start a stroke here."""

    x: float
    y: float


class Line(NamedTuple):
    """A straight piece to here."""

    x: float
    y: float


class Curve(NamedTuple):
    """A cubic Bézier piece: two control points and the end."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


class Close(NamedTuple):
    """Back to where this stroke started."""


Segment = Move | Line | Curve | Close
Path = tuple[Segment, ...]


def polyline(points: Iterable[tuple[float, float]], *, closed: bool = False) -> Path:
    """Straight pieces through the points."""
    first, *rest = points
    path: Path = (Move(*first), *(Line(*point) for point in rest))
    return (*path, Close()) if closed else path


def line(x1: float, y1: float, x2: float, y2: float) -> Path:
    """One straight piece."""
    return (Move(x1, y1), Line(x2, y2))


def circle(of: Circle, start: float = 0) -> Path:
    """A closed circle, as four cubics, clockwise; a dash begins in direction ``start``, in degrees from the right."""
    points = [of.at(start + 90 * i) for i in range(5)]
    return (Move(*points[0]), *(_bend(of, a, b) for a, b in itertools.pairwise(points)), Close())


def half_disc(of: Circle, *, upper: bool) -> Path:
    """The closed upper or lower half of a circle."""
    first = 2 if upper else 0
    start = of.at(90 * first)
    return (Move(*start), *_quarters(of, first, 2), Close())


def _quarters(of: Circle, first: int, count: int) -> tuple[Curve, ...]:
    return tuple(_quarter(of, 90 * (first + i)) for i in range(count))


def _quarter(of: Circle, start: float) -> Curve:
    return _bend(of, of.at(start), of.at(start + 90))


def _bend(of: Circle, a: Point, b: Point) -> Curve:
    """The quarter of a circle from a point on it to another."""
    ax, ay = (a.x - of.x) * KAPPA, (a.y - of.y) * KAPPA
    bx, by = (b.x - of.x) * KAPPA, (b.y - of.y) * KAPPA
    return Curve(a.x - ay, a.y + ax, b.x + by, b.y - bx, b.x, b.y)


def rectangle(box: Box) -> Path:
    """A closed rectangle."""
    return polyline(((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)), closed=True)


def rounded(box: Box, r: float) -> Path:
    """A closed rectangle with round corners of radius ``r``, at most half its shorter side."""
    r = min(r, box.width / 2, box.height / 2)
    left, top, right, bottom = box.x + r, box.y + r, box.right - r, box.bottom - r
    corners = (((right, top), -90), ((right, bottom), 0), ((left, bottom), 90), ((left, top), 180))
    path: list[Segment] = []
    for (x, y), start in corners:
        corner = Circle(x, y, r)
        path += [Line(*corner.at(start)), _quarter(corner, start)]
    return (Move(*path[0][:2]), *path[1:], Close())


def ring(of: Circle, thickness: float) -> Path:
    """The band between a circle and one ``thickness`` mm smaller (even-odd filled)."""
    return circle(of) + circle(Circle(of.x, of.y, of.r - thickness))


def bspline(points: Sequence[tuple[float, float]]) -> Path:
    """An open quadratic B-spline through the middles of a polyline (design, section 6). Two points stay straight.

    It starts in the first point and ends in the last.
    """
    if len(points) == 2:
        return polyline(points)
    inner = [Point(*point) for point in points[1:-1]]
    ends = [*(_middle(a, b) for a, b in itertools.pairwise(inner)), Point(*points[-1])]
    return _splines(Point(*points[0]), inner, ends)


def closed_bspline(points: Sequence[tuple[float, float]]) -> Path:
    """A closed quadratic B-spline: every point counts as an inner point."""
    inner = [Point(*point) for point in points]
    ends = [_middle(a, b) for a, b in zip(inner, [*inner[1:], inner[0]], strict=True)]
    return (*_splines(ends[-1], inner, ends), Close())


def _splines(start: Point, controls: Sequence[Point], ends: Sequence[Point]) -> Path:
    path: list[Segment] = [Move(*start)]
    for control, end in zip(controls, ends, strict=True):
        path.append(_quadratic(start, control, end))
        start = end
    return tuple(path)


def _quadratic(start: Point, control: Point, end: Point) -> Curve:
    """A quadratic Bézier raised to a cubic."""
    a = Point(start.x + 2 / 3 * (control.x - start.x), start.y + 2 / 3 * (control.y - start.y))
    b = Point(end.x + 2 / 3 * (control.x - end.x), end.y + 2 / 3 * (control.y - end.y))
    return Curve(*a, *b, *end)


def _middle(a: Point, b: Point) -> Point:
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)


def split(start: Point, curve: Curve, t: float) -> tuple[Curve, Curve]:
    """A curve cut at ``t`` between 0 and 1 (De Casteljau)."""
    points = (start, Point(curve.x1, curve.y1), Point(curve.x2, curve.y2), Point(curve.x, curve.y))
    (first, _, last), (before, after), (cut,) = _casteljau(points, t)
    return Curve(*first, *before, *cut), Curve(*after, *last, *points[-1])


def _casteljau(points: Sequence[Point], t: float) -> Iterator[list[Point]]:
    """Points at ``t`` between each two of the points before, until one is left."""
    while len(points) > 1:
        points = [Point(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)) for a, b in itertools.pairwise(points)]
        yield points


def placed(path: Path, scale: float, x: float, y: float) -> Path:
    """The path scaled around (0, 0), then moved to (x, y)."""
    return tuple(_moved(segment, scale, x, y) for segment in path)


def _moved(segment: Segment, scale: float, x: float, y: float) -> Segment:
    values = [value * scale + (y if i % 2 else x) for i, value in enumerate(segment)]
    return type(segment)(*values)


def turned(path: Path, within: Size) -> Path:
    """The path when what it stands in, of a size, is turned half a turn."""
    return placed(path, -1, within.width, within.height)


def bounds(path: Path) -> Box:
    """The box around all points of a path, control points included."""
    values = [(segment[i], segment[i + 1]) for segment in path for i in range(0, len(segment), 2)]
    xs, ys = [x for x, _ in values], [y for _, y in values]
    return Box.between(min(xs), min(ys), max(xs), max(ys))


def samples(path: Path, count: int = 10) -> list[Point]:
    """Points along a path: ``count`` on each curve, the ends of each straight piece."""
    points: list[Point] = []
    here = start = Point(0, 0)
    for segment in path:
        if isinstance(segment, Curve):
            points += _on_curve(here, segment, count)
        elif isinstance(segment, Close):
            points.append(start)
        else:
            points.append(Point(*segment))
        here = points[-1]
        start = here if isinstance(segment, Move) else start
    return points


def _on_curve(start: Point, curve: Curve, count: int) -> list[Point]:
    """So many points on a curve, the last at its end."""
    x0, y0 = start
    x1, y1, x2, y2, x3, y3 = curve
    return [
        Point(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3) for a, b, c, d in _weights(count)
    ]


@cache
def _weights(count: int) -> tuple[tuple[float, float, float, float], ...]:
    """How much each of the four points of a curve counts, at even steps along it (Bernstein)."""
    steps = [(i / count, 1 - i / count) for i in range(1, count + 1)]
    return tuple((u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t) for t, u in steps)


def length(path: Path) -> float:
    """The length of a path in mm, curves measured along 16 chords."""
    total, here, start = 0.0, Point(0, 0), Point(0, 0)
    for segment in path:
        points = samples((Move(*here), segment), 16)[1:] if isinstance(segment, Curve) else [_end(segment, start)]
        if isinstance(segment, Move):
            here = start = points[-1]
            continue
        for point in points:
            total += here.to(point)
            here = point
    return total


def _end(segment: Segment, start: Point) -> Point:
    return start if isinstance(segment, Close) else Point(segment[-2], segment[-1])


def fitted_dash(path: Path, dash: Sequence[float]) -> tuple[float, ...]:
    """The dash stretched a little, so that a closed path has no seam and an open one begins and ends with a dash."""
    if not dash:
        return ()
    period, whole = sum(dash), length(path)
    closed = isinstance(path[-1], Close)
    last = 0 if closed else dash[0]
    count = max(round((whole - last) / period), 1)
    scale = whole / (count * period + last)
    return tuple(part * scale for part in dash) if 0.5 < scale < 2 else tuple(dash)
