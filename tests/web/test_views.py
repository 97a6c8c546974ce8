"""Every view opens from its fragment on every width, says its name, and breaks no rule that a program can check."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

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
