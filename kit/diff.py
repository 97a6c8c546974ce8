"""What has to be printed again: what the sheets say now, beside what they said when they were made. Nothing is written.

A PDF tells what is printed in it, so a sheet that somebody still has as a file can be compared as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from kit import files, shipped
from kit.diagnostics import Diagnostic, KitError
from kit.draw.fonts import cut_names
from kit.model.catalogue import load
from kit.model.printed import Printed, decoded, printed
from kit.model.schema import Sheet as Model
from kit.order import Order as Sheets
from kit.press import reading


@dataclass(frozen=True, slots=True)
class Order(Sheets):
    """What is asked: the content beside the last build of an order, or beside the PDF ``since``."""

    since: Path | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A text that was ``old`` and is ``new``; nothing where it was not there, or is gone. ``place``: in the content."""

    place: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet beside what it said in ``version``: its name in the outline, and what has changed.

    ``code`` is that of now; empty where none is printed.
    """

    title: str
    version: str
    code: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The sheets that were made, in the order of the kit; by their names those that are new, and that are no more."""

    sheets: tuple[Sheet, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def changed(self) -> tuple[Sheet, ...]:
        """Those to print again."""
        return tuple(sheet for sheet in self.sheets if sheet.changes)

    @property
    def valid(self) -> tuple[Sheet, ...]:
        """Those that say what they said."""
        return tuple(sheet for sheet in self.sheets if not sheet.changes)


def compare(order: Order) -> Difference:
    """What has changed. KitError where the content is wrong, or where there is nothing to compare it with."""
    catalogue = load(order.content or shipped.folder(), order.language, cut_names())
    before = _of_file(order.since) if order.since else _of_build(order)
    sheets = catalogue.sheets
    found = tuple(
        _compared(sheet, before[name], printed(catalogue, sheet)) for name, sheet in sheets.items() if name in before
    )
    # Of a file that somebody has, nobody expects all sheets.
    new = [] if order.since else [sheet.bookmark.plain for name, sheet in sheets.items() if name not in before]
    return Difference(found, tuple(new), tuple(name for name in before if name not in sheets))


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    """The texts that differ. One that only moved, as when another came before it, has not changed."""
    places, now = list(before), list(after)
    matcher = SequenceMatcher(None, list(before.values()), list(after.values()), autojunk=False)
    for kind, i, to_i, j, to_j in matcher.get_opcodes():
        if kind == "equal":
            continue
        for old, new in _paired(places[i:to_i], now[j:to_j]):
            there, here = (None if old is None else before[old]), (None if new is None else after[new])
            if there != here:
                yield Change(new or old or "", there, here)


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Places to hold against each other: the same ones, else as they come."""
    same = [place for place in old if place in new]
    yield from ((place, place) for place in same)
    rest = ([place for place in places if place not in same] for places in (old, new))
    yield from zip_longest(*rest)


def _compared(sheet: Model, before: Printed, after: Printed) -> Sheet:
    # Of cards nobody can see the code: they have no footer.
    code = after.code if "footer" in type(sheet).model_fields else ""
    found = (replace(one, place=_whole(one.place, sheet.name)) for one in changes(before.words, after.words))
    return Sheet(sheet.bookmark.plain, before.version, code, tuple(found))


def _whole(place: str, name: str) -> str:
    """A place with its file; only that of what several sheets share has it already."""
    return place if ": " in place else f"sheets/{name}.yaml: {place}"


def _of_file(file: Path) -> Mapping[str, Printed]:
    """What is printed in a file. KitError where it cannot be read or does not say so."""
    pdf = files.content(file)
    if pdf is None:
        raise KitError([Diagnostic("file-unreadable", {"file": str(file)})])
    found = _said(pdf)
    if not found:
        raise KitError([Diagnostic("diff-not-ours", {"file": str(file)})])
    return found


def _of_build(order: Order) -> Mapping[str, Printed]:
    """What the last build of each sheet says: as a sheet, else in a pack. KitError where there is none at all."""
    found: dict[str, Printed] = {}
    for folder in (order.sheet("any").parent, order.pack("any").parent):
        for file in sorted(folder.glob("*.pdf")):
            said = _said(files.content(file) or b"")
            found = {**said, **found}
    if not found:
        raise KitError([Diagnostic("diff-no-build", {"folder": str(order.folder)})])
    return found


def _said(pdf: bytes) -> Mapping[str, Printed]:
    """What a PDF says is printed in it; nothing where it is none or says nothing."""
    try:
        return decoded(reading.printed(pdf))
    except ValueError:
        return {}
