"""Cuts of letters read from TrueType files: their measures, and what ReportLab sets them with.

Reading a cut in Python takes as long as drawing a sheet, so what came of it is kept: the measures, which every sheet
needs, and apart from these what only painting does.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from kit import cache as kept

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

_MEASURES: Final = "measures 1"
"""What is kept of a cut, and in which form: another form is another number."""

_TABLES: Final = "tables 1"


_UNNEEDED: Final = ("name", "OS/2")


class NoFontError(ValueError):
    """A file that is no TrueType font of one cut."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Of each letter its advance in thousandths of the size; the heights in sizes."""

    advances: dict[str, int] = field(repr=False)
    capital: float
    depth: float


def measures(stem: str, data: bytes) -> Measures:
    """The measures of the cut in a TrueType file; ``stem``: what the file is called. Raises NoFontError."""
    digest = sha256(data).hexdigest()
    name = f"measures-{stem}-{digest[:16]}.json"
    if found := kept.get(name, f"{_MEASURES} {digest}"):
        letters, widths, capital, depth = json.loads(found)
        return Measures(dict(zip(letters, widths, strict=True)), capital, depth)
    face = _read(stem, data).face
    advances = {chr(codepoint): width for codepoint, width in face.charWidths.items()}
    found = _packed(["".join(advances), [*advances.values()], face.capHeight / 1000, -face.descent / 1000])
    kept.put(name, f"{_MEASURES} {digest}", found)
    return Measures(advances, face.capHeight / 1000, -face.descent / 1000)


def _packed(found: Any) -> bytes:
    return json.dumps(found, separators=(",", ":")).encode()


def register(stem: str, data: bytes, *, own: bool) -> str:
    """Make a cut known to ReportLab, and tell by which name; ``own``: from a folder of the user.

    ReportLab's registry is one a process, and the first font of a name stays: another file has another name.
    """
    return _registered(stem, data, own)


@cache
def _registered(stem: str, data: bytes, own: bool) -> str:
    from reportlab.pdfbase import pdfmetrics

    font = _read(stem, data)
    if own:
        # So does a font whose PostScript name is that of a font before it: cuts of one family often share theirs.
        font.face.name += f"-{sha256(data).hexdigest()[:8]}".encode()
    pdfmetrics.registerFont(font)
    return str(font.fontName)


def _read(stem: str, data: bytes) -> TTFont:
    """A cut as ReportLab has it, with what was kept of its tables where that is so."""
    import reportlab
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    digest = sha256(data).hexdigest()
    name, basis = f"tables-{stem}-{digest[:16]}.json", f"{_TABLES} {digest} {reportlab.Version}"
    tables = kept.get(name, basis)
    try:
        if tables:
            return _lean(_from_tables(f"{stem}-{digest[:8]}", data, json.loads(tables)))
        # Without ASCII, which would be in each file whether a text has it or not.
        font = TTFont(f"{stem}-{digest[:8]}", BytesIO(data), asciiReadable=0)
    except (TTFError, struct.error, KeyError) as problem:
        raise NoFontError(stem) from problem
    kept.put(name, basis, _packed(_tables(font.face)))
    return _lean(font)


def _lean(font: TTFont) -> TTFont:
    """A cut without the tables that no PDF needs (ISO 32000-1, section 9.9): ReportLab would put them in each file."""
    for unneeded in _UNNEEDED:
        font.face.table.pop(unneeded, None)
    return font


def _tables(face: TTFontFace) -> list[list[int]]:
    """The tables that take time to read: what `TTFontFile.extractInfo` leaves out if no letters are asked for."""
    return [
        [*face.charToGlyph.keys()],
        [*face.charToGlyph.values()],
        [*face.charWidths.keys()],
        [*face.charWidths.values()],
        [number for pair in face.hmetrics for number in pair],
        face.glyphPos,
        [face.defaultWidth],
    ]


def _from_tables(name: str, data: bytes, tables: list[list[int]]) -> TTFont:
    """A cut whose tables are known already."""
    from reportlab.pdfbase import ttfonts

    codes, glyphs, letters, widths, metrics, places, (usual,) = tables

    class KnownFace(ttfonts.TTFontFace):  # type: ignore[misc]  # ReportLab has no types.
        """A cut that reads nothing of its letters."""

        def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803, ARG002 (as ReportLab calls it)
            super().extractInfo(0)
            self.charToGlyph = dict(zip(codes, glyphs, strict=True))
            self.charWidths = dict(zip(letters, widths, strict=True))
            self.hmetrics = list(zip(metrics[::2], metrics[1::2], strict=True))
            self.glyphPos = places
            self.defaultWidth = usual

    font = ttfonts.TTFont.__new__(ttfonts.TTFont)
    # What `TTFont.__init__` sets, but for a face that it would read itself: a test holds it against one that did.
    font.fontName, font.face, font.encoding = name, KnownFace(BytesIO(data)), ttfonts.TTEncoding()
    font.state, font._asciiReadable, font.shapable = WeakKeyDictionary(), 0, True
    return font
