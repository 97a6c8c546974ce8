"""A logo as it is painted: shapes in a box, or dots; in grey where the edition has no colours."""

from __future__ import annotations

from dataclasses import replace

from kit.draw.geometry import Box
from kit.draw.look.theme import Colour, Edition
from kit.draw.paths import Close, Curve, Line, Move, Path, placed
from kit.draw.records import Clipped, Fill, PenStroke, Picture
from kit.draw.records import Shape as Painted
from kit.model.organisation.colour import Rgb, cmyk
from kit.model.organisation.logo import Raster
from kit.model.organisation.svg.drawing import Pen, Shape, Step, Vector

_WEIGHTS = (0.299, 0.587, 0.114)
"""How light red, green and blue are as greys (ITU-R BT.601, as Pillow has it)."""


def shapes(logo: Vector, box: Box, edition: Edition) -> list[Painted]:
    """The shapes of a logo, made as large as its box."""
    return [_shape(shape, box, box.width / logo.width, edition) for shape in logo.shapes]


def picture(logo: Raster, box: Box, edition: Edition) -> Picture:
    """The dots of a logo, made as large as its box."""
    return Picture(box, logo.width, logo.height, logo.dots, grey=edition == "grey")


def _shape(shape: Shape, box: Box, scale: float, edition: Edition) -> Painted:
    path = placed(_path(shape.steps), scale, box.x, box.y)
    colour = _colour(shape.colour, edition)
    painted: Painted = Fill(path, colour, even_odd=shape.even_odd)
    if shape.pen:
        painted = PenStroke(path, colour, _scaled(shape.pen, scale))
    for clip in reversed(shape.clips):
        painted = Clipped(placed(_path(clip), scale, box.x, box.y), (painted,))
    return painted


def _scaled(pen: Pen, by: float) -> Pen:
    return replace(pen, width=pen.width * by, dash=tuple(part * by for part in pen.dash), offset=pen.offset * by)


def _colour(colour: Rgb, edition: Edition) -> Colour:
    if edition == "grey":
        shade = round(sum(weight * part for weight, part in zip(_WEIGHTS, colour, strict=True)))
        colour = Rgb(shade, shade, shade)
    return Colour(*colour, cmyk(colour))


def _path(steps: tuple[Step, ...]) -> Path:
    kinds = {"m": Move, "l": Line, "c": Curve, "z": Close}
    return tuple(kinds[step.kind](*step.values) for step in steps)
