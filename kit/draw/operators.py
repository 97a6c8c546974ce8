"""Shapes as operators of a PDF content stream (ISO 32000-1, section 8), in points from the bottom left. Pure."""

from __future__ import annotations

from typing import Final

from kit.draw.look.inks import Inks
from kit.draw.paths import Close, Curve, Line, Move, Path, Segment
from kit.draw.records import Clipped, Fill, PenStroke, Shape, Stroke

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""

_ROUND: Final = 1
_BUTT: Final = 0
_CAPS: Final = ("butt", "round", "square")
_JOINS: Final = ("miter", "round", "bevel")
_OPERATORS: Final = {Move: "m", Line: "l", Curve: "c", Close: "h"}


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
    """Go along a path on a page of a height in mm."""
    return "\n".join(_segment(segment, height) for segment in path)


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


def _segment(segment: Segment, height: float) -> str:
    values = [height - value if i % 2 else value for i, value in enumerate(segment)]
    return " ".join([*(number(value * POINTS) for value in values), _OPERATORS[type(segment)]])
