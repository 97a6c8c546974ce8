"""``packs.yaml``: which sheets make a pack, and who gets what at a workshop."""

from typing import Annotated, Literal

from kit.model.parsing import MOST_AT_A_TABLE, MOST_SPARE
from kit.model.schema.base import Content
from kit.model.schema.fields import Plain, words
from kit.model.schema.kind import Length
from kit.model.schema.values import Identifier, whole
from kit.model.text.spans import Text

Per = Literal["participant", "organisation", "table", "workshop"]
"""For whom a sheet is: everybody, the first of an organisation, the middle of a table, or whoever leads."""


class Pack(Content):
    """One PDF with several sheets, named after its ``name``."""

    name: Identifier
    title: Plain
    sheets: Annotated[tuple[Identifier, ...], Length(least=1)]


class Share(Content):
    """How many of a sheet everybody gets; of cards, how many cards."""

    sheet: Identifier
    per: Per
    count: Annotated[int, whole(1, 99)]


class StackFiles(Content):
    """The names of the files of a workshop, without their ending. That of a table gets its number.

    ``new``: what to print besides where the participants have changed. A content of before it was made has no name
    for that.
    """

    everything: Identifier
    table: Identifier
    facilitator: Identifier
    printer_test: Identifier
    a3: Identifier
    a4: Identifier
    cards: Identifier
    cards_a3: Identifier
    shop_a3: Identifier
    shop_a4: Identifier
    shop_heavy: Identifier
    shop_cards: Identifier
    shop_order: Identifier
    new: Identifier | None = None

    @property
    def printer_test_a3(self) -> str:
        """The printer test on A3, if it has words for one: called after the one on A4."""
        return f"{self.printer_test}-a3"


class WorkshopStack(Content):
    """Who gets what at a workshop, in the order in which it is laid down."""

    table_size: Annotated[int, whole(1, MOST_AT_A_TABLE)]
    spares: Annotated[int, whole(0, MOST_SPARE)]
    sheets: Annotated[tuple[Share, ...], Length(least=1)]
    files: StackFiles
    facilitator: Plain
    table_title: Annotated[Text, words("n")]
    spare: Plain


class Packs(Content):
    """All packs. Without ``workshop`` there are none for a workshop."""

    packs: Annotated[tuple[Pack, ...], Length(least=1)]
    workshop: WorkshopStack | None = None
