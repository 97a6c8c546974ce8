"""A small server for the browser on this machine: no other machine reaches it, and pages from elsewhere are refused."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Event, Thread
from typing import Any, Final, Protocol

HOST: Final = "127.0.0.1"

_A_WHILE: Final = 0.5
"""Seconds."""

_ALWAYS: Final = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is at an address. ``lasting``: it is the same for ever."""

    kind: str
    body: bytes
    lasting: bool = False


class Source(Protocol):
    """What is served."""

    @property
    def policy(self) -> str:
        """The content security policy of every answer."""

    def answer(self, path: str) -> Answer | None:
        """What is at an address, if there is anything."""


class Server:
    """Addresses of this machine, for as long as the process lives."""

    def __init__(self, source: Source, handler: Callable[..., Handler] | None = None) -> None:
        """Begin to serve, on a port that is free."""
        self._closed = Event()
        self._server = _Loopback((HOST, 0), handler or partial(Handler, source))
        Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where a browser finds what is at ``/``."""
        return f"http://{HOST}:{self._server.server_port}/"

    def wait(self) -> None:
        """Wait until it is closed, or until somebody interrupts."""
        # Time and again: on Windows, what waits without an end hears nothing of Ctrl-C.
        while not self._closed.wait(_A_WHILE):
            pass

    def close(self) -> None:
        """Serve no longer."""
        self._closed.set()
        self._server.shutdown()
        self._server.server_close()


class _Loopback(ThreadingHTTPServer):
    daemon_threads = True

    def server_bind(self) -> None:
        """Take the port without looking up the machine's name, which takes seconds on some."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.socket.getsockname()[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that goes before it is answered."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers what is asked of a source."""

    server_version = "kit"
    sys_version = ""
    timeout = 60

    def __init__(self, source: Source, *args: Any) -> None:
        """Answer a request, as its base does."""
        self.source = source
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer."""
        if not self.is_ours():
            self.send(HTTPStatus.FORBIDDEN, Answer("text/plain", b""))
        elif answer := self.source.answer(self.path):
            self.send(HTTPStatus.OK, answer)
        else:
            self.send(HTTPStatus.NOT_FOUND, Answer("text/plain", b""))

    def log_message(self, *_: Any) -> None:
        """Say nothing: the terminal is for what was built."""

    def is_ours(self) -> bool:
        """Whether this machine is asked by its own name: a page from elsewhere, whose name leads here, is refused."""
        port = self.connection.getsockname()[1]
        return self.headers.get_all("Host") in ([f"{HOST}:{port}"], [f"localhost:{port}"])

    def send(self, status: HTTPStatus, answer: Answer) -> None:
        """Send an answer."""
        self.send_response(status)
        self.heads(answer.kind, "private, max-age=86400, immutable" if answer.lasting else "no-store")
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def heads(self, kind: str, kept: str) -> None:
        """Send what is said before any answer."""
        told: Mapping[str, str] = {
            **_ALWAYS,
            "Content-Security-Policy": self.source.policy,
            "Content-Type": kind,
            "Cache-Control": kept,
        }
        for name, value in told.items():
            self.send_header(name, value)
