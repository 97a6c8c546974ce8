import io
import re
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Circle, Size
from kit.draw.look.inks import Inks
from kit.draw.look.theme import BLACK, Font, theme
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.paths import circle, rectangle, ring
from kit.draw.records import Letters
from kit.draw.text.fonts import Fonts

FONTS = Fonts()
INFO = Info("Een titel", "Een maker", "c1", "nl-BE", ("Voorkant", ""))
DOTS = 4


def blank() -> Page:
    return Page(A4_PORTRAIT, theme("colour"), FONTS)


def pixels(page: Page) -> Image.Image:
    """The page at four dots a millimetre."""
    data = pdf_bytes([page], FONTS, INFO)
    image: Image.Image = pypdfium2.PdfDocument(data)[0].render(scale=DOTS * 25.4 / 72).to_pil()
    return image.convert("RGB")


def dot(image: Image.Image, x: float, y: float) -> object:
    return image.getpixel((round(x * DOTS), round(y * DOTS)))


def test_a_millimetre_is_a_millimetre_from_the_top_left() -> None:
    page = blank()
    page.fill(rectangle(Box(20, 30, 10, 5)), "black")
    image = pixels(page)
    assert dot(image, 20.5, 30.5) == dot(image, 29.5, 34.5) == (0, 0, 0)
    assert dot(image, 19.5, 30.5) == dot(image, 20.5, 35.5) == (255, 255, 255)


def test_a_ring_has_a_hole() -> None:
    page = blank()
    page.tint(ring(Circle(50, 50, 20), 5), "you-tint")
    image = pixels(page)
    assert dot(image, 32, 50) == (0xFC, 0xEB, 0xE7)
    assert dot(image, 50, 50) == (255, 255, 255)


def test_what_lies_outside_a_clip_is_not_seen() -> None:
    page = blank()
    with page.clipped(rectangle(Box(50, 50, 10, 10))):
        page.fill(circle(Circle(50, 50, 9)), "black")
    image = pixels(page)
    assert dot(image, 52, 52) == (0, 0, 0)
    assert dot(image, 48, 48) == (255, 255, 255)


def test_a_text_stands_on_its_baseline() -> None:
    page = blank()
    page.text("HHH", "step-digit-17", 20, 60, width=100)
    image = pixels(page).convert("L")
    left, top, right, bottom = image.point(lambda value: 255 * (value < 128)).getbbox() or (0, 0, 0, 0)
    assert bottom / DOTS == pytest.approx(60, abs=0.3)
    box = page.placed[0].box
    assert top / DOTS == pytest.approx(box.y, abs=0.3)
    assert left / DOTS == pytest.approx(box.x, abs=2)
    assert right / DOTS == pytest.approx(box.right, abs=2)


def test_the_trim_box_is_written_in_points() -> None:
    page = blank()
    page.trim = Box(3, 3, 105, 148.5)
    found = PdfReader(io.BytesIO(pdf_bytes([page], FONTS, INFO))).pages[0].trimbox
    point = 25.4 / 72
    assert [float(value) * point for value in found] == pytest.approx([3, 297 - 151.5, 108, 294], abs=0.01)


def test_each_page_has_boxes_of_its_own_whatever_came_before() -> None:
    bare, cut, large = blank(), blank(), Page(A3_LANDSCAPE, theme("colour"), FONTS)
    cut.trim, cut.bleed = Box(10, 10, 105, 148), Box(7, 7, 111, 154)
    pages = PdfReader(io.BytesIO(pdf_bytes([cut, large, bare], FONTS, INFO))).pages
    boxes = [
        [round(float(value) * 25.4 / 72, 1) for value in (*box[2:],)]
        for page in pages
        for box in (page.mediabox, page.bleedbox, page.trimbox)
    ]
    assert boxes == [[210, 297], [118, 290], [115, 287], *[[420, 297]] * 3, *[[210, 297]] * 3]


def operators(data: bytes) -> list[str]:
    """What is painted on the pages of a document and in their forms, word by word."""
    found: list[str] = []
    for page in PdfReader(io.BytesIO(data)).pages:
        assert page.get_contents() is not None
        streams = [page.get_contents(), *page["/Resources"].get("/XObject", {}).values()]  # type: ignore[attr-defined]
        found += [word for stream in streams for word in stream.get_object().get_data().decode("latin-1").split()]
    return found


def coloured(page: Page) -> Page:
    page.stroke(circle(Circle(100, 100, 20)), "you")
    page.fill(circle(Circle(100, 100, 5)), "bridge")
    page.text("NAAM", "card-label", 20, 80, width=50)
    page.qr("https://example.org/", Box(150, 20, 22, 22), smallest=0.4)
    return page


def test_a_print_shop_gets_four_inks_and_nothing_else() -> None:
    page = coloured(on_ground(coloured(blank()), "een"))
    office, shop = (operators(pdf_bytes([page], FONTS, INFO, inks=Inks(model))) for model in ("rgb", "cmyk"))
    assert {"rg", "RG"} <= set(office) and not {"k", "K"} & set(office)
    assert {"k", "K"} <= set(shop) and not {"rg", "RG", "g", "G", "cs", "CS", "sc", "scn"} & set(shop)


@pytest.mark.parametrize(("size", "by"), [(Size(420, 594), 2), (Size(500, 594), 2), (Size(420, 700), 2)])
def test_a_poster_is_the_page_made_larger_in_the_middle_of_its_paper(size: Size, by: float) -> None:
    page = blank()
    page.fill(rectangle(Box(20, 30, 10, 5)), "black")
    page.link("https://example.org/", Box(20, 30, 10, 5))
    page.trim = Box(0, 0, 210, 297)
    data = pdf_bytes([page], FONTS, INFO, paper=size)
    found = PdfReader(io.BytesIO(data)).pages[0]
    point = 25.4 / 72
    left, top = (size.width - 420) / 2, (size.height - 594) / 2
    assert [float(value) * point for value in found.mediabox] == pytest.approx([0, 0, size.width, size.height])
    assert [float(value) * point for value in found.trimbox] == pytest.approx(
        [left, top, left + 420, top + 594], abs=0.01
    )
    wanted = [left + 20 * by, size.height - top - 35 * by, left + 30 * by, size.height - top - 30 * by]
    link = found["/Annots"][0].get_object()["/Rect"]  # type: ignore[index]
    assert [float(value) * point for value in link] == pytest.approx(wanted, abs=0.01)
    image = pypdfium2.PdfDocument(data)[0].render(scale=DOTS / 72 * 25.4).to_pil().convert("RGB")
    for x, y, shade in ((20.5, 30.5, 0), (29.5, 34.5, 0), (19.5, 30.5, 255), (30.5, 30.5, 255), (25, 35.5, 255)):
        assert dot(image, left + by * x, top + by * y) == (shade,) * 3


def test_outlined_letters_are_hollow_and_those_after_them_are_not() -> None:
    page = blank()
    bar = Letters("I", Font("Poppins", 700), 200, 0, BLACK, 20, 100)
    page.texts += [replace(bar, outline=1), replace(bar, x=60)]
    image = pixels(page)
    dark = [x for x in range(360) if image.convert("L").getpixel((x, 320)) < 128]  # type: ignore[operator]
    hollow, filled = [x for x in dark if x < 240], [x for x in dark if x >= 240]
    stem = filled[-1] - filled[0]
    assert stem == len(filled) - 1 > 40
    assert hollow[-1] - hollow[0] == pytest.approx(stem + 4, abs=1)
    assert len(hollow) == pytest.approx(8, abs=2)
    assert pypdfium2.PdfDocument(pdf_bytes([page], FONTS, INFO))[0].get_textpage().get_text_range().split() == [
        "I",
        "I",
    ]


def test_a_link_is_flagged_as_printed() -> None:
    """Without the flag a program that makes PDF/A of it drops the link."""
    page = blank()
    page.link("https://example.org/", Box(10, 10, 20, 20))
    painted = PdfReader(io.BytesIO(pdf_bytes([page], FONTS, INFO))).pages[0]
    assert [note.get_object()["/F"] for note in painted["/Annots"]] == [4]  # type: ignore[attr-defined]


def test_the_document_says_what_it_is() -> None:
    found = PdfReader(io.BytesIO(pdf_bytes([blank(), blank()], FONTS, INFO)))
    assert found.metadata is not None
    assert (found.metadata.title, found.metadata.author, found.metadata.subject) == ("Een titel", "Een maker", "c1")
    assert [entry.title for entry in found.outline] == ["Voorkant"]  # type: ignore[union-attr]
    assert found.pdf_header == "%PDF-1.7"


def test_the_same_pages_give_the_same_bytes() -> None:
    page = blank()
    page.text("Sterktes", "step-head", 20, 60, width=100)
    assert pdf_bytes([page], FONTS, INFO) == pdf_bytes([page], FONTS, INFO)


def on_ground(ground: Page, text: str) -> Page:
    page = Page(A4_PORTRAIT, theme("colour"), FONTS, ground=ground)
    page.text(text, "instruction", 20, 50, width=150)
    return page


def test_a_ground_lies_under_each_of_its_pages_and_is_in_the_file_once() -> None:
    ground = blank()
    ground.fill(rectangle(Box(20, 30, 10, 5)), "black")
    ground.link("https://example.org/", Box(20, 30, 10, 5))
    pages = [on_ground(ground, "een"), on_ground(ground, "twee")]
    data = pdf_bytes(pages, FONTS, INFO)
    assert data.count(b"/Subtype /Form") == 1
    assert all(dot(pixels(page), 25, 32) == (0, 0, 0) for page in pages)
    assert all(len(page["/Annots"]) == 1 for page in PdfReader(io.BytesIO(data)).pages)  # type: ignore[arg-type]
    assert [page.extract_text().strip() for page in PdfReader(io.BytesIO(data)).pages] == ["een", "twee"]


def test_letters_keep_their_place_whatever_is_painted_first() -> None:
    letters = {Font("Fira Sans", 400): "éŞğ"}
    pages = [on_ground(blank(), "Ş"), on_ground(blank(), "ğ"), on_ground(blank(), "é")]

    def fonts(*painted: Page) -> set[bytes]:
        return set(re.findall(rb"/Length1.*?endstream", pdf_bytes(painted, FONTS, INFO, letters), re.DOTALL))

    assert fonts(*pages) == fonts(*reversed(pages)) == fonts(pages[1])
