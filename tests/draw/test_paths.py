import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.draw.geometry import Box, Circle, Point
from kit.draw.paths import (
    Close,
    Curve,
    Move,
    Path,
    bounds,
    bspline,
    circle,
    closed_bspline,
    half_disc,
    length,
    line,
    placed,
    polyline,
    ring,
    rounded,
    samples,
    split,
)

mm = st.floats(-500, 500)
points = st.lists(st.tuples(mm, mm), min_size=3, max_size=8, unique=True)


def test_a_circle_is_closed_and_round() -> None:
    of = Circle(30, 40, 12)
    path = circle(of)
    assert isinstance(path[-1], Close)
    for point in samples(path, 20):
        assert point.to(of.centre) == pytest.approx(12, abs=0.004)
    assert length(path) == pytest.approx(2 * math.pi * 12, rel=0.002)


@pytest.mark.parametrize("upper", [True, False])
def test_a_half_disc_lies_on_its_own_side(upper: bool) -> None:
    ys = [point.y for point in samples(half_disc(Circle(0, 0, 5), upper=upper))]
    assert (min(ys), max(ys)) == pytest.approx((-5, 0) if upper else (0, 5), abs=1e-6)


def test_a_rounded_box_fills_its_box_and_its_corners_never_exceed_half_a_side() -> None:
    box = Box(10, 20, 30, 8)
    assert bounds(rounded(box, 4.5)) == Box(10, 20, 30, 8)
    assert length(rounded(Box(0, 0, 20, 20), 99)) == pytest.approx(2 * math.pi * 10, rel=0.002)


@pytest.mark.parametrize("start", [0, 90, 172.5])
def test_a_circle_begins_where_it_is_told_to(start: float) -> None:
    of = Circle(20, 30, 9)
    path = circle(of, start)
    assert path[0] == Move(*of.at(start))
    assert all(of.centre.to(point) == pytest.approx(9, rel=3e-4) for point in samples(path))
    assert path[-2][-2:] == pytest.approx(of.at(start))


def test_a_ring_is_a_circle_with_a_circle_cut_out() -> None:
    assert ring(Circle(0, 0, 10), 4) == circle(Circle(0, 0, 10)) + circle(Circle(0, 0, 6))


@given(points)
def test_an_open_spline_runs_from_the_first_point_to_the_last(through: list[tuple[float, float]]) -> None:
    path = bspline(through)
    assert tuple(path[0]) == pytest.approx(through[0])
    assert tuple(path[-1][-2:]) == pytest.approx(through[-1])


@given(points)
def test_a_spline_stays_within_the_box_of_its_points(through: list[tuple[float, float]]) -> None:
    hull = bounds(polyline(through))
    for path in (bspline(through), closed_bspline(through)):
        assert hull.contains(bounds(path), slack=1e-6)


def test_two_points_stay_straight() -> None:
    assert bspline(((0, 0), (3, 4))) == line(0, 0, 3, 4)


def test_a_quadratic_becomes_the_same_cubic() -> None:
    """Section 6 of the design: controls at two thirds of the way to the corner."""
    assert bspline(((0, 0), (3, 0), (3, 3)))[1] == Curve(2, 0, 3, 1, 3, 3)


@given(st.floats(0.1, 5), mm, mm)
def test_placing_scales_then_moves(scale: float, x: float, y: float) -> None:
    path: Path = (Move(1, 2), Curve(1, 2, 3, 4, 5, 6), Close())
    moved = placed(path, scale, x, y)
    assert moved[0] == pytest.approx(Move(scale + x, 2 * scale + y))
    assert isinstance(moved[-1], Close)


@pytest.mark.parametrize("cut", [1, 7, 10, 19])
def test_the_parts_of_a_curve_are_the_whole(cut: int) -> None:
    start, whole = Point(0, 0), Curve(10, 30, 40, -20, 60, 10)
    points = samples((Move(*start), whole), 20)
    before, after = split(start, whole, cut / 20)
    first, second = samples((Move(*start), before), cut), samples((Move(before.x, before.y), after), 20 - cut)
    assert [*first, *second[1:]] == [pytest.approx(point) for point in points]
