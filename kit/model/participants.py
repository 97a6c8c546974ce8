"""The participants of a workshop, from a list with a row for each: ``--participants FILE.csv``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, KitError, Value
from kit.model import table
from kit.model.lookup import Lookup
from kit.model.many import MOST
from kit.model.rows import MAX_LETTERS, Places, note
from kit.model.table import Cell, Columns, Row, Table, problem_in, shortened
from kit.model.text import Text
from kit.model.workshop import Participant
from kit.typed import MOST_PARTICIPANTS, MOST_TABLES

NAME: Final = "naam"
ORGANISATION: Final = "organisatie"
MUNICIPALITY: Final = "gemeente"
TABLE: Final = "tafel"
COLUMNS: Final = Columns((NAME, ORGANISATION, MUNICIPALITY), (TABLE,))

_NUMBER: Final = re.compile(r"(?:[a-z]{1,20}[ .:]*)?(\d{1,3})(?:[.,]0+)?", re.ASCII | re.IGNORECASE)
"""A number of a table: bare, with a word before it (Tafel 3), or as a spreadsheet may write it (3,0)."""


@dataclass(frozen=True, slots=True)
class KnownParticipants:
    """The participants of a list, in order, and what there is to say about it."""

    participants: tuple[Participant, ...]
    notes: tuple[Diagnostic, ...] = ()


def read(path: Path, lookup: Lookup) -> KnownParticipants:
    """The participants in a list. Raises KitError with everything that is wrong in any row."""
    return participants_of(table.read(path, COLUMNS), lookup)


def participants_of(rows: Table, lookup: Lookup) -> KnownParticipants:
    """The participants in the rows of a list. Raises KitError with everything that is wrong in any row."""
    reader = _Reader(lookup)
    # Of very many wrong rows only the first are told.
    found = tuple(reader.participant(row) for row in rows.rows if len(reader.problems) <= MOST)
    problems = [*rows.problems, *reader.problems]
    if problems:
        raise table.refusal(problems)
    if not found or len(found) > MOST_PARTICIPANTS:
        values: dict[str, Value] = {"file": rows.file, "count": len(found), "most": MOST_PARTICIPANTS}
        raise KitError([Diagnostic("participants-too-many" if found else "participants-none", values)])
    return KnownParticipants(found, (*rows.notes, *reader.notes()))


class _Reader:
    """Takes one row after the other, and keeps what is wrong or worth a note."""

    def __init__(self, lookup: Lookup) -> None:
        self.problems: list[Diagnostic] = []
        self._places = Places(lookup, self.problems)
        self._first: dict[tuple[str, ...], int] = {}
        self._twice: list[tuple[int, int, Cell]] = []

    def participant(self, row: Row) -> Participant:
        """Read a row; what is not filled in is not known."""
        if not any(row.cells[column].text for column in COLUMNS.required):
            self._wrong(row, "row-nobody", row.cells[NAME], columns=", ".join(COLUMNS.required))
        place = row.cells[MUNICIPALITY]
        municipality = self._places.find(row.number, place) if place.text else None
        self._compare(row)
        return Participant(self._text(row, NAME), self._text(row, ORGANISATION), municipality, self._table(row))

    def notes(self) -> Iterator[Diagnostic]:
        """What a facilitator must hear of rows that are right."""
        yield from self._places.moved("participants-moved")
        yield from self._places.namesakes()
        yield from note("participants-twice", [(cell, f"{row} (= {first})") for row, first, cell in self._twice])

    def _text(self, row: Row, column: str) -> Text | None:
        cell = row.cells[column]
        if len(cell.text) > MAX_LETTERS:
            self._wrong(row, "text-endless", cell, count=len(cell.text), limit=MAX_LETTERS)
        return Text.of(cell.text, cell.mark) if cell.text else None

    def _table(self, row: Row) -> int | None:
        cell = row.cells.get(TABLE)
        if not cell or not cell.text:
            return None
        found = _NUMBER.fullmatch(cell.text)
        number = int(found[1]) if found else 0
        if not 1 <= number <= MOST_TABLES:
            self._wrong(row, "row-table", cell, query=shortened(cell.text), most=MOST_TABLES)
        return number

    def _compare(self, row: Row) -> None:
        """Keep a row that says the same as one before it: it is a slip more often than a namesake."""
        told = tuple(row.cells[column].text.casefold() for column in (NAME, ORGANISATION, MUNICIPALITY))
        first = self._first.setdefault(told, row.number)
        if first != row.number and told[0]:
            self._twice.append((row.number, first, row.cells[NAME]))

    def _wrong(self, row: Row, code: str, cell: Cell, **values: Value) -> None:
        self.problems.append(problem_in(row.number, code, cell.mark, **values))
