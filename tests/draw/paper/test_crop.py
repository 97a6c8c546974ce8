"""Paper as a print shop wants it: bleed and crop marks around what is kept."""

import io
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from kit.draw.geometry import A6_PORTRAIT, Box, Size
from kit.draw.look.theme import theme
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.paper.crop import BLEED, LENGTH, MARGIN, OFFSET, crop_marks, to_crop
from kit.draw.paths import bounds
from kit.draw.records import Letters
from kit.draw.text.fonts import Fonts

FONTS = Fonts()
POINT = 25.4 / 72

trims = st.builds(Box, *[st.floats(10, 50)] * 2, *[st.floats(20, 500)] * 2)


@given(trims)
def test_marks_lie_outside_the_bleed_and_on_the_paper(trim: Box) -> None:
    paper, bleed = trim.inset(-MARGIN), trim.inset(-BLEED)
    for mark in crop_marks(trim):
        assert not bounds(mark).overlaps(bleed)
        assert paper.contains(bounds(mark), 1e-9)


@given(trims)
def test_there_are_two_at_each_corner_in_line_with_the_cuts(trim: Box) -> None:
    found = [bounds(mark) for mark in crop_marks(trim)]
    lying = {(round(box.y, 6), round(box.width, 6)) for box in found if box.height == 0}
    upright = {(round(box.x, 6), round(box.height, 6)) for box in found if box.width == 0}
    assert len(found) == 8
    assert lying == {(round(y, 6), LENGTH) for y in (trim.y, trim.bottom)}
    assert upright == {(round(x, 6), LENGTH) for x in (trim.x, trim.right)}
    for x, y in itertools.product((trim.x, trim.right), (trim.y, trim.bottom)):
        near = [box for box in found if box.inset(-OFFSET - 1e-6).contains(Box(x, y, 0, 0))]
        assert len(near) == 2


def card() -> Page:
    page = Page(A6_PORTRAIT, theme("colour"), FONTS)
    page.text("van ons", "card-url", 26.2, 25.6, width=54)
    page.link("https://example.org/", Box(10, 20, 30, 5))
    return page


def test_everything_stays_where_it_is_on_the_card_but_what_could_be_clicked() -> None:
    page = to_crop(card())
    assert page.size == Size(125, 168.5)
    (text,) = page.texts
    assert isinstance(text, Letters)
    assert (text.x, text.y) == (36.2, 35.6)
    assert not page.links


def test_the_boxes_are_in_the_file_and_a_card_is_a6() -> None:
    page = PdfReader(io.BytesIO(pdf_bytes([to_crop(card())], FONTS, Info("", "", "", "nl-BE")))).pages[0]
    for box, wanted in (
        (page.mediabox, (0, 0, 125, 168.5)),
        (page.bleedbox, (7, 7.25, 118, 161.25)),
        (page.trimbox, (10, 10.25, 115, 158.25)),
    ):
        assert [float(value) * POINT for value in box] == pytest.approx(wanted, abs=0.01)
