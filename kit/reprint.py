"""What has to be printed again, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from itertools import groupby

from kit.diff import Change, Difference, Sheet
from kit.words import Words


def lines(found: Difference, words: Words) -> Iterator[str]:
    """What to print again with the texts that changed, then what remains as it is."""
    if not found.changed and not found.new:
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


def _of(code: str, what: Sized, words: Words, **values: str) -> str:
    """The words for one of something or for several."""
    return words.say(code, "one" if len(what) == 1 else "message", **values)


def _is_all(found: Difference) -> bool:
    """Whether all of a kit has changed: of one sheet nobody says so."""
    return len(found.changed) > 1 and not found.valid and len({sheet.version for sheet in found.changed}) == 1


def _sheet(sheet: Sheet, words: Words) -> Iterator[str]:
    named = words.say("diff-sheet" if sheet.code else "diff-cards", sheet=sheet.title, code=sheet.code)
    yield f"  {named}"
    for change in sheet.changes:
        yield "    " + _change(change, words)


def _change(change: Change, words: Words) -> str:
    old = [words.say("diff-before", text=change.old)] if change.old is not None else []
    new = [words.say("diff-now", text=change.new)] if change.new is not None else []
    return " ".join([words.say("diff-place", place=change.place), *old, *new])
