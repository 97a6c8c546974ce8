"""Which names of known actors stand in which row of a bubble (design, section 11, *Known actors written in*).

Pure: widths in mm in, places out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, NamedTuple

SLACK: Final = 1e-9
"""What a sum of widths may be off, in mm."""


MANY: Final = 30
"""More names than this never stand in one half; only the plain orders are tried of these."""


class Name(NamedTuple):
    """How wide a name is; ``cuts``: how wide its two parts are for each space at which it may be broken."""

    width: float
    cuts: tuple[tuple[float, float], ...] = ()


class Piece(NamedTuple):
    """A name in a row by its place in the list: whole, or a part of it, broken at its space number ``cut``."""

    name: int
    cut: int | None = None
    is_rest: bool = False


@dataclass(frozen=True, slots=True)
class Filling:
    """Who stands where. ``rows``: for each row, what stands in it from left to right.

    ``rest``: who found no room. ``note``: the row that ends with how many these are, if there are any.
    """

    rows: tuple[tuple[Piece, ...], ...]
    rest: tuple[int, ...] = ()
    note: int | None = None

    @property
    def last(self) -> int:
        """The last row in which something stands."""
        return max((i for i, row in enumerate(self.rows) if row or i == self.note), default=-1)

    def read(self, order: Sequence[int]) -> Filling:
        """The same where the rows were filled in this order."""
        rows = tuple(row for _, row in sorted(zip(order, self.rows, strict=True)))
        return Filling(rows, self.rest, None if self.note is None else order[self.note])


class _Way(NamedTuple):
    """Whether names may share a row, and whether they may be broken."""

    share: bool
    broken: bool


_WAYS: Final = (_Way(False, False), _Way(False, True), _Way(True, False), _Way(True, True))
"""From how a name is read best to what has most room."""

_Note = Callable[[int], float]

Ends = AbstractSet[int]
"""The rows behind which no name goes on, in the order in which rows are filled."""


def fit(names: Sequence[Name], rows: Sequence[float], gap: float, note: _Note, *, pairs: bool = False) -> Filling:
    """Give names a place in rows of these widths, as high as can be and without a row left free between them.

    First one name a row; then names that are too wide broken at a space over two rows; then several in a row, ``gap``
    apart; then these broken too. Each in the order of the list where that can be, else by width. If not even that is
    enough, as many as can be stand there, the shorter ones first, and behind the last of them a note, ``note(n)`` wide
    for n names that found no room. Where no row has room even for that, it stands in the widest.

    ``pairs``: rows lie two by two beside each other, with a seam between them. They are read from left to right, and a
    name is broken from the first of a pair to the second; where not all names have room that way, as two columns, and
    a name is broken from a row to the one under it.
    """
    everybody, readings = tuple(range(len(names))), _readings(len(rows), pairs=pairs)
    for order, ends in readings:
        widths = [rows[i] for i in order]
        for way in _WAYS:
            if found := _filled(names, everybody, widths, gap, way, None, ends):
                return found.read(order)
    return _fullest(names, rows, gap, note, readings[0][1])


def _readings(count: int, *, pairs: bool) -> list[tuple[Sequence[int], Ends]]:
    """The orders in which rows may be filled."""
    across = range(count)
    if not pairs:
        return [(across, frozenset())]
    columns = (*across[::2], *across[1::2])
    return [(across, frozenset(across[1::2])), (columns, frozenset({count // 2 - 1}))]


def _fullest(names: Sequence[Name], rows: Sequence[float], gap: float, note: _Note, ends: Ends) -> Filling:
    best = Filling(((),) * len(rows), tuple(range(len(names))), rows.index(max(rows)))
    kept: tuple[int, ...] = ()
    for i in sorted(range(len(names)), key=lambda i: names[i].width):
        kept = tuple(sorted((*kept, i)))
        told = note(len(names) - len(kept))
        ways = (_filled(names, kept, rows, gap, way, told, ends) for way in _WAYS[2:])
        found = next((one for one in ways if one), None)
        if found is None:
            return best
        best = found
    return best


def _filled(
    names: Sequence[Name],
    kept: Sequence[int],
    rows: Sequence[float],
    gap: float,
    way: _Way,
    note: float | None,
    ends: Ends,
) -> Filling | None:
    """The filling with just these names, the highest of those in the first order that has one."""
    rest = tuple(sorted(set(range(len(names))).difference(kept)))
    if not way.share and len(kept) > len(rows):
        return None
    fillings = [
        Filling(taker.closed(), rest, None if note is None else taker.row)
        for order in _orders(names, kept, every=way.broken)
        for taker in (_Rows(names, rows, gap, way, start, ends) for start in range(len(rows)))
        if taker.takes(order, note)
    ]
    if way == _WAYS[2]:
        packed = _packed(names, kept, rows, gap, note)
        fillings += [Filling(one, rest, None if note is None else _last(one)) for one in packed]
    return min(fillings, key=lambda one: one.last, default=None)


def _orders(names: Sequence[Name], kept: Sequence[int], *, every: bool) -> Iterator[Sequence[int]]:
    """That of the list, the shortest first, the longest first; with ``every`` also each of these begun elsewhere.

    Where names are broken, what is behind each other decides on how much is left over: one of some orders often fits.
    """
    shortest = sorted(kept, key=lambda i: names[i].width)
    half = len(shortest) // 2
    by_turns = [i for pair in zip_longest(shortest[half:], shortest[:half][::-1]) for i in pair if i is not None]
    for order in (kept, shortest, shortest[::-1], *([by_turns, by_turns[::-1]] if every else [])):
        for start in range(len(order) if every and len(order) <= MANY else 1):
            yield [*order[start:], *order[:start]]


class _Rows:
    """Rows that are filled one after the other, from row ``start`` on."""

    def __init__(
        self, names: Sequence[Name], rows: Sequence[float], gap: float, way: _Way, start: int, ends: Ends
    ) -> None:
        self.names, self.widths, self.gap, self.way, self.ends = names, rows, gap, way, ends
        self.pieces: list[list[Piece]] = [[] for _ in rows]
        self.row, self.used = start, 0.0

    def takes(self, order: Sequence[int], note: float | None) -> bool:
        """Whether all names find a place, and the note behind them."""
        return all(self._takes(i) for i in order) and (note is None or self._has(note, share=True))

    def closed(self) -> tuple[tuple[Piece, ...], ...]:
        """What stands in each row."""
        return tuple(map(tuple, self.pieces))

    def _takes(self, i: int) -> bool:
        """In this row or the next, whole or broken."""
        name, share = self.names[i], self.way.share
        if self.way.broken and self._is_broken(i, name):
            return True
        if not self._has(name.width, share=share):
            return False
        self.pieces[self.row].append(Piece(i))
        return True

    def _is_broken(self, i: int, name: Name) -> bool:
        """Whether a name that does not fit here whole is put here and in the next row."""
        room = self._room(share=self.way.share)
        if name.width <= room + SLACK or (not self.way.share and self._next_holds(name.width)):
            return False
        cut = self._cut(name, room)
        if cut is None and self.used and not self._next_holds(name.width):
            self.row, self.used = self.row + 1, 0.0
            cut = self._cut(name, self._room(share=False))
        if cut is None:
            return False
        self.pieces[self.row].append(Piece(i, cut))
        self.pieces[self.row + 1].append(Piece(i, cut, is_rest=True))
        self.row, self.used = self.row + 1, name.cuts[cut][1]
        return True

    def _cut(self, name: Name, room: float) -> int | None:
        """Where to break a name: as late as it can be, or in its middle where it stands alone."""
        if self.row + 1 >= len(self.widths) or self.row in self.ends:
            return None
        below = self.widths[self.row + 1]
        fitting = [i for i, (first, rest) in enumerate(name.cuts) if first <= room + SLACK and rest <= below + SLACK]
        if self.way.share:
            return max(fitting, default=None)
        return min(fitting, key=lambda i: max(name.cuts[i]), default=None)

    def _room(self, *, share: bool) -> float:
        """What is free in this row for one thing more."""
        if not self.used:
            return self.widths[self.row] if self.row < len(self.widths) else 0
        return self.widths[self.row] - self.used - self.gap if share else 0

    def _next_holds(self, width: float) -> bool:
        row = self.row + 1 if self.used else self.row
        return row < len(self.widths) and width <= self.widths[row] + SLACK

    def _has(self, width: float, *, share: bool) -> bool:
        """Whether something finds room in this row or the next; goes there."""
        if self.used and share and width <= self._room(share=True) + SLACK:
            self.used += self.gap + width
            return True
        if not self._next_holds(width):
            return False
        self.row, self.used = (self.row + 1 if self.used else self.row), width
        return True


def _packed(
    names: Sequence[Name], kept: Sequence[int], rows: Sequence[float], gap: float, note: float | None
) -> Iterator[tuple[tuple[Piece, ...], ...]]:
    """Whole names, the longest first, each in the row that has least room to spare; in as few of the first rows as can
    be. The note goes behind the last of them.
    """
    for count in range(1, len(rows) + 1):
        free, found = list(rows[:count]), [list[int]() for _ in rows[:count]]
        for i in sorted(kept, key=lambda i: -names[i].width):
            fitting = [j for j in range(count) if names[i].width + gap * bool(found[j]) <= free[j] + SLACK]
            if not fitting:
                break
            best = min(fitting, key=lambda j: free[j] - gap * bool(found[j]))
            free[best] -= names[i].width + gap * bool(found[best])
            found[best].append(i)
        else:
            closed = _closed(names, [sorted(row) for row in found if row], rows, gap)
            if closed is not None and (note is None or _has_note(names, closed, rows, gap, note)):
                yield closed


def _closed(
    names: Sequence[Name], contents: Sequence[Sequence[int]], rows: Sequence[float], gap: float
) -> tuple[tuple[Piece, ...], ...] | None:
    """Rows of names under each other without a free row between them, as high as they fit."""
    widths = [sum(names[i].width for i in row) + gap * (len(row) - 1) for row in contents]
    for start in range(len(rows) - len(contents) + 1):
        if all(width <= rows[start + i] + SLACK for i, width in enumerate(widths)):
            pieces = [tuple(map(Piece, row)) for row in contents]
            after = len(rows) - start - len(contents)
            return (*[()] * start, *pieces, *[()] * after)
    return None


def _has_note(
    names: Sequence[Name], filled: Sequence[Sequence[Piece]], rows: Sequence[float], gap: float, note: float
) -> bool:
    last = _last(filled)
    used = sum(names[piece.name].width + gap for piece in filled[last])
    return used + note <= rows[last] + SLACK


def _last(filled: Sequence[Sequence[Piece]]) -> int:
    return max((i for i, row in enumerate(filled) if row), default=-1)
