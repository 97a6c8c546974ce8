"""Many problems of one kind: the first are told, and that there are more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kit.diagnostics import Diagnostic

MOST: Final = 100
"""More than anybody mends before building again, and few enough to tell in no time."""


def first(problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The first problems; where there are more than ``MOST``, that there are, at the place of the next.

    The others are not made: what is like a wrong word, say, is not looked for.
    """
    for i, problem in enumerate(problems):
        if i == MOST:
            yield Diagnostic("more-problems", {"most": MOST}, problem.mark, problem.severity)
            return
        yield problem
