"""What was drawn and painted before, for as long as the process lives: what looks the same is not painted again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from time import perf_counter

from kit.draw.desk import Desk
from kit.draw.fonts import Fonts
from kit.draw.page import Page
from kit.draw.paint import Info
from kit.forms import Form, Pages
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
class Memory:
    """Of each sheet, by its name, what was drawn and painted last; ``catalogue``: the content of all.

    Whoever empties ``drawn`` finds in it what is drawn from then on.
    """

    catalogue: Catalogue | None = None
    drawn: dict[str, Drawn] = field(default_factory=dict)
    _painted: dict[str, _Painted] = field(default_factory=dict)

    def draw(self, form: Form, desk: Desk, sheet: Sheet) -> Pages:
        """The pages of a sheet, drawn each time: that costs little, and what is wrong is told where it stands now."""
        started = perf_counter()
        self.catalogue = desk.catalogue
        pages = form.draw(desk, sheet)
        self.drawn[sheet.name] = Drawn(sheet.bookmark.plain, pages, perf_counter() - started)
        return pages

    def paint(self, form: Form, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages, drawn here, as a PDF: that of before, where nothing of it would look or read otherwise."""
        name = next(name for name, drawn in self.drawn.items() if drawn.pages is pages)
        seen = tuple(_seen(pages, fonts))
        before = self._painted.get(name)
        if before and (before.info, before.seen) == (info, seen):
            return before.pdf
        started, drawn = perf_counter(), self.drawn[name]
        painted = self._painted[name] = _Painted(info, seen, form.paint(pages, fonts, info))
        self.drawn[name] = replace(drawn, seconds=drawn.seconds + perf_counter() - started)
        return painted.pdf


@dataclass(frozen=True, slots=True)
class Remembering:
    """A form that paints nothing twice."""

    form: Form
    memory: Memory

    def draw(self, desk: Desk, sheet: Sheet) -> Pages:
        """The pages of a sheet."""
        return self.memory.draw(self.form, desk, sheet)

    def paint(self, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages as a PDF."""
        return self.memory.paint(self.form, pages, fonts, info)


def _seen(pages: Pages, fonts: Fonts) -> Iterator[object]:
    """All that a PDF is made of: layer by layer what is on it, and the files of the letters."""
    layers = [layer for page in pages for layer in page.layers]
    yield from ((page.size, page.trim, page.bleed, len(page.layers)) for page in pages)
    yield from map(_records, layers)
    cuts = {letters.font for layer in layers for text in layer.texts for letters in text.each}
    yield {(fonts.face(cut).path, fonts.face(cut).stamp) for cut in cuts}


def _records(layer: Page) -> tuple[object, ...]:
    return layer.size, layer.shapes, layer.texts, layer.codes, layer.pictures, layer.links
