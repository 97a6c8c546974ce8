"""After any edit the files are made anew that print it; the code of a sheet is another where it says another thing."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kit import registry
from kit.build.build import Order, build
from kit.draw.context import DrawingContext
from kit.draw.look.theme import EDITIONS, theme
from kit.draw.page import Page
from kit.draw.text.fonts import Fonts
from kit.model.catalogue import Catalogue, load
from kit.model.printed import printed
from kit.model.printing import CardPrint
from kit.model.schema import BubbleSheet, PartnerCard, Sheet
from tests.conftest import CONTENT
from tests.edits import Edit, edits
from tests.named import LIER, named
from tests.printed import SAMIRA, SAMIRAS
from tests.small import tree
from tests.watching import Watching, content

EDITS = edits()
EVERY = pytest.mark.parametrize("edit", EDITS, ids=str)
IN_FOOTERS = ("footer", "version")
UNSAID = {"lines", "rows", "combinations", "pattern", "tone", "named_footer", "several_footer"}
"""How something is drawn, or how much there is to write: an older sheet still says what it should. And the footers of
tiles, which stand elsewhere on them.
"""

FONTS = Fonts()


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was built before any edit."""
    folder = tmp_path_factory.mktemp("before")
    build(Order((), content(folder / "content"), folder / "out"))
    return folder / "out"


@pytest.fixture(scope="module")
def watching(tmp_path_factory: pytest.TempPathFactory) -> Watching:
    return Watching(tmp_path_factory.mktemp("watching"))


def test_there_are_many_edits_and_no_two_are_the_same() -> None:
    assert len(EDITS) == len({(str(edit), str(edit.value)) for edit in EDITS}) > 120


@pytest.mark.slow
@EVERY
def test_an_edit_remakes_exactly_the_files_that_print_it(
    edit: Edit, before: Path, watching: Watching, tmp_path: Path
) -> None:
    edited = content(tmp_path / "content", edit)
    shutil.copytree(before, tmp_path / "out")
    made = build(Order((), edited, tmp_path / "out"))
    build(Order((), edited, tmp_path / "whole"))
    old, new = tree(before), tree(tmp_path / "whole")
    assert {file.relative_to(tmp_path / "out").as_posix() for file in made.files} == {
        place for place, pdf in new.items() if old.get(place) != pdf
    }
    assert {place: pdf for place, pdf in tree(tmp_path / "out").items() if place in new} == new
    watched = watching.after(edit)
    assert {place: watched[place] for place in new} == new


@cache
def said_before(name: str) -> list[str]:
    return sorted(said(load(CONTENT, "nl"), name))


def said(catalogue: Catalogue, name: str) -> Iterator[str]:
    """All that a sheet says on paper, in all its forms, but for the footer: texts, icons, codes and half circles."""
    for page in forms(catalogue, catalogue.sheets[name]):
        for placed in page.all_placed:
            if placed.role not in IN_FOOTERS and (placed.text or placed.role.startswith("half-")):
                yield "".join(placed.text.split()) or placed.role


def forms(catalogue: Catalogue, sheet: Sheet) -> Iterator[Page]:
    for edition in EDITIONS:
        context = DrawingContext(catalogue, theme(edition), FONTS)
        for paper in ("a3", "a4"):
            yield from registry.on_paper(sheet.layout, paper)(context, sheet)
        if isinstance(sheet, BubbleSheet):
            for place in ("Lier", "Brussel"):
                for draw in ("draw_named", "draw_named_a4"):
                    plan = named(place, tiled=draw.endswith("a4"))
                    yield from registry.part(sheet.layout, draw)(context, sheet, plan, LIER, SAMIRA)
        if isinstance(sheet, PartnerCard):
            yield from registry.part(sheet.layout, "card_sheets")(context, sheet, [SAMIRAS], CardPrint())


@pytest.mark.slow
@EVERY
def test_a_code_changes_when_the_sheet_says_something_else_and_only_then(edit: Edit, tmp_path: Path) -> None:
    was, now = load(CONTENT, "nl"), load(content(tmp_path, edit), "nl")
    if edit.route[-1] in UNSAID:
        assert [printed(now, one).code for one in now.sheets.values()] == [
            printed(was, one).code for one in was.sheets.values()
        ]
        return
    changed = {name for name in was.sheets if sorted(said(now, name)) != said_before(name)}
    assert {
        name for name in was.sheets if printed(now, now.sheets[name]).code != printed(was, was.sheets[name]).code
    } == changed
