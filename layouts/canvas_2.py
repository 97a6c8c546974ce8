"""Canvas 2: the same exercise twice, from a limit on the left and from a strength on the right (design, section 9).

Nothing but the border comes near the fold between the halves: as two sheets of A4 each stands alone (section 16).
"""

from __future__ import annotations

from typing import Final, Literal

from kit.draw.context import DrawingContext
from kit.draw.fields import Place, Tick
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Circle, Point
from kit.draw.look.roles import CORNER
from kit.draw.page import Page
from kit.draw.paths import bspline, circle, placed, rounded
from kit.model.schema import CanvasTwo, Exercise, Lettered
from kit.model.schema.canvases import Combine, Ideas, Onward
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names

from .shared.canvas_2_geometry import (
    BORDER,
    BOX,
    COLUMN_GAP,
    FIELDS,
    FOLD,
    HEAD_DROP,
    HINT_GAP,
    IDEA_DISC,
    NODE,
    PARTNER_CORNER,
    PARTNER_LABEL,
    RAIL,
    RAIL_DISC,
    RAIL_YS,
    SEARCH_Y,
    TABLE_HEAD,
    YOU,
    Half,
    idea_rules,
    partner_boxes,
    partner_rules,
    places_of,
    row_ys,
    start_rule,
    table_columns,
    tick_at,
)
from .shared.frame import HALF_MARGIN, footer, half_header, header
from .shared.parts import (
    companion,
    field_values,
    link,
    name_fields,
    node,
    step_disc,
    tick_box,
    who_value,
    writing_lines,
)

WHO_LINES: Final = 2
"""Above the field there is room for one line more."""

FIELD_A4: Final = 36.0
"""On A4 the fields stand beside each other under the header: the organisation from x to x, and the date."""

ORGANISATION_A4: Final = (HALF_MARGIN, 104.0)
DATE_A4: Final = (110.0, 156.0)

ON_A3: Final = (
    Half(10, 192, (64.9, 116.7, 168.5), (0, 71, 118, 156, 171, 192)),
    Half(218, 192, (64.9, 116.7, 168.5), (0, 71, 118, 156, 171, 192)),
)
ON_A4: Final = Half(HALF_MARGIN, 190, (63.5, 115, 166.5), (0, 70.5, 117, 154.5, 169.5, 190))
"""2 narrower, so that nothing that is written comes near the edge: on A3 it ends 8 from the fold."""

SUBTITLE_RIGHT: Final = 198.0
Kind = Literal["limit", "strength"]


def draw(context: DrawingContext, sheet: CanvasTwo, names: Names = NOBODY) -> list[Page]:
    """One A3 page, with the names that are known, which come last among its texts."""
    blank = context.ground((__name__, sheet.name), lambda: _blank(context, sheet))
    return [_named(context, blank, names)]


def draw_a4(context: DrawingContext, sheet: CanvasTwo, names: Names = NOBODY) -> list[Page]:
    """The halves as two A4 pages, at full size; the names that are known stand on both."""
    left = context.ground((__name__, sheet.name, "left"), lambda: _left(context, sheet))
    right = context.ground((__name__, sheet.name, "right"), lambda: _right(context, sheet))
    return [_named_a4(context, left, names), _named_a4(context, right, names)]


def places(sheet: CanvasTwo) -> list[list[Place | Tick]]:
    """Where typed text goes: of the first exercise ``1-…``, of the second ``2-…``."""
    return [[*places_of(sheet, "1", ON_A3[0]), *places_of(sheet, "2", ON_A3[1])]]


def places_a4(sheet: CanvasTwo) -> list[list[Place | Tick]]:
    """The same on the two halves."""
    return [places_of(sheet, number, ON_A4) for number in ("1", "2")]


def _named(context: DrawingContext, blank: Page, names: Names) -> Page:
    """A page with names on the lines of its fields; where nobody is known the page itself."""
    if not names.who and names.date is None:
        return blank
    page = context.page_on(blank)
    left, right, (who, date) = FIELDS
    labels = _labels(context)
    who_value(page, labels, left, right, who, names, lines=WHO_LINES)
    field_values(page, labels, left, right, (date,), (names.date,))
    return page


def _named_a4(context: DrawingContext, blank: Page, names: Names) -> Page:
    """The same on A4."""
    if not names.who and names.date is None:
        return blank
    page = context.page_on(blank)
    organisation, date = _labels(context)
    who_value(page, (organisation,), *ORGANISATION_A4, FIELD_A4, names, lines=WHO_LINES)
    field_values(page, (date,), *DATE_A4, (FIELD_A4,), (names.date,))
    return page


def _labels(context: DrawingContext) -> tuple[Text, Text]:
    fields = context.catalogue.steps.name_fields
    return fields.organisation, fields.date


def _blank(context: DrawingContext, sheet: CanvasTwo) -> Page:
    page = context.page(A3_LANDSCAPE)
    header(page, context, sheet, sheet.subtitle, SUBTITLE_RIGHT)
    if not context.typed:
        name_fields(page, _labels(context), *FIELDS)
    page.line(FOLD, 40, FOLD, 282, "border")
    _half(page, context, sheet, sheet.from_limit, "limit", ON_A3[0])
    _half(page, context, sheet, sheet.from_strength, "strength", ON_A3[1])
    footer(page, context, sheet, sheet.footer)
    return page


def _left(context: DrawingContext, sheet: CanvasTwo) -> Page:
    page = context.page(A4_PORTRAIT)
    _head_a4(page, context, sheet, sheet.a4.subtitle_a)
    _half(page, context, sheet, sheet.from_limit, "limit", ON_A4)
    footer(page, context, sheet, sheet.a4.footer.fill(n=1, m=2), HALF_MARGIN)
    return page


def _right(context: DrawingContext, sheet: CanvasTwo) -> Page:
    page = context.page(A4_PORTRAIT)
    _head_a4(page, context, sheet, sheet.a4.subtitle_b)
    _half(page, context, sheet, sheet.from_strength, "strength", ON_A4)
    footer(page, context, sheet, sheet.a4.footer.fill(n=2, m=2), HALF_MARGIN)
    return page


def _head_a4(page: Page, context: DrawingContext, sheet: CanvasTwo, subtitle: Text) -> None:
    """What stands above each half: whoever has only that one knows what it is, and whose."""
    half_header(page, context, sheet, sheet.title, subtitle)
    if context.typed:
        return
    for label, span in zip(_labels(context), (ORGANISATION_A4, DATE_A4), strict=True):
        name_fields(page, (label,), *span, (FIELD_A4,))


def _half(page: Page, context: DrawingContext, sheet: CanvasTwo, exercise: Exercise, kind: Kind, half: Half) -> None:
    """One exercise: its head, and A to E hanging on a rail."""
    a, b, c, d, e = RAIL_YS
    _step(page, context, exercise, kind, half)
    page.line(half.left + RAIL, a, half.left + RAIL, e, "rail")
    _lettered(page, sheet.start, half, a, exercise.start)
    _start_box(page, kind, half)
    _lettered(page, sheet.search, half, b)
    page.text(exercise.search, "rail-text", half.content, SEARCH_Y, width=half.right - half.content, lines=3)
    _lettered(page, sheet.combine, half, c, sheet.combine.hint)
    _bubbles(page, sheet.combine, half)
    _ideas(page, context, sheet.ideas, half, d)
    _lettered(page, sheet.onward, half, e, sheet.onward.hint)
    _table(page, context, sheet.onward, half)


def _step(page: Page, context: DrawingContext, exercise: Exercise, kind: Kind, half: Half) -> None:
    """Step 3, with the cloud or the sun on its shoulder."""
    disc = Circle(half.left + 14, 55, 14)
    step_disc(page, disc, "bridge", context.catalogue.steps.step(3).digit)
    companion(page, disc, kind)
    x = half.left + 36.5
    width = half.right - x
    page.text(exercise.label, "step-label", x, 46.4, width=width, tone="bridge")
    page.text(exercise.head, "step-head", x, 54.8, width=width)
    page.text(exercise.hint, "exercise-hint", x, 61.6, width=width)


def _lettered(page: Page, part: Lettered, half: Half, y: float, hint: Text | None = None, room: float = 0) -> None:
    """A letter on the rail at ``y``, its head and a hint behind it; ``room`` mm stay free on the right."""
    disc = Circle(half.left + RAIL, y, RAIL_DISC)
    page.fill(circle(disc), "white", "rail-ground")
    page.stroke(circle(disc), "rail-disc")
    page.digit(part.letter, "rail-letter", disc, "bridge")
    x, right, base = half.content, half.right - room, y + HEAD_DROP
    head = page.text(part.head, "rail-head", x, base, width=right - x)
    if hint:
        start = head.right + HINT_GAP
        page.text(hint, "rail-hint", start, base, width=right - start)


def _start_box(page: Page, kind: Kind, half: Half) -> None:
    """The box to start from, with one line."""
    top, bottom = BOX
    page.stroke(rounded(Box.between(half.content, top, half.right, bottom), CORNER), f"{kind}-box")
    rule = start_rule(half)
    page.line(rule.left, rule.y, rule.right, rule.y)


def _bubbles(page: Page, part: Combine, half: Half) -> None:
    """You and three partners, linked across the border."""
    you = Circle(half.left + YOU.x, YOU.y, YOU.r)
    partners = partner_boxes(half)
    page.tint(circle(you), "you-tint")
    page.stroke(placed(bspline(BORDER), 1, half.left, 0), "border")
    starts = [you.at(0), *(Point(box.right, box.centre.y) for box in partners)]
    links = [(start, Point(box.x, box.centre.y)) for start, box in zip(starts, partners, strict=False)]
    for start, end in links:
        link(page, start, end, (NODE, NODE), "partner-link")
    page.stroke(circle(you), "partner-you")
    for partner in partners:
        page.stroke(rounded(partner, PARTNER_CORNER), "partner")
        for rule in partner_rules(partner):
            page.line(rule.left, rule.y, rule.right, rule.y)
    for i, (start, end) in enumerate(links):
        node(page, start, NODE, "bridge" if i else "you")
        node(page, end, NODE, "bridge")
    page.text(part.you, "partner-you", you.x, you.y + 1.3, width=2 * you.half_chord(you.y, 3), align="centre")
    for partner, label in zip(partners, part.partners, strict=True):
        x, y = partner.centre.x, partner.centre.y + PARTNER_LABEL
        page.text(label, "partner-label", x, y, width=partner.width - 2 * PARTNER_CORNER + 8, align="centre")


def _ideas(page: Page, context: DrawingContext, part: Ideas, half: Half, y: float) -> None:
    """Numbered lines for ideas, some for each combination; how many are asked stands on the right.

    The first line of each asks for its partners, where it is filled in by hand.
    """
    width = half.width / 3
    note = page.measure(part.note, "rail-note", width)
    _lettered(page, part, half, y, room=note.width + COLUMN_GAP)
    page.text(part.note, "rail-note", half.right, y + HEAD_DROP, width=width, align="right")
    for number, rules in enumerate(idea_rules(part, half), 1):
        first, *others = rules
        disc = Circle(half.content + IDEA_DISC.x, first.y + IDEA_DISC.y, IDEA_DISC.r)
        page.stroke(circle(disc), "combination-disc")
        page.digit(Text.of(str(number)), "combination-digit", disc, "bridge")
        if context.typed:
            page.line(first.left, first.y, first.right, first.y)
        else:
            name_fields(page, (part.partners,), first.left, first.right, (first.y,))
        for rule in others:
            page.line(rule.left, rule.y, rule.right, rule.y)


def _table(page: Page, context: DrawingContext, part: Onward, half: Half) -> None:
    """Who you go on with: three columns to write in, two to tick. It takes the full width of the half."""
    of = context.catalogue.steps.partner_fields
    columns, rows = table_columns(half), row_ys(part)
    for (start, end), head in zip(columns[:3], (of.name, of.municipality, of.sector), strict=True):
        page.text(head, "table-head", start, TABLE_HEAD, width=end - start - COLUMN_GAP)
        writing_lines(page, start, end - COLUMN_GAP, rows)
    for (start, end), head in zip(columns[3:], (part.supralocal, part.boundary_pushing), strict=True):
        middle = (start + end) / 2
        _tick_head(page, head, middle, end - start - 1.5)
        for y in rows:
            box = tick_at(middle, y)
            tick_box(page, box.x, box.y, box.width)


def _tick_head(page: Page, head: Text, middle: float, width: float) -> None:
    """The head of a column to tick: on two lines, the lower beside the other heads."""
    high = page.measure(head, "table-tick-head", width, lines=2).height
    page.text(head, "table-tick-head", middle, TABLE_HEAD - high, width=width, lines=2, align="centre")
