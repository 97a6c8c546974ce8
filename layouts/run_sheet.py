"""The run sheet: the time line, what to set out and what to print (design, section 14)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from kit.draw.desk import Desk
from kit.draw.geometry import A4_PORTRAIT, Box, Circle, circle, rounded
from kit.draw.page import Page
from kit.draw.roles import CORNER
from kit.model.schema import PrintTable, RunRow, RunSheet, SetOut, Timing
from kit.model.text import Text

from .parts import footer, header, step_disc, tick_box

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
TEXT_END: Final = 180.0
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
COLUMNS: Final = (98.0, 131.0, 153.0, RIGHT)

NOTE: Final = Box.between(LEFT, 247.4, RIGHT, 270.4)
NOTE_Y: Final = 255.6
NOTE_INSET: Final = 6.0
NOTE_BOTTOM: Final = 4.0
"""From the last baseline to the box."""


def draw(desk: Desk, sheet: RunSheet) -> list[Page]:
    """One A4 page."""
    page = desk.page(A4_PORTRAIT)
    header(page, desk, sheet, sheet.subtitle, 155)
    _timing(page, desk, sheet.timing)
    page.line(LEFT, BORDER_Y, RIGHT, BORDER_Y, "border")
    _set_out(page, sheet.set_out)
    _printing(page, sheet.printing)
    _note(page, sheet.note)
    footer(page, desk, sheet.footer)
    return [page]


def row_heights(minutes: Sequence[int]) -> tuple[float, ...]:
    """How high each row is, in mm: a part alike for all, the rest after its duration (design, section 14).

    Rows that would be too low for a disc take what they lack from the higher ones.
    """
    heights = [HEIGHT * (0.45 / len(minutes) + 0.55 * each / sum(minutes)) for each in minutes]
    spare = [max(height - LOWEST, 0) for height in heights]
    lack = sum(max(LOWEST - height, 0) for height in heights)
    return tuple(LOWEST + each * (1 - lack / sum(spare)) for each in spare)


def _timing(page: Page, desk: Desk, timing: Timing) -> None:
    """The rows between hairlines, the rail with discs and dots, and the end."""
    head = _head(page, "clock", timing.head, LEFT, TIMING_Y, 60)
    page.text(timing.hint, "run-hint", head + 4, TIMING_Y, width=155 - head - 4)
    heights = row_heights([row.minutes for row in timing.rows])
    tops = tuple(accumulate(heights, initial=TOP))
    middles = [top + min(MIDDLE, height / 2) for top, height in zip(tops, heights, strict=False)]
    for y in tops:
        page.line(LEFT, y, RIGHT, y, "run-rule")
    page.line(RAIL, middles[0], RAIL, END.y - END.r, "run-rail")
    for clock, row, y in zip(timing.clock, timing.rows, middles, strict=False):
        _row(page, desk, clock, row, timing.duration, y)
    _clock(page, timing.clock[-1], END.y)
    page.stroke(circle(END), "run-rail")
    _name(page, timing.end, END.y)


def _row(page: Page, desk: Desk, clock: str, row: RunRow, duration: Text, y: float) -> None:
    """One part of the workshop; ``y`` is the middle of its disc."""
    _clock(page, clock, y)
    if row.step is None:
        page.fill(circle(Circle(RAIL, y, DOT)), "ink", "run-dot")
    else:
        step_disc(page, Circle(RAIL, y, DISC), TONES[row.step - 1], desk.catalogue.steps.step(row.step).digit)
    _name(page, row.name, y)
    page.text(row.text, "run-text", TEXT, y + BASELINE, width=TEXT_END - TEXT)
    minutes = duration.fill(minuten=row.minutes)
    page.text(minutes, "run-minutes", RIGHT, y + BASELINE, width=RIGHT - TEXT_END - 2, align="right")


def _clock(page: Page, clock: str, y: float) -> None:
    page.text(clock, "run-time", LEFT, y + BASELINE, width=15)


def _name(page: Page, name: Text, y: float) -> None:
    page.text(name, "run-name", NAME, y + BASELINE, width=TEXT - NAME - 2)


def _head(page: Page, icon: str, text: Text, left: float, y: float, width: float) -> float:
    """The head of a block behind its icon, which stands above the middle of the tick boxes. Gives where it ends."""
    page.icon(icon, (left + TICK / 2, y - 1.9), ICON, "ink")
    return page.text(text, "run-head", left + HEAD_INDENT, y, width=width).right


def _set_out(page: Page, set_out: SetOut) -> None:
    """What lies ready."""
    _head(page, "flag", set_out.head, LEFT, LISTS_Y, SET_OUT_END - LEFT - HEAD_INDENT)
    for i, item in enumerate(set_out.items):
        y = _ticked(page, LEFT, SET_OUT_END, i)
        page.text(item, "run-item", LEFT + HEAD_INDENT, y, width=SET_OUT_END - LEFT - HEAD_INDENT)


def _printing(page: Page, printing: PrintTable) -> None:
    """What to print, on which paper, how many."""
    _head(page, "card", printing.head, PRINT, LISTS_Y, RIGHT - PRINT - HEAD_INDENT)
    heads = printing.columns
    _cells(page, HEADS_Y, (heads.sheet, heads.paper, heads.count), ("run-table-head",) * 3)
    for i, row in enumerate(printing.rows):
        y = _ticked(page, PRINT, RIGHT, i)
        _cells(page, y, (row.sheet, row.paper, row.count), ("run-sheet-name", "run-paper", "run-paper"))


def _cells(page: Page, y: float, texts: Sequence[Text], roles: Sequence[str]) -> None:
    """One row of the table."""
    for text, role, left, right in zip(texts, roles, COLUMNS, COLUMNS[1:], strict=False):
        page.text(text, role, left, y, width=right - left - 1.5)


def _ticked(page: Page, left: float, right: float, i: int) -> float:
    """The box to tick of row ``i`` and the hairline below it. Gives the baseline of the row."""
    y = FIRST_ROW + ROW * i
    tick_box(page, left, y - TICK_RISE, TICK)
    page.line(left, y + RULE_DROP, right, y + RULE_DROP, "run-rule")
    return y


def _note(page: Page, note: Text) -> None:
    """The print settings in a box, which is as high as its text: up to four lines."""
    width = NOTE.width - 2 * NOTE_INSET
    written = page.text(note, "run-note", NOTE.x + NOTE_INSET, NOTE_Y, width=width, lines=4)
    box = Box.between(NOTE.x, NOTE.y, NOTE.right, written.last_baseline + NOTE_BOTTOM)
    page.stroke(rounded(box, CORNER), "note-box")
