"""What is saved is opened again as it was; what cannot be opened changes nothing; what is erased comes back, once."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.conftest import At, Saved
from tests.web.filled import HOSTILE, LONGEST
from tests.web.modules import FILLED, STORE, begin_with, card, document, stored
from tests.web.settled import becomes, settled
from tests.web.test_share import packed

pytestmark = pytest.mark.engines("firefox")


def choose(page: Page, text: str | bytes, name: str = "netwerk-lier.json") -> None:
    """Choose a file, as in the browser's own window."""
    data = text.encode() if isinstance(text, str) else text
    page.locator("#k input[type=file]").set_input_files({"name": name, "mimeType": "application/json", "buffer": data})


@pytest.mark.parametrize(("width", "height"), [(320, 640), (360, 740), (683, 384), (820, 1180), (1366, 768)])
def test_nothing_is_wider_than_the_screen_in_any_state(
    new_context: Callable[..., BrowserContext], at: At, violations: Callable[[Page], list[str]], width: int, height: int
) -> None:
    page = new_context(width, height).new_page()
    begin_with(page, FILLED)
    at(page, "#k")

    def check() -> None:
        assert settled(page).evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert violations(page) == []

    check()
    choose(page, "{", f"{LONGEST}.json")
    expect(page.get_by_role("alert").filter(has_text="Dit bestand")).to_contain_text("is geen netwerkbestand.")
    check()
    choose(page, json.dumps(document(canvas1={"wie": LONGEST}, kaarten=[card(1, naam=HOSTILE)])))
    expect(page.locator(".keep-found").first).to_contain_text(f"{LONGEST}, 1 kaart.")
    check()
    page.get_by_role("button", name="Annuleer").click()
    page.get_by_role("button", name="Kies bladen en print").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    check()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Wis alles").click()
    expect(page.get_by_role("button", name="Zet alles terug")).to_be_focused()
    check()


@pytest.mark.engines("firefox", guards=True)
def test_what_is_saved_is_opened_on_another_device(
    new_context: Callable[..., BrowserContext], at: At, saved: Saved
) -> None:
    page = new_context().new_page()
    begin_with(page, FILLED)
    at(page, "#c2")
    file = saved(page, lambda: page.keyboard.press("Control+s"))
    assert file.name.startswith("netwerk-lier-2")
    assert file.suffix == ".json"
    assert json.loads(file.read_text(encoding="utf-8")) == FILLED
    other = at(new_context(360, 740).new_page(), "#k")
    choose(other, file.read_bytes())
    found = other.locator(".keep-found").first
    expect(found).to_contain_text("In dit bestand zit: Muziekatelier De Nete, 3 kaarten.")
    expect(found).to_contain_text("3 december 2026")
    expect(other.get_by_role("button", name="Vervang alles")).to_be_focused()
    assert stored(other) is None
    other.get_by_role("button", name="Vervang alles").click()
    expect(other.locator("#message")).to_contain_text("Wat in het bestand zat, staat nu hier.")
    becomes(lambda: {**stored(other), "gewijzigd": ""}, {**FILLED, "gewijzigd": ""})


REFUSED = {
    json.dumps(FILLED)[:-9]: "is niet volledig: het einde ontbreekt.",
    "geen json": "is geen netwerkbestand.",
    "[" * 300_000: "is geen netwerkbestand.",
    json.dumps(document(inhoud="x" * 2_000_000)): "is groter dan 1 MB.",
    json.dumps({**FILLED, "versie": 2}): "komt uit een nieuwere versie van deze site. Herlaad de pagina en probeer",
    json.dumps(document(kaarten=[card(n) for n in range(1, 3_000)])): "heeft meer dan 500 kaarten.",
}


@pytest.mark.engines("firefox", guards=True)
def test_what_cannot_be_opened_is_refused_with_a_sentence_and_nothing_is_lost(phone: Page, at: At) -> None:
    begin_with(phone, FILLED)
    at(phone, "#k")
    for text, cause in REFUSED.items():
        choose(phone, text)
        alert = phone.locator(".keep-found [role=alert]")
        expect(alert).to_contain_text(f"Dit bestand kan ik niet openen. “netwerk-lier.json” {cause}")
        expect(alert).to_contain_text("Er is niets veranderd aan wat je al had.")
        expect(alert.get_by_role("button")).to_have_text("Kies een ander bestand")
    assert stored(phone) == FILLED


def test_a_film_is_not_even_read(phone: Page, at: At) -> None:
    phone.add_init_script("Blob.prototype.text = () => { throw new Error('read'); };")
    at(phone, "#k")
    choose(phone, b"x" * 1_000_001, "film.mp4")
    expect(phone.locator(".keep-found [role=alert]")).to_contain_text("“film.mp4” is groter dan 1 MB.")


def test_only_the_cards_of_a_file_are_taken(phone: Page, at: At) -> None:
    begin_with(phone, FILLED)
    at(phone, "#k")
    other = document(
        canvas1={"wie": "Iemand anders"},
        kaarten=[
            card(5, naam="rode kruis", gemeente="PUTTE"),
            card(6, naam="Chiro", gemeente="Nergens", nis="99999", sector="ruimtevaart"),
        ],
    )
    choose(phone, json.dumps(other))
    phone.get_by_role("button", name="Voeg de kaarten toe").click()
    expect(phone.locator("#message")).to_contain_text("1 kaart toegevoegd. 1 kaart stond er al.")
    found = stored(phone)
    assert found["canvas1"] == FILLED["canvas1"]
    new = found["kaarten"][-1]
    # What this page does not know stays as words.
    assert (new["naam"], new["gemeente"], new["nis"]) == ("Chiro", "Nergens", None)
    assert (new["sector"], new["domein"]) == (None, "ruimtevaart")
    phone.get_by_role("button", name="Maak ongedaan").click()
    becomes(lambda: {**stored(phone), "gewijzigd": FILLED["gewijzigd"]}, FILLED)


def test_there_is_room_for_so_many_cards(laptop: Page, at: At) -> None:
    begin_with(laptop, document(kaarten=[card(n, naam=f"Oud {n}") for n in range(1, 499)]))
    at(laptop, "#k")
    choose(laptop, json.dumps(document(kaarten=[card(n, naam=f"Nieuw {n}") for n in range(1, 6)])))
    laptop.get_by_role("button", name="Voeg de kaarten toe").click()
    expect(laptop.locator("#message")).to_contain_text("2 kaarten toegevoegd. Voor 3 kaarten was geen plaats meer.")
    becomes(lambda: len(stored(laptop)["kaarten"]), 500)


def test_the_list_is_safe_in_a_spreadsheet(laptop: Page, at: At, saved: Saved) -> None:
    cards = [
        card(1, naam='=HYPERLINK("http://x";"y")', gemeente="+32", idee="twee\nregels; met punt", wie="@ik"),
        card(2, naam="Bib", sector="jeugd", bovenlokaal=True, bij=["beperking", "sterkte"], wanneer="-5"),
    ]
    begin_with(laptop, document(kaarten=cards))
    at(laptop, "#k")
    file = saved(laptop, lambda: laptop.get_by_role("button", name="Download de lijst").click())
    assert file.name.startswith("partnerlijst-2")
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 3
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0][:5] == ["Naam", "Gemeente", "Sector / domein", "Bovenlokaal", "Grensverleggend"]
    assert rows[1][:6] == ['\'=HYPERLINK("http://x";"y")', "'+32", "", "nee", "nee", "twee\nregels; met punt"]
    assert rows[1][7] == "'@ik"
    assert rows[2][2:] == ["Jeugd", "ja", "nee", "", "beperking, sterkte", "", "'-5"]


@pytest.mark.engines("firefox", guards=True)
def test_all_is_erased_and_comes_back_from_this_page_alone(phone: Page, at: At) -> None:
    begin_with(phone, FILLED)
    at(phone, "#k")
    phone.get_by_role("button", name="Wis alles").click()
    back = phone.get_by_role("button", name="Zet alles terug")
    expect(back).to_be_focused()
    expect(phone.locator(".keep-part").last).to_contain_text(
        "Alles is gewist. Je kan het terugzetten tot je deze pagina sluit."
    )
    phone.wait_for_timeout(500)
    assert "Nete" not in phone.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")
    # Also after a look at another sheet.
    phone.locator(".bar").get_by_role("link", name="Canvas 2").click()
    phone.locator(".state").click()
    back.click()
    expect(phone.get_by_role("button", name="Wis alles")).to_be_focused()
    becomes(lambda: {**stored(phone), "gewijzigd": FILLED["gewijzigd"]}, FILLED)
    phone.get_by_role("button", name="Wis alles").click()
    phone.reload()
    expect(phone.get_by_role("button", name="Wis alles")).to_be_visible()
    expect(back).to_have_count(0)
    assert phone.evaluate("(key) => localStorage.getItem(key)", STORE) is None


def test_what_was_erased_comes_back_after_something_else_came_in_its_place(phone: Page, at: At) -> None:
    begin_with(phone, FILLED)
    at(phone, "#k")
    phone.get_by_role("button", name="Wis alles").click()
    phone.evaluate("() => { location.hash = 'c1'; }")
    phone.locator("#c1-wie").fill("Iemand anders")
    phone.locator(".state").click()
    expect(phone.get_by_role("button", name="Wis alles")).to_be_visible()
    expect(phone.locator(".keep-part").last).to_contain_text("Wat hier nu staat, gaat dan weg.")
    phone.get_by_role("button", name="Zet alles terug").click()
    becomes(lambda: {**stored(phone), "gewijzigd": FILLED["gewijzigd"]}, FILLED)
    expect(phone.get_by_role("button", name="Zet alles terug")).to_have_count(0)


def test_a_step_back_is_a_way_back_too(laptop: Page, at: At) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#k")
    laptop.get_by_role("button", name="Wis alles").click()
    laptop.keyboard.press("Control+z")
    expect(laptop.get_by_role("button", name="Wis alles")).to_be_visible()
    expect(laptop.get_by_role("button", name="Zet alles terug")).to_have_count(0)


def test_a_browser_that_keeps_nothing_is_told_of_here(
    phone: Page, at: At, violations: Callable[[Page], list[str]]
) -> None:
    phone.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full'); };")
    at(phone, "#c1")
    phone.locator("#c1 textarea").first.fill("De Nete")
    expect(phone.locator(".state")).to_have_attribute("data-state", "blocked")
    phone.evaluate("location.hash = '#k'")
    expect(phone.locator(".keep-state [role=alert]")).to_contain_text("Bewaar je werk als bestand")
    assert violations(phone) == []


def test_the_sheets_paper_and_edition_are_chosen_and_known_again(laptop: Page, at: At) -> None:
    laptop.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    begin_with(laptop, document(canvas1=FILLED["canvas1"]))
    at(laptop, "#k")
    opener = laptop.get_by_role("button", name="Kies bladen en print")
    opener.click()
    dialog = laptop.get_by_role("dialog")
    # What holds something is chosen already.
    ticked = "all => all.map((one) => one.checked)"
    becomes(lambda: dialog.get_by_role("checkbox").evaluate_all(ticked), [True, False, False, False])
    dialog.get_by_label("Canvas 1").uncheck()
    dialog.get_by_role("button", name="Print").click()
    expect(dialog).to_contain_text("Vink minstens één blad aan.")
    dialog.get_by_label("Canvas 1").check()
    dialog.get_by_label("A3").check()
    dialog.get_by_label("Inktbesparend").check()
    dialog.get_by_role("button", name="Print").click()
    laptop.wait_for_function("() => window.printed === 1")
    expect(laptop.locator("#paper")).to_have_class("low-ink")
    laptop.reload()
    opener.click()
    expect(dialog.get_by_label("A3")).to_be_checked()
    expect(dialog.get_by_label("Inktbesparend")).to_be_checked()


def test_who_erases_is_told_of_the_link_that_the_browser_itself_remembers(
    new_context: Callable[..., BrowserContext], at: At
) -> None:
    page = new_context().new_page()
    begin_with(page, FILLED)
    at(page, "#k")
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator(".keep-part").last).not_to_contain_text("geschiedenis")
    page.get_by_role("button", name="Zet alles terug").click()
    at(page, f"#s/{packed(json.dumps(FILLED))}")
    assert "#s/" not in page.url
    at(page, "#k")
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator(".keep-part").last).to_contain_text("Die staat nog in de geschiedenis van je browser.")
