"""The run sheet in large letters: the time line, what to set out, what to print (design, section 26)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Box, Circle
from kit.draw.look.roles import CORNER
from kit.draw.page import Page
from kit.draw.paths import circle, rounded
from kit.model.schema import RunRow, RunSheet
from kit.model.text.spans import Text
from kit.model.workshop.stack import RunData

from ..run_sheet import Row, counted_rows, set_out_of, subtitle_of
from ..shared.parts import step_disc, tick_box
from .blocks import Block, joined_up, pages, set_text, side_by_side, text_block, text_height
from .frame import WIDTH

DISC: Final = 7.0
DISC_AIR: Final = 2.0
"""From the line above a row to the disc of its step, and at least so far from there to the line below."""

DOT: Final = 2.4
RAIL: Final = 29.0
TEXT: Final = 42.0
MINUTES: Final = 28.0
ROW_AIR: Final = 2.6
TONES: Final = ("you", "strength", "bridge")
TICK: Final = 7.0
TICK_INDENT: Final = 11.0
ICON: Final = 9.0
HEAD_INDENT: Final = 13.0
SECOND: Final = 95.0
COLUMN_GAP: Final = 4.0
"""Where the second of two columns begins, and how far the first stays from it."""

PAPER: Final = 96.0
COUNT: Final = 128.0
NOTE_INSET: Final = 6.0


@dataclass(frozen=True, slots=True)
class _Told:
    """What the sheet tells of any workshop, or of one."""

    subtitle: Text
    clock: tuple[str, ...]
    set_out: tuple[Text, ...]
    rows: tuple[Row, ...]
    note: Text


def draw(context: DrawingContext, sheet: RunSheet, run: RunData | None = None) -> list[Page]:
    """Some A4 pages, of any workshop or of one."""
    return _drawn(context, sheet, run, small=False)


def draw_a4(context: DrawingContext, sheet: RunSheet, run: RunData | None = None) -> list[Page]:
    """The same for a kit that is all on A4."""
    return _drawn(context, sheet, run, small=True)


def _drawn(context: DrawingContext, sheet: RunSheet, run: RunData | None, *, small: bool) -> list[Page]:
    told = _told(context, sheet, small=small) if run is None else _told_of(context, sheet, run, small=small)
    return pages(context, sheet, (sheet.title, told.subtitle, sheet.bookmark), list(_blocks(context, sheet, told)))


def _told(context: DrawingContext, sheet: RunSheet, *, small: bool) -> _Told:
    """What is so for any workshop; ``small``: where all is on A4."""
    words = context.large.run_sheet
    rows = tuple(row.cells(small=small) for row in words.rows)
    set_out = (sheet.set_out.tables, *sheet.set_out.items)
    return _Told(sheet.subtitle, sheet.timing.clock, set_out, rows, words.note_a4 if small else words.note)


def _told_of(context: DrawingContext, sheet: RunSheet, run: RunData, *, small: bool) -> _Told:
    """What is so for one workshop."""
    words = context.large.run_sheet
    clock = sheet.timing.clock if run.start is None else sheet.timing.clock_from(run.start)
    note = words.note_a4 if small else words.note
    return _Told(subtitle_of(sheet, run), clock, set_out_of(sheet, run), counted_rows(sheet, run), note)


def _blocks(context: DrawingContext, sheet: RunSheet, told: _Told) -> Iterator[Block]:
    ruler, timing = context.page(A4_PORTRAIT), sheet.timing
    yield _head(ruler, "clock", timing.head, timing.hint).and_next()
    for clock, row in zip(told.clock, timing.rows, strict=False):
        yield _row(ruler, context, clock, row, timing.duration.fill(minuten=row.minutes))
    yield _end(told.clock[-1], timing.end)
    yield _head(ruler, "flag", sheet.set_out.head, None).and_next()
    yield from joined_up([*_two_by_two(ruler, told.set_out)])
    yield _head(ruler, "card", sheet.printing.head, None).and_next()
    heads = sheet.printing.columns
    yield _cells(ruler, (heads.sheet, heads.paper, heads.count), ("field-label",) * 3).and_next()
    for row_of_sheet in told.rows:
        yield _cells(ruler, row_of_sheet, ("strong", "small", "small"), ticked=True)
    yield _note(ruler, told.note)


def _head(ruler: Page, icon: str, text: Text, hint: Text | None) -> Block:
    width = WIDTH - HEAD_INDENT
    head = text_height(ruler, text, "head", width)
    height = head + (2.5 + text_height(ruler, hint, "small", width) if hint else 0)

    def draw(page: Page, x: float, y: float) -> None:
        page.icon(icon, (x + ICON / 2, y + 2.6), ICON, "ink")
        set_text(page, text, "head", x + HEAD_INDENT, y, width)
        if hint:
            set_text(page, hint, "small", x + HEAD_INDENT, y + head + 2.5, width)

    return Block(height, draw, 11)


def _row(ruler: Page, context: DrawingContext, clock: str, row: RunRow, minutes: Text) -> Block:
    """A part of the workshop under a line: when, what it is called and how long it takes, then what to say."""
    name_width = WIDTH - TEXT - MINUTES
    name = text_height(ruler, row.name, "strong", name_width)
    height = ROW_AIR + name + 1 + text_height(ruler, row.text, "text", WIDTH - TEXT)
    if row.step is not None:
        height = max(height, 2 * (DISC_AIR + DISC) - ROW_AIR)

    def draw(page: Page, x: float, y: float) -> None:
        page.line(x, y, x + WIDTH, y, "run-rule")
        top = y + ROW_AIR
        set_text(page, Text.of(clock), "strong", x, top, RAIL - DISC)
        if row.step is None:
            page.fill(circle(Circle(x + RAIL, top + 2, DOT)), "ink", "run-dot")
        else:
            digit = context.catalogue.steps.step(row.step).digit
            step_disc(page, Circle(x + RAIL, y + DISC_AIR + DISC, DISC), TONES[row.step - 1], digit)
        set_text(page, row.name, "strong", x + TEXT, top, name_width)
        page.text(minutes, "strong", x + WIDTH, top + 4.2, width=MINUTES - 2, align="right")
        set_text(page, row.text, "text", x + TEXT, top + name + 1, WIDTH - TEXT)

    return Block(height, draw, ROW_AIR)


def _end(clock: str, text: Text) -> Block:
    """When it ends."""

    def draw(page: Page, x: float, y: float) -> None:
        page.line(x, y, x + WIDTH, y, "run-rule")
        set_text(page, Text.of(clock), "strong", x, y + ROW_AIR, RAIL - DISC)
        page.stroke(circle(Circle(x + RAIL, y + ROW_AIR + 2, DOT)), "run-rail")
        set_text(page, text, "strong", x + TEXT, y + ROW_AIR, WIDTH - TEXT)

    return Block(ROW_AIR + 6, draw, ROW_AIR)


def _two_by_two(ruler: Page, items: Sequence[Text]) -> Iterator[Block]:
    """What lies ready, in two columns that are read one after the other: one page holds it with all that is printed."""
    half = (len(items) + 1) // 2
    blocks = [_ticked(ruler, item) for item in items]
    for left, right in zip_longest(blocks[:half], blocks[half:]):
        yield side_by_side(left, right, SECOND) if right else left


def _ticked(ruler: Page, item: Text) -> Block:
    """One thing that lies ready, behind a box to tick."""
    width = SECOND - TICK_INDENT - COLUMN_GAP

    def draw(page: Page, x: float, y: float) -> None:
        tick_box(page, x, y, TICK)
        set_text(page, item, "text", x + TICK_INDENT, y + 1.4, width)

    return Block(max(TICK, text_height(ruler, item, "text", width) + 1.4), draw, ROW_AIR)


def _cells(ruler: Page, row: Row, roles: tuple[str, str, str], *, ticked: bool = False) -> Block:
    """A row of the table of what to print."""
    ends = (PAPER - TICK_INDENT - 3, COUNT - PAPER - 3, WIDTH - COUNT)
    starts = (TICK_INDENT, PAPER, COUNT)
    cells = list(zip(row, roles, starts, ends, strict=True))
    height = max(text_height(ruler, text, role, width) for text, role, _, width in cells)
    drop = 1.4 if ticked else 0

    def draw(page: Page, x: float, y: float) -> None:
        if ticked:
            tick_box(page, x, y, TICK)
        for text, role, start, width in cells:
            set_text(page, text, role, x + start, y + drop, width)

    return Block(max(height + drop, TICK if ticked else 0), draw, 3.4)


def _note(ruler: Page, note: Text) -> Block:
    """How the printer must be set, in a box."""
    inner = text_block(ruler, note, "text", WIDTH - 2 * NOTE_INSET)

    def draw(page: Page, x: float, y: float) -> None:
        page.stroke(rounded(Box(x, y, WIDTH, inner.height + 2 * NOTE_INSET), CORNER), "note-box")
        inner.draw(page, x + NOTE_INSET, y + NOTE_INSET)

    return Block(inner.height + 2 * NOTE_INSET, draw, 8)
