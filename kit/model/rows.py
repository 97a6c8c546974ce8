"""What lists of actors and of participants share: a column of municipalities, and notes about many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from kit.diagnostics import Diagnostic, Severity
from kit.model.findings import Finding, Found, How, diagnostics
from kit.model.lookup import Lookup
from kit.model.municipalities import Municipality
from kit.model.table import Cell, problem_in

MAX_LETTERS: Final = 500
"""A longer name fits on no sheet."""

_SHOWN: Final = 12
"""So many of what a note is about are listed; of the rest it says how many."""


class Places:
    """Finds the municipality that each cell names; what is wrong goes to ``problems``, what is worth a note is kept."""

    def __init__(self, lookup: Lookup, problems: list[Diagnostic]) -> None:
        """Nothing is looked up yet."""
        self.problems = problems
        self._lookup = lookup
        self._findings: dict[str, Finding] = {}
        self._first: dict[str, Cell] = {}

    def find(self, row: int, cell: Cell) -> Municipality | None:
        """The municipality in a cell that is not empty; nothing, and a problem more, where there is none."""
        self._first.setdefault(cell.text, cell)
        finding = self._findings.get(cell.text) or self._findings.setdefault(cell.text, self._lookup.find(cell.text))
        if isinstance(finding, Found):
            return finding.municipality
        for said in diagnostics(finding):
            self.problems.append(problem_in(row, f"row-{said.code}", cell.mark, **said.values))
        return None

    def moved(self, code: str) -> Iterable[Diagnostic]:
        """Places that are no municipality of their own."""
        return note(
            code,
            [
                (self._first[query], f"{finding.matched} → {finding.municipality.name}")
                for query, finding in self._findings.items()
                if isinstance(finding, Found) and finding.how in {How.FORMER, How.SUBMUNICIPALITY}
            ],
        )

    def namesakes(self) -> Iterable[Diagnostic]:
        """Municipalities with a name that a part of another one has as well."""
        shared = [
            (self._first[query], f"{finding.matched} ({', '.join(other.name for other in finding.namesakes)})")
            for query, finding in self._findings.items()
            if isinstance(finding, Found) and finding.namesakes
        ]
        return note("rows-namesakes", shared, Severity.ADVICE)


def note(code: str, about: Sequence[tuple[Cell, str]], severity: Severity = Severity.WARNING) -> Iterable[Diagnostic]:
    """One note about all of some cells, at the first; none where there are none."""
    if about:
        listed = ", ".join(dict.fromkeys(islice((shown for _, shown in about), _SHOWN)))
        more = len(about) - _SHOWN
        yield Diagnostic(code, {"list": f"{listed} … (+ {more})" if more > 0 else listed}, about[0][0].mark, severity)
