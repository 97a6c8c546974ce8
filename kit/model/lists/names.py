"""Who is meant in a row of participants: a name that is not known yet, or that is one of several people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kit.diagnostics import Diagnostic
from kit.model.lists import nobody
from kit.model.lists.clean import ADDRESS
from kit.model.lists.headers import MUNICIPALITY, NAME, ORGANISATION
from kit.model.lists.limits import shortened
from kit.model.lists.refusal import problem_in
from kit.model.lists.rows import note
from kit.model.lists.table import Cell, Row

COLUMNS: Final = (NAME, ORGANISATION, MUNICIPALITY)
"""Where at least one of these is filled, somebody comes."""


class Names:
    """Reads one row after the other; what is wrong goes to ``problems``, what is worth a note is kept."""

    def __init__(self, problems: list[Diagnostic], *, has_more: bool) -> None:
        """Nothing is read yet. ``has_more``: whether the list has columns beside that of names."""
        self.problems = problems
        self._has_more = has_more
        self._unnamed: list[tuple[Cell, str]] = []
        self._addresses: list[tuple[Cell, str]] = []
        self._odd: list[tuple[Cell, str]] = []
        self._nowhere: list[tuple[Cell, str]] = []

    def read(self, row: Row) -> Row:
        """A row whose name and organisation are to be printed: empty where they are not known."""
        if all(not row.cells[column].text or nobody.is_nothing(row.cells[column].text) for column in COLUMNS):
            self.problems.append(problem_in(row.number, "row-nobody", row.cells[NAME].mark, columns=", ".join(COLUMNS)))
            return row
        self._check_ditto(row)
        return replace(row, cells={**row.cells, NAME: self._name(row), ORGANISATION: self._organisation(row)})

    def notes(self) -> Iterator[Diagnostic]:
        """What a facilitator must hear of names that are right, or may be."""
        yield from note("participants-unnamed", self._unnamed)
        yield from note("participants-addresses", self._addresses)
        yield from note("participants-odd", self._odd)
        yield from note("participants-nowhere", self._nowhere)

    def _name(self, row: Row) -> Cell:
        cell = row.cells[NAME]
        if not cell.text:
            return cell
        if nobody.is_unnamed(cell.text) or nobody.is_nothing(cell.text):
            self._unnamed.append((cell, f"{row.number} ({cell.text})"))
            return replace(cell, text="")
        shown = shortened(cell.text)
        if nobody.is_several(cell.text):
            self.problems.append(problem_in(row.number, "row-several", cell.mark, found=shown))
        elif ADDRESS.fullmatch(cell.text):
            self._addresses.append((cell, shown))
        elif nobody.is_odd(cell.text) or self._is_alone(row):
            self._odd.append((cell, f"{row.number} ({shown})"))
        return cell

    def _is_alone(self, row: Row) -> bool:
        """Whether one word is all there is, where others have more: it may be the title of a group."""
        others = [row.cells[column].text for column in COLUMNS if column != NAME]
        return self._has_more and not any(others) and " " not in row.cells[NAME].text and bool(row.cells[NAME].text)

    def _organisation(self, row: Row) -> Cell:
        cell = row.cells[ORGANISATION]
        if nobody.is_nothing(cell.text):
            self._nowhere.append((cell, f"{row.number} ({cell.text})"))
            return replace(cell, text="")
        return cell

    def _check_ditto(self, row: Row) -> None:
        """What points to the cell above it is wrong."""
        found = [row.cells[column] for column in COLUMNS if nobody.is_ditto(row.cells[column].text)]
        self.problems += [problem_in(row.number, "row-ditto", cell.mark, found=cell.text) for cell in found]
