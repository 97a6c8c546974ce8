"""Canvas 2: the same exercise twice, from a limit on the left and from a strength on the right (design, section 9)."""

from __future__ import annotations

import itertools
from typing import Final, Literal

from kit.draw.desk import Desk
from kit.draw.geometry import A3_LANDSCAPE, Box, Circle, bspline, circle, placed, rounded
from kit.draw.page import Page
from kit.draw.roles import CORNER
from kit.model.schema import CanvasTwo, Exercise, Lettered
from kit.model.schema.canvases import Combine, Ideas, Onward
from kit.model.text import Text

from .parts import companion, footer, header, link, name_fields, node, step_disc, tick_box, writing_lines

HALVES: Final = (10.0, 218.0)
"""Where a half begins. Nothing but the border comes near the fold between them, so each half stands alone as A4."""

WIDTH: Final = 192.0
FOLD: Final = 210.0

# All that follows is relative to the left edge of a half.
RAIL: Final = 6.0
CONTENT: Final = 18.0
RAIL_YS: Final = (77.5, 108.0, 132.5, 188.0, 233.5)
RAIL_DISC: Final = 5.2
HEAD_DROP: Final = 1.6
HINT_GAP: Final = 2.0
BOX: Final = Box.between(CONTENT, 83.1, WIDTH, 101.5)
BOX_INSET: Final = 6.0
YOU: Final = Circle(29, 159.5, 11)
PARTNERS: Final = tuple(Circle(x, 159.5, 19.5) for x in (70.5, 121.2, 171.9))
NODE: Final = 1.8
BORDER: Final = ((45.2, 140.5), (46.6, 149.5), (45, 159.5), (47, 169.5), (45.6, 178.5))
COLUMNS: Final = (0, 50, 98, 138, 162, WIDTH)
ROW: Final = 9.1
COLUMN_GAP: Final = 4.0
TICK: Final = 5.2

Kind = Literal["limit", "strength"]


def draw(desk: Desk, sheet: CanvasTwo) -> list[Page]:
    """One A3 page."""
    page = desk.page(A3_LANDSCAPE)
    fields = desk.catalogue.steps.name_fields
    header(page, desk, sheet, sheet.subtitle, HALVES[0] + WIDTH - 4)
    name_fields(page, (fields.organisation, fields.date), 270, 377, (18, 27.5))
    page.line(FOLD, 40, FOLD, 282, "border")
    _half(page, desk, sheet, sheet.from_limit, "limit", HALVES[0])
    _half(page, desk, sheet, sheet.from_strength, "strength", HALVES[1])
    footer(page, desk, sheet.footer)
    return [page]


def _half(page: Page, desk: Desk, sheet: CanvasTwo, exercise: Exercise, kind: Kind, left: float) -> None:
    """One exercise: its head, and A to E hanging on a rail."""
    a, b, c, d, e = RAIL_YS
    _step(page, desk, exercise, kind, left)
    page.line(left + RAIL, a, left + RAIL, e, "rail")
    _lettered(page, sheet.start, left, a, exercise.start)
    _start_box(page, kind, left)
    _lettered(page, sheet.search, left, b)
    page.text(exercise.search, "rail-text", left + CONTENT, 115.4, width=WIDTH - CONTENT, lines=3)
    _lettered(page, sheet.combine, left, c, sheet.combine.hint)
    _bubbles(page, sheet.combine, left)
    _ideas(page, sheet.ideas, left, d)
    _lettered(page, sheet.onward, left, e, sheet.onward.hint)
    _table(page, desk, sheet.onward, left)


def _step(page: Page, desk: Desk, exercise: Exercise, kind: Kind, left: float) -> None:
    """Step 3, with the cloud or the sun on its shoulder."""
    disc = Circle(left + 14, 55, 14)
    step_disc(page, disc, "bridge", desk.catalogue.steps.step(3).digit)
    companion(page, disc, kind)
    x, width = left + 36.5, WIDTH - 36.5
    page.text(exercise.label, "step-label", x, 46.4, width=width, tone="bridge")
    page.text(exercise.head, "step-head", x, 54.8, width=width)
    page.text(exercise.hint, "exercise-hint", x, 61.6, width=width)


def _lettered(page: Page, part: Lettered, left: float, y: float, hint: Text | None = None, room: float = 0) -> None:
    """A letter on the rail at ``y``, its head and a hint behind it; ``room`` mm stay free on the right."""
    disc = Circle(left + RAIL, y, RAIL_DISC)
    page.fill(circle(disc), "white", "rail-ground")
    page.stroke(circle(disc), "rail-disc")
    page.digit(part.letter, "rail-letter", disc, "bridge")
    x, right, base = left + CONTENT, left + WIDTH - room, y + HEAD_DROP
    head = page.text(part.head, "rail-head", x, base, width=right - x)
    if hint:
        start = head.right + HINT_GAP
        page.text(hint, "rail-hint", start, base, width=right - start)


def _start_box(page: Page, kind: Kind, left: float) -> None:
    """The box to start from, with one line."""
    page.stroke(placed(rounded(BOX, CORNER), 1, left, 0), f"{kind}-box")
    page.line(left + BOX.x + BOX_INSET, 92.5, left + BOX.right - BOX_INSET, 92.5)


def _bubbles(page: Page, part: Combine, left: float) -> None:
    """You and three partners, linked across the border."""
    you, *partners = bubbles = [Circle(left + of.x, of.y, of.r) for of in (YOU, *PARTNERS)]
    page.tint(circle(you), "you-tint")
    page.stroke(placed(bspline(BORDER), 1, left, 0), "border")
    links = [(a.at(0), b.at(180)) for a, b in itertools.pairwise(bubbles)]
    for start, end in links:
        link(page, start, end, (NODE, NODE), "partner-link")
    page.stroke(circle(you), "partner-you")
    for partner in partners:
        page.stroke(circle(partner), "partner")
        for y in (160.1, 168.7):
            half = partner.half_chord(y, 3.6)
            page.line(partner.x - half, y, partner.x + half, y)
    for i, (start, end) in enumerate(links):
        node(page, start, NODE, "bridge" if i else "you")
        node(page, end, NODE, "bridge")
    page.text(part.you, "partner-you", you.x, you.y + 1.3, width=2 * you.half_chord(you.y, 3), align="centre")
    for partner, label in zip(partners, part.partners, strict=True):
        page.text(label, "partner-label", partner.x, 148.7, width=2 * partner.half_chord(146, 2), align="centre")


def _ideas(page: Page, part: Ideas, left: float, y: float) -> None:
    """Lines for ideas; how many are asked stands on the right."""
    right = left + WIDTH
    note = page.measure(part.note, "rail-note", WIDTH / 3)
    _lettered(page, part, left, y, room=note.width + COLUMN_GAP)
    page.text(part.note, "rail-note", right, y + HEAD_DROP, width=WIDTH / 3, align="right")
    writing_lines(page, left + CONTENT, right, (199.6 + 8.7 * i for i in range(part.lines)))


def _table(page: Page, desk: Desk, part: Onward, left: float) -> None:
    """Who you go on with: three columns to write in, two to tick. It takes the full width of the half."""
    of = desk.catalogue.steps.partner_fields
    columns = [(left + start, left + end) for start, end in itertools.pairwise(COLUMNS)]
    rows = [255.6 + ROW * i for i in range(part.rows)]
    for (start, end), head in zip(columns[:3], (of.name, of.municipality, of.sector), strict=True):
        page.text(head, "table-head", start, 243.9, width=end - start - COLUMN_GAP)
        writing_lines(page, start, end - COLUMN_GAP, rows)
    for (start, end), head in zip(columns[3:], (of.supralocal, of.boundary_pushing), strict=True):
        middle = (start + end) / 2
        page.text(head, "table-tick-head", middle, 243.9, width=end - start - 2, align="centre")
        for y in rows:
            tick_box(page, middle - TICK / 2, y - TICK - 0.2, TICK)
