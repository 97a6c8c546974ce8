"""A workbook to rows of text: Excel's (xlsx) by openpyxl, LibreOffice's (ods) by `opendocument`.

What a cell shows is text: dates and numbers as one reads them, no formula is run. A file is unpacked only where what it
unpacks to is small, and a sheet is read only as far as a list goes.
"""

from __future__ import annotations

import datetime
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from kit.diagnostics import Diagnostic, KitError, Mark, Value
from kit.model.lists import opendocument
from kit.model.lists.limits import MAX_CELLS, MAX_ROWS, letters
from kit.model.lists.merged import Spans, spans
from kit.model.lists.spreadsheet import CODES
from kit.model.yaml.decode import Undecodable, bytes_of

KINDS: Final = (".xlsx", ".xlsm", ".ods")
"""How the names of workbooks end that can be read."""

MAX_BYTES: Final = 5_000_000
"""A list of 5,000 rows has about 300 kB; what makes a workbook larger are pictures."""

_MAX_UNPACKED: Final = 40_000_000
"""Of a workbook of 5,000 rows the files inside have 5 MB together."""

_MAX_FILES: Final = 2000

_MAX_SLOTS: Final = 20_000_000
"""So many cells, empty ones as well, are passed over before a sheet is called endless: two seconds."""

_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
"""What openpyxl and zipfile raise where a workbook is not as it should be: they have no exception of their own."""

_UNSAVED: Final = re.compile(rb"<c\b(?P<head>[^>]*)>\s*<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
"""A formula whose outcome was not saved: a program wrote it that does not count. An empty text is an outcome."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its rows in which something stands, by their numbers, and the names of the others.

    ``merged`` are the cells that take their text from one above them.
    """

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    others: tuple[str, ...] = ()
    merged: Spans = field(default_factory=dict)


def named(path: Path) -> tuple[Path, str]:
    """The file, and the sheet that is named behind a ``#``: ``lijst.xlsx#Blad2``, unless a file is called so."""
    before, sign, sheet = str(path).rpartition("#")
    if sign and Path(before).suffix.casefold() in KINDS and not path.exists():
        return Path(before), sheet.strip()
    return path, ""


def is_workbook(path: Path) -> bool:
    """Whether a path names a workbook, with a sheet of it or without."""
    return named(path)[0].suffix.casefold() in KINDS


def read(path: Path) -> Sheet:
    """The sheet of a workbook that is named, else the first that is not hidden. Raises KitError where none is."""
    file, name = named(path)
    try:
        raw = bytes_of(file, MAX_BYTES)
    except Undecodable as problem:
        found = problem.diagnostic
        raise KitError([replace(found, code=CODES.get(found.code, found.code))]) from problem
    try:
        return _read(raw, file, name)
    except _BROKEN as problem:
        raise _refused("table-workbook-broken", file) from problem


def _read(raw: bytes, file: Path, name: str) -> Sheet:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            infos = archive.infolist()
            if len(infos) > _MAX_FILES or sum(info.file_size for info in infos) > _MAX_UNPACKED:
                raise _refused("table-too-large", file, kilobytes=_MAX_UNPACKED // 1000)
            if any(info.flag_bits & 1 for info in infos):
                raise _refused("table-workbook", file)
            if "content.xml" in archive.namelist():
                return _of_sheets(opendocument.sheets(archive.read("content.xml")), file, name)
            unsaved = frozenset(_unsaved(archive)) if "xl/workbook.xml" in archive.namelist() else None
    except zipfile.BadZipFile as problem:
        # An old xls, or one with a password, is no archive.
        raise _refused("table-workbook", file) from problem
    if unsaved is None:
        raise _refused("table-workbook", file)
    return _excel(raw, file, name, unsaved)


def _of_sheets(found: Iterable[opendocument.Sheet], file: Path, name: str) -> Sheet:
    sheets = list(found)
    chosen = _chosen([sheet.name for sheet in sheets], file, name)
    sheet = next(sheet for sheet in sheets if sheet.name == chosen)
    if sheet.is_endless:
        raise _refused("table-endless", file, most=MAX_ROWS)
    for number, row in sheet.rows:
        _check_width(row, number, file)
    others = tuple(other.name for other in sheets if other is not sheet and other.rows)
    return Sheet(chosen, sheet.rows, others, sheet.merged)


def _excel(raw: bytes, file: Path, name: str, unsaved: frozenset[str]) -> Sheet:
    # Most lists are no workbooks and need not wait for it.
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # What it does not know of a workbook is how this one looks: a list has none of that.
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        sheets = {sheet.title: sheet for sheet in book.worksheets}
        shown = [title for title, sheet in sheets.items() if sheet.sheet_state == "visible"]
        chosen = _chosen([*shown, *(title for title in sheets if title not in shown)], file, name)
        rows = tuple(_rows(sheets[chosen], file, unsaved))
        others = tuple(title for title in shown if title != chosen and _is_filled(sheets[title]))
        book.close()
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return Sheet(chosen, rows, others, spans(archive, chosen))


def _chosen(names: list[str], file: Path, name: str) -> str:
    """The name of the sheet that is meant, blind to case; the first where none is named."""
    if not names:
        raise _refused("table-empty-workbook", file)
    found = [one for one in names if not name or one.casefold() == name.casefold()]
    if not found:
        raise _refused("table-no-sheet", file, wanted=name, list=", ".join(names))
    return found[0]


def _is_filled(sheet: Any) -> bool:
    """Whether anything stands in the first rows of a sheet."""
    sheet.reset_dimensions()
    return any(value is not None for row in sheet.iter_rows(max_row=20, values_only=True) for value in row)


def _rows(sheet: Any, file: Path, unsaved: frozenset[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    # Some exports say that the sheet is one cell large.
    sheet.reset_dimensions()
    slots, lost = 0, list[str]()
    for number, row in enumerate(sheet.iter_rows(), 1):
        slots += len(row) + 1
        texts = _trimmed(_text(cell) for cell in row)
        if slots > _MAX_SLOTS or (texts and number > MAX_ROWS):
            raise _refused("table-endless", file, most=MAX_ROWS)
        _check_width(texts, number, file)
        lost += [place for i in range(len(row) if unsaved else 0) if (place := f"{letters(i)}{number}") in unsaved]
        if texts:
            yield number, texts
    if lost:
        raise _refused("table-formula-unsaved", file, list=", ".join(lost[:12]))


def _check_width(row: Sized, number: int, file: Path) -> None:
    if len(row) > MAX_CELLS:
        raise KitError([Diagnostic("table-row-endless", {"most": MAX_CELLS}, Mark(str(file), number, 1))])


def _trimmed(texts: Iterable[str]) -> tuple[str, ...]:
    """A row without the empty cells at its end."""
    found = list(texts)
    while found and not found[-1].strip():
        found.pop()
    return tuple(found)


def _text(cell: Any) -> str:
    """What a cell of openpyxl shows."""
    match cell.value:
        case None:
            return ""
        case str() as text:
            return text
        case bool() as value:
            return str(value).upper()
        case int() | float() as number:
            return _number(number, cell.number_format)
        case datetime.datetime() as moment if moment.time() != datetime.time():
            return f"{moment.day}/{moment.month}/{moment.year} {moment:%H:%M}"
        case datetime.date() as day:
            return f"{day.day}/{day.month}/{day.year}"
        case datetime.time() as time:
            return f"{time:%H:%M}"
        case other:
            return str(other)


def _number(number: float, form: str) -> str:
    """A number as Excel shows it here: with a comma, and with the zeros in front that its format asks for."""
    if float(number).is_integer():
        return str(int(number)).zfill(len(form) if set(form) == {"0"} else 0)
    return f"{number:.10g}".replace(".", ",")


def _unsaved(archive: zipfile.ZipFile) -> Iterator[str]:
    """The names of the cells in any sheet that hold a formula without an outcome."""
    for name in archive.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            for found in _UNSAVED.finditer(archive.read(name)):
                place = re.search(rb'\br="([A-Z]{1,3}[0-9]{1,7})"', found["head"])
                if place and b't="str"' not in found["head"]:
                    yield place[1].decode()


def _refused(code: str, file: Path, **values: Value) -> KitError:
    return KitError([Diagnostic(code, {"file": str(file), **values})])
