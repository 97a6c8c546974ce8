"""How the parts of the bubble sheet go together around typed text, in mm, for the digital edition (web design, 10)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kit.draw.bubbles.layouts import (
    ANATOMY,
    LAYOUTS,
    Kind,
    Rule,
    arc,
    lower_lines,
    pill,
    upper_lines,
)
from kit.draw.fields import RISE, Map, Place, Room
from kit.draw.geometry import Box, Circle, Point, Size

from ..shared.frame import FOOTER_Y
from .names import NAME_INSET, OWN_NAME_DROP, OWN_NAME_INSET

A4_LANDSCAPE: Final = Size(297, 210)


SMALL: Final = 0.694
"""How large the map is on A4: a little less than half the area, so that nothing comes within 8 mm of the edge."""


SMALL_AT: Final = Point((297 - 420 * SMALL) / 2, (210 - 297 * SMALL) / 2)


SMALL_MARGIN: Final = 12.0


SMALL_FOOTER_Y: Final = 200.9


@dataclass(frozen=True, slots=True)
class Setting:
    """How names stand in rows without writing lines, in mm of the map.

    From row to row; how high and how deep the largest letters are; what is free between them and the name pill or the
    words along the arc; how high these are, and the room for them along the upper and the lower arc.
    """

    pitch: float
    capitals: float
    descent: float
    air: float
    words: float
    room: Mapping[Kind, tuple[float, float]]


WHOLE_SIZE: Final = Setting(4.9, 3.1, 0.9, 1.5, 2.4, {kind: (one.words,) * 2 for kind, one in ANATOMY.items()})


SMALL_SIZE: Final = Setting(6, 4.4, 1.2, 1.8, 3.4, {"neighbour": (36, 45), "centre": (64, 78), "seam": (64, 78)})
"""On A4, where all letters are larger than the rest of the map."""


SIDE_AIR: Final = 3.5
"""What text leaves free of a circle beside it."""


FOOTER_TOP: Final = 2.4
"""From the baseline of a footer up to the tops of its letters."""


HEADS: Final = MappingProxyType(
    {
        "b-a3": Place("further", (Rule(31.6, 90, 34.4),), role="actors-municipality"),
        "b-a4": Place("further", (Rule(SMALL_MARGIN + 17, 75, 24.4),), role="typed-name"),
    }
)
"""Where it is said that these are further away."""


FURTHER: Final = tuple(Circle(x, y, 44) for y in (112, 212) for x in (60, 160, 260, 360))
"""The bubbles of a second sheet, for municipalities that lie further away."""


def name_of(kind: Kind, of: Circle) -> str:
    """What a bubble is called: by its kind and radius, as ``neighbour-44``."""
    return f"{kind}-{of.r:g}"


def typed_map() -> Map:
    """How the parts go together."""
    layouts = {name: tuple((name_of(kind, of), of.centre) for kind, of in one.kinds) for name, one in LAYOUTS.items()}
    further = tuple((name_of("neighbour", of), of.centre) for of in FURTHER)
    rooms = {name_of(kind, of): _room(kind, of) for kind, of in one_of_each()}
    circles = [of for one in LAYOUTS.values() for of in one.all]
    ends = {"b-a3": _free(FOOTER_Y - FOOTER_TOP, circles)}
    left, right = _free((SMALL_FOOTER_Y - FOOTER_TOP - SMALL_AT.y) / SMALL, circles)
    ends["b-a4"] = (left * SMALL + SMALL_AT.x, right * SMALL + SMALL_AT.x)
    return Map(rooms, layouts, further, SMALL, SMALL_AT, ends, HEADS, OWN_NAME_DROP)


def one_of_each() -> Iterator[tuple[Kind, Circle]]:
    """One bubble around (0, 0) of each kind and radius."""
    sizes = {(kind, of.r) for bubbles in LAYOUTS.values() for kind, of in bubbles.kinds}
    sizes |= {("neighbour", of.r) for of in FURTHER}
    return ((kind, Circle(0, 0, r)) for kind, r in sorted(sizes))


def _room(kind: Kind, of: Circle) -> Room:
    inset = NAME_INSET if kind == "neighbour" else OWN_NAME_INSET
    box = pill(of, kind)
    return Room(
        Box(box.x + inset, box.y, box.width - 2 * inset, box.height),
        # The topmost line first, as somebody would write.
        tuple(sorted((_raised(line) for line in upper_lines(of, kind)), key=lambda line: line.y)),
        tuple(_raised(line) for line in lower_lines(of, kind)),
        _upper_rows(kind, of, WHOLE_SIZE),
        _lower_rows(kind, of, WHOLE_SIZE),
        _upper_rows(kind, of, SMALL_SIZE),
        _lower_rows(kind, of, SMALL_SIZE),
    )


def _raised(line: Rule) -> Rule:
    return Rule(line.left, line.right, line.y - RISE)


def _upper_rows(kind: Kind, of: Circle, by: Setting) -> tuple[Rule, ...]:
    """Rows between the pill and the words along the upper arc, downwards."""
    last = _words_end(arc(of, kind, upper=True).r, by.room[kind][0]) - by.capitals - by.air
    ys = _between(ANATOMY[kind].pill_height / 2 + by.air + by.descent, last, by.pitch)
    return tuple(reversed([_row(of.r, -y, y + by.capitals) for y in ys]))


def _lower_rows(kind: Kind, of: Circle, by: Setting) -> tuple[Rule, ...]:
    """The same in the lower half, where the heads of the words are inwards."""
    last = _words_end(arc(of, kind, upper=False).r - by.words, by.room[kind][1]) - by.descent - by.air
    ys = _between(ANATOMY[kind].pill_height / 2 + by.air + by.capitals, last, by.pitch)
    return tuple(_row(of.r, y, y + by.descent) for y in ys)


def _between(first: float, last: float, pitch: float) -> list[float]:
    """As many places as there are between two, a pitch apart, in the middle of the room."""
    more = max(int((last - first) / pitch), 0)
    start = first + max(last - first - more * pitch, 0) / 2
    return [start + i * pitch for i in range(more + 1)]


def _words_end(r: float, words: float) -> float:
    """How far from the equator words along an arc end: what is nearer to it is not in their way."""
    return r * math.cos(words / 2 / r)


def _row(r: float, y: float, away: float) -> Rule:
    half = ((r - SIDE_AIR) ** 2 - away**2) ** 0.5
    return Rule(-half, half, y)


def _free(y: float, circles: Iterable[Circle]) -> tuple[float, float]:
    """From the left edge to where, and from where to the right edge, no circle comes below a y."""
    reaches = [(of.x, of.half_chord(y)) for of in circles if of.y + of.r > y]
    return min(x - reach for x, reach in reaches) - SIDE_AIR, max(x + reach for x, reach in reaches) + SIDE_AIR
