"""Is it the file that would be made now? What is at the end of each file of the kit, whoever wrote it."""

import re
from io import BytesIO
from typing import Any, cast

import pypdf
import pytest

from kit.draw.geometry import A4_PORTRAIT
from kit.draw.look.theme import theme
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.draw.text.fonts import Fonts
from kit.press import assemble, source_pages, split, stamp
from kit.press.about import About, Bookmark

FINGERPRINT = bytes(range(16))
ABOUT = About("Lier", "Iemand", "b", "nl-BE", FINGERPRINT, (Bookmark("Lier", 0),), printed="ab+/c==")


FONTS = Fonts()
PAGE = Page(A4_PORTRAIT, theme("colour"), FONTS)
PAGE.text("Lier", "instruction", 20, 50, width=150)
BOOK = pdf_bytes([PAGE], FONTS, UNTOLD)

SINGLE = split.single(split.pages(BOOK), ABOUT)
PACK = assemble.assembled(source_pages.Sources().pages(BOOK), ABOUT)

either = pytest.mark.parametrize("pdf", [SINGLE, PACK], ids=["split", "assembled"])


@either
def test_a_file_is_current_by_its_fingerprint(pdf: bytes) -> None:
    assert stamp.is_current(pdf, FINGERPRINT)
    assert not stamp.is_current(pdf, bytes(16))
    assert stamp.made_from(pdf) == FINGERPRINT
    assert stamp.is_ours(pdf)


@either
def test_the_fingerprint_is_the_first_part_of_the_identifier(pdf: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(pdf), strict=True)
    first, second = cast("Any", reader.trailer["/ID"])
    assert first.original_bytes == FINGERPRINT
    assert len(second.original_bytes) == 16


@either
def test_no_byte_can_be_altered(pdf: bytes) -> None:
    tail = pdf.rindex(b"trailer")
    for at in (*range(0, tail, 97), *range(tail, len(pdf))):
        altered = bytearray(pdf)
        altered[at] ^= 1
        assert stamp.made_from(bytes(altered)) != FINGERPRINT, at


@either
@pytest.mark.parametrize("number", [rb"/Size (\d+)", rb"/Root (\d+)", rb"/Info (\d+)", rb"startxref\n(\d+)"])
@pytest.mark.parametrize("other", [b"1", b"2", b"3", b"99"])
def test_no_number_at_the_end_can_be_another(pdf: bytes, number: bytes, other: bytes) -> None:
    (*_, found) = re.finditer(number, pdf)
    if found[1] != other:
        assert stamp.made_from(pdf[: found.start(1)] + other + pdf[found.end(1) :]) is None


@either
@pytest.mark.parametrize("spoilt", ["cut short", "empty", "longer", "foreign", "trailer only"])
def test_another_file_is_not_ours(pdf: bytes, spoilt: str) -> None:
    files = {
        "cut short": pdf[:-100],
        "empty": b"",
        "longer": pdf + b" ",
        "foreign": BOOK,
        "trailer only": pdf[pdf.rindex(b"trailer") :],
    }
    assert not stamp.is_ours(files[spoilt])
    assert stamp.printed(files[spoilt]) == ""


@either
def test_what_is_printed_is_read_from_the_bytes_alone(pdf: bytes) -> None:
    assert stamp.printed(pdf) == "ab+/c=="


def test_what_has_an_identifier_already_gets_no_other() -> None:
    with pytest.raises(ValueError, match="identifier"):
        stamp.stamped(PACK, FINGERPRINT)
