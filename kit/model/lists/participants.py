"""The participants of a workshop, from a list with a row for each: ``--participants FILE.csv``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, KitError, Value
from kit.model.lists import names, nobody, table
from kit.model.lists.columns import Columns
from kit.model.lists.headers import MUNICIPALITY, NAME, ORGANISATION, POSTAL_CODE, SHORT, TABLE
from kit.model.lists.limits import shortened
from kit.model.lists.refusal import problem_in, refusal
from kit.model.lists.rows import MAX_LETTERS, Places, note
from kit.model.lists.table import Cell, Row, Table
from kit.model.lists.understood import Tell, untold
from kit.model.most_problems import MOST
from kit.model.parsing import MOST_PARTICIPANTS, MOST_TABLES
from kit.model.places.lookup import Lookup
from kit.model.places.municipalities import Municipality
from kit.model.text.spans import Text
from kit.model.workshop.tables import Participant

COLUMNS: Final = Columns((), (SHORT, TABLE), hoped=names.COLUMNS)

_NUMBER: Final = re.compile(r"(?:[a-z]{1,20}[ .:]*)?(\d{1,3})(?:[.,]0+)?", re.ASCII | re.IGNORECASE)
"""A number of a table: bare, with a word before it (Tafel 3), or as a spreadsheet may write it (3,0)."""


@dataclass(frozen=True, slots=True)
class KnownParticipants:
    """The participants of a list, in order, and what there is to say about it."""

    participants: tuple[Participant, ...]
    notes: tuple[Diagnostic, ...] = ()


def read(path: Path, lookup: Lookup, tell: Tell = untold) -> KnownParticipants:
    """The participants in a list. Raises KitError with all that is wrong in any row; ``tell`` hears of it first."""
    return participants_of(table.read(path, COLUMNS), lookup, tell)


def participants_of(rows: Table, lookup: Lookup, tell: Tell = untold) -> KnownParticipants:
    """The participants in the rows of a list. Raises KitError with everything that is wrong in any row."""
    fields = {column.field for column in rows.columns}
    has_places = not fields.isdisjoint({MUNICIPALITY, POSTAL_CODE})
    reader = _Reader(lookup, _numbers(rows), has_places=has_places, has_more=has_places or ORGANISATION in fields)
    # Of very many wrong rows only the first are told.
    found = tuple(reader.participant(row) for row in rows.rows if len(reader.problems) <= MOST)
    missing = [row.number for row in rows.rows if not row.cells[MUNICIPALITY].text]
    tell(rows.understood("participants", missing))
    problems = [*rows.problems, *reader.problems]
    if problems:
        raise refusal(problems)
    if not found or len(found) > MOST_PARTICIPANTS:
        values: dict[str, Value] = {"file": rows.file, "count": len(found), "most": MOST_PARTICIPANTS}
        raise KitError([Diagnostic("participants-too-many" if found else "participants-none", values)])
    return KnownParticipants(found, (*rows.notes, *reader.notes()))


def _numbers(rows: Table) -> frozenset[int]:
    """The numbers of tables that are asked for."""
    cells = (row.cells.get(TABLE) for row in rows.rows)
    return frozenset(int(found[1]) for cell in cells if cell and (found := _NUMBER.fullmatch(cell.text)))


class _Reader:
    """Takes one row after the other, and keeps what is wrong or worth a note."""

    def __init__(self, lookup: Lookup, taken: frozenset[int], *, has_places: bool, has_more: bool) -> None:
        self.problems: list[Diagnostic] = []
        self._free = (number for number in count(1) if number not in taken)
        self._seated: dict[int, tuple[int | None, Cell]] = {}
        self._tables: dict[str, tuple[int, Cell]] = {}
        self._places = Places(lookup, self.problems)
        self._first: dict[tuple[str, ...], int] = {}
        self._twice: list[tuple[int, int, Cell]] = []
        self._names = names.Names(self.problems, has_more=has_more)
        self._has_places = has_places

    def participant(self, row: Row) -> Participant:
        """Read a row; what is not filled in is not known."""
        row = self._names.read(row)
        municipality = self._municipality(row)
        self._compare(row)
        name, organisation, short = (self._text(row, column) for column in (NAME, ORGANISATION, SHORT))
        number = self._table(row)
        self._seated[row.number] = (number, row.cells.get(TABLE, row.cells[NAME]))
        return Participant(name, organisation, municipality, number, short)

    def _municipality(self, row: Row) -> Municipality | None:
        cell = row.cells[MUNICIPALITY]
        whose = row.cells[NAME].text or row.cells[ORGANISATION].text
        if cell.text:
            return self._places.find(row.number, cell, whose)
        if self._has_places:
            self._places.lack(row.number, cell, whose)
        return None

    def notes(self) -> Iterator[Diagnostic]:
        """What a facilitator must hear of rows that are right."""
        yield from self._places.moved("participants-moved")
        yield from self._places.outside("participants-blank")
        yield from self._places.namesakes("participants-namesakes")
        yield from self._places.several()
        yield from self._names.notes()
        tables = [(cell, f"{shortened(cell.text)} → {number}") for number, cell in self._tables.values()]
        yield from note("participants-tables", tables)
        yield from note("participants-merged-tables", self._alone_at_table())
        yield from note("participants-twice", [(cell, f"{row} (= {first})") for row, first, cell in self._twice])

    def _alone_at_table(self) -> list[tuple[Cell, str]]:
        """Whoever has the only row of a table, where it seems that a number is of the rows below it too."""
        seats = list(self._seated.values())
        numbers = [number for number, _ in seats if number]
        is_once = len(numbers) > 1 and len(set(numbers)) == len(numbers) and seats[0][0] is not None
        if not is_once or len(numbers) * 2 > len(seats):
            return []
        return [(cell, f"{row} ({number})") for row, (number, cell) in self._seated.items() if number]

    def _text(self, row: Row, column: str) -> Text | None:
        cell = row.cells.get(column)
        if cell is None:
            return None
        if len(cell.text) > MAX_LETTERS:
            self._wrong(row, "text-endless", cell, count=len(cell.text), limit=MAX_LETTERS)
        return Text.of(cell.text, cell.mark) if cell.text else None

    def _table(self, row: Row) -> int | None:
        cell = row.cells.get(TABLE)
        if not cell or not cell.text or nobody.is_nothing(cell.text):
            return None
        found = _NUMBER.fullmatch(cell.text)
        number = int(found[1]) if found else self._named_table(cell)
        if not 1 <= number <= MOST_TABLES:
            self._wrong(row, "row-table", cell, query=shortened(cell.text), most=MOST_TABLES)
        return number

    def _named_table(self, cell: Cell) -> int:
        """The number that a table with a name gets: tables have numbers on paper, and which is which is told."""
        if not cell.text[0].isalpha() or any(letter.isdigit() for letter in cell.text):
            return 0
        key = cell.text.casefold()
        if key not in self._tables:
            self._tables[key] = (next(self._free), cell)
        return self._tables[key][0]

    def _compare(self, row: Row) -> None:
        """Keep a row that says the same as one before it: it is a slip more often than a namesake."""
        told = tuple(row.cells[column].text.casefold() for column in (NAME, ORGANISATION, MUNICIPALITY))
        first = self._first.setdefault(told, row.number)
        if first != row.number and told[0]:
            self._twice.append((row.number, first, row.cells[NAME]))

    def _wrong(self, row: Row, code: str, cell: Cell, **values: Value) -> None:
        self.problems.append(problem_in(row.number, code, cell.mark, **values))
