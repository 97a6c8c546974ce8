"""What the files say of each other: sheets and their files, packs and their sheets, names that must differ.

It looks at the sources and not at the checked objects, so that another fault in a file does not hide these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from kit.diagnostics import Diagnostic, Mark, Severity, Value
from kit.model.folder import SHEET_FOLDER, sheet_stems
from kit.model.most_problems import first
from kit.model.near import close
from kit.model.schema.reader import MAX_LETTERS
from kit.model.schema.scalars import IDENTIFIER
from kit.model.yaml.decode import INVISIBLE
from kit.model.yaml.node import Leaf, Route
from kit.model.yaml.source import Source

_DEVICES: Final = re.compile(r"con|prn|aux|nul|(com|lpt)\d")
"""Names that Windows keeps for devices, whatever the ending."""

_TRUETYPE: Final = (b"\0\1\0\0", b"true")
_HEAD: Final = 12
_RECORD: Final = 16
_VARIABLE: Final = b"fvar"
"""How a TrueType file begins, the sizes in bytes of its head and of what it tells of each table, and the table that
makes it a variable font (OpenType specification, *Table directory* and *fvar*).
"""


class Name(NamedTuple):
    """A name in a file, and where it stands."""

    text: str
    mark: Mark


def names_in(source: Source, *route: str | int) -> list[Name]:
    """The names in a list of the file, or the one name there; what cannot be a name is told by its model."""
    node = source.node(route)
    leaves = node if isinstance(node, list) else [node]
    texts = ((leaf.text.strip(), leaf.mark) for leaf in leaves if isinstance(leaf, Leaf))
    return [Name(text, mark) for text, mark in texts if IDENTIFIER.fullmatch(text)]


def _places(source: Source, *route: str | int) -> list[Route]:
    """The ways to the items of a list in the file."""
    node = source.node(route)
    return [(*route, place) for place in range(len(node))] if isinstance(node, list) else []


def font_problems(folder: Path, kit: Source, cuts: Sequence[str]) -> Iterator[Diagnostic]:
    """What is wrong with the folder of letters, if kit.yaml names one; ``cuts`` are the files it must hold."""
    leaf = kit.node(("fonts",))
    if not isinstance(leaf, Leaf) or not leaf.text.strip():
        return
    if INVISIBLE.search(leaf.text) or len(leaf.text) > MAX_LETTERS:
        return  # as its model tells
    letters = folder / leaf.text.strip()
    tags = {cut: _tables(letters / cut) for cut in cuts}
    lacking = [cut for cut in cuts if tags[cut] is None]
    variable = [cut for cut in cuts if _VARIABLE in (tags[cut] or ())]
    if not _has_letters(letters):
        yield Diagnostic("fonts-missing", {"folder": str(letters)}, leaf.mark)
    elif lacking:
        values: dict[str, Value] = {"folder": str(letters), "count": len(lacking), "list": ", ".join(lacking)}
        yield Diagnostic("fonts-lacking", values, leaf.mark)
    if variable:
        values = {"folder": str(letters), "count": len(variable), "list": ", ".join(variable)}
        yield Diagnostic("fonts-variable", values, leaf.mark)


def _has_letters(folder: Path) -> bool:
    try:
        return folder.is_dir() and any(folder.glob("*.[tT][tT][fF]"))
    except OSError:
        return False


def _tables(file: Path) -> tuple[bytes, ...] | None:
    """The tags of the tables in a TrueType file; nothing of anything else."""
    try:
        if not file.is_file():
            return None
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
            records = stream.read(_RECORD * int.from_bytes(head[4:6]))
    except OSError:
        return None
    if head[:4] not in _TRUETYPE:
        return None
    return tuple(records[start : start + 4] for start in range(0, len(records), _RECORD))


@dataclass(frozen=True, slots=True)
class Relations:
    """The checks between the files of a folder."""

    folder: Path
    kit: Source
    sectors: Source
    packs: Source
    sheets: Mapping[str, Source]

    def check(self) -> Iterator[Diagnostic]:
        """Every problem between files."""
        listed = names_in(self.kit, "sheets")
        packs = [name for pack in _places(self.packs, "packs") for name in names_in(self.packs, *pack, "name")]
        yield from first(
            Diagnostic("unsafe-file-name", {"name": name}, mark)
            for name, mark in [*listed, *packs, *self._stack_files()]
            if _DEVICES.fullmatch(name)
        )
        if listed:
            yield from first(self._files(listed))
            yield from first(self._packs([name.text for name in listed]))
        yield from first(self._names())

    def _files(self, listed: list[Name]) -> Iterator[Diagnostic]:
        stems = sheet_stems(self.folder)
        unlisted = [stem for stem in stems if stem not in {name.text for name in listed}]
        meant: set[Value] = set()
        for name, mark in listed:
            if name not in stems:
                near = close(name, unlisted)
                meant |= set(near.values())
                code = "sheet-without-file" if near else "sheet-file-missing"
                yield Diagnostic(code, {"name": name, "file": self._file(name), **near}, mark)
        for stem in unlisted:
            if stem not in meant:
                values = {"name": stem, "file": self._file(stem)}
                yield Diagnostic("sheet-not-listed", values, Mark(self._file(stem), 1, 1), Severity.WARNING)

    def _file(self, name: str) -> str:
        return str(self.folder / SHEET_FOLDER / f"{name}.yaml")

    def _packs(self, listed: list[str]) -> Iterator[Diagnostic]:
        known = ", ".join(dict.fromkeys(listed))
        for pack in _places(self.packs, "packs"):
            for name, mark in names_in(self.packs, *pack, "name"):
                if name in listed:
                    yield Diagnostic("pack-named-as-sheet", {"name": name}, mark)
        packs = [names_in(self.packs, *pack, "sheets") for pack in _places(self.packs, "packs")]
        shares = [names_in(self.packs, *share, "sheet") for share in _places(self.packs, "workshop", "sheets")]
        for name, mark in chain(*packs, *shares):
            if name not in listed:
                yield Diagnostic("unknown-sheet", {"name": name, "known": known, **close(name, listed)}, mark)

    def _stack_files(self) -> list[Name]:
        """The names of the files of a workshop."""
        files = self.packs.node(("workshop", "files"))
        keys = list(files) if isinstance(files, dict) else []
        return [name for key in keys for name in names_in(self.packs, "workshop", "files", key)]

    def _named_as_tables(self) -> Iterator[Diagnostic]:
        """Files of a workshop that are called like the one of a table, which would be written over them."""
        table = next((name.text for name in names_in(self.packs, "workshop", "files", "table")), "")
        for name, mark in self._stack_files():
            if re.fullmatch(rf"{re.escape(table)}-\d+(-\d+(-.+)?)?", name):
                yield Diagnostic("file-named-as-table", {"name": name}, mark)

    def _names(self) -> Iterator[Diagnostic]:
        """Names that stand twice. Two sheets with one fragment would send their readers to the same place."""
        clusters = _places(self.sectors, "clusters")
        sectors = [sector for cluster in clusters for sector in _places(self.sectors, *cluster, "sectors")]
        yield from twice(names_in(self.kit, "sheets"))
        yield from twice(self._stack_files())
        yield from self._named_as_tables()
        yield from twice(name for half in ("upper", "lower") for name in names_in(self.sectors, "halves", half))
        for source, parts, key in (
            (self.sectors, clusters, "key"),
            (self.sectors, sectors, "key"),
            (self.packs, _places(self.packs, "packs"), "name"),
        ):
            yield from twice(name for part in parts for name in names_in(source, *part, key))
        yield from twice(name for source in self.sheets.values() for name in names_in(source, "fragment"))


def twice(names: Iterable[Name]) -> Iterator[Diagnostic]:
    """A problem for each name that came before."""
    seen: dict[str, Mark] = {}
    for name, mark in names:
        first = seen.setdefault(name, mark)
        if first is not mark:
            yield Diagnostic("name-twice", {"name": name, "file": first.file, "line": first.line}, mark)
