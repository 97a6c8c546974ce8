"""The one writer of files: whole or not at all.

Everything is first written beside its place, as ``.canvas-1.pdf.0123456789abcdef.part``, then renamed; what stood there
is kept in the same way until all is done, and put back where something fails. What a killed build leaves is such a
``.part`` file, which the next one removes.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, KitError

MOST_BYTES: Final = 500_000_000
"""Nothing that the kit makes is as large; a film is larger."""

_LEFTOVER: Final = re.compile(r"\..+\.[0-9a-f]{16}\.part")

_CODES: Final[Mapping[int, str]] = {
    errno.EEXIST: "cannot-write-in-the-way",
    errno.ENOTDIR: "cannot-write-in-the-way",
    errno.EISDIR: "cannot-write-in-the-way",
    errno.ENOTEMPTY: "cannot-write-in-the-way",
    errno.EACCES: "cannot-write-not-allowed",
    errno.EPERM: "cannot-write-not-allowed",
    errno.EBUSY: "cannot-write-not-allowed",
    errno.EROFS: "cannot-write-read-only",
    errno.ENAMETOOLONG: "cannot-write-long-name",
    errno.ENOSPC: "cannot-write-full",
    errno.EDQUOT: "cannot-write-full",
    errno.EFBIG: "cannot-write-full",
}


@dataclass(frozen=True, slots=True)
class _Staged:
    """A file to write: first as ``temporary``; ``kept`` is what stood in its place, if anything did."""

    path: Path
    data: bytes
    temporary: Path
    kept: Path | None

    def stage(self) -> None:
        """Write it beside its place, and keep what stands there."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # "x" and not mkstemp: the file gets the rights that the user's umask gives to any file.
            with self.temporary.open("xb") as stream:
                stream.write(self.data)
            if self.kept:
                _keep(self.path, self.kept)
        except OSError as error:
            raise _refused(error, self.path) from error

    def place(self) -> None:
        """Rename it to its place."""
        try:
            try:
                self.temporary.replace(self.path)
            except FileNotFoundError:
                # Another build, started meanwhile, took it for a leftover.
                self.temporary.write_bytes(self.data)
                self.temporary.replace(self.path)
        except OSError as error:
            raise _refused(error, self.path) from error

    def put_back(self) -> None:
        """Undo what `place` did, if it came so far."""
        # What cannot be put back (another build took it for a leftover) is whole all the same, and new.
        with suppress(OSError):
            if self.temporary.exists():
                return
            if self.kept:
                self.kept.replace(self.path)
            else:
                self.path.unlink(missing_ok=True)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files and the folders they need: all, or KitError and every file is as it was."""
    blocked = [Diagnostic("cannot-write-in-the-way", {"file": str(path)}) for path in files if _is_folder(path)]
    if blocked:
        raise KitError(blocked)
    staged = [
        _Staged(path, data, _beside(path), _beside(path) if exists(path) else None) for path, data in files.items()
    ]
    try:
        for one in staged:
            one.stage()
        _place_all(staged)
    finally:
        for one in staged:
            _forget(one.temporary)
            if one.kept:
                _forget(one.kept)


def _place_all(staged: Sequence[_Staged]) -> None:
    """Rename all to their places; where one cannot be, or where somebody interrupts, those before it are put back."""
    tried: list[_Staged] = []
    try:
        for one in staged:
            tried.append(one)
            one.place()
    except BaseException:
        for one in reversed(tried):
            one.put_back()
        raise


def sweep(folders: Iterable[Path]) -> None:
    """Remove what a killed build left in these folders. What cannot be removed stays: it is in nobody's way."""
    for folder in folders:
        # A folder that is not there, or that nobody may read, has nothing to remove.
        with suppress(OSError):
            for file in [file for file in folder.iterdir() if _LEFTOVER.fullmatch(file.name)]:
                _forget(file)


def remove(paths: Iterable[Path]) -> None:
    """Remove files that are no longer true. What cannot be removed stays; KitError says that it does."""
    stuck: list[Diagnostic] = []
    for path in list(paths):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            stuck.append(Diagnostic("cannot-remove", {"file": str(path), "reason": name(error)}))
    if stuck:
        raise KitError(stuck)


def exists(path: Path) -> bool:
    """Whether there is anything at a path, a link to nothing as well; KitError where nobody may look."""
    try:
        return path.is_symlink() or path.exists()
    except OSError as error:
        raise _refused(error, path) from error


def content(path: Path, most: int = MOST_BYTES) -> bytes | None:
    """What is in a file as `whole` gives it; nothing where it gives nothing."""
    try:
        return whole(path, most)
    except (OSError, ValueError):
        # A name with a letter that no name can have is a ValueError.
        return None


def whole(path: Path, most: int = MOST_BYTES) -> bytes:
    """What is in a file of at most ``most`` bytes. OSError where there is none such, and as `open` does.

    A pipe or a device is no file: reading it may have no end.
    """
    if not path.is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    with path.open("rb") as stream:
        if os.fstat(stream.fileno()).st_size > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        return stream.read()


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.urandom(8).hex()}.part")


def _is_folder(path: Path) -> bool:
    """Whether there is a folder; where nobody may look, writing tells what is wrong."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _keep(path: Path, kept: Path) -> None:
    """A second name for a file; where the disk knows no such thing (FAT), a copy. A link stays a link."""
    try:
        os.link(path, kept, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copyfile(path, kept, follow_symlinks=False)


def name(error: OSError) -> str:
    """What the system calls an error, such as ``EIO``: the same in every language."""
    return errno.errorcode.get(error.errno or 0, str(error.errno))


def is_full(error: OSError) -> bool:
    """Whether the disk has no room."""
    return _CODES.get(error.errno or 0) == "cannot-write-full"


def _refused(error: OSError, path: Path) -> KitError:
    code = _CODES.get(error.errno or 0, "cannot-write")
    return KitError([Diagnostic(code, {"file": str(path), "reason": name(error)})])


def _forget(file: Path) -> None:
    # Where it is not ours to remove, or held open by another program, the next build tries again.
    with suppress(OSError):
        file.unlink(missing_ok=True)
