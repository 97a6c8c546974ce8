"""Bubbles in parts, and the rows in them for names that were typed."""

import importlib
import itertools
import math
from functools import cache

import pytest

from kit.draw.bubbles.layouts import ANATOMY, LAYOUTS, Kind, Rule
from kit.draw.fields import Map, Room
from kit.draw.geometry import Circle
from tests.named import content, context

MOST_HIGH = 4.4
"""The largest capitals on A4, in mm of the map: 11.5 pt."""


@cache
def typed_map() -> Map:
    found: Map = importlib.import_module("kit.layouts.bubble_sheet").typed_map()
    return found


def kind_and_radius(name: str) -> tuple[Kind, float]:
    kind, _, radius = name.partition("-")
    return ("centre" if kind == "centre" else "neighbour"), float(radius)


def all_rows(room: Room) -> list[tuple[Rule, ...]]:
    return [room.upper, room.lower, room.close_upper, room.close_lower, room.small_upper, room.small_lower]


@pytest.mark.parametrize(("name", "room"), typed_map().rooms.items(), ids=typed_map().rooms)
def test_rows_lie_inside_the_bubble_and_beside_its_pill(name: str, room: Room) -> None:
    kind, r = kind_and_radius(name)
    for rows, high in zip(all_rows(room), (2.9, 2.9, 2.9, 2.9, MOST_HIGH, MOST_HIGH), strict=True):
        for row in rows:
            far = max(abs(row.y), abs(row.y - high))
            assert math.hypot(row.right, far) < r - 0.5
            assert math.isclose(row.left, -row.right)
            assert row.y < -ANATOMY[kind].pill_height / 2 or row.y - high > ANATOMY[kind].pill_height / 2


@pytest.mark.parametrize("room", typed_map().rooms.values(), ids=typed_map().rooms)
def test_rows_go_downwards_and_are_enough(room: Room) -> None:
    for rows in all_rows(room):
        assert all(b.y - a.y > 4.5 for a, b in itertools.pairwise(rows))
    assert min(len(room.small_upper), len(room.small_lower)) >= 2
    # Without lines there is room for more names than on them.
    assert len(room.close_upper) > len(room.upper)
    assert len(room.close_lower) > len(room.lower)


def test_every_bubble_of_every_layout_has_its_room() -> None:
    for name, bubbles in LAYOUTS.items():
        told = typed_map().layouts[name]
        assert [(x, y) for _, (x, y) in told] == [of.centre for of in bubbles.all]
        assert [kind_and_radius(part)[1] for part, _ in told] == [of.r for of in bubbles.all]


def test_bubbles_further_away_are_free_of_each_other_and_of_the_edge() -> None:
    circles = [Circle(*at, kind_and_radius(name)[1]) for name, at in typed_map().further]
    assert all(a.centre.to(b.centre) > a.r + b.r + 4 for a, b in itertools.combinations(circles, 2))
    assert all(of.x - of.r > 9.5 and of.x + of.r < 410.5 and of.y + of.r < 284 for of in circles)


def test_a_footer_is_free_of_all_bubbles_on_both_papers() -> None:
    found = typed_map()
    scale, at = found.small, found.at
    for sheet, y in (("b-a3", 286), ("b-a4", (200.9 - 2.4 - at.y) / scale)):
        end, start = found.footers[sheet]
        if sheet == "b-a4":
            end, start = (end - at.x) / scale, (start - at.x) / scale
        for of in (of for bubbles in LAYOUTS.values() for of in bubbles.all):
            reach = of.half_chord(y)
            assert not reach or (of.x - reach > end and of.x + reach < start)


def test_the_words_along_the_arcs_have_room_on_a4_too() -> None:
    parts = importlib.import_module("kit.layouts.bubble_sheet").typed_parts(context(), content())
    assert not [name for name, page in parts.items() if page.problems]
    assert {name.removesuffix("-a4") for name in parts if name.endswith("-a4")} >= set(typed_map().rooms)
