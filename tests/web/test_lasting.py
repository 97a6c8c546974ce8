"""How long a browser keeps what was typed: it is asked when somebody says so; a private window says that it forgets."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import At
from tests.web.modules import FILLED, begin_with, document
from tests.web.test_keep import choose

pytestmark = pytest.mark.engines("firefox")

PRIVATE = """if (window.StorageManager) StorageManager.prototype.getDirectory = async () => {
    throw new DOMException("Security error when calling GetDirectory", "SecurityError");
};"""
"""Firefox and Safari give no page a folder of its own in a private window: measured in Firefox ESR 153.8."""

ASKED = "window.asked = 0; StorageManager.prototype.persist = async () => { window.asked += 1; return true; };"


def test_the_browser_is_asked_to_keep_it_once_there_is_something_and_only_when_somebody_says_so(
    laptop: Page, at: At
) -> None:
    laptop.add_init_script(f"if (window.StorageManager) {{ {ASKED} }}")
    at(laptop, "#k")
    choose(laptop, json.dumps(document(kaarten=FILLED["kaarten"][:1])))
    laptop.get_by_role("button", name="Vervang alles").click()
    laptop.locator("#message").get_by_role("button", name="Sluit").click()
    expect(laptop.locator("#message")).to_be_hidden()
    choose(laptop, json.dumps(FILLED))
    laptop.get_by_role("button", name="Vervang alles").click()
    laptop.locator("#message").get_by_role("button", name="Sluit").click()
    expect(laptop.locator("#message")).to_contain_text("Vraag de browser om het niet zelf te wissen.")
    assert laptop.evaluate("window.asked") == 0
    laptop.get_by_role("button", name="Vraag het").click()
    expect(laptop.locator("#message")).to_contain_text("Je browser wist je netwerk niet meer vanzelf.")
    assert laptop.evaluate("window.asked") == 1
    laptop.reload()
    expect(laptop.locator(".state")).to_contain_text("Bewaard")
    expect(laptop.locator("#message")).to_be_hidden()


@pytest.mark.engines("firefox", guards=True)
def test_a_private_window_says_that_it_forgets(laptop: Page, at: At, violations: Callable[[Page], list[str]]) -> None:
    laptop.add_init_script(PRIVATE)
    at(laptop, "#c1")
    expect(laptop.locator(".state")).to_contain_text("Privévenster")
    laptop.fill("#c1-wie", "De Nete")
    expect(laptop.locator(".state")).to_contain_text("Bewaard tot je dit venster sluit")
    laptop.evaluate("location.hash = '#k'")
    expect(laptop.locator(".keep-state")).to_contain_text("Daarna is het weg. Bewaar je werk als bestand.")
    expect(laptop.locator(".keep-state")).not_to_contain_text("Bewaard op dit toestel")
    assert violations(laptop) == []


@pytest.mark.engines("firefox", guards=True)
@pytest.mark.parametrize("given", [document(), FILLED], ids=["empty", "filled"])
def test_a_private_window_says_so_where_it_is_opened_to_keep_what_is_there(
    laptop: Page, at: At, given: dict[str, object]
) -> None:
    laptop.add_init_script(PRIVATE)
    begin_with(laptop, given)
    at(laptop, "#k")
    expect(laptop.locator(".keep-state")).to_contain_text("Bewaar je werk als bestand.")
    expect(laptop.locator(".keep-state strong")).not_to_contain_text("op dit toestel")
    laptop.wait_for_load_state("networkidle")
    expect(laptop.locator(".keep-state")).to_contain_text("dit venster sluit")


@pytest.mark.engines("firefox", guards=True)
def test_a_private_window_does_not_offer_to_keep_anything_for_good(laptop: Page, at: At) -> None:
    laptop.add_init_script(f"if (window.StorageManager) {{ {ASKED} }} {PRIVATE}")
    begin_with(laptop, FILLED)
    at(laptop, "#p")
    expect(laptop.locator(".state")).to_contain_text("Bewaard tot je dit venster sluit")
    laptop.wait_for_timeout(500)
    expect(laptop.locator("#message")).to_be_hidden()
    assert laptop.evaluate("window.asked ?? 0") == 0


def test_nothing_is_offered_for_good_while_nothing_can_be_kept(laptop: Page, at: At) -> None:
    laptop.add_init_script(f"if (window.StorageManager) {{ {ASKED} }}")
    laptop.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full'); };")
    at(laptop, "#k")
    choose(laptop, json.dumps(FILLED))
    laptop.get_by_role("button", name="Vervang alles").click()
    expect(laptop.locator(".state")).to_have_attribute("data-state", "blocked")
    laptop.locator("#message").get_by_role("button", name="Sluit").click()
    laptop.wait_for_timeout(500)
    expect(laptop.locator("#message")).to_be_hidden()
