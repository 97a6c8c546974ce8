"""Names printed on canvases and cards: where, how large, and on a page beneath that all share (design, section 3)."""

import importlib
from dataclasses import replace

import pytest

from kit.diagnostics import Mark
from kit.draw.desk import Desk
from kit.draw.fonts import Fonts
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.records import Letters
from kit.draw.theme import EDITIONS, Edition, theme
from kit.model.catalogue import Catalogue
from kit.model.stack import NOBODY, Names
from kit.model.text import Text
from tests.conftest import shipped
from tests.named import named
from tests.printed import LONG, SAMIRA

CANVASES = (("canvas-1", "draw"), ("canvas-1", "draw_a4"), ("canvas-2", "draw"), ("canvas-2", "draw_a4"))

canvases = pytest.mark.parametrize(("sheet", "draw"), CANVASES)


def canvas(desk: Desk, sheet: str, draw: str, names: Names) -> list[Page]:
    found = desk.catalogue.sheets[sheet]
    layout = importlib.import_module(f"kit.layouts.{found.layout}")
    pages: list[Page] = getattr(layout, draw)(desk, found, names)
    return pages


def card(desk: Desk, organisation: Text | None) -> Page:
    layout = importlib.import_module("kit.layouts.partner_card")
    page: Page = layout.front(desk, desk.catalogue.sheets["partnerkaart"], organisation)
    return page


def new_desk(edition: Edition = "colour", catalogue: Catalogue | None = None) -> Desk:
    return Desk(catalogue or shipped(), theme(edition), Fonts())


def own(page: Page) -> dict[str, tuple[float, float]]:
    """The names on a page, and where their baselines begin."""
    return {text.text: (text.x, text.y) for text in page.texts if isinstance(text, Letters)}


@canvases
def test_without_names_a_page_is_what_it_was(sheet: str, draw: str) -> None:
    desk = new_desk()
    blank, again = canvas(desk, sheet, draw, NOBODY), canvas(desk, sheet, draw, NOBODY)
    assert all(page.ground is None for page in blank)
    assert all(one is other for one, other in zip(blank, again, strict=True))


@canvases
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_named_page_holds_only_its_names(sheet: str, draw: str, edition: Edition) -> None:
    desk = new_desk(edition)
    blank = canvas(desk, sheet, draw, NOBODY)
    for page, ground in zip(canvas(desk, sheet, draw, SAMIRA), blank, strict=True):
        if page is not ground:
            assert page.ground is ground
            assert (page.shapes, page.codes, page.links) == ([], [], [])
            assert 1 <= len(page.texts) <= 4
            assert page.all_placed[: len(ground.placed)] == ground.placed


def test_names_of_canvas_1_stand_where_the_design_puts_them() -> None:
    (page,) = canvas(new_desk(), "canvas-1", "draw", SAMIRA)
    at = own(page)
    lines = [placed.box for placed in page.all_placed if placed.role == "writing"]
    assert at["Samira El Amrani"] == pytest.approx((lines[0].x + 1, 18 - 1.2))
    assert at["12 maart 2027"] == pytest.approx((lines[0].x + 1, 27.5 - 1.2))
    middles = {placed.text: placed.box.centre.x for placed in page.placed if placed.role == "printed-name"}
    assert middles == pytest.approx({"Gemeenschapscentrum De Kring": 210, "Heist-op-den-Berg": 210})
    assert at["Gemeenschapscentrum De Kring"][1] == pytest.approx(130.1 - 1.6)
    assert at["Heist-op-den-Berg"][1] == pytest.approx(154.9 - 1.6)


def test_names_of_canvas_1_on_a4_are_spread_over_both_pages() -> None:
    first, second = canvas(new_desk(), "canvas-1", "draw_a4", SAMIRA)
    assert [placed.text for placed in first.placed] == [
        *("Samira El Amrani", "12 maart 2027", "Gemeenschapscentrum De Kring", "Heist-op-den-Berg")
    ]
    assert [y for _, y in own(first).values()] == pytest.approx([42.3, 42.3, 115.0, 139.8])
    assert [placed.text for placed in second.placed] == ["Gemeenschapscentrum De Kring"]


@pytest.mark.parametrize(("draw", "x"), [("draw", 377), ("draw_a4", 167)])
def test_canvas_2_tells_the_organisation_and_the_date(draw: str, x: float) -> None:
    page = canvas(new_desk(), "canvas-2", draw, SAMIRA)[-1]
    assert [placed.text for placed in page.placed] == ["Gemeenschapscentrum De Kring", "12 maart 2027"]
    assert [y for _, y in own(page).values()] == pytest.approx([16.8, 26.3])
    assert all(placed.box.right < x for placed in page.placed)


def test_what_a_canvas_has_no_place_for_makes_no_page_of_its_own() -> None:
    desk = new_desk()
    somebody = Names(participant=Text.of("Samira El Amrani"))
    assert canvas(desk, "canvas-2", "draw", somebody) == canvas(desk, "canvas-2", "draw", NOBODY)


@canvases
def test_one_value_is_enough_and_the_rest_stays_empty(sheet: str, draw: str) -> None:
    page = canvas(new_desk(), sheet, draw, Names(date=Text.of("12 maart 2027")))[0 if sheet == "canvas-1" else -1]
    assert [placed.text for placed in page.placed] == ["12 maart 2027"]


@canvases
def test_a_name_that_does_not_fit_is_told_at_its_place_in_the_list(sheet: str, draw: str) -> None:
    mark = Mark("deelnemers.csv", 7, 1)
    names = Names(organisation=Text.of("Gemeenschapscentrum " * 10, mark))
    problems = [problem for page in canvas(new_desk(), sheet, draw, names) for problem in page.problems]
    assert problems
    assert {(problem.code, problem.mark) for problem in problems} == {("text-too-wide", mark)}


HOSTILE = ("**vet** {n} =1+1", "Şule Öztürk-Yıldız", "Zoë & Łukasz <b>", "\\N")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_printed_letter_by_letter(name: str) -> None:
    (page,) = canvas(new_desk(), "canvas-1", "draw", Names(Text.of(name), Text.of(name)))
    assert [placed.text for placed in page.placed] == [name, name]
    assert card(new_desk(), Text.of(name)).placed[0].text == f"van {name}"


def test_letters_that_no_font_has_are_told() -> None:
    (page,) = canvas(new_desk(), "canvas-1", "draw", Names(Text.of("سميرة")))
    assert [problem.code for problem in page.problems] == ["letters-missing"]


def test_200_participants_share_a_page_and_a_file_grows_by_their_names_alone() -> None:
    desk = new_desk()
    everybody = [replace(SAMIRA, participant=Text.of(f"Samira {number}")) for number in range(200)]
    pages = [page for names in everybody for page in canvas(desk, "canvas-1", "draw", names)]
    assert len({id(page.ground) for page in pages}) == 1
    few, many = (len(pdf_bytes(some, desk.fonts, Info("", "", "", "nl-BE"))) for some in (pages[:1], pages))
    assert many - few < 199 * 2000


# Cards


def test_a_card_tells_whose_it_is_under_its_address() -> None:
    desk = new_desk()
    page = card(desk, SAMIRA.organisation)
    assert page.ground is card(desk, None)
    assert own(page) == {"van Gemeenschapscentrum De Kring": pytest.approx((26.2, 25.6))}
    assert page.placed[0].box.width <= 54


def test_a_long_owner_goes_on_beneath_the_code() -> None:
    page = card(new_desk(), Text.of("Gemeenschapscentrum De Zandloper Kampenhout"))
    (code,) = (placed.box for placed in page.all_placed if placed.role == "qr")
    (owner,) = page.placed
    assert code.bottom <= owner.box.y
    assert owner.box.right <= 96
    assert page.problems == []


def test_an_owner_stands_under_an_address_of_two_lines() -> None:
    catalogue = shipped()
    url = Text.of("https://een-lang-webadres.example.org/netwerk.html")
    digital = catalogue.kit.digital.model_copy(update={"base_url": url})
    desk = new_desk(catalogue=replace(catalogue, kit=catalogue.kit.model_copy(update={"digital": digital})))
    page = card(desk, SAMIRA.organisation)
    texts = [placed.box for placed in page.all_placed if placed.role in ("card-url", "card-label")]
    (owner,) = page.placed
    assert owner.box.y > max(box.bottom for box in texts[:2])
    assert owner.box.bottom < texts[2].y


@pytest.mark.parametrize("mark", [None, Mark("deelnemers.csv", 7, 2)])
def test_an_owner_that_does_not_fit_is_told(mark: Mark | None) -> None:
    (problem,) = card(new_desk(), Text.of("Intergemeentelijk samenwerkingsverband " * 3, mark)).problems
    assert problem.code == "text-too-wide"
    assert problem.mark is not None
    assert problem.mark.file.endswith("deelnemers.csv" if mark else "partnerkaart.yaml")


# The bubble sheet


def bubble_sheet(draw: str, names: Names, place: str = "Lier", desk: Desk | None = None) -> Page:
    """The first page of the bubble sheet, blank or of a municipality."""
    desk = desk or new_desk()
    layout = importlib.import_module("kit.layouts.bubble_sheet")
    details: tuple[object, ...] = (named(place), {}) if draw == "draw_named" else ()
    page: Page = getattr(layout, draw)(desk, desk.catalogue.sheets["bollenschema"], *details, names)[0]
    return page


both = pytest.mark.parametrize("draw", ["draw", "draw_named"])


@both
def test_organisation_and_date_stand_in_the_fields_of_the_bubble_sheet(draw: str) -> None:
    at = own(bubble_sheet(draw, Names(organisation=Text.of("De Kring"), date=Text.of("12 maart 2027"))))
    start = max(left for left, _ in (at["De Kring"], at["12 maart 2027"]))
    assert at["De Kring"] == pytest.approx((start, 271 - 1.2))
    assert at["12 maart 2027"] == pytest.approx((start, 280.5 - 1.2))


@both
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_long_organisation_goes_on_above_its_line(draw: str, edition: Edition) -> None:
    page = bubble_sheet(draw, LONG, desk=new_desk(edition))
    value = next(placed for placed in page.placed if placed.role == "printed-lines")
    assert 1 < len(value.text.splitlines()) <= 3
    assert value.box.right <= 410
    assert value.box.bottom < 271
    assert all(text.box.bottom < value.box.y for text in page.all_placed if text.role == "north")
    assert page.problems == []


def test_an_organisation_that_is_too_long_for_the_bubble_sheet_is_told_at_its_place() -> None:
    mark = Mark("deelnemers.csv", 7, 1)
    page = bubble_sheet("draw_named", Names(organisation=Text.of("Gemeenschapscentrum " * 10, mark)))
    assert [(problem.code, problem.mark) for problem in page.problems] == [("text-too-high", mark)]


def test_the_blank_bubble_sheet_is_shared_and_is_the_same_without_names() -> None:
    desk = new_desk()
    blank = bubble_sheet("draw", NOBODY, desk=desk)
    assert blank.ground is None
    assert bubble_sheet("draw", Names(participant=Text.of("Samira El Amrani")), desk=desk) is blank
    page = bubble_sheet("draw", SAMIRA, desk=desk)
    assert page.ground is blank
    assert [placed.role for placed in page.placed] == ["printed-name", "printed-lines", "printed-field"]
    assert page.shapes == []


def test_sheets_of_participants_of_one_municipality_share_their_ground() -> None:
    desk = new_desk()
    pages = [
        bubble_sheet("draw_named", replace(SAMIRA, date=Text.of(f"{day} maart 2027")), desk=desk) for day in (1, 2)
    ]
    assert pages[0].ground is pages[1].ground
    assert pages[0].shapes == []
