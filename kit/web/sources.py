"""The files of `assets`, written by hand in a folder a view, by the names that they have in the site.

There they lie side by side, so no two may have the same name. A module imports another by its place in `assets`
(``../frame/frame.js``), and what is made from the content as if that lay in a folder ``generated`` beside the others
(``../generated/words-frame.js``, ``../generated/layouts/8A.js``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

_FROM_ANOTHER_FOLDER: Final = re.compile(rb'(\bfrom "|\bimport\(["`])\.\./[a-z]+/')


def read() -> Mapping[str, bytes]:
    """All of them, with imports as they are in the site. ValueError where two have the same name."""
    found: dict[str, bytes] = {}
    for one in _written():
        if one.name in found:
            raise ValueError(f"two files in kit/web/assets are called {one.name}")
        found[one.name] = side_by_side(one.read_bytes()) if one.name.endswith(".js") else one.read_bytes()
    return found


def side_by_side(module: bytes) -> bytes:
    """A module that finds what it imports in its own folder."""
    return _FROM_ANOTHER_FOLDER.sub(rb"\1./", module)


def _written() -> Iterator[Traversable]:
    for folder in (files("kit.web") / "assets").iterdir():
        if folder.is_dir() and not folder.name.startswith((".", "_")):
            yield from (one for one in folder.iterdir() if one.is_file() and not one.name.startswith("."))
