"""The tags of fonts that are in a file in part (ISO 32000-1, section 9.6.4): another for each part.

ReportLab calls the first part of every font ``AAAAAA``. Where pages of several books come together in one file, two
parts of one font would have one name, and a printer that keeps fonts by name sets the letters of the other.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

_DESCRIPTOR: Final = re.compile(rb"/FontFile2 (\d+) 0 R\s+/FontName /([A-Z]{6}\+[^\s/]+)")
_NAMED: Final = re.compile(rb"(/(?:FontName|BaseFont) /)([A-Z]{6}\+[^\s/]+)")
_TAG: Final = 6


def tagged(pdf: bytes) -> bytes:
    """A PDF as ReportLab writes it with a tag that follows from the letters in each font. Nothing else moves."""
    names: dict[bytes, bytes] = {
        name: _tag(_program(pdf, int(number))) + name[_TAG:] for number, name in _DESCRIPTOR.findall(pdf)
    }

    def renamed(found: re.Match[bytes]) -> bytes:
        key, name = bytes(found[1]), bytes(found[2])
        return key + names.get(name, name)

    return _NAMED.sub(renamed, pdf)


def _program(pdf: bytes, number: int) -> bytes:
    """The file of a font, as it is packed in an object."""
    start = pdf.index(b"\n%d 0 obj" % number)
    return pdf[pdf.index(b"stream", start) : pdf.index(b"endstream", start)]


def _tag(program: bytes) -> bytes:
    return bytes(ord("A") + part % 26 for part in sha256(program).digest()[:_TAG])
