"""Where cards lie on the sheets that they are cut from: a scheme of slots, without a page and without ink.

It lies here and not in ``kit.press``, because it is layouts that draw the sheets of cards.

At the table:

1. Print on both sides. Flip A4 (four cards, upright) on the long edge and A3 (eight cards, lying) on the short edge:
   the paper turns like the page of a book. Can the printer only flip the other way? Then ask for that edge, and the
   backs are turned half a turn.
2. Keep the sheets in a pile as they come: the first on top, fronts up. Cut the pile at the marks: A4 once down and once
   across, A3 three times down and once across.
3. There are as many small piles now as there were cards on a sheet. Take them as one reads: the top row from left to
   right, then the bottom row. Each pile goes under the one before.
4. The cards lie in order, the first on top. A pile is cut by itself: each table of a workshop has its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kit.draw.geometry import Box, Grid, Size, grid

Edge = Literal["long", "short"]
"""The edge that paper is turned over."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A card, from 0, and where it lies on a side of a sheet, in mm; ``turned`` half a turn or upright."""

    card: int
    box: Box
    turned: bool = False


Side = tuple[Slot, ...]
"""The slots that are filled, in the order of their cards on the front: row by row."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """Cards side by side on paper, in mm; the paper is turned over the ``flip`` edge.

    ``shift``: so many mm to the right and up, as one looks at a back with its cards upright, to move the backs. It
    undoes what a printer is off.
    """

    paper: Size
    card: Size
    flip: Edge
    shift: tuple[float, float] = (0, 0)

    @property
    def grid(self) -> Grid:
        """The places on the paper, and where it is cut."""
        return grid(self.paper, self.card)

    @property
    def each(self) -> int:
        """The number of cards on a full sheet."""
        return self.grid.columns * self.grid.rows

    @property
    def turned(self) -> bool:
        """Whether the backs are turned half a turn: where the paper is not flipped as the page of a book is."""
        return self.flip != usual_edge(self.paper)

    @property
    def moved(self) -> tuple[float, float]:
        """So far everything on a back is moved, to the right and down on the page, be it turned or not."""
        right, up = self.shift
        return (-right, up) if self.turned else (right, -up)

    def sheets(self, count: int) -> int:
        """The number of sheets that so many cards take."""
        return -(-count // self.each)

    def fronts(self, count: int) -> Iterator[Side]:
        """The front of each sheet. All are full but the last."""
        starts = [*self._starts(count)]
        last = self.sheets(count) - 1
        for sheet in range(last + 1):
            filled = len(starts) if sheet < last else self._on_last(count)
            slots = zip(starts[:filled], self.grid.cells, strict=False)
            yield tuple(Slot(start + sheet, cell) for start, cell in slots)

    def backs(self, count: int) -> Iterator[Side]:
        """The back of each sheet, behind its front."""
        for front in self.fronts(count):
            yield tuple(replace(slot, box=self._behind(slot.box), turned=self.turned) for slot in front)

    def _starts(self, count: int) -> Iterator[int]:
        """The first card of the pile that each slot becomes; only some of the slots have a card on the last sheet."""
        sheets, on_last, card = self.sheets(count), self._on_last(count), 0
        for slot in range(self.each):
            yield card
            card += sheets if slot < on_last else sheets - 1

    def _on_last(self, count: int) -> int:
        return count - (self.sheets(count) - 1) * self.each

    def _behind(self, front: Box) -> Box:
        """Where the back of a card is printed: from right to left, the whole sheet turned if need be, and moved."""
        back = Box(self.paper.width - front.right, front.y, front.width, front.height)
        return (back.turned(self.paper) if self.turned else back).moved(*self.moved)


def usual_edge(paper: Size) -> Edge:
    """The edge that lies upright, at the side: paper that is flipped on it turns like the page of a book."""
    return "long" if paper.height >= paper.width else "short"
