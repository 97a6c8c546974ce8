"""Canvas 1, who you are, and canvas 2, whom you look for."""

from typing import Annotated, Literal

from pydantic import Field

from kit.model.schema.base import Content, Halves, Headed, Sheet
from kit.model.schema.fields import Plain, Rich
from kit.model.schema.values import Choice, whole


class Column(Content):
    """The head above the boxes for strengths or limits. The questions stand under each other on A4."""

    head: Plain
    second_head: Plain
    questions: Rich


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

    layout: Choice[Literal["canvas_1"]]
    subtitle: Rich
    footer: Plain
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
    partners: Annotated[tuple[Plain, ...], Field(min_length=3, max_length=3)]


class Ideas(Lettered):
    """The part with lines for ideas."""

    note: Plain
    lines: Annotated[int, whole(1, 4)]


class Onward(LetteredHint):
    """The part with the table of partners."""

    rows: Annotated[int, whole(1, 4)]


class Exercise(Content):
    """What differs between the two exercises."""

    label: Plain
    head: Plain
    hint: Rich
    start: Rich
    search: Rich


class CanvasTwo(Sheet):
    """Canvas 2: the exercise that starts from a limit on the left, the one from a strength on the right."""

    shares = (
        "steps.steps.2.digit",
        "steps.name_fields.organisation",
        "steps.name_fields.date",
        "steps.partner_fields",
    )

    layout: Choice[Literal["canvas_2"]]
    subtitle: Rich
    footer: Plain
    a4: Halves
    from_limit: Exercise
    from_strength: Exercise
    start: Lettered
    search: Lettered
    combine: Combine
    ideas: Ideas
    onward: Onward
