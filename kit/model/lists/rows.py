"""What lists of actors and of participants share: a column of municipalities, and notes about many rows at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from kit.diagnostics import Diagnostic, Severity
from kit.model.lists.limits import EVERYBODY
from kit.model.lists.refusal import problem_in
from kit.model.lists.table import Cell
from kit.model.places.findings import Finding, Found, How, Outside, What, diagnostics
from kit.model.places.lookup import Lookup
from kit.model.places.municipalities import Municipality
from kit.model.places.named import Neighbour

MAX_LETTERS: Final = 500
"""A longer name fits on no sheet."""

_BETWEEN: Final = re.compile(r"\s*[/&+;,|]\s*|\s+(?:en|et|and|und)\s+")
"""What stands between two places in one cell: *Lier en Mechelen*, *Lier/Mechelen*."""

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
        self._several: dict[str, Found] = {}
        self._outside: list[tuple[Cell, str]] = []

    def find(self, row: int, cell: Cell, whose: str = "") -> Municipality | None:
        """The municipality in a cell that is not empty; nothing, and a problem more, where there is none.

        What is understood and is no municipality is no problem either: ``whose`` it is is kept, to be told.
        """
        self._first.setdefault(cell.text, cell)
        finding = self._findings.get(cell.text) or self._findings.setdefault(cell.text, self._look(cell.text))
        if isinstance(finding, Found):
            return finding.municipality
        if isinstance(finding, Outside):
            self._outside.append((cell, f"{whose or row} ({cell.text})"))
            return None
        for said in diagnostics(finding):
            self.problems.append(problem_in(row, f"row-{said.code}", cell.mark, **said.values))
        return None

    def lack(self, row: int, cell: Cell, whose: str = "") -> None:
        """Keep who has no place, to be told with those whose place is no municipality."""
        self._outside.append((cell, whose or str(row)))

    def _look(self, query: str) -> Finding:
        """What a cell means; where it names several municipalities, the first of them."""
        finding = self._lookup.find(query)
        parts = [part for part in _BETWEEN.split(query) if part]
        if isinstance(finding, Found) or len(parts) < 2:
            return finding
        every = [one for part in parts if isinstance(one := self._lookup.find(part), Found)]
        if len(every) < len(parts):
            return finding
        if len({one.municipality.nis for one in every}) > 1:
            self._several[query] = every[0]
        return every[0]

    def several(self) -> Iterable[Diagnostic]:
        """Cells that name more than one municipality, and which one was taken."""
        told = [(self._first[query], f"{query} → {found.municipality.name}") for query, found in self._several.items()]
        return note("rows-two-places", told)

    def find_neighbour(self, row: int, cell: Cell, whose: str = "") -> Neighbour | None:
        """The same, for who can stand in a bubble: a place abroad, too."""
        found = self._lookup.find(cell.text)
        return found.abroad if isinstance(found, Outside) and found.abroad else self.find(row, cell, whose)

    def moved(self, code: str) -> Iterable[Diagnostic]:
        """Places that are no municipality of their own."""
        return note(
            code,
            [
                (self._first[query], f"{finding.matched} → {finding.municipality.name}")
                for query, finding in self._findings.items()
                if isinstance(finding, Found) and finding.how in {How.FORMER, How.SUBMUNICIPALITY, How.OLD_NIS}
            ],
        )

    def outside(self, code: str) -> Iterable[Diagnostic]:
        """Everybody whose place is no municipality: abroad, a region, online, none."""
        for said in note(code, self._outside, most=EVERYBODY):
            yield replace(said, values={**said.values, "count": len(self._outside)})

    def namesakes(self, code: str) -> Iterable[Diagnostic]:
        """Municipalities with a name that a part of another one has as well."""
        found = [(self._first[query], one) for query, one in self._findings.items() if isinstance(one, Found)]
        shared = [(cell, f"{one.matched} ({', '.join(others)})") for cell, one in found if (others := _others(one))]
        yield from note(code, shared, Severity.ADVICE)
        for code, what in (("rows-also-province", What.PROVINCE), ("rows-also-region", What.REGION)):
            also = {one.matched: cell for cell, one in found if one.region is what}
            yield from note(code, [(cell, name) for name, cell in also.items()], Severity.ADVICE)


def _others(found: Found) -> tuple[str, ...]:
    """What else has the name of a municipality, but a province."""
    abroad = (found.abroad.name,) if found.abroad else ()
    return (*(other.name for other in found.namesakes), *found.longer, *abroad)


def note(
    code: str, about: Sequence[tuple[Cell, str]], severity: Severity = Severity.WARNING, most: int = _SHOWN
) -> Iterable[Diagnostic]:
    """One note about all of some cells, at the first; none where there are none. Of very many the first are listed."""
    if about:
        listed = ", ".join(dict.fromkeys(islice((shown for _, shown in about), most)))
        more = len(about) - most
        yield Diagnostic(code, {"list": f"{listed} … (+ {more})" if more > 0 else listed}, about[0][0].mark, severity)
