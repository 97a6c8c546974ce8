"""The browsers in which the digital edition is tested: what they are called, and how they are started."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from typing import Final

import pytest

NAMES: Final = {
    "chromium": ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "firefox": ("firefox-esr", "firefox"),
}
"""What browsers are called, the first that is there is taken: a Chromium without windows takes a third less of the
processor, and lays out and paints alike."""

REMEMBERING: Final = NAMES["chromium"][1:]
"""Of these, those that keep a page in their memory when somebody leaves it: without windows there is none."""

INSTALL: Final = {"chromium": "chromium", "firefox": "firefox-esr"}

SETTINGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Without windows letters are fitted to dots unless it is told not to: words come out wider than on paper.
    "--font-render-hinting=none",
)
PDF: Final = "print.printer_Mozilla_Save_to_PDF"
PREFERENCES: Final[dict[str, str | float | bool]] = {
    "ui.prefersReducedMotion": 1,
    "print.always_print_silent": True,
    "print_printer": "Mozilla Save to PDF",
    f"{PDF}.print_to_file": True,
    f"{PDF}.print_paper_id": "iso_a3",
    f"{PDF}.print_paper_width": "297",
    f"{PDF}.print_paper_height": "420",
    f"{PDF}.print_paper_size_unit": 1,
}
"""Of Firefox, which takes no such wishes from Playwright. It prints into a file, on A3, without a window of its own."""


def strained(letters: int) -> dict[str, str | float | bool]:
    """What Firefox is told by somebody who needs large letters, in px, and colours of their own."""
    return {"font.size.variable.x-western": letters, "browser.display.document_color_use": 2}


def program(engine: str, names: Sequence[str] = ()) -> str:
    """Where the browser is; without one a test is skipped, but not where that would hide that nothing was tested."""
    known = map(shutil.which, names or NAMES[engine])
    found = os.environ.get(f"KIT_{engine.upper()}") or next(filter(None, known), None)
    if found:
        return found
    install = f"apt-get install {INSTALL[engine]}"
    if os.environ.get("CI") or os.environ.get("KIT_BROWSER") == "required":
        pytest.fail(f"no {engine.title()} here, and it is required: {install}")
    pytest.skip(f"no {engine.title()} here: {install}")
