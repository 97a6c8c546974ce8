"""Dates and times as people type them, and as the content has them written. Pure."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final

from kit.model.text import Text

if TYPE_CHECKING:
    from kit.model.schema import Dates

_DATES: Final = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII),
    re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})", re.ASCII),
)
"""2026-12-03, and as one writes it in Flanders: 3/12/2026."""

_TIME: Final = re.compile(r"([01]?\d|2[0-3])(?:[:.uh]([0-5]\d)|[uh])", re.ASCII | re.IGNORECASE)
"""9:30, 9.30, 9u30 and 9u."""

_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2100


def date_of(text: str) -> datetime.date | None:
    """The day that somebody typed; nothing where it is none, or none of this century."""
    for pattern in _DATES:
        if found := pattern.fullmatch(text.strip()):
            year, month, day = (int(found[part]) for part in ("year", "month", "day"))
            try:
                return datetime.date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
            except ValueError:
                return None
    return None


def minutes_of(text: str) -> int | None:
    """The time that somebody typed, in minutes after midnight; nothing where it is none."""
    found = _TIME.fullmatch(text.strip())
    return int(found[1]) * 60 + int(found[2] or 0) if found else None


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
