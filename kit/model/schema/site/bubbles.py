"""The words of the bubble sheet on a screen: those that are not on paper."""

from typing import Annotated

from kit.model.schema.base import Content, Counted
from kit.model.schema.fields import Plain, words
from kit.model.schema.site.notes import Note
from kit.model.text.spans import Text

_Municipality = Annotated[Text, words("gemeente")]
_Name = Annotated[Text, words("naam")]


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
    french: _Name
    asked: Plain
    province: Annotated[Text, words("provincie")]
    also: Annotated[Text, words("naam", "gemeenten")]


class NamedNote(Content):
    """The note for who comes from the sheet of a municipality."""

    head: _Municipality
    text: Plain


class Ways(Content):
    """The two ways to look at the sheet; ``label`` is what the switch is called."""

    label: Plain
    bubbles: Plain
    list: Plain


class Both(Content):
    """Something of both halves of a bubble, as the document calls them."""

    boven: Plain
    onder: Plain


class Choice(Content):
    """A choice with a word on whom it is for."""

    head: Plain
    text: Plain


class Choices(Content):
    """The choice between the halves of a bubble."""

    boven: Choice
    onder: Choice


class Combined(Content):
    """What the signs of a card in a combination say."""

    cloud: Plain
    sun: Plain


class Bubbles(Content):
    """What stands on the bubble sheet beside the words of its sheet."""

    title: Plain
    place: Place
    arrival: Note
    arrival_named: NamedNote
    other_sheet: _Municipality
    take: _Municipality
    stay: Plain
    stay_with: _Municipality
    unknown: Plain
    start_lead: Plain
    wrote: Annotated[Text, words("tekst")]
    begin_blank: Plain
    lead: Annotated[Text, words("boven", "onder")]
    lead_upper: Plain
    lead_lower: Plain
    ways: Ways
    halves: Both
    where: Both
    halves_of: Both
    half_of: Annotated[Text, words("gemeente", "helft")]
    empty_half: Plain
    half: Annotated[Text, words("gemeente", "helft", "kaarten")]
    cards: Counted
    empty: Plain
    counts: Annotated[Text, words("gemeente", "boven", "onder")]
    map: Plain
    numbers: Plain
    loose_count: Counted
    previous: _Municipality
    following: _Municipality
    of: Annotated[Text, words("n", "totaal")]
    add_card: Plain
    in_half: Annotated[Text, words("gemeente", "plaats")]
    new_card: Plain
    or_loose: Plain
    search_list: Plain
    more: Plain
    more_of: _Name
    edit: Plain
    to_half: Both
    to_bubble: Plain
    lift: Plain
    to_centre: Plain
    other_own: Plain
    remove: Plain
    nameless: Plain
    combined: Combined
    loose: Plain
    loose_hint: Annotated[Text, words("meer", "zet")]
    loose_hint_choice: Plain
    none_loose: Plain
    no_cards: Plain
    loose_link: Annotated[Text, words("n")]
    skip: Plain
    no_municipality: Plain
    elsewhere: _Municipality
    elsewhere_cure: Plain
    either_cure: Plain
    unknown_place: Plain
    unknown_cure: Plain
    drop: Annotated[Text, words("gemeente", "plaats")]
    drop_loose: Plain
    where_belongs: Plain
    municipality: Plain
    other: Plain
    which_half: Plain
    half_choice: Choices
    put: Plain
    cancel: Plain
    choose_place: Plain
    choose_half: Plain
    add: Plain
    add_hint: Plain
    gone: Plain
    choose: Plain
    far: Plain
    own_title: Plain
    own_hint: Plain
    placed: Annotated[Text, words("naam", "gemeente", "plaats")]
    placed_moved: Annotated[Text, words("naam", "gemeente", "plaats")]
    lifted: _Name
    added: _Municipality
    already: _Municipality
    removed: _Municipality
    now_loose: Counted
    centred: _Municipality
