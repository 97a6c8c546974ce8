"""The actors that a facilitator already knows, from a list with a row for each: ``--actors FILE.csv``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, Severity, Value
from kit.model.lists import table
from kit.model.lists.columns import Columns
from kit.model.lists.headers import HALF, MUNICIPALITY, NAME, SECTOR
from kit.model.lists.limits import listed, shortened
from kit.model.lists.refusal import problem_in, refusal
from kit.model.lists.rows import MAX_LETTERS, Places, note
from kit.model.lists.table import Cell, Row, Table
from kit.model.lists.understood import Tell, untold
from kit.model.most_problems import MOST
from kit.model.near import close
from kit.model.places.lookup import Lookup, fold
from kit.model.places.named import Actor, ActorHalf, Actors, Neighbour
from kit.model.schema.sectors import Sector, Sectors
from kit.model.text.spans import Text
from kit.model.text.typography import SOFT_HYPHEN

COLUMNS: Final = Columns((NAME, MUNICIPALITY), either=(SECTOR, HALF), of_organisations=True)


@dataclass(frozen=True, slots=True)
class KnownActors:
    """The actors of a list, and what there is to say about it."""

    actors: Actors
    notes: tuple[Diagnostic, ...] = ()


def read(path: Path, lookup: Lookup, sectors: Sectors, tell: Tell = untold) -> KnownActors:
    """The actors in a list. Raises KitError with everything that is wrong in any row; ``tell`` hears of it first."""
    return actors_of(table.read(path, COLUMNS), lookup, sectors, tell)


def actors_of(rows: Table, lookup: Lookup, sectors: Sectors, tell: Tell = untold) -> KnownActors:
    """The actors in the rows of a list. Raises KitError with everything that is wrong in any row."""
    reader = _Reader(lookup, sectors)
    for row in rows.rows:
        if len(reader.problems) <= MOST:
            reader.take(row)
    tell(rows.understood("actors"))
    problems = [*rows.problems, *reader.problems]
    if problems:
        raise refusal(problems)
    return KnownActors(reader.actors(), (*rows.notes, *reader.notes()))


class _Reader:
    """Takes one row after the other, and keeps what is wrong or worth a note."""

    def __init__(self, lookup: Lookup, sectors: Sectors) -> None:
        self.problems: list[Diagnostic] = []
        self.places = Places(lookup, self.problems)
        self._sectors = _by_name(sectors)
        self._examples = _by_example(sectors)
        self._halves = _halves(sectors)
        self._words = _words(sectors)
        self._listed: set[str] = set()
        self._known: dict[tuple[str, str, ActorHalf], tuple[int, Actor]] = {}
        self._free: list[tuple[int, Cell]] = []
        self._twice: list[tuple[int, int, Cell]] = []
        self._by_example: list[tuple[Cell, str]] = []

    def take(self, row: Row) -> None:
        """Read a row."""
        name = self._name(row)
        municipality = self._municipality(row)
        sector = self._sector(row)
        half = self._half(row, sector)
        is_known = sector or not self._text(row, SECTOR)
        if name and municipality and is_known and half:
            actor = Actor(name, municipality, sector.key if sector else "", half)
            number, known = self._known.setdefault((name.plain.casefold(), municipality.nis, half), (row.number, actor))
            if known is not actor:
                self._twice.append((row.number, number, row.cells[NAME]))

    def actors(self) -> Actors:
        """Who stands in each half of a bubble."""
        found: dict[tuple[str, ActorHalf], list[Actor]] = defaultdict(list)
        for (_, nis, half), (_, actor) in self._known.items():
            found[nis, half].append(actor)
        return {place: tuple(actors) for place, actors in found.items()}

    def notes(self) -> list[Diagnostic]:
        """What a facilitator must hear of rows that are right."""
        return [
            *self.places.moved("actors-moved"),
            *self.places.outside("actors-outside"),
            *self.places.namesakes("rows-namesakes"),
            *self.places.several(),
            *note("actors-by-example", self._by_example, Severity.ADVICE),
            *note("actors-upper", [(cell, f"{number}") for number, cell in self._free]),
            *note("actors-twice", [(cell, f"{number} (= {first})") for number, first, cell in self._twice]),
        ]

    def _name(self, row: Row) -> Text | None:
        cell = row.cells[NAME]
        if len(cell.text) > MAX_LETTERS:
            self._wrong(row, "text-endless", cell, count=len(cell.text), limit=MAX_LETTERS)
            return None
        return Text.of(cell.text, cell.mark) if self._filled(row, NAME) else None

    def _municipality(self, row: Row) -> Neighbour | None:
        if not self._filled(row, MUNICIPALITY):
            return None
        return self.places.find_neighbour(row.number, row.cells[MUNICIPALITY], row.cells[NAME].text)

    def _sector(self, row: Row) -> Sector | None:
        """The sector of a row, by its key, its name or any of its examples; a half may do without."""
        if not self._text(row, SECTOR):
            if not self._text(row, HALF):
                self._wrong(row, "row-no-sector", row.cells.get(SECTOR, row.cells[NAME]))
            return None
        cell = row.cells[SECTOR]
        sector = self._sectors.get(fold(cell.text))
        several = () if sector else self._examples.get(fold(cell.text), ())
        if len(several) == 1:
            sector = several[0]
            self._by_example.append((cell, f"{shortened(cell.text)} → {_shown(sector)}"))
        elif several:
            self._wrong(row, "row-sector-several", cell, query=cell.text, list=listed(map(_shown, several)))
        elif sector is None:
            known = {key: _shown(one) for key, one in self._sectors.items()}
            self._unknown(row, "row-sector", cell, known, dict.fromkeys(known.values()))
        return sector

    def _half(self, row: Row, sector: Sector | None) -> ActorHalf | None:
        """The half that the row asks for, else that of its sector; the upper one where a sector leaves it open."""
        cell = row.cells.get(HALF)
        if cell and cell.text:
            half = self._halves.get(fold(cell.text))
            if half is None:
                known = {fold(word): word for words in self._words for word in words}
                self._unknown(row, "row-half", cell, known, [words[0] for words in self._words])
            return half
        if sector and sector.half == "either":
            self._free.append((row.number, row.cells[SECTOR]))
            return "upper"
        return sector.half if sector and sector.half != "either" else None

    def _text(self, row: Row, column: str) -> str:
        return row.cells[column].text if column in row.cells else ""

    def _filled(self, row: Row, column: str) -> bool:
        if not row.cells[column].text:
            self._wrong(row, "row-empty", row.cells[column], column=column)
        return bool(row.cells[column].text)

    def _unknown(self, row: Row, code: str, cell: Cell, known: Mapping[str, str], choices: Iterable[str]) -> None:
        """A word that is not known, with the one that may be meant; else, the first time, with all there are."""
        query = shortened(cell.text)
        if near := close(fold(cell.text), known):
            self._wrong(row, f"{code}-near", cell, query=query, near=known[str(near["near"])])
        elif code in self._listed:
            self._wrong(row, code, cell, query=query)
        else:
            self._listed.add(code)
            self._wrong(row, code, cell, query=query, known=", ".join(choices))

    def _wrong(self, row: Row, code: str, cell: Cell, **values: Value) -> None:
        self.problems.append(problem_in(row.number, code, cell.mark, **values))


def _by_name(sectors: Sectors) -> dict[str, Sector]:
    """The sectors by their keys and their names."""
    listed = [sector for cluster in sectors.clusters for sector in cluster.sectors]
    return {fold(name): sector for sector in listed for name in (sector.key, sector.name.plain)}


def _by_example(sectors: Sectors) -> dict[str, tuple[Sector, ...]]:
    """The sectors that have an example, by that example."""
    found: dict[str, dict[str, Sector]] = defaultdict(dict)
    for sector in (sector for cluster in sectors.clusters for sector in cluster.sectors):
        for example in sector.examples:
            for text in (example,) if isinstance(example, Text) else example.group:
                found[fold(text.plain)][sector.key] = sector
    return {example: tuple(several.values()) for example, several in found.items()}


def _words(sectors: Sectors) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the upper and the lower half may be called: the words of the content, and its own name for them."""
    of = sectors.halves
    return ((*of.upper, "upper"), (*of.lower, "lower")) if of else (("upper",), ("lower",))


def _halves(sectors: Sectors) -> dict[str, ActorHalf]:
    """The halves by their words."""
    upper, lower = _words(sectors)
    halves: dict[str, ActorHalf] = {fold(word): "lower" for word in lower}
    return {**halves, **{fold(word): "upper" for word in upper}}


def _shown(sector: Sector) -> str:
    return sector.name.plain.replace(SOFT_HYPHEN, "")
