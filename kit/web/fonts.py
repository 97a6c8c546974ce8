"""The letters of the page: three cuts of those on paper, each with the letters of western Europe only, as WOFF2, and
once more as TrueType for the PDF that the page makes itself.

Those that are seldom needed are in a file of their own. There is no kerning, as there is none on paper: it would take
as much as a third of the letters.

What a browser shows until they are there is scaled to their widths and heights, so that no text jumps.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from kit.draw.look.theme import Font
from kit.draw.text.fonts import Fonts

_OFTEN: Final = frozenset({*range(0x20, 0x7F), *map(ord, "\u00a0\u2011–—‘’“”…·×àáâäçèéêëìíîïñòóôöùúûüÉÈ")})
"""Basic Latin and what Dutch and its neighbours add: all that the kit itself says."""

_SELDOM: Final = frozenset({*range(0xA1, 0x100), *map(ord, "ıŒœŸ‐‚‛„‹›€−")}) - _OFTEN
"""The rest of Latin-1, Œ and œ, quotes, euro and minus: fetched when somebody types one of these."""

_SAMPLE: Final = "de letters van een gewone Nederlandse zin, met een hoofdletter en een komma"
_ARIAL: Final = 0.4704
"""The mean advance of a letter of the sample in Arial and its equals (Helvetica, Liberation Sans), in sizes."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut on the page: the family by which the style sheets ask for it, and the cut on paper."""

    family: str
    weight: int
    font: Font
    letters: frozenset[int] = _OFTEN

    @property
    def stand_in(self) -> str:
        """The family that is shown until this one is there."""
        return f"{self.family.split()[0]} Fallback"

    @property
    def file(self) -> str:
        """Its place in the folder of the site."""
        seldom = "-seldom" if self.letters == _SELDOM else ""
        return f"fonts/{self.family.lower().replace(' ', '-')}-{self.weight}{seldom}.woff2"

    @property
    def whole_file(self) -> str:
        """The same for all its letters as TrueType."""
        return f"fonts/{self.family.lower().replace(' ', '-')}-{self.weight}.ttf"

    @property
    def range(self) -> str:
        """Its letters as CSS writes them."""
        return ",".join(f"U+{first:X}" + (f"-{last:X}" if last > first else "") for first, last in _runs(self.letters))


HEADS: Final = Cut("Poppins", 600, Font("Poppins", 600))
TEXT: Final = Cut("Fira Sans", 400, Font("Fira Sans", 400))
BOLD: Final = Cut("Fira Sans", 600, Font("Fira Sans", 600))
FIRST: Final = (HEADS, TEXT)
"""What the first view needs; the bold cut follows after it."""

ON_PAPER: Final = (HEADS, TEXT, BOLD)

SELDOM: Final = tuple(replace(cut, letters=_SELDOM) for cut in ON_PAPER)
ALL: Final = (*FIRST, BOLD, *SELDOM)


def _runs(letters: Iterable[int]) -> list[tuple[int, int]]:
    """Letters that follow each other, as the first and the last of them."""
    runs: list[tuple[int, int]] = []
    for letter in sorted(letters):
        first, last = runs.pop() if runs and runs[-1][1] == letter - 1 else (letter, letter)
        runs.append((first, letter if last < letter else last))
    return runs


def woff2(cut: Cut, fonts: Fonts) -> bytes:
    """A cut as WOFF2: the same bytes for the same file."""
    path = fonts.path(cut.font)
    return _subset(path, path.stat().st_mtime_ns, cut.letters, "woff2")


@cache
def _subset(path: Path, _stamp: int, letters: frozenset[int], flavour: str) -> bytes:
    # What a cut lacks is told by the look of the page; the tool's own remarks are for who makes fonts.
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    font = TTFont(path, lazy=False, recalcTimestamp=False)
    _hold_together(font)
    maker = Subsetter(_options())
    maker.populate(unicodes=letters)
    maker.subset(font)
    font.flavor = flavour or None
    written = BytesIO()
    font.save(written, reorderTables=True)
    return written.getvalue()


def whole(cut: Cut, fonts: Fonts) -> bytes:
    """A cut with all its letters, as TrueType: a PDF that the page makes takes no other (ISO 32000-1, 9.9)."""
    path = fonts.path(cut.font)
    return _subset(path, path.stat().st_mtime_ns, _OFTEN | _SELDOM, "")


def _options() -> Options:
    options = Options()
    options.layout_features = ["liga"]
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    # Whose letters these are, and on which terms, goes with them.
    options.name_IDs = [0, 1, 2, 13, 14]
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
    seldom = [cut for cut in SELDOM if cut.weight != BOLD.weight or cut.family != BOLD.family]
    return "".join([*map(face, (*FIRST, *seldom)), *(_stand_in(cut, fonts) for cut in FIRST)])


def bold() -> str:
    """The rules for the bold cut."""
    return "".join(face(cut) for cut in (BOLD, *SELDOM) if cut.family == BOLD.family and cut.weight == BOLD.weight)


def face(cut: Cut) -> str:
    """The rule for a cut."""
    return (
        f'@font-face{{font-family:"{cut.family}";font-weight:{cut.weight};font-display:swap;'
        f'src:url("{cut.file}") format("woff2");unicode-range:{cut.range}}}\n'
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
        f'local("Helvetica"),local("Roboto");size-adjust:{scale:.1%};ascent-override:{up:.1%};descent-override:{down:.1%};'
        f"line-gap-override:{gap:.1%}}}\n"
    )
