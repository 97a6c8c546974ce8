"""What is wrong, as lines to read: ``file:line:column: error: message``, the line itself, expected, found and a hint.

Pure: the lines of the files are fetched, and the colours are put on, by whoever calls.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal

from kit.diagnostics import Diagnostic, Mark, Severity
from kit.excerpt import Excerpt, excerpt
from kit.words import Words, escaped

Fetch = Callable[[Mark], str | None]
"""The line of a file that a place is on, without its end; nothing where it cannot be read any more."""

Part = Literal["place", "error", "warning", "advice", "gutter", "label"]
"""What a piece of a line is, for whoever gives it a colour."""

Paint = Callable[[str, Part], str]

_PARTS: Final = ("expected", "found", "hint")
_INDENT: Final = "    "


def _nothing(_mark: Mark) -> None:
    """No line of any file."""


def _plain(text: str, _part: Part) -> str:
    return text


def lines(
    diagnostics: Iterable[Diagnostic], words: Words, fetch: Fetch = _nothing, paint: Paint = _plain
) -> Iterator[str]:
    """All diagnostics in the order of their places."""
    for diagnostic in in_order(diagnostics):
        yield from _lines_of(diagnostic, words, fetch, paint)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """All diagnostics as they are said: in the order of their places."""
    return sorted(diagnostics, key=_order)


def document(diagnostics: Iterable[Diagnostic], words: Words) -> str:
    """All diagnostics as one JSON document, for other programs: in ASCII, which every pipe lets through."""
    found = in_order(diagnostics)
    counts = {f"{severity}s": _count(found, severity) for severity in (Severity.ERROR, Severity.WARNING)}
    told = {**counts, "advice": _count(found, Severity.ADVICE), "diagnostics": [_record(one, words) for one in found]}
    return json.dumps(told, indent=1)


def errors(diagnostics: Iterable[Diagnostic]) -> int:
    """How many of them are errors."""
    return _count(diagnostics, Severity.ERROR)


def totals(diagnostics: Iterable[Diagnostic], words: Words) -> Iterator[str]:
    """How many there are of each severity that there is, in words."""
    found = list(diagnostics)
    for severity, code in _COUNTS.items():
        if count := _count(found, severity):
            yield words.count(code, count)


_COUNTS: Final = {
    Severity.ERROR: "count-errors",
    Severity.WARNING: "count-warnings",
    Severity.ADVICE: "count-advice",
}


def _count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    return sum(diagnostic.severity is severity for diagnostic in diagnostics)


def _order(diagnostic: Diagnostic) -> tuple[Mark, str, str]:
    return diagnostic.mark or Mark("", 0, 0), diagnostic.code, str(sorted(diagnostic.values.items()))


def _lines_of(diagnostic: Diagnostic, words: Words, fetch: Fetch, paint: Paint) -> Iterator[str]:
    mark, code, values = diagnostic.mark, diagnostic.code, diagnostic.values
    severity = paint(words.say(f"severity-{diagnostic.severity}") + ":", diagnostic.severity.value)
    place = paint(f"{escaped(mark.file)}:{mark.line}:{mark.column}:", "place") + " " if mark else ""
    yield f"{place}{severity} {words.say(code, **values)}"
    line = fetch(mark) if mark else None
    if mark and line is not None:
        yield from _shown(excerpt(line, mark.column, _told(values)), mark, diagnostic.severity, paint)
    for label, text in _details(diagnostic, words):
        yield f"{_INDENT}{paint(label, 'label')}{text}"


def _shown(cut: Excerpt, mark: Mark, severity: Severity, paint: Paint) -> Iterator[str]:
    """The line with its number, and carets under the spot."""
    number = str(mark.line)
    yield _INDENT + paint(f"{number} |", "gutter") + f" {cut.line}".rstrip()
    carets = paint("^" * cut.width, severity.value)
    yield _INDENT + paint(f"{' ' * len(number)} |", "gutter") + f" {' ' * cut.start}{carets}"


def _told(values: Mapping[str, object]) -> tuple[str, ...]:
    """What may stand at the spot itself: the values that are letters."""
    return tuple(value for value in values.values() if isinstance(value, str))


def _details(diagnostic: Diagnostic, words: Words) -> Iterator[tuple[str, str]]:
    """What else is known, each with what it is called."""
    mark, code, values = diagnostic.mark, diagnostic.code, diagnostic.values
    if mark and mark.path:
        yield words.say("label-path", text=""), escaped(mark.path)
    if "option" in values:
        yield words.say("label-option", text=""), escaped(str(values["option"]))
    if "sheet" in values:
        yield words.say("label-sheet", text=""), escaped(str(values["sheet"]))
    for part in _PARTS:
        if (said := words.extra(code, part, values)) is not None:
            yield words.say(f"label-{part}", text=""), said


def _record(diagnostic: Diagnostic, words: Words) -> dict[str, str | int | None]:
    """A diagnostic with every key, also where there is nothing to say."""
    mark, code, values = diagnostic.mark, diagnostic.code, diagnostic.values
    sheet = values.get("sheet")
    return {
        "code": code,
        "severity": diagnostic.severity.value,
        "message": words.say(code, **values),
        **{part: words.extra(code, part, values) for part in _PARTS},
        "file": mark.file if mark else None,
        "line": mark.line if mark else None,
        "column": mark.column if mark else None,
        "path": mark.path or None if mark else None,
        "sheet": None if sheet is None else str(sheet),
    }
