"""What was painted is not painted again, unless it would look or read otherwise."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

from kit.build.page_cache import CachingTarget, PageCache
from kit.build.print_targets import OfficePrinter
from kit.draw.context import DrawingContext
from kit.draw.look.editions import Edition
from kit.draw.look.theme import Font, theme
from kit.draw.paint import Info
from kit.draw.text.fonts import Fonts, cut_names, shared
from tests.conftest import shipped

INFO = Info("title", "author", "c1", "nl-BE")


def made(
    target: CachingTarget,
    sheet: str = "canvas-1",
    edition: Edition = "colour",
    info: Info = INFO,
    fonts: Path | None = None,
) -> bytes:
    context = DrawingContext(shipped(), theme(edition), Fonts(fonts))
    return target.paint(target.draw(context, shipped().sheets[sheet]), context.fonts, info)


def test_the_same_is_painted_once_and_anything_else_anew() -> None:
    target = CachingTarget(OfficePrinter(), PageCache())
    first = made(target)
    assert made(target) is first
    other = made(target, info=replace(INFO, title="other"))
    assert other != first
    assert made(target, edition="grey", info=replace(INFO, title="other")) not in (first, other)
    assert made(target) == first
    assert made(target, "canvas-2") != first


def test_letters_that_take_the_place_of_others_are_painted(tmp_path: Path) -> None:
    import fontpkg

    for family in ("Poppins", "Fira Sans", "Fira Sans Condensed"):
        for file in Path(fontpkg.path(family)).parent.glob("*.ttf"):
            if file.name in cut_names():
                shutil.copy(file, tmp_path)
    target = CachingTarget(OfficePrinter(), PageCache())
    before = shared(tmp_path)
    before.face(Font("Poppins", 700))
    first = made(target, fonts=tmp_path)
    assert shared(tmp_path) is before
    assert made(target, fonts=tmp_path) is first
    os.utime(tmp_path / "Poppins-Bold.ttf", (1, 1))
    assert shared(tmp_path) is not before
    again = made(target, fonts=tmp_path)
    assert again is first
    shutil.copy(tmp_path / "Poppins-Medium.ttf", tmp_path / "Poppins-Bold.ttf")
    assert made(target, fonts=tmp_path) != first


def test_what_was_drawn_is_told_with_its_time() -> None:
    target = CachingTarget(OfficePrinter(), PageCache())
    made(target)
    drawn = target.cache.drawn["canvas-1"]
    assert (drawn.title, len(drawn.pages)) == ("Canvas 1", 1)
    assert drawn.seconds > 0
    assert target.cache.catalogue is shipped()
