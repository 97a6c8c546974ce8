"""The words of the partner cards on a screen: those that are not on paper."""

from typing import Annotated

from kit.model.schema.base import Content, Counted
from kit.model.schema.fields import Plain, words
from kit.model.schema.site.notes import Note
from kit.model.text.spans import Text


class CardFilters(Content):
    """The buttons that pick cards; ``label`` is what they are called together."""

    label: Plain
    all: Plain
    limit: Plain
    strength: Plain
    supralocal: Plain
    boundary_pushing: Plain
    loose: Plain


class NoCards(Content):
    """What stands there as long as there are no cards."""

    head: Plain
    text: Plain
    first: Plain
    ideas: Plain


class CardMenu(Content):
    """What can be done with a card; ``label`` is the name of the button that shows it."""

    label: Annotated[Text, words("naam")]
    edit: Plain
    place: Plain
    combine: Plain
    duplicate: Plain
    remove: Plain


class CardForm(Content):
    """What stands on a card beside the words of the sheet."""

    close: Plain
    which: Plain
    which_example: Annotated[Text, words("voorbeeld")]
    municipality: Plain
    chips: Plain
    more_chips: Plain
    sector: Plain
    list: Plain
    toggle: Plain
    found: Counted
    own: Plain
    example: Annotated[Text, words("voorbeeld")]
    upper_of: Annotated[Text, words("gemeente")]
    lower_of: Annotated[Text, words("gemeente")]
    upper: Plain
    lower: Plain
    swap: Plain
    choose: Plain
    to_upper: Plain
    to_lower: Plain
    no_bubble: Annotated[Text, words("gemeente")]
    add_bubble: Plain
    bubble_added: Annotated[Text, words("gemeente")]
    what: Plain
    other_municipality: Annotated[Text, words("gemeente", "eigen")]
    later: Plain
    done: Plain
    another: Plain
    remove: Plain


class Cards(Content):
    """What stands on the list of cards and their form beside the words of the sheet."""

    title: Plain
    arrival: Note
    cards: Counted
    in_bubbles: Annotated[Text, words("kaarten", "n")]
    none_in_bubbles: Annotated[Text, words("kaarten")]
    search: Plain
    clear_search: Plain
    new: Plain
    filters: CardFilters
    shown: Annotated[Text, words("n", "kaarten")]
    nothing: Plain
    show_all: Plain
    empty: NoCards
    nameless: Plain
    upper_half: Plain
    lower_half: Plain
    with_limit: Plain
    with_strength: Plain
    menu: CardMenu
    removed: Annotated[Text, words("naam")]
    copied: Annotated[Text, words("naam")]
    unknown: Plain
    full: Annotated[Text, words("n")]
    form: CardForm
