"""The finished PDF as a stranger sees it: other libraries than ours read it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.records import ArcText
from kit.model import printed as sayings
from kit.model.schema.base import Content
from kit.model.text.spans import Text
from tests.conftest import SHEETS, drawn, own_url, painted, shipped

A3 = (420.0, 297.0)
A4 = (210.0, 297.0)
SIZES = {"canvas-1": A3, "canvas-2": A3, "bollenschema": A3, "inspiratielijst": A3}
POINT = 25.4 / 72

every = pytest.mark.parametrize(("sheet", "edition"), [(sheet, edition) for sheet in SHEETS for edition in EDITIONS])


def reader(sheet: str, edition: Edition = "colour") -> PdfReader:
    return PdfReader(io.BytesIO(painted(sheet, edition)))


@cache
def extracted(sheet: str, edition: Edition = "colour") -> str:
    """The text that PDFium reads, words one space apart."""
    document = pypdfium2.PdfDocument(painted(sheet, edition))
    parts = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(parts).split())


@every
def test_the_paper_is_exact(sheet: str, edition: Edition) -> None:
    for page in reader(sheet, edition).pages:
        size = (float(page.mediabox.width) * POINT, float(page.mediabox.height) * POINT)
        assert size == pytest.approx(SIZES.get(sheet, A4), abs=0.05)


@every
def test_every_font_is_embedded_and_subset(sheet: str, edition: Edition) -> None:
    fonts: dict[str, DictionaryObject] = {}
    for page in reader(sheet, edition).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            fonts[font["/BaseFont"]] = font.get_object()["/FontDescriptor"].get_object()
    assert fonts
    for name, descriptor in fonts.items():
        assert re.match(r"/[A-Z]{6}\+(Poppins|FiraSans)", name)
        assert "/FontFile2" in descriptor
    assert b"Helvetica" not in painted(sheet, edition)


def leaves(item: object) -> Iterator[Text]:
    """Every text in a model."""
    if isinstance(item, Text):
        yield item
    elif isinstance(item, Content):
        for name, value in item:
            # What is said on A4 only, such as the paper of a row, is not on this form.
            if name != "a4":
                yield from leaves(value)
    elif isinstance(item, tuple):
        for part in item:
            yield from leaves(part)


NOT_ON_PAPER = {"bookmark", "blank_bookmark"}
NOT_ON_A_BLANK_SHEET = {"named", "two_sheets", "actor_list", "owner", "a4", "workshop"}


def printed(sheet: str) -> list[Text]:
    """The texts of a sheet's own file that must be on paper."""
    model = shipped().sheets[sheet]
    left_out = NOT_ON_PAPER | NOT_ON_A_BLANK_SHEET
    return [text for name, value in model if name not in left_out for text in leaves(value)]


def words(text: str) -> str:
    """Letters alone: a line end may stand anywhere, and a no-break space is painted as a space.

    PDFium tells a hyphen at the end of a line by a sign of its own.
    """
    text = (
        re.sub(r"\{\w+\}", "", text)
        .replace("\ufffe", "-")
        .replace("\u00ad", "")
        .replace("\u2011", "-")
        .replace("|", " ")
    )
    return "".join(text.split())


@every
def test_every_word_of_the_content_can_be_read_back(sheet: str, edition: Edition) -> None:
    found = words(extracted(sheet, edition))
    for text in printed(sheet):
        # Who will call is asked on the back, or on the front of a card without one; how many on A4, where all is on A4.
        elsewhere = "back." if edition == "low-ink" else "contact."
        if text.mark is not None and (text.mark.path.startswith(elsewhere) or text.mark.path.endswith(".count_a4")):
            continue
        # Lines may have their number before them.
        for part in re.split(r"\{\w+\}|\n", text.plain):
            assert words(part) in found, text


def test_every_sector_and_every_example_can_be_read_back() -> None:
    found = words(extracted("inspiratielijst"))
    for cluster in shipped().sectors.clusters:
        assert words(cluster.name.plain) in found
        for sector in cluster.sectors:
            assert words(sector.name.plain.upper()) in found
            assert words(sector.printed_examples.plain) in found


@every
def test_texts_are_read_in_the_order_in_which_they_were_set(sheet: str, edition: Edition) -> None:
    pages = drawn(sheet, edition)
    set_in_order = "".join(text.text for page in pages for text in page.texts)
    assert words(extracted(sheet, edition)) == words(set_in_order)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_title_comes_first_and_the_footer_last(sheet: str) -> None:
    model, kit = shipped().sheets[sheet], shipped().kit
    version = kit.version_line.fill(versie=kit.version, code=sayings.printed(shipped(), model).code)
    title, brand = words(model.title.plain), words(kit.title.plain)
    found = words(extracted(sheet))
    assert found.startswith(title) or found.upper().startswith(brand.upper() + title.upper())
    footer = getattr(model, "footer", None)
    if footer is not None:
        assert found.endswith(brand + words(footer.plain) + words(version.plain))


STEPS = {"canvas-1": (1, 2), "canvas-2": (), "werkwijze": (1, 2, 3)}
FIELDS = {
    "canvas-1": ("filled_in_by", "date"),
    "canvas-2": ("organisation", "date"),
    "bollenschema": ("organisation", "date"),
}
PARTNER = {"partnerkaart": 5, "canvas-2": 3}


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_words_that_sheets_share_can_be_read_back(sheet: str) -> None:
    steps, found = shipped().steps, words(extracted(sheet))
    shared = [steps.step(number).label for number in STEPS.get(sheet, ())]
    shared += [getattr(steps.name_fields, name) for name in FIELDS.get(sheet, ())]
    shared += list(leaves(steps.partner_fields))[: PARTNER.get(sheet, 0)]
    for text in shared:
        assert words(text.plain) in found


@pytest.mark.parametrize("sheet", SHEETS)
def test_arc_text_is_read_as_one_text(sheet: str) -> None:
    arcs = {text.text for page in drawn(sheet) for text in page.texts if isinstance(text, ArcText)}
    assert bool(arcs) is (sheet == "bollenschema")
    for arc in arcs:
        assert arc in extracted(sheet)


def rendered(sheet: str, edition: Edition, page: int = 0) -> Image.Image:
    """A page as an office scanner at 200 dpi sees it, in grey."""
    document = pypdfium2.PdfDocument(painted(sheet, edition))
    image: Image.Image = document[page].render(scale=200 / 72).to_pil()
    return image.convert("L")


def codes(image: Image.Image) -> list[str]:
    return sorted(found.text for found in zxingcpp.read_barcodes(image))


def expected(sheet: str) -> list[str]:
    return sorted(placed.text for placed in drawn(sheet)[0].placed if placed.role == "qr")


@every
def test_every_code_decodes_at_200_dpi_in_grey(sheet: str, edition: Edition) -> None:
    own = own_url(sheet)
    found = codes(rendered(sheet, edition))
    assert found == expected(sheet)
    assert own in found


@every
def test_every_code_decodes_blurred_turned_and_in_grey_ink(sheet: str, edition: Edition) -> None:
    """A photo of a copy: half a module of blur, a turn of 7 degrees, ink of 60 % on grey paper."""
    image = rendered(sheet, edition).point(lambda value: 100 + value * 130 // 255)
    image = image.filter(ImageFilter.GaussianBlur(1.4)).rotate(7, Image.Resampling.BICUBIC, expand=True, fillcolor=230)
    assert codes(image) == expected(sheet)


@every
def test_every_code_and_address_can_be_clicked(sheet: str, edition: Edition) -> None:
    own = own_url(sheet)
    page = reader(sheet, edition).pages[0]
    links = [note.get_object()["/A"]["/URI"] for note in page["/Annots"]]  # type: ignore[attr-defined]
    assert links.count(own) >= 2
    assert {note.get_object()["/F"] for note in page["/Annots"]} == {4}  # type: ignore[attr-defined]


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_file_says_what_it_is_and_prints_at_its_own_size(sheet: str) -> None:
    found = reader(sheet)
    root = found.trailer["/Root"]
    assert root["/Lang"] == "nl-BE"  # type: ignore[index]
    assert root["/ViewerPreferences"]["/PrintScaling"] == "/None"  # type: ignore[index]
    assert found.metadata is not None
    assert found.metadata.title == sheet
