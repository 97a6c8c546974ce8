"""A link carries a whole network; a broken one, and one that would fill the memory, is refused and nothing is lost."""

import base64
import json
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.conftest import At
from tests.web.modules import FILLED, begin_with, card, document, documents, run, serve, stored
from tests.web.settled import becomes, settled

pytestmark = pytest.mark.engines("firefox")

MINE = document(
    canvas1={"wie": "Jeugdhuis De Sleutel", "waar": "", "wat": "", "sterktes": [], "beperkingen": []},
    kaarten=[card(1, naam="RODE  kruis", gemeente="putte"), card(2, naam="Chiro", gemeente="Lier", nis="12021")],
)


def packed(*parts: str | bytes) -> str:
    """What stands behind ``#s/``."""
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"".join(squeezed.compress(part.encode() if isinstance(part, str) else part) for part in parts)
    return "1" + base64.urlsafe_b64encode(data + squeezed.flush()).decode().rstrip("=")


LINK = packed(json.dumps(FILLED))


@pytest.mark.engines("firefox", guards=True)
def test_a_network_comes_out_of_a_link_as_it_went_in(laptop: Page, at: At) -> None:
    page = at(serve(laptop), "#w")
    body = """const { packed, unpacked } = await use("share");
        return Promise.all(given.map(async (one) => (await unpacked(await packed(one))).document));"""

    @settings(max_examples=15, deadline=None, database=None, phases=[Phase.generate])
    @given(st.lists(documents(), min_size=4, max_size=4))
    def check(found: list[dict[str, Any]]) -> None:
        assert run(page, body, found) == found

    check()


BOMB = packed('{"formaat":"bouw-je-netwerk-uit","versie":1,"inhoud":"', *[b"a" * 1_000_000] * 600)
"""What it unpacks to is more than any browser makes a text of: who reads it to the end finds something else wrong."""
FAULTS = {
    "": "foreign",
    "x": "foreign",
    "1<script>": "foreign",
    "2abc": "newer",
    LINK[: len(LINK) // 2]: "incomplete",
    "1": "incomplete",
    "1AAAA": "incomplete",
    BOMB: "large",
    packed("hallo"): "foreign",
    packed("[" * 100_000): "foreign",
    packed(b"\xff\xfe"): "incomplete",
    packed(json.dumps(document(kaarten=[{}] * 501))): "many",
    packed(json.dumps({**FILLED, "versie": 9})): "newer",
}


def test_what_is_no_link_has_its_fault(laptop: Page, at: At) -> None:
    page = at(serve(laptop), "#w")
    assert len(BOMB) > 200_000
    body = """const { unpacked } = await use("share");
        return Promise.all(given.map(async (data) => Object.values(await unpacked(data))[0]));"""
    assert run(page, body, list(FAULTS)) == list(FAULTS.values())


@pytest.fixture
def opened(phone: Page, at: At) -> Callable[..., Page]:
    """A link, opened on a device that holds something or nothing."""

    def go(data: str = LINK, mine: object = None) -> Page:
        if mine:
            begin_with(phone, mine)
        return at(phone, f"#s/{data}")

    return go


@pytest.mark.engines("firefox", guards=True)
def test_a_broken_link_is_refused_and_nothing_is_lost(
    opened: Callable[..., Page], violations: Callable[[Page], list[str]]
) -> None:
    page = opened(LINK[:90], MINE)
    alert = page.locator(".notice[role=alert]")
    expect(alert).to_contain_text("Deze link kan ik niet openen. Deze link is niet volledig: het einde ontbreekt.")
    expect(alert).to_contain_text("Er is niets veranderd aan wat je al had.")
    assert violations(page) == []
    assert stored(page) == MINE
    page.get_by_role("button", name="Sluit de link").click()
    expect(page.locator("#overzicht .live h1")).to_have_text("Jouw netwerk")


@pytest.mark.engines("firefox", guards=True)
def test_on_an_empty_device_one_goes_on_with_it(
    opened: Callable[..., Page], violations: Callable[[Page], list[str]]
) -> None:
    page = opened()
    expect(page.locator("#overzicht .live h1")).to_have_text("Een netwerk in een link")
    expect(page.locator("#overzicht .lead")).to_have_text("Muziekatelier De Nete, 3 kaarten")
    becomes(lambda: page.evaluate("location.hash"), "")
    assert settled(page).evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    assert stored(page) is None
    page.get_by_role("button", name="Ga hiermee verder").click()
    expect(page.locator("#overzicht .live h1")).to_have_text("Jouw netwerk")
    expect(page.locator("#message")).to_contain_text("Maak ongedaan")
    becomes(lambda: {**stored(page), "gewijzigd": ""}, {**FILLED, "gewijzigd": ""})


@pytest.mark.engines("firefox", guards=True)
def test_one_looks_and_ones_own_stays(opened: Callable[..., Page], violations: Callable[[Page], list[str]]) -> None:
    page = opened(LINK, MINE)
    expect(page.locator(".notice:visible")).to_contain_text(
        "Op dit toestel staat al een netwerk: Jeugdhuis De Sleutel, 2 kaarten."
    )
    page.get_by_role("button", name="Bekijk, ik behoud het mijne").click()
    expect(page.locator(".looking-bar")).to_contain_text("Muziekatelier De Nete, 3 kaarten.")
    expect(page.locator("#overzicht .live h1")).to_have_text("Muziekatelier De Nete")
    expect(page.locator(".state")).to_contain_text("Kijken")
    page.locator(".bar").get_by_role("link", name="Canvas 2").click()
    field = page.locator("#c2 textarea").first
    expect(field).to_have_value("Altijd hetzelfde publiek")
    expect(field).not_to_be_editable()
    assert violations(page) == []
    page.evaluate("location.hash = '#k'")
    expect(page.get_by_text("Je bekijkt een link. Ga eerst terug").first).to_be_visible()
    expect(page.get_by_role("button", name="Wis alles")).to_be_hidden()
    page.get_by_role("button", name="Terug naar mijn netwerk").click()
    expect(page.locator("#overzicht .lead")).to_contain_text("2 kaarten")
    expect(page.locator("#overzicht .live h1")).to_be_focused()
    expect(page.locator(".looking-bar")).to_have_count(0)
    assert stored(page) == MINE


def test_its_cards_come_to_ones_own_and_those_that_are_there_are_counted(opened: Callable[..., Page]) -> None:
    page = opened(LINK, MINE)
    page.get_by_role("button", name="Voeg de kaarten toe").click()
    expect(page.locator("#message")).to_contain_text("2 kaarten toegevoegd. 1 kaart stond er al.")
    found = stored(page)
    assert found["canvas1"]["wie"] == "Jeugdhuis De Sleutel"
    assert [one["naam"] for one in found["kaarten"]] == [
        "RODE  kruis",
        "Chiro",
        "Jeugdhuis De Loods",
        "Bibliotheek Boechout",
    ]
    assert len({one["id"] for one in found["kaarten"]}) == 4


def test_it_takes_the_place_of_ones_own_and_that_is_undone(opened: Callable[..., Page]) -> None:
    page = opened(LINK, MINE)
    page.get_by_role("button", name="Vervang mijn netwerk").click()
    expect(page.locator("#overzicht .lead")).to_contain_text("2 partners")
    page.get_by_role("button", name="Maak ongedaan").click()
    becomes(lambda: {**stored(page), "gewijzigd": ""}, MINE)


def test_the_overview_is_reached_from_a_link(opened: Callable[..., Page]) -> None:
    """The address of the link is that of the overview: to follow a link to there, something must happen."""
    page = opened(LINK, MINE)
    page.locator(".bar").get_by_role("link", name="Overzicht").click()
    expect(page.locator("#overzicht .live h1")).to_have_text("Jouw netwerk")


def test_markup_in_a_link_stays_text(opened: Callable[..., Page]) -> None:
    wie = '<img src=x onerror="document.title=1">"\'&lt;'
    other = document(canvas1={**FILLED["canvas1"], "wie": wie}, kaarten=[card(1, naam=wie, gemeente=wie, idee=wie)])
    page = opened(packed(json.dumps(other)), MINE)
    expect(page.locator("#overzicht .lead")).to_have_text(f"{wie}, 1 kaart")
    page.get_by_role("button", name="Bekijk, ik behoud het mijne").click()
    expect(page.locator(".looking-bar")).to_contain_text(wie)
    assert page.locator("main img").count() == 0


def test_a_link_is_copied_and_opens_elsewhere(new_context: Callable[..., BrowserContext], at: At) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    begin_with(page, FILLED)
    at(page, "#k")
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.locator("#message")).to_contain_text("De link is gekopieerd")
    link = page.evaluate("navigator.clipboard.readText()")
    other = new_context().new_page()
    other.goto(link)
    expect(other.locator("#overzicht .lead")).to_have_text("Muziekatelier De Nete, 3 kaarten")


@pytest.mark.engines("firefox", guards=True)
def test_a_link_is_copied_within_the_press_itself(laptop: Page, at: At) -> None:
    """WebKit lets nothing be copied after the first wait: the link is there before, and is handed over at once."""
    laptop.add_init_script(
        """let late = null;
        addEventListener("click", () => { late = false; setTimeout(() => { late = true; }); }, true);
        if (window.Clipboard) Clipboard.prototype.writeText = async (text) => { window.copied = [late, text]; };"""
    )
    begin_with(laptop, FILLED)
    at(laptop, "#k")
    laptop.wait_for_load_state("networkidle")
    laptop.wait_for_timeout(300)
    laptop.get_by_role("button", name="Kopieer de link").click()
    expect(laptop.locator("#message")).to_contain_text("De link is gekopieerd")
    late, link = laptop.evaluate("window.copied")
    assert not late
    assert "#s/" in link


def test_a_network_that_is_too_large_for_a_link_is_told(laptop: Page, at: At) -> None:
    texts = [f"{n}: {hash((n, 'x'))} {hash((n, 'y'))} {hash((n, 'z'))}" for n in range(250)]
    begin_with(laptop, document(kaarten=[card(n + 1, naam=text) for n, text in enumerate(texts)]))
    at(laptop, "#k")
    laptop.get_by_role("button", name="Kopieer de link").click()
    expect(laptop.get_by_text("Je netwerk is te groot voor een link. Deel het bestand.")).to_be_visible()


@pytest.mark.engines("firefox", guards=True)
def test_a_link_outlives_a_reload_until_somebody_chose(opened: Callable[..., Page]) -> None:
    page = opened(LINK, MINE)
    heading = page.locator("#overzicht .live h1")
    expect(heading).to_have_text("Een netwerk in een link")
    page.reload()
    expect(heading).to_have_text("Een netwerk in een link")
    assert "#s/" not in page.url
    page.get_by_role("button", name="Bekijk, ik behoud het mijne").click()
    page.locator(".bar").get_by_role("link", name="Canvas 2").click()
    expect(page.locator("#c2 textarea").first).to_have_value("Altijd hetzelfde publiek")
    page.reload()
    # Still looked at, on the same sheet.
    expect(page.locator("#c2 textarea").first).to_have_value("Altijd hetzelfde publiek")
    expect(page.locator(".looking-bar")).to_contain_text("Muziekatelier De Nete, 3 kaarten.")
    page.get_by_role("button", name="Terug naar mijn netwerk").click()
    expect(heading).to_have_text("Jouw netwerk")
    page.reload()
    expect(heading).to_have_text("Jouw netwerk")
    assert stored(page) == MINE
    assert page.evaluate("sessionStorage.length") == 1, "only what begin_with itself puts there"
