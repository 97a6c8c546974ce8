"""Who scans a sheet on paper is told whether it is that of today, what changed since, and what stayed."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from kit.model.released import released
from kit.serve.loopback import Server
from kit.serve.site import SiteFiles
from kit.web import build
from tests.conftest import CONTENT, Run
from tests.small import change
from tests.web.conftest import At
from tests.web.modules import FILLED, begin_with, run, serve
from tests.web.settled import settled

CODES = {"c1": "aaaa", "c2": "bbbb", "b": "cccc", "p": "dddd"}
RELEASES = {
    "1.0": {"c1": "1111", "c2": "2222", "b": "cccc", "p": "3333"},
    "1.2": {"c1": "1111", "c2": "bbbb", "b": "cccc", "p": "4444"},
    "1.10": {"c1": "5555", "c2": "bbbb", "b": "cccc", "p": "4444"},
    "2.0": CODES,
}


@pytest.fixture
def works_offline() -> bool:
    return True


def told(version: str, changed: list[str], same: list[str]) -> dict[str, object]:
    return {"version": version, "changed": changed, "same": same}


TOLD = {
    # That of today, whatever else changed since; and a view that is on no paper.
    ("c1", "aaaa"): None,
    ("b", "cccc"): None,
    ("k", "1111"): None,
    # Of several versions that had it the newest: 1.10 comes after 1.2.
    ("p", "4444"): told("1.10", ["c1", "p"], ["c2", "b"]),
    ("c1", "1111"): told("1.2", ["c1", "p"], ["c2", "b"]),
    ("c2", "2222"): told("1.0", ["c1", "c2", "p"], ["b"]),
    # A code that is written longer than it was.
    ("c1", "5555ab"): told("1.10", ["c1", "p"], ["c2", "b"]),
    # That of another sheet, and one that nobody gave out.
    ("c1", "2222"): {"other": True},
    ("c1", "9999"): {"other": True},
}


@pytest.mark.engines("firefox", guards=True)
def test_a_code_says_of_which_version_it_is(laptop: Page, at: At) -> None:
    page = at(serve(laptop), "#w")
    body = """const { told } = await use("versions");
        return given.asked.map(([view, code]) => told(view, code, given));"""
    given = {"codes": CODES, "releases": RELEASES, "asked": [list(one) for one in TOLD]}
    assert run(page, body, given) == list(TOLD.values())


@pytest.fixture
def newer(run: Run, tmp_path: Path) -> Iterator[str]:
    """The address of a site of version 1.2, in which canvas 1 and the method say something else than in 1.1."""
    content = tmp_path / "inhoud"
    run("init", content)
    nl = content / "nl"
    (nl / "released.yaml").write_bytes((CONTENT / "nl/released.yaml").read_bytes())
    change(nl / "kit.yaml", "version: 1.1", "version: 1.2")
    change(nl / "sheets" / "canvas-1.yaml", "Wie ben je?", "Wie zijn jullie?")
    change(nl / "sheets" / "werkwijze.yaml", "\ntitle: ", "\ntitle: Nieuw. ")
    made = build.make(build.Order(content))
    server = Server(SiteFiles(made.files, made.page))
    yield server.address
    server.close()


CODE = released(CONTENT / "nl")["1.1"]["c1"]
"""Of canvas 1 in version 1.1."""


@pytest.mark.engines("firefox", guards=True)
def test_an_older_sheet_is_told_with_what_changed(
    newer: str,
    new_context: Callable[..., BrowserContext],
    violations: Callable[[Page], list[str]],
    provoked: list[str],
) -> None:
    provoked.append(newer)
    page = new_context(360, 740).new_page()
    begin_with(page, FILLED)
    page.goto(f"{newer}#c1.{CODE}")
    note = page.locator(".newer [role=status]")
    expect(note).to_contain_text("Er is een nieuwere versie van je blad.")
    expect(note).to_contain_text("Jij hebt versie 1.1 op papier, hier staat 1.2. Dit blad is veranderd.")
    expect(note).to_contain_text("Ook veranderd: werkwijze.")
    expect(note).to_contain_text("bleven gelijk.")
    expect(page).to_have_url(re.compile("#c1$"))
    assert settled(page).evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    page.get_by_role("button", name="Bekijk wat veranderde").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Gelijk gebleven")
    assert violations(page) == []
    dialog.get_by_role("link", name="Werkwijze").click()
    expect(page.locator("#w .live h1")).to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_note_is_closed_and_the_one_of_arrival_is_not_there_too(
    newer: str, new_context: Callable[..., BrowserContext], provoked: list[str]
) -> None:
    provoked.append(newer)
    page = new_context(360, 740).new_page()
    page.goto(f"{newer}#c1.{CODE}")
    expect(page.locator(".newer")).to_be_visible()
    expect(page.locator(".arrival")).to_have_count(0)
    page.locator("#c1 textarea").first.fill("De Nete")
    expect(page.locator(".newer")).to_be_visible()
    page.locator(".newer").get_by_role("button", name="Sluit").click()
    expect(page.locator(".newer")).to_have_count(0)
    expect(page.locator("#c1 .live h1")).to_be_focused()


@pytest.mark.engines("firefox", guards=True)
@pytest.mark.parametrize("asked", ["c1/2", "c2/9", "c2/3.0000", "i/nergens", "i/nergens.0000", "w/1", "k/nieuw"])
def test_what_no_sheet_has_is_not_left_in_the_address(phone: Page, at: At, asked: str) -> None:
    at(phone, f"#{asked}")
    expect(phone).to_have_url(re.compile(f"#{re.split('[/.]', asked)[0]}$"))


def test_a_sheet_of_another_edition_works_as_well(phone: Page, at: At) -> None:
    at(phone, "#c2.0000")
    expect(phone.get_by_role("status").filter(has_text="andere uitgave")).to_have_text(
        "Je blad komt uit een andere uitgave. Alles hieronder werkt gewoon.Sluit"
    )
    expect(phone).to_have_url(re.compile("#c2$"))
