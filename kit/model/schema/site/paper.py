"""The words of what is printed from the digital edition."""

from typing import Annotated

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain, words
from kit.model.text.spans import Text


class FieldNames(Content):
    """What fields are called on a page with texts that did not fit. ``{n}`` is the number of a box or a combination."""

    strength: Annotated[Text, words("n")]
    limit: Annotated[Text, words("n")]
    start: Plain
    combination: Annotated[Text, words("veld", "n")]
    exercise: Annotated[Text, words("oefening", "veld")]
    card: Annotated[Text, words("kaart", "veld")]
    name: Plain
    municipality: Plain
    sector: Plain
    contact: Plain
    nameless: Plain


class Paper(Content):
    """What stands on the pages that are printed with what somebody typed, beside the words of the sheets."""

    see: Plain
    filled_in: Annotated[Text, words("datum")]
    numbered: Annotated[Text, words("titel", "n", "m")]
    version: Annotated[Text, words("versie")]
    continued: Plain
    continued_lead: Plain
    fields: FieldNames
    list: Plain
    list_lead: Plain
    more: Annotated[Text, words("n")]
    no_municipality: Plain
    supralocal: Plain
    boundary_pushing: Plain
    belongs: Annotated[Text, words("oefening")]
    limit: Plain
    strength: Plain
    who: Annotated[Text, words("wie")]
    when: Annotated[Text, words("wanneer")]
    further: Plain
