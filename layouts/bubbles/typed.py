"""The bubble sheet in parts, for the digital edition to set together around what was typed (design, section 10 of web).

Every bubble lies around (0, 0), so that one drawing of it serves in any layout. All is drawn for A3; on A4 the map is
``SMALL`` as large, with the words in it larger to make up for that, and nobody has to write on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kit.draw.bubbles.layouts import (
    LAYOUTS,
    RESERVED,
    Bubbles,
    Kind,
    Rule,
    arc,
    link_ends,
    lower_lines,
    pill,
    upper_lines,
)
from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Circle, Point
from kit.draw.page import Page
from kit.draw.paths import half_disc, polyline
from kit.model.schema import BubbleSheet
from kit.model.text.spans import Text

from ..shared.frame import brand_mark, footer, footer_line, margin
from ..shared.parts import link, node
from .names import ARROW, NORTH_Y
from .parts import (
    LEGEND_DROP,
    NODE,
    OWN_LINE,
    TONE,
    WHOLE,
    arcs,
    brand,
    bubble,
    ground,
    instruction,
    legend,
    name_pill,
    nodes,
    other_blank,
    own_label,
    own_line,
    role,
    rules,
)
from .typed_map import (
    A4_LANDSCAPE,
    FURTHER,
    SMALL,
    SMALL_FOOTER_Y,
    SMALL_MARGIN,
    SMALL_SIZE,
    name_of,
    one_of_each,
)

SMALL_LEGEND: Final = (187.4, 192.6)
SMALL_SAMPLE: Final = 11.0
SMALL_ARROW: Final = Point(281, 172)


def typed_parts(context: DrawingContext, sheet: BubbleSheet) -> dict[str, Page]:
    """All parts by name: the ground of each layout and its links, each bubble, and what stands around the map.

    Of a bubble ``…-a3`` and ``…-a4`` are the words along its arcs, ``…-lines-1`` and ``-2`` the writing lines of its
    halves, which only A3 has, ``…-own`` the label over one's own name, ``…-blank-…`` what a pill without a name has.
    """
    drawn = {f"layout-{name}": _layout(context, bubbles) for name, bubbles in LAYOUTS.items()}
    for name, bubbles in LAYOUTS.items():
        drawn |= {f"link-{name}-{i}": _link(context, bubbles, of) for i, of in enumerate(bubbles.neighbours, 1)}
    for of in {circle.r: Circle(0, 0, circle.r) for circle in FURTHER}.values():
        drawn[f"{name_of('neighbour', of)}-tint"] = _tint(context, of)
    for kind, of in one_of_each():
        name = name_of(kind, of)
        drawn[name] = _outline(context, kind, of)
        drawn[f"{name}-a3"] = _inside(context, sheet, kind, of)
        drawn[f"{name}-lines-1"] = _lines(context, upper_lines(of, kind))
        drawn[f"{name}-lines-2"] = _lines(context, lower_lines(of, kind))
        drawn[f"{name}-a4"] = _inside_small(context, sheet, kind, of)
        drawn[f"{name}-blank-a3"] = _blank(context, sheet, kind, of)
        drawn[f"{name}-blank-a4"] = _blank_small(context, kind, of)
        if kind != "neighbour":
            drawn[f"{name}-own"] = _own(context, sheet, kind, of)
    return drawn | _around(context, sheet) | _around_small(context, sheet)


def _layout(context: DrawingContext, bubbles: Bubbles) -> Page:
    page = context.page(A3_LANDSCAPE)
    ground(page, bubbles, (), RESERVED, WHOLE)
    return page


def _tint(context: DrawingContext, of: Circle) -> Page:
    """The upper half of a bubble that is in no layout: there the tints lie under the borders."""
    page = context.page(A3_LANDSCAPE)
    page.tint(half_disc(of, upper=True), f"{TONE['neighbour']}-tint")
    return page


def _outline(context: DrawingContext, kind: Kind, of: Circle) -> Page:
    page = context.page(A3_LANDSCAPE)
    bubble(page, kind, of)
    name_pill(page, kind, of)
    return page


def _inside(context: DrawingContext, sheet: BubbleSheet, kind: Kind, of: Circle) -> Page:
    page = context.page(A3_LANDSCAPE)
    arcs(page, sheet, kind, of)
    return page


def _lines(context: DrawingContext, lines: Iterable[Rule]) -> Page:
    page = context.page(A3_LANDSCAPE)
    rules(page, lines)
    return page


def _inside_small(context: DrawingContext, sheet: BubbleSheet, kind: Kind, of: Circle) -> Page:
    page = context.page(A3_LANDSCAPE)
    words = sheet.arcs
    both = (words.other_upper, words.other_lower) if kind == "neighbour" else (words.own_upper, words.own_lower)
    for text, upper, width in zip(both, (True, False), SMALL_SIZE.room[kind], strict=True):
        page.arc_text(text, f"{role('arc', kind)}-small", arc(of, kind, upper=upper), upper=upper, width=width)
    return page


def _blank(context: DrawingContext, sheet: BubbleSheet, kind: Kind, of: Circle) -> Page:
    page = context.page(A3_LANDSCAPE)
    if kind == "neighbour":
        other_blank(page, sheet.pills.other, of)
    else:
        own_label(page, sheet.pills.own, kind, of, blank=True)
        own_line(page, sheet.pills.own, kind, of)
    return page


def _blank_small(context: DrawingContext, kind: Kind, of: Circle) -> Page:
    """On A4 a line without a label, which could not be read."""
    page = context.page(A3_LANDSCAPE)
    box = pill(of, kind).inset(8)
    page.line(box.x, of.y + OWN_LINE, box.right, of.y + OWN_LINE)
    return page


def _own(context: DrawingContext, sheet: BubbleSheet, kind: Kind, of: Circle) -> Page:
    page = context.page(A3_LANDSCAPE)
    own_label(page, sheet.pills.own, kind, of, blank=False)
    return page


def _link(context: DrawingContext, bubbles: Bubbles, of: Circle) -> Page:
    """The link with a neighbour, and its nodes: they lie over the outlines of the bubbles, it lies under nothing."""
    page = context.page(A3_LANDSCAPE)
    link(page, *link_ends(bubbles, of), (NODE, NODE), "link")
    nodes(page, bubbles, (of,))
    return page


def typed_frame(context: DrawingContext) -> dict[str, Page]:
    """What pages of text have on top: the brand mark."""
    page = context.page(A4_PORTRAIT)
    brand_mark(page, margin(page), 11.2, 1.12)
    return {"text": page}


def _around(context: DrawingContext, sheet: BubbleSheet) -> dict[str, Page]:
    """Title and footer; for a map with names and for one without: what to do and the legend; where north is."""
    frame, named, blank, north = (context.page(A3_LANDSCAPE) for _ in range(4))
    brand(frame, context, sheet, WHOLE)
    footer(frame, context, sheet, sheet.title)
    instruction(named, sheet.named.instruction, WHOLE)
    legend(named, sheet, sheet.named.neighbour, WHOLE)
    _north(north, sheet.named.north, Point(0, 0))
    instruction(blank, sheet.blank.instruction, WHOLE)
    legend(blank, sheet, sheet.blank.neighbour, WHOLE)
    return {"b-a3": frame, "b-a3-named": named, "b-a3-blank": blank, "b-a3-north": north}


def _around_small(context: DrawingContext, sheet: BubbleSheet) -> dict[str, Page]:
    """The same on A4, without what to do: it was done."""
    frame, named, blank, north = (context.page(A4_LANDSCAPE) for _ in range(4))
    left, right = SMALL_MARGIN, A4_LANDSCAPE.width - SMALL_MARGIN
    brand_mark(frame, left, 10.5, 0.7)
    frame.text(sheet.title, "part-title", left + 17, 17.6, width=44)
    footer_line(frame, context, sheet, sheet.title, Point(left, SMALL_FOOTER_Y), right)
    _small_legend(named, sheet.border, sheet.named.neighbour)
    _north(north, sheet.named.north, Point(SMALL_ARROW.x - ARROW[0][0], SMALL_ARROW.y - ARROW[0][1]))
    _small_legend(blank, sheet.border, sheet.blank.neighbour)
    return {"b-a4": frame, "b-a4-named": named, "b-a4-blank": blank, "b-a4-north": north}


def _north(page: Page, north: Text, by: Point) -> None:
    arrow = [(x + by.x, y + by.y) for x, y in ARROW]
    page.fill(polyline(arrow, closed=True), "ink", "north-arrow")
    page.text(north, "north", arrow[0][0], NORTH_Y + by.y, width=8, align="centre")


def _small_legend(page: Page, border: Text, neighbour: Text) -> None:
    left, (border_y, link_y) = SMALL_MARGIN, SMALL_LEGEND
    right, r = left + SMALL_SAMPLE, NODE * SMALL
    page.line(left, border_y, right, border_y, "map-border")
    start, end = Point(left + r, link_y), Point(right - r, link_y)
    link(page, start, end, (r, r), "link")
    node(page, start, r, TONE["centre"])
    node(page, end, r, TONE["neighbour"])
    for text, y in ((border, border_y), (neighbour, link_y)):
        page.text(text, "legend", right + 2, y + LEGEND_DROP, width=26)
