"""Which columns a list has: what is asked for, and where in its rows that was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kit.diagnostics import Diagnostic, KitError, Mark, Severity, Value
from kit.model.lists import around, headers
from kit.model.lists.clean import clean
from kit.model.lists.limits import letters, shortened
from kit.model.lists.records import DELIMITERS, Record, Records
from kit.model.lists.understood import Column
from kit.model.near import close
from kit.model.places.lookup import fold

_TITLES: Final = 5
"""So many rows are looked at for heads that are in one cell."""


class Columns(NamedTuple):
    """The columns of a list by name, in small letters: ``required`` ones, and ``optional`` ones.

    Without those that are ``hoped`` for it is a list all the same, but that is told. One of ``either`` must be there.
    ``of_organisations``: the names are those of organisations, and a column may be called so.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    hoped: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    of_organisations: bool = False

    @property
    def all(self) -> tuple[str, ...]:
        """The columns that are read."""
        return self.required + self.hoped + self.either + self.optional

    @property
    def named(self) -> tuple[str, ...]:
        """The columns that are asked for by name where there is none of them."""
        return (self.required or self.hoped) + self.either[:1]

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns that are looked for: a name may come in parts, and a place as a postal code."""
        parts = headers.IN_PARTS if headers.NAME in self.all else ()
        codes = (headers.POSTAL_CODE,) if headers.MUNICIPALITY in self.all else ()
        organisations = (headers.ORGANISATION,) if self.of_organisations else ()
        return self.all + parts + codes + organisations


@dataclass(frozen=True, slots=True)
class Found:
    """Which row has the heads, where in a record each column stands, and what there is to say about it."""

    head: int
    places: Mapping[str, int]
    columns: tuple[Column, ...]
    notes: tuple[Diagnostic, ...] = ()


def find(records: Records, columns: Columns) -> Found:
    """The columns of a list. Raises KitError where it lacks one, or has two for one."""
    return _Finder(records, columns).found()


class _Finder:
    """Finds the columns of one list."""

    def __init__(self, records: Records, columns: Columns) -> None:
        self.records, self.columns = records, columns

    def found(self) -> Found:
        """Where they are."""
        rows, head = self.records.rows, self.records.head
        if not rows:
            raise self._refused("table-empty", 0, columns=", ".join(self.columns.named))
        if head is None:
            return self._poll()
        heads = [clean(cell.text) for cell in rows[head].cells]
        places = self._named(heads, self._places(rows[head], heads, rows[head + 1 :]))
        notes = self._missing(rows[head], heads, set(places))
        return Found(head, places, _understood(heads, places), tuple(notes))

    def _poll(self) -> Found:
        """The names in an exported poll, which stand in the first column; there are no heads in any other list."""
        rows = self.records.rows
        head = around.poll_heads(rows)
        self._check_cells(rows[:_TITLES])
        if head is None or self.columns.required or headers.NAME not in self.columns.all:
            found = shortened(", ".join(filter(None, (clean(cell.text) for cell in rows[0].cells))))
            values = {"columns": ", ".join(self.columns.named), "found": found}
            raise self._refused("table-no-header", rows[0].cells[0].start, **values)
        heads = [clean(cell.text) for cell in rows[head].cells]
        places = {headers.NAME: 0}
        notes = self._lacking(set(places), self._mark(rows[head]))
        return Found(head, places, _understood(heads, places), tuple(notes))

    def _check_cells(self, rows: Sequence[Record]) -> None:
        """Refuse a list whose rows are in one cell each: of a CSV that Excel opened with other separators."""
        for row in rows:
            text = clean(row.cells[0].text) if len(row.cells) == 1 else ""
            heads = max(([clean(one) for one in text.split(sign)] for sign in DELIMITERS), key=len)
            if len(heads) > 1 and headers.score(heads, self.columns.fields)[0] > 1:
                raise self._refused("table-one-cell", row.cells[0].start, found=shortened(text))

    def _places(self, row: Record, heads: Sequence[str], body: Sequence[Record]) -> dict[str, int]:
        """The place of each column: of several that may be it, the one that says so most clearly and is not empty."""
        candidates: dict[str, list[tuple[int, int]]] = {}
        for place, head in enumerate(heads):
            if found := headers.match(head, self.columns.fields) if head else None:
                candidates.setdefault(found.field, []).append((found.rank, place))
        places: dict[str, int] = {}
        for field, several in candidates.items():
            filled = [one for one in several if _is_filled(body, one[1])] or several
            most = max(rank for rank, _ in filled)
            best = [place for rank, place in filled if rank == most]
            if len(best) > 1:
                raise self._two(row, field, heads, best)
            places[field] = best[0]
        return places

    def _named(self, heads: Sequence[str], places: Mapping[str, int]) -> Mapping[str, int]:
        """The places where the organisations of a list of those are its names, unless a column has just that name.

        What is called otherwise, or comes in parts, is the name of a person of that organisation.
        """
        if not self.columns.of_organisations or headers.ORGANISATION not in places:
            return places
        left = {field: place for field, place in places.items() if field != headers.ORGANISATION}
        parts = set(headers.IN_PARTS)
        if headers.NAME in left and fold(heads[left[headers.NAME]]) == headers.NAME and parts.isdisjoint(left):
            return left
        persons = {headers.NAME, *parts}
        return {
            headers.NAME: places[headers.ORGANISATION],
            **{field: place for field, place in left.items() if field not in persons},
        }

    def _two(self, row: Record, field: str, heads: Sequence[str], places: Sequence[int]) -> KitError:
        start = row.cells[places[1]].start
        one, other = heads[places[0]], heads[places[1]]
        if fold(one) == fold(other):
            return self._refused("table-column-twice", start, column=field)
        return self._refused("table-columns-alike", start, column=field, a=shortened(one), b=shortened(other))

    def _missing(self, row: Record, heads: Sequence[str], found: set[str]) -> list[Diagnostic]:
        """Refuse where a column lacks that must be there, or that somebody misspelt; else tell which ones lack."""
        have = {*found, *([headers.NAME] if found & set(headers.IN_PARTS) else [])}
        have |= {headers.MUNICIPALITY} if headers.POSTAL_CODE in found else set()
        unknown = [head for head in heads if head and not headers.match(head, self.columns.fields)]
        shown = shortened(", ".join(filter(None, heads)))
        needed = self.columns.required + (() if have & set(self.columns.either) else self.columns.either[:1])
        guesses = {column: _near(column, unknown) for column in needed + self.columns.hoped}
        told = [
            {"column": column, "found": shown, **near}
            for column, near in guesses.items()
            if column not in have and (near or column in needed)
        ]
        mark = self._mark(row)
        if told:
            raise KitError(Diagnostic("table-no-column", values, mark) for values in told)
        notes = self._lacking(have, mark)
        spare = [column for column in self.columns.optional if column not in have]
        if near := next(filter(None, (_near(head, spare) for head in unknown)), {}):
            values = {"columns": shortened(", ".join(unknown)), **near}
            notes.append(Diagnostic("table-columns-ignored", values, mark, Severity.ADVICE))
        return notes

    def _lacking(self, have: set[str], mark: Mark) -> list[Diagnostic]:
        lacking = [column for column in self.columns.hoped if column not in have]
        values = {"columns": ", ".join(lacking)}
        return [Diagnostic("table-columns-lacking", values, mark, Severity.WARNING)] if lacking else []

    def _refused(self, code: str, start: int, **values: Value) -> KitError:
        return KitError([Diagnostic(code, {"file": self.records.file, **values}, self.records.mark(start, ""))])

    def _mark(self, row: Record) -> Mark:
        return self.records.mark(row.cells[0].start, "")


def _is_filled(rows: Sequence[Record], place: int) -> bool:
    return any(len(row.cells) > place and clean(row.cells[place].text) for row in rows)


def _understood(heads: Sequence[str], places: Mapping[str, int]) -> tuple[Column, ...]:
    fields = {place: field for field, place in places.items()}
    return tuple(
        Column(letters(place), shortened(head), fields.get(place, ""))
        for place, head in enumerate(heads)
        if head or place in fields
    )


def _near(word: str, known: Iterable[str]) -> dict[str, str]:
    """The one of some names that somebody may have meant, blind to case."""
    names = {fold(name): name for name in known}
    return {key: names[str(value)] for key, value in close(fold(word), names).items()}
