"""Opens a page in the browser that somebody has."""

from __future__ import annotations

import webbrowser
from collections.abc import Mapping
from contextlib import suppress
from threading import Thread


def show(address: str, environment: Mapping[str, str]) -> None:
    """Open an address, where there is a browser with windows; the terminal is not for one that has none.

    What BROWSER names is opened in any case. It may only come back when it is closed, so nobody waits for it.
    """
    Thread(target=_open, args=(address, "BROWSER" in environment), daemon=True).start()


def _open(address: str, asked: bool) -> None:
    with suppress(webbrowser.Error, OSError):
        browser = webbrowser.get()
        # A browser of the terminal, such as lynx or w3m, is exactly this; those with windows are of other kinds.
        if asked or type(browser) is not webbrowser.GenericBrowser:
            browser.open(address)
