"""A workshop beside the same one as it was: who is new, gone or moved, and what must be printed for that. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from kit.model.places.lookup import fold
from kit.model.text.spans import Text
from kit.model.workshop.piles import Cards, Copy, Pile, Piles
from kit.model.workshop.tables import Participant, Table, Workshop, seated


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at a table, by its number; ``place``: at which place, from 0."""

    table: int
    place: int
    person: Participant

    @property
    def spot(self) -> tuple[int, int]:
        """The table and the place."""
        return self.table, self.place


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody who came already and still does: where they sat and where they sit, as they are written now."""

    before: Seat
    after: Seat

    @property
    def moved(self) -> bool:
        """Whether they sit at another table."""
        return self.before.table != self.after.table

    @property
    def altered(self) -> bool:
        """Whether something else is printed of them."""
        return _printed(self.before.person) != _printed(self.after.person)

    @property
    def corrected(self) -> bool:
        """Whether it is by a name with one other letter that they are taken for the same."""
        return _name(self.before) != _name(self.after)


@dataclass(frozen=True, slots=True)
class Changes:
    """Who is new, who is gone, and who still comes, in the order of the tables."""

    new: tuple[Seat, ...]
    gone: tuple[Seat, ...]
    stays: tuple[Stay, ...]

    @property
    def moved(self) -> tuple[Stay, ...]:
        """Those who sit at another table."""
        return tuple(stay for stay in self.stays if stay.moved)

    @property
    def altered(self) -> tuple[Stay, ...]:
        """Those of whom something else is printed, but for a corrected name."""
        return tuple(stay for stay in self.stays if stay.altered and not stay.corrected)

    @property
    def corrected(self) -> tuple[Stay, ...]:
        """Those whose name seems to be corrected."""
        return tuple(stay for stay in self.stays if stay.corrected)


def changes(before: Workshop, after: Workshop) -> Changes:
    """What has changed in who comes. Of people who are not known, only how many sit at each table."""
    old, new = list(_seats(before)), list(_seats(after))
    pairs = _pairs(old, new, known=after.listed)
    taken = set(pairs.values())
    return Changes(
        tuple(seat for place, seat in enumerate(new) if place not in pairs),
        tuple(seat for place, seat in enumerate(old) if place not in taken),
        tuple(Stay(old[pairs[place]], seat) for place, seat in enumerate(new) if place in pairs),
    )


def kept(people: Sequence[Participant], before: Workshop, size: int) -> tuple[Table, ...]:
    """Everybody at a table: whoever sat at one stays there, in the same order, but for those who ask for another.

    Where tables have another size than they had, nobody keeps a place.
    """
    if before.size != size:
        return seated(people, size)
    old = list(_seats(before))
    pairs = _pairs(old, [Seat(person.table or 0, place, person) for place, person in enumerate(people)], known=True)
    staying: dict[int, Participant] = {}
    others: list[Participant] = []
    for place, person in enumerate(people):
        had = old[pairs[place]].table if place in pairs else None
        if had is not None and person.table in (None, had):
            staying[pairs[place]] = replace(person, table=had)
        else:
            others.append(person)
    # By where they sat: a list in another order is no reason to print a table card again.
    return seated([*(staying[place] for place in sorted(staying)), *others], size)


_MOSTLY: Final = 2
"""Where fewer than one in so many of the shorter list are in both, they are the lists of two workshops."""


def is_another(before: Workshop, after: Workshop) -> bool:
    """Whether these are two workshops: in another building, with other people, or with people who had names before."""
    if before.venue and after.venue and fold(before.venue.plain) != fold(after.venue.plain):
        return True
    if not (before.listed and after.listed):
        return before.listed
    fewest = min(before.participants, after.participants)
    return len(changes(before, after).stays) * _MOSTLY < fewest


def to_print(before: tuple[Workshop, Piles], after: tuple[Workshop, Piles], found: Changes) -> Mapping[int, Pile]:
    """What of the piles of a workshop was not printed for the same workshop before, by the number of the table.

    A table that was not there needs all that lies on it. What is printed of the others is their own.
    """
    old, new = dict(_places(*before)), dict(_places(*after))
    had = {stay.after.spot: old[stay.before.spot] for stay in found.stays}
    there = {table.number for table in before[0].tables}
    needed: dict[int, Pile] = {}
    for table, pile in zip(after[0].tables, after[1].tables, strict=True):
        spots = [(table.number, place) for place in range(len(table.seats))]
        seats = [_rest(new[spot], had.get(spot, Pile())) for spot in spots]
        needed[table.number] = Pile.of(() if table.number in there else pile.shared, seats)
    return needed


def new_table_cards(before: Workshop, after: Workshop) -> tuple[int, ...]:
    """The numbers of the tables whose card says something else than it said, or was not there."""
    said = {table.number: _card(table.seats, table.free) for table in before.tables}
    led = _plain(before.facilitator) != _plain(after.facilitator)
    return tuple(
        table.number for table in after.tables if led or said.get(table.number) != _card(table.seats, table.free)
    )


def _seats(workshop: Workshop) -> Iterator[Seat]:
    for table in workshop.tables:
        yield from (Seat(table.number, place, person) for place, person in enumerate(table.seats))


def _places(workshop: Workshop, piles: Piles) -> Iterator[tuple[tuple[int, int], Pile]]:
    for table, pile in zip(workshop.tables, piles.tables, strict=True):
        yield from (((table.number, place), seat) for place, seat in enumerate(pile.seats))


def _pairs(old: Sequence[Seat], new: Sequence[Seat], *, known: bool) -> Mapping[int, int]:
    """By the place of somebody among the new ones, that among the old ones: first by all that is known of them."""
    ways = (_there, _whole, _who, _name) if known else (_table,)
    pairs: dict[int, int] = {}
    for way in ways:
        free = _by(old, way, set(pairs.values()))
        asking = _by(new, way, pairs.keys())
        for key, places in asking.items():
            # Of two people with one name nobody knows which of them has another organisation now.
            if way is not _name or len(places) == len(free.get(key, ())) == 1:
                pairs |= zip(places, free.get(key, ()), strict=False)
    return {**pairs, **_corrected(old, new, pairs)} if known else pairs


def _corrected(old: Sequence[Seat], new: Sequence[Seat], pairs: Mapping[int, int]) -> Mapping[int, int]:
    """Pairs of those left over of whom all is the same but one letter of the name, where no other is as near."""
    taken = set(pairs.values())
    left = _nearly(old, taken)
    near = {
        place: {found for key in _spellings(seat) for found in left.get(key, ())}
        for place, seat in enumerate(new)
        if place not in pairs
    }
    asked = Counter(chain.from_iterable(near.values()))
    return {place: one for place, found in near.items() if len(found) == 1 for one in found if asked[one] == 1}


def _nearly(seats: Sequence[Seat], taken: Iterable[int]) -> Mapping[Hashable, list[int]]:
    """The places of those who are not taken, by each spelling of their name with a letter less."""
    found: dict[Hashable, list[int]] = {}
    for place, seat in enumerate(seats):
        if place not in taken:
            for key in _spellings(seat):
                found.setdefault(key, []).append(place)
    return found


def _spellings(seat: Seat) -> set[Hashable]:
    """A person by their name, and by their name without one of its letters: those with one other letter share one."""
    name, *rest = _whole(seat)
    shorter = (name[:i] + name[i + 1 :] for i in range(len(name)))
    return {(one, *rest) for one in (name, *shorter) if one}


def _by(seats: Sequence[Seat], way: Callable[[Seat], Hashable], taken: Iterable[int]) -> Mapping[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for place, seat in enumerate(seats):
        key = way(seat)
        if place not in taken and key is not None:
            found.setdefault(key, []).append(place)
    return found


def _table(seat: Seat) -> Hashable:
    return seat.table


def _there(seat: Seat) -> Hashable:
    return seat.table, _whole(seat)


def _whole(seat: Seat) -> tuple[str, str, str]:
    of = seat.person.municipality
    return (*_who(seat), of.nis if of else "")


def _who(seat: Seat) -> tuple[str, str]:
    return fold(_plain(seat.person.name)), fold(_plain(seat.person.organisation))


def _name(seat: Seat) -> Hashable:
    return _who(seat)[0] or None


def _plain(text: Text | None) -> str:
    return text.plain if text else ""


def _printed(person: Participant) -> Hashable:
    place = person.municipality
    return _plain(person.name), _plain(person.organisation), _plain(person.short), place.nis if place else ""


def _card(seats: Iterable[Participant], free: int) -> Hashable:
    return tuple(map(_printed, seats)), free


def _rest(pile: Pile, had: Pile) -> Pile:
    """What of a pile somebody has not got yet."""
    left = Counter(map(_copy, had.copies))
    copies = []
    for copy in pile.copies:
        key = _copy(copy)
        if left[key]:
            left[key] -= 1
        else:
            copies.append(copy)
    cards = {_cards(cards) for cards in had.cards}
    return Pile(tuple(copies), tuple(one for one in pile.cards if _cards(one) not in cards))


def _copy(copy: Copy) -> Hashable:
    names = copy.names
    told = (names.participant, names.organisation, names.municipality, names.date, names.short)
    return copy.sheet, *map(_plain, told), copy.municipality.nis if copy.municipality else ""


def _cards(cards: Cards) -> Hashable:
    owners = [(_plain(owner.name), _plain(owner.short)) if owner else None for owner in cards.owners]
    return cards.sheet, tuple(owners)
