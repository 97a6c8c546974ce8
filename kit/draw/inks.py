"""How colours are written in a PDF: red, green and blue for office printers, or the four inks of a print shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from kit.draw.theme import BLACK, TONES, WHITE, Colour

Model = Literal["rgb", "cmyk"]

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
    """What letters of a colour are at a print shop: white and greys as they are, anything else full black.

    Ink counts as a colour: as a tint of 90 % its edges would be dots.
    """
    grey = not any(colour.cmyk[:3]) and colour.cmyk[3] < TONES["ink"].cmyk[3]
    return colour if grey or colour == WHITE else BLACK
