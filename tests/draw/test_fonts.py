import shutil
from itertools import product
from pathlib import Path

import pytest

from kit.diagnostics import KitError
from kit.draw.fonts import Fonts, file_name
from kit.draw.roles import TEXTS
from kit.draw.theme import BOLD_OF, EDITIONS, Font, theme


def packaged(font: Font) -> Path:
    return Fonts().face(font).path


def test_widths_are_those_that_the_design_tested() -> None:
    """Section 4: three words and their widths in mm."""
    fonts = Fonts()
    assert fonts.width("grensverleggend?", Font("Fira Sans Condensed", 600), 10.5) == pytest.approx(27.5, abs=0.1)
    assert fonts.width("grensverleggend?", Font("Fira Sans", 600), 11.5) == pytest.approx(33.0, abs=0.1)
    assert fonts.width("netwerkuitbouwen.html", Font("Fira Sans Condensed", 500), 9.5) == pytest.approx(33.3, abs=0.1)


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


@pytest.mark.parametrize("content", [None, b"this is no font"])
def test_a_folder_without_the_font_is_said(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "Poppins-Bold.ttf").write_bytes(content)
    with pytest.raises(KitError) as error:
        Fonts(tmp_path).face(Font("Poppins", 700))
    (problem,) = error.value.diagnostics
    assert problem.code == "font-unreadable"
    assert problem.values["file"] == str(tmp_path / "Poppins-Bold.ttf")
