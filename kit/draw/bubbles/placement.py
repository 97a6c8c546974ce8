"""Which neighbour gets which bubble: each roughly where it lies on the map (design, section 11, *Placing names*).

Directions are degrees clockwise from north. A layout is the directions of its slots as seen from the centre, clockwise.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Generic, Protocol, TypeVar

MOST: Final = 8
"""So many neighbours at most have a place on one sheet."""

FEWEST: Final = 4
"""The smallest layouts have so many slots, so a second sheet gets at least as many neighbours."""

ROUGH: Final = 35
"""Where the directions are off by more than this, as a root mean square in degrees, the user must hear it."""


class Located(Protocol):
    """Anything with a place on earth, in degrees."""

    @property
    def lat(self) -> float:
        """North of the equator."""

    @property
    def lon(self) -> float:
        """East of Greenwich."""


_Place = TypeVar("_Place", bound=Located)
_Any = TypeVar("_Any")


@dataclass(frozen=True, slots=True)
class Placement(Generic[_Place]):
    """A layout by name, and who is in each of its slots; nobody in a slot left over.

    ``rms`` tells how far the slots are from the real directions: the root mean square in degrees.
    """

    layout: str
    slots: tuple[_Place | None, ...]
    rms: float

    @property
    def is_rough(self) -> bool:
        """Whether the slots are so far from the real directions that somebody would notice."""
        return self.rms > ROUGH


def direction(east: float, north: float) -> float:
    """The direction of a vector, from 0 up to 360."""
    return math.degrees(math.atan2(east, north)) % 360


def bearing(own: Located, other: Located) -> float:
    """The direction in which another place lies, near enough for a country: meridians are taken as parallel."""
    return direction((other.lon - own.lon) * math.cos(math.radians(own.lat)), other.lat - own.lat)


def place(
    own: Located,
    neighbours: Sequence[_Place],
    layouts: Mapping[str, Sequence[float]],
    *,
    in_order: bool = False,
    shortage: Callable[[_Place, str, int], int] = lambda _place, _layout, _slot: 0,
) -> Placement[_Place]:
    """Give each neighbour a slot.

    Of the layouts, those with the fewest slots that hold all neighbours are tried: hand over one to choose it. Around
    the centre the neighbours always keep the order of their bearings, so those that touch stay side by side; of all
    such ways the one with the least sum of squared angles is taken. ``shortage(place, layout, slot)`` tells how much of
    what is known of somebody has no room in a slot: of the ways that are not rough, those with the least of it come
    first. With ``in_order`` they stand in the order given, the first in the first slot. Raises ValueError where no
    layout has enough slots.
    """
    around = list(neighbours) if in_order else sorted(neighbours, key=lambda other: bearing(own, other))
    size = min((len(slots) for slots in layouts.values() if len(slots) >= len(around)), default=0)
    if not size:
        raise ValueError(f"no layout has {len(around)} slots")
    ways = list(_ways(len(around), size))[: 1 if in_order else None]
    bearings = [bearing(own, other) for other in around]
    found = sorted(
        (_cost(bearings, slots, way), name, way)
        for name, slots in layouts.items()
        if len(slots) == size
        for way in ways
    )
    most = max(found[0][0], ROUGH**2 * len(around))

    def lacking(one: tuple[float, str, tuple[int, ...]]) -> int:
        _, name, way = one
        return sum(shortage(other, name, slot) for slot, other in zip(way, around, strict=True))

    cost, name, way = min((one for one in found if one[0] <= most), key=lacking)
    by_slot = dict(zip(way, around, strict=True))
    return Placement(name, tuple(by_slot.get(i) for i in range(size)), math.sqrt(cost / max(1, len(around))))


def split(neighbours: Sequence[_Any]) -> tuple[tuple[_Any, ...], ...]:
    """The neighbours of each sheet: one sheet for up to 8 of them, two for up to 16.

    They come with the longest shared border first, and these get the first sheet. Raises ValueError for more than 16.
    """
    if len(neighbours) <= MOST:
        return (tuple(neighbours),)
    if len(neighbours) > 2 * MOST:
        raise ValueError(f"{len(neighbours)} neighbours do not fit on two sheets")
    first = min(MOST, len(neighbours) - FEWEST)
    return tuple(neighbours[:first]), tuple(neighbours[first:])


def _ways(count: int, size: int) -> Iterator[tuple[int, ...]]:
    """Every way to give so many neighbours each a slot, clockwise one after the other."""
    for chosen in combinations(range(size), count):
        for shift in range(max(1, count)):
            yield chosen[shift:] + chosen[:shift]


def _cost(bearings: Sequence[float], slots: Sequence[float], way: Sequence[int]) -> float:
    """The sum of the squared angles between where the neighbours lie and where they stand."""
    return sum(_angle(at, slots[i]) ** 2 for at, i in zip(bearings, way, strict=True))


def _angle(one: float, other: float) -> float:
    """The angle between two directions, the short way round."""
    return abs((one - other + 180) % 360 - 180)
