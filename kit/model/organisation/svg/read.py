"""An SVG becomes a logo: shapes where full colours can show it, dots where they cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.model.organisation.svg.cost import check, check_layers
from kit.model.organisation.svg.drawing import Vector
from kit.model.organisation.svg.parse import elements_of
from kit.model.organisation.svg.shapes import NotPlain, shapes_of
from kit.model.organisation.svg.style import cascade
from kit.model.organisation.svg.tree import plain

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Dots:
    """A drawing as dots on white, and ``why``: the name in SVG of what shapes cannot show."""

    picture: Image
    why: str


def drawing_of(raw: bytes, most: tuple[float, float]) -> Vector | Dots:
    """What an SVG shows. ``most``: so many dots wide and high at most, where it takes dots. Raises Unprintable."""
    root = elements_of(raw)
    cascade(root)
    drawing = plain(root)
    check(drawing)
    try:
        return shapes_of(drawing)
    except NotPlain as found:
        from kit.model.organisation.svg.picture import painted

        check_layers(drawing)
        return Dots(painted(drawing, most, found.what), found.what)
