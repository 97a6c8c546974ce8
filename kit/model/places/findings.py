"""What a look-up of a place gives, as data, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from kit.diagnostics import Diagnostic, Severity, Value
from kit.model.places.abroad import Abroad
from kit.model.places.municipalities import Municipality
from kit.model.places.spelling import fold

SUGGESTIONS: Final = 3
"""So many names somebody may have meant, where the name is not known."""

_SHOWN: Final = 60
"""Of a longer query only the start is said again: it was no name."""


class How(Enum):
    """By what a municipality was found. Of the names, the first in this order wins."""

    NAME = auto()
    FRENCH = auto()
    FORMER = auto()
    SUBMUNICIPALITY = auto()
    ALIAS = auto()
    NIS = auto()
    POSTAL = auto()
    OLD_NIS = auto()


class What(Enum):
    """What a place is that is no municipality; the region of each has its name in ``--province`` or ``--region``."""

    PROVINCE = auto()
    REGION = auto()
    AREA = auto()
    EVERYWHERE = auto()
    ABROAD = auto()
    ONLINE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """The municipality that was meant.

    ``matched`` is the name or code as the data have it; of a code that is no longer in use, the name that went with it.
    ``namesakes`` are the other municipalities with a part of that name, which had to give way: Halle is also a part of
    Zoersel. So had the others: ``longer`` names that begin with it (Sint-Gillis, Sint-Gillis-Waas), a place ``abroad``,
    and the province or ``region`` that is called so.
    """

    municipality: Municipality
    how: How
    matched: str
    namesakes: tuple[Municipality, ...] = ()
    longer: tuple[str, ...] = ()
    abroad: Abroad | None = None
    region: What | None = None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The query may mean several municipalities, and none of them more than another."""

    query: str
    how: How
    choices: tuple[Municipality, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No municipality. ``nearest`` are the ``SUGGESTIONS`` names that are most like the query, or none is like it."""

    query: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outside:
    """What the query means is no municipality, and is understood.

    ``name`` is that of a province, region or area, and ``towns`` are the municipalities that are called so too.
    ``abroad`` is a place that can stand in a bubble; nothing where only a country is named.
    """

    query: str
    what: What
    name: str = ""
    towns: tuple[Municipality, ...] = ()
    abroad: Abroad | None = None


Finding = Found | Ambiguous | Unknown | Outside


def diagnostics(finding: Finding) -> tuple[Diagnostic, ...]:
    """What a user must hear: an error where no municipality was found, a note where it bears another name."""
    match finding:
        case Found():
            return tuple(_notes(finding))
        case Ambiguous():
            return (_ambiguous(finding),)
        case Unknown():
            return (_unknown(finding),)
        case Outside():
            return (_outside(finding),)


def told_apart(of: Municipality, query: str) -> str:
    """What to type for a municipality: its name, and where it lies if the name alone is the query itself."""
    return f"{of.name} ({of.province or of.region})" if fold(of.name) == fold(query) else of.name


def _notes(found: Found) -> list[Diagnostic]:
    name, part = found.municipality.name, found.matched
    notes = []
    if found.how is How.FORMER:
        notes.append(Diagnostic("place-merged", {"old": part, "new": name}, severity=Severity.WARNING))
    if found.how is How.OLD_NIS:
        values = {"old": part, "new": name, "nis": found.municipality.nis}
        notes.append(Diagnostic("place-old-code", values, severity=Severity.WARNING))
    if found.how is How.SUBMUNICIPALITY:
        notes.append(Diagnostic("place-part", {"part": part, "municipality": name}, severity=Severity.WARNING))
    return [*notes, *_others(found)]


def _others(found: Found) -> Iterator[Diagnostic]:
    """What else the name stands for."""
    name = found.matched
    if found.namesakes:
        values = {"name": name, "list": _list(found.namesakes), "first": found.namesakes[0].name}
        yield Diagnostic("place-namesakes", values, severity=Severity.ADVICE)
    if found.longer:
        yield Diagnostic("place-longer", {"name": name, "list": ", ".join(found.longer)}, severity=Severity.ADVICE)
    if found.abroad:
        yield Diagnostic("place-also-abroad", {"name": name, "other": found.abroad.name}, severity=Severity.ADVICE)
    if found.region:
        code = "place-also-province" if found.region is What.PROVINCE else "place-also-region"
        # In full: of "Antw" nobody says that it is a province.
        yield Diagnostic(code, {"municipality": found.municipality.name}, severity=Severity.ADVICE)


def _ambiguous(finding: Ambiguous) -> Diagnostic:
    *first, last = finding.choices
    if finding.how is How.POSTAL:
        return Diagnostic("postal-ambiguous", {"code": finding.query, "a": _list(first), "b": last.name})
    if finding.how is How.NAME:
        names = ", ".join(told_apart(one, finding.query) for one in finding.choices)
        return Diagnostic("place-several", {"query": _shortened(finding.query), "list": names})
    count, names = len(finding.choices), _list(finding.choices)
    return Diagnostic("place-ambiguous", {"query": finding.query, "count": count, "list": names})


def _unknown(finding: Unknown) -> Diagnostic:
    query = _shortened(finding.query)
    if len(finding.nearest) < SUGGESTIONS:
        return Diagnostic("place-unknown", {"query": query})
    a, b, c = finding.nearest
    return Diagnostic("place-unknown-near", {"query": query, "a": a, "b": b, "c": c})


def _outside(finding: Outside) -> Diagnostic:
    values: dict[str, Value] = {"query": _shortened(finding.query)}
    if finding.name:
        values["name"] = finding.name
    if finding.towns:
        values["town"] = ", ".join(told_apart(town, finding.query) for town in finding.towns)
        return Diagnostic(f"place-{finding.what.name.lower()}-or-town", values)
    if finding.abroad:
        values["name"] = finding.abroad.name
    return Diagnostic(f"place-{finding.what.name.lower()}", values)


def _shortened(query: str) -> str:
    return query if len(query) <= _SHOWN else f"{query[:_SHOWN]}…"


def _list(municipalities: Iterable[Municipality]) -> str:
    return ", ".join(municipality.name for municipality in municipalities)
