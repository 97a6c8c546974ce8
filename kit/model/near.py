"""Did you mean? The known word that is most like a word that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from kit.diagnostics import Value

_LIKE: Final = 0.6
"""How like a word must be, as difflib counts it: 0.6 takes one wrong letter in three, and no other word."""


def close(word: str, known: Iterable[str]) -> dict[str, Value]:
    """The known word that somebody may have meant, as the value ``near``; nothing where none is like it."""
    found = get_close_matches(word, list(known), 1, _LIKE)
    return {"near": found[0]} if found else {}
