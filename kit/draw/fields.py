"""Where typed text goes on a sheet: on its writing lines and in its boxes to tick. Plain data, in mm.

The digital edition prints a sheet with what somebody typed; the layouts tell where each field is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kit.draw.bubbles.layouts import Rule
from kit.draw.geometry import Box, Point
from kit.draw.text.setting import Align

RISE: Final = 1.6
"""From a writing line up to the baseline of the text on it, as for printed names (design, section 3)."""

INSET: Final = 0.6
"""From the start of a line to the text on it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a sheet: a baseline for each line of text, and the role of the text, which tells its sizes.

    Its name is that of the field, with numbers where there are several, such as ``strength-2``.
    """

    name: str
    lines: tuple[Rule, ...]
    align: Align = "left"
    role: str = "typed"


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick."""

    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class Room:
    """Where typed names stand in a bubble around (0, 0): its pill, and the rows of each half on A3 and on A4.

    Rows come downwards. On A3 names stand on the writing lines or, where there are more, closer together without lines.
    """

    pill: Box
    upper: tuple[Rule, ...]
    lower: tuple[Rule, ...]
    close_upper: tuple[Rule, ...]
    close_lower: tuple[Rule, ...]
    small_upper: tuple[Rule, ...]
    small_lower: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """How the parts of bubble sheets go together.

    ``rooms`` by the name of a bubble; ``layouts``: the name and the middle of each bubble, the own one first;
    ``further``: the same of a sheet for municipalities further away; ``small``: how large all is on A4, and ``at``
    where the top-left corner of A3 comes. ``footers``: by the name of a sheet, from the left to where and from where to
    the right no bubble is in the way of its footer. ``heads``: where it is said that bubbles are further away;
    ``drop``: how much lower one's own name stands, under its label.
    """

    rooms: Mapping[str, Room]
    layouts: Mapping[str, tuple[tuple[str, Point], ...]]
    further: tuple[tuple[str, Point], ...]
    small: float
    at: Point
    footers: Mapping[str, tuple[float, float]]
    heads: Mapping[str, Place]
    drop: float


def on_lines(name: str, lines: Iterable[Rule], *, role: str = "typed") -> Place:
    """A place on writing lines, from their left end."""
    return Place(name, tuple(Rule(line.left + INSET, line.right, line.y - RISE) for line in lines), role=role)


def centred_on(name: str, lines: Iterable[Rule], *, role: str = "typed") -> Place:
    """A place in the middle of writing lines."""
    return Place(name, tuple(Rule(line.left, line.right, line.y - RISE) for line in lines), "centre", role)
