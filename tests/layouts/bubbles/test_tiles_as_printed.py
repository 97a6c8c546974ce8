"""Tiles as printed: those of every municipality, the letters in the PDF, and both tiles glued (design, section 16)."""

import importlib
from collections import Counter
from functools import cache

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops

from kit.draw.bubbles.layouts import TILED
from kit.draw.bubbles.plan import plan
from kit.draw.geometry import Box, Point
from kit.draw.look.roles import TEXTS
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.paper.tiling import LEFT, RIGHT, SEAM, TILES
from kit.draw.records import ArcText, Letters
from kit.draw.text.fonts import MM_PER_POINT, Fonts
from kit.model.places.named import Actor, Actors
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names
from tests.conftest import own_url
from tests.named import belgium, called, content, context, named
from tests.printed import LONG

AIR = 2.0
"""Between the seam and any letter."""

PER_MM = 10
IN_THE_MIDDLE = ("municipality-centre", "municipality-third", "pill-label-centre")

every_edition = pytest.mark.parametrize("edition", EDITIONS)


def drawn(name: str, known: Actors, names: Names = NOBODY, edition: Edition = "colour") -> list[Page]:
    layout = importlib.import_module("kit.layouts.bubble_sheet")
    pages: list[Page] = layout.draw_named_a4(context(edition), content(), named(name, tiled=True), known, names)
    return pages


@cache
def tiles(name: str, edition: Edition = "colour") -> tuple[Page, ...]:
    """The tiles of a municipality without actors."""
    return tuple(drawn(name, {}, NOBODY, edition))


def blank(names: Names = NOBODY, edition: Edition = "colour") -> list[Page]:
    pages: list[Page] = importlib.import_module("kit.layouts.bubble_sheet").draw_a4(context(edition), content(), names)
    return pages


def pairs(pages: list[Page] | tuple[Page, ...]) -> list[tuple[Page, Page]]:
    """The tiles of each sheet, without the list behind them."""
    found = [page for page in pages if any(placed.role == "tile" for placed in page.all_placed)]
    return list(zip(found[::2], found[1::2], strict=True))


def boxes(page: Page, *roles: str) -> list[Box]:
    return [placed.box for placed in page.all_placed if placed.role in roles]


def words(page: Page, *roles: str) -> list[str]:
    return [placed.text.replace("-\n", "-").replace("\n", " ") for placed in page.all_placed if placed.role in roles]


def span(page: Page, letters: Letters) -> tuple[float, float]:
    """From where to where letters stand across the page."""
    size = letters.size * MM_PER_POINT
    if letters.angle in (-90, 270):
        return letters.x - 0.75 * size, letters.x + 0.21 * size
    wide = page.fonts.width(letters.text, letters.font, letters.size)
    return letters.x, letters.x + wide + letters.tracking * MM_PER_POINT * (len(letters.text) - 1)


def crossing(left: Page, right: Page) -> list[str]:
    """What comes too near to the seam, or stands where it is hidden or cut off and is not made for that."""
    found: list[str] = []
    for page, tile in ((left, LEFT), (right, RIGHT)):
        for text in page.all_texts:
            for letters in text.each:
                start, end = span(page, letters)
                # A letter on an arc leans over.
                lean = 0.3 if isinstance(text, ArcText) else 0
                strip = (start > 201.4 and end < 205) if tile is LEFT else (start > 5 and end < tile.seam - 0.1)
                beside = end + lean <= tile.seam - AIR if tile is LEFT else start - lean >= tile.seam + AIR
                found += [] if strip or beside else [letters.text]
    return found


def touching(page: Page) -> list[str]:
    """The texts in bubbles that a writing line runs through: those across the seam are seen on either tile."""
    lines = boxes(page, "writing")
    texts = [placed for placed in page.all_placed if placed.text and placed.role in TEXTS]
    return [
        text.text
        for text in texts
        for line in lines
        if line.x < text.box.right and text.box.x < line.right and text.box.y - 0.2 < line.y < text.box.bottom - 0.1
        if not text.role.startswith("arc")
    ]


def problems(pages: list[Page] | tuple[Page, ...]) -> list[object]:
    return [problem for page in pages for problem in page.problems]


# Every municipality


def test_no_text_of_any_municipality_comes_near_the_cut_or_a_line() -> None:
    for own in belgium():
        pages = tiles(own.name)
        assert problems(pages) == [], own.name
        for left, right in pairs(pages):
            assert crossing(left, right) == [], own.name
            assert touching(left) + touching(right) == [], own.name


def test_every_neighbour_of_any_municipality_stands_on_one_tile() -> None:
    for own in belgium():
        found = Counter(name for page in tiles(own.name) for name in words(page, "municipality", "municipality-lines"))
        expected = Counter(other.name for other in belgium().neighbours(own))
        found.pop(own.name, None)
        assert found == expected, own.name


def test_what_stands_in_the_own_bubble_of_any_municipality_stays_inside_it() -> None:
    roles = [*IN_THE_MIDDLE, *(role for role in TEXTS if role.startswith("continued"))]
    for own in belgium():
        sheets = plan(own, belgium().neighbours(own), tiled=True).named.sheets
        for sheet, pages in zip(sheets, pairs(tiles(own.name)), strict=True):
            centre = TILED[sheet.layout].centre
            for tile, page in zip(TILES, pages, strict=True):
                for box in boxes(page, *roles):
                    ends = [Point(tile.to_sheet(x), y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
                    assert max(centre.centre.to(end) for end in ends) < centre.r - 3.5, own.name


def test_a_second_sheet_names_everybody_on_the_first() -> None:
    for own in belgium():
        if len(belgium().neighbours(own)) > 8:
            sheet = named(own.name, tiled=True).sheets[1]
            left, right = pairs(tiles(own.name))[1]
            said = " ".join([*words(left, "continued-names"), *words(right, "continued-names")])
            assert said.replace("\u00a0", " ") == ", ".join(one.name for one in sheet.rest) + ".", own.name


def test_any_municipality_may_be_printed_on_the_blank_sheet() -> None:
    for own in belgium():
        left, right = blank(Names(municipality=Text.of(own.name)))
        assert problems([left, right]) == [], own.name
        assert crossing(left, right) == [], own.name
        assert touching(right) == [], own.name
        assert words(right, "printed-name", "printed-name-lines") == [own.name]


def test_a_printed_name_that_is_too_long_is_told() -> None:
    """Also where nothing else stands on a tile, which is then its ground."""
    for names in (Names(municipality=Text.of("x" * 90)), Names(organisation=Text.of("y" * 300))):
        assert [getattr(problem, "code", "") for problem in problems(blank(names))] == ["text-too-wide"]


# As it is printed


def everything_of(name: str) -> Actors:
    """So many actors in each half of the own bubble and of those around it that not all find room."""
    kinds = ("koor", "bibliotheek", "gemeenschapscentrum", "koninklijke harmonie Sint-Cecilia", "erfgoed " * 9)
    return {
        (place.nis, half): tuple(Actor(Text.of(f"{kinds[i % 5].strip()} {i}"), place, "jeugd", half) for i in range(12))
        for place in (called(name), *belgium().neighbours(called(name)))
        for half in ("upper", "lower")
    }


def painted(pages: list[Page] | tuple[Page, ...]) -> bytes:
    return pdf_bytes(pages, Fonts(), Info("tiles", "kit", "b", "nl-BE"))


def rendered(pages: list[Page] | tuple[Page, ...]) -> list[Image.Image]:
    return [
        page.render(scale=PER_MM * MM_PER_POINT).to_pil().convert("L") for page in pypdfium2.PdfDocument(painted(pages))
    ]


@every_edition
@pytest.mark.parametrize("name", ["Lier", "Brussel", "Essen", "Beveren-Kruibeke-Zwijndrecht"])
def test_in_the_pdf_no_letter_lies_across_the_cut(name: str, edition: Edition) -> None:
    pages = drawn(name, everything_of(name), LONG, edition)
    document = pypdfium2.PdfDocument(painted(pages))
    for i, tile in zip(range(len(pairs(pages)) * 2), TILES * 2, strict=False):
        text = document[i].get_textpage()
        for at in range(text.count_chars()):
            left, _, right, _ = (value * MM_PER_POINT for value in text.get_charbox(at))
            assert right < tile.seam - 0.1 or left > tile.seam + 0.1, text.get_text_range(at, 1)


@every_edition
def test_no_ink_lies_near_the_sides(edition: Edition) -> None:
    for pages in (tiles("Brussel", edition), blank(LONG, edition)):
        for image in rendered(pages):
            ink = ImageChops.invert(image).getbbox()
            assert ink is not None
            assert ink[0] >= 5 * PER_MM - 1
            assert ink[2] <= 205 * PER_MM + 1


def strip(image: Image.Image, left: float, right: float) -> Image.Image:
    """A part of a picture, without what stands at the ends of the seam."""
    return image.crop((round(left * PER_MM), 16 * PER_MM, round(right * PER_MM), 281 * PER_MM))


@pytest.mark.parametrize(("name", "number"), [("Lier", 0), ("Brussel", 1), ("Essen", 0)])
def test_cut_and_glued_the_pages_are_the_sheet(name: str, number: int) -> None:
    """But for the dots on the seam itself."""
    form = importlib.import_module("kit.layouts.bubbles.tiles").FORM
    draw = importlib.import_module("kit.layouts.bubbles.names").named_page
    whole, _ = draw(context(), content(), called(name), named(name, tiled=True).sheets[number], {}, NOBODY, form)
    (expected,) = rendered([whole])
    left, right = rendered(pairs(tiles(name))[number])
    for page, tile, start, end in ((left, LEFT, LEFT.left, SEAM - 0.2), (right, RIGHT, SEAM + 0.3, RIGHT.right)):
        found, original = strip(page, tile.to_page(start), tile.to_page(end)), strip(expected, start, end)
        far = ImageChops.difference(found, original).point(lambda value: 255 if value > 90 else 0)
        assert far.getbbox() is None


@every_edition
def test_the_code_is_read_on_the_right_tile(edition: Edition) -> None:
    document = pypdfium2.PdfDocument(painted(tiles("Lier", edition)))
    found = [
        [code.text for code in zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil().convert("L"))]
        for page in document
    ]
    assert found == [[], [own_url("bollenschema", "/12021")]]
