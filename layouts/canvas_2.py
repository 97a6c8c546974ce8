"""Canvas 2: the same exercise twice, from a limit on the left and from a strength on the right (design, section 9).

Nothing but the border comes near the fold between the halves: as two sheets of A4 each stands alone (section 16).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from kit.draw.bubbles import Rule
from kit.draw.desk import Desk
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Circle, bspline, circle, placed, rounded
from kit.draw.page import Page
from kit.draw.roles import CORNER
from kit.draw.typed import Place, Tick, centred_on, on_lines
from kit.model.schema import CanvasTwo, Exercise, Lettered
from kit.model.schema.canvases import Combine, Ideas, Onward
from kit.model.stack import NOBODY, Names
from kit.model.text import Text

from .parts import (
    HALF_MARGIN,
    companion,
    field_values,
    footer,
    header,
    heading,
    link,
    name_fields,
    node,
    part_title,
    sheet_code,
    step_disc,
    tick_box,
    writing_lines,
)

FOLD: Final = 210.0

Fields = tuple[float, float, tuple[float, float]]
FIELDS: Final[Fields] = (270, 377, (18, 27.5))
FIELDS_A4: Final[Fields] = (60, 167, (18, 27.5))

# All that follows is relative to the left edge of a half.
RAIL: Final = 6.0
CONTENT: Final = 18.0
RAIL_YS: Final = (77.5, 108.0, 132.5, 188.0, 233.5)
RAIL_DISC: Final = 5.2
HEAD_DROP: Final = 1.6
HINT_GAP: Final = 2.0
BOX: Final = (83.1, 101.5)
BOX_LINE: Final = 92.5
BOX_INSET: Final = 6.0
YOU: Final = Circle(29, 159.5, 11)
PARTNER: Final = 19.5
PARTNERS_Y: Final = 159.5
PARTNER_LINES: Final = (160.1, 168.7)
PARTNER_INSET: Final = 3.6
NODE: Final = 1.8
BORDER: Final = ((45.2, 140.5), (46.6, 149.5), (45, 159.5), (47, 169.5), (45.6, 178.5))
ROW: Final = 9.1
COLUMN_GAP: Final = 4.0
TICK: Final = 5.2


@dataclass(frozen=True, slots=True)
class Half:
    """Where a half lies: its left edge and its width in mm, and what of it depends on the width.

    ``partners``: the centres of the bubbles. ``columns``: the edges of those of the table.
    """

    left: float
    width: float
    partners: tuple[float, float, float]
    columns: tuple[float, ...]

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.left + self.width

    @property
    def content(self) -> float:
        """The x at which what hangs on the rail begins."""
        return self.left + CONTENT


ON_A3: Final = (
    Half(10, 192, (70.5, 121.2, 171.9), (0, 50, 98, 138, 162, 192)),
    Half(218, 192, (70.5, 121.2, 171.9), (0, 50, 98, 138, 162, 192)),
)
ON_A4: Final = Half(HALF_MARGIN, 190, (70.1, 120, 169.9), (0, 48, 96, 136, 160, 190))
"""2 narrower, so that nothing that is written comes near the edge: on A3 it ends 8 from the fold."""

SUBTITLE_RIGHT: Final = 198.0
PART_RIGHT: Final = 57.0
"""How far the title of the right half may go: the fields begin behind it."""

Kind = Literal["limit", "strength"]


def draw(desk: Desk, sheet: CanvasTwo, names: Names = NOBODY) -> list[Page]:
    """One A3 page, with the names that are known, which come last among its texts."""
    blank = desk.ground((__name__, sheet.name), lambda: _blank(desk, sheet))
    return [_named(desk, blank, names, FIELDS)]


def draw_a4(desk: Desk, sheet: CanvasTwo, names: Names = NOBODY) -> list[Page]:
    """The halves as two A4 pages, at full size. The names that are known stand on the right one, as on A3."""
    left = desk.ground((__name__, sheet.name, "left"), lambda: _left(desk, sheet))
    right = desk.ground((__name__, sheet.name, "right"), lambda: _right(desk, sheet))
    return [left, _named(desk, right, names, FIELDS_A4)]


def places(sheet: CanvasTwo) -> list[list[Place | Tick]]:
    """Where typed text goes: of the first exercise ``1-…``, of the second ``2-…``."""
    return [[*_places(sheet, "1", ON_A3[0]), *_places(sheet, "2", ON_A3[1])]]


def places_a4(sheet: CanvasTwo) -> list[list[Place | Tick]]:
    """The same on the two halves."""
    return [_places(sheet, number, ON_A4) for number in ("1", "2")]


def _places(sheet: CanvasTwo, number: str, half: Half) -> list[Place | Tick]:
    partners = [
        centred_on(f"{number}-partner-{i}", _partner_rules(of), role="typed-name")
        for i, of in enumerate(_partners(half), 1)
    ]
    ideas = [Rule(half.content, half.right, y) for y in _idea_ys(sheet.ideas)]
    return [
        on_lines(f"{number}-start", [_start_rule(half)]),
        *partners,
        on_lines(f"{number}-idea", ideas),
        *_table_places(sheet.onward, number, half),
    ]


def _table_places(part: Onward, number: str, half: Half) -> Iterator[Place | Tick]:
    columns = _columns(half)
    for row, y in enumerate(_row_ys(part), 1):
        for (start, end), name in zip(columns[:3], ("name", "municipality", "sector"), strict=True):
            rule = Rule(start, end - COLUMN_GAP, y)
            yield on_lines(f"{number}-row-{row}-{name}", [rule], role="typed-cell")
        for (start, end), name in zip(columns[3:], ("supralocal", "boundary-pushing"), strict=True):
            yield Tick(f"{number}-row-{row}-{name}", _tick_box((start + end) / 2, y))


def _named(desk: Desk, blank: Page, names: Names, fields: Fields) -> Page:
    """A page with names on the lines of its fields; where nobody is known the page itself."""
    if names.organisation is None and names.date is None:
        return blank
    page = desk.page_on(blank)
    field_values(page, _labels(desk), *fields, (names.organisation, names.date))
    return page


def _labels(desk: Desk) -> tuple[Text, Text]:
    fields = desk.catalogue.steps.name_fields
    return fields.organisation, fields.date


def _blank(desk: Desk, sheet: CanvasTwo) -> Page:
    page = desk.page(A3_LANDSCAPE)
    header(page, desk, sheet, sheet.subtitle, SUBTITLE_RIGHT)
    if not desk.typed:
        name_fields(page, _labels(desk), *FIELDS)
    page.line(FOLD, 40, FOLD, 282, "border")
    _half(page, desk, sheet, sheet.from_limit, "limit", ON_A3[0])
    _half(page, desk, sheet, sheet.from_strength, "strength", ON_A3[1])
    footer(page, desk, sheet, sheet.footer)
    return page


def _left(desk: Desk, sheet: CanvasTwo) -> Page:
    page = desk.page(A4_PORTRAIT)
    heading(page, sheet.title, sheet.subtitle, SUBTITLE_RIGHT, HALF_MARGIN)
    _half(page, desk, sheet, sheet.from_limit, "limit", ON_A4)
    footer(page, desk, sheet, sheet.a4.footer.fill(n=1, m=2), HALF_MARGIN)
    return page


def _right(desk: Desk, sheet: CanvasTwo) -> Page:
    page = desk.page(A4_PORTRAIT)
    part_title(page, sheet.a4.title, PART_RIGHT)
    sheet_code(page, desk, sheet, HALF_MARGIN)
    if not desk.typed:
        name_fields(page, _labels(desk), *FIELDS_A4)
    _half(page, desk, sheet, sheet.from_strength, "strength", ON_A4)
    footer(page, desk, sheet, sheet.a4.footer.fill(n=2, m=2), HALF_MARGIN)
    return page


def _half(page: Page, desk: Desk, sheet: CanvasTwo, exercise: Exercise, kind: Kind, half: Half) -> None:
    """One exercise: its head, and A to E hanging on a rail."""
    a, b, c, d, e = RAIL_YS
    _step(page, desk, exercise, kind, half)
    page.line(half.left + RAIL, a, half.left + RAIL, e, "rail")
    _lettered(page, sheet.start, half, a, exercise.start)
    _start_box(page, kind, half)
    _lettered(page, sheet.search, half, b)
    page.text(exercise.search, "rail-text", half.content, 115.4, width=half.right - half.content, lines=3)
    _lettered(page, sheet.combine, half, c, sheet.combine.hint)
    _bubbles(page, sheet.combine, half)
    _ideas(page, sheet.ideas, half, d)
    _lettered(page, sheet.onward, half, e, sheet.onward.hint)
    _table(page, desk, sheet.onward, half)


def _step(page: Page, desk: Desk, exercise: Exercise, kind: Kind, half: Half) -> None:
    """Step 3, with the cloud or the sun on its shoulder."""
    disc = Circle(half.left + 14, 55, 14)
    step_disc(page, disc, "bridge", desk.catalogue.steps.step(3).digit)
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
    rule = _start_rule(half)
    page.line(rule.left, rule.y, rule.right, rule.y)


def _start_rule(half: Half) -> Rule:
    return Rule(half.content + BOX_INSET, half.right - BOX_INSET, BOX_LINE)


def _partners(half: Half) -> list[Circle]:
    """The bubbles of the partners."""
    return [Circle(half.left + x, PARTNERS_Y, PARTNER) for x in half.partners]


def _partner_rules(of: Circle) -> list[Rule]:
    """The writing lines in the bubble of a partner."""
    reaches = [(of.half_chord(y, PARTNER_INSET), y) for y in PARTNER_LINES]
    return [Rule(of.x - reach, of.x + reach, y) for reach, y in reaches]


def _bubbles(page: Page, part: Combine, half: Half) -> None:
    """You and three partners, linked across the border."""
    you = Circle(half.left + YOU.x, YOU.y, YOU.r)
    partners = _partners(half)
    bubbles = [you, *partners]
    page.tint(circle(you), "you-tint")
    page.stroke(placed(bspline(BORDER), 1, half.left, 0), "border")
    links = [(a.at(0), b.at(180)) for a, b in itertools.pairwise(bubbles)]
    for start, end in links:
        link(page, start, end, (NODE, NODE), "partner-link")
    page.stroke(circle(you), "partner-you")
    for partner in partners:
        page.stroke(circle(partner), "partner")
        for rule in _partner_rules(partner):
            page.line(rule.left, rule.y, rule.right, rule.y)
    for i, (start, end) in enumerate(links):
        node(page, start, NODE, "bridge" if i else "you")
        node(page, end, NODE, "bridge")
    page.text(part.you, "partner-you", you.x, you.y + 1.3, width=2 * you.half_chord(you.y, 3), align="centre")
    for partner, label in zip(partners, part.partners, strict=True):
        page.text(label, "partner-label", partner.x, 148.7, width=2 * partner.half_chord(146, 2), align="centre")


def _ideas(page: Page, part: Ideas, half: Half, y: float) -> None:
    """Lines for ideas; how many are asked stands on the right."""
    width = half.width / 3
    note = page.measure(part.note, "rail-note", width)
    _lettered(page, part, half, y, room=note.width + COLUMN_GAP)
    page.text(part.note, "rail-note", half.right, y + HEAD_DROP, width=width, align="right")
    writing_lines(page, half.content, half.right, _idea_ys(part))


def _idea_ys(part: Ideas) -> list[float]:
    return [199.6 + 8.7 * i for i in range(part.lines)]


def _row_ys(part: Onward) -> list[float]:
    return [255.6 + ROW * i for i in range(part.rows)]


def _columns(half: Half) -> list[tuple[float, float]]:
    """From where to where each column of the table goes."""
    return [(half.left + start, half.left + end) for start, end in itertools.pairwise(half.columns)]


def _tick_box(middle: float, y: float) -> Box:
    """The box to tick on a row of the table."""
    return Box(middle - TICK / 2, y - TICK - 0.2, TICK, TICK)


def _table(page: Page, desk: Desk, part: Onward, half: Half) -> None:
    """Who you go on with: three columns to write in, two to tick. It takes the full width of the half."""
    of = desk.catalogue.steps.partner_fields
    columns, rows = _columns(half), _row_ys(part)
    for (start, end), head in zip(columns[:3], (of.name, of.municipality, of.sector), strict=True):
        page.text(head, "table-head", start, 243.9, width=end - start - COLUMN_GAP)
        writing_lines(page, start, end - COLUMN_GAP, rows)
    for (start, end), head in zip(columns[3:], (of.supralocal, of.boundary_pushing), strict=True):
        middle = (start + end) / 2
        page.text(head, "table-tick-head", middle, 243.9, width=end - start - 2, align="centre")
        for y in rows:
            box = _tick_box(middle, y)
            tick_box(page, box.x, box.y, box.width)
