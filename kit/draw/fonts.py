"""Where the letters come from: finds the cuts, measures text and checks that a font has a letter.

Only this module knows that the fonts are Python packages; the content may name a folder of TrueType files instead,
called as in those packages (``Poppins-Bold.ttf``, ``FiraSansCondensed-SemiBoldItalic.ttf``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, KitError
from kit.draw.roles import TEXTS
from kit.draw.theme import EDITIONS, Font, theme

MM_PER_POINT: Final = 25.4 / 72
_CUTS: Final = {300: "Light", 400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}


@dataclass(frozen=True, slots=True)
class Face:
    """One cut, read: ReportLab's name for it, its advances in thousandths of the size, its heights in sizes.

    ``stamp``: what tells the file from one that takes its place.
    """

    name: str
    path: Path
    advances: dict[str, int]
    capital: float
    depth: float
    stamp: tuple[int, int] = (0, 0)


class Fonts:
    """The cuts of one source: the font packages, or a folder of TrueType files."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the cuts from a folder, or from the packages."""
        self._folder = folder
        self._faces: dict[Font, Face] = {}

    def face(self, font: Font) -> Face:
        """The cut, read once a process while its file is the same.

        KitError when a folder lacks its file or the file is no TrueType font.
        """
        found = self._faces.get(font)
        if found is None:
            path = self.path(font)
            found = self._faces[font] = _read(path, _stamp(path))
        return found

    def width(self, text: str, font: Font, size: float) -> float:
        """The width of a text in mm; a letter that the font lacks counts as nothing."""
        advance = self.face(font).advances.get
        return sum([advance(letter, 0) for letter in text]) * size * MM_PER_POINT / 1000

    def covers(self, text: str, font: Font) -> bool:
        """Whether the cut has a glyph for every letter of a text."""
        return self.face(font).advances.keys() >= set(text)

    def is_current(self) -> bool:
        """Whether the files of all cuts that were read are still the same."""
        return all(face.stamp == _stamp(face.path) for face in self._faces.values())

    def path(self, font: Font) -> Path:
        """Where the file of a cut lies."""
        if self._folder is None:
            import fontpkg

            return Path(fontpkg.path(font.family, font.weight, "italic" if font.italic else "normal"))
        return self._folder / file_name(font)


_SHARED: Final[dict[Path | None, Fonts]] = {}


def shared(folder: Path | None) -> Fonts:
    """The cuts of a source, the same object while its files are the same: what was fitted with it is still known."""
    found = _SHARED.get(folder)
    if found is None or not found.is_current():
        found = _SHARED[folder] = Fonts(folder)
    return found


def file_name(font: Font) -> str:
    """The name of a cut's file, as the font packages write it."""
    cut = _CUTS[font.weight] + ("Italic" if font.italic else "")
    return f"{font.family.replace(' ', '')}-{cut.replace('RegularItalic', 'Italic')}.ttf"


def cut_names() -> tuple[str, ...]:
    """The files of every cut that a text may need, in any edition: what a folder of letters must hold."""
    styles = [theme(edition).text(role) for edition in EDITIONS for role in TEXTS]
    both = [style for each in styles for style in (each, each.condensed())]
    setting = [(bold, italic) for bold in (False, True) for italic in (False, True)]
    return tuple(sorted({file_name(style.cut(bold=bold, italic=italic)) for style in both for bold, italic in setting}))


def _stamp(path: Path) -> tuple[int, int]:
    """The time and the size of a file; of one that cannot be read, which reading it tells, nothing."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@cache
def _read(path: Path, stamp: tuple[int, int]) -> Face:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    # ReportLab's registry is one a process: the path's hash keeps two folders with the same file names apart.
    name = f"{path.stem}-{sha256(str(path.parent).encode()).hexdigest()[:8]}"
    try:
        font = TTFont(name, str(path))
    except (TTFError, OSError) as problem:
        raise KitError([Diagnostic("font-unreadable", {"file": str(path)})]) from problem
    pdfmetrics.registerFont(font)
    face = font.face
    advances = {chr(codepoint): width for codepoint, width in face.charWidths.items()}
    return Face(name, path, advances, face.capHeight / 1000, -face.descent / 1000, stamp)
