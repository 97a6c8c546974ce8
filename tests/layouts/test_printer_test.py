"""The printer test: what is measured on it is exact, what is counted is there, and the back lies behind the front."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from itertools import pairwise

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from kit.draw.geometry import Box
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.paths import Line, Move, bounds
from kit.draw.records import Fill, Stroke
from kit.model.catalogue import Catalogue
from kit.model.schema.base import Content
from kit.model.text.spans import Text
from tests.conftest import drawn, painted, replaced, shipped
from tests.stacks import tried, tried_on_a3, words

marks = import_module("kit.layouts.shared.printer_marks")
DOTS = 600 / 25.4
"""Dots in a millimetre of an office printer."""

every = pytest.mark.parametrize("edition", EDITIONS)


@cache
def sides(edition: Edition = "colour") -> tuple[Image.Image, ...]:
    """Front and back as a printer sees them."""
    pdf = pypdfium2.PdfDocument(painted("printertest", edition))
    return tuple(page.render(scale=600 / 72).to_pil().convert("L") for page in pdf)


@pytest.fixture(scope="module", autouse=True)
def _large_pictures_go_after_these_tests() -> Iterator[None]:
    yield
    sides.cache_clear()


def dark(picture: Image.Image, box: Box) -> list[tuple[float, float]]:
    """The middle and the width in mm of each dark run along the longer middle line of a box."""
    (x, y), across = box.centre, box.width > box.height
    size = round((box.width if across else box.height) * DOTS)
    start = box.x if across else box.y
    at = [round(start * DOTS) + i for i in range(size)]
    pixels = [picture.getpixel((i, round(y * DOTS)) if across else (round(x * DOTS), i)) for i in at]
    runs: list[tuple[float, float]] = []
    first = None
    for i, pixel in zip([*at, at[-1] + 1], [*pixels, 255], strict=True):
        black = isinstance(pixel, int | float) and pixel < 128
        if black and first is None:
            first = i
        elif not black and first is not None:
            runs.append(((first + i) / 2 / DOTS, (i - first) / DOTS))
            first = None
    return runs


def lines(page: Page, role: str) -> list[tuple[float, float, float, float]]:
    """The straight lines of a role."""
    return [
        (*shape.path[0], *shape.path[1])
        for shape in page.all_shapes
        if isinstance(shape, Stroke) and shape.style.role == role and len(shape.path) == 2
        if isinstance(shape.path[0], Move) and isinstance(shape.path[1], Line)
    ]


def changed(**fields: object) -> Catalogue:
    """The shipped content with another printer test."""
    sheets = words(shipped())
    return replace(shipped(), workshop=replace(sheets, printer_test=replaced(sheets.printer_test, **fields)))


def leaves(part: object) -> Iterator[Text]:
    if isinstance(part, Text):
        yield part
    elif isinstance(part, Content):
        for name, value in part:
            if name not in ("bookmark", "decimal"):
                yield from leaves(value)


# What is measured


@every
def test_both_rulers_are_100_mm_on_paper(edition: Edition) -> None:
    front, _ = sides(edition)
    for box in (Box(20, 54, 106, 0.01), Box(26, 60, 0.01, 104)):
        ticks = [middle for middle, _ in dark(front, box)]
        assert len(ticks) == 11
        assert ticks[-1] - ticks[0] == pytest.approx(100, abs=0.05)
        assert [b - a for a, b in pairwise(ticks)] == [pytest.approx(10, abs=0.05)] * 10


def test_both_rulers_are_100_mm_on_a3_too() -> None:
    (page,) = pypdfium2.PdfDocument(painted("printertest-a3"))
    picture = page.render(scale=600 / 72).to_pil().convert("L")
    for box in (Box(20, 54, 106, 0.01), Box(26, 60, 0.01, 104)):
        ticks = [middle for middle, _ in dark(picture, box)]
        assert len(ticks) == 11
        assert ticks[-1] - ticks[0] == pytest.approx(100, abs=0.05)


def test_the_edge_meter_of_a3_goes_round_a3() -> None:
    (page,) = drawn("printertest-a3")
    strokes = lines(page, "test-edge")
    assert sorted(297 - y for _, y, _, bottom in strokes if y == bottom > 200) == list(range(1, 13))
    assert sorted(420 - x for x, _, right, _ in strokes if x == right > 200) == list(range(1, 13))


@every
def test_no_line_ends_in_the_first_word_of_a_sentence(edition: Edition) -> None:
    pages = (*tried(edition=edition), *tried_on_a3(edition))
    lines = [line for page in pages for placed in page.placed for line in placed.text.split("\n")[:-1]]
    assert lines
    assert [line for line in lines if re.search(r"[.?!] [A-Z]\w*$", line)] == []


def test_content_without_words_for_a3_has_no_sheet_on_a3() -> None:
    assert tried_on_a3(catalogue=changed(a3=None)) == []


def test_a_ruler_has_a_tick_at_every_mm() -> None:
    ticks = lines(drawn("printertest")[0], "test-ruler")
    across = sorted({x - marks.ACROSS.x for x, y, right, _ in ticks if x == right and y == marks.ACROSS.y})
    down = sorted({y - marks.DOWN.y for x, y, _, bottom in ticks if y == bottom > marks.ACROSS.y and x == marks.DOWN.x})
    assert across == down == list(range(101))


@every
def test_the_middle_of_a_grid_lies_behind_the_middle_of_a_cross(edition: Edition) -> None:
    """Seen through the paper: what is so far from the left on the front is as far from the right on the back."""
    front, back = sides(edition)
    for cross in marks.CROSSES:
        x, y = cross
        ((across, _),) = dark(front, Box(x - 4, y - 5, 8, 0.01))
        ((down, _),) = dark(front, Box(x - 5, y - 4, 0.01, 8))
        behind = max(dark(back, Box(210 - x - 5.4, y - 4.5, 10.8, 0.01)), key=lambda run: run[1])[0]
        beside = max(dark(back, Box(210 - x - 4.5, y - 5.4, 0.01, 10.8)), key=lambda run: run[1])[0]
        assert 210 - behind == pytest.approx(across, abs=0.05)
        assert beside == pytest.approx(down, abs=0.05)


def test_a_square_of_a_grid_is_1_mm_and_the_limit_2() -> None:
    _, back = drawn("printertest")
    for x, y in marks.GRIDS:
        squares = [(left, right) for left, top, right, _ in lines(back, "test-grid") if top == y - 6]
        across = sorted(left - x for left, right in squares if left == right)
        assert across == [*range(-6, 0), *range(1, 7)]
    limits = [placed.box for placed in back.all_placed if placed.role == "test-limit"]
    assert [(box.width, box.height, box.centre) for box in limits] == [(4, 4, grid) for grid in marks.GRIDS]


def test_every_number_of_the_edge_meter_is_as_many_mm_from_the_edge() -> None:
    front, _ = drawn("printertest")
    strokes = lines(front, "test-edge")
    assert sorted(y for _, y, _, bottom in strokes if y == bottom < 100) == list(range(1, 13))
    assert sorted(297 - y for _, y, _, bottom in strokes if y == bottom > 100) == list(range(1, 13))
    assert sorted(x for x, _, right, _ in strokes if x == right < 100) == list(range(1, 13))
    assert sorted(210 - x for x, _, right, _ in strokes if x == right > 100) == list(range(1, 13))
    digits = [placed for placed in front.all_placed if placed.role == "test-edge-digit"]
    for digit in digits:
        box, mm = digit.box, int(digit.text)
        near = [
            (x, y, right, bottom)
            for x, y, right, bottom in strokes
            if mm in (x, y, 210 - x, 297 - y) and Box.between(x, y, right, bottom).inset(-3).overlaps(box)
        ]
        assert len(near) == 1, digit
    assert len(digits) == 40


# What is counted and read


@every
def test_as_many_fields_and_bubbles_as_the_text_says(edition: Edition) -> None:
    front, _ = drawn("printertest", edition)
    fields = [placed for placed in front.all_placed if placed.role == "test-shade"]
    bubbles = [placed for placed in front.all_placed if placed.role == "test-bubble"]
    discs = [placed for placed in front.all_placed if placed.role == "disc" and placed.box.y > 60]
    (text,) = (placed.text for placed in front.all_placed if "vakken" in placed.text)
    assert "Juist: 9." in text and "Juist: 8." in text.replace("\n", " ")
    assert (len(fields), len(bubbles) + len(discs)) == (9, 8)


@every
def test_what_is_tested_is_black_alone_and_equal_in_all_editions(edition: Edition) -> None:
    def measured(page: Page) -> list[Stroke]:
        kinds = ("test-ruler", "test-edge", "test-cross", "test-grid", "test-axis", "test-line")
        strokes = [shape for shape in page.all_shapes if isinstance(shape, Stroke)]
        return [stroke for stroke in strokes if stroke.style.role.startswith(kinds)]

    for page, original in zip(drawn("printertest", edition), drawn("printertest"), strict=True):
        assert measured(page) == measured(original) != []
        assert {stroke.style.colour.hex for stroke in measured(page)} == {"#000000"}


@every
def test_the_shades_are_those_of_the_design_in_black_alone(edition: Edition) -> None:
    front, _ = drawn("printertest", edition)
    fields = [shape for shape in front.all_shapes if isinstance(shape, Fill) and bounds(shape.path).y == 51]
    assert [field.colour.cmyk for field in fields] == [(0, 0, 0, k) for k in (4, 7, 10, 25, 40, 55, 70, 85, 100)]
    assert all(field.colour.red == field.colour.green == field.colour.blue for field in fields)


@every
def test_every_code_is_read_and_stands_alone(edition: Edition) -> None:
    front, _ = drawn("printertest", edition)
    codes = [placed for placed in front.all_placed if placed.role == "qr"]
    url = "https://toolkitoptil.be/netwerkuitbouwen.html#p"
    assert [code.text for code in codes] == [url] * 6
    assert [round(code.box.width / 41, 2) for code in codes] == [0.70, 0.54, 0.50, 0.41, 0.35, 0.30]
    for code in codes:
        near = [placed for placed in front.all_placed if placed.box.overlaps(code.box.inset(0.01))]
        assert near == [code]
    gaps = [b.box.x - a.box.right for a, b in pairwise(codes)]
    assert gaps == [pytest.approx(gaps[0])] * 5
    assert codes[0].box.x == 20
    assert codes[-1].box.right == pytest.approx(188)
    for box in (code.box for code in codes):
        edges = (box.x * DOTS, box.y * DOTS, box.right * DOTS, box.bottom * DOTS)
        assert zxingcpp.read_barcodes(sides(edition)[0].crop(edges))[0].text == url


@every
def test_every_word_can_be_read_back(edition: Edition) -> None:
    files = [painted(name, edition) for name in ("printertest", "printertest-a3")]
    pages = [page for file in files for page in PdfReader(io.BytesIO(file)).pages]
    found = "".join("".join(page.extract_text() for page in pages).split()).replace("|", "")
    for text in leaves(words(shipped()).printer_test):
        for part in "".join(text.plain.replace("|", "").split()).split("{"):
            assert part.partition("}")[2 if "}" in part else 0] in found, text


def test_numbers_are_written_as_the_language_has_them() -> None:
    front, _ = tried(catalogue=changed(decimal=Text.of(".")))
    texts = [placed.text.replace("\N{NO-BREAK SPACE}", " ") for placed in front.all_placed]
    assert {"8.5", "0.50", "0.54  blad", "0.50  kaart"} <= set(texts)
    assert not {"8,5", "0,50"} & set(texts)


# The shift


@given(st.floats(-10, 10), st.floats(-10, 10))
def test_a_shift_moves_the_whole_back_and_nothing_of_the_front(right: float, up: float) -> None:
    front, back = tried(shift=(right, up))
    still, moved = drawn("printertest")
    assert front.placed == still.placed
    for one, other in zip(moved.all_placed, back.all_placed, strict=True):
        assert other.box.x - one.box.x == pytest.approx(right)
        assert other.box.y - one.box.y == pytest.approx(-up)
    assert not front.problems and not back.problems


def test_without_a_shift_it_is_that_of_the_content() -> None:
    printer = shipped().kit.printer
    assert printer
    kit = replaced(shipped().kit, printer=replaced(printer, duplex_shift=(1.5, -0.5)))
    catalogue = replace(shipped(), kit=kit)
    assert tried(catalogue=catalogue)[1].placed == tried(shift=(1.5, -0.5))[1].placed
    assert tried(shift=(0, 0), catalogue=catalogue)[1].placed == drawn("printertest")[1].placed


def test_the_largest_shift_leaves_the_grids_on_paper() -> None:
    for shift in ((10, 10), (-10, -10)):
        paper = Box(0, 0, 210, 297).inset(5)
        assert all(paper.contains(placed.box) for placed in tried(shift=shift)[1].all_placed)


# What does not fit


def test_an_address_that_fits_no_sheet_is_told_once_a_code() -> None:
    digital = replaced(shipped().kit.digital, base_url=Text.of("https://voorbeeld.be/" + "x" * 60))
    catalogue = replace(shipped(), kit=replaced(shipped().kit, digital=digital))
    front, _ = tried(catalogue=catalogue)
    assert [problem.code for problem in front.problems if problem.code == "url-too-long"] == ["url-too-long"] * 6


def test_words_that_are_too_long_are_told() -> None:
    front, back = tried(catalogue=changed(closing=Text.of("Alles juist? " * 20), title=Text.of("Printertest " * 9)))
    assert [problem.code for problem in front.problems] == ["text-too-wide", "text-too-wide"]
    assert back.problems == []
