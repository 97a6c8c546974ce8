"""What was typed stays, whatever a browser does with a page: puts it away, brings it back, opens it twice."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from tests.web.conftest import At
from tests.web.modules import FILLED, STORE, begin_with, document, stored
from tests.web.settled import becomes

pytestmark = pytest.mark.engines("firefox", guards=True)

NEWER = """(key) => {
    const found = JSON.parse(localStorage.getItem(key));
    found.canvas1.wat = "Nieuwer, van elders";
    found.kaarten.push({ ...found.kaarten[0], id: "k77", naam: "Van elders" });
    localStorage.setItem(key, JSON.stringify(found));
}"""
"""What another tab stores while this one hears nothing: a browser tells a page nothing of what it stores itself."""


def elsewhere(page: Page) -> None:
    """Another page of the same browser stored something newer, and this one was not told."""
    page.evaluate(NEWER, STORE)


def test_what_was_stored_elsewhere_is_not_overwritten_by_the_next_letter(laptop: Page, at: At) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#c1")
    elsewhere(laptop)
    laptop.fill("#c1-wie", "De Nete en vrienden")
    found = stored(laptop)
    assert found["canvas1"]["wie"] == "De Nete en vrienden"
    assert found["canvas1"]["wat"] == "Nieuwer, van elders"
    assert [one["id"] for one in found["kaarten"]] == ["k1", "k5", "k6", "k77"]
    expect(laptop.locator("#c1-wat")).to_have_value("Nieuwer, van elders")


@pytest.mark.parametrize("event", ["pageshow", "visibilitychange"])
def test_a_page_that_is_told_that_it_is_looked_at_again_shows_what_is_newest(laptop: Page, at: At, event: str) -> None:
    """Simulated, only the event: how a browser really brings a page back is in test_phone_life.py."""
    begin_with(laptop, FILLED)
    at(laptop, "#c1")
    elsewhere(laptop)
    laptop.evaluate("(event) => (event === 'pageshow' ? window : document).dispatchEvent(new Event(event))", event)
    expect(laptop.locator("#c1-wat")).to_have_value("Nieuwer, van elders")
    expect(laptop.locator("#message")).to_contain_text("in een ander tabblad")


SLEEPS = """() => {
    for (const event of ["storage", "pageshow", "visibilitychange"]) {
        addEventListener(event, (heard) => heard.stopImmediatePropagation(), { capture: true });
    }
}"""
"""A page that is frozen: it hears nothing of what others do."""


def two(
    new_context: Callable[..., BrowserContext], at: At, given: object = FILLED, fragment: str = "#c1"
) -> tuple[Page, Page]:
    """Two tabs with the same network."""
    context = new_context()
    one, other = context.new_page(), context.new_page()
    begin_with(one, given)
    at(one, fragment)
    return one, at(other, "#k")


@pytest.mark.parametrize("asleep", [False, True], ids=["hears", "sleeps"])
def test_what_is_erased_elsewhere_stays_erased(
    new_context: Callable[..., BrowserContext], at: At, asleep: bool
) -> None:
    laptop, other = two(new_context, at)
    if asleep:
        laptop.evaluate(f"({SLEEPS})()")
    other.get_by_role("button", name="Wis alles").click()
    assert other.evaluate("(key) => localStorage.getItem(key)", STORE) is None
    if not asleep:
        expect(laptop.locator("#c1-wie")).to_have_value("")
    laptop.fill("#c1-wie", "Iemand anders")
    found = stored(laptop)
    assert found["canvas1"] == {**document()["canvas1"], "wie": "Iemand anders"}
    assert found["kaarten"] == []


@pytest.mark.parametrize("event", ["pageshow", "visibilitychange", "storage", ""])
@pytest.mark.parametrize("act", ["localStorage.removeItem(key)", "localStorage.clear()"])
def test_what_the_browser_erased_is_stored_again_from_the_screen(laptop: Page, at: At, act: str, event: str) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#c1")
    laptop.fill("#c1-waar", "Lier")
    stored(laptop)
    laptop.evaluate(f"(key) => {{ {act}; }}", STORE)
    if event:
        where = "document" if event == "visibilitychange" else "window"
        laptop.evaluate(f"{where}.dispatchEvent(new Event('{event}'))")
    else:
        laptop.fill("#c1-wat", "Zingen")
    expect(laptop.locator("#c1-wie")).to_have_value("Muziekatelier De Nete")
    becomes(lambda: stored(laptop)["kaarten"], FILLED["kaarten"])
    assert stored(laptop)["canvas1"]["waar"] == "Lier"
    expect(laptop.locator(".state")).to_contain_text("Bewaard")


def test_who_begins_again_after_the_browser_erased_all_does_not_erase_what_another_tab_shows(
    new_context: Callable[..., BrowserContext], at: At
) -> None:
    laptop, other = two(new_context, at)
    laptop.fill("#c1-waar", "Lier")
    stored(laptop)
    laptop.evaluate(f"({SLEEPS})()")
    # Whoever shows it would store it again: here only who sleeps still has it.
    other.close()
    laptop.evaluate("localStorage.clear()")
    other = at(laptop.context.new_page(), "#c1")
    expect(other.locator("#c1-wie")).to_have_value("")
    other.locator("#c1 .box.strength textarea").first.fill("Een nieuwe sterkte")
    stored(other)
    laptop.fill("#c1-wat", "Zingen")
    found = stored(laptop)
    assert found["kaarten"] == FILLED["kaarten"]
    assert (found["canvas1"]["wie"], found["canvas1"]["wat"]) == ("Muziekatelier De Nete", "Zingen")
    assert {*FILLED["canvas1"]["sterktes"], "Een nieuwe sterkte"} == set(found["canvas1"]["sterktes"])


def test_what_another_tab_stored_again_and_went_on_with_is_not_set_back(laptop: Page, at: At) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#c1")
    laptop.fill("#c1-waar", "Lier")
    stored(laptop)
    laptop.fill("#c1-wie", "De Nete en vrienden")
    laptop.evaluate(f"(key) => {{ localStorage.clear(); localStorage.setItem(key, '{json.dumps(FILLED)}'); }}", STORE)
    elsewhere(laptop)
    found = stored(laptop)["canvas1"]
    assert (found["wie"], found["wat"]) == ("De Nete en vrienden", "Nieuwer, van elders")
    expect(laptop.locator("#c1-wat")).to_have_value("Nieuwer, van elders")


def test_what_is_erased_while_somebody_types_is_stored_with_what_is_typed(laptop: Page, at: At) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#c1")
    laptop.locator("#c1-wat").focus()
    laptop.keyboard.press("End")
    laptop.keyboard.type(" En")
    laptop.evaluate("localStorage.clear()")
    laptop.keyboard.type(" dansen.")
    expect(laptop.locator("#c1-wat")).to_have_value(f"{FILLED['canvas1']['wat']} En dansen.")
    assert stored(laptop)["canvas1"] == {**FILLED["canvas1"], "wat": f"{FILLED['canvas1']['wat']} En dansen."}


def test_a_store_that_is_full_at_the_second_save_keeps_the_first_and_takes_the_rest_once_there_is_room(
    new_context: Callable[..., BrowserContext], at: At
) -> None:
    laptop, other = two(new_context, at)
    laptop.fill("#c1-waar", "Lier")
    assert stored(laptop)["canvas1"]["waar"] == "Lier"
    laptop.evaluate(
        """() => {
            const put = Storage.prototype.setItem;
            Storage.prototype.setItem = function (...given) {
                if (window.roomy) return put.apply(this, given);
                throw new DOMException("full", "QuotaExceededError");
            };
        }"""
    )
    laptop.locator("#c1 .box.strength textarea").nth(2).fill("Van hier")
    expect(laptop.locator(".state")).to_contain_text("Niet bewaard")
    # Somebody goes on in another tab meanwhile.
    at(other, "#c1")
    expect(other.locator("#c1-waar")).to_have_value("Lier")
    other.locator("#c1 .box.strength textarea").nth(2).fill("Van daar")
    stored(other)
    laptop.evaluate("window.roomy = true")
    becomes(lambda: stored(laptop)["canvas1"]["sterktes"], [*FILLED["canvas1"]["sterktes"], "Van hier", "Van daar"])
    expect(laptop.locator(".state")).to_contain_text("Bewaard")
    expect(other.locator("#c1 .box.strength textarea").nth(3)).to_have_value("Van daar")


def test_after_erasing_nothing_is_said_to_be_not_stored(laptop: Page, at: At) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#k")
    laptop.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    laptop.evaluate("location.hash = '#c1'")
    laptop.fill("#c1-waar", "Lier")
    expect(laptop.locator(".state")).to_contain_text("Niet bewaard")
    laptop.evaluate("location.hash = '#k'")
    laptop.get_by_role("button", name="Wis alles").click()
    expect(laptop.locator(".state")).not_to_contain_text("Niet bewaard")
    assert kept(laptop) == []


LATER = json.dumps({**FILLED, "versie": 2, "kaarten": {"anders": "dan nu"}})
"""What a newer version of the page stored, in a form that nobody here knows."""


def kept(page: Page) -> list[str]:
    """All texts that are stored, but how the page is looked at."""
    found: list[str] = page.evaluate(
        "Object.keys(localStorage).filter((one) => !one.endsWith(':view')).map((one) => localStorage[one])"
    )
    return found


def test_what_a_newer_version_stored_is_left_as_it_is_and_told(
    laptop: Page, at: At, violations: Callable[[Page], list[str]]
) -> None:
    begin_with(laptop, json.loads(LATER))
    at(laptop, "#c1")
    expect(laptop.locator(".state")).to_contain_text("Niet bewaard")
    message = laptop.locator("#message")
    expect(message).to_contain_text("Je netwerk komt uit een nieuwere versie van deze site.")
    expect(message.get_by_role("button", name="Herlaad")).to_be_visible()
    laptop.fill("#c1-wie", "Iemand anders")
    laptop.wait_for_timeout(400)
    laptop.evaluate("for (const event of ['pagehide', 'pageshow']) dispatchEvent(new Event(event))")
    expect(laptop.locator(".state")).to_contain_text("Niet bewaard")
    assert [json.loads(one) for one in kept(laptop)] == [json.loads(LATER)]
    laptop.evaluate("location.hash = '#k'")
    note = laptop.locator(".keep-state").get_by_role("alert")
    expect(note).to_contain_text("Niet bewaard. Je netwerk komt uit een nieuwere versie van deze site.")
    laptop.get_by_role("button", name="Wis alles").click()
    expect(message).to_contain_text("nieuwere versie")
    assert [json.loads(one) for one in kept(laptop)] == [json.loads(LATER)]
    assert violations(laptop) == []


def test_what_a_newer_version_stores_meanwhile_is_not_overwritten_either(laptop: Page, at: At) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#c1")
    laptop.evaluate("(given) => localStorage.setItem(...given)", [STORE, LATER])
    laptop.fill("#c1-wie", "Iemand anders")
    expect(laptop.locator(".state")).to_contain_text("Niet bewaard")
    expect(laptop.locator("#message")).to_contain_text("nieuwere versie")
    assert kept(laptop) == [LATER]
    # What is on the screen stays there; and it is stored once somebody put a file of this version in its place.
    expect(laptop.locator("#c1-wie")).to_have_value("Iemand anders")
    laptop.evaluate("(given) => localStorage.setItem(...given)", [STORE, json.dumps(FILLED)])
    laptop.evaluate("dispatchEvent(new Event('pageshow'))")
    becomes(lambda: stored(laptop)["canvas1"]["wie"], "Iemand anders")
    assert stored(laptop)["kaarten"] == FILLED["kaarten"]
    expect(laptop.locator(".state")).to_contain_text("Bewaard")


@pytest.mark.engines()  # Firefox asks nothing of who is driven by a program.
def test_who_closes_what_could_not_be_stored_is_asked_once_more(laptop: Page, at: At) -> None:
    laptop.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    )
    at(laptop, "#c1")
    laptop.click("#c1-wie")
    laptop.keyboard.type("De Nete")
    expect(laptop.locator(".state")).to_contain_text("Niet bewaard")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    laptop.on("dialog", stay)
    laptop.reload()
    assert asked == ["beforeunload"]


def test_who_closes_what_is_stored_is_not_asked(laptop: Page, at: At) -> None:
    at(laptop, "#c1")
    laptop.click("#c1-wie")
    laptop.keyboard.type("De Nete")
    expect(laptop.locator(".state")).to_contain_text("Bewaard")
    asked: list[str] = []
    laptop.on("dialog", lambda dialog: asked.append(dialog.type))
    laptop.reload()
    expect(laptop.locator("#c1-wie")).to_have_value("De Nete")
    assert asked == []
