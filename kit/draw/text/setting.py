"""Fitted text becomes letters on a page: on lines, upwards, or along a circle. Pure: mm in, letters and a box out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kit.draw.geometry import Box, Circle, Point
from kit.draw.look.theme import Font, TextStyle
from kit.draw.records import ArcText, Letters
from kit.draw.text.fit import FittedText
from kit.draw.text.fonts import MM_PER_POINT, Fonts
from kit.draw.text.words import fallback, standing_in

Align = Literal["left", "centre", "right"]

DESCENT: Final = 0.21
"""How far letters hang below the baseline, in sizes (Fira Sans: g, p; Poppins: g)."""

UPWARDS: Final = 270
"""The angle of letters that read upwards, in degrees."""

_SHARES: Final = {"left": 0.0, "centre": 0.5, "right": 1.0}
"""How much of a text lies before the place that it is aligned on."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text as it was set: ``box`` from the first line's capitals to the last line's descenders."""

    fitted: FittedText
    box: Box
    last_baseline: float

    @property
    def right(self) -> float:
        """The x where the widest line ends."""
        return self.box.right

    @property
    def lines(self) -> int:
        """The number of lines."""
        return len(self.fitted.lines)


def set_lines(fitted: FittedText, x: float, y: float, align: Align, fonts: Fonts) -> tuple[list[Letters], Box]:
    """The letters of lines below each other, the first baseline at ``y``, and the box around them."""
    style, left = fitted.style, _SHARES[align]
    letters: list[Letters] = []
    for i, line in enumerate(fitted.lines):
        start = x - left * line.width
        for run in line.runs:
            at = (start + run.x, y + i * style.leading)
            letters.append(
                Letters(run.text, run.font, style.size, style.tracking, style.colour, *at, outline=style.outline)
            )
    size = style.size * MM_PER_POINT
    top = y - fonts.face(style.font).capital * size
    return letters, Box(x - left * fitted.width, top, fitted.width, y + fitted.height + DESCENT * size - top)


def set_upward(fitted: FittedText, x: float, y: float, fonts: Fonts) -> tuple[list[Letters], Box]:
    """The letters of a line that reads upwards from ``y``, its baseline at ``x``, and the box around them."""
    style = fitted.style
    letters = [
        Letters(run.text, run.font, style.size, style.tracking, style.colour, x, y - run.x, UPWARDS)
        for line in fitted.lines
        for run in line.runs
    ]
    size = style.size * MM_PER_POINT
    left = x - fonts.face(style.font).capital * size
    return letters, Box.between(left, y - fitted.width, x + DESCENT * size, y)


def arc_widths(text: str, style: TextStyle, fonts: Fonts) -> tuple[list[Font], list[float], float]:
    """The cut and the width of each letter of a text, and the length of all along a baseline, in mm."""
    own = standing_in(text, style.cut(bold=False, italic=False), fonts)
    cuts = [own if fonts.covers(letter, own) else fallback(own) for letter in text]
    widths = [fonts.width(letter, cut, style.size) for letter, cut in zip(text, cuts, strict=True)]
    return cuts, widths, sum(widths) + style.tracking * MM_PER_POINT * (len(widths) - 1)


def set_on_arc(
    text: str, style: TextStyle, of: Circle, fonts: Fonts, *, upper: bool, align: Align, at: float
) -> tuple[ArcText, Box] | None:
    """The letters of a text along a circle, and a box around them; nothing of a text without letters."""
    cuts, widths, whole = arc_widths(text, style, fonts)
    gap = style.tracking * MM_PER_POINT
    start = at - _SHARES[align] * whole
    letters: list[Letters] = []
    for letter, cut, advance in zip(text, cuts, widths, strict=True):
        letters.append(_on_arc(letter, cut, style, of, (start + advance / 2) / of.r, advance, upper=upper))
        start += advance + gap
    if not letters:
        return None
    return ArcText(text, tuple(letters)), _box_around(letters, style.size * MM_PER_POINT)


def _on_arc(
    letter: str, font: Font, style: TextStyle, of: Circle, angle: float, width: float, *, upper: bool
) -> Letters:
    """One letter on a circle; ``angle`` in radians from the middle of the text, along the reading direction."""
    turn = angle if upper else -angle
    along = Point(math.cos(turn), math.sin(turn))
    reach = of.r if upper else -of.r
    x = of.x + reach * math.sin(turn) - along.x * width / 2
    y = of.y - reach * math.cos(turn) - along.y * width / 2
    return Letters(letter, font, style.size, 0, style.colour, x, y, math.degrees(turn))


def _box_around(letters: Sequence[Letters], reach: float) -> Box:
    xs, ys = [letter.x for letter in letters], [letter.y for letter in letters]
    return Box.between(min(xs), min(ys) - reach / 2, max(xs) + reach / 2, max(ys) + reach / 4)
