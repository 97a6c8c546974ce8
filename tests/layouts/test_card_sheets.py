"""Sheets of cards: every back behind its front on the printed paper, names in order, and equal sheets drawn once."""

import importlib
import io
import itertools
import re
from collections.abc import Sequence
from typing import Literal

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader

from kit.draw.geometry import A6_PORTRAIT, Box
from kit.draw.look.theme import Edition
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.paper.imposition import Edge
from kit.model.printing import CardPrint
from kit.model.text.spans import Text
from kit.model.workshop.stack import Owner
from tests import printed
from tests.conftest import drawn, shipped
from tests.named import context

DOTS = 4
"""In a millimetre: the corner of every card is a whole dot."""

NAMES = [Owner(Text.of(f"Vereniging {letter}")) for letter in "ABCDEFGHIJKLMNOPQ"]
USUAL = CardPrint()
INFO = Info("", "", "", "nl-BE")

each_way = pytest.mark.parametrize(("paper", "flip"), [*itertools.product(["a4", "a3"], ["long", "short"])])


def sheets(cards: Sequence[Owner | None], print_as: CardPrint = USUAL, edition: Edition = "colour") -> list[Page]:
    return printed.cards(cards, print_as, edition)


def single(edition: Edition = "colour") -> list[Page]:
    layout = importlib.import_module("kit.layouts.partner_card")
    pages: list[Page] = layout.draw_single(context(edition), shipped().sheets["partnerkaart"])
    return pages


def pictures(pages: Sequence[Page]) -> list[Image.Image]:
    data = pdf_bytes(pages, context().fonts, INFO)
    return [page.render(scale=DOTS * 25.4 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(data)]


def turned_over(picture: Image.Image, flip: Edge) -> Image.Image:
    """The back of a sheet as one sees it through the front: the printer turns the paper over an edge."""
    lies = picture.width > picture.height
    at_the_side = (flip == "long") != lies
    way = Image.Transpose.FLIP_LEFT_RIGHT if at_the_side else Image.Transpose.FLIP_TOP_BOTTOM
    return picture.transpose(way)


def dots(box: Box) -> tuple[int, int, int, int]:
    """A card without its edge, where the marks to cut are."""
    inner = box.inset(6)
    left, top, right, bottom = (round(value * DOTS) for value in (inner.x, inner.y, inner.right, inner.bottom))
    return left, top, right, bottom


def is_like(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures are the same, but for how dots are rounded that a line covers in part."""
    difference = ImageStat.Stat(ImageChops.difference(one, other)).mean[0]
    return difference < 5


@each_way
def test_every_back_is_behind_its_front_when_the_paper_is_flipped(paper: Literal["a4", "a3"], flip: Edge) -> None:
    count, each = (5, 4) if paper == "a4" else (13, 8)
    pages = sheets([None] * count, CardPrint(paper, flip=flip))
    assert len(pages) == 4
    front, back = pictures(single())
    whole = dots(Box(0, 0, A6_PORTRAIT.width, A6_PORTRAIT.height))
    lying = pictures(pages)
    found = 0
    for fronts, backs in zip(lying[::2], lying[1::2], strict=True):
        behind = turned_over(backs, flip)
        for x, y in itertools.product(range(each // 2), range(2)):
            place = dots(Box(x * A6_PORTRAIT.width, y * A6_PORTRAIT.height, A6_PORTRAIT.width, A6_PORTRAIT.height))
            one, other = fronts.crop(place), behind.crop(place)
            if is_like(one, Image.new("L", one.size, 255)):
                assert is_like(other, Image.new("L", one.size, 255))
                continue
            found += 1
            assert is_like(one, front.crop(whole))
            assert is_like(other, back.crop(whole).transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    assert found == count


@each_way
def test_a_shift_moves_all_that_is_printed_on_a_back(paper: Literal["a4", "a3"], flip: Edge) -> None:
    still, moved = (sheets([None] * 3, CardPrint(paper, flip=flip, shift=shift)) for shift in ((0, 0), (1.5, -0.5)))
    assert still[0] is moved[0]
    turned = flip != ("long" if paper == "a4" else "short")
    x, y = (-1.5, -0.5) if turned else (1.5, 0.5)
    assert still[1].placed
    for before, after in zip(still[1].placed, moved[1].placed, strict=True):
        assert after.role == before.role
        assert after.box.x == pytest.approx(before.box.x + x)
        assert after.box.y == pytest.approx(before.box.y + y)


def owners(page: Page) -> list[str]:
    return [placed.text.removeprefix("van ") for placed in page.all_placed if placed.role == "card-owner"]


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_cut_and_stacked_the_names_are_in_order(paper: Literal["a4", "a3"]) -> None:
    fronts = sheets(NAMES, CardPrint(paper, backs=False))
    assert sorted(name for page in fronts for name in owners(page)) == [name.name.plain for name in NAMES]
    piles = itertools.zip_longest(*(owners(page) for page in fronts))
    assert [name for pile in piles for name in pile if name] == [name.name.plain for name in NAMES]


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_a_name_stands_on_a_card_of_a_sheet_as_on_a_single_card(paper: Literal["a4", "a3"]) -> None:
    (alone,) = drawn("partnerkaart-met-naam")
    name = next(placed for placed in alone.all_placed if placed.role == "card-owner")
    (page,) = sheets([None, Owner(Text.of(name.text.removeprefix("van "))), None], CardPrint(paper, backs=False))
    (found,) = (placed for placed in page.all_placed if placed.role == "card-owner")
    assert found == name.moved(A6_PORTRAIT.width, 0)


def test_equal_sheets_are_one_page() -> None:
    blank = sheets([None] * 40)
    assert len(blank) == 20
    assert len({id(page) for page in blank}) == 2
    # Ten sheets: A A B C twice, A B B C twice, A B C C twice, and the rest A B C and nobody.
    named = sheets([name for name in NAMES[:3] for _ in range(12)] + [None] * 4)
    assert len({id(page) for page in named[::2]}) == 4
    assert len({id(page.ground) for page in named[::2]}) == 1


def test_two_hundred_with_twelve_cards_each_are_cheap() -> None:
    """What cards have in common is in the file once: another sheet is 2.4 kB, most of it links."""
    cards = [Owner(Text.of(f"Organisatie {number}")) for number in range(200) for _ in range(12)]
    pages = sheets(cards)
    assert len(pages) == 1200
    different = list({id(page): page for page in pages}.values())
    data = pdf_bytes(different, context().fonts, INFO)
    assert len(re.findall(rb"/Subtype /Form", data)) == 1
    assert len(data) < 100_000 + 3_000 * len(different)


def test_no_backs_where_they_are_not_wanted_or_cost_too_much_ink() -> None:
    assert len(sheets([None] * 4, CardPrint(backs=False))) == 1
    assert len(sheets([None] * 4, CardPrint(), "low-ink")) == 1
    assert len(single("low-ink")) == 1


def test_no_cards_take_no_sheet() -> None:
    assert sheets([]) == []


def marks(page: Page, role: str) -> list[Box]:
    return [placed.box for placed in page.all_placed if placed.role == role]


def test_eight_cards_are_cut_three_times_down_and_once_across() -> None:
    for page in drawn("partnerkaart-a3")[:1]:
        assert {mark.x for mark in marks(page, "cut-guide") if not mark.width} == {105, 210, 315}
        assert {mark.y for mark in marks(page, "cut-guide") if not mark.height} == {148.5}
        crosses = [mark for mark in marks(page, "cut-mark") if mark.width == 8 or mark.height == 8]
        assert len(crosses) == 6
        assert all(Box(0, 0, 420, 297).inset(6).contains(mark) for mark in marks(page, "cut-mark"))


def test_codes_on_a_sheet_can_be_clicked_where_they_stand() -> None:
    page = sheets([None] * 8, CardPrint("a3"))[0]
    data = pdf_bytes([page], context().fonts, INFO)
    links = PdfReader(io.BytesIO(data)).pages[0]["/Annots"]
    assert len(links) == 16  # type: ignore[arg-type]
