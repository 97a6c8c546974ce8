"""What is left of a sheet that is copied on an office copier, and copied again (slow: whole sheets at 600 dpi).

A copier blurs, and then leaves black or white. A line in a light grey is gone with the first copy.
"""

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from kit.draw.geometry import Box
from kit.draw.look.editions import ALL_EDITIONS, LARGE, Edition
from kit.draw.look.theme import EDITIONS
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from tests import large
from tests.conftest import drawn

DPI = 600
BLUR = 0.06
"""In mm: of an office copier; a writing line is 0.25 wide, in grey 0.15."""

BLACK = 128
"""What is darker than this is black on the copy."""

LEFT = 0.95
"""So much of a writing line at least is left."""

ON_A4 = ("canvas-1-a4", "canvas-2-a4", "bollenschema-tegels", "inspiratielijst-a4")
SHEETS = ("canvas-1", "canvas-2", "bollenschema", "inspiratielijst", "partnerkaart")

pytestmark = pytest.mark.slow


def first_page(sheet: str, edition: Edition) -> Page:
    return large.drawn(sheet)[0] if edition == LARGE else drawn(sheet, edition)[0]


def printed(page: Page) -> Image.Image:
    pdf = pypdfium2.PdfDocument(pdf_bytes([page], page.fonts, UNTOLD))
    found: Image.Image = pdf[0].render(scale=DPI / 72, grayscale=True).to_pil()
    return found


def copied(sheet: Image.Image) -> Image.Image:
    blurred = sheet.filter(ImageFilter.GaussianBlur(BLUR * DPI / 25.4))
    return blurred.point(lambda value: 255 if value >= BLACK else 0)


def left_of(line: Box, on: Image.Image) -> float:
    """How much of a horizontal line is dark, from 0 to 1."""
    scale = DPI / 25.4
    left, right, y = round(line.x * scale) + 2, round(line.right * scale) - 2, round(line.y * scale)
    # A column with something dark in it is lighter than white once it is averaged.
    along = on.crop((left, y - 4, right, y + 5)).resize((right - left, 1), Image.Resampling.BOX)
    return sum(along.histogram()[:250]) / along.width


def marks(page: Page) -> tuple[list[str], list[Box]]:
    """What its codes say, and its writing lines."""
    codes = sorted(placed.text for placed in page.all_placed if placed.role == "qr")
    return codes, [placed.box for placed in page.all_placed if placed.role == "writing" and placed.box.height < 0.01]


def holds_after_two_copies(page: Page) -> bool:
    """Whether all codes are read and all writing lines are left on a copy, and on a copy of that."""
    codes, lines = marks(page)
    copy = printed(page)
    for _ in range(2):
        copy = copied(copy)
        if sorted(found.text for found in zxingcpp.read_barcodes(copy)) != codes:
            return False
        if min((left_of(line, copy) for line in lines), default=1) < LEFT:
            return False
    return True


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("edition", ALL_EDITIONS)
def test_codes_are_read_and_lines_are_left_after_two_copies(sheet: str, edition: Edition) -> None:
    page = first_page(sheet, edition)
    assert all(marks(page))
    assert holds_after_two_copies(page)


@pytest.mark.parametrize("sheet", ON_A4)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_on_a4_holds_after_two_copies(sheet: str, edition: Edition) -> None:
    pages = drawn(sheet, edition)
    assert any(marks(page)[0] for page in pages) and all(marks(page)[1] for page in pages)
    assert [number for number, page in enumerate(pages) if not holds_after_two_copies(page)] == []
