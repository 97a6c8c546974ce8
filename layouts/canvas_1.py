"""Canvas 1: who you are in a big bubble, strengths and limits hanging on it (design, section 8)."""

from __future__ import annotations

from typing import Final

from kit.draw.desk import Desk
from kit.draw.geometry import A3_LANDSCAPE, Box, Circle, Point, circle, ring, rounded
from kit.draw.page import Page
from kit.draw.roles import CORNER, SIGNS, Kind
from kit.model.schema import CanvasOne, Column

from .parts import companion, footer, header, link, name_fields, node, step_disc, writing_lines

BUBBLE: Final = Circle(210, 164.5, 84)
STEP_DISC: Final = Circle(210, 81.5, 17)
BOX: Final = (107.0, 31.0)
BOX_YS: Final = tuple(76 + 34.6 * i for i in range(6))
BUBBLE_NODE: Final = 2.3
BOX_NODE: Final = 2.1


def draw(desk: Desk, sheet: CanvasOne) -> list[Page]:
    """One A3 page."""
    page = desk.page(A3_LANDSCAPE)
    fields = desk.catalogue.steps.name_fields
    header(page, desk, sheet, sheet.subtitle, 262)
    name_fields(page, (fields.filled_in_by, fields.date), 270, 377, (18, 27.5))
    page.tint(ring(BUBBLE, 5.5), "you-tint")
    _links(page, "strength", 117)
    _links(page, "limit", 303)
    page.stroke(circle(BUBBLE), "you")
    _boxes(page, "strength", 10)
    _boxes(page, "limit", 303)
    _nodes(page, "strength", 117)
    _nodes(page, "limit", 303)
    _bubble(page, desk, sheet)
    _column(page, desk, sheet.strengths, "strength", 10)
    _column(page, desk, sheet.limits, "limit", 303)
    footer(page, desk, sheet.footer)
    return [page]


def _ends(inner: float) -> list[tuple[Point, Point]]:
    """Where each link starts on its box, whose inner edge is at x ``inner``, and ends on the bubble."""
    angles = [-56 + 23.6 * i for i in range(len(BOX_YS))]
    bubble = [BUBBLE.at(angle if inner > BUBBLE.x else 180 - angle) for angle in angles]
    return [(Point(inner, y + BOX[1] / 2), end) for y, end in zip(BOX_YS, bubble, strict=True)]


def _links(page: Page, kind: Kind, inner: float) -> None:
    for start, end in _ends(inner):
        link(page, start, end, (BOX_NODE, BUBBLE_NODE), f"{kind}-link")


def _nodes(page: Page, kind: Kind, inner: float) -> None:
    tone = SIGNS[kind].line
    for start, end in _ends(inner):
        node(page, end, BUBBLE_NODE, tone)
        node(page, start, BOX_NODE, tone)


def _bubble(page: Page, desk: Desk, sheet: CanvasOne) -> None:
    """The three questions of step 1 with their lines."""
    step = desk.catalogue.steps.step(1)
    x = BUBBLE.x
    step_disc(page, STEP_DISC, "you", step.digit)
    page.text(step.label, "step-label", x, 105.7, width=60, align="centre", tone="you")
    for field, y, lines in ((sheet.who, 114.7, 1), (sheet.where, 139.5, 1), (sheet.what, 164.3, 2)):
        page.text(field.head, "bubble-head", x, y, width=2 * BUBBLE.half_chord(y - 4, 11), align="centre")
        page.text(
            field.hint, "bubble-hint", x, y + 5.6, width=2 * BUBBLE.half_chord(y, 15), lines=lines, align="centre"
        )
    for y in (130.1, 154.9, *(184.4 + 8.7 * i for i in range(sheet.what.lines))):
        half = BUBBLE.half_chord(y, 11)
        page.line(x - half, y, x + half, y)


def _column(page: Page, desk: Desk, column: Column, kind: Kind, left: float) -> None:
    """The head of a column and its disc."""
    step = desk.catalogue.steps.step(2)
    disc = Circle(left + 14, 55, 14)
    step_disc(page, disc, kind, step.digit)
    companion(page, disc, kind)
    x = left + 36.5
    page.text(step.label, "step-label", x, 46.4, width=70, tone=SIGNS[kind].dark)
    page.text(column.head, "step-head", x, 54.6, width=70)
    page.text(column.second_head, "step-subhead", x, 60.6, width=70)
    page.text(column.questions, "step-question", x, 66.8, width=70)


def _boxes(page: Page, kind: Kind, left: float) -> None:
    """Six boxes with two lines each; the bottom of a box is its third writing row."""
    for y in BOX_YS:
        page.stroke(rounded(Box(left, y, *BOX), CORNER), f"{kind}-box")
        writing_lines(page, left + 6, left + BOX[0] - 6, (y + 10.4, y + 19.2))
