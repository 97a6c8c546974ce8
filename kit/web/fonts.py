"""The letters of the page: three cuts of those on paper, each with the letters of western Europe only, as WOFF2.

What a browser shows until they are there is scaled to their widths and heights, so that no text jumps.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from kit.draw.fonts import Fonts
from kit.draw.theme import Font

_LETTERS: Final = frozenset({*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "ıŒœŸ‐\u2011–—‘’‚‛“”„…‹›€−")})
"""Basic Latin, Latin-1, Œ and œ, hyphens, dashes, quotes, ellipsis, euro and minus."""

_SAMPLE: Final = "de letters van een gewone Nederlandse zin, met een hoofdletter en een komma"
_ARIAL: Final = 0.4704
"""The mean advance of a letter of the sample in Arial and its equals (Helvetica, Liberation Sans), in sizes."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut on the page: the family by which the style sheets ask for it, and the cut on paper."""

    family: str
    weight: int
    font: Font

    @property
    def stand_in(self) -> str:
        """The family that is shown until this one is there."""
        return f"{self.family.split()[0]} Fallback"

    @property
    def file(self) -> str:
        """Its place in the folder of the site."""
        return f"fonts/{self.family.lower().replace(' ', '-')}-{self.weight}.woff2"


HEADS: Final = Cut("Poppins", 600, Font("Poppins", 600))
TEXT: Final = Cut("Fira Sans", 400, Font("Fira Sans", 400))
BOLD: Final = Cut("Fira Sans", 600, Font("Fira Sans", 600))
FIRST: Final = (HEADS, TEXT)
"""What the first view needs; the bold cut follows after it."""


def woff2(cut: Cut, fonts: Fonts) -> bytes:
    """A cut as WOFF2: the same bytes for the same file."""
    path = fonts.path(cut.font)
    return _woff2(path, path.stat().st_mtime_ns)


@cache
def _woff2(path: Path, _stamp: int) -> bytes:
    # What a cut lacks is told by the look of the page; the tool's own remarks are for who makes fonts.
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    font = TTFont(path, lazy=False, recalcTimestamp=False)
    _hold_together(font)
    maker = Subsetter(_options())
    maker.populate(unicodes=_LETTERS)
    maker.subset(font)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written, reorderTables=True)
    return written.getvalue()


def _options() -> Options:
    options = Options()
    options.layout_features = ["kern", "liga"]
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.name_IDs = [1, 2, 13, 14]
    options.name_languages = [0x409]
    options.recalc_timestamp = False
    return options


def _hold_together(font: TTFont) -> None:
    """Give the hyphen that holds words together the shape of any other."""
    for table in font["cmap"].tables:
        if table.isUnicode() and 0x2D in table.cmap:
            table.cmap.setdefault(0x2011, table.cmap[0x2D])


def css(fonts: Fonts) -> str:
    """The rules for the cuts of the first view, and for what stands in until they are there."""
    families = {cut.family: cut for cut in FIRST}
    return "".join([*map(face, FIRST), *(_stand_in(cut, fonts) for cut in families.values())])


def face(cut: Cut) -> str:
    """The rule for a cut."""
    return (
        f'@font-face{{font-family:"{cut.family}";font-weight:{cut.weight};font-display:swap;'
        f'src:url("{cut.file}") format("woff2")}}\n'
    )


def _stand_in(cut: Cut, fonts: Fonts) -> str:
    """Arial, as wide and as high as a cut: so that lines break where they will (CSS Fonts 5, *size-adjust*)."""
    font = TTFont(fonts.path(cut.font), lazy=True)
    units, heights = font["head"].unitsPerEm, font["hhea"]
    widths, letters = font["hmtx"].metrics, font.getBestCmap()
    mean = sum(widths[letters[ord(letter)]][0] for letter in _SAMPLE) / len(_SAMPLE) / units
    scale = mean / _ARIAL
    up, down, gap = (abs(value) / units / scale for value in (heights.ascent, heights.descent, heights.lineGap))
    return (
        f'@font-face{{font-family:"{cut.stand_in}";src:local("Arial"),local("Liberation Sans"),'
        f'local("Helvetica");size-adjust:{scale:.1%};ascent-override:{up:.1%};descent-override:{down:.1%};'
        f"line-gap-override:{gap:.1%}}}\n"
    )
