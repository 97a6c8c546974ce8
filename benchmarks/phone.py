"""How soon the digital edition can be used on a slow phone: ``python -m benchmarks.phone``.

A Chromium of 360 wide whose processor is slowed down four times, each view opened with nothing kept, from kit's own
server on this machine. In ms from the start of the navigation: until something is drawn, until the view can be used
(its first field is there and listens), and how far what was drawn jumped after that (cumulative layout shift).
"""

from __future__ import annotations

import argparse
import shutil
import sys
from statistics import median
from typing import Final, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from kit.serve.loopback import Server
from kit.serve.site import SiteFiles
from kit.web import build

FRAGMENTS: Final = ("", "#c1", "#b", "#b/12021", "#p", "#c2", "#i", "#w", "#k")
SLOWER: Final = 4
TARGET: Final = 1500
NAMES: Final = ("chromium", "chromium-browser", "google-chrome")

_WATCH: Final = """
window.seen = {ready: 0, shift: 0};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});
new MutationObserver(() => {
  if (document.documentElement.dataset.ready && !window.seen.ready) window.seen.ready = performance.now();
}).observe(document, {subtree: true, attributes: true, attributeFilter: ["data-ready"]});
"""
_FIRST: Final = 'performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0'


class Opened(NamedTuple):
    """A view that was opened: ms until something was drawn and until it could be used, and how far it jumped."""

    drawn: float
    ready: float
    shift: float


def opened(browser: Browser, address: str, fragment: str) -> Opened:
    """Open a view, on a phone that has never seen it."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="nl-BE"
    )
    page = context.new_page()
    page.add_init_script(_WATCH)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address + fragment)
    page.wait_for_selector("html[data-ready]")
    page.wait_for_timeout(500)
    found = Opened(page.evaluate(_FIRST), page.evaluate("window.seen.ready"), page.evaluate("window.seen.shift"))
    context.close()
    return found


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    made = build.make(build.Order())
    server = Server(SiteFiles(made.files, made.page))
    program = next(filter(None, map(shutil.which, NAMES)), None)
    sys.stdout.write(
        f"| code | drawn (ms) | usable (ms, target {TARGET}) | layout shift |\n| --- | --- | --- | --- |\n"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for fragment in FRAGMENTS:
            each = [opened(browser, server.address, fragment) for _ in range(rounds)]
            drawn, ready, shift = (median(values) for values in zip(*each, strict=True))
            sys.stdout.write(f"| {fragment or '(none)'} | {drawn:.0f} | {ready:.0f} | {shift:.3f} |\n")
        browser.close()
    server.close()


if __name__ == "__main__":
    main()
