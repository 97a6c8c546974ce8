"""The print and cut list: its columns, which rows are one file, and what is said under it (design, section 20)."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest

from kit.diagnostics import Mark
from kit.draw.geometry import Box
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.records import Letters
from kit.model.text.spans import Text
from kit.model.workshop.stack import ListRow, PrintList
from tests.stacks import AT_SHOP, EIGHTEEN, FULL, ONE, TWO_HUNDRED, listed, print_list, row

LOWEST = 283


def page(of: PrintList = EIGHTEEN, edition: Edition = "colour") -> Page:
    (found,) = listed(of, edition)
    return found


def boxes(of: Page, role: str) -> list[Box]:
    return [placed.box for placed in of.placed if placed.role == role]


def said(of: Page, role: str) -> list[str]:
    return [placed.text.replace("\n", " ") for placed in of.placed if placed.role == role]


def totals(rows: Iterable[ListRow], **values: object) -> str:
    return said(page(print_list(tuple(rows), **values)), "print-totals")[0]


def test_columns_stand_where_the_design_has_them() -> None:
    found = page()
    assert {box.x for box in boxes(found, "print-name")} == {20.5}
    assert {round(box.right, 6) for box in boxes(found, "print-count")} == {82}
    assert {box.x for box in boxes(found, "print-paper")} == {87}
    assert {box.x for role in ("print-usual", "print-unusual") for box in boxes(found, role)} == {106, 136.5}
    assert {round(box.right, 6) for box in boxes(found, "print-ink")} == {191}


def test_heads_stand_over_their_columns() -> None:
    heads = dict(zip(said(page(), "print-head"), boxes(page(), "print-head"), strict=True))
    assert [heads[word].x for word in ("BESTAND", "PAPIER", "KANTEN", "SNIJDEN")] == [20.5, 87, 106, 136.5]
    assert [heads[word].right for word in ("BLADEN", "INKT")] == pytest.approx([82, 191])


def test_lines_are_a_row_apart_between_two_rules() -> None:
    rules, lines = boxes(page(), "print-rule"), boxes(page(), "print-row")
    assert [rule.y for rule in rules] == pytest.approx([53.7, 53.7 + 12 * 10.6])
    assert [line.y for line in lines] == pytest.approx([53.7 + i * 10.6 for i in range(1, 12)])


def test_a_file_has_one_box_to_tick_and_a_line_across() -> None:
    found = page()
    assert [tick.y + 2.5 for tick in boxes(found, "tick")] == pytest.approx(
        [53.7 + (i + 0.5) * 10.6 for i in (0, 1, 6, 10)]
    )
    across = [line.y for line in boxes(found, "print-row") if line.x == 12]
    assert across == pytest.approx([53.7 + i * 10.6 for i in (1, 6, 10)])
    assert {line.x for line in boxes(found, "print-row") if line.y not in across} == {20.5}


def test_a_file_says_how_many_sheets_it_has_where_it_holds_several_kinds() -> None:
    files = said(page(), "print-file")
    assert files[0] == "printertest.pdf"
    assert [file for file in files if ":" in file] == [
        "alles-a4.pdf: 11 bladen",
        "alles-a3.pdf: 26 bladen",
        "alles-kaarten.pdf: 22 bladen",
    ]


def test_each_row_names_its_file() -> None:
    names = said(page(), "print-name")
    files = [file.split(":")[0] for file in said(page(), "print-file")]
    assert len(files) == len(names)
    assert list(dict.fromkeys(files)) == ["printertest.pdf", "alles-a4.pdf", "alles-a3.pdf", "alles-kaarten.pdf"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_longest_file_name_of_the_content_fits_with_thousands_of_sheets(edition: Edition) -> None:
    cards, tables = row("Partnerkaarten", "alles-kaarten-a3", 5994, "a3-heavy"), row("Tafel", "alles-kaarten-a3", 99)
    assert page(print_list([cards, tables]), edition).problems == []
    assert said(page(print_list([cards, tables]), edition), "print-file") == [
        "alles-kaarten-a3.pdf: 6093 bladen",
        "alles-kaarten-a3.pdf",
    ]


def test_only_what_is_not_usual_catches_the_eye() -> None:
    assert set(said(page(FULL), "print-usual")) == {"enkelzijdig", "niet snijden"}
    assert set(said(page(FULL), "print-unusual")) == {
        "dubbelzijdig, lange zijde",
        "dubbelzijdig, korte zijde",
        "knip op de stippellijn, plak op de lijmstrook",
        "4 keer: 3 staand om de 105 mm, 1 liggend in het midden",
    }


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("of", [EIGHTEEN, FULL, ONE, TWO_HUNDRED])
def test_everything_in_a_row_stands_in_its_middle(of: PrintList, edition: Edition) -> None:
    found = page(of, edition)
    for role in ("print-count", "print-paper", "print-usual", "print-unusual", "print-ink"):
        for box in boxes(found, role):
            middle = 53.7 + ((box.y - 53.7) // 10.6 + 0.5) * 10.6
            hanging = 0.21 * found.style(role).size * 25.4 / 72
            assert Box.between(0, box.y, 0, box.bottom - hanging).centre.y == pytest.approx(middle, abs=0.25)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(("of", "rows"), [(FULL, 14), (AT_SHOP, 13)])
def test_all_of_it_ends_above_the_footer(of: PrintList, rows: int, edition: Edition) -> None:
    assert len(of.rows) == rows
    assert max(box.bottom for box in boxes(page(of, edition), "print-settings")) < LOWEST


def test_what_a_shop_prints_stands_apart_from_what_is_left() -> None:
    found = page(AT_SHOP)
    assert said(found, "print-group") == ["Dit drukt de drukkerij", "Dit print je zelf"]
    first, second = boxes(found, "print-group")
    names = dict(zip(said(found, "print-name"), boxes(found, "print-name"), strict=True))
    assert first.bottom < names["Inspiratielijst"].y < names["Tafelkaart"].bottom < second.y < names["Printertest"].y
    assert [box.y for box in boxes(found, "print-rule")] == pytest.approx(
        [53.7, 53.7 + 8.6 + 6 * 10.6, 53.7 + 2 * 8.6 + 13 * 10.6]
    )
    assert "dubbelzijdig, lange zijde" in said(found, "print-unusual")
    assert "door de drukkerij" in said(found, "print-usual")


def test_who_leaves_it_to_a_shop_cuts_nothing_and_mails_an_order() -> None:
    sums, note = said(page(AT_SHOP), "print-totals")
    assert "De drukkerij maakt 253 partnerkaarten." in sums
    assert "Samen: 26 bladen A3, 13 bladen A4 en 4 bladen stevig papier (160 g)." in sums
    assert "drukkerij.txt" in note and "drukkerij-a4.pdf" in note
    assert "Snijd" not in note


def test_with_a_shop_there_is_room_for_one_row_less() -> None:
    (problem,) = page(replace(AT_SHOP, rows=(*AT_SHOP.rows, row("Nog een", "nog", 1)))).problems
    assert problem.values == {"sheet": "Print- en snijlijst", "count": 14, "limit": 13}


def test_the_line_to_measure_is_on_a_sheet_that_is_printed() -> None:
    (settings,) = said(page(), "print-settings")
    assert "Print eerst elke printertest en meet daarop de lijn van 100 mm." in settings


def test_more_kinds_than_there_are_rows_are_told() -> None:
    (problem,) = page(print_list([*FULL.rows, row("Nog een", "nog", 1), row("En nog", "nog", 1)])).problems
    assert problem.code == "sheet-kinds-too-many"
    assert problem.values == {"sheet": "Print- en snijlijst", "count": 16, "limit": 15}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_sheet_of_ones_own_has_a_row_beside_all_those_of_the_kit(edition: Edition) -> None:
    """The kit has fourteen at most: the lists themselves, a test on each paper, and every form of the bubble sheet."""
    found = page(replace(FULL, rows=(*FULL.rows, row("Nog een", "nog", 1))), edition)
    assert found.problems == []
    first, last = (box.y for box in boxes(found, "print-rule"))
    assert last - first == pytest.approx(14 * 10.6)
    lines = sorted(box.y for box in boxes(found, "print-row"))
    assert {round(b - a, 2) for a, b in pairwise([first, *lines, last])} == {9.89}
    for placed in (placed for placed in found.placed if placed.role in ("print-name", "print-file", "print-unusual")):
        assert not [y for y in lines if placed.box.y < y < placed.box.bottom], placed
    assert max(box.bottom for box in boxes(found, "print-settings")) < LOWEST


def test_a_name_that_is_too_long_is_told_where_it_stands() -> None:
    name = Text.of("Bollenschema van Beveren-Kruibeke-Zwijndrecht en omstreken", Mark("bollenschema.yaml", 6, 11))
    (problem,) = page(print_list([replace(row("", "bollen", 1), name=name)])).problems
    assert (problem.code, problem.mark) == ("text-too-wide", name.mark)


def test_only_papers_that_occur_are_added_up() -> None:
    a3, a4 = row("a", "a", 26, "a3"), row("b", "b", 1)
    card, large_card = row("c", "c", 22, "a4-heavy"), row("d", "d", 3, "a3-heavy")
    assert totals([a3, a4, card]).startswith(
        "Samen: 26 bladen A3, 1 blad A4 en 22 bladen stevig papier (160 g). Na het snijden"
    )
    assert totals([a3, card, large_card]).startswith("Samen: 26 bladen A3 en 25 bladen stevig papier (160 g). Na")
    assert totals([a4]).startswith("Samen: 1 blad A4. Na")
    assert totals([a4, a4]).startswith("Samen: 2 bladen A4. Na")


def test_the_sum_stands_out() -> None:
    letters = [text for text in page().texts if isinstance(text, Letters) and text.size == 11]
    (sums,) = (text for text in letters if text.text.startswith("Samen"))
    assert (sums.font.weight, sums.text.strip()[-8:]) == (600, "(160 g).")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "Na het snijden heb je 72 partnerkaarten. Reserve: 2 sets."),
        ({"cards": 1, "spares": 1}, "Na het snijden heb je 1 partnerkaart. Reserve: 1 set."),
        ({"cards": 0}, "Reserve: 2 sets."),
        ({"spares": 0}, "Na het snijden heb je 72 partnerkaarten."),
        ({"cards": 0, "spares": 0}, ""),
    ],
)
def test_only_cards_and_spares_that_there_are_are_told(values: dict[str, object], expected: str) -> None:
    between = f" {expected}" if expected else ""
    assert totals([row("a", "a", 3)], **values) == (
        f"Samen: 3 bladen A4.{between} Inkt: gemiddeld 5 % van het blad. Inktbesparend: 3 %."
    )


def test_the_low_ink_edition_does_not_compare_itself() -> None:
    assert totals([row("a", "a", 3)], cards=0, spares=0, low_ink=None).endswith("5 % van het blad.")


def test_how_to_cut_is_told_where_something_is_cut() -> None:
    assert said(page(ONE), "print-totals")[1:] == []
    (cutting,) = said(page(), "print-totals")[1:]
    assert cutting.startswith("Leg de stapel recht. Snijd van streepje tot streepje. Snijd de kaarten per tafel.")
    tiles = replace(EIGHTEEN, cards=0)
    assert said(page(tiles), "print-totals")[1:] == ["Leg de stapel recht. Snijd van streepje tot streepje."]


@pytest.mark.parametrize(
    ("date", "place", "expected"),
    [
        (None, None, "1 deelnemer aan 1 tafel"),
        ("3 mei 2027", None, "3 mei 2027 — 1 deelnemer aan 1 tafel"),
        (None, "Lier", "Lier — 1 deelnemer aan 1 tafel"),
        ("3 mei 2027", "Lier", "3 mei 2027, Lier — 1 deelnemer aan 1 tafel"),
    ],
)
def test_only_what_is_known_stands_under_the_title(date: str | None, place: str | None, expected: str) -> None:
    known = {name: Text.of(value) for name, value in (("date", date), ("place", place)) if value}
    assert said(page(print_list(ONE.rows, participants=1, tables=1, **known)), "subtitle") == [expected]
