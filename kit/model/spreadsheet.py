"""A list out of a spreadsheet, to text: however Excel, LibreOffice or an editor saved it."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, KitError
from kit.model.decode import Undecodable, bytes_of, not_utf8

MAX_BYTES: Final = 2_000_000
"""5,000 rows have about 300 kB."""

_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a file begins that is a workbook (xlsx, ods, numbers; xls) and not text."""

_CONTROLS: Final = bytes({*range(32), 127} - {*b"\t\n\r"})
_FEW: Final = 8
"""So many control characters may have crept into a text; where they are also more than one in 20, it is no text."""

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OF_UTF8: Final = re.compile(rb"\xc3[\x80-\xbf]")
"""An accented letter in UTF-8. In Windows-1252 it would be an à with tilde in capitals before a sign."""

_LINE_END: Final = re.compile(r"\r\n?")

_CODES: Final = {"file-missing": "table-missing", "file-too-large": "table-too-large"}


def text_of(path: Path) -> str:
    """The text of a list, its line ends as ``\\n``. Raises KitError where there is none."""
    try:
        return decoded(bytes_of(path, MAX_BYTES), str(path))
    except Undecodable as problem:
        found = problem.diagnostic
        raise KitError([replace(found, code=_CODES.get(found.code, found.code))]) from problem


def decoded(raw: bytes, file: str) -> str:
    """The text of the bytes of a list. Raises Undecodable where they are no text.

    They may be UTF-8, with a byte order mark or without, UTF-16 with one (Excel's *Unicode text*) or Windows-1252.
    """
    if raw.startswith(_WORKBOOKS):
        raise Undecodable(Diagnostic("table-workbook", {"file": file}))
    encoding = _encoding(raw, file)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as problem:
        wrong = (
            Diagnostic("table-not-text", {"file": file}) if encoding == "utf-16" else not_utf8(raw, problem.start, file)
        )
        raise Undecodable(wrong) from problem
    return _LINE_END.sub("\n", text)


def _encoding(raw: bytes, file: str) -> str:
    if raw.startswith(_UTF16):
        return "utf-16"
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if controls > _FEW and controls > len(raw) / 20:
        raise Undecodable(Diagnostic("table-not-text", {"file": file}))
    if raw.startswith(codecs.BOM_UTF8) or _OF_UTF8.search(raw) or _is_utf8(raw):
        return "utf-8-sig"
    return "cp1252"


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True
