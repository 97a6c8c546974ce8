"""The bubble sheet: a municipality is found by any name, cards go where somebody puts them, with or without a mouse."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.web.conftest import At
from tests.web.modules import begin_with
from tests.web.settled import becomes, boxes, settled

MARKUP: Final = "<img src=x onerror=alert(1)> & <b>De Nete</b>"
LONG: Final = "Kunstencentrum" + "zonderspaties" * 14

Violations = Callable[[Page], list[str]]
NewContext = Callable[..., BrowserContext]


def card(n: int, name: str, place: str = "", nis: str | None = None, half: str | None = None, **more: Any) -> Any:
    """A card as the document holds it."""
    return {
        "id": f"k{n}", "naam": name, "gemeente": place, "nis": nis, "sector": None, "domein": "", "helft": half,
        "bovenlokaal": False, "grensverleggend": False, "bij": [], "idee": "", "wie": "", "wanneer": "", **more,
    }  # fmt: skip


DE_LOODS: Final = card(1, "Jeugdhuis De Loods", "Nijlen", "12026", sector="jeugd")
HEEMKRING: Final = card(2, "Heemkring Ranst", "Ranst", "11035", "boven")
FIETSERS: Final = card(3, "Fietsersbond", "Mechelen", "12025", "onder")
CIRCUS: Final = card(4, "Circusatelier")
RODE_KRUIS: Final = card(5, "Rode Kruis", "Putte", "12029")
CARDS: Final = (DE_LOODS, HEEMKRING, FIETSERS, CIRCUS, RODE_KRUIS)


def document(cards: Sequence[Any] = CARDS, middle: str | None = "12021", **more: Any) -> Any:
    """A document with cards, on the sheet of Lier."""
    return {
        "formaat": "bouw-je-netwerk-uit", "versie": 1, "inhoud": "", "gewijzigd": "",
        "canvas1": {"wie": "De Nete", "waar": more.get("where", ""), "wat": "", "sterktes": [], "beperkingen": []},
        "bollen": {"midden": middle, "erbij": list(more.get("added", ())), "weg": list(more.get("gone", ()))},
        "kaarten": list(cards), "canvas2": [], "draaiboek": [],
    }  # fmt: skip


Open = Callable[..., Page]


@pytest.fixture
def begin(at: At) -> Open:
    """Go to the bubble sheet with a document in the browser: ``begin(phone, document())``."""

    def go(page: Page, found: Any = None, fragment: str = "#b") -> Page:
        begin_with(page, found or document())
        return at(page, fragment)

    return go


def stored(page: Page) -> Any:
    """What the browser stores when the page is left."""
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    return page.evaluate("JSON.parse(localStorage.getItem(`kit:${location.pathname}`))")


def stored_card(page: Page, n: int) -> Any:
    """A card as it is stored."""
    return next(one for one in stored(page)["kaarten"] if one["id"] == f"k{n}")


def half(page: Page, nis: str, which: str) -> Locator:
    """A half of a bubble, on the map or in the large bubble."""
    return page.locator(f'#b .half[data-nis="{nis}"][data-half="{which}"]').last


def sideways(page: Page) -> int:
    """How many pixels a page that stands still is wider than its window."""
    found: int = settled(page).evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found


# Choosing a municipality


@pytest.mark.parametrize(
    ("typed", "first", "why"),
    [
        ("borsbe", "Antwerpen", "Borsbeek hoort sinds 2025 bij Antwerpen"),
        ("BORSBEKE", "Herzele", "Borsbeke is een deel van Herzele"),
        ("lierre", "Lier", "Frans: Lierre"),
        ("2500", "Lier", "2500"),
        ("sint katelijne", "Sint-Katelijne-Waver", ""),
        ("st-katelijne", "Sint-Katelijne-Waver", ""),
        ("katelijne", "Sint-Katelijne-Waver", ""),
        ("liege", "Luik", "Frans: Liège"),
        ("Haren (Brussel)", "Brussel", "Haren is een deel van Brussel"),
    ],
)
def test_a_municipality_is_found_by_any_name(laptop: Page, at: At, typed: str, first: str, why: str) -> None:
    at(laptop, "#b")
    laptop.get_by_role("combobox").fill(typed)
    option = laptop.get_by_role("option").first
    expect(option.locator(".place-name")).to_have_text(first)
    if why:
        expect(option.locator(".place-why")).to_have_text(why)
    assert settled(laptop).get_by_role("option").count() <= 6


def test_what_is_not_found_is_guessed_but_never_taken(phone: Page, at: At) -> None:
    at(phone, "#b")
    field = phone.get_by_role("combobox")
    field.fill("Leir")
    expect(phone.get_by_role("option")).to_have_count(3)
    expect(phone.get_by_role("option").first).to_have_text("Lier")
    field.press("Enter")
    expect(field).to_be_visible()
    field.fill("qqqqqq")
    expect(phone.locator(".place-status")).to_have_text("Niet gevonden. Kijk of de naam klopt.")


@pytest.mark.parametrize(
    ("typed", "names", "whys"),
    [
        ("Limburg", ["Limburg"], ["gemeente in de provincie Luik"]),
        ("Saint-Nicolas", ["Saint-Nicolas", "Sint-Niklaas"], ["gemeente in de provincie Luik", "Frans: Saint-Nicolas"]),
        ("Heist", ["Knokke-Heist", "Heist-op-den-Berg"], ["Heist is een deel van Knokke-Heist"]),
    ],
)
@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_of_a_name_that_several_have_is_asked_who_is_meant(
    laptop: Page, at: At, typed: str, names: list[str], whys: list[str], key: str
) -> None:
    at(laptop, "#b")
    field = laptop.get_by_role("combobox")
    field.fill(typed)
    options = laptop.get_by_role("option")
    expect(options.locator(".place-name").first).to_have_text(names[0])
    found = options.locator(".place-name").all_text_contents()
    assert found[: len(names)] == names
    for why, one in zip(whys, range(len(whys)), strict=True):
        expect(options.nth(one).locator(".place-why")).to_have_text(why)
    expect(laptop.locator(".place-status")).to_have_text("Meer dan één plaats heet zo. Kies welke je bedoelt.")
    expect(laptop.get_by_role("option", selected=True)).to_have_count(0)
    field.press(key)
    expect(settled(laptop).get_by_role("combobox")).to_be_visible()
    assert stored(laptop) is None
    field.fill(typed)
    options.first.click()
    becomes(lambda: stored(laptop)["bollen"]["midden"] is not None, True)


def test_a_part_elsewhere_of_the_same_name_is_told(laptop: Page, at: At) -> None:
    at(laptop, "#p/nieuw")
    laptop.fill("#card-naam", "Harmonie")
    laptop.fill("#card-place", "Halle")
    # Left before the list comes, as by who types fast.
    laptop.locator("#card-place").evaluate("one => { one.value = 'Halle'; one.blur(); }")
    expect(laptop.locator(".place-status").first).to_have_text("Er is ook een Halle in Zoersel.")
    becomes(lambda: stored(laptop)["kaarten"][0]["nis"], "23027")


def test_a_former_name_puts_its_municipality_in_the_middle(phone: Page, at: At) -> None:
    at(phone, "#b")
    expect(phone.get_by_role("note")).to_contain_text("Dit is jouw bollenschema.")
    phone.get_by_role("combobox").fill("borsbeek")
    phone.get_by_role("option", name="Antwerpen").click()
    expect(phone.locator(".small-bubble.own")).to_contain_text("Antwerpen")
    becomes(lambda: stored(phone)["bollen"]["midden"], "11002")


def test_what_canvas_1_says_is_proposed(phone: Page, begin: Open) -> None:
    begin(phone, document([], None, where="Lier en omstreken"))
    expect(phone.locator(".start-hint")).to_contain_text("Op canvas 1 schreef je Lier en omstreken.")
    phone.get_by_role("button", name="Zet Lier in het midden").click()
    expect(phone.locator(".small-pick")).to_have_count(9)


def test_bubbles_that_are_nobodys_take_who_is_chosen(laptop: Page, at: At) -> None:
    at(laptop, "#b")
    laptop.get_by_role("button", name="Of begin met lege bollen").click()
    expect(laptop.get_by_role("button", name="Kies een gemeente")).to_have_count(8)
    laptop.get_by_role("button", name="Kies een gemeente").first.click()
    laptop.get_by_role("combobox").fill("lier")
    laptop.keyboard.press("Enter")
    expect(laptop.locator("h2", has_text=re.compile("^Lier$"))).to_be_visible()
    becomes(lambda: stored(laptop)["bollen"], {"midden": None, "erbij": ["12021"], "weg": []})


# Arriving from a printed code


def test_a_code_with_a_municipality_puts_it_in_the_middle(phone: Page, at: At) -> None:
    at(phone, "#b/12021")
    expect(phone.get_by_role("note")).to_contain_text("Dit is het bollenschema van Lier.")
    expect(phone.locator(".small-bubble.own")).to_contain_text("Lier")
    expect(phone).to_have_url(re.compile("#b$"))
    becomes(lambda: stored(phone)["bollen"]["midden"], "12021")


def test_another_municipality_in_the_middle_stays_until_somebody_chose(laptop: Page, begin: Open) -> None:
    begin(laptop, document(middle="12009"), "#b/12021")
    expect(laptop.get_by_role("button", name="Blijf bij Duffel")).to_be_visible()
    assert stored(laptop)["bollen"]["midden"] == "12009"
    laptop.get_by_role("button", name="Zet Lier in het midden").click()
    expect(laptop.locator(".map-bubble.own h2")).to_contain_text("Lier")
    laptop.get_by_role("button", name="Maak ongedaan").click()
    expect(laptop.locator(".map-bubble.own h2")).to_contain_text("Duffel")


@pytest.mark.parametrize("code", ["99999", "lier", "1202"])
def test_a_code_of_nowhere_says_so(phone: Page, at: At, provoked: list[str], code: str) -> None:
    provoked.append("404")
    at(phone, f"#b/{code}")
    expect(phone.locator("#b .notice")).to_have_text("Deze gemeente ken ik niet. Kies hieronder.")
    expect(phone.get_by_role("combobox")).to_be_visible()


# Where a card lies


def test_cards_lie_where_they_say_and_the_others_say_why_not(laptop: Page, begin: Open) -> None:
    begin(laptop)
    expect(half(laptop, "12026", "onder")).to_contain_text("Jeugdhuis De Loods")
    expect(half(laptop, "11035", "boven")).to_contain_text("Heemkring Ranst")
    tray = laptop.locator(".tray")
    expect(tray.locator(".loose-card")).to_have_count(3)
    expect(tray).to_contain_text("Mechelen ligt niet op je blad.")
    expect(tray.get_by_role("button", name="Kies boven of onder")).to_be_visible()
    tray.get_by_role("button", name="Voeg een bol toe").click()
    expect(laptop.locator(".far .half-name", has_text="Fietsersbond")).to_be_visible()
    becomes(lambda: stored(laptop)["bollen"]["erbij"], ["12025"])


def test_a_bubble_that_is_taken_away_keeps_its_cards(laptop: Page, begin: Open) -> None:
    begin(laptop)
    half(laptop, "12026", "onder").get_by_role("button").click()
    laptop.get_by_role("button", name="Meer voor Nijlen").click()
    laptop.get_by_role("button", name="Haal deze bol weg").click()
    expect(laptop.locator("#message")).to_contain_text("Nijlen is weg van je blad. 1 kaart ligt nu zonder bol.")
    expect(laptop.locator(".tray .loose-card")).to_have_count(4)
    becomes(lambda: stored_card(laptop, 1)["nis"], "12026")
    laptop.get_by_role("button", name="Maak ongedaan").click()
    expect(half(laptop, "12026", "onder")).to_contain_text("Jeugdhuis De Loods")


def test_one_that_was_taken_away_comes_back(laptop: Page, begin: Open) -> None:
    begin(laptop, document(gone=["12026"]))
    expect(laptop.locator(".map-bubble")).to_have_count(8)
    laptop.get_by_role("button", name="Gemeente toevoegen").click()
    laptop.get_by_role("dialog").get_by_role("button", name="Nijlen").click()
    expect(laptop.locator(".map-bubble")).to_have_count(9)
    becomes(lambda: stored(laptop)["bollen"]["weg"], [])


# Dragging


DRAGGABLE: Final = 'import(new URL("bubble-drag.js", document.querySelector("script[type=module]").src))'
"""What dragging takes comes after the sheet; a hand is slower than that, a test is not."""


def drag(page: Page, source: Locator, to: Locator, end: bool = True) -> None:
    """Drags with a mouse, in steps as a hand does."""
    page.evaluate(DRAGGABLE)
    settled(page)
    source.hover()
    page.mouse.down()
    to.wait_for()
    (box,) = boxes(to)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.6, steps=8)
    if end:
        page.mouse.up()


def test_a_card_is_dragged_with_a_mouse_and_back(laptop: Page, begin: Open) -> None:
    begin(laptop)
    drag(laptop, laptop.locator(".loose-card", has_text="Rode Kruis"), half(laptop, "12002", "onder"), end=False)
    expect(laptop.locator(".drop-sign")).to_have_text("Laat los: Berlaar, onderaan")
    laptop.mouse.up()
    expect(laptop.locator("#message")).to_contain_text(
        "Rode Kruis staat nu in Berlaar, onderaan, en de gemeente van deze kaart is nu Berlaar."
    )
    found = stored_card(laptop, 5)
    assert (found["nis"], found["gemeente"], found["helft"]) == ("12002", "Berlaar", "onder")
    expect(laptop).to_have_url(re.compile("#b$"))
    name = half(laptop, "12002", "onder").locator(".half-name")
    drag(laptop, name, laptop.locator(".tray-head"))
    expect(laptop.locator(".loose-card", has_text="Rode Kruis")).to_be_visible()
    becomes(lambda: stored_card(laptop, 5)["nis"], None)
    laptop.keyboard.press("Control+z")
    expect(name).to_have_text(re.compile("Rode Kruis"))


def test_a_card_is_dropped_on_a_small_bubble_in_the_half_that_the_pointer_is_in(
    new_context: Callable[..., BrowserContext], begin: Open
) -> None:
    page = new_context(480, 1900).new_page()
    begin(page)
    drag(page, page.locator(".loose-card", has_text="Rode Kruis"), page.locator('.small-pick[data-nis="12002"]'))
    expect(page.locator("#message")).to_contain_text("Rode Kruis staat nu in Berlaar, onderaan")
    found = stored_card(page, 5)
    assert (found["nis"], found["helft"]) == ("12002", "onder")


@pytest.mark.engines("firefox", guards=True)
def test_the_half_of_its_sector_is_not_written_down(laptop: Page, begin: Open) -> None:
    begin(laptop)
    name = laptop.locator(".half-name", has_text="De Loods")
    drag(laptop, name, half(laptop, "12002", "onder"))
    expect(half(laptop, "12002", "onder")).to_contain_text("De Loods")
    becomes(lambda: stored_card(laptop, 1)["helft"], None)
    drag(laptop, name, half(laptop, "12002", "boven"))
    expect(half(laptop, "12002", "boven")).to_contain_text("De Loods")
    becomes(lambda: stored_card(laptop, 1)["helft"], "boven")


def test_escape_or_nowhere_changes_nothing(laptop: Page, begin: Open) -> None:
    begin(laptop)
    before = stored(laptop)
    source = laptop.locator(".loose-card", has_text="Rode Kruis")
    drag(laptop, source, half(laptop, "12002", "onder"), end=False)
    laptop.keyboard.press("Escape")
    expect(laptop.locator(".ghost")).to_have_count(0)
    laptop.mouse.up()
    drag(laptop, source, laptop.locator("#b .live h1"))
    expect(laptop.locator(".ghost")).to_have_count(0)
    assert stored(laptop) == before


def test_a_finger_drags_by_the_grip_only(tablet: Page, begin: Open) -> None:
    begin(tablet)
    finger = tablet.context.new_cdp_session(tablet)
    loose = tablet.locator(".loose-card", has_text="Rode Kruis")
    loose.scroll_into_view_if_needed()
    tablet.evaluate(DRAGGABLE)

    def touch(source: Locator) -> None:
        start, to = boxes(source, half(tablet, "12029", "boven"))
        x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
        goal = (to["x"] + to["width"] / 2, to["y"] + to["height"] * 0.5)
        finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for i in range(1, 9):
            at = {"x": x + (goal[0] - x) * i / 8, "y": y + (goal[1] - y) * i / 8}
            finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    touch(loose.locator(".loose-name"))
    assert tablet.locator(".ghost").count() == 0
    assert stored_card(tablet, 5)["helft"] is None
    tablet.evaluate("scrollTo(0, 0)")
    touch(loose.locator(".grip"))
    expect(tablet.locator("#message")).to_contain_text("Rode Kruis staat nu in Putte, bovenaan.")
    becomes(lambda: stored_card(tablet, 5)["helft"], "boven")


# With keys alone


def focused(page: Page) -> str:
    """What the focus is on, by its key."""
    found: str = page.evaluate("document.activeElement.dataset.key ?? document.activeElement.tagName")
    return found


def test_halves_are_reached_and_opened_with_keys(laptop: Page, begin: Open) -> None:
    begin(laptop)
    laptop.locator('[data-key="half-12021-boven"]').focus()
    laptop.keyboard.press("ArrowDown")
    becomes(lambda: focused(laptop), "half-12021-onder")
    laptop.keyboard.press("ArrowRight")
    expect(laptop.locator('[data-key$="-onder"]:focus:not([data-key="half-12021-onder"])')).to_have_count(1)
    laptop.keyboard.press("ArrowLeft")
    laptop.keyboard.press("ArrowUp")
    becomes(lambda: focused(laptop), "half-12021-boven")
    laptop.keyboard.press("Enter")
    becomes(lambda: focused(laptop), "add-12021-boven")
    expect(laptop.locator(".aside")).to_contain_text("Bol 1 van 9")
    laptop.keyboard.press("Enter")
    laptop.keyboard.press("Escape")
    becomes(lambda: focused(laptop), "add-12021-boven")
    laptop.keyboard.press("Escape")
    expect(laptop.locator(".aside")).to_have_count(0)
    becomes(lambda: focused(laptop), "half-12021-boven")


def test_the_back_button_closes_the_bubble_first(laptop: Page, begin: Open) -> None:
    begin(laptop)
    half(laptop, "12026", "onder").get_by_role("button").click()
    expect(laptop.locator(".aside")).to_be_visible()
    laptop.go_back()
    expect(laptop.locator(".aside")).to_have_count(0)
    expect(laptop).to_have_url(re.compile("#b$"))


@pytest.mark.engines("firefox", guards=True, only={"device": ["phone"]})
@pytest.mark.parametrize("device", ["phone", "tablet", "laptop"])
def test_a_card_is_put_in_a_bubble_with_keys_alone(request: pytest.FixtureRequest, begin: Open, device: str) -> None:
    page: Page = request.getfixturevalue(device)
    begin(page)
    page.get_by_role("button", name="Meer voor Circusatelier").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Bewerk")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    form = page.locator(".place-form")
    expect(form.get_by_role("button", name="Lier", exact=True)).to_be_focused()
    form.get_by_role("button", name="Zet in de bol").press("Enter")
    expect(form.get_by_role("alert")).to_have_text("Kies nog een gemeente.")
    form.get_by_role("button", name="Ranst").press("Space")
    form.get_by_role("button", name="Zet in de bol").press("Enter")
    expect(form.get_by_role("alert")).to_have_text("Kies nog boven of onder.")
    form.get_by_role("radio", name="Bovenaan").press("Space")
    form.get_by_role("button", name="Zet in de bol").press("Enter")
    expect(form).to_have_count(0)
    expect(page.locator("#message")).to_contain_text("Circusatelier staat nu in Ranst, bovenaan")
    becomes(lambda: stored_card(page, 4)["nis"], "11035")


def test_a_card_goes_to_a_municipality_that_gets_a_bubble_with_it(laptop: Page, begin: Open) -> None:
    begin(laptop)
    laptop.get_by_role("button", name="Meer voor Circusatelier").click()
    laptop.get_by_role("button", name="Zet in een bol…").click()
    laptop.get_by_role("button", name="Andere gemeente").click()
    expect(laptop.get_by_role("combobox")).to_be_focused()
    laptop.keyboard.type("oostende")
    expect(laptop.get_by_role("option").first).to_be_visible()
    laptop.keyboard.press("Enter")
    laptop.get_by_role("radio", name="Onderaan").check(force=True)
    laptop.get_by_role("button", name="Zet in de bol").click()
    expect(laptop.locator(".far .half-name")).to_contain_text("Circusatelier")
    laptop.get_by_role("button", name="Maak ongedaan").click()
    expect(laptop.locator(".far")).to_have_count(0)
    becomes(lambda: stored(laptop)["bollen"]["erbij"], [])


def test_a_loose_card_is_taken_from_a_half(phone: Page, begin: Open) -> None:
    begin(phone)
    phone.get_by_role("button", name=re.compile("^Nijlen: boven 0, onder 1")).click()
    expect(phone.locator(".large-name")).to_have_text("Nijlen")
    half(phone, "12026", "boven").get_by_role("button", name="Kaart erbij").click()
    half(phone, "12026", "boven").get_by_role("button", name="Circusatelier").click()
    expect(half(phone, "12026", "boven").locator(".large-row")).to_contain_text("Circusatelier")
    expect(phone.get_by_role("button", name=re.compile("^Nijlen: boven 1, onder 1"))).to_be_visible()
    phone.get_by_role("button", name="Volgende bol").click()
    expect(phone.locator(".large-name")).not_to_have_text("Nijlen")
    becomes(lambda: focused(phone), "turn-following")


@pytest.mark.parametrize("device", ["phone", "tablet", "laptop"])
def test_a_new_card_begins_in_the_half_it_was_asked_for(
    request: pytest.FixtureRequest, begin: Open, device: str
) -> None:
    page: Page = request.getfixturevalue(device)
    begin(page)
    if device == "phone":
        page.get_by_role("button", name="Nijlen: boven 0, onder 1").click()
    else:
        page.locator('[data-key="half-12026-boven"]').press("Enter")
    upper = page.locator('.large-half[data-nis="12026"][data-half="boven"]')
    upper.get_by_role("button", name="Kaart erbij").click()
    upper.get_by_role("button", name="Nieuwe kaart").click()
    expect(page.locator("#p .place-field input")).to_have_value("Nijlen")
    page.get_by_label("Naam").first.fill("Fanfare Nijlen")
    page.goto(page.url.partition("#")[0] + "#b")
    expect(half(page, "12026", "boven")).to_contain_text("Fanfare Nijlen")


@pytest.mark.parametrize("device", ["phone", "tablet"])
def test_a_menu_is_whole_where_it_opens(request: pytest.FixtureRequest, begin: Open, device: str) -> None:
    page: Page = request.getfixturevalue(device)
    begin(page, document([card(1, "Koor", "Lier", "12021", "onder")]))
    if device == "tablet":
        page.locator('[data-key="half-12021-onder"]').press("Enter")
    page.get_by_role("button", name="Meer voor Koor").click()
    expect(page.get_by_role("button", name="Haal uit deze bol")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Zet bovenaan").click()
    expect(half(page, "12021", "boven")).to_contain_text("Koor")
    becomes(lambda: focused(page), "more-k1")


def test_the_list_shows_the_same_in_the_same_order(laptop: Page, begin: Open) -> None:
    begin(laptop)
    names = laptop.locator(".map-bubble h2 .map-name").all_text_contents()
    laptop.get_by_role("button", name="Lijst").click()
    expect(laptop.locator(".list-bubble")).to_have_count(9)
    shown = laptop.locator(".list-bubble h2 span:last-child").all_text_contents()
    assert shown == [re.sub(r"(?<=-) ", "", one) for one in names]
    expect(half(laptop, "11035", "boven")).to_contain_text("Heemkring Ranst")
    laptop.reload()
    expect(laptop.locator(".bubble-list")).to_be_visible()
    laptop.get_by_role("button", name="Lijst").press("ArrowLeft")
    expect(laptop.locator(".map")).to_be_visible()
    becomes(lambda: focused(laptop), "as-bubbles")


def test_letters_that_are_too_large_for_the_map_make_it_a_list(new_context: NewContext, begin: Open) -> None:
    page = new_context(820, 1000).new_page()
    page.add_init_script(
        "new MutationObserver(() => document.documentElement.style.fontSize = '30px')"
        ".observe(document, {childList: true})"
    )
    begin(page)
    expect(page.locator(".bubble-list")).to_be_visible()


# Whatever is typed


def hostile() -> Any:
    """Names that are too long, that are markup, and too many."""
    names = [MARKUP, LONG, "أهلاً بالعالم", "", "een " * 60]
    many = [card(i, f"Vereniging nummer {i}", "Ranst", "11035", "boven") for i in range(20, 80)]
    return document(
        [
            *[card(i + 10, name, "Nijlen", "12026", "onder") for i, name in enumerate(names)],
            *many,
            card(9, MARKUP, MARKUP),
        ]
    )


OUTSIDE: Final = """all => all.filter((line) => {
    const [box, whole] = [line, line.closest(".map-bubble")].map((one) => one.getBoundingClientRect());
    return box.left < whole.left - 1 || box.right > whole.right + 1;
}).map((line) => line.textContent)"""
"""The lines of names that leave their bubble, all looked at in one go."""


@pytest.mark.engines("firefox", guards=True, only={"device": ["laptop"]})
@pytest.mark.parametrize("device", ["phone", "tablet", "laptop"])
def test_hostile_names_stay_text_and_stay_within(request: pytest.FixtureRequest, begin: Open, device: str) -> None:
    page: Page = request.getfixturevalue(device)
    begin(page, hostile())
    assert page.locator("#b img, #b b:text('De Nete')").count() == 0
    assert sideways(page) <= 0
    if device != "phone":
        more = {"tablet": "+ 59", "laptop": "+ 59"}[device]
        expect(half(page, "11035", "boven").locator(".half-more")).to_have_text(more)
        lines = settled(page).locator(".name-line")
        expect(lines).not_to_have_count(0)
        assert lines.evaluate_all(OUTSIDE) == []


@pytest.mark.parametrize("width", [320, 683])
@pytest.mark.parametrize("middle", ["46030", "21004", "12021"])
def test_nothing_scrolls_sideways(new_context: NewContext, begin: Open, width: int, middle: str) -> None:
    page = new_context(width, 480 if width == 320 else 384).new_page()
    begin(page, document([*CARDS, card(9, LONG, LONG)], middle, added=["35013", "44021"]))
    assert sideways(page) <= 0
    page.get_by_role("button", name="Lijst").click()
    expect(page.locator(".bubble-list")).to_be_visible()
    assert sideways(page) <= 0


def test_more_than_eight_neighbours_lie_further_away(laptop: Page, begin: Open) -> None:
    begin(laptop, document([], "21004"))
    expect(laptop.locator(".map-plane .map-bubble")).to_have_count(9)
    assert settled(laptop).locator(".far .map-bubble").count() > 3


SPILLING: Final = """all => all.filter((one) => one.scrollWidth > one.clientWidth + 1 ||
    one.scrollHeight > one.clientHeight + 1).map((one) => one.textContent)"""
"""The pills that are too small for their name."""


def test_every_name_of_a_municipality_fits_its_pill(laptop: Page, begin: Open) -> None:
    begin(laptop, document([], "46021"))
    pills = settled(laptop).locator(".map-pill")
    expect(pills).not_to_have_count(0)
    assert pills.evaluate_all(SPILLING) == []


# What axe-core says


def nothing(_: Page) -> None:
    """The sheet as it is."""


def large(page: Page) -> None:
    """A bubble is open."""
    half(page, "12026", "onder").get_by_role("button").first.click()


def asking(page: Page) -> None:
    """It is asked where a card belongs."""
    page.get_by_role("button", name="Meer voor Rode Kruis").click()
    page.get_by_role("button", name="Zet in een bol…").click()
    expect(page.locator(".place-form")).to_be_visible()


def adding(page: Page) -> None:
    """A municipality is added."""
    page.get_by_role("button", name="Gemeente toevoegen").click()
    page.get_by_role("combobox").fill("borsb")
    expect(page.get_by_role("option").first).to_be_visible()


def listing(page: Page) -> None:
    """The list is shown."""
    page.get_by_role("button", name="Lijst").click()
    expect(page.locator(".bubble-list")).to_be_visible()


@pytest.mark.parametrize("state", [nothing, large, asking, adding, listing])
@pytest.mark.parametrize("device", ["phone", "tablet", "laptop"])
def test_axe_finds_nothing_wrong(
    request: pytest.FixtureRequest, begin: Open, violations: Violations, device: str, state: Callable[[Page], None]
) -> None:
    page: Page = request.getfixturevalue(device)
    begin(page)
    if device == "phone" and state is large:
        page.get_by_role("button", name=re.compile("^Nijlen")).first.click()
        page.get_by_role("button", name="Kaart erbij").first.click()
    else:
        state(page)
    assert violations(page) == []


@pytest.mark.parametrize("device", ["phone", "laptop"])
def test_axe_finds_nothing_wrong_before_a_municipality_is_chosen(
    request: pytest.FixtureRequest, at: At, violations: Violations, device: str
) -> None:
    page: Page = request.getfixturevalue(device)
    at(page, "#b")
    assert violations(page) == []
    page.get_by_role("combobox").fill("borsb")
    expect(page.get_by_role("option").first).to_be_visible()
    assert violations(page) == []
