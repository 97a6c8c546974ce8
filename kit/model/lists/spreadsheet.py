"""A list out of a spreadsheet, to text: however Excel, LibreOffice or an editor saved it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, KitError, Mark
from kit.model.lists import encodings
from kit.model.lists.clean import unescaped
from kit.model.yaml.decode import Undecodable, bytes_of, not_utf8

MAX_BYTES: Final = 2_000_000
"""5,000 rows have about 300 kB."""

_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a file begins that is a workbook (xlsx, ods, numbers; xls, or one with a password) and not text."""

_PAGE: Final = re.compile(r"\s*<(?:!doctype html|html|table|\?xml)", re.IGNORECASE)
"""How a web page begins: some programs save one under the name of a workbook."""

_CONTROLS: Final = bytes({*range(32), 127} - {*b"\t\n\r"})
_FEW: Final = 8
"""So many control characters may have crept into a text; where they are also more than one in 20, it is no text."""

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_LINE_END: Final = re.compile(r"\r\n?")

_SHOWN: Final = 5
"""So many words that may be read in two ways are shown."""

CODES: Final = {"file-missing": "table-missing", "file-too-large": "table-too-large"}
"""What is said of a list that cannot be read, where a file of the content would be meant otherwise."""


@dataclass(frozen=True, slots=True)
class ListText:
    """The text of a list, its line ends as ``\\n``.

    ``encoding`` is how it was saved, where that is not as usual, with some ``words`` that tell whether it is right.
    ``mended`` are words that had been saved wrongly before, and what they are now.
    """

    text: str
    encoding: str = ""
    words: tuple[str, ...] = ()
    mended: Mapping[str, str] = field(default_factory=dict)


def text_of(path: Path) -> ListText:
    """The text of a list. Raises KitError where there is none."""
    try:
        return reading(bytes_of(path, MAX_BYTES), str(path))
    except Undecodable as problem:
        found = problem.diagnostic
        raise KitError([replace(found, code=CODES.get(found.code, found.code))]) from problem


def decoded(raw: bytes, file: str) -> str:
    """The text of the bytes of a list. Raises Undecodable where they are no text."""
    return reading(raw, file).text


def reading(raw: bytes, file: str) -> ListText:
    """The text of the bytes of a list, and how it was found. Raises Undecodable where they are no text.

    They may be UTF-8, with a byte order mark or without, UTF-16 with one (Excel's *Unicode text*), or in an encoding of
    one byte a letter that is beyond doubt: see `encodings`.
    """
    if raw.startswith(_WORKBOOKS):
        raise Undecodable(Diagnostic("table-workbook", {"file": file}))
    found = _encoded(raw, file)
    if _PAGE.match(found.text):
        raise Undecodable(Diagnostic("table-page", {"file": file}))
    return _plain(replace(found, text=_LINE_END.sub("\n", found.text)))


def _plain(found: ListText) -> ListText:
    """A text whose letters are no codes of a web page: the sign at the end of these would end a cell as well."""
    clean = unescaped(found.text)
    if clean == found.text:
        return found
    mended = encodings.changed(found.text, clean)
    return replace(found, text=clean, mended={**found.mended, **mended})


def _encoded(raw: bytes, file: str) -> ListText:
    if raw.startswith(_UTF16):
        return ListText(_utf16(raw, file))
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if controls > _FEW and controls > len(raw) / 20:
        raise Undecodable(Diagnostic("table-not-text", {"file": file}))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        if raw.startswith(codecs.BOM_UTF8) or encodings.is_mixed(raw):
            raise Undecodable(not_utf8(raw, problem.start, file)) from problem
        return _guessed(raw, file)
    if text.isascii():
        return ListText(text)
    clean, mended = encodings.mended(text)
    return ListText(clean, mended=mended)


def _utf16(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError as problem:
        raise Undecodable(Diagnostic("table-not-text", {"file": file})) from problem


def _guessed(raw: bytes, file: str) -> ListText:
    found = encodings.guessed(raw)
    if isinstance(found, encodings.Reading):
        return ListText(found.text, found.encoding, found.words)
    before = _LINE_END.sub("\n", raw[: found.start].decode("latin-1"))
    mark = Mark(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    shown = ", ".join(f"{one} / {other}" for one, other in found.readings[:_SHOWN])
    more = len(found.readings) - _SHOWN
    values = {"file": Path(file).name, "list": f"{shown} … (+ {more})" if more > 0 else shown}
    raise Undecodable(Diagnostic("table-encoding-doubt", values, mark))
