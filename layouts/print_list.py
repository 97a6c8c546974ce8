"""The print and cut list: what to print in which order, on which paper, and how to cut it (design, section 20)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT
from kit.draw.page import DIGIT_DROP, Page
from kit.model.schema import PrintListSheet
from kit.model.text.spans import Text, joined
from kit.model.workshop.stack import ListRow, PrintList

from .shared.frame import footer, header
from .shared.parts import check_kinds, tick_box

LEFT: Final = 12.0
RIGHT: Final = 198.0
SUBTITLE_RIGHT: Final = 155.0
LEAD_Y: Final = 43.4
HEADS_Y: Final = 51.5
TOP: Final = 53.7
ROW: Final = 10.6
MOST_ROWS: Final = 15
HIGH_ROWS: Final = 14
"""So many rows have their full height; one more makes all of them lower."""

MOST_ROWS_WITH_SHOP: Final = 13

FILE: Final = 20.5
FILE_WIDTH: Final = 48.0
SHEETS_RIGHT: Final = 82.0
SHEETS_WIDTH: Final = 13.0
PAPER: Final = 87.0
PAPER_WIDTH: Final = 17.0
SIDES: Final = 106.0
SIDES_WIDTH: Final = 28.0
CUT: Final = 136.5
CUT_WIDTH: Final = 46.0
"""Wider than in the design, and farther to the left: there the cuts of eight cards take three lines."""

INK_RIGHT: Final = 191.0
INK_WIDTH: Final = 9.0

BASELINE: Final = 1.4
"""From the middle of a row down to the baseline of one line, so that small letters stand in the middle of it."""

NAME_RISE: Final = 0.8
FILE_DROP: Final = 4.1
TICK: Final = 5.0

GROUP: Final = 8.6
"""The height of the head above what a print shop prints, and above what is printed here."""

GROUP_RISE: Final = 2.6
"""From its rule up to its baseline."""

TO_TOTALS: Final = 6.6
TO_CUTTING: Final = 5.8
TO_HEAD: Final = 12.8
TO_SETTINGS: Final = 7.3
ICON: Final = 6.4
SETTINGS_WIDTH: Final = 177.0
TOTALS_LINES: Final = 3
SETTINGS_LINES: Final = 3


def draw(context: DrawingContext, sheet: PrintListSheet, of: PrintList) -> list[Page]:
    """One A4 page. More rows than there is room for are a problem of the page."""
    page = context.page(A4_PORTRAIT)
    header(page, context, sheet, subtitle_of(sheet, of), SUBTITLE_RIGHT)
    page.text(sheet.lead, "print-lead", LEFT, LEAD_Y, width=RIGHT - LEFT)
    _heads(page, sheet)
    y = _totals(page, sheet, of, _table(page, sheet, of) + TO_TOTALS)
    _settings(page, sheet, y + TO_HEAD)
    footer(page, context, sheet, sheet.footer)
    check_kinds(page, sheet, len(of.rows), MOST_ROWS_WITH_SHOP if of.shop else MOST_ROWS)
    return [page]


def subtitle_of(sheet: PrintListSheet, of: PrintList) -> Text:
    """When and where it is, as far as that is known, and for how many."""
    group = {"deelnemers": sheet.participants.of(of.participants), "tafels": sheet.tables.of(of.tables)}
    known = [text for text in (of.date, of.place) if text]
    if not known:
        return sheet.subtitle.fill(**group)
    return sheet.subtitle_known.fill(gelegenheid=joined(known, ", "), **group)


def _heads(page: Page, sheet: PrintListSheet) -> None:
    """The heads of the columns, over their words and against the right end of their numbers."""
    heads = sheet.heads
    for text, x, width in (
        (heads.file, FILE, FILE_WIDTH),
        (heads.paper, PAPER, PAPER_WIDTH),
        (heads.sides, SIDES, SIDES_WIDTH),
        (heads.cutting, CUT, CUT_WIDTH),
    ):
        page.text(text, "print-head", x, HEADS_Y, width=width)
    for text, x, width in ((heads.sheets, SHEETS_RIGHT, SHEETS_WIDTH), (heads.ink, INK_RIGHT, INK_WIDTH)):
        page.text(text, "print-head", x, HEADS_Y, width=width, align="right")


def _table(page: Page, sheet: PrintListSheet, of: PrintList) -> float:
    """The rows, under a head where a print shop prints some of them. Gives where they end."""
    y = TOP
    page.line(LEFT, y, RIGHT, y, "print-rule")
    for at_shop, group in groupby(of.rows, lambda row: row.at_shop):
        if of.shop:
            y += GROUP
            head = sheet.shop.by_shop if at_shop else sheet.shop.by_self
            page.text(head, "print-group", LEFT, y - GROUP_RISE, width=RIGHT - LEFT)
            page.line(LEFT, y, RIGHT, y, "print-row")
        y = _jobs(page, sheet, list(group), y, min(ROW, ROW * HIGH_ROWS / len(of.rows)))
    return y


def _jobs(page: Page, sheet: PrintListSheet, rows: Sequence[ListRow], y: float, pitch: float) -> float:
    """Rows from ``y`` on, a box to tick and a line across for each file. Gives where they end."""
    for file, group in groupby(rows, lambda row: row.file):
        job = list(group)
        _job(page, sheet, file, job, y, pitch)
        y += pitch * len(job)
        page.line(LEFT, y, RIGHT, y, "print-rule" if job[-1] is rows[-1] else "print-row")
    return y


def _job(page: Page, sheet: PrintListSheet, file: str, job: Sequence[ListRow], top: float, pitch: float) -> None:
    """The rows of one file, which is printed at once: its name stands under each, with all its sheets at the first."""
    tick_box(page, LEFT, top + pitch / 2 - TICK / 2, TICK)
    name = Text.of(file)
    if len(job) > 1:
        name = sheet.file.fill(bestand=name, n=sum(row.sheets for row in job))
    for i, row in enumerate(job):
        start = top + pitch * i
        middle = start + pitch / 2
        if i:
            page.line(FILE, start, RIGHT, start, "print-row")
        baseline = middle - NAME_RISE
        page.text(row.name, "print-name", FILE, baseline, width=FILE_WIDTH)
        page.text(Text.of(file) if i else name, "print-file", FILE, baseline + FILE_DROP, width=FILE_WIDTH)
        _cells(page, sheet, row, middle)


def _cells(page: Page, sheet: PrintListSheet, row: ListRow, middle: float) -> None:
    """What there is to know of a row, behind its name."""
    y = middle + BASELINE
    page.text(str(row.sheets), "print-count", SHEETS_RIGHT, y, width=SHEETS_WIDTH, align="right")
    page.text(sheet.papers.of(row.paper), "print-paper", PAPER, y, width=PAPER_WIDTH)
    _cell(page, sheet.sides.of(row.sides), row.sides == "single", SIDES, SIDES_WIDTH, y)
    _cell(page, sheet.cuts.of(row.cut), row.cut in ("none", "crop"), CUT, CUT_WIDTH, y)
    page.text(sheet.ink.fill(n=f"{row.ink:.0f}"), "print-ink", INK_RIGHT, y, width=INK_WIDTH, align="right")


def _cell(page: Page, text: Text, usual: bool, x: float, width: float, y: float) -> None:
    """One or two lines around the middle of a row; only what is not usual catches the eye."""
    role = "print-usual" if usual else "print-unusual"
    lines = len(page.measure(text, role, width, lines=2).lines)
    rise = page.style(role).leading / 2 if lines > 1 else 0
    page.text(text, role, x, y - rise, width=width, lines=2)


def _totals(page: Page, sheet: PrintListSheet, of: PrintList, y: float) -> float:
    """All sheets together, then how to cut or what to give the shop. Gives the baseline of the last line."""
    text = joined(sums(sheet, of))
    last = page.text(text, "print-totals", LEFT, y, width=RIGHT - LEFT, lines=TOTALS_LINES).last_baseline
    further = list(further_of(sheet, of))
    if not further:
        return last
    y = last + TO_CUTTING
    return page.text(joined(further), "print-totals", LEFT, y, width=RIGHT - LEFT, lines=TOTALS_LINES).last_baseline


def further_of(sheet: PrintListSheet, of: PrintList) -> Iterator[Text]:
    """What to do with the paper: who leaves it to a shop cuts nothing."""
    if of.shop:
        yield sheet.shop.note.fill(bestelling=of.shop.order, a4=of.shop.a4)
    elif any(row.cut != "none" for row in of.rows):
        yield sheet.cut_stack
        yield from [sheet.deal_cards] if of.cards else []


def sums(sheet: PrintListSheet, of: PrintList) -> Iterator[Text]:
    """The sentences about all sheets together: only of what there is."""
    words = sheet.totals
    counts = (
        (words.a3, of.sheets("a3")),
        (words.a4, of.sheets("a4")),
        (words.heavy, of.sheets("a3-heavy", "a4-heavy")),
    )
    yield words.sheets.fill(bladen=words.listed([counted.of(count) for counted, count in counts if count]))
    if of.cards:
        yield (sheet.shop.cards if of.shop else words.cards).of(of.cards)
    if of.spares:
        yield words.spares.of(of.spares)
    yield words.ink.fill(n=f"{of.ink:.0f}")
    if of.low_ink is not None:
        yield words.low_ink.fill(n=f"{of.low_ink:.0f}")


def _settings(page: Page, sheet: PrintListSheet, y: float) -> None:
    """How the printer must be set."""
    size = page.style("print-settings-head").size
    page.icon("card", (LEFT + TICK / 2, y - DIGIT_DROP * size), ICON, "ink")
    page.text(sheet.printer.head, "print-settings-head", FILE, y, width=SETTINGS_WIDTH)
    y += TO_SETTINGS
    page.text(sheet.printer.text, "print-settings", FILE, y, width=SETTINGS_WIDTH, lines=SETTINGS_LINES)
