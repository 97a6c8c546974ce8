"""What sheets are made for: an office printer, a print shop, or a wall. Each draws and paints in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Protocol

from kit import registry
from kit.draw.context import DrawingContext
from kit.draw.geometry import Size
from kit.draw.look.editions import Largest, PosterSize
from kit.draw.look.inks import Inks
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.paper.crop import to_crop
from kit.draw.text.fonts import Fonts
from kit.model.printing import CardPrint
from kit.model.schema import PartnerCard, Sheet

Pages = Sequence[Page]

_SINGLE: Final = "draw_single"
"""The function of a layout that draws one card by itself."""

_USUAL: Final = CardPrint()

_POSTERS: Final = MappingProxyType({"a2": Size(420, 594), "a1": Size(594, 841), "a0": Size(841, 1189)})
"""Upright, in mm (ISO 216)."""


class PrintTarget(Protocol):
    """A way to draw and paint sheets."""

    def draw(self, context: DrawingContext, sheet: Sheet) -> Pages:
        """The pages of a sheet."""

    def paint(self, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages as a PDF."""


@dataclass(frozen=True, slots=True)
class OfficePrinter:
    """For an office printer. ``paper``: the largest that it takes; ``cards``: how partner cards are printed."""

    paper: Largest = "a3"
    cards: CardPrint = _USUAL

    def draw(self, context: DrawingContext, sheet: Sheet) -> Pages:
        """The pages of a sheet; cards lie together on a page."""
        draw = registry.on_paper(sheet.layout, self.paper, context.theme.edition)
        return draw(context, sheet, self.cards) if isinstance(sheet, PartnerCard) else draw(context, sheet)

    def paint(self, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages as a PDF."""
        return pdf_bytes(pages, fonts, info)


@dataclass(frozen=True, slots=True)
class PrintShop:
    """For a print shop: every sheet by itself, and each card, which the shop itself lays on its sheets."""

    backs: bool = True

    def draw(self, context: DrawingContext, sheet: Sheet) -> Pages:
        """The pages of a sheet with bleed and crop marks."""
        return [to_crop(page) for page in _whole(context, sheet, backs=self.backs)]

    def paint(self, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages as a PDF in four inks, letters and codes in black alone."""
        return pdf_bytes(pages, fonts, info, inks=Inks("cmyk"))


@dataclass(frozen=True, slots=True)
class WallPoster:
    """For a wall: sheets as large as fits on large paper; of the cards one by itself. ``shop``: for a print shop."""

    size: PosterSize
    shop: bool = False

    def draw(self, context: DrawingContext, sheet: Sheet) -> Pages:
        """The pages of a sheet, at their own size."""
        return _whole(replace(context, poster=self.size), sheet)

    def paint(self, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages as a PDF, made larger; the paper lies or stands as the first page does."""
        upright = _POSTERS[self.size]
        lies = pages[0].size.width > pages[0].size.height
        paper = Size(upright.height, upright.width) if lies else upright
        return pdf_bytes(pages, fonts, info, inks=Inks("cmyk" if self.shop else "rgb"), paper=paper, crop=self.shop)


def _whole(context: DrawingContext, sheet: Sheet, *, backs: bool = True) -> Pages:
    """The pages of a sheet as it was meant; of cards the front of one, and its back if there are ``backs``."""
    if isinstance(sheet, PartnerCard):
        return registry.part(sheet.layout, _SINGLE, context.theme.edition)(context, sheet, backs=backs)
    return registry.on_paper(sheet.layout, "a3", context.theme.edition)(context, sheet)
