"""What a file was made from, in sixteen bytes: as long as they are the same, it need not be made again."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from kit import __version__

SIZE = 16


def of(*parts: bytes | str) -> bytes:
    """The fingerprint of some parts, in order."""
    whole = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.digest()[:SIZE]


def of_files(files: Iterable[Path]) -> bytes:
    """The fingerprint of files by their names and contents, wherever they lie."""
    return of(*(part for file in sorted(files) for part in (file.name, file.read_bytes())))


def of_program() -> bytes:
    """The fingerprint of the program that draws: so that a change in a layout makes its sheets anew."""
    folders = [Path(folder) for name in ("kit", "kit.layouts") for folder in import_module(name).__path__]
    return of(__version__, of_files(file for folder in folders for file in folder.rglob("*.py")))
