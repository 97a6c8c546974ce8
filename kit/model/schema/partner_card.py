"""The partner card, front and back."""

from __future__ import annotations

from typing import Annotated, Literal

from kit.model.schema.base import Content, Headed, Sheet
from kit.model.schema.fields import Choice, Plain, Rich, Whole


class Idea(Headed):
    """The lines for ideas."""

    lines: Annotated[int, Whole(1, 4)]


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


class PartnerCard(Sheet):
    """The partner card; its field labels stand in ``steps.yaml``."""

    layout: Choice[Literal["partner_card"]]
    idea: Idea
    belongs_to: BelongsTo
    back: CardBack
