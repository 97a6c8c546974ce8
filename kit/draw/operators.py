"""Shapes as operators of a PDF content stream (ISO 32000-1, section 8), in points from the bottom left. Pure."""

from __future__ import annotations

from itertools import chain
from typing import Final

from kit.draw.look.inks import Inks
from kit.draw.paths import Close, Curve, Line, Move, Path
from kit.draw.records import Clipped, Fill, PenStroke, Shape, Stroke

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""

_ROUND: Final = 1
_BUTT: Final = 0
_CAPS: Final = ("butt", "round", "square")
_JOINS: Final = ("miter", "round", "bevel")
_OPERATORS: Final = {Move: "%.3f %.3f m\n", Line: "%.3f %.3f l\n", Curve: "%.3f " * 6 + "c\n", Close: "h\n"}
"""Each piece of a path: a space behind each number, with three decimals as `number` has."""

_WHOLE: Final = "\0"
"""Stands behind a whole number, while the zeros at the end of others are taken away."""


def shape_operators(shape: Shape, height: float, inks: Inks) -> str:
    """Paint a shape on a page of a height in mm."""
    match shape:
        case Fill():
            rule = "f*" if shape.even_odd else "f"
            return f"{inks.fill(shape.colour)}\n{path_operators(shape.path, height)} {rule}"
        case Stroke():
            return f"{_stroke(shape, inks)}\n{path_operators(shape.path, height)} S"
        case PenStroke():
            return f"q {_pen(shape, inks)}\n{path_operators(shape.path, height)} S Q"
        case Clipped():
            inside = "\n".join(shape_operators(part, height, inks) for part in shape.shapes)
            return f"q {path_operators(shape.path, height)} W n\n{inside}\nQ"


def path_operators(path: Path, height: float) -> str:
    """Go along a path on a page of a height in mm.

    Its numbers are written all at once, as `number` would write them: one by one they take four times as long.
    """
    values = [*chain.from_iterable(path)]
    values[::2] = [x * POINTS for x in values[::2]]
    values[1::2] = [(height - y) * POINTS for y in values[1::2]]
    written = "".join(map(_OPERATORS.__getitem__, map(type, path))) % tuple(values)
    shorter = written.replace(".000 ", _WHOLE).replace("00 ", " ").replace("0 ", " ").replace(_WHOLE, " ")
    return shorter.rstrip("\n")


def number(value: float) -> str:
    """A number of a content stream: thousandths of a point are finer than any printer."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def fraction(value: float) -> str:
    """A sine or cosine: never with an exponent, which PDF does not know (ISO 32000-1, section 7.3.3)."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _stroke(shape: Stroke, inks: Inks) -> str:
    style = shape.style
    dash = " ".join(number(part * POINTS) for part in shape.dash)
    cap = _ROUND if style.round_ends else _BUTT
    colour, width = inks.pen(style.colour, style.width)
    return f"{inks.stroke(colour)} {number(width * POINTS)} w {cap} J [{dash}] 0 d"


def _pen(shape: PenStroke, inks: Inks) -> str:
    """A pen with its own ends, corners and dashes (ISO 32000-1, section 8.4.3)."""
    pen = shape.pen
    width, offset = number(pen.width * POINTS), number(pen.offset * POINTS)
    dash = " ".join(number(part * POINTS) for part in pen.dash)
    shaped = f"{_CAPS.index(pen.cap)} J {_JOINS.index(pen.join)} j {number(pen.miter)} M [{dash}] {offset} d"
    return f"{inks.stroke(shape.colour)} {width} w {shaped}"
