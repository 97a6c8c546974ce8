"""What sheets are made for: an office printer, a print shop, or a wall. Each draws and paints them in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol

from kit import registry
from kit.draw.crop import to_crop
from kit.draw.desk import Desk
from kit.draw.editions import Largest, PosterSize
from kit.draw.fonts import Fonts
from kit.draw.geometry import A3_LANDSCAPE, Size
from kit.draw.inks import Inks
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.model.schema import PartnerCard, Sheet
from kit.model.stack import CardPrint

Pages = Sequence[Page]

_SINGLE: Final = "draw_single"
"""The function of a layout that draws one card by itself."""

_USUAL: Final = CardPrint()

_POSTERS: Final = MappingProxyType({"a2": Size(420, 594), "a1": Size(594, 841), "a0": Size(841, 1189)})
"""Upright, in mm (ISO 216)."""


class Form(Protocol):
    """A way to draw and paint sheets."""

    def draw(self, desk: Desk, sheet: Sheet) -> Pages:
        """The pages of a sheet; none where it is not made for this."""

    def paint(self, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages as a PDF."""


@dataclass(frozen=True, slots=True)
class OfficeForm:
    """For an office printer. ``paper``: the largest that it takes; ``cards``: how partner cards are printed."""

    paper: Largest = "a3"
    cards: CardPrint = _USUAL

    def draw(self, desk: Desk, sheet: Sheet) -> Pages:
        """The pages of a sheet; cards lie together on a page."""
        draw = registry.on_paper(sheet.layout, self.paper)
        return draw(desk, sheet, self.cards) if isinstance(sheet, PartnerCard) else draw(desk, sheet)

    def paint(self, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages as a PDF."""
        return pdf_bytes(pages, fonts, info)


@dataclass(frozen=True, slots=True)
class ShopForm:
    """For a print shop: what an office cannot print well, A3 and cards. The shop itself lays cards on its sheets."""

    backs: bool = True

    def draw(self, desk: Desk, sheet: Sheet) -> Pages:
        """The pages of a sheet with bleed and crop marks; none of a sheet on A4."""
        pages = _whole(desk, sheet)
        if isinstance(sheet, PartnerCard):
            pages = pages if self.backs else pages[:1]
        else:
            pages = [page for page in pages if page.size == A3_LANDSCAPE]
        return [to_crop(page) for page in pages]

    def paint(self, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages as a PDF in four inks, letters and codes in black alone."""
        return pdf_bytes(pages, fonts, info, inks=Inks("cmyk"))


@dataclass(frozen=True, slots=True)
class PosterForm:
    """For a wall: sheets as large as fits on large paper; of the cards one by itself."""

    size: PosterSize

    def draw(self, desk: Desk, sheet: Sheet) -> Pages:
        """The pages of a sheet, at their own size."""
        return _whole(desk, sheet)

    def paint(self, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages as a PDF, made larger; the paper lies or stands as the first page does."""
        upright = _POSTERS[self.size]
        lies = pages[0].size.width > pages[0].size.height
        return pdf_bytes(pages, fonts, info, paper=Size(upright.height, upright.width) if lies else upright)


def _whole(desk: Desk, sheet: Sheet) -> Pages:
    """The pages of a sheet as it was meant; of cards the front and the back of one."""
    if isinstance(sheet, PartnerCard):
        return registry.part(sheet.layout, _SINGLE)(desk, sheet)
    return registry.layout(sheet.layout)(desk, sheet)
