"""The geometry of the bubble sheet: ten fixed layouts, and what stands where in a bubble (design, section 11).

A layout is one circle in the middle and four to eight around it, clockwise from north. Lengths in mm.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from kit.draw.geometry import Box, Circle, Point

Kind = Literal["centre", "neighbour", "seam"]
"""The bubble in the middle, one around it, and the one in the middle where the seam of two tiles runs through it."""

LINE_PITCH: Final = 8.5
HAND: Final = 8
"""The height of handwriting on the topmost line, which must stay below the words along the arc."""

BESIDE_WORDS: Final = 6
"""So high stays handwriting clear of the words along the upper arc, where these come lower than the top of the arc."""

TOP_OF_HAND: Final = 3
"""At this height above a line the circle is measured, so that the first letters stay inside it too."""

SHORTEST_LINE: Final = 24


@dataclass(frozen=True, slots=True)
class Bubbles:
    """Where the circles lie: the own municipality, and its neighbours clockwise from north."""

    centre: Circle
    neighbours: tuple[Circle, ...]

    @property
    def all(self) -> tuple[Circle, ...]:
        """The centre first."""
        return (self.centre, *self.neighbours)

    @property
    def kinds(self) -> tuple[tuple[Kind, Circle], ...]:
        """Each circle with its kind, the centre first."""
        return (("centre", self.centre), *(("neighbour", of) for of in self.neighbours))


class Rule(NamedTuple):
    """A writing line."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What differs between the kinds of bubbles. The insets and arcs are measured inwards from the outline.

    ``words`` is the room for words along an arc, measured on their baseline; ``capitals`` the height of their letters.
    ``above_pill``: from the name pill up to the first writing line; ``arc_air``: between a writing line and the words
    along the lower arc, and if ``is_clear`` between handwriting and those along the upper arc; ``tab``: how far a tab
    rises above the pill.
    """

    pill_height: float
    line_inset: float
    upper_arc: float
    lower_arc: float
    words: float
    capitals: float
    above_pill: float = 2.4
    arc_air: float = 1
    is_clear: bool = False
    tab: float = 0


ANATOMY: Final[Mapping[Kind, Anatomy]] = MappingProxyType(
    {
        "centre": Anatomy(16, 7, 7.2, 4, 54, 2.6, above_pill=4.6, arc_air=1.7, is_clear=True, tab=2.8),
        "neighbour": Anatomy(12.8, 5.5, 6.6, 3.85, 31, 2.45),
        "seam": Anatomy(16, 7, 7.2, 4, 76, 2.6, above_pill=4.6, arc_air=1.7, is_clear=True, tab=2.8),
    }
)

PILL_WIDTH: Final = 1.72
"""The width of the name pill, in radii."""

RESERVED: Final = (
    Box.between(10, 8, 90, 60),  # title and instruction
    Box.between(374, 8, 410, 37),  # code and URL
    Box.between(10, 262, 60, 287),  # legend
    Box.between(351, 257.8, 410, 290),  # name fields
    Box.between(398, 240, 410, 258),  # north arrow
    Box.between(10, 58, 74, 61.2),  # the last line of the instruction
    Box.between(84, 8, 98, 18),  # step mark
)
"""Where no circle and no border comes."""

RESERVED_NUMBER: Final = Box.between(10, 250, 66, 260)
"""Besides, where there are two sheets: the sheet number."""

RESERVED_ELSEWHERE: Final = Box.between(374, 37, 410, 70)
"""Besides, on the first of two sheets: who stands on the second, under the URL."""


def _bubbles(*circles: tuple[float, float, float]) -> Bubbles:
    centre, *neighbours = (Circle(*circle) for circle in circles)
    return Bubbles(centre, tuple(neighbours))


LAYOUTS: Final[Mapping[str, Bubbles]] = MappingProxyType(
    {
        "4A": _bubbles((214, 149, 58), (293.5, 61.5, 52), (302.5, 228.5, 52), (128, 229, 51.5), (142.5, 58.5, 49)),
        "4B": _bubbles(
            (213, 148.5, 56), (213, 47.25, 37.75), (329, 148.5, 47.5), (213, 249.75, 37.75), (97, 148.5, 47.5)
        ),
        "5A": _bubbles(
            (213, 151.5, 58), (213, 47.5, 38), (328, 114, 49), (290.5, 237.5, 49), (136, 237, 49), (98.5, 114, 49)
        ),
        "5B": _bubbles(
            (213, 145.5, 58), (287, 58, 48.5), (327, 182.5, 49), (213, 249.5, 38), (99, 182.5, 49), (141.5, 57.5, 47.5)
        ),
        "6A": _bubbles(
            (213, 148.5, 56),
            *((213, 47.25, 37.75), (316.5, 93.5, 47), (316.5, 203.5, 47)),
            *((213, 249.75, 37.75), (110, 203.5, 47), (113, 103.5, 45.5)),
        ),
        "6B": _bubbles(
            (213, 149, 58),
            *((278, 56.5, 47), (328.5, 149, 47), (279, 240.5, 47)),
            *((147, 240.5, 47), (98, 149, 47), (147.5, 56.5, 47)),
        ),
        "7A": _bubbles(
            (213, 151.5, 58),
            *((213, 47.5, 38), (306, 76, 45), (339, 168, 45), (276.5, 242.5, 45)),
            *((179, 249.5, 38), (101.5, 202.5, 45), (114, 102, 45)),
        ),
        "7B": _bubbles(
            (213, 146, 58),
            *((269, 52.5, 43), (335, 121.5, 45), (304, 219.5, 45), (213, 249.5, 38)),
            *((122, 219.5, 45), (88.5, 122, 45), (155, 53, 43.5)),
        ),
        "8A": _bubbles(
            (213.5, 148.5, 56),
            *((213.5, 47.25, 37.75), (301.5, 62, 44), (341.5, 148.5, 44), (301, 235, 44)),
            *((213.25, 249.75, 37.75), (126, 232.5, 44), (73, 153, 44), (132, 79.5, 42.5)),
        ),
        "8B": _bubbles(
            (213, 149, 57),
            *((258, 51.5, 42), (338, 101.5, 44), (338, 197, 44), (258.5, 245.5, 41.5)),
            *((167.5, 245.5, 42), (84, 203, 44), (89.5, 107.5, 44), (165.5, 52, 42.5)),
        ),
    }
)
"""The layouts by name: the number of neighbours, A with one due north, B turned by half a step."""


TILED: Final[Mapping[str, Bubbles]] = MappingProxyType(
    {
        "4A": _bubbles((210, 149, 58), (291.5, 61.5, 52), (298.5, 228.5, 51), (124, 229, 51.5), (142.5, 57.75, 48)),
        "6B": _bubbles(
            (210, 149, 58),
            *((279, 56.5, 47), (326.5, 149, 47), (280, 240.5, 47)),
            *((144, 240.5, 47), (95, 149, 47), (144.5, 56.5, 47)),
        ),
        "8B": _bubbles(
            (210, 149, 57),
            *((259.5, 51.5, 42), (338, 101.5, 44), (338, 197, 44), (259, 245.5, 41.5)),
            *((164.5, 245.5, 42), (81, 203, 44), (86.5, 107.5, 44), (164, 52, 42.5)),
        ),
    }
)
"""The layouts for two tiles: those without a bubble on the seam, moved so that it runs through the middle.

The bubbles on its right lie a little further from it than those on its left: so a border between both is on one tile.
"""

INWARD: Final = 6
"""So far inwards lies on tiles what stands beside the bubbles: to make room for the strip of glue."""

RESERVED_TILED: Final = (
    Box.between(16, 8, 90, 60),  # title and instruction
    Box.between(368, 8, 404, 37),  # code and URL
    Box.between(16, 262, 66, 287),  # legend
    Box.between(345, 257.8, 404, 290),  # name fields
    Box.between(392, 240, 404, 258),  # north arrow
    Box.between(16, 58, 74, 61.2),  # the last line of the instruction
    Box.between(90, 8, 104, 18),  # step mark
)
"""The same on tiles, where the instruction is narrower."""

RESERVED_NUMBER_TILED: Final = Box.between(16, 250, 72, 260)
RESERVED_ELSEWHERE_TILED: Final = MappingProxyType(
    {"4A": Box.between(368, 37, 404, 70), "6B": Box.between(368, 37, 404, 70), "8B": Box.between(306, 8, 362, 38)}
)
"""In the largest layout a bubble is in the way under the URL: there it stands beside the code."""


def tiled_layout(layout: str) -> str:
    """The layout for tiles with as many bubbles as another, or one more."""
    return next(name for name, bubbles in TILED.items() if len(bubbles.neighbours) >= len(LAYOUTS[layout].neighbours))


def pill(of: Circle, kind: Kind) -> Box:
    """The name pill: fully round, centred on the equator."""
    width, height = PILL_WIDTH * of.r, ANATOMY[kind].pill_height
    return Box(of.x - width / 2, of.y - height / 2, width, height)


def arc(of: Circle, kind: Kind, *, upper: bool) -> Circle:
    """The circle on which the words of a half stand."""
    anatomy = ANATOMY[kind]
    return Circle(of.x, of.y, of.r - (anatomy.upper_arc if upper else anatomy.lower_arc))


def upper_lines(of: Circle, kind: Kind) -> Iterator[Rule]:
    """The writing lines of the upper half, from the pill upwards."""
    anatomy, words = ANATOMY[kind], arc(of, kind, upper=True).r
    words_end = words * math.cos(anatomy.words / 2 / words)
    for i in count():
        above = anatomy.pill_height / 2 + anatomy.above_pill + LINE_PITCH * i
        if above > words - HAND:
            return
        half, top = of.half_chord(of.y - above - TOP_OF_HAND, anatomy.line_inset), above + BESIDE_WORDS
        if anatomy.is_clear and top + anatomy.arc_air > words_end:
            half = of.half_chord(of.y - top, of.r - words + anatomy.arc_air)
        if 2 * half < SHORTEST_LINE:
            return
        yield Rule(of.x - half, of.x + half, of.y - above)


def lower_lines(of: Circle, kind: Kind) -> Iterator[Rule]:
    """The writing lines of the lower half, from the pill downwards, clear of the words along the arc."""
    return lower_lines_from(of, kind, ANATOMY[kind].pill_height / 2)


def lower_lines_from(of: Circle, kind: Kind, top: float) -> Iterator[Rule]:
    """The writing lines of the lower half, from ``top`` mm below the equator downwards.

    The design's rule lets the lowest line run into the words along the arc where the circle is narrow. Here such a
    line ends a little before them, and is left out where that makes it shorter than ``SHORTEST_LINE``.
    """
    anatomy = ANATOMY[kind]
    baseline = arc(of, kind, upper=False).r
    tops = baseline - anatomy.capitals
    words_end = tops * math.cos(anatomy.words / 2 / baseline)
    for i in count(1):
        below = top + LINE_PITCH * i
        clear = below + anatomy.arc_air <= words_end
        half = of.half_chord(of.y + below, anatomy.line_inset if clear else of.r - tops + anatomy.arc_air)
        if 2 * half < SHORTEST_LINE:
            return
        yield Rule(of.x - half, of.x + half, of.y + below)


def link_ends(bubbles: Bubbles, neighbour: Circle) -> tuple[Point, Point]:
    """The ends of the link between the centre and a neighbour, on both outlines, on the line of centres."""
    centre = bubbles.centre
    return (
        centre.centre.toward(neighbour.centre, centre.r),
        neighbour.centre.toward(centre.centre, neighbour.r),
    )
