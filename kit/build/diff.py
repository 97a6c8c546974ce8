"""What has to be printed again: what the sheets say now, beside what they said when they were made. Nothing is written.

A PDF tells what is printed in it, so a sheet that somebody still has as a file can be compared as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Final, Literal

from kit import files
from kit.build import last_printed, manifest
from kit.build.manifest import Manifest
from kit.build.order import Order as Sheets
from kit.diagnostics import Diagnostic, KitError
from kit.draw.text.fonts import cut_names
from kit.model import shipped
from kit.model.catalogue import Catalogue, load
from kit.model.printed import Printed, decoded, encoded, printed
from kit.model.schema import Sheet as Model
from kit.model.schema.base import fields
from kit.press import reading, stamp


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


Basis = Literal["file", "released", "built"]


@dataclass(frozen=True, slots=True)
class Difference:
    """The sheets that were made, in the order of the kit; by their names those that are new, and that are no more.

    ``basis``: what they were compared with: a file, what was released, or the first build since.
    """

    sheets: tuple[Sheet, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    basis: Basis = "built"

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
    released = last_printed.codes(catalogue)
    before = _of_file(order.since, catalogue) if order.since else _compared_with(order, released)
    sheets = catalogue.sheets
    found = tuple(
        _compared(sheet, before[name], printed(catalogue, sheet)) for name, sheet in sheets.items() if name in before
    )
    # Of a file that somebody has, nobody expects all sheets.
    new = [] if order.since else [sheet.bookmark.plain for name, sheet in sheets.items() if name not in before]
    given_out = all(released.get(name) == before[name].code for name in sheets if name in before)
    basis: Basis = "file" if order.since else "released" if given_out else "built"
    return Difference(found, tuple(new), tuple(name for name in before if name not in sheets), basis)


def remember(order: Order) -> None:
    """Compare with what is built now from now on: it is printed. KitError where nothing is built."""
    known = Manifest.read(order)
    told = {**last_printed.kept(known.printed), **_of_build(order)}
    manifest.save(order, replace(known, printed=encoded({name: told[name] for name in sorted(told)})))


def _compared_with(order: Order, released: Mapping[str, str]) -> Mapping[str, Printed]:
    """What was released or may have been printed of what is built."""
    built = _of_build(order)
    found = last_printed.compared(last_printed.kept(Manifest.read(order).printed), built, released)
    return {name: found[name] for name in built}


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    """The texts that differ. A text that only moved, because another was put before it, has not changed."""
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
    """Pairs of an old and a new place to compare: first those that are the same, then the rest in order."""
    same = [place for place in old if place in new]
    yield from ((place, place) for place in same)
    rest = ([place for place in places if place not in same] for places in (old, new))
    yield from zip_longest(*rest)


def _compared(sheet: Model, before: Printed, after: Printed) -> Sheet:
    # Of cards nobody can see the code: they have no footer.
    code = after.code if "footer" in fields(type(sheet)) else ""
    found = (replace(one, place=_whole(one.place, sheet.name)) for one in changes(before.words, after.words))
    return Sheet(sheet.bookmark.plain, before.version, code, tuple(found))


def _whole(place: str, name: str) -> str:
    """The path of a text with its file in front, unless the path has it already, as shared texts do."""
    return place if ": " in place else f"sheets/{name}.yaml: {place}"


def _of_file(file: Path, catalogue: Catalogue) -> Mapping[str, Printed]:
    """What is printed in a file. KitError where it cannot be read or does not say so."""
    pdf = files.content(file)
    if pdf is None:
        raise KitError([Diagnostic(_unreadable(file), {"file": str(file), "most": files.MOST_BYTES // 1_000_000})])
    try:
        found = decoded(reading.printed(pdf))
        # Another program may have taken pages out.
        found = found if stamp.is_ours(pdf) else dict(_on_pages(found, reading.text(pdf), catalogue))
    except reading.LockedError as error:
        raise KitError([Diagnostic("diff-locked", {"file": str(file)})]) from error
    except ValueError:
        found = {}
    if not found:
        raise KitError([Diagnostic("diff-not-ours", {"file": str(file)})])
    return found


def _unreadable(file: Path) -> str:
    """Why nothing was read of a file: the code of it."""
    try:
        if not file.exists():
            return "table-missing"
        if not file.is_file():
            return "diff-no-file"
        return "diff-large" if file.stat().st_size > files.MOST_BYTES else "file-unreadable"
    except OSError:
        return "file-unreadable"


_ENOUGH: Final = 2
"""So many texts that only one sheet has tell that it is there: the front of a card has four, its back seven."""


def _on_pages(found: Mapping[str, Printed], text: str, catalogue: Catalogue) -> Iterator[tuple[str, Printed]]:
    """The sheets that are on some pages: those whose code stands there, or of cards, which have none, their words."""
    read = _letters(text)
    for name, one in found.items():
        sheet = catalogue.sheets.get(name)
        if sheet is None or "footer" in fields(type(sheet)):
            there = one.code in read
        else:
            others = " ".join(
                _letters(word) for other in found if other != name for word in found[other].words.values()
            )
            own = {word for word in map(_letters, one.words.values()) if word not in others}
            there = sum(word in read for word in own) >= _ENOUGH
        if there:
            yield name, one


def _letters(text: str) -> str:
    """A text without what is set otherwise on each page."""
    return "".join(text.split()).replace("\N{SOFT HYPHEN}", "")


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
