"""Colours as numbers."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kit.draw.look.theme import TONES
from kit.model.organisation.accent import ALIKE, LIMITS, STEPS, letters_of, tint_of
from kit.model.organisation.colour import LETTERS, PAPER, Rgb, cmyk, contrast, darkened, likeness, mixed, shown_ratio

BLACK = Rgb(0, 0, 0)
colours = st.builds(Rgb, *[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("colour", "ratio"), [("222222", 15.9), ("00695F", 6.6), ("F2B01E", 1.9), ("#000000", 21), ("ffffff", 1)]
)
def test_contrast_is_that_of_the_design(colour: str, ratio: float) -> None:
    assert contrast(Rgb.of(colour)) == pytest.approx(ratio, abs=0.05)


@given(colours, colours)
def test_contrast_has_no_direction(one: Rgb, other: Rgb) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.01


@given(colours, st.floats(1.5, 15), colours)
def test_a_darkened_colour_stands_out_and_is_hardly_darker_than_it_must_be(
    colour: Rgb, ratio: float, ground: Rgb
) -> None:
    assume(contrast(BLACK, ground) > ratio)
    found = darkened(colour, ratio, ground)
    light = contrast(BLACK, ground) / contrast(BLACK, found)
    assert light >= ratio - 0.001
    if found != colour:
        lighter = Rgb(*(min(255, part + 2) for part in found))
        assert contrast(BLACK, ground) / contrast(BLACK, lighter) < ratio


def test_a_colour_that_stands_out_stays_as_it_is() -> None:
    assert darkened(Rgb.of("00695F"), 4.5) == Rgb.of("00695F")
    assert darkened(Rgb.of("F28C00"), 4.5).hex == "#AF6400"


@given(colours)
def test_letters_can_be_read_on_paper_and_on_the_tint(colour: Rgb) -> None:
    letters = letters_of(colour)
    assert contrast(letters) >= contrast(letters, tint_of(colour)) >= LETTERS - 0.001


def test_a_tint_is_a_tenth_of_the_colour() -> None:
    assert mixed(BLACK, 0.1) == Rgb(230, 230, 230)
    assert mixed(Rgb(1, 2, 3), 0) == PAPER
    assert likeness(tint_of(Rgb.of("00695F")), Rgb(*TONES["bridge-tint"][:3])) < 0.01


def test_a_ratio_is_never_told_higher_than_it_is() -> None:
    assert [shown_ratio(ratio) for ratio in (2.96, 3.0, 4.4999)] == [2.9, 3.0, 4.4]


@pytest.mark.parametrize(
    ("colour", "inks"),
    [("FFFFFF", (0, 0, 0, 0)), ("000000", (0, 0, 0, 100)), ("808080", (0, 0, 0, 50)), ("FF0000", (0, 100, 100, 0))],
)
def test_inks(colour: str, inks: tuple[int, ...]) -> None:
    assert cmyk(Rgb.of(colour)) == inks


def test_the_colours_of_the_steps_are_those_of_the_theme_and_far_enough_apart() -> None:
    bridge, *others = (Rgb(*TONES[tone][:3]) for tone in ("bridge", "you", "strength", "limit"))
    assert others == [STEPS[1], STEPS[2], LIMITS]
    assert min(likeness(bridge, other) for other in others) > ALIKE
    assert likeness(PAPER, BLACK) == pytest.approx(1, abs=0.001)
    assert likeness(bridge, bridge) == 0
