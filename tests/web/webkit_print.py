"""A window of WebKitGTK that prints into files, as a program of its own: ``python -m tests.web.webkit_print``.

Its driver cannot print. So this is the least browser there can be: it opens a page, runs a script for each print, and
when the page asks to be printed it answers as somebody does who chooses a paper and presses *Print*. It is given the
address, what the page finds stored (its key and text), and the prints in JSON: ``{"script": …, "paper": "iso_a4",
"lies": true, "into": "/…/1.pdf"}``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from ctypes import CDLL, CFUNCTYPE, c_double, c_int, c_ssize_t, c_void_p, cast
from pathlib import Path
from typing import Any, Final

WEBKIT: Final = "libwebkit2gtk-4.1.so.0"
SECONDS: Final = 180
"""So long it may take on a busy machine."""

_LOADED: Final = 3
_MILLIMETRES: Final = 1
_SIDES: Final = ("top", "bottom", "left", "right")

READY: Final = """
    const ready = async () => {
        const waits = () => !document.documentElement.dataset.ready || document.getElementById("paper");
        while (waits()) await new Promise((done) => setTimeout(done, 50));
        return new URL(".", document.querySelector("script[type=module]").src);
    };
"""
"""What a script may wait for: the page without what was printed before, and where its modules are."""


def _call(library: CDLL, name: str, *given: Any) -> c_void_p:
    function = getattr(library, name)
    function.restype = c_void_p
    return c_void_p(function(*given))


class Printer:
    """The window, and what is still to be printed."""

    def __init__(self, url: str, stored: tuple[str, str], prints: Iterator[Mapping[str, Any]]) -> None:
        """Open it."""
        self._gtk, self._webkit = CDLL("libgtk-3.so.0"), CDLL(WEBKIT)
        self._stored, self._prints = stored, prints
        self._now: Mapping[str, Any] = {}
        self._loads = 0
        # What C calls must not be thrown away.
        self._called: list[object] = []
        _call(self._gtk, "gtk_init", None, None)
        window = _call(self._gtk, "gtk_window_new", 0)
        _call(self._gtk, "gtk_window_set_default_size", window, 1200, 800)
        self._view = _call(
            self._webkit, "webkit_web_view_new_with_context", _call(self._webkit, "webkit_web_context_new_ephemeral")
        )
        _call(self._gtk, "gtk_container_add", window, self._view)
        _call(self._gtk, "gtk_widget_show_all", window)
        self._when(self._view, b"load-changed", CFUNCTYPE(None, c_void_p, c_int, c_void_p)(self._load_changed))
        self._when(self._view, b"print", CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p)(self._asked))
        _call(self._webkit, "webkit_web_view_load_uri", self._view, url.encode())

    def run(self) -> None:
        """Print everything."""
        _call(self._gtk, "gtk_main")

    def _when(self, what: c_void_p, signal: bytes, act: Any) -> None:
        self._called.append(act)
        _call(self._gtk, "g_signal_connect_data", what, signal, cast(act, c_void_p), None, None, 0)

    def _script(self, text: str) -> None:
        given = (self._view, text.encode(), c_ssize_t(-1), None, None, None, None, None)
        _call(self._webkit, "webkit_web_view_evaluate_javascript", *given)

    def _load_changed(self, _view: int, event: int, _data: int) -> None:
        if event != _LOADED:
            return
        self._loads += 1
        if self._loads == 1:
            key, text = map(json.dumps, self._stored)
            self._script(f"localStorage.setItem({key}, {text}); location.reload();")
        else:
            self._next()

    def _next(self) -> None:
        self._now = next(self._prints, {})
        if self._now:
            self._script(f"(async () => {{ {READY} {self._now['script']} }})();")
        else:
            _call(self._gtk, "gtk_main_quit")

    def _asked(self, _view: int, operation: int, _data: int) -> int:
        """The page asks to be printed."""
        printing = _call(self._gtk, "g_object_ref", c_void_p(operation))
        settings = _call(self._gtk, "gtk_print_settings_new")
        told = {"printer": "Print to File", "output-uri": Path(self._now["into"]).as_uri(), "output-file-format": "pdf"}
        for key, value in told.items():
            _call(self._gtk, "gtk_print_settings_set", settings, key.encode(), value.encode())
        _call(self._webkit, "webkit_print_operation_set_print_settings", printing, settings)
        _call(self._webkit, "webkit_print_operation_set_page_setup", printing, self._paper())
        self._when(printing, b"finished", CFUNCTYPE(None, c_void_p, c_void_p)(lambda *_: self._next()))
        _call(self._webkit, "webkit_print_operation_print", printing)
        return 1

    def _paper(self) -> c_void_p:
        setup = _call(self._gtk, "gtk_page_setup_new")
        size = _call(self._gtk, "gtk_paper_size_new", str(self._now["paper"]).encode())
        _call(self._gtk, "gtk_page_setup_set_paper_size", setup, size)
        _call(self._gtk, "gtk_page_setup_set_orientation", setup, int(self._now["lies"]))
        for side in _SIDES:
            _call(self._gtk, f"gtk_page_setup_set_{side}_margin", setup, c_double(0), _MILLIMETRES)
        return setup


if __name__ == "__main__":
    address, stored_key, stored_text, wanted = sys.argv[1:]
    Printer(address, (stored_key, stored_text), iter(json.loads(wanted))).run()
