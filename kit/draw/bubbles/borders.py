"""The border network of the bubble sheet: a ring around the own municipality and spokes between its neighbours.

Design, section 11. The raw edges are those of the power diagram of the circles (Aurenhammer 1987): the points that
have equal power, squared distance minus squared radius, to two circles and less to none. They become a map by bends,
a B-spline, and a check that the border stays clear of every circle. Lengths in mm.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from kit.draw.bubbles.layouts import Bubbles
from kit.draw.geometry import Box, Circle, Point
from kit.draw.paths import Curve, Move, Path, Segment, bounds, bspline, closed_bspline, line, samples, split

PAGE: Final = Box.between(9, 9, 411, 288)
"""Where borders end at the edge of the sheet."""

CLEARANCE: Final = 2.6
"""Between a border and a circle."""

BEND: Final = 5
"""How far a border swings to either side of its raw edge, where there is room."""

STRAIGHT_RING: Final = 24
STRAIGHT_SPOKE: Final = 14
"""Edges up to this length do not bend."""

LENGTH_OF_BEND: Final = 8
"""A spoke this many times as long as its bend is wide still looks like a border; a shorter one curls."""

BESIDE_SEAM: Final = 1.0
"""Between a border and a seam that it does not cross."""

BEYOND: Final = 17
BEYOND_FEW: Final = 40
FEW: Final = 5
"""A spoke ends this far beyond its two circles; further with few neighbours."""

BEFORE_RESERVED: Final = 4
STEP: Final = 0.5
SAMPLES: Final = 20
"""Points on each piece of a curve that are checked. The design's ten miss up to 0.05 mm."""

_FAR: Final = 1000
_PARALLEL: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Network:
    """The ring, as one arc from each corner to the next, and the spokes, each from its corner outwards.

    Both run clockwise from north. With a path of its own between corners, each arc begins and ends with a whole dash,
    so that three borders meet in ink and not in a gap.
    """

    ring: tuple[Path, ...]
    spokes: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A raw edge: from ``first`` to ``last`` mm along its direction, measured from its narrowest spot.

    That is where it crosses the line of centres.
    """

    crossing: Point
    direction: Point
    first: float
    last: float

    def at(self, distance: float) -> Point:
        """The point at a distance along the edge."""
        return _moved(self.crossing, self.direction, distance)


@cache
def network(bubbles: Bubbles, reserved: tuple[Box, ...], seam: float | None = None) -> Network:
    """The borders of a layout, cut away before the reserved rectangles.

    ``seam``: the x at which the sheet is put together; a spoke that begins and ends on one side of it stays there.

    Every neighbour must share an edge with the centre in the power diagram; in the fixed layouts each does.
    """
    edges = [_edge(bubbles.centre, of, bubbles.all) for of in bubbles.neighbours]
    corners = [edge.at(edge.last) for edge in edges]
    ring = _ring(corners, bubbles.all)
    pairs = zip((samples(arc, 1)[0] for arc in ring), _spoke_ends(bubbles, reserved), strict=True)
    spokes = (_spoke(start, end, _side(i), bubbles.all, seam) for i, (start, end) in enumerate(pairs))
    return Network(ring, tuple(spokes))


def _edge(a: Circle, b: Circle, circles: Iterable[Circle]) -> _Edge:
    """The raw edge between two circles; its direction is a quarter turn clockwise from that of a to b."""
    whole = a.centre.to(b.centre)
    crossing = a.centre.toward(b.centre, (whole**2 + a.r**2 - b.r**2) / (2 * whole))
    direction = Point((a.y - b.y) / whole, (b.x - a.x) / whole)
    first, last = -float(_FAR), float(_FAR)
    for other in circles:
        slope = 2 * ((other.x - a.x) * direction.x + (other.y - a.y) * direction.y)
        if abs(slope) > _PARALLEL:
            cut = (_power(crossing, other) - _power(crossing, a)) / slope
            first, last = (first, min(last, cut)) if slope > 0 else (max(first, cut), last)
    return _Edge(crossing, direction, first, last)


def _power(point: Point, of: Circle) -> float:
    return point.to(of.centre) ** 2 - of.r**2


def _ring(corners: Sequence[Point], circles: Sequence[Circle]) -> tuple[Path, ...]:
    """The arcs of one closed curve through the edges around the centre, each edge as bent as the circles allow."""
    ends = list(zip(corners, (*corners[1:], corners[0]), strict=True))
    bends = [BEND if a.to(b) > STRAIGHT_RING else 0 for a, b in ends]
    while True:
        bent = [_bent(a, b, _side(i) * bends[i]) if a.to(b) > STRAIGHT_RING else () for i, (a, b) in enumerate(ends)]
        arcs = _arcs(corners, bent)
        tight = {i for i, arc in enumerate(arcs) if _tight(arc, circles)}
        if not any(bends[i] for i in tight):
            return arcs
        bends = [max(bend - 1, 0) if i in tight else bend for i, bend in enumerate(bends)]


def _arcs(corners: Sequence[Point], bent: Sequence[Sequence[Point]]) -> tuple[Path, ...]:
    """A closed B-spline through corners and bends, cut where it is nearest to each corner."""
    points = [point for corner, bends in zip(corners, bent, strict=True) for point in (corner, *bends)]
    arcs: list[list[Segment]] = []
    arc: list[Segment] = []
    for point, (start, curve) in zip(points, _pieces(closed_bspline(points)), strict=True):
        if point in corners:
            before, after = _cut(start, curve, point)
            arcs.append([*arc, before])
            arc = [Move(before.x, before.y), after]
        else:
            arc.append(curve)
    (end,), *whole = arcs
    return tuple(tuple(arc) for arc in (*whole, [*arc, end]))


def _cut(start: Point, curve: Curve, corner: Point) -> tuple[Curve, Curve]:
    """A piece of the ring cut where it is nearest to its corner."""
    inside = samples((Move(*start), curve), SAMPLES)[1:-1]
    nearest = min(range(len(inside)), key=lambda i: corner.to(inside[i]))
    return split(start, curve, (nearest + 1) / SAMPLES)


def _spoke(start: Point, end: Point, side: int, circles: Sequence[Circle], seam: float | None) -> Path:
    """A curve from the ring outwards, as bent as the circles allow."""
    if start.to(end) <= STRAIGHT_SPOKE:
        return bspline((start, end))
    most = min(BEND, int(start.to(end) / LENGTH_OF_BEND))
    paths = (bspline((start, *_bent(start, end, side * bend), end)) for bend in range(most, -1, -1))
    *bent, straight = paths
    return next((path for path in bent if not (_tight(path, circles) or _wavers(path, seam))), straight)


def _wavers(path: Path, seam: float | None) -> bool:
    """Whether a border comes near a seam, or crosses it, that lies beside the straight line between its ends."""
    if seam is None:
        return False
    away = [point.x - seam for point in samples(path, SAMPLES)]
    return away[0] * away[-1] > 0 and min(one * away[-1] for one in away) < BESIDE_SEAM * abs(away[-1])


def _spoke_ends(bubbles: Bubbles, reserved: Collection[Box]) -> Iterator[Point]:
    """Where the spoke between each neighbour and the next ends."""
    neighbours = bubbles.neighbours
    beyond = BEYOND_FEW if len(neighbours) <= FEW else BEYOND
    for a, b in zip(neighbours, (*neighbours[1:], neighbours[0]), strict=True):
        yield _spoke_end(_edge(b, a, bubbles.all), (a, b), beyond, reserved)


def _spoke_end(edge: _Edge, pair: tuple[Circle, Circle], beyond: float, reserved: Collection[Box]) -> Point:
    """Walk along an edge until it is out in the open between its two circles, or until something is in the way."""
    last = min(edge.last, max(_leaves(edge, of, beyond) for of in pair))
    walked = bounds(line(*edge.at(edge.first), *edge.at(last))).inset(-BEFORE_RESERVED)
    near = [box for box in reserved if box.overlaps(walked)]
    distance = edge.first
    while distance < last and _free(edge.at(min(distance + STEP, last)), near):
        distance += STEP
    return edge.at(min(distance, last))


def _leaves(edge: _Edge, of: Circle, beyond: float) -> float:
    """Where along an edge the distance to a circle beside it becomes ``beyond``."""
    return math.sqrt(max((of.r + beyond) ** 2 - edge.crossing.to(of.centre) ** 2, 0))


def _free(point: Point, reserved: Iterable[Box]) -> bool:
    return PAGE.distance(point) == 0 and all(box.distance(point) >= BEFORE_RESERVED for box in reserved)


def _gap(point: Point, circles: Iterable[Circle]) -> float:
    return min(math.hypot(point.x - of.x, point.y - of.y) - of.r for of in circles)


def _tight(path: Path, circles: Iterable[Circle]) -> bool:
    """Whether a border comes too near to a circle."""
    around = bounds(path).inset(-CLEARANCE)
    near = [of for of in circles if of.box.overlaps(around)]
    return any(_gap(point, near) < CLEARANCE for point in samples(path, SAMPLES)) if near else False


def _bent(a: Point, b: Point, bend: float) -> tuple[Point, Point]:
    """The points at a third and two thirds from a to b, moved to the right and to the left of that direction."""
    whole = a.to(b)
    right = Point((a.y - b.y) / whole, (b.x - a.x) / whole)
    return _moved(a.toward(b, whole / 3), right, bend), _moved(a.toward(b, whole * 2 / 3), right, -bend)


def _moved(point: Point, direction: Point, distance: float) -> Point:
    return Point(point.x + direction.x * distance, point.y + direction.y * distance)


def _side(i: int) -> int:
    """Every other edge bends the other way."""
    return 1 if i % 2 else -1


def _pieces(path: Path) -> Iterator[tuple[Point, Curve]]:
    """Each curve of a B-spline with its start."""
    for before, segment in pairwise(path):
        if isinstance(segment, Curve) and isinstance(before, Curve | Move):
            yield Point(before.x, before.y), segment
