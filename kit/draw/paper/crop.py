"""A page as a print shop wants it: on larger paper, with bleed, and with marks where it is cut. Lengths in mm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from kit.draw.geometry import A5_LANDSCAPE, A6_PORTRAIT, Box, Size
from kit.draw.page import Page
from kit.draw.paths import Path, line

BLEED: Final = 3.0
"""So far colour runs on beyond the cut. No sheet has colour at its edge: it is white paper."""

OFFSET: Final = 4.0
"""From the cut to where a mark begins: a millimetre outside the bleed, so that a mark never falls in what is kept."""

LENGTH: Final = 5.0
MARGIN: Final = 10.0
"""From the cut to the edge of the paper: room for the marks."""


CARDS: Final[Mapping[Size, Size]] = MappingProxyType({A6_PORTRAIT: Size(105, 148), A5_LANDSCAPE: Size(210, 148)})
"""What a shop calls A6 and A5 (ISO 216): half a millimetre lower than what an office cuts from A4."""


def kept(page: Size) -> Box:
    """What is kept of a page: all of it, but of a card a quarter of a millimetre less at its top and at its foot."""
    size = CARDS.get(page, page)
    return Box(0, (page.height - size.height) / 2, size.width, size.height)


def crop_marks(trim: Box) -> tuple[Path, ...]:
    """Two lines at each corner of what is kept, in line with the cuts, from left to right and from top to bottom."""
    across = ((trim.x - OFFSET - LENGTH, trim.x - OFFSET), (trim.right + OFFSET, trim.right + OFFSET + LENGTH))
    down = ((trim.y - OFFSET - LENGTH, trim.y - OFFSET), (trim.bottom + OFFSET, trim.bottom + OFFSET + LENGTH))
    lying = (line(start, y, end, y) for y in (trim.y, trim.bottom) for start, end in across)
    upright = (line(x, start, x, end) for x in (trim.x, trim.right) for start, end in down)
    return (*lying, *upright)


def marked_to_cut(paper: Page, trim: Box) -> Page:
    """A page on large paper with the trim, the bleed and the marks of what is kept of it."""
    marked = replace(paper, trim=trim, bleed=trim.inset(-BLEED))
    for mark in crop_marks(trim):
        marked.stroke(mark, "crop-mark")
    return marked


def to_crop(page: Page) -> Page:
    """The page on larger paper, with its trim, its bleed and crop marks."""
    return Cropper().cropped(page)


class Cropper:
    """Crops the pages of one document: what several have as their ground is put on larger paper once."""

    def __init__(self) -> None:
        """Nothing is cropped yet."""
        self._grounds: dict[int, Page] = {}

    def cropped(self, page: Page) -> Page:
        """The page on larger paper, with its trim, its bleed and crop marks."""
        trim = kept(page.size).moved(MARGIN, MARGIN)
        return marked_to_cut(self._larger(page), trim)

    def _larger(self, page: Page) -> Page:
        """The page on larger paper, layer upon layer, without links: a shop's software stumbles over them."""
        size = Size(page.size.width + 2 * MARGIN, page.size.height + 2 * MARGIN)
        paper = Page(size, page.theme, page.fonts, ground=self._ground(page.ground))
        paper.place(replace(page, ground=None, links=[]), MARGIN, MARGIN)
        return paper

    def _ground(self, ground: Page | None) -> Page | None:
        if ground is None:
            return None
        if id(ground) not in self._grounds:
            self._grounds[id(ground)] = self._larger(ground)
        return self._grounds[id(ground)]
