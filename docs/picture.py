"""The picture at the top of the README: the printed kit on a table. ``python docs/picture.py`` after ``kit build``.

Needs the test group (pypdfium2, Pillow).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image

ROOT: Final = Path(__file__).parent.parent
SHEETS: Final = ROOT / "out" / "nl" / "sheets"
DOTS: Final = 1.62
"""Dots per mm: the picture is 1,400 wide."""

ROWS: Final = (
    (("canvas-1", 0), ("canvas-2", 0)),
    (("bollenschema", 0), ("inspiratielijst", 0)),
    (("partnerkaart", 0), ("partnerkaart", 1), ("werkwijze", 0), ("draaiboek", 0)),
)
GAP: Final = 8
TABLE: Final = (226, 226, 226)


def page(sheet: str, number: int) -> Image.Image:
    """A page of a built sheet as a picture, drawn four times as large and made smaller, so that thin lines stay."""
    document = pypdfium2.PdfDocument(SHEETS / f"{sheet}.pdf")
    large: Image.Image = document[number].render(scale=4 * DOTS * 25.4 / 72).to_pil()
    return large.resize((large.width // 4, large.height // 4), Image.Resampling.LANCZOS)


def picture() -> Image.Image:
    """All sheets, row by row."""
    rows = [[page(*place) for place in row] for row in ROWS]
    gap = round(GAP * DOTS)
    width = max(sum(item.width + gap for item in row) for row in rows) + gap
    height = sum(row[0].height + gap for row in rows) + gap
    table = Image.new("RGB", (width, height), TABLE)
    y = gap
    for row in rows:
        x = (width - sum(item.width for item in row) - gap * (len(row) - 1)) // 2
        for item in row:
            table.paste(item, (x, y))
            x += item.width + gap
        y += row[0].height + gap
    return table


def main() -> None:
    """Write ``docs/kit.png`` in a small palette that keeps the rare colours."""
    colours = picture().quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    colours.save(ROOT / "docs" / "kit.png", optimize=True)


if __name__ == "__main__":
    main()
