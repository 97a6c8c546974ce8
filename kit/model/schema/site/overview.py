"""The words of the overview of the digital edition."""

from typing import Annotated

from kit.model.schema.base import Content, Counted
from kit.model.schema.fields import Plain, words
from kit.model.text.spans import Text


class SheetNames(Content):
    """What the sheets are called within a sentence, by their fragments."""

    c1: Plain
    b: Plain
    p: Plain
    c2: Plain


class ExerciseNeeds(Content):
    """What exercise ``{n}`` of canvas 2 still needs: everything, an idea, or somebody to go on with."""

    start: Annotated[Text, words("n")]
    idea: Annotated[Text, words("n")]
    partner: Annotated[Text, words("n")]


class Overview(Content):
    """What stands on the overview. The title of an empty one is that of the kit."""

    title_mine: Plain
    intro: Plain
    no_cards: Plain
    summary: Annotated[Text, words("partners", "gemeenten")]
    partners: Counted
    municipalities: Counted
    waiting: Counted
    you: Plain
    picture: Annotated[Text, words("partners", "gemeenten")]
    picture_above: Annotated[Text, words("namen")]
    picture_below: Annotated[Text, words("namen")]
    picture_empty: Plain
    begin: Plain
    go_on: Annotated[Text, words("blad")]
    sheets: SheetNames
    print: Plain
    print_all: Plain
    open_file: Plain
    canvas_1: Plain
    you_empty: Plain
    you_who: Plain
    you_what: Plain
    you_where: Plain
    you_done: Plain
    empty: Plain
    filled: Counted
    bubbles: Plain
    bubbles_empty: Plain
    bubbles_filled: Annotated[Text, words("gemeente", "buren", "kaarten")]
    neighbours: Counted
    placed: Counted
    cards: Plain
    cards_empty: Plain
    cards_loose: Annotated[Text, words("kaarten", "n")]
    count_cards: Counted
    canvas_2: Plain
    exercises_empty: Plain
    exercise: ExerciseNeeds
    exercises_done: Plain
    extras: Plain
    inspiration: Plain
    inspiration_hint: Plain
    method: Plain
    method_hint: Plain
    run_sheet: Plain
    run_sheet_hint: Plain
    unknown_sheet: Plain
