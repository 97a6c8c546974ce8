"""Which texts something is made of, such as the drawing of a sheet: while these are the same, so is what is made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from kit.model.catalogue import Catalogue
from kit.model.folder import LARGE_WORDS, SHEET_FOLDER, WORKSHOP_FOLDER
from kit.model.schema import Sheet

ALWAYS: Final = "kit.yaml"
"""How the words of every file are read stands there as well."""

_OF_PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "steps": ("steps.yaml",),
    "sectors": ("sectors.yaml",),
    "packs": ("packs.yaml",),
    "workshop": (WORKSHOP_FOLDER, "packs.yaml"),
    "large": (LARGE_WORDS,),
    "read": ("",),
    "warnings": ("",),
}
"""Which files, or folders of files, a part of the catalogue comes from; the whole folder is the empty name."""


def texts(catalogue: Catalogue) -> Mapping[str, bytes]:
    """All files that a content was read from, by their places in its folder; what lies elsewhere by its whole path."""
    return {_place(path, catalogue.folder): data for path, data in catalogue.read.items()}


def among(texts: Mapping[str, bytes], read: Collection[str]) -> Mapping[str, bytes]:
    """Those that were read, of files or of folders of files; and each that is no text, such as the logo."""
    return {name: texts[name] for name in sorted(texts) if not name.endswith(".yaml") or _is_among(name, read)}


def watched(catalogue: Catalogue, seen: set[str]) -> Catalogue:
    """The catalogue, noting in ``seen`` which files what is asked of it comes from."""
    return _Watched(catalogue, seen)


def of_sheet(name: str) -> str:
    """The file of a sheet."""
    return f"{SHEET_FOLDER}/{name}.yaml"


def _place(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)


def _is_among(name: str, read: Collection[str]) -> bool:
    return any(not one or name == one or name.startswith(f"{one}/") for one in read)


class _Watched(Catalogue):
    """A catalogue that notes which files what is asked of it comes from."""

    __slots__ = ("_seen",)

    def __init__(self, catalogue: Catalogue, seen: set[str]) -> None:
        for field in fields(Catalogue):
            object.__setattr__(self, field.name, getattr(catalogue, field.name))
        object.__setattr__(self, "sheets", _WatchedSheets(catalogue.sheets, seen))
        object.__setattr__(self, "_seen", seen)

    def __getattribute__(self, name: str) -> Any:
        found = object.__getattribute__(self, name)
        if name in _OF_PARTS:
            object.__getattribute__(self, "_seen").update(_OF_PARTS[name])
        return found


class _WatchedSheets(Mapping[str, Sheet]):
    """Sheets that note which of them are asked for."""

    def __init__(self, sheets: Mapping[str, Sheet], seen: set[str]) -> None:
        self._sheets = sheets
        self._seen = seen

    def __getitem__(self, name: str) -> Sheet:
        self._seen.add(of_sheet(name))
        return self._sheets[name]

    def __iter__(self) -> Iterator[str]:
        self._seen.add(SHEET_FOLDER)
        return iter(self._sheets)

    def __len__(self) -> int:
        self._seen.add(SHEET_FOLDER)
        return len(self._sheets)
