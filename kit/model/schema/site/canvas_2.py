"""The words of canvas 2 on a screen: those that are not on paper."""

from typing import Annotated

from kit.model.schema.base import Content, Counted
from kit.model.schema.fields import Plain, words
from kit.model.schema.site.notes import Note
from kit.model.text.spans import Text


class Picker(Content):
    """The list from which a card is chosen: first the cards of this exercise, then the others."""

    title: Plain
    search: Plain
    found: Counted
    nothing: Plain
    empty: Plain
    here_limit: Plain
    here_strength: Plain
    others: Plain


class CanvasTwoWords(Content):
    """What stands on canvas 2 beside the words of its sheet."""

    title: Plain
    title_wide: Plain
    lead: Plain
    arrival: Note
    tabs: Plain
    limit: Plain
    strength: Plain
    no_limits: Plain
    no_strengths: Plain
    from_canvas_1: Plain
    taken: Annotated[Text, words("tekst")]
    new_card: Plain
    bubbles: Plain
    inspiration: Plain
    combine_hint: Plain
    choose_for: Annotated[Text, words("plaats")]
    swap: Annotated[Text, words("plaats")]
    remove: Annotated[Text, words("naam")]
    placed: Annotated[Text, words("naam", "plaats")]
    removed: Annotated[Text, words("naam")]
    nameless: Plain
    picker: Picker
    idea: Plain
    another_idea: Plain
    first_combine: Plain
    onward_hint: Plain
    another: Plain
    onward: Plain
    over_local: Plain
    over_border: Plain
    about: Annotated[Text, words("naam")]
    added: Annotated[Text, words("naam")]
