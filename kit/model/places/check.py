"""Looks through a file of municipalities that somebody changed: what is wrong is told at its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from kit.diagnostics import Diagnostic, KitError, Mark, Value
from kit.model.most_problems import first

COLUMNS: Final = (
    "nis",
    "name_nl",
    "name_fr",
    "province_nl",
    "region",
    "lat",
    "lon",
    "postal_codes",
    "neighbours",
    "former_names",
    "submunicipalities",
    "reference_region",
)
COUNT: Final = 565
"""So many municipalities has Belgium since 1 January 2025."""

_DEGREES: Final = re.compile(r"[0-9]{1,2}\.[0-9]{1,6}")
_BELGIUM: Final[Mapping[str, tuple[float, float]]] = MappingProxyType({"lat": (49.4, 51.6), "lon": (2.5, 6.5)})
"""Between which degrees the country lies (WGS84)."""

_PATTERNS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "nis": re.compile(r"[0-9]{5}"),
        "name_nl": re.compile(r"\S(.*\S)?"),
        "name_fr": re.compile(r"\S(.*\S)?"),
        "region": re.compile("Vlaanderen|Brussel|Wallonië"),
        "postal_codes": re.compile(r"[0-9]{4}( [0-9]{4})*"),
        "neighbours": re.compile(r"[0-9]{5}( [0-9]{5})*"),
    }
)
"""What a cell of a column is like; each has an example in the words of its problem."""


class _Row(NamedTuple):
    """A line of the file as its cells, with the column of the file where each begins."""

    line: int
    cells: Mapping[str, str]
    starts: Mapping[str, int]


def check(data: bytes, path: Path) -> None:
    """Raise KitError with what is wrong in the file, the first problems of very many."""
    problems = list(first(_Checker(str(path)).problems(data)))
    if problems:
        raise KitError(problems)


class _Checker:
    def __init__(self, file: str) -> None:
        self._file = file

    def problems(self, data: bytes) -> Iterator[Diagnostic]:
        """Everything that is wrong: of the file, then of each row, then between them."""
        try:
            lines = data.decode("utf-8").splitlines()
        except UnicodeDecodeError as error:
            line, column = data.count(b"\n", 0, error.start) + 1, error.start - data.rfind(b"\n", 0, error.start)
            yield Diagnostic("municipalities-not-utf8", {}, Mark(self._file, line, column))
            return
        if not lines or lines[0] != ",".join(COLUMNS):
            values: dict[str, Value] = {"columns": ",".join(COLUMNS), "text": lines[0][:60] if lines else ""}
            yield Diagnostic("municipalities-header", values, Mark(self._file, 1, 1))
            return
        rows = []
        for i, text in enumerate(lines[1:], 2):
            if text.count(",") != len(COLUMNS) - 1 or '"' in text:
                values = {"count": text.count(",") + 1, "right": len(COLUMNS)}
                yield Diagnostic("municipalities-cells", values, Mark(self._file, i, 1))
                continue
            rows.append(_row(i, text))
            yield from self._cells(rows[-1])
        if len(rows) != COUNT:
            values = {"count": len(rows), "right": COUNT}
            yield Diagnostic("municipalities-count", values, Mark(self._file, len(lines), 1))
        yield from self._between(rows)

    def _cells(self, row: _Row) -> Iterator[Diagnostic]:
        for column, pattern in _PATTERNS.items():
            if not pattern.fullmatch(row.cells[column]):
                yield self._problem(f"municipalities-{column.replace('_', '-')}", row, column)
        for column, (low, high) in _BELGIUM.items():
            text = row.cells[column]
            if not _DEGREES.fullmatch(text) or not low < float(text) < high:
                yield self._problem("municipalities-degrees", row, column, low=f"{low}", high=f"{high}")
        in_brussels = row.cells["region"] == "Brussel"
        if bool(row.cells["province_nl"]) == in_brussels:
            yield self._problem("municipalities-province", row, "province_nl")

    def _between(self, rows: Sequence[_Row]) -> Iterator[Diagnostic]:
        """Problems that take two rows to see: the same code twice, a neighbour that does not name the other back."""
        by_nis: dict[str, _Row] = {}
        for row in rows:
            other = by_nis.setdefault(row.cells["nis"], row)
            if other is not row:
                yield self._problem("municipalities-twice", row, "nis", line=other.line)
        for row in rows:
            yield from self._neighbours(row, by_nis)

    def _neighbours(self, row: _Row, by_nis: Mapping[str, _Row]) -> Iterator[Diagnostic]:
        neighbours = row.cells["neighbours"].split()
        for i, code in enumerate(neighbours):
            problem = self._neighbour(row.cells["nis"], code, by_nis, twice=code in neighbours[:i])
            if problem:
                values: dict[str, Value] = {"code": code, "name": row.cells["name_nl"]}
                if other := by_nis.get(code):
                    values |= {"other": other.cells["name_nl"], "line": other.line}
                shift = row.cells["neighbours"].index(code)
                yield self._problem(problem, row, "neighbours", shift, **values)

    def _neighbour(self, nis: str, code: str, by_nis: Mapping[str, _Row], *, twice: bool) -> str:
        """What is wrong with a neighbour, as a code; nothing where it is right."""
        if code not in by_nis:
            return "municipalities-neighbour-unknown"
        if twice or code == nis:
            return "municipalities-neighbour-twice"
        return "" if nis in by_nis[code].cells["neighbours"].split() else "municipalities-neighbour-one-way"

    def _problem(self, code: str, row: _Row, column: str, shift: int = 0, /, **values: Value) -> Diagnostic:
        mark = Mark(self._file, row.line, row.starts[column] + shift)
        return Diagnostic(code, {"found": row.cells[column][:60], **values}, mark)


def _row(number: int, line: str) -> _Row:
    cells = dict(zip(COLUMNS, line.split(","), strict=True))
    starts, at = {}, 1
    for column, cell in cells.items():
        starts[column] = at
        at += len(cell) + 1
    return _Row(number, cells, starts)
