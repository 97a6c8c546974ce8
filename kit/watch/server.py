"""Serves the page of `kit watch --open` to this machine alone: the page, its pictures, and word of each new build.

There is no file behind any address: what can be asked for stands in a table. So no address leads anywhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from itertools import islice
from threading import Condition, Lock
from typing import Any, Final

from kit.diagnostics import Diagnostic
from kit.messages.catalogue import Messages
from kit.press import render
from kit.serve import loopback
from kit.serve.loopback import Answer
from kit.watch.page import SCRIPT, STYLE, Sheet, asset
from kit.watch.page import page as html_page
from kit.watch.watch import Shown

DPI: Final = 72
"""Of the pictures: a sheet of A3 is 1191 dots wide, so that its small letters can just be read."""

_PATIENCE: Final = 15.0
"""Seconds after which a browser that hears nothing is told that all is well; who has gone is noticed then."""

_HTML: Final = "text/html; charset=utf-8"

_POLICY: Final = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Nothing from elsewhere, nothing within the page, no page around it."""


@dataclass(frozen=True, slots=True)
class State:
    """What there is to see: the sheets of the last good build, and what was said of the last one, if there was one."""

    sheets: tuple[Shown, ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    failed: bool = False
    built: bool = True


class LivePage:
    """What the page shows now, for several browsers at once; tells them when it changes."""

    policy = _POLICY

    def __init__(self, messages: Messages) -> None:
        """Nothing is shown yet."""
        self._messages = messages
        self._state = State(built=False)
        self._number = 0
        self._news = Condition()
        self._pictures: dict[tuple[str, int], bytes] = {}
        # PDFium does one thing at a time.
        self._drawing = Lock()

    def publish(self, state: State) -> None:
        """Show this from now on, and wake the browsers that wait."""
        keys = {sheet.key for sheet in state.sheets}
        with self._drawing:
            self._pictures = {place: png for place, png in self._pictures.items() if place[0] in keys}
        with self._news:
            self._state = state
            self._number += 1
            self._news.notify_all()

    def wait(self, number: int, seconds: float) -> int:
        """The number of the state shown, as soon as it differs from ``number``, or after so many seconds."""
        with self._news:
            self._news.wait_for(lambda: self._number != number, seconds)
            return self._number

    def answer(self, path: str) -> Answer | None:
        """What is at an address, if there is anything."""
        state = self._state
        if path == "/":
            return Answer(_HTML, self._page(state).encode())
        if path == f"/{STYLE}":
            return Answer("text/css; charset=utf-8", asset(STYLE))
        if path == f"/{SCRIPT}":
            return Answer("text/javascript; charset=utf-8", asset(SCRIPT))
        for sheet in state.sheets:
            if path in (addresses := _addresses(sheet)):
                return Answer("image/png", self._picture(sheet, addresses.index(path)), lasting=True)
        return None

    def _page(self, state: State) -> str:
        sheets = [Sheet(sheet.title, sheet.papers, _addresses(sheet)) for sheet in state.sheets]
        return html_page(sheets, state.notes, self._messages, failed=state.failed, built=state.built)

    def _picture(self, sheet: Shown, number: int) -> bytes:
        place = (sheet.key, number)
        with self._drawing:
            if place not in self._pictures:
                page = next(islice(render.pages(sheet.pdf, DPI), number, None))
                self._pictures[place] = render.png(page, DPI)
            return self._pictures[place]


class Server(loopback.Server):
    """The page on an address of this machine, for as long as the process lives."""

    def __init__(self, live_page: LivePage) -> None:
        """Begin to serve, on a port that is free."""
        super().__init__(live_page, partial(_Handler, live_page))


class _Handler(loopback.Handler):
    def __init__(self, live_page: LivePage, *args: Any) -> None:
        self._board = live_page
        super().__init__(live_page, *args)

    def do_GET(self) -> None:  # noqa: N802 (so it is called by its base)
        """Answer; of news, as long as the browser is there."""
        if self.path == "/events" and self.is_ours():
            self._tell()
        else:
            super().do_GET()

    def _tell(self) -> None:
        """Tell of each new build, until the browser goes."""
        self.send_response(HTTPStatus.OK)
        self.heads("text/event-stream", "no-store")
        self.end_headers()
        number = -1
        while True:
            before, number = number, self._board.wait(number, _PATIENCE)
            self._say(": still here" if number == before else f"data: {number}")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\n\n".encode())
        self.wfile.flush()


def _addresses(sheet: Shown) -> Sequence[str]:
    """The address of the picture of each page."""
    return [f"/{sheet.name}-{number}-{sheet.key}.png" for number in range(1, len(sheet.papers) + 1)]
