"""Who stands in which bubble, also where it is not known where they lie."""

import pytest

from kit.draw.bubbles.large import LARGE
from kit.draw.bubbles.layouts import LAYOUTS
from kit.draw.bubbles.placement import ROUGH, bearing
from kit.draw.bubbles.plan import directions, plan, without_arrow
from kit.draw.look.editions import Largest
from kit.model.places.abroad import Abroad
from kit.model.places.named import Actors, Neighbour
from tests.named import actors, belgium

LIER = belgium().by_nis["12021"]
NEIGHBOURS = belgium().neighbours(LIER)
UNKNOWN = (Abroad("Ulicoten (NL)"), Abroad("Łódź (PL)"))


def turned(slots: tuple[Neighbour | None, ...], layout: str) -> list[float]:
    """How far each whose place is known stands from where it lies, in degrees."""
    both = zip(slots, directions()[layout], strict=True)
    return [abs((bearing(LIER, one) - at + 180) % 360 - 180) for one, at in both if one and one.is_located]


def test_who_lies_nowhere_stands_in_the_slots_left_over() -> None:
    around: tuple[Neighbour, ...] = (UNKNOWN[0], *NEIGHBOURS[:4], UNKNOWN[1])
    found = plan(LIER, around)
    (sheet,) = found.named.sheets
    assert len(sheet.slots) == 6
    assert set(sheet.neighbours) == set(around)
    assert not sheet.is_map
    assert max(turned(sheet.slots, sheet.layout)) < 60
    assert not [*without_arrow([found])]


def test_a_place_abroad_stands_where_it_lies() -> None:
    breda = Abroad("Breda (NL)", 51.59, 4.78)
    (sheet,) = plan(LIER, (breda, *NEIGHBOURS[:3])).named.sheets
    assert sheet.is_map
    assert turned(sheet.slots, sheet.layout)[sheet.neighbours.index(breda)] < 45


def test_a_sheet_may_hold_nobody_else() -> None:
    (sheet,) = plan(LIER, UNKNOWN).named.sheets
    assert sheet.neighbours == UNKNOWN


def test_more_than_eight_take_two_sheets() -> None:
    first, second = plan(LIER, (*NEIGHBOURS, *UNKNOWN, Abroad("Breda (NL)", 51.59, 4.78))).named.sheets
    assert (first.is_map, second.is_map) == (True, False)
    assert {*NEIGHBOURS, *UNKNOWN} < {*first.neighbours, *second.neighbours}


def radius(place: str, known: Actors) -> tuple[float, float]:
    """How large the bubble of a neighbour of Lier is with these actors, and how far all stand from where they lie."""
    (sheet,) = plan(LIER, NEIGHBOURS, known=known).named.sheets
    slot = [one.name if one else "" for one in sheet.slots].index(place)
    off = turned(sheet.slots, sheet.layout)
    return LAYOUTS[sheet.layout].neighbours[slot].r, (sum(angle**2 for angle in off) / len(off)) ** 0.5


def test_who_has_most_actors_gets_a_large_bubble_as_far_as_directions_allow() -> None:
    moved = 0
    for place in (one.name for one in NEIGHBOURS):
        before, _ = radius(place, {})
        now, off = radius(place, actors({(place, "upper"): ["koor"] * 4, (place, "lower"): ["Chiro"] * 4}))
        assert now >= max(before, 42.5)
        assert off <= ROUGH
        moved += now > before
    assert moved


def test_actors_that_fit_in_any_bubble_move_nobody() -> None:
    known = actors({(one.name, "upper"): ["koor", "fanfare"] for one in NEIGHBOURS})
    assert plan(LIER, NEIGHBOURS, known=known) == plan(LIER, NEIGHBOURS)


def test_of_the_arrow_to_the_north_it_is_said_once_why_there_is_none() -> None:
    """Rough directions are not told besides where somebody on the sheet lies nowhere: that tells it too."""
    own, *far = (one for name in ("Lier", "Genk", "Hasselt") for one in belgium() if one.name == name)
    assert [note.code for note in without_arrow([plan(own, far)])] == ["place-directions"]
    assert not [*without_arrow([plan(own, [*far, Abroad("Ulicoten (NL)")])])]


@pytest.mark.parametrize(("paper", "most"), [("a3", 4), ("a4", 2)])
def test_large_sheets_hold_four_or_two_each_on_as_many_as_it_takes(paper: Largest, most: int) -> None:
    found = plan(LIER, NEIGHBOURS, large=paper)
    assert [len(sheet.neighbours) for sheet in found.named.sheets] == [most] * (len(NEIGHBOURS) // most)
    assert [set(sheet.neighbours) for sheet in found.named.sheets] == [
        set(NEIGHBOURS[i : i + most]) for i in range(0, len(NEIGHBOURS), most)
    ]
    for number, sheet in enumerate(found.named.sheets, 1):
        assert (sheet.number, sheet.of, sheet.layout) == (number, len(found.named.sheets), paper)
        assert set(sheet.rest) == set(NEIGHBOURS) - set(sheet.neighbours)
        assert paper == "a3" or not sheet.is_map


def test_a_single_large_sheet_leaves_the_others_out() -> None:
    found = plan(LIER, NEIGHBOURS, single=True, large="a3")
    assert len(found.named.sheets) == 1
    assert found.left_out == tuple(NEIGHBOURS[4:])


def test_who_has_no_neighbours_has_a_large_sheet_all_the_same() -> None:
    (sheet,) = plan(LIER, (), large="a4").named.sheets
    assert sheet.slots == (None, None)


def test_on_a_large_sheet_of_a3_everybody_stands_about_where_they_lie() -> None:
    (sheet,) = plan(LIER, NEIGHBOURS[:4], large="a3").named.sheets
    middle, bubbles = LARGE["a3"].centre, LARGE["a3"].neighbours
    east = [bubbles[place].x > middle.x for place, one in enumerate(sheet.slots) if one and one.lon > LIER.lon]
    assert sum(east) >= len(east) - 1
