"""Data as modules of JavaScript: the words, the kit's codes, the releases."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from kit.model.catalogue import Catalogue
from kit.model.schema.base import Content, Sheet
from kit.model.site_words import SiteWords
from kit.model.text.spans import Text

_ON_PAPER_ONLY: Final = frozenset(
    {"a4", "actor_list", "blank", "blank_bookmark", "blank_layout", "bookmark", "footer", "fragment", "layout"}
    | {"named", "two_sheets"}
)
"""Fields of a sheet that no screen shows: they need not be sent to a phone."""

_WITH_MODULES: Final = ("c1", "c2", "p", "b")
"""The sheets whose words a module sets; those of the others stand in the page."""


def module(told: object) -> bytes:
    """A module that exports a value."""
    # U+2028 ends a line in older readers of JavaScript.
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028")
    return f"export default {text};\n".encode()


def words(catalogue: Catalogue, site: SiteWords) -> Mapping[str, bytes]:
    """What is said, a module for each view, each sheet and each list of the steps, by its place."""
    steps = catalogue.steps
    told = {
        **{view: plain(found) for view, found in site.items()},
        "steps": plain(steps.steps),
        "partner-fields": plain(steps.partner_fields),
        **{f"sheet-{sheet.fragment}": _sheet(sheet) for sheet in catalogue.sheets.values() if _is_set(sheet)},
    }
    return {f"words-{name}.js": module(value) for name, value in told.items()}


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
