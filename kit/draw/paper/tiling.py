"""An A3 sheet as two tiles of A4 that are glued together (design, section 16, *Tiles of b*). Plain arithmetic, in mm.

Both tiles are printed at full size. The left one shows a little more than its half and has a strip for glue beside
that; the right one is cut on the seam and laid on the strip.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kit.draw.geometry import Box

SEAM: Final = 210.0
"""The x on the sheet at which the tiles meet."""

HEIGHT: Final = 297.0


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a sheet on a page of its own: the x of the page is that of the sheet less ``offset``.

    ``left`` and ``right``: the x on the sheet from where to where the tile shows it.
    """

    offset: float
    left: float
    right: float

    @property
    def shown(self) -> Box:
        """The part of the sheet that the tile shows."""
        return Box.between(self.left, 0, self.right, HEIGHT)

    @property
    def half(self) -> Box:
        """The part of the sheet that is seen on this tile once both are glued."""
        return Box.between(self.left, 0, min(self.right, SEAM) if self.left < SEAM else self.right, HEIGHT)

    @property
    def seam(self) -> float:
        """The x of the seam on the page."""
        return self.to_page(SEAM)

    def to_page(self, x: float) -> float:
        """Where an x of the sheet lies on the page."""
        return x - self.offset

    def to_sheet(self, x: float) -> float:
        """Where an x of the page lies on the sheet."""
        return x + self.offset

    def owns(self, x: float) -> bool:
        """Whether an x of the sheet is seen on this tile once both are glued: its half, without what is covered."""
        return self.left <= x <= self.right and (x < SEAM) == (self.left < SEAM)


LEFT: Final = Tile(10, 15, 211.4)
"""It shows 1.4 more than its half: what is covered by the other tile, so that no white shows between them."""

RIGHT: Final = Tile(200, SEAM, 405)
TILES: Final = (LEFT, RIGHT)
