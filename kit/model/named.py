"""A bubble sheet with names, as plain data: who stands in which bubble, and who is already known there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kit.model.municipalities import Municipality
from kit.model.text import Text

ActorHalf = Literal["upper", "lower"]
"""Where an actor is written in a bubble: upper is cultural, lower is not."""


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet of paper: sheet ``number`` of ``of``, from 1.

    ``layout`` is the name of a layout of bubbles; ``slots`` who stands in each of these, clockwise from north, nobody
    in a slot left over. ``rest`` are the neighbours that stand on the other sheets, in the order in which they are
    listed; empty where there is one sheet, also where neighbours were left out.
    """

    number: int
    of: int
    layout: str
    slots: tuple[Municipality | None, ...]
    rest: tuple[Municipality, ...] = ()

    @property
    def neighbours(self) -> tuple[Municipality, ...]:
        """Who stands on it beside the own municipality, clockwise."""
        return tuple(municipality for municipality in self.slots if municipality is not None)


@dataclass(frozen=True, slots=True)
class NamedSheet:
    """The bubble sheet of a municipality: one sheet of paper, or two where it has more than eight neighbours."""

    own: Municipality
    sheets: tuple[SheetPlan, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody whom a facilitator already knows. ``sector`` is a key of the catalogue.

    The mark of ``name`` tells which row of which file it stands in.
    """

    name: Text
    municipality: Municipality
    sector: str
    half: ActorHalf


Actors = Mapping[tuple[str, ActorHalf], tuple[Actor, ...]]
"""The actors of each half of a bubble, by the NIS code of its municipality, in the order of the file."""
