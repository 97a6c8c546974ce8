"""The sheet that shows whether a printer is set right."""

from typing import Annotated

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.stack.sheet import TitledStackSheet
from kit.model.text.spans import Text


class SizeTest(Content):
    """Two rulers of 100 mm."""

    head: Plain
    text: Rich


class EdgeTest(Content):
    """How near the edge of the paper the printer comes; ``right`` is how near it must."""

    head: Plain
    text: Rich
    unit: Plain
    right: Rich


class SidesTest(Content):
    """Whether the back lies behind the front, and what to do where it does not."""

    head: Plain
    text: Rich
    to_right: Plain
    up: Plain
    then: Rich


class GreyTest(Content):
    """Whether light shades can be told apart."""

    head: Plain
    text: Annotated[Text, words("vakken", "bollen", rich=True)]


class LettersTest(Content):
    """How small letters can be."""

    head: Plain
    sample: Plain
    text: Annotated[Text, words("grootte", rich=True)]


class LinesTest(Content):
    """How thin lines can be; ``writing`` is what the line to write on is called."""

    head: Plain
    writing: Plain
    text: Annotated[Text, words("dikte", rich=True)]


class CodeTest(Content):
    """How small the modules of a code can be; ``sheet`` and ``card`` is where codes of a size are."""

    head: Plain
    sheet: Plain
    card: Plain
    text: Annotated[Text, words("webadres", "kaart", "blad", rich=True)]


class BackOfTest(Content):
    """The back of the sheet."""

    title: Plain
    footer: Plain
    question: Plain
    answer: Rich
    note: Rich


class OnA3(TitledStackSheet):
    """What the sheet on A3 says otherwise than the one on A4: how large it must be is tested on each paper."""

    subtitle: Rich
    closing: Plain


class PrinterTest(TitledStackSheet):
    """The sheet that shows whether a printer is set right: seven tests on its front, each with what one should see.

    ``a3``: the words of a sheet on A3. A content of before it was made has none, and no such sheet.
    """

    subtitle: Rich
    decimal: Plain
    size: SizeTest
    edge: EdgeTest
    sides: SidesTest
    grey: GreyTest
    letters: LettersTest
    lines: LinesTest
    code: CodeTest
    closing: Plain
    back: BackOfTest
    a3: OnA3 | None = None
