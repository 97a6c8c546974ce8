"""``workshop/dates.yaml``: how dates and times are written."""

from typing import Annotated

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain, words
from kit.model.schema.kind import Length
from kit.model.text.spans import Text

_DAY = ("weekdag", "dag", "maand", "jaar")


class Dates(Content):
    """The names of days and months, and how they make a date."""

    days: Annotated[tuple[Plain, ...], Length(least=7, most=7)]
    months: Annotated[tuple[Plain, ...], Length(least=12, most=12)]
    date: Annotated[Text, words(*_DAY)]
    long_date: Annotated[Text, words(*_DAY)]
    moment: Annotated[Text, words("datum", "uur", "minuten")]
