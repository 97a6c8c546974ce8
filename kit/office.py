"""Draws everything that a workshop takes, in sections: the cover, the lists, what is for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from kit import registry
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.model.catalogue import WorkshopSheets
from kit.model.dates import written, written_long
from kit.model.piles import Cards, Copy, Pile, cards_each, piles
from kit.model.stack import Contents, Names, PrintList, RunData, TableCard
from kit.model.text import Text, joined
from kit.model.workshop import Participant, Table, Workshop
from kit.press.render import coverage
from kit.stack import Draftsman, Item, Kind, Pages
from kit.tally import Section, Volume, average, contents, rows

COVER: Final = "cover"
PRINT_LIST: Final = "print-list"
TABLE_CARD: Final = "table-card"
PRINTER_TEST: Final = "printer-test"

Sample = Callable[["Office"], Pages]
"""Draws the pages of a kind of sheet in any edition, to measure their ink."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What the lists tell of a stack: the files, all items in order, and the ink of each kind in %.

    ``low_ink`` is that of the low-ink edition: nothing where this is that edition itself.
    """

    volumes: tuple[Volume, ...]
    items: tuple[Item, ...]
    ink: Mapping[str, float] = field(default_factory=dict)
    low_ink: Mapping[str, float] | None = None


class Office:
    """Draws the stack of one workshop in one edition."""

    def __init__(self, draftsman: Draftsman, sheets: WorkshopSheets, workshop: Workshop) -> None:
        """Deal the sheets; nothing is drawn yet."""
        self.draftsman = draftsman
        self._sheets = sheets
        self._workshop = workshop
        self._date = written(workshop.date, sheets.dates) if workshop.date else None
        self._place = Text.of(workshop.place.name) if workshop.place else None
        self._piles = piles(workshop, sheets.stack, draftsman.card_sheets, self._date)

    def test(self) -> Section:
        """The printer test, its back moved as those of the cards are."""
        sheet = self._sheets.printer_test
        kind = Kind(PRINTER_TEST, sheet.bookmark, "a4", "long")
        shift = self.draftsman.manner.cards.shift
        moved = self.draftsman.desk.catalogue.kit.duplex_shift if shift is None else shift
        return Section(sheet.bookmark, (Item(kind, self._page("printer_test", sheet, moved)),))

    def front(self, printed: Printed | None = None) -> tuple[Section, Section]:
        """The cover and the print and cut list; blank as long as it is not known what they tell."""
        cover, listed = self._sheets.cover, self._sheets.print_list
        blank: Pages = (self.draftsman.blank,)
        pages = (blank, blank) if printed is None else (self._cover(printed), self._list(printed))
        return (
            Section(cover.bookmark, (Item(Kind(COVER, cover.bookmark, "a4"), pages[0]),)),
            Section(listed.bookmark, (Item(Kind(PRINT_LIST, listed.bookmark, "a4"), pages[1]),)),
        )

    def sections(self, printed: Printed | None = None) -> tuple[Section, ...]:
        """What is for whoever leads the workshop, for each table, and for nobody yet."""
        self.draftsman.run = self._run(printed) if printed else None
        spare = self._section(self._sheets.stack.spare, self._piles.spare)
        return (self.facilitator(), *self.tables(), *([spare] if spare.items else []))

    def single_cards(self) -> tuple[Section, ...]:
        """All cards one by one, in sections as they are dealt."""
        title = self._sheets.stack.table_title
        tables = [title.fill(n=table.number) for table in self._workshop.tables]
        dealt = (
            (self._sheets.stack.facilitator, self._piles.facilitator),
            *zip(tables, self._piles.tables, strict=True),
            (self._sheets.stack.spare, self._piles.spare),
        )
        found = (Section(title, tuple(self.draftsman.singles(cards) for cards in pile.cards)) for title, pile in dealt)
        return tuple(section for section in found if section.items)

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

    def table_card(self, table: Table) -> Item:
        """The card of a table."""
        workshop, sheet = self._workshop, self._sheets.table_card
        each = cards_each(self._sheets.stack.sheets, self.draftsman.card_sheets)
        seats = tuple(_names(person) for person in table.seats)
        of = TableCard(table.number, seats, table.free, each, self._date, self._place, workshop.facilitator)
        return Item(Kind(TABLE_CARD, sheet.bookmark, "a4-heavy"), self._page("table_card", sheet, of))

    def samples(self, draft: Printed) -> Mapping[str, Sample]:
        """How the first of each kind of sheet is drawn."""
        first = self._workshop.tables[0]
        return {
            **{key: _sample(key, of) for key, of in self.draftsman.first.items()},
            TABLE_CARD: lambda office: office.table_card(first).pages,
            PRINTER_TEST: lambda office: office.test().items[0].pages,
            COVER: lambda office: office.front(draft)[0].items[0].pages,
            PRINT_LIST: lambda office: office.front(draft)[1].items[0].pages,
        }

    def ink(self, samples: Mapping[str, Sample]) -> Mapping[str, float]:
        """How much of the paper each kind of sheet covers in this edition, in %: the average of its pages."""
        drawn = {key: sample(self) for key, sample in samples.items()}
        pdf = pdf_bytes(chain.from_iterable(drawn.values()), self.draftsman.desk.fonts, UNTOLD)
        numbers = iter(range(sum(map(len, drawn.values()))))
        return {key: sum(coverage(pdf, next(numbers)) for _ in pages) / len(pages) for key, pages in drawn.items()}

    def _section(self, title: Text, pile: Pile, *first: Item) -> Section:
        return Section(title, (*first, *self.draftsman.pile(pile)))

    def _page(self, layout: str, *what: object) -> Pages:
        return tuple(registry.part(layout, "draw")(self.draftsman.desk, *what))

    def _cover(self, printed: Printed) -> Pages:
        workshop = self._workshop
        when = written_long(workshop.date, workshop.start, self._sheets.dates) if workshop.date else None
        told = contents(printed.items, self._cards(printed))
        of = Contents(workshop.participants, len(workshop.tables), told, when, self._where())
        return self._page("cover", self._sheets.cover, of)

    def _list(self, printed: Printed) -> Pages:
        of = PrintList(
            self._workshop.participants,
            len(self._workshop.tables),
            rows(printed.volumes, printed.ink),
            cards=sum(self._cards(printed).values()),
            spares=self._workshop.spares,
            ink=average(printed.volumes, printed.ink),
            low_ink=average(printed.volumes, printed.low_ink) if printed.low_ink else None,
            date=self._date,
            place=self._place,
        )
        return self._page("print_list", self._sheets.print_list, of)

    def _run(self, printed: Printed) -> RunData:
        """What the run sheet tells of this workshop."""
        workshop = self._workshop
        # What is about printing itself is in the print and cut list.
        items = [item for item in printed.items if item.kind.key not in (COVER, PRINT_LIST, PRINTER_TEST)]
        return RunData(
            start=workshop.start,
            date=self._date,
            place=self._place,
            participants=workshop.participants,
            tables=len(workshop.tables),
            # Where nobody is known there are no free places either: each line on the table card is somebody's.
            size=max(len(table.seats) + table.free * workshop.listed for table in workshop.tables),
            rows=contents(items, self._cards(printed)),
        )

    def _cards(self, printed: Printed) -> Mapping[str, int]:
        """How many cards there are after cutting, by the key of their kind."""
        counts: dict[str, int] = {}
        for item in printed.items:
            if item.kind.key in self.draftsman.card_sheets:
                counts[item.kind.key] = counts.get(item.kind.key, 0) + item.sheets * self.draftsman.cards_a_sheet
        return counts

    def _where(self) -> Text | None:
        """The building and the municipality, as far as they are known."""
        known = [text for text in (self._workshop.venue, self._place) if text]
        return joined(known, ", ") if known else None


def _names(person: Participant) -> Names:
    place = person.municipality
    return Names(person.name, person.organisation, Text.of(place.name) if place else None)


def _sample(key: str, of: Copy | Cards) -> Sample:
    """Draws a sheet anew in another edition; behind a bubble sheet may come its list of actors."""

    def draw(office: Office) -> Pages:
        items = office.draftsman.copy(of) if isinstance(of, Copy) else office.draftsman.cards(of)
        return next(item.sample for item in items if item.kind.key == key)

    return draw
