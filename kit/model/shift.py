"""How far the backs are moved to lie behind their fronts, as people type it. Pure."""

from __future__ import annotations

import re
from typing import Final

Shift = tuple[float, float]
"""So many mm to the right and so many up, as one looks at the back."""

MOST: Final = 10.0
"""A printer that is further off has its paper in askew: no shift mends that."""

_NUMBER: Final = r"[-+\u2212]?\d{1,2}(?:\.\d{1,3})?"
_DECIMAL: Final = _NUMBER.replace(r"\.", "[.,]")
PATTERN: Final = rf"\s*(?:{_NUMBER}\s*,\s*{_NUMBER}|{_DECIMAL}\s*;\s*{_DECIMAL})\s*"
"""``1.5,-0.5``, or with a comma in the numbers ``1,5;-0,5``: one comma cannot do both."""

_SHIFT: Final = re.compile(PATTERN, re.ASCII)


def shift_of(text: str) -> Shift | None:
    """The shift that somebody typed; nothing where it is none, or more than ten mm."""
    if not _SHIFT.fullmatch(text):
        return None
    right, _, up = text.partition(";" if ";" in text else ",")
    x, y = _mm(right), _mm(up)
    return (x, y) if max(abs(x), abs(y)) <= MOST else None


def _mm(text: str) -> float:
    # 0 takes the sign off a zero: nobody is told of a shift of -0.
    return float(text.strip().replace("\u2212", "-").replace(",", ".")) + 0
