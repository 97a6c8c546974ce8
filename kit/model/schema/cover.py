"""The cover of a pack, with its contents."""

from typing import Annotated

from kit.model.schema.base import Content, Counted
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.stack_sheet import TitledStackSheet
from kit.model.stack import Paper
from kit.model.text import Text


class PaperSizes(Content):
    """What sizes of paper are called."""

    a3: Plain
    a4: Plain

    def of(self, paper: Paper) -> Text:
        """The name of the size of a paper, be it heavy."""
        return self.a3 if paper.startswith("a3") else self.a4


class Cover(TitledStackSheet):
    """The cover of a pack, with its contents."""

    subtitle: Rich
    when: Plain
    where: Plain
    for_whom: Plain
    group: Annotated[Text, words("deelnemers", "tafels")]
    participants: Counted
    tables: Counted
    contents: Plain
    count: Annotated[Text, words("n")]
    papers: PaperSizes
    paper_of_cards: Annotated[Text, words("papier", "kaarten")]
    cards: Counted
    note: Rich
