"""Fingerprints of files and code, sixteen bytes each: who compares them knows what need not be done again."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import import_module
from os import walk
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kit import __version__, files

SIZE = 16

_PAINTERS: Final = ("reportlab", "pillow")
"""The libraries that write what is drawn into a file: what another does is seen in the pages."""

_ASSEMBLER: Final = "pypdf"
"""The library that writes sheets into a pack."""

_TOLD: Final = ".dist-info"
"""How the folder is called that tells of a library: ``pillow-12.0.0.dist-info``."""

_PAINTING: Final = ("kit.draw", "kit.press")
"""What makes a file of pages that are drawn: the rest of the program is seen in the pages."""


def of(*parts: bytes | str) -> bytes:
    """The fingerprint of some parts, in order."""
    whole = sha256()
    for part in parts:
        # Of a file whose name is no UTF-8, Python has a letter that is none in the place of each odd byte.
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.digest()[:SIZE]


def of_files(paths: Iterable[Path], read: Mapping[Path, bytes] = MappingProxyType({})) -> bytes:
    """The fingerprint of files by their names and contents, wherever they lie.

    ``read``: what was read in some of them. What is made of a file is made of what was read then, not of what is there
    now.
    """
    parts: list[bytes | str] = []
    for path in sorted(paths):
        parts += [path.name, read[path] if path in read else files.whole(path)]
    return of(*parts)


def tree(folder: Path, pattern: str) -> Sequence[Path]:
    """The files in a folder and all under it, by their places in it."""
    return sorted(
        (path for path in folder.rglob(pattern) if path.is_file()), key=lambda path: path.relative_to(folder).as_posix()
    )


@cache
def of_program() -> bytes:
    """The fingerprint of the program that draws: so that a change in a layout makes its sheets anew.

    Taken once: what is made by a process that goes on is made by the program that it began with.
    """
    return of(__version__, *_code("kit", "kit.layouts"))


@cache
def of_libraries() -> bytes:
    """The fingerprint of all that is installed beside the program: names and versions, as their folders tell them.

    That is more than draws, but quick: asking each library for its version takes longer than all the rest. Taken once.
    """
    return of(sys.version, zlib.ZLIB_RUNTIME_VERSION, *sorted(set(_installed())))


@cache
def of_painting() -> bytes:
    """The fingerprint of the code and libraries that paint pages, taken once a process."""
    versions = [_version(name) for name in _PAINTERS]
    return of(__version__, sys.version, zlib.ZLIB_RUNTIME_VERSION, *versions, *_code(*_PAINTING))


def of_assembling() -> bytes:
    """The fingerprint of all that turns sheets into a pack."""
    return of(of_painting(), _version(_ASSEMBLER))


@cache
def _installed() -> tuple[str, ...]:
    """The folders that tell of what is installed, such as ``pillow-12.0.0.dist-info``, as they are looked for."""
    folders = [Path(entry) for entry in sys.path if entry]
    return tuple(found.name for folder in folders if folder.is_dir() for found in sorted(folder.glob(f"*{_TOLD}")))


def _version(library: str) -> str:
    """The version of a library, by the folder that tells of it."""
    for name in _installed():
        called, _, version = name.removesuffix(_TOLD).partition("-")
        if called.casefold() == library:
            return version
    # Installed in another way. It takes long to load what finds that.
    from importlib.metadata import version as told

    return told(library)


def _code(*packages: str) -> list[bytes]:
    """The fingerprints of some packages with all that is in them."""
    return [_of_code(folder) for name in packages for folder in import_module(name).__path__]


def _of_code(folder: str) -> bytes:
    """The fingerprint of the modules in a folder and all under it, by their places in it and their contents."""
    # Paths as text: as objects, the hundreds of them take twice as long.
    found = sorted(f"{place}/{name}" for place, _, names in walk(folder) for name in names if name.endswith(".py"))
    return of(*(part for path in found for part in (path.removeprefix(folder), Path(path).read_bytes())))
