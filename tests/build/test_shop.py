"""What a print shop gets, as its software reads it: boxes, inks, letters in black alone, marks outside the bleed."""

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageStat
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from kit.build.print_targets import PrintShop
from kit.build.shop import Order, make
from kit.diagnostics import KitError
from kit.draw.look.theme import EDITIONS, Edition
from kit.model.printing import CardPrint
from tests.conftest import SHEETS, shipped
from tests.named import context
from tests.small import small_kit

POINT = 25.4 / 72
NEVER = {b"rg", b"RG", b"g", b"G", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN", b"sh", b"BI"}
"""Operators that choose a colour in another way than by four inks (ISO 32000-1, section 8.6)."""

SIZES = {"partnerkaart": (105, 148, 0.25), "werkwijze": (210, 297, 0), "draaiboek": (210, 297, 0)}
"""Width and height after cutting, in mm, and how much higher what is drawn begins; of all others those of A3."""

every = pytest.mark.parametrize(("sheet", "edition"), [(sheet, edition) for sheet in SHEETS for edition in EDITIONS])


@cache
def made(edition: Edition = "colour") -> dict[str, bytes]:
    from kit.build.build import paint

    return dict(paint(Order(edition=edition), None, lambda _: 0).pdfs)


def pages(sheet: str, edition: Edition = "colour") -> list[PageObject]:
    return list(PdfReader(io.BytesIO(made(edition)[sheet])).pages)


def operations(page: PageObject) -> Iterator[tuple[list[object], bytes]]:
    """What a page paints, in order, with what is in its forms."""
    streams = [page.get_contents(), *page["/Resources"].get("/XObject", {}).values()]  # type: ignore[attr-defined]
    for stream in streams:
        yield from ContentStream(stream.get_object(), page.pdf).operations


def test_every_sheet_can_go_to_a_shop() -> None:
    assert tuple(made()) == SHEETS


@every
def test_the_boxes_lie_around_each_other(sheet: str, edition: Edition) -> None:
    # A card is A6 there, 105 × 148 (ISO 216): 0.25 less at its top and at its foot than a quarter of A4.
    width, height, off = SIZES.get(sheet, (420, 297, 0))
    for page in pages(sheet, edition):
        assert [float(value) * POINT for value in page.mediabox] == pytest.approx(
            [0, 0, 20 + width, 20 + height + 2 * off], abs=0.01
        )
        for box, margin in ((page.bleedbox, 3), (page.trimbox, 0)):
            found = [float(value) * POINT for value in box]
            wanted = [10 - margin, 10 + off - margin, 10 + width + margin, 10 + off + height + margin]
            assert found == pytest.approx(wanted, abs=0.01)


@every
def test_a_line_in_black_alone_is_full_black_and_no_hairline(sheet: str, edition: Edition) -> None:
    for page in pages(sheet, edition):
        inks, width, scale = [0.0] * 4, 0.0, 25.4 / 72
        for operands, operator in operations(page):
            if operator == b"K":
                inks = [float(part) for part in operands]  # type: ignore[arg-type]
            elif operator == b"w":
                width = float(operands[0]) * scale  # type: ignore[arg-type]
            elif operator == b"S":
                assert any(inks[:3]) or inks[3] in (0, 1)
                assert width > 0.095


def test_cards_lie_one_by_one_with_their_backs() -> None:
    assert [len(pages("partnerkaart", edition)) for edition in EDITIONS] == [2, 2, 1]
    assert len(PrintShop(backs=False).draw(context(), shipped().sheets["partnerkaart"])) == 1


@every
def test_every_colour_is_four_inks(sheet: str, edition: Edition) -> None:
    for page in pages(sheet, edition):
        used = {operator for _, operator in operations(page)}
        assert {b"k", b"K"} <= used
        assert not used & NEVER
    assert b"DeviceRGB" not in made(edition)[sheet]
    assert b"DeviceGray" not in made(edition)[sheet]


@every
def test_letters_and_codes_are_black_alone_grey_or_white(sheet: str, edition: Edition) -> None:
    found = set()
    for page in pages(sheet, edition):
        within, ink = False, None
        for operands, operator in operations(page):
            if operator in (b"BT", b"ET"):
                within = operator == b"BT"
            elif operator == b"k":
                ink = tuple(float(part) for part in operands)  # type: ignore[arg-type]
            elif operator == b"Tj" and within and any(bytes(str(part), "utf-8") for part in operands):
                found.add(ink)
    assert {ink[:3] for ink in found if ink is not None} == {(0, 0, 0)}
    assert {ink[3] for ink in found if ink is not None} <= {0, 0.85 if edition == "grey" else 0.79, 1}
    assert None not in found
    codes = [page for page in pages(sheet, edition) if re.search(rb" cm 0 0 0 1 k\s+[\d -]+ re", data(page))]
    assert codes


def data(page: PageObject) -> bytes:
    contents = page.get_contents()
    assert contents is not None
    return contents.get_data()


@every
def test_all_ink_is_on_the_sheet_but_that_of_the_marks(sheet: str, edition: Edition) -> None:
    """Rendered: the strip of the bleed and what is between it and the marks is white, and there are marks beyond."""
    dots = 6
    for page in pypdfium2.PdfDocument(made(edition)[sheet]):
        picture: Image.Image = page.render(scale=dots / POINT / 72 * 25.4 * POINT).to_pil().convert("L")
        size = (page.get_width() * POINT, page.get_height() * POINT)

        def strip(at: float, size: tuple[float, float], picture: Image.Image = picture) -> list[Image.Image]:
            """A frame of half a millimetre, so far inside the edge of the paper: top, bottom, left and right."""
            left, top, right, bottom = at, at, size[0] - at, size[1] - at
            boxes = [(left, top, right, top + 0.5), (left, bottom - 0.5, right, bottom)]
            boxes += [(left, top, left + 0.5, bottom), (right - 0.5, top, right, bottom)]
            return [picture.crop(tuple(round(value * dots) for value in box)) for box in boxes]  # type: ignore[arg-type]

        for at in (0.2, 6.4, 7.5, 9, 10.5):
            assert all(ImageStat.Stat(side).extrema[0][0] == 255 for side in strip(at, size)), at
        assert all(ImageStat.Stat(side).extrema[0][0] < 200 for side in strip(3, size))


def test_it_can_be_read_and_has_nothing_to_click(tmp_path: Path) -> None:
    (file,) = make(Order(("canvas-1",), None, tmp_path)).files
    assert file == tmp_path / "nl" / "shop" / "canvas-1.pdf"
    found = PdfReader(file)
    assert found.trailer["/Root"]["/Lang"] == "nl-BE"  # type: ignore[index]
    assert "/Annots" not in found.pages[0]
    assert "Wie ben je?" in found.pages[0].extract_text()


def test_a_pack_is_its_sheets(tmp_path: Path) -> None:
    assert [file.stem for file in make(Order(("volledig",), None, tmp_path)).files] == list(SHEETS)


def test_wrong_content_makes_nothing(tmp_path: Path) -> None:
    content = small_kit(tmp_path / "content")
    (content / "nl" / "kit.yaml").write_text("title: [", encoding="utf-8")
    with pytest.raises(KitError):
        make(Order((), content, tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    first, second = (make(Order(("partnerkaart",), None, tmp_path / name)).files[0] for name in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_fronts_alone_where_no_backs_are_wanted(tmp_path: Path) -> None:
    (file,) = make(Order(("partnerkaart",), None, tmp_path, cards=CardPrint(backs=False))).files
    assert len(PdfReader(file).pages) == 1
