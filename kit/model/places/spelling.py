"""How people write the name of a place: what counts of it, and what else they put before, behind and between.

Pure text: which names there are is not known here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

_LIGATURES: Final = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
_IGNORED: Final = str.maketrans("", "", " -'’\u0300\u0301\u0302\u0308")
"""What names hold beside letters, the accents apart from their letters: a shortcut to `fold`."""

# Patterns are compiled when they are first needed: most names are found as they are, and compiling takes longer.
_NUMBER: Final = r"((?:be?[- ]?)?[0-9]{4,5})[.,]0+"
"""A code as a spreadsheet may write it: 2500.0."""

_COUNTRY: Final = r"(?P<rest>.+?)(?:[\s,(/–-]+(?:belgi[eëuq][a-zë]*|be|bel)|\s*\(b|,\s*b)[.)]*"
_TOWN_BEFORE: Final = (
    r"(?:(?:de|het|in|te|uit|wij\s+zijn)\s+)?"
    r"(?:(?:stad|gemeente|deelgemeente|district|dorp|centrum|groot|stadsbestuur|gemeentebestuur|lokaal\s+bestuur|"
    r"stadskern|binnenstad|city)[\s:-]+)+(?:van\s+|of\s+)?(?P<rest>.+)"
)
_TOWN_BEHIND: Final = r"(?P<rest>.+?)[\s,(-]+(?:stad|centrum|centr|city|centre|gemeente|dorp|binnenstad)[.)]*"
_COMMUNE: Final = r"(?:commune|ville)\s+(?:de\s+|d['’]\s*)(?P<rest>.+)"
_ADDRESS: Final = r".+[,\n]\s*(?P<rest>(?:be?[- ]?)?[0-9]{4}\s+[^0-9,]+)"
"""An address: what counts are its last words, *2500 Lier*."""

_TOWNS: Final = (_TOWN_BEFORE, _TOWN_BEHIND, _COMMUNE)
_EDGES: Final = " \t\n.,;:!*_\"'‘’“”"
_BETWEEN: Final = r"\s*[/|;,&+]\s*|\s+(?:en|of|et|und|ou|and)\s+|\s+[-–—]+\s+"
_MOST_NAMES: Final = 6

_AROUND: Final = (
    (
        r"(?:de\s+)?(?:(?:ruime\s+)?(?:regio|streek|omgeving)|rond|rondom|nabij|arrondissement|arr\.?)"
        r"\s+(?:van\s+|rond\s+)?(?P<rest>.+)"
    ),
    (
        r"(?P<rest>.+?)\s*(?:\b(?:en|&|\+)\s+|[,(]\s*|\s)(?:(?:de\s+)?(?:ruime|wijde|brede)\s+)?"
        r"(?:omgeving|omstreken|omstr|omliggende.*|buurgemeenten|regio|streek)[.)]*"
    ),
)
_ARTICLE: Final = r"(?:in\s+)?(?:de|het|the|la|le)\s+(?P<rest>.+)"
_PROVINCE: Final = (
    r"(?:de\s+)?(?:provincie|prov\.?|province|gewest)\s+(?:van\s+|de\s+)?(?P<rest>.+)",
    r"(?P<rest>.+?)[\s,(]+(?:de\s+)?(?:provincie|prov|province|gewest)[.)]*",
    r"(?:heel|gans|geheel|hele|volledig|overal\s+in)\s+(?P<rest>.+)",
)


def fold(text: str) -> str:
    """What counts when names are compared: the letters and digits, small and without accents."""
    letters = text if text.isascii() else unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    letters = letters.casefold().translate(_IGNORED)
    return letters if letters.isalnum() else "".join(filter(str.isalnum, letters))


def without_decimals(text: str) -> str:
    """A code without what a spreadsheet adds to a number: *2500.0* is 2500."""
    number = _matched(_NUMBER, text.strip())
    return number[1] if number else text


class Reading(NamedTuple):
    """What a text comes to when a word is left out. ``is_town``: that word says that a town is meant, no province."""

    text: str
    is_town: bool = False


def simpler(text: str) -> Iterator[Reading]:
    """What a text comes to without a word before or behind the name, each time one: *Stad Lier* is *Lier*."""
    text = " ".join(text.split())
    for pattern in (_COUNTRY, _ADDRESS, *_TOWNS):
        if found := _matched(pattern, text):
            yield Reading(found["rest"], is_town=pattern in _TOWNS)
    if text.strip(_EDGES) != text and fold(text):
        yield Reading(text.strip(_EDGES))


def several(text: str) -> list[str]:
    """The names in a text that gives more than one: *Ukkel/Uccle*, *Lier en Mechelen*. Nothing where it does not."""
    names = [name for name in re.split(_BETWEEN, text.strip(), flags=re.IGNORECASE) if fold(name)]
    return names if 1 < len(names) <= _MOST_NAMES else []


def without_article(text: str) -> str:
    """A name without *de* or *in het* before it; empty where it has none."""
    return _rest(text, (_ARTICLE,))


def around(text: str) -> str:
    """The name in a text that means all around it: *regio Mechelen*, *Lier en omstreken*; empty where it does not."""
    return _rest(text, _AROUND)


def whole(text: str) -> str:
    """The name in a text that means a province or region: *provincie Antwerpen*, *heel Limburg*."""
    return _rest(text, _PROVINCE)


def _rest(text: str, patterns: tuple[str, ...]) -> str:
    text = " ".join(text.split())
    return next((found["rest"] for pattern in patterns if (found := _matched(pattern, text))), "")


def _matched(pattern: str, text: str) -> re.Match[str] | None:
    return re.fullmatch(pattern, text, re.IGNORECASE)
