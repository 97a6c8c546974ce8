"""Colours as a PDF has them: three parts of light, or four inks; letters in black ink alone."""

import pytest

from kit.draw.look.inks import Inks, one_ink
from kit.draw.look.theme import BLACK, K7, K25, K40, K70, TONES, WHITE, Colour

OFFICE, SHOP = Inks("rgb"), Inks("cmyk")


def test_an_office_printer_is_told_of_light() -> None:
    assert OFFICE.fill(WHITE) == "1 1 1 rg"
    assert OFFICE.stroke(BLACK) == "0 0 0 RG"
    assert OFFICE.letters(TONES["you"]) == "0.749 0.247 0.169 rg"


def test_a_print_shop_is_told_of_ink() -> None:
    assert SHOP.fill(TONES["you"]) == "0 0.75 0.8 0.2 k"
    assert SHOP.stroke(TONES["ink"]) == "0 0 0 1 K"
    assert SHOP.fill(WHITE) == "0 0 0 0 k"


@pytest.mark.parametrize("tone", TONES)
def test_at_a_print_shop_letters_are_black_alone_white_or_grey(tone: str) -> None:
    kept = {"white", "grey", "border", "map-border", "writing", "hair", "cut", "other"}
    assert SHOP.letters(TONES[tone]) == (SHOP.fill(TONES[tone]) if tone in kept else "0 0 0 1 k")


def test_letters_that_are_outlines_have_the_ink_of_letters() -> None:
    assert OFFICE.outlines(TONES["you"]) == "0.749 0.247 0.169 RG"
    assert SHOP.outlines(TONES["you"]) == "0 0 0 1 K"


EQUAL = {"writing": 79, "map-border": 60, "border": 69, "grey": 79, "ink": 100}


@pytest.mark.parametrize("tone", EQUAL)
def test_a_grey_has_as_much_black_as_looks_the_same_on_a_press(tone: str) -> None:
    assert TONES[tone].cmyk == (0, 0, 0, EQUAL[tone])


def spread(grey: Colour) -> float:
    """How much of the paper is covered by a grey on a press, 0 to 1. Full black leaves 2 % of the light."""
    part = grey.red / 255
    light = part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
    return (1 - light) / 0.977


@pytest.mark.parametrize("grey", [*(TONES[tone] for tone in TONES if not any(TONES[tone].cmyk[:3])), K70, K40, K25, K7])
def test_dots_grow_as_they_do_on_coated_paper(grey: Colour) -> None:
    """Of half of the paper by 17 %, and the less the lighter or darker it is (ISO 12647-2, curve of FOGRA39)."""
    share = grey.cmyk[3] / 100
    assert spread(grey) == pytest.approx(share + 0.17 * 4 * share * (1 - share), abs=0.035)


def test_a_grey_line_is_black_at_a_print_shop_and_as_much_thinner() -> None:
    colour, width = SHOP.pen(TONES["writing"], 0.25)
    assert (colour, round(width, 4)) == (BLACK, 0.1975)
    assert SHOP.pen(TONES["hair"], 0.25) == (BLACK, 0.1)
    assert OFFICE.pen(TONES["writing"], 0.25) == (TONES["writing"], 0.25)
    for tone in ("white", "ink", "bridge"):
        assert SHOP.pen(TONES[tone], 0.25) == (TONES[tone], 0.25)


@pytest.mark.parametrize("grey", [K70, K25])
def test_a_grey_keeps_its_share_of_black(grey: Colour) -> None:
    assert one_ink(grey) == grey
