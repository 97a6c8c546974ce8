"""Colours as a PDF has them: three parts of light, or four inks; letters in black ink alone."""

import pytest

from kit.draw.inks import Inks, one_ink
from kit.draw.theme import BLACK, K25, K70, TONES, WHITE, Colour

OFFICE, SHOP = Inks("rgb"), Inks("cmyk")


def test_an_office_printer_is_told_of_light() -> None:
    assert OFFICE.fill(WHITE) == "1 1 1 rg"
    assert OFFICE.stroke(BLACK) == "0 0 0 RG"
    assert OFFICE.letters(TONES["you"]) == "0.749 0.247 0.169 rg"


def test_a_print_shop_is_told_of_ink() -> None:
    assert SHOP.fill(TONES["you"]) == "0 0.75 0.8 0.2 k"
    assert SHOP.stroke(TONES["ink"]) == "0 0 0 0.9 K"
    assert SHOP.fill(WHITE) == "0 0 0 0 k"


@pytest.mark.parametrize("tone", TONES)
def test_at_a_print_shop_letters_are_black_alone_white_or_grey(tone: str) -> None:
    kept = {"white", "grey", "border", "map-border", "writing", "hair", "cut", "other"}
    assert SHOP.letters(TONES[tone]) == (SHOP.fill(TONES[tone]) if tone in kept else "0 0 0 1 k")


def test_letters_that_are_outlines_have_the_ink_of_letters() -> None:
    assert OFFICE.outlines(TONES["you"]) == "0.749 0.247 0.169 RG"
    assert SHOP.outlines(TONES["you"]) == "0 0 0 1 K"


@pytest.mark.parametrize("grey", [K70, K25])
def test_a_grey_keeps_its_share_of_black(grey: Colour) -> None:
    assert one_ink(grey) == grey
