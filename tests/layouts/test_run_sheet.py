"""The run sheet: rows as high as they last, a rail to the end, two lists and a note (design, section 14)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.draw.geometry import Box
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.records import Placed
from kit.model.catalogue import Catalogue
from kit.model.schema import RunSheet
from kit.model.text.spans import Text
from kit.model.workshop.stack import ContentsRow, RunData
from kit.registry import part
from tests.conftest import drawn, replaced, shipped
from tests.stacks import RUN, RUN_OF_ONE, context, run_sheet

DrawSheet = Callable[[Catalogue, str], list[Page]]

row_heights = import_module("kit.layouts.run_sheet").row_heights


def page(edition: Edition = "colour") -> Page:
    (found,) = drawn("draaiboek", edition)
    return found


def placed(page: Page, role: str) -> list[Placed]:
    return [item for item in page.placed if item.role == role]


def boxes(page: Page, role: str) -> list[Box]:
    return [item.box for item in placed(page, role)]


def texts(page: Page, role: str) -> list[str]:
    return [item.text for item in placed(page, role)]


def sheet() -> RunSheet:
    found = shipped().sheets["draaiboek"]
    assert isinstance(found, RunSheet)
    return found


def test_it_says_of_any_workshop_what_a_workshop_gets() -> None:
    workshop = shipped().workshop
    assert workshop
    stack = workshop.stack
    assert sheet().set_out.tables.plain.split()[2] == str(stack.table_size)
    shares = {share.sheet: share for share in stack.sheets}
    assert (shares["canvas-1"].per, shares["canvas-1"].count) == (shares["canvas-2"].per, shares["canvas-2"].count)
    whom = {"participant": "per deelnemer", "organisation": "per organisatie", "table": "per tafel", "workshop": "voor"}
    rows = {row.sheet.plain: row.count.plain for row in sheet().printing.rows}
    for name, of, sheets_each in (
        ("canvas 1 + 2", "canvas-1", 1),
        ("bollenschema", "bollenschema", 1),
        ("partnerkaarten", "partnerkaart", 4),
        ("inspiratielijst", "inspiratielijst", 1),
        ("werkwijze", "werkwijze", 1),
        ("draaiboek", "draaiboek", 1),
    ):
        assert rows[name].startswith(str(-(-shares[of].count // sheets_each))), name
        assert whom[shares[of].per] in rows[name], name
    assert len(rows) == 6


def changed(**fields: object) -> Catalogue:
    """The shipped content with another run sheet."""
    catalogue = shipped()
    other = replaced(sheet(), **fields)
    return replace(catalogue, sheets={**catalogue.sheets, "draaiboek": other})


def with_rows(*rows: Mapping[str, object]) -> Catalogue:
    """The shipped content with other rows in its time line."""
    row = sheet().timing.rows[0]
    made = tuple(replaced(row, **values) for values in rows)
    return changed(timing=replaced(sheet().timing, rows=made))


def middles(page: Page) -> list[float]:
    """The y of the middle of each disc and dot, downwards."""
    return sorted(box.centre.y for role in ("disc", "run-dot") for box in boxes(page, role) if box.centre.x == 32.5)


def test_rows_grow_with_their_duration() -> None:
    heights = row_heights([row.minutes for row in sheet().timing.rows])
    wanted = [98 * (0.45 / 8 + 0.55 * row.minutes / 150) for row in sheet().timing.rows]
    assert heights == pytest.approx(wanted)
    rules = [box for box in boxes(page(), "run-rule") if box.y < 160]
    assert [rule.y for rule in rules] == pytest.approx([54.5 + sum(wanted[:i]) for i in range(9)])
    assert rules[-1].y == pytest.approx(152.5)
    assert {(rule.x, rule.right) for rule in rules} == {(12, 198)}


@given(st.lists(st.integers(1, 240), min_size=1, max_size=11))
def test_rows_fill_the_time_line_and_each_holds_a_disc(minutes: list[int]) -> None:
    heights = row_heights(minutes)
    assert sum(heights) == pytest.approx(98)
    assert min(heights) >= 8.9 - 1e-9
    longer = sorted(zip(minutes, heights, strict=True))
    assert all(a <= b + 1e-9 for (_, a), (_, b) in pairwise(longer))


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_rail_runs_from_the_first_moment_to_the_end(edition: Edition) -> None:
    rail, end = boxes(page(edition), "run-rail")
    assert rail.x == end.centre.x == 32.5
    assert rail.y == pytest.approx(middles(page(edition))[0])
    assert rail.bottom == pytest.approx(end.y)


def test_steps_get_a_disc_with_their_digit_and_the_rest_a_dot() -> None:
    assert texts(page(), "step-digit-4") == ["1", "2", "3", "3", "3"]
    discs = [box for box in boxes(page(), "disc") if box.centre.x == 32.5]
    assert {round(box.width, 3) for box in discs} == {8.2}
    assert {round(box.width, 3) for box in boxes(page(), "run-dot")} == {3.8}
    assert len(boxes(page(), "run-dot")) == 3


def test_each_row_stands_on_one_baseline() -> None:
    names = boxes(page(), "run-name")
    assert {name.x for name in names} == {41.5}
    assert {box.x for box in boxes(page(), "run-time")} == {12}
    assert {box.x for box in boxes(page(), "run-text")} == {76.5}
    assert [box.right for box in boxes(page(), "run-minutes")] == pytest.approx([198] * 8)
    assert [name.y for name in names] == [time.y for time in boxes(page(), "run-time")]
    for name, middle in zip(names, middles(page()), strict=False):
        assert name.y + 1.45 == pytest.approx(middle, abs=0.1)


def test_all_instructions_are_equally_large() -> None:
    assert len({round(box.height, 3) for box in boxes(page(), "run-text")}) == 1


def test_the_clock_counts_the_minutes() -> None:
    assert texts(page(), "run-time") == ["0:00", "0:10", "0:25", "0:45", "1:10", "1:20", "1:45", "2:10", "2:30"]
    assert texts(page(), "run-minutes")[:2] == ["10 min", "15 min"]
    assert texts(page(), "run-name")[-1] == "Einde"


def test_the_hint_stands_4_behind_its_head() -> None:
    (hint,) = boxes(page(), "run-hint")
    assert hint.x == pytest.approx(boxes(page(), "run-head")[0].right + 4)


def test_the_lists_have_rows_of_8_6_with_a_box_to_tick() -> None:
    ticks = boxes(page(), "tick")
    assert [(box.x, box.width) for box in ticks] == [(12, 5)] * 6 + [(90, 5)] * 6
    assert [box.y for box in ticks] == pytest.approx([185.7 + 8.6 * i for i in range(6)] * 2)
    rules = [box for box in boxes(page(), "run-rule") if box.y > 160]
    assert [(rule.x, rule.right) for rule in rules] == [(12, 80)] * 6 + [(90, 198)] * 6
    for tick, rule in zip(ticks, rules, strict=True):
        assert tick.bottom + 1 < rule.y < tick.y + 8.6 - 1


def test_the_table_has_three_columns() -> None:
    heads = placed(page(), "run-table-head")
    assert [head.text for head in heads] == ["BLAD", "PAPIER", "AANTAL BLADEN"]
    assert [head.box.x for head in heads] == [98, 131, 153]
    assert {box.x for box in boxes(page(), "run-sheet-name")} == {98}
    assert {box.x for box in boxes(page(), "run-paper")} == {131, 153}


def test_the_note_stands_in_its_box() -> None:
    (box,) = boxes(page(), "note-box")
    assert (box.x, box.y, box.right, box.bottom) == pytest.approx((12, 247.4, 198, 270.4))
    (note,) = boxes(page(), "run-note")
    assert box.inset(4).contains(note, slack=1)


def test_the_box_is_as_high_as_its_note(draw_sheet: DrawSheet) -> None:
    (other,) = draw_sheet(changed(note=Text.of("Print op ware grootte.")), "draaiboek")
    (box,) = boxes(other, "note-box")
    assert box.bottom == pytest.approx(270.4 - 2 * 5.4)


def test_seven_rows_still_end_above_the_note(draw_sheet: DrawSheet) -> None:
    set_out, printing = sheet().set_out, sheet().printing
    catalogue = changed(
        set_out=replaced(set_out, items=(*set_out.items, set_out.items[0])),
        printing=replaced(printing, rows=(*printing.rows, printing.rows[0])),
    )
    (other,) = draw_sheet(catalogue, "draaiboek")
    (box,) = boxes(other, "note-box")
    assert max(rule.y for rule in boxes(other, "run-rule")) < box.y - 3


def test_eleven_short_steps_do_not_touch_each_other_or_the_rules(draw_sheet: DrawSheet) -> None:
    (other,) = draw_sheet(with_rows(*({"minutes": 5, "step": 1 + i % 3} for i in range(11))), "draaiboek")
    discs = [box for box in boxes(other, "disc") if box.centre.x == 32.5]
    rules = [box.y for box in boxes(other, "run-rule") if box.y < 160]
    assert len(discs) == 11
    for disc, above, below in zip(discs, rules, rules[1:], strict=False):
        assert above + 0.2 < disc.y and disc.bottom < below - 0.2


def test_an_instruction_that_is_too_long_is_a_problem(draw_sheet: DrawSheet) -> None:
    text = sheet().timing.rows[1].text
    (other,) = draw_sheet(with_rows({"text": Text(text.spans * 2, text.mark)}), "draaiboek")
    assert [(problem.code, problem.mark) for problem in other.problems] == [("text-too-wide", text.mark)]


# Of one workshop


def of_workshop(run: RunData | None, catalogue: Catalogue | None = None, edition: Edition = "colour") -> Page:
    (found,) = run_sheet(run, edition, catalogue)
    return found


def rows_of(*names: str) -> tuple[ContentsRow, ...]:
    return tuple(ContentsRow(i, Text.of(name), "a4") for i, name in enumerate(names, 1))


def words_on(page: Page) -> str:
    return " ".join(item.text for item in page.placed).replace("\n", " ").replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("edition", EDITIONS)
def test_without_a_workshop_it_is_the_sheet_of_any(edition: Edition) -> None:
    found, usual = of_workshop(None, edition=edition), page(edition)
    assert (found.shapes, found.texts, found.codes, found.links) == (
        usual.shapes,
        usual.texts,
        usual.codes,
        usual.links,
    )


def test_clock_times_count_from_the_start_of_the_workshop() -> None:
    assert texts(of_workshop(RUN), "run-time") == [
        *("13:30", "13:40", "13:55", "14:15", "14:40", "14:50", "15:15", "15:40", "16:00")
    ]
    late = replace(RUN, start=23 * 60 + 50)
    assert texts(of_workshop(late), "run-time")[:3] == ["23:50", "0:00", "0:15"]


def test_without_a_start_clock_times_are_those_of_the_content() -> None:
    assert texts(of_workshop(replace(RUN, start=None)), "run-time") == texts(page(), "run-time")


@pytest.mark.parametrize(
    ("known", "subtitle"),
    [
        ({}, "12 maart 2027, Lier — 18 deelnemers aan 4 tafels"),
        ({"date": None}, "Lier — 18 deelnemers aan 4 tafels"),
        ({"place": None}, "12 maart 2027 — 18 deelnemers aan 4 tafels"),
        ({"date": None, "place": None, "participants": 1, "tables": 1}, "1 deelnemer aan 1 tafel"),
    ],
)
def test_the_subtitle_tells_when_where_and_for_how_many(known: dict[str, object], subtitle: str) -> None:
    (found,) = texts(of_workshop(replace(RUN, **known)), "subtitle")  # type: ignore[arg-type]
    assert " ".join(found.replace("\N{NO-BREAK SPACE}", " ").split()) == subtitle


@pytest.mark.parametrize(
    ("tables", "size", "said"),
    [(4, 5, "4 tafels met elk 5 plaatsen"), (1, 5, "1 tafel met 5 plaatsen"), (2, 1, "2 tafels met elk 1 plaats")],
)
def test_the_tables_to_set_out_are_those_of_the_workshop(tables: int, size: int, said: str) -> None:
    items = texts(of_workshop(replace(RUN, tables=tables, size=size)), "run-item")
    assert items[0].replace("\N{NO-BREAK SPACE}", " ") == said
    assert items[1:] == texts(page(), "run-item")[1:]


def test_what_is_printed_is_what_the_pack_holds() -> None:
    found = of_workshop(RUN)
    assert texts(found, "run-sheet-name") == [
        *("Draaiboek", "Werkwijze", "Inspiratielijst", "Canvas 1 + 2", "Bollenschema", "Tafelkaart", "Partnerkaarten")
    ]
    cells = [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(found, "run-paper")]
    assert cells == [
        *("A4", "1", "A4", "4", "A3", "4", "A3", "40", "A3", "20", "A4 160 g", "4", "A4 160 g", "54 (216 kaarten)")
    ]
    assert texts(of_workshop(RUN_OF_ONE), "run-paper")[-1].replace("\N{NO-BREAK SPACE}", " ") == "1 (1 kaart)"


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ((("Canvas 1", 6), ("Canvas 2", 6)), ["Canvas 1 + 2"]),
        ((("Canvas 1", 6), ("Canvas 2", 5)), ["Canvas 1", "Canvas 2"]),
        ((("Canvas 1", 6), ("Canvas 2", 6), ("Canvas 3", 6)), ["Canvas 1 + 2", "Canvas 3"]),
        ((("Canvas", 6), ("Werkwijze", 6)), ["Canvas", "Werkwijze"]),
        ((("Canvas 1", 6), ("Kaart", 6), ("Canvas 2", 6)), ["Canvas 1", "Kaart", "Canvas 2"]),
    ],
)
def test_two_sheets_of_which_there_are_as_many_share_a_row(rows: list[tuple[str, int]], names: list[str]) -> None:
    run = replace(RUN, rows=tuple(ContentsRow(count, Text.of(name), "a3") for name, count in rows))
    assert texts(of_workshop(run), "run-sheet-name") == names


@pytest.mark.parametrize("count", [7, 8, 9, 10])
def test_up_to_ten_rows_have_their_boxes_between_rules_above_the_note(count: int) -> None:
    found = of_workshop(replace(RUN, rows=rows_of(*(f"Blad-{i}" for i in range(count)))))
    ticks = [box for box in boxes(found, "tick") if box.x > 85]
    rules = [box for box in boxes(found, "run-rule") if box.x > 85]
    (note,) = boxes(found, "note-box")
    assert (len(ticks), len(rules), found.problems) == (count, count, [])
    for tick, rule, following in zip(ticks, rules, ticks[1:], strict=False):
        assert tick.bottom + 0.5 < rule.y < following.y - 0.5
    assert rules[-1].y + 3 < note.y
    assert note.bottom < 282
    (written,) = boxes(found, "run-note")
    assert note.inset(3).contains(written)


def test_more_rows_than_there_is_room_for_are_told() -> None:
    found = of_workshop(replace(RUN, rows=rows_of(*(f"Blad-{i}" for i in range(11)))))
    assert [problem.code for problem in found.problems] == ["sheet-kinds-too-many"]


def test_every_word_of_the_sheet_of_any_workshop_stays_but_what_is_of_one() -> None:
    dropped = {row.count.plain for row in sheet().printing.rows}
    found = words_on(of_workshop(RUN))
    for text in (sheet().note, *(row.text for row in sheet().timing.rows), *sheet().set_out.items):
        assert text.plain.replace("\N{NO-BREAK SPACE}", " ") in found
    assert not [text for text in dropped if text in found]


def test_on_a4_the_note_speaks_of_no_larger_paper() -> None:
    found = shipped().sheets["draaiboek"]
    (small,) = part("run_sheet", "draw_a4")(context(), found, RUN)
    (note,) = texts(small, "run-note")
    assert "A4 staand" in note and "A3" not in note
    assert small.problems == []
    (large,) = part("run_sheet", "draw")(context(), found, RUN)
    assert "A3" in texts(large, "run-note")[0]


def test_on_a4_the_table_names_no_larger_paper_and_the_sheet_has_the_same_code() -> None:
    found = shipped().sheets["draaiboek"]
    (small,), (large,) = (part("run_sheet", name)(context(), found) for name in ("draw_a4", "draw"))
    papers = texts(small, "run-paper")[::2]
    assert papers == ["4 × A4", "2 × A4", "A4 160 g", "2 × A4", "A4", "A4"]
    assert texts(large, "run-paper")[::2][:2] == ["A3", "A3"]
    assert not any("A3" in text.text for text in small.placed)
    for role in ("version", "qr"):
        assert texts(small, role) == texts(large, role)
    assert small.problems == []


def test_on_a4_what_is_more_than_one_sheet_is_counted_in_sets() -> None:
    found = shipped().sheets["draaiboek"]
    for edition in ("colour", "large"):
        (*_, small) = part("run_sheet", "draw_a4", edition)(context(edition), found, None)
        cells = [placed.text.replace("\N{NO-BREAK SPACE}", " ") for placed in small.placed]
        papers = [at for at, cell in enumerate(cells) if re.fullmatch(r"\d × A4", cell)]
        assert len(papers) == {"colour": 3, "large": 6}[edition]
        assert all(cells[at + 1].startswith("1 set ") for at in papers)
    on_a3 = texts(page(), "run-paper")[1::2]
    assert on_a3[1] == "1 per deelnemer"
