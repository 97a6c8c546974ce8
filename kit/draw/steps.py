"""Puts steps below each other on a rail, and pictures beside them (design, section 13). Pure: mm in, mm out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_TOLERANCE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Setting:
    """A way to set the steps: how far each reaches below the middle of its disc, and what lies between two, in mm."""

    depths: tuple[float, ...]
    distance: float


@dataclass(frozen=True, slots=True)
class Placing:
    """The setting taken, the y of the middle of each disc, and how many mm the last step ends too low: 0 if it fits."""

    setting: int
    centres: tuple[float, ...]
    excess: float


def place_steps(settings: Sequence[Setting], first: float, last: float) -> Placing:
    """Place steps from a first middle at y ``first`` down to ``last``: the first setting that fits, or the last one."""
    placing = Placing(0, (), 0)
    for number, setting in enumerate(settings):
        centres = _centres(setting, first)
        excess = centres[-1] + setting.depths[-1] - last
        placing = Placing(number, centres, excess if excess > _TOLERANCE else 0)
        if not placing.excess:
            break
    return placing


def _centres(setting: Setting, first: float) -> tuple[float, ...]:
    centres = [first]
    for depth in setting.depths[:-1]:
        centres.append(centres[-1] + depth + setting.distance)
    return tuple(centres)


def keep_apart(wanted: Sequence[tuple[float, float]], gap: float, bottom: float) -> tuple[float, ...]:
    """The tops of blocks, each given as the top it would like and its height.

    They keep their order and at least ``gap`` mm between them, and end above ``bottom``: first each moves down as far
    as the one above it asks, then up as far as the bottom asks.
    """
    tops: list[float] = []
    free = -math.inf
    for top, height in wanted:
        tops.append(max(top, free))
        free = tops[-1] + height + gap
    below = bottom
    for i in range(len(tops) - 1, -1, -1):
        tops[i] = min(tops[i], below - wanted[i][1])
        below = tops[i] - gap
    return tuple(tops)
