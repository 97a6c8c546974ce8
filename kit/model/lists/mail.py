"""A name with an e-mail address beside it, as mail programs write it: ``Els Maes <els.maes@putte.be>``. Pure."""

from __future__ import annotations

import re
from typing import Final

_AT: Final = r"(?:mailto:)?[^\s@<>()\[\]{},;:|\"]+@[^\s@<>()\[\]{},;:|\"]+\.[a-z]{2,}"
_IN_BRACKETS: Final = re.compile(rf"[<(\[{{]\s*{_AT}\s*[>)\]}}]", re.IGNORECASE)
_BARE: Final = re.compile(_AT, re.IGNORECASE)
_AROUND: Final = " ;,:|/<>\"'“”„–—-"


def without_address(text: str) -> str:
    """A text without the one address in it; the address where there is nothing else, the text where there are more."""
    found = _BARE.findall(text) if "@" in text else []
    if len(found) != 1:
        return text
    rest = _BARE.sub(" ", _IN_BRACKETS.sub(" ", text))
    rest = " ".join(rest.strip(_AROUND).split())
    if rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1].strip(_AROUND)
    return rest if any(letter.isalpha() for letter in rest) else found[0].removeprefix("mailto:")


def first_name_first(text: str) -> str:
    """A name that Outlook writes the other way round: ``Maes, Els``."""
    last, comma, first = text.partition(",")
    is_turned = comma and first.strip() and "," not in first
    return f"{first.strip()} {last.strip()}" if is_turned else text
