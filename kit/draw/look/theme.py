"""The look: roles become fonts, sizes, colours and lines, in one of three editions on the same geometry, or in large.

Sources: design sections 4 (type), 5 (colour), 6 (lines), 15 (editions) and 26 (large). Lengths in mm, type in points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from kit.draw.look.editions import EDITIONS as EDITIONS
from kit.draw.look.editions import LARGE
from kit.draw.look.editions import Edition as Edition
from kit.draw.look.large_roles import LARGE_TEXTS, THICKER
from kit.draw.look.roles import STROKES, TEXTS, Family, StrokeRole, TextRole
from kit.model.organisation.accent import letters_of, tint_of
from kit.model.organisation.colour import Rgb, cmyk

WEIGHTS: Final[tuple[Edition, ...]] = ("colour", "low-ink")
"""The editions whose letters have different widths: grey is set as colour is, and large is laid out by itself."""

LIGHT: Final = 300
BOLD_OF: Final = MappingProxyType({300: 500, 400: 600, 500: 600, 600: 700, 700: 700})
"""The weight of a bold word inside a text of a weight: two steps up in running text (design, images 06 and 10)."""


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255, for the screen and office printers; C, M, Y and K in %, for a print shop."""

    red: int
    green: int
    blue: int
    cmyk: tuple[int, int, int, int]

    @property
    def hex(self) -> str:
        """The colour as ``#RRGGBB``."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"


def _colour(hexadecimal: str, *cmyk: int) -> Colour:
    red, green, blue = bytes.fromhex(hexadecimal)
    c, m, y, k = cmyk
    return Colour(red, green, blue, (c, m, y, k))


BLACK: Final = _colour("000000", 0, 0, 0, 100)
WHITE: Final = _colour("FFFFFF", 0, 0, 0, 0)

# K in % to a grey that an office printer sets in black alone: the values of image 12. On a press dots of ink grow: as
# much black as makes the same grey, relative to the paper, is more than the name says (FOGRA39, on coated paper).
K70: Final = _colour("4D4D4D", 0, 0, 0, 85)
K40: Final = _colour("999999", 0, 0, 0, 53)
K25: Final = _colour("BFBFBF", 0, 0, 0, 34)
K7: Final = _colour("EDEDED", 0, 0, 0, 10)

TONES: Final[Mapping[str, Colour]] = MappingProxyType(
    {
        "black": BLACK,
        "white": WHITE,
        "ink": _colour("222222", 0, 0, 0, 100),
        "grey": _colour("5E5E5E", 0, 0, 0, 79),
        "border": _colour("767676", 0, 0, 0, 69),
        "map-border": _colour("8A8A8A", 0, 0, 0, 60),
        "writing": _colour("5E5E5E", 0, 0, 0, 79),
        "hair": _colour("BDBDBD", 0, 0, 0, 35),
        "cut": _colour("7A7A7A", 0, 0, 0, 67),
        "you": _colour("BF3F2B", 0, 75, 80, 20),
        "you-tint": _colour("FCEBE7", 0, 7, 7, 0),
        "strength": _colour("F2B01E", 0, 32, 92, 0),
        "strength-line": _colour("C98700", 0, 38, 100, 20),
        "strength-dark": _colour("855700", 0, 35, 100, 48),
        "strength-tint": _colour("FEF4DA", 0, 3, 14, 0),
        "limit": _colour("2F6499", 80, 50, 5, 15),
        "limit-tint": _colour("E8F0F7", 7, 2, 0, 0),
        "bridge": _colour("00695F", 95, 20, 60, 30),
        "bridge-tint": _colour("E4F1EF", 9, 0, 5, 0),
        "art": _colour("BF3F2B", 0, 75, 80, 20),
        "heritage": _colour("73407F", 40, 75, 0, 30),
        "learning": _colour("8A5F00", 0, 35, 100, 46),
        "care": _colour("2F6499", 80, 50, 5, 15),
        "work": _colour("00695F", 95, 20, 60, 30),
        "environment": _colour("3C7420", 60, 0, 95, 45),
        "other": _colour("5E5E5E", 0, 0, 0, 79),
    }
)
"""Tone names to colours of the colour edition. A grey has as much black as looks the same on a press (FOGRA39)."""

_GREYS: Final = MappingProxyType({"white": WHITE, "grey": K70, "hair": K40})

_STRONG: Final = MappingProxyType(
    {
        "ink": BLACK,
        "grey": BLACK,
        "writing": TONES["grey"],
        "border": TONES["grey"],
        "map-border": TONES["grey"],
        "hair": TONES["border"],
        "cut": TONES["grey"],
        "strength-line": TONES["strength-dark"],
    }
)
"""Tones with more contrast, for who sees badly."""


def black(percent: int) -> Colour:
    """So much of black alone, as an office printer and a print shop set it."""
    return _colour(f"{round(255 * (1 - percent / 100)):02X}" * 3, 0, 0, 0, percent)


class Font(NamedTuple):
    """One cut of a family."""

    family: Family
    weight: int
    italic: bool = False


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: cut, size and smallest size in pt, leading in mm, tracking in pt, colour.

    ``outline``: the width in mm of the outline of letters that are not filled; 0 for those that are.
    """

    role: str
    font: Font
    size: float
    minimum: float
    leading: float
    tracking: float
    colour: Colour
    outline: float = 0

    def cut(self, *, bold: bool, italic: bool) -> Font:
        """The cut for a bold or italic word in this text."""
        if not bold and not italic:
            return self.font
        weight = BOLD_OF[self.font.weight] if bold else self.font.weight
        return Font(self.font.family, weight, italic or self.font.italic)

    def condensed(self) -> TextStyle:
        """The same in the condensed family: the last resort for a long word (design, section 4)."""
        return replace(self, font=self.font._replace(family="Fira Sans Condensed"))


@dataclass(frozen=True, slots=True)
class StrokeStyle:
    """How a line is drawn: width in mm, dash and gap lengths in mm, round or square ends, colour."""

    role: str
    width: float
    dash: tuple[float, ...]
    round_ends: bool
    colour: Colour


@dataclass(frozen=True, slots=True)
class DiscStyle:
    """A step or icon disc: its fill, its outline (0 wide: none) and the colour of what stands in it."""

    fill: Colour
    outline: Colour
    outline_width: float
    inside: Colour


@dataclass(frozen=True, slots=True)
class Accent:
    """An organisation's own colour in the place of the bridge: of lines and discs, of letters, and of areas."""

    colour: Colour
    letters: Colour
    tint: Colour

    @classmethod
    def of(cls, colour: Rgb) -> Accent:
        """The accent that follows from a colour. Where it is too light for letters, these are darker."""
        return cls(*(Colour(*part, cmyk(part)) for part in (colour, letters_of(colour), tint_of(colour))))


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of one edition, with the organisation's own colour if it has one."""

    edition: Edition
    accent: Accent | None = None

    @property
    def alike(self) -> tuple[Edition, ...]:
        """The editions on whose letters is measured what stands where: all that share the geometry of this one."""
        return (self.edition,) if self.edition == LARGE else WEIGHTS

    def colour(self, tone: str) -> Colour:
        """The colour of lines, nodes, icons and patterns in a tone."""
        if self.edition == "grey":
            return _GREYS.get(tone, BLACK)
        if self.edition == LARGE and tone in _STRONG:
            return _STRONG[tone]
        return self.accent.colour if self.accent and tone == "bridge" else TONES[tone]

    def letters(self, tone: str) -> Colour:
        """The colour of letters in a tone."""
        if self.accent and tone == "bridge" and self.edition != "grey":
            return self.accent.letters
        return self.colour(tone)

    def tint(self, tone: str) -> Colour | None:
        """The colour of an area in a tone; None where the edition leaves the paper white."""
        if self.edition == "low-ink":
            return None
        if self.edition == "grey":
            return K7
        return self.accent.tint if self.accent and tone == "bridge-tint" else TONES[tone]

    def text(self, role: str, tone: str | None = None) -> TextStyle:
        """The style of a text role, in its own tone or in another."""
        return _text_style(self, role, tone)

    def stroke(self, role: str, tone: str | None = None) -> StrokeStyle:
        """The style of a line role, in its own tone or in another."""
        found: StrokeRole = STROKES[role]
        large = self.edition == LARGE
        width = found.widths[0] * THICKER if large else found.widths[EDITIONS.index(self.edition)]
        return StrokeStyle(role, width, found.dash, found.round_ends, self.colour(tone or found.tone))

    def disc(self, tone: str, r: float) -> DiscStyle:
        """The style of a solid disc in a tone, radius ``r`` mm (design, section 15)."""
        strength = tone == "strength"
        if self.edition in ("colour", LARGE):
            fill = self.colour(tone)
            if strength:
                return DiscStyle(fill, self.colour("strength-line"), 0.4 if r <= 8 else 0.7, self.colour("ink"))
            return DiscStyle(fill, fill, 0, WHITE)
        if self.edition == "grey":
            return DiscStyle(K25, BLACK, 0.7, BLACK) if strength else DiscStyle(K70, K70, 0, WHITE)
        line = self.colour("strength-line" if strength else tone)
        return DiscStyle(WHITE, line, 0.6 if r <= 8 else 1.2, self.letters("strength-dark" if strength else tone))

    def mark_disc(self, tone: str) -> DiscStyle:
        """The style of one disc of the brand mark: you, bridge or strength."""
        if self.edition in ("colour", LARGE):
            return DiscStyle(self.colour(tone), self.colour(tone), 0, WHITE)
        if self.edition == "grey":
            fill = {"you": K70, "bridge": BLACK, "strength": K25}[tone]
            return DiscStyle(fill, BLACK, 0.3 if tone == "strength" else 0, WHITE)
        return DiscStyle(WHITE, self.colour("strength-line" if tone == "strength" else tone), 0.5, WHITE)

    @property
    def node_scale(self) -> float:
        """How large a node is drawn: smaller where ink is saved."""
        return 0.8 if self.edition == "low-ink" else 1

    @property
    def solid_patterns(self) -> bool:
        """Whether the pattern strips are drawn; else one line tells where a cluster ends."""
        return self.edition != "low-ink"

    @property
    def card_backs(self) -> bool:
        """Whether cards get a back."""
        return self.edition != "low-ink"


@cache
def _text_style(look: Theme, role: str, tone: str | None) -> TextStyle:
    found: TextRole = (LARGE_TEXTS if look.edition == LARGE else TEXTS)[role]
    name = tone or found.tone
    weight = found.weight
    if look.edition == "low-ink":
        weight = max(weight - 100, LIGHT)
        name = "ink" if name == "grey" and found.hint else name
    font = Font(found.family, weight)
    minimum = found.minimum or found.size
    outline = found.outline if look.edition == "low-ink" else 0
    return TextStyle(role, font, found.size, minimum, found.leading, found.tracking, look.letters(name), outline)


@cache
def theme(edition: Edition) -> Theme:
    """The theme of an edition."""
    return Theme(edition)
