"""Points, boxes and circles in millimetres. The origin is the top-left corner of the sheet, y grows downwards.

Everything here is pure: plain values in, plain values out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, NamedTuple

_SLACK: Final = 1e-6
"""What a sum of lengths may be off, in mm."""


class Point(NamedTuple):
    """A place on the sheet, in mm."""

    x: float
    y: float

    def __add__(self, other: tuple[float, float]) -> Point:  # type: ignore[override]
        """The point moved by a vector."""
        return Point(self.x + other[0], self.y + other[1])

    def to(self, other: Point) -> float:
        """The distance to another point."""
        return math.hypot(other.x - self.x, other.y - self.y)

    def toward(self, other: Point, distance: float) -> Point:
        """The point that lies ``distance`` mm from here in the direction of ``other``."""
        share = distance / self.to(other)
        return Point(self.x + share * (other.x - self.x), self.y + share * (other.y - self.y))


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a sheet of paper, in mm."""

    width: float
    height: float


A3_LANDSCAPE: Final = Size(420, 297)
A4_PORTRAIT: Final = Size(210, 297)
A6_PORTRAIT: Final = Size(105, 148.5)
A5_LANDSCAPE: Final = Size(210, 148.5)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its top-left corner, width and height in mm."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def between(cls, left: float, top: float, right: float, bottom: float) -> Box:
        """The box with these edges."""
        return cls(left, top, right - left, bottom - top)

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def inset(self, by: float) -> Box:
        """The box made smaller on all sides; a negative value makes it larger."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def moved(self, x: float, y: float) -> Box:
        """The box shifted by ``x`` to the right and ``y`` down."""
        return Box(self.x + x, self.y + y, self.width, self.height)

    def turned(self, within: Size) -> Box:
        """Where the box is when what it stands in, of a size, is turned half a turn."""
        return Box(within.width - self.right, within.height - self.bottom, self.width, self.height)

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def contains(self, other: Box, slack: float = 0) -> bool:
        """Whether the other lies inside, give or take ``slack`` mm."""
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def distance(self, point: Point) -> float:
        """The distance from a point to the nearest edge; 0 inside."""
        return math.hypot(
            max(self.x - point.x, 0, point.x - self.right), max(self.y - point.y, 0, point.y - self.bottom)
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """Equal cells without a gap, from the sheet's top-left corner: where cards lie and where the sheet is cut."""

    columns: int
    rows: int
    cell: Size

    @property
    def cells(self) -> tuple[Box, ...]:
        """The cells, row by row."""
        return tuple(
            Box(column * self.cell.width, row * self.cell.height, self.cell.width, self.cell.height)
            for row in range(self.rows)
            for column in range(self.columns)
        )

    @property
    def cuts_x(self) -> tuple[float, ...]:
        """The x of each cut from top to bottom."""
        return tuple(column * self.cell.width for column in range(1, self.columns))

    @property
    def cuts_y(self) -> tuple[float, ...]:
        """The y of each cut from left to right."""
        return tuple(row * self.cell.height for row in range(1, self.rows))


def grid(sheet: Size, cell: Size) -> Grid:
    """As many whole cells as a sheet holds: four A6 cards on A4 portrait, eight on A3 landscape."""
    return Grid(int((sheet.width + _SLACK) // cell.width), int((sheet.height + _SLACK) // cell.height), cell)


@dataclass(frozen=True, slots=True)
class Circle:
    """Centre and radius in mm; the radius is measured on the middle of the outline."""

    x: float
    y: float
    r: float

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x, self.y)

    @property
    def box(self) -> Box:
        """The square around it."""
        return Box(self.x - self.r, self.y - self.r, 2 * self.r, 2 * self.r)

    def at(self, degrees: float) -> Point:
        """The point on the outline in a direction, in degrees clockwise from the right (y grows downwards)."""
        angle = math.radians(degrees)
        return Point(self.x + self.r * math.cos(angle), self.y + self.r * math.sin(angle))

    def half_chord(self, y: float, inset: float = 0) -> float:
        """Half the width of the circle at height ``y``, drawn in by ``inset`` mm from its outline; 0 outside it."""
        return math.sqrt(max((self.r - inset) ** 2 - (y - self.y) ** 2, 0))
