"""The inspiration list: it is searched, and every example begins a card."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.conftest import At
from tests.web.filled import HOSTILE, LONGEST, card, document, put, stored
from tests.web.settled import becomes, settled


def shown(page: Page) -> list[str]:
    """The sectors in sight."""
    found: list[str] = page.locator("#i .sector:visible").evaluate_all("all => all.map((one) => one.dataset.sector)")
    return found


@pytest.mark.engines("firefox", guards=True)
def test_an_example_begins_a_card(phone: Page, at: At) -> None:
    put(phone, document())
    at(phone, "#i")
    phone.get_by_role("button", name="jeugdraad: maak een kaart").click()
    expect(phone.locator("#card-place")).to_be_focused()
    expect(phone.locator("#card-naam")).to_have_value("Jeugdraad")
    expect(phone.locator("#card-sector")).to_have_value("Jeugd")
    expect(phone.locator("#card-which")).to_have_text("Welke precies? Bijvoorbeeld: Jeugdraad Ranst.")
    phone.get_by_role("button", name="Nijlen").click()
    phone.fill("#card-naam", "Jeugdraad Nijlen")
    expect(phone.locator("#card-which")).to_have_text("")
    phone.get_by_role("button", name="Klaar").click()
    chip = phone.get_by_role("button", name="jeugdraad, 1 kaart: maak er nog een")
    expect(chip).to_be_focused()
    expect(chip).to_have_text("jeugdraad 1 kaart")
    made = card(6, "Jeugdraad Nijlen", gemeente="Nijlen", nis="12026", sector="jeugd")
    becomes(lambda: {**stored(phone)["kaarten"][-1], "id": made["id"]}, made)


def test_a_name_of_its_own_asks_nothing(phone: Page, at: At) -> None:
    put(phone, document())
    at(phone, "#i")
    phone.get_by_role("button", name="Gezinsbond").click()
    expect(phone.locator("#card-naam")).to_have_value("Gezinsbond")
    expect(phone.locator("#card-which")).to_have_text("")


def test_an_example_that_is_tapped_and_left_is_no_card_yet(phone: Page, at: At) -> None:
    put(phone, document())
    at(phone, "#i")
    phone.get_by_role("button", name="jeugdraad").click()
    phone.go_back()
    expect(phone.get_by_role("button", name="jeugdraad: maak een kaart")).to_be_focused()
    expect(phone.locator("#i .used")).to_have_count(3)


def test_cards_are_counted_by_whole_words(phone: Page, at: At) -> None:
    made = [
        card(1, "Jeugdraad", sector="jeugd"),
        card(2, "JEUGDRAAD – Lier", sector="jeugd"),
        card(3, "Jeugdraadgroep", sector="jeugd"),
        card(4, "Jeugdraad", sector="sport"),
    ]
    put(phone, document(made))
    at(phone, "#i")
    expect(phone.locator(".used")).to_have_text("jeugdraad 2 kaarten")


@pytest.mark.engines("firefox", guards=True)
def test_the_list_is_searched(laptop: Page, at: At) -> None:
    at(laptop, "#i")
    becomes(lambda: len(shown(laptop)), 22)
    field = laptop.get_by_role("searchbox")
    field.fill("bib")
    becomes(lambda: shown(laptop), ["lokaal-cultuurbeleid"])
    expect(laptop.locator("#i .found")).to_have_text("1 voorbeeld gevonden in 1 sector")
    expect(laptop.locator("#status")).to_have_text("1 voorbeeld gevonden in 1 sector")
    expect(laptop.locator("#i .match")).to_have_text(["bib"])
    field.fill("REPAIRCAFES")
    becomes(lambda: shown(laptop), ["duurzaamheid"])
    expect(laptop.locator("#i .match")).to_have_text(["repaircafés"])
    field.fill("omgeving & klimaat")
    becomes(lambda: shown(laptop), ["milieu", "mobiliteit", "duurzaamheid", "ruimtelijke-ordening"])
    laptop.get_by_role("button", name="Maak het zoekveld leeg").click()
    expect(field).to_be_focused()
    becomes(lambda: len(shown(laptop)), 22)
    expect(laptop.locator("#i .match")).to_have_count(0)


def test_clusters_are_picked(laptop: Page, at: At) -> None:
    at(laptop, "#i")
    laptop.get_by_role("button", name="Erfgoed", exact=True).click()
    laptop.get_by_role("button", name="Andere", exact=True).click()
    becomes(lambda: shown(laptop), ["erfgoed", "onroerend-erfgoed", "andere", "andere-2"])
    laptop.get_by_role("button", name="Alle", exact=True).click()
    becomes(lambda: len(shown(laptop)), 22)


def test_who_is_not_in_the_list_gets_a_card_too(laptop: Page, at: At) -> None:
    at(laptop, "#i")
    laptop.get_by_role("searchbox").fill(HOSTILE)
    expect(laptop.locator("#i .found")).to_have_text("Niets gevonden.")
    assert laptop.locator("#i img").count() == 0
    laptop.get_by_role("button", name="Maak kaart").click()
    expect(laptop.locator("#card-naam")).to_have_value(HOSTILE)
    expect(laptop.locator("#card-place")).to_be_focused()


def test_who_is_missed_gets_a_card(laptop: Page, at: At) -> None:
    at(laptop, "#i")
    laptop.get_by_label("Wie mis je nog?").fill("De buren")
    laptop.keyboard.press("Enter")
    expect(laptop.locator("#card-naam")).to_have_value("De buren")
    laptop.keyboard.type("Lier")
    laptop.keyboard.press("Tab")
    laptop.get_by_role("button", name="Klaar").click()
    made = card(1, "De buren", gemeente="Lier", nis="12021")
    becomes(lambda: [{**one, "id": made["id"]} for one in stored(laptop)["kaarten"]], [made])


def test_a_sector_has_an_address(phone: Page, at: At) -> None:
    at(phone, "#i/mobiliteit")
    head = phone.get_by_role("heading", name="Mobiliteit")
    expect(head).to_be_focused()
    expect(head).to_be_in_viewport()


def test_the_catalogue_is_read_before_it_changes(laptop: Page, at: At) -> None:
    put(laptop, document([card(1, "Jeugdraad", sector="jeugd")]))
    at(laptop, "#i")
    at(laptop, "#p/k1")
    expect(laptop.locator("#card-sector")).to_have_value("Jeugd")
    expect(laptop.locator(".card-field")).to_contain_text("Jeugd")


@pytest.mark.parametrize("size", [(320, 640), (683, 384), (820, 1180), (1366, 768)])
def test_nothing_is_wider_than_the_screen(
    new_context: Callable[..., BrowserContext], at: At, size: tuple[int, int]
) -> None:
    page = new_context(*size).new_page()
    at(page, "#i")
    assert settled(page).evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("searchbox").fill(LONGEST)
    assert settled(page).evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", ["phone", "tablet", "laptop"])
@pytest.mark.parametrize("query", ["", "bib", "xyz"])
def test_it_is_for_everyone(
    request: pytest.FixtureRequest, at: At, violations: Callable[[Page], list[str]], width: str, query: str
) -> None:
    page: Page = request.getfixturevalue(width)
    put(page, document())
    at(page, "#i")
    page.get_by_role("searchbox").fill(query)
    expect(page.locator("h1:visible")).to_have_count(1)
    assert violations(settled(page)) == []
