"""Canvas 2 in large letters: an exercise a sheet, A to C on its left half, D and E on its right (design, section 26).

On A4 each half is a sheet.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Circle, Size
from kit.draw.look.roles import CORNER, Kind
from kit.draw.page import Page
from kit.draw.paths import circle, rounded
from kit.model.schema import CanvasTwo, Exercise, Lettered
from kit.model.schema.canvases import Combine, Ideas, Onward
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names

from ..shared.frame import margin
from ..shared.parts import companion, step_disc, tick_box, writing_lines
from .blocks import set_text
from .frame import (
    ADDRESS,
    BOTTOM,
    SUBTITLE_Y,
    TITLE_X,
    WIDTH,
    Field,
    Number,
    draw_fields,
    field_value,
    field_who,
    footer,
    header,
    leaf,
)

PITCH: Final = 12.0
STEP_TOP: Final = 62.6
STEP: Final = 14.0
STEP_WORDS: Final = 36.0
RAIL: Final = 6.5
RAIL_DISC: Final = 6.5
CONTENT: Final = 18.0
START_Y: Final = 110.4
BOX_HEIGHT: Final = 26.0
BOX_LINE: Final = 13.0
BOX_INSET: Final = 6.0
BETWEEN: Final = 10.6
"""From the end of a part down to the middle of the next letter, without its radius."""

YOU: Final = 10.0
CAPSULE: Final = Size(44, 50)
YOU_GAP: Final = 9.0
"""Between you and the first partner, where the border runs."""

CAPSULE_CORNER: Final = 15.0
CAPSULE_LINES: Final = (20.0, 32.0, 44.0)
CAPSULE_INSET: Final = 5.0
LABEL_DROP: Final = 8.4
NODE: Final = 2.2

RIGHT_TOP: Final = 63.5
RIGHT_TOP_A4: Final = 71.0
"""Lower on a sheet by itself: above it stands whose it is."""

COLUMNS: Final = (0.0, 59.0, 100.0, 133.0, 153.0, 186.0)
COLUMN_GAP: Final = 4.0
TICK: Final = 7.0
FIRST_ROW: Final = 14.0
IDEA: Final = 16.0
"""How far the lines for a combination begin behind its number."""

IDEA_DISC: Final = 5.6
IDEA_GAP: Final = 3.4
"""Between two combinations, besides a line."""

UNDER_LABEL: Final = 8.0
"""From which exercise it is down to where that starts."""


Fields = tuple[Field | None, Field | None]
"""Those for the organisation and the date, as far as a page has them."""

FIELDS: Final[Fields] = (Field((38, 47.4), 66, 214, 47.8, 2), Field((224, 47.4), 242, 340, 47.8))
FIELDS_A4: Final[tuple[Fields, Fields]] = (
    (Field((12, 57.6), 42, 198, 58, 2), None),
    (Field((12, 59.6), 42, 132, 60, 2), Field((136, 59.6), 153, 198, 60)),
)
"""Those on the first and on the second sheet of an exercise: each says whose it is, the second when too."""


Half = Callable[[Page, Box], None]


def draw(context: DrawingContext, sheet: CanvasTwo, names: Names = NOBODY) -> list[Page]:
    """Two A3 pages, one for each exercise, with the names that are known."""
    pages: list[Page] = []
    for n, (left, right) in enumerate(_exercises(context, sheet), 1):
        key = (__name__, sheet.name, n)
        blank = context.ground(key, partial(_page, context, sheet, Number(n, 2), A3_LANDSCAPE, (left, right)))
        pages.append(_named(context, blank, names, _fields_of(A3_LANDSCAPE, n)))
    return pages


def draw_a4(context: DrawingContext, sheet: CanvasTwo, names: Names = NOBODY) -> list[Page]:
    """Four A4 pages, two for each exercise: on each whose it is, on the second of each two the date as well."""
    pages: list[Page] = []
    for n, half in enumerate(itertools.chain.from_iterable(_exercises(context, sheet)), 1):
        key = (__name__, sheet.name, "a4", n)
        blank = context.ground(key, partial(_page, context, sheet, Number(n, 4), A4_PORTRAIT, (half,)))
        pages.append(_named(context, blank, names, _fields_of(A4_PORTRAIT, n)))
    return pages


def _exercises(context: DrawingContext, sheet: CanvasTwo) -> list[tuple[Half, Half]]:
    """What draws the halves of each exercise."""
    kinds: tuple[tuple[Exercise, Kind], ...] = ((sheet.from_limit, "limit"), (sheet.from_strength, "strength"))
    return [(partial(_left, context, sheet, of, kind), partial(_right, context, sheet)) for of, kind in kinds]


def _page(context: DrawingContext, sheet: CanvasTwo, number: Number, size: Size, halves: tuple[Half, ...]) -> Page:
    page = context.page(size)
    header(page, context, sheet, sheet.title, None)
    _under_title(page, context, sheet, number)
    for label, field in zip(_labels(context), _fields_of(size, number.n), strict=True):
        if field:
            draw_fields(page, [label], [field])
    if len(halves) > 1:
        page.line(size.width / 2, STEP_TOP, size.width / 2, BOTTOM, "border")
    for half, drawn in enumerate(halves):
        drawn(page, leaf(page, half))
    footer(page, context, sheet, sheet.bookmark, number)
    return page


def _under_title(page: Page, context: DrawingContext, sheet: CanvasTwo, number: Number) -> None:
    """What the canvas is for; on the second A4 sheet of an exercise, which has no step, which exercise it is."""
    x = margin(page) + TITLE_X
    width = page.size.width - margin(page) - ADDRESS - x
    if page.size == A3_LANDSCAPE or number.n % 2:
        page.text(context.large.canvas_2.subtitle, "small", x, SUBTITLE_Y, width=width, lines=3)
        return
    exercise = (sheet.from_limit, sheet.from_strength)[number.n // 2 - 1]
    page.text(exercise.label, "step-label", x, SUBTITLE_Y, width=width, tone="bridge")
    page.text(exercise.head, "small", x, SUBTITLE_Y + UNDER_LABEL, width=width, lines=2)


def _fields_of(size: Size, n: int) -> Fields:
    """The fields on page ``n``."""
    return FIELDS if size == A3_LANDSCAPE else FIELDS_A4[(n - 1) % 2]


def _named(context: DrawingContext, blank: Page, names: Names, fields: Fields) -> Page:
    who, date = fields
    if not (who and names.who) and not (date and names.date):
        return blank
    page = context.page_on(blank)
    if who:
        field_who(page, names, who)
    if date:
        field_value(page, names.date, date)
    return page


def _labels(context: DrawingContext) -> tuple[Text, Text]:
    fields = context.catalogue.steps.name_fields
    return fields.organisation, fields.date


# A, B and C


def _left(context: DrawingContext, sheet: CanvasTwo, exercise: Exercise, kind: Kind, page: Page, area: Box) -> None:
    """Where it starts, whom to look for, and what to combine."""
    _step(page, context, exercise, kind, area)
    x, width = area.x + CONTENT, WIDTH - CONTENT
    y = _lettered(page, sheet.start, area, START_Y, exercise.start)
    page.stroke(rounded(Box(x, y + 3, width, BOX_HEIGHT), CORNER), f"{kind}-box")
    page.line(x + BOX_INSET, y + 3 + BOX_LINE, x + width - BOX_INSET, y + 3 + BOX_LINE)
    search = y + 3 + BOX_HEIGHT + BETWEEN
    y = _lettered(page, sheet.search, area, search, exercise.search)
    combine = y + BETWEEN
    y = _lettered(page, sheet.combine, area, combine, sheet.combine.hint)
    for start, end in ((START_Y, search), (search, combine)):
        page.line(area.x + RAIL, start + RAIL_DISC, area.x + RAIL, end - RAIL_DISC, "rail")
    top = BOTTOM - CAPSULE.height
    if y + 1 > top:
        page.too_long(exercise.search, y + 1 - top, "high")
    _bubbles(page, sheet.combine, x, top)


def _step(page: Page, context: DrawingContext, exercise: Exercise, kind: Kind, area: Box) -> None:
    """Step 3, with the cloud or the sun on its shoulder."""
    disc = Circle(area.x + STEP, STEP_TOP + STEP, STEP)
    step_disc(page, disc, "bridge", context.catalogue.steps.step(3).digit)
    companion(page, disc, kind)
    x, width = area.x + STEP_WORDS, WIDTH - STEP_WORDS
    page.text(exercise.label, "step-label", x, STEP_TOP + 8, width=width, tone="bridge")
    page.text(exercise.head, "step-head", x, STEP_TOP + 18.4, width=width)
    page.text(exercise.hint, "small", x, STEP_TOP + 26.4, width=width, lines=2)


def _lettered(page: Page, part: Lettered, area: Box, y: float, hint: Text) -> float:
    """A letter on the rail at ``y``, its head, and what to do beneath. Gives where that ends."""
    disc = Circle(area.x + RAIL, y, RAIL_DISC)
    page.fill(circle(disc), "white", "rail-ground")
    page.stroke(circle(disc), "rail-disc")
    page.digit(part.letter, "rail-letter", disc, "bridge")
    x, width = area.x + CONTENT, WIDTH - CONTENT
    end = set_text(page, part.head, "head", x, y - 2.6, width)
    return set_text(page, hint, "small", x, end + 1.4, width)


def _bubbles(page: Page, part: Combine, left: float, top: float) -> None:
    """You and three partners in stretched bubbles, linked across the border."""
    middle, width = top + CAPSULE.height / 2, WIDTH - CONTENT
    you = Circle(left + YOU, middle, YOU)
    start = left + 2 * YOU + YOU_GAP
    gap = (left + width - start - 3 * CAPSULE.width) / 2
    boxes = [Box(start + i * (CAPSULE.width + gap), top, CAPSULE.width, CAPSULE.height) for i in range(3)]
    page.tint(circle(you), "you-tint")
    page.line(start - YOU_GAP / 2, top, start - YOU_GAP / 2, BOTTOM, "border")
    ends = [(you.x + you.r, boxes[0].x), *((one.right, other.x) for one, other in itertools.pairwise(boxes))]
    for one, other in ends:
        page.line(one, middle, other, middle, "partner-link")
    page.stroke(circle(you), "partner-you")
    for box, label in zip(boxes, part.partners, strict=True):
        page.stroke(rounded(box, CAPSULE_CORNER), "partner")
        page.text(label, "narrow-strong", box.centre.x, box.y + LABEL_DROP, width=box.width - 8, align="centre")
        for drop in CAPSULE_LINES:
            inset = CAPSULE_INSET if drop < CAPSULE.height - CAPSULE_CORNER else CAPSULE_INSET + 4
            page.line(box.x + inset, box.y + drop, box.right - inset, box.y + drop)
    page.text(part.you, "narrow-strong", you.x, you.y + 1.8, width=2 * you.r - 4, align="centre", tone="you")


# D and E


def _right(context: DrawingContext, sheet: CanvasTwo, page: Page, area: Box) -> None:
    """Lines for ideas, and who to go on with."""
    top = RIGHT_TOP if page.size == A3_LANDSCAPE else RIGHT_TOP_A4
    page.line(area.x + RAIL, top + RAIL_DISC, area.x + RAIL, ONWARD_Y - RAIL_DISC, "rail")
    _ideas(page, sheet.ideas, area, top)
    _lettered(page, sheet.onward, area, ONWARD_Y, sheet.onward.hint)
    _table(page, context, sheet.onward, area)


ONWARD_Y: Final = 178.0
TABLE_Y: Final = 212.0
LAST_ROW: Final = 272.0


def _ideas(page: Page, part: Ideas, area: Box, top: float) -> None:
    """Numbered lines for ideas, some for each combination; the first of each asks for its partners."""
    y = _lettered(page, part, area, top, part.note)
    room = ONWARD_Y - RAIL_DISC - 5 - y - IDEA_GAP * (part.combinations - 1)
    pitch = room / (part.combinations * part.lines)
    if pitch < PITCH:
        page.too_long(part.note, (PITCH - pitch) * part.combinations * part.lines, "high")
    x, label = area.x + CONTENT, area.x + CONTENT + IDEA
    for number in range(part.combinations):
        ys = [y + pitch * (i + 1) for i in range(part.lines)]
        disc = Circle(x + IDEA_DISC, ys[0] - 4, IDEA_DISC)
        page.stroke(circle(disc), "rail-disc")
        page.digit(Text.of(str(number + 1)), "rail-letter", disc, "bridge")
        words = page.text(part.partners, "name-field", label, ys[0] - 0.4, width=60)
        page.line(words.right + 3, ys[0], area.right, ys[0])
        writing_lines(page, label, area.right, ys[1:])
        y = ys[-1] + IDEA_GAP


def _table(page: Page, context: DrawingContext, part: Onward, area: Box) -> None:
    """Who you go on with: three columns to write in, two to tick; a head of two lines ends beside the others."""
    of = context.catalogue.steps.partner_fields
    rows = _rows(part)
    columns = [(area.x + start, area.x + end) for start, end in itertools.pairwise(COLUMNS)]
    for (start, end), head in zip(columns[:3], (of.name, of.municipality, of.sector), strict=True):
        width = end - start - COLUMN_GAP
        high = page.measure(head, "field-label", width, lines=2, leading=HEAD_PITCH).height
        page.text(head, "field-label", start, TABLE_Y - high, width=width, lines=2, leading=HEAD_PITCH)
        writing_lines(page, start, start + width, rows)
    for (start, end), head in zip(columns[3:], (part.supralocal, part.boundary_pushing), strict=True):
        middle, width = (start + end) / 2, end - start - 1
        high = page.measure(head, "narrow-strong", width, lines=2).height
        page.text(head, "narrow-strong", middle, TABLE_Y - high, width=width, lines=2, align="centre")
        for y in rows:
            tick_box(page, middle - TICK / 2, y - TICK - 0.6, TICK)


HEAD_PITCH: Final = 6.6


def _rows(part: Onward) -> list[float]:
    """The y of each row, evenly down to the last."""
    first = TABLE_Y + FIRST_ROW
    pitch = (LAST_ROW - first) / max(part.rows - 1, 1)
    return [first + min(pitch, 16) * i for i in range(part.rows)]
