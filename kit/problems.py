"""What is wrong with one text in several places, told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from kit.diagnostics import Diagnostic

_LETTER: Final = "letter"
"""The letters by which two problems with one text differ, although they are of one kind."""


def merged(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is wrong with one text in several places, once: the worst of them, with all its sheets."""
    alike: dict[tuple[object, ...], list[Diagnostic]] = {}
    for problem in problems:
        values = {name: value for name, value in problem.values.items() if name != "sheet"}
        differs = values.get(_LETTER) if problem.mark else str(sorted(values.items()))
        alike.setdefault((problem.code, problem.mark, differs), []).append(problem)
    return [_worst(group) for group in alike.values()]


def _worst(problems: Sequence[Diagnostic]) -> Diagnostic:
    worst = max(problems, key=lambda problem: float(problem.values.get("excess", 0)))
    sheets = dict.fromkeys(str(problem.values["sheet"]) for problem in problems)
    return replace(worst, values={**worst.values, "sheet": ", ".join(sheets)})
