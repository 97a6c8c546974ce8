"""What is kept of sheets that stay the same: a file made of it has the same bytes as one that is made of nothing."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kit.build import page_fingerprint, pieces
from kit.build.build import Order, build
from kit.build.pieces import Pieces
from kit.draw.geometry import Size
from kit.draw.look.theme import theme
from kit.draw.page import Page
from kit.draw.paths import Close, Line, Move
from kit.draw.records import Fill
from kit.draw.text.fonts import Fonts
from kit.press.about import About
from kit.press.assemble import PackSheet, pack
from kit.press.source_pages import SourcePage, Sources
from tests.small import small_kit, tree

ABOUT = About("De hele kit", "Iemand", "", "nl-BE", bytes(16))
FONTS = Fonts()


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Sequence[bytes]:
    """Two sheets, which share letters."""
    out = tmp_path_factory.mktemp("out")
    build(Order(("canvas-1", "canvas-2"), small_kit(tmp_path_factory.mktemp("content")), out))
    return [pdf for _, pdf in sorted(tree(out).items())]


def packed(known: Pieces, files: Sequence[bytes]) -> bytes:
    known.begin()
    return pack([PackSheet(known.read(f"{i}", pdf), "Blad", f"{i}") for i, pdf in enumerate(files)], ABOUT)


def test_a_pack_of_what_was_read_before_has_the_same_bytes(
    sheets: Sequence[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    known, read = Pieces(), list[bytes]()
    whole = Sources.pages

    def noted(self: Sources, pdf: bytes) -> Sequence[SourcePage]:
        read.append(pdf)
        return whole(self, pdf)

    monkeypatch.setattr(Sources, "pages", noted)
    first = packed(known, sheets)
    assert packed(known, sheets) == first
    assert read == [*sheets]
    other = packed(known, sheets[::-1])
    assert other == packed(Pieces(), sheets[::-1]) != first
    assert packed(known, sheets) == first == packed(Pieces(), sheets)


def test_what_was_read_of_sheets_as_they_were_is_let_go(
    sheets: Sequence[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "_MOST_READ", 3)
    known, made = Pieces(), list[Sources]()
    begun = Sources.__init__

    def noted(self: Sources) -> None:
        made.append(self)
        begun(self)

    monkeypatch.setattr(Sources, "__init__", noted)
    for i in range(6):
        assert packed(known, sheets[:: 1 if i % 2 else -1]) == packed(Pieces(), sheets[:: 1 if i % 2 else -1])
    assert len(made) == 6 + 3


def page(*shapes: Fill) -> Page:
    found = Page(Size(100, 100), theme("colour"), FONTS)
    found.shapes += shapes
    return found


def test_pages_that_differ_in_anything_have_another_fingerprint() -> None:
    colour = theme("colour").colour("ink")
    bent = Fill((Move(1, 2), Line(3, 4), Move(5, 6), Close()), colour)
    straight = replace(bent, path=(Move(1, 2), Line(3, 4), Line(5, 6), Close()))
    assert bent == straight, "a piece of a path is a tuple, and equals another kind of piece"
    found = [page(), page(bent), page(straight), page(replace(bent, even_odd=False)), page(bent, bent)]
    found += [page(replace(bent, path=bent.path[:3])), page(replace(bent, colour=theme("grey").colour("other")))]
    assert len({page_fingerprint.of_pages([one]) for one in found}) == len(found)
    assert page_fingerprint.of_pages([page(bent)]) == page_fingerprint.of_pages([page(replace(bent))])


def test_a_fingerprint_is_taken_once_of_the_same_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    known, pages = Pieces(), [page()]
    answers = iter([b"1", b"2", b"3"])
    monkeypatch.setattr(page_fingerprint, "of_pages", lambda _: next(answers))
    asked = [("a", pages), ("a", pages), ("b", pages), ("a", [page()])]
    assert [known.fingerprint(*one) for one in asked] == [b"1", b"1", b"2", b"3"]
