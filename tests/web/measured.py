"""How large a sheet came out: what is drawn on it, beside the kit's own drawing of it, in mm."""

from __future__ import annotations

from functools import cache
from typing import Final

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from kit.draw.paint import UNTOLD, pdf_bytes
from kit.draw.text.fonts import Fonts
from kit.web import paper
from tests.conftest import shipped

MM: Final = 72 / 25.4
DOTS: Final = 4
"""A mm."""


def shadow(page: pypdfium2.PdfPage) -> Image.Image:
    """What is drawn on a page: white where there is anything."""
    picture: Image.Image = page.render(scale=DOTS / MM).to_pil().convert("L")
    return picture.point(lambda shade: 255 if shade < 200 else 0)


@cache
def _drawings() -> dict[str, Image.Image]:
    drawn = paper.drawings(shipped(), "colour")
    names = ("c1-a3", "b-a3", "c1-a4-1", "b-a4")
    return {name: shadow(pypdfium2.PdfDocument(pdf_bytes([drawn[name]], Fonts(), UNTOLD))[0]) for name in names}


def off(page: pypdfium2.PdfPage, drawing: str) -> float:
    """Which part of a drawing is not found on a page where it stands, give or take a quarter of a mm.

    So it measures how large it came out, everywhere at once: at 99 % a mark 100 mm away stands 1 mm aside.
    """
    wanted = _drawings()[drawing]
    found = Image.new("L", wanted.size, 0)
    # On larger paper it stands in its corner.
    found.paste(shadow(page).crop((0, 0, *wanted.size)))
    missing = ImageChops.subtract(wanted, found.filter(ImageFilter.MaxFilter(3)))
    return missing.histogram()[255] / wanted.histogram()[255]


def ink(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    """From where to where anything is drawn: left, top, right and bottom, in mm."""
    left, top, right, bottom = shadow(page).getbbox() or (0, 0, 0, 0)
    return left / DOTS, top / DOTS, right / DOTS, bottom / DOTS
