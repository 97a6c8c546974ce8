"""The cover of a pack, with its contents."""

from typing import Annotated

from kit.model.printing import Paper, size_name
from kit.model.schema.base import Content, Counted
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.stack.sheet import TitledStackSheet
from kit.model.text.spans import Text


class PaperSizes(Content):
    """What sizes of paper are called. Those of single cards go by the name that they have everywhere."""

    a3: Plain
    a4: Plain

    def of(self, paper: Paper) -> Text:
        """The name of the size of a paper, be it heavy."""
        size = size_name(paper)
        return {"A3": self.a3, "A4": self.a4}.get(size) or Text.of(size)


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
