"""Finds a municipality by anything people call it: its name, a former or French one, a part, a postal or NIS code.

Case, accents, hyphens, spaces and apostrophes do not count. Where a name needs it, the query may say where it lies:
*Haren (Brussel)*, *Aalst, Limburg*, *9260 Schellebelle*. What is no municipality is understood as far as can be.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from kit.diagnostics import WrongUseError
from kit.model.places import abroad, aliases, spelling
from kit.model.places.answers import Answers
from kit.model.places.bearers import Bearer, municipalities_of, names, numbers, places_of, short_names
from kit.model.places.choice import choice_of, claim, in_order, whole_names
from kit.model.places.findings import SUGGESTIONS, Ambiguous, Finding, Found, How, Outside, Unknown, What, diagnostics
from kit.model.places.municipalities import Municipalities, Municipality
from kit.model.places.nearest import Nearest
from kit.model.places.spelling import fold

__all__ = ["Lookup", "fold"]

_MOST_WORDS: Final = 6
"""So many words make one name at most: Sint-Pieters-Kapelle aan Zee has five."""

_LONGEST: Final = 100
"""No name with its place has so many letters; a longer query is not looked at."""

_DEEPEST: Final = 3
"""So many times a word is left out of a query: *Stad Lier, België.* takes three."""

_SAINTS: Final = frozenset({"Sint", "Saint", "Sankt"})
_SAINT: Final = re.compile(r"\b(?:Sint|Saint|Sankt)(e?)[- ]")
_NUMBER: Final = re.compile(r"[0-9]{5}|(?:be?)?([0-9]{4})")

_REGION_FIRST: Final = frozenset({"limburg", "limbourg"})
"""Names by which a province is meant, though a municipality has it too: that lies in Luik, and has 6000 inhabitants."""

_REMEMBERED: Final = 2000
"""So many queries are answered from memory."""

_SINGLE: Final = frozenset({What.ABROAD, What.ONLINE, What.NOTHING})
"""What stays the same beside another name; a province with another one is more than a province."""

_WITH_PLACE: Final = (
    r"(?P<name>[^(]+)\((?P<place>[^()]+)\)",
    r"(?P<name>[^,]+),(?P<place>[^,]+)",
    r"(?:[Bb][Ee]?[- ]?)?(?P<place>[0-9]{4,5})[ ,/:–-]*(?P<name>[^0-9]+)",
    r"(?P<name>[^0-9]+) (?P<place>[0-9]{4,5})",
)
"""A name and where to look for it. A query is at most ``_LONGEST`` letters, so a pattern may go back and forth."""


class Lookup:
    """Everything that a municipality can be found by. Making one takes some milliseconds: make it once."""

    def __init__(self, municipalities: Municipalities) -> None:
        """File each name and code."""
        self._municipalities = municipalities
        self._found: dict[str, Finding] = {}
        self._by_name: dict[str, list[Bearer]] = defaultdict(list)
        self._by_number: dict[str, list[Bearer]] = defaultdict(list)
        self._hyphened: list[Bearer] = []
        for bearer in names(municipalities):
            self._by_name[fold(bearer.name)].append(bearer)
            if "-" in bearer.name:
                self._hyphened.append(bearer)
            if _SAINT.search(bearer.name):
                self._by_name[fold(_SAINT.sub(r"St\1-", bearer.name))].append(bearer)
        for bearer in numbers(municipalities):
            self._by_number[bearer.name].append(bearer)

    def find(self, query: str) -> Finding:
        """Whom the query means; never a guess."""
        if len(query) > _LONGEST:
            return Unknown(query)
        # In a long list every municipality stands many times.
        found = self._found.get(query) or self._known(query) or self._unknown(query)
        if len(self._found) < _REMEMBERED:
            self._found[query] = found
        return found

    def find_all(self, queries: Iterable[str]) -> tuple[Found, ...]:
        """Whom the queries mean. WrongUseError with each of them that means nobody, or several."""
        findings = [self.find(query) for query in dict.fromkeys(self._together(tuple(queries)))]
        wrong = [one for finding in findings if not isinstance(finding, Found) for one in diagnostics(finding)]
        if wrong:
            raise WrongUseError(wrong)
        return tuple(finding for finding in findings if isinstance(finding, Found))

    def _together(self, queries: tuple[str, ...]) -> Iterator[str]:
        """The queries, those in a row that are one name together as one: somebody forgot the quotes.

        *Heist op den Berg* is one place, *Lier Mechelen* are two.
        """
        while queries:
            most = min(len(queries), _MOST_WORDS)
            whole = (count for count in range(most, 1, -1) if self._is_name(queries[:count]))
            count = next(whole, 1)
            yield " ".join(queries[:count])
            queries = queries[count:]

    def _is_name(self, words: tuple[str, ...]) -> bool:
        """Whether words are one name together, of which the first is none by itself."""
        whole = self._known(" ".join(words))
        begins = isinstance(self._known(words[0]), Found)
        return not begins and isinstance(whole, Found) and fold(whole.matched) == fold("".join(words))

    def _known(self, query: str, depth: int = 0, *, is_town: bool = False) -> Finding | None:
        """What a query means, if it is understood; with ``is_town`` it is said to be no province."""
        return (
            self._number(query)
            or self._named(query, is_town=is_town)
            or self._answer(query)
            or self._with_place(query)
            or _abroad(query)
            or (self._simpler(query, depth + 1) if depth < _DEEPEST else None)
            or (self._several(query, depth + 1) if depth < _DEEPEST else None)
            or self._region(query)
        )

    def _number(self, query: str) -> Finding | None:
        """Whom a code belongs to, or belonged to."""
        number = _NUMBER.fullmatch(fold(spelling.without_decimals(query)))
        if not number:
            return None
        code = number[1] or number[0]
        if choice := choice_of(code, self._by_number.get(code, ())):
            return choice
        name, new = aliases.old_codes().get(code, ("", ""))
        of = self._municipalities.by_nis.get(new)
        return Found(of, How.OLD_NIS, name) if of else None

    def _named(self, query: str, *, is_town: bool) -> Finding | None:
        """Who has a name, with what else it is the name of; those that have the same claim to it are a choice."""
        key = fold(query)
        bearers = self._by_name.get(key) or self._short.get(key, [])
        region = None if is_town else self._answers.region(query)
        if region and (not bearers or key in _REGION_FIRST):
            return Outside(query, region.what, region.name, municipalities_of(bearers))
        own = municipalities_of(bearers)
        longer = [one for one in self._longer.get(key, ()) if one.municipality not in own]
        match choice_of(query, bearers):
            case Ambiguous(_, how, choices):
                return Ambiguous(query, how, (*choices, *whole_names(longer)))
            case Found(_, How.SUBMUNICIPALITY) if whole_names(longer):
                return Ambiguous(query, How.SUBMUNICIPALITY, in_order((*own, *whole_names(longer))))
            case Found() as found:
                more = tuple(dict.fromkeys(one.name for one in longer)) if found.how is How.NAME else ()
                what = region.what if region else None
                return replace(found, longer=more, abroad=abroad.town(query), region=what)
        return None

    def _answer(self, query: str) -> Finding | None:
        """What words mean that are the name of nothing."""
        what = self._answers.word(query)
        return Outside(query, what) if what else None

    def _with_place(self, query: str) -> Finding | None:
        """What a query means that says where the place is; nothing for another query."""
        matches = [match for pattern in _WITH_PLACE if (match := re.fullmatch(pattern, query.strip()))]
        for match in matches:
            region, place = self._answers.region(match["place"]), fold(match["place"])
            bearers = self._bearers(match["name"])
            places = {place, fold(region.name)} if region else {place}
            if choice := choice_of(query, [one for one in bearers if places & places_of(one.municipality)]):
                return choice
            inside = municipalities_of(self._bearers(match["place"]))
            if choice := choice_of(query, [one for one in bearers if one.municipality in inside]):
                return choice
            if bearers and (coded := municipalities_of(self._by_number.get(place, ()))):
                return Ambiguous(query, How.NAME, tuple(dict.fromkeys((*municipalities_of(bearers), *coded))))
        return None

    def _several(self, query: str, depth: int) -> Finding | None:
        """What a query means that gives more than one name: the one that all of them may mean, else a choice."""
        findings = [self._known(name, depth) for name in spelling.several(query)]
        known = [finding for finding in findings if finding]
        if not known or len(known) < len(findings):
            return None
        if outside := [finding for finding in known if isinstance(finding, Outside)]:
            single = next((one.what for one in outside if one.what in _SINGLE), What.EVERYWHERE)
            return Outside(query, single)
        meant = [_meant(finding) for finding in known]
        common = [one for one in meant[0] if all(one in each for each in meant)]
        if len(common) == 1:
            return Found(common[0], How.NAME, common[0].name)
        return Ambiguous(query, How.NAME, tuple(dict.fromkeys(common or [one for each in meant for one in each])))

    def _region(self, query: str) -> Finding | None:
        """The province or region of a query, or what lies around a municipality: *regio Mechelen*."""
        around = spelling.around(query)
        for text in filter(None, (spelling.whole(query), spelling.without_article(query), around)):
            if region := self._answers.region(text):
                return Outside(query, region.what, region.name)
        towns = municipalities_of(self._by_name.get(fold(around), ())) if around else ()
        return Outside(query, What.AREA, query, towns) if towns else None

    def _simpler(self, query: str, depth: int) -> Finding | None:
        """What a query means without a word before or behind the name: *Stad Lier*."""
        for text, is_town in spelling.simpler(query):
            match self._known(text, depth, is_town=is_town):
                case Ambiguous() | Unknown() | Outside() as finding:
                    return replace(finding, query=query)
                case Found() as found:
                    return found
        return None

    def _unknown(self, query: str) -> Unknown:
        """Names of three municipalities that somebody may have meant."""
        if _NUMBER.fullmatch(fold(query)):
            return Unknown(query)
        matches = [match for pattern in _WITH_PLACE if (match := re.fullmatch(pattern, query.strip()))]
        text = matches[-1]["name"] if matches else query
        for _ in range(_DEEPEST):
            text = next((reading.text for reading in spelling.simpler(text)), text)
        known: dict[str, str] = {}
        # Without such a word first: Stad Gnt is nothing like Staden.
        for near in self._nearest.to(fold(text)) or self._nearest.to(fold(query)):
            bearer = self._by_name[near][0]
            known.setdefault(bearer.municipality.nis, bearer.name)
        nearest = tuple(known.values())[:SUGGESTIONS]
        return Unknown(query, nearest if len(nearest) == SUGGESTIONS else ())

    def _bearers(self, name: str) -> list[Bearer]:
        """Who has a name, or one that begins with it."""
        texts = (name, *(reading.text for reading in spelling.simpler(name)))
        for key in map(fold, texts):
            exact = self._by_name.get(key) or self._short.get(key, [])
            if found := [*exact, *self._longer.get(key, ())]:
                return found
        return []

    @cached_property
    def _short(self) -> dict[str, list[Bearer]]:
        """By what else people call them: only asked for where the data have no such name."""
        found: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in short_names(self._municipalities):
            found[fold(bearer.name)].append(bearer)
        return found

    @cached_property
    def _longer(self) -> dict[str, list[Bearer]]:
        """Names that go on after a hyphen, by each beginning of them: those of municipalities, and of saints.

        A part is called by the beginning of its name only where that is a saint's: Kortrijk is never Kortrijk-Dutsel.
        """
        found: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in self._hyphened:
            first, *more = bearer.name.split("-")
            if claim(bearer) is How.NAME or first in _SAINTS:
                for part in more:
                    found[fold(first)].append(bearer)
                    first += part
        return found

    @cached_property
    def _answers(self) -> Answers:
        return Answers(self._municipalities)

    @cached_property
    def _nearest(self) -> Nearest:
        """Only made for the first name that is not known."""
        return Nearest(self._by_name)


def _abroad(query: str) -> Finding | None:
    """A place abroad, or just its country."""
    place = abroad.told(query) or abroad.town(query)
    return Outside(query, What.ABROAD, abroad=place) if place or abroad.is_country(query) else None


def _meant(finding: Finding) -> tuple[Municipality, ...]:
    """Everybody whom a finding may mean."""
    match finding:
        case Found(municipality, _, _, namesakes):
            return (municipality, *namesakes)
        case Ambiguous(_, _, choices):
            return choices
    return ()
