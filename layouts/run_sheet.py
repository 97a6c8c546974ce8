"""The run sheet: the time line, what to set out and what to print (design, section 14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Box, Circle
from kit.draw.look.roles import CORNER
from kit.draw.page import Page
from kit.draw.paths import circle, rounded
from kit.model.schema import PrintTable, RunOfWorkshop, RunRow, RunSheet, Timing
from kit.model.text.spans import Text, joined
from kit.model.workshop.stack import ContentsRow, RunData

from .shared.frame import footer, header
from .shared.parts import check_kinds, step_disc, tick_box

LEFT: Final = 12.0
RIGHT: Final = 198.0
ICON: Final = 6.4
"""The clock is then as wide as the tick boxes below it."""

HEAD_INDENT: Final = 8.0
"""From the left edge of a block to the words behind its icon or its tick boxes."""

TIMING_Y: Final = 46.0
TOP: Final = 54.5
HEIGHT: Final = 98.0
"""Of all rows of the time line together."""

LOWEST: Final = 8.9
"""A row holds a disc of 8.2; eleven of these fill the time line."""

MIDDLE: Final = 5.3
"""From the top of a row to the middle of its disc and its words; in a low row, half its height."""

BASELINE: Final = 1.45
RAIL: Final = 32.5
DISC: Final = 4.1
DOT: Final = 1.9
END: Final = Circle(RAIL, 157.3, 2.2)
NAME: Final = 41.5
TEXT: Final = 76.5
TEXT_END: Final = 183.6
TONES: Final = ("you", "strength", "bridge")

BORDER_Y: Final = 167.1
LISTS_Y: Final = 175.0
HEADS_Y: Final = 182.6
FIRST_ROW: Final = 189.6
ROW: Final = 8.6
TICK: Final = 5.0
TICK_RISE: Final = 3.9
RULE_DROP: Final = 2.75
SET_OUT_END: Final = 80.0
PRINT: Final = 90.0
MOST_ROWS: Final = 7
COLUMNS: Final = (98.0, 131.0, 153.0, RIGHT)
COLUMNS_OF_WORKSHOP: Final = (98.0, 147.5, 166.5, RIGHT)
"""The names of all sheets are longer, and their counts are numbers."""

LOW_ROW: Final = 6.6
MOST_LOW_ROWS: Final = 10
"""A workshop may take more kinds of sheets: then all rows are lower, and the note is as much farther down."""

NOTE: Final = Box.between(LEFT, 247.4, RIGHT, 270.4)
NOTE_Y: Final = 255.6
NOTE_INSET: Final = 6.0
NOTE_BOTTOM: Final = 4.0
"""From the last baseline to the box."""


Row = tuple[Text, Text, Text]
"""A sheet, its paper, and how many."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What the sheet tells of any workshop, or of one: clock times, what to set out, and a table of what to print."""

    subtitle: Text
    clock: tuple[str, ...]
    set_out: tuple[Text, ...]
    rows: tuple[Row, ...]
    columns: tuple[float, ...]
    note: Text

    @property
    def pitch(self) -> float:
        """From row to row of both lists."""
        return ROW if len(self.rows) <= MOST_ROWS else LOW_ROW

    @property
    def note_drop(self) -> float:
        """How much farther down the note stands."""
        lowest = FIRST_ROW + self.pitch * (min(len(self.rows), MOST_LOW_ROWS) - 1)
        return max(lowest - FIRST_ROW - ROW * (MOST_ROWS - 1), 0)


def draw(context: DrawingContext, sheet: RunSheet, run: RunData | None = None) -> list[Page]:
    """One A4 page, of any workshop or of one. More kinds of sheets than there is room for are a problem of the page."""
    return _drawn(context, sheet, _told(sheet, small=False) if run is None else _told_of(sheet, run))


def draw_a4(context: DrawingContext, sheet: RunSheet, run: RunData | None = None) -> list[Page]:
    """The same page for a kit that is all on A4: its paper, and a note of its own where the content has one."""
    told = _told(sheet, small=True) if run is None else _told_of(sheet, run)
    return _drawn(context, sheet, replace(told, note=sheet.a4.note) if sheet.a4 else told)


def _drawn(context: DrawingContext, sheet: RunSheet, told: _Told) -> list[Page]:
    page = context.page(A4_PORTRAIT)
    header(page, context, sheet, told.subtitle, 155)
    _timing(page, context, sheet.timing, told.clock)
    page.line(LEFT, BORDER_Y, RIGHT, BORDER_Y, "border")
    _set_out(page, sheet.set_out.head, told)
    _printing(page, sheet.printing, told)
    _note(page, told.note, told.note_drop)
    footer(page, context, sheet, sheet.footer)
    check_kinds(page, sheet, len(told.rows), MOST_LOW_ROWS)
    return [page]


def _told(sheet: RunSheet, *, small: bool) -> _Told:
    """What is so for any workshop; ``small``: where all is on A4."""
    rows = tuple(row.cells(small=small) for row in sheet.printing.rows)
    set_out = (sheet.set_out.tables, *sheet.set_out.items)
    return _Told(sheet.subtitle, sheet.timing.clock, set_out, rows, COLUMNS, sheet.note)


def _told_of(sheet: RunSheet, run: RunData) -> _Told:
    """What is so for one workshop."""
    clock = sheet.timing.clock if run.start is None else sheet.timing.clock_from(run.start)
    rows = counted_rows(sheet, run)
    return _Told(subtitle_of(sheet, run), clock, set_out_of(sheet, run), rows, COLUMNS_OF_WORKSHOP, sheet.note)


def set_out_of(sheet: RunSheet, run: RunData) -> tuple[Text, ...]:
    """What lies ready at one workshop."""
    return (_tables(sheet.workshop, run), *sheet.set_out.items)


def counted_rows(sheet: RunSheet, run: RunData) -> tuple[Row, ...]:
    """What is printed for one workshop."""
    return tuple(_counted(sheet.workshop, row) for row in _together(sheet.workshop, run.rows))


def subtitle_of(sheet: RunSheet, run: RunData) -> Text:
    """When and where it is, as far as that is known, and for how many."""
    words = sheet.workshop
    group = {"deelnemers": words.participants.of(run.participants), "tafels": words.tables.of(run.tables)}
    known = [text for text in (run.date, run.place) if text]
    if not known:
        return words.subtitle.fill(**group)
    return words.subtitle_known.fill(gelegenheid=joined(known, ", "), **group)


def _tables(words: RunOfWorkshop, run: RunData) -> Text:
    """How many tables there are, and how many people sit at the fullest of them: all get as many places."""
    places = words.places.of(run.size)
    if run.tables == 1:
        return words.one_table.fill(plaatsen=places)
    return words.more_tables.fill(n=run.tables, plaatsen=places)


def _together(words: RunOfWorkshop, rows: Iterable[ContentsRow]) -> Iterator[ContentsRow]:
    """The rows, those that belong together as one: canvas 1 and canvas 2, where there are as many of both."""
    before: ContentsRow | None = None
    for row in rows:
        name = _common_name(words, before, row) if before else None
        if before and name:
            row = replace(before, name=name, count=before.count + row.count)
            before = None
            yield row
            continue
        if before:
            yield before
        before = row
    if before:
        yield before


def _common_name(words: RunOfWorkshop, one: ContentsRow, other: ContentsRow) -> Text | None:
    """The name of two kinds of sheets whose names differ in their last word alone; nothing where they are no pair."""
    first, second = one.name.plain.split(), other.name.plain.split()
    alike = replace(one, name=other.name) == other and first[:-1] == second[:-1] and len(first) > 1
    if not alike:
        return None
    return replace(
        words.together.fill(naam=" ".join(first[:-1]), eerste=first[-1], tweede=second[-1]), mark=one.name.mark
    )


def _counted(words: RunOfWorkshop, row: ContentsRow) -> Row:
    """The name, the paper and how many; of cards, how many there are after cutting too, or these alone."""
    count = words.cards.of(row.count) if row.are_cards else Text.of(str(row.count))
    if row.cards:
        count = words.count_of_cards.fill(n=row.count, kaarten=words.cards.of(row.cards))
    return row.name, words.papers.of(row.paper), count


def row_heights(minutes: Sequence[int]) -> tuple[float, ...]:
    """How high each row is, in mm: a part alike for all, the rest after its duration (design, section 14).

    Rows that would be too low for a disc take what they lack from the higher ones.
    """
    heights = [HEIGHT * (0.45 / len(minutes) + 0.55 * each / sum(minutes)) for each in minutes]
    spare = [max(height - LOWEST, 0) for height in heights]
    lack = sum(max(LOWEST - height, 0) for height in heights)
    return tuple(LOWEST + each * (1 - lack / sum(spare)) for each in spare)


def _timing(page: Page, context: DrawingContext, timing: Timing, clock: Sequence[str]) -> None:
    """The rows between hairlines, the rail with discs and dots, and the end."""
    head = _head(page, "clock", timing.head, LEFT, TIMING_Y, 60)
    page.text(timing.hint, "run-hint", head + 4, TIMING_Y, width=155 - head - 4)
    heights = row_heights([row.minutes for row in timing.rows])
    tops = tuple(accumulate(heights, initial=TOP))
    middles = [top + min(MIDDLE, height / 2) for top, height in zip(tops, heights, strict=False)]
    for y in tops:
        page.line(LEFT, y, RIGHT, y, "run-rule")
    page.line(RAIL, middles[0], RAIL, END.y - END.r, "run-rail")
    for moment, row, y in zip(clock, timing.rows, middles, strict=False):
        _row(page, context, moment, row, timing.duration, y)
    _clock(page, clock[-1], END.y)
    page.stroke(circle(END), "run-rail")
    _name(page, timing.end, END.y)


def _row(page: Page, context: DrawingContext, clock: str, row: RunRow, duration: Text, y: float) -> None:
    """One part of the workshop; ``y`` is the middle of its disc."""
    _clock(page, clock, y)
    if row.step is None:
        page.fill(circle(Circle(RAIL, y, DOT)), "ink", "run-dot")
    else:
        step_disc(page, Circle(RAIL, y, DISC), TONES[row.step - 1], context.catalogue.steps.step(row.step).digit)
    _name(page, row.name, y)
    page.text(row.text, "run-text", TEXT, y + BASELINE, width=TEXT_END - TEXT)
    minutes = duration.fill(minuten=row.minutes)
    page.text(minutes, "run-minutes", RIGHT, y + BASELINE, width=RIGHT - TEXT_END, align="right")


def _clock(page: Page, clock: str, y: float) -> None:
    page.text(clock, "run-time", LEFT, y + BASELINE, width=15)


def _name(page: Page, name: Text, y: float) -> None:
    page.text(name, "run-name", NAME, y + BASELINE, width=TEXT - NAME - 2)


def _head(page: Page, icon: str, text: Text, left: float, y: float, width: float) -> float:
    """The head of a block behind its icon, which stands above the middle of the tick boxes. Gives where it ends."""
    page.icon(icon, (left + TICK / 2, y - 1.9), ICON, "ink")
    return page.text(text, "run-head", left + HEAD_INDENT, y, width=width).right


def _set_out(page: Page, head: Text, told: _Told) -> None:
    """What lies ready."""
    _head(page, "flag", head, LEFT, LISTS_Y, SET_OUT_END - LEFT - HEAD_INDENT)
    for i, item in enumerate(told.set_out):
        y = _ticked(page, LEFT, SET_OUT_END, i, told.pitch)
        page.text(item, "run-item", LEFT + HEAD_INDENT, y, width=SET_OUT_END - LEFT - HEAD_INDENT)


def _printing(page: Page, printing: PrintTable, told: _Told) -> None:
    """What to print, on which paper, how many."""
    _head(page, "card", printing.head, PRINT, LISTS_Y, RIGHT - PRINT - HEAD_INDENT)
    heads = printing.columns
    _cells(page, HEADS_Y, (heads.sheet, heads.paper, heads.count), ("run-table-head",) * 3, told.columns)
    for i, row in enumerate(told.rows):
        y = _ticked(page, PRINT, RIGHT, i, told.pitch)
        _cells(page, y, row, ("run-sheet-name", "run-paper", "run-paper"), told.columns)


def _cells(page: Page, y: float, texts: Sequence[Text], roles: Sequence[str], columns: Sequence[float]) -> None:
    """One row of the table."""
    for text, role, left, right in zip(texts, roles, columns, columns[1:], strict=False):
        page.text(text, role, left, y, width=right - left - 1.5)


def _ticked(page: Page, left: float, right: float, i: int, pitch: float) -> float:
    """The box to tick of row ``i`` and the hairline below it. Gives the baseline of the row."""
    y = FIRST_ROW + pitch * i
    tick_box(page, left, y - TICK_RISE, TICK)
    rule = y + min(RULE_DROP, TICK - TICK_RISE + (pitch - TICK) / 2)
    page.line(left, rule, right, rule, "run-rule")
    return y


def _note(page: Page, note: Text, drop: float) -> None:
    """The print settings in a box, which is as high as its text: up to four lines."""
    width = NOTE.width - 2 * NOTE_INSET
    written = page.text(note, "run-note", NOTE.x + NOTE_INSET, NOTE_Y + drop, width=width, lines=4)
    box = Box.between(NOTE.x, NOTE.y + drop, NOTE.right, written.last_baseline + NOTE_BOTTOM)
    page.stroke(rounded(box, CORNER), "note-box")
