"""A3 sheets on two sheets of A4: at full size, every text whole on one of them (design, section 16)."""

import importlib
from collections import Counter
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Box
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.records import Placed
from kit.model.text.spans import Text
from tests.conftest import draw, drawn, own_url, painted, replaced, shipped
from tests.named import context

HALVED = ("canvas-2", "inspiratielijst")
WHOLE = ("canvas-1", *HALVED)
PAPER = Box(0, 0, A4_PORTRAIT.width, A4_PORTRAIT.height)
FOLD = 210
HEADER = 38
"""Above it each half has a header of its own."""

FURNITURE = ("footer", "version")
PER_MM = 300 / 25.4

every = pytest.mark.parametrize(("sheet", "edition"), [(sheet, edition) for sheet in WHOLE for edition in EDITIONS])
halved = pytest.mark.parametrize(("sheet", "edition"), [(sheet, edition) for sheet in HALVED for edition in EDITIONS])


def on_a4(sheet: str, edition: Edition = "colour") -> tuple[Page, ...]:
    return drawn(f"{sheet}-a4", edition)


def texts(page: Page) -> list[Placed]:
    return [placed for placed in page.all_placed if placed.text and placed.role not in ("icon", "qr")]


def lines(page: Page, role: str = "writing") -> list[Box]:
    return [placed.box for placed in page.all_placed if placed.role == role and placed.box.y > HEADER]


@every
def test_two_pages_of_exactly_a4(sheet: str, edition: Edition) -> None:
    pages = [page.mediabox for page in PdfReader(BytesIO(painted(f"{sheet}-a4", edition))).pages]
    sizes = [(float(page.width) * 25.4 / 72, float(page.height) * 25.4 / 72) for page in pages]
    assert sizes == [pytest.approx((210, 297), abs=0.01)] * 2


@halved
def test_no_text_crosses_the_cut_and_none_is_lost(sheet: str, edition: Edition) -> None:
    (whole,) = drawn(sheet, edition)
    left, right = on_a4(sheet, edition)
    for page in (left, right):
        assert all(PAPER.inset(8).contains(text.box, 0.01) for text in texts(page))
    content = [text for text in texts(whole) if text.box.y > HEADER]
    expected = [Counter(_said(text) for text in content if (text.box.x < FOLD) is first) for first in (True, False)]
    found = [Counter(_said(text) for text in texts(page) if text.box.y > HEADER) for page in (left, right)]
    for here, original in zip(found, expected, strict=True):
        assert _without_furniture(here) == _without_furniture(original)


def _without_furniture(said: Counter[tuple[str, str]]) -> dict[tuple[str, str], int]:
    return {key: count for key, count in said.items() if key[0] not in FURNITURE}


def _said(text: Placed) -> tuple[str, str]:
    """What stands there, wherever its lines break."""
    return text.role, text.text.replace("\n", " ")


def versions(page: Page) -> list[str]:
    """The version with the code: the same on A4 as on A3."""
    return [text.text for text in texts(page) if text.role == "version"]


@halved
def test_both_pages_tell_which_they_are(sheet: str, edition: Edition) -> None:
    for number, page in enumerate(on_a4(sheet, edition), 1):
        (footer,) = (text.text for text in texts(page) if text.role == "footer")
        assert f"blad {number} van 2" in footer.replace("\u00a0", " ")
        assert footer.replace("\u00a0", " ").endswith("A4 staand")
        assert versions(page) == versions(drawn(sheet)[0]) != []
        above = " ".join(text.text for text in texts(page) if text.role in ("sheet-title", "subtitle"))
        assert f"{shipped().sheets[sheet].bookmark}, deel {number}" in above.replace("\u00a0", " ")


@every
def test_each_page_stands_alone(sheet: str, edition: Edition) -> None:
    mark = {"canvas-1": "name-field", "canvas-2": "name-field", "inspiratielijst": "list-legend"}[sheet]
    for page in on_a4(sheet, edition):
        roles = Counter(text.role for text in texts(page))
        assert roles["sheet-title"] == 1
        assert roles["subtitle"] == 1
        assert roles["url"] == 2
        assert roles[mark] >= 1
        assert not any("helft" in text.text for text in texts(page))


@halved
def test_lines_to_write_on_stand_as_high_as_on_a3(sheet: str, edition: Edition) -> None:
    (whole,) = drawn(sheet, edition)
    for number, page in enumerate(on_a4(sheet, edition)):
        here = [line for line in lines(whole) if (line.x > FOLD) == bool(number)]
        assert [line.y for line in lines(page)] == pytest.approx([line.y for line in here])
        shifts = [line.x + FOLD * number - original.x for line, original in zip(lines(page), here, strict=True)]
        assert all(abs(shift) <= 2 + 1e-9 for shift in shifts)


@halved
def test_nothing_stands_nearer_to_an_edge_than_the_margin_of_a3(sheet: str, edition: Edition) -> None:
    inside = PAPER.inset(9.5)
    for page in on_a4(sheet, edition):
        for placed in page.all_placed:
            if placed.role not in ("footer", "version", "qr"):
                across = Box(placed.box.x, 20, placed.box.width, 1)
                assert inside.contains(across), placed


def _rows(sheet: str, page: int, x: float, top: float, bottom: float) -> list[float]:
    """The heights of the lines that cross x, measured on a page rendered at 300 dpi."""
    document = pypdfium2.PdfDocument(painted(sheet, "grey"))
    image: Image.Image = document[page].render(scale=300 / 72).to_pil().convert("L")
    column = [image.getpixel((round(x * PER_MM), y)) for y in range(round(top * PER_MM), round(bottom * PER_MM))]
    dark = [y for y, value in enumerate(column) if isinstance(value, int) and value < 200]
    starts = [y for y in dark if y - 1 not in dark]
    return [top + y / PER_MM for y in starts]


@pytest.mark.parametrize(
    ("sheet", "page", "x", "top", "bottom"),
    [
        ("canvas-2", 0, 80, 195, 228),
        ("canvas-2", 1, 80, 195, 228),
        ("canvas-2", 0, 20, 252, 284.5),
        ("canvas-1", 0, 105, 168, 226),
    ],
)
def test_measured_on_the_paper_lines_are_as_far_apart_as_on_a3(
    sheet: str, page: int, x: float, top: float, bottom: float
) -> None:
    found = [b - a for a, b in pairwise(_rows(f"{sheet}-a4", page, x, top, bottom))]
    if sheet == "canvas-1":
        whole = [b - a for a, b in pairwise(_rows(sheet, 0, 210, top + 13.5, bottom + 3.5))]
        assert len(found) == len(whole) + 1
    else:
        whole = [b - a for a, b in pairwise(_rows(sheet, 0, x + 208 * page, top, bottom))]
        assert len(found) == len(whole)
    assert found
    assert found == pytest.approx([whole[0]] * len(found), abs=0.1)


@halved
def test_texts_are_as_large_as_on_a3(sheet: str, edition: Edition) -> None:
    def sizes(pages: tuple[Page, ...]) -> set[float]:
        return {letters.size for page in pages for text in page.all_texts for letters in text.each}

    subtitle = on_a4(sheet, edition)[0].style("subtitle")
    others = sizes(on_a4(sheet, edition)) - sizes(drawn(sheet, edition))
    assert all(subtitle.minimum <= size <= subtitle.size for size in others)


@every
def test_the_code_is_read_on_each_page_that_has_one(sheet: str, edition: Edition) -> None:
    document = pypdfium2.PdfDocument(painted(f"{sheet}-a4", edition))
    url = own_url(sheet)
    found = []
    for page in document:
        image: Image.Image = page.render(scale=200 / 72).to_pil().convert("L")
        found.append([code.text for code in zxingcpp.read_barcodes(image)])
    assert found == [[url], [url]]


def test_the_tile_of_the_report_moves_with_its_half() -> None:
    catalogue = shipped()
    report = replaced(catalogue.kit.digital.report, url=Text.of("https://toolkitoptil.be/rapport"))
    digital = replaced(catalogue.kit.digital, report=report)
    changed = replace(catalogue, kit=replaced(catalogue.kit, digital=digital))
    sheet = changed.sheets["inspiratielijst"]
    (whole,) = draw(changed, "inspiratielijst")
    layout = importlib.import_module("kit.layouts.inspiration_list")
    _, right = layout.draw_a4(DrawingContext(changed, context().theme, context().fonts), sheet)
    for role in ("note-box", "tile-title", "tile-line", "question-disc", "border", "section-head"):
        here = [placed.box for placed in whole.placed if placed.role == role and placed.box.x > FOLD + 5]
        found = [placed.box for placed in right.placed if placed.role == role]
        assert here
        assert [(box.x + FOLD, box.y, box.width, box.height) for box in found] == [
            pytest.approx((box.x, box.y, box.width, box.height)) for box in here
        ]
    assert len(right.codes) == 2


def test_canvas_1_is_not_cut_but_drawn_anew() -> None:
    first, second = on_a4("canvas-1")
    (bubble,) = (placed.box for placed in first.all_placed if placed.role == "you")
    assert (*bubble.centre, bubble.width / 2) == pytest.approx((105, 154, 87))
    assert len([line for line in lines(first) if line.y > 170]) == 7
    for kind, left in (("strength", 12), ("limit", 108)):
        boxes = lines(second, f"{kind}-box")
        assert [(box.x, box.y, box.width, box.height) for box in boxes] == [
            pytest.approx((left, 85.5 + 33.4 * i, 90, 30)) for i in range(6)
        ]
    questions = [placed.text for placed in second.all_placed if placed.role == "step-question"]
    assert [text.count("\n") for text in questions] == [1, 1]


def test_on_a3_the_questions_of_canvas_1_stand_on_one_line() -> None:
    (page,) = drawn("canvas-1")
    questions = [placed.text for placed in page.all_placed if placed.role == "step-question"]
    assert questions == ["Wat kan je goed? Waar blink je in uit?", "Waar bots je op? Wat mis of zoek je?"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_word_that_is_only_on_a4_is_on_paper(edition: Edition) -> None:
    found = {text.text for page in on_a4("canvas-1", edition) for text in texts(page)}
    assert {"Verder op blad 1b", "sterktes en beperkingen", "sterktes", "beperkingen"} <= {
        text.replace("\u00a0", " ") for text in found
    }
    assert len({text for text in found if "Canvas 1a" in text or "Canvas 1b" in text}) == 4
