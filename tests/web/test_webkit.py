"""What guards somebody's work, in WebKitGTK: a page that comes back, a link that is copied, fields, a PDF."""

import json
from collections.abc import Iterator

import pytest

from tests.web.conftest import AXE
from tests.web.modules import FILLED, STORE
from tests.web.test_conditions import CUT as CUT_ANYWHERE
from tests.web.test_conditions import FREE, FULL, FULL_FIELD, HARD, OUTSIDE, SPACED
from tests.web.webkit import Window, windows

pytestmark = pytest.mark.browsers

WIE = "return document.querySelector('#c1-wie').value"
SAVED = f"return JSON.parse(localStorage.getItem('{STORE}')).canvas1.wie"
CUT = """return [...document.querySelectorAll('#c1 textarea')]
    .filter((one) => one.offsetHeight && one.scrollHeight > one.clientHeight + 1).length"""


@pytest.fixture(scope="module")
def window() -> Iterator[Window]:
    """One window for all tests of this file: a driver of WebKitGTK has no more at a time."""
    with windows() as opening:
        yield opening()


@pytest.fixture
def filled(window: Window, address: str) -> Window:
    """The page, on canvas 1, with a network."""
    window.go(f"{address}{AXE}")
    window.run("localStorage.clear(); localStorage.setItem(...arguments)", STORE, json.dumps(FILLED))
    window.go(f"{address}#c1")
    ready(window, "c1")
    return window


def ready(window: Window, view: str) -> None:
    window.becomes("return document.documentElement.dataset.ready", view)


def test_what_is_typed_is_there_after_a_reload(filled: Window, address: str) -> None:
    filled.type("#c1-wie", " en vrienden")
    filled.becomes(SAVED, "Muziekatelier De Nete en vrienden")
    filled.go(f"{address}{AXE}")
    filled.go(f"{address}#c1")
    ready(filled, "c1")
    filled.becomes(WIE, "Muziekatelier De Nete en vrienden")


def test_the_way_back_brings_no_older_network(filled: Window, address: str) -> None:
    filled.run("window.same = true; addEventListener('pageshow', (event) => { window.restored = event.persisted; })")
    filled.go(f"{address}{AXE}")
    newer = {**FILLED, "canvas1": {**FILLED["canvas1"], "wat": "Nieuwer, van elders"}}
    filled.run("localStorage.setItem(...arguments)", STORE, json.dumps(newer))
    filled.back()
    ready(filled, "c1")
    # From its memory, and not loaded again.
    filled.becomes("return [window.same, window.restored]", [True, True])
    filled.type("#c1-wie", "!")
    filled.becomes(SAVED, "Muziekatelier De Nete!")
    assert filled.run(SAVED.replace("wie", "wat")) == "Nieuwer, van elders"


def test_the_link_is_copied(filled: Window) -> None:
    filled.run("location.hash = '#k'")
    ready(filled, "k")
    press = """const all = [...document.querySelectorAll('#k button')];
        all.find((one) => one.textContent === 'Kopieer de link').id = 'copy-it'"""
    filled.run(press)
    filled.press("#copy-it")
    filled.becomes(
        "return document.querySelector('#message p')?.textContent", "De link is gekopieerd. Plak hem waar je wil."
    )


def test_fields_grow_again_when_they_become_narrower(filled: Window) -> None:
    filled.resize(1000, 800)
    filled.type("#c1-wat", "Elke week zingen en samenspelen, met iedereen die dat wil. " * 5)
    filled.becomes(CUT, 0)
    filled.resize(420, 800)
    filled.becomes(CUT, 0)


PDF = """const folder = new URL(".", document.querySelector("script[type=module]").src);
    const how = { paper: "a3", edition: "colour", title: "Proef", language: "nl-BE" };
    const made = async () => {
        const { asPdf } = await import(new URL("print.js", folder).href);
        return (await asPdf(["c1", "p"], how)).text();
    };
    made().then((text) => { window.made = text; }, (wrong) => { window.made = String(wrong); });"""


def test_the_pdf_is_made_here_too(filled: Window) -> None:
    filled.run(PDF)
    filled.becomes("return window.made?.slice(0, 5)", "%PDF-")
    assert filled.run("return window.made.match(/MediaBox/g).length") == 2


def test_a_full_network_fits_a_small_screen_with_room_between_its_letters(window: Window, address: str) -> None:
    window.go(f"{address}{AXE}")
    window.run("localStorage.clear(); localStorage.setItem(...arguments)", STORE, json.dumps(HARD))
    window.resize(320, 640)
    for fragment in ("c1", "b", "p", "c2", "k"):
        window.go(f"{address}#{fragment}")
        ready(window, fragment)
        window.run(f"({SPACED})()")
        window.becomes("return document.documentElement.scrollWidth <= innerWidth", True)
        window.becomes(f"return ({OUTSIDE})()", [])
        window.becomes(f"return ({CUT_ANYWHERE})()", [])
    # Its window is not made smaller than this.
    assert window.run("return innerWidth") < 480
    window.resize(1000, 800)


def test_five_thousand_letters_are_stopped_with_words(filled: Window) -> None:
    filled.run("const field = document.querySelector('#c1-wat'); field.value = ''; field.focus()")
    filled.run("document.execCommand('insertText', false, 'Elke week zingen. '.repeat(278))")
    filled.becomes("return document.querySelector('#c1-wat').value.length", 2000)
    filled.becomes("return document.querySelector('#c1 .field.wat [role=status]')?.textContent", FULL_FIELD)
    filled.becomes(CUT, 0)


def test_a_full_store_is_told_and_what_was_typed_is_stored_once_there_is_room(filled: Window) -> None:
    filled.run(f"({FULL})()")
    filled.type("#c1-wie", " en iedereen die er ook bij wil zijn, hoe ver ook" * 3)
    filled.becomes("return document.querySelector('.state').dataset.state", "blocked")
    # A letter or two may have found room; what was there before is not lost.
    assert filled.run(SAVED).startswith("Muziekatelier De Nete")
    assert not filled.run(SAVED).endswith("hoe ver ook")
    filled.run(f"({FREE})(); dispatchEvent(new Event('pagehide'))")
    filled.becomes("return document.querySelector('.state').dataset.state", "saved")
    assert filled.run(SAVED).endswith("hoe ver ook")


def test_after_choosing_ones_municipality_with_keys_the_focus_is_on_the_sheet(window: Window, address: str) -> None:
    window.go(f"{address}{AXE}")
    window.run("localStorage.clear()")
    window.go(f"{address}#b")
    ready(window, "b")
    window.type("#own-municipality", "Lier")
    window.becomes("return document.querySelector('[role=option]')?.ariaSelected", "true")
    window.type("#own-municipality", "\ue007")
    window.becomes("return document.activeElement.textContent", "Bollenschema")
