"""The card that stands on a table: both faces, who sits there, and names of any length."""

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from kit.diagnostics import Mark
from kit.draw.geometry import Box
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.records import ArcText
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names, TableCard
from kit.registry import part
from tests.conftest import replaced, shipped
from tests.stacks import (
    EIGHT_AT_TABLE_38,
    FOUR_AT_TABLE_4,
    NOBODY_AT_TABLE_1,
    SIX_AT_TABLE_44,
    context,
    seat,
    table_card,
)
from tests.stacks import words as workshop

FOLD = 148.5
MARK = Mark("deelnemers.csv", 7, 1)


def placed(page: Page, role: str) -> list[tuple[str, float]]:
    """The texts of a role on the face that stands upright, and where their boxes end."""
    return [(one.text, one.box.bottom) for one in page.all_placed if one.role == role and one.box.y > FOLD]


def boxes(page: Page, *roles: str) -> list[Box]:
    """Where they stand on the face that stands upright, y from the fold."""
    return [one.box.moved(0, -FOLD) for one in page.all_placed if one.role in roles and one.box.y > FOLD]


def alone(*seats: Names, free: int = 0) -> Page:
    (page,) = table_card(TableCard(2, seats, free, 12))
    return page


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
    """51.5 mm high it is read from nearly 10 m, 36 mm from nearly 7 m (design, sections 19 and 25)."""
    for card, height in ((FOUR_AT_TABLE_4, 51.5), (EIGHT_AT_TABLE_38, 36)):
        page = table_card(card)[0]
        letters = [text for text in page.all_texts if not isinstance(text, ArcText) and text.text == str(card.number)]
        # Digits of Poppins are a little higher than its capitals.
        assert 0.73 * letters[0].size * 25.4 / 72 == pytest.approx(height, abs=0.6)


@pytest.mark.parametrize("number", range(1, 100))
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_number_stands_in_its_bubble_in_its_own_letters(number: int, edition: Edition) -> None:
    (page,) = table_card(replace(NOBODY_AT_TABLE_1, number=number), edition)
    assert page.problems == []
    (digits, *_) = [text for text in page.texts if text.text == str(number) and text.each[0].size > 100]
    assert digits.each[0].font.family == "Poppins"
    (box,) = boxes(page, "table-number-1", "table-number-2")
    assert box.centre.x == pytest.approx(58)
    assert box.width < 2 * (46 - 4.2)


@pytest.mark.parametrize("edition", EDITIONS)
def test_names_and_codes_of_both_faces_are_read(edition: Edition) -> None:
    (page,) = table_card(FOUR_AT_TABLE_4, edition)
    (printed,) = pypdfium2.PdfDocument(pdf_bytes([page], page.fonts, Info("", "", "", "nl-BE")))
    text = printed.get_textpage().get_text_range()
    assert text.count("Samira El Amrani") == text.count("TAFEL") == 2
    codes = zxingcpp.read_barcodes(printed.render(scale=200 / 72).to_pil().convert("L"))
    assert [code.text for code in codes] == [shipped().kit.digital.base_url.plain] * 2


def test_more_than_six_places_take_another_card_with_the_same_number() -> None:
    pages = table_card(EIGHT_AT_TABLE_38)
    assert len(pages) == 2
    assert [placed(page, "table-number-2")[0][0] for page in pages] == ["38", "38"]
    assert names(EIGHT_AT_TABLE_38)[1] == ["An", "Bo", "Cas", "Dee"]


@given(st.integers(0, 40), st.integers(0, 12))
def test_places_are_shared_evenly_and_everybody_has_one(people: int, free: int) -> None:
    card = TableCard(3, tuple(seat(f"Naam {i}") for i in range(people)), free, 12)
    assert [name for page in names(card) for name in page] == [f"Naam {i}" for i in range(people)]
    lines = [len(boxes(page, "writing")) for page in table_card(card)]
    assert sum(lines) == people + free
    assert max(lines) <= 6
    assert max(lines) - min(lines) <= 1


def test_free_places_are_told_and_unknown_people_get_a_line() -> None:
    assert [text for text, _ in placed(table_card(FOUR_AT_TABLE_4)[0], "table-of")][-2:] == ["vrije plaats"] * 2
    (page,) = table_card(NOBODY_AT_TABLE_1)
    assert placed(page, "table-of") == placed(page, "table-name") == []
    lines = [one for one in page.placed if one.role == "writing" and one.box.y > FOLD]
    assert len(lines) == 5


def test_where_nobody_is_known_a_free_place_is_a_line_as_any_other() -> None:
    page = alone(NOBODY, Names(date=Text.of("12 maart 2027")), free=2)
    assert placed(page, "table-of") == []
    assert len(boxes(page, "writing")) == 4
    known = alone(NOBODY, seat("", "", "Lier"), free=1)
    assert [text for text, _ in placed(known, "table-of")] == ["Lier", "vrije plaats"]


def test_a_name_alone_stands_nearer_to_its_line() -> None:
    single, other = boxes(alone(seat("Jan"), seat("Jan", "vzw")), "table-name")
    assert 47 - single.bottom == pytest.approx(1.84, abs=0.01)
    assert 47 + 11.2 - other.bottom == pytest.approx(4.14, abs=0.01)


def test_the_first_name_keeps_clear_of_the_address_unless_it_is_too_long() -> None:
    first, second = boxes(alone(*[seat("Marie-Thérèse Van Puyvelde")] * 2), "table-name")
    assert first.width <= 58 < second.width
    long = alone(seat("Marie-Thérèse Van Puyvelde-Goossens"))
    assert 58 < boxes(long, "table-name")[0].width <= 84
    assert long.problems == []
    for page in (long, *table_card(SIX_AT_TABLE_44)):
        lowest = max(url.bottom for url in boxes(page, "url"))
        assert boxes(page, "table-name", "table-name-tight")[0].y > lowest + 0.5


def test_words_only_tell_what_is_the_case() -> None:
    assert "12 partnerkaarten" in words(FOUR_AT_TABLE_4)
    assert "Nele helpt je" in words(FOUR_AT_TABLE_4)
    assert "1 partnerkaart." in words(EIGHT_AT_TABLE_38)
    assert "helpt" not in words(EIGHT_AT_TABLE_38)
    assert "Staat je naam" in words(FOUR_AT_TABLE_4)
    assert "Staat je naam" not in words(NOBODY_AT_TABLE_1)
    assert "Staat je naam" not in words(TableCard(2, (seat("", "Bibliotheek"),), 0, 12))
    assert words(replace(NOBODY_AT_TABLE_1, cards=0)).startswith("Op je plaats: canvas 1 en 2, een bollenschema. In")


def test_what_lies_where_stands_on_a_line_each_where_there_is_nothing_else_to_say() -> None:
    ((text, _),) = placed(table_card(NOBODY_AT_TABLE_1)[0], "table-text")
    assert [line.split(":")[0] for line in text.splitlines()] == ["Op je plaats", "In het midden"]


def test_what_else_there_is_to_say_stands_on_a_line_of_its_own_where_there_is_room() -> None:
    ((text, _),) = placed(table_card(FOUR_AT_TABLE_4)[0], "table-text")
    starts = ["Op je plaats", "In het midden", "Staat je naam"]
    assert [line.startswith(start) for line, start in zip(text.splitlines(), starts, strict=True)] == [True] * 3


def test_a_facilitator_who_takes_too_much_room_is_told_where_the_name_stands() -> None:
    (page,) = table_card(replace(FOUR_AT_TABLE_4, facilitator=Text.of("Marie-Thérèse " * 15, MARK)))
    (problem,) = page.problems
    assert (problem.code, problem.mark) == ("text-too-high", MARK)


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
    assert text == f"{of},\nBeveren-Kruibeke-Zwijndrecht"


def test_a_place_that_is_too_long_for_the_line_stands_under_the_date() -> None:
    (page,) = table_card(SIX_AT_TABLE_44)
    ((text, _),) = placed(page, "table-when")
    assert text == "30 september 2027,\nBeveren-Kruibeke-Zwijndrecht"


def test_two_lines_break_anywhere_where_one_value_is_longer_than_a_line() -> None:
    of = "Intergemeentelijke vereniging voor erfgoed en amateurkunsten van de Rupelstreek"
    page = alone(seat("An", of, "Lier"))
    assert page.problems == []
    ((text, _),) = placed(page, "table-of-tight")
    assert text.replace("\n", " ") == f"{of}, Lier"


def test_an_organisation_that_fits_nowhere_is_told_where_it_stands() -> None:
    page = alone(Names(Text.of("An"), Text.of("vereniging " * 20, MARK)))
    (problem,) = page.problems
    assert (problem.code, problem.mark) == ("text-too-high", MARK)


@pytest.mark.parametrize("name", ["x" * 200, "Samira " * 29])
def test_a_name_that_fits_nowhere_is_told(name: str) -> None:
    (page,) = table_card(TableCard(2, (seat(name),), 5, 12))
    assert {problem.code for problem in page.problems} == {"text-too-wide"}
    assert len(page.problems) == 1


def test_letters_that_no_font_has_are_told() -> None:
    (page,) = table_card(TableCard(2, (seat("\u0633\u0645\u064a\u0631\u0629"),), 5, 12))
    assert [problem.code for problem in page.problems] == ["letters-missing"]


def _heads(page: Page) -> tuple[list[Box], list[Box]]:
    """The discs of the steps, and the heads behind them."""
    return [box for box in boxes(page, "disc") if box.y > 120], boxes(page, "table-step")


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_steps_go_from_margin_to_margin(edition: Edition) -> None:
    discs, heads = _heads(table_card(FOUR_AT_TABLE_4, edition)[0])
    assert discs[0].x == pytest.approx(12)
    assert heads[-1].right == pytest.approx(198, abs=0.8)
    first, second = (disc.x - head.right for head, disc in zip(heads, discs[1:], strict=False))
    assert first == pytest.approx(second, abs=0.8)
    colour, _ = _heads(table_card(FOUR_AT_TABLE_4)[0])
    assert [disc.x for disc in discs] == pytest.approx([disc.x for disc in colour])


@pytest.mark.parametrize(("more", "told"), [("", 0), (" nu dan", 0), (" en elkaar, en daarna nog veel meer", 3)])
def test_long_heads_of_steps_shrink_or_are_told_but_never_overlap(more: str, told: int) -> None:
    at = context()
    steps = tuple(replaced(step, head=Text.of(f"{step.head}{more}")) for step in at.catalogue.steps.steps)
    content = replace(at.catalogue, steps=replaced(at.catalogue.steps, steps=steps))
    draw = part("table_card", "draw")
    (page,) = draw(context(catalogue=content), workshop(content).table_card, FOUR_AT_TABLE_4)
    assert len(page.problems) == told
    discs, heads = _heads(page)
    if not told:
        assert all(head.right + 5.9 < disc.x for head, disc in zip(heads, discs[1:], strict=False))
