"""Known actors in a bubble: where their names stand, which fit there, and the writing lines that stay.

Design, section 11, *Known actors written in*. Pure: widths in mm in, places out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count, takewhile
from typing import Final, NamedTuple

from kit.draw.bubbles import ANATOMY, Kind, Rule, arc, lower_lines_from, upper_lines
from kit.draw.geometry import Circle

LEADING: Final = 4.5

UPPER_AIR: Final = 2
"""Between the letters of the upper half and the circle of the words above them."""

FIRST_HALF_WIDTH: Final = 10
"""The topmost row is so wide to either side at the tops of its letters, which are ``LETTER_TOP`` above it."""

LETTER_TOP: Final = 3
ROOM_ABOVE_PILL: Final = 9.6
"""From the name pill up to the lowest row: one writing line fits between."""

ROOM_TO_WRITE: Final = 7.2
"""From a row down to the first writing line under it."""

LOWER_AIR: Final = 0.9
LETTER_BOTTOM: Final = 0.8
FIRST_BELOW_PILL: Final = 5.2
SHORTEST_LINE: Final = 35.8
"""A writing line under names. The design's 36, less what the words along the arc take of it in the smallest centre."""

SLACK: Final = 1e-6
"""What a sum of lengths may be off, in mm."""

SIDE_AIR: Final = 1
"""What a row leaves free beside its letters, both sides together."""


class Row(NamedTuple):
    """Room for names: its baseline, and its width in mm around the middle of the bubble."""

    y: float
    width: float


def upper_rows(of: Circle, kind: Kind) -> tuple[Row, ...]:
    """The rows for names in the upper half, downwards from the words along the arc."""
    reach = arc(of, kind, upper=True).r - UPPER_AIR
    highest = math.sqrt(reach**2 - FIRST_HALF_WIDTH**2) - LETTER_TOP
    lowest = ANATOMY[kind].pill_height / 2 + ROOM_ABOVE_PILL
    above = takewhile(lambda up: up >= lowest, (highest - LEADING * i for i in count()))
    return tuple(Row(of.y - up, _width(reach, up + LETTER_TOP)) for up in above)


def lower_rows(of: Circle, kind: Kind) -> tuple[Row, ...]:
    """The rows for names in the lower half, downwards from the name pill."""
    reach = arc(of, kind, upper=False).r - LOWER_AIR
    first = ANATOMY[kind].pill_height / 2 + FIRST_BELOW_PILL
    below = takewhile(lambda down: bool(_lines_below(of, kind, down)), (first + LEADING * i for i in count()))
    return tuple(Row(of.y + down, _width(reach, down + LETTER_BOTTOM)) for down in below)


def upper_lines_after(of: Circle, kind: Kind, last: float) -> tuple[Rule, ...]:
    """The writing lines of the upper half under the last row with names, whose baseline is at ``last``."""
    return tuple(rule for rule in upper_lines(of, kind) if rule.y - ROOM_TO_WRITE >= last - SLACK)


def lower_lines_after(of: Circle, kind: Kind, last: float) -> tuple[Rule, ...]:
    """The writing lines of the lower half under the last row with names, whose baseline is at ``last``."""
    return _lines_below(of, kind, last - of.y)


def _lines_below(of: Circle, kind: Kind, down: float) -> tuple[Rule, ...]:
    """The writing lines that remain under a row in the lower half."""
    rules = lower_lines_from(of, kind, down)
    return tuple(takewhile(lambda rule: rule.right - rule.left >= SHORTEST_LINE, rules))


def _width(reach: float, away: float) -> float:
    return 2 * math.sqrt(reach**2 - away**2) - SIDE_AIR


@dataclass(frozen=True, slots=True)
class Filling:
    """Who stands where, by their places in the list of names.

    ``rows``: for each row, who stands in it from left to right. ``rest``: who found no room. ``note``: the row that
    ends with how many these are, if there are any.
    """

    rows: tuple[tuple[int, ...], ...]
    rest: tuple[int, ...] = ()
    note: int | None = None

    @property
    def last(self) -> int:
        """The last row in which something stands."""
        return max((i for i, row in enumerate(self.rows) if row or i == self.note), default=-1)


def fit(names: Sequence[float], rows: Sequence[float], gap: float, note: Callable[[int], float]) -> Filling:
    """Give names of these widths a place in rows of these widths, in order; all widths in mm.

    First one name a row, a name too wide for a row going to the next; if that is not enough several in a row, ``gap``
    apart; and if that is not enough the last row ends with a note, ``note(n)`` wide for n names that found no room:
    each that does not fit beside those before it and the note. Where no row has room even for the note, it stands in
    the widest.
    """
    widest = max(rows)
    fitting = [i for i, width in enumerate(names) if width <= widest]
    for share in (False, True):
        if found := _filled(names, fitting, rows, gap, note, share=share):
            return found
    kept: list[int] = []
    for i in fitting:
        if _filled(names, [*kept, i], rows, gap, note, share=True):
            kept.append(i)
    alone = Filling(((),) * len(rows), tuple(range(len(names))), rows.index(widest))
    return _filled(names, kept, rows, gap, note, share=True) or alone


def _filled(
    names: Sequence[float],
    kept: Sequence[int],
    rows: Sequence[float],
    gap: float,
    note: Callable[[int], float],
    *,
    share: bool,
) -> Filling | None:
    """The filling in which just these names are kept; nothing if they, and the note on the others, do not fit."""
    others = len(names) - len(kept)
    widths = [*(names[i] for i in kept), *([note(others)] if others else [])]
    places = _places(widths, rows, gap, share=share)
    if len(places) < len(widths):
        return None
    by_row = [tuple(i for i, place in zip(kept, places, strict=False) if place == row) for row in range(len(rows))]
    rest = sorted(set(range(len(names))).difference(kept))
    return Filling(tuple(by_row), tuple(rest), places[-1] if rest else None)


def _places(widths: Sequence[float], rows: Sequence[float], gap: float, *, share: bool) -> list[int]:
    """The row of each thing, each as early as it can be after the one before, as far as there is room."""
    places: list[int] = []
    row, used = 0, 0.0
    for width in widths:
        wanted = used + gap + width if used else width
        while row < len(rows) and ((used and not share) or wanted > rows[row]):
            row, used, wanted = row + 1, 0.0, width
        if row == len(rows):
            break
        places.append(row)
        used = wanted
    return places
