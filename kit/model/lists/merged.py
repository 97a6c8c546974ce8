"""The cells of an Excel sheet that were merged downwards: what stands in the first holds for the rows beside it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import fromstring

from kit.model.lists.limits import MAX_CELLS, MAX_ROWS

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MERGED: Final = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"')

_MOST: Final = 10 * MAX_ROWS
"""More merged cells are in no list of people, but may be in a file that was made to take for ever."""

Spans = dict[tuple[int, int], int]
"""The row that a cell takes its text from, by its own row, where the first is 1, and its place in it, from 0."""


def spans(archive: zipfile.ZipFile, sheet: str) -> Spans:
    """The merged cells of a sheet by its name, less the first of each; none where the workbook is unlike Excel's."""
    path = dict(_paths(archive)).get(sheet, "")
    found: Spans = {}
    for column, first, last in _MERGED.findall(archive.read(path)) if path in archive.namelist() else ():
        add(found, _place(column.decode()), int(first), int(last))
    return found


def add(found: Spans, place: int, first: int, last: int) -> None:
    """Add one merged cell, by its place and its first and last row."""
    if place < MAX_CELLS and first < last <= MAX_ROWS and len(found) < _MOST:
        found |= dict.fromkeys(((row, place) for row in range(first + 1, last + 1)), first)


def _paths(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The names of the sheets, and the files that they are in."""
    related = fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id", ""): one.get("Target", "") for one in related}
    for sheet in fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_REL, ""), "")
        yield sheet.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _place(column: str) -> int:
    place = 0
    for letter in column:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
