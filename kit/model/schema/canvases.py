"""Canvas 1, who you are, and canvas 2, whom you look for."""

from typing import Annotated, Literal

from kit.model.schema.base import Content, Headed, Sheet
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.kind import Length
from kit.model.schema.values import whole
from kit.model.text.spans import Text


class Column(Content):
    """The head above the boxes for strengths or limits. The questions stand under each other on A4.

    ``note``: how many are asked; ``examples``: one in each box from the first, where it is filled in by hand.
    """

    note: Plain
    head: Plain
    second_head: Plain
    questions: Rich
    examples: Annotated[tuple[Rich, ...], Length(most=6)] = ()


class Written(Headed):
    """A field in the big bubble with more than one line."""

    lines: Annotated[int, whole(1, 6)]


class OneOnFour(Content):
    """The words of canvas 1 as two sheets of A4, 1a and 1b."""

    subtitle_a: Rich
    footer_a: Plain
    onward: Plain
    onward_hint: Rich
    strengths: Plain
    limits: Plain
    subtitle_b: Rich
    footer_b: Plain


class CanvasOne(Sheet):
    """Canvas 1."""

    shares = (
        "steps.steps.0.digit",
        "steps.steps.0.label",
        "steps.steps.1.digit",
        "steps.steps.1.label",
        "steps.name_fields",
    )

    layout: Literal["canvas_1"]
    subtitle: Rich
    footer: Plain
    start: Plain
    who: Headed
    where: Headed
    what: Written
    strengths: Column
    limits: Column
    a4: OneOnFour


class Lettered(Content):
    """A part of an exercise, with its letter on the rail."""

    letter: Plain
    head: Plain


class LetteredHint(Lettered):
    """A part of an exercise with a hint beside its head."""

    hint: Rich


class Combine(LetteredHint):
    """The part in which cards are combined: you and three partners."""

    you: Plain
    partners: Annotated[tuple[Plain, ...], Length(least=3, most=3)]


class Ideas(Lettered):
    """The part with ``lines`` for the ideas of each of the ``combinations``; ``partners`` asks who is in it."""

    note: Plain
    partners: Plain
    combinations: Annotated[int, whole(2, 3)]
    lines: Annotated[int, whole(1, 2)]


class Onward(LetteredHint):
    """The part with the table of partners: the heads of its columns to tick, on two lines, and its rows."""

    supralocal: Rich
    boundary_pushing: Rich
    rows: Annotated[int, whole(1, 4)]


class Exercise(Content):
    """What differs between the two exercises."""

    label: Plain
    head: Plain
    hint: Rich
    start: Rich
    search: Rich


class TwoOnFour(Content):
    """The words of canvas 2 as two sheets of A4, an exercise each; its footer is that of sheet ``n`` of ``m``."""

    subtitle_a: Rich
    subtitle_b: Rich
    footer: Annotated[Text, words("n", "m")]


class CanvasTwo(Sheet):
    """Canvas 2: the exercise that starts from a limit on the left, the one from a strength on the right."""

    shares = (
        "steps.steps.2.digit",
        "steps.name_fields.organisation",
        "steps.name_fields.date",
        "steps.partner_fields.name",
        "steps.partner_fields.municipality",
        "steps.partner_fields.sector",
    )

    layout: Literal["canvas_2"]
    subtitle: Rich
    footer: Plain
    a4: TwoOnFour
    from_limit: Exercise
    from_strength: Exercise
    start: Lettered
    search: Lettered
    combine: Combine
    ideas: Ideas
    onward: Onward
