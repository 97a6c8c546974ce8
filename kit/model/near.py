"""Did you mean? The known word that is most like a word that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kit.diagnostics import Value

_LIKE: Final = 0.6
"""How like a word must be, as difflib counts it: 0.6 takes one wrong letter in three, and no other word."""

_LONGEST: Final = 100
"""Nobody means a word with a text of more letters than this, and to compare many would take long."""


def close(word: str, known: Iterable[str]) -> dict[str, Value]:
    """The known word that somebody may have meant, as the value ``near``; nothing where none is like it."""
    if len(word) > _LONGEST:
        return {}
    # Only who has mistyped something waits for it.
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), 1, _LIKE)
    return {"near": found[0]} if found else {}
