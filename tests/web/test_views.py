"""Every view opens from its fragment on every width, says its name, and breaks no rule that a program can check."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.conftest import At

FRAGMENTS = ("", "#c1", "#p", "#c2", "#c2/2", "#i", "#w", "#d", "#k")
WIDTHS = ("phone", "tablet", "laptop")


@pytest.mark.parametrize("fragment", FRAGMENTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_view_opens_and_is_for_everyone(
    request: pytest.FixtureRequest, at: At, violations: Callable[[Page], list[str]], width: str, fragment: str
) -> None:
    page = at(request.getfixturevalue(width), fragment)
    assert page.locator("h1:visible").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


def test_without_its_modules_the_page_is_a_kit_to_read(phone: Page, address: str, provoked: list[str]) -> None:
    provoked.append("ERR_FAILED")
    phone.route("**/core.js", lambda route: route.abort())
    phone.goto(f"{address}#w")
    expect(phone.locator("html")).to_have_class("no-js")
    expect(phone.get_by_role("heading", name="Stel jezelf voor", exact=True)).to_be_visible()
    expect(phone.get_by_role("heading", name="Inspiratielijst")).to_be_visible()


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
