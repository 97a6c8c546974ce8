"""Canvas 1: who you are in a big bubble, strengths and limits hanging on it (design, section 8).

What is known of somebody is printed on the lines for it; the page beneath is drawn once for all participants.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.fields import Place
from kit.draw.geometry import A3_LANDSCAPE, Box, Circle, Point
from kit.draw.look.roles import SIGNS, Kind
from kit.draw.page import Page
from kit.model.schema import CanvasOne, Column
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names

from .canvas_1_a4 import draw_a4, places_a4
from .shared.canvas_1 import (
    BOX_NODE,
    BUBBLE_NODE,
    COLUMN_TOP,
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
from .shared.parts import field_values, link, name_fields, node

__all__ = ["draw", "draw_a4", "places", "places_a4"]

BUBBLE: Final = Circle(210, 164.5, 84)
BOXES: Final[Mapping[Kind, tuple[Box, ...]]] = MappingProxyType(
    {
        "strength": tuple(column_boxes(Box(10, 76, 107, 31), 34.6)),
        "limit": tuple(column_boxes(Box(303, 76, 107, 31), 34.6)),
    }
)
BOX_LINES: Final = (10.4, 19.2)
HEAD_WIDTH: Final = 70.0
FIELDS: Final = (270.0, 377.0, (18.0, 27.5))


def draw(context: DrawingContext, sheet: CanvasOne, names: Names = NOBODY) -> list[Page]:
    """One A3 page, with the names that are known.

    The names come last among its texts, so whoever hears the page read hears the questions first, then the answers.
    """
    blank = context.ground((__name__, sheet.name), lambda: _blank(context, sheet))
    if names == NOBODY:
        return [blank]
    page = context.page_on(blank)
    field_values(page, _labels(context), *FIELDS, (names.participant, names.date))
    bubble_names(page, names, BUBBLE)
    return [page]


def places(sheet: CanvasOne) -> list[list[Place]]:
    """Where typed text goes on each page."""
    boxes = [place for kind, column in BOXES.items() for place in box_places(kind, column, BOX_LINES)]
    return [[*bubble_places(BUBBLE, sheet.what.lines), *boxes]]


def _blank(context: DrawingContext, sheet: CanvasOne) -> Page:
    page = context.page(A3_LANDSCAPE)
    header(page, context, sheet, sheet.subtitle, 262)
    if not context.typed:
        name_fields(page, _labels(context), *FIELDS)
    bubble_ground(page, BUBBLE)
    _links(page, "strength")
    _links(page, "limit")
    bubble_outline(page, BUBBLE)
    for kind, column in _columns(sheet):
        draw_boxes(page, kind, BOXES[kind], BOX_LINES, () if context.typed else column.examples)
    _nodes(page, "strength")
    _nodes(page, "limit")
    bubble_words(page, context, sheet, BUBBLE, sheet.what.lines)
    for kind, column in _columns(sheet):
        column_head(page, context, column, kind, Point(BOXES[kind][0].x, COLUMN_TOP), HEAD_WIDTH)
    footer(page, context, sheet, sheet.footer)
    return page


def _columns(sheet: CanvasOne) -> tuple[tuple[Kind, Column], tuple[Kind, Column]]:
    return ("strength", sheet.strengths), ("limit", sheet.limits)


def _labels(context: DrawingContext) -> tuple[Text, Text]:
    fields = context.catalogue.steps.name_fields
    return fields.filled_in_by, fields.date


def _ends(kind: Kind) -> list[tuple[Point, Point]]:
    """Where each link starts on its box, in the middle of the inner edge, and ends on the bubble."""
    angles = [-56 + 23.6 * i for i in range(len(BOXES[kind]))]
    if kind == "strength":
        starts = [Point(box.right, box.centre.y) for box in BOXES[kind]]
        angles = [180 - angle for angle in angles]
    else:
        starts = [Point(box.x, box.centre.y) for box in BOXES[kind]]
    return [(start, BUBBLE.at(angle)) for start, angle in zip(starts, angles, strict=True)]


def _links(page: Page, kind: Kind) -> None:
    for start, end in _ends(kind):
        link(page, start, end, (BOX_NODE, BUBBLE_NODE), f"{kind}-link")


def _nodes(page: Page, kind: Kind) -> None:
    tone = SIGNS[kind].line
    for start, end in _ends(kind):
        node(page, end, BUBBLE_NODE, tone)
        node(page, start, BOX_NODE, tone)
