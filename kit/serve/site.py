"""Serves the digital edition to this machine alone: `kit serve`.

What was just made has no files behind its addresses: what can be asked for stands in a table. Of a folder, only what
lies in it is served.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from kit.serve.loopback import Answer

WORKER: Final = "sw.js"
"""The service worker of a site, at a place that never changes."""

KINDS: Final[Mapping[str, str]] = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}

MOST_BYTES: Final = 20_000_000
"""No file of a site has a tenth of that."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""That of the page, and besides: no page around it."""


class SiteFiles:
    """The files of a site, just made or in a folder; ``page`` is what is at ``/``."""

    policy = POLICY

    def __init__(self, files: Mapping[str, bytes] | Path, page: str) -> None:
        """Serve these."""
        self._files = files
        self._page = page

    def answer(self, path: str) -> Answer | None:
        """What is at an address, if it is of a kind that a site has."""
        try:
            name = unquote(urlsplit(path).path).removeprefix("/") or self._page
            kind = KINDS.get(PurePosixPath(name).suffix)
            body = self._body(name) if kind else None
        except (OSError, ValueError):
            # Longer than a name can be, or no address at all: there is nothing there.
            return None
        # What is in the folder named after its contents never changes.
        return Answer(kind, body, lasting=name.startswith("kit-")) if kind and body is not None else None

    def _body(self, name: str) -> bytes | None:
        if not isinstance(self._files, Path):
            return self._files.get(name)
        parts = name.split("/")
        if any(part in ("", ".", "..") or "\\" in part or ":" in part or "\0" in part for part in parts):
            return None
        file = self._files.joinpath(*parts)
        inside = file.is_file() and file.resolve().is_relative_to(self._files.resolve())
        return file.read_bytes() if inside and file.stat().st_size <= MOST_BYTES else None


def page_in(folder: Path) -> str | None:
    """The name of the page in a folder with a site, if it has one."""
    pages = sorted(file.name for file in folder.glob("*.html")) if folder.is_dir() else []
    return pages[0] if pages and (folder / WORKER).is_file() else None
