"""What was found to fit once, and need not be drawn again to know it: kept from one check to the next.

Only that there was nothing to say is kept, with the files that the drawing read and what stood in them: where a letter
in one of them is another, or the program is, it is drawn again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from kit import cache
from kit.build import fingerprint
from kit.diagnostics import Diagnostic
from kit.model.catalogue import Catalogue
from kit.model.folder import LARGE_WORDS, SHEET_FOLDER, WORKSHOP_FOLDER
from kit.model.schema import Sheet

_KEPT: Final = "fits.json"
_FORM: Final = "1"
_REMEMBERED: Final = 8
"""Of each drawing so many contents: somebody may have several kits."""

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

_ALWAYS: Final = "kit.yaml"
"""How the words of every file are read stands there as well."""


class Fitting:
    """What is known to fit of a content. What a drawing reads of it is watched: so it is known what it hangs on."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Look up what is known. Content with letters of its own is drawn each time."""
        self._catalogue = catalogue
        self._files = {
            path.relative_to(catalogue.folder).as_posix(): data
            for path, data in catalogue.read.items()
            if path.is_relative_to(catalogue.folder)
        }
        self._is_kept = catalogue.fonts is None and len(self._files) == len(catalogue.read)
        self._basis = ""
        self._known: dict[str, list[Any]] = {}
        self._is_changed = False
        if self._is_kept:
            self._basis = f"{_FORM} {fingerprint.of_program().hex()} {fingerprint.of_libraries().hex()}"
            self._known = json.loads(cache.get(_KEPT, self._basis) or b"{}")

    def problems(self, drawing: str, draw: Callable[[Catalogue], Sequence[Diagnostic]]) -> Sequence[Diagnostic]:
        """What there is to say about a drawing, such as a sheet in an edition; it is only drawn if that is not known.

        ``draw`` draws it from the catalogue that it is handed.
        """
        if any(self._digest(read) == digest for read, digest in self._known.get(drawing, ())):
            return ()
        seen = {_ALWAYS}
        found = draw(_Watched(self._catalogue, seen))
        if not found and self._is_kept:
            read = sorted(seen)
            before = self._known.get(drawing, [])
            self._known[drawing] = [[read, self._digest(read)], *before][:_REMEMBERED]
            self._is_changed = True
        return found

    def keep(self) -> None:
        """Keep what became known for the next time."""
        if self._is_changed:
            self._is_changed = False
            cache.put(_KEPT, self._basis, json.dumps(self._known, separators=(",", ":")).encode())

    def _digest(self, read: Sequence[str]) -> str:
        """The fingerprint of files and of folders of files, and of the logo, which is no text."""
        parts = [name for name in sorted(self._files) if not name.endswith(".yaml") or _is_among(name, read)]
        return fingerprint.of(*(part for name in parts for part in (name, self._files[name]))).hex()


def _is_among(name: str, read: Sequence[str]) -> bool:
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
        self._seen.add(f"{SHEET_FOLDER}/{name}.yaml")
        return self._sheets[name]

    def __iter__(self) -> Iterator[str]:
        self._seen.add(SHEET_FOLDER)
        return iter(self._sheets)

    def __len__(self) -> int:
        self._seen.add(SHEET_FOLDER)
        return len(self._sheets)
