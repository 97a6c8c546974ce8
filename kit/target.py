"""Where what is made goes: a folder of its own for each language and edition."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

from kit.draw.theme import Edition

_LETTERS: Final = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss"})


def folder(out: Path, language: str, edition: Edition) -> Path:
    """Where an edition in a language goes: the one in colour, which most people want, has no folder of its own."""
    return out / language if edition == "colour" else out / language / edition


def slug(name: str) -> str:
    """A name as a part of the name of a file on any system: small letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", letters)).strip("-")
