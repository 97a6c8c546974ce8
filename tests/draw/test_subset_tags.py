"""Fonts that are in a file in part have a name of their own, also where several files become one."""

import re
from io import BytesIO

from pypdf import PdfReader

from kit.draw.geometry import A4_PORTRAIT
from kit.draw.look.theme import theme
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.draw.text.fonts import Fonts
from kit.press import assemble, source_pages
from kit.press.about import About

FONTS = Fonts()


def painted(*texts: str) -> bytes:
    pages = []
    for text in texts:
        pages.append(Page(A4_PORTRAIT, theme("colour"), FONTS))
        pages[-1].text(text, "instruction", 20, 50, width=150)
    return pdf_bytes(pages, FONTS, UNTOLD)


def names(pdf: bytes) -> set[str]:
    """The fonts of all pages, as they are called in both places."""
    fonts = [font for page in PdfReader(BytesIO(pdf)).pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    found = {(font["/BaseFont"], font["/FontDescriptor"].get_object()["/FontName"]) for font in fonts}
    assert all(base == name for base, name in found)
    return {name for name, _ in found}


def fira(pdf: bytes) -> set[str]:
    return {name for name in names(pdf) if name.endswith("FiraSans-Regular")}


def test_a_tag_follows_from_the_letters() -> None:
    one, same, other = painted("een"), painted("een"), painted("twée")
    assert fira(one) == fira(same) != fira(other)
    assert all(re.fullmatch(r"/[A-Z]{6}\+FiraSans-Regular", name) for name in fira(one) | fira(other))


def test_a_file_of_several_has_each_part_under_its_own_name() -> None:
    sources = source_pages.Sources()
    pages = [page for text in ("een", "twée", "een") for page in sources.pages(painted(text))]
    assert len(fira(assemble.assembled(pages, About("", "", "", "nl-BE", b"0" * 16)))) == 2


def test_nothing_else_moves() -> None:
    pdf = painted("een")
    assert pdf.count(b"startxref") == 1
    (table,) = re.findall(rb"startxref\s+(\d+)", pdf)
    assert pdf[int(table) :].startswith(b"xref")
