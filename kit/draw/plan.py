"""From a municipality and its neighbours to sheets of paper: who stands on which, and in which bubble."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from kit.diagnostics import Diagnostic
from kit.draw.bubbles import LAYOUTS, TILED, Bubbles
from kit.draw.placement import MOST, direction, place, split
from kit.model.municipalities import Municipality
from kit.model.named import NamedSheet, SheetPlan

LIMIT: Final = 2 * MOST
"""So many neighbours at most have a place: Brussels has 16, and nobody more."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheets of a municipality, who has no place on them, and what is to be said of them."""

    named: NamedSheet
    left_out: tuple[Municipality, ...]
    notes: tuple[Diagnostic, ...]


def plan(own: Municipality, neighbours: Sequence[Municipality], *, single: bool = False, tiled: bool = False) -> Plan:
    """Give each neighbour a place; they come with the longest border first, and at most ``LIMIT`` of them.

    More than eight take a second sheet; with ``single`` the others are left out instead. With ``tiled``
    the sheets are for two tiles each, with the layouts for these.
    """
    groups = [tuple(neighbours[:MOST])] if single else split(neighbours)
    left_out = tuple(neighbours[MOST:]) if single else ()
    placed = [place(own, group, directions(tiled=tiled)) for group in groups]
    sheets = tuple(
        SheetPlan(number, len(groups), one.layout, one.slots, _others(groups, number - 1))
        for number, one in enumerate(placed, 1)
    )
    notes = tuple(note for one in placed for note in one.diagnostics(own.name))
    return Plan(NamedSheet(own, sheets), left_out, notes)


@cache
def directions(*, tiled: bool = False) -> Mapping[str, tuple[float, ...]]:
    """In which direction the bubbles of each layout lie, as seen from the one in the middle."""
    layouts: Mapping[str, Bubbles] = TILED if tiled else LAYOUTS
    return MappingProxyType(
        {
            name: tuple(direction(of.x - bubbles.centre.x, bubbles.centre.y - of.y) for of in bubbles.neighbours)
            for name, bubbles in layouts.items()
        }
    )


def _others(groups: Sequence[tuple[Municipality, ...]], here: int) -> tuple[Municipality, ...]:
    """Those on the other sheets."""
    return tuple(one for i, group in enumerate(groups) if i != here for one in group)
