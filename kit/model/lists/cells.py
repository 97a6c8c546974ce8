"""The text of a table to its cells (RFC 4180, and what people make of it). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class Cell(NamedTuple):
    """What stands in one place of a table, without its quotes, and where in the text it starts.

    ``closed`` is false where it opens with a quote and nothing tells where that text ends.
    """

    text: str
    start: int
    closed: bool = True


def records(text: str, delimiter: str, start: int = 0) -> Iterator[list[Cell]]:
    """The cells of each record, empty lines as well. Line ends are ``\\n``; one between quotes belongs to its cell."""
    pattern, record = _pattern(delimiter), list[Cell]()
    while found := pattern.match(text, start):
        if _is_unclosed(found, delimiter):
            found = _plain(delimiter).match(text, start) or found
            record.append(Cell(found["plain"], found.start("plain"), closed=False))
        else:
            record.append(_cell(found))
        start = found.end()
        if found["end"] != delimiter:
            yield record
            record = []
            if not found["end"]:
                return


def _is_unclosed(found: re.Match[str], delimiter: str) -> bool:
    """Whether a cell opens with a quote that only the quote of another cell would close."""
    if found["plain"] is not None:
        return found["plain"].startswith('"')
    return bool(found["after"].strip()) and not {"\n", delimiter}.isdisjoint(found["quoted"])


def _cell(found: re.Match[str]) -> Cell:
    if found["plain"] is not None:
        return Cell(found["plain"], found.start("plain"))
    start = found.start("quoted") - 1
    if found["after"].strip():
        # "De Kring" vzw: the quotes are a part of the name.
        return Cell(found.string[start : found.end("after")], start)
    return Cell(found["quoted"].replace('""', '"'), start)


@cache
def _pattern(delimiter: str) -> re.Pattern[str]:
    """A cell with what ends it. Nothing in it goes back, so that no text takes long."""
    d = re.escape(delimiter)
    quoted = rf'"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"(?P<after>[^{d}\n]*+)'
    return re.compile(rf"[ \u00a0]*+(?:{quoted}|(?P<plain>[^{d}\n]*+))(?P<end>{d}|\n|\Z)")


@cache
def _plain(delimiter: str) -> re.Pattern[str]:
    """A cell whose quotes mean nothing."""
    d = re.escape(delimiter)
    return re.compile(rf"[ \u00a0]*+(?P<plain>[^{d}\n]*+)(?P<end>{d}|\n|\Z)")
