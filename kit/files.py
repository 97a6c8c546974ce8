"""The one writer of files: whole or not at all.

Everything is first written beside its place, as ``.canvas-1.pdf.0123456789abcdef.part``, then renamed. What a killed
build leaves is such a ``.part`` file, which the next one removes.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, KitError

_LEFTOVER: Final = re.compile(r"\..+\.[0-9a-f]{16}\.part")

_CODES: Final[Mapping[int, str]] = {
    errno.EEXIST: "cannot-write-in-the-way",
    errno.ENOTDIR: "cannot-write-in-the-way",
    errno.EISDIR: "cannot-write-in-the-way",
    errno.ENOTEMPTY: "cannot-write-in-the-way",
    errno.EACCES: "cannot-write-not-allowed",
    errno.EPERM: "cannot-write-not-allowed",
    errno.EROFS: "cannot-write-not-allowed",
    errno.ENOSPC: "cannot-write-full",
    errno.EDQUOT: "cannot-write-full",
    errno.EFBIG: "cannot-write-full",
}


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files and the folders they need. Where one cannot be written, none is renamed to its place: KitError."""
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            staged.append((_beside(path), path))
            _stage(staged[-1][0], path, data)
        for temporary, path in staged:
            _place(temporary, path, files[path])
    finally:
        for temporary, _ in staged:
            _forget(temporary)


def sweep(folders: Iterable[Path]) -> None:
    """Remove what a killed build left in these folders. What cannot be removed stays: it is in nobody's way."""
    for folder in folders:
        # A folder that is not there, or that nobody may read, has nothing to remove.
        with suppress(OSError):
            for file in [file for file in folder.iterdir() if _LEFTOVER.fullmatch(file.name)]:
                _forget(file)


def exists(path: Path) -> bool:
    """Whether there is anything at a path, a link to nothing as well; KitError where nobody may look."""
    try:
        return path.is_symlink() or path.exists()
    except OSError as error:
        raise _refused(error, path) from error


def content(path: Path) -> bytes | None:
    """What is in a file; nothing where there is none or where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.urandom(8).hex()}.part")


def _stage(temporary: Path, path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # "x" and not mkstemp: the file gets the rights that the user's umask gives to any file.
        with temporary.open("xb") as stream:
            stream.write(data)
    except OSError as error:
        raise _refused(error, path) from error


def _place(temporary: Path, path: Path, data: bytes) -> None:
    try:
        try:
            temporary.replace(path)
        except FileNotFoundError:
            # Another build, started meanwhile, took it for a leftover.
            temporary.write_bytes(data)
            temporary.replace(path)
    except OSError as error:
        raise _refused(error, path) from error


def _refused(error: OSError, path: Path) -> KitError:
    code = _CODES.get(error.errno or 0, "cannot-write")
    return KitError([Diagnostic(code, {"file": str(path), "reason": error.strerror or str(error)})])


def _forget(file: Path) -> None:
    # Where it is not ours to remove, or held open by another program, the next build tries again.
    with suppress(OSError):
        file.unlink(missing_ok=True)
