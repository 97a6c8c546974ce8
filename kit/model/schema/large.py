"""``large.yaml``: what only the large edition says. All its other words are those of the usual sheets."""

from typing import Annotated

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.kind import Length
from kit.model.schema.run_sheet import PrintedRow
from kit.model.text.spans import Text


class LargePapers(Content):
    """What a footer calls the paper of a sheet."""

    a3: Plain
    a4: Plain


class LargeCuts(Content):
    """How large cards are cut apart: two on A4 or four on A3."""

    cards_a4: Plain
    cards_a3: Plain


class LargeBubbles(Content):
    """Neighbours on further sheets: who stands ``on_sheet`` n, and all of these in one sentence."""

    elsewhere: Annotated[Text, words("bladen", rich=True)]
    on_sheet: Annotated[Text, words("n", "lijst")]


class LargeCanvasTwo(Content):
    """Canvas 2 has one exercise a sheet: no halves of which one is done first."""

    subtitle: Rich


class LargeRun(Content):
    """What the run sheet of any workshop tells of printing."""

    rows: Annotated[tuple[PrintedRow, ...], Length(least=1, most=10)]
    note: Rich
    note_a4: Rich


class Large(Content):
    """What only the large edition says. ``number`` is the sheet of several that belong together."""

    footer: Annotated[Text, words("blad", "papier")]
    several_footer: Annotated[Text, words("blad", "n", "m", "papier")]
    number: Annotated[Text, words("n", "m")]
    papers: LargePapers
    cuts: LargeCuts
    bubbles: LargeBubbles
    canvas_2: LargeCanvasTwo
    run_sheet: LargeRun
