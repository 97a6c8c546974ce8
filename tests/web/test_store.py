"""What was typed stays, whatever a browser does with a page: puts it away, brings it back, opens it twice."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.web.conftest import At
from tests.web.modules import FILLED, STORE, begin_with, card, document, run, serve, stored

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


def test_what_is_erased_elsewhere_stays_erased(laptop: Page, at: At) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#c1")
    laptop.evaluate("(key) => localStorage.removeItem(key)", STORE)
    laptop.fill("#c1-wie", "Iemand anders")
    found = stored(laptop)
    assert found["canvas1"]["wie"] == "Iemand anders"
    assert found["kaarten"] == []


def test_of_two_who_change_a_network_each_keeps_what_they_changed(phone: Page, at: At) -> None:
    at(serve(phone))
    base = document(kaarten=[card(1, naam="Koor")])
    own = document(kaarten=[card(1, naam="Koor"), card(2, naam="Van mij")], canvas1={**base["canvas1"], "wie": "Ik"})
    theirs = document(
        kaarten=[card(1, naam="Koor Berlaar"), card(2, naam="Van hen")],
        canvas2=[{**base["canvas2"][0], "partners": ["k2", None, None], "verder": ["k2"]}, base["canvas2"][1]],
    )
    body = """const { merged } = await use("patch");
        return merged(given.base, given.own, given.theirs);"""
    found = run(phone, body, {"base": base, "own": own, "theirs": theirs})
    assert found["canvas1"]["wie"] == "Ik"
    assert {one["id"]: one["naam"] for one in found["kaarten"]} == {
        "k1": "Koor Berlaar",
        "k2": "Van mij",
        "k3": "Van hen",
    }
    assert (found["canvas2"][0]["partners"][0], found["canvas2"][0]["verder"]) == ("k3", ["k3"])


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
