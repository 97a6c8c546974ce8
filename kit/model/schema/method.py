"""The method: three steps on one page."""

from typing import Annotated, Literal

from kit.model.schema.base import Content, Sheet
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.kind import Length
from kit.model.text.spans import Text


class Paragraph(Content):
    """A paragraph, the example under it, and the icon before it. ``{aantal}`` is the number of sectors."""

    text: Annotated[Text, words("aantal", rich=True)]
    example: Rich | None = None
    icon: Literal["limit", "strength"] | None = None


class MethodStep(Content):
    """What to do in a step, and how long it takes; its label and head stand in ``steps.yaml``."""

    duration: Plain | None = None
    paragraphs: Annotated[tuple[Paragraph, ...], Length(least=1)]


class Captions(Content):
    """The words under the small pictures."""

    canvas_1: Plain
    strengths: Plain
    limits: Plain
    bubble_sheet: Plain
    canvas_2: Plain


class Method(Sheet):
    """The method."""

    shares = (
        "steps.steps",
        "steps.partner_fields.supralocal",
        "steps.partner_fields.boundary_pushing",
        "sectors.count",
    )

    layout: Literal["method"]
    subtitle: Rich
    footer: Plain
    intro: Rich
    steps: Annotated[tuple[MethodStep, ...], Length(least=3, most=3)]
    captions: Captions
    supralocal: Rich
    boundary_pushing: Rich
