"""What is written by hand for the digital edition: in folders here, side by side in the site."""

import re
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import Final

import pytest

from kit.web import sources
from tests.web.modules import ASSETS

WRITTEN: Final = {one.relative_to(ASSETS).as_posix(): one for one in sorted(ASSETS.rglob("*")) if one.is_file()}
MODULES: Final = [place for place in WRITTEN if place.endswith(".js")]
IMPORTED: Final = re.compile(r"""(?:\bfrom |\bimport\()["`]([^"`]+)["`]""")
MOST: Final = 22
"""Files in a folder that one still sees at a glance."""


def test_every_file_is_in_a_folder_under_a_name_of_its_own() -> None:
    assert {place.count("/") for place in WRITTEN} == {1}
    assert [name for name, count in Counter(one.name for one in WRITTEN.values()).items() if count > 1] == []
    assert set(sources.read()) == {one.name for one in WRITTEN.values()}


def test_no_folder_is_too_full_to_be_read_at_a_glance() -> None:
    held = Counter(place.partition("/")[0] for place in WRITTEN)
    assert {folder: count for folder, count in held.items() if count > MOST} == {}


def test_two_files_with_one_name_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("cards", "frame"):
        (tmp_path / "assets" / folder).mkdir(parents=True)
        (tmp_path / "assets" / folder / "view.js").touch()
    monkeypatch.setattr(sources, "files", lambda _: tmp_path)
    with pytest.raises(ValueError, match=r"view\.js"):
        sources.read()


@pytest.mark.parametrize("place", MODULES)
def test_a_module_imports_others_by_their_place(place: str) -> None:
    """So editors, and browsers in a test, find them; what is generated is known by its folder."""
    for name in IMPORTED.findall(WRITTEN[place].read_text(encoding="utf-8")):
        found = (ASSETS / PurePosixPath(place).parent / name).resolve()
        assert name.startswith("../generated/") or found in WRITTEN.values(), name


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ('import { el } from "../elements/el.js";', 'import { el } from "./el.js";'),
        ('import { own } from "./store.js";', 'import { own } from "./store.js";'),
        ('await import("../paper/print.js");', 'await import("./print.js");'),
        ("await import(`../generated/layouts/${name}.js`);", "await import(`./layouts/${name}.js`);"),
        ('import parts from "../generated/paper/map.js";', 'import parts from "./paper/map.js";'),
        ('const page = new URL("../sw.js", here);', 'const page = new URL("../sw.js", here);'),
    ],
)
def test_in_the_site_a_module_finds_others_beside_it(written: str, found: str) -> None:
    assert sources.side_by_side(written.encode()) == found.encode()
