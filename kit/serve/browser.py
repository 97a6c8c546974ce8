"""Opens a page or a file in the browser that somebody has."""

from __future__ import annotations

import webbrowser
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Final


def show(address: str, environment: Mapping[str, str]) -> None:
    """Open an address, if there is a browser with windows; a text browser would take over the terminal.

    What BROWSER names is opened in any case. It may only come back when it is closed, so nobody waits for it.
    """
    Thread(target=_open, args=(address, "BROWSER" in environment), daemon=True).start()


_WAIT: Final = 5
"""Seconds for a program to be started before this one ends; one that stays open longer than that goes on by itself."""


def show_file(file: Path, environment: Mapping[str, str]) -> None:
    """Open a file with what somebody has for it: a browser, or what the system opens a PDF with."""
    thread = Thread(target=_open, args=(file.resolve().as_uri(), "BROWSER" in environment), daemon=True)
    thread.start()
    thread.join(_WAIT)


def _open(address: str, asked: bool) -> None:
    with suppress(webbrowser.Error, OSError):
        browser = webbrowser.get()
        # A browser of the terminal, such as lynx or w3m, is exactly this; those with windows are of other kinds.
        if asked or type(browser) is not webbrowser.GenericBrowser:
            browser.open(address)
