"""Neighbours get bubbles roughly where they lie: the order around the centre is kept and no other way is better."""

import math
from itertools import permutations
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.draw.bubbles.layouts import LAYOUTS
from kit.draw.bubbles.placement import Placement, bearing, direction, place, split
from kit.model.places.municipalities import Municipality, load
from tests.conftest import CONTENT, ROOT

MUNICIPALITIES = load(CONTENT)
ROUGH = ROOT / "tests" / "draw" / "bubbles" / "rough_directions.txt"
SLOTS = {
    name: tuple(direction(slot.x - bubbles.centre.x, bubbles.centre.y - slot.y) for slot in bubbles.neighbours)
    for name, bubbles in LAYOUTS.items()
}


class Spot(NamedTuple):
    lat: float
    lon: float


OWN = Spot(51, 4)


def around(*directions: float) -> list[Spot]:
    """Places in these directions from the own place."""
    return [
        Spot(
            OWN.lat + math.cos(math.radians(at)) / 10,
            OWN.lon + math.sin(math.radians(at)) / 10 / math.cos(math.radians(OWN.lat)),
        )
        for at in directions
    ]


def angle(one: float, other: float) -> float:
    return min((one - other) % 360, (other - one) % 360)


def rms(slots: tuple[Spot | None, ...], layout: str) -> float:
    squares = [
        angle(bearing(OWN, spot), at) ** 2 for spot, at in zip(slots, SLOTS[layout], strict=True) if spot is not None
    ]
    return math.sqrt(sum(squares) / len(squares))


def turns(spots: list[Spot]) -> int:
    """How often one goes round when visiting the spots in this order and coming back to the first."""
    bearings = [bearing(OWN, spot) for spot in spots]
    return round(
        sum((after - at) % 360 for at, after in zip(bearings, [*bearings[1:], bearings[0]], strict=True)) / 360
    )


directions = st.lists(st.integers(0, 359), min_size=1, max_size=8, unique=True).map(
    lambda whole: around(*map(float, whole))
)


@pytest.mark.parametrize(
    ("other", "degrees"),
    [(Spot(52, 4), 0), (Spot(51, 5), 90), (Spot(50, 4), 180), (Spot(51, 3), 270), (Spot(51.1, 4.1), 32.183)],
)
def test_bearings_are_clockwise_from_north_and_meridians_come_together(other: Spot, degrees: float) -> None:
    assert bearing(OWN, other) == pytest.approx(degrees, abs=0.001)


@pytest.mark.parametrize("layout", SLOTS)
def test_who_lies_exactly_in_the_slots_gets_them(layout: str) -> None:
    spots = around(*SLOTS[layout])
    found = place(OWN, spots[3:] + spots[:3], SLOTS)
    assert (found.layout, found.slots) == (layout, tuple(spots))
    assert found.rms == pytest.approx(0, abs=1e-6)


@given(directions)
def test_everybody_gets_one_slot_and_the_order_around_the_centre_is_kept(spots: list[Spot]) -> None:
    found = place(OWN, spots, SLOTS)
    standing = [spot for spot in found.slots if spot is not None]
    assert sorted(standing) == sorted(spots)
    assert len(found.slots) == max(4, len(spots)) == len(SLOTS[found.layout])
    assert turns(standing) <= 1
    assert found.rms == pytest.approx(rms(found.slots, found.layout))


@given(st.lists(st.integers(0, 359), min_size=1, max_size=6, unique=True))
def test_no_other_way_that_keeps_the_order_is_better(whole: list[int]) -> None:
    spots = around(*map(float, whole))
    size = max(4, len(spots))
    seats: list[Spot | None] = [*spots, *[None] * (size - len(spots))]
    orders = {order for order in permutations(seats) if turns([spot for spot in order if spot is not None]) <= 1}
    best = min(rms(order, layout) for order in orders for layout in SLOTS if len(SLOTS[layout]) == size)
    assert place(OWN, spots, SLOTS).rms == pytest.approx(best)


def test_fewer_than_four_leave_blank_slots() -> None:
    north, east = around(0, 90)
    assert place(OWN, [east, north], SLOTS).slots == (north, east, None, None)
    assert place(OWN, [], SLOTS) == Placement("4A", (None,) * 4, 0)


def test_a_layout_handed_over_is_the_layout() -> None:
    north, east, south = around(0, 90, 180)
    assert place(OWN, [north, east, south], {"8A": SLOTS["8A"]}).slots == (north, None, east, None, south, *[None] * 3)


def test_an_order_given_is_the_order() -> None:
    north, east, south, west = around(0, 90, 180, 270)
    found = place(OWN, [south, north, west], SLOTS, in_order=True)
    assert found.slots == (south, north, west, None)
    assert place(OWN, [east, south, west, north], {"4B": SLOTS["4B"]}, in_order=True).rms == pytest.approx(90)


def test_more_neighbours_than_slots_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no layout has 9 slots"):
        place(OWN, around(*range(9)), SLOTS)
    with pytest.raises(ValueError, match="17 neighbours"):
        split(range(17))


@pytest.mark.parametrize(
    ("count", "sheets"),
    [(0, [0]), (1, [1]), (8, [8]), (9, [5, 4]), (10, [6, 4]), (11, [7, 4]), (12, [8, 4]), (13, [8, 5]), (16, [8, 8])],
)
def test_the_longest_borders_go_on_the_first_sheet_and_the_second_has_at_least_four(
    count: int, sheets: list[int]
) -> None:
    found = split(range(count))
    assert [len(sheet) for sheet in found] == sheets
    assert [one for sheet in found for one in sheet] == list(range(count))


def placed(of: Municipality) -> list[Placement[Municipality]]:
    return [place(of, sheet, SLOTS) for sheet in split(MUNICIPALITIES.neighbours(of))]


def test_every_neighbour_of_every_municipality_has_one_bubble() -> None:
    for of in MUNICIPALITIES:
        standing = [other.nis for sheet in placed(of) for other in sheet.slots if other]
        assert sorted(standing) == sorted(of.neighbours)


def test_directions_are_right_within_35_degrees_but_for_these(request: pytest.FixtureRequest) -> None:
    """These have their neighbours on one side: they lie on the sea or the border, or it is a second sheet."""
    lines = [
        f"{of.nis} {of.name}, sheet {number}, {sheet.layout}: {sheet.rms:.0f}"
        for of in MUNICIPALITIES
        for number, sheet in enumerate(placed(of), 1)
        if sheet.is_rough
    ]
    if request.config.getoption("--update-goldens"):
        ROUGH.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    assert lines == ROUGH.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("rms", "rough"), [(35, False), (35.1, True)])
def test_directions_are_rough_from_a_bound(rms: float, rough: bool) -> None:
    sheet: Placement[Spot] = Placement("4A", (None,) * 4, rms)
    assert sheet.is_rough == rough
