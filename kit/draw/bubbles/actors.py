"""Known actors in a bubble: the rows for their names, and the writing lines that stay.

Design, section 11, *Known actors written in*. Lengths in mm. Who stands in which row: ``kit.draw.bubbles.filling``.
"""

from __future__ import annotations

import math
from itertools import count, takewhile
from typing import Final, NamedTuple

from kit.draw.bubbles.layouts import ANATOMY, Kind, Rule, arc, lower_lines_from, upper_lines
from kit.draw.geometry import Circle

LEADING: Final = 4.5

UPPER_AIR: Final = 2
"""Between the letters of the upper half and the circle of the words above them."""

FIRST_HALF_WIDTH: Final = 10
"""The topmost row is so wide to either side at the tops of its letters, which are ``LETTER_TOP`` above it."""

LETTER_TOP: Final = 3
ROOM_TO_WRITE: Final = 7.2
"""From a row down to the first writing line under it."""

LOWER_AIR: Final = 0.9
LETTER_BOTTOM: Final = 0.8
FIRST_BELOW_PILL: Final = 5.2
SHORTEST_LINE: Final = 35.8
"""A writing line under names. The design's 36, less what the words along the arc take of it in the smallest centre."""

SLACK: Final = 1e-6
"""What a sum of lengths may be off, in mm."""

FULL_LEADING: Final = 4.1
FULL_AIR: Final = 1.6
"""Where no writing line stays: from row to row, and from the letters to the name pill or the words along the arc."""

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
    # One writing line fits between the name pill and the lowest row.
    lowest = ANATOMY[kind].pill_height / 2 + ANATOMY[kind].above_pill + ROOM_TO_WRITE
    above = takewhile(lambda up: up >= lowest, (highest - LEADING * i for i in count()))
    return tuple(Row(of.y - up, _width(reach, up + LETTER_TOP)) for up in above)


def lower_rows(of: Circle, kind: Kind) -> tuple[Row, ...]:
    """The rows for names in the lower half, downwards from the name pill."""
    reach = arc(of, kind, upper=False).r - LOWER_AIR
    first = ANATOMY[kind].pill_height / 2 + FIRST_BELOW_PILL
    below = takewhile(lambda down: bool(_lines_below(of, kind, down)), (first + LEADING * i for i in count()))
    return tuple(Row(of.y + down, _width(reach, down + LETTER_BOTTOM)) for down in below)


def full_rows(of: Circle, kind: Kind, *, upper: bool) -> tuple[Row, ...]:
    """The rows of a half in which no writing line stays, downwards."""
    anatomy = ANATOMY[kind]
    if upper:
        reach, pill = (
            arc(of, kind, upper=True).r - UPPER_AIR,
            anatomy.pill_height / 2 + anatomy.tab + FULL_AIR + LETTER_BOTTOM,
        )
        highest = math.sqrt(reach**2 - FIRST_HALF_WIDTH**2) - LETTER_TOP
        above = takewhile(lambda up: up >= pill, (highest - FULL_LEADING * i for i in count()))
        return tuple(Row(of.y - up, _width(reach, up + LETTER_TOP)) for up in above)
    reach = arc(of, kind, upper=False).r - anatomy.capitals - FULL_AIR
    lowest = math.sqrt(reach**2 - FIRST_HALF_WIDTH**2) - LETTER_BOTTOM
    first = anatomy.pill_height / 2 + FIRST_BELOW_PILL
    below = takewhile(lambda down: down <= lowest, (first + FULL_LEADING * i for i in count()))
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
