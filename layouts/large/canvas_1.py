"""Canvas 1 in large letters: who you are in the middle, four strengths and four limits beside it (design, section 26).

On A4 the middle is sheet 1a, and both columns are sheet 1b.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Circle, Point
from kit.draw.look.roles import CORNER, SIGNS, Kind
from kit.draw.page import Page
from kit.draw.paths import polyline, rounded
from kit.model.schema import CanvasOne, Headed
from kit.model.schema import Column as Words
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names

from ..shared.parts import companion, link, node, step_disc, writing_lines
from .blocks import set_text
from .frame import BOTTOM, Field, Number, draw_fields, field_value, field_who, footer, header

MIDDLE: Final = Box.between(117, 70, 303, BOTTOM)
MIDDLE_CORNER: Final = 42.0
RING: Final = 5.5
DISC: Final = 14.0
LABEL_Y: Final = 93.0
INSET: Final = 12.0
HALF: Final = 77.0
HALVES: Final = (MIDDLE.x + INSET, MIDDLE.right - INSET - HALF)
"""Where the two short questions start, side by side."""

SHORT_TOP: Final = 97.5
SHORT_LINE: Final = 133.0
LONG_TOP: Final = 141.0
LAST_LINE: Final = 260.0
LONG_PITCH: Final = 12.0
NAME_RISE: Final = 1.8
START_RISE: Final = 6.0
"""From the middle of the disc up to the arrow that points to it; then how far apart they are, and its length."""

START_GAP: Final = 3.4
START_ARROW: Final = 13.0
ARROW_HEAD: Final = 3.0
NAME_LINES: Final = 3

COLUMN: Final = 90.0
COLUMNS: Final[dict[Kind, float]] = {"strength": 10.0, "limit": 320.0}
COLUMNS_A4: Final[dict[Kind, float]] = {"strength": 12.0, "limit": 108.0}
COLUMN_TOP: Final = 58.6
WORDS: Final = 35.0
BOXES: Final = 4
BOX: Final = 37.6
FIRST_BOX: Final = 114.4
BOX_PITCH: Final = (BOTTOM - BOX - FIRST_BOX) / (BOXES - 1)
BOX_LINES: Final = (12.6, 25.0)
BOX_INSET: Final = 6.0
NODE: Final = 2.8

FIELDS: Final = (Field((38, 47.4), 74, 190, 47.8), Field((200, 47.4), 218, 330, 47.8))
FIELDS_A: Final = (Field((12, 51.8), 48, 198, 52.2), Field((126, 64.6), 143, 198, 65))
FIELD_B: Final = Field((12, 53.4), 42, 198, 53.8, 2)


def draw(context: DrawingContext, sheet: CanvasOne, names: Names = NOBODY) -> list[Page]:
    """One A3 page, with the names that are known."""
    blank = context.ground((__name__, sheet.name), lambda: _whole(context, sheet))
    if names == NOBODY:
        return [blank]
    page = context.page_on(blank)
    _fields(page, names, FIELDS)
    _names(page, names, 0)
    return [page]


def draw_a4(context: DrawingContext, sheet: CanvasOne, names: Names = NOBODY) -> list[Page]:
    """Two A4 pages, with the names that are known: the organisation on both."""
    first = context.ground((__name__, sheet.name, "a"), lambda: _first(context, sheet))
    second = context.ground((__name__, sheet.name, "b"), lambda: _second(context, sheet))
    if names == NOBODY:
        return [first, second]
    one, other = context.page_on(first), context.page_on(second)
    _fields(one, names, FIELDS_A)
    _names(one, names, _LEFT)
    field_who(other, names, FIELD_B)
    return [one, other]


_LEFT: Final = 12 - MIDDLE.x
"""How much farther to the right the middle stands on A4."""


def _whole(context: DrawingContext, sheet: CanvasOne) -> Page:
    page = context.page(A3_LANDSCAPE)
    header(page, context, sheet, sheet.title, sheet.subtitle)
    draw_fields(page, _labels(context), FIELDS)
    _middle(page, context, sheet, 0)
    for kind, words in _columns(sheet):
        _column(page, context, words, kind, COLUMNS[kind])
        _links(page, kind)
    footer(page, context, sheet, sheet.bookmark)
    return page


def _first(context: DrawingContext, sheet: CanvasOne) -> Page:
    page = context.page(A4_PORTRAIT)
    header(page, context, sheet, sheet.title, sheet.a4.subtitle_a)
    draw_fields(page, _labels(context), FIELDS_A)
    _middle(page, context, sheet, _LEFT)
    footer(page, context, sheet, sheet.bookmark, Number(1, 2))
    return page


def _second(context: DrawingContext, sheet: CanvasOne) -> Page:
    page = context.page(A4_PORTRAIT)
    header(page, context, sheet, sheet.title, sheet.a4.subtitle_b)
    draw_fields(page, [context.catalogue.steps.name_fields.organisation], [FIELD_B])
    for kind, words in _columns(sheet):
        _column(page, context, words, kind, COLUMNS_A4[kind])
    footer(page, context, sheet, sheet.bookmark, Number(2, 2))
    return page


def _labels(context: DrawingContext) -> tuple[Text, Text]:
    fields = context.catalogue.steps.name_fields
    return fields.filled_in_by, fields.date


def _fields(page: Page, names: Names, fields: tuple[Field, Field]) -> None:
    for value, field in zip((names.participant, names.date), fields, strict=True):
        field_value(page, value, field)


def _columns(sheet: CanvasOne) -> tuple[tuple[Kind, Words], ...]:
    return ("strength", sheet.strengths), ("limit", sheet.limits)


# Who you are


def _middle(page: Page, context: DrawingContext, sheet: CanvasOne, right: float) -> None:
    """The three questions of step 1 with their lines, so far to the right."""
    box, step = MIDDLE.moved(right, 0), context.catalogue.steps.step(1)
    page.fill(rounded(box, MIDDLE_CORNER), "white", "bubble-ground")
    page.tint(rounded(box, MIDDLE_CORNER), "you-tint")
    page.fill(rounded(box.inset(RING), MIDDLE_CORNER - RING), "white", "bubble-ground")
    page.stroke(rounded(box, MIDDLE_CORNER), "you")
    x = box.centre.x
    step_disc(page, Circle(x, box.y, DISC), "you", step.digit, halo=2)
    page.text(step.label, "step-label", x, LABEL_Y, width=60, align="centre", tone="you")
    _start(page, sheet.start, Circle(x, box.y, DISC))
    for field, left in zip((sheet.who, sheet.where), HALVES, strict=True):
        _question(page, field, left + right, SHORT_TOP, HALF)
        page.line(left + right, SHORT_LINE, left + right + HALF, SHORT_LINE)
    left, end = box.x + INSET, box.right - INSET
    top = _question(page, sheet.what, left, LONG_TOP, end - left)
    ys = list(_long_lines(page, sheet, top))
    for y in ys:
        inset = max(0, _corner(box, y) + RING + 3 - INSET)
        page.line(left + inset, y, end - inset, y)


def _start(page: Page, words: Text, disc: Circle) -> None:
    """Where one begins: words and an arrow to the disc, over the middle."""
    y = disc.y - START_RISE
    tip = disc.x - disc.half_chord(y) - START_GAP
    tail = tip - START_ARROW
    page.line(tail, y, tip, y, "start-arrow")
    head = ((tip - ARROW_HEAD, y - ARROW_HEAD), (tip, y), (tip - ARROW_HEAD, y + ARROW_HEAD))
    page.stroke(polyline(head), "start-arrow")
    page.text(words, "strong", tail - START_GAP, y + 2, width=60, align="right")


def _question(page: Page, field: Headed, x: float, top: float, width: float) -> float:
    """A question and its hint. Gives where they end."""
    end = set_text(page, field.head, "bubble-head", x, top, width)
    return set_text(page, field.hint, "small", x, end + 2, width)


def _long_lines(page: Page, sheet: CanvasOne, top: float) -> Iterator[float]:
    """The lines of the last question, evenly down to the last; too close ones are a problem."""
    count = sheet.what.lines
    pitch = (LAST_LINE - top) / count
    if pitch < LONG_PITCH:
        page.too_long(sheet.what.hint, (LONG_PITCH - pitch) * count, "high")
    return (top + pitch * (i + 1) for i in range(count))


def _corner(box: Box, y: float) -> float:
    """How far the outline of the middle is drawn in at a height, near its lower corners."""
    circle = Circle(0, box.bottom - MIDDLE_CORNER, MIDDLE_CORNER)
    return MIDDLE_CORNER - circle.half_chord(y) if y > circle.y else 0


def _names(page: Page, names: Names, right: float) -> None:
    """The organisation and the municipality that are known, on the lines for them."""
    where = (names.municipality,) if names.municipality else ()
    for choice, left in zip((names.organisations, where), HALVES, strict=True):
        if choice:
            _name(page, choice, left + right)


def _name(page: Page, choice: tuple[Text, ...], x: float) -> None:
    """The first name that fits on the line, else on several."""
    y = SHORT_LINE - NAME_RISE
    whole = next((one for one in choice if page.fits(one, "printed-name", HALF)), None)
    if whole:
        page.text(whole, "printed-name", x, y, width=HALF)
        return
    fitting = (one for one in choice if page.fits(one, "printed-name-lines", HALF, lines=NAME_LINES))
    name = next(fitting, choice[-1])
    high = page.measure(name, "printed-name-lines", HALF, lines=NAME_LINES).height
    page.text(name, "printed-name-lines", x, y - high, width=HALF, lines=NAME_LINES)


# Strengths and limits


def _column(page: Page, context: DrawingContext, words: Words, kind: Kind, x: float) -> None:
    """The head of a column and its four boxes."""
    step, tone = context.catalogue.steps.step(2), SIGNS[kind].dark
    disc = Circle(x + DISC, COLUMN_TOP + DISC, DISC)
    step_disc(page, disc, kind, step.digit)
    companion(page, disc, kind)
    page.text(step.label, "step-label", x + WORDS, COLUMN_TOP + 9, width=COLUMN - WORDS, tone=tone)
    page.text(words.head, "step-head", x + WORDS, COLUMN_TOP + 20, width=COLUMN - WORDS)
    end = set_text(page, words.second_head, "step-subhead", x, COLUMN_TOP + 2 * DISC + 3.5, COLUMN)
    end = set_text(page, words.questions.on_one_line(), "narrow", x, end + 1.6, COLUMN)
    set_text(page, words.note, "narrow-strong", x, end + 1.4, COLUMN, tone=tone)
    boxes = _boxes(x)
    for box in boxes:
        page.stroke(rounded(box, CORNER), f"{kind}-box")
        writing_lines(page, box.x + BOX_INSET, box.right - BOX_INSET, (box.y + line for line in BOX_LINES))
    for box, example in zip(boxes, words.examples, strict=False):
        _example(page, example, box)


def _example(page: Page, example: Text, box: Box) -> None:
    """An example on the first line of its box, and on the second if it needs that."""
    width = COLUMN - 2 * BOX_INSET
    fitted = page.measure(example, "narrow", width, lines=len(BOX_LINES))
    if not page.fits(example, "narrow", width, lines=len(BOX_LINES)):
        page.too_long(example, fitted.height, "high")
    for line, drop in zip(fitted.lines, BOX_LINES, strict=False):
        text = Text.of(line.plain, example.mark)
        page.text(text, "narrow", box.x + BOX_INSET, box.y + drop - NAME_RISE, width=width, tone="writing")


def _boxes(x: float) -> list[Box]:
    return [Box(x, FIRST_BOX + BOX_PITCH * i, COLUMN, BOX) for i in range(BOXES)]


def _links(page: Page, kind: Kind) -> None:
    """From each box to the middle, with a node at both ends."""
    for box in _boxes(COLUMNS[kind]):
        y, tone = box.centre.y, SIGNS[kind].line
        start, end = Point(box.right, y), Point(MIDDLE.x, y)
        if kind == "limit":
            start, end = Point(box.x, y), Point(MIDDLE.right, y)
        inward = _corner(MIDDLE, y) * (1 if kind == "strength" else -1)
        end = Point(end.x + inward, y)
        link(page, start, end, (NODE, NODE), f"{kind}-link")
        node(page, start, NODE, tone)
        node(page, end, NODE, tone)
