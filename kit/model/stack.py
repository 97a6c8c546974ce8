"""What is printed for one workshop, as plain data: who sits where, and what lies in the stack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.model.text import Text

Paper = Literal["a3", "a4", "a3-heavy", "a4-heavy"]
"""What a sheet is printed on; heavy is 160 g."""

Sides = Literal["single", "long", "short"]
"""Printed on one side, or on both, flipped on the long or on the short edge of the paper."""

Cut = Literal["none", "cards-a4", "cards-a3", "tiles"]
"""How a sheet is cut: not; four cards apart; eight cards apart; on the dotted line, then glued."""


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


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of whoever gets a sheet, and is printed on it. What is not known stays an empty line."""

    participant: Text | None = None
    organisation: Text | None = None
    municipality: Text | None = None
    date: Text | None = None


NOBODY = Names()
"""Nothing is known."""


@dataclass(frozen=True, slots=True)
class TableCard:
    """A card for a table: who sits there, and how many places are ``free``.

    ``cards`` is how many partner cards lie at each place.
    """

    number: int
    seats: tuple[Names, ...]
    free: int
    cards: int
    date: Text | None = None
    place: Text | None = None
    facilitator: Text | None = None


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of the print and cut list: a kind of sheet in a file. ``ink``: the part of the paper it covers, in %."""

    name: Text
    file: str
    sheets: int
    paper: Paper
    sides: Sides
    cut: Cut
    ink: float


@dataclass(frozen=True, slots=True)
class PrintList:
    """The print and cut list. ``ink``: the average of all sheets in %; ``low_ink``: that of the low-ink edition.

    In the low-ink edition itself there is nothing to tell of it. Rows of one file follow each other: they are printed
    at once. ``cards`` is how many partner cards there are after cutting, ``spares`` how many sets nobody is named on.
    """

    participants: int
    tables: int
    rows: tuple[ListRow, ...]
    cards: int
    spares: int
    ink: float
    low_ink: float | None
    date: Text | None = None
    place: Text | None = None

    def sheets(self, *papers: Paper) -> int:
        """How many sheets of some kinds of paper."""
        return sum(row.sheets for row in self.rows if row.paper in papers)


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A line of the contents on the cover: so many sheets of a kind; ``cards`` is how many cards these become."""

    count: int
    name: Text
    paper: Paper
    cards: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """What the cover tells. ``when`` and ``where`` are nothing where they are not known."""

    participants: int
    tables: int
    rows: tuple[ContentsRow, ...]
    when: Text | None = None
    where: Text | None = None


@dataclass(frozen=True, slots=True)
class RunData:
    """What the run sheet tells of a workshop. ``start``: in minutes after midnight; ``size``: people at a table."""

    participants: int
    tables: int
    size: int
    rows: tuple[ContentsRow, ...]
    start: int | None = None
    date: Text | None = None
    place: Text | None = None
