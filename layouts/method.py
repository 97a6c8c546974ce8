"""The method: three steps on a rail, with small pictures of the sheets they are about (design, section 13)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Circle
from kit.draw.look.roles import SIGNS, Kind
from kit.draw.page import Page
from kit.draw.paths import circle
from kit.draw.steps import Setting, keep_apart, place_steps
from kit.model.schema import Captions, Method, MethodStep, Paragraph
from kit.model.text.spans import Text

from .shared import pictures
from .shared.frame import footer, header
from .shared.parts import link, node, step_disc, tick_box

LEFT: Final = 12.0
RIGHT: Final = 198.0
INTRO_Y: Final = 44.0

RAIL: Final = 24.0
DISC: Final = 12.0
HALO: Final = 2.0
FIRST_DISC: Final = 66.0
RAIL_END: Final = 255.0
RAIL_DOT: Final = 2.2
LAST_BASELINE: Final = 253.0
DISTANCE: Final = 17.0
SMALL_DISTANCE: Final = 14.5
TONES: Final = ("you", "strength", "bridge")
LABEL_TONES: Final = ("you", SIGNS["strength"].dark, "bridge")

# The text of a step, from the middle of its disc.
TEXT: Final = 43.0
TEXT_WIDTH: Final = 101.0
LABEL_RISE: Final = 5.6
DURATION_GAP: Final = 3.0
HEAD_DROP: Final = 2.6
TEXT_DROP: Final = 9.6
BETWEEN: Final = 1.3
EXAMPLE_CLOSER: Final = 0.3
ICON: Final = 6.2
ICON_INDENT: Final = 8.4

# The pictures: where each would like to stand, from the middle of its disc.
PICTURES: Final = 151.0
CAPTION_DROP: Final = 5.0
CIRCLES: Final = (161.0, 186.0)
CIRCLE: Final = 9.0
CIRCLES_DROP: Final = 9.0
NODE: Final = 1.6
DASH_START: Final = 172.5
"""Twelve dashes go round a circle: begun here, in degrees, one lies hidden under the node on the left."""

WORD_DROP: Final = 14.6
CANVAS_1_RISE: Final = 6.0
BUBBLE_SHEET_RISE: Final = 6.0
CANVAS_2_DROP: Final = 36.6
PICTURE_GAP: Final = 3.0
PICTURES_END: Final = 257.5

BORDER_Y: Final = 260.6
TERMS: Final = ((12.0, 100.0), (107.0, RIGHT))
TERM_Y: Final = 265.2
TERM_INDENT: Final = 8.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a step as it will be set: its first and last baseline in mm below the middle of the disc."""

    text: Text
    role: str
    indent: float
    first: float
    last: float
    icon: Kind | None


def draw(context: DrawingContext, sheet: Method) -> list[Page]:
    """One A4 page."""
    page = context.page(A4_PORTRAIT)
    header(page, context, sheet, sheet.subtitle, 155)
    page.text(sheet.intro, "method-intro", LEFT, INTRO_Y, width=RIGHT - LEFT, lines=2)
    centres = _steps(page, context, sheet)
    _pictures(page, sheet.captions, centres)
    _terms(page, context, sheet)
    footer(page, context, sheet, sheet.footer)
    return [page]


def _steps(page: Page, context: DrawingContext, sheet: Method) -> tuple[float, ...]:
    """The steps on their rail, as large as fits. Gives the y of the middle of each disc."""
    count = context.catalogue.sectors.count
    normal = [tuple(_pieces(page, step, "", count)) for step in sheet.steps]
    small = [tuple(_pieces(page, step, "-small", count)) for step in sheet.steps]
    tried = ((normal, DISTANCE), (small, DISTANCE), (small, SMALL_DISTANCE))
    settings = [Setting(tuple(_depth(pieces) for pieces in steps), distance) for steps, distance in tried]
    placing = place_steps(settings, FIRST_DISC, LAST_BASELINE)
    if placing.excess:
        _report(page, sheet, placing.excess)
    page.line(RAIL, FIRST_DISC, RAIL, RAIL_END, "method-rail")
    page.fill(circle(Circle(RAIL, RAIL_END, RAIL_DOT)), "ink", "rail-end")
    for i, (pieces, y) in enumerate(zip(tried[placing.setting][0], placing.centres, strict=True)):
        _step(page, context, i, pieces, y, sheet.steps[i].duration)
    return placing.centres


def _pieces(page: Page, step: MethodStep, size: str, count: int) -> Iterator[Piece]:
    """The texts of a step, below each other."""
    y = TEXT_DROP
    for text, role, icon, indent in _texts(step.paragraphs, size):
        filled = text.fill(aantal=count)
        leading = page.style(role).leading
        if role.startswith("method-example"):
            y -= EXAMPLE_CLOSER
        last = y + page.measure(filled, role, TEXT_WIDTH - indent).height
        yield Piece(filled, role, indent, y, last, icon)
        y = last + leading + BETWEEN


def _texts(paragraphs: Sequence[Paragraph], size: str) -> Iterator[tuple[Text, str, Kind | None, float]]:
    for paragraph in paragraphs:
        indent = ICON_INDENT if paragraph.icon else 0.0
        yield paragraph.text, f"method-text{size}", paragraph.icon, indent
        if paragraph.example:
            yield paragraph.example, f"method-example{size}", None, indent


def _depth(pieces: Sequence[Piece]) -> float:
    """How far a step reaches below the middle of its disc: to its last baseline, but no less than its disc."""
    return max(pieces[-1].last, DISC + HALO)


def _report(page: Page, sheet: Method, excess: float) -> None:
    text = sheet.steps[-1].paragraphs[-1].text
    page.too_long(text, excess, "high")


def _step(
    page: Page, context: DrawingContext, i: int, pieces: Sequence[Piece], y: float, duration: Text | None
) -> None:
    """A disc on the rail, and what to do beside it."""
    step = context.catalogue.steps.step(i + 1)
    step_disc(page, Circle(RAIL, y, DISC), TONES[i], step.digit, halo=HALO)
    label = page.text(step.label, "method-label", TEXT, y - LABEL_RISE, width=TEXT_WIDTH, tone=LABEL_TONES[i])
    if duration:
        start = label.right + DURATION_GAP
        page.text(duration, "method-duration", start, y - LABEL_RISE, width=TEXT + TEXT_WIDTH - start)
    page.text(step.head, "method-head", TEXT, y + HEAD_DROP, width=TEXT_WIDTH)
    for piece in pieces:
        page.text(
            piece.text, piece.role, TEXT + piece.indent, y + piece.first, width=TEXT_WIDTH - piece.indent, lines=99
        )
        if piece.icon:
            sign = SIGNS[piece.icon]
            page.icon(sign.icon, (TEXT + 2.9, y + piece.first - 1.5), ICON, sign.dark)


def _pictures(page: Page, captions: Captions, centres: Sequence[float]) -> None:
    """The sheets beside their steps."""
    one, two, three = centres
    picture = pictures.SIZE.height + CAPTION_DROP + 1
    wanted = (
        (one - CANVAS_1_RISE, picture),
        (two + CIRCLES_DROP - CIRCLE, CIRCLE + WORD_DROP + 1),
        (three - BUBBLE_SHEET_RISE, picture),
        (three + CANVAS_2_DROP, picture),
    )
    canvas_1, circles, bubble_sheet, canvas_2 = keep_apart(wanted, PICTURE_GAP, PICTURES_END)
    pictures.canvas_1(page, PICTURES, canvas_1)
    _caption(page, captions.canvas_1, canvas_1)
    _circles(page, captions, circles + CIRCLE)
    pictures.bubble_sheet(page, PICTURES, bubble_sheet)
    _caption(page, captions.bubble_sheet, bubble_sheet)
    pictures.canvas_2(page, PICTURES, canvas_2)
    _caption(page, captions.canvas_2, canvas_2)


def _caption(page: Page, text: Text, top: float) -> None:
    y = top + pictures.SIZE.height + CAPTION_DROP
    width = pictures.SIZE.width
    page.text(text, "caption", PICTURES + width / 2, y, width=width, align="centre")


def _circles(page: Page, captions: Captions, y: float) -> None:
    """The sun and the cloud, linked, each with its word."""
    strength, limit = (Circle(x, y, CIRCLE) for x in CIRCLES)
    ends = (strength.at(0), limit.at(180))
    link(page, *ends, (NODE, NODE), "method-rail")
    kinds: tuple[tuple[Circle, Kind, Text], ...] = (
        (strength, "strength", captions.strengths),
        (limit, "limit", captions.limits),
    )
    for of, kind, word in kinds:
        sign = SIGNS[kind]
        page.stroke(circle(of, DASH_START), f"{kind}-box")
        page.icon(sign.icon, of.centre, 12, sign.dark)
        page.text(word, "picture-word", of.x, y + WORD_DROP, width=24, align="centre")
    for end, (_, kind, _) in zip(ends, kinds, strict=True):
        node(page, end, NODE, SIGNS[kind].line)


def _terms(page: Page, context: DrawingContext, sheet: Method) -> None:
    """What the two boxes on cards and canvas mean."""
    fields = context.catalogue.steps.partner_fields
    page.line(LEFT, BORDER_Y, RIGHT, BORDER_Y, "border")
    terms = ((fields.supralocal, sheet.supralocal), (fields.boundary_pushing, sheet.boundary_pushing))
    for (left, right), (term, sentence) in zip(TERMS, terms, strict=True):
        tick_box(page, left, TERM_Y)
        x = left + TERM_INDENT
        page.text(term, "tick-label", x, TERM_Y + 4.2, width=right - x)
        page.text(sentence, "term-text", x, TERM_Y + 9.5, width=right - x, lines=2)
