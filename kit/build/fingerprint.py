"""Fingerprints of files, code and pages, sixteen bytes each; `manifest` and `sheet_files` compare them to skip work."""

from __future__ import annotations

import marshal
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import import_module
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from kit import __version__, files

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from kit.draw.page import Page
    from kit.draw.paths import Path as Line

SIZE = 16

_PAINTERS: Final = ("reportlab", "pillow")
"""The libraries that write what is drawn into a file: what another does is seen in the pages."""

_ASSEMBLER: Final = "pypdf"
"""The library that writes sheets into a pack."""

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


def of_tree(folder: Path, pattern: str) -> bytes:
    """The fingerprint of the files in a folder and all under it, by their places in it and their contents."""
    return of(
        *(part for path in tree(folder, pattern) for part in (path.relative_to(folder).as_posix(), files.whole(path)))
    )


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
    folders = [Path(entry) for entry in sys.path if entry]
    told = {found.name for folder in folders if folder.is_dir() for found in folder.glob("*.dist-info")}
    return of(sys.version, zlib.ZLIB_RUNTIME_VERSION, *sorted(told))


@cache
def of_painting() -> bytes:
    """The fingerprint of the code and libraries that paint pages, taken once a process."""
    from importlib.metadata import version

    versions = [version(name) for name in _PAINTERS]
    return of(__version__, sys.version, zlib.ZLIB_RUNTIME_VERSION, *versions, *_code(*_PAINTING))


def of_assembling() -> bytes:
    """The fingerprint of all that turns sheets into a pack."""
    from importlib.metadata import version

    return of(of_painting(), version(_ASSEMBLER))


def of_pages(pages: Sequence[Page]) -> bytes:
    """The fingerprint of what is drawn on pages, and of the letters that it is drawn in."""
    layers = [layer for page in pages for layer in page.layers]
    fonts = {(letters.font, layer.fonts) for layer in layers for text in layer.texts for letters in text.each}
    faces = {face.path: face for face in (fonts.face(font) for font, fonts in fonts)}
    return of(
        *(_of_cut(path.name, faces[path].data) for path in sorted(faces)),
        *(part for layer in layers for part in _seen(layer)),
        repr([len(page.layers) for page in pages]),
    )


@cache
def _of_cut(name: str, data: bytes) -> bytes:
    """The fingerprint of a font file, taken once: all sheets use nearly all fonts."""
    return of(name, data)


def _seen(layer: Page) -> tuple[bytes, str]:
    """All that is on a layer. The many records are written down in binary, which takes a fourth of the time."""
    records = [[*map(_plain, layer.shapes)], [[*map(_plain, (text, *text.each))] for text in layer.texts]]
    dots = [(picture.box, picture.name) for picture in layer.pictures]
    told = repr((layer.size, layer.trim, layer.bleed, layer.codes, layer.links, dots))
    return marshal.dumps(records, _BINARY), told


_BINARY: Final = 2
"""The last form of `marshal` that tells nothing but what things are: not which of them are one object."""


def _plain(record: DataclassInstance) -> tuple[object, ...]:
    """All of a shape, of letters or of a pen as plain tuples."""
    told = (_PLAINER.get(name, _as_it_is)(getattr(record, name)) for name in record.__dataclass_fields__)
    return (type(record).__name__, *told)


def _path(path: Line) -> tuple[object, ...]:
    return [type(segment).__name__ for segment in path], [*chain.from_iterable(path)]


def _as_it_is(value: object) -> object:
    return value


_PLAINER: Final[Mapping[str, Callable[[Any], object]]] = {
    "path": _path,
    "shapes": lambda shapes: [*map(_plain, shapes)],
    "letters": lambda _: (),
    "style": _plain,
    "pen": _plain,
    "font": tuple,
    "colour": tuple,
}
"""How fields are written down. The letters of a text on an arc are told one by one, behind it."""


def _code(*packages: str) -> list[bytes]:
    """The fingerprints of some packages with all that is in them."""
    return [of_tree(Path(folder), "*.py") for name in packages for folder in import_module(name).__path__]
