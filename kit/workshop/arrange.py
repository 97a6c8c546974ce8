"""From what a facilitator asks, in a file or with options, to a workshop: everybody at a table."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, KitError, Mark, Severity, Value, WrongUseError, errors_of
from kit.model.lists import participants, workbook
from kit.model.lists.understood import Tell, Understood, untold
from kit.model.parsing import MOST_PARTICIPANTS, MOST_TABLES
from kit.model.places.findings import Found, Outside, diagnostics
from kit.model.places.lookup import Lookup
from kit.model.places.municipalities import Municipality
from kit.model.schema import WorkshopFile, WorkshopStack
from kit.model.schema.check import check
from kit.model.schema.reader import Reading
from kit.model.text.spans import Text
from kit.model.workshop.changes import kept
from kit.model.workshop.tables import Participant, Workshop, seated, spare_sets
from kit.model.yaml.node import Leaf
from kit.model.yaml.source import Source
from kit.model.yaml.source import read as source_of

_NOT_A_FILE: Final = 3
"""So many letters no name of a file has: a number is meant."""

_LISTS: Final = frozenset({".csv", ".tsv", ".txt", ".xls", *workbook.KINDS})
"""How the name of a list ends, which is no file of a workshop."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked with options; nothing where it is left to the ``file``, or to the content.

    ``participants`` is a number or the path of a list.
    """

    file: Path | None = None
    participants: str | None = None
    table_size: int | None = None
    spares: int | None = None
    date: datetime.date | None = None
    start: int | None = None
    place: str | None = None
    venue: str | None = None
    facilitator: str | None = None
    actors: Path | None = None


@dataclass(frozen=True, slots=True)
class Arranged:
    """A workshop, the list of actors that goes with it, and what there is to say about it.

    ``before``: what it was when a stack was made for it. ``file``: the list of the participants, if there is one.
    """

    workshop: Workshop
    actors: Path | None = None
    notes: tuple[Diagnostic, ...] = ()
    before: Workshop | None = None
    file: Path | None = None


Earlier = Callable[[Workshop], Workshop | None]
"""Tells what a workshop was when a stack was made for it before, if one was."""


def _never(_: Workshop) -> Workshop | None:
    return None


def arrange(
    asked: Asked, stack: WorkshopStack, lookup: Lookup, tell: Tell = untold, earlier: Earlier = _never
) -> Arranged:
    """The workshop that is asked for. Raises KitError with everything that is wrong with it.

    ``tell`` hears first what the list of participants was taken for. Where the participants are known, and were known
    ``earlier``, everybody stays at their table.
    """
    written, source, told = _written(asked.file)
    arranger = _Arranger(asked, written, source, lookup, told)
    people = arranger.participants()
    place = arranger.place()
    size = asked.table_size or written.table_size or stack.table_size
    percent = next(given for given in (asked.spares, written.spares, stack.spares) if given is not None)
    tables = seated(people, size)
    if arranger.understood:
        tell(replace(arranger.understood, tables=len(tables) or None))
    if len(tables) > MOST_TABLES and not arranger.is_wrong("table_size"):
        arranger.wrong.append(Diagnostic("workshop-tables", {"count": len(tables), "most": MOST_TABLES}))
    if arranger.wrong:
        raise (WrongUseError if arranger.misused else KitError)(arranger.wrong)
    workshop = Workshop(
        tables,
        size,
        spare_sets(len(people), percent),
        listed=arranger.listed,
        date=asked.date or written.date,
        start=asked.start if asked.start is not None else written.start,
        place=place,
        venue=_of_option("--venue", asked.venue) if asked.venue else written.venue,
        facilitator=_of_option("--facilitator", asked.facilitator) if asked.facilitator else written.facilitator,
    )
    before = earlier(workshop)
    if before and before.listed and workshop.listed:
        workshop = replace(workshop, tables=kept(people, before, size))
    crowded = [f"{table.number} ({len(table.seats)})" for table in workshop.tables if len(table.seats) > size]
    if crowded:
        values: dict[str, Value] = {"list": ", ".join(crowded), "size": size}
        arranger.notes.append(Diagnostic("workshop-crowded", values, severity=Severity.WARNING))
    return Arranged(workshop, arranger.actors(), tuple(arranger.notes), before, arranger.file)


def _of_option(name: str, text: str) -> Text:
    """A text that was typed behind an option: the place of what is wrong with it is that option, on no line."""
    return Text.of(text, Mark(name, 0, 0))


def placed(problem: Diagnostic) -> Diagnostic:
    """A problem with a text that was typed behind an option: it stands in no file, and the option is named."""
    mark = problem.mark
    return (
        problem
        if mark is None or mark.line
        else replace(problem, mark=None, values={**problem.values, "option": mark.file})
    )


def _written(file: Path | None) -> tuple[WorkshopFile, Source, list[Diagnostic]]:
    """What is right in the file of a workshop, and what is wrong. A key with nothing behind it is as good as none."""
    if file is None:
        return WorkshopFile(), Source(""), []
    if workbook.named(file)[0].suffix.casefold() in _LISTS or str(file).isdecimal():
        raise WrongUseError([Diagnostic("workshop-not-a-file", {"found": str(file)})])
    source = source_of(file)
    filled = {key: node for key, node in (source.mapping or {}).items() if not _is_empty(node)}
    found, problems = check(WorkshopFile, replace(source, mapping=filled), Reading(file.stem))
    # The hint for a file of the content does not suit one that a facilitator wrote.
    missing = {"file-missing": "table-missing"}
    told = [replace(one, code=missing.get(one.code, one.code)) for one in (*source.problems, *problems)]
    if source.mapping is None:
        raise KitError(told)
    if found is None:
        # What is right is looked at all the same: so that one run tells everything.
        wrong = {_key(one) for one in problems}
        right = {key: node for key, node in filled.items() if key not in wrong}
        found, _ = check(WorkshopFile, replace(source, mapping=right), Reading(file.stem))
    return found or WorkshopFile(), source, told


def _key(problem: Diagnostic) -> str:
    """The field of the file that a problem is about."""
    return re.split(r"[.[]", problem.mark.path, maxsplit=1)[0] if problem.mark else ""


def _is_empty(node: object) -> bool:
    return isinstance(node, Leaf) and not node.text.strip()


class _Arranger:
    """Finds what needs to be looked up, and keeps what is wrong; ``misused`` where an option is to blame."""

    def __init__(
        self, asked: Asked, written: WorkshopFile, source: Source, lookup: Lookup, told: Iterable[Diagnostic]
    ) -> None:
        told = list(told)
        self.wrong: list[Diagnostic] = list(errors_of(told))
        self.notes: list[Diagnostic] = [one for one in told if one.severity is not Severity.ERROR]
        self.misused = False
        self.listed = False
        self.understood: Understood | None = None
        self.file: Path | None = None
        self._asked, self._written, self._source, self._lookup = asked, written, source, lookup

    def participants(self) -> tuple[Participant, ...]:
        """Everybody who comes: of a number of people nothing is known."""
        given = self._asked.participants or self._written.participants
        mark = None if self._asked.participants else self._mark("participants")
        if not given and self.is_wrong("participants"):
            return ()
        if not given:
            self._refuse(Diagnostic("workshop-nobody", {}, self._mark("")), option=self._asked.file is None)
            return ()
        if given.lstrip("-+").isdecimal() or len(given) < _NOT_A_FILE:
            return (Participant(),) * self._number(given, mark)
        self.listed = True
        self.file = self._path(given, mark)
        return self._list(self.file)

    def is_wrong(self, key: str) -> bool:
        """Whether a field of the file is told to be wrong, or misspelt."""
        return any(_key(one) == key or one.values.get("near") == key for one in self.wrong)

    def place(self) -> Municipality | None:
        """Where the workshop is; nothing where that is no municipality."""
        written = self._written.place
        query = self._asked.place or (written.plain if written else "")
        if not query:
            return None
        finding = self._lookup.find(query)
        mark = None if self._asked.place or written is None else written.mark
        told = [replace(one, mark=mark) for one in diagnostics(finding)]
        if isinstance(finding, Found):
            self.notes += told
            return finding.municipality
        if isinstance(finding, Outside):
            # A workshop can be anywhere: its bubble sheets are blank then.
            self.notes.append(Diagnostic("workshop-place-outside", {"query": query}, mark, Severity.WARNING))
            return None
        for one in told:
            self._refuse(one, option=mark is None)
        return None

    def actors(self) -> Path | None:
        """The list of actors."""
        written = self._written.actors
        return self._asked.actors or (self._path(written, self._mark("actors")) if written else None)

    def _number(self, given: str, mark: Mark | None) -> int:
        typed = given.isascii() and given.isdecimal() and len(given) <= len(str(MOST_PARTICIPANTS))
        number = int(given) if typed else 0
        if not 1 <= number <= MOST_PARTICIPANTS:
            values: dict[str, Value] = {"found": given, "most": MOST_PARTICIPANTS}
            self._refuse(Diagnostic("workshop-participants", values, mark), option=mark is None)
        return number

    def _list(self, file: Path) -> tuple[Participant, ...]:
        try:
            known = participants.read(file, self._lookup, self._hear)
        except KitError as error:
            self.wrong += error.diagnostics
            return ()
        self.notes += known.notes
        return known.participants

    def _hear(self, understood: Understood) -> None:
        self.understood = understood

    def _path(self, name: str, mark: Mark | None) -> Path:
        """A file that is named in the file of the workshop lies beside it."""
        return Path(name) if mark is None else Path(mark.file).parent / name

    def _mark(self, key: str) -> Mark | None:
        return self._source.value_mark((key,) if key else ()) if self._asked.file else None

    def _refuse(self, problem: Diagnostic, *, option: bool) -> None:
        self.wrong.append(problem)
        self.misused = self.misused or option
