"""Draws and paints bubble sheets with names: all that does not depend on the municipality once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kit import fingerprint, registry, shipped
from kit.diagnostics import Diagnostic, Severity, Value
from kit.draw.desk import Desk
from kit.draw.editions import Largest
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.draw.theme import Font
from kit.model.folder import RELEASED
from kit.model.municipalities import FILE, Municipalities, Municipality
from kit.model.named import Actor, ActorHalf, Actors, NamedSheet
from kit.model.printed import encoded, printed
from kit.model.schema import BubbleSheet
from kit.press import cut
from kit.press.cut import Part

_DRAWINGS: Final[Mapping[Largest, str]] = MappingProxyType({"a3": "draw_named", "a4": "draw_named_a4"})

_HALVES: Final[tuple[ActorHalf, ...]] = ("upper", "lower")

Drawn = tuple[NamedSheet, Sequence[Page]]
"""The sheets of a municipality and their pages: first the sheets, then what did not fit on them."""


def shown(named: NamedSheet) -> Iterator[Municipality]:
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


class Studio:
    """Draws with a desk; ``known`` are the actors that are written in the bubbles, ``paper`` the largest there is."""

    def __init__(
        self, desk: Desk, sheet: BubbleSheet, known: Actors, municipalities: Municipalities, paper: Largest = "a3"
    ) -> None:
        """Keep everything at hand; nothing is read or drawn yet."""
        self.desk = desk
        self.sheet = sheet
        self.paper: Largest = paper
        self._known = known
        self._municipalities = municipalities

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
        return len(named.sheets) * (1 if self.paper == "a3" else 2)

    def draw(self, named: NamedSheet) -> Sequence[Page]:
        """The pages of a municipality."""
        pages: Sequence[Page] = self._draw(self.desk, self.sheet, named, self._known)
        return pages

    def paint(self, drawn: Sequence[Drawn], step: Callable[[], None]) -> Iterator[tuple[NamedSheet, tuple[Part, ...]]]:
        """The pages of each municipality, painted in as few books as can be.

        In a book fonts are called by their number: only what has the same fonts is painted together. Thus the bytes of
        a page do not depend on what else is painted.
        """
        books: dict[tuple[Font, ...], list[Drawn]] = {}
        for named, pages in drawn:
            books.setdefault(_fonts(pages), []).append((named, pages))
        for fonts, together in books.items():
            pdf = pdf_bytes(self._pages(together, step), self.desk.fonts, UNTOLD, self._letters_of(fonts))
            parts = iter(cut.pages(pdf))
            for named, pages in together:
                yield named, tuple(next(parts) for _ in pages)

    def _pages(self, drawn: Iterable[Drawn], step: Callable[[], None]) -> Iterator[Page]:
        for _, pages in drawn:
            yield from pages
            step()

    @cached_property
    def _draw(self) -> Callable[..., Sequence[Page]]:
        return registry.part(self.sheet.layout, _DRAWINGS[self.paper])

    @cached_property
    def _texts(self) -> tuple[Path, ...]:
        folder = self.desk.catalogue.folder
        return tuple(sorted(file for file in folder.rglob("*.yaml") if file != folder / RELEASED))

    @cached_property
    def _common(self) -> bytes:
        """The fingerprint of what all municipalities have in common."""
        fonts = self.desk.catalogue.fonts
        cuts = fonts.glob("*.ttf") if fonts else ()
        organisation = self.desk.catalogue.kit.organisation
        logo = [self.desk.catalogue.folder / organisation.logo] if organisation and organisation.logo else []
        files = fingerprint.of_files([*self._texts, *cuts, *logo, shipped.folder() / FILE])
        return fingerprint.of(fingerprint.of_program(), files, self.desk.theme.edition, self.letters)

    @cached_property
    def printed(self) -> str:
        """What every file says is printed in it: the words that all have in common."""
        return encoded({self.sheet.name: printed(self.desk.catalogue, self.sheet)})

    @cached_property
    def letters(self) -> str:
        """Every letter that any sheet may have, in a fixed order."""
        texts = [file.read_text(encoding="utf-8-sig") for file in self._texts]
        names = [name for one in self._municipalities for name in (one.name, one.province)]
        actors = [actor.name.plain for half in self._known.values() for actor in half]
        found = set(chain.from_iterable((*texts, *names, *actors)))
        return "".join(
            sorted({letter for known in found for letter in (known, *known.upper()) if letter.isprintable()})
        )

    def _letters_of(self, fonts: Iterable[Font]) -> dict[Font, str]:
        """For each font the letters that it has."""
        has = {font: self.desk.fonts.face(font).advances for font in fonts}
        return {font: "".join(letter for letter in self.letters if letter in has[font]) for font in has}


def _fonts(pages: Iterable[Page]) -> tuple[Font, ...]:
    """The fonts on some pages, in a fixed order."""
    layers = {id(layer): layer for page in pages for layer in page.layers}.values()
    found = {letters.font for layer in layers for text in layer.texts for letters in text.each}
    return tuple(sorted(found, key=lambda font: (font.family, font.weight, font.italic)))


def _told(actor: Actor) -> tuple[object, ...]:
    """What of an actor is seen on paper."""
    return actor.name.spans, actor.sector, actor.half
