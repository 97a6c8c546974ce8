"""Single sheets from a painted book: as other programs read them, and the same whichever book they come from."""

import re
import string
from dataclasses import replace
from io import BytesIO
from typing import Any, cast

import pypdf
import pypdfium2
import pytest

from kit.draw.geometry import A4_PORTRAIT, Box, Circle
from kit.draw.look.theme import Font, theme
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.paths import circle
from kit.draw.text.fonts import Fonts
from kit.press import split
from kit.press.about import About, Bookmark, Label

FONTS = Fonts()
TITLE = r"Lier (7 0 R) \ en"
FINGERPRINT = bytes(range(16))
ABOUT = About(TITLE, "Iemand", "b", "nl-BE", FINGERPRINT, (Bookmark("Lier", 0),))
LETTERS = dict.fromkeys((Font("Fira Sans", 400), Font("Poppins", 700)), string.ascii_letters + " .,-éŞğ")
"""The letters of all pages: what is painted together has the same."""

CONTENTS = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def ground(r: float) -> Page:
    page = Page(A4_PORTRAIT, theme("colour"), FONTS)
    page.fill(circle(Circle(100, 100, r)), "you-tint")
    page.text("Bollenschema", "bubble-sheet-title", 20, 30, width=100)
    page.link("https://example.org/(1)#7 0 R", Box(10, 10, 20, 20))
    return page


BIG, SMALL = ground(80), ground(20)


def page(name: str, on: Page) -> Page:
    result = Page(A4_PORTRAIT, theme("colour"), FONTS, Box(10, 10, 190, 277), on)
    result.text(name, "instruction", 20, 50, width=150)
    result.qr(f"https://example.org/#b/{name}", Box(150, 10, 30, 30), smallest=0.4)
    return result


def book(*pages: Page, letters: dict[Font, str] = LETTERS) -> bytes:
    return pdf_bytes(pages, FONTS, Info("", "", "", "nl-BE"), letters)


LIER, GOOIK, HALLE = page("Lier Ş", BIG), page("Gooik ğ", BIG), page("Halle é", SMALL)
BOOK = book(LIER, GOOIK, HALLE)
PAGES = split.pages(BOOK)


def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(pdf), strict=True)


def same_picture(one: bytes, i: int, other: bytes, j: int) -> bool:
    rendered = [pypdfium2.PdfDocument(pdf)[at].render().to_pil().tobytes() for pdf, at in ((one, i), (other, j))]
    return bool(rendered[0] == rendered[1])


@pytest.mark.parametrize("i", range(3))
def test_a_page_split_off_looks_as_in_the_book(i: int) -> None:
    alone = split.single([PAGES[i]], ABOUT)
    assert same_picture(alone, 0, BOOK, i)
    assert read(alone).pages[0].extract_text() == read(BOOK).pages[i].extract_text()
    assert read(alone).pages[0].trimbox == read(BOOK).pages[i].trimbox


def test_it_does_not_matter_which_book_a_page_comes_from() -> None:
    others = [book(LIER), book(HALLE, GOOIK, LIER), book(GOOIK, LIER, page("Aalst", SMALL))]
    assert {split.single([split.pages(other)[at]], ABOUT) for other, at in zip(others, (0, 2, 1), strict=True)} == {
        split.single([PAGES[0]], ABOUT)
    }


def test_pages_of_two_books_share_what_is_the_same_in_both() -> None:
    both = split.single([split.pages(book(LIER))[0], split.pages(book(GOOIK))[0]], ABOUT)
    assert both == split.single(PAGES[:2], ABOUT)
    assert both.count(b"/Subtype /Form") == 1


def test_a_page_takes_only_the_fonts_that_it_uses() -> None:
    italic = Page(A4_PORTRAIT, theme("colour"), FONTS)
    italic.text("Bos", "step-head", 20, 20, width=100)
    alone = split.single([split.pages(book(LIER, italic))[1]], ABOUT)
    fonts = cast("dict[str, Any]", read(alone).pages[0]["/Resources"])["/Font"]
    names = {str(font.get_object()["/BaseFont"]).split("+")[1] for font in fonts.values()}
    assert names == {"Poppins-Bold"}
    assert alone.count(b"/FontFile2") == 1


def test_links_stay_and_what_looks_like_a_reference_in_a_text_is_none() -> None:
    annotations = read(split.single([PAGES[2]], ABOUT)).pages[0]["/Annots"]
    links = [cast("Any", one.get_object())["/A"]["/URI"] for one in cast("Any", annotations)]
    assert links == ["https://example.org/(1)#7 0 R", "https://example.org/#b/Halle é"]


def test_a_file_says_what_it_is() -> None:
    pdf = read(split.single([PAGES[0]], ABOUT))
    assert pdf.metadata
    assert (pdf.metadata.title, pdf.metadata.author, pdf.metadata.subject) == (TITLE, "Iemand", "b")
    root = cast("dict[str, Any]", pdf.trailer["/Root"])
    assert root["/Lang"] == "nl-BE"
    assert root["/ViewerPreferences"] == {"/PrintScaling": "/None", "/DisplayDocTitle": True}
    assert pdf.pdf_header == "%PDF-1.7"


def test_letters_beyond_ascii_in_a_title() -> None:
    pdf = read(split.single([PAGES[0]], About("Şen — één", "", "", "nl-BE", FINGERPRINT)))
    assert pdf.metadata and pdf.metadata.title == "Şen — één"


def test_the_outline_has_a_line_for_each_bookmark_and_is_shown_where_there_are_several() -> None:
    outline = (Bookmark("Lier", 0), Bookmark("Gooik", 1), Bookmark("Halle", 2))
    pdf = split.single(PAGES, replace(ABOUT, outline=outline))
    lines = pypdfium2.PdfDocument(pdf).get_toc()
    found = [(line.level, line.get_title(), line.get_dest().get_index()) for line in lines]
    assert found == [(0, "Lier", 0), (0, "Gooik", 1), (0, "Halle", 2)]
    assert read(pdf).page_mode == "/UseOutlines"
    assert read(split.single(PAGES, ABOUT)).page_mode is None


def test_a_print_window_is_told_how_to_set_the_sides() -> None:
    root = cast("dict[str, Any]", read(split.single(PAGES, replace(ABOUT, duplex="DuplexFlipLongEdge"))).root_object)
    told = {"/PrintScaling": "/None", "/DisplayDocTitle": True, "/Duplex": "/DuplexFlipLongEdge"}
    assert root["/ViewerPreferences"] == told


@pytest.mark.parametrize(
    "more",
    [
        {"labels": (Label(0, "canvas-1"),)},
        {"outline": (Bookmark("Antwerpen", 0, (Bookmark("Lier", 0),)),)},
    ],
    ids=str,
)
def test_what_no_single_sheet_has_is_refused(more: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="single sheet"):
        split.single(PAGES, replace(ABOUT, **more))


def test_a_page_twice_is_two_pages() -> None:
    pdf = read(split.single([PAGES[0], PAGES[0]], ABOUT))
    assert len(pdf.pages) == 2
    assert pdf.pages[0].indirect_reference != pdf.pages[1].indirect_reference


def test_streams_are_taken_as_they_are() -> None:
    assert set(CONTENTS.findall(split.single(PAGES, ABOUT))) <= set(CONTENTS.findall(BOOK))


def test_an_offset_leads_to_each_object() -> None:
    pdf = split.single(PAGES, ABOUT)
    start = int(re.findall(rb"startxref\n(\d+)", pdf)[-1])
    rows = pdf[start:].split(b"\n")[3:]
    offsets = [int(row[:10]) for row in rows if row.endswith(b" n ")]
    assert all(pdf[at:].startswith(b"%d 0 obj\n" % number) for number, at in enumerate(offsets, 1))
    assert len(offsets) == pdf.count(b"\nendobj\n")


# What is relied on


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.7\nno table", BOOK[:-9], BOOK.replace(b"/Pages ", b"/Leaves ")])
def test_what_reportlab_did_not_write_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match=r"PDF|object|Pages"):
        split.pages(broken)


def test_reportlab_writes_what_splitting_relies_on() -> None:
    assert re.search(rb"\nxref\n0 \d+\n0000000000 65535 f ", BOOK)
    assert b"/ObjStm" not in BOOK
    assert set(re.findall(rb"/Font ([\d<].{4})", BOOK)) == {b"1 0 R"}
    assert re.findall(rb"/Filter (\[[^]]*\])", BOOK) == [b"[ /FlateDecode ]"] * BOOK.count(b"/Filter")
    assert re.search(rb"/Kids \[ (\d+ 0 R ){3}\]", BOOK)
