"""Colours as SVG writes them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kit.model.organisation.colour import Rgb
from kit.model.organisation.unprintable import undrawable

_HEX: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


class Ink(NamedTuple):
    """A colour, and how much of it is seen: 1 hides what is under it."""

    rgb: Rgb
    share: float = 1

    @property
    def written(self) -> str:
        """As every reader of SVG knows it."""
        return self.rgb.hex if self.share == 1 else f"rgba({self.rgb[0]},{self.rgb[1]},{self.rgb[2]},{self.share:g})"


def ink(written: str) -> Ink:
    """A colour by name, or in any notation that stands for a colour of a screen. Raises Unprintable."""
    if _HEX.fullmatch(written):
        digits = written[1:] if len(written) == 7 else "".join(2 * digit for digit in written[1:])
        return Ink(Rgb.of(digits))
    from tinycss2.color4 import parse_color

    found = parse_color(written)
    if found is None or isinstance(found, str) or found.space not in ("srgb", "hsl", "hwb"):
        raise undrawable(written)
    red, green, blue = (max(0, min(255, round(255 * part))) for part in found.to("srgb").coordinates)
    return Ink(Rgb(red, green, blue), found.alpha)
