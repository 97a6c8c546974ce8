"""How colours are written in a PDF: red, green and blue for office printers, or the four inks of a print shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from kit.draw.look.theme import BLACK, Colour

Model = Literal["rgb", "cmyk"]

THINNEST: Final = 0.1
"""No line is thinner at a print shop, in mm: its plates hold a line of a quarter of a point (0.09)."""

_FULL: Final = 100
_OPERATORS: Final = {"rgb": ("rg", "RG"), "cmyk": ("k", "K")}


@dataclass(frozen=True, slots=True)
class Inks:
    """Operators of a content stream that choose a colour (ISO 32000-1, section 8.6.8)."""

    model: Model = "rgb"

    def fill(self, colour: Colour) -> str:
        """Choose the colour of what is filled."""
        return f"{self._parts(colour)} {_OPERATORS[self.model][0]}"

    def stroke(self, colour: Colour) -> str:
        """Choose the colour of lines."""
        return f"{self._parts(colour)} {_OPERATORS[self.model][1]}"

    def pen(self, colour: Colour, width: float) -> tuple[Colour, float]:
        """The colour and the width in mm of a line: at a print shop a grey one is black, and as much thinner.

        As a tint it would be a row of dots.
        """
        share = colour.cmyk[3]
        if self.model == "rgb" or any(colour.cmyk[:3]) or not 0 < share < _FULL:
            return colour, width
        return BLACK, max(width * share / _FULL, THINNEST)

    def letters(self, colour: Colour) -> str:
        """Choose the colour of letters: at a print shop they are in one ink, for a shifted plate blurs them."""
        return self.fill(one_ink(colour) if self.model == "cmyk" else colour)

    def outlines(self, colour: Colour) -> str:
        """Choose the colour of letters that are outlines only."""
        return self.stroke(one_ink(colour) if self.model == "cmyk" else colour)

    def _parts(self, colour: Colour) -> str:
        parts = [part / 255 for part in colour[:3]] if self.model == "rgb" else [part / 100 for part in colour.cmyk]
        return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)


def one_ink(colour: Colour) -> Colour:
    """What letters of a colour are at a print shop: white and greys as they are, anything else full black."""
    return BLACK if any(colour.cmyk[:3]) else colour
