"""What of a logo nobody sees on paper: it is made for a dark ground, or a part of it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kit.model.organisation.colour import Rgb

WHITE: Final = 240
"""A colour of which red, green and blue are all at least this cannot be told from paper, as printed in an office."""

_CLEAR: Final = 32
"""What covers less than this of 255 is not there: the edges of letters are half there."""

_LEAST: Final = 0.001
"""So much of a picture is more than a stray dot."""

_Box = tuple[float, float, float, float]

_MOST_LOOKED_AT: Final = 100
"""So many white shapes: a name has one a letter, and a drawing of thousands must not take long."""


def is_white(colours: Iterable[int]) -> bool:
    """Whether all of this is white; numbers from 0 to 255 of red, green and blue."""
    return min(colours, default=255) >= WHITE


def has_lone_shape(shapes: Sequence[tuple[_Box, Rgb]]) -> bool:
    """Whether there is a white shape on nothing else: no shape with ink lies where it does.

    ``shapes``: the box around each (left, top, right, bottom) and its colour.
    """
    inked = [box for box, colour in shapes if not is_white(colour)]
    white = (box for box, colour in shapes if is_white(colour))
    return any(not any(_meet(box, ink) for ink in inked) for box in islice(white, _MOST_LOOKED_AT))


def has_lone_dots(width: int, height: int, dots: bytes) -> bool:
    """Whether there is a white area on nothing else; ``dots`` row by row: red, green, blue and how much it covers."""
    cover = dots[3::4]
    if min(cover) >= _CLEAR:
        return False
    inks = zip(dots[::4], dots[1::4], dots[2::4], cover, strict=True)
    kinds = bytearray(0 if rest[-1] < _CLEAR else 1 if is_white(rest[:3]) else 2 for rest in inks)
    areas = (_area(kinds, start, width) for start in range(width * height) if kinds[start] == 1)
    return any(count >= width * height * _LEAST and touched == {0} for count, touched in areas)


def _area(kinds: bytearray, start: int, width: int) -> tuple[int, set[int]]:
    """How many dots a white area has, and the kinds of those around it; it is no longer white after that."""
    count, touched, waiting = 0, set[int](), [start]
    kinds[start] = 3
    while waiting:
        at = waiting.pop()
        count += 1
        for beside in _beside(at, width, len(kinds)):
            if kinds[beside] == 1:
                kinds[beside] = 3
                waiting.append(beside)
            elif kinds[beside] != 3:
                touched.add(kinds[beside])
    return count, touched


def _beside(at: int, width: int, end: int) -> Iterator[int]:
    if at % width:
        yield at - 1
    if (at + 1) % width:
        yield at + 1
    if at >= width:
        yield at - width
    if at + width < end:
        yield at + width


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
