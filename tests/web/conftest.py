"""The digital edition in a real browser: made once, served by kit's own server, seen on three widths.

A test takes a page (``phone``, ``tablet`` or ``laptop``) and goes to a sheet with ``at(page, "#c1")``. Whatever the
browser complains of fails the test: an error of a script, a breach of the content security policy, a request to
elsewhere. What a test provokes on purpose it names in ``provoked``, as a part of the complaint.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, expect, sync_playwright

from kit import site
from kit.loopback import Server
from kit.site_server import Shelf

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SETTINGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE: Final = 15_000
"""Milliseconds after which what does not come is missed: the machine may have much to do."""

expect.set_options(timeout=PATIENCE)

At = Callable[..., Page]


def _program() -> str:
    """Where the browser is; without one a test is skipped, but not where that would hide that nothing was tested."""
    found = os.environ.get("KIT_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    if os.environ.get("CI") or os.environ.get("KIT_BROWSER") == "required":
        pytest.fail("no Chromium here, and it is required: apt-get install chromium")
    pytest.skip("no Chromium here: apt-get install chromium")


@pytest.fixture(scope="session")
def made() -> site.Made:
    """The site, made once."""
    return site.make(site.Order())


@pytest.fixture(scope="session")
def address(made: site.Made) -> Iterator[str]:
    """Where the site is: its page is at this address and at its own name."""
    server = Server(Shelf(made.files, made.page))
    yield server.address
    server.close()


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(_playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests; each has a context of its own, with nothing kept."""
    running = _playwright.chromium.launch(executable_path=_program(), args=[*SETTINGS])
    yield running
    running.close()


@pytest.fixture
def provoked() -> list[str]:
    """Parts of complaints that a test provokes on purpose."""
    return []


@pytest.fixture
def new_context(browser: Browser, address: str, provoked: list[str]) -> Iterator[Callable[..., BrowserContext]]:
    """Make a context, as if it were another device; what its pages complain of fails the test."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def make(width: int = 1366, height: int = 768, **settings: Any) -> BrowserContext:
        # What moves is half there when it is looked at.
        settings = {"reduced_motion": "reduce", "locale": "nl-BE", **settings}
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        context.set_default_timeout(PATIENCE)
        context.on("console", lambda said: complaints.extend(_errors(said)))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("request", lambda asked: complaints.extend(_elsewhere(asked.url, address)))
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    left = [one for one in complaints if not any(part in one for part in provoked)]
    assert left == []


def _errors(said: ConsoleMessage) -> list[str]:
    """What the browser calls an error, and where."""
    return [f"{said.text} ({said.location.get('url', '')})"] if said.type == "error" else []


def _elsewhere(url: str, address: str) -> list[str]:
    """The address, where it is not of the site or of the page itself."""
    return [] if url.startswith((address, "blob:", "data:", "about:")) else [url]


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a phone of 360 wide, with a finger."""
    return new_context(360, 740, has_touch=True, is_mobile=True).new_page()


@pytest.fixture
def tablet(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a tablet, upright."""
    return new_context(820, 1180, has_touch=True).new_page()


@pytest.fixture
def laptop(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a laptop."""
    return new_context(1366, 768).new_page()


@pytest.fixture
def at(address: str) -> At:
    """Go to a fragment, and wait until its sheet is there: ``at(phone, "#b/12021")``."""

    def go(page: Page, fragment: str = "", view: str | None = None) -> Page:
        page.goto(f"{address}{fragment}")
        found = re.search(r"#(c1|c2|p|b|i|w|d|k)(?=[/.]|$)", fragment)
        page.wait_for_selector(f'html[data-ready="{view or (found[1] if found else "overzicht")}"]')
        return page

    return go


@pytest.fixture
def violations() -> Callable[[Page], list[str]]:
    """What axe-core finds wrong with a page: the rule, and where."""
    from axe_playwright_python.sync_playwright import Axe

    def run(page: Page) -> list[str]:
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        return [f"{one['id']}: {node['html']}" for one in found.response["violations"] for node in one["nodes"]]

    return run
