"""The bubble sheet in parts, for the digital edition to set together around what was typed (design, section 10 of web).

Every bubble lies around (0, 0), so that one drawing of it serves in any layout. All is drawn for A3; on A4 the map is
``SMALL`` as large, with the words in it larger to make up for that, and nobody has to write on it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kit.draw.bubbles import (
    ANATOMY,
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
from kit.draw.desk import Desk
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Circle, Point, Size, half_disc, polyline
from kit.draw.page import Page
from kit.draw.typed import RISE, Map, Place, Room
from kit.model.schema import BubbleSheet
from kit.model.text import Text

from .bubble_names import ARROW, NAME_INSET, NORTH_Y, OWN_NAME_DROP, OWN_NAME_INSET
from .bubble_parts import (
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
from .parts import FOOTER_Y, brand_mark, footer, footer_line, link, margin, node

A4_LANDSCAPE: Final = Size(297, 210)
SMALL: Final = 0.694
"""How large the map is on A4: a little less than half the area, so that nothing comes within 8 mm of the edge."""

SMALL_AT: Final = Point((297 - 420 * SMALL) / 2, (210 - 297 * SMALL) / 2)
SMALL_MARGIN: Final = 12.0
SMALL_LEGEND: Final = (187.4, 192.6)
SMALL_FOOTER_Y: Final = 200.9
SMALL_SAMPLE: Final = 11.0
SMALL_ARROW: Final = Point(281, 172)


@dataclass(frozen=True, slots=True)
class Setting:
    """How names stand in rows without writing lines, in mm of the map.

    From row to row; how high and how deep the largest letters are; what is free between them and the name pill or the
    words along the arc; how high these are, and the room for them along the upper and the lower arc.
    """

    pitch: float
    capitals: float
    descent: float
    air: float
    words: float
    room: Mapping[Kind, tuple[float, float]]


WHOLE_SIZE: Final = Setting(4.9, 3.1, 0.9, 1.5, 2.4, {kind: (one.words,) * 2 for kind, one in ANATOMY.items()})
SMALL_SIZE: Final = Setting(6, 4.4, 1.2, 1.8, 3.4, {"neighbour": (36, 45), "centre": (64, 78), "seam": (64, 78)})
"""On A4, where all letters are larger than the rest of the map."""

SIDE_AIR: Final = 3.5
"""What text leaves free of a circle beside it."""

FOOTER_TOP: Final = 2.4
"""From the baseline of a footer up to the tops of its letters."""

HEADS: Final = MappingProxyType(
    {
        "b-a3": Place("further", (Rule(31.6, 90, 34.4),), role="actors-municipality"),
        "b-a4": Place("further", (Rule(SMALL_MARGIN + 17, 75, 24.4),), role="typed-name"),
    }
)
"""Where it is said that these are further away."""

FURTHER: Final = tuple(Circle(x, y, 44) for y in (112, 212) for x in (60, 160, 260, 360))
"""The bubbles of a second sheet, for municipalities that lie further away."""


def _name(kind: Kind, of: Circle) -> str:
    """What a bubble is called: by its kind and radius, as ``neighbour-44``."""
    return f"{kind}-{of.r:g}"


def typed_map() -> Map:
    """How the parts go together."""
    layouts = {name: tuple((_name(kind, of), of.centre) for kind, of in one.kinds) for name, one in LAYOUTS.items()}
    further = tuple((_name("neighbour", of), of.centre) for of in FURTHER)
    rooms = {_name(kind, of): _room(kind, of) for kind, of in _bubbles()}
    circles = [of for one in LAYOUTS.values() for of in one.all]
    ends = {"b-a3": _free(FOOTER_Y - FOOTER_TOP, circles)}
    left, right = _free((SMALL_FOOTER_Y - FOOTER_TOP - SMALL_AT.y) / SMALL, circles)
    ends["b-a4"] = (left * SMALL + SMALL_AT.x, right * SMALL + SMALL_AT.x)
    return Map(rooms, layouts, further, SMALL, SMALL_AT, ends, HEADS, OWN_NAME_DROP)


def _bubbles() -> Iterator[tuple[Kind, Circle]]:
    """One bubble around (0, 0) of each kind and radius."""
    sizes = {(kind, of.r) for bubbles in LAYOUTS.values() for kind, of in bubbles.kinds}
    sizes |= {("neighbour", of.r) for of in FURTHER}
    return ((kind, Circle(0, 0, r)) for kind, r in sorted(sizes))


def _room(kind: Kind, of: Circle) -> Room:
    inset = NAME_INSET if kind == "neighbour" else OWN_NAME_INSET
    box = pill(of, kind)
    return Room(
        Box(box.x + inset, box.y, box.width - 2 * inset, box.height),
        # The topmost line first, as somebody would write.
        tuple(sorted((_raised(line) for line in upper_lines(of, kind)), key=lambda line: line.y)),
        tuple(_raised(line) for line in lower_lines(of, kind)),
        _upper_rows(kind, of, WHOLE_SIZE),
        _lower_rows(kind, of, WHOLE_SIZE),
        _upper_rows(kind, of, SMALL_SIZE),
        _lower_rows(kind, of, SMALL_SIZE),
    )


def _raised(line: Rule) -> Rule:
    return Rule(line.left, line.right, line.y - RISE)


def _upper_rows(kind: Kind, of: Circle, by: Setting) -> tuple[Rule, ...]:
    """Rows between the pill and the words along the upper arc, downwards."""
    last = _words_end(arc(of, kind, upper=True).r, by.room[kind][0]) - by.capitals - by.air
    ys = _between(ANATOMY[kind].pill_height / 2 + by.air + by.descent, last, by.pitch)
    return tuple(reversed([_row(of.r, -y, y + by.capitals) for y in ys]))


def _lower_rows(kind: Kind, of: Circle, by: Setting) -> tuple[Rule, ...]:
    """The same in the lower half, where the heads of the words are inwards."""
    last = _words_end(arc(of, kind, upper=False).r - by.words, by.room[kind][1]) - by.descent - by.air
    ys = _between(ANATOMY[kind].pill_height / 2 + by.air + by.capitals, last, by.pitch)
    return tuple(_row(of.r, y, y + by.descent) for y in ys)


def _between(first: float, last: float, pitch: float) -> list[float]:
    """As many places as there are between two, a pitch apart, in the middle of the room."""
    more = max(int((last - first) / pitch), 0)
    start = first + max(last - first - more * pitch, 0) / 2
    return [start + i * pitch for i in range(more + 1)]


def _words_end(r: float, words: float) -> float:
    """How far from the equator words along an arc end: what is nearer to it is not in their way."""
    return r * math.cos(words / 2 / r)


def _row(r: float, y: float, away: float) -> Rule:
    half = ((r - SIDE_AIR) ** 2 - away**2) ** 0.5
    return Rule(-half, half, y)


def _free(y: float, circles: Iterable[Circle]) -> tuple[float, float]:
    """From the left edge to where, and from where to the right edge, no circle comes below a y."""
    reaches = [(of.x, of.half_chord(y)) for of in circles if of.y + of.r > y]
    return min(x - reach for x, reach in reaches) - SIDE_AIR, max(x + reach for x, reach in reaches) + SIDE_AIR


def typed_parts(desk: Desk, sheet: BubbleSheet) -> dict[str, Page]:
    """All parts by name: the ground of each layout and its links, each bubble, and what stands around the map.

    Of a bubble ``…-a3`` and ``…-a4`` are the words along its arcs, ``…-lines-1`` and ``-2`` the writing lines of its
    halves, which only A3 has, ``…-own`` the label over one's own name, ``…-blank-…`` what a pill without a name has.
    """
    drawn = {f"layout-{name}": _layout(desk, bubbles) for name, bubbles in LAYOUTS.items()}
    for name, bubbles in LAYOUTS.items():
        drawn |= {f"link-{name}-{i}": _link(desk, bubbles, of) for i, of in enumerate(bubbles.neighbours, 1)}
    for of in {circle.r: Circle(0, 0, circle.r) for circle in FURTHER}.values():
        drawn[f"{_name('neighbour', of)}-tint"] = _tint(desk, of)
    for kind, of in _bubbles():
        name = _name(kind, of)
        drawn[name] = _outline(desk, kind, of)
        drawn[f"{name}-a3"] = _inside(desk, sheet, kind, of)
        drawn[f"{name}-lines-1"] = _lines(desk, upper_lines(of, kind))
        drawn[f"{name}-lines-2"] = _lines(desk, lower_lines(of, kind))
        drawn[f"{name}-a4"] = _inside_small(desk, sheet, kind, of)
        drawn[f"{name}-blank-a3"] = _blank(desk, sheet, kind, of)
        drawn[f"{name}-blank-a4"] = _blank_small(desk, kind, of)
        if kind != "neighbour":
            drawn[f"{name}-own"] = _own(desk, sheet, kind, of)
    return drawn | _around(desk, sheet) | _around_small(desk, sheet)


def _layout(desk: Desk, bubbles: Bubbles) -> Page:
    page = desk.page(A3_LANDSCAPE)
    ground(page, bubbles, (), RESERVED, WHOLE)
    return page


def _tint(desk: Desk, of: Circle) -> Page:
    """The upper half of a bubble that is in no layout: there the tints lie under the borders."""
    page = desk.page(A3_LANDSCAPE)
    page.tint(half_disc(of, upper=True), f"{TONE['neighbour']}-tint")
    return page


def _outline(desk: Desk, kind: Kind, of: Circle) -> Page:
    page = desk.page(A3_LANDSCAPE)
    bubble(page, kind, of)
    name_pill(page, kind, of)
    return page


def _inside(desk: Desk, sheet: BubbleSheet, kind: Kind, of: Circle) -> Page:
    page = desk.page(A3_LANDSCAPE)
    arcs(page, sheet, kind, of)
    return page


def _lines(desk: Desk, lines: Iterable[Rule]) -> Page:
    page = desk.page(A3_LANDSCAPE)
    rules(page, lines)
    return page


def _inside_small(desk: Desk, sheet: BubbleSheet, kind: Kind, of: Circle) -> Page:
    page = desk.page(A3_LANDSCAPE)
    words = sheet.arcs
    both = (words.other_upper, words.other_lower) if kind == "neighbour" else (words.own_upper, words.own_lower)
    for text, upper, width in zip(both, (True, False), SMALL_SIZE.room[kind], strict=True):
        page.arc_text(text, f"{role('arc', kind)}-small", arc(of, kind, upper=upper), upper=upper, width=width)
    return page


def _blank(desk: Desk, sheet: BubbleSheet, kind: Kind, of: Circle) -> Page:
    page = desk.page(A3_LANDSCAPE)
    if kind == "neighbour":
        other_blank(page, sheet.pills.other, of)
    else:
        own_label(page, sheet.pills.own, kind, of, blank=True)
        own_line(page, sheet.pills.own, kind, of)
    return page


def _blank_small(desk: Desk, kind: Kind, of: Circle) -> Page:
    """On A4 a line without a label, which could not be read."""
    page = desk.page(A3_LANDSCAPE)
    box = pill(of, kind).inset(8)
    page.line(box.x, of.y + OWN_LINE, box.right, of.y + OWN_LINE)
    return page


def _own(desk: Desk, sheet: BubbleSheet, kind: Kind, of: Circle) -> Page:
    page = desk.page(A3_LANDSCAPE)
    own_label(page, sheet.pills.own, kind, of, blank=False)
    return page


def _link(desk: Desk, bubbles: Bubbles, of: Circle) -> Page:
    """The link with a neighbour, and its nodes: they lie over the outlines of the bubbles, it lies under nothing."""
    page = desk.page(A3_LANDSCAPE)
    link(page, *link_ends(bubbles, of), (NODE, NODE), "link")
    nodes(page, bubbles, (of,))
    return page


def typed_frame(desk: Desk) -> dict[str, Page]:
    """What pages of text have on top: the brand mark."""
    page = desk.page(A4_PORTRAIT)
    brand_mark(page, margin(page), 11.2, 1.12)
    return {"text": page}


def _around(desk: Desk, sheet: BubbleSheet) -> dict[str, Page]:
    """Title and footer; for a map with names and for one without: what to do, the legend and where north is."""
    frame, named, blank = (desk.page(A3_LANDSCAPE) for _ in range(3))
    brand(frame, desk, sheet, WHOLE)
    footer(frame, desk, sheet, sheet.title)
    instruction(named, sheet.named.instruction, WHOLE)
    legend(named, sheet, sheet.named.neighbour, WHOLE)
    _north(named, sheet.named.north, Point(0, 0))
    instruction(blank, sheet.blank.instruction, WHOLE)
    legend(blank, sheet, sheet.blank.neighbour, WHOLE)
    return {"b-a3": frame, "b-a3-named": named, "b-a3-blank": blank}


def _around_small(desk: Desk, sheet: BubbleSheet) -> dict[str, Page]:
    """The same on A4, without what to do: it was done."""
    frame, named, blank = (desk.page(A4_LANDSCAPE) for _ in range(3))
    left, right = SMALL_MARGIN, A4_LANDSCAPE.width - SMALL_MARGIN
    brand_mark(frame, left, 10.5, 0.7)
    frame.text(sheet.title, "part-title", left + 17, 17.6, width=44)
    footer_line(frame, desk, sheet, sheet.title, Point(left, SMALL_FOOTER_Y), right)
    _small_legend(named, sheet.border, sheet.named.neighbour)
    _north(named, sheet.named.north, Point(SMALL_ARROW.x - ARROW[0][0], SMALL_ARROW.y - ARROW[0][1]))
    _small_legend(blank, sheet.border, sheet.blank.neighbour)
    return {"b-a4": frame, "b-a4-named": named, "b-a4-blank": blank}


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
