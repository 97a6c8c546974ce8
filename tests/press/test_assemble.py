"""Packs and books as a PDF reader sees them."""

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any, cast

import pypdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from kit.press import assemble, reading, stamp
from kit.press.about import About, Bookmark
from kit.press.assemble import PackSheet
from kit.press.source_pages import SourcePage, Sources

ABOUT = About("De hele kit", "Iemand", "", "nl-BE", bytes(16), keywords="wie er is")


def painted(*sizes: tuple[int, int]) -> bytes:
    """Pages of these sizes, each with a link and a trim box."""
    stream = BytesIO()
    canvas = Canvas(stream, invariant=1)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.setTrimBox((10, 10, 90, 90))
        canvas.drawString(20, 20, f"{size}")
        canvas.linkURL(f"https://example.org/#{size[0]}", (10, 10, 50, 50))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def sheet(*sizes: tuple[int, int]) -> tuple[SourcePage, ...]:
    return Sources().pages(painted(*sizes))


CANVAS = PackSheet(sheet((300, 200)), "Canvas 1", "canvas-1")
CARDS = PackSheet(sheet((400, 200), (500, 200)), "Partnerkaarten", "partnerkaart")


@pytest.fixture(scope="module")
def pack() -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(assemble.pack([CANVAS, CARDS], ABOUT)), strict=True)


def entries(pack: pypdf.PdfReader) -> list[tuple[str | None, int | None]]:
    """The titles in the outline and the pages that they lead to, from 0."""
    found = [item for item in pack.outline if isinstance(item, pypdf.generic.Destination)]
    return [(item.title, pack.get_destination_page_number(item)) for item in found]


def links(page: pypdf.PageObject) -> list[object]:
    actions = [cast(dict[str, Any], item.get_object())["/A"] for item in page.annotations or []]
    return [action.get_object()["/URI"] for action in actions]


def test_pages_come_in_order_with_their_sizes_links_and_trim_boxes(pack: pypdf.PdfReader) -> None:
    assert [page.mediabox.width for page in pack.pages] == [300, 400, 500]
    for page in pack.pages:
        assert page.trimbox == [10, 10, 90, 90]
        assert links(page) == [f"https://example.org/#{page.mediabox.width}"]


def test_the_outline_has_an_entry_a_sheet(pack: pypdf.PdfReader) -> None:
    assert entries(pack) == [("Canvas 1", 0), ("Partnerkaarten", 1)]


def test_page_labels_name_the_sheet_and_count_its_pages(pack: pypdf.PdfReader) -> None:
    assert pack.page_labels == ["canvas-1", "partnerkaart 1", "partnerkaart 2"]


def test_a_reader_is_told_title_language_and_not_to_scale(pack: pypdf.PdfReader) -> None:
    root = cast("dict[str, object]", pack.root_object)
    assert pack.metadata == {
        "/Title": "De hele kit",
        "/Author": "Iemand",
        "/Keywords": "wie er is",
        "/Creator": "kit",
        "/Producer": "kit",
    }
    assert root["/Lang"] == "nl-BE"
    told = {"/PrintScaling": "/None", "/DisplayDocTitle": True, "/PickTrayByPDFSize": True}
    assert root["/ViewerPreferences"] == told
    assert pack.pdf_header == "%PDF-1.7"


def test_the_same_sheets_give_the_same_bytes_and_others_another_identity() -> None:
    first, again, other = (assemble.pack(parts, ABOUT) for parts in ([CANVAS], [CANVAS], [CARDS]))
    assert first == again
    identities = [pypdf.PdfReader(BytesIO(pdf)).trailer["/ID"] for pdf in (first, other)]
    assert identities[0] != identities[1]


def test_what_sheets_share_is_stored_once_and_a_page_is_still_a_page() -> None:
    once, thrice = assemble.pack([CARDS], ABOUT), assemble.pack([CARDS] * 3, ABOUT)
    assert len(thrice) < 2 * len(once)
    assert entries(pypdf.PdfReader(BytesIO(thrice))) == [
        ("Partnerkaarten", 0),
        ("Partnerkaarten", 2),
        ("Partnerkaarten", 4),
    ]


# A page that comes several times


def assembled(*numbers: int, **more: object) -> pypdf.PdfReader:
    """Some pages of a book of three, by their numbers."""
    book = sheet((300, 200), (400, 200), (500, 200))
    pdf = assemble.assembled([book[i] for i in numbers], replace(ABOUT, **more))  # type: ignore[arg-type]
    return pypdf.PdfReader(BytesIO(pdf), strict=True)


def references(pages: Iterable[pypdf.PageObject], key: str) -> list[int]:
    """The numbers of the objects that pages have under a key."""
    found = [cast("Any", page.raw_get(key)) for page in pages]
    return [one.idnum for value in found for one in (value if isinstance(value, list) else [value])]


def test_a_page_is_a_page_of_its_own_each_time_and_what_is_on_it_is_there_once() -> None:
    pages = assembled(0, 1, 0, 0).pages
    again = [pages[i] for i in (0, 2, 3)]
    assert [page.mediabox.width for page in pages] == [300, 400, 300, 300]
    assert len({page.indirect_reference.idnum for page in again if page.indirect_reference}) == 3
    assert len(set(references(again, "/Contents"))) == 1
    assert len(set(references(pages, "/Resources"))) == 1
    assert [page.extract_text().strip() for page in again] == ["(300, 200)"] * 3


def test_a_link_belongs_to_one_page_and_where_it_leads_to_is_there_once() -> None:
    pages = assembled(0, 1, 0, 0).pages
    assert [links(page) for page in pages] == [[f"https://example.org/#{width}"] for width in (300, 400, 300, 300)]
    assert len(set(references(pages, "/Annots"))) == 4
    notes = [cast("Any", page.annotations)[0].get_object() for page in pages]
    assert all(dict(note, **{"/A": None}) == dict(notes[0], **{"/A": None}) for note in notes)
    assert len({note.raw_get("/A").idnum for note in notes}) == 2


@pytest.mark.parametrize("count", [2, 50])
def test_a_page_more_takes_a_few_references(count: int) -> None:
    sizes = [len(assemble.assembled([CARDS.pages[0]] * pages, ABOUT)) for pages in (count, count + 1)]
    assert sizes[1] - sizes[0] < 450


# Several books


def test_what_several_books_hold_is_one_object() -> None:
    """Each book is finished by itself, with letters of its own; only the pages differ."""
    books = [painted((300, 200)), painted((300, 200), (400, 200)), painted((300, 200))]
    sources = Sources()
    pages = assemble.assembled(chain.from_iterable(map(sources.pages, books)), ABOUT)
    assert pages.count(b"/BaseFont") == painted((300, 200)).count(b"/BaseFont")
    found = pypdf.PdfReader(BytesIO(pages), strict=True).pages
    assert len(found) == 4
    assert len(set(references(found, "/Contents"))) == 2


def test_what_is_no_pdf_is_refused() -> None:
    for broken in (b"", b"hello", painted((300, 200))[:-200]):
        with pytest.raises(ValueError, match="not a PDF"):
            Sources().pages(broken)


# What the file says of itself


def test_the_outline_has_levels_of_which_the_first_is_open() -> None:
    under = (Bookmark("Lier", 0), Bookmark("Gooik", 1))
    outline = (Bookmark("Antwerpen", 0, under), Bookmark("Şen — één (7 0 R)", 2))
    pdf = assemble.assembled(sheet((300, 200), (400, 200), (500, 200)), replace(ABOUT, outline=outline))
    lines = pypdfium2.PdfDocument(pdf).get_toc()
    assert [(line.level, line.get_title(), line.get_dest().get_index()) for line in lines] == [
        (0, "Antwerpen", 0),
        (1, "Lier", 0),
        (1, "Gooik", 1),
        (0, "Şen — één (7 0 R)", 2),
    ]
    found = pypdf.PdfReader(BytesIO(pdf), strict=True)
    assert found.page_mode == "/UseOutlines"
    first = cast("Any", found.root_object)["/Outlines"]["/First"]
    assert first["/Count"] == -2  # closed: two lines that are not shown at first
    assert cast("Any", found.root_object)["/Outlines"]["/Count"] == 2


def test_an_outline_of_one_line_is_not_shown() -> None:
    assert assembled(0, outline=(Bookmark("Lier", 0),)).page_mode is None


def test_a_print_window_is_told_how_to_set_the_sides() -> None:
    for sides in ("Simplex", "DuplexFlipShortEdge", "DuplexFlipLongEdge"):
        preferences = cast("Any", assembled(0, duplex=sides).viewer_preferences)
        assert preferences.duplex == f"/{sides}"


def test_what_is_printed_can_be_read_by_any_reader_and_from_the_bytes_alone() -> None:
    told = "eNqrVkrOT0lVslJQKi5JzEtJLEpRqgUAVhIHxg+/w=="
    pdf = assemble.assembled(CARDS.pages, replace(ABOUT, printed=told))
    assert stamp.printed(pdf) == reading.printed(pdf) == told


# What is relied on


def test_pypdf_gives_an_object_a_number() -> None:
    """The one thing that is used of pypdf and not promised by it."""
    writer = pypdf.PdfWriter()
    found = pypdf.generic.DictionaryObject()
    assert writer._add_object(found).get_object() is found


def test_what_reportlab_says_of_a_page_and_is_left_out_says_nothing() -> None:
    for page in pypdf.PdfReader(BytesIO(painted((300, 200)))).pages:
        assert page.get("/Rotate", 0) == 0
        assert page.get("/Trans", {}) == {}


WITHOUT_PACK = """
import sys
from kit.cli import app
assert app.run(sys.argv[1:], {"KIT_LANG": "en"}) == 0
sys.exit("pypdf was imported" if "pypdf" in sys.modules else 0)
"""


@pytest.mark.parametrize(
    "command",
    [("--help",), ("pack", "--help"), ("list",), ("build", "canvas-1"), ("bubbles", "Lier"), ("places", "Lier")],
    ids=" ".join,
)
def test_what_needs_no_pack_does_not_wait_for_pypdf(command: tuple[str, ...], tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", WITHOUT_PACK, *command], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)


def test_without_pypdf_there_is_no_pack(tmp_path: Path) -> None:
    """No other program of ours reads and writes PDFs behind its back."""
    code = f"import sys\nsys.modules['pypdf'] = None\n{WITHOUT_PACK.replace('sys.exit', 'print')}"
    result = subprocess.run([sys.executable, "-c", code, "build"], cwd=tmp_path, check=False, capture_output=True)
    assert result.returncode != 0
    assert b"assemble.py" in result.stderr
    assert not list(tmp_path.rglob("*.pdf"))
