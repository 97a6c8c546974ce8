"""What the first view of each code takes, compressed: everything works in a room where many share a thin line.

The aims are those of docs/web.md, section 11: at most 60 kB, and over 57 it is time to look.
"""

import gzip
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Request

from kit.web import build

MOST = 60_000
FRAGMENTS = ("", "#c1", "#b", "#b/12021", "#p", "#c2", "#i", "#w", "#d", "#k")
AFTER = ("bold.css", "fira-sans-600.woff2", "keys.js", "offline.js")
"""What is asked for when the first view stands."""


def size(data: bytes) -> int:
    """Bytes on the line; letters are compressed already."""
    return min(len(data), len(gzip.compress(data, 9, mtime=0)))


@pytest.mark.engines("firefox", guards=True, only={"fragment": ["#b/12021"]})
@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_the_first_view_is_small(
    made: build.Made, address: str, new_context: Callable[..., BrowserContext], fragment: str
) -> None:
    page = new_context(360, 740, has_touch=True, is_mobile=True, service_workers="block").new_page()
    asked: dict[str, int] = {}

    def take(request: Request) -> None:
        name = urlsplit(request.url).path.removeprefix("/") or made.page
        if name in made.files and not name.endswith(AFTER):
            asked[name] = size(made.files[name])

    page.on("request", take)
    page.goto(f"{address}{fragment}")
    page.wait_for_selector("html[data-ready]")
    page.wait_for_load_state("networkidle")
    kinds: dict[str, int] = {}
    for name, count in asked.items():
        kind = name.rpartition(".")[2]
        kinds[kind] = kinds.get(kind, 0) + count
    total = sum(asked.values())
    table = "  ".join(f"{kind} {count / 1000:.1f}" for kind, count in sorted(kinds.items()))
    sys.stdout.write(f"{fragment or '(none)':10} {total / 1000:5.1f} kB   {table}\n")
    sys.stdout.write(str(sorted(((n.partition("/")[2], c) for n, c in asked.items()), key=lambda one: -one[1])) + "\n")
    assert total <= MOST, sorted(asked.items(), key=lambda one: -one[1])
