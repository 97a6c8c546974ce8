"""The pictures of the guide and the README: all there, small, and made by one command."""

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

import pictures
from tests.conftest import ROOT

DOCS = ROOT / "docs"
TEXTS = {
    "client-text.md",
    "commands.md",
    "content.md",
    "design.md",
    "handleiding.md",
    "how-to.md",
    "usage.md",
    "web.md",
}
LARGEST, ALL = 60_000, 300_000
SHOWN = re.compile(r"!\[[^\]]{10,}\]\((?:docs/)?([^)]+)\)")
"""A picture with words for who cannot see it."""


def shown() -> set[str]:
    texts = (file.read_text(encoding="utf-8") for file in (ROOT / "README.md", *(DOCS / name for name in TEXTS)))
    return {name for text in texts for name in SHOWN.findall(text)}


def test_every_picture_that_is_shown_is_there_and_nothing_else_is() -> None:
    assert shown() == set(pictures.PICTURES)
    assert {file.name for file in DOCS.iterdir()} == TEXTS | shown()


def test_every_picture_is_small() -> None:
    sizes = {name: (DOCS / name).stat().st_size for name in pictures.PICTURES}
    # Seven sheets in one picture: smaller, nothing on them can be told apart.
    assert sizes.pop("kit.png") < 2 * LARGEST
    assert max(sizes.values()) < LARGEST
    assert sum((DOCS / name).stat().st_size for name in pictures.PICTURES) < ALL


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_every_picture_has_few_colours(name: str) -> None:
    with Image.open(DOCS / name) as picture:
        assert picture.mode == "P"


@pytest.mark.slow
@pytest.mark.parametrize("name", pictures.PICTURES)
def test_the_command_makes_every_picture_as_the_same_bytes(name: str, tmp_path: Path) -> None:
    if name == "kit-watch.png" and not any(map(shutil.which, pictures.BROWSERS)):
        missing = "no Chromium here: apt-get install chromium"
        if os.environ.get("CI") or os.environ.get("KIT_BROWSER") == "required":
            pytest.fail(missing)
        pytest.skip(missing)
    # In a thread of its own: Playwright does not start a second time in one where it runs, for the tests of the site.
    with ThreadPoolExecutor(1) as thread:
        once, again = thread.map(lambda time: pictures.made(tmp_path / time, [name]), ("once", "again"))
    assert once == again
    assert list(once) == [name]
    (tmp_path / name).write_bytes(once[name])
    with Image.open(tmp_path / name) as picture, Image.open(DOCS / name) as before:
        assert picture.size == before.size
