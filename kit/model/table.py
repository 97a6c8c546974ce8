"""A list that a facilitator made in a spreadsheet and saved as CSV: its rows, read as forgivingly as can be.

Semicolons, commas or tabs; the columns in any order, their names in any case; empty lines, stray spaces and columns
that nobody asked for. What a cell holds is text: a formula is never run.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from string import ascii_uppercase
from typing import Final, NamedTuple

from kit.diagnostics import Diagnostic, KitError, Mark, Severity, Value
from kit.model import cells
from kit.model.decode import UNSEEN
from kit.model.lookup import fold
from kit.model.many import MOST, first
from kit.model.near import close
from kit.model.spreadsheet import text_of
from kit.model.typography import Typography

_DELIMITERS: Final = ";,\t"
_SEPARATOR: Final = re.compile(r'"?sep=([^\w"\s]|\t)"?[ ]*(?:\n|\Z)', re.IGNORECASE)
"""A first line that tells Excel what stands between the cells. Excel does not count it as a row."""

_BLANKS: Final = re.compile("[ \t\n\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000]+")
_STEERING: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Letters that only turn the direction of writing around."""

_SHOWN: Final = 60

MAX_ROWS: Final = 20_000
"""Empty ones as well: a list of all associations of Flanders has fewer, and to read so many takes half a second."""

MAX_CELLS: Final = 1000
"""In a row: more is no list of people, and a million of them take a gigabyte."""


class Columns(NamedTuple):
    """The columns that a list must have, and those that it may have; by name, in small letters."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """The columns that are read."""
        return self.required + self.optional


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell on one line, without stray spaces. The path of its mark is the cell as a spreadsheet names it: B7."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Row:
    """A row by the names of the columns. ``number`` is that of a spreadsheet, where the first row is 1."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a list in which something stands, in order.

    ``problems`` are the errors in rows; a row that is no row because of them is not among the rows. ``notes`` are what
    else there is to say.
    """

    file: str
    rows: tuple[Row, ...]
    problems: tuple[Diagnostic, ...] = ()
    notes: tuple[Diagnostic, ...] = ()


def read(path: Path, columns: Columns) -> Table:
    """A list from a file. Raises KitError where it is no table, or lacks a column."""
    return parse(text_of(path), str(path), columns)


def parse(text: str, file: str, columns: Columns) -> Table:
    """A list from its text, line ends as ``\\n``. Raises KitError where it lacks a column."""
    return _Reader(text, file, columns).table()


def problem_in(row: int, code: str, mark: Mark, /, **values: Value) -> Diagnostic:
    """An error in a row of a list; its words may name the row and the file, without its folders."""
    return Diagnostic(code, {"file": Path(mark.file).name, "row": row, **values}, mark)


def refusal(problems: Sequence[Diagnostic]) -> KitError:
    """Everything that is wrong with the rows of a list, made with `problem_in`; first how many rows that are.

    Of very many problems the first; then nobody knows how many rows there are, for not all are looked at.
    """
    told = list(first(problems))
    if len(told) > MOST:
        return KitError(told)
    count = len({problem.values["row"] for problem in problems})
    total = Diagnostic("rows-wrong" if count > 1 else "row-wrong", {"count": count}, severity=Severity.WARNING)
    return KitError([total, *problems])


def shortened(text: str) -> str:
    """The start of what somebody typed, to say again."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


class _Reader:
    """Reads one table, and keeps what is wrong with it."""

    def __init__(self, text: str, file: str, columns: Columns) -> None:
        self.text, self.file, self.columns = text, file, columns
        self.problems: list[Diagnostic] = []
        self.notes: list[Diagnostic] = []
        self._check_size()
        separator = _SEPARATOR.match(text)
        self.start = separator.end() if separator else 0
        self.delimiter = separator[1] if separator else max(_DELIMITERS, key=self._known)

    def table(self) -> Table:
        """The rows under the header."""
        records = self._filled(self.delimiter)
        number, header = next(records, (0, []))
        if not number:
            raise self._refused("table-empty", 0, columns=", ".join(self.columns.required))
        places = self._places(header, [_clean(cell.text) for cell in header])
        rows = tuple(row for number, record in records if (row := self._row(number, record, places, len(header))))
        if not rows and not self.problems:
            self._note("table-no-rows", header[0].start, Severity.WARNING, file=self.file)
        return Table(self.file, rows, tuple(self.problems), tuple(self.notes))

    def _check_size(self) -> None:
        """Refuse what is too much to read, before it is read."""
        if self.text.count("\n") > MAX_ROWS:
            start = self._lines[MAX_ROWS]
            raise self._refused("table-endless", start, most=MAX_ROWS)
        for start, end in pairwise([*self._lines, len(self.text)]):
            if any(self.text.count(delimiter, start, end) >= MAX_CELLS for delimiter in _DELIMITERS):
                raise self._refused("table-row-endless", start, most=MAX_CELLS)

    def _filled(self, delimiter: str) -> Iterator[tuple[int, list[cells.Cell]]]:
        """The records in which something stands, with the numbers of their rows."""
        records = cells.records(self.text, delimiter, self.start)
        return ((i, record) for i, record in enumerate(records, 1) if any(_clean(cell.text) for cell in record))

    def _known(self, delimiter: str) -> tuple[int, int]:
        """How many columns a header has with a delimiter: of those that are asked for, and in all.

        Where only delimiters stand, there is nothing: no other one makes cells of them.
        """
        _, header = next(self._filled(delimiter), (0, []))
        return len({fold(cell.text) for cell in header} & set(self.columns.all)), len(header) or len(self.text)

    def _places(self, header: list[cells.Cell], names: list[str]) -> dict[str, int]:
        """Where in a record each column stands."""
        keys = [fold(name) for name in names]
        self._check_twice(header, keys)
        missing = [column for column in self.columns.required if column not in keys]
        self._check_missing(missing, header[0].start, names)
        ignored = [name for name, key in zip(names, keys, strict=True) if name and key not in self.columns.all]
        if ignored:
            spare = [column for column in self.columns.optional if column not in keys]
            near = next(filter(None, (_near(name, spare) for name in ignored)), {})
            self._note("table-columns-ignored", header[0].start, Severity.ADVICE, columns=", ".join(ignored), **near)
        return {column: keys.index(column) for column in self.columns.all if column in keys}

    def _check_twice(self, header: list[cells.Cell], keys: list[str]) -> None:
        for i, key in enumerate(keys):
            if key in self.columns.all and key in keys[:i]:
                raise self._refused("table-column-twice", header[i].start, column=key)

    def _check_missing(self, missing: list[str], start: int, names: list[str]) -> None:
        found = shortened(", ".join(filter(None, names)))
        if len(missing) == len(self.columns.required):
            values = {"file": self.file, "columns": ", ".join(self.columns.required), "found": found}
            raise self._refused("table-no-header", start, **values)
        unknown = [name for name in names if fold(name) not in self.columns.all]
        told = [{"column": column, "found": found, **_near(column, unknown)} for column in missing]
        if told:
            raise KitError(Diagnostic("table-no-column", values, self._mark(start)) for values in told)

    def _row(self, number: int, record: list[cells.Cell], places: Mapping[str, int], width: int) -> Row | None:
        """A row, or nothing where what stands in it cannot be told apart."""
        if open_cells := [cell for cell in record if not cell.closed]:
            self._wrong(number, "row-quote", open_cells[0].start)
            return None
        surplus = [cell for cell in record[width:] if _clean(cell.text)]
        if surplus:
            self._wrong(number, "row-long", surplus[0].start, found=shortened(_clean(surplus[0].text)))
            return None
        end = cells.Cell("", record[-1].start + len(record[-1].text))
        found = ((column, place, record[place] if place < len(record) else end) for column, place in places.items())
        return Row(number, {column: self._cell(number, place, cell) for column, place, cell in found})

    def _cell(self, number: int, place: int, raw: cells.Cell) -> Cell:
        text = _clean(raw.text)
        mark = self._mark(raw.start, f"{_letters(place)}{number}")
        if not text.isascii() or not text.isprintable():
            self._check_letters(number, text, mark)
        return Cell(text, mark)

    def _check_letters(self, number: int, text: str, mark: Mark) -> None:
        if unseen := UNSEEN.search(text) or _STEERING.search(text):
            found = f"U+{ord(unseen[0]):04X}"
            self.problems.append(problem_in(number, "control-character", mark, found=found))

    def _wrong(self, number: int, code: str, start: int, **values: str) -> None:
        self.problems.append(problem_in(number, code, self._mark(start), **values))

    def _note(self, code: str, start: int, severity: Severity, **values: str) -> None:
        self.notes.append(Diagnostic(code, values, self._mark(start), severity))

    def _refused(self, code: str, start: int, **values: Value) -> KitError:
        return KitError([Diagnostic(code, {"file": self.file, **values}, self._mark(start))])

    def _mark(self, start: int, path: str = "") -> Mark:
        line = bisect_right(self._lines, start)
        return Mark(self.file, line, start - self._lines[line - 1] + 1, path)

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line of the text starts."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]


def _clean(text: str) -> str:
    """A cell on one line: no stray spaces, no letters that show nothing, accents one with their letters."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _BLANKS.sub(" ", Typography.normalise(text)).strip(" ")


def _near(word: str, known: Iterable[str]) -> dict[str, str]:
    """The one of some names that somebody may have meant, blind to case."""
    names = {fold(name): name for name in known}
    return {key: names[str(value)] for key, value in close(fold(word), names).items()}


def _letters(place: int) -> str:
    """A column as a spreadsheet names it: A to Z, AA and on."""
    before, last = divmod(place, 26)
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]
