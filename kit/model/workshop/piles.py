"""Who gets which sheets at a workshop: piles of copies, in the order in which they are laid down. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Self

from kit.model.places.lookup import fold
from kit.model.places.municipalities import Municipality
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names, Owner
from kit.model.workshop.tables import Participant, Table, Workshop

if TYPE_CHECKING:
    from kit.model.schema import Share, WorkshopStack


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a sheet: what is printed on it, and whose municipality is in the middle if it is a bubble sheet."""

    sheet: str
    names: Names = NOBODY
    municipality: Municipality | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Partner cards in the order in which they are dealt: for each, whose it is, if that is known."""

    sheet: str
    owners: tuple[Owner | None, ...]


@dataclass(frozen=True, slots=True)
class Pile:
    """What lies together: first the copies one by one, then the cards, which are cut.

    ``seats``: what of it is for each place at a table, in order; the copies for all of the table stand before these.
    """

    copies: tuple[Copy, ...] = ()
    cards: tuple[Cards, ...] = ()
    seats: tuple[Pile, ...] = ()

    @classmethod
    def of(cls, shared: Sequence[Copy], seats: Sequence[Pile]) -> Self:
        """A table: what is for all, then what is for each place, and the cards of all together."""
        cards: dict[str, list[Owner | None]] = {}
        for one in chain.from_iterable(seat.cards for seat in seats):
            cards.setdefault(one.sheet, []).extend(one.owners)
        return cls((*shared, *chain.from_iterable(seat.copies for seat in seats)), _cards(cards), tuple(seats))

    @property
    def shared(self) -> tuple[Copy, ...]:
        """The copies that are for all of a table."""
        return self.copies[: len(self.copies) - sum(len(seat.copies) for seat in self.seats)]


@dataclass(frozen=True, slots=True)
class Piles:
    """All that a workshop takes. ``tables`` are in the order of the tables of the workshop."""

    facilitator: Pile
    tables: tuple[Pile, ...]
    spare: Pile


def piles(workshop: Workshop, stack: WorkshopStack, cards: Container[str], date: Text | None = None) -> Piles:
    """The piles of a workshop; ``cards`` are the sheets of which single cards are counted, ``date`` is printed."""
    return _Distribution(workshop, stack, cards, date).piles()


class _Distribution:
    """Works out which copies go to each table."""

    def __init__(self, workshop: Workshop, stack: WorkshopStack, cards: Container[str], date: Text | None) -> None:
        self._workshop = workshop
        self._cards = cards
        self._blank = Names(date=date)
        self._shares: dict[str, list[Share]] = {"participant": [], "organisation": [], "table": [], "workshop": []}
        for share in stack.sheets:
            self._shares[share.per].append(share)
        self._all = stack.sheets
        self._served: set[str] = set()

    def piles(self) -> Piles:
        """Everything."""
        tables = tuple(self._table(table) for table in self._workshop.tables)
        return Piles(self._facilitator(), tables, self._spare())

    def _table(self, table: Table) -> Pile:
        """In the middle what is for all, then for each place what lies there."""
        shared = [copy for share in self._shares["table"] for copy in self._copies(share, None)]
        return Pile.of(shared, [self._seat(person) for person in table.seats])

    def _seat(self, person: Participant) -> Pile:
        """What lies at the place of one person."""
        copies: list[Copy] = []
        cards: dict[str, list[Owner | None]] = {}
        for share in self._for(person):
            if share.sheet in self._cards:
                cards.setdefault(share.sheet, []).extend([_owner(person)] * share.count)
            else:
                copies += self._copies(share, person)
        return Pile(tuple(copies), _cards(cards))

    def _for(self, person: Participant) -> list[Share]:
        """What is for one person, in the order of the stack."""
        key = fold(person.organisation.plain) if person.organisation else ""
        first = not key or key not in self._served
        self._served.add(key)
        return [share for share in self._all if share.per == "participant" or (share.per == "organisation" and first)]

    def _copies(self, share: Share, person: Participant | None) -> Iterator[Copy]:
        copy = Copy(share.sheet, self._blank) if person is None else self._named(share.sheet, person)
        yield from [copy] * (1 if share.sheet in self._cards else share.count)

    def _named(self, sheet: str, person: Participant) -> Copy:
        """A copy with what is known of a person. Where nobody is known the workshop's own place is in the middle."""
        of = person.municipality
        names = Names(
            person.name, person.organisation, Text.of(of.name) if of else None, self._blank.date, person.short
        )
        return Copy(sheet, names, of if self._workshop.listed else self._workshop.place)

    def _facilitator(self) -> Pile:
        """What is for whoever leads the workshop, and an example of every other sheet."""
        own = [copy for share in self._shares["workshop"] for copy in self._copies(share, None)]
        shown = [share.sheet for share in self._all if share.per != "workshop"]
        examples = [Copy(sheet, self._blank, self._workshop.place) for sheet in shown if sheet not in self._cards]
        return Pile((*own, *examples), tuple(Cards(sheet, (None,)) for sheet in shown if sheet in self._cards))

    def _spare(self) -> Pile:
        """Sets for people whom nobody expected: all blank."""
        copies: list[Copy] = []
        cards: dict[str, list[Owner | None]] = {}
        for share in [*self._shares["participant"], *self._shares["organisation"]]:
            if share.sheet in self._cards:
                cards[share.sheet] = [None] * (share.count * self._workshop.spares)
            else:
                copies += [Copy(share.sheet, self._blank)] * (share.count * self._workshop.spares)
        return Pile(tuple(copies), _cards(cards))


def _owner(person: Participant) -> Owner | None:
    name = person.organisation or person.name
    return Owner(name, person.short) if name else None


def _cards(by_sheet: dict[str, list[Owner | None]]) -> tuple[Cards, ...]:
    return tuple(Cards(sheet, tuple(names)) for sheet, names in by_sheet.items() if names)


def cards_each(shares: Sequence[Share], cards: Container[str]) -> int:
    """How many cards lie at each place."""
    return sum(share.count for share in shares if share.sheet in cards and share.per == "participant")
