"""The records of a list, of a text or of a workbook: cells with their places, before anybody knows what they mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Final, NamedTuple

from kit.diagnostics import Diagnostic, KitError, Mark
from kit.model.lists import cells, headers
from kit.model.lists.cells import Cell
from kit.model.lists.clean import clean
from kit.model.lists.limits import MAX_CELLS, MAX_ROWS
from kit.model.lists.merged import Spans
from kit.model.lists.workbook import Sheet

DELIMITERS: Final = ";,\t"
_SEPARATOR: Final = re.compile(r'"?sep=([^\w"\s]|\t)"?[ ]*(?:\n|\Z)', re.IGNORECASE)
"""A first line that tells Excel what stands between the cells. Excel does not count it as a row."""

_FIRST: Final = 20
"""The heads of the columns stand in one of so many rows: titles, a logo and a date may stand above them."""


class Record(NamedTuple):
    """A row by its number in a spreadsheet, where the first is 1, and its cells."""

    number: int
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Records:
    """The rows of a list in which something stands.

    ``head`` is the index of the one with the names of the columns, nothing where there is none. ``mark`` gives the
    place in the file of the start of a cell, with its name in a spreadsheet. ``delimiter`` is what stands between the
    cells of a text; nothing in a workbook. ``merged`` are the cells that take their text from one above them.
    """

    file: str
    rows: tuple[Record, ...]
    head: int | None
    mark: Callable[[int, str], Mark]
    delimiter: str = ""
    merged: Spans = field(default_factory=dict)


def of_sheet(sheet: Sheet, file: str, fields: Sequence[str]) -> Records:
    """The records of a sheet of a workbook: the place of a cell is its row and its column."""
    wide = MAX_CELLS + 1
    rows = tuple(
        Record(number, [Cell(text, number * wide + place) for place, text in enumerate(row)])
        for number, row in sheet.rows
    )

    def mark(start: int, path: str) -> Mark:
        number, place = divmod(start, wide)
        return Mark(file, max(number, 1), place + 1, path)

    return Records(file, rows, _head(rows, fields)[0], mark, merged=sheet.merged)


def of_text(text: str, file: str, fields: Sequence[str]) -> Records:
    """The records of a text, line ends as ``\\n``. Raises KitError where there is more of it than a list has."""
    lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def mark(start: int, path: str = "") -> Mark:
        line = bisect_right(lines, start)
        return Mark(file, line, start - lines[line - 1] + 1, path)

    _check_size(text, lines, mark)
    separator = _SEPARATOR.match(text)
    start = separator.end() if separator else 0
    delimiter = separator[1] if separator else max(DELIMITERS, key=lambda one: _fitness(text, one, fields))
    rows = tuple(_filled(text, delimiter, start))
    return Records(file, rows, _head(rows, fields)[0], mark, delimiter)


def _check_size(text: str, lines: Sequence[int], mark: Callable[[int], Mark]) -> None:
    """Refuse what is too much to read, before it is read."""
    if len(lines) - 1 > MAX_ROWS:
        raise KitError([Diagnostic("table-endless", {"most": MAX_ROWS}, mark(lines[MAX_ROWS]))])
    for start, end in pairwise([*lines, len(text)]):
        if any(text.count(delimiter, start, end) >= MAX_CELLS for delimiter in DELIMITERS):
            raise KitError([Diagnostic("table-row-endless", {"most": MAX_CELLS}, mark(start))])


def _filled(text: str, delimiter: str, start: int) -> Iterator[Record]:
    """The records in which something stands."""
    found = (Record(i, record) for i, record in enumerate(cells.records(text, delimiter, start), 1))
    return (record for record in found if any(clean(cell.text) for cell in record.cells))


def _fitness(text: str, delimiter: str, fields: Sequence[str]) -> tuple[int, int, int]:
    """How much a delimiter makes of a text: what is known among its heads, and how many cells these are.

    Where only delimiters stand, there is nothing: no other one makes cells of them.
    """
    rows = tuple(islice(_filled(text, delimiter, 0), _FIRST))
    if not rows:
        return 0, 0, len(text)
    head, score = _head(rows, fields)
    return (*score, len(rows[head or 0].cells))


def _head(rows: Sequence[Record], fields: Sequence[str]) -> tuple[int | None, tuple[int, int]]:
    """The index of the row with the names of the columns, and how much it looks like one."""
    best, most = None, (0, 0)
    for i, row in enumerate(rows[:_FIRST]):
        score = headers.score([clean(cell.text) for cell in row.cells], fields)
        if score > most:
            best, most = i, score
        if score[0] > 1:
            break
    return best, most
