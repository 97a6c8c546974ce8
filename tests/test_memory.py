"""What was painted is not painted again, unless it would look or read otherwise."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

from kit.draw.desk import Desk
from kit.draw.editions import Edition
from kit.draw.fonts import Fonts, cut_names, shared
from kit.draw.paint import Info
from kit.draw.theme import Font, theme
from kit.forms import OfficeForm
from kit.memory import Memory, Remembering
from tests.conftest import shipped

INFO = Info("title", "author", "c1", "nl-BE")


def made(
    form: Remembering,
    sheet: str = "canvas-1",
    edition: Edition = "colour",
    info: Info = INFO,
    fonts: Path | None = None,
) -> bytes:
    desk = Desk(shipped(), theme(edition), Fonts(fonts))
    return form.paint(form.draw(desk, shipped().sheets[sheet]), desk.fonts, info)


def test_the_same_is_painted_once_and_anything_else_anew() -> None:
    form = Remembering(OfficeForm(), Memory())
    first = made(form)
    assert made(form) is first
    other = made(form, info=replace(INFO, title="other"))
    assert other != first
    assert made(form, edition="grey", info=replace(INFO, title="other")) not in (first, other)
    assert made(form) == first
    assert made(form, "canvas-2") != first


def test_letters_that_take_the_place_of_others_are_painted(tmp_path: Path) -> None:
    import fontpkg

    for family in ("Poppins", "Fira Sans", "Fira Sans Condensed"):
        for file in Path(fontpkg.path(family)).parent.glob("*.ttf"):
            if file.name in cut_names():
                shutil.copy(file, tmp_path)
    form = Remembering(OfficeForm(), Memory())
    before = shared(tmp_path)
    before.face(Font("Poppins", 700))
    first = made(form, fonts=tmp_path)
    assert shared(tmp_path) is before
    assert made(form, fonts=tmp_path) is first
    os.utime(tmp_path / "Poppins-Bold.ttf", (1, 1))
    assert shared(tmp_path) is not before
    again = made(form, fonts=tmp_path)
    assert again == first
    assert again is not first
    shutil.copy(tmp_path / "Poppins-Medium.ttf", tmp_path / "Poppins-Bold.ttf")
    assert made(form, fonts=tmp_path) != first


def test_what_was_drawn_is_told_with_its_time() -> None:
    form = Remembering(OfficeForm(), Memory())
    made(form)
    drawn = form.memory.drawn["canvas-1"]
    assert (drawn.title, len(drawn.pages)) == ("Canvas 1", 1)
    assert drawn.seconds > 0
    assert form.memory.catalogue is shipped()
