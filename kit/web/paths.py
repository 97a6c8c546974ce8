"""Paths of the drawing as SVG writes them: the same lines on a screen as on paper."""

from __future__ import annotations

from typing import Final

from kit.draw.geometry import Close, Curve, Line, Move, Path

_LETTERS: Final = {Move: "M", Line: "L", Curve: "C", Close: "Z"}


def number(value: float, digits: int = 1) -> str:
    """A number with so few digits behind the point as it needs, at most ``digits``."""
    short = f"{value:.{digits}f}"
    short = short.rstrip("0").rstrip(".") if "." in short else short
    return "0" if short == "-0" else short


def d(path: Path, digits: int = 1) -> str:
    """The ``d`` of a path."""
    return "".join(_LETTERS[type(part)] + " ".join(number(value, digits) for value in part) for part in path)
