"""Every view opens from its fragment on every width, says its name, and breaks no rule that a program can check."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from kit.web import build
from tests.web.conftest import At
from tests.web.modules import FILLED, begin_with

pytestmark = pytest.mark.engines("firefox", only={"width": ["phone"]})

FRAGMENTS = ("", "#c1", "#p", "#c2", "#c2/2", "#i", "#w", "#d", "#k")
WIDTHS = ("phone", "tablet", "laptop")


@pytest.fixture
def works_offline() -> bool:
    return True


@pytest.mark.parametrize("fragment", FRAGMENTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_view_opens_and_is_for_everyone(
    request: pytest.FixtureRequest, at: At, violations: Callable[[Page], list[str]], width: str, fragment: str
) -> None:
    page = at(request.getfixturevalue(width), fragment)
    expect(page.locator("h1:visible")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


def test_without_its_modules_the_page_is_a_kit_to_read(phone: Page, address: str, provoked: list[str]) -> None:
    provoked.append("ERR_FAILED")
    phone.route("**/core.js", lambda route: route.abort())
    phone.goto(f"{address}#w")
    expect(phone.locator("html")).to_have_class("no-js")
    expect(phone.get_by_role("heading", name="Stel jezelf voor", exact=True)).to_be_visible()
    expect(phone.get_by_role("heading", name="Inspiratielijst")).to_be_visible()


@pytest.mark.engines()
def test_a_page_that_is_opened_from_a_disk_asks_for_an_address_and_blames_no_browser(
    phone: Page, made: build.Made, tmp_path: Path, provoked: list[str]
) -> None:
    provoked += ["CORS policy", "ERR_FAILED", "credentials mode", "file://"]
    build.write(build.Order(out=tmp_path), made)
    phone.goto((tmp_path / made.page).as_uri())
    expect(phone.locator(".notice:visible")).to_have_count(1)
    expect(phone.locator(".notice:visible")).to_contain_text("kit serve")
    expect(phone.get_by_text("Je browser kan hier niets invullen")).to_be_hidden()
    expect(phone.get_by_role("heading", name="Stel jezelf voor", exact=True)).to_be_visible()


def test_over_a_server_nothing_is_said_of_a_disk(at: At, phone: Page) -> None:
    expect(at(phone, "").get_by_text("als bestand")).to_be_hidden()


@pytest.mark.engines()  # Playwright turns no scripts off elsewhere.
def test_without_scripts_all_sheets_can_be_read(new_context: Callable[..., BrowserContext], address: str) -> None:
    page = new_context(360, 740, java_script_enabled=False).new_page()
    page.goto(f"{address}#d")
    for title in (
        "Canvas 1",
        "Bollenschema",
        "Partnerkaarten",
        "Canvas 2",
        "Inspiratielijst",
        "Werkwijze",
        "Draaiboek",
    ):
        expect(page.get_by_role("heading", name=title, exact=True, level=1)).to_be_visible()
    expect(page.get_by_text("Je browser kan hier niets invullen")).to_be_visible()


@pytest.mark.engines()  # No other engine measures it.
@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_nothing_jumps_while_a_view_comes(phone: Page, address: str, fragment: str) -> None:
    phone.add_init_script(
        """window.jumped = [];
        new PerformanceObserver((list) => list.getEntries().forEach((one) => one.hadRecentInput || window.jumped.push(
          `${one.value} ${one.sources.map((source) => source.node?.className ?? source.node?.nodeName).join(" ")}`,
        ))).observe({ type: "layout-shift", buffered: true });"""
    )
    phone.goto(address + fragment)
    phone.wait_for_selector("html[data-ready]")
    phone.wait_for_load_state("networkidle")
    jumped = phone.evaluate("window.jumped")
    # Where there is no Arial nor its equals, the letters that stand in are not as wide.
    assert sum(float(one.split()[0]) for one in jumped) < 0.1, jumped


@pytest.mark.engines("firefox", guards=True, only={"fragment": ["", "#c1", "#b/12021"]})
@pytest.mark.parametrize("fragment", ["", "#c1", "#b/12021", "#p", "#c2"])
def test_a_screen_that_turns_makes_no_loop_of_measuring(laptop: Page, at: At, fragment: str) -> None:
    """No browser says so, and nothing is changed while it tells what became larger: that is where a loop begins."""
    laptop.add_init_script(
        """window.loops = [];
        addEventListener("error", ({ message }) => /ResizeObserver/.test(message) && window.loops.push(message));
        const everything = { subtree: true, childList: true, attributes: true, characterData: true };
        window.ResizeObserver = class extends ResizeObserver {
            constructor(act) {
                super((...given) => {
                    const changes = new MutationObserver(() => {});
                    changes.observe(document, everything);
                    act(...given);
                    window.loops.push(...changes.takeRecords().map(({ target }) => target.outerHTML.slice(0, 80)));
                    changes.disconnect();
                });
            }
        };"""
    )
    at(laptop, fragment)
    for width in (1250, 1000, 700, 360, 680, 1300):
        laptop.set_viewport_size({"width": width, "height": 740})
        laptop.wait_for_timeout(60)
    assert laptop.evaluate("window.loops") == []


@pytest.mark.engines()  # No other engine can be told to.
def test_names_in_the_picture_are_seen_in_dark_high_contrast(
    new_context: Callable[..., BrowserContext], at: At
) -> None:
    page = new_context(forced_colors="active", color_scheme="dark").new_page()
    begin_with(page, FILLED)
    at(page)
    colours = page.evaluate(
        """() => {
            const probe = document.body.appendChild(document.createElement("p"));
            Object.assign(probe.style, { background: "Canvas", color: "CanvasText" });
            const of = (one, what) => getComputedStyle(one)[what];
            const all = (css) => [...new Set([...document.querySelectorAll(css)].map((one) => of(one, "fill")))];
            return [[of(probe, "color")], [of(probe, "backgroundColor")], all(".picture text"), all(".picture-pill")];
        }"""
    )
    assert colours[0] != colours[1]
    assert colours[2:] == colours[:2]
