"""What sheets share: names that are printed in name fields."""

import importlib

import pytest

from kit.diagnostics import Mark
from kit.draw.geometry import A3_LANDSCAPE
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.records import Letters
from kit.model.text.spans import Text
from tests.conftest import shipped
from tests.named import context

parts = importlib.import_module("kit.layouts.shared.parts")

YS = (18, 27.5)


def labels() -> tuple[Text, Text]:
    fields = shipped().steps.name_fields
    return fields.filled_in_by, fields.date


def filled(*values: str | None, edition: Edition = "colour", right: float = 377) -> Page:
    page = context(edition).page(A3_LANDSCAPE)
    texts = [None if value is None else Text.of(value) for value in values]
    parts.name_fields(page, labels(), 270, right, YS, texts)
    return page


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_name_stands_on_its_line_a_little_in_from_its_start(edition: Edition) -> None:
    page = filled("Samira El Amrani", "12 maart 2027", edition=edition)
    lines = [placed.box for placed in page.placed if placed.role == "writing"]
    for line, letters in zip(lines, page.texts[2:], strict=True):
        assert isinstance(letters, Letters)
        assert (letters.x, letters.y) == pytest.approx((line.x + 1, line.y - 1.2))


def test_what_is_not_known_stays_a_line() -> None:
    empty, half = filled(), filled(None, "12 maart 2027")
    assert [placed for placed in half.placed if placed.role != "printed-field"] == empty.placed
    assert [placed.text for placed in half.placed if placed.role == "printed-field"] == ["12 maart 2027"]


def test_values_can_stand_on_the_lines_of_a_ground() -> None:
    whole = filled("Samira El Amrani", None)
    page = context().page_on(filled())
    parts.field_values(page, labels(), 270, 377, YS, (Text.of("Samira El Amrani"), None))
    assert page.all_placed == [*filled().placed, *page.placed]
    assert page.placed == [placed for placed in whole.placed if placed.role == "printed-field"]


def test_a_long_name_becomes_smaller_then_condensed_and_then_it_is_an_error() -> None:
    name = "Anne-Marie Vandenbroucke-Van Cauwenberghe"
    pages = [filled(name, None, right=right) for right in (400, 377, 358, 320)]
    set_in = [letters for page in pages for letters in page.texts[-1].each]
    assert set_in[0].size == 11.5
    assert 9 <= set_in[1].size < 11.5
    families = ["Fira Sans", "Fira Sans", "Fira Sans Condensed", "Fira Sans Condensed"]
    assert [letters.font.family for letters in set_in] == families
    assert [[problem.code for problem in page.problems] for page in pages] == [[], [], [], ["text-too-wide"]]


def test_a_name_keeps_its_place_in_the_list_of_participants() -> None:
    page = context().page(A3_LANDSCAPE)
    mark = Mark("deelnemers.csv", 7, 1)
    parts.name_fields(page, labels(), 270, 320, YS, (Text.of("x" * 200, mark), None))
    assert [problem.mark for problem in page.problems] == [mark]
