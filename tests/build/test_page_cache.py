"""What was painted is not painted again, unless it would look or read otherwise."""

import os
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kit.build.build import Order as Once
from kit.build.build import build
from kit.build.page_cache import CachingTarget, PageCache
from kit.build.print_targets import OfficePrinter, Pages
from kit.draw.context import DrawingContext
from kit.draw.look.editions import Edition
from kit.draw.look.theme import Font, theme
from kit.draw.paint import Info
from kit.draw.text.fonts import Fonts, cut_names, shared
from kit.model.catalogue import Catalogue, load
from kit.model.schema import Sheet
from tests import watching as watched
from tests.conftest import CONTENT, shipped
from tests.edits import Edit, edits
from tests.small import change, tree
from tests.watching import Watching

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


@dataclass(frozen=True)
class Noting:
    """An office printer that notes what it draws."""

    drawn: list[str] = field(default_factory=list)

    def draw(self, context: DrawingContext, sheet: Sheet) -> Pages:
        self.drawn.append(sheet.name)
        return OfficePrinter().draw(context, sheet)

    def paint(self, pages: Pages, fonts: Fonts, info: Info) -> bytes:
        return OfficePrinter().paint(pages, fonts, info)


@dataclass(frozen=True)
class Drawing:
    """All sheets of a content, drawn time and again."""

    folder: Path
    drawn: list[str] = field(default_factory=list)
    cache: PageCache = field(default_factory=PageCache)
    fonts: Fonts = field(default_factory=Fonts)

    def again(self, edition: Edition = "colour", fonts: Fonts | None = None) -> set[str]:
        """What is drawn."""
        self.drawn.clear()
        catalogue: Catalogue = load(self.folder, "nl")
        context = DrawingContext(catalogue, theme(edition), fonts or self.fonts)
        for sheet in catalogue.sheets.values():
            self.cache.draw(Noting(self.drawn), context, sheet)
        return set(self.drawn)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(CONTENT / "nl", tmp_path / "content" / "nl")
    return tmp_path / "content"


def test_a_sheet_is_drawn_again_only_where_a_text_that_it_reads_changed(content: Path) -> None:
    drawing, every = Drawing(content), set(shipped().sheets)
    assert drawing.again() == every
    assert drawing.again() == set()
    change(content / "nl" / "sheets" / "canvas-2.yaml", "title: Over", "title: Hop over")
    assert drawing.again() == {"canvas-2"}
    change(content / "nl" / "sectors.yaml", "- muziek\n", "- muziekles\n")
    assert drawing.again() == {"inspiratielijst", "werkwijze"}
    change(content / "nl" / "kit.yaml", "version: 1.1", "version: 1.2")
    assert drawing.again() == every
    change(content / "nl" / "sheets" / "canvas-1.yaml", "\n", "\n\n")
    assert drawing.again() == {"canvas-1"}, "what is wrong is told by its line"
    assert drawing.again("grey") == every
    assert drawing.again("grey") == set()
    assert drawing.again("grey", Fonts()) == every


SOME = edits()[::12]


@pytest.fixture(scope="module")
def watching(tmp_path_factory: pytest.TempPathFactory) -> Watching:
    return Watching(tmp_path_factory.mktemp("watching"))


@pytest.mark.parametrize("edit", SOME, ids=str)
def test_after_an_edit_there_is_what_a_build_of_nothing_makes(edit: Edit, watching: Watching, tmp_path: Path) -> None:
    """All edits: tests/build/test_edits.py."""
    found = watching.after(edit)
    build(Once((), watched.content(tmp_path / "content", edit), tmp_path / "out"))
    whole = tree(tmp_path / "out")
    assert {name: found[name] for name in whole} == whole
