"""What is printed for one workshop, as plain data: who sits where, and what lies in the stack."""

from __future__ import annotations

from dataclasses import dataclass

from kit.model.printing import SINGLE_CARDS, Cut, Paper, Sides
from kit.model.text.spans import Text, joined


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of whoever gets a sheet, and is printed on it. What is not known stays an empty line.

    ``short``: a shorter name of the organisation, printed where the whole name does not fit.
    """

    participant: Text | None = None
    organisation: Text | None = None
    municipality: Text | None = None
    date: Text | None = None
    short: Text | None = None

    @property
    def who(self) -> tuple[Text, ...]:
        """Person and organisation as one text, the longest first: with the short name if there is one."""
        whole = _together(self.participant, self.organisation)
        return (*whole, *(_together(self.participant, self.short) if self.short else ()))

    @property
    def organisations(self) -> tuple[Text, ...]:
        """The name of the organisation, the longest first."""
        return tuple(name for name in (self.organisation, self.short) if name)


def _together(*known: Text | None) -> tuple[Text, ...]:
    texts = [text for text in known if text]
    return (joined(texts, ", "),) if texts else ()


NOBODY = Names()
"""Nothing is known."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose partner card it is: an organisation, or a person without one. ``short``: where the name does not fit."""

    name: Text
    short: Text | None = None


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
    """A row of the print and cut list: a kind of sheet in a file. ``ink``: the part of the paper it covers, in %.

    ``at_shop``: a print shop prints it. Of cards there it counts the cards.
    """

    name: Text
    file: str
    sheets: int
    paper: Paper
    sides: Sides
    cut: Cut
    ink: float
    at_shop: bool = False


@dataclass(frozen=True, slots=True)
class ShopFiles:
    """The names of the files for a print shop that are told besides: the ``order``, and the sheets on ``a4``."""

    order: str
    a4: str


@dataclass(frozen=True, slots=True)
class PrintList:
    """The print and cut list. ``ink``: the average of all sheets in %; ``low_ink``: that of the low-ink edition.

    In the low-ink edition itself there is nothing to tell of it. Rows of one file follow each other: they are printed
    at once. ``cards`` is how many partner cards there are after cutting, ``spares`` how many sets nobody is named on.
    With ``shop`` a print shop prints some rows, which come first.
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
    shop: ShopFiles | None = None

    def sheets(self, *papers: Paper) -> int:
        """How many sheets of some kinds of paper."""
        return sum(row.sheets for row in self.rows if row.paper in papers)


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A line of the contents on the cover: so many sheets of a kind, or single cards where a print shop makes them.

    ``cards`` is how many cards the sheets become.
    """

    count: int
    name: Text
    paper: Paper
    cards: int = 0

    @property
    def are_cards(self) -> bool:
        """Whether it counts single cards and no sheets."""
        return self.paper in SINGLE_CARDS


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
