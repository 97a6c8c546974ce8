"""The card that stands on a table."""

from typing import Annotated

from kit.model.schema.base import Counted
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.stack.sheet import StackSheet
from kit.model.text.spans import Text


class TableCardSheet(StackSheet):
    """The card that stands on a table: a tent, folded in the middle."""

    shares = (
        "kit.title",
        "steps.steps.0.digit",
        "steps.steps.0.head",
        "steps.steps.1.digit",
        "steps.steps.1.head",
        "steps.steps.2.digit",
        "steps.steps.2.head",
    )

    label: Plain
    when: Annotated[Text, words("datum", "plaats")]
    seats: Plain
    of: Annotated[Text, words("organisatie", "gemeente")]
    free: Plain
    places: Counted
    places_without_cards: Rich
    middle: Rich
    named: Rich
    question: Annotated[Text, words("begeleider", rich=True)]
    fold: Plain
