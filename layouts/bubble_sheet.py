"""The bubble sheet: a map of municipalities to write in, the own one in the middle (design, section 11).

The geometry of the bubbles stands in ``kit.draw.bubbles``, that of the borders in ``kit.draw.borders``.
"""

from __future__ import annotations

from kit.draw.bubbles import LAYOUTS, RESERVED, Kind
from kit.draw.desk import Desk
from kit.draw.geometry import A3_LANDSCAPE, Circle
from kit.draw.page import Page
from kit.model.named import Actor, Actors, NamedSheet
from kit.model.schema import BubbleSheet
from kit.model.stack import NOBODY, Names

from . import actor_list
from .bubble_names import named_page
from .bubble_parts import (
    arcs,
    blank_lines,
    brand,
    bubble,
    fields,
    ground,
    instruction,
    legend,
    name_pill,
    nodes,
    other_blank,
    own_label,
    own_line,
    printed,
    printed_name,
)
from .parts import footer, sheet_code


def draw(desk: Desk, sheet: BubbleSheet, names: Names = NOBODY) -> list[Page]:
    """One A3 page with blank bubbles, in the layout that the content names; with the names that are known."""
    blank = desk.ground((__name__, sheet.name), lambda: _blank(desk, sheet))
    known = (names.organisation, names.municipality, names.date)
    if not any(known):
        return [blank]
    page = desk.page_on(blank)
    if names.municipality:
        printed_name(page, names.municipality, LAYOUTS[sheet.blank_layout].centre)
    printed(page, desk, names)
    return [page]


def _blank(desk: Desk, sheet: BubbleSheet) -> Page:
    page = desk.page(A3_LANDSCAPE)
    bubbles = LAYOUTS[sheet.blank_layout]
    brand(page, desk, sheet)
    instruction(page, sheet.blank.instruction)
    sheet_code(page, desk, sheet)
    ground(page, bubbles, bubbles.neighbours, RESERVED)
    for kind, of in bubbles.kinds:
        bubble(page, kind, of)
        blank_lines(page, kind, of)
        arcs(page, sheet, kind, of)
        name_pill(page, kind, of)
        _blank_name(page, sheet, kind, of)
    nodes(page, bubbles, bubbles.neighbours)
    legend(page, sheet, sheet.blank.neighbour)
    fields(page, desk)
    footer(page, desk, sheet.footer)
    return page


def draw_named(desk: Desk, sheet: BubbleSheet, named: NamedSheet, actors: Actors, names: Names = NOBODY) -> list[Page]:
    """The bubble sheet of a municipality: one or two A3 pages, behind them A4 pages with actors that did not fit.

    Pages of one desk share what does not depend on the municipality.
    """
    pages: list[Page] = []
    left: list[Actor] = []
    for plan in named.sheets:
        page, rest = named_page(desk, sheet, named.own, plan, actors, names)
        pages.append(page)
        left += rest
    return [*pages, *actor_list.pages(desk, sheet, named.own, left)]


def _blank_name(page: Page, sheet: BubbleSheet, kind: Kind, of: Circle) -> None:
    """A label in the pill and a line for the name."""
    if kind == "centre":
        own_label(page, sheet.pills.own, of)
        own_line(page, of)
    else:
        other_blank(page, sheet.pills.other, of)
