"""Canvas 1 on two sheets of A4: 1a with the big bubble, 1b with the boxes (design, section 16, image 13).

They are sheets of their own, not halves of the A3 sheet: the bubble would be cut in two.
"""

from __future__ import annotations

from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.fields import Place
from kit.draw.geometry import A4_PORTRAIT, Box, Circle, Point
from kit.draw.look.roles import SIGNS, Kind
from kit.draw.page import Page
from kit.draw.paths import circle
from kit.model.schema import CanvasOne
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names

from .shared.canvas_1 import (
    BOX_NODE,
    BUBBLE_NODE,
    box_places,
    bubble_ground,
    bubble_names,
    bubble_outline,
    bubble_places,
    bubble_words,
    column_boxes,
    column_head,
    draw_boxes,
)
from .shared.frame import footer, header
from .shared.parts import field_values, link, name_fields, node, who_value

BUBBLE: Final = Circle(105, 154, 87)
SUBTITLE_RIGHT: Final = 155.0
FIELDS_Y: Final = 43.5
FILLED_IN_BY: Final = (12.0, 108.0)
DATE: Final = (114.0, 198.0)
ORGANISATION: Final = (12.0, 198.0)

ONWARD: Final[tuple[tuple[Kind, float, Circle], ...]] = (
    ("strength", 90 + 38, Circle(38, 262, 9)),
    ("limit", 90 - 38, Circle(172, 262, 9)),
)
"""Where the sheet leads on: the sign, the angle at which its link leaves the bubble, and the circle it goes to."""

SIGN: Final = 12.0
SIGN_WORD: Final = 15.2
"""From the centre of the circle down to the baseline of its word."""

COLUMNS: Final[tuple[tuple[Kind, float], ...]] = (("strength", 12.0), ("limit", 108.0))
COLUMN_WIDTH: Final = 90.0
HEAD_TOP: Final = 49.6
"""8.6 lower than on A3."""

HEAD_WIDTH: Final = 53.5
BOX: Final = (85.5, 30.0, 33.4)
"""The y of the first box, the height of each and their pitch."""

BOX_LINES: Final = (10.0, 18.6)
WHO_LINES: Final = 2
"""Person and organisation may take two lines, the lower on the line of their field."""


def draw_a4(context: DrawingContext, sheet: CanvasOne, names: Names = NOBODY) -> list[Page]:
    """Two A4 pages, 1a and 1b, with the names that are known, which come last among the texts of a page."""
    first = context.ground((__name__, sheet.name, "a"), lambda: _first(context, sheet))
    second = context.ground((__name__, sheet.name, "b"), lambda: _second(context, sheet))
    if names == NOBODY:
        return [first, second]
    labels = context.catalogue.steps.name_fields
    first, second = context.page_on(first), context.page_on(second)
    _value(first, labels.filled_in_by, FILLED_IN_BY, names.participant)
    _value(first, labels.date, DATE, names.date)
    bubble_names(first, names, BUBBLE)
    who_value(second, (labels.organisation,), *ORGANISATION, FIELDS_Y, names, lines=WHO_LINES)
    return [first, second]


def places_a4(sheet: CanvasOne) -> list[list[Place]]:
    """Where typed text goes on each page."""
    boxes = [place for kind, left in COLUMNS for place in box_places(kind, _boxes(left), BOX_LINES)]
    return [bubble_places(BUBBLE, _lines(sheet)), boxes]


def _lines(sheet: CanvasOne) -> int:
    """A line more than on A3."""
    return sheet.what.lines + 1


def _boxes(left: float) -> list[Box]:
    """The boxes of the column that begins at an x."""
    top, height, pitch = BOX
    return list(column_boxes(Box(left, top, COLUMN_WIDTH, height), pitch))


def _field(page: Page, label: Text, span: tuple[float, float]) -> None:
    name_fields(page, (label,), *span, (FIELDS_Y,))


def _value(page: Page, label: Text, span: tuple[float, float], value: Text | None) -> None:
    field_values(page, (label,), *span, (FIELDS_Y,), (value,))


def _first(context: DrawingContext, sheet: CanvasOne) -> Page:
    """1a: the bubble of canvas 1, with a line more, and where it goes on."""
    page = context.page(A4_PORTRAIT)
    labels = context.catalogue.steps.name_fields
    header(page, context, sheet, sheet.a4.subtitle_a, SUBTITLE_RIGHT)
    if not context.typed:
        _field(page, labels.filled_in_by, FILLED_IN_BY)
        _field(page, labels.date, DATE)
    bubble_ground(page, BUBBLE)
    bubble_outline(page, BUBBLE)
    _links(page)
    bubble_words(page, context, sheet, BUBBLE, _lines(sheet))
    _onward(page, sheet)
    footer(page, context, sheet, sheet.a4.footer_a)
    return page


def _links(page: Page) -> None:
    """The links from the bubble to the signs of the next sheet."""
    for kind, angle, sign in ONWARD:
        start = BUBBLE.at(angle)
        end = sign.centre.toward(start, sign.r)
        link(page, start, end, (BUBBLE_NODE, BOX_NODE), f"{kind}-link")
        page.stroke(circle(sign), f"{kind}-box")
        node(page, start, BUBBLE_NODE, SIGNS[kind].line)
        node(page, end, BOX_NODE, SIGNS[kind].line)


def _onward(page: Page, sheet: CanvasOne) -> None:
    """What comes on the next sheet."""
    for (kind, _, sign), word in zip(ONWARD, (sheet.a4.strengths, sheet.a4.limits), strict=True):
        page.icon(SIGNS[kind].icon, sign.centre, SIGN, SIGNS[kind].dark)
        page.text(word, "onward-word", sign.x, sign.y + SIGN_WORD, width=52, align="centre")
    page.text(sheet.a4.onward, "onward", BUBBLE.x, 263.2, width=90, align="centre")
    page.text(sheet.a4.onward_hint, "onward-hint", BUBBLE.x, 269, width=90, align="centre")


def _second(context: DrawingContext, sheet: CanvasOne) -> Page:
    """1b: a column of six boxes for strengths, and one for limits."""
    page = context.page(A4_PORTRAIT)
    header(page, context, sheet, sheet.a4.subtitle_b, SUBTITLE_RIGHT)
    if not context.typed:
        _field(page, context.catalogue.steps.name_fields.organisation, ORGANISATION)
    for (kind, left), column in zip(COLUMNS, (sheet.strengths, sheet.limits), strict=True):
        column_head(page, context, column, kind, Point(left, HEAD_TOP), HEAD_WIDTH, lines=2)
        draw_boxes(page, kind, _boxes(left), BOX_LINES, () if context.typed else column.examples)
    footer(page, context, sheet, sheet.a4.footer_b)
    return page
