"""The sheets of an OpenDocument spreadsheet (ods), as rows of the text that its cells show.

Read by the standard library, for no library that is kept up gives what a cell shows: odfpy is of 2020, and
python-calamine 0.9.1 makes an empty cell or a 0 of an error such as ``#N/B``. The format is OASIS OpenDocument 1.3,
part 3: section 9 for tables, 6.1 for white space.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, iterparse

from kit.model.lists import merged
from kit.model.lists.limits import MAX_CELLS, MAX_ROWS
from kit.model.lists.merged import Spans

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

_CELLS: Final = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_VALUES: Final = tuple(f"{_OFFICE}{name}" for name in ("string-value", "date-value", "time-value", "value"))
"""What a cell holds, where a program left out what it shows."""

_MOST_SPACES: Final = 100


@dataclass(slots=True)
class _Open:
    """A sheet while it is read: how many rows were passed, and those in which something stands."""

    name: str
    passed: int = 0
    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    merged: Spans = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, and its rows in which something stands by their numbers; ``is_endless`` where there are too many."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    is_endless: bool = False
    merged: Spans = field(default_factory=dict)


def sheets(content: bytes) -> Iterator[Sheet]:
    """The sheets in a ``content.xml``, in order. Raises ParseError where it is no XML, ValueError for a number."""
    sheet: _Open | None = None
    for event, element in iterparse(BytesIO(content), ("start", "end")):
        if event == "start":
            if element.tag == f"{_TABLE}table" and sheet is None:
                sheet = _Open(element.get(f"{_TABLE}name", ""))
        elif sheet is not None and element.tag == f"{_TABLE}table-row":
            _take(sheet, element)
            element.clear()
        elif sheet is not None and element.tag == f"{_TABLE}table":
            endless = sheet.rows and sheet.rows[-1][0] > MAX_ROWS
            yield Sheet(sheet.name, tuple(sheet.rows), bool(endless), sheet.merged)
            sheet = None
            element.clear()


def _take(sheet: _Open, row: Element) -> None:
    """Add a row as often as it is repeated; an empty one only counts."""
    repeated = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
    texts = _texts(row)
    if texts:
        # One more than may be tells that there are too many.
        times = min(repeated, max(MAX_ROWS + 1 - len(sheet.rows), 0))
        sheet.rows += [(sheet.passed + i + 1, texts) for i in range(times)]
    _take_merged(sheet, row)
    sheet.passed += repeated


def _take_merged(sheet: _Open, row: Element) -> None:
    """Add the cells below those of a row that are merged downwards."""
    first, place = sheet.passed + 1, 0
    for cell in row:
        if cell.tag in _CELLS:
            merged.add(sheet.merged, place, first, first + int(cell.get(f"{_TABLE}number-rows-spanned", "1")) - 1)
            place += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))


def _texts(row: Element) -> tuple[str, ...]:
    """The texts of the cells of a row, without the empty ones at its end."""
    found: list[str] = []
    waiting = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        repeated = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        text = _shown(cell)
        if not text.strip():
            waiting += repeated
            continue
        room = MAX_CELLS + 1 - len(found)
        found += [""] * min(waiting, room) + [text] * min(repeated, room)
        waiting = 0
    return tuple(found)


def _shown(cell: Element) -> str:
    """What a cell shows: its paragraphs, one on a line; a comment on it is none of them."""
    paragraphs = [_plain(one) for one in cell if one.tag == f"{_TEXT}p"]
    return "\n".join(paragraphs) if paragraphs else next((cell.get(name, "") for name in _VALUES if cell.get(name)), "")


def _plain(element: Element) -> str:
    text = element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            text += " " * min(int(child.get(f"{_TEXT}c", "1")), _MOST_SPACES)
        elif child.tag in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
            text += " "
        elif child.tag != f"{_OFFICE}annotation":
            text += _plain(child)
        text += child.tail or ""
    return text
