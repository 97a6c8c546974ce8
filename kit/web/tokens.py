"""The look of the page as custom properties of CSS, from the palette of the sheets, and whether all can be read.

The names are those of the digital edition's design (docs/web.md, section 3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kit.diagnostics import Diagnostic, Value
from kit.draw.look.theme import TONES, Colour, Theme
from kit.model.organisation.colour import LETTERS, LINES, Rgb, contrast, shown_ratio

INK: Final = Rgb.of("22252B")
GREY: Final = Rgb.of("5B6068")
"""Ink and grey of a screen: on paper both are of black alone."""

RULE: Final = Rgb.of("949494")
"""A rule of a screen: it is no line to write on, and no copier makes it fade."""

_NAMES: Final[Mapping[str, str]] = {
    "grens": "border",
    "haar": "hair",
    "jij": "you",
    "jij-tint": "you-tint",
    "zon": "strength",
    "zon-donker": "strength-dark",
    "zon-tint": "strength-tint",
    "wolk": "limit",
    "wolk-tint": "limit-tint",
}
_CLUSTERS: Final = ("art", "heritage", "learning", "care", "work", "environment", "other")

_GROUNDS: Final = ("wit", "jij-tint", "zon-tint", "wolk-tint", "brug-tint")
PAIRS: Final = (
    *(("inkt", ground, LETTERS) for ground in _GROUNDS),
    *(("grijs", ground, LETTERS) for ground in _GROUNDS),
    *(("grens", ground, LINES) for ground in _GROUNDS),
    *((name, f"{name}-tint", LETTERS) for name in ("jij", "wolk", "brug")),
    ("zon-donker", "zon-tint", LETTERS),
    *((name, "wit", LETTERS) for name in ("jij", "wolk", "brug", "zon-donker")),
    ("inkt", "zon", LETTERS),
    *((f"cluster-{name}", "wit", LETTERS) for name in _CLUSTERS),
)
"""What stands on what, and how much it must differ. Only *zon* by itself is no line that means something."""

Tokens = Mapping[str, Rgb]


def tokens(theme: Theme) -> Tokens:
    """Each token with its colour. White letters stand on the bridge, so it is as dark as letters are."""
    tint = theme.tint("bridge-tint") or TONES["bridge-tint"]
    return {
        "inkt": INK,
        "grijs": GREY,
        "lijn": RULE,
        "wit": Rgb(255, 255, 255),
        **{name: _rgb(TONES[tone]) for name, tone in _NAMES.items()},
        "brug": _rgb(theme.letters("bridge")),
        "brug-tint": _rgb(tint),
        **{f"cluster-{name}": _rgb(TONES[name]) for name in _CLUSTERS},
    }


def _rgb(colour: Colour) -> Rgb:
    return Rgb(*colour[:3])


def faint(found: Tokens) -> Iterator[Diagnostic]:
    """Every pair that does not differ enough."""
    for name, ground, least in PAIRS:
        if (ratio := contrast(found[name], found[ground])) < least:
            values: dict[str, Value] = {"name": name, "ground": ground, "ratio": shown_ratio(ratio), "least": least}
            yield Diagnostic("site-faint", values)


def css(found: Tokens) -> str:
    """The tokens as a rule."""
    return ":root{" + ";".join(f"--{name}:{colour.hex}" for name, colour in found.items()) + "}\n"
