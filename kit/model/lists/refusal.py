"""What is wrong with the rows of a list: every problem names its row, and what many rows share is said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from kit.diagnostics import Diagnostic, KitError, Mark, Severity, Value
from kit.model.lists.limits import listed
from kit.model.most_problems import MOST, first


def problem_in(row: int, code: str, mark: Mark, /, **values: Value) -> Diagnostic:
    """An error in a row of a list; its words may name the row and the file, without its folders."""
    return Diagnostic(code, {"file": Path(mark.file).name, "row": row, **values}, mark)


def refusal(problems: Sequence[Diagnostic]) -> KitError:
    """Everything that is wrong with the rows of a list, made with `problem_in`; first how many rows that are.

    Of very many problems the first; then nobody knows how many rows there are, for not all are looked at.
    """
    told = list(first(problems))
    if len(told) > MOST:
        return KitError(_together(told))
    rows = sorted({int(problem.values["row"]) for problem in problems})
    values: dict[str, Value] = {"count": len(rows), "list": listed(map(str, rows))}
    total = Diagnostic("rows-wrong" if len(rows) > 1 else "row-wrong", values, severity=Severity.WARNING)
    return KitError([total, *_together(problems)])


def _together(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same words that are not understood in many rows as one problem, at the first: they are mended in one go."""
    alike: dict[tuple[object, ...], list[Diagnostic]] = {}
    for i, problem in enumerate(problems):
        rest = sorted((name, str(value)) for name, value in problem.values.items() if name != "row")
        alike.setdefault((problem.code, str(rest)) if "query" in problem.values else (i,), []).append(problem)
    return [_of_rows(group) for group in alike.values()]


def _of_rows(alike: Sequence[Diagnostic]) -> Diagnostic:
    rows = dict.fromkeys(str(problem.values["row"]) for problem in alike if "row" in problem.values)
    return replace(alike[0], values={**alike[0].values, "row": ", ".join(rows)}) if len(rows) > 1 else alike[0]
