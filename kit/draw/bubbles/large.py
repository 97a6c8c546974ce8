"""The geometry of the large bubble sheet: five bubbles on A3, three on A4, and what stands where in them (design, 26).

Lengths in mm.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from kit.draw.bubbles.layouts import Bubbles, Rule
from kit.draw.geometry import Box, Circle
from kit.draw.look.editions import Largest

Kind = Literal["centre", "neighbour"]

PITCH: Final = 12.0
"""From line to line, for large handwriting."""

HAND: Final = 7.4
"""The height of handwriting on the topmost line, which stays below the words along the arc."""

INSET: Final = 6.0
"""From the outline of a bubble to the ends of its lines."""

SHORTEST: Final = 38.0
CAPITALS: Final = 4.0
"""The height of the letters along an arc."""

UPPER_ARC: Final = 8.2
LOWER_ARC: Final = 4.4
"""From the outline inwards to the baseline of the words along the upper and the lower arc."""

ARC_AIR: Final = 2.2
TOP_OF_HAND: Final = 3.0

LARGE: Final[Mapping[Largest, Bubbles]] = MappingProxyType(
    {
        "a3": Bubbles(
            Circle(210, 166, 74),
            (Circle(355, 110, 53), Circle(355, 220, 53), Circle(65, 220, 53), Circle(65, 110, 53)),
        ),
        "a4": Bubbles(Circle(62, 129.5, 49.5), (Circle(154, 229, 44), Circle(56, 229, 44))),
    }
)
"""The bubbles on each paper, the neighbours clockwise from north. On A4 their places tell no direction."""


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The height of the name pill and its width in radii; the room for words along an arc.

    ``above``: from the pill up to the first writing line, clear of the tab that says where to begin.
    """

    pill_height: float
    pill_width: float
    words: float
    above: float


ANATOMY: Final[Mapping[Kind, Anatomy]] = MappingProxyType(
    {"centre": Anatomy(25, 1.72, 94, 8), "neighbour": Anatomy(18, 1.74, 60, 3.5)}
)


def pill(of: Circle, kind: Kind) -> Box:
    """The name pill: fully round, centred on the equator."""
    anatomy = ANATOMY[kind]
    width = anatomy.pill_width * of.r
    return Box(of.x - width / 2, of.y - anatomy.pill_height / 2, width, anatomy.pill_height)


def arc(of: Circle, *, upper: bool) -> Circle:
    """The circle on which the words of a half stand."""
    return Circle(of.x, of.y, of.r - (UPPER_ARC if upper else LOWER_ARC))


def upper_lines(of: Circle, kind: Kind, words: float) -> tuple[Rule, ...]:
    """The writing lines of the upper half, from the top downwards; clear of ``words`` so wide along the arc."""
    return tuple(reversed(list(_upper(of, kind, words))))


def _upper(of: Circle, kind: Kind, words: float) -> Iterator[Rule]:
    baseline = arc(of, upper=True).r
    words_end = baseline * math.cos(words / 2 / baseline)
    above = ANATOMY[kind].pill_height / 2 + ANATOMY[kind].above
    while above <= baseline - HAND:
        half = of.half_chord(of.y - above - TOP_OF_HAND, INSET)
        if above > words_end - ARC_AIR:
            half = of.half_chord(of.y - above, of.r - baseline + ARC_AIR)
        if 2 * half < SHORTEST:
            return
        yield Rule(of.x - half, of.x + half, of.y - above)
        above += PITCH


def lower_lines(of: Circle, kind: Kind, words: float) -> tuple[Rule, ...]:
    """The writing lines of the lower half, downwards; clear of ``words`` so wide along the arc."""
    return tuple(_lower(of, kind, words))


def _lower(of: Circle, kind: Kind, words: float) -> Iterator[Rule]:
    baseline = arc(of, upper=False).r
    tops = baseline - CAPITALS
    words_end = tops * math.cos(words / 2 / baseline)
    below = ANATOMY[kind].pill_height / 2 + PITCH
    while True:
        clear = below + ARC_AIR <= words_end
        half = of.half_chord(of.y + below, INSET if clear else of.r - tops + ARC_AIR)
        if 2 * half < SHORTEST:
            return
        yield Rule(of.x - half, of.x + half, of.y + below)
        below += PITCH
