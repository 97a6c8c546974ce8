"""A large PNG in bands from the top, so that it is never in memory as a whole (PNG, third edition)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_HEAD: Final = struct.Struct(">IIBBBBB")
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_KEPT: Final = (b"PLTE", b"tRNS")
_ROWS: Final = 256


class _Head(NamedTuple):
    width: int
    height: int
    depth: int
    colours: int
    compression: int
    filtering: int
    interlace: int


def has_bands(raw: bytes) -> bool:
    """Whether a file is a PNG that can be read from the top: of eight bits, row after row."""
    if not raw.startswith(_SIGNATURE) or len(raw) < 33:
        return False
    head = _head(raw)
    return head.depth == 8 and not head.interlace and head.colours in _CHANNELS


def bands(raw: bytes) -> Iterator[Image]:
    """The picture in bands as wide as it is. Raises ValueError, OSError or zlib.error where the file is damaged.

    A row may be written as what differs from the row above it. So each band becomes a file of its own, for Pillow to
    read, that starts with the last row of the band before.
    """
    from PIL import Image

    head = _head(raw)
    kept = b"".join(_chunk(kind, data) for kind, data in _chunks(raw) if kind in _KEPT)
    row = 1 + head.width * _CHANNELS[head.colours]
    above = b""
    for rows in _rows(raw, row, head.height):
        count = len(rows) // row + bool(above)
        start = _HEAD.pack(*head._replace(height=count))
        data = zlib.compress((b"\0" + above if above else b"") + rows, 0)
        file = b"".join((_SIGNATURE, _chunk(b"IHDR", start), kept, _chunk(b"IDAT", data), _chunk(b"IEND", b"")))
        band = Image.open(BytesIO(file), formats=("PNG",))
        band.load()
        yield band.crop((0, bool(above), head.width, count))
        above = band.crop((0, count - 1, head.width, count)).tobytes()


def exif(raw: bytes) -> bytes:
    """What a camera wrote about the picture; Pillow would read the whole picture first."""
    return next((data for kind, data in _chunks(raw) if kind == b"eXIf"), b"")


def _head(raw: bytes) -> _Head:
    return _Head(*_HEAD.unpack_from(raw, 16))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at + 8 <= len(raw):
        length = int.from_bytes(raw[at : at + 4], "big")
        yield raw[at + 4 : at + 8], raw[at + 8 : at + 8 + length]
        at += 12 + length


def _rows(raw: bytes, row: int, height: int) -> Iterator[bytes]:
    """The rows, each with the byte that says how it is written, some at a time. Raises ValueError where some lack."""
    unpacked = zlib.decompressobj()
    found, left = bytearray(), row * height
    for kind, data in _chunks(raw):
        while kind == b"IDAT" and data and left:
            found += unpacked.decompress(data, _ROWS * row)
            data = unpacked.unconsumed_tail
            while len(found) >= min(_ROWS * row, left) > 0:
                size = min(_ROWS * row, left)
                yield bytes(found[:size])
                del found[:size]
                left -= size
    if left:
        raise ValueError("a PNG without its last rows")
