"""Who gets which sheets at a workshop: piles of copies, in the order in which they are laid down. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.model.lookup import fold
from kit.model.municipalities import Municipality
from kit.model.stack import NOBODY, Names
from kit.model.text import Text
from kit.model.workshop import Participant, Table, Workshop

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
    """Partner cards in the order in which they are dealt: for each, the organisation that is printed on it."""

    sheet: str
    organisations: tuple[Text | None, ...]


@dataclass(frozen=True, slots=True)
class Pile:
    """What lies together: first the copies one by one, then the cards, which are cut."""

    copies: tuple[Copy, ...] = ()
    cards: tuple[Cards, ...] = ()


@dataclass(frozen=True, slots=True)
class Piles:
    """All that a workshop takes. ``tables`` are in the order of the tables of the workshop."""

    facilitator: Pile
    tables: tuple[Pile, ...]
    spare: Pile


def piles(workshop: Workshop, stack: WorkshopStack, cards: Container[str], date: Text | None = None) -> Piles:
    """The piles of a workshop; ``cards`` are the sheets of which single cards are counted, ``date`` is printed."""
    return _Dealer(workshop, stack, cards, date).piles()


class _Dealer:
    """Deals the sheets of a stack to the tables."""

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
        copies = [copy for share in self._shares["table"] for copy in self._copies(share, None)]
        cards: dict[str, list[Text | None]] = {}
        for person in table.seats:
            for share in self._for(person):
                if share.sheet in self._cards:
                    cards.setdefault(share.sheet, []).extend([person.organisation] * share.count)
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
        names = Names(person.name, person.organisation, Text.of(of.name) if of else None, self._blank.date)
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
        cards: dict[str, list[Text | None]] = {}
        for share in [*self._shares["participant"], *self._shares["organisation"]]:
            if share.sheet in self._cards:
                cards[share.sheet] = [None] * (share.count * self._workshop.spares)
            else:
                copies += [Copy(share.sheet, self._blank)] * (share.count * self._workshop.spares)
        return Pile(tuple(copies), _cards(cards))


def _cards(by_sheet: dict[str, list[Text | None]]) -> tuple[Cards, ...]:
    return tuple(Cards(sheet, tuple(names)) for sheet, names in by_sheet.items() if names)


def cards_each(shares: Sequence[Share], cards: Container[str]) -> int:
    """How many cards lie at each place."""
    return sum(share.count for share in shares if share.sheet in cards and share.per == "participant")
