"""Which files changed, and whether the save has ended: editors save in several steps.

The files are looked at, time and again. A library that has the system tell of changes is heavier, and hears nothing of
network disks; these are a few dozen files, and to look at all of them takes less than a thousandth of a second.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR
from typing import Final

Stamp = tuple[int, ...]
"""What tells a file from what it was before: its time, size, number on the disk and rights; of what nobody may look
at, why.
"""

Snapshot = Mapping[str, Stamp]
"""The stamp of each path."""

STILL: Final = 0.08
"""Seconds without a change after which a save is done: the steps of one follow each other in a few thousandths."""

MOST: Final = 2.0
"""Seconds after which one no longer waits for whoever keeps saving."""

_DEEPEST: Final = 3
"""Folders in folders: a language, its sheets and what an organisation puts there; a link to itself ends here."""

_PRIVATE: Final = (".", "~", "#")
"""How the names begin of what editors keep beside a file."""

_COPIES: Final = ("~", ".swp", ".tmp", ".bak", ".part")
"""How the names end of what editors keep beside a file."""


def snapshot(places: Iterable[Path], apart: Path | None = None) -> Snapshot:
    """The files in some places and under them, folders too; without what is in the folder ``apart``."""
    away = apart.absolute() if apart else None
    return dict(found for place in places for found in _under(place, away, _DEEPEST))


def differences(before: Snapshot, after: Snapshot) -> frozenset[str]:
    """The paths that came, went or changed."""
    return frozenset(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


@dataclass(slots=True)
class Saves:
    """Tells which files were saved, once a save has ended. ``known``: the files as they were handled last."""

    known: Snapshot
    still: float = STILL
    most: float = MOST
    _last: Snapshot = field(init=False)
    _changed: float = field(init=False, default=0)
    _began: float | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._last = self.known

    def seen(self, found: Snapshot, now: float) -> frozenset[str]:
        """The paths to handle, given what was found at a time in seconds; none while a save is going on."""
        if found != self._last:
            self._last, self._changed = found, now
            self._began = now if self._began is None else self._began
        if self._began is None or (now - self._changed < self.still and now - self._began < self.most):
            return frozenset()
        changed, self.known, self._began = differences(self.known, found), found, None
        return changed

    def also(self, found: Snapshot) -> None:
        """Look at other places too from now on: what is there already is no change."""
        self.known = {**found, **self.known}
        self._last = {**found, **self._last}


def is_private(name: str) -> bool:
    """Whether a file of this name is one that an editor keeps for itself."""
    return name.startswith(_PRIVATE) or name.endswith(_COPIES)


def _under(place: Path, apart: Path | None, deep: int) -> Iterator[tuple[str, Stamp]]:
    """A path, and what lies in it if it is a folder."""
    try:
        found = place.stat()
        entries = _entries(place) if S_ISDIR(found.st_mode) and deep else []
    except OSError as error:
        # Gone, or not ours to look at.
        yield str(place), (error.errno or 0,)
        return
    yield str(place), _stamp(found)
    for entry in entries:
        yield from _entry(entry, apart, deep)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return [entry for entry in entries if not is_private(entry.name)]


def _entry(entry: os.DirEntry[str], apart: Path | None, deep: int) -> Iterator[tuple[str, Stamp]]:
    """What lies in a folder. A file costs a single system call: this runs ten times a second."""
    try:
        if not entry.is_dir():
            yield entry.path, _stamp(entry.stat())
            return
    except OSError as error:
        # Gone meanwhile, or a link to nothing.
        yield entry.path, (error.errno or 0,)
        return
    folder = Path(entry.path)
    if folder.absolute() != apart:
        yield from _under(folder, apart, deep - 1)


def _stamp(found: os.stat_result) -> Stamp:
    """What changes when a file does. Not the time of a folder: editors change that with their passing files."""
    if S_ISDIR(found.st_mode):
        return found.st_ino, found.st_mode
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode
