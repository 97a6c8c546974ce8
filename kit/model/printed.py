"""What a sheet says on paper, by its place in the content: what tells whether one in the cupboard is out of date.

These are the fixed words of a sheet: those that its form on A4 and the copies with names have as well, so that all
have the same code. What stands in a footer does not count, nor where or how anything is set.
"""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from kit.model.schema.base import Content, Sheet
from kit.model.text.spans import Text

if TYPE_CHECKING:
    from kit.model.catalogue import Catalogue
    from kit.model.schema.stack.sheet import StackSheet

_UNPRINTED: Final = re.compile(r"(\w+_)?(bookmark|footer)(_\w)?")
"""The fields with texts of a sheet that are only in the outline of a PDF, or in its footer."""

_SEEN: Final = frozenset({"blank_layout", "half", "icon", "minutes", "start", "step"})
"""Fields that are no text, and are read off the paper all the same."""

_INDEX: Final = re.compile(r"\.(\d+)")
_DIGITS: Final = 4
_LARGEST: Final = 1_000_000
"""So many bytes is more than any kit says; what unpacks to more was not written here."""

_REMEMBERED: Final = 32
"""Of so many files what they say is packed once: a process that goes on makes the same again and again."""

_ON_PAPER: Final = str.maketrans({"\u00a0": " ", "\u2011": "-", "\u00ad": None, "\n": " "})
"""What holds words together, or lets them break, is not seen."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a sheet said when it was made, by place, such as ``sectors.yaml: clusters[0].name``.

    ``made``: what stands for the very file that it was made as, if that is known.
    """

    version: str
    words: Mapping[str, str]
    made: str = ""

    @property
    def code(self) -> str:
        """Four digits or letters a to f: the same as long as the sheet says the same."""
        return sha256("\0".join(self.words.values()).encode()).hexdigest()[:_DIGITS]


def printed(catalogue: Catalogue, sheet: Sheet | StackSheet) -> Printed:
    """What a sheet says."""
    kit = catalogue.kit
    fragment = sheet.fragment if isinstance(sheet, Sheet) else ""
    words = {"kit.yaml: digital.base_url": f"{kit.digital.base_url}#{fragment}"}
    for path in sheet.shares:
        file, *route = path.split(".")
        found: Any = getattr(catalogue, file)
        for key in route:
            found = found[int(key)] if key.isdigit() else getattr(found, key)
        place = _INDEX.sub(r"[\1]", ".".join(route))
        words |= _words(found, f"{file}.yaml: {place}")
    words |= _words(sheet, "")
    return Printed(kit.version.plain, words)


def as_read(text: str) -> str:
    """A text as somebody reads it off the paper."""
    return text.translate(_ON_PAPER).strip()


def _words(found: object, path: str) -> dict[str, str]:
    return {place: as_read(text) for place, text in _walk(found, path)}


def _walk(found: object, path: str) -> Iterator[tuple[str, str]]:
    """Each text and each number that is read, in the order of the models, with its place."""
    if isinstance(found, Content):
        for key, value in found.printed():
            if isinstance(value, Text | Content | tuple) and not _UNPRINTED.fullmatch(key):
                yield from _walk(value, f"{path}.{key}".lstrip("."))
            elif key in _SEEN and value is not None:
                yield f"{path}.{key}".lstrip("."), str(value)
    elif isinstance(found, tuple):
        for i, value in enumerate(found):
            yield from _walk(value, f"{path}[{i}]")
    else:
        yield path, str(found)


def encoded(sheets: Mapping[str, Printed]) -> str:
    """What the sheets in a file say, as letters that any file can hold."""
    told = {name: {"version": one.version, "made": one.made, "words": dict(one.words)} for name, one in sheets.items()}
    return _packed(json.dumps(told, ensure_ascii=False, separators=(",", ":")))


@lru_cache(maxsize=_REMEMBERED)
def _packed(told: str) -> str:
    return b64encode(zlib.compress(told.encode(), 9)).decode()


def decoded(letters: str) -> Mapping[str, Printed]:
    """What the sheets in a file say. Raises ValueError where that was not written by `encoded`."""
    reader = zlib.decompressobj()
    try:
        told: Any = json.loads(reader.decompress(b64decode(letters, validate=True), _LARGEST))
        found = {
            str(name): Printed(str(one["version"]), dict(one["words"]), str(one["made"])) for name, one in told.items()
        }
    except (zlib.error, AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("not what a sheet says") from error
    if not all(isinstance(text, str) for one in found.values() for text in one.words.values()):
        raise ValueError("not what a sheet says")
    return found
