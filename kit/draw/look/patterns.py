"""The patterns that tell the clusters apart without colour: shapes in an upright strip (design, section 6).

Pure: a strip in, one path out. Every pattern is symmetric in its strip: it begins and ends alike, and no dot, ring or
cross is cut in two. The widths of the lines are those of the roles ``pattern-…``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Final

from kit.draw.geometry import Box, Circle
from kit.draw.paths import Curve, Move, Path, circle, line

DOT: Final = 0.55
RING: Final = 1.5
CROSS: Final = 0.7
"""Half its width and height."""

DIAGONAL: Final = 2.1
"""Between two diagonals, measured along the strip."""

CORNER: Final = 2.2
"""The radius of the strip's corners."""

_COSINE: Final = 0.3642
"""The control points of a half wave as a cubic, in halves of its length: the best fit to a cosine."""

_REMEMBERED: Final = 64
"""As many strips as all editions of a kit have: most stay where they are when a text changes."""


@lru_cache(_REMEMBERED)
def pattern(name: str, strip: Box) -> Path:
    """The shapes of a pattern in a strip, some of them a little beyond its edge: to fill for dots, else to stroke.

    KeyError for an unknown name.
    """
    return PATTERNS[name](strip)


def rows(top: float, bottom: float, pitch: float, end: float) -> list[float]:
    """Heights ``pitch`` mm apart, the first and the last ``end`` mm from the ends; one where two do not fit.

    What is left over stretches all distances alike, so that a pattern is never denser than it is meant.
    """
    count = int((bottom - top - 2 * end) / pitch)
    if count < 1:
        return [(top + bottom) / 2]
    stretch = (bottom - top) / (2 * end + count * pitch)
    return [top + (end + i * pitch) * stretch for i in range(count + 1)]


def _dots(strip: Box) -> Path:
    """Rows of two and three by turns; the ends, where the corners are, have two."""
    x, across = strip.centre.x, 1.0
    twos = rows(strip.y, strip.bottom, 3.8, 1.45)
    threes = [(a + b) / 2 for a, b in pairwise(twos)]
    centres = [(x + i * across, y) for y in twos for i in (-1, 1)]
    centres += [(x + i * across, y) for y in threes for i in (-2, 0, 2)]
    return _joined(circle(Circle(*centre, DOT)) for centre in centres)


def _diagonals(strip: Box) -> Path:
    """Lines at 45°, as far from the rounded corners as from each other."""
    corner = CORNER * (2 - 2**0.5)
    sums = rows(0, strip.width + strip.height, DIAGONAL, corner + DIAGONAL)
    return _joined(
        line(strip.x - 1, strip.y + far + 1, strip.right + 1, strip.y + far - strip.width - 1) for far in sums
    )


def _grid(strip: Box) -> Path:
    """Three cells wide, and cells as square as the strip allows."""
    cell = strip.width / 3
    heights = rows(strip.y, strip.bottom, cell, cell)
    upright = [line(strip.x + cell * i, strip.y, strip.x + cell * i, strip.bottom) for i in (1, 2)]
    return _joined([*upright, *(line(strip.x, y, strip.right, y) for y in heights)])


def _rings(strip: Box) -> Path:
    """One column of rings, as far from the ends as from each other."""
    return _joined(circle(Circle(strip.centre.x, y, RING)) for y in rows(strip.y, strip.bottom, 4.1, 2.6))


def _stripes(strip: Box) -> Path:
    """Lines across; the white between is the same at the ends."""
    return _joined(line(strip.x, y, strip.right, y) for y in rows(strip.y, strip.bottom, 1.9, 1.775))


def _waves(strip: Box) -> Path:
    """Lines across of two waves, a crest in the middle and at both sides."""
    return _joined(_wave(strip.x, strip.width / 4, y, 0.4) for y in rows(strip.y, strip.bottom, 1.9, 1.9))


def _wave(x: float, half: float, y: float, rise: float) -> Path:
    """Four half waves of ``half`` mm from a crest at ``x``."""
    curves = []
    for i in range(4):
        start, end = (y - rise, y + rise) if i % 2 == 0 else (y + rise, y - rise)
        left, right = x + i * half, x + (i + 1) * half
        curves.append(Curve(left + _COSINE * half, start, right - _COSINE * half, end, right, end))
    return (Move(x, y - rise), *curves)


def _crosses(strip: Box) -> Path:
    """Two columns of crosses."""
    x = strip.centre.x
    centres = [(x + i * 1.4, y) for y in rows(strip.y, strip.bottom, 2.9, 2.2) for i in (-1, 1)]
    strokes = ((cx, cy, slope) for cx, cy in centres for slope in (-CROSS, CROSS))
    return _joined(line(cx - CROSS, cy - slope, cx + CROSS, cy + slope) for cx, cy, slope in strokes)


def _joined(paths: Iterable[Path]) -> Path:
    return tuple(chain.from_iterable(paths))


PATTERNS: Final[Mapping[str, Callable[[Box], Path]]] = MappingProxyType(
    {
        "dots": _dots,
        "diagonals": _diagonals,
        "grid": _grid,
        "rings": _rings,
        "stripes": _stripes,
        "waves": _waves,
        "crosses": _crosses,
    }
)
