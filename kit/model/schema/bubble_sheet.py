"""The bubble sheet: a map of municipalities to write in."""

from typing import Annotated, Literal

from kit.model.schema.base import Content, Sheet
from kit.model.schema.fields import Plain, Rich, words
from kit.model.text.spans import Text

BubbleLayout = Literal["4A", "4B", "5A", "5B", "6A", "6B", "7A", "7B", "8A", "8B"]
"""The fixed layouts of design section 11: the number of neighbours, A with one due north, B turned half a step."""


class BubbleWords(Content):
    """What differs between the blank sheet and the sheet with names. Each line of ``instruction`` gets a number."""

    instruction: Rich
    neighbour: Plain


class NamedWords(BubbleWords):
    """The sheet with names. ``north`` stands under the arrow to it."""

    bookmark: Annotated[Text, words("gemeente")]
    footer: Annotated[Text, words("gemeente")]
    north: Plain


class TwoSheetWords(Content):
    """What two sheets have that one has not.

    On the first: ``elsewhere`` names who stands on the second. On the second, in the bubble in the middle: ``head``,
    ``own``, ``also`` and ``also_names``, who stand on the first.
    """

    footer: Annotated[Text, words("gemeente", "n", "m")]
    number: Annotated[Text, words("n", "m")]
    elsewhere: Annotated[Text, words("lijst", rich=True)]
    instruction: Annotated[Text, words("gemeente", rich=True)]
    head: Plain
    own: Plain
    also: Plain
    also_names: Annotated[Text, words("lijst")]


class ActorListWords(Content):
    """The list of actors that did not fit in their bubbles. ``more`` stands in such a bubble."""

    more: Annotated[Text, words("n")]
    bookmark: Annotated[Text, words("gemeente")]
    title: Plain
    subtitle: Annotated[Text, words("gemeente")]
    footer: Annotated[Text, words("gemeente", "n", "m")]
    lead: Rich
    upper: Plain
    lower: Plain
    missing: Plain


class BubblePills(Content):
    """The labels in the name pills, and what stands on the own one: where to ``begin``."""

    own: Plain
    other: Plain
    begin: Plain


class BubbleArcs(Content):
    """The words along the circles."""

    own_upper: Plain
    own_lower: Plain
    other_upper: Plain
    other_lower: Plain


class TileWords(Content):
    """The sheet as two A4 tiles, for who has no A3 printer: what stands on the strips, and the footers."""

    footer: Plain
    named_footer: Annotated[Text, words("gemeente")]
    several_footer: Annotated[Text, words("gemeente", "n", "m")]
    glue: Plain
    cut: Plain
    left: Plain
    right: Plain
    rule: Plain


class BubbleSheet(Sheet):
    """The bubble sheet."""

    shares = (
        "kit.title",
        "steps.steps.2.digit",
        "steps.steps.2.label",
        "steps.name_fields.organisation",
        "steps.name_fields.date",
        "steps.partner_fields.name",
        "steps.partner_fields.sector",
    )

    layout: Literal["bubble_sheet"]
    footer: Plain
    blank_layout: BubbleLayout
    blank_bookmark: Plain
    blank: BubbleWords
    named: NamedWords
    two_sheets: TwoSheetWords
    actor_list: ActorListWords
    border: Plain
    pills: BubblePills
    arcs: BubbleArcs
    a4: TileWords
