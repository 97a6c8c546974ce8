"""How far an order is: steps that are counted, for whoever shows a bar."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many."""


def counter(total: int, progress: Progress | None) -> Callable[[], None]:
    """What is called after each step of ``total``; nobody hears of it where there is no ``progress``."""
    steps = count(1)

    def step() -> None:
        if progress is not None:
            progress(next(steps), total)

    return step
