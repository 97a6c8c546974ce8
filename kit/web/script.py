"""Data as modules of JavaScript: the words, the kit's codes, the releases."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from kit.model.catalogue import Catalogue
from kit.model.schema.base import Content, Sheet
from kit.model.site_words import SiteWords
from kit.model.text import Text

_ON_PAPER_ONLY: Final = frozenset(
    {"a4", "actor_list", "blank", "blank_bookmark", "blank_layout", "bookmark", "footer", "fragment", "layout"}
    | {"named", "two_sheets"}
)
"""Fields of a sheet that no screen shows: they need not be sent to a phone."""

_WITH_MODULES: Final = ("c1", "c2", "p", "b")
"""The sheets whose words a module sets; those of the others stand in the page."""


_APART: Final = ("keep", "canvas-2", "paper")
"""The views whose words come with their own modules, in ``words-<view>.js``: no other sheet needs to wait for these."""


def module(told: object) -> bytes:
    """A module that exports a value."""
    # U+2028 ends a line in older readers of JavaScript.
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028")
    return f"export default {text};\n".encode()


def apart(site: SiteWords) -> Mapping[str, bytes]:
    """The modules with the words of some views."""
    return {f"words-{view}.js": module(plain(site[view])) for view in _APART}


def words(catalogue: Catalogue, site: SiteWords) -> Mapping[str, Any]:
    """All else that is said, by view: what ``words.js`` exports, as far as a file needs it."""
    kit = catalogue.kit
    return {
        **{view.replace("-", "_"): plain(found) for view, found in site.items() if view not in _APART},
        "kit": {"title": kit.title.plain},
        **plain(catalogue.steps),
        "sheets": {sheet.fragment: _sheet(sheet) for sheet in catalogue.sheets.values() if _is_set(sheet)},
    }


def _is_set(sheet: Sheet) -> bool:
    return sheet.fragment in _WITH_MODULES


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {name: value for name, value in _fields(sheet) if name not in _ON_PAPER_ONLY}


def plain(value: object) -> Any:
    """A part of the content as plain data: a text becomes its letters."""
    if isinstance(value, Text):
        return value.plain
    if isinstance(value, Content):
        return dict(_fields(value))
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value


def _fields(part: Content) -> Iterator[tuple[str, Any]]:
    for name, value in part:
        if value is not None:
            yield name, plain(value)
