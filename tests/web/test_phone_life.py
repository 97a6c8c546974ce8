"""A phone's life: opened from a code, filled in, locked, rotated, put away, killed, restored. Nothing typed is lost."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from kit.serve.loopback import Answer, Server
from kit.serve.site import SiteFiles
from kit.web import build
from tests.web.conftest import AXE, At
from tests.web.engines import REMEMBERING, SETTINGS, program
from tests.web.modules import FILLED, STORE, begin_with, stored
from tests.web.settled import becomes

pytestmark = pytest.mark.engines("firefox", guards=True)

PUT_AWAY = """([key, hidden]) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
    Object.defineProperty(document, "visibilityState", { configurable: true, value: hidden ? "hidden" : "visible" });
    document.dispatchEvent(new Event("visibilitychange"));
    return JSON.parse(localStorage.getItem(key) ?? "{}").canvas1;
}"""
"""The screen goes off, or on again. What is stored by then, within the same moment: there may be no other."""

SLOW = """
    const soon = window.setTimeout;
    window.setTimeout = (act, after = 0, ...given) => soon(act, after >= 300 ? after * 200 : after, ...given);
"""
"""A battery saver: what was to happen in a while happens in a minute."""


class Host(SiteFiles):
    """A host as there are many: browsers may keep its page. One that may not be kept Firefox never brings back."""

    def answer(self, path: str) -> Answer | None:
        found = super().answer(path)
        return found and replace(found, lasting=True)


@pytest.fixture(scope="module")
def address(made: build.Made) -> Iterator[str]:
    """Where the site is, on such a host."""
    server = Server(Host({**made.files, AXE: b"elsewhere"}, made.page))
    yield server.address
    server.close()


@pytest.fixture(scope="module")
def browser(browser: Browser, _playwright: Playwright, engine: str) -> Iterator[Browser]:
    """One that brings pages back from its memory: Firefox does; Chromium too, but Playwright tells it not to."""
    if engine != "chromium":
        yield browser
        return
    remembering = _playwright.chromium.launch(
        executable_path=program(engine, REMEMBERING),
        args=[*SETTINGS],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield remembering
    remembering.close()


def away(page: Page, address: str) -> None:
    """To another page."""
    page.evaluate("""() => {
        window.same = true;
        addEventListener("pageshow", (event) => { window.restored = event.persisted; });
    }""")
    page.goto(f"{address}{AXE}")


def back(page: Page) -> None:
    """Back by the browser's own button, to the very page that was left: restored, not loaded again."""
    # Playwright waits for a page that loads, and this one does not.
    page.evaluate("() => { setTimeout(() => history.back()); }")
    page.wait_for_function("() => 'ready' in document.documentElement.dataset")
    assert page.evaluate("[window.same, window.restored]") == [True, True]


def holds(page: Page, field: str, text: str) -> None:
    """A field holds a text, in a page that came back: of one in Firefox, Playwright still waits for it to load."""
    becomes(lambda: page.evaluate("(css) => document.querySelector(css).value", field), text)


def write(page: Page, field: str, text: str) -> None:
    """Write a text in the place of what a field holds, in a page that came back."""
    page.evaluate("(css) => document.querySelector(css).select()", field)
    page.keyboard.type(text)


def put_away(page: Page) -> dict[str, str]:
    """Lock the phone or go to another program; what is stored at once."""
    found: dict[str, str] = page.evaluate(PUT_AWAY, [STORE, True])
    return found


def taken_up(page: Page) -> None:
    """Look at it again."""
    page.evaluate(PUT_AWAY, [STORE, False])


def frozen(page: Page, engine: str, state: str) -> None:
    """Freeze the page as a phone does with one that is not looked at for long; only Chromium can be told to."""
    if engine == "chromium":
        page.context.new_cdp_session(page).send("Page.setWebLifecycleState", {"state": state})


def test_nothing_that_is_typed_on_a_phone_is_lost(
    new_context: Callable[..., BrowserContext], at: At, address: str, engine: str, provoked: list[str]
) -> None:
    provoked.append("favicon.ico")
    context = new_context(360, 740, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.add_init_script(SLOW)
    at(page, "#c1.0000")
    page.locator("#c1-wie").click()
    page.keyboard.type("Muziekatelier")
    assert put_away(page)["wie"] == "Muziekatelier"
    frozen(page, engine, "frozen")
    frozen(page, engine, "active")
    taken_up(page)
    page.keyboard.type(" De Nete")
    # Turned while somebody types: the field, what is in it and the caret stay.
    page.set_viewport_size({"width": 740, "height": 360})
    expect(page.locator("#c1-wie")).to_be_focused()
    page.keyboard.type(" vzw")
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator("#c1-wie")).to_have_value("Muziekatelier De Nete vzw")
    # Away to another page, and back from the browser's memory.
    away(page, address)
    back(page)
    holds(page, "#c1-wie", "Muziekatelier De Nete vzw")
    write(page, "#c1-wat", "Elke week zingen")
    assert put_away(page)["wat"] == "Elke week zingen"
    # Killed while it lay in a pocket: nothing is asked of it any more.
    page.evaluate("addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true)")
    page.close()
    page = at(context.new_page(), "#c1")
    expect(page.locator("#c1-wie")).to_have_value("Muziekatelier De Nete vzw")
    expect(page.locator("#c1-wat")).to_have_value("Elke week zingen")


def test_the_way_back_brings_no_older_network(
    new_context: Callable[..., BrowserContext], at: At, address: str, provoked: list[str]
) -> None:
    """The page that comes back is the old one; it takes over what another tab stored meanwhile."""
    provoked.append("favicon.ico")
    context = new_context()
    page, other = context.new_page(), context.new_page()
    begin_with(page, FILLED)
    at(page, "#c1")
    away(page, address)
    at(other, "#c1")
    other.fill("#c1-wat", "Nieuwer, van elders")
    stored(other)
    page.bring_to_front()
    back(page)
    holds(page, "#c1-wat", "Nieuwer, van elders")
    write(page, "#c1-wie", "De Nete en vrienden")
    found = stored(page)["canvas1"]
    assert (found["wie"], found["wat"]) == ("De Nete en vrienden", "Nieuwer, van elders")


def test_an_hour_in_a_pocket_past_midnight_loses_nothing(
    new_context: Callable[..., BrowserContext], at: At, engine: str
) -> None:
    """Put away in the midst of a word; an hour later by the clock, and after another tab wrote, it is all there."""
    context = new_context(360, 740, has_touch=True, is_mobile=True)
    evening = datetime.datetime(2026, 12, 3, 23, 40, tzinfo=datetime.UTC)
    context.clock.install(time=evening)
    page, other = context.new_page(), context.new_page()
    at(page, "#c1")
    page.locator("#c1-wie").click()
    page.keyboard.type("Muziekat")
    assert put_away(page)["wie"] == "Muziekat"
    frozen(page, engine, "frozen")
    at(other, "#c1")
    other.fill("#c1-wat", "Elke week zingen")
    stored(other)
    page.bring_to_front()
    frozen(page, engine, "active")
    left = page.evaluate("Date.now()")
    context.clock.fast_forward("01:00:00")
    assert page.evaluate("Date.now()") - left >= 3_600_000
    taken_up(page)
    expect(page.locator("#c1-wat")).to_have_value("Elke week zingen")
    expect(page.locator("#c1-wie")).to_be_focused()
    page.keyboard.type("elier")
    found = stored(page)
    assert (found["canvas1"]["wie"], found["canvas1"]["wat"]) == ("Muziekatelier", "Elke week zingen")
    assert datetime.datetime.fromisoformat(found["gewijzigd"]) >= evening + datetime.timedelta(hours=1)


def test_what_could_not_be_stored_is_told_and_tried_again_when_the_phone_is_put_away(phone: Page, at: At) -> None:
    """Somebody makes room, and comes back: nothing more needs to be typed."""
    phone.add_init_script(
        """window.full = true;
        const put = Storage.prototype.setItem;
        Storage.prototype.setItem = function (...given) {
            if (window.full) throw new DOMException("full", "QuotaExceededError");
            return put.apply(this, given);
        };"""
    )
    at(phone, "#c1")
    phone.locator("#c1-wie").fill("Muziekatelier")
    expect(phone.locator(".state")).to_contain_text("Niet bewaard")
    phone.evaluate("window.full = false")
    becomes(lambda: put_away(phone)["wie"], "Muziekatelier")
    taken_up(phone)
    expect(phone.locator(".state")).to_contain_text("Bewaard")
