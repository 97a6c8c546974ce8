"""The digital edition in a real browser: made once, served by kit's own server, seen on three widths.

A test takes a page (``phone``, ``tablet`` or ``laptop``) and goes to a sheet with ``at(page, "#c1")``. Whatever the
browser complains of fails the test: an error of a script, a breach of the content security policy, a request to
elsewhere. What a test provokes on purpose it names in ``provoked``, as a part of the complaint.

All tests run in Chromium. Those marked ``engines("firefox")``, of a module or one by one, run in Firefox as well, with
``-m more_browsers``; with ``guards=True``, where somebody's work, what is printed, or who can use it is at stake, with
``-m browsers``, as CI does. With ``only={"width": ["phone"]}`` they do where their parameters are these, with
``alone=True`` not in Chromium. ``engines()`` is Chromium alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, expect, sync_playwright

from kit.serve.loopback import Server
from kit.serve.site import SiteFiles
from kit.web import build
from tests.web.engines import PDF, PREFERENCES, SETTINGS, program, strained
from tests.web.settled import PATIENCE, settled

PRINTED: Final = "printed.pdf"

RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

HOW: Final = {
    "runOnly": [*RULES],
    # Who speaks to a device says what is read on a control: WCAG 2.5.3, which axe tries on request only.
    "rules": {"label-content-name-mismatch": {"enabled": True}},
    "resultTypes": ["violations"],
}

expect.set_options(timeout=PATIENCE)

AXE: Final = "kit-axe/axe.js"
"""Where the program that looks for what not everyone can use lies beside the site."""

At = Callable[..., Page]
Saved = Callable[[Page, Callable[[], None]], Path]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test that sees a browser, once in each engine that it is for."""
    if "engine" not in metafunc.fixturenames:
        return
    marker = metafunc.definition.get_closest_marker("engines")
    when = pytest.mark.browsers if marker and marker.kwargs.get("guards") else pytest.mark.more_browsers
    others = [pytest.param(name, marks=when) for name in (marker.args if marker else ())]
    first = [] if marker and marker.kwargs.get("alone") else ["chromium"]
    metafunc.parametrize("engine", [*first, *others], indirect=True, scope="session")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is tried in Chromium only: a third width, say, that shows nothing more in another engine."""
    left = [item for item in items if isinstance(item, pytest.Function) and _is_left_out(item)]
    items[:] = [item for item in items if item not in left]
    config.hook.pytest_deselected(items=left)


def _is_left_out(item: pytest.Function) -> bool:
    marker = item.get_closest_marker("engines")
    given: dict[str, object] = getattr(getattr(item, "callspec", None), "params", {})
    if marker is None or given.get("engine", "chromium") == "chromium":
        return False
    return any(key in given and given[key] not in wanted for key, wanted in marker.kwargs.get("only", {}).items())


@pytest.fixture(scope="session")
def made() -> build.Made:
    """The site, made once."""
    return build.make(build.Order())


@pytest.fixture(scope="session")
def address(made: build.Made) -> Iterator[str]:
    """Where the site is: its page is at this address and at its own name."""
    server = Server(SiteFiles({**made.files, AXE: AXE_SCRIPT.encode()}, made.page))
    yield server.address
    server.close()


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest) -> str:
    """Which browser this is: ``chromium`` or ``firefox``."""
    return str(request.param)


@pytest.fixture(scope="session")
def _downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def browser(_playwright: Playwright, engine: str, _downloads: Path) -> Iterator[Browser]:
    """One browser for all tests; each has a context of its own, with nothing kept."""
    running = launched(_playwright, engine, _downloads)
    yield running
    running.close()


def launched(playwright: Playwright, engine: str, downloads: Path | None = None, letters: int = 0) -> Browser:
    """A browser; with ``letters`` of so many px one that writes larger, in Firefox in forced colours too."""
    if engine == "firefox":
        # The Firefox that people have, over WebDriver BiDi: not the one that Playwright makes for itself.
        printing = {f"{PDF}.print_to_filename": str(downloads / PRINTED)} if downloads else {}
        return playwright.firefox.launch(
            channel="moz-firefox",
            executable_path=program(engine),
            firefox_user_prefs={**PREFERENCES, **printing, **(strained(letters) if letters else {})},
            downloads_path=downloads,
        )
    larger = [f"--blink-settings=defaultFontSize={letters}"] if letters else []
    return playwright.chromium.launch(executable_path=program(engine), args=[*SETTINGS, *larger])


@pytest.fixture
def provoked() -> list[str]:
    """Parts of complaints that a test provokes on purpose."""
    return []


@pytest.fixture
def works_offline() -> bool:
    """Whether the page keeps itself for when there is no network: all its files, fetched beside what is looked at.

    Where that is what is tested, or what all is tested with, a module says so with a fixture of its own.
    """
    return False


@pytest.fixture
def new_context(
    browser: Browser, address: str, provoked: list[str], works_offline: bool
) -> Iterator[Callable[..., BrowserContext]]:
    """Make a context, as if it were another device; what its pages complain of fails the test."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []
    workers = "allow" if works_offline else "block"

    def make(width: int = 1366, height: int = 768, **settings: Any) -> BrowserContext:
        # What moves is half there when it is looked at.
        settings = {"reduced_motion": "reduce", "locale": "nl-BE", "service_workers": workers, **settings}
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
def at(address: str, engine: str) -> At:  # noqa: ARG001 - who goes somewhere goes there in each engine
    """Go to a fragment, and wait until its sheet is there and stands still: ``at(phone, "#b/12021")``."""

    def go(page: Page, fragment: str = "", view: str | None = None) -> Page:
        page.goto(f"{address}{fragment}")
        found = re.search(r"#(c1|c2|p|b|i|w|d|k)(?=[/.]|$)", fragment)
        page.wait_for_selector(f'html[data-ready="{view or (found[1] if found else "overzicht")}"]')
        return settled(page)

    return go


@pytest.fixture
def saved(engine: str, _downloads: Path, tmp_path: Path) -> Saved:
    """Do what makes the browser save a file, and have it, under its own name: ``saved(page, button.click)``."""

    def from_chromium(page: Page, act: Callable[[], None]) -> Path:
        with page.expect_download() as waiting:
            act()
        waiting.value.save_as(tmp_path / waiting.value.suggested_filename)
        return tmp_path / waiting.value.suggested_filename

    def from_firefox(page: Page, act: Callable[[], None]) -> Path:
        # It does not number what is saved from a page, so Playwright hears of nothing; but the file lies there.
        before = {*_downloads.iterdir()}
        act()
        for _ in range(PATIENCE // 100):
            page.wait_for_timeout(100)
            new = {*_downloads.iterdir()} - before
            if new and all(one.stat().st_size and one.suffix != ".part" for one in new):
                return new.pop()
        pytest.fail("nothing was saved")

    return from_firefox if engine == "firefox" else from_chromium


@pytest.fixture
def printed(_downloads: Path) -> Callable[[Page], Path]:
    """What Firefox printed last, once it is whole."""

    def wait(page: Page) -> Path:
        file = _downloads / PRINTED
        for _ in range(PATIENCE // 100):
            page.wait_for_timeout(100)
            # The end of a PDF is written last.
            if file.is_file() and file.read_bytes().rstrip().endswith(b"%%EOF"):
                return file.rename(file.with_name("seen.pdf"))
        pytest.fail("nothing was printed")

    return wait


@pytest.fixture
def violations(address: str) -> Callable[[Page], list[str]]:
    """What axe-core finds wrong with a page: the rule, and where."""

    def run(page: Page) -> list[str]:
        # From the page's own server: the browser reads half a megabyte of script once, not at each look.
        if not page.evaluate("'axe' in window"):
            if page.url.startswith(address):
                page.add_script_tag(url=f"{address}{AXE}")
            else:
                page.evaluate(AXE_SCRIPT)
        # All rules are tried; only of what they found wrong are the nodes written down.
        found = page.evaluate("(how) => axe.run(how)", HOW)
        return [f"{one['id']}: {node['html']}" for one in found["violations"] for node in one["nodes"]]

    return run
