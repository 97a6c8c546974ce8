"""How large a list may be, how much of it is said again, and what its cells are called."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_uppercase
from typing import Final

MAX_ROWS: Final = 20_000
"""Empty ones as well: a list of all associations of Flanders has fewer, and to read so many takes half a second."""

MAX_CELLS: Final = 1000
"""In a row: more is no list of people, and a million of them take a gigabyte."""

_SHOWN: Final = 60
_LISTED: Final = 8

EVERYBODY: Final = 200
"""So many are listed where each of them matters."""


def shortened(text: str) -> str:
    """The start of what somebody typed, to say again."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def listed(texts: Iterable[str], most: int = _LISTED) -> str:
    """The first of some texts, and how many more there are."""
    every = list(dict.fromkeys(texts))
    more = len(every) - most
    return ", ".join(every[:most]) + (f" … (+ {more})" if more > 0 else "")


def letters(place: int) -> str:
    """A column as a spreadsheet names it, from its place in the row: A to Z, AA and on."""
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + ascii_uppercase[last]
