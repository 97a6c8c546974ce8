"""What has to be printed again, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sized
from itertools import groupby
from typing import Final

from kit.build.diff import Basis, Change, Difference, Sheet
from kit.messages.catalogue import Messages

_BASES: Final[Mapping[Basis, str]] = {
    "file": "diff-with-file",
    "released": "diff-with-released",
    "built": "diff-with-built",
}
"""The codes by what sheets are compared with."""


def lines(found: Difference, words: Messages, *, same_people: bool = True) -> Iterator[str]:
    """What to print again with the texts that changed, then what remains as it is.

    ``same_people``: whether those whose names are printed are still the same, or there are none.
    """
    if not found.changed and not found.new and same_people:
        yield words.say("diff-nothing")
    by_version = sorted(found.changed, key=lambda sheet: sheet.version)
    for version, group in groupby(by_version, lambda sheet: sheet.version):
        sheets = list(group)
        yield _of("diff-all" if _is_all(found) else "diff-again", sheets, words, version=version)
        for sheet in sheets:
            yield from _sheet(sheet, words)
    if found.new:
        yield _of("diff-new", found.new, words, list=", ".join(found.new))
    if found.changed and found.valid:
        yield _of("diff-others", found.valid, words)
    if found.gone:
        yield _of("diff-gone", found.gone, words, list=", ".join(found.gone))
    if codes := ", ".join(f"{sheet.title} {sheet.code}" for sheet in found.valid if sheet.code):
        yield words.say("diff-codes", list=codes)
    yield words.say(_BASES[found.basis])


def _of(code: str, what: Sized, words: Messages, **values: str) -> str:
    """The words for one of something or for several."""
    return words.say(code, "one" if len(what) == 1 else "message", **values)


def _is_all(found: Difference) -> bool:
    """Whether all of a kit has changed: of one sheet nobody says so."""
    return len(found.changed) > 1 and not found.valid and len({sheet.version for sheet in found.changed}) == 1


def _sheet(sheet: Sheet, words: Messages) -> Iterator[str]:
    named = words.say("diff-sheet" if sheet.code else "diff-cards", sheet=sheet.title, code=sheet.code)
    yield f"  {named}"
    for change in sheet.changes:
        yield "    " + _change(change, words)


def _change(change: Change, words: Messages) -> str:
    old = [words.say("diff-before", text=change.old)] if change.old is not None else []
    new = [words.say("diff-now", text=change.new)] if change.new is not None else []
    return " ".join([words.say("diff-place", place=change.place), *old, *new])
