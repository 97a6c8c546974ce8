"""Where the letters come from: finds the cuts, measures text and checks that a font has a letter.

Only this module knows that the fonts are Python packages; the content may name a folder of TrueType files instead,
called as in those packages (``Poppins-Bold.ttf``, ``FiraSansCondensed-SemiBoldItalic.ttf``).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from kit import cache as kept
from kit import files, fingerprint
from kit.diagnostics import Diagnostic, KitError
from kit.draw.look.editions import LARGE
from kit.draw.look.large_roles import LARGE_TEXTS
from kit.draw.look.roles import TEXTS
from kit.draw.look.theme import EDITIONS, Font, theme
from kit.draw.text import faces

MM_PER_POINT: Final = 25.4 / 72
MOST_BYTES: Final = 30_000_000
"""A font with all letters of Chinese has 20 MB."""

_REMEMBERED: Final = 50_000
"""So many texts are measured once: more than the sheets of all municipalities have."""

_KEPT: Final = "fonts.json"

_CUTS: Final = {300: "Light", 400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}


@dataclass(frozen=True, slots=True)
class Face:
    """One cut, read: its advances in thousandths of the size, its heights in sizes.

    ``data``: the file as it was read. ``stamp``: what tells the file from one that takes its place. ``own``: whether it
    is from a folder of the user.
    """

    path: Path
    advances: dict[str, int] = field(repr=False)
    capital: float
    depth: float
    stamp: tuple[int, int] = (0, 0)
    data: bytes = field(default=b"", repr=False)
    own: bool = False

    @property
    def name(self) -> str:
        """What ReportLab calls the cut, which is made known to it; another for another file."""
        return faces.register(self.path.stem, self.data, own=self.own)


class Fonts:
    """The cuts of one source: the font packages, or a folder of TrueType files."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the cuts from a folder, or from the packages."""
        self._folder = folder
        self._faces: dict[Font, Face] = {}
        self._advances: dict[tuple[str, Font], int] = {}
        self._covered: dict[tuple[str, Font], bool] = {}

    def face(self, font: Font) -> Face:
        """The cut, read once a process while its file is the same.

        KitError when a folder lacks its file or the file is no TrueType font of one cut.
        """
        found = self._faces.get(font)
        if found is None:
            path = self.path(font)
            found = self._faces[font] = _read(path, _stamp(path), self._folder is not None)
        return found

    def width(self, text: str, font: Font, size: float) -> float:
        """The width of a text in mm; a letter that the font lacks counts as nothing."""
        # The same words stand in many sizes on many sheets.
        known = self._advances.get((text, font))
        if known is None:
            advance = self.face(font).advances.get
            known = sum([advance(letter, 0) for letter in text])
            if len(self._advances) < _REMEMBERED:
                self._advances[text, font] = known
        return known * size * MM_PER_POINT / 1000

    def covers(self, text: str, font: Font) -> bool:
        """Whether the cut has a glyph for every letter of a text."""
        known = self._covered.get((text, font))
        if known is None:
            known = self.face(font).advances.keys() >= set(text)
            if len(self._covered) < _REMEMBERED:
                self._covered[text, font] = known
        return known

    def read(self) -> Mapping[Path, bytes]:
        """The files of all cuts that were read, as they were then."""
        return {face.path: face.data for face in self._faces.values()}

    def is_current(self) -> bool:
        """Whether the files of all cuts that were read are still the same."""
        return all(face.stamp == _stamp(face.path) for face in self._faces.values())

    def path(self, font: Font) -> Path:
        """Where the file of a cut lies."""
        return _packaged(font) if self._folder is None else self._folder / file_name(font)


_SHARED: Final[dict[Path | None, Fonts]] = {}


def shared(folder: Path | None) -> Fonts:
    """The cuts of a source, the same object while its files are the same: what was fitted with it is still known."""
    found = _SHARED.get(folder)
    if found is None or not found.is_current():
        found = _SHARED[folder] = Fonts(folder)
    return found


def _packaged(font: Font) -> Path:
    """Where the packages hold a cut. Asking them takes longer than a sheet: what they say is kept for the next run."""
    found = _places().get(file_name(font))
    return Path(found) if found and Path(found).is_file() else _asked(font)


@cache
def _places() -> Mapping[str, str]:
    """Where the packages hold each cut, by the name of its file."""
    basis = json.dumps([fingerprint.of_libraries().hex(), sys.prefix])
    if known := kept.get(_KEPT, basis):
        places: Mapping[str, str] = json.loads(known)
        return places
    places = {file_name(font): str(_asked(font)) for font in _fonts()}
    kept.put(_KEPT, basis, json.dumps(places).encode())
    return places


def _asked(font: Font) -> Path:
    import fontpkg

    return Path(fontpkg.path(font.family, font.weight, "italic" if font.italic else "normal"))


def file_name(font: Font) -> str:
    """The name of a cut's file, as the font packages write it."""
    cut = _CUTS[font.weight] + ("Italic" if font.italic else "")
    return f"{font.family.replace(' ', '')}-{cut.replace('RegularItalic', 'Italic')}.ttf"


@cache
def cut_names() -> tuple[str, ...]:
    """The files of every cut that a text may need, in any edition: what a folder of letters must hold."""
    return tuple(sorted({file_name(font) for font in _fonts()}))


def _fonts() -> set[Font]:
    """Every cut that a text may need, in any edition."""
    styles = [theme(edition).text(role) for edition in EDITIONS for role in TEXTS]
    styles += [theme(LARGE).text(role) for role in LARGE_TEXTS]
    both = [style for each in styles for style in (each, each.condensed())]
    setting = [(bold, italic) for bold in (False, True) for italic in (False, True)]
    return {style.cut(bold=bold, italic=italic) for style in both for bold, italic in setting}


def _stamp(path: Path) -> tuple[int, int]:
    """The time and size of a file; nothing if it cannot be read: reading it reports that later."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@cache
def _read(path: Path, stamp: tuple[int, int], own: bool) -> Face:
    """A cut, read; ``own``: from a folder of the user."""
    try:
        data = files.whole(path, MOST_BYTES)
        found = faces.measures(path.stem, data)
    except (OSError, faces.NoFontError) as problem:
        raise KitError([Diagnostic("font-unreadable", {"file": str(path)})]) from problem
    return Face(path, found.advances, found.capital, found.depth, stamp, data, own)
