"""The checked content of the last runs, kept as plain data: what did not change is neither read as YAML nor checked.

What is kept counts where all that it was read from is the same: the files by their bytes, the folders by what lies in
them, the program by its code. Only content is kept in which nothing is wrong, and none with letters of its own or with
another list of municipalities beside it: of these more than the texts was looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os import DirEntry, scandir
from pathlib import Path
from typing import Final

from kit import cache, files, fingerprint
from kit.model import plain, shipped
from kit.model.checked import Catalogue, Checked
from kit.model.folder import MUNICIPALITIES, SHEET_FOLDER, WORKSHOP_FOLDER
from kit.model.schema.site import FOLDER as SITE_FOLDER

_FORM: Final = 1
_SLOTS: Final = 64
"""So many contents, whole or in part, are kept at most; a newer one takes the place of an older one."""

_MOST_BYTES: Final = 5_000_000
"""No file that content is read from is larger."""

_PARTS: Final = ("kit", "steps", "sectors", "packs", "sheets", "workshop", "large", "logo")
"""What of a catalogue was worked out."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the folder of a language, all of it or the sheets of some layouts; and how it lies there now.

    ``seen``: all that the catalogue depends on but for what stands in the files.
    """

    folder: Path
    language: str
    name: str
    seen: str

    @classmethod
    def now(cls, folder: Path, language: str, layouts: Iterable[str] | None, *, large: bool) -> Asked | None:
        """What is asked for, as it lies there now; nothing where nothing is kept."""
        if cache.folder() is None:
            return None
        what = [str(folder), language, None if layouts is None else sorted(layouts), large]
        slot = int.from_bytes(fingerprint.of(json.dumps(what))) % _SLOTS
        program = fingerprint.of_program().hex(), fingerprint.of_libraries().hex()
        seen = json.dumps([_FORM, *program, *what, _listed(folder)])
        return cls(folder, language, f"content-{slot}.json", seen)


def get(asked: Asked) -> Checked | None:
    """What was kept of the same, if anything was."""
    raw = cache.get(asked.name, asked.seen)
    if raw is None:
        return None
    try:
        told = json.loads(raw)
        read = {asked.folder / place: files.whole(asked.folder / place, _MOST_BYTES) for place in told["read"]}
        if _digests(asked.folder, read) != told["read"]:
            return None
        parts, problems = plain.made(told["made"])
        return Checked(Catalogue(asked.language, asked.folder, **parts, read=read), problems)
    except (AttributeError, ImportError, IndexError, KeyError, OSError, RecursionError, TypeError, ValueError):
        return None


def put(asked: Asked, checked: Checked, again: Asked | None) -> None:
    """Keep what was worked out, if it can be; ``again``: what was asked for, as it lay there afterwards."""
    found = checked.catalogue
    if found is None or checked.errors or found.fonts or again != asked or not _is_all(asked.folder, found.read):
        return
    parts = {name: getattr(found, name) for name in _PARTS}
    try:
        told = {"read": _digests(asked.folder, found.read), "made": plain.told((parts, checked.problems))}
    except TypeError:
        return
    cache.put(asked.name, asked.seen, json.dumps(told, separators=(",", ":")).encode())


def _digests(folder: Path, read: Mapping[Path, bytes]) -> dict[str, str]:
    """The fingerprint of each file that was read, by its place in the folder."""
    return {path.relative_to(folder).as_posix(): fingerprint.of(data).hex() for path, data in read.items()}


def _is_all(folder: Path, read: Iterable[Path]) -> bool:
    """Whether nothing was looked at but these files, and what lies in the folder."""
    beside = folder.parent / MUNICIPALITIES
    foreign = (folder / MUNICIPALITIES).exists() or (beside.exists() and beside != shipped.folder() / MUNICIPALITIES)
    return not foreign and all(path.is_relative_to(folder) for path in read)


def _listed(folder: Path) -> list[list[str]]:
    """What lies in the folders that are looked into: names of copies and of sheets tell something too."""
    return [_names(folder / place) for place in ("", SHEET_FOLDER, WORKSHOP_FOLDER, SITE_FOLDER)] + [
        [str((folder.parent / MUNICIPALITIES).exists())]
    ]


def _names(folder: Path) -> list[str]:
    try:
        with scandir(folder) as entries:
            return sorted(f"{entry.name}/{_kind(entry)}" for entry in entries)
    except OSError:
        return []


def _kind(entry: DirEntry[str]) -> str:
    return "file" if entry.is_file() else "folder" if entry.is_dir() else "other"
