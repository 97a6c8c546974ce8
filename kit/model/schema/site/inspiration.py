"""The words of the inspiration list on a screen: those that are not on paper."""

from typing import Annotated

from kit.model.schema.base import Content, Counted
from kit.model.schema.fields import Plain, words
from kit.model.text.spans import Text


class ClusterFilters(Content):
    """The buttons that pick clusters; ``upper`` and ``lower`` are for who comes from half a bubble."""

    label: Plain
    all: Plain
    upper: Plain
    lower: Plain


class Absent(Content):
    """A card for who was looked for and does not stand in the list."""

    head: Plain
    text: Annotated[Text, words("naam")]
    make: Annotated[Text, words("naam")]


class Inspiration(Content):
    """What stands on the inspiration list beside the words of its sheet."""

    title: Plain
    lead: Annotated[Text, words("sectoren")]
    sectors: Counted
    search: Plain
    search_example: Plain
    clear_search: Plain
    filters: ClusterFilters
    found: Annotated[Text, words("voorbeelden", "sectoren")]
    examples: Counted
    found_sectors: Counted
    nothing: Plain
    start: Annotated[Text, words("naam")]
    start_another: Annotated[Text, words("naam", "kaarten")]
    cards: Counted
    upper_half: Plain
    lower_half: Plain
    either_half: Plain
    absent: Absent
    make: Plain
