"""The words of the bubble sheet on a screen: those that are not on paper."""

from typing import Annotated

from kit.model.schema.base import Content, Counted
from kit.model.schema.fields import Plain, words
from kit.model.text import Text


class Place(Content):
    """The field for a municipality: what it says of those it found, and why each is among them."""

    hint: Plain
    list: Plain
    found: Counted
    nearest: Plain
    none: Plain
    not_loaded: Plain
    part: Annotated[Text, words("naam", "gemeente")]
    former: Annotated[Text, words("naam", "jaar", "gemeente")]
    french: Annotated[Text, words("naam")]


class Bubbles(Content):
    """What stands on the bubble sheet beside the words of its sheet."""

    title: Plain
    place: Place
