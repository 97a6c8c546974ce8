"""``workshop/dates.yaml``: how dates and times are written."""

from typing import Annotated

from pydantic import Field

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain, words
from kit.model.text.spans import Text

_DAY = ("weekdag", "dag", "maand", "jaar")


class Dates(Content):
    """The names of days and months, and how they make a date."""

    days: Annotated[tuple[Plain, ...], Field(min_length=7, max_length=7)]
    months: Annotated[tuple[Plain, ...], Field(min_length=12, max_length=12)]
    date: Annotated[Text, words(*_DAY)]
    long_date: Annotated[Text, words(*_DAY)]
    moment: Annotated[Text, words("datum", "uur", "minuten")]
