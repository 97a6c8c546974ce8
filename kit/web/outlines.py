"""Letters as outlines: so a sheet looks as on paper whatever fonts a browser has.

Coordinates are those of the font, y upwards, and mostly relative: that takes the fewest bytes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from kit.web.paths import numbers

UNITS: Final = 1000
"""Units in a size; a font that has others is brought to these."""


def outline(file: Path, letter: str) -> str:
    """The path of a letter of a font; empty for one without ink, and for one that the font lacks."""
    font = _font(file)
    name = font.getBestCmap().get(ord(letter))
    if name is None:
        return ""
    glyphs = font.getGlyphSet()
    pen = _RelativePen(glyphs, UNITS / font["head"].unitsPerEm)
    glyphs[name].draw(pen)
    return "".join(pen.parts)


@cache
def _font(file: Path) -> Any:
    return TTFont(file, lazy=True)


class _RelativePen(BasePen):  # type: ignore[misc]
    """Writes the commands of a path (SVG 2, section 9.3), each relative to the end of the one before."""

    def __init__(self, glyphs: Any, scale: float) -> None:
        super().__init__(glyphs)
        self.parts: list[str] = []
        self._contour: list[tuple[str, tuple[float, ...]]] = []
        self._scale = scale
        self._here = (0, 0)

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._write("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._write("l", pt)

    def _qCurveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float]) -> None:  # noqa: N802
        self._write("q", pt1, pt2)

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self._write("c", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        if [command for command, _ in self._contour] == list("Mlll"):
            # Of a plain rectangle, such as an I or a dash, printers and viewers make whole dots: it looks bolder than
            # the letters beside it. So one of its sides is a curve, be it straight.
            x, y = self._contour[-1][1]
            self._contour[-1] = ("q", (round(x / 2), round(y / 2), x, y))
        self.parts += [command + numbers(*values) for command, values in self._contour]
        self.parts.append("z")
        self._contour = []

    def _write(self, command: str, *points: tuple[float, float]) -> None:
        exact = [(round(x * self._scale), round(y * self._scale)) for x, y in points]
        if command == "m":
            # After a closed path "m" counts from its start, which BasePen does not tell: so this one is absolute.
            self._contour.append(("M", exact[0]))
        else:
            x, y = self._here
            self._contour.append((command, tuple(value for px, py in exact for value in (px - x, py - y))))
        self._here = exact[-1]
