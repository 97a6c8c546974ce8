"""Colours as numbers: how well they stand out, and how alike they are. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import dist
from typing import Final, NamedTuple, Self


class Rgb(NamedTuple):
    """A colour of a screen: red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def of(cls, hexadecimal: str) -> Self:
        """The colour that ``RRGGBB`` stands for, with or without ``#``."""
        return cls(*bytes.fromhex(hexadecimal.removeprefix("#")))

    @property
    def hex(self) -> str:
        """The colour as ``#RRGGBB``."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"


PAPER: Final = Rgb(255, 255, 255)

LETTERS: Final = 4.5
LINES: Final = 3.0
"""How well letters and lines stand out at least (WCAG 2.2, success criteria 1.4.3 and 1.4.11)."""

_LUMINANCE: Final = (0.2126, 0.7152, 0.0722)

# Björn Ottosson's OKLab: equal distances look equally far apart.
_CONES: Final = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB: Final = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def contrast(one: Rgb, other: Rgb = PAPER) -> float:
    """How well one colour stands out on another, from 1 to 21 (WCAG 2, contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def shown_ratio(ratio: float) -> float:
    """A contrast as it is told: rounded down, so that one that is too low never looks high enough."""
    return int(ratio * 10) / 10


def darkened(colour: Rgb, ratio: float, ground: Rgb = PAPER) -> Rgb:
    """The same colour in less light: as much of it as stands out on a ground by ``ratio``."""
    light = (_luminance(ground) + 0.05) / ratio - 0.05
    share = min(1.0, light / max(_luminance(colour), light))
    return Rgb(*(_value(_linear(part) * share) for part in colour))


def mixed(colour: Rgb, share: float) -> Rgb:
    """A share of the colour, the rest of it white, as somebody mixes them who has both on a screen."""
    return Rgb(*(round(255 + (part - 255) * share) for part in colour))


def likeness(one: Rgb, other: Rgb) -> float:
    """How far two colours lie apart to the eye: 0 is the same, 1 is black and white (OKLab)."""
    return dist(_seen(one), _seen(other))


def cmyk(colour: Rgb) -> tuple[int, int, int, int]:
    """Cyan, magenta, yellow and black in %: what the three have in common is black ink."""
    most = max(colour)
    if not most:
        return (0, 0, 0, 100)
    cyan, magenta, yellow = (round(100 * (most - part) / most) for part in colour)
    return (cyan, magenta, yellow, round(100 * (255 - most) / 255))


def _luminance(colour: Rgb) -> float:
    return _product(_LUMINANCE, [_linear(part) for part in colour])


def _seen(colour: Rgb) -> tuple[float, ...]:
    light = [_linear(part) for part in colour]
    cones = [_product(row, light) ** (1 / 3) for row in _CONES]
    return tuple(_product(row, cones) for row in _LAB)


def _product(weights: Sequence[float], parts: Sequence[float]) -> float:
    return sum(weight * part for weight, part in zip(weights, parts, strict=True))


def _linear(part: int) -> float:
    """The light of a part of a colour, from 0 to 1 (sRGB)."""
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _value(light: float) -> int:
    """The part of a colour with so much light, rounded down: rather darker than lighter."""
    share = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return int(255 * share + 1e-6)
