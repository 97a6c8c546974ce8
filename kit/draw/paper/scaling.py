"""How a page is made larger for a poster: as large as fits on the paper, in the middle of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.draw.geometry import Box, Size
from kit.draw.operators import POINTS

if TYPE_CHECKING:
    pass


@dataclass(frozen=True, slots=True)
class Scaled:
    """How a page is made larger: ``by``, and then moved from the left and the bottom, in points."""

    by: float = 1
    x: float = 0
    y: float = 0

    @classmethod
    def to(cls, paper: Size, page: Size) -> Scaled:
        """As large as fits on paper, in the middle of it."""
        by = min(paper.width / page.width, paper.height / page.height)
        left, under = (paper.width - by * page.width) / 2, (paper.height - by * page.height) / 2
        return cls(by, left * POINTS, under * POINTS)

    def moved(self, room: float) -> Scaled:
        """The same, so many mm farther from the left and the bottom."""
        return Scaled(self.by, self.x + room * POINTS, self.y + room * POINTS)

    def rectangle(self, box: Box, height: float) -> tuple[float, float, float, float]:
        """A box on a page of a height in mm, in points as PDF writes it: left, bottom, right, top."""
        xs, ys = (box.x, box.right), (height - box.bottom, height - box.y)
        left, right = (x * POINTS * self.by + self.x for x in xs)
        bottom, top = (y * POINTS * self.by + self.y for y in ys)
        return left, bottom, right, top
