"""Fills a column with groups of blocks, exactly to its end (design, section 12).

Pure: heights in mm in, places in mm out. A block is what is read together and then written on: its natural height holds
one writing line. What a column has left becomes extra writing lines, and the rest is shared by the blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

_TOLERANCE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Block:
    """Its natural height in mm, and its turn when extra lines are given out: the lowest first."""

    height: float
    turn: float = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """Heights in mm: of a group's head, between two groups, and of an extra writing line."""

    head: float
    gap: float
    line: float


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a block stands, y in mm, and how many writing lines it has besides its first."""

    top: float
    bottom: float
    extra_lines: int


@dataclass(frozen=True, slots=True)
class Group:
    """Where a group stands: y of the top of its head in mm, and the slots beneath it."""

    top: float
    slots: tuple[Slot, ...]

    @property
    def bottom(self) -> float:
        """The end of its last block."""
        return self.slots[-1].bottom


@dataclass(frozen=True, slots=True)
class Column:
    """What goes in a column, from ``top`` to ``bottom``, y in mm."""

    groups: Sequence[Sequence[Block]]
    top: float
    bottom: float

    def room(self, rules: Rules) -> float:
        """How many mm are left; below 0 for a column that is too full."""
        taken = sum(block.height for block in chain.from_iterable(self.groups))
        heads = len(self.groups) * rules.head + max(len(self.groups) - 1, 0) * rules.gap
        return self.bottom - self.top - taken - heads


@dataclass(frozen=True, slots=True)
class Move:
    """A column that has ``room`` mm for more: for a whole ``group`` of the full one, or for one block of it."""

    column: int
    room: float
    group: int | None = None


def way_out(columns: Sequence[Column], full: int, rules: Rules) -> Move | None:
    """What of the full column fits in another, if anything: the smallest group that is enough, else one block.

    Columns and groups are counted from 0. The column with the most room is taken.
    """
    others = [number for number in range(len(columns)) if number != full]
    to = max(others, key=lambda number: columns[number].room(rules), default=None)
    if to is None:
        return None
    room = columns[to].room(rules)
    lead = rules.head + (rules.gap if columns[to].groups else 0)
    heights = [sum(block.height for block in group) for group in columns[full].groups]
    excess = -columns[full].room(rules)
    enough = [
        (height, number)
        for number, height in enumerate(heights)
        if len(heights) > 1 and height + lead <= room + _TOLERANCE and height + rules.head + rules.gap >= excess
    ]
    if enough:
        return Move(to, room, min(enough)[1])
    blocks = [block.height for block in chain.from_iterable(columns[full].groups)]
    fits = any(excess <= height <= room + _TOLERANCE for height in blocks)
    return Move(to, room) if fits else None


@dataclass(frozen=True, slots=True)
class Filling:
    """A filled column. ``excess``: how many mm it ends too low; 0 when it fits, and then it ends exactly."""

    groups: tuple[Group, ...]
    excess: float


def fill_column(groups: Sequence[Sequence[Block]], top: float, bottom: float, rules: Rules) -> Filling:
    """Fill a column from ``top`` to ``bottom``, y in mm. A group has at least one block.

    Too much for the column: everything stands at its natural height, and runs below the bottom by the excess.
    """
    blocks = list(chain.from_iterable(groups))
    free = Column(groups, top, bottom).room(rules)
    if not blocks or free < -_TOLERANCE:
        return Filling(_stacked(groups, [0] * len(blocks), top, 0, rules), max(-free, 0) if blocks else 0)
    extra = extra_lines([block.turn for block in blocks], max(free, 0), rules.line)
    share = (free - sum(extra) * rules.line) / len(blocks)
    return Filling(_stacked(groups, extra, top, share, rules), 0)


def extra_lines(turns: Sequence[float], free: float, line: float) -> list[int]:
    """How many extra lines of ``line`` mm each block gets out of ``free`` mm.

    One each, the lowest turn first. Once all have one, further lines come in whole rounds: then blocks stay alike,
    and what is left never makes a hole as high as a line.
    """
    lines = int((free + _TOLERANCE) // line)
    rounds = lines // len(turns)
    if rounds:
        return [rounds] * len(turns)
    first = sorted(range(len(turns)), key=lambda i: turns[i])[:lines]
    return [1 if i in first else 0 for i in range(len(turns))]


def first_fit(fillings: Iterable[Filling]) -> tuple[int, Filling]:
    """The first filling that fits, with its place in the row; else the last one. There must be at least one.

    The fillings are looked at one by one: give an iterator, and those after the first that fits are never made.
    """
    numbered = enumerate(fillings)
    number, filling = next(numbered)
    while filling.excess:
        following = next(numbered, None)
        if following is None:
            break
        number, filling = following
    return number, filling


def _stacked(
    groups: Sequence[Sequence[Block]], extra: Sequence[int], top: float, share: float, rules: Rules
) -> tuple[Group, ...]:
    """The groups one below the other; every block gets its extra lines and ``share`` mm more."""
    stacked: list[Group] = []
    lines = iter(extra)
    y = top
    for group in groups:
        slots: list[Slot] = []
        start, y = y, y + rules.head
        for block in group:
            count = next(lines)
            slots.append(Slot(y, y + block.height + count * rules.line + share, count))
            y = slots[-1].bottom
        stacked.append(Group(start, tuple(slots)))
        y += rules.gap
    return tuple(stacked)
