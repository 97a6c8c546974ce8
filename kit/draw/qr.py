"""QR codes as data: a URL to its matrix of modules (design, section 7).

Error correction M, bytes, a quiet zone of four modules included in the size. ISO/IEC 18004 gives the capacities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import isqrt
from typing import Final

QUIET_ZONE: Final = 4
"""Modules of white on each side."""

MODULE_ON_SHEET: Final = 0.50
MODULE_IN_TILE: Final = 0.40
"""The smallest module in mm that an office printer and a phone manage (design, section 7)."""

MASK: Final = 3
"""The pattern that every code is masked with. The standard has the best of eight chosen for each code, which takes six
times as long as all the rest; to a reader all are the same (``python -m benchmarks.masks``)."""

_DARK: Final = re.compile(rb"\x01+")
_MODULES: Final = bytes.maketrans(b"01", b"\0\1")

_BYTES_M: Final = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213)
"""Bytes that versions 1 to 10 hold at level M."""


@dataclass(frozen=True, slots=True)
class Code:
    """The modules of a code, row by row, without quiet zone."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def modules(self) -> int:
        """Modules on a side, quiet zone included."""
        return len(self.rows) + 2 * QUIET_ZONE

    def turned(self) -> Code:
        """The code upside down, which is read as well."""
        return Code(tuple(row[::-1] for row in self.rows[::-1]))

    def bars(self) -> tuple[tuple[int, int, int], ...]:
        """The dark modules, those side by side as one bar: row, first column and length, in modules."""
        return tuple((y, start, count) for y, row in enumerate(self.rows) for start, count in _dark_runs(row))


def capacity(size: float, smallest: float) -> int:
    """How many bytes a URL may have for modules of at least ``smallest`` mm in a square of ``size`` mm."""
    modules = size / smallest
    return max((held for version, held in enumerate(_BYTES_M, 1) if _modules(version) <= modules), default=0)


def modules(url: str) -> int:
    """Modules on a side of the code of a URL, quiet zone included, without making it."""
    return _modules(_version(len(url.encode())))


@cache
def code(url: str) -> Code:
    """The code of a URL, in the smallest version that holds it."""
    data = url.encode()
    # The first module is that of a corner mark, and dark: no bit is lost in front of it.
    dots = format(_family(len(data))(data), "b").encode().translate(_MODULES)
    side = isqrt(len(dots))
    return Code(tuple(tuple(map(bool, dots[start : start + side])) for start in range(0, side * side, side)))


class Family:
    """The codes of texts of one length, each module a bit of one number, from the top left on.

    Such codes have one version and one mask, and all else of them is linear over exclusive or: the bits of the text,
    and those of the error correction (ISO/IEC 18004, section 7.5), sums of products in a field whose addition is
    exclusive or. So what two texts differ in tells what their codes differ in: of hundreds that differ in five digits,
    as many are made as these have bits.
    """

    def __init__(self) -> None:
        """Nothing is known of it yet."""
        self._first: tuple[int, int] | None = None
        self._differences: dict[int, tuple[int, int]] = {}

    def __call__(self, data: bytes) -> int:
        """The code of a text."""
        text = int.from_bytes(data, "big")
        if self._first is None:
            self._first = text, _made(data)
        rest, found = text ^ self._first[0], self._first[1]
        # As in Gaussian elimination: each difference that is known takes away the highest bit.
        while rest:
            highest = rest.bit_length()
            if highest not in self._differences:
                made = _made(data)
                self._differences[highest] = rest, found ^ made
                return made
            bits, modules_of = self._differences[highest]
            rest, found = rest ^ bits, found ^ modules_of
        return found


@cache
def _family(_length: int) -> Family:
    """The codes of texts of so many bytes."""
    return Family()


def _made(data: bytes) -> int:
    """The code of a text as the library makes it."""
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.util import MODE_8BIT_BYTE, QRData

    maker = qrcode.QRCode(_version(len(data)), error_correction=ERROR_CORRECT_M, border=0, mask_pattern=MASK)
    maker.add_data(QRData(data, mode=MODE_8BIT_BYTE))
    maker.make(fit=True)
    return int("".join("1" if module else "0" for row in maker.get_matrix() for module in row), 2)


def _version(size: int) -> int:
    """The smallest version that holds so many bytes."""
    return next((version for version, held in enumerate(_BYTES_M, 1) if size <= held), len(_BYTES_M))


def _modules(version: int) -> int:
    """Modules on a side of a version, quiet zone included."""
    return 17 + 4 * version + 2 * QUIET_ZONE


def _dark_runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules."""
    return [(run.start(), run.end() - run.start()) for run in _DARK.finditer(bytes(row))]
