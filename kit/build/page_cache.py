"""What was drawn and painted before, for as long as the process lives: what looks the same is not painted again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from time import perf_counter

from kit.build.print_targets import Pages, PrintTarget
from kit.draw.context import DrawingContext
from kit.draw.page import Page
from kit.draw.paint import Info
from kit.draw.text.fonts import Fonts
from kit.model.catalogue import Catalogue
from kit.model.schema import Sheet


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet as it was drawn last: what it is called, its pages, and the seconds that drawing and painting took."""

    title: str
    pages: Pages
    seconds: float


@dataclass(frozen=True, slots=True)
class _Painted:
    """What a PDF was painted of, and that PDF."""

    info: Info
    seen: tuple[object, ...]
    pdf: bytes


@dataclass(slots=True)
class PageCache:
    """Of each sheet, by its name, what was drawn and painted last; ``catalogue``: the content of all.

    Whoever empties ``drawn`` finds in it what is drawn from then on.
    """

    catalogue: Catalogue | None = None
    drawn: dict[str, Drawn] = field(default_factory=dict)
    _painted: dict[str, _Painted] = field(default_factory=dict)

    def draw(self, target: PrintTarget, context: DrawingContext, sheet: Sheet) -> Pages:
        """The pages of a sheet. Drawn each time: it costs little, and problems carry the current lines."""
        started = perf_counter()
        self.catalogue = context.catalogue
        pages = target.draw(context, sheet)
        self.drawn[sheet.name] = Drawn(sheet.bookmark.plain, pages, perf_counter() - started)
        return pages

    def paint(self, target: PrintTarget, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages, drawn here, as a PDF: that of before, where nothing of it would look or read otherwise."""
        name = next(name for name, drawn in self.drawn.items() if drawn.pages is pages)
        seen = tuple(_seen(pages, fonts))
        before = self._painted.get(name)
        if before and (before.info, before.seen) == (info, seen):
            return before.pdf
        started, drawn = perf_counter(), self.drawn[name]
        painted = self._painted[name] = _Painted(info, seen, target.paint(pages, fonts, info))
        self.drawn[name] = replace(drawn, seconds=drawn.seconds + perf_counter() - started)
        return painted.pdf


@dataclass(frozen=True, slots=True)
class CachingTarget:
    """A print target that paints nothing twice."""

    target: PrintTarget
    cache: PageCache

    def draw(self, context: DrawingContext, sheet: Sheet) -> Pages:
        """The pages of a sheet."""
        return self.cache.draw(self.target, context, sheet)

    def paint(self, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages as a PDF."""
        return self.cache.paint(self.target, pages, fonts, info)


def _seen(pages: Pages, fonts: Fonts) -> Iterator[object]:
    """All that a PDF is made of: layer by layer what is on it, and the files of the letters."""
    layers = [layer for page in pages for layer in page.layers]
    yield from ((page.size, page.trim, page.bleed, len(page.layers)) for page in pages)
    yield from map(_records, layers)
    cuts = {letters.font for layer in layers for text in layer.texts for letters in text.each}
    yield {fonts.face(cut).name for cut in cuts}


def _records(layer: Page) -> tuple[object, ...]:
    return layer.size, layer.shapes, layer.texts, layer.codes, layer.pictures, layer.links
