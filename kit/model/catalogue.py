"""A content folder to one checked Catalogue, or every problem of every file at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from kit.diagnostics import Diagnostic, KitError, Mark, Severity
from kit.model.folder import check_folder, sheet_stems
from kit.model.node import Leaf
from kit.model.relations import Relations
from kit.model.schema import SHEETS, Kit, Pack, Packs, Sectors, Sheet, Steps
from kit.model.schema.base import Content
from kit.model.schema.check import check, close
from kit.model.schema.kind import Reading
from kit.model.source import Source, read
from kit.model.typography import Typography

_Model = TypeVar("_Model", bound=Content)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All content of one language, checked. ``fonts`` is the folder of letters that the content names, if it does."""

    language: str
    folder: Path
    kit: Kit
    steps: Steps
    sectors: Sectors
    packs: tuple[Pack, ...]
    sheets: Mapping[str, Sheet]
    fonts: Path | None = None
    warnings: tuple[Diagnostic, ...] = ()


def load(folder: Path, language: str) -> Catalogue:
    """The content in ``folder/language``. Raises KitError with every problem; what is only odd is a warning."""
    check_folder(folder, language)
    return _Loader(folder / language, language).catalogue()


class _Loader:
    """Reads the files one after the other and keeps what is wrong with each."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self.language = language
        self.problems: list[Diagnostic] = []
        self.kit_source = self._read("kit.yaml")
        self.typography = _typography(self.kit_source)

    def catalogue(self) -> Catalogue:
        """Everything, or KitError."""
        kit = self._checked(Kit, self.kit_source)
        steps = self._checked(Steps, self._read("steps.yaml"))
        sectors_source, packs_source = self._read("sectors.yaml"), self._read("packs.yaml")
        sectors = self._checked(Sectors, sectors_source)
        packs = self._checked(Packs, packs_source)
        sheets = self._sheets(kit)
        relations = Relations(self.folder, self.kit_source, sectors_source, packs_source)
        told = [*self.problems, *relations.check(kit, sectors, packs, sheets)]
        errors = [problem for problem in told if problem.severity is Severity.ERROR]
        if errors or not (kit and steps and sectors and packs):
            raise KitError(errors)
        fonts = self.folder / kit.fonts if kit.fonts else None
        warnings = tuple(problem for problem in told if problem.severity is not Severity.ERROR)
        shown = MappingProxyType({name: sheets[name] for name in kit.sheets})
        return Catalogue(self.language, self.folder, kit, steps, sectors, packs.packs, shown, fonts, warnings)

    def _read(self, name: str) -> Source:
        source = read(self.folder / name)
        self.problems.extend(source.problems)
        return source

    def _checked(self, model: type[_Model], source: Source, name: str = "") -> _Model | None:
        found, problems = check(model, source, Reading(name, self.typography))
        self.problems.extend(problems)
        return found

    def _sheets(self, kit: Kit | None) -> dict[str, Sheet]:
        """The sheets that have a file; all files where the list of sheets cannot be read."""
        stems = sheet_stems(self.folder)
        names = [name for name in dict.fromkeys(kit.sheets) if name in stems] if kit else stems
        found = {name: self._sheet(name) for name in names}
        return {name: sheet for name, sheet in found.items() if sheet}

    def _sheet(self, name: str) -> Sheet | None:
        source = self._read(f"sheets/{name}.yaml")
        layout = (source.mapping or {}).get("layout")
        if not isinstance(layout, Leaf) or not layout.text.strip():
            return self._checked(Sheet, source, name) and None
        model = SHEETS.get(layout.text.strip())
        if model is None:
            self.problems.append(_unknown_layout(layout.text.strip(), layout.mark))
            return None
        return self._checked(model, source, name)


def _unknown_layout(layout: str, mark: Mark) -> Diagnostic:
    return Diagnostic(
        "unknown-word", {"found": layout, "known": ", ".join(SHEETS), **close(layout, list(SHEETS))}, mark
    )


def _typography(kit: Source) -> Typography:
    """The rules in kit.yaml, as far as they can be read: what is wrong with them is told with the file."""

    def words(key: str) -> tuple[str, ...]:
        found = (kit.mapping or {}).get(key)
        leaves = found if isinstance(found, list) else []
        return tuple(leaf.text.strip() for leaf in leaves if isinstance(leaf, Leaf) and leaf.text.strip())

    return Typography(words("keep_together"), words("units"), words("breakpoints"))
