"""A phone's life: opened from a code, filled in, locked, rotated, put away, killed, restored. Nothing typed is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.conftest import AXE, At
from tests.web.modules import STORE
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
    # Away to another page, and back from the browser's memory or its history.
    page.goto(f"{address}{AXE}")
    page.go_back()
    page.wait_for_selector('html[data-ready="c1"]')
    expect(page.locator("#c1-wie")).to_have_value("Muziekatelier De Nete vzw")
    page.locator("#c1-wat").fill("Elke week zingen")
    assert put_away(page)["wat"] == "Elke week zingen"
    # Killed while it lay in a pocket: nothing is asked of it any more.
    page.evaluate("addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true)")
    page.close()
    page = at(context.new_page(), "#c1")
    expect(page.locator("#c1-wie")).to_have_value("Muziekatelier De Nete vzw")
    expect(page.locator("#c1-wat")).to_have_value("Elke week zingen")


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
