"""Draws and paints bubble sheets with names: all that does not depend on the municipality once."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from kit import fingerprint, registry
from kit.diagnostics import Diagnostic, Severity, Value
from kit.draw.context import DrawingContext
from kit.draw.look.editions import LARGE, Largest
from kit.draw.look.theme import Font
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.model import shipped
from kit.model.folder import MUNICIPALITIES, RELEASED
from kit.model.organisation.logo import file_of
from kit.model.places.named import Actor, ActorHalf, Actors, NamedSheet, Neighbour
from kit.model.printed import encoded, printed
from kit.model.schema import BubbleSheet

_DRAWINGS: Final[Mapping[Largest, str]] = MappingProxyType({"a3": "draw_named", "a4": "draw_named_a4"})

USUAL: Final = "".join(letter for letter in string.ascii_letters if letter not in "qxyQXY") + "éè -"
"""The letters of which nearly all names of municipalities are made."""

_HALVES: Final[tuple[ActorHalf, ...]] = ("upper", "lower")

_T = TypeVar("_T")

Drawn = tuple[NamedSheet, Sequence[Page]]
"""The sheets of a municipality and their pages: first the sheets, then what did not fit on them."""


def shown(named: NamedSheet) -> Iterator[Neighbour]:
    """Everybody on the sheets of a municipality, itself first."""
    yield named.own
    for sheet in named.sheets:
        yield from sheet.neighbours


def elsewhere(sheets: Iterable[NamedSheet], known: Actors) -> Iterator[Diagnostic]:
    """The actors that are on none of some sheets, if there are any."""
    here = {of.nis for sheet in sheets for of in shown(sheet)}
    missing = [actor for (nis, _), actors in known.items() if nis not in here for actor in actors]
    if missing:
        names = dict.fromkeys(actor.municipality.name for actor in missing)
        values: dict[str, Value] = {"count": len(missing), "list": ", ".join(names)}
        yield Diagnostic("bubbles-actors-elsewhere", values, severity=Severity.ADVICE)


@dataclass(frozen=True, slots=True)
class PaintedBook:
    """Sheets that were painted in one go: a PDF, and in order whose they are and how many pages each has."""

    pdf: bytes
    counts: tuple[tuple[NamedSheet, int], ...]

    def by_sheet(self, pages: Iterable[_T]) -> Iterator[tuple[NamedSheet, tuple[_T, ...]]]:
        """Some pages, one for each in the PDF, by whose they are."""
        ordered = iter(pages)
        for named, count in self.counts:
            yield named, tuple(islice(ordered, count))


class BubbleSheetPainter:
    """``known`` are the actors that are written in the bubbles, ``paper`` the largest there is."""

    def __init__(
        self,
        context: DrawingContext,
        sheet: BubbleSheet,
        known: Actors,
        paper: Largest = "a3",
    ) -> None:
        """Keep everything at hand; nothing is read or drawn yet."""
        self.context = context
        self.sheet = sheet
        self.paper: Largest = paper
        self._known = known

    def fingerprint(self, named: NamedSheet) -> bytes:
        """What stands for all that the file of a municipality is made from."""
        plans = [
            (sheet.number, sheet.of, sheet.layout, [one.nis if one else "" for one in sheet.slots])
            for sheet in named.sheets
        ]
        halves = [(one.nis, half) for one in shown(named) for half in _HALVES]
        actors = [(key, [_told(actor) for actor in self._known[key]]) for key in halves if key in self._known]
        return fingerprint.of(self._common, repr((self.paper, named.own.nis, plans, actors)))

    def sheet_pages(self, named: NamedSheet) -> int:
        """How many pages the sheets of a municipality are, without the list behind them."""
        tiled = self.paper == "a4" and self.context.theme.edition != LARGE
        return len(named.sheets) * (2 if tiled else 1)

    def draw(self, named: NamedSheet) -> Sequence[Page]:
        """The pages of a municipality."""
        pages: Sequence[Page] = self._draw(self.context, self.sheet, named, self._known)
        return pages

    def paint(self, drawn: Sequence[Drawn], step: Callable[[], None]) -> Iterator[PaintedBook]:
        """The pages of all municipalities, painted in as few books as can be.

        In a book fonts are called by their number, and letters too: only what has the same fonts with the same letters
        is painted together. Thus the bytes of a page do not depend on what else is painted.
        """
        books: dict[tuple[tuple[Font, str], ...], list[Drawn]] = {}
        for named, pages in drawn:
            books.setdefault(letters(pages), []).append((named, pages))
        for known, together in books.items():
            pdf = pdf_bytes(self._pages(together, step), self.context.fonts, UNTOLD, dict(known))
            yield PaintedBook(pdf, tuple((named, len(pages)) for named, pages in together))

    def _pages(self, drawn: Iterable[Drawn], step: Callable[[], None]) -> Iterator[Page]:
        for _, pages in drawn:
            yield from pages
            step()

    @cached_property
    def _draw(self) -> Callable[..., Sequence[Page]]:
        return registry.part(self.sheet.layout, _DRAWINGS[self.paper], self.context.theme.edition)

    @cached_property
    def _texts(self) -> tuple[Path, ...]:
        folder = self.context.catalogue.folder
        return tuple(sorted(file for file in folder.rglob("*.yaml") if file != folder / RELEASED))

    @cached_property
    def _common(self) -> bytes:
        """The fingerprint of what all municipalities have in common."""
        fonts = self.context.catalogue.fonts
        cuts = fonts.glob("*.ttf") if fonts else ()
        organisation = self.context.catalogue.kit.organisation
        named = organisation.logo if organisation else None
        logo = [file_of(self.context.catalogue.folder, named)] if named else []
        read = {**self.context.catalogue.read, **self.context.fonts.read()}
        files = fingerprint.of_files([*self._texts, *cuts, *logo, shipped.folder() / MUNICIPALITIES], read)
        return fingerprint.of(fingerprint.of_program(), files, self.context.theme.edition)

    @cached_property
    def printed(self) -> str:
        """What every file says is printed in it: the words that all have in common."""
        return encoded({self.sheet.name: printed(self.context.catalogue, self.sheet)})


def letters(pages: Iterable[Page]) -> tuple[tuple[Font, str], ...]:
    """The fonts on some pages in a fixed order, each with the letters that a file of these pages has.

    Of a font that is only in the grounds these are the letters there. What lies on a ground are mostly names: of its
    fonts the file has the usual letters too, so that nearly all municipalities are painted in one book.
    """
    found: dict[Font, set[str]] = {}
    layers = {id(layer): (layer, layer is not page) for page in pages for layer in page.layers}
    for layer, is_ground in layers.values():
        for text in layer.texts:
            for part in text.each:
                found.setdefault(part.font, set()).update(part.text if is_ground else {*part.text, *USUAL})
    ordered = sorted(found, key=lambda font: (font.family, font.weight, font.italic))
    return tuple((font, "".join(sorted(found[font]))) for font in ordered)


def _told(actor: Actor) -> tuple[object, ...]:
    """What of an actor is seen on paper."""
    return actor.name.spans, actor.sector, actor.half
