"""What stands around the sheets: the address, the saved state, other tabs, undo, and what nobody typed."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.conftest import At
from tests.web.modules import FILLED, begin_with
from tests.web.settled import becomes
from tests.web.test_canvas_1 import document

pytestmark = pytest.mark.engines("firefox")

KEY = "'kit:' + location.pathname"


@pytest.mark.parametrize(
    "fragment", ["#x", "#c9", "#b12021", "#c1/a/b", "#../../etc", "#<img src=x>", "#%E0%A4%A", "#s"]
)
def test_an_unknown_sheet_leads_to_the_overview_and_says_so(laptop: Page, at: At, fragment: str) -> None:
    at(laptop, fragment, view="overzicht")
    expect(laptop.get_by_text("Dit blad ken ik niet.")).to_be_visible()
    # The address says what is shown.
    assert laptop.evaluate("location.hash") == ""


def test_back_comes_back_to_where_it_was(phone: Page, at: At) -> None:
    at(phone, "#w")
    scrolled = (
        "new Promise((done) => { addEventListener('scroll', done, { once: true }); scrollTo(0, 400); }).then(() => 0)"
    )
    phone.evaluate(scrolled)
    phone.get_by_role("navigation").get_by_role("link", name="Canvas 1").click()
    phone.wait_for_selector('html[data-ready="c1"]')
    phone.go_back()
    phone.wait_for_selector('html[data-ready="w"]')
    becomes(lambda: phone.evaluate("scrollY > 300"), True)


def test_a_change_of_sheet_gives_its_heading_the_focus(laptop: Page, at: At) -> None:
    at(laptop, "")
    laptop.get_by_role("navigation").get_by_role("link", name="Canvas 1").click()
    expect(laptop.locator("#c1 .live h1")).to_be_focused()
    expect(laptop).to_have_title(re.compile("^Canvas 1 – "))
    expect(laptop.locator('[aria-current="page"]')).to_have_text("Canvas 1")


def test_the_skip_link_leads_to_the_content_and_not_to_another_sheet(laptop: Page, at: At) -> None:
    at(laptop, "")
    laptop.keyboard.press("Tab")
    expect(laptop.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    laptop.keyboard.press("Enter")
    expect(laptop.locator("main")).to_be_focused()
    assert laptop.evaluate("location.hash") == ""
    expect(laptop.locator("#overzicht")).to_be_visible()


def test_a_browser_that_stores_nothing_says_so_and_works(new_context: Callable[..., BrowserContext], at: At) -> None:
    page = new_context().new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };")
    at(page, "#c1")
    page.fill("#c1-wie", "De Nete")
    expect(page.locator(".state")).to_contain_text("Niet bewaard")
    expect(page.get_by_role("alert").filter(has_text="Je browser kan dit niet bewaren.")).to_have_count(1)
    page.get_by_role("navigation").get_by_role("link", name="Overzicht").click()
    expect(page.locator(".picture-centre")).to_contain_text("De Nete")


@pytest.mark.engines("firefox", guards=True)
def test_what_is_stored_and_broken_is_put_aside_and_not_thrown_away(laptop: Page, at: At) -> None:
    at(laptop, "")
    laptop.evaluate(f'localStorage.setItem({KEY}, \'{{"formaat": "bouw-je-netwerk-uit", "kaart\')')
    laptop.reload()
    at(laptop, "#c1")
    laptop.fill("#c1-wie", "De Nete")
    becomes(lambda: document(laptop)["canvas1"]["wie"], "De Nete")
    assert "kaart" in laptop.evaluate(f"localStorage.getItem({KEY} + ':spoilt')")


@pytest.mark.engines("firefox", guards=True)
def test_two_tabs_show_the_same(new_context: Callable[..., BrowserContext], at: At) -> None:
    context = new_context()
    one, two = context.new_page(), context.new_page()
    at(one, "#c1")
    at(two, "#c1")
    one.fill("#c1-wie", "De Nete")
    expect(two.locator("#c1-wie")).to_have_value("De Nete")
    expect(two.locator("#message")).to_contain_text("in een ander tabblad")


def test_the_run_sheet_is_ticked_off_and_stays_so(phone: Page, at: At) -> None:
    at(phone, "#d")
    box = phone.get_by_role("checkbox").first
    box.check()
    expect(phone.locator(".state")).to_contain_text("Bewaard")
    phone.reload()
    expect(box).to_be_checked()


@pytest.mark.engines()  # Playwright turns no scripts off elsewhere.
def test_without_scripts_every_sheet_can_be_read(new_context: Callable[..., BrowserContext], address: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}#i")
    for text in ("Wie ben je?", "Jouw vertrekpunt", "Kunst & cultuur", "Werkwijze", "Draaiboek"):
        expect(page.get_by_text(text).first).to_be_visible()
    expect(page.locator(".state")).to_be_hidden()


@pytest.mark.parametrize("fragment", ["", "#c1", "#w", "#d"])
def test_at_double_size_nothing_sticks_over_the_content(
    new_context: Callable[..., BrowserContext], at: At, fragment: str
) -> None:
    page = at(new_context(683, 384).new_page(), fragment)
    stuck = """[...document.querySelectorAll('body *')]
        .filter((one) => getComputedStyle(one).position === 'fixed' && one.offsetHeight)
        .map((one) => one.className)"""
    assert page.evaluate(stuck) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_step_is_undone_from_a_tick_box_but_not_from_a_field(laptop: Page, at: At) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#k")
    laptop.get_by_role("button", name="Wis alles").click()
    laptop.evaluate("() => { location.hash = 'd'; }")
    laptop.get_by_role("checkbox").first.focus()
    laptop.keyboard.press("Control+z")
    expect(laptop.locator("#message")).to_contain_text("ongedaan gemaakt")
