"""What a page meets: full sheets, small screens, large letters, other scripts, keys alone, no room to store.

Several conditions at a time on one page, in Chromium and Firefox; `test_webkit.py` has those that differ in WebKit.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.web.conftest import At, launched
from tests.web.filled import many
from tests.web.modules import FILLED, STORE, begin_with, card, document, stored
from tests.web.settled import becomes, settled

pytestmark = pytest.mark.engines("firefox", guards=True)

FRAGMENTS = ("", "#c1", "#b", "#p", "#p/nieuw", "#c2", "#i", "#w", "#d", "#k")
ARABIC = "جمعية الحي للثقافة والفنون"
HEBREW = "תזמורת השכונה"

HARD = document(
    canvas1={"wie": ARABIC, "waar": HEBREW, "wat": "x" * 2000, "sterktes": [ARABIC], "beperkingen": [HEBREW]},
    bollen={"midden": "12021", "erbij": ["12025"], "weg": []},
    kaarten=[*many(198), card(199, naam=ARABIC, gemeente="Lier", nis="12021", helft="boven"), card(200, naam=HEBREW)],
)
"""Two hundred cards, names that run from right to left, words without a space."""

FULL_FIELD = "Hier passen 2000 tekens. Meer kan niet."

SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; }
        * { word-spacing: .16em !important; }
        p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
"""The spacing of WCAG 1.4.12."""

OUTSIDE = """() => [...document.querySelectorAll("body *")].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    const seen = width > 1 && one.checkVisibility() && !one.closest(".toggles, svg, .skip");
    return seen && (right > innerWidth + 1 || left < -1);
}).slice(0, 5).map((one) => `${one.className} ${one.textContent.slice(0, 40)}`)"""
"""What reaches over the edge of the window; a row of filters may, it can be shoved aside."""

CUT = """() => [...document.querySelectorAll(".view .live textarea")]
    .filter((one) => one.offsetHeight && one.scrollHeight > one.clientHeight + 1)
    .map((one) => one.id || one.ariaLabel)"""
"""Fields that hide a part of what is in them."""


def fits(page: Page, fragment: str) -> None:
    """Go to a sheet in the page that is open, and look whether all of it can be seen."""
    view = fragment[1:].partition("/")[0] or "overzicht"
    page.evaluate("(hash) => { location.hash = hash; }", fragment)
    page.wait_for_selector(f'html[data-ready="{view}"][data-view="{view}"]')
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, fragment
    assert page.evaluate(OUTSIDE) == [], fragment
    assert page.evaluate(CUT) == [], fragment


def test_a_full_network_fits_the_smallest_screen_with_room_between_its_letters(
    new_context: Callable[..., BrowserContext], at: At
) -> None:
    page = new_context(320, 640).new_page()
    begin_with(page, HARD)
    at(page)
    page.evaluate(SPACED)
    assert page.locator("h1:visible").evaluate("(one) => getComputedStyle(one).letterSpacing") == "3.36px"
    for fragment in FRAGMENTS:
        fits(page, fragment)
    # 200 % on a small laptop, 400 % on a larger one.
    page.evaluate("document.adoptedStyleSheets = []")
    for width, height in ((683, 384), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        for fragment in ("", "#c1", "#b", "#p"):
            fits(page, fragment)


@pytest.fixture
def strained(_playwright: Playwright, engine: str) -> Iterator[Browser]:
    """A browser of somebody who needs large letters, and in Firefox colours of their own."""
    running = launched(_playwright, engine, letters=32)
    yield running
    running.close()


def test_letters_twice_as_large_fit_a_phone_and_what_is_chosen_is_seen_in_forced_colours(
    strained: Browser, engine: str, at: At
) -> None:
    # Firefox was told at its start.
    colours: Literal["active"] | None = "active" if engine == "chromium" else None
    page = strained.new_page(
        viewport={"width": 360, "height": 740},
        reduced_motion="reduce",
        service_workers="block",
        forced_colors=colours,
    )
    begin_with(page, FILLED)
    at(page)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    for fragment in FRAGMENTS:
        fits(page, fragment)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    fits(page, "#p")
    for chosen in (".chip[aria-pressed=true]:visible", ".bar [aria-current]"):
        assert page.locator(chosen).evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid", chosen


def test_five_thousand_letters_are_stopped_with_words_and_all_that_stands_there_is_kept(phone: Page, at: At) -> None:
    at(phone, "#c1")
    phone.locator("#c1-wat").focus()
    phone.evaluate("document.execCommand('insertText', false, 'Elke week zingen. '.repeat(278))")
    expect(phone.locator("#c1 .field.wat [role=status]")).to_have_text(FULL_FIELD)
    becomes(lambda: len(stored(phone)["canvas1"]["wat"]), 2000)
    becomes(lambda: phone.evaluate(CUT), [])


@pytest.mark.parametrize(
    ("fragment", "field"),
    [
        ("#c1", ".box.strength textarea >> nth=0"),
        ("#c2", "#c2-beperking .box textarea"),
        ("#c2", "#c2-beperking .c2-idea textarea >> nth=1"),
        ("#p/nieuw", "#card-naam"),
        ("#p/nieuw", "#card-place"),
        ("#p/nieuw", "#card-sector"),
        ("#p/nieuw", "#card-idee"),
    ],
)
def test_each_field_that_is_full_says_so(
    phone: Page, at: At, violations: Callable[[Page], list[str]], fragment: str, field: str
) -> None:
    at(phone, fragment)
    one = phone.locator(field)
    one.focus()
    phone.evaluate("document.execCommand('insertText', false, 'x'.repeat(1999))")
    said = phone.get_by_role("status").filter(has_text=FULL_FIELD)
    expect(said).to_have_count(0)
    phone.keyboard.press("End")
    phone.keyboard.type("yz")
    expect(said).to_be_visible()
    expect(one).to_have_value("x" * 1999 + "y")
    expect(one).to_have_accessible_description(re.compile(re.escape(FULL_FIELD)))
    becomes(lambda: phone.evaluate(CUT), [])
    assert settled(phone).evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(phone) == []
    phone.keyboard.press("Backspace")
    expect(said).to_have_count(0)


def test_a_field_that_was_full_says_so_to_who_comes_back_to_it(phone: Page, at: At) -> None:
    begin_with(phone, document(kaarten=[card(1, naam="Koor", idee="x" * 2000)]))
    at(phone, "#p/k1")
    said = phone.get_by_role("status").filter(has_text=FULL_FIELD)
    expect(said).to_have_count(0)
    phone.wait_for_load_state("networkidle")
    phone.locator("#card-idee").focus()
    expect(said).to_be_visible()


FULL = """(key) => {
    // Halves, until not even a letter fits any more.
    for (let [n, size] = [0, 2 ** 22]; size; ) {
        try {
            localStorage.setItem(`full${n++}`, "x".repeat(size));
        } catch {
            size = size >> 1;
        }
    }
    return localStorage.getItem(key);
}"""
FREE = """() => Object.keys(localStorage).filter((one) => one.startsWith("full"))
    .forEach((one) => localStorage.removeItem(one))"""


def test_a_full_store_is_told_and_what_was_typed_is_stored_once_there_is_room(laptop: Page, at: At) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#c1")
    laptop.evaluate(FULL, STORE)
    laptop.fill("#c1-wat", "Veel meer dan er nog bij kan. " * 20)
    expect(laptop.locator(".state")).to_contain_text("Niet bewaard")
    # What was there before is not lost for it.
    assert laptop.evaluate("(key) => JSON.parse(localStorage.getItem(key)).canvas1.wat", STORE).startswith("Elke week")
    laptop.evaluate(FREE)
    assert stored(laptop)["canvas1"]["wat"].startswith("Veel meer")
    expect(laptop.locator(".state")).to_contain_text("Bewaard")


def test_a_browser_that_refuses_to_store_says_so_and_all_else_works(laptop: Page, at: At) -> None:
    refuse = "throw new DOMException('The operation is insecure.', 'SecurityError')"
    for store in ("localStorage", "sessionStorage"):
        laptop.add_init_script(f"Object.defineProperty(window, '{store}', {{ get() {{ {refuse}; }} }});")
    at(laptop, "#b")
    laptop.keyboard.press("Tab")
    laptop.locator("#own-municipality").focus()
    laptop.keyboard.type("Lier")
    expect(laptop.get_by_role("option")).not_to_have_count(0)
    laptop.keyboard.press("Enter")
    expect(laptop.locator(".map-bubble")).to_have_count(9)
    expect(laptop.locator(".state")).to_contain_text("Niet bewaard")


def focused(page: Page) -> str:
    """What has the focus: the text of it, or nothing where it is lost."""
    said: str = page.evaluate(
        """() => document.activeElement === document.body ? "" :
            document.activeElement.ariaLabel || document.activeElement.textContent.trim()"""
    )
    return said


def test_with_keys_alone_the_focus_is_never_lost(laptop: Page, at: At) -> None:
    at(laptop, "#b")
    laptop.locator("#own-municipality").focus()
    laptop.keyboard.type("Lier")
    expect(laptop.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    laptop.keyboard.press("Enter")
    expect(laptop.locator(".map-bubble")).to_have_count(9)
    becomes(lambda: focused(laptop), "Bollenschema")
    laptop.get_by_role("button", name="Gemeente toevoegen").focus()
    laptop.keyboard.press("Enter")
    expect(laptop.locator("#ask-municipality")).to_be_focused()
    laptop.keyboard.type("Mechelen")
    expect(laptop.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    laptop.keyboard.press("Enter")
    expect(laptop.get_by_text("Verder weg")).to_be_visible()
    becomes(lambda: focused(laptop), "Gemeente toevoegen")
    # Undone from within the message, and with the keys for it.
    laptop.locator("#message").get_by_role("button", name="Maak ongedaan").focus()
    laptop.keyboard.press("Enter")
    expect(laptop.get_by_text("Verder weg")).to_have_count(0)
    becomes(lambda: focused(laptop), "Sluit")
    laptop.get_by_role("button", name="Lier, culturele actoren").focus()
    laptop.keyboard.press("Control+z")
    expect(laptop.locator("#own-municipality")).to_be_visible()
    becomes(lambda: focused(laptop), "Bollenschema")
