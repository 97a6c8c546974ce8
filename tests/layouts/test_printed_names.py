"""Names printed on canvases and cards: where, how large, and on a page beneath that all share (design, section 3)."""

import importlib
from dataclasses import replace

import pytest

from kit.diagnostics import Mark
from kit.draw.context import DrawingContext
from kit.draw.look.theme import EDITIONS, Edition, theme
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.records import Letters
from kit.draw.text.fonts import Fonts
from kit.model.catalogue import Catalogue
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names, Owner
from tests.conftest import replaced, shipped
from tests.named import named
from tests.printed import LONG, SAMIRA, wrong

CANVASES = (("canvas-1", "draw"), ("canvas-1", "draw_a4"), ("canvas-2", "draw"), ("canvas-2", "draw_a4"))

canvases = pytest.mark.parametrize(("sheet", "draw"), CANVASES)


def canvas(context: DrawingContext, sheet: str, draw: str, names: Names) -> list[Page]:
    found = context.catalogue.sheets[sheet]
    layout = importlib.import_module(f"kit.layouts.{found.layout}")
    pages: list[Page] = getattr(layout, draw)(context, found, names)
    return pages


def card(context: DrawingContext, organisation: Text | None, short: Text | None = None) -> Page:
    layout = importlib.import_module("kit.layouts.partner_card")
    page: Page = layout.front(
        context, context.catalogue.sheets["partnerkaart"], Owner(organisation, short) if organisation else None
    )
    return page


def new_context(edition: Edition = "colour", catalogue: Catalogue | None = None) -> DrawingContext:
    return DrawingContext(catalogue or shipped(), theme(edition), Fonts())


def own(page: Page) -> dict[str, tuple[float, float]]:
    """The names on a page, and where their baselines begin."""
    return {text.text: (text.x, text.y) for text in page.texts if isinstance(text, Letters)}


@canvases
def test_without_names_a_page_is_what_it_was(sheet: str, draw: str) -> None:
    context = new_context()
    blank, again = canvas(context, sheet, draw, NOBODY), canvas(context, sheet, draw, NOBODY)
    assert all(page.ground is None for page in blank)
    assert all(one is other for one, other in zip(blank, again, strict=True))


@canvases
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_named_page_holds_only_its_names(sheet: str, draw: str, edition: Edition) -> None:
    context = new_context(edition)
    blank = canvas(context, sheet, draw, NOBODY)
    for page, ground in zip(canvas(context, sheet, draw, SAMIRA), blank, strict=True):
        if page is not ground:
            assert page.ground is ground
            assert (page.shapes, page.codes, page.links) == ([], [], [])
            assert 1 <= len(page.texts) <= 4
            assert page.all_placed[: len(ground.placed)] == ground.placed


def test_names_of_canvas_1_stand_where_the_design_puts_them() -> None:
    (page,) = canvas(new_context(), "canvas-1", "draw", SAMIRA)
    at = own(page)
    lines = [placed.box for placed in page.all_placed if placed.role == "writing"]
    assert at["Samira El Amrani"] == pytest.approx((lines[0].x + 1, 18 - 1.2))
    assert at["12 maart 2027"] == pytest.approx((lines[0].x + 1, 27.5 - 1.2))
    middles = {placed.text: placed.box.centre.x for placed in page.placed if placed.role == "printed-name"}
    assert middles == pytest.approx({"Gemeenschapscentrum De Kring": 210, "Heist-op-den-Berg": 210})
    assert at["Gemeenschapscentrum De Kring"][1] == pytest.approx(130.1 - 1.6)
    assert at["Heist-op-den-Berg"][1] == pytest.approx(154.9 - 1.6)


def test_names_of_canvas_1_on_a4_are_spread_over_both_pages() -> None:
    first, second = canvas(new_context(), "canvas-1", "draw_a4", SAMIRA)
    assert [placed.text for placed in first.placed] == [
        *("Samira El Amrani", "12 maart 2027", "Gemeenschapscentrum De Kring", "Heist-op-den-Berg")
    ]
    assert [y for _, y in own(first).values()] == pytest.approx([42.3, 42.3, 115.0, 139.8])
    assert [placed.text for placed in second.placed] == ["Samira El Amrani, Gemeenschapscentrum De Kring"]


def test_canvas_2_tells_who_and_the_date() -> None:
    (page,) = canvas(new_context(), "canvas-2", "draw", SAMIRA)
    assert [placed.text for placed in page.placed] == [
        "Samira El Amrani, Gemeenschapscentrum De Kring",
        "12 maart 2027",
    ]
    assert [y for _, y in own(page).values()] == pytest.approx([16.8, 26.3])
    assert all(placed.box.right < 377 for placed in page.placed)


def test_both_halves_of_canvas_2_tell_who_and_the_date() -> None:
    pages = canvas(new_context(), "canvas-2", "draw_a4", SAMIRA)
    assert len(pages) == 2
    for page in pages:
        who, date = page.placed
        assert " ".join(who.text.split()) == "Samira El Amrani, Gemeenschapscentrum De Kring"
        assert date.text == "12 maart 2027"
        assert who.box.right < 104 < 110 < date.box.x < date.box.right < 156
        assert [who.box.bottom, date.box.bottom] == pytest.approx([35.6, 35.6], abs=0.6)


def test_what_a_canvas_has_no_place_for_makes_no_page_of_its_own() -> None:
    context = new_context()
    somewhere = Names(municipality=Text.of("Lier"))
    assert canvas(context, "canvas-2", "draw", somewhere) == canvas(context, "canvas-2", "draw", NOBODY)


@canvases
def test_one_value_is_enough_and_the_rest_stays_empty(sheet: str, draw: str) -> None:
    page = canvas(new_context(), sheet, draw, Names(date=Text.of("12 maart 2027")))[0 if sheet == "canvas-1" else -1]
    assert [placed.text for placed in page.placed] == ["12 maart 2027"]


@canvases
def test_a_name_that_does_not_fit_is_told_at_its_place_in_the_list(sheet: str, draw: str) -> None:
    mark = Mark("deelnemers.csv", 7, 1)
    names = Names(organisation=Text.of("Gemeenschapscentrum " * 10, mark))
    problems = [problem for page in canvas(new_context(), sheet, draw, names) for problem in page.problems]
    assert problems
    assert {problem.mark for problem in problems} == {mark}
    # In the bubble of canvas 1 it has one line; on canvas 2 it may take two, and is too high then.
    assert {problem.code for problem in problems} == {"text-too-wide" if sheet == "canvas-1" else "text-too-high"}


HOSTILE = ("**vet** {n} =1+1", "Şule Öztürk-Yıldız", "Zoë & Łukasz <b>", "\\N")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_printed_letter_by_letter(name: str) -> None:
    (page,) = canvas(new_context(), "canvas-1", "draw", Names(Text.of(name), Text.of(name)))
    assert [placed.text for placed in page.placed] == [name, name]
    assert card(new_context(), Text.of(name)).placed[0].text == f"van {name}"


def test_letters_that_no_font_has_are_told() -> None:
    (page,) = canvas(new_context(), "canvas-1", "draw", Names(Text.of("سميرة")))
    assert [problem.code for problem in page.problems] == ["letters-missing"]


def test_200_participants_share_a_page_and_a_file_grows_by_their_names_alone() -> None:
    context = new_context()
    everybody = [replace(SAMIRA, participant=Text.of(f"Samira {number}")) for number in range(200)]
    pages = [page for names in everybody for page in canvas(context, "canvas-1", "draw", names)]
    assert len({id(page.ground) for page in pages}) == 1
    few, many = (len(pdf_bytes(some, context.fonts, Info("", "", "", "nl-BE"))) for some in (pages[:1], pages))
    assert many - few < 199 * 2000


# Cards


def test_a_card_tells_whose_it_is_under_its_address() -> None:
    context = new_context()
    page = card(context, SAMIRA.organisation)
    assert page.ground is card(context, None)
    assert own(page) == {"van Gemeenschapscentrum De Kring": pytest.approx((26.2, 26.3))}
    assert page.placed[0].box.width <= 51


def test_a_long_owner_goes_on_beside_the_code() -> None:
    page = card(new_context(), Text.of("Gemeenschapscentrum De Zandloper Kampenhout"))
    (code,) = (placed.box for placed in page.all_placed if placed.role == "qr")
    (owner,) = page.placed
    assert len(owner.text.splitlines()) == 2
    assert owner.box.right <= code.x
    assert page.problems == []


def test_an_owner_stands_under_an_address_of_two_lines() -> None:
    catalogue = shipped()
    url = Text.of("https://een-lang-webadres.example.org/netwerk.html")
    digital = replaced(catalogue.kit.digital, base_url=url)
    context = new_context(catalogue=replace(catalogue, kit=replaced(catalogue.kit, digital=digital)))
    page = card(context, SAMIRA.organisation)
    texts = [placed.box for placed in page.all_placed if placed.role in ("card-url", "card-label")]
    (owner,) = page.placed
    assert owner.box.y > max(box.bottom for box in texts[:2])
    assert not owner.box.overlaps(texts[2])


@pytest.mark.parametrize("mark", [None, Mark("deelnemers.csv", 7, 2)])
def test_an_owner_that_does_not_fit_is_told(mark: Mark | None) -> None:
    (problem,) = card(new_context(), Text.of("Intergemeentelijk samenwerkingsverband " * 3, mark)).problems
    assert problem.code == "text-too-high"
    assert problem.mark is not None
    assert problem.mark.file.endswith("deelnemers.csv" if mark else "partnerkaart.yaml")


FLEMISH = (
    "Gemeenschapscentrum De Kollebloem Puurs-Sint-Amands",
    "Intergemeentelijke Onroerenderfgoeddienst Erfgoed Noorderkempen",
    "Stedelijke Academie voor Muziek, Woord en Dans Dendermonde",
    "Cultuur- en Ontmoetingscentrum De Werft vzw Geel",
    "Koninklijke Harmonie Sint-Cecilia Heist-op-den-Berg vzw",
    "Bibliotheek Kempens Karakter Herentals-Vorselaar-Olen",
    "Regionaal Landschap Schelde-Durme en Erfgoedcel Waasland",
    "Provinciaal Centrum voor Beeldende Kunsten Begijnhof Hasselt",
    "Sociaal-cultureel werk Avansa Mechelen-Kempen-Noord vzw",
)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", FLEMISH)
def test_real_names_of_organisations_fit_everywhere(name: str, edition: Edition) -> None:
    context = new_context(edition)
    names = Names(Text.of("Fatima El Amrani"), Text.of(name), Text.of("Lier"), Text.of("3 december 2026"))
    pages = [page for sheet, draw in CANVASES for page in canvas(context, sheet, draw, names)]
    pages += [card(context, names.organisation), bubble_sheet("draw_named", names, context=context)]
    assert wrong(pages) == []


def test_an_owner_on_three_lines_keeps_off_the_code_and_the_first_field() -> None:
    page = card(new_context(), Text.of(FLEMISH[1]))
    (owner,) = page.placed
    (code,) = (placed.box for placed in page.all_placed if placed.role == "qr")
    label = next(placed.box for placed in page.all_placed if placed.text == "NAAM")
    assert len(owner.text.splitlines()) == 3
    assert owner.box.right <= code.x
    assert not owner.box.overlaps(label)
    assert owner.box.x > label.right


def test_a_short_name_stands_where_the_whole_one_does_not_fit() -> None:
    endless = Text.of("Intergemeentelijk samenwerkingsverband " * 3)
    page = card(new_context(), endless, Text.of("IGS Kempen"))
    assert [placed.text for placed in page.placed] == ["van IGS Kempen"]
    assert page.problems == []
    assert card(new_context(), Text.of("De Kring"), Text.of("Kring")).placed[0].text == "van De Kring"
    names = Names(Text.of("Fatima El Amrani"), endless, short=Text.of("IGS Kempen"))
    for sheet, draw in CANVASES:
        drawn = canvas(new_context(), sheet, draw, names)
        assert any("IGS Kempen" in placed.text for page in drawn for placed in page.placed)
        assert [problem for page in drawn for problem in page.problems] == []


# The bubble sheet


def bubble_sheet(draw: str, names: Names, place: str = "Lier", context: DrawingContext | None = None) -> Page:
    """The first page of the bubble sheet, blank or of a municipality."""
    context = context or new_context()
    layout = importlib.import_module("kit.layouts.bubble_sheet")
    details: tuple[object, ...] = (named(place), {}) if draw == "draw_named" else ()
    page: Page = getattr(layout, draw)(context, context.catalogue.sheets["bollenschema"], *details, names)[0]
    return page


both = pytest.mark.parametrize("draw", ["draw", "draw_named"])


@both
def test_organisation_and_date_stand_in_the_fields_of_the_bubble_sheet(draw: str) -> None:
    at = own(bubble_sheet(draw, Names(organisation=Text.of("De Kring"), date=Text.of("12 maart 2027"))))
    assert at["De Kring"] == pytest.approx((353 + 1, 273 - 1.2))
    assert at["12 maart 2027"] == pytest.approx((353 + 12.41 + 1, 281.5 - 1.2), abs=0.01)


@both
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_long_organisation_goes_on_above_its_line(draw: str, edition: Edition) -> None:
    page = bubble_sheet(draw, LONG, context=new_context(edition))
    value = next(placed for placed in page.placed if placed.role == "printed-lines")
    assert 1 < len(value.text.splitlines()) <= 3
    assert value.box.right <= 410
    assert value.box.bottom < 273
    assert all(value.box.y > text.box.bottom for text in page.all_placed if text.text == "organisatie")
    assert all(text.box.bottom < value.box.y for text in page.all_placed if text.role == "north")
    # There is no room for the person besides, and that is said.
    assert [problem.code for problem in page.problems] == ["name-left-out"]


def test_an_organisation_that_is_too_long_for_the_bubble_sheet_is_told_at_its_place() -> None:
    mark = Mark("deelnemers.csv", 7, 1)
    page = bubble_sheet("draw_named", Names(organisation=Text.of("Gemeenschapscentrum " * 10, mark)))
    assert [(problem.code, problem.mark) for problem in page.problems] == [("text-too-high", mark)]


def test_the_blank_bubble_sheet_is_shared_and_is_the_same_without_names() -> None:
    context = new_context()
    blank = bubble_sheet("draw", NOBODY, context=context)
    assert blank.ground is None
    assert own(bubble_sheet("draw", Names(participant=Text.of("Samira El Amrani")), context=context)).keys() == {
        "Samira El Amrani"
    }
    page = bubble_sheet("draw", SAMIRA, context=context)
    assert page.ground is blank
    assert [placed.role for placed in page.placed] == ["printed-name", "printed-lines", "printed-field"]
    assert page.shapes == []


def test_sheets_of_participants_of_one_municipality_share_their_ground() -> None:
    context = new_context()
    pages = [
        bubble_sheet("draw_named", replace(SAMIRA, date=Text.of(f"{day} maart 2027")), context=context)
        for day in (1, 2)
    ]
    assert pages[0].ground is pages[1].ground
    assert pages[0].shapes == []
