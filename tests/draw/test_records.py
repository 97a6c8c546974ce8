from dataclasses import astuple

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageStat

from kit.draw.geometry import A4_PORTRAIT, A6_PORTRAIT, Box, Circle
from kit.draw.look.theme import theme
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.paths import circle, line, placed
from kit.draw.records import ArcText, Clipped, Fill, Letters, Stroke
from kit.draw.text.fonts import Fonts
from kit.model.text.spans import Text


@pytest.fixture
def card() -> Page:
    """A card with one of everything."""
    card = Page(A6_PORTRAIT, theme("colour"), Fonts())
    card.fill(circle(Circle(20, 30, 5)), "you")
    card.line(10, 40, 30, 40)
    with card.clipped(circle(Circle(20, 30, 5))):
        card.line(15, 30, 25, 30)
    card.text("Partnerkaart", "card-title", 26, 16, width=54)
    card.arc_text(Text.of("BOVEN"), "arc", Circle(50, 70, 20), upper=True)
    card.qr("https://voorbeeld.be/", Box(80, 6, 17, 17), smallest=0.4)
    return card


@pytest.fixture
def sheet(card: Page) -> Page:
    sheet = Page(A4_PORTRAIT, card.theme, card.fonts)
    sheet.place(card, 105, 148.5)
    return sheet


def test_a_card_is_placed_whole(card: Page, sheet: Page) -> None:
    assert len(sheet.placed) == len(card.placed) == 6
    for on_card, on_sheet in zip(card.placed, sheet.placed, strict=True):
        assert (on_sheet.role, on_sheet.text) == (on_card.role, on_card.text)
        assert on_sheet.box == on_card.box.moved(105, 148.5)


def test_every_kind_of_shape_moves(sheet: Page) -> None:
    fill, stroke, clipped = sheet.shapes
    assert isinstance(fill, Fill) and fill.path == placed(circle(Circle(20, 30, 5)), 1, 105, 148.5)
    assert isinstance(stroke, Stroke) and stroke.path == line(115, 188.5, 135, 188.5)
    assert isinstance(clipped, Clipped) and clipped.path == fill.path
    assert isinstance(clipped.shapes[0], Stroke) and clipped.shapes[0].path == line(120, 178.5, 130, 178.5)


def test_letters_codes_and_links_move(card: Page, sheet: Page) -> None:
    title, arc = sheet.texts
    assert isinstance(title, Letters) and (title.x, title.y) == (131, 164.5)
    before = card.texts[1]
    assert isinstance(arc, ArcText) and isinstance(before, ArcText)
    assert [(b.x - a.x, b.y - a.y) for a, b in zip(before.letters, arc.letters, strict=True)] == [
        pytest.approx((105, 148.5))
    ] * 5
    assert sheet.codes[0].box == sheet.links[0].box == Box(185, 154.5, 17, 17)


def test_a_problem_of_a_card_is_told_once(card: Page) -> None:
    card.text("een titel die nooit op een kaart past", "card-title", 26, 16, width=20)
    card.text("een titel die nooit op een kaart past", "card-title", 26, 16, width=30)
    sheet = Page(A4_PORTRAIT, card.theme, card.fonts)
    for x in (0, 105):
        sheet.place(card, x, 0)
    assert sheet.problems == card.problems
    assert len(sheet.problems) == 2


def turned(page: Page) -> Page:
    found = Page(page.size, page.theme, page.fonts)
    found.place(page, 0, 0, turned=True)
    return found


def picture(page: Page) -> Image.Image:
    """The page at 8 dots a mm: a whole number of dots wide and high."""
    pdf = pdf_bytes([page], page.fonts, Info("", "", "", "nl-BE"))
    shown: Image.Image = pypdfium2.PdfDocument(pdf)[0].render(scale=7.9999 * 25.4 / 72).to_pil()
    return shown.convert("L")


def test_a_page_turned_twice_is_what_it_was(card: Page) -> None:
    again = turned(turned(card))
    assert again.codes == card.codes
    for ours, theirs in zip(again.placed, card.placed, strict=True):
        assert (ours.role, ours.text) == (theirs.role, theirs.text)
        assert astuple(ours.box) == pytest.approx(astuple(theirs.box))
    assert [text.each[0].angle % 360 for text in again.texts] == pytest.approx(
        [text.each[0].angle % 360 for text in card.texts]
    )


def test_what_stands_top_left_stands_bottom_right_when_turned() -> None:
    assert Box(10, 20, 30, 40).turned(A6_PORTRAIT) == Box(65, 88.5, 30, 40)


def test_a_turned_page_is_the_picture_upside_down_and_its_code_is_read(card: Page) -> None:
    shown = picture(turned(card))
    assert [code.text for code in zxingcpp.read_barcodes(shown)] == ["https://voorbeeld.be/"]
    difference = ImageChops.difference(shown.rotate(180), picture(card))
    # Edges may be smoothed otherwise; nothing is elsewhere.
    assert ImageStat.Stat(difference).mean[0] < 0.5
