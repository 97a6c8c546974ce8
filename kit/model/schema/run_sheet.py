"""The run sheet: what the facilitator says, sets out and prints."""

from typing import Annotated, Literal

from kit.model.schema.base import Content, Counted, Headed, Sheet
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.kind import Length
from kit.model.schema.stack.print_list import PaperNames
from kit.model.schema.values import Clock, whole
from kit.model.text.spans import Text


class RunRow(Content):
    """A part of the workshop: how many minutes, what it is called, what to say; with the disc of a step or a dot."""

    minutes: Annotated[int, whole(1, 240)]
    name: Plain
    text: Rich
    step: Annotated[int, whole(1, 3)] | None = None


class Timing(Headed):
    """The time line. Clock times follow from the start and the minutes."""

    start: Clock
    duration: Annotated[Text, words("minuten")]
    rows: Annotated[tuple[RunRow, ...], Length(least=1, most=11)]
    end: Plain

    @property
    def clock(self) -> tuple[str, ...]:
        """When each row starts, and after the last one when the workshop ends, such as ``0:45``."""
        return self.clock_from(self.start)

    def clock_from(self, start: int) -> tuple[str, ...]:
        """The same for a workshop that starts so many minutes after midnight."""
        minutes = [row.minutes for row in self.rows]
        moments = (start + sum(minutes[:done]) for done in range(len(minutes) + 1))
        return tuple(f"{moment // 60 % 24}:{moment % 60:02}" for moment in moments)

    @property
    def total(self) -> int:
        """How long the workshop takes, in minutes."""
        return sum(row.minutes for row in self.rows)


class SetOut(Content):
    """What lies ready: tables, and whatever else."""

    head: Plain
    tables: Rich
    items: Annotated[tuple[Rich, ...], Length(least=1, most=6)]


class PrintRow(Content):
    """A sheet to print, on which paper, how many."""

    sheet: Plain
    paper: Plain
    count: Plain


class PrintedRow(PrintRow):
    """The same of one sheet; ``a4``, ``count_a4``: on which paper and how many where all is on A4, if that differs."""

    a4: Plain | None = None
    count_a4: Plain | None = None

    def cells(self, *, small: bool) -> tuple[Text, Text, Text]:
        """What stands in its row; ``small``: where all is on A4."""
        on_a4 = (self.a4, self.count_a4) if small else (None, None)
        return self.sheet, on_a4[0] or self.paper, on_a4[1] or self.count


class PrintTable(Content):
    """What to print; ``columns`` are the heads of the table."""

    head: Plain
    columns: PrintRow
    rows: Annotated[tuple[PrintedRow, ...], Length(least=1, most=7)]


class RunOfWorkshop(Content):
    """What is said of one workshop, in the place of what is said of any."""

    subtitle: Annotated[Text, words("deelnemers", "tafels", rich=True)]
    subtitle_known: Annotated[Text, words("gelegenheid", "deelnemers", "tafels", rich=True)]
    participants: Counted
    tables: Counted
    one_table: Annotated[Text, words("plaatsen", rich=True)]
    more_tables: Annotated[Text, words("n", "plaatsen", rich=True)]
    places: Counted
    together: Annotated[Text, words("naam", "eerste", "tweede")]
    papers: PaperNames
    count_of_cards: Annotated[Text, words("n", "kaarten")]
    cards: Counted


class RunOnFour(Content):
    """What differs for who prints everything on A4."""

    note: Rich


class RunSheet(Sheet):
    """The run sheet."""

    shares = ("steps.steps.0.digit", "steps.steps.1.digit", "steps.steps.2.digit")

    layout: Literal["run_sheet"]
    subtitle: Rich
    footer: Plain
    timing: Timing
    set_out: SetOut
    printing: PrintTable
    workshop: RunOfWorkshop
    note: Rich
    a4: RunOnFour | None = None
