"""What was drawn and painted before, for as long as the process lives.

A sheet is drawn again where one of the texts that it reads has changed; painted, where it then looks otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from time import perf_counter

from kit.build.pieces import Pieces
from kit.build.print_targets import Pages, PrintTarget
from kit.build.texts_read import ALWAYS, among, of_sheet, texts, watched
from kit.draw.context import DrawingContext
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
class _Read:
    """Of what some pages were drawn: all but the texts, and those that were read; ``fonts`` while they are the same."""

    others: tuple[object, ...]
    fonts: Fonts
    names: Collection[str]
    texts: Mapping[str, bytes]
    pages: Pages

    def holds(self, others: tuple[object, ...], fonts: Fonts, now: Mapping[str, bytes]) -> bool:
        """Whether the pages would be drawn alike of what there is now."""
        return self.fonts is fonts and self.others == others and self.texts == among(now, self.names)


@dataclass(frozen=True, slots=True)
class _Painted:
    """What a PDF was painted of, pages by their fingerprint, and that PDF."""

    info: Info
    pages: bytes
    pdf: bytes


@dataclass(slots=True)
class PageCache:
    """Of each sheet, by its name, what was drawn and painted last; ``catalogue``: the content of all.

    Whoever empties ``drawn`` finds in it what is asked for from then on.
    """

    catalogue: Catalogue | None = None
    drawn: dict[str, Drawn] = field(default_factory=dict)
    pieces: Pieces = field(default_factory=Pieces)
    _read: dict[str, _Read] = field(default_factory=dict)
    _painted: dict[str, _Painted] = field(default_factory=dict)

    def draw(self, target: PrintTarget, context: DrawingContext, sheet: Sheet) -> Pages:
        """The pages of a sheet: those of before, problems and their lines too, where no text that it reads changed."""
        started = perf_counter()
        self.catalogue, now = context.catalogue, texts(context.catalogue)
        others = (target, context.theme, context.typed, context.poster, context.catalogue.folder)
        known = self._read.get(sheet.name)
        if known is None or not known.holds(others, context.fonts, now):
            known = self._read[sheet.name] = _drawn(target, context, sheet, now, others)
        self.drawn[sheet.name] = Drawn(sheet.bookmark.plain, known.pages, perf_counter() - started)
        return known.pages

    def paint(self, target: PrintTarget, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        """The pages, drawn here, as a PDF: that of before, where nothing of it would look or read otherwise."""
        name = next(name for name, drawn in self.drawn.items() if drawn.pages is pages)
        seen = self.pieces.fingerprint(name, pages)
        before = self._painted.get(name)
        if before and (before.info, before.pages) == (info, seen):
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


def _drawn(
    target: PrintTarget, context: DrawingContext, sheet: Sheet, now: Mapping[str, bytes], others: tuple[object, ...]
) -> _Read:
    """The pages of a sheet, drawn, with what they were drawn of."""
    seen = {ALWAYS, of_sheet(sheet.name)}
    # With grounds of its own: what another sheet read for one that both have would not be noted.
    pages = target.draw(replace(context, catalogue=watched(context.catalogue, seen)), sheet)
    return _Read(others, context.fonts, seen, among(now, seen), pages)
