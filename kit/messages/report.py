"""What is wrong, as lines to read: ``file:line:column: error: message``, the line itself, expected, found and a hint.

Pure: the lines of the files are fetched, and the colours are put on, by whoever calls.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

from kit.diagnostics import Diagnostic, Mark, Severity
from kit.messages.catalogue import Messages, escaped
from kit.messages.excerpt import Excerpt, excerpt

Fetch = Callable[[Mark], str | None]
"""The line of a file that a place is on, without its end; nothing where it cannot be read any more."""

Part = Literal["place", "error", "warning", "advice", "gutter", "label"]
"""What a piece of a line is, for whoever gives it a colour."""

Paint = Callable[[str, Part], str]

_PARTS: Final = ("expected", "found", "hint")
_INDENT: Final = "    "
_FEW: Final = 3
_LISTED: Final = 15
"""With no more than a few to say there is no list; a longer list than this is not read."""


def _nothing(_mark: Mark) -> None:
    """No line of any file."""


def _plain(text: str, _part: Part) -> str:
    return text


def lines(
    diagnostics: Iterable[Diagnostic], words: Messages, fetch: Fetch = _nothing, paint: Paint = _plain
) -> Iterator[str]:
    """All diagnostics in the order of their places; a place with several things to say is shown once."""
    before: Mark | None = None
    for diagnostic in in_order(diagnostics):
        mark = diagnostic.mark
        same = mark is not None and before is not None and _spot(mark) == _spot(before)
        yield from _lines_of(diagnostic, words, fetch, paint, same=same)
        before = mark


def short_list(diagnostics: Iterable[Diagnostic], words: Messages) -> Iterator[str]:
    """What is wrong in short, to be said before the details where there are many: file by file, a line each.

    Where nothing is wrong there is nothing to look up, and what is odd is said once.
    """
    found = in_order(diagnostics)
    if len(found) <= _FEW or not errors(found):
        return
    shown = sorted(found, key=lambda one: list(Severity).index(one.severity))[:_LISTED]
    yield words.say("list-head")
    for file, of_file in groupby(in_order(shown), lambda one: one.mark.file if one.mark else ""):
        if file:
            yield f"  {escaped(file)}"
        yield from (f"  {_listed(one, words)}" for one in of_file)
    if len(found) > len(shown):
        yield f"  {words.count('list-more', len(found) - len(shown))}"
    yield ""


def _message(diagnostic: Diagnostic, words: Messages) -> str:
    """The sentence itself; of what counts one of something, that for one."""
    said, mark = words.one_or_more(diagnostic.code, diagnostic.values), diagnostic.mark
    # Of a row of a list the file is named: not where that stands right in front of it.
    return said.removeprefix(f"{escaped(Path(mark.file).name)}, ") if mark and _names_row(diagnostic) else said


def _names_row(diagnostic: Diagnostic) -> bool:
    """Whether it says itself in which row of which file it is."""
    mark, values = diagnostic.mark, diagnostic.values
    return mark is not None and "row" in values and values.get("file") == Path(mark.file).name


def _listed(diagnostic: Diagnostic, words: Messages) -> str:
    said = _message(diagnostic, words)
    mark = diagnostic.mark
    if mark is None or not mark.line:
        return said
    return f"  {said if _names_row(diagnostic) else words.say('list-line', line=mark.line, text=said)}"


def _spot(mark: Mark) -> tuple[str, int, int]:
    return mark.file, mark.line, mark.column


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """All diagnostics as they are said: in the order of their places."""
    return sorted(diagnostics, key=_order)


def document(diagnostics: Iterable[Diagnostic], words: Messages) -> str:
    """All diagnostics as one JSON document, for other programs: in ASCII, which every pipe lets through."""
    found = in_order(diagnostics)
    counts = {f"{severity}s": _count(found, severity) for severity in (Severity.ERROR, Severity.WARNING)}
    told = {**counts, "advice": _count(found, Severity.ADVICE), "diagnostics": [_record(one, words) for one in found]}
    return json.dumps(told, indent=1)


def errors(diagnostics: Iterable[Diagnostic]) -> int:
    """How many of them are errors."""
    return _count(diagnostics, Severity.ERROR)


def totals(diagnostics: Iterable[Diagnostic], words: Messages) -> Iterator[str]:
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


def _lines_of(
    diagnostic: Diagnostic, words: Messages, fetch: Fetch, paint: Paint, *, same: bool = False
) -> Iterator[str]:
    """``same``: its place is that of the one before it."""
    mark, values = diagnostic.mark, diagnostic.values
    severity = paint(words.say(f"severity-{diagnostic.severity}") + ":", diagnostic.severity.value)
    place = paint(f"{escaped(mark.file)}:{mark.line}:{mark.column}:", "place") + " " if mark else ""
    yield f"{_INDENT if same else place}{severity} {_message(diagnostic, words)}"
    line = fetch(mark) if mark and not same else None
    if mark and line is not None:
        yield from _shown(excerpt(line, mark.column, _told(values)), mark, diagnostic.severity, paint)
    for label, text in _details(diagnostic, words, same=same):
        yield f"{_INDENT}{paint(label, 'label')}{text}"


def _shown(cut: Excerpt, mark: Mark, severity: Severity, paint: Paint) -> Iterator[str]:
    """The line with its number, and carets under the spot."""
    number = str(mark.line)
    yield _INDENT + paint(f"{number} |", "gutter") + f" {cut.line}".rstrip()
    carets = paint("^" * cut.width, severity.value)
    yield _INDENT + paint(f"{' ' * len(number)} |", "gutter") + f" {' ' * cut.start}{carets}"


def _told(values: Mapping[str, object]) -> tuple[str, ...]:
    """The values of a diagnostic that are text and may stand at the spot itself."""
    return tuple(value for value in values.values() if isinstance(value, str))


def _details(diagnostic: Diagnostic, words: Messages, *, same: bool) -> Iterator[tuple[str, str]]:
    """What else is known, each with what it is called."""
    mark, code, values = diagnostic.mark, diagnostic.code, diagnostic.values
    if mark and mark.path and not same:
        yield words.say("label-path", text=""), escaped(mark.path)
    if "option" in values:
        yield words.say("label-option", text=""), escaped(str(values["option"]))
    if "sheet" in values:
        yield words.say("label-sheet", text=""), escaped(str(values["sheet"]))
    for part in _PARTS:
        if (said := words.extra(code, part, values)) is not None:
            yield words.say(f"label-{part}", text=""), said


def _record(diagnostic: Diagnostic, words: Messages) -> dict[str, str | int | None]:
    """A diagnostic with every key, also where there is nothing to say."""
    mark, code, values = diagnostic.mark, diagnostic.code, diagnostic.values
    sheet = values.get("sheet")
    return {
        "code": code,
        "severity": diagnostic.severity.value,
        "message": _message(diagnostic, words),
        **{part: words.extra(code, part, values) for part in _PARTS},
        "file": mark.file if mark else None,
        "line": mark.line if mark else None,
        "column": mark.column if mark else None,
        "path": mark.path or None if mark else None,
        "sheet": None if sheet is None else str(sheet),
    }
