"""What the files say of each other: sheets and their files, packs and their sheets, names that must differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kit.diagnostics import Diagnostic, Mark, Severity
from kit.model.folder import SHEETS, sheet_stems
from kit.model.node import Route
from kit.model.schema import Kit, Packs, Sectors, Sheet
from kit.model.schema.check import close
from kit.model.source import Source


@dataclass(frozen=True, slots=True)
class Relations:
    """The checks between files; each looks only at what could be read."""

    folder: Path
    kit_source: Source
    sectors_source: Source
    packs_source: Source

    def check(
        self, kit: Kit | None, sectors: Sectors | None, packs: Packs | None, sheets: Mapping[str, Sheet]
    ) -> Iterator[Diagnostic]:
        """Every problem between files."""
        if kit:
            yield from self._files(kit)
            yield from self._fonts(kit)
        if sectors:
            yield from self._sectors(sectors)
        if packs:
            yield from self._packs(packs, kit)
        yield from self._fragments(sheets)

    def _files(self, kit: Kit) -> Iterator[Diagnostic]:
        stems = sheet_stems(self.folder)
        marks = [self.kit_source.value_mark(("sheets", place)) for place in range(len(kit.sheets))]
        yield from _twice(zip(kit.sheets, marks, strict=True))
        meant: set[object] = set()
        for name, mark in zip(kit.sheets, marks, strict=True):
            if name not in stems:
                near = close(name, [stem for stem in stems if stem not in kit.sheets])
                meant |= set(near.values())
                yield Diagnostic("sheet-without-file", {"name": name, "file": self._sheet_file(name), **near}, mark)
        for stem in stems:
            if stem not in kit.sheets and stem not in meant:
                yield self._unlisted(stem)

    def _unlisted(self, stem: str) -> Diagnostic:
        file = self._sheet_file(stem)
        return Diagnostic("sheet-not-listed", {"name": stem, "file": file}, Mark(file, 1, 1), Severity.WARNING)

    def _sheet_file(self, name: str) -> str:
        return str(self.folder / SHEETS / f"{name}.yaml")

    def _fonts(self, kit: Kit) -> Iterator[Diagnostic]:
        if kit.fonts is None:
            return
        folder = self.folder / kit.fonts
        if not folder.is_dir() or not any(folder.glob("*.[tT][tT][fF]")):
            yield Diagnostic("fonts-missing", {"folder": str(folder)}, self.kit_source.value_mark(("fonts",)))

    def _sectors(self, sectors: Sectors) -> Iterator[Diagnostic]:
        clusters: list[tuple[str, Route]] = []
        keys: list[tuple[str, Route]] = []
        for place, cluster in enumerate(sectors.clusters):
            clusters.append((cluster.key, ("clusters", place, "key")))
            for index, sector in enumerate(cluster.sectors):
                keys.append((sector.key, ("clusters", place, "sectors", index, "key")))
        for names in (clusters, keys):
            yield from _twice((name, self.sectors_source.value_mark(route)) for name, route in names)

    def _packs(self, packs: Packs, kit: Kit | None) -> Iterator[Diagnostic]:
        marks = [self.packs_source.value_mark(("packs", place, "name")) for place in range(len(packs.packs))]
        yield from _twice((pack.name, mark) for pack, mark in zip(packs.packs, marks, strict=True))
        if kit is None:
            return
        for place, (pack, mark) in enumerate(zip(packs.packs, marks, strict=True)):
            if pack.name in kit.sheets:
                yield Diagnostic("pack-named-as-sheet", {"name": pack.name}, mark)
            for index, name in enumerate(pack.sheets):
                if name not in kit.sheets:
                    values = {"name": name, "known": ", ".join(kit.sheets), **close(name, list(kit.sheets))}
                    yield Diagnostic(
                        "unknown-sheet", values, self.packs_source.value_mark(("packs", place, "sheets", index))
                    )

    def _fragments(self, sheets: Mapping[str, Sheet]) -> Iterator[Diagnostic]:
        """Two sheets with one fragment would send their readers to the same place."""
        marks = ((sheet.fragment, sheet.title.mark) for sheet in sheets.values())
        yield from _twice((name, mark) for name, mark in marks if mark)


def _twice(names: Iterable[tuple[str, Mark]]) -> Iterator[Diagnostic]:
    """A problem for each name that came before."""
    seen: dict[str, Mark] = {}
    for name, mark in names:
        first = seen.setdefault(name, mark)
        if first is not mark:
            yield Diagnostic("name-twice", {"name": name, "file": first.file, "line": first.line}, mark)
