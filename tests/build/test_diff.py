"""What to print again: the sheets that say something else than they said, by whatever was made of them."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.bubbles import build as bubbles
from kit.bubbles.selection import Selection
from kit.build.build import build
from kit.build.diff import Change, Difference, Order, changes, compare, remember
from kit.build.order import Order as Sheets
from kit.build.release import Order as Release
from kit.build.release import release
from kit.cli.diff_lines import lines
from kit.diagnostics import KitError
from kit.messages.catalogue import Messages
from kit.workshop import pack
from kit.workshop.arrange import Asked
from kit.workshop.order import Order as StackOrder
from tests.conftest import SHEETS
from tests.small import change, small_kit

WORDS = st.dictionaries(st.text("abc", max_size=2), st.text("xyz", max_size=2), max_size=8)
CANVAS_2 = Path("nl", "sheets", "canvas-2.yaml")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content that was built."""
    content = small_kit(tmp_path / "content")
    build(Sheets((), content, tmp_path / "out"))
    return content


@pytest.fixture
def look(content: Path, tmp_path: Path) -> Callable[..., Difference]:
    def look(since: Path | None = None, **what: object) -> Difference:
        return compare(Order((), content, tmp_path / "out", since=since, **what))  # type: ignore[arg-type]

    return look


def said(found: Difference, language: str = "nl") -> str:
    return "\n".join(lines(found, Messages.load(language)))


def test_where_nothing_changed_nothing_is_printed_again(look: Callable[..., Difference]) -> None:
    found = look()
    assert (found.changed, found.new, found.gone) == ((), (), ())
    assert [sheet.title for sheet in found.valid] == ["Canvas 1", "Canvas 2"]
    one, two = (sheet.code for sheet in found.valid)
    assert said(found).splitlines() == [
        "Wat vergeleken is, hoef je niet opnieuw te printen: het is nog geldig.",
        f"Vergelijk de code onderaan je blad. Nu geldig: Canvas 1 {one}, Canvas 2 {two}."
        " Andere code? Gebruik het als kladpapier.",
        "Vergeleken met wat je laatst als geprint opgaf, of anders met de eerste keer dat je deze bladen maakte."
        " Heb je ze sindsdien opnieuw geprint?"
        " Typ dan kit diff --printed.",
    ]


def test_the_code_is_that_on_the_sheet(look: Callable[..., Difference], tmp_path: Path) -> None:
    for sheet in look().valid:
        file = tmp_path / "out" / "nl" / "sheets" / f"{sheet.title.lower().replace(' ', '-')}.pdf"
        assert pypdf.PdfReader(file).pages[0].extract_text().endswith(f"versie 1.1 · {sheet.code}")


def test_a_text_that_changed_is_shown_before_and_after(look: Callable[..., Difference], content: Path) -> None:
    change(content / CANVAS_2, "Start bij een beperking", "Begin bij een beperking")
    (found,) = look().changed
    place = "sheets/canvas-2.yaml: from_limit.head"
    assert found.changes == (Change(place, "Start bij een beperking", "Begin bij een beperking"),)
    assert said(look()).splitlines()[:4] == [
        "Print dit blad opnieuw. Het is veranderd sinds versie 1.1:",
        f"  Canvas 2 (nu geldig: {found.code})",
        f"    {place}. Vroeger: ‘Start bij een beperking’. Nu: ‘Begin bij een beperking’.",
        "Het andere blad blijft geldig.",
    ]


def test_what_is_built_at_each_save_is_compared_with_what_may_have_been_printed(
    look: Callable[..., Difference], content: Path, tmp_path: Path
) -> None:
    for old, new in (("Start bij een beperking", "Begin bij een beperking"), ("Begin bij", "Kijk naar")):
        change(content / CANVAS_2, old, new)
        build(Sheets((), content, tmp_path / "out"))
    ((changed,),) = (sheet.changes for sheet in look().changed)
    assert (changed.old, changed.new) == ("Start bij een beperking", "Kijk naar een beperking")
    assert look().basis == "built"
    remember(Order((), content, tmp_path / "out"))
    assert look().changed == ()
    change(content / CANVAS_2, "Kijk naar", "Start bij")
    build(Sheets((), content, tmp_path / "out"))
    assert [sheet.title for sheet in look().changed] == ["Canvas 2"]


def test_what_was_released_is_what_a_sheet_is_compared_with(
    look: Callable[..., Difference], content: Path, tmp_path: Path
) -> None:
    change(content / CANVAS_2, "Start bij een beperking", "Begin bij een beperking")
    build(Sheets((), content, tmp_path / "out"))
    release(Release(content))
    assert (look().changed, look().basis) == ((), "released")
    assert "kit release" in said(look())
    change(content / CANVAS_2, "Begin bij", "Kijk naar")
    build(Sheets((), content, tmp_path / "out"))
    ((changed,),) = (sheet.changes for sheet in look().changed)
    assert (changed.old, changed.new) == ("Begin bij een beperking", "Kijk naar een beperking")


def test_what_was_built_before_it_was_remembered_is_compared_with(
    look: Callable[..., Difference], content: Path, tmp_path: Path
) -> None:
    (tmp_path / "out" / "nl" / ".kit.json").unlink()
    change(content / CANVAS_2, "Start bij een beperking", "Begin bij een beperking")
    build(Sheets((), content, tmp_path / "out"))
    assert [sheet.title for sheet in look().changed] == ["Canvas 2"]


def test_a_look_a_version_or_a_footer_is_no_reason_to_print_again(
    look: Callable[..., Difference], content: Path
) -> None:
    kit = content / "nl" / "kit.yaml"
    change(kit, "version: 1.1", "version: 1.2")
    change(kit, "# Je printer.", 'organisation: {name: Wij, accent: "#00695F"}\n# Je printer.')
    change(content / CANVAS_2, "A3 liggend", "A3")
    change(
        content / CANVAS_2, "*noteer*" if "*noteer*" in (content / CANVAS_2).read_text() else "**Canvas 2**", "Canvas 2"
    )
    assert look().changed == ()


def test_where_all_changed_the_whole_pack_is_printed_again(look: Callable[..., Difference], content: Path) -> None:
    change(content / "nl" / "kit.yaml", "toolkitoptil.be/netwerk", "toolkitoptil.be/ons-netwerk")
    found = look()
    assert len(found.changed) == 2
    assert [len(sheet.changes) for sheet in found.changed] == [1, 1]
    first, *_, last, _ = said(found).splitlines()
    assert first == "Alle bladen zijn veranderd sinds versie 1.1. Print het hele pakket opnieuw:"
    assert last.startswith("    kit.yaml: digital.base_url. Vroeger: ‘https://toolkitoptil.be/netwerk")


def test_sheets_of_different_versions_are_told_apart(
    look: Callable[..., Difference], content: Path, tmp_path: Path
) -> None:
    change(content / "nl" / "kit.yaml", "version: 1.1", "version: 1.2")
    build(Sheets(("canvas-2",), content, tmp_path / "out"))
    for name, old in (("canvas-1", "Wie ben je?"), ("canvas-2", "Start bij een beperking")):
        change(content / "nl" / "sheets" / f"{name}.yaml", old, "Nu anders")
    found = said(look()).splitlines()[:-1]
    assert [line for line in found if not line.startswith(" ")] == [
        "Print dit blad opnieuw. Het is veranderd sinds versie 1.1:",
        "Print dit blad opnieuw. Het is veranderd sinds versie 1.2:",
    ]


def test_what_came_or_went_is_told(look: Callable[..., Difference], content: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "nl" / "packs" / "volledig.pdf").unlink()
    (tmp_path / "out" / "nl" / "sheets" / "canvas-1.pdf").unlink()
    (tmp_path / "out" / "nl" / "sheets" / "zomaar.pdf").write_bytes(b"%PDF-1.7 no more")
    found = look()
    assert ([sheet.title for sheet in found.valid], found.new) == (["Canvas 2"], ("Canvas 1",))
    assert said(found).startswith("Dit blad is nog niet gemaakt: Canvas 1.")
    old = tmp_path / "old.pdf"
    old.write_bytes((tmp_path / "out" / "nl" / "sheets" / "canvas-2.pdf").read_bytes())
    for file in ("kit.yaml", "packs.yaml"):
        change(content / "nl" / file, "- canvas-2\n", "")
    shares = content / "nl" / "packs.yaml"
    change(shares, "- {sheet: canvas-2, per: participant, count: 1}\n", "")
    (content / CANVAS_2).unlink()
    assert look(since=old).gone == ("canvas-2",)
    assert "Dit blad is er niet meer: canvas-2." in said(look(since=old))


def test_a_sheet_that_is_only_in_a_pack_is_compared_as_well(look: Callable[..., Difference], tmp_path: Path) -> None:
    (tmp_path / "out" / "nl" / "sheets" / "canvas-1.pdf").unlink()
    assert [sheet.title for sheet in look().valid] == ["Canvas 1", "Canvas 2"]


def test_each_edition_and_paper_has_its_own_build(
    look: Callable[..., Difference], content: Path, tmp_path: Path
) -> None:
    for what in ({"edition": "grey"}, {"paper": "a4"}):
        with pytest.raises(KitError) as caught:
            look(**what)
        assert [problem.code for problem in caught.value.diagnostics] == ["diff-no-build"]
        build(Sheets((), content, tmp_path / "out", **what))  # type: ignore[arg-type]
        assert look(**what) == look()


def saved_anew(pdf: bytes) -> bytes:
    out = io.BytesIO()
    pypdf.PdfWriter(clone_from=io.BytesIO(pdf)).write(out)
    return out.getvalue()


@pytest.mark.parametrize("save", [bytes, saved_anew], ids=["as it was made", "saved by another program"])
def test_a_pdf_that_somebody_still_has_tells_what_it_said(
    look: Callable[..., Difference], content: Path, tmp_path: Path, save: Callable[[bytes], bytes]
) -> None:
    old = tmp_path / "old.pdf"
    change(content / CANVAS_2, "Start bij een beperking", "Begin bij een beperking")
    for place, titles in (("sheets/canvas-1", []), ("sheets/canvas-2", ["Canvas 2"]), ("packs/volledig", ["Canvas 2"])):
        old.write_bytes(save((tmp_path / "out" / "nl" / f"{place}.pdf").read_bytes()))
        found = look(since=old)
        assert [sheet.title for sheet in found.changed] == titles
        assert found.new == ()


def test_bubble_sheets_and_packs_of_workshops_tell_it_too(tmp_path: Path) -> None:
    bubbles.make(bubbles.Order(Selection(("Lier",)), None, tmp_path / "book.pdf", out=tmp_path))
    made = pack.make(StackOrder(Asked(participants="3", place="Lier"), out=tmp_path)).files
    files = {file.stem: file for file in (tmp_path / "book.pdf", *(tmp_path / "nl" / "bubbles").iterdir(), *made)}
    found = {
        name: [sheet.title for sheet in compare(Order((), out=tmp_path, since=files[name])).valid]
        for name in ("book", "12021-lier", "alles", "tafel-1", "alles-kaarten")
    }
    titles = ["Canvas 1", "Canvas 2", "Partnerkaarten", "Bollenschema", "Inspiratielijst", "Werkwijze", "Draaiboek"]
    assert len(titles) == len(SHEETS)
    assert found == {
        "book": ["Bollenschema"],
        "12021-lier": ["Bollenschema"],
        "alles": titles,
        "tafel-1": titles[:-1],
        "alles-kaarten": ["Partnerkaarten"],
    }


def test_cards_have_no_footer_and_so_no_code(tmp_path: Path) -> None:
    build(Sheets(("partnerkaart",), out=tmp_path))
    found = compare(Order((), out=tmp_path))
    assert [(sheet.title, sheet.code) for sheet in found.valid] == [("Partnerkaarten", "")]
    assert "Partnerkaarten" not in said(found)


@pytest.mark.parametrize("pdf", [None, b"", b"hello", b"%PDF-1.7"], ids=str)
def test_a_file_that_says_nothing_is_told(look: Callable[..., Difference], tmp_path: Path, pdf: bytes | None) -> None:
    file = tmp_path / "scan.pdf"
    if pdf is not None:
        file.write_bytes(pdf)
    with pytest.raises(KitError) as caught:
        look(since=file)
    (problem,) = caught.value.diagnostics
    assert problem.code == ("table-missing" if pdf is None else "diff-not-ours")
    assert problem.values["file"] == str(file)


def only(pages: list[int], file: Path, into: Path) -> Path:
    """Some pages of a file, cut out by another program that keeps what the file says of itself."""
    writer = pypdf.PdfWriter(clone_from=file)
    for number in reversed(range(len(writer.pages))):
        if number not in pages:
            writer.remove_page(number)
    writer.write(into)
    return into


def test_of_pages_that_were_cut_out_only_these_are_compared(tmp_path: Path) -> None:
    build(Sheets(("volledig",), out=tmp_path))
    whole = tmp_path / "nl" / "packs" / "volledig.pdf"
    titles = ["Canvas 1", "Canvas 2", "Partnerkaarten", "Bollenschema", "Inspiratielijst", "Werkwijze", "Draaiboek"]
    for pages, kept in (
        ([0], titles[:1]),
        ([2, 3], titles[2:3]),
        ([2, 5], titles[2:3] + titles[4:5]),
        (range(99), titles),
    ):
        part = only(list(pages), whole, tmp_path / "part.pdf")
        assert [sheet.title for sheet in compare(Order((), out=tmp_path, since=part)).sheets] == kept


def test_a_pdf_with_a_password_says_so(look: Callable[..., Difference], tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=tmp_path / "out" / "nl" / "packs" / "volledig.pdf")
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    with pytest.raises(KitError, match="diff-locked"):
        look(since=tmp_path / "locked.pdf")


def test_a_pdf_of_another_program_is_not_ours(look: Callable[..., Difference], tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    for told in ({}, {"/KitPrinted": "(nothing)"}):
        writer.add_metadata(told)
        writer.write(tmp_path / "other.pdf")
        with pytest.raises(KitError, match="diff-not-ours"):
            look(since=tmp_path / "other.pdf")


@given(WORDS, WORDS)
def test_all_that_changed_is_told_and_nothing_that_stayed(before: dict[str, str], after: dict[str, str]) -> None:
    found = list(changes(before, after))
    assert all(one.old != one.new for one in found)
    gone, come = sorted(before.values()), sorted(after.values())
    for one in found:
        if one.old is not None:
            gone.remove(one.old)
        if one.new is not None:
            come.remove(one.new)
    assert gone == come


def test_a_text_that_only_moved_has_not_changed() -> None:
    before = {"list[0]": "a", "list[1]": "b"}
    assert list(changes(before, {"list[0]": "new", "list[1]": "a", "list[2]": "b"})) == [Change("list[0]", None, "new")]
    assert list(changes(before, {"list[0]": "b"})) == [Change("list[0]", "a", None)]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name")
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("/dev/zero", "diff-no-file"),
        ("pipe", "diff-no-file"),
        ("film.mp4", "diff-large"),
        ("none.pdf", "table-missing"),
    ],
)
def test_what_is_no_pdf_of_any_use_is_said_at_once(
    look: Callable[..., Difference], tmp_path: Path, name: str, code: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "film.mp4").open("wb") as film:
        film.truncate(4_000_000_000)
    with pytest.raises(KitError) as caught:
        look(tmp_path / name)
    assert [one.code for one in caught.value.diagnostics] == [code]
