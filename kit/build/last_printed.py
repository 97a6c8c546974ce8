"""What the sheets said that somebody may have printed: the first build since the last release, until told otherwise.

What is built at each save is seldom printed. So a build does not change what sheets are compared with, but where it
says the same, or says what was released.
"""

from __future__ import annotations

from collections.abc import Mapping

from kit.model import released
from kit.model.catalogue import Catalogue
from kit.model.printed import Printed, decoded

Sheets = Mapping[str, Printed]
"""What sheets say, by their names."""


def kept(told: str) -> Sheets:
    """The printed texts that a manifest holds; empty where they cannot be read."""
    try:
        return decoded(told) if told else {}
    except ValueError:
        return {}


def codes(catalogue: Catalogue) -> Mapping[str, str]:
    """The codes of the last release, by the names of the sheets; none where nothing was released."""
    releases = list(released.codes(catalogue.folder).values())
    last = releases[-1] if releases else {}
    return {name: last[sheet.fragment] for name, sheet in catalogue.sheets.items() if sheet.fragment in last}


def compared(before: Sheets, built: Sheets, released: Mapping[str, str]) -> Sheets:
    """What to compare with, given what was kept ``before`` and what is ``built``, as files say."""
    return {**before, **{name: _one(before.get(name), said, released.get(name)) for name, said in built.items()}}


def _one(before: Printed | None, built: Printed, released: str | None) -> Printed:
    return built if before is None or built.code in (before.code, released) else before
