"""Dates as the content has them written. Pure."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from kit.model.text.spans import Text

if TYPE_CHECKING:
    from kit.model.schema import Dates


def written(day: datetime.date, words: Dates) -> Text:
    """A date in words, such as *12 maart 2027*."""
    return _filled(words.date, day, words)


def written_long(day: datetime.date, start: int | None, words: Dates) -> Text:
    """A date with the day of the week and, if it is known, the time."""
    date = _filled(words.long_date, day, words)
    if start is None:
        return date
    return words.moment.fill(datum=date, uur=start // 60, minuten=f"{start % 60:02}")


def _filled(pattern: Text, day: datetime.date, words: Dates) -> Text:
    return pattern.fill(
        weekdag=words.days[day.weekday()], dag=day.day, maand=words.months[day.month - 1], jaar=day.year
    )
