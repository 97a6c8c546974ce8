"""The print and cut list."""

from typing import Annotated

from kit.model.printing import Cut, Paper, Sides, size_name
from kit.model.schema.base import Content, Counted
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.stack.sheet import TitledStackSheet
from kit.model.text.spans import Text, joined

_GROUP = ("deelnemers", "tafels")


class ListHeads(Content):
    """The heads of the table."""

    file: Plain
    sheets: Plain
    paper: Plain
    sides: Plain
    cutting: Plain
    ink: Plain


class PaperNames(Content):
    """What papers are called. Those of single cards go by the name of their size where they have none here."""

    a3: Plain
    a4: Plain
    a3_heavy: Plain
    a4_heavy: Plain
    a5_heavy: Plain | None = None
    a6_heavy: Plain | None = None

    def of(self, paper: Paper) -> Text:
        """The name of a paper."""
        return {
            "a3": self.a3,
            "a4": self.a4,
            "a3-heavy": self.a3_heavy,
            "a4-heavy": self.a4_heavy,
            "a5-heavy": self.a5_heavy,
            "a6-heavy": self.a6_heavy,
        }[paper] or Text.of(size_name(paper))


class SideNames(Content):
    """Which sides of the paper are printed."""

    single: Plain
    long: Plain
    short: Plain

    def of(self, sides: Sides) -> Text:
        """The words for one side, or for two and an edge."""
        return {"single": self.single, "long": self.long, "short": self.short}[sides]


class CutNames(Content):
    """How sheets are cut."""

    none: Plain
    cards_a4: Plain
    cards_a3: Plain
    tiles: Plain
    crop: Plain

    def of(self, cut: Cut) -> Text:
        """The words for a way to cut."""
        cards = {"cards-a4": self.cards_a4, "cards-a3": self.cards_a3}
        return {"none": self.none, "tiles": self.tiles, "crop": self.crop, **cards}[cut]


class Totals(Content):
    """What is under the table: how many sheets of which paper, cards, spare sets, and how much ink."""

    sheets: Annotated[Text, words("bladen", rich=True)]
    a3: Counted
    a4: Counted
    heavy: Counted
    last: Annotated[Text, words("begin", "einde")]
    cards: Counted
    spares: Counted
    ink: Annotated[Text, words("n", rich=True)]
    low_ink: Annotated[Text, words("n", rich=True)]

    def listed(self, papers: list[Text]) -> Text:
        """The papers in a row: with commas, and other words before the last one."""
        if len(papers) < 2:
            return joined(papers)
        return self.last.fill(begin=joined(papers[:-1], ", "), einde=papers[-1])


class PrinterSettings(Content):
    """How the printer must be set."""

    head: Plain
    text: Rich


class ShopOrder(Content):
    """The order for a print shop: a text to mail with the files."""

    title: Annotated[Text, words("kit")]
    title_known: Annotated[Text, words("kit", "gelegenheid")]
    lead: Rich
    file: Annotated[Text, words("bestand", "papier", "kanten")]
    each: Counted
    cards: Counted
    card: Annotated[Text, words("van", "tot", "n", "naam")]
    single: Annotated[Text, words("van", "n", "naam")]
    nameless: Plain
    optional: Plain


class AtShop(Content):
    """What is said where a print shop prints most."""

    by_shop: Plain
    by_self: Plain
    cards: Counted
    note: Annotated[Text, words("bestelling", "a4", rich=True)]
    order: ShopOrder


class PrintListSheet(TitledStackSheet):
    """The print and cut list."""

    subtitle: Annotated[Text, words(*_GROUP, rich=True)]
    subtitle_known: Annotated[Text, words("gelegenheid", *_GROUP, rich=True)]
    participants: Counted
    tables: Counted
    lead: Rich
    heads: ListHeads
    file: Annotated[Text, words("bestand", "n")]
    papers: PaperNames
    sides: SideNames
    cuts: CutNames
    ink: Annotated[Text, words("n")]
    totals: Totals
    cut_stack: Rich
    deal_cards: Rich
    printer: PrinterSettings
    shop: AtShop
