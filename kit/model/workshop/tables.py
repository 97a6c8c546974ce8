"""A workshop: who comes, who sits at which table, how many sets are spare. Pure: plain values in, plain values out."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil

from kit.model.places.municipalities import Municipality
from kit.model.text.spans import Text


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who comes; nothing where it is not known. ``table`` is the number of the table that was asked for.

    ``short``: a shorter name of the organisation.
    """

    name: Text | None = None
    organisation: Text | None = None
    municipality: Municipality | None = None
    table: int | None = None
    short: Text | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its number, who sits there, and how many places are left of those that a table has."""

    number: int
    seats: tuple[Participant, ...]
    free: int


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that is known of a workshop. ``start`` is in minutes after midnight, ``venue`` the name of a building.

    ``listed``: whether the participants are known one by one. ``spares`` is how many sets are spare.
    """

    tables: tuple[Table, ...]
    size: int
    spares: int
    listed: bool = False
    date: datetime.date | None = None
    start: int | None = None
    place: Municipality | None = None
    venue: Text | None = None
    facilitator: Text | None = None

    @property
    def participants(self) -> int:
        """How many there are."""
        return sum(len(table.seats) for table in self.tables)


def seated(participants: Sequence[Participant], size: int) -> tuple[Table, ...]:
    """Everybody at a table: those who asked for one there, the others evenly over as few tables as hold them.

    18 by tables of 5 sit 5, 5, 4, 4. In the order of the list the first table is filled first. A table that more asked
    for than it has places for holds them all.
    """
    asked = Counter(filter(None, (person.table for person in participants)))
    free = [person for person in participants if person.table is None]
    counts = _counts(asked, len(free), size)
    rest = iter(free)
    tables = []
    for number in sorted(counts):
        own = [person for person in participants if person.table == number]
        seats = (*own, *(next(rest) for _ in range(counts[number] - len(own))))
        tables.append(Table(number, seats, max(0, size - len(seats))))
    return tuple(tables)


def _counts(asked: Counter[int], free: int, size: int) -> dict[int, int]:
    """How many sit at each table: those who asked, and ``free`` others, each at the table that has the fewest."""
    counts = dict(asked)
    numbers = (number for number in count(1) if number not in counts)
    while sum(max(0, size - many) for many in counts.values()) < free:
        counts[next(numbers)] = 0
    for _ in range(free):
        fewest = min(sorted(counts), key=lambda number: counts[number])
        counts[fewest] += 1
    return counts


def spare_sets(participants: int, percent: int) -> int:
    """How many sets are spare: a part of the participants in %, rounded up, so that some are spare at all."""
    return ceil(participants * percent / 100)
