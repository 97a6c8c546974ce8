"""Canvas 1: where one begins, how many are asked, and the examples in its boxes (design, section 8)."""

from importlib import import_module

import pytest

from kit.draw.context import DrawingContext
from kit.draw.look.theme import EDITIONS, Edition, theme
from kit.draw.records import Placed
from kit.draw.text.fonts import Fonts
from kit.model.schema import CanvasOne
from tests.conftest import drawn, shipped

canvas_1 = import_module("kit.layouts.canvas_1")

FORMS = ("canvas-1", "canvas-1-a4")


def placed(form: str, role: str, edition: Edition = "colour") -> list[list[Placed]]:
    """What has a role, page by page."""
    return [[one for one in page.all_placed if one.role == role] for page in drawn(form, edition)]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("form", FORMS)
def test_one_begins_at_the_disc_of_step_1(form: str, edition: Edition) -> None:
    (word,), (arrow, head) = placed(form, "start", edition)[0], placed(form, "start-arrow", edition)[0]
    (digit,) = placed(form, "step-digit-17", edition)[0]
    assert word.text == "Begin hier"
    assert 1 < arrow.box.x - word.box.right < 4
    assert head.box.right == pytest.approx(arrow.box.right)
    assert arrow.box.right < digit.box.x
    assert word.box.y < arrow.box.y < word.box.bottom
    (bubble,) = placed(form, "you", edition)[0]
    # It lies outside the bubble: the lowest corner is further from its middle than the outline.
    middle, r = bubble.box.centre, bubble.box.width / 2
    assert (middle.x - word.box.right) ** 2 + (middle.y - word.box.bottom) ** 2 > (r + 2) ** 2


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("form", FORMS)
def test_as_many_as_possible_stands_beside_both_heads(form: str, edition: Edition) -> None:
    page = -1
    notes = placed(form, "column-note", edition)[page]
    assert [note.text for note in notes] == ["zoveel mogelijk"] * 2
    labels = [label for label in placed(form, "step-label", edition)[page] if label.text == "STAP 2"]
    assert [note.box.x for note in notes] == pytest.approx([label.box.right + 3 for label in labels])


@pytest.mark.parametrize("form", FORMS)
def test_examples_stand_on_the_first_line_of_a_box_at_each_side(form: str) -> None:
    examples = placed(form, "box-example")[-1]
    assert [one.text for one in examples] == [
        "bijvoorbeeld: een groot podium",
        "of: een specifieke doelgroep",
        "bijvoorbeeld: onze doelgroepen zijn beperkt",
    ]
    boxes = [*placed(form, "strength-box")[-1][:2], placed(form, "limit-box")[-1][0]]
    lines = placed(form, "writing")[-1]
    for example, box in zip(examples, boxes, strict=True):
        first = min(line.box.y for line in lines if box.box.contains(line.box))
        assert example.box.x == pytest.approx(box.box.x + 6)
        assert 0 < first - example.box.bottom < 1.6


def test_who_types_gets_no_examples_on_paper() -> None:
    sheet = shipped().sheets["canvas-1"]
    assert isinstance(sheet, CanvasOne)
    context = DrawingContext(shipped(), theme("colour"), Fonts(), typed=True)
    for page in (*canvas_1.draw(context, sheet), *canvas_1.draw_a4(context, sheet)):
        assert not [one for one in page.all_placed if one.role == "box-example"]
