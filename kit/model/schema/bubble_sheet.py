"""The bubble sheet: a map of municipalities to write in."""

from typing import Literal

from kit.model.schema.base import Content, Sheet
from kit.model.schema.fields import Plain, Rich
from kit.model.schema.values import Choice

BubbleLayout = Literal["4A", "4B", "5A", "5B", "6A", "6B", "7A", "7B", "8A", "8B"]
"""The fixed layouts of design section 11: the number of neighbours, A with one due north, B turned half a step."""


class BubbleWords(Content):
    """What differs between the blank sheet and the sheet with names."""

    instruction: Rich
    neighbour: Plain


class BubblePills(Content):
    """The labels in the name pills."""

    own: Plain
    other: Plain


class BubbleArcs(Content):
    """The words along the circles."""

    own_upper: Plain
    own_lower: Plain
    other_upper: Plain
    other_lower: Plain


class BubbleSheet(Sheet):
    """The bubble sheet."""

    layout: Choice[Literal["bubble_sheet"]]
    footer: Plain
    blank_layout: Choice[BubbleLayout]
    blank: BubbleWords
    named: BubbleWords
    border: Plain
    pills: BubblePills
    arcs: BubbleArcs
