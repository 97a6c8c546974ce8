"""Merges what is said of one text on several sheets into one diagnostic."""

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


_REPLACED: Final = ("letter-replaced", "letters-replaced")


def by_letter(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same, but of letters that are set in another font one warning each: the names in a list share most."""
    told: dict[str, Diagnostic] = {}
    others: list[Diagnostic] = []
    for problem in problems:
        letters = str(problem.values.get(_LETTER, "")).split()
        # Of very many letters in one text only the first are listed: that is told as it is.
        if problem.code not in _REPLACED or any(len(letter) > 1 for letter in letters):
            others.append(problem)
            continue
        for letter in letters:
            told[letter] = _joined(told.get(letter), problem, letter)
    return [*others, *told.values()]


def _joined(first: Diagnostic | None, problem: Diagnostic, letter: str) -> Diagnostic:
    """A warning of one letter, in the place where it was met first, with all that it is of."""
    if first is None:
        return replace(problem, code=_REPLACED[0], values={**problem.values, _LETTER: letter})
    names = ("family", "sheet")
    lists = {name: _added(first, problem, name) for name in names if name in problem.values}
    return replace(first, values={**first.values, **lists})


def _added(first: Diagnostic, problem: Diagnostic, name: str) -> str:
    parts = [part for one in (first, problem) for part in str(one.values.get(name, "")).split(", ")]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _worst(problems: Sequence[Diagnostic]) -> Diagnostic:
    worst = max(problems, key=lambda problem: float(problem.values.get("excess", 0)))
    sheets = dict.fromkeys(str(problem.values["sheet"]) for problem in problems)
    return replace(worst, values={**worst.values, "sheet": ", ".join(sheets)})
