import os
import shutil
import sys
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from kit import fingerprint
from kit.diagnostics import KitError
from kit.draw.geometry import A4_PORTRAIT, Size
from kit.draw.look.roles import TEXTS
from kit.draw.look.theme import BLACK, BOLD_OF, EDITIONS, Font, TextStyle, theme
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.draw.records import Letters
from kit.draw.text import fonts
from kit.draw.text.fonts import Fonts, cut_names, file_name, shared


def packaged(font: Font) -> Path:
    return Fonts().face(font).path


def test_widths_are_those_that_the_design_tested() -> None:
    """Section 4: three words and their widths in mm."""
    fonts = Fonts()
    assert fonts.width("grensverleggend?", Font("Fira Sans Condensed", 600), 10.5) == pytest.approx(27.5, abs=0.1)
    assert fonts.width("grensverleggend?", Font("Fira Sans", 600), 11.5) == pytest.approx(33.0, abs=0.1)
    assert fonts.width("netwerkuitbouwen.html", Font("Fira Sans Condensed", 500), 9.5) == pytest.approx(33.3, abs=0.1)


def test_without_the_font_packages_a_folder_of_letters_is_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way out, should the packages be gone one day: `fonts:` in `kit.yaml`."""
    cuts = {style.cut(bold=b, italic=i) for style in styles() for b, i in product((False, True), repeat=2)}
    for font in cuts:
        shutil.copy(packaged(font), tmp_path / file_name(font))
    assert {file.name for file in tmp_path.iterdir()} == set(cut_names())
    monkeypatch.setitem(sys.modules, "fontpkg", None)
    monkeypatch.setattr(fonts, "_places", dict)
    with pytest.raises(ImportError):
        Fonts().path(next(iter(cuts)))
    page = Page(A4_PORTRAIT, theme("colour"), Fonts(tmp_path))
    page.text("Samen", "footer", 20, 30, width=100)
    assert b"/FontFile2" in pdf_bytes([page], page.fonts, UNTOLD)


def styles() -> list[TextStyle]:
    """The style of every text, and the condensed one it may become."""
    both = [theme(edition).text(role) for edition in EDITIONS for role in TEXTS]
    return [style for each in both for style in (each, each.condensed())]


@pytest.mark.parametrize(("edition", "role"), list(product(EDITIONS, TEXTS)))
def test_every_role_has_its_cut_and_its_bold_cut(edition: str, role: str) -> None:
    style = theme(edition).text(role)
    for bold, italic in product((False, True), repeat=2):
        font = style.cut(bold=bold, italic=italic)
        assert packaged(font).name == file_name(font)


def test_bold_is_always_heavier_but_for_the_heaviest() -> None:
    assert all(heavier > weight for weight, heavier in BOLD_OF.items() if weight < 700)


def test_a_letter_that_a_cut_lacks_is_known() -> None:
    fonts = Fonts()
    assert fonts.covers("aş", Font("Fira Sans", 400))
    assert not fonts.covers("a☐", Font("Fira Sans", 400))


def test_a_folder_of_fonts_is_used_instead(tmp_path: Path) -> None:
    font = Font("Poppins", 700)
    shutil.copy(packaged(font), tmp_path / file_name(font))
    assert Fonts(tmp_path).face(font).path == tmp_path / "Poppins-Bold.ttf"


def called(cut: Font, name: str, file: Path) -> Path:
    """A cut under another PostScript name, in a file."""
    font = TTFont(packaged(cut))
    font["name"].setName(name, 6, 3, 1, 0x409)
    font["name"].setName(name, 6, 1, 0, 0)
    font.save(file)
    return file


def fonts_in(pdf: bytes) -> dict[str, list[float]]:
    """The fonts that are in a file, by their names, and the widths of their letters."""
    found = PdfReader(BytesIO(pdf)).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    return {str(font.get_object()["/BaseFont"]): list(font.get_object()["/Widths"]) for font in found.values()}


def painted(fonts: Fonts, *cuts: Font) -> bytes:
    page = Page(Size(100, 100), theme("colour"), fonts)
    for y, cut in enumerate(cuts, 1):
        page.texts.append(Letters("wil", cut, 10, 0, BLACK, 10, 10.0 * y))
    return pdf_bytes([page], fonts, UNTOLD)


def test_two_files_with_one_postscript_name_are_two_fonts(tmp_path: Path) -> None:
    narrow, wide = Font("Fira Sans Condensed", 400), Font("Poppins", 700)
    for cut in (narrow, wide):
        called(cut, "Same-Name", tmp_path / file_name(cut))
    shutil.copy(packaged(Font("Fira Sans", 400)), tmp_path)
    fonts, shipped = Fonts(tmp_path), Fonts()
    pdf = painted(fonts, narrow, wide)
    names = [name.partition("+")[2] for name in fonts_in(pdf)]
    assert len({name for name in names if name.startswith("Same-Name-")}) == 2
    widths = [[width for width in each if width] for each in fonts_in(pdf).values()]
    for cut in (narrow, wide):
        expected = [fonts.face(cut).advances[letter] for letter in "wil"]
        assert expected == [shipped.face(cut).advances[letter] for letter in "wil"]
        assert any(set(expected) <= set(each) for each in widths)
    # Those of the kit keep their own name.
    assert any(name.endswith("+Poppins-Bold") for name in fonts_in(painted(shipped, wide)))


def test_a_file_that_takes_the_place_of_another_is_printed_in_its_own_letters(tmp_path: Path) -> None:
    cut, other = Font("Fira Sans", 400), Font("Poppins", 700)
    file = called(cut, "Same-Name", tmp_path / file_name(cut))
    before = painted(shared(tmp_path), cut)
    called(other, "Same-Name", file)
    os.utime(file, (1, 1))
    after = painted(shared(tmp_path), cut)
    advances = Fonts().face(other).advances
    (widths,) = fonts_in(after).values()
    assert {advances[letter] for letter in "wil"} <= set(widths)
    assert before != after
    called(cut, "Same-Name", file)
    os.utime(file, (2, 2))
    assert painted(shared(tmp_path), cut) == before


@pytest.mark.parametrize("length", [100, 5_000, 60_000])
def test_a_font_that_is_cut_off_is_said(tmp_path: Path, length: int) -> None:
    font = Font("Poppins", 700)
    (tmp_path / file_name(font)).write_bytes(packaged(font).read_bytes()[:length])
    with pytest.raises(KitError):
        Fonts(tmp_path).face(font)


@pytest.mark.parametrize("content", [None, b"this is no font"])
def test_a_folder_without_the_font_is_said(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "Poppins-Bold.ttf").write_bytes(content)
    with pytest.raises(KitError) as error:
        Fonts(tmp_path).face(Font("Poppins", 700))
    (problem,) = error.value.diagnostics
    assert problem.code == "font-unreadable"
    assert problem.values["file"] == str(tmp_path / "Poppins-Bold.ttf")


def test_where_the_packages_hold_a_cut_is_asked_again_where_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_CACHE", str(tmp_path))
    for kept in ({}, {name: str(tmp_path / name) for name in cut_names()}):
        monkeypatch.setattr(fonts, "_places", lambda kept=kept: kept)
        assert Fonts().path(Font("Poppins", 700)) == packaged(Font("Poppins", 700))
    monkeypatch.undo()


def test_the_packages_are_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_CACHE", str(tmp_path))
    places = fonts._places.__wrapped__()
    assert {*places} == {*cut_names()}
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "fontpkg", None)
        assert fonts._places.__wrapped__() == places
        patch.setattr(fingerprint, "of_libraries", lambda: b"another")
        with pytest.raises(ImportError):
            fonts._places.__wrapped__()
