"""A pack as a PDF reader sees it."""

from io import BytesIO
from typing import Any, cast

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from kit.press import cut
from kit.press.cut import About
from kit.press.packs import Part, assemble

ABOUT = About("De hele kit", "Iemand", "", "nl-BE", bytes(16), keywords="wie er is")


def sheet(*sizes: tuple[int, int]) -> tuple[cut.Part, ...]:
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
    return cut.pages(stream.getvalue())


CANVAS = Part(sheet((300, 200)), "Canvas 1", "canvas-1")
CARDS = Part(sheet((400, 200), (500, 200)), "Partnerkaarten", "partnerkaart")


@pytest.fixture(scope="module")
def pack() -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(assemble([CANVAS, CARDS], ABOUT)), strict=True)


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
    root: dict[str, object] = dict(pack.root_object)
    assert pack.metadata == {
        "/Title": "De hele kit",
        "/Author": "Iemand",
        "/Keywords": "wie er is",
        "/Creator": "kit",
        "/Producer": "kit",
    }
    assert root["/Lang"] == "nl-BE"
    assert root["/ViewerPreferences"] == {"/PrintScaling": "/None", "/DisplayDocTitle": True}
    assert pack.pdf_header == "%PDF-1.7"


def test_the_same_sheets_give_the_same_bytes_and_others_another_identity() -> None:
    first, again, other = (assemble(parts, ABOUT) for parts in ([CANVAS], [CANVAS], [CARDS]))
    assert first == again
    identities = [pypdf.PdfReader(BytesIO(pdf)).trailer["/ID"] for pdf in (first, other)]
    assert identities[0] != identities[1]


def test_what_sheets_share_is_stored_once_and_a_page_is_still_a_page() -> None:
    once, thrice = assemble([CARDS], ABOUT), assemble([CARDS] * 3, ABOUT)
    assert len(thrice) < 2 * len(once)
    assert entries(pypdf.PdfReader(BytesIO(thrice))) == [
        ("Partnerkaarten", 0),
        ("Partnerkaarten", 2),
        ("Partnerkaarten", 4),
    ]
