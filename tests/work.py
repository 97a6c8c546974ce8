"""How much work something is, the same on every machine: a clock tells how busy the machine is as well.

What it takes in seconds is measured by ``python -m benchmarks.limits``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls(act: Callable[[], object]) -> int:
    """How many functions are called in the course of it, in Python and in C; what these do inside is not seen."""
    count = 0

    def seen(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count
