"""The bubble sheet: a map of municipalities to write in, the own one in the middle (design, section 11).

The geometry of the bubbles stands in ``kit.draw.bubbles``, that of the borders in ``kit.draw.borders``.
"""

from __future__ import annotations

from kit.draw.bubbles import LAYOUTS
from kit.draw.desk import Desk
from kit.draw.page import Page
from kit.model.named import Actor, Actors, NamedSheet
from kit.model.schema import BubbleSheet
from kit.model.stack import NOBODY, Names

from . import actor_list
from .bubble_blank import blank_page
from .bubble_names import named_page
from .bubble_parts import WHOLE
from .bubble_tiles import draw_a4, draw_named_a4
from .bubble_typed import typed_frame, typed_map, typed_parts

__all__ = ["draw", "draw_a4", "draw_named", "draw_named_a4", "typed_frame", "typed_map", "typed_parts"]


def draw(desk: Desk, sheet: BubbleSheet, names: Names = NOBODY) -> list[Page]:
    """One A3 page with blank bubbles, in the layout that the content names; with the names that are known."""
    return [blank_page(desk, sheet, names, LAYOUTS[sheet.blank_layout], WHOLE)]


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
