"""Colours that can be read, and letters that are there."""

import hashlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kit.draw.look.theme import Accent, theme
from kit.draw.text.fonts import Fonts
from kit.model.organisation.colour import Rgb, contrast
from kit.web import build, fonts, tokens
from tests.conftest import Run
from tests.small import change


def test_every_pair_of_colours_stands_out() -> None:
    found = tokens.tokens(theme("colour"))
    assert [
        (name, ground) for name, ground, least in tokens.PAIRS if contrast(found[name], found[ground]) < least
    ] == []
    assert list(tokens.faint(found)) == []


def test_a_colour_that_is_too_faint_is_told() -> None:
    found = {**tokens.tokens(theme("colour")), "grijs": Rgb.of("8A8F97")}
    told = list(tokens.faint(found))
    assert [(one.values["name"], one.values["ground"]) for one in told][:1] == [("grijs", "wit")]
    assert {one.code for one in told} == {"site-faint"}


def test_the_tokens_are_those_of_the_design() -> None:
    found = {name: colour.hex for name, colour in tokens.tokens(theme("colour")).items()}
    assert found["inkt"] == "#22252B"
    assert found["brug"] == "#00695F"
    assert found["wolk-tint"] == "#E8F0F7"
    assert "--zon:#F2B01E" in tokens.css(tokens.tokens(theme("colour")))


@pytest.mark.parametrize("colour", ["00695F", "7A7A00", "B0207A", "1040C0"])
def test_white_letters_can_be_read_on_the_colour_of_an_organisation(colour: str) -> None:
    look = replace(theme("colour"), accent=Accent.of(Rgb.of(colour)))
    assert list(tokens.faint(tokens.tokens(look))) == []


def test_the_organisations_colour_is_that_of_the_page(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "inhoud")
    change(
        tmp_path / "inhoud" / "nl" / "kit.yaml", "printer:", "organisation:\n  name: X\n  accent: '#B0207A'\nprinter:"
    )
    assert run("site", "--content", tmp_path / "inhoud", "--out", tmp_path / "site")[0] == 0
    (css,) = (tmp_path / "site").glob("kit-*/theme.css")
    assert "--brug:#B0207A" in css.read_text(encoding="utf-8")


@pytest.mark.parametrize("cut", fonts.ALL, ids=lambda cut: cut.file)
def test_a_cut_has_its_letters_and_no_others(cut: fonts.Cut) -> None:
    data = fonts.woff2(cut, Fonts())
    font = TTFont(BytesIO(data))
    assert set(font.getBestCmap()) == cut.letters - ({0x131, 0x2010, 0x201B} - set(font.getBestCmap()))
    assert not {"fpgm", "prep", "cvt ", "DSIG", "kern"} & {*font.reader.keys()}
    assert len(data) < 6_000


def test_all_that_the_kit_says_is_in_the_letters_of_the_first_view(made: build.Made) -> None:
    said = made.files[made.page].decode() + "".join(
        data.decode() for name, data in made.files.items() if name.endswith("core.js")
    )
    assert {letter for letter in said if ord(letter) not in fonts.TEXT.letters} <= {"\n", "\u00ad"}


def test_the_letters_of_western_europe_are_there() -> None:
    letters = fonts.TEXT.letters | fonts.SELDOM[0].letters
    assert set(map(ord, "éèëïöüçñßåøÉŒœ–—‘’“”…€\u00a0\u2011")) <= letters
    assert fonts.TEXT.range.startswith("U+20-7E,U+A0,")


def test_the_letters_are_the_same_bytes_each_time() -> None:
    made = []
    for _ in range(2):
        fonts._subset.cache_clear()
        made.append(hashlib.sha256(fonts.woff2(fonts.HEADS, Fonts())).hexdigest())
    assert made[0] == made[1]
