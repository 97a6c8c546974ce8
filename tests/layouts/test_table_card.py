"""The card that stands on a table: both faces, who sits there, and names of any length."""

from dataclasses import replace

import pytest

from kit.draw.page import Page
from kit.draw.records import ArcText
from kit.model.stack import TableCard
from kit.model.text import Text
from tests.stacks import EIGHT_AT_TABLE_38, FOUR_AT_TABLE_4, NOBODY_AT_TABLE_1, seat, table_card

FOLD = 148.5


def placed(page: Page, role: str) -> list[tuple[str, float]]:
    """The texts of a role on the face that stands upright, and where their boxes end."""
    return [(one.text, one.box.bottom) for one in page.all_placed if one.role == role and one.box.y > FOLD]


def names(card: TableCard) -> list[list[str]]:
    return [[text for text, _ in placed(page, "table-name")] for page in table_card(card)]


def words(card: TableCard) -> str:
    (text, _), *_ = placed(table_card(card)[0], "table-text")
    return text.replace("\n", " ")


def test_both_faces_tell_the_same_one_upside_down() -> None:
    (page,) = table_card(FOUR_AT_TABLE_4)
    faces = [one for one in page.placed if one.role not in ("fold-mark", "table-fold")]
    upper, lower = faces[: len(faces) // 2], faces[len(faces) // 2 :]
    for one, other in zip(upper, lower, strict=True):
        assert (one.role, one.text) == (other.role, other.text)
        assert one.box.x == pytest.approx(210 - other.box.right)
        assert one.box.y == pytest.approx(297 - other.box.bottom)


def test_the_number_is_seen_from_the_door() -> None:
    """53 mm high it is read from 10 m, 36 mm from nearly 7 m (design, sections 19 and 25)."""
    for card, height in ((FOUR_AT_TABLE_4, 53), (EIGHT_AT_TABLE_38, 36)):
        page = table_card(card)[0]
        letters = [text for text in page.all_texts if not isinstance(text, ArcText) and text.text == str(card.number)]
        face = page.fonts.face(letters[0].font)
        assert face.capital * letters[0].size * 25.4 / 72 == pytest.approx(height, abs=0.6)


def test_more_than_six_places_take_another_card_with_the_same_number() -> None:
    pages = table_card(EIGHT_AT_TABLE_38)
    assert len(pages) == 2
    assert [placed(page, "table-number-2")[0][0] for page in pages] == ["38", "38"]
    assert names(EIGHT_AT_TABLE_38)[1] == ["Cas", "Dee"]


def test_free_places_are_told_and_unknown_people_get_a_line() -> None:
    assert [text for text, _ in placed(table_card(FOUR_AT_TABLE_4)[0], "table-of")][-2:] == ["vrije plaats"] * 2
    (page,) = table_card(NOBODY_AT_TABLE_1)
    assert placed(page, "table-of") == placed(page, "table-name") == []
    lines = [one for one in page.placed if one.role == "writing" and one.box.y > FOLD]
    assert len(lines) == 5


def test_words_only_tell_what_is_the_case() -> None:
    assert "12 partnerkaarten" in words(FOUR_AT_TABLE_4)
    assert "Nele helpt je" in words(FOUR_AT_TABLE_4)
    assert "1 partnerkaart." in words(EIGHT_AT_TABLE_38)
    assert "helpt" not in words(EIGHT_AT_TABLE_38)
    assert "Staat je naam" not in words(NOBODY_AT_TABLE_1)


@pytest.mark.parametrize(
    ("known", "shown"), [({"date": Text.of("12 maart 2027")}, "12 maart 2027"), ({"place": Text.of("Lier")}, "Lier")]
)
def test_of_date_and_place_what_is_known_is_told(known: dict[str, Text], shown: str) -> None:
    card = replace(NOBODY_AT_TABLE_1, **known)  # type: ignore[arg-type]
    assert [text for text, _ in placed(table_card(card)[0], "table-when")] == [shown]


def test_a_long_organisation_takes_two_lines_and_loses_nothing() -> None:
    of = "Koninklijke Harmonie Sint-Cecilia en Broederliefde"
    card = TableCard(2, (seat("An Peeters", of, "Beveren-Kruibeke-Zwijndrecht"),), 5, 12)
    (page,) = table_card(card)
    assert page.problems == []
    ((text, _),) = placed(page, "table-of-tight")
    assert text.replace("\n", " ") == f"{of}, Beveren-Kruibeke-Zwijndrecht"


@pytest.mark.parametrize("name", ["x" * 200, "Samira " * 29])
def test_a_name_that_fits_nowhere_is_told(name: str) -> None:
    (page,) = table_card(TableCard(2, (seat(name),), 5, 12))
    assert {problem.code for problem in page.problems} == {"text-too-wide"}
    assert len(page.problems) == 1


def test_letters_that_no_font_has_are_told() -> None:
    (page,) = table_card(TableCard(2, (seat("\u0633\u0645\u064a\u0631\u0629"),), 5, 12))
    assert {problem.code for problem in page.problems} == {"letter-missing"}
