"""What a print shop gets of a stack: files, what the print list says of these, and the order that is mailed. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.draw.page import Page
from kit.draw.paper.crop import Cropper
from kit.model.printing import Paper
from kit.model.workshop.stack import ListRow
from kit.workshop.pages import Item, Kind
from kit.workshop.print_files import PDF, PrintFile, Section, filled, rows

if TYPE_CHECKING:
    from kit.model.schema import PrintListSheet, StackFiles
    from kit.model.text.spans import Text

TXT: Final = ".txt"


@dataclass(frozen=True, slots=True)
class ShopCard:
    """A card that differs from all others: its sides, how many of it, and whose it is, if that is known."""

    item: Item
    copies: int
    whose: Text | None = None


@dataclass(frozen=True, slots=True)
class ForShop:
    """The files for a print shop. ``optional`` holds what an office prints as well; ``cards`` each card once."""

    sheets: tuple[PrintFile, ...]
    optional: tuple[PrintFile, ...]
    cards: PrintFile | None
    copies: tuple[ShopCard, ...]

    @property
    def print_files(self) -> tuple[PrintFile, ...]:
        """All files."""
        return (*self.sheets, *self.optional, *([self.cards] if self.cards else []))


def for_shop(sections: Sequence[Section], cards: Sequence[ShopCard], title: Text, files: StackFiles) -> ForShop:
    """The files of some sections and cards, each page with room for crop marks; ``title`` is that of the cards."""
    cropper = _Cropped()

    def on(paper: Paper, name: str) -> tuple[PrintFile, ...]:
        here = (replace(one, items=tuple(item for item in one.on(paper).items if _by_itself(item))) for one in sections)
        found = tuple(cropper.section(section) for section in filled(here))
        return (PrintFile(name, found),) if found else ()

    each = tuple(cropper.section(Section(card.whose or title, (card.item,))) for card in cards)
    return ForShop(
        (*on("a3", files.shop_a3), *on("a4-heavy", files.shop_heavy)),
        on("a4", files.shop_a4),
        PrintFile(files.shop_cards, each) if each else None,
        tuple(cards),
    )


def is_for_shop(print_file: PrintFile) -> bool:
    """Whether a print shop prints what is in a file of the stack: all but the sheets on A4."""
    return any(item.kind.paper != "a4" for item in print_file.items)


def _by_itself(item: Item) -> bool:
    """Whether a sheet is no sheet full of cards."""
    return not item.kind.cut.startswith("cards")


class _Cropped:
    """Crops the pages of a stack, each once."""

    def __init__(self) -> None:
        self._cropper = Cropper()
        self._pages: dict[int, Page] = {}

    def section(self, section: Section) -> Section:
        """A section with crop marks on all its pages."""
        items = (replace(item, pages=tuple(map(self._page, item.pages))) for item in section.items)
        return replace(section, items=tuple(items))

    def _page(self, page: Page) -> Page:
        if id(page) not in self._pages:
            self._pages[id(page)] = self._cropper.cropped(page)
        return self._pages[id(page)]


def shop_rows(
    print_files: Sequence[PrintFile],
    ink: Mapping[str, float],
    files: StackFiles,
    cards: Mapping[str, int],
    singles: Mapping[str, Kind],
) -> tuple[ListRow, ...]:
    """The rows of the print list where a shop prints all but the sheets on A4: its rows first.

    ``cards`` it makes, by the key of their kind, each by itself as ``singles`` are.
    """
    found = [
        _at_shop(row, files, cards.get(kind.key, 0), singles.get(kind.key)) for kind, row in rows(print_files, ink)
    ]
    return tuple(sorted(found, key=lambda row: not row.at_shop))


def _at_shop(row: ListRow, files: StackFiles, cards: int, single: Kind | None) -> ListRow:
    if row.paper == "a4":
        return row
    if single:
        row = replace(row, file=files.shop_cards + PDF, sheets=cards, paper=single.paper, sides=single.sides)
    else:
        name = files.shop_a3 if row.paper == "a3" else files.shop_heavy
        row = replace(row, file=name + PDF, sides="single")
    return replace(row, cut="crop", at_shop=True)


def order_text(shop: ForShop, words: PrintListSheet, kit: Text, occasion: str) -> str:
    """The order as it is mailed: of each file on which paper and how many, of each card how often."""
    said = words.shop.order
    title = said.title_known.fill(kit=kit, gelegenheid=occasion) if occasion else said.title.fill(kit=kit)
    blocks = [[title.plain], [said.lead.plain]]
    blocks += [_of_sheets(print_file, words) for print_file in shop.sheets]
    if shop.cards:
        blocks.append([*_of_cards(shop.cards, shop.copies, words)])
    blocks += [[said.optional.plain, *_of_sheets(print_file, words)] for print_file in shop.optional]
    text = "\n\n".join("\n".join(lines) for lines in blocks)
    # Words that stay together on paper need not do so in a mail.
    return text.replace("\N{NO-BREAK SPACE}", " ") + "\n"


def _of_sheets(print_file: PrintFile, words: PrintListSheet) -> list[str]:
    """A file whose pages are each printed once, on one side."""
    paper = words.papers.of(print_file.items[0].kind.paper)
    named = words.shop.order.file.fill(bestand=print_file.name + PDF, papier=paper, kanten=words.sides.single)
    return [named.plain, words.shop.order.each.of(sum(len(item.pages) for item in print_file.items)).plain]


def _of_cards(print_file: PrintFile, copies: Sequence[ShopCard], words: PrintListSheet) -> Iterator[str]:
    """The file of the cards, and a line for each of them."""
    said = words.shop.order
    kind = print_file.items[0].kind
    backs = kind.sides != "single"
    sides = words.sides.of(kind.sides).on_one_line()
    paper = words.papers.of(kind.paper)
    yield said.file.fill(bestand=print_file.name + PDF, papier=paper, kanten=sides).plain
    yield said.cards.of(sum(card.copies for card in copies)).plain
    page = 1
    for card in copies:
        last = page + len(card.item.pages) - 1
        line = said.card if backs else said.single
        yield "- " + line.fill(van=page, tot=last, n=card.copies, naam=card.whose or said.nameless).plain
        page = last + 1
