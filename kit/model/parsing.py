"""What people type: dates and times in any common form, and how much of anything there may be. Pure."""

from __future__ import annotations

import datetime
import re
from typing import Final

MOST_PARTICIPANTS: Final = 999
MOST_AT_A_TABLE: Final = 12
"""Two cards of six places each stand on a table (design, section 19); more people do not hear each other."""

MOST_TABLES: Final = 99
"""The number on the table card has two digits (design, section 4)."""

MOST_SPARE: Final = 100
"""As many spare sets as participants, in %."""

_DATES: Final = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII),
    re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})", re.ASCII),
)
"""2026-12-03, and as one writes it in Flanders: 3/12/2026."""

_IN_WORDS: Final = re.compile(
    r"(?:(?P<weekday>[a-z]{2,9})\.?,? )?(?P<day>\d{1,2})(?:er|e)? (?P<month>[^\W\d_]{3,9})\.? (?P<year>\d{4})"
)
"""3 december 2026, with the day of the week before it or not; months may be short: 3 dec. 2026."""

_MONTHS: Final = (
    ("januari", "january", "janvier"),
    ("februari", "february", "février"),
    ("maart", "march", "mars", "mrt"),
    ("april", "avril"),
    ("mei", "may", "mai"),
    ("juni", "june", "juin"),
    ("juli", "july", "juillet"),
    ("augustus", "august", "août"),
    ("september", "septembre"),
    ("oktober", "october", "octobre"),
    ("november", "novembre"),
    ("december", "décembre"),
)
"""What months are called in Dutch, English and French; at least the first three letters are typed."""

_WEEKDAYS: Final = (
    ("maandag", "monday", "lundi"),
    ("dinsdag", "tuesday", "mardi"),
    ("woensdag", "wednesday", "mercredi"),
    ("donderdag", "thursday", "jeudi"),
    ("vrijdag", "friday", "vendredi"),
    ("zaterdag", "saturday", "samedi"),
    ("zondag", "sunday", "dimanche"),
)

_TIME: Final = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?: ?[:.uh] ?(?P<minutes>[0-5]\d)(?: ?(?:uur|u|h))?| ?(?:uur|u|h))",
    re.ASCII | re.IGNORECASE,
)
"""9:30, 9.30, 9u30 and 9u; with *uur* behind it or not."""

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
    return _in_words(" ".join(text.casefold().split()))


def _in_words(text: str) -> datetime.date | None:
    found = _IN_WORDS.fullmatch(text)
    months = [i for i, names in enumerate(_MONTHS, 1) if found and any(one.startswith(found["month"]) for one in names)]
    if not found or len(months) != 1:
        return None
    day = date_of(f"{found['year']}-{months[0]}-{found['day']}")
    named = found["weekday"]
    # Another day of the week than that of the date: somebody meant another date.
    right = day and (not named or any(name.startswith(named) for name in _WEEKDAYS[day.weekday()]))
    return day if right else None


def minutes_of(text: str) -> int | None:
    """The time that somebody typed, in minutes after midnight; nothing where it is none."""
    found = _TIME.fullmatch(text.strip())
    return int(found["hour"]) * 60 + int(found["minutes"] or 0) if found else None
