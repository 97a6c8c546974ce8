"""What the ground of a bubble sheet with names depends on: sheets that look alike share it."""

from __future__ import annotations

from dataclasses import dataclass

from kit.draw.bubbles.layouts import (
    LAYOUTS,
    RESERVED,
    RESERVED_ELSEWHERE,
    RESERVED_ELSEWHERE_TILED,
    RESERVED_NUMBER,
    RESERVED_NUMBER_TILED,
    RESERVED_TILED,
    TILED,
    Bubbles,
)
from kit.draw.geometry import Box, Circle
from kit.model.places.municipalities import Municipality
from kit.model.places.named import Actors, Neighbour, SheetPlan

from .parts import Form


@dataclass(frozen=True, slots=True)
class Look:
    """All that the ground of a sheet depends on.

    ``named`` and ``bordering``: which bubbles around have a name, and which of these that of a neighbour. ``lined``:
    with writing lines, because nobody is known yet. ``north``: with an arrow to the north.
    """

    number: int
    of: int
    layout: str
    named: tuple[bool, ...]
    bordering: tuple[bool, ...]
    lined: bool
    form: Form
    north: bool = True

    @property
    def bubbles(self) -> Bubbles:
        """Where the circles lie."""
        return (LAYOUTS if self.form.seam is None else TILED)[self.layout]

    @property
    def linked(self) -> tuple[Circle, ...]:
        """The neighbours that have a name: not who was chosen from further away, nor a blank bubble, room for them."""
        return tuple(of for of, borders in zip(self.bubbles.neighbours, self.bordering, strict=True) if borders)

    @property
    def has_strangers(self) -> bool:
        """Whether somebody stands on it who is no neighbour, as far as is known."""
        return self.named != self.bordering

    @property
    def continued(self) -> bool:
        """Whether the own municipality is written on another sheet."""
        return self.number > 1

    @property
    def reserved(self) -> tuple[Box, ...]:
        """Where no border comes."""
        if self.form.seam is None:
            always, number, elsewhere = RESERVED, RESERVED_NUMBER, RESERVED_ELSEWHERE
        else:
            always, number = RESERVED_TILED, RESERVED_NUMBER_TILED
            elsewhere = RESERVED_ELSEWHERE_TILED[self.layout]
        return (*always, *[number] * (self.of > 1), *[elsewhere] * (self.of > 1 and not self.continued))


def look_of(own: Municipality, plan: SheetPlan, actors: Actors, form: Form) -> Look:
    """How the ground of a sheet looks."""
    known = any((of.nis, half) in actors for of in _shown(own, plan) for half in ("upper", "lower"))
    bordering = tuple(who is not None and who.nis in own.neighbours for who in plan.slots)
    return Look(
        plan.number, plan.of, plan.layout, tuple(map(bool, plan.slots)), bordering, not known, form, plan.is_map
    )


def _shown(own: Municipality, plan: SheetPlan) -> list[Neighbour]:
    """Whose actors are written on a sheet: those of the own municipality only on the first."""
    return [*([own] if plan.number == 1 else []), *plan.neighbours]
