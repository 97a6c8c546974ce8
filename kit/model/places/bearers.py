"""Who is found by what: every name and code of the municipalities, those with the best claim first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kit.model.places import aliases
from kit.model.places.findings import How
from kit.model.places.municipalities import Municipalities, Municipality
from kit.model.places.spelling import fold


class Bearer(NamedTuple):
    """A municipality that has a name, and how it has it."""

    municipality: Municipality
    how: How
    name: str


def municipalities_of(bearers: Iterable[Bearer]) -> tuple[Municipality, ...]:
    """Each municipality once."""
    return tuple({bearer.municipality.nis: bearer.municipality for bearer in bearers}.values())


def short_names(municipalities: Municipalities) -> Iterator[Bearer]:
    """The names that the data do not have: those that are written shorter, and what else people say."""
    for bearer in names(municipalities):
        for whole, short in aliases.SHORT.items():
            if whole in bearer.name:
                yield from (Bearer(bearer.municipality, bearer.how, bearer.name.replace(whole, one)) for one in short)
    for of in municipalities:
        for name in filter(None, aliases.NICKNAMES.get(of.name, "").split("|")):
            yield Bearer(of, How.ALIAS, name)


def names(municipalities: Municipalities) -> Iterator[Bearer]:
    """Every name that the data have, those with the best claim first."""
    for of in municipalities:
        yield Bearer(of, How.NAME, of.name)
    for of in municipalities:
        if fold(of.name_fr) != fold(of.name):
            yield Bearer(of, How.FRENCH, of.name_fr)
    for of in municipalities:
        yield from (Bearer(of, How.FORMER, name) for name in of.former_names)
    for of in municipalities:
        yield from (Bearer(of, How.SUBMUNICIPALITY, name) for name in of.submunicipalities)


def numbers(municipalities: Municipalities) -> Iterator[Bearer]:
    """Every code: a NIS code has five digits, a postal code four."""
    for of in municipalities:
        yield Bearer(of, How.NIS, of.nis)
        yield from (Bearer(of, How.POSTAL, code) for code in of.postal_codes)


def places_of(of: Municipality) -> set[str]:
    """What may say where a part or a name is to be looked for."""
    names = (of.name, of.name_fr, *of.former_names, of.province, of.region, of.reference_region)
    return {*map(fold, names), of.nis, *of.postal_codes}
