"""The border network in all ten layouts (design, section 11)."""

import math
from collections.abc import Iterable
from itertools import pairwise

import pytest

from kit.draw.bubbles.borders import network
from kit.draw.bubbles.layouts import LAYOUTS, RESERVED, Bubbles, link_ends
from kit.draw.geometry import Box, Circle, Point
from kit.draw.paths import Curve, Path, samples

TOLERANCE = 0.01
PAGE = Box.between(9, 9, 411, 288)

every = pytest.mark.parametrize("bubbles", LAYOUTS.values(), ids=LAYOUTS.keys())


def ring(bubbles: Bubbles) -> list[Point]:
    """Points along the whole ring."""
    return [point for arc in network(bubbles, RESERVED).ring for point in samples(arc, 40)]


def pairs(bubbles: Bubbles) -> list[tuple[Circle, Circle]]:
    """Each neighbour with the next."""
    return list(zip(bubbles.neighbours, (*bubbles.neighbours[1:], bubbles.neighbours[0]), strict=True))


def ends(path: Path) -> tuple[Point, Point]:
    points = samples(path)
    return points[0], points[-1]


def gap(point: Point, circles: Iterable[Circle]) -> float:
    return min(point.to(of.centre) - of.r for of in circles)


def crossings(start: Point, end: Point, points: list[Point]) -> int:
    """How often a straight line crosses a chain of points."""

    def side(a: Point, b: Point, c: Point) -> bool:
        return (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x)

    return sum(
        side(start, end, a) != side(start, end, b) and side(a, b, start) != side(a, b, end) for a, b in pairwise(points)
    )


@every
def test_no_border_comes_near_a_circle(bubbles: Bubbles) -> None:
    found = network(bubbles, RESERVED)
    for border in (*found.ring, *found.spokes):
        assert min(gap(point, bubbles.all) for point in samples(border, 50)) >= 2.6 - TOLERANCE


@every
def test_the_ring_is_closed_and_goes_once_around_the_centre(bubbles: Bubbles) -> None:
    arcs = network(bubbles, RESERVED).ring
    assert len(arcs) == len(bubbles.neighbours)
    for arc, following in zip(arcs, (*arcs[1:], arcs[0]), strict=True):
        assert ends(arc)[1] == pytest.approx(ends(following)[0])
    x, y = bubbles.centre.centre
    angles = [math.atan2(point.y - y, point.x - x) for point in ring(bubbles)]
    turn = sum((b - a + math.pi) % math.tau - math.pi for a, b in pairwise([*angles, angles[0]]))
    assert turn == pytest.approx(math.tau)


@every
def test_every_link_crosses_the_ring_once_and_no_spoke(bubbles: Bubbles) -> None:
    around = ring(bubbles)
    spokes = [samples(spoke, 40) for spoke in network(bubbles, RESERVED).spokes]
    for of in bubbles.neighbours:
        assert crossings(*link_ends(bubbles, of), around) == 1
        assert sum(crossings(*link_ends(bubbles, of), spoke) for spoke in spokes) == 0


@every
def test_a_spoke_starts_on_the_ring_and_passes_between_two_neighbours(bubbles: Bubbles) -> None:
    found = network(bubbles, RESERVED)
    for arc, spoke, (a, b) in zip(found.ring, found.spokes, pairs(bubbles), strict=True):
        assert ends(spoke)[0] == pytest.approx(ends(arc)[0])
        outwards = [point.to(bubbles.centre.centre) for point in samples(spoke)]
        assert outwards[-1] > outwards[0]
        assert sorted(bubbles.neighbours, key=lambda of: gap(ends(spoke)[1], [of]))[:2] in ([a, b], [b, a])


@every
def test_a_spoke_ends_in_the_open_or_before_something(bubbles: Bubbles) -> None:
    reach = 40 if len(bubbles.neighbours) <= 5 else 17
    for spoke, (a, b) in zip(network(bubbles, RESERVED).spokes, pairs(bubbles), strict=True):
        end = ends(spoke)[1]
        edge = min(end.x - PAGE.x, end.y - PAGE.y, PAGE.right - end.x, PAGE.bottom - end.y)
        before = min(box.distance(end) for box in RESERVED) - 4
        beyond = gap(end, bubbles.all) - reach
        assert edge >= 0
        assert before >= 0
        assert beyond <= 0.01 or a.centre.to(b.centre) - a.r - b.r > 2 * reach
        assert beyond >= -0.01 or edge <= 0.5 or before <= 0.5


@every
def test_no_border_enters_what_is_reserved_or_leaves_the_page(bubbles: Bubbles) -> None:
    found = network(bubbles, RESERVED)
    for border in (*found.ring, *found.spokes):
        for point in samples(border, 30):
            assert PAGE.distance(point) == 0
            assert min(box.distance(point) for box in RESERVED) >= 3.5


def test_borders_are_cut_away_before_a_place_that_is_reserved() -> None:
    bubbles = LAYOUTS["8A"]
    free = network(bubbles, ())
    in_the_way = Box(255, 10, 14, 30)
    cut = network(bubbles, (in_the_way,))
    assert [a == b for a, b in zip(free.spokes, cut.spokes, strict=True)] == [False] + 7 * [True]
    assert 4 <= in_the_way.distance(ends(cut.spokes[0])[1]) <= 4.5


@every
def test_borders_are_bent_where_there_is_room(bubbles: Bubbles) -> None:
    """A map, not a diagram: a spoke swings to both sides of the straight line between its ends."""
    swung = 0
    for spoke in network(bubbles, RESERVED).spokes:
        (ax, ay), (bx, by) = ends(spoke)
        offs = [
            ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / math.hypot(bx - ax, by - ay) for x, y in samples(spoke, 20)
        ]
        swung += min(offs) < -0.5 and max(offs) > 0.5
    assert swung == len(bubbles.neighbours)


@every
def test_a_border_has_no_kink(bubbles: Bubbles) -> None:
    found = network(bubbles, RESERVED)
    start = ends(found.ring[0])[0]
    for border in (tuple(piece for arc in found.ring for piece in arc), *found.spokes):
        here = start
        leaving = None
        for piece in border:
            if isinstance(piece, Curve):
                arriving = math.atan2(piece.y1 - here.y, piece.x1 - here.x)
                if leaving is not None:
                    assert math.cos(arriving - leaving) == pytest.approx(1, abs=1e-6)
                leaving = math.atan2(piece.y - piece.y2, piece.x - piece.x2)
            here = Point(*piece[-2:])


def test_a_network_is_made_once() -> None:
    assert network(LAYOUTS["8A"], RESERVED) is network(LAYOUTS["8A"], RESERVED)
