"""The ten layouts of the bubble sheet and the anatomy of a bubble (design, section 11)."""

import math
from itertools import chain, combinations, pairwise
from typing import get_args

import pytest

from kit.draw.bubbles.layouts import (
    ANATOMY,
    LAYOUTS,
    RESERVED,
    Bubbles,
    Kind,
    Rule,
    arc,
    link_ends,
    lower_lines,
    pill,
    upper_lines,
)
from kit.draw.geometry import A3_LANDSCAPE, Box, Circle, Point
from kit.model.schema import BubbleLayout

TOLERANCE = 0.01
FURNITURE = (
    *RESERVED,
    Box.between(374, 8, 410, 70),  # code, URL and a list of names, on the first of two sheets
    Box.between(10, 250, 66, 260),  # sheet number, where there are two
)
BEARINGS = {
    "4A": (42, 132, 227, 322),
    "4B": (0, 90, 180, 270),
    "5A": (0, 72, 138, 222, 288),
    "5B": (40, 108, 180, 252, 321),
    "6A": (0, 62, 118, 180, 242, 294),
    "6B": (35, 90, 144, 216, 270, 325),
    "7A": (0, 51, 97, 145, 199, 245, 297),
    "7B": (31, 79, 129, 180, 231, 281, 328),
    "8A": (0, 45, 90, 135, 180, 226, 268, 310),
    "8B": (25, 69, 111, 155, 205, 247, 289, 334),
}

every = pytest.mark.parametrize("bubbles", LAYOUTS.values(), ids=LAYOUTS.keys())
circles = pytest.mark.parametrize(
    ("kind", "of"), sorted({each for bubbles in LAYOUTS.values() for each in bubbles.kinds}, key=str), ids=str
)


def margin(of: Circle) -> float:
    return min(of.box.x, of.box.y, A3_LANDSCAPE.width - of.box.right, A3_LANDSCAPE.height - of.box.bottom)


def gap(one: Circle, other: Circle) -> float:
    return one.centre.to(other.centre) - one.r - other.r


def neighbour_gaps(bubbles: Bubbles) -> list[float]:
    return [gap(one, other) for one, other in combinations(bubbles.neighbours, 2)]


def centre_gaps(bubbles: Bubbles) -> list[float]:
    return [gap(bubbles.centre, of) for of in bubbles.neighbours]


def furniture_gaps(bubbles: Bubbles) -> list[float]:
    return [box.distance(of.centre) - of.r for of in bubbles.all for box in FURNITURE]


def test_the_content_may_name_each_layout() -> None:
    assert tuple(LAYOUTS) == get_args(BubbleLayout)


@every
def test_a_layout_keeps_its_distances(bubbles: Bubbles) -> None:
    assert min(map(margin, bubbles.all)) >= 9.5 - TOLERANCE
    assert min(neighbour_gaps(bubbles)) >= 7 - TOLERANCE
    assert min(centre_gaps(bubbles)) >= 7.5 - TOLERANCE
    assert min(furniture_gaps(bubbles)) >= 3.3 - TOLERANCE
    assert 2 * bubbles.centre.r >= 112 - TOLERANCE
    assert min(2 * of.r for of in bubbles.neighbours) >= 75 - TOLERANCE


def test_the_tightest_values_are_those_of_the_design() -> None:
    layouts = LAYOUTS.values()
    assert min(margin(of) for bubbles in layouts for of in bubbles.all) == pytest.approx(9.5, abs=TOLERANCE)
    assert min(chain(*map(neighbour_gaps, layouts))) == pytest.approx(7.2, abs=0.05)
    assert min(chain(*map(centre_gaps, layouts))) == pytest.approx(7.5, abs=TOLERANCE)
    assert min(chain(*map(furniture_gaps, layouts))) == pytest.approx(min(furniture_gaps(LAYOUTS["7A"])))
    assert min(furniture_gaps(LAYOUTS["7A"])) == pytest.approx(3.37, abs=TOLERANCE)
    assert min(2 * of.r for bubbles in layouts for of in bubbles.neighbours) == 75.5


@pytest.mark.parametrize("name", LAYOUTS)
def test_neighbours_go_round_clockwise_from_north(name: str) -> None:
    centre = LAYOUTS[name].centre
    found = [math.degrees(math.atan2(of.x - centre.x, centre.y - of.y)) % 360 for of in LAYOUTS[name].neighbours]
    assert [round(bearing + 0.2) % 360 if bearing > 359 else round(bearing) for bearing in found] == list(
        BEARINGS[name]
    )


@every
def test_a_link_joins_two_outlines_on_the_line_of_centres(bubbles: Bubbles) -> None:
    for of in bubbles.neighbours:
        start, end = link_ends(bubbles, of)
        assert start.to(bubbles.centre.centre) == pytest.approx(bubbles.centre.r)
        assert end.to(of.centre) == pytest.approx(of.r)
        assert start.to(end) == pytest.approx(gap(bubbles.centre, of))


def lines(of: Circle, kind: Kind) -> list[Rule]:
    return [*upper_lines(of, kind), *lower_lines(of, kind)]


@circles
def test_the_pill_lies_on_the_equator(kind: Kind, of: Circle) -> None:
    box = pill(of, kind)
    assert (box.centre.x, box.centre.y) == pytest.approx((of.x, of.y))
    assert (box.width, box.height) == pytest.approx((1.72 * of.r, 16 if kind == "centre" else 12.8))


@circles
def test_writing_lines_are_one_pitch_apart_and_leave_the_pill_free(kind: Kind, of: Circle) -> None:
    box = pill(of, kind)
    upper, lower = [rule.y for rule in upper_lines(of, kind)], [rule.y for rule in lower_lines(of, kind)]
    assert upper[0] == pytest.approx(box.y - (4.6 if kind == "centre" else 2.4))
    assert lower[0] == pytest.approx(box.bottom + 8.5)
    assert all(a - b == pytest.approx(8.5) for a, b in pairwise(upper))
    assert all(b - a == pytest.approx(8.5) for a, b in pairwise(lower))


@circles
def test_writing_lines_stay_inside_the_circle(kind: Kind, of: Circle) -> None:
    inset = ANATOMY[kind].line_inset
    for rule in lines(of, kind):
        assert rule.left + rule.right == pytest.approx(2 * of.x)
        assert Point(rule.left, rule.y).to(of.centre) <= of.r - inset + 1e-9
        assert rule.right - rule.left >= 24


@circles
def test_there_is_room_for_handwriting_above_every_line(kind: Kind, of: Circle) -> None:
    for rule in upper_lines(of, kind):
        assert Point(rule.right, rule.y - 3).to(of.centre) <= of.r - ANATOMY[kind].line_inset + 1e-9
        assert of.y - rule.y + 8 <= arc(of, kind, upper=True).r + 1e-9


@circles
def test_no_writing_line_runs_into_the_words_along_the_lower_arc(kind: Kind, of: Circle) -> None:
    baseline = arc(of, kind, upper=False)
    half = ANATOMY[kind].words / 2 / baseline.r
    tops = Circle(of.x, of.y, baseline.r - ANATOMY[kind].capitals)
    along = [tops.at(90 + math.degrees(half * step / 100)) for step in range(-100, 101)]
    for rule in lower_lines(of, kind):
        for x, y in along:
            assert y > rule.y
            assert math.hypot(max(rule.left - x, 0, x - rule.right), y - rule.y) >= 1 - TOLERANCE


@pytest.mark.parametrize(
    ("kind", "r", "upper", "lower"),
    [
        ("neighbour", 37.75, 2, 2),
        ("neighbour", 41.5, 3, 3),
        ("neighbour", 44, 3, 3),
        ("neighbour", 49, 4, 3),
        ("neighbour", 52, 4, 4),
        ("centre", 56, 4, 4),
        ("centre", 58, 4, 4),
    ],
)
def test_a_larger_bubble_has_more_lines(kind: Kind, r: float, upper: int, lower: int) -> None:
    of = Circle(100, 100, r)
    assert (len(list(upper_lines(of, kind))), len(list(lower_lines(of, kind)))) == (upper, lower)


def test_a_wide_line_is_as_long_as_the_design_says() -> None:
    of = Circle(0, 0, 44)
    first, *_, last = lower_lines(of, "neighbour")
    assert (first.right, last.right) == pytest.approx((math.sqrt(38.5**2 - 14.9**2), math.sqrt(38.5**2 - 31.9**2)))
    lowest, *_ = upper_lines(of, "neighbour")
    assert lowest.right == pytest.approx(math.sqrt(38.5**2 - 11.8**2))
