"""The partner card: where its fields stand, how four lie on a sheet and where they are cut (design, section 10)."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

import pytest

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, A6_PORTRAIT, Box, Circle
from kit.draw.look.theme import EDITIONS, Edition, theme
from kit.draw.page import Page
from kit.draw.paths import samples
from kit.draw.qr import QUIET_ZONE
from kit.draw.records import Letters, Stroke
from kit.draw.text.fonts import Fonts
from kit.model.catalogue import Catalogue
from kit.model.printing import CardPrint
from kit.model.schema import PartnerCard
from kit.model.text.spans import Text
from tests.conftest import drawn, replaced, shipped

CARD = Box(0, 0, A6_PORTRAIT.width, A6_PORTRAIT.height)
CUT = ("cut-mark", "cut-guide")


def side(number: int, edition: Edition = "colour") -> Page:
    return drawn("partnerkaart", edition)[number]


def boxes(page: Page, role: str, within: Box = CARD) -> list[Box]:
    return [placed.box for placed in page.placed if placed.role == role and within.contains(placed.box)]


def card() -> PartnerCard:
    sheet = shipped().sheets["partnerkaart"]
    assert isinstance(sheet, PartnerCard)
    return sheet


def changed(**fields: object) -> Catalogue:
    """The shipped content with another card."""
    catalogue = shipped()
    sheet = replaced(card(), **fields)
    return replace(catalogue, sheets={**catalogue.sheets, "partnerkaart": sheet})


def test_every_field_runs_the_full_width() -> None:
    lines = boxes(side(0), "writing")
    assert [line.y for line in lines] == pytest.approx([41.1, 56.3, 71.5, 106, 114.5, 123, 131.5])
    assert {(line.x, line.right) for line in lines} == {(9, 96)}
    (border,) = boxes(side(0), "border")
    assert (border.x, border.right, border.y) == pytest.approx((9, 96, 86.4))


def test_the_code_ends_where_the_lines_end() -> None:
    (code,) = boxes(side(0), "qr")
    assert (code.x, code.y, code.width) == (77.5, 6.05, 20.5)
    module = code.width / side(0).codes[0].code.modules
    assert code.right - QUIET_ZONE * module == pytest.approx(96, abs=0.1)
    assert module >= 0.5
    assert code.y + QUIET_ZONE * module >= 8


def test_the_address_stands_on_one_line_left_of_the_code() -> None:
    (address,) = boxes(side(0), "card-url")
    assert address.x == pytest.approx(26.2)
    assert address.right < 77.5
    assert any(link.box.inset(-0.001).contains(address) for link in side(0).links if link.box.x < 30)


def test_a_long_address_takes_two_lines(draw_sheet: Callable[..., list[Page]]) -> None:
    catalogue = shipped()
    address = Text.of("https://voorbeeld.be/een-lang-adres-dat-niet-op-een-reg")
    digital = replaced(catalogue.kit.digital, base_url=address)
    kit = replaced(catalogue.kit, digital=digital)
    page = draw_sheet(replace(catalogue, kit=kit), "partnerkaart")[0]
    first, second = boxes(page, "card-url")
    assert second.y - first.y == pytest.approx(3.5)
    assert [text.y for text in page.texts if isinstance(text, Letters) and text.size == 8.5][:2] == [22.7, 26.2]
    assert not page.problems


def test_what_must_be_ticked_stands_beside_its_box() -> None:
    ticks = boxes(side(0), "tick")
    assert [(box.x, box.y, box.width) for box in ticks] == [
        pytest.approx((9, 76.4, 5.4)),
        pytest.approx((50, 76.4, 5.4)),
        pytest.approx((33.5, 134.2, 5)),
        pytest.approx((69.5, 134.2, 5)),
    ]
    labels = boxes(side(0), "tick-label")
    assert [label.x for label in labels] == pytest.approx([16.8, 57.8])
    for box, label in zip(ticks, labels, strict=False):
        assert label.y > box.y and label.bottom < box.bottom + 0.1


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_on_a_card_comes_near_its_trim(edition: Edition) -> None:
    for page in drawn("partnerkaart", edition):
        on_card = [placed for placed in page.placed if CARD.contains(placed.box, 5) and placed.role not in CUT]
        for placed in on_card:
            assert CARD.inset(6.05 if placed.role == "qr" else 8).contains(placed.box, 0.01), placed
            assert not placed.text or placed.role in ("qr", "icon") or CARD.inset(9).contains(placed.box, 0.01), placed


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_mark_of_the_step_stands_clear_of_the_title_and_as_high_as_the_code(edition: Edition) -> None:
    page = side(0, edition)
    (title,) = boxes(page, "card-title")
    disc = next(placed.box for placed in page.placed if placed.role[:4] == "disc" and placed.box.x >= title.x)
    assert title.y - disc.bottom >= 1
    (code,) = boxes(page, "qr")[:1]
    module = code.width / (page.codes[0].code.modules)
    # Its outline, of 0.6 at most, reaches as high as the first modules, and no higher than a printer can print.
    assert disc.y - 0.3 == pytest.approx(code.y + QUIET_ZONE * module, abs=0.1)
    assert disc.y - 0.3 >= 8


@pytest.mark.parametrize("edition", EDITIONS)
def test_four_cards_are_the_same(edition: Edition) -> None:
    for page in drawn("partnerkaart", edition):
        placed = [item for item in page.placed if item.role not in CUT]
        first, *others = (placed[i * len(placed) // 4 : (i + 1) * len(placed) // 4] for i in range(4))
        for (x, y), other in zip(((105, 0), (0, 148.5), (105, 148.5)), others, strict=True):
            assert [item.moved(x, y) for item in first] == other


@pytest.mark.parametrize("edition", EDITIONS)
def test_cut_marks_keep_out_of_the_outer_6(edition: Edition) -> None:
    front, *backs = drawn("partnerkaart", edition)
    assert not [placed for page in backs for placed in page.placed if placed.role in CUT]
    marks = [placed.box for placed in front.placed if placed.role in CUT]
    assert marks
    assert all(Box(0, 0, 210, 297).inset(6).contains(mark) for mark in marks)
    assert {mark.centre.x for mark in marks if not mark.width} == {105}
    assert {mark.centre.y for mark in marks if not mark.height} == {148.5}
    assert all(page.trim == Box(0, 0, A4_PORTRAIT.width, A4_PORTRAIT.height) for page in (front, *backs))


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_card_without_a_back_asks_on_its_front_who_will_call(edition: Edition) -> None:
    """Printed on one side, no field is lost; with a back it stands there, and the front has a line more for ideas."""
    sheet = shipped().sheets["partnerkaart"]
    assert isinstance(sheet, PartnerCard)
    layout = import_module("kit.layouts.partner_card")
    context = DrawingContext(shipped(), theme(edition), Fonts())
    (front,) = layout.draw(context, sheet, CardPrint(backs=False))
    card = [placed for placed in front.all_placed if placed.box.right < 105 and placed.box.bottom < 148]
    assert [placed.text for placed in card if placed.role == "card-contact"] == ["wie belt?", "wanneer?"]
    last = [placed.box for placed in card if placed.role == "writing"][-5:]
    assert [round(line.y, 1) for line in last] == [106, 114.5, 123, 131.5, 131.5]
    assert all(line.width >= 16 for line in last)
    whole = layout.draw(context, sheet, CardPrint(backs=True))[0]
    asks = [placed for placed in whole.all_placed if placed.role == "card-contact"]
    assert bool(asks) == (edition == "low-ink")


def test_a_cross_stands_in_the_middle_and_dots_between() -> None:
    ticks = [(box.y, box.bottom) for box in boxes(side(0), "cut-mark", Box(0, 0, 210, 297)) if not box.width]
    dots = [(box.y, box.bottom) for box in boxes(side(0), "cut-guide", Box(0, 0, 210, 297)) if not box.width]
    assert ticks == [(6, 12), (144.5, 152.5), (285, 291)]
    assert dots == [pytest.approx((13.8, 142.7)), pytest.approx((154.3, 283.2))]


def test_every_link_to_you_crosses_a_border() -> None:
    page = side(1)
    you = Circle(52, 47, 16.5)
    strokes = [shape for shape in page.shapes if isinstance(shape, Stroke)]
    borders = [samples(stroke.path, 200) for stroke in strokes if stroke.style.role == "map-border"]
    mine = [
        points
        for points in (samples(stroke.path) for stroke in strokes if stroke.style.role == "card-link")
        if points[-1] == you.centre
    ]
    assert len(mine) == 4
    for other, _ in mine:
        free = [other.toward(you.centre, d / 10) for d in range(int(10 * other.to(you.centre)) - 165)]
        assert min(point.to(on) for point in free for border in borders for on in border) < 0.2


def test_borders_keep_clear_of_the_bubbles() -> None:
    strokes = [shape for shape in side(1).shapes if isinstance(shape, Stroke)]
    borders = [point for shape in strokes if shape.style.role == "map-border" for point in samples(shape.path, 40)]
    for box in boxes(side(1), "card-bubble"):
        on_card = [point for point in borders if point.x < 105 and point.y < 148.5]
        assert min(box.centre.to(point) for point in on_card) > box.width / 2 + 1.5


def test_the_low_ink_edition_has_no_backs() -> None:
    assert [len(drawn("partnerkaart", edition)) for edition in EDITIONS] == [2, 2, 1]


def test_fewer_lines_leave_the_rest_in_place(draw_sheet: Callable[..., list[Page]]) -> None:
    page = draw_sheet(changed(idea=replaced(card().idea, lines=2)), "partnerkaart")[0]
    assert [box.y for box in boxes(page, "writing")][3:] == pytest.approx([106, 114.5])
    assert boxes(page, "card-row") == boxes(side(0), "card-row")


def test_a_text_that_is_too_long_is_told_once_for_four_cards(draw_sheet: Callable[..., list[Page]]) -> None:
    limit = card().belongs_to.limit
    belongs_to = replaced(card().belongs_to, limit=Text(limit.spans * 3, limit.mark))
    page = draw_sheet(changed(belongs_to=belongs_to), "partnerkaart")[0]
    assert [(problem.code, problem.mark) for problem in page.problems] == [("text-too-wide", limit.mark)]
