"""Which reader a kind of scalar has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from kit.model.schema import scalars, texts
from kit.model.schema.codes import CODES
from kit.model.schema.kind import Kind
from kit.model.schema.reader import Reader

_MADE: Final[Mapping[str, Callable[..., Reader]]] = {"text": texts.text, "whole": scalars.whole}
_KNOWN: Final[Mapping[str, Reader]] = {
    "accent": scalars.ACCENT,
    "bare": scalars.BARE,
    "clock": scalars.CLOCK,
    "codes": CODES,
    "count-or-file": scalars.COUNT_OR_FILE,
    "date": scalars.DATE,
    "identifier": scalars.NAME,
    "language": scalars.LANGUAGE,
    "optional-url": scalars.OPTIONAL_URL,
    "shift": scalars.SHIFT,
    "time": scalars.TIME,
    "url": scalars.URL,
}


@cache
def reader(kind: Kind) -> Reader:
    """The reader of a kind. KeyError where it has none."""
    return _KNOWN[kind.name] if kind.name in _KNOWN else _MADE[kind.name](*kind.given)
