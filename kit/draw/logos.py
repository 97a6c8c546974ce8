"""A logo as it is painted: shapes in a box, or dots; in grey where the edition has no colours."""

from __future__ import annotations

from kit.draw.geometry import Box, Close, Curve, Line, Move, Path, placed
from kit.draw.records import Fill, Picture, Stroke
from kit.draw.theme import Colour, Edition, StrokeStyle
from kit.model.colour import Rgb, cmyk
from kit.model.logo import Raster
from kit.model.svg import Shape, Step, Vector

_WEIGHTS = (0.299, 0.587, 0.114)
"""How light red, green and blue are as greys (ITU-R BT.601, as Pillow has it)."""


def shapes(logo: Vector, box: Box, edition: Edition) -> list[Fill | Stroke]:
    """The shapes of a logo, made as large as its box."""
    return [_shape(shape, box, box.width / logo.width, edition) for shape in logo.shapes]


def picture(logo: Raster, box: Box, edition: Edition) -> Picture:
    """The dots of a logo, made as large as its box."""
    return Picture(box, logo.width, logo.height, logo.dots, grey=edition == "grey")


def _shape(shape: Shape, box: Box, scale: float, edition: Edition) -> Fill | Stroke:
    path = placed(_path(shape.steps), scale, box.x, box.y)
    colour = _colour(shape.colour, edition)
    if not shape.width:
        return Fill(path, colour, even_odd=shape.even_odd)
    return Stroke(path, StrokeStyle("logo", shape.width * scale, (), True, colour), ())


def _colour(colour: Rgb, edition: Edition) -> Colour:
    if edition == "grey":
        shade = round(sum(weight * part for weight, part in zip(_WEIGHTS, colour, strict=True)))
        colour = Rgb(shade, shade, shade)
    return Colour(*colour, cmyk(colour))


def _path(steps: tuple[Step, ...]) -> Path:
    kinds = {"m": Move, "l": Line, "c": Curve, "z": Close}
    return tuple(kinds[step.kind](*step.values) for step in steps)
