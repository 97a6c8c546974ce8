"""A cut is the same whether it is read or known: its measures, and all that ReportLab sets it with."""

from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from kit import cache
from kit.draw.look.theme import Font
from kit.draw.text import faces
from kit.draw.text.fonts import Fonts

CUT = Font("Poppins", 700)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def data() -> bytes:
    return Fonts().path(CUT).read_bytes()


def test_measures_are_the_same_when_they_are_known(folder: Path) -> None:
    read = faces.measures("Poppins-Bold", data())
    assert [file.name.split("-")[0] for file in folder.iterdir()] == ["measures", "tables"]
    known = faces.measures("Poppins-Bold", data())
    assert read == known
    assert read.advances["A"] > 0


def test_a_font_that_is_known_is_all_that_reportlab_makes_of_one() -> None:
    """`faces` sets what `TTFont.__init__` would: with another ReportLab that may be something else."""
    faces.measures("Poppins-Bold", data())
    known = faces._read("Poppins-Bold", data())
    read = faces._lean(TTFont("Poppins-Bold", BytesIO(data()), asciiReadable=0))
    assert vars(known).keys() == vars(read).keys()
    assert (known._asciiReadable, known.shapable) == (read._asciiReadable, read.shapable)
    one, other = vars(known.face), vars(read.face)
    assert other.keys() - one.keys() == {"glyphToChar"}, "which only reading a font needs"
    for name in other.keys() - {"glyphToChar", "_pdfScale", "_pos"}:
        assert one[name] == other[name], name
    assert known.face._pdfScale(7) == read.face._pdfScale(7)
    assert known.face.makeSubset([0, 65, 233]) == read.face.makeSubset([0, 65, 233])


def test_what_is_no_font_is_not_known_the_next_time_either(folder: Path) -> None:
    for _ in range(2):
        with pytest.raises(faces.NoFontError):
            faces.measures("Poppins-Bold", data()[:2000])
    assert not folder.exists()
