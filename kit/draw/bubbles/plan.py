"""From a municipality and its neighbours to sheets of paper: who stands on which, and in which bubble."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Final

from kit.diagnostics import Diagnostic, Severity, Value
from kit.draw.bubbles.actors import lower_rows, upper_rows
from kit.draw.bubbles.large import LARGE
from kit.draw.bubbles.layouts import LAYOUTS, TILED, Bubbles, Kind
from kit.draw.bubbles.placement import MOST, Placement, direction, place, split
from kit.draw.geometry import Circle
from kit.draw.look.editions import Largest
from kit.model.places.municipalities import Municipality
from kit.model.places.named import ActorHalf, Actors, NamedSheet, Neighbour, SheetPlan

LIMIT: Final = 2 * MOST
"""So many neighbours at most have a place: Brussels has 16, and nobody more."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheets of a municipality, who has no place on them, and whether their directions are ``rough``."""

    named: NamedSheet
    left_out: tuple[Neighbour, ...]
    rough: bool


_Rows = Callable[[Circle, Kind], Sequence[object]]

_NOBODY: Final[Actors] = MappingProxyType({})


def plan(
    own: Municipality,
    neighbours: Sequence[Neighbour],
    *,
    single: bool = False,
    tiled: bool = False,
    known: Actors = _NOBODY,
    large: Largest | None = None,
) -> Plan:
    """Give each neighbour a place; they come with the longest border first, and at most ``LIMIT`` of them.

    More than eight take a second sheet; with ``single`` the others are left out instead. With ``tiled``
    the sheets are for two tiles each, with the layouts for these. Of whom more actors are ``known`` than there are rows
    in a small bubble gets a larger one, where the direction allows it. ``large``: in large letters on this paper, where
    a sheet holds four or two of them, all in bubbles alike, and there are as many sheets as it takes.
    """
    if large:
        return _large(own, neighbours, large, single=single)
    groups = [tuple(neighbours[:MOST])] if single else split(neighbours)
    left_out = tuple(neighbours[MOST:]) if single else ()
    placed = [_placed(own, group, directions(tiled=tiled), _shortage(known, tiled=tiled)) for group in groups]
    sheets = tuple(
        SheetPlan(number, len(groups), one.layout, one.slots, _others(groups, number - 1), one.is_rough)
        for number, one in enumerate(placed, 1)
    )
    # Where somebody lies nowhere, that is told instead.
    rough = any(sheet.is_rough and all(of.is_located for of in sheet.neighbours) for sheet in sheets)
    return Plan(NamedSheet(own, sheets), left_out, rough)


def without_arrow(plans: Iterable[Plan]) -> Iterator[Diagnostic]:
    """That sheets have no arrow to the north, once for all whose directions are rough."""
    names = dict.fromkeys(plan.named.own.name for plan in plans if plan.rough)
    if names:
        values: dict[str, Value] = {"count": len(names), "list": ", ".join(names)}
        yield Diagnostic("place-directions", values, severity=Severity.WARNING)


def _large(own: Municipality, neighbours: Sequence[Neighbour], paper: Largest, *, single: bool) -> Plan:
    """The sheets in large letters; only on A3 the places tell where everybody lies."""
    layouts = _large_directions(paper)
    most = len(layouts[paper])
    kept = neighbours[:most] if single else neighbours
    groups = [tuple(kept[i : i + most]) for i in range(0, max(len(kept), 1), most)]
    placed = [
        _in_order(group, paper, most) if paper == "a4" else _placed(own, group, layouts, _alike) for group in groups
    ]
    sheets = tuple(
        SheetPlan(number, len(groups), one.layout, one.slots, _others(groups, number - 1), one.is_rough)
        for number, one in enumerate(placed, 1)
    )
    return Plan(NamedSheet(own, sheets), tuple(neighbours[len(kept) :]), rough=False)


def _alike(_: Neighbour, __: str, ___: int) -> int:
    """All bubbles around are as large: nobody lacks more rows in one than in another."""
    return 0


def _in_order(group: Sequence[Neighbour], layout: str, most: int) -> Placement[Neighbour]:
    """Neighbours in bubbles of which the places tell no direction."""
    return Placement(layout, (*group, *[None] * (most - len(group))), 180)


@cache
def _large_directions(paper: Largest) -> Mapping[str, tuple[float, ...]]:
    return MappingProxyType({paper: _directions(LARGE[paper])})


def _placed(
    own: Municipality,
    group: Sequence[Neighbour],
    layouts: Mapping[str, tuple[float, ...]],
    shortage: Callable[[Neighbour, str, int], int],
) -> Placement[Neighbour]:
    """A slot for everybody: those of whom it is known where they lie first, the others in the slots left over."""
    size = min(len(slots) for slots in layouts.values() if len(slots) >= len(group))
    large = {name: slots for name, slots in layouts.items() if len(slots) >= size}
    found = place(own, [one for one in group if one.is_located], large, shortage=shortage)
    others = iter([one for one in group if not one.is_located])
    return replace(found, slots=tuple(one or next(others, None) for one in found.slots))


def _shortage(known: Actors, *, tiled: bool) -> Callable[[Neighbour, str, int], int]:
    """How many more actors somebody has in both halves than a bubble has rows for names."""
    layouts = _layouts(tiled=tiled)

    def lacking(of: Neighbour, layout: str, slot: int) -> int:
        circle = layouts[layout].neighbours[slot]
        halves: tuple[tuple[ActorHalf, _Rows], ...] = (("upper", upper_rows), ("lower", lower_rows))
        counts = ((len(known.get((of.nis, half), ())), rows) for half, rows in halves)
        return sum(max(0, count - len(rows(circle, "neighbour"))) for count, rows in counts if count)

    return lacking


def _layouts(*, tiled: bool) -> Mapping[str, Bubbles]:
    return TILED if tiled else LAYOUTS


@cache
def directions(*, tiled: bool = False) -> Mapping[str, tuple[float, ...]]:
    """In which direction the bubbles of each layout lie, as seen from the one in the middle."""
    return MappingProxyType({name: _directions(bubbles) for name, bubbles in _layouts(tiled=tiled).items()})


def _directions(bubbles: Bubbles) -> tuple[float, ...]:
    return tuple(direction(of.x - bubbles.centre.x, bubbles.centre.y - of.y) for of in bubbles.neighbours)


def _others(groups: Sequence[tuple[Neighbour, ...]], here: int) -> tuple[Neighbour, ...]:
    """Those on the other sheets."""
    return tuple(one for i, group in enumerate(groups) if i != here for one in group)
