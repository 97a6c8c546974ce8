"""What is wrong, as lines to read: ``file:line:column: error: message``, then where, expected, found and a hint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kit.diagnostics import Diagnostic, Mark, Severity
from kit.words import Words, escaped

_PARTS = ("expected", "found", "hint")


def lines(diagnostics: Iterable[Diagnostic], words: Words) -> Iterator[str]:
    """All diagnostics in the order of their places."""
    for diagnostic in sorted(diagnostics, key=_order):
        yield from _lines_of(diagnostic, words)


def errors(diagnostics: Iterable[Diagnostic]) -> int:
    """How many of them are errors."""
    return sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _order(diagnostic: Diagnostic) -> tuple[Mark, str, str]:
    return diagnostic.mark or Mark("", 0, 0), diagnostic.code, str(sorted(diagnostic.values.items()))


def _lines_of(diagnostic: Diagnostic, words: Words) -> Iterator[str]:
    mark, code, values = diagnostic.mark, diagnostic.code, diagnostic.values
    place = f"{escaped(mark.file)}:{mark.line}:{mark.column}: " if mark else ""
    yield f"{place}{words.say(f'severity-{diagnostic.severity}')}: {words.say(code, **values)}"
    if mark and mark.path:
        yield "    " + words.say("label-path", text=mark.path)
    if "sheet" in values:
        yield "    " + words.say("label-sheet", text=values["sheet"])
    for part in _PARTS:
        if (said := words.extra(code, part, values)) is not None:
            yield f"    {words.say(f'label-{part}', text='')}{said}"
