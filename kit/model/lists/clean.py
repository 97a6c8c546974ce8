"""A cell on one line, as it is read: no stray spaces, no letters without a width, no code of a web page. Pure."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Final

from kit.model.text.typography import Typography
from kit.model.yaml.decode import UNSEEN

_BLANKS: Final = re.compile("[ \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_NO_WIDTH: Final = re.compile("[\u200b\u200c\u2060\u180e]|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d")
"""Letters without a width. The joiner stays behind a picture: it makes one of several."""

_STEERING: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Letters that only turn the direction of writing around."""

_ENTITY: Final = re.compile("&(?:[a-z]{2,8}|#[0-9]{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
"""A letter as a web page writes it: ``&amp;``. Some forms export it so."""

_ENDING: Final = frozenset('";,\t\r\n')

FORMULA_ERROR: Final = re.compile(r"#(?:[A-ZÉ/0]{2,12}[!?]|N/[ABDV]|#+)|Err:\d{3}")
"""What a spreadsheet shows where a formula has no outcome, in Dutch, English or French; ## is a column too narrow."""

_SHORT: Final = 200
"""So many letters a text has at most that is remembered."""

LOST: Final = "\ufffd"
"""What a program writes in the place of a letter that it could not read."""

ASKED: Final = re.compile(r"\?(?=[^\W\d_])|(?<=[^\W\d_])\? (?=[^\W\d_])")
"""A question mark before, within or between words: LibreOffice writes one for each letter that an encoding has not."""

ADDRESS: Final = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)
"""An e-mail address."""


def clean(text: str) -> str:
    """A cell on one line: no stray spaces, no letters that show nothing, accents one with their letters."""
    return _clean_short(text) if len(text) <= _SHORT else _clean(text)


# A cell is looked at from many sides: as a head, a name, a remark.
@lru_cache(maxsize=16384)
def _clean_short(text: str) -> str:
    return _clean(text)


def _clean(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _BLANKS.sub(" ", _NO_WIDTH.sub("", Typography.normalise(text))).strip(" ")


def unescaped(text: str) -> str:
    """A text with the letters that it has as a web page writes them; none of these can end a cell."""
    return _ENTITY.sub(_letter, text) if "&" in text else text


def _letter(found: re.Match[str]) -> str:
    letter = html.unescape(found[0])
    return found[0] if letter in _ENDING else letter


def unseen(text: str) -> str:
    """The first letter in a text that nobody sees, by its number in Unicode; nothing where there is none."""
    found = UNSEEN.search(text) or _STEERING.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""
