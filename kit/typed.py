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
