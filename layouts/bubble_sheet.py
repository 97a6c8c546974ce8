"""The bubble sheet: a map of municipalities to write in, the own one in the middle (design, section 11).

The geometry of the bubbles stands in ``kit.draw.bubbles``, that of the borders in ``kit.draw.borders``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kit.draw.borders import network
from kit.draw.bubbles import ANATOMY, LAYOUTS, RESERVED, Bubbles, Kind, arc, link_ends, lower_lines, pill, upper_lines
from kit.draw.desk import Desk
from kit.draw.geometry import A3_LANDSCAPE, Circle, Point, circle, half_disc, rounded
from kit.draw.page import Page
from kit.model.schema import BubbleSheet
from kit.model.text import Text

from .parts import brand_mark, footer, link, name_fields, node, sheet_code

TONE: Final[Mapping[Kind, str]] = MappingProxyType({"centre": "you", "neighbour": "bridge"})
NODE: Final = 2.0

LEGEND_LEFT, LEGEND_RIGHT = 10.4, 25.0
LEGEND_BORDER, LEGEND_LINK = 269, 275.6
LEGEND_DROP: Final = 1.2
"""From the middle of a sample down to the baseline of its text."""

PILL_LABEL_DROP: Final = 1.0
"""From the equator down to the baseline of the label, which makes its capitals stand in the middle."""


def draw(desk: Desk, sheet: BubbleSheet) -> list[Page]:
    """One A3 page with blank bubbles, in the layout that the content names."""
    page = desk.page(A3_LANDSCAPE)
    bubbles = LAYOUTS[sheet.blank_layout]
    _heading(page, desk, sheet, sheet.blank.instruction)
    _ground(page, bubbles)
    for kind, of in bubbles.kinds:
        _bubble(page, sheet, kind, of)
        _blank_name(page, sheet, kind, of)
    _nodes(page, bubbles)
    _legend(page, sheet, sheet.blank.neighbour)
    fields = desk.catalogue.steps.name_fields
    name_fields(page, (fields.organisation, fields.date), 348, 410, (271, 280.5))
    footer(page, desk, sheet.footer)
    return [page]


def _heading(page: Page, desk: Desk, sheet: BubbleSheet, instruction: Text) -> None:
    """Brand mark, the kit's name, title, instruction and code."""
    brand_mark(page, 10, 10.6, 0.9)
    page.text(desk.catalogue.kit.title.upper(), "brand", 32, 15.4, width=58)
    page.text(sheet.title, "bubble-sheet-title", 31.6, 24, width=58)
    page.text(instruction, "instruction", 10, 32.4, width=80, lines=6)
    sheet_code(page, desk, sheet)


def _ground(page: Page, bubbles: Bubbles) -> None:
    """What lies under the bubbles: tints, borders and links."""
    for kind, of in bubbles.kinds:
        page.tint(half_disc(of, upper=True), f"{TONE[kind]}-tint")
    borders = network(bubbles, RESERVED)
    for border in (*borders.ring, *borders.spokes):
        page.stroke(border, "map-border")
    for of in bubbles.neighbours:
        link(page, *link_ends(bubbles, of), (NODE, NODE), "link")


def _bubble(page: Page, sheet: BubbleSheet, kind: Kind, of: Circle) -> None:
    """A bubble without a name: outline, equator, writing lines, the words along its arcs and its empty pill."""
    page.stroke(circle(of), kind)
    page.line(of.x - of.r, of.y, of.x + of.r, of.y, "equator", TONE[kind])
    for rule in (*upper_lines(of, kind), *lower_lines(of, kind)):
        page.line(rule.left, rule.y, rule.right, rule.y)
    arcs = sheet.arcs
    upper, lower = (arcs.own_upper, arcs.own_lower) if kind == "centre" else (arcs.other_upper, arcs.other_lower)
    _words(page, upper, kind, of, upper=True)
    _words(page, lower, kind, of, upper=False)
    _pill(page, kind, of)


def _words(page: Page, words: Text, kind: Kind, of: Circle, *, upper: bool) -> None:
    """Words along an arc."""
    page.arc_text(words, _role("arc", kind), arc(of, kind, upper=upper), upper=upper, width=ANATOMY[kind].words)


def _pill(page: Page, kind: Kind, of: Circle) -> None:
    """The name pill, empty."""
    box = pill(of, kind)
    path = rounded(box, box.height / 2)
    page.fill(path, "white", "pill-ground")
    page.stroke(path, _role("pill", kind))


def _blank_name(page: Page, sheet: BubbleSheet, kind: Kind, of: Circle) -> None:
    """A label in the pill and a line for the name."""
    if kind == "centre":
        _own_label(page, sheet.pills.own, of)
    else:
        _other_label(page, sheet.pills.other, of)


def _own_label(page: Page, label: Text, of: Circle) -> None:
    """The label at the top of the own pill, and the line to write the name on."""
    box = pill(of, "centre").inset(8)
    page.text(label, "pill-label-centre", of.x, of.y - 3.6, width=box.width, align="centre")
    page.line(box.x, of.y + 4.6, box.right, of.y + 4.6)


def _other_label(page: Page, label: Text, of: Circle) -> None:
    """The label at the left of a neighbour's pill, and the line to write the name on."""
    box = pill(of, "neighbour")
    page.text(label, "pill-label", box.x + 4.2, of.y + PILL_LABEL_DROP, width=15.3)
    page.line(box.x + 20.5, of.y + 3.2, box.right - 5, of.y + 3.2)


def _nodes(page: Page, bubbles: Bubbles) -> None:
    """A node at both ends of every link."""
    for of in bubbles.neighbours:
        own, other = link_ends(bubbles, of)
        node(page, own, NODE, TONE["centre"])
        node(page, other, NODE, TONE["neighbour"])


def _legend(page: Page, sheet: BubbleSheet, neighbour: Text) -> None:
    """What the border and the link mean. The nodes of the sample are flush with the sample of the border."""
    page.line(LEGEND_LEFT, LEGEND_BORDER, LEGEND_RIGHT, LEGEND_BORDER, "map-border")
    start, end = Point(LEGEND_LEFT + NODE, LEGEND_LINK), Point(LEGEND_RIGHT - NODE, LEGEND_LINK)
    link(page, start, end, (NODE, NODE), "link")
    node(page, start, NODE, TONE["centre"])
    node(page, end, NODE, TONE["neighbour"])
    page.text(sheet.border, "legend", 28, LEGEND_BORDER + LEGEND_DROP, width=32)
    page.text(neighbour, "legend", 28, LEGEND_LINK + LEGEND_DROP, width=32)


def _role(name: str, kind: Kind) -> str:
    """The role of a part: that in the centre has a name of its own."""
    return name if kind == "neighbour" else f"{name}-centre"
