"""Canvas 1: what is typed is there, and stays there; every box can be reached with keys alone."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.conftest import At
from tests.web.modules import FILLED, begin_with
from tests.web.settled import becomes, boxes, settled

pytestmark = pytest.mark.engines("firefox")

MARKUP = "<img src=x onerror=alert(1)> & <b>De Nete</b>"


def document(page: Page) -> Any:
    """What the browser has stored, once it has."""
    expect(page.locator(".state[data-state='saved']")).to_be_visible()
    return page.evaluate("JSON.parse(localStorage.getItem('kit:' + location.pathname))")


@pytest.mark.engines("firefox", guards=True)
def test_what_is_typed_is_there_after_a_reload(phone: Page, at: At) -> None:
    at(phone, "#c1")
    phone.fill("#c1-wie", "Muziekatelier De Nete")
    phone.get_by_label("Sterkte 1 van 6").fill("Een groot podium")
    expect(phone.locator(".state")).to_contain_text("Bewaard")
    phone.reload()
    expect(phone.locator("#c1-wie")).to_have_value("Muziekatelier De Nete")
    expect(phone.get_by_label("Sterkte 1 van 6")).to_have_value("Een groot podium")
    becomes(lambda: document(phone)["canvas1"]["sterktes"], ["Een groot podium"])


def test_markup_that_is_typed_stays_text(laptop: Page, at: At) -> None:
    at(laptop, "#c1")
    laptop.fill("#c1-wie", MARKUP)
    laptop.fill("#c1-wat", MARKUP)
    at(laptop, "")
    expect(laptop.locator(".picture-centre")).to_contain_text("<img")
    assert laptop.locator("#overzicht img").count() == 0


def test_the_boxes_are_filled_with_keys_alone(phone: Page, at: At) -> None:
    at(phone, "#c1")
    phone.get_by_label("Sterkte 1 van 6").focus()
    for i in range(6):
        phone.keyboard.type(f"sterkte {i}")
        phone.keyboard.press("Enter")
    phone.keyboard.type("beperking")
    expect(phone.get_by_label("Beperking 1 van 6")).to_have_value("beperking")
    for _ in "beperking":
        phone.keyboard.press("Backspace")
    expect(phone.get_by_label("Beperking 1 van 6")).to_have_value("")
    phone.get_by_label("Sterkte 2 van 6").fill("")
    phone.keyboard.press("Backspace")
    expect(phone.get_by_label("Sterkte 1 van 6")).to_be_focused()
    becomes(lambda: document(phone)["canvas1"]["sterktes"][0], "sterkte 0")


def test_a_box_that_was_skipped_keeps_its_place(laptop: Page, at: At) -> None:
    at(laptop, "#c1")
    laptop.get_by_label("Sterkte 3 van 6").fill("drie")
    expect(laptop.locator(".state")).to_contain_text("Bewaard")
    laptop.reload()
    expect(laptop.get_by_label("Sterkte 3 van 6")).to_have_value("drie")


def test_a_narrow_screen_shows_one_box_more_than_are_filled(phone: Page, at: At) -> None:
    at(phone, "#c1")
    boxes = phone.locator(".c1-column.strength .box:visible")
    expect(boxes).to_have_count(1)
    phone.get_by_label("Sterkte 1 van 6").fill("een")
    expect(boxes).to_have_count(2)
    phone.get_by_role("button", name="Nog een sterkte").click()
    expect(boxes).to_have_count(3)


def test_a_link_is_solid_where_its_box_is_filled(laptop: Page, at: At) -> None:
    at(laptop, "#c1")
    expect(laptop.locator(".c1-link")).to_have_count(12)
    expect(laptop.locator(".c1-link.filled")).to_have_count(0)
    laptop.get_by_label("Beperking 2 van 6").fill("twee")
    expect(laptop.locator(".c1-link.filled")).to_have_count(1)


def test_the_note_of_arrival_goes_with_the_first_letter_and_stays_away(phone: Page, at: At) -> None:
    at(phone, "#c1")
    expect(phone.locator(".arrival")).to_be_visible()
    phone.locator("#c1-wie").press_sequentially("M")
    expect(phone.locator(".arrival")).to_have_count(0)
    expect(phone.locator(".jumps")).to_be_visible()
    phone.locator("#c1-wie").fill("")
    at(phone, "#w")
    at(phone, "#c1")
    expect(phone.locator(".arrival")).to_have_count(0)


def test_the_first_field_is_on_the_first_screen(phone: Page, at: At) -> None:
    (box,) = boxes(at(phone, "#c1").locator("#c1-wie"))
    assert box["y"] + box["height"] < 740 - 66


def test_the_whole_sheet_is_on_a_laptop_at_once(laptop: Page, at: At) -> None:
    (box,) = boxes(at(laptop, "#c1").locator(".c1"))
    assert box["y"] + box["height"] <= 768


@pytest.mark.parametrize("width", [320, 344, 664, 1023, 1240])
def test_nothing_is_wider_than_the_screen(new_context: Any, at: At, width: int) -> None:
    page = at(new_context(width, 740).new_page(), "#c1")
    page.fill("#c1-wie", "W" * 300)
    page.get_by_label("Sterkte 1 van 6").fill("W" * 300)
    assert settled(page).evaluate("document.documentElement.scrollWidth <= innerWidth")


CUT = "[...document.querySelectorAll('#c1 textarea')].filter((one) => one.scrollHeight > one.clientHeight + 1).length"


def test_fields_grow_again_where_css_cannot_let_them(new_context: Callable[..., BrowserContext], at: At) -> None:
    """WebKitGTK 2.50 has no ``field-sizing``: a field that became narrower stayed as high, and cut its text."""
    page = new_context(820, 700).new_page()
    page.add_init_script(
        """if (window.origin !== 'null') {
            const supports = CSS.supports.bind(CSS);
            CSS.supports = (...asked) => asked[0] !== "field-sizing" && supports(...asked);
        }"""
    )
    begin_with(page, FILLED)
    at(page, "#c1")
    page.fill("#c1-wat", "Elke week zingen en samenspelen, met iedereen die dat wil. " * 5)
    becomes(lambda: page.evaluate(CUT), 0)
    page.set_viewport_size({"width": 320, "height": 700})
    becomes(lambda: page.evaluate(CUT), 0)
    page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync("* { letter-spacing: .12em !important; line-height: 1.8 !important; }");
            document.adoptedStyleSheets = [sheet];
        }"""
    )
    becomes(lambda: page.evaluate(CUT), 0)
