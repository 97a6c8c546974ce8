import pytest

from kit.draw.look.large_roles import LARGE_TEXTS
from kit.draw.look.roles import STROKES, TEXTS
from kit.draw.look.theme import EDITIONS, TONES, Accent, Colour, Edition, Theme, theme
from kit.model.organisation.colour import Rgb


def luminance(colour: Colour) -> float:
    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * channel(colour.red) + 0.7152 * channel(colour.green) + 0.0722 * channel(colour.blue)


def contrast(a: Colour, b: Colour) -> float:
    """WCAG 2.x."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("role", TEXTS)
def test_every_text_can_be_read_on_white(edition: str, role: str) -> None:
    style = theme(edition).text(role)
    assert contrast(style.colour, TONES["white"]) >= 4.5


@pytest.mark.parametrize("role", ["you", "neighbour", "strength-box", "limit-box", "writing", "border", "link", "tick"])
def test_every_line_that_carries_meaning_has_three_to_one(role: str) -> None:
    for edition in EDITIONS:
        assert contrast(theme(edition).stroke(role).colour, TONES["white"]) >= 2.99


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_writing_line_survives_a_photocopy(edition: Edition) -> None:
    """Pure black where it is thin; else as dark and as wide as a copier keeps, on paper and on tints (section 6)."""
    line = theme(edition).stroke("writing")
    assert (line.width, line.colour.hex) == ((0.15, "#000000") if edition == "grey" else (0.25, "#5E5E5E"))
    for tone in ("you-tint", "strength-tint", "limit-tint", "bridge-tint"):
        assert contrast(line.colour, theme(edition).tint(tone) or TONES["white"]) >= 4.5


@pytest.mark.parametrize("role", ["ink", "grey", "writing", "hair", "border", "map-border", "black", "cut"])
def test_running_text_and_grey_lines_are_set_in_black_alone(role: str) -> None:
    colour = TONES[role]
    assert colour.red == colour.green == colour.blue
    assert colour.cmyk[:3] == (0, 0, 0)


@pytest.mark.parametrize("role", STROKES)
def test_the_thrifty_editions_never_draw_thicker(role: str) -> None:
    colour, grey, low_ink = (theme(edition).stroke(role).width for edition in EDITIONS)
    assert grey <= colour
    assert low_ink <= colour


def test_the_large_edition_draws_thicker_and_darker() -> None:
    large, colour = theme("large"), theme("colour")
    assert large.stroke("writing").width == pytest.approx(1.4 * colour.stroke("writing").width)
    for role in STROKES:
        assert large.stroke(role).width > colour.stroke(role).width
        assert luminance(large.stroke(role).colour) <= luminance(colour.stroke(role).colour)
    for role in ("writing", "border", "map-border", "strength-box", "limit-box", "you", "neighbour", "hair"):
        assert contrast(large.stroke(role).colour, TONES["white"]) >= 4.5


def test_letters_in_the_large_edition_are_large_and_black_or_dark() -> None:
    large = theme("large")
    for role in LARGE_TEXTS:
        style = large.text(role)
        assert min(style.size, style.minimum) >= 16
        assert contrast(style.colour, TONES["white"]) >= 4.5
    assert large.text("small").colour.hex == "#000000"


def test_a_role_of_another_edition_is_none_of_the_large_one() -> None:
    with pytest.raises(KeyError):
        theme("large").text("card-url")


def test_the_grey_edition_draws_lines_in_black_and_only_areas_in_grey() -> None:
    grey = theme("grey")
    for tone in ("you", "strength-line", "limit", "bridge", "heritage"):
        assert grey.colour(tone).hex == "#000000"
        assert grey.tint("you-tint") == grey.tint("bridge-tint")
    assert grey.disc("strength", 14).inside.hex == "#000000"
    assert grey.disc("you", 14).inside.hex == "#FFFFFF"


def test_the_yellow_disc_stands_out_by_its_outline() -> None:
    disc = theme("colour").disc("strength", 14)
    assert (disc.fill.hex, disc.outline_width) == ("#F2B01E", 0.7)
    assert contrast(disc.outline, TONES["white"]) >= 2.99
    assert theme("colour").disc("you", 14).outline_width == 0


def test_the_low_ink_edition_has_rings_no_tints_and_lighter_letters() -> None:
    thrifty = theme("low-ink")
    assert thrifty.tint("you-tint") is None
    assert thrifty.disc("you", 14).outline_width == 1.2
    assert thrifty.disc("art", 5.6).outline_width == 0.6
    assert thrifty.text("sheet-title").font.weight == 600
    assert thrifty.text("rail-text").font.weight == 300
    assert thrifty.text("rail-hint").colour == TONES["ink"]


def test_no_text_is_smaller_than_the_design_allows() -> None:
    """Section 17: 9 pt but for the footer, the version, the address and owner on a card, and the label in a pill.

    Section 19: and for who somebody works for, and the word at the fold, on a table card. Section 21: and for what is
    tested, and the digits of what is measured, on the printer test. Section 16: and for what stands on the strip of a
    tile. Section 10 of the digital edition: and for what its footer says of who filled it in, and where a text goes on.
    """
    small = {name for name, role in TEXTS.items() if (role.minimum or role.size) < 9}
    table_card = {"table-of", "table-of-tight", "table-fold"}
    printer_test = {"test-ruler", "test-edge-digit", *(f"test-sample-{size}" for size in (6, 7, 8, 8.5))}
    typed = {"typed-footer", "typed-note"}
    sheets = {"footer", "version", "card-url", "card-owner", "pill-label", "tile"}
    assert small <= {*sheets, *table_card, *printer_test, *typed}
    assert min(role.minimum or role.size for name, role in TEXTS.items() if name not in printer_test) == 8


ORANGE = Rgb.of("D97900")
"""Light enough for lines, too light for letters."""


@pytest.mark.parametrize("colour", [ORANGE, Rgb.of("E2007A"), Rgb.of("00695F"), Rgb.of("000000")])
@pytest.mark.parametrize("edition", EDITIONS)
def test_an_accent_stands_out_wherever_the_bridge_does(edition: Edition, colour: Rgb) -> None:
    look = Theme(edition, Accent.of(colour))
    white = TONES["white"]
    for role in (role for role, text in TEXTS.items() if text.tone in ("bridge", "ink", "grey")):
        assert contrast(look.text(role).colour, look.tint("bridge-tint") or white) >= 4.49
    assert contrast(look.stroke("neighbour").colour, white) >= 3
    disc = look.disc("bridge", 14)
    assert contrast(disc.inside, disc.fill) >= 3


def test_an_accent_takes_the_place_of_the_bridge_and_of_nothing_else() -> None:
    look, plain = Theme("colour", Accent.of(ORANGE)), theme("colour")
    changed = {tone for tone in TONES if look.colour(tone) != plain.colour(tone)}
    assert changed == {"bridge"}
    assert {tone for tone in TONES if look.tint(tone) != plain.tint(tone)} == {"bridge-tint"}
    assert look.stroke("rail").colour.hex == look.disc("bridge", 14).fill.hex == ORANGE.hex
    assert look.mark_disc("bridge").fill.hex == ORANGE.hex
    assert look.colour("bridge").cmyk == (0, 44, 100, 15)
    assert Theme("low-ink", Accent.of(ORANGE)).disc("bridge", 14).outline.hex == ORANGE.hex


def test_an_accent_changes_nothing_in_grey() -> None:
    look, plain = Theme("grey", Accent.of(ORANGE)), theme("grey")
    for tone in TONES:
        assert (look.colour(tone), look.letters(tone), look.tint(tone)) == (
            plain.colour(tone),
            plain.letters(tone),
            plain.tint(tone),
        )
    assert look.disc("bridge", 14) == plain.disc("bridge", 14)
