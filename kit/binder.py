"""Paints the pages of a stack in one go, and binds them to as many files as they are wanted in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Final

from kit import fingerprint
from kit.draw.desk import Desk
from kit.draw.geometry import Size
from kit.draw.inks import Inks
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.model.printed import encoded, printed
from kit.model.text import Text
from kit.press import cut
from kit.press.cut import About, Bookmark, Part
from kit.tally import Section, Volume

_OFFICE: Final = Inks()

_DUPLEX: Final = {"single": "Simplex", "long": "DuplexFlipLongEdge", "short": "DuplexFlipShortEdge"}


class Binder:
    """Holds each page once, as it is painted."""

    def __init__(self, desk: Desk, sections: Iterable[Section], subject: str, inks: Inks = _OFFICE) -> None:
        """Paint all pages of some sections in some inks; ``subject`` is what all files are about."""
        self._desk = desk
        self._kit = desk.catalogue.kit
        self._subject = subject
        self._told: dict[tuple[str, ...], str] = {}
        items = [item for section in sections for item in section.items]
        self._sheets = {id(page): item.kind.sheet for item in items for page in item.pages}
        pages = {id(page): page for item in items for page in item.pages}
        self._blanks: dict[Size, Page] = {}
        for page in list(pages.values()):
            blank = self._blanks.setdefault(page.size, desk.page(page.size))
            pages[id(blank)] = blank
        book = pdf_bytes(pages.values(), desk.fonts, UNTOLD, inks=inks)
        self._parts: Mapping[int, Part] = dict(zip(pages, cut.pages(book), strict=True))

    def bound(self, title: Text, sections: Sequence[Section]) -> bytes:
        """A file of some sections as they are, such as all for one table."""
        return self._file(title, [(section.title, list(_pages(section))) for section in sections], "")

    def volume(self, title: Text, volume: Volume) -> bytes:
        """A file that is printed in one go: where sheets have backs, blank ones for those that have none."""
        kind = volume.two_sided
        pages = self._both_sides if kind else _pages
        padded = [(section.title, list(pages(section))) for section in volume.sections]
        return self._file(title, padded, _DUPLEX[kind.sides if kind else "single"])

    def _both_sides(self, section: Section) -> Iterator[Page]:
        for item in section.items:
            for page in item.pages:
                yield page
                if item.kind.sides == "single":
                    yield self._blanks[page.size]

    def _file(self, title: Text, sections: Sequence[tuple[Text, Sequence[Page]]], duplex: str) -> bytes:
        parts = [self._parts[id(page)] for _, pages in sections for page in pages]
        starts = accumulate((len(pages) for _, pages in sections), initial=0)
        about = About(
            f"{title} \N{EN DASH} {self._kit.title}",
            self._kit.author.plain,
            self._subject,
            self._kit.language,
            fingerprint.of(*(part.mark for part in parts)),
            tuple(Bookmark(line.plain, start) for (line, _), start in zip(sections, starts, strict=False)),
            self._kit.audience.plain,
            duplex,
            printed=self._printed([page for _, pages in sections for page in pages]),
        )
        return cut.bind(parts, about)

    def _printed(self, pages: Sequence[Page]) -> str:
        """What is printed on some pages, in the order of the sheets; what is only there for a workshop is not told."""
        here = {self._sheets.get(id(page)) for page in pages}
        sheets = self._desk.catalogue.sheets
        held = tuple(name for name in sheets if name in here)
        # At each table lie the same sheets.
        if held not in self._told:
            self._told[held] = encoded({name: printed(self._desk.catalogue, sheets[name]) for name in held})
        return self._told[held]


def _pages(section: Section) -> Iterator[Page]:
    return chain.from_iterable(item.pages for item in section.items)
