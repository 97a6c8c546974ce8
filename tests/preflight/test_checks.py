"""The preflight sees what is wrong: a page for each fault, and one without any."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from kit.draw.geometry import A4_PORTRAIT, A6_PORTRAIT, Box, Circle, Size
from kit.draw.look.inks import Inks
from kit.draw.look.theme import BLACK, TONES, Colour, Font, StrokeStyle, black, theme
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.draw.paper.crop import to_crop
from kit.draw.paths import circle, line, rectangle
from kit.draw.records import Letters, Stroke
from kit.draw.text.fonts import Fonts
from tests.preflight import checks
from tests.preflight.checks import Check, read
from tests.preflight.marks import marks

FONTS = Fonts()
FIRA = Font("Fira Sans", 400)
RICH = Colour(0, 0, 0, (90, 80, 70, 100))


def blank(size: Size = A4_PORTRAIT) -> Page:
    page = Page(size, theme("colour"), FONTS)
    page.text("Sterktes en beperkingen", "instruction", 20, 50, width=100)
    return page


def stroke(page: Page, colour: Colour, width: float, y: float = 60) -> None:
    page.shapes.append(Stroke(line(20, y, 90, y), StrokeStyle("", width, (), True, colour), ()))


def thin(page: Page) -> None:
    stroke(page, BLACK, 0.05)


def pale(page: Page) -> None:
    stroke(page, black(35), 0.25)
    page.shapes.insert(0, page.shapes.pop())
    page.tint(rectangle(Box(20, 58, 90, 4)), "you-tint")
    page.shapes.reverse()


def small(page: Page) -> None:
    page.texts.append(Letters("klein", FIRA, 6, 0, BLACK, 20, 70))


def pale_letters(page: Page) -> None:
    page.texts.append(Letters("bleek", FIRA, 11, 0, TONES["border"], 20, 70))
    page.tint(rectangle(Box(10, 60, 90, 20)), "limit-tint")


def near(page: Page) -> None:
    page.fill(circle(Circle(5, 100, 2)), "black")


def crowded(page: Page) -> None:
    page.qr("https://example.org/", Box(100, 100, 22, 22), smallest=0.5)
    page.texts.append(Letters("dichtbij", FIRA, 9, 0, BLACK, 104, 123))


FAULTS: tuple[tuple[Check, Callable[[Page], None], str], ...] = (
    (checks.hairlines, thin, "a line of 0.050 mm"),
    (checks.contrast(), pale, "line #A6A6A6"),
    (checks.contrast(), pale_letters, "text #767676"),
    (checks.sizes, small, "letters of 6.00 pt"),
    (checks.margins(8), near, "fill 3.00 inside the trim"),
    (checks.quiet(4), crowded, "text within 4 modules"),
)


@pytest.mark.parametrize(("check", "spoil", "told"), FAULTS, ids=[told for *_, told in FAULTS])
def test_a_fault_is_told_and_only_where_it_is(check: Check, spoil: Callable[[Page], None], told: str) -> None:
    good, bad = blank(), blank()
    spoil(bad)
    first, second = read(pdf_bytes([good, bad], FONTS, UNTOLD))
    assert list(check(first)) == []
    (fault,) = check(second)
    assert fault.startswith(told)


def test_letters_on_an_area_of_their_own_colour_are_told_by_what_is_around_them() -> None:
    page = blank()
    page.fill(circle(Circle(60, 100, 20)), "you")
    page.texts.append(Letters("1", FIRA, 44, 0, TONES["white"], 57, 105))
    page.stroke(circle(Circle(60, 100, 20)), "you")
    (found,) = read(pdf_bytes([page], FONTS, UNTOLD))
    assert list(checks.contrast()(found)) == []


def test_a_page_for_a_shop_has_its_boxes_and_its_inks() -> None:
    page = blank(A6_PORTRAIT)
    page.link("https://example.org/", Box(20, 40, 10, 5))
    office, shop = (
        read(pdf_bytes([page], FONTS, UNTOLD))[0],
        read(pdf_bytes([to_crop(page)], FONTS, UNTOLD, inks=Inks("cmyk")))[0],
    )
    size = checks.trimmed_to((105, 148))
    for check in (checks.boxes, checks.links, checks.inks(4), size, checks.margins(7.75)):
        assert list(check(shop)) == []
    assert list(checks.boxes(office)) == []
    assert list(checks.links(office)) == ["links"]
    assert list(size(office)) == ["trimmed to 105.00 × 148.50"]
    assert any("3 parts of colour" in fault for fault in checks.inks(4)(office))


def test_too_much_ink_is_told() -> None:
    page = blank()
    stroke(page, RICH, 1)
    (found,) = read(pdf_bytes([page], FONTS, UNTOLD, inks=Inks("cmyk")))
    (fault,) = checks.inks(4)(found)
    assert fault.startswith("340% of ink")


def bare(letters: str = "") -> bytes:
    """A page as ReportLab makes it by itself: with a font that is in no file, and no box but the paper."""
    canvas = Canvas("")
    canvas.drawString(100, 100, letters)
    canvas.showPage()
    data: bytes = canvas.getpdfdata()
    return data


def test_boxes_and_fonts_that_are_not_there_are_told() -> None:
    found = read(bare("los"))
    assert list(checks.boxes(found[0])) == ["no BleedBox"]
    assert list(checks.fonts(found)) == ["/Helvetica is not embedded"]


def test_marks_are_where_they_were_drawn() -> None:
    page = Page(A4_PORTRAIT, theme("colour"), FONTS)
    stroke(page, BLACK, 0.5)
    page.fill(circle(Circle(100, 200, 10)), "black")
    page.texts.append(Letters("een (twee) \\", FIRA, 10, 0, BLACK, 20, 70))
    found = [
        (mark.kind, [round(value, 1) for value in mark.box])
        for mark in marks(read(pdf_bytes([page], FONTS, UNTOLD))[0].page)
    ]
    assert found[:2] == [("line", [19.8, 59.8, 90.2, 60.2]), ("fill", [90.0, 190.0, 110.0, 210.0])]
    (kind, (left, top, right, bottom)) = found[2]
    assert (kind, left, bottom) == ("text", 20.0, 70.0)
    assert right - left == pytest.approx(FONTS.width("een (twee) \\", FIRA, 10), abs=0.1)
    assert bottom - top == pytest.approx(10 * 0.7 * 25.4 / 72, abs=0.1)
