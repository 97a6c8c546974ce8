"""Draws everything that a workshop takes, in sections: the cover, the lists, what is for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from kit import registry
from kit.model.catalogue import WorkshopSheets
from kit.model.text.spans import Text, joined
from kit.model.workshop.changes import Changes, new_table_cards, to_print
from kit.model.workshop.dates import written, written_long
from kit.model.workshop.piles import Cards, Copy, Pile, cards_each, piles
from kit.model.workshop.stack import (
    Contents,
    ContentsRow,
    ListRow,
    Names,
    Owner,
    PrintList,
    RunData,
    ShopFiles,
    TableCard,
)
from kit.model.workshop.tables import Participant, Table, Workshop
from kit.workshop import ink
from kit.workshop.pages import Item, Kind, Pages, StackPages
from kit.workshop.print_files import PDF, PrintFile, Section, average, contents, rows
from kit.workshop.shop_files import TXT, ShopCard, shop_rows

COVER: Final = "cover"
PRINT_LIST: Final = "print-list"
TABLE_CARD: Final = "table-card"
PRINTER_TEST: Final = "printer-test"

Sample = Callable[["StackSections"], Pages]
"""Draws the pages of a kind of sheet in any edition, to measure their ink."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What the lists tell of a stack: the files, all items in order, and the ink of each kind in %.

    ``low_ink`` is that of the low-ink edition: nothing where this is that edition itself. ``at_shop``: a print shop
    prints all but the sheets on A4.
    """

    print_files: tuple[PrintFile, ...]
    items: tuple[Item, ...]
    ink: Mapping[str, float] = field(default_factory=dict)
    low_ink: Mapping[str, float] | None = None
    at_shop: bool = False


class StackSections:
    """Draws the stack of one workshop in one edition."""

    def __init__(self, pages: StackPages, sheets: WorkshopSheets, workshop: Workshop) -> None:
        """Work out who gets which sheets; nothing is drawn yet."""
        self.pages = pages
        self._sheets = sheets
        self._workshop = workshop
        self._date = written(workshop.date, sheets.dates) if workshop.date else None
        self._place = Text.of(workshop.place.name) if workshop.place else None
        self._table_cards: dict[int, Item] = {}
        self._piles = piles(workshop, sheets.stack, pages.card_sheets, self._date)

    @property
    def occasion(self) -> str:
        """When and where, as far as it is known."""
        return joined([text for text in (self._date, self._place) if text], ", ").plain

    def test(self, items: Iterable[Item], *, at_shop: bool) -> Section:
        """The printer test; on A3 too where any of the items is, unless a shop prints all that is on A3."""
        every = not at_shop and any(item.kind.paper in ("a3", "a3-heavy") for item in items)
        tests = tuple(item for item in self.tests() if every or item.kind.paper == "a4")
        return Section(self._sheets.printer_test.bookmark, tests)

    def tests(self) -> tuple[Item, ...]:
        """The printer test on each paper: on A4 its back moved as those of the cards are."""
        sheet, context = self._sheets.printer_test, self.pages.context
        shift = self.pages.options.cards.shift
        moved = context.catalogue.kit.duplex_shift if shift is None else shift
        items = [Item(Kind(PRINTER_TEST, sheet.bookmark, "a4", "long"), self._page("printer_test", sheet, moved))]
        if sheet.a3:
            kind = Kind(PRINTER_TEST, sheet.a3.bookmark, "a3", form=1)
            items.append(Item(kind, tuple(registry.part("printer_test", "draw_a3")(context, sheet))))
        return tuple(items)

    def front(self, printed: Printed | None = None) -> tuple[Section, Section]:
        """The cover and the print and cut list; blank as long as it is not known what they tell."""
        cover, listed = self._sheets.cover, self._sheets.print_list
        blank: Pages = (self.pages.blank,)
        pages = (blank, blank) if printed is None else (self._cover(printed), self._list(printed))
        return (
            Section(cover.bookmark, (Item(Kind(COVER, cover.bookmark, "a4"), pages[0]),)),
            Section(listed.bookmark, (Item(Kind(PRINT_LIST, listed.bookmark, "a4"), pages[1]),)),
        )

    def sections(self, printed: Printed | None = None) -> tuple[Section, ...]:
        """What is for whoever leads the workshop, for each table, and for nobody yet."""
        self.pages.run = self._run(printed) if printed else None
        spare = self._section(self._sheets.stack.spare, self._piles.spare)
        return (self.facilitator(), *self.tables(), *([spare] if spare.items else []))

    def single_cards(self) -> tuple[ShopCard, ...]:
        """Each card that differs from all others, in the order in which they are first dealt."""
        first: dict[tuple[str, str], Cards] = {}
        counts: Counter[tuple[str, str]] = Counter()
        for sheet, owner in self._dealt():
            key = (sheet, owner.name.plain if owner else "")
            first.setdefault(key, Cards(sheet, (owner,)))
            counts[key] += 1
        return tuple(self._single(one, counts[key]) for key, one in first.items())

    def _single(self, cards: Cards, copies: int) -> ShopCard:
        (owner,) = cards.owners
        return ShopCard(self.pages.singles(cards), copies, owner.name if owner else None)

    def _dealt(self) -> Iterator[tuple[str, Owner | None]]:
        """Every card with whose it is, in the order in which they are dealt: spare ones last."""
        for pile in (self._piles.facilitator, *self._piles.tables, self._piles.spare):
            yield from ((cards.sheet, owner) for cards in pile.cards for owner in cards.owners)

    def facilitator(self) -> Section:
        """What is for whoever leads the workshop."""
        return self._section(self._sheets.stack.facilitator, self._piles.facilitator)

    def tables(self) -> tuple[Section, ...]:
        """What lies at each table, its card on top."""
        title = self._sheets.stack.table_title
        return tuple(
            self._section(title.fill(n=table.number), pile, self.table_card(table))
            for table, pile in zip(self._workshop.tables, self._piles.tables, strict=True)
        )

    def news(self, before: Workshop, found: Changes) -> tuple[Section, ...]:
        """What must be printed besides, where the stack of this workshop as it was ``before`` is printed already."""
        old = piles(before, self._sheets.stack, self.pages.card_sheets, self._date)
        needed = to_print((before, old), (self._workshop, self._piles), found)
        cards = new_table_cards(before, self._workshop)
        sections = (
            self._section(
                self._sheets.stack.table_title.fill(n=table.number),
                needed[table.number],
                *([self.table_card(table)] if table.number in cards else []),
            )
            for table in self._workshop.tables
        )
        return tuple(section for section in sections if section.items)

    def people(self) -> Iterator[tuple[int, int, Section]]:
        """What each person gets, with the number of the table and that of the place there, from 1."""
        title = self._sheets.stack.table_title
        for table, pile in zip(self._workshop.tables, self._piles.tables, strict=True):
            for place, (person, seat) in enumerate(zip(table.seats, pile.seats, strict=True), 1):
                who = person.name or person.organisation or title.fill(n=table.number)
                yield table.number, place, self._section(who, seat)

    def table_card(self, table: Table) -> Item:
        """The card of a table, drawn once."""
        if table.number not in self._table_cards:
            self._table_cards[table.number] = self._table_card(table)
        return self._table_cards[table.number]

    def _table_card(self, table: Table) -> Item:
        workshop, sheet = self._workshop, self._sheets.table_card
        each = cards_each(self._sheets.stack.sheets, self.pages.card_sheets)
        seats = tuple(_names(person) for person in table.seats)
        of = TableCard(table.number, seats, table.free, each, self._date, self._place, workshop.facilitator)
        return Item(Kind(TABLE_CARD, sheet.bookmark, "a4-heavy"), self._page("table_card", sheet, of))

    def samples(self, draft: Printed) -> Mapping[str, Sample]:
        """For each kind of sheet, how its first copy is drawn."""
        first = self._workshop.tables[0]
        return {
            **{key: _sample(key, of) for key, of in self.pages.first.items()},
            TABLE_CARD: lambda stack: stack.table_card(first).pages,
            **{item.kind.key: _tested(number) for number, item in enumerate(self.tests())},
            COVER: lambda stack: stack.front(draft)[0].items[0].pages,
            PRINT_LIST: lambda stack: stack.front(draft)[1].items[0].pages,
        }

    def ink(self, samples: Mapping[str, Sample]) -> Mapping[str, float]:
        """How much of the paper each kind of sheet covers in this edition, in %: the average of its pages."""
        drawn = {key: sample(self) for key, sample in samples.items()}
        percents = iter(ink.measured([*chain.from_iterable(drawn.values())], self.pages.context.fonts))
        return {key: sum(next(percents) for _ in pages) / len(pages) for key, pages in drawn.items()}

    def _section(self, title: Text, pile: Pile, *first: Item) -> Section:
        return Section(title, (*first, *self.pages.pile(pile)))

    def _page(self, layout: str, *what: object) -> Pages:
        return tuple(registry.part(layout, "draw", self.pages.context.theme.edition)(self.pages.context, *what))

    def _cover(self, printed: Printed) -> Pages:
        workshop = self._workshop
        when = written_long(workshop.date, workshop.start, self._sheets.dates) if workshop.date else None
        of = Contents(
            workshop.participants, len(workshop.tables), self._told(printed, printed.items), when, self._where()
        )
        return self._page("cover", self._sheets.cover, of)

    def _list(self, printed: Printed) -> Pages:
        files = self._sheets.stack.files
        of = PrintList(
            self._workshop.participants,
            len(self._workshop.tables),
            self._rows(printed),
            cards=sum(self._cards(printed).values()),
            spares=self._workshop.spares,
            ink=average(printed.print_files, printed.ink),
            low_ink=average(printed.print_files, printed.low_ink) if printed.low_ink else None,
            date=self._date,
            place=self._place,
            shop=ShopFiles(files.shop_order + TXT, files.shop_a4 + PDF) if printed.at_shop else None,
        )
        return self._page("print_list", self._sheets.print_list, of)

    def _rows(self, printed: Printed) -> tuple[ListRow, ...]:
        """What the print list counts: at a print shop, single cards."""
        if not printed.at_shop:
            return tuple(row for _, row in rows(printed.print_files, printed.ink))
        cards, files = self._cards(printed), self._sheets.stack.files
        return shop_rows(printed.print_files, printed.ink, files, cards, self._singles(printed))

    def _told(self, printed: Printed, items: Iterable[Item]) -> tuple[ContentsRow, ...]:
        """What the cover and the run sheet count of some items, as the print list does."""
        return contents(items, self._cards(printed), self._singles(printed))

    def _singles(self, printed: Printed) -> Mapping[str, Kind]:
        """How cards are printed one by one, by the key of their kind, where a shop makes them."""
        return {sheet: self.pages.single(sheet) for sheet in self.pages.card_sheets} if printed.at_shop else {}

    def _run(self, printed: Printed) -> RunData:
        """What the run sheet tells of this workshop."""
        workshop = self._workshop
        # What is about printing itself is in the print and cut list.
        items = [item for item in printed.items if item.kind.sheet not in (COVER, PRINT_LIST, PRINTER_TEST)]
        return RunData(
            start=workshop.start,
            date=self._date,
            place=self._place,
            participants=workshop.participants,
            tables=len(workshop.tables),
            # Where nobody is known there are no free places either: each line on the table card is somebody's.
            size=max(len(table.seats) + table.free * workshop.listed for table in workshop.tables),
            rows=self._told(printed, items),
        )

    def _cards(self, printed: Printed) -> Mapping[str, int]:
        """How many cards there are, by the key of their kind: of a shop so many as are dealt, else after cutting."""
        if printed.at_shop:
            return Counter(sheet for sheet, _ in self._dealt())
        counts: dict[str, int] = {}
        for item in printed.items:
            if item.kind.key in self.pages.card_sheets:
                counts[item.kind.key] = counts.get(item.kind.key, 0) + item.sheets * self.pages.cards_a_sheet
        return counts

    def _where(self) -> Text | None:
        """The building and the municipality, as far as they are known."""
        known = [text for text in (self._workshop.venue, self._place) if text]
        return joined(known, ", ") if known else None


def _names(person: Participant) -> Names:
    place = person.municipality
    return Names(person.name, person.organisation, Text.of(place.name) if place else None, short=person.short)


def _tested(number: int) -> Sample:
    return lambda stack: stack.tests()[number].pages


def _sample(key: str, of: Copy | Cards) -> Sample:
    """Draws a sheet anew in another edition; behind a bubble sheet may come its list of actors."""

    def draw(stack: StackSections) -> Pages:
        items = stack.pages.copy(of) if isinstance(of, Copy) else stack.pages.cards(of)
        return next(item.sample for item in items if item.kind.key == key)

    return draw
