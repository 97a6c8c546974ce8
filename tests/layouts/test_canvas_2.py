"""Canvas 2: where the parts of an exercise stand, and that both halves are the same (design, section 9)."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from itertools import pairwise
from typing import Any

import pytest

from kit.draw.bubbles.layouts import Rule
from kit.draw.geometry import Box, Circle
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.model.catalogue import Catalogue
from kit.model.schema import CanvasTwo
from kit.model.text.spans import Text
from tests.conftest import drawn, replaced, shipped

geometry = import_module("kit.layouts.shared.canvas_2_geometry")
_canvas_2 = import_module("kit.layouts.canvas_2")

HALVES = (10, 218)
HEADER = 40
LETTER = 2.8
"""A letter of somebody who writes by hand, in mm."""


def page(edition: Edition = "colour") -> Page:
    (found,) = drawn("canvas-2", edition)
    return found


def boxes(page: Page, role: str) -> list[Box]:
    return [placed.box for placed in page.placed if placed.role == role]


def left_half(page: Page, role: str) -> list[Box]:
    return [box for box in boxes(page, role) if box.x < 202 and box.y > HEADER]


def changed(**fields: object) -> Catalogue:
    """The shipped content with another canvas 2."""
    catalogue = shipped()
    sheet = replaced(catalogue.sheets["canvas-2"], **fields)
    return replace(catalogue, sheets={**catalogue.sheets, "canvas-2": sheet})


def canvas() -> CanvasTwo:
    sheet = shipped().sheets["canvas-2"]
    assert isinstance(sheet, CanvasTwo)
    return sheet


def test_the_letters_hang_on_a_rail() -> None:
    (rail,) = left_half(page(), "rail")
    assert (rail.x, rail.y, rail.bottom) == pytest.approx((16, 75.5, 237.8))
    discs = left_half(page(), "rail-disc")
    assert [disc.centre.y for disc in discs] == pytest.approx([75.5, 101.5, 127, 178.5, 237.8])
    assert all(disc.centre.x == pytest.approx(16) and disc.width == pytest.approx(10.4) for disc in discs)


def test_what_is_told_of_partners_stands_twice_as_near_its_own_head_as_the_next() -> None:
    own, following = boxes(page(), "rail-head")[1:3]
    left, right = boxes(page(), "rail-text")
    assert 2 * (left.y - own.bottom) <= following.y - right.bottom


def test_the_bubbles_stand_on_one_line_and_their_link_crosses_the_border() -> None:
    (you,) = left_half(page(), "partner-you")[:1]
    partners = left_half(page(), "partner")
    assert [(box.centre.x, box.centre.y, box.width, box.height) for box in (you, *partners)] == [
        pytest.approx((x + 10, 152, width, height))
        for x, width, height in ((25.6, 15.2, 15.2), (64.9, 47, 39), (116.7, 47, 39), (168.5, 47, 39))
    ]
    first = left_half(page(), "partner-link")[0]
    border = min(boxes(page(), "border"), key=lambda box: box.x)
    assert first.x < border.x < border.right < first.right
    assert border.y < first.y < border.bottom


def letters(rule: Rule) -> int:
    """How many letters fit on a line by hand."""
    return int((rule.right - rule.left) / LETTER + 1e-6)


@pytest.mark.parametrize("half", [*_canvas_2.ON_A3, _canvas_2.ON_A4])
def test_names_fit_as_people_write_them(half: Any) -> None:
    name, municipality, _ = (
        Rule(start, end - geometry.COLUMN_GAP, 0) for start, end in geometry.table_columns(half)[:3]
    )
    assert letters(name) == 24
    assert letters(municipality) == 15
    for bubble in geometry.partner_boxes(half):
        assert sum(map(letters, geometry.partner_rules(bubble))) == 44


@pytest.mark.parametrize("form", ["canvas-2", "canvas-2-a4", "canvas-1-a4"])
def test_an_organisation_fits_in_its_field(form: str) -> None:
    found = drawn(form)[-1]
    label = next(placed.box for placed in found.all_placed if placed.text == "organisatie")
    field = min(
        (box for box in (placed.box for placed in found.all_placed if placed.role == "writing") if box.x > label.right),
        key=lambda box: abs(box.y - label.bottom),
    )
    assert letters(Rule(field.x, field.right, field.y)) >= 20


@pytest.mark.parametrize("half", [*_canvas_2.ON_A3, _canvas_2.ON_A4])
def test_bubbles_are_apart_and_their_lines_stay_within(half: Any) -> None:
    bubbles = geometry.partner_boxes(half)
    first = bubbles[0]
    assert geometry.YOU.x - geometry.YOU.r == pytest.approx(half.content - half.left)
    assert bubbles[-1].right == pytest.approx(half.right)
    assert first.x - (half.left + geometry.YOU.x + geometry.YOU.r) >= 6.5
    assert all(right.x - left.right > 4.49 for left, right in pairwise(bubbles))
    corner = Circle(
        first.right - geometry.PARTNER_CORNER, first.bottom - geometry.PARTNER_CORNER, geometry.PARTNER_CORNER
    )
    lowest = geometry.partner_rules(first)[-1]
    assert lowest.right < corner.x + corner.half_chord(lowest.y, 1)


def test_each_combination_has_its_number_and_its_lines() -> None:
    discs = left_half(page(), "combination-disc")
    assert [box.centre.y for box in discs] == pytest.approx([185.9, 202.9, 219.9])
    labels = [box for box in left_half(page(), "name-field") if box.y > 180]
    lines = [box for box in left_half(page(), "writing") if 180 < box.y < 236]
    assert [line.y for line in lines] == pytest.approx([189 + 8.5 * i for i in range(6)])
    assert [line.x for line in lines[1::2]] == pytest.approx([37.6] * 3)
    assert [line.x for line in lines[::2]] == pytest.approx([label.right + 3 for label in labels], abs=0.5)


def test_the_table_takes_the_full_half() -> None:
    rows = [257.4, 265.9, 274.4, 282.9]
    lines = [box for box in left_half(page(), "writing") if box.y > 250]
    spans = {(round(box.x, 3), round(box.right, 3)) for box in lines}
    assert spans == {(10, 78), (81, 125), (128, 163)}
    assert sorted({round(box.y, 3) for box in lines}) == rows
    ticks = left_half(page(), "tick")
    assert {round(box.centre.x, 3) for box in ticks} == {173.5, 191.5}
    assert sorted({round(box.bottom + 0.2, 3) for box in ticks}) == rows


@pytest.mark.parametrize("edition", EDITIONS)
def test_heads_of_columns_to_tick_stand_on_two_lines(edition: Edition) -> None:
    heads = [placed.text for placed in page(edition).placed if placed.role == "table-tick-head"]
    assert heads == ["boven-\nlokaal?", "grens-\nverleggend?"] * 2


def test_a_limit_is_dashed_on_the_left_and_a_strength_solid_on_the_right() -> None:
    (limit,), (strength,) = boxes(page(), "limit-box"), boxes(page(), "strength-box")
    assert (limit.x, limit.y, limit.right, limit.bottom) == pytest.approx((28, 81.5, 202, 94.5))
    assert (strength.x, strength.y) == pytest.approx((236, 81.5))


@pytest.mark.parametrize("edition", EDITIONS)
def test_both_halves_are_alike(edition: Edition) -> None:
    def half(left: float) -> list[tuple[str, float, float]]:
        alike = (
            "rail-disc",
            "partner-you",
            "partner",
            "partner-link",
            "writing",
            "tick",
            "rail-head",
            "rail-note",
            "combination-disc",
        )
        found = [placed for placed in page(edition).placed if placed.role in alike and placed.box.y > HEADER]
        mine = [placed for placed in found if left <= placed.box.x <= left + 192]
        return [(placed.role, round(placed.box.x - left, 3), round(placed.box.y, 3)) for placed in mine]

    assert half(HALVES[0])
    assert half(HALVES[0]) == half(HALVES[1])


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_but_the_border_lies_near_the_fold(edition: Edition) -> None:
    fold = Box.between(202.6, 0, 217.4, 297)
    near = [placed for placed in page(edition).placed if placed.box.inset(-0.01).overlaps(fold)]
    assert [(placed.role, placed.box.x, placed.box.y, placed.box.bottom) for placed in near] == [
        ("border", 210, 40, 282)
    ]


def test_hints_stand_2_behind_their_heads() -> None:
    heads = left_half(page(), "rail-head")
    hints = left_half(page(), "rail-hint")
    assert [hint.x for hint in hints] == pytest.approx([heads[i].right + 2 for i in (0, 2, 4)])


def test_the_content_says_how_many_lines_and_rows(draw_sheet: Callable[..., list[Page]]) -> None:
    ideas = replaced(canvas().ideas, combinations=2, lines=1)
    onward = replaced(canvas().onward, rows=3)
    (other,) = draw_sheet(changed(ideas=ideas, onward=onward), "canvas-2")
    ideas_lines = [box.y for box in left_half(other, "writing") if 180 < box.y < 236]
    assert ideas_lines == pytest.approx([189, 197.5])
    assert len(left_half(other, "tick")) == 2 * 3


def test_a_hint_that_runs_out_of_its_half_is_a_problem(draw_sheet: Callable[..., list[Page]]) -> None:
    hint = canvas().combine.hint
    combine = replaced(canvas().combine, hint=Text(hint.spans * 3, hint.mark))
    (other,) = draw_sheet(changed(combine=combine), "canvas-2")
    assert [(problem.code, problem.mark) for problem in other.problems] == [("text-too-wide", hint.mark)] * 2
