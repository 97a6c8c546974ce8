"""The bubble sheet: a map of municipalities to write in, the own one in the middle (design, section 11).

The geometry of the bubbles stands in ``kit.draw.bubbles.layouts``, that of the borders in ``kit.draw.bubbles.borders``.
"""

from __future__ import annotations

from kit.draw.bubbles.layouts import LAYOUTS
from kit.draw.context import DrawingContext
from kit.draw.page import Page
from kit.model.places.named import Actors, NamedSheet
from kit.model.schema import BubbleSheet
from kit.model.workshop.stack import NOBODY, Names

from .bubbles import actor_list
from .bubbles.blank import blank_page
from .bubbles.names import named_pages
from .bubbles.parts import WHOLE
from .bubbles.tiles import draw_a4, draw_named_a4
from .bubbles.typed import typed_frame, typed_parts
from .bubbles.typed_map import typed_map

__all__ = ["draw", "draw_a4", "draw_named", "draw_named_a4", "typed_frame", "typed_map", "typed_parts"]


def draw(context: DrawingContext, sheet: BubbleSheet, names: Names = NOBODY) -> list[Page]:
    """One A3 page with blank bubbles, in the layout that the content names; with the names that are known."""
    return [blank_page(context, sheet, names, LAYOUTS[sheet.blank_layout], WHOLE)]


def draw_named(
    context: DrawingContext, sheet: BubbleSheet, named: NamedSheet, actors: Actors, names: Names = NOBODY
) -> list[Page]:
    """The bubble sheet of a municipality: one or two A3 pages, behind them A4 pages with actors that did not fit.

    Pages of one context share what does not depend on the municipality.
    """
    pages, left = named_pages(context, sheet, named, actors, names)
    return [*pages, *actor_list.pages(context, sheet, named.own, left)]
