"""Canvas 2: where the parts of an exercise stand, and that both halves are the same (design, section 9)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kit.draw.geometry import Box
from kit.draw.page import Page
from kit.draw.theme import EDITIONS, Edition
from kit.model.catalogue import Catalogue
from kit.model.schema import CanvasTwo
from kit.model.text import Text
from tests.conftest import drawn, shipped

HALVES = (10, 218)
HEADER = 40


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
    sheet = catalogue.sheets["canvas-2"].model_copy(update=fields)
    return replace(catalogue, sheets={**catalogue.sheets, "canvas-2": sheet})


def canvas() -> CanvasTwo:
    sheet = shipped().sheets["canvas-2"]
    assert isinstance(sheet, CanvasTwo)
    return sheet


def test_the_letters_hang_on_a_rail() -> None:
    (rail,) = left_half(page(), "rail")
    assert (rail.x, rail.y, rail.bottom) == pytest.approx((16, 77.5, 233.5))
    discs = left_half(page(), "rail-disc")
    assert [disc.centre.y for disc in discs] == pytest.approx([77.5, 108, 132.5, 188, 233.5])
    assert all(disc.centre.x == pytest.approx(16) and disc.width == pytest.approx(10.4) for disc in discs)


def test_the_bubbles_stand_on_one_line_and_their_link_crosses_the_border() -> None:
    (you,) = left_half(page(), "partner-you")[:1]
    partners = left_half(page(), "partner")
    assert [(box.centre.x, box.centre.y, box.width / 2) for box in (you, *partners)] == [
        pytest.approx((x + 10, 159.5, r)) for x, r in ((29, 11), (70.5, 19.5), (121.2, 19.5), (171.9, 19.5))
    ]
    first = left_half(page(), "partner-link")[0]
    border = min(boxes(page(), "border"), key=lambda box: box.x)
    assert first.x < border.x < border.right < first.right
    assert border.y < first.y < border.bottom


def test_the_table_takes_the_full_half() -> None:
    rows = [255.6, 264.7, 273.8, 282.9]
    lines = [box for box in left_half(page(), "writing") if box.y > 250]
    spans = {(round(box.x, 3), round(box.right, 3)) for box in lines}
    assert spans == {(10, 56), (60, 104), (108, 144)}
    assert sorted({round(box.y, 3) for box in lines}) == rows
    ticks = left_half(page(), "tick")
    assert {round(box.centre.x, 3) for box in ticks} == {160, 187}
    assert sorted({round(box.bottom + 0.2, 3) for box in ticks}) == rows


def test_a_limit_is_dashed_on_the_left_and_a_strength_solid_on_the_right() -> None:
    (limit,), (strength,) = boxes(page(), "limit-box"), boxes(page(), "strength-box")
    assert (limit.x, limit.y, limit.right, limit.bottom) == pytest.approx((28, 83.1, 202, 101.5))
    assert (strength.x, strength.y) == pytest.approx((236, 83.1))


@pytest.mark.parametrize("edition", EDITIONS)
def test_both_halves_are_alike(edition: Edition) -> None:
    def half(left: float) -> list[tuple[str, float, float]]:
        alike = ("rail-disc", "partner-you", "partner", "partner-link", "writing", "tick", "rail-head", "rail-note")
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
    ideas = canvas().ideas.model_copy(update={"lines": 2})
    onward = canvas().onward.model_copy(update={"rows": 3})
    (other,) = draw_sheet(changed(ideas=ideas, onward=onward), "canvas-2")
    ideas_lines = [box.y for box in left_half(other, "writing") if 190 < box.y < 230]
    assert ideas_lines == pytest.approx([199.6, 208.3])
    assert len(left_half(other, "tick")) == 2 * 3


def test_a_hint_that_runs_out_of_its_half_is_a_problem(draw_sheet: Callable[..., list[Page]]) -> None:
    hint = canvas().combine.hint
    combine = canvas().combine.model_copy(update={"hint": Text(hint.spans * 3, hint.mark)})
    (other,) = draw_sheet(changed(combine=combine), "canvas-2")
    assert [(problem.code, problem.mark) for problem in other.problems] == [("text-too-wide", hint.mark)] * 2
