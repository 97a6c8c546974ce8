"""A WebKit to drive: WebKitGTK's own driver on a screen that nobody sees, asked over HTTP as WebDriver has it (W3C).

Playwright has only a WebKit of its own making. What the tests that guard data need is little: go somewhere, run a
script, press a button as a person does.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NoReturn

import pytest

PATIENCE: Final = 30.0
"""Seconds after which what does not come is missed."""

ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"
"""Under this name WebDriver hands over an element."""


class Window:
    """A window of WebKit."""

    def __init__(self, address: str) -> None:
        """Open one."""
        self._address = address
        options = {"webkitgtk:browserOptions": {"args": ["--automation"]}}
        answer = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        self._session = f"/session/{answer['sessionId']}"
        self.version = str(answer["capabilities"]["browserVersion"])

    def _ask(self, method: str, path: str, told: object = None) -> Any:
        data = None if told is None else json.dumps(told).encode()
        request = urllib.request.Request(
            self._address + path, data, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as problem:
            raise RuntimeError(problem.read().decode(errors="replace")) from problem

    def go(self, url: str) -> None:
        """Go to an address, as if it were typed."""
        self._ask("POST", f"{self._session}/url", {"url": url})

    def back(self) -> None:
        """Press the back button."""
        self._ask("POST", f"{self._session}/back", {})

    def run(self, body: str, *given: object) -> Any:
        """What the body of a function returns, with ``arguments``."""
        return self._ask("POST", f"{self._session}/execute/sync", {"script": body, "args": given})

    def press(self, css: str) -> None:
        """Click on an element, as a person does."""
        self._ask("POST", f"{self._session}/element/{self._find(css)}/click", {})

    def type(self, css: str, text: str) -> None:
        """Type into a field."""
        self._ask("POST", f"{self._session}/element/{self._find(css)}/value", {"text": text})

    def _find(self, css: str) -> str:
        found = self._ask("POST", f"{self._session}/element", {"using": "css selector", "value": css})
        return str(found[ELEMENT])

    def resize(self, width: int, height: int) -> None:
        """Make the window so large."""
        self._ask("POST", f"{self._session}/window/rect", {"width": width, "height": height})

    def becomes(self, body: str, wanted: object) -> None:
        """Read until it is what is wanted."""
        until = time.monotonic() + PATIENCE
        while (found := self.run(body)) != wanted and time.monotonic() < until:
            time.sleep(0.05)
        assert found == wanted

    def close(self) -> None:
        """Close it."""
        self._ask("DELETE", self._session)


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A screen that nobody sees: the environment of a program that shows itself there."""
    number = _free_port() % 10_000 + 100
    command = [needed("Xvfb", "xvfb"), f":{number}", "-screen", "0", "1400x900x24"]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    # Without a sandbox, as Chromium in these tests: a container lets no program make one.
    settings = {"DISPLAY": f":{number}", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "LIBGL_ALWAYS_SOFTWARE": "1"}
    try:
        until = time.monotonic() + PATIENCE
        while not Path(f"/tmp/.X11-unix/X{number}").exists() and time.monotonic() < until:
            time.sleep(0.05)
        yield {**os.environ, **settings}
    finally:
        running.terminate()
        running.wait(10)


@contextmanager
def windows() -> Iterator[Callable[[], Window]]:
    """A driver with a screen; open a window with what this gives."""
    driver = needed("WebKitWebDriver", "webkit2gtk-driver")
    port = _free_port()
    opened: list[Window] = []
    with screen() as environment:
        command = [driver, f"--port={port}"]
        silence = subprocess.DEVNULL
        running = subprocess.Popen(command, env=environment, stderr=silence, stdout=silence)
        try:
            _answers(port)

            def opening() -> Window:
                opened.append(Window(f"http://127.0.0.1:{port}"))
                return opened[-1]

            yield opening
        finally:
            for window in opened:
                window.close()
            running.terminate()
            running.wait(10)


def _answers(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("WebKitWebDriver does not answer")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def needed(program: str, package: str) -> str:
    """Where a program is; without it a test is skipped, or fails where it is required."""
    return shutil.which(program) or missing(program, package)


def missing(what: str, package: str) -> NoReturn:
    """Something of WebKit is not here."""
    if os.environ.get("CI") or os.environ.get("KIT_BROWSER") == "required":
        pytest.fail(f"no {what} here, and it is required: apt-get install {package}")
    pytest.skip(f"no {what} here: apt-get install {package}")
