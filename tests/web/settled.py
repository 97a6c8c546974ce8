"""A page that came to rest, and what becomes so in a while: what is read once, halfway, is a test that fails at times.

A page lays itself out again when the bold letters come, when its size is observed to change, when a part of a sheet was
fetched. What is compared is read in one go, of a page that stands still; what an action leads to is read until it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

from playwright.sync_api import Locator, Page

PATIENCE: Final = 15_000
"""Milliseconds after which what does not come is missed: the machine may have much to do."""

STILL: Final = """async (patience) => {
    const from = performance.now();
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const coming = () => document.fonts.status !== "loaded" ||
        [...document.querySelectorAll("link[rel=stylesheet]")].some((one) => !one.sheet) ||
        ![...document.styleSheets].some((one) => one.href?.endsWith("/bold.css"));
    const standing = () => JSON.stringify([...document.body.querySelectorAll("*")].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height];
    }));
    let [before, now] = [null, null];
    do {
        if (performance.now() - from > patience) throw new Error("the page does not come to rest");
        before = now;
        await document.fonts.ready;
        await frames();
        now = standing();
    } while (now !== before || coming());
}"""
"""All letters and rules are there, the bold ones too that come last, and two readings of all places are the same."""


def settled(page: Page) -> Page:
    """The page, once nothing on it moves any more."""
    page.evaluate(STILL, PATIENCE)
    return page


PLACES: Final = """all => all.every((one) => one.isConnected) ? all.map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return { x, y, width, height };
}) : null"""


def boxes(*things: Locator) -> list[dict[str, float]]:
    """Where some things stand in the window, in px, all read at once: ``x`` ``y`` ``width`` ``height``."""
    page = settled(things[0].page)
    found: list[dict[str, float]] | None = page.evaluate(PLACES, [one.element_handle() for one in things])
    # What was drawn anew since it was found stands nowhere.
    return found or boxes(*things)


def becomes(read: Callable[[], Any], wanted: object) -> None:
    """Read until it is what is wanted; what is not there yet is read again."""
    until = time.monotonic() + PATIENCE / 1000
    while (found := _tried(read)) != wanted and time.monotonic() < until:
        time.sleep(0.03)
    assert found == wanted


def _tried(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except (LookupError, TypeError, StopIteration) as missing:
        return missing
