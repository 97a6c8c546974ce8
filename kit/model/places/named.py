"""A bubble sheet with names, as plain data: who stands in which bubble, and who is already known there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kit.model.places.abroad import Abroad
from kit.model.places.municipalities import Municipality
from kit.model.text.spans import Text

ActorHalf = Literal["upper", "lower"]
"""Where an actor is written in a bubble: upper is cultural, lower is not."""


Neighbour = Municipality | Abroad
"""Who can stand in a bubble around the own municipality."""


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet of paper: sheet ``number`` of ``of``, from 1.

    ``layout`` is the name of a layout of bubbles; ``slots`` who stands in each of these, clockwise from north, nobody
    in a slot left over. ``rest`` are the neighbours that stand on the other sheets, in the order in which they are
    listed; empty where there is one sheet, also where neighbours were left out. ``is_rough``: they stand far from the
    directions in which they lie.
    """

    number: int
    of: int
    layout: str
    slots: tuple[Neighbour | None, ...]
    rest: tuple[Neighbour, ...] = ()
    is_rough: bool = False

    @property
    def neighbours(self) -> tuple[Neighbour, ...]:
        """Who stands on it beside the own municipality, clockwise."""
        return tuple(municipality for municipality in self.slots if municipality is not None)

    @property
    def is_map(self) -> bool:
        """Whether everybody on it stands roughly where they lie: only then an arrow to the north is true."""
        return not self.is_rough and all(one.is_located for one in self.neighbours)


@dataclass(frozen=True, slots=True)
class NamedSheet:
    """The bubble sheet of a municipality: one sheet of paper, or two where it has more than eight neighbours."""

    own: Municipality
    sheets: tuple[SheetPlan, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody whom a facilitator already knows. ``sector`` is a key of the catalogue, or empty.

    The mark of ``name`` tells which row of which file it stands in.
    """

    name: Text
    municipality: Neighbour
    sector: str
    half: ActorHalf


Actors = Mapping[tuple[str, ActorHalf], tuple[Actor, ...]]
"""The actors of each half of a bubble, by the NIS code of its municipality, in the order of the file."""
