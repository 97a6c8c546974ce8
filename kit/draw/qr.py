"""QR codes as data: a URL to its matrix of modules (design, section 7).

Error correction M, bytes, a quiet zone of four modules included in the size. ISO/IEC 18004 gives the capacities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
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
    size = len(url.encode())
    return _modules(next((version for version, held in enumerate(_BYTES_M, 1) if size <= held), len(_BYTES_M)))


@cache
def code(url: str) -> Code:
    """The code of a URL, in the smallest version that holds it."""
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.util import MODE_8BIT_BYTE, QRData

    version = (modules(url) - _modules(0)) // 4
    maker = qrcode.QRCode(version, error_correction=ERROR_CORRECT_M, border=0, mask_pattern=MASK)
    maker.add_data(QRData(url.encode(), mode=MODE_8BIT_BYTE))
    maker.make(fit=True)
    return Code(tuple(tuple(bool(module) for module in row) for row in maker.get_matrix()))


def _modules(version: int) -> int:
    """Modules on a side of a version, quiet zone included."""
    return 17 + 4 * version + 2 * QUIET_ZONE


def _dark_runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules."""
    return [(run.start(), run.end() - run.start()) for run in _DARK.finditer(bytes(row))]
