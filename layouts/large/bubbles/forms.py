"""The two forms of the large bubble sheet, and what stands around its bubbles (design, section 26)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kit.draw.bubbles.large import LARGE
from kit.draw.bubbles.layouts import Bubbles, link_ends
from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Circle, Point, Size
from kit.draw.look.editions import Largest
from kit.draw.page import Page
from kit.draw.paths import Path, bspline, half_disc, line, polyline
from kit.model.schema import BubbleSheet
from kit.model.schema.bubble_sheet import TwoSheetWords
from kit.model.text.spans import Text
from kit.model.workshop.stack import Names

from ...shared.parts import link, node
from ..frame import ONLY, TITLE_Y, Field, Number, draw_fields, field_value, field_who, header, mark_behind

NODE: Final = 2.6
NUMBER_GAP: Final = 8.0
NUMBER_INSET: Final = 8.0
SAMPLE: Final = 16.0
WORDS: Final = 20.0
"""From the start of a sample in the legend to its end, and to the word behind it."""

ARROW: Final = ((277, 222), (281.6, 234.4), (277, 231.6), (272.4, 234.4))
NORTH_Y: Final = 241.4


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text stands: its first baseline, width and lines."""

    x: float
    y: float
    width: float
    lines: int


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the sheet: where everything stands that is no bubble.

    ``continued``: the baselines of the four texts in the own bubble of a further sheet, from its equator, each with the
    lines it may have.
    """

    size: Size
    bubbles: Bubbles
    instruction: Spot
    elsewhere: Spot
    legend: tuple[Point, Point]
    fields: tuple[Field, Field]
    continued: tuple[tuple[float, int], ...]
    borders: tuple[Path, ...]


_SIDE: Final = ((120, 58), (125, 112), (127, 165), (125, 218), (120, 272))
_SIDES: Final = (bspline(_SIDE), bspline(tuple((420 - x, y) for x, y in _SIDE)))

FORMS: Final[Mapping[Largest, Form]] = MappingProxyType(
    {
        "a3": Form(
            A3_LANDSCAPE,
            LARGE["a3"],
            Spot(38, 30.4, 300, 4),
            Spot(132, 69.6, 156, 4),
            (Point(132, 60), Point(210, 60)),
            (Field((132, 257.6), 165, 288, 258, 2), Field((132, 270.6), 165, 288, 271)),
            ((-46, 1), (-36, 2), (26, 1), (34, 4)),
            (*_SIDES, line(9.5, 165, 126, 165), line(294, 165, 410.5, 165)),
        ),
        "a4": Form(
            A4_PORTRAIT,
            LARGE["a4"],
            Spot(12, 47.6, 186, 5),
            Spot(118, 84, 80, 9),
            (Point(12, 74.6), Point(118, 74.6)),
            (Field((118, 145), 118, 198, 161, 2), Field((118, 168.4), 118, 198, 177.4)),
            ((-33, 1), (-25, 2), (20, 1), (27, 3)),
            (line(9.5, 182, 200.5, 182), line(105, 184.2, 105, 274)),
        ),
    }
)


def map_page(
    context: DrawingContext, sheet: BubbleSheet, instruction: Text, form: Form, number: Number, nis: str = ""
) -> Page:
    """A page with its header and what to do."""
    page = context.page(form.size)
    large = form.size == A3_LANDSCAPE
    header(page, context, sheet, sheet.title, None, ONLY if large else number, nis)
    end = mark_behind(page, context, sheet.title)
    if large and number.m > 1:
        told = context.large.number.fill(n=number.n, m=number.m)
        page.text(told, "subtitle", end + NUMBER_GAP, TITLE_Y, width=60)
    _instruction(page, instruction, form.instruction)
    return page


def _instruction(page: Page, text: Text, spot: Spot) -> None:
    """What to do: its lines one under the other, numbered if there are more than one."""
    lines = text.lines()
    inset = NUMBER_INSET if len(lines) > 1 else 0
    y, left = spot.y, spot.lines
    for number, row in enumerate(lines, 1):
        if inset:
            page.text(str(number), "instruction-number", spot.x, y, width=inset)
        most = max(1, left - len(lines) + number)
        placed = page.text(row, "narrow", spot.x + inset, y, width=spot.width - inset, lines=most)
        y, left = placed.last_baseline + page.style("narrow").leading, left - placed.lines


def ground(page: Page, form: Form, linked: Iterable[Circle]) -> None:
    """What lies under the bubbles: tints, borders and the links with those that are linked."""
    for tone, of in (("you", form.bubbles.centre), *(("bridge", of) for of in form.bubbles.neighbours)):
        page.tint(half_disc(of, upper=True), f"{tone}-tint")
    for border in form.borders:
        page.stroke(border, "map-border")
    for of in linked:
        link(page, *link_ends(form.bubbles, of), (NODE, NODE), "link")


def nodes(page: Page, form: Form, linked: Collection[Circle]) -> None:
    """A node at both ends of every link."""
    for of in linked:
        own, other = link_ends(form.bubbles, of)
        node(page, own, NODE, "you")
        node(page, other, NODE, "bridge")


def beside(page: Page, context: DrawingContext, sheet: BubbleSheet, neighbour: Text | None, form: Form) -> None:
    """The legend, of the link where there is any, and the fields for organisation and date."""
    border, linked = form.legend
    page.line(border.x, border.y, border.x + SAMPLE, border.y, "map-border")
    page.text(sheet.border, "narrow", border.x + WORDS, border.y + 1.9, width=58)
    if neighbour is not None:
        start, end = Point(linked.x + NODE, linked.y), Point(linked.x + SAMPLE - NODE, linked.y)
        link(page, start, end, (NODE, NODE), "link")
        node(page, start, NODE, "you")
        node(page, end, NODE, "bridge")
        page.text(neighbour, "narrow", linked.x + WORDS, linked.y + 1.9, width=58)
    draw_fields(page, _labels(context), form.fields)


def printed(page: Page, names: Names, form: Form) -> None:
    """What is known of whoever gets the sheet, in the fields."""
    who, date = form.fields
    field_who(page, names, who)
    field_value(page, names.date, date)


def _labels(context: DrawingContext) -> tuple[Text, Text]:
    fields = context.catalogue.steps.name_fields
    return fields.organisation, fields.date


def elsewhere(page: Page, form: Form, ways: Sequence[Text]) -> None:
    """Who stands on the other sheets: in the first way for which there is room, or in the last."""
    spot = form.elsewhere
    fitting = (text for text in ways[:-1] if page.fits(text, "narrow", spot.width, lines=spot.lines))
    page.text(next(fitting, ways[-1]), "narrow", spot.x, spot.y, width=spot.width, lines=spot.lines)


def continued(page: Page, form: Form, words: TwoSheetWords, names: Text) -> None:
    """What stands in the own bubble on a further sheet."""
    of = form.bubbles.centre
    told = ((words.head, "step-label"), (words.own, "narrow"), (words.also, "narrow-strong"), (names, "narrow"))
    for (text, role), (drop, lines) in zip(told, form.continued, strict=True):
        y = of.y + drop
        narrowest = min(of.half_chord(y - 5), of.half_chord(y + 7 * (lines - 1)))
        tone = "you" if role == "step-label" else None
        page.text(text, role, of.x, y, width=2 * narrowest - 8, lines=lines, align="centre", tone=tone)


def arrow(page: Page, north: Text) -> None:
    """The arrow to the north."""
    page.fill(polyline(ARROW, closed=True), "ink", "north-arrow")
    page.text(north, "north", ARROW[0][0], NORTH_Y, width=10, align="centre")
