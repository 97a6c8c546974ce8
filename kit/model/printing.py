"""How sheets are printed, as plain data: on which paper, on one side or both, and how they are cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Paper = Literal["a3", "a4", "a3-heavy", "a4-heavy", "a5-heavy", "a6-heavy"]
"""What a sheet is printed on; heavy is 160 g. A6 are cards that a print shop cuts, A5 those in large letters."""

SINGLE_CARDS: Final[tuple[Paper, ...]] = ("a5-heavy", "a6-heavy")
"""On these, what is counted are cards."""

Sides = Literal["single", "long", "short"]
"""Printed on one side, or on both, flipped on the long or on the short edge of the paper."""

Cut = Literal["none", "cards-a4", "cards-a3", "tiles", "crop"]
"""How a sheet is cut: not; four cards apart; eight cards apart; on the dotted line, then glued; by a print shop."""


def size_name(paper: Paper) -> str:
    """The name of the size of a paper by the standard (ISO 216): the same in every language."""
    return paper.removesuffix("-heavy").upper()


@dataclass(frozen=True, slots=True)
class CardPrint:
    """How partner cards are printed: four on A4 or eight on A3, with backs or without.

    ``flip`` is the edge that the paper is turned over, by itself the one that leaves the backs upright: the long one of
    A4, the short one of A3. ``shift`` moves the backs so many mm to the right and up, as one looks at them, by itself
    those of the content.
    """

    paper: Literal["a4", "a3"] = "a4"
    backs: bool = True
    flip: Literal["long", "short"] | None = None
    shift: tuple[float, float] | None = None

    @property
    def sides(self) -> Sides:
        """How the paper of cards with backs is turned over."""
        if not self.backs:
            return "single"
        return self.flip or ("long" if self.paper == "a4" else "short")
