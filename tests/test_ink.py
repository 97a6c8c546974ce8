"""How much ink a sheet takes (design, section 15): the thrifty edition must earn its name."""

from functools import cache, reduce

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from kit.draw.look.theme import Edition
from tests.conftest import SHEETS, painted
from tests.variants import VARIANTS

SHARE = {
    "canvas-1": 2 / 3,
    "bollenschema": 2 / 3,
    "inspiratielijst": 2 / 3,
    "canvas-2": 3 / 4,
    "werkwijze": 3 / 4,
    "draaiboek": 0.9,
    "partnerkaart": 0.9,
}
"""The low-ink edition takes at most this share of the colour edition's ink."""

MOST = 9
"""The colour edition never takes more than this, in % of the sheet, C, M, Y and K added up."""

SEEN_FROM_THE_DOOR = 11
"""But for the table card with its large number (design, section 15)."""


def image(sheet: str, edition: Edition) -> Image.Image:
    page: Image.Image = pypdfium2.PdfDocument(painted(sheet, edition))[0].render(scale=200 / 72).to_pil()
    return page.convert("RGB")


@cache
def grey_coverage(sheet: str, edition: Edition) -> float:
    """% of the sheet, as if all ink were black."""
    return 100 * (1 - ImageStat.Stat(image(sheet, edition).convert("L")).mean[0] / 255)


@cache
def ink_coverage(sheet: str, edition: Edition) -> float:
    """% of the sheet, C, M, Y and K added up, what is common to the three taken as black."""
    page = image(sheet, edition)
    lightest = reduce(ImageChops.lighter, page.split())
    black = 1 - ImageStat.Stat(lightest).mean[0] / 255
    colours = sum(1 - mean / 255 for mean in ImageStat.Stat(page).mean)
    return 100 * (colours - 2 * black)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_low_ink_edition_saves_ink(sheet: str) -> None:
    colour, thrifty = (grey_coverage(sheet, edition) for edition in ("colour", "low-ink"))
    assert thrifty <= SHARE[sheet] * colour


@pytest.mark.parametrize("sheet", [*SHEETS, *VARIANTS])
def test_the_colour_edition_has_no_large_dark_areas(sheet: str) -> None:
    assert ink_coverage(sheet, "colour") <= (SEEN_FROM_THE_DOOR if sheet.startswith("tafelkaart") else MOST)


def test_a_table_card_saves_ink() -> None:
    """Its number is in outline then."""
    assert grey_coverage("tafelkaart", "low-ink") <= 2 / 3 * grey_coverage("tafelkaart", "colour")
