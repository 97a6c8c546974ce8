"""The stamp at the end of a file of the kit: what it was made from, and whether it is whole and unaltered.

The two parts of a file's identifier (ISO 32000-1, section 14.4) hold it: first the fingerprint of all that the file was
made from, then a digest of the file itself. So a file tells by its bytes alone whether it has to be made again, without
a library that reads PDFs.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final, NamedTuple

from kit.press.about import PRINTED

_WRITTEN: Final = re.compile(
    rb"trailer\s+<<\s*/Size (\d+)\s+/Root (\d+) 0 R\s+/Info (\d+) 0 R\s*>>\s+startxref\s+(\d+)\s+%%EOF\s*"
)
_STAMPED: Final = re.compile(
    rb"trailer\n<< /Size (\d+) /Root (\d+) 0 R /Info (\d+) 0 R /ID \[<([0-9A-F]{32})><([0-9A-F]{32})>\] >>\n"
    rb"startxref\n(\d+)\n%%EOF\n"
)
_PRINTED: Final = re.compile(rb"/%b \(((?:[\w+/=]|\\[0-7]{3})*)\)" % PRINTED.encode())
_BY_NUMBER: Final = re.compile(rb"\\([0-7]{3})")


SINGLE: Final = (1, 2)
"""The two objects that come first in a single sheet, as `kit.press.split` writes it: always these."""


class Trailer(NamedTuple):
    """What the end of a file tells: how many objects there are, which two come first, where their table is."""

    size: int
    root: int
    info: int
    table: int


def stamped(pdf: bytes, fingerprint: bytes) -> bytes:
    """A PDF as pypdf writes it without an identifier, with the stamp. Raises ValueError where it ends otherwise."""
    start = pdf.rfind(b"trailer\n")
    found = _WRITTEN.fullmatch(pdf, max(start, 0))
    if not found:
        raise ValueError("not a PDF without an identifier")
    return closed(pdf[:start], Trailer(*map(int, found.groups())), fingerprint)


def closed(body: bytes, trailer: Trailer, fingerprint: bytes) -> bytes:
    """A file whose ``body`` ends with the table of cross-references, with its trailer and the stamp."""
    size, root, info, table = trailer
    marks = (_hex(fingerprint), _digest(body, trailer))
    told = b"/Size %d /Root %d 0 R /Info %d 0 R /ID [<%b><%b>]" % (size, root, info, *marks)
    return body + b"trailer\n<< %b >>\nstartxref\n%d\n%%%%EOF\n" % (told, table)


def made_from(pdf: bytes) -> bytes | None:
    """The fingerprint of a file of the kit; nothing of any other, nor where any of it is altered."""
    start = pdf.rfind(b"trailer\n")
    tail = _STAMPED.fullmatch(pdf, max(start, 0))
    if tail is None:
        return None
    size, root, info, fingerprint, digest, table = tail.groups()
    trailer = Trailer(int(size), int(root), int(info), int(table))
    return bytes.fromhex(fingerprint.decode()) if digest == _digest(pdf[:start], trailer) else None


def is_ours(pdf: bytes) -> bool:
    """Whether this is a whole and unaltered file of the kit, made from whatever."""
    return made_from(pdf) is not None


def is_current(pdf: bytes, fingerprint: bytes) -> bool:
    """Whether this is a whole and unaltered file of the kit that was made with this fingerprint."""
    return made_from(pdf) == fingerprint


def printed(pdf: bytes) -> str:
    """What a file of the kit says is printed in it, as in `About`; empty where it says nothing."""
    found = _PRINTED.search(pdf) if is_ours(pdf) else None
    # pypdf writes all but letters and digits by their numbers (ISO 32000-1, table 3).
    return _BY_NUMBER.sub(lambda one: bytes([int(one[1], 8)]), found[1]).decode() if found else ""


def _hex(fingerprint: bytes) -> bytes:
    return fingerprint.hex().upper().encode()


def _digest(body: bytes, trailer: Trailer) -> bytes:
    """Of all of a file: what stands before its trailer, and the numbers in that."""
    numbers = (trailer.size, trailer.table) if trailer[1:3] == SINGLE else trailer
    told = b"".join(b"%d " % number for number in numbers)
    return sha256(told + body).hexdigest()[:32].upper().encode()
