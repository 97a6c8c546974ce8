"""All pages of a kit on one picture: in rows on light grey, each with its name beneath. Lengths in mm of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

DPI: Final = 41
"""At which the papers are shown: two A3 side by side make a picture 1,400 dots wide."""

LARGER: Final = 4
"""So many times as large the pages are drawn before they are made smaller: thin lines stay."""

WIDEST: Final = 2 * 420
"""How much paper fits in a row: two A3 or four A4."""

GAP: Final = 9
NAME: Final = 10
"""The size of the letters of a name; below a paper there is room for it."""

_TABLE: Final = (232, 232, 232)
_EDGE: Final = (176, 176, 176)
_INK: Final = (64, 64, 64)
_COLOURS: Final = 256


@dataclass(frozen=True, slots=True)
class Paper:
    """A page, drawn at ``DPI * LARGER``, and what it is called."""

    picture: Image
    name: str


def rows(widths: Sequence[float], widest: float = WIDEST) -> list[list[int]]:
    """Which papers stand side by side, in order; one that is wider than a row has a row of its own."""
    found: list[list[int]] = []
    room = 0.0
    for i, width in enumerate(widths):
        if not found or width > room:
            found.append([])
            room = widest
        found[-1].append(i)
        room -= width
    return found


def overview(papers: Sequence[Paper], letters: Path) -> Image:
    """The picture, in a small palette that keeps the rare colours. ``letters``: a TrueType file."""
    from PIL import Image, ImageDraw, ImageFont

    gap, name = _dots(GAP), _dots(NAME)
    # The paper of one row may be a dot wider or less high than the sum of its parts on paper.
    pages = [_smaller(paper.picture) for paper in papers]
    lines = [[pages[i] for i in row] for row in rows([page.width for page in pages], _dots(WIDEST) + 4)]
    width = max(sum(page.width + gap for page in line) for line in lines) + gap
    heights = [max(page.height for page in line) + gap + 2 * name for line in lines]
    table = Image.new("RGB", (width, sum(heights) + gap - name), _TABLE)
    pen, font = ImageDraw.Draw(table), ImageFont.truetype(letters, name)
    names = iter(paper.name for paper in papers)
    y = gap
    for line, height in zip(lines, heights, strict=True):
        x = (width - sum(page.width + gap for page in line) + gap) // 2
        for page in line:
            table.paste(page, (x, y))
            pen.rectangle((x - 1, y - 1, x + page.width, y + page.height), outline=_EDGE)
            pen.text((x + page.width // 2, y + page.height + name), next(names), _INK, font, anchor="mm")
            x += page.width + gap
        y += height
    return _in_few_colours(table)


def _in_few_colours(picture: Image) -> Image:
    from PIL import Image

    few = picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    # Colours are rounded down: white paper must stay white.
    few.putpalette([255 if part == 254 else part for part in few.getpalette() or ()])
    return few


def _dots(mm: float) -> int:
    return round(mm * DPI / 25.4)


def _smaller(picture: Image) -> Image:
    from PIL import Image

    return picture.resize((picture.width // LARGER, picture.height // LARGER), Image.Resampling.LANCZOS)
