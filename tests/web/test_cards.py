"""The partner cards: they are written, found, deleted and brought back, with a pointer and with keys alone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.web.conftest import At
from tests.web.filled import CARDS, HOSTILE, LONGEST, card, document, many, put, stored
from tests.web.settled import becomes, settled

NAME = "#card-naam"
PLACE = "#card-place"
SECTOR = "#card-sector"


def names(page: Page) -> list[str]:
    """The names in the list, in its order."""
    return page.locator(".card-name").all_inner_texts()


def test_without_cards_the_first_one_is_the_first_button(phone: Page, at: At) -> None:
    at(phone, "#p")
    expect(phone.get_by_role("note")).to_contain_text("Heb je een kaart in je hand?")
    expect(phone.get_by_role("searchbox")).to_be_hidden()
    phone.get_by_role("link", name="Schrijf je eerste kaart").click()
    expect(phone.locator(NAME)).to_be_focused()
    phone.keyboard.type("H")
    phone.get_by_role("button", name="Klaar").click()
    expect(phone.get_by_role("note")).to_have_count(0)
    becomes(lambda: names(phone), ["H"])


@pytest.mark.engines("firefox", guards=True)
def test_a_card_is_written_with_keys_alone(laptop: Page, at: At) -> None:
    put(laptop, document())
    at(laptop, "#p/nieuw")
    laptop.focus(NAME)
    keys = laptop.keyboard
    keys.type("Harmonie")
    keys.press("Enter")
    keys.type("boech")
    expect(laptop.get_by_role("option", name="Boechout")).to_be_visible()
    keys.press("Enter")
    keys.press("Tab")
    keys.type("amat")
    expect(laptop.get_by_role("option", name="Amateurkunsten")).to_have_attribute("aria-selected", "true")
    keys.press("Tab")
    expect(laptop.locator(".half-line")).to_contain_text("Komt bovenaan in de bol van Boechout.")
    expect(laptop.locator("#card-abroad")).to_have_text("Boechout is een andere gemeente dan Lier.")
    laptop.get_by_label("bovenlokaal?").focus()
    keys.press("Space")
    keys.press("Escape")
    expect(laptop.locator(".card-form")).to_have_count(0)
    expect(laptop.get_by_role("link", name="Harmonie")).to_be_focused()
    becomes(lambda: names(laptop)[0], "Harmonie")
    made = card(6, "Harmonie", gemeente="Boechout", nis="11004", sector="amateurkunsten", bovenlokaal=True)
    becomes(lambda: {**stored(laptop)["kaarten"][-1], "id": made["id"]}, made)


@pytest.mark.engines("firefox", guards=True)
@pytest.mark.engines("firefox", guards=True)
@pytest.mark.parametrize("button", ["Klaar", "Verwijder deze kaart"])
def test_who_is_ready_before_the_municipalities_come_is_understood(laptop: Page, at: At, button: str) -> None:
    held: list[Route] = []
    laptop.route("**/data/places.json", lambda route: held.append(route))
    at(laptop, "#p/nieuw")
    laptop.fill(NAME, "De buren")
    with laptop.expect_request("**/data/places.json"):
        laptop.fill(PLACE, "lier")
    laptop.keyboard.press("Tab")
    laptop.get_by_role("button", name=button).click()
    expect(laptop.locator(".card-form")).to_have_count(0)
    for one in held:
        one.continue_()
    laptop.wait_for_load_state("networkidle")
    wanted = [] if button != "Klaar" else [("De buren", "Lier", "12021")]
    becomes(lambda: [(one["naam"], one["gemeente"], one["nis"]) for one in stored(laptop)["kaarten"]], wanted)


def test_who_types_faster_than_the_list_comes_is_understood(laptop: Page, at: At) -> None:
    put(laptop, document())
    at(laptop, "#p/nieuw")
    held: list[Route] = []
    laptop.route("**/data/places.json", lambda route: held.append(route))
    laptop.fill(NAME, "Harmonie")
    laptop.focus(PLACE)
    with laptop.expect_request("**/data/places.json"):
        laptop.keyboard.type("boech")
    laptop.keyboard.press("Enter")
    laptop.keyboard.press("Tab")
    held[0].continue_()
    expect(laptop.locator(PLACE)).to_have_value("Boechout")
    expect(laptop.get_by_role("option")).to_have_count(0)


def test_a_card_has_its_address_from_the_first_letter(laptop: Page, at: At) -> None:
    put(laptop, document())
    at(laptop, "#p/nieuw")
    laptop.fill(NAME, "Harmonie")
    expect(laptop).to_have_url(re.compile(r"#p/k\d+$"))
    made = stored(laptop)["kaarten"][-1]
    assert (made["naam"], made["id"] in {one["id"] for one in CARDS}) == ("Harmonie", False)
    expect(laptop).to_have_url(re.compile(f"#p/{made['id']}$"))
    laptop.reload()
    expect(laptop.locator(NAME)).to_have_value("Harmonie")


def test_a_card_without_a_letter_vanishes(phone: Page, at: At) -> None:
    put(phone, document())
    at(phone, "#p")
    phone.get_by_role("link", name="Nieuwe kaart").click()
    phone.get_by_role("button", name="Nijlen").click()
    phone.get_by_role("button", name="Klaar").click()
    expect(phone.locator(".card")).to_have_count(6)
    phone.get_by_role("link", name="Kaart zonder naam").click()
    phone.locator(PLACE).fill("")
    phone.get_by_role("button", name="Klaar").click()
    expect(phone.locator(".card")).to_have_count(5)
    becomes(lambda: len(stored(phone)["kaarten"]), 5)


def test_the_next_card_keeps_the_exercise(phone: Page, at: At) -> None:
    put(phone, document())
    at(phone, "#p/k3")
    phone.get_by_role("button", name="Nog een kaart").click()
    expect(phone.locator(NAME)).to_be_focused()
    expect(phone.locator(NAME)).to_have_value("")
    expect(phone.get_by_label("beperking")).to_be_checked()
    phone.keyboard.type("Scouts")
    phone.get_by_role("button", name="Sluit de kaart").click()
    becomes(lambda: stored(phone)["kaarten"][-1]["bij"], ["beperking"])


def test_back_closes_the_card_before_it_leaves_the_list(phone: Page, at: At) -> None:
    put(phone, document())
    at(phone, "#p")
    phone.get_by_role("link", name="Rode Kruis").click()
    expect(phone.locator("nav")).to_be_hidden()
    phone.go_back()
    expect(phone.locator(".card-form")).to_have_count(0)
    expect(phone.locator("nav")).to_be_visible()
    expect(phone.get_by_role("link", name="Rode Kruis")).to_be_focused()


def test_a_card_beside_another_takes_its_place(laptop: Page, at: At) -> None:
    put(laptop, document())
    at(laptop, "#p")
    for name in ("Rode Kruis", "Jeugdhuis De Loods"):
        laptop.get_by_role("link", name=name).click()
        expect(laptop.locator(NAME)).to_have_value(name)
        expect(laptop.locator(".card [aria-current]")).to_have_text(name)
    laptop.get_by_role("button", name="Klaar").click()
    expect(laptop.locator(".card-form")).to_have_count(0)
    expect(laptop).to_have_url(re.compile("#p$"))


@pytest.mark.engines("firefox", guards=True, only={"fresh": [False]})
@pytest.mark.parametrize("fresh", [False, True])
def test_what_is_deleted_can_come_back(laptop: Page, at: At, fresh: bool) -> None:
    filled = document()
    filled["canvas2"][0] = {
        "vertrekpunt": "",
        "partners": ["k5", None, None],
        "idee": "",
        "ideeen": ["", ""],
        "verder": ["k5"],
    }
    put(laptop, filled)
    at(laptop, "#p")
    laptop.get_by_role("button", name="Meer voor Rode Kruis").click()
    laptop.get_by_role("button", name="Verwijder").click()
    expect(laptop.locator("#message")).to_contain_text("Rode Kruis is verwijderd.")
    # What can wait does not take away the way back.
    laptop.evaluate("import(document.querySelector('script[type=module]').src).then(({$frame}) => $frame.aside('x'))")
    expect(laptop.locator("#message")).to_contain_text("Rode Kruis is verwijderd.")
    expect(laptop.get_by_role("link", name="Bibliotheek Boechout")).to_be_focused()
    becomes(lambda: stored(laptop)["canvas2"][0]["partners"], [None, None, None])
    if fresh:
        laptop.get_by_role("link", name="Nieuwe kaart").click()
        laptop.fill(NAME, "Nieuw")
        laptop.get_by_role("button", name="Klaar").click()
        expect(laptop.locator(".card-form")).to_have_count(0)
    laptop.get_by_role("button", name="Maak ongedaan").click()
    expect(laptop.get_by_role("link", name="Rode Kruis")).to_be_visible()
    becomes(lambda: names(laptop)[fresh:], [one["naam"] for one in reversed(CARDS)])
    becomes(lambda: stored(laptop)["canvas2"][0]["partners"], ["k5", None, None])


def test_a_card_deleted_from_its_form_can_come_back(phone: Page, at: At) -> None:
    put(phone, document())
    at(phone, "#p/k5")
    phone.get_by_role("button", name="Verwijder deze kaart").click()
    expect(phone.locator("#p .live h1")).to_be_focused()
    becomes(lambda: names(phone), [one["naam"] for one in reversed(CARDS[:-1])])
    phone.get_by_role("button", name="Maak ongedaan").click()
    expect(phone.locator(".card")).to_have_count(5)


def test_a_copy_is_another_card(laptop: Page, at: At) -> None:
    put(laptop, document())
    at(laptop, "#p")
    more = laptop.get_by_role("button", name="Meer voor Bibliotheek Boechout")
    more.click()
    laptop.get_by_role("button", name="Maak een kopie").click()
    becomes(lambda: names(laptop)[0], "Bibliotheek Boechout")
    becomes(lambda: {**stored(laptop)["kaarten"][-1], "id": ""}, {**CARDS[3], "id": ""})
    assert len({one["id"] for one in stored(laptop)["kaarten"]}) == len(CARDS) + 1


def test_filters_and_search_narrow_the_list(laptop: Page, at: At) -> None:
    put(laptop, document())
    at(laptop, "#p")
    expect(laptop.get_by_role("button", name="zonder bol 1")).to_be_visible()
    laptop.get_by_role("button", name="bovenlokaal 2").click()
    becomes(lambda: names(laptop), ["Jeugdhuis De Loods", "Repaircafé Duffel"])
    laptop.get_by_role("button", name="beperking 1").click()
    becomes(lambda: names(laptop), ["Jeugdhuis De Loods"])
    expect(laptop.locator(".cards-shown")).to_have_text("1 van 5 kaarten")
    laptop.get_by_role("button", name="sterkte 1").click()
    expect(laptop.locator(".cards-nothing")).to_contain_text("Geen kaart met deze filters.")
    laptop.get_by_role("button", name="Toon alle kaarten").click()
    becomes(lambda: len(names(laptop)), 5)
    for query, name in (
        ("repaircafe", "Repaircafé Duffel"),
        ("LUISTER hoek", "Bibliotheek Boechout"),
        ("nijlen", "Jeugdhuis De Loods"),
    ):
        laptop.get_by_role("searchbox").fill(query)
        becomes(lambda: names(laptop), [name])
    laptop.get_by_role("searchbox").fill("amateur")
    becomes(lambda: names(laptop), ["Koor Berlaar Zingt"])
    expect(laptop.locator("#status")).to_have_text("1 van 5 kaarten")


def test_what_its_sector_says_can_be_swapped(laptop: Page, at: At) -> None:
    put(laptop, document())
    at(laptop, "#p/k3")
    line = laptop.locator(".half-line")
    expect(line).to_contain_text("Komt onderaan in de bol van Nijlen.")
    laptop.get_by_role("button", name="Wissel").click()
    expect(line).to_contain_text("Komt bovenaan in de bol van Nijlen.")
    becomes(lambda: stored(laptop)["kaarten"][2]["helft"], "boven")
    laptop.get_by_role("button", name="Wissel").click()
    becomes(lambda: stored(laptop)["kaarten"][2]["helft"], None)
    at(laptop, "#p/k5")
    laptop.get_by_role("button", name="Onderaan").click()
    expect(laptop.get_by_role("button", name="Wissel")).to_be_focused()
    becomes(lambda: stored(laptop)["kaarten"][4]["helft"], "onder")


def test_a_municipality_without_a_bubble_gets_one(laptop: Page, at: At) -> None:
    put(laptop, document([card(1, "Zaal", gemeente="Mechelen", nis="12025", sector="sport")], "11002"))
    at(laptop, "#p/k1")
    expect(laptop.locator(".half-line")).to_contain_text("Mechelen ligt niet op je blad.")
    laptop.get_by_role("button", name="Voeg een bol toe").click()
    expect(laptop.locator(".half-line")).to_contain_text("Komt onderaan in de bol van Mechelen.")
    becomes(lambda: stored(laptop)["bollen"]["erbij"], ["12025"])


def test_a_sector_is_chosen_or_said_in_own_words(laptop: Page, at: At) -> None:
    put(laptop, document())
    at(laptop, "#p/k5")
    laptop.fill(SECTOR, "bieren en wijnen")
    becomes(lambda: stored(laptop)["kaarten"][4]["domein"], "bieren en wijnen")
    laptop.fill(SECTOR, "fitnes")
    # Who is only found by an example has to be chosen.
    expect(laptop.get_by_role("option", selected=True)).to_have_count(0)
    laptop.get_by_role("option", name="Sport").click()
    expect(laptop.locator(SECTOR)).to_have_value("Sport")
    laptop.fill(SECTOR, "WELZIJN")
    laptop.locator(NAME).focus()
    becomes(lambda: [stored(laptop)["kaarten"][4][one] for one in ("sector", "domein")], ["welzijn", ""])


def test_escape_closes_one_thing_at_a_time(laptop: Page, at: At) -> None:
    put(laptop, document())
    at(laptop, "#p/k5")
    laptop.locator(SECTOR).click()
    expect(laptop.get_by_role("listbox")).to_be_visible()
    laptop.keyboard.press("Escape")
    expect(laptop.get_by_role("listbox")).to_have_count(0)
    expect(laptop.locator(".card-form")).to_be_visible()
    laptop.keyboard.press("Escape")
    expect(laptop.locator(".card-form")).to_have_count(0)


def test_what_a_word_means_unfolds(phone: Page, at: At) -> None:
    put(phone, document())
    at(phone, "#p/k5")
    what = phone.get_by_role("button", name="Wat is dat?").nth(1)
    what.click()
    expect(what).to_have_attribute("aria-expanded", "true")
    expect(phone.locator("#card-grensverleggend-meaning")).to_contain_text("andere sector")


def test_markup_stays_text(laptop: Page, at: At) -> None:
    put(laptop, document([card(1, HOSTILE, gemeente=HOSTILE, domein=HOSTILE, idee=HOSTILE, bij=["beperking"])]))
    at(laptop, "#p/k1")
    expect(laptop.locator(".card-name")).to_have_text(HOSTILE)
    expect(laptop.locator(".card-idea")).to_have_text(HOSTILE)
    assert laptop.locator("#p img, #p .card b").count() == 0


@pytest.mark.parametrize("size", [(320, 640), (360, 740), (683, 384), (820, 1180), (1366, 768)])
@pytest.mark.parametrize("fragment", ["#p", "#p/k2"])
def test_nothing_is_wider_than_the_screen(
    new_context: Callable[..., BrowserContext], at: At, size: tuple[int, int], fragment: str
) -> None:
    page = new_context(*size).new_page()
    put(page, document(many(8)))
    at(page, fragment)
    expect(page.locator(NAME if "/" in fragment else ".card")).not_to_have_count(0)
    assert settled(page).evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert LONGEST in page.locator(".cards").inner_text() or "/" in fragment


@pytest.mark.parametrize("width", ["phone", "tablet", "laptop"])
@pytest.mark.parametrize("state", ["empty", "list", "nothing", "menu", "form", "sectors"])
def test_it_is_for_everyone(
    request: pytest.FixtureRequest, at: At, violations: Callable[[Page], list[str]], width: str, state: str
) -> None:
    page: Page = request.getfixturevalue(width)
    if state != "empty":
        put(page, document())
    at(page, "#p/k3" if state in ("form", "sectors") else "#p")
    match state:
        case "nothing":
            page.get_by_role("searchbox").fill("xyz")
        case "menu":
            page.get_by_role("button", name="Meer voor Rode Kruis").click()
        case "sectors":
            page.get_by_role("button", name="Wat is dat?").first.click()
            page.locator(SECTOR).click()
    expect(page.locator("h1:visible")).to_have_count(1)
    assert violations(settled(page)) == []


def test_a_letter_costs_one_card(laptop: Page, at: At) -> None:
    put(laptop, document(many(200)))
    at(laptop, "#p/k100")
    expect(laptop.locator(".card")).to_have_count(200)
    laptop.evaluate("""() => {
        window.touched = new Set();
        new MutationObserver((changes) => changes.forEach(({target, addedNodes}) =>
            [target, ...addedNodes].forEach((node) => {
                const card = (node.nodeType === 1 ? node : node.parentElement)?.closest(".card");
                if (card) window.touched.add(card.querySelector("a").hash);
            }))).observe(document.querySelector(".card-list"), {childList: true, subtree: true, characterData: true});
    }""")
    laptop.focus(NAME)
    took = laptop.evaluate("""() => {
        const field = document.querySelector("#card-naam");
        const times = [];
        for (const letter of "abcdefghij") {
            const from = performance.now();
            field.value += letter;
            field.dispatchEvent(new Event("input", {bubbles: true}));
            document.body.getBoundingClientRect();
            times.push(performance.now() - from);
        }
        return times.sort((a, b) => a - b)[5];
    }""")
    becomes(lambda: laptop.evaluate("[...window.touched]"), ["#p/k100"])
    assert took < 50
    expect(laptop.locator("a[href='#p/k100']")).to_contain_text("abcdefghij")


def test_a_card_is_combined_in_its_exercise(phone: Page, at: At) -> None:
    put(phone, document())
    at(phone, "#p")
    for name in ("Koor Berlaar Zingt", "Rode Kruis"):
        phone.get_by_role("button", name=f"Meer voor {name}").click()
        phone.get_by_role("button", name="Combineer op canvas 2…").click()
        expect(phone.locator("#message")).to_contain_text(f"{name} is nu partner 1.")
        expect(phone.get_by_role("button", name=re.compile(f"^{name}.*partner 1"))).to_be_focused()
        phone.go_back()
    becomes(lambda: [one["partners"][0] for one in stored(phone)["canvas2"]], ["k5", "k1"])


def test_a_card_is_put_in_a_bubble(laptop: Page, at: At) -> None:
    put(laptop, document())
    at(laptop, "#p")
    laptop.get_by_role("button", name="Meer voor Rode Kruis").click()
    laptop.get_by_role("button", name="Zet in een bol…").click()
    dialog = laptop.get_by_role("dialog")
    dialog.get_by_role("button", name="Putte").click()
    dialog.get_by_role("radio", name="Onderaan").check()
    dialog.get_by_role("button", name="Zet in de bol").click()
    expect(laptop.locator(".card").filter(has_text="Rode Kruis")).to_contain_text("Putte")
    expect(laptop.get_by_role("button", name="Meer voor Rode Kruis")).to_be_focused()
    becomes(lambda: stored(laptop)["kaarten"][4]["helft"], "onder")
