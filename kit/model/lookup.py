"""Finds a municipality by anything people call it: its name, a former or French one, a part, a postal or NIS code.

Case, accents, hyphens, spaces and apostrophes do not count. Where a name needs it, the query may say where it lies:
*Haren (Brussel)*, *Aalst, Limburg*, *9260 Schellebelle*.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from kit.diagnostics import WrongUseError
from kit.model.findings import SUGGESTIONS, Ambiguous, Finding, Found, How, Unknown, diagnostics
from kit.model.municipalities import Municipalities, Municipality
from kit.model.nearest import Nearest

_LONGEST: Final = 100
"""No name with its place has so many letters; a longer query is not looked at."""

_LIGATURES: Final = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
_IGNORED: Final = str.maketrans("", "", " -'’\u0300\u0301\u0302\u0308")
"""What names hold beside letters, the accents apart from their letters: a shortcut to `fold`."""

_SAINT: Final = re.compile(r"\b(?:Sint|Saint|Sankt)(e?)[- ]")
_NUMBER: Final = re.compile(r"[0-9]{5}|(?:be?)?([0-9]{4})")

_WITH_PLACE: Final = (
    re.compile(r"(?P<name>[^(]+)\((?P<place>[^()]+)\)"),
    re.compile(r"(?P<name>[^,]+),(?P<place>[^,]+)"),
    re.compile(r"(?:[Bb][Ee]?[- ]?)?(?P<place>[0-9]{4,5})[ ,]+(?P<name>[^0-9]+)"),
    re.compile(r"(?P<name>[^0-9]+) (?P<place>[0-9]{4,5})"),
)
"""A name and where to look for it. A query is at most ``_LONGEST`` letters, so a pattern may go back and forth."""


def fold(text: str) -> str:
    """What counts when names are compared: the letters and digits, small and without accents."""
    letters = text if text.isascii() else unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    letters = letters.casefold().translate(_IGNORED)
    return letters if letters.isalnum() else "".join(filter(str.isalnum, letters))


class _Bearer(NamedTuple):
    """A municipality that has a name, and how it has it."""

    municipality: Municipality
    how: How
    name: str


class Lookup:
    """Everything that a municipality can be found by. Making one takes some milliseconds: make it once."""

    def __init__(self, municipalities: Municipalities) -> None:
        """File each name and code."""
        self._by_name: dict[str, list[_Bearer]] = defaultdict(list)
        self._by_number: dict[str, list[_Bearer]] = defaultdict(list)
        for bearer in _names(municipalities):
            self._by_name[fold(bearer.name)].append(bearer)
            if _SAINT.search(bearer.name):
                self._by_name[fold(_SAINT.sub(r"St\1-", bearer.name))].append(bearer)
        for bearer in _numbers(municipalities):
            self._by_number[bearer.name].append(bearer)

    def find(self, query: str) -> Finding:
        """Whom the query means; never a guess."""
        if len(query) > _LONGEST:
            return Unknown(query)
        key = fold(query)
        if number := _NUMBER.fullmatch(key):
            code = number[1] or key
            return _choice(code, self._by_number.get(code, ())) or Unknown(query)
        return _choice(query, self._by_name.get(key, ())) or self._with_place(query) or self._unknown(query, key)

    def find_all(self, queries: Iterable[str]) -> tuple[Found, ...]:
        """Whom the queries mean. WrongUseError with each of them that means nobody, or several."""
        findings = [self.find(query) for query in dict.fromkeys(queries)]
        wrong = [one for finding in findings if not isinstance(finding, Found) for one in diagnostics(finding)]
        if wrong:
            raise WrongUseError(wrong)
        return tuple(finding for finding in findings if isinstance(finding, Found))

    def _with_place(self, query: str) -> Finding | None:
        """What a query means that says where the place is; nothing for another query."""
        matches = [match for pattern in _WITH_PLACE if (match := pattern.fullmatch(query.strip()))]
        for match in matches:
            place = fold(match["place"])
            bearers = self._by_name.get(fold(match["name"]), ())
            if choice := _choice(query, [bearer for bearer in bearers if place in _places(bearer.municipality)]):
                return choice
        return self._unknown(query, fold(matches[-1]["name"])) if matches else None

    def _unknown(self, query: str, key: str) -> Unknown:
        """Names of three municipalities that somebody may have meant."""
        names: dict[str, str] = {}
        for near in self._nearest.to(key):
            bearer = self._by_name[near][0]
            names.setdefault(bearer.municipality.nis, bearer.name)
        nearest = tuple(names.values())[:SUGGESTIONS]
        return Unknown(query, nearest if len(nearest) == SUGGESTIONS else ())

    @cached_property
    def _nearest(self) -> Nearest:
        """Only made for the first name that is not known."""
        return Nearest(self._by_name)


def _choice(query: str, bearers: Sequence[_Bearer]) -> Found | Ambiguous | None:
    """The one among these that has the best claim, or those that have the same."""
    if not bearers:
        return None
    best = [bearer for bearer in bearers if bearer.how is bearers[0].how]
    if len(best) > 1:
        return Ambiguous(query, best[0].how, _municipalities(best))
    municipality, how, name = best[0]
    return Found(municipality, how, name, tuple(other for other in _municipalities(bearers) if other != municipality))


def _municipalities(bearers: Iterable[_Bearer]) -> tuple[Municipality, ...]:
    """Each municipality once."""
    return tuple({bearer.municipality.nis: bearer.municipality for bearer in bearers}.values())


def _names(municipalities: Municipalities) -> Iterator[_Bearer]:
    """Every name, those with the best claim first."""
    for of in municipalities:
        yield _Bearer(of, How.NAME, of.name)
    for of in municipalities:
        if fold(of.name_fr) != fold(of.name):
            yield _Bearer(of, How.FRENCH, of.name_fr)
    for of in municipalities:
        yield from (_Bearer(of, How.FORMER, name) for name in of.former_names)
    for of in municipalities:
        yield from (_Bearer(of, How.SUBMUNICIPALITY, name) for name in of.submunicipalities)


def _numbers(municipalities: Municipalities) -> Iterator[_Bearer]:
    """Every code: a NIS code has five digits, a postal code four."""
    for of in municipalities:
        yield _Bearer(of, How.NIS, of.nis)
        yield from (_Bearer(of, How.POSTAL, code) for code in of.postal_codes)


def _places(of: Municipality) -> set[str]:
    """What may say where a part or a name is to be looked for."""
    names = (of.name, of.name_fr, *of.former_names, of.province, of.region, of.reference_region)
    return {*map(fold, names), of.nis, *of.postal_codes}
