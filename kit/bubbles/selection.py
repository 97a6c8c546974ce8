"""Whose bubble sheets are asked for, and who stands on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeVar

from kit.diagnostics import Diagnostic, KitError, Severity, WrongUseError
from kit.draw.bubbles.plan import LIMIT, Plan, plan, without_arrow
from kit.draw.look.editions import Largest
from kit.model.near import close
from kit.model.places.abroad import Abroad
from kit.model.places.findings import Found, Outside, diagnostics
from kit.model.places.lookup import Lookup, fold
from kit.model.places.municipalities import Municipalities, Municipality
from kit.model.places.named import Actors, Neighbour

_T = TypeVar("_T")

WORKSHOPS: Final = ("Vlaanderen", "Brussel")
"""Where the workshop is given: the regions that all bubble sheets are of."""

_NOBODY: Final[Actors] = MappingProxyType({})

_PREFIX: Final = "Regio "
"""Some reference regions are called so; nobody types it."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked: some ``places``, ``everything``, a ``province`` or a ``region``.

    ``beside`` are the neighbours that somebody chose, also abroad, ``most`` how many there may be; with ``single`` no
    more than fit on one sheet.
    """

    places: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    most: int | None = None
    single: bool = False
    everything: bool = False
    province: str | None = None
    region: str | None = None

    @property
    def is_group(self) -> bool:
        """Whether it is not by their names that they are asked for."""
        return not self.places


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sheets that a selection comes to, in order, and what is worth saying about it."""

    plans: tuple[Plan, ...]
    notes: tuple[Diagnostic, ...]


def choose(
    selection: Selection,
    municipalities: Municipalities,
    lookup: Lookup,
    *,
    tiled: bool = False,
    known: Actors = _NOBODY,
    large: Largest | None = None,
) -> Chosen:
    """Find everybody; ``tiled``: for sheets on two tiles each, ``known``: who is written in the bubbles.

    ``large``: for large ones on this paper.

    WrongUseError with all that is wrong in one run: every place, the province, the options.
    """
    wrong = list(_misused(selection))
    notes: list[Diagnostic] = []

    def found(queries: tuple[str, ...]) -> tuple[Municipality, ...]:
        findings: tuple[Found, ...] = _kept(wrong, lambda: lookup.find_all(queries))
        notes.extend(note for finding in findings for note in diagnostics(finding))
        return tuple({finding.municipality.nis: finding.municipality for finding in findings}.values())

    owners = found(selection.places) or _kept(wrong, lambda: _group(selection, municipalities))
    beside = _beside(selection.beside, lookup, wrong, notes)
    if not wrong and len(beside) > LIMIT:
        wrong.append(Diagnostic("bubbles-too-many", {"count": len(beside), "most": LIMIT}))
    if not wrong and owners[0] in beside:
        wrong.append(Diagnostic("bubbles-with-itself", {"municipality": owners[0].name}))
    if wrong:
        raise WrongUseError(wrong)
    plans = []
    for own in owners:
        around: tuple[Neighbour, ...] = beside or municipalities.neighbours(own)
        plans.append(
            plan(own, around[: selection.most], single=selection.single, tiled=tiled, known=known, large=large)
        )
        notes += _about(plans[-1], municipalities.neighbours(own))
    return Chosen(tuple(plans), (*notes, *without_arrow(plans)))


def _beside(
    queries: Sequence[str], lookup: Lookup, wrong: list[Diagnostic], notes: list[Diagnostic]
) -> tuple[Neighbour, ...]:
    """Who stands around it where somebody chose: municipalities, and places abroad."""
    chosen: dict[str, Neighbour] = {}
    for query in dict.fromkeys(queries):
        finding = lookup.find(query)
        match finding:
            case Found(municipality):
                chosen[municipality.nis] = municipality
                notes += diagnostics(finding)
            case Outside(abroad=Abroad() as place):
                chosen[place.nis] = place
            case _:
                wrong += diagnostics(finding)
    return tuple(chosen.values())


def _kept(wrong: list[Diagnostic], find: Callable[[], tuple[_T, ...]]) -> tuple[_T, ...]:
    """What is found; where that fails, nothing, and what is wrong is kept."""
    try:
        return find()
    except KitError as error:
        wrong.extend(error.diagnostics)
        return ()


def _misused(selection: Selection) -> Iterable[Diagnostic]:
    """Problems with options that exclude each other."""
    ways = [bool(selection.places), selection.everything, selection.province is not None, selection.region is not None]
    if sum(ways) == 0:
        yield Diagnostic("bubbles-nobody")
    if sum(ways) > 1:
        yield Diagnostic("bubbles-two-ways")
    if selection.beside and len(selection.places) != 1:
        yield Diagnostic("bubbles-with-one")


def _group(selection: Selection, municipalities: Municipalities) -> tuple[Municipality, ...]:
    """Everybody, or those in a province or region: by province, then by name."""
    if selection.everything:
        found = [one for one in municipalities if one.region in WORKSHOPS]
    elif selection.province is not None:
        found = _named("usage-unknown-province", selection.province, municipalities, lambda one: (one.province,))
    elif selection.region is not None:
        names = "usage-unknown-region", selection.region
        found = _named(*names, municipalities, lambda one: (one.region, one.reference_region.removeprefix(_PREFIX)))
    else:
        found = []
    return tuple(sorted(found, key=lambda one: (fold(one.province or one.region), fold(one.name))))


def _named(
    code: str, asked: str, municipalities: Municipalities, names: Callable[[Municipality], Sequence[str]]
) -> list[Municipality]:
    """Those whose province or region is called so."""
    key = fold(asked.removeprefix(_PREFIX))
    found = [one for one in municipalities if key and key in map(fold, names(one))]
    if not found:
        known = sorted({name for one in municipalities for name in names(one) if name})
        raise WrongUseError([Diagnostic(code, {"name": asked, "choices": ", ".join(known), **close(asked, known)})])
    return found


def _about(planned: Plan, neighbours: Sequence[Municipality]) -> Iterable[Diagnostic]:
    """Who of the neighbours has no place on the sheets, and who has a place and is no neighbour."""
    own, shown = planned.named.own, [one for sheet in planned.named.sheets for one in sheet.neighbours]
    lacking = [one.name for one in dict.fromkeys((*neighbours, *planned.left_out)) if one not in shown]
    # Who borders on whom across the border of the country is not known.
    strange = [one.name for one in shown if one not in neighbours and not isinstance(one, Abroad)]
    unplaced = [one.name for one in shown if not one.is_located]
    told = (("bubbles-left-out", lacking), ("bubbles-no-neighbour", strange), ("bubbles-no-direction", unplaced))
    for code, names in told:
        if names:
            values = {"municipality": own.name, "list": ", ".join(names)}
            yield Diagnostic(code, values, severity=Severity.ADVICE)
