"""A list that a facilitator made in a spreadsheet, or that a form exported: its rows, read as forgivingly as can be.

A workbook, or text with semicolons, commas or tabs; the columns in any order and by the names that people and forms
give them; titles above, totals below, empty lines, stray spaces and columns that nobody asked for. What a cell holds is
text: a formula is never run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, KitError, Mark, Severity, Value
from kit.model.lists import around, cells, columns, headers, nobody, workbook
from kit.model.lists.clean import ASKED, FORMULA_ERROR, LOST, clean, unescaped, unseen
from kit.model.lists.columns import Columns
from kit.model.lists.limits import letters, listed, shortened
from kit.model.lists.mail import first_name_first, without_address
from kit.model.lists.records import Record, Records, of_sheet, of_text
from kit.model.lists.refusal import problem_in
from kit.model.lists.spreadsheet import ListText, text_of
from kit.model.lists.suspicion import suspicions
from kit.model.lists.understood import Column, Kind, Skipped, Understood

_NAMED: Final = (headers.NAME, headers.ORGANISATION)
"""The columns where an e-mail address may stand beside a name."""

_TITLE: Final = "row-heading"
"""The code of what is wrong with a row that is a title."""


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
    """The rows of a list in which somebody stands, in order.

    ``problems`` are the errors in rows; a row that is no row because of them is not among the rows. ``notes`` are what
    else there is to say. The others are as in `Understood`.
    """

    file: str
    rows: tuple[Row, ...]
    problems: tuple[Diagnostic, ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    columns: tuple[Column, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    sheet: str = ""
    others: tuple[str, ...] = ()

    def understood(self, kind: Kind, missing: Sequence[int] = ()) -> Understood:
        """What it was taken for, and how many it has, wrong rows too; ``missing`` are those without a municipality."""
        wrong = {int(problem.values["row"]) for problem in self.problems if problem.code != _TITLE}
        count = len({row.number for row in self.rows} | wrong)
        name = Path(self.file).name
        taken = (self.columns, self.skipped, self.sheet, self.others)
        return Understood(name, kind, *taken, count, tuple(missing))


def read(path: Path, wanted: Columns) -> Table:
    """A list from a file. Raises KitError where it is no table, or lacks a column."""
    if workbook.is_workbook(path):
        sheet = workbook.read(path)
        try:
            found = _Reader(of_sheet(sheet, str(path), wanted.fields), wanted).table()
        except KitError as error:
            raise KitError([*error.diagnostics, *_elsewhere(path, sheet)]) from error
        return replace(found, sheet=sheet.name, others=sheet.others)
    text = text_of(path)
    found = parse(text.text, str(path), wanted)
    return replace(found, notes=(*_saved(text, str(path)), *found.notes))


def parse(text: str, file: str, wanted: Columns) -> Table:
    """A list from its text, line ends as ``\\n``. Raises KitError where it lacks a column."""
    return _Reader(of_text(text, file, wanted.fields), wanted).table()


def _elsewhere(path: Path, sheet: workbook.Sheet) -> Iterator[Diagnostic]:
    """Which other sheets there are, where the one that was read is no list."""
    if sheet.others:
        values = {"file": workbook.named(path)[0].name, "read": sheet.name}
        others = {"list": ", ".join(sheet.others), "first": sheet.others[0]}
        yield Diagnostic("table-other-sheets", {**values, **others}, Mark(str(path), 1, 1), Severity.WARNING)


def _saved(text: ListText, file: str) -> Iterator[Diagnostic]:
    """What there is to say of how a text was saved."""
    mark = Mark(file, 1, 1)
    if text.encoding:
        values: dict[str, Value] = {"encoding": text.encoding, "list": listed(text.words)}
        yield Diagnostic("table-encoding", values, mark, Severity.WARNING)
    if text.mended:
        values = {"list": listed(f"{old} → {new}" for old, new in text.mended.items())}
        yield Diagnostic("table-mended", values, mark, Severity.WARNING)


class _Reader:
    """Reads one table, and keeps what is wrong with it."""

    def __init__(self, records: Records, wanted: Columns) -> None:
        self.records, self.wanted = records, wanted
        self.problems: list[Diagnostic] = []
        self._escaped: list[tuple[Cell, str]] = []
        self._asked: list[tuple[Cell, str]] = []
        self._mailed: list[tuple[Cell, str]] = []
        self._spread: list[tuple[Cell, str]] = []
        self._more: list[tuple[Cell, str]] = []
        self._unsure: list[tuple[Cell, str]] = []
        self._names: Set[int] = frozenset()
        self._by_number = {row.number: row.cells for row in records.rows} if records.merged else {}

    def table(self) -> Table:
        """The rows under the heads."""
        found = columns.find(self.records, self.wanted)
        rows = self.records.rows
        self._names = {place for field, place in found.places.items() if field in around.NAMES}
        skipped = around.skipped(rows, found.head, found.places)
        body = self._people(rows[found.head + 1 :], {one.row for one in skipped})
        width = len(rows[found.head].cells)
        sound = self._sound(body, width, found.places)
        self._doubts(rows[found.head], sound)
        kept = tuple(row for record in sound if (row := self._row(record, found.places, width)))
        notes = [*found.notes, *self._notes()]
        if not kept and not self.problems:
            mark = self.records.mark(rows[found.head].cells[0].start, "")
            notes.append(Diagnostic("table-no-rows", {"file": self.records.file}, mark, Severity.WARNING))
        return Table(self.records.file, kept, tuple(self.problems), tuple(notes), found.columns, skipped)

    def _people(self, rows: Sequence[Record], passed: Set[int]) -> list[Record]:
        """The rows that are somebody; of a title in between it is told that nobody knows who comes."""
        body = [row for row in rows if row.number not in passed]
        titles = around.headings(body)
        for row in titles:
            cell = next(cell for cell in row.cells if clean(cell.text))
            self._wrong(row.number, _TITLE, cell.start, found=shortened(clean(cell.text)))
        return [row for row in body if row not in titles]

    def _doubts(self, head: Record, rows: Sequence[Record]) -> None:
        """Keep the rows where a column that is not read says that more people come, or that it is not sure of one."""
        for i, cell in enumerate(() if self.wanted.of_organisations else head.cells):
            asked = clean(cell.text)
            if nobody.asks_how_many(asked):
                self._more += self._told(rows, i, nobody.is_more_than_one)
            elif nobody.asks_sure(asked):
                self._unsure += self._told(rows, i, lambda text: nobody.is_unsure(text) or nobody.says_no(text))
            elif nobody.asks_whether(asked):
                self._unsure += self._told(rows, i, nobody.is_unsure)

    def _told(self, rows: Sequence[Record], place: int, says: Callable[[str], bool]) -> Iterator[tuple[Cell, str]]:
        """The cells of one column that say something, to be told by their names in a spreadsheet."""
        for row in rows:
            text = clean(row.cells[place].text) if place < len(row.cells) else ""
            if says(text):
                where = f"{letters(place)}{row.number}"
                yield Cell(text, self.records.mark(row.cells[place].start, where)), f"{where} ({shortened(text)})"

    def _sound(self, body: Sequence[Record], width: int, places: Mapping[str, int]) -> list[Record]:
        """The rows whose cells can be told apart; of the others it is told that they cannot."""
        if not self.records.delimiter:
            return list(body)
        needed = max(place for field, place in places.items() if field not in self.wanted.optional) + 1
        odd = {one.number: one for one in suspicions(body, self.records.delimiter, width, needed)}
        for one in odd.values():
            self._wrong(one.number, one.code, one.start)
        return [row for row in body if row.number not in odd]

    def _row(self, record: Record, places: Mapping[str, int], width: int) -> Row | None:
        """A row, or nothing where what stands in it cannot be told apart."""
        number, raw = record
        if open_cells := [cell for cell in raw if not cell.closed]:
            self._wrong(number, "row-quote", open_cells[0].start)
            return None
        surplus = [cell for cell in raw[width:] if clean(cell.text)]
        if surplus:
            self._wrong(number, "row-long", surplus[0].start, found=shortened(clean(surplus[0].text)))
            return None
        end = cells.Cell("", raw[-1].start + len(raw[-1].text))
        found = {
            column: self._cell(number, place, self._merged(number, place) or (raw[place] if place < len(raw) else end))
            for column, place in places.items()
        }
        lost = [cell for cell in found.values() if FORMULA_ERROR.fullmatch(cell.text)]
        self.problems += [problem_in(number, "row-formula", cell.mark, found=cell.text) for cell in lost]
        return None if lost else Row(number, self._whole(found))

    def _merged(self, number: int, place: int) -> cells.Cell | None:
        """The cell above that one was merged with; nothing in a column of names: a name is of one row."""
        first = self.records.merged.get((number, place), 0)
        above = self._by_number.get(first, ())
        if place in self._names or place >= len(above) or not clean(above[place].text):
            return None
        shown = f"{letters(place)}{number} ({shortened(clean(above[place].text))})"
        self._spread.append((Cell("", self.records.mark(above[place].start, f"{letters(place)}{first}")), shown))
        return above[place]

    def _whole(self, found: Mapping[str, Cell]) -> Mapping[str, Cell]:
        """The cells by the columns that were asked for: a name made whole, a postal code where there is no place."""
        whole = {column: cell for column, cell in found.items() if column in self.wanted.all}
        if any(part in found for part in headers.IN_PARTS):
            whole[headers.NAME] = _name(found)
        code = found.get(headers.POSTAL_CODE)
        if code and not (headers.MUNICIPALITY in whole and whole[headers.MUNICIPALITY].text):
            whole[headers.MUNICIPALITY] = code
        some = next(iter(found.values()))
        whole |= {column: Cell("", some.mark) for column in self.wanted.hoped if column not in whole}
        whole |= {field: self._addressed(field, whole[field]) for field in _NAMED if field in whole}
        return {column: whole[column] for column in self.wanted.all if column in whole}

    def _cell(self, number: int, place: int, raw: cells.Cell) -> Cell:
        text = clean(raw.text)
        plain = unescaped(text)
        cell = Cell(plain, self.records.mark(raw.start, f"{letters(place)}{number}"))
        if plain != text:
            self._escaped.append((cell, f"{shortened(text)} → {shortened(plain)}"))
        if not plain.isascii() or not plain.isprintable():
            self._check_letters(number, cell)
        if ASKED.search(plain) and not FORMULA_ERROR.fullmatch(plain):
            self._asked.append((cell, shortened(plain)))
        return cell

    def _addressed(self, field: str, cell: Cell) -> Cell:
        """A name without the e-mail address beside it."""
        text = without_address(cell.text)
        if text == cell.text:
            return cell
        plain = first_name_first(text) if field == headers.NAME else text
        self._mailed.append((cell, f"{shortened(cell.text)} → {shortened(plain)}"))
        return replace(cell, text=plain)

    def _check_letters(self, number: int, cell: Cell) -> None:
        if LOST in cell.text:
            self.problems.append(problem_in(number, "row-lost", cell.mark, found=shortened(cell.text)))
        elif found := unseen(cell.text):
            self.problems.append(problem_in(number, "control-character", cell.mark, found=found))

    def _notes(self) -> Iterator[Diagnostic]:
        told = {
            "rows-escaped": self._escaped,
            "rows-question": self._asked,
            "rows-mailed": self._mailed,
            "rows-merged": self._spread,
            "rows-more": self._more,
            "rows-unsure": self._unsure,
        }
        for code, about in told.items():
            if about:
                values = {"list": listed(shown for _, shown in about)}
                yield Diagnostic(code, values, about[0][0].mark, Severity.WARNING)

    def _wrong(self, number: int, code: str, start: int, **values: str) -> None:
        self.problems.append(problem_in(number, code, self.records.mark(start, ""), **values))


def _name(found: Mapping[str, Cell]) -> Cell:
    """A name in parts as one: the first name in front. A column *naam* beside a first name has the last one.

    Unless that one begins with the first name already, or there is a column for the last name as well.
    """
    whole, own = found.get(headers.NAME), found.get(headers.FIRST_NAME)
    parts = [found[part] for part in (headers.FIRST_NAME, headers.BETWEEN_NAMES, headers.LAST_NAME) if part in found]
    if whole and headers.LAST_NAME in found and whole.text:
        return whole
    if whole and headers.LAST_NAME not in found:
        is_whole = own and own.text and f"{whole.text} ".casefold().startswith(f"{own.text} ".casefold())
        parts = [whole] if is_whole else [*parts, whole]
    filled = [part for part in parts if part.text]
    return Cell(" ".join(part.text for part in filled), (filled or parts)[0].mark)
