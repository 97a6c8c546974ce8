"""Where what is made goes: a folder of its own for each language, edition and paper."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

from kit.draw.look.editions import Edition, Largest

_LETTERS: Final = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "ı": "i", "ł": "l", "đ": "d"})


def folder(out: Path, language: str, edition: Edition, paper: Largest = "a3") -> Path:
    """Where an edition in a language goes; what most people want, in colour and on A3, has no folder of its own."""
    own = [*([edition] if edition != "colour" else []), *([paper] if paper != "a3" else [])]
    return out.joinpath(language, *own)


def slug(name: str) -> str:
    """A name as a part of the name of a file on any system: small letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", letters)).strip("-")
