"""What a look-up of a place gives, as data, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from kit.diagnostics import Diagnostic, Severity
from kit.model.municipalities import Municipality

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
    NIS = auto()
    POSTAL = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """The municipality that was meant.

    ``matched`` is the name or code as the data have it. ``namesakes`` are the other municipalities with a part of that
    name, which had to give way: Halle is also a part of Zoersel.
    """

    municipality: Municipality
    how: How
    matched: str
    namesakes: tuple[Municipality, ...] = ()


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


Finding = Found | Ambiguous | Unknown


def diagnostics(finding: Finding) -> tuple[Diagnostic, ...]:
    """What a user must hear: an error where no municipality was found, a note where it bears another name."""
    match finding:
        case Found():
            return tuple(_notes(finding))
        case Ambiguous():
            return (_ambiguous(finding),)
        case Unknown():
            return (_unknown(finding),)


def _notes(found: Found) -> list[Diagnostic]:
    name, part = found.municipality.name, found.matched
    notes = []
    if found.how is How.FORMER:
        notes.append(Diagnostic("place-merged", {"old": part, "new": name}, severity=Severity.WARNING))
    if found.how is How.SUBMUNICIPALITY:
        notes.append(Diagnostic("place-part", {"part": part, "municipality": name}, severity=Severity.WARNING))
    if found.namesakes:
        values = {"name": part, "list": _list(found.namesakes), "first": found.namesakes[0].name}
        notes.append(Diagnostic("place-namesakes", values, severity=Severity.ADVICE))
    return notes


def _ambiguous(finding: Ambiguous) -> Diagnostic:
    *first, last = finding.choices
    if finding.how is How.POSTAL:
        return Diagnostic("postal-ambiguous", {"code": finding.query, "a": _list(first), "b": last.name})
    count, names = len(finding.choices), _list(finding.choices)
    return Diagnostic("place-ambiguous", {"query": finding.query, "count": count, "list": names})


def _unknown(finding: Unknown) -> Diagnostic:
    query = finding.query if len(finding.query) <= _SHOWN else f"{finding.query[:_SHOWN]}…"
    if len(finding.nearest) < SUGGESTIONS:
        return Diagnostic("place-unknown", {"query": query})
    a, b, c = finding.nearest
    return Diagnostic("place-unknown-near", {"query": query, "a": a, "b": b, "c": c})


def _list(municipalities: Iterable[Municipality]) -> str:
    return ", ".join(municipality.name for municipality in municipalities)
