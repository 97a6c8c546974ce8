"""Paints the pages of a stack in one go, and assembles them to as many files as they are wanted in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from kit import fingerprint
from kit.draw.context import DrawingContext
from kit.draw.geometry import Size
from kit.draw.look.inks import Inks
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.model.printed import encoded, printed
from kit.model.text.spans import Text
from kit.press import assemble, source_pages
from kit.press.about import DUPLEX, About
from kit.workshop.outline import labels, outline
from kit.workshop.pages import Item
from kit.workshop.print_files import PrintFile, Section

_OFFICE: Final = Inks()
_DASH: Final = " \N{EN DASH} "


@dataclass(frozen=True, slots=True)
class Subject:
    """What the files of a stack are about: the ``name`` of its folder, and when and where, as far as that is known."""

    name: str
    occasion: str = ""


@contextmanager
def painted(
    context: DrawingContext, sections: Iterable[Section], of: Subject, inks: Inks = _OFFICE
) -> Iterator[StackAssembler]:
    """All pages of some sections painted in some inks, ready for files; ``of`` is what all files are about."""
    with assemble.undisturbed():
        assembler = StackAssembler(context, sections, of, inks)
    with assemble.undisturbed():
        yield assembler


class StackAssembler:
    """Holds each page once, as it is painted."""

    def __init__(self, context: DrawingContext, sections: Iterable[Section], of: Subject, inks: Inks = _OFFICE) -> None:
        """Paint all pages of some sections in some inks; ``of`` is what all files are about."""
        self._context = context
        self._kit = context.catalogue.kit
        self._of = of
        self._told: dict[tuple[str, ...], str] = {}
        items = [item for section in sections for item in section.items]
        self._sheets = {id(page): item.kind.sheet for item in items for page in item.pages}
        pages = {id(page): page for item in items for page in item.pages}
        self._blanks: dict[Size, Page] = {}
        for page in list(pages.values()):
            blank = self._blanks.setdefault(page.size, context.page(page.size))
            pages[id(blank)] = blank
        book = pdf_bytes(pages.values(), context.fonts, UNTOLD, inks=inks)
        self._made_from = fingerprint.of(book)
        self._numbers: Mapping[int, int] = {key: number for number, key in enumerate(pages)}
        self._pages = source_pages.Sources().pages(book)

    def file(self, title: Text, sections: Sequence[Section]) -> bytes:
        """A file of some sections as they are, such as all for one table.

        On one side: in a file with cards among other sheets a front would land on the back of another sheet.
        """
        return self._file(title, sections, lambda item: item.pages, DUPLEX["single"])

    def print_file(self, title: Text, print_file: PrintFile) -> bytes:
        """A file that is printed in one go: where sheets have backs, blank ones for those that have none."""
        kind = print_file.two_sided
        pages = self._both_sides if kind else lambda item: item.pages
        return self._file(title, print_file.sections, pages, DUPLEX[kind.sides if kind else "single"])

    def shop_file(self, title: Text, print_file: PrintFile) -> bytes:
        """A file for a print shop: on two sides where what is in it has backs."""
        return self._file(title, print_file.sections, lambda item: item.pages, DUPLEX[print_file.items[0].kind.sides])

    def _both_sides(self, item: Item) -> Sequence[Page]:
        if item.kind.sides != "single":
            return item.pages
        return [side for page in item.pages for side in (page, self._blanks[page.size])]

    def _file(
        self, title: Text, sections: Sequence[Section], pages_of: Callable[[Item], Sequence[Page]], duplex: str
    ) -> bytes:
        pages = [page for section in sections for item in section.items for page in pages_of(item)]
        numbers = [self._numbers[id(page)] for page in pages]

        def count(item: Item) -> int:
            return len(pages_of(item))

        # The title of the cover is that of the kit.
        parts = (title.plain, self._of.occasion, self._kit.title.plain)
        about = About(
            _DASH.join(dict.fromkeys(part for part in parts if part)),
            self._kit.author.plain,
            self._of.name,
            self._kit.language,
            fingerprint.of(self._made_from, repr(numbers)),
            outline(sections, count),
            self._kit.audience.plain,
            duplex,
            labels=labels(sections, count),
            printed=self._printed(pages),
        )
        return assemble.assembled([self._pages[number] for number in numbers], about)

    def _printed(self, pages: Sequence[Page]) -> str:
        """What is printed on some pages, in the order of the sheets; what is only there for a workshop is not told."""
        here = {self._sheets.get(id(page)) for page in pages}
        sheets = self._context.catalogue.sheets
        held = tuple(name for name in sheets if name in here)
        # At each table lie the same sheets.
        if held not in self._told:
            self._told[held] = encoded({name: printed(self._context.catalogue, sheets[name]) for name in held})
        return self._told[held]
