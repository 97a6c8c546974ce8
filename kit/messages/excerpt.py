"""A line of a file as it is shown under what is said of it: nothing in it can steer a terminal, and a spot is marked.

Places are columns of a terminal, from 0: a letter of Chinese takes two, an accent on the letter before it none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from kit.messages.catalogue import escaped

WIDTH: Final = 96
"""Columns that a line may take: with its number and place it then fits where 110 letters do."""

_BEFORE: Final = 40
"""Of a line that is too long, so much is kept before the spot."""

_NEAR: Final = 4 * WIDTH
"""So many letters on either side of the spot are looked at: a line may have a million."""

_TAB: Final = "    "
_CUT: Final = "…"
_NO_WIDTH: Final = frozenset({"Mn", "Me"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line to show, where in it the spot starts, and how wide the spot is, at least 1."""

    line: str
    start: int
    width: int


def excerpt(line: str, column: int, told: Iterable[str] = ()) -> Excerpt:
    """The part of a line around a column, counted in letters from 1.

    ``told`` are texts that the spot may be: the longest that stands there, or begins there and goes on on another
    line, is marked whole; else one letter.
    """
    spot = min(max(column - 1, 0), len(line))
    begin, end = max(spot - _NEAR, 0), spot + _NEAR
    before, after = begin > 0, end < len(line)
    line, spot = line[begin:end], spot - begin
    length = max((_common(line[spot:].rstrip(), text) for text in told), default=0)
    cells = [_cell(letter) for letter in line]
    widths = [_width(cell) for cell in cells]
    first, last = _window(widths, spot)
    shown = "".join(cells[first:last])
    front, back = _CUT if first or before else "", _CUT if last < len(cells) or after else ""
    start = len(front) + sum(widths[first:spot])
    return Excerpt(f"{front}{shown}{back}", start, max(sum(widths[spot : min(spot + length, last)]), 1))


def _common(rest: str, text: str) -> int:
    """How many letters of a text the rest of a line starts with: all of them, as far as there is room, or none."""
    whole = min(len(rest), len(text))
    return whole if rest[:whole] == text[:whole] else 0


def _window(widths: Sequence[int], spot: int) -> tuple[int, int]:
    """From which letter to which a line is shown: all of it, or what fits around the spot."""
    if sum(widths) <= WIDTH:
        return 0, len(widths)
    ends = [0, *accumulate(widths)]
    room = WIDTH - 2 * len(_CUT)
    # Near the end of the line there is more room before the spot.
    begin = max(min(ends[spot] - _BEFORE, ends[-1] - room), 0)
    first = next(i for i, end in enumerate(ends) if end >= begin)
    last = max(i for i, end in enumerate(ends) if end <= ends[first] + room)
    return first, max(last, spot)


def _cell(letter: str) -> str:
    return _TAB if letter == "\t" else escaped(letter)


def _width(cell: str) -> int:
    return sum(_columns(letter) for letter in cell)


def _columns(letter: str) -> int:
    """How many columns of a terminal a letter takes (Unicode, annex 11)."""
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
