"""The partner card, front and back."""

from typing import Annotated, Literal

from kit.model.schema.base import Content, Headed, Sheet
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.values import whole
from kit.model.text.spans import Text


class Idea(Headed):
    """The lines for ideas."""

    lines: Annotated[int, whole(1, 4)]


class BelongsTo(Content):
    """The row that tells which exercise a card belongs to."""

    text: Plain
    limit: Plain
    strength: Plain


class Definition(Content):
    """A term and what it means."""

    head: Plain
    text: Rich


class CardBack(Content):
    """The back of the card."""

    title: Plain
    supralocal: Definition
    boundary_pushing: Definition
    contact: Plain
    when: Plain


class CardContact(Content):
    """Who contacts the partner and when, on a card without a back."""

    who: Plain
    when: Plain


class PartnerCard(Sheet):
    """The partner card; its field labels stand in ``steps.yaml``. ``{organisatie}`` is whose cards these are."""

    shares = ("steps.steps.2.digit", "steps.steps.2.label", "steps.partner_fields")

    layout: Literal["partner_card"]
    owner: Annotated[Text, words("organisatie")]
    idea: Idea
    belongs_to: BelongsTo
    back: CardBack
    contact: CardContact
