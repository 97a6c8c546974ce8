"""The words of canvas 1 in the digital edition."""

from typing import Annotated

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain, words
from kit.model.schema.site.notes import Note
from kit.model.text.spans import Text


class CanvasOneWords(Content):
    """What stands on canvas 1 on a screen; the questions come from the sheet itself."""

    title: Plain
    title_wide: Plain
    lead: Plain
    lead_wide: Plain
    arrival: Note
    jumps: Plain
    you: Plain
    strengths: Plain
    limits: Plain
    one_strength: Plain
    one_limit: Plain
    add_strength: Plain
    add_limit: Plain
    strength_of: Annotated[Text, words("n", "totaal")]
    limit_of: Annotated[Text, words("n", "totaal")]
    too_long: Plain
