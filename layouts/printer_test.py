"""The printer test: seven things to see on the front, a back that must lie behind it, and A3 (design, section 21)."""

from __future__ import annotations

from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Circle, Point
from kit.draw.page import Page
from kit.draw.paths import circle
from kit.draw.qr import modules
from kit.draw.text.words import NO_BREAK_SPACE
from kit.model.schema import PartnerCard, PrinterTest
from kit.model.text.spans import Text

from .shared import printer_marks as marks
from .shared.frame import brand_mark, footer_line, shown_url, view_url

LEFT: Final = 20.0
RIGHT: Final = 190.0
"""Farther from the edge than on other sheets: the edge meter stays free."""

MARK_Y: Final = 16.2
TITLE: Final = (48.0, 25.2)
SUBTITLE: Final = (48.3, 33.0)
TITLE_RIGHT: Final = 176.0
"""Left of the cross."""

FOOTER_Y: Final = 280.0

NUMBER: Final = 3.2
NUMBER_AT: Final = (3.0, -1.6)
HEAD: Final = 8.4
DROP: Final = 6.8
"""A numbered head: its disc, from its place to the centre of it, to its words, and down to the text."""

MIDDLE: Final = 36.0
MIDDLE_WIDTH: Final = 72.0
SIZE: Final = (LEFT, 46.0)
SIZE_TEXT_Y: Final = 67.0
SIZE_TEXT_WIDTH: Final = 86.0
"""To the end of the ruler above it."""

EDGE: Final = (MIDDLE, 87.0)
EDGE_LINE_Y: Final = 107.3
EDGE_LINE: Final = 20.0
SIDES: Final = (MIDDLE, 119.4)
SIDES_LINES_Y: Final = (144.9, 153.5)
SIDES_LINE: Final = 14.0
SIDES_THEN_Y: Final = 160.8
AFTER_LINE: Final = 2.0
LINE_RISE: Final = 0.3
NORM_GAP: Final = 3.4

COLUMN: Final = 128.0
COLUMN_WIDTH: Final = 62.0
GREY: Final = (COLUMN, 46.0)
GREY_TEXT_Y: Final = 81.0
LETTERS: Final = (COLUMN, 95.0)
SIZES: Final = (6, 7, 8, 8.5, 9.5, 10.5)
SHARP_FROM: Final = 8.5
SAMPLE_Y: Final = 101.6
SAMPLE_PITCH: Final = 4.5
SAMPLE: Final = 137.0
LETTERS_TEXT_Y: Final = 131.2
LINES: Final = (COLUMN, 147.0)
WIDTHS: Final = ("0.10", "0.12", "0.18", "0.25", "0.50")
WHOLE_FROM: Final = "0.12"
LINE_Y: Final = 152.0
LINE_PITCH: Final = 4.2
LINE: Final = 46.0
LINE_LABEL: Final = 177.0
LINE_LABEL_WIDTH: Final = 16.0
LABEL_DROP: Final = 1.1
WRITING_Y: Final = 173.0
LINES_TEXT_Y: Final = 180.0

CODE: Final = (LEFT, 196.0)
CODES_Y: Final = 214.4
CODES_RIGHT: Final = 188.0
MODULES: Final = ("0.70", "0.54", "0.50", "0.41", "0.35", "0.30")
ON_SHEET: Final = "0.54"
ON_CARD: Final = "0.50"
LARGEST: Final = 41
"""Modules of version 4 with its quiet zone: a code with more has no place on any sheet."""

CODE_LABEL_Y: Final = 232.4
GAP: Final = 2 * NO_BREAK_SPACE
CODE_TEXT_Y: Final = 240.0
CLOSING_Y: Final = 262.0

A3_RIGHT: Final = 400.0
A3_CLOSING_Y: Final = 128.0

BACK_LEFT: Final = 48.0
QUESTION_Y: Final = 180.0
ANSWER_Y: Final = 190.0
NOTE_Y: Final = 265.4


def draw(context: DrawingContext, sheet: PrinterTest, shift: tuple[float, float] | None = None) -> list[Page]:
    """Front and back, A4.

    ``shift``: how far all on the back is moved, in mm to the right and up as one looks at it; by itself as the content
    says. With what was read off a first test the crosses of a second one must lie in the middle of their grids.
    """
    context = context.measured
    back = context.page(A4_PORTRAIT)
    right, up = context.catalogue.kit.duplex_shift if shift is None else shift
    back.place(_back(context, sheet), right, -up)
    return [_front(context, sheet), back]


def draw_a3(context: DrawingContext, sheet: PrinterTest) -> list[Page]:
    """One side of A3 with the first two tests; nothing where the content has no words for it."""
    if not sheet.a3:
        return []
    context = context.measured
    page = context.page(A3_LANDSCAPE)
    words = sheet.a3
    brand_mark(page, LEFT, MARK_Y, 1.12)
    page.text(words.title, "sheet-title", *TITLE, width=A3_RIGHT - TITLE[0])
    page.text(words.subtitle, "test-subtitle", *SUBTITLE, width=A3_RIGHT - SUBTITLE[0])
    _size(page, sheet)
    _edge(page, sheet)
    page.text(words.closing, "test-closing", MIDDLE, A3_CLOSING_Y, width=A3_RIGHT - MIDDLE)
    footer_line(page, context, sheet, words.footer, Point(LEFT, FOOTER_Y), A3_RIGHT)
    marks.edge_meter(page)
    return [page]


def _front(context: DrawingContext, sheet: PrinterTest) -> Page:
    page = context.page(A4_PORTRAIT)
    brand_mark(page, LEFT, MARK_Y, 1.12)
    page.text(sheet.title, "sheet-title", *TITLE, width=TITLE_RIGHT - TITLE[0])
    page.text(sheet.subtitle, "test-subtitle", *SUBTITLE, width=TITLE_RIGHT - SUBTITLE[0])
    marks.crosses(page)
    _size(page, sheet)
    _edge(page, sheet)
    _sides(page, sheet)
    _grey(page, sheet)
    _letters(page, sheet)
    _lines(page, sheet)
    _codes(page, context, sheet)
    page.text(sheet.closing, "test-closing", LEFT, CLOSING_Y, width=TITLE_RIGHT - LEFT)
    footer_line(page, context, sheet, sheet.footer, Point(LEFT, FOOTER_Y), RIGHT)
    marks.edge_meter(page)
    return page


def _back(context: DrawingContext, sheet: PrinterTest) -> Page:
    page = context.page(A4_PORTRAIT)
    back = sheet.back
    page.text(back.title, "sheet-title", *TITLE, width=RIGHT - BACK_LEFT)
    marks.arrow(page)
    middle = A4_PORTRAIT.width / 2
    page.text(back.question, "test-question", middle, QUESTION_Y, width=RIGHT - LEFT, align="centre")
    page.text(back.answer, "test-answer", middle, ANSWER_Y, width=RIGHT - LEFT, align="centre")
    marks.grids(page)
    page.text(back.note, "test-text", BACK_LEFT, NOTE_Y, width=RIGHT - BACK_LEFT, lines=2)
    footer_line(page, context, sheet, back.footer, Point(BACK_LEFT, FOOTER_Y), RIGHT)
    return page


def _head(page: Page, number: int, text: Text, at: tuple[float, float], width: float) -> None:
    """The number of a test in a disc, and its name."""
    x, y = at
    disc = Circle(x + NUMBER_AT[0], y + NUMBER_AT[1], NUMBER)
    page.stroke(circle(disc), "test-number")
    page.digit(Text.of(str(number)), "test-number", disc, "bridge")
    page.text(text, "test-head", x + HEAD, y, width=width - HEAD)


def _size(page: Page, sheet: PrinterTest) -> None:
    """Two rulers."""
    _head(page, 1, sheet.size.head, SIZE, MIDDLE_WIDTH)
    marks.rulers(page)
    page.text(sheet.size.text, "test-text", MIDDLE, SIZE_TEXT_Y, width=SIZE_TEXT_WIDTH, lines=2)


def _edge(page: Page, sheet: PrinterTest) -> None:
    """How near the edge the printer comes: to be written down."""
    x, y = EDGE
    _head(page, 2, sheet.edge.head, EDGE, MIDDLE_WIDTH)
    page.text(sheet.edge.text, "test-text", x, y + DROP, width=MIDDLE_WIDTH, lines=2)
    end = _reading(page, sheet.edge.unit, EDGE_LINE, EDGE_LINE_Y)
    start = end + NORM_GAP
    page.text(sheet.edge.right, "test-text", start, EDGE_LINE_Y - LINE_RISE, width=x + MIDDLE_WIDTH - start)


def _sides(page: Page, sheet: PrinterTest) -> None:
    """How far the back is off: to be written down."""
    x, y = SIDES
    _head(page, 3, sheet.sides.head, SIDES, MIDDLE_WIDTH)
    page.text(sheet.sides.text, "test-text", x, y + DROP, width=MIDDLE_WIDTH, lines=3)
    for unit, line in zip((sheet.sides.to_right, sheet.sides.up), SIDES_LINES_Y, strict=True):
        _reading(page, unit, SIDES_LINE, line)
    page.text(sheet.sides.then, "test-text", x, SIDES_THEN_Y, width=MIDDLE_WIDTH)


def _reading(page: Page, unit: Text, length: float, y: float) -> float:
    """A line to write on what is read off, and its unit. Gives where that ends."""
    page.line(MIDDLE, y, MIDDLE + length, y)
    start = MIDDLE + length + AFTER_LINE
    return page.text(unit, "test-text", start, y - LINE_RISE, width=MIDDLE_WIDTH - length - AFTER_LINE).right


def _grey(page: Page, sheet: PrinterTest) -> None:
    """Shades and bubbles to count."""
    _head(page, 4, sheet.grey.head, GREY, COLUMN_WIDTH)
    marks.shades(page)
    marks.bubbles(page)
    text = sheet.grey.text.fill(vakken=len(marks.SHADES), bollen=marks.BUBBLES)
    page.text(text, "test-text", COLUMN, GREY_TEXT_Y, width=COLUMN_WIDTH, lines=2)


def _letters(page: Page, sheet: PrinterTest) -> None:
    """A sentence in letters of growing size."""
    _head(page, 5, sheet.letters.head, LETTERS, COLUMN_WIDTH)
    for i, size in enumerate(SIZES):
        y = SAMPLE_Y + SAMPLE_PITCH * i
        page.text(_number(sheet, f"{size:g}"), "test-size", COLUMN, y, width=SAMPLE - COLUMN)
        page.text(sheet.letters.sample, f"test-sample-{size:g}", SAMPLE, y, width=COLUMN + COLUMN_WIDTH - SAMPLE)
    text = sheet.letters.text.fill(grootte=_number(sheet, f"{SHARP_FROM:g}"))
    page.text(text, "test-text", COLUMN, LETTERS_TEXT_Y, width=COLUMN_WIDTH, lines=2)


def _lines(page: Page, sheet: PrinterTest) -> None:
    """Lines of growing width, and the line to write on."""
    _head(page, 6, sheet.lines.head, LINES, COLUMN_WIDTH)
    for i, width in enumerate(WIDTHS):
        _line(page, f"test-line-{width}", _number(sheet, width), LINE_Y + LINE_PITCH * i)
    _line(page, "writing", sheet.lines.writing, WRITING_Y)
    text = sheet.lines.text.fill(dikte=_number(sheet, WHOLE_FROM))
    page.text(text, "test-text", COLUMN, LINES_TEXT_Y, width=COLUMN_WIDTH, lines=2)


def _line(page: Page, role: str, name: Text | str, y: float) -> None:
    page.line(COLUMN, y, COLUMN + LINE, y, role)
    page.text(name, "test-label", LINE_LABEL, y + LABEL_DROP, width=LINE_LABEL_WIDTH)


def _codes(page: Page, context: DrawingContext, sheet: PrinterTest) -> None:
    """Codes of shrinking size, as on cards, spread evenly."""
    _head(page, 7, sheet.code.head, CODE, RIGHT - LEFT)
    base = context.catalogue.kit.digital.base_url
    url = _card_url(context)
    count = min(modules(url), LARGEST)
    sides = [float(module) * count for module in MODULES]
    gap = (CODES_RIGHT - LEFT - sum(sides)) / (len(sides) - 1)
    x = LEFT
    for module, side in zip(MODULES, sides, strict=True):
        # A hair smaller: what a sum of modules comes to is no whole number to a computer.
        page.qr(url, Box(x, CODES_Y - side / 2, side, side), smallest=float(module) * 0.999, mark=base.mark)
        _code_label(page, sheet, module, x + side / 2)
        x += side + gap
    text = sheet.code.text.fill(webadres=shown_url(base), blad=_number(sheet, ON_SHEET), kaart=_number(sheet, ON_CARD))
    page.text(text, "test-text", LEFT, CODE_TEXT_Y, width=RIGHT - LEFT, lines=3)


def _code_label(page: Page, sheet: PrinterTest, module: str, x: float) -> None:
    """How large the modules of a code are, and where codes are as large."""
    number = _number(sheet, module)
    where = {ON_SHEET: sheet.code.sheet, ON_CARD: sheet.code.card}.get(module)
    role = "test-label-marked" if where else "test-label"
    page.text(f"{number}{GAP}{where}" if where else number, role, x, CODE_LABEL_Y, width=28, align="centre")


def _card_url(context: DrawingContext) -> str:
    """The address of the cards, whose codes are the smallest; without cards that of the kit alone."""
    for sheet in context.catalogue.sheets.values():
        if isinstance(sheet, PartnerCard):
            return view_url(context, sheet)
    return context.catalogue.kit.digital.base_url.plain


def _number(sheet: PrinterTest, number: str) -> str:
    """A number as the language writes it."""
    return number.replace(".", sheet.decimal.plain)
