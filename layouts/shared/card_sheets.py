"""Sheets of partner cards of any size: how the cards lie on the paper, and the same card in each slot."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Size
from kit.draw.page import Page
from kit.draw.paper.imposition import Scheme, Side, usual_edge
from kit.model.printing import CardPrint

PAPERS: Final[Mapping[str, Size]] = MappingProxyType({"a4": A4_PORTRAIT, "a3": A3_LANDSCAPE})
USUAL: Final = CardPrint()


def scheme_of(context: DrawingContext, printed: CardPrint, card: Size) -> Scheme:
    """How cards of this size are printed: the usual edge and the shift of the content, where nothing else is asked."""
    paper = PAPERS[printed.paper]
    shift = context.catalogue.kit.duplex_shift if printed.shift is None else printed.shift
    return Scheme(paper, card, printed.flip or usual_edge(paper), shift)


def filled(context: DrawingContext, card: Page, scheme: Scheme, side: Side, marks: Page | None = None) -> Page:
    """The same card in each slot, over the marks to cut it apart if there are any."""
    page = context.page(scheme.paper, trim=Box(0, 0, scheme.paper.width, scheme.paper.height))
    if marks:
        page.place(marks, 0, 0)
    # Read from left to right, as the fronts are.
    for slot in sorted(side, key=lambda slot: (slot.box.y, slot.box.x)):
        page.place(card, slot.box.x, slot.box.y, turned=slot.turned)
    return page
