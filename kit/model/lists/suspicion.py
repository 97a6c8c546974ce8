"""The rows of a text whose cells cannot be told apart, which would make two people of one, or one of two. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kit.model.lists.cells import Cell
from kit.model.lists.records import DELIMITERS, Record

_HABIT: Final = 4
"""Where more than one row in so many is short, whoever made the list leaves out what is empty."""


class Suspicion(NamedTuple):
    """A row of a list: the code of what is wrong with it, its number, and where."""

    code: str
    number: int
    start: int


def suspicions(rows: Sequence[Record], delimiter: str, width: int, needed: int) -> Iterator[Suspicion]:
    """What is suspect in the rows of a text, each row once.

    ``width`` is how many cells the heads have, ``needed`` how many a row has that leaves out nothing that everybody
    fills in.
    """
    short = [len(row.cells) < needed for row in rows]
    is_habit = sum(short) > 1 and sum(short) * _HABIT > len(rows)
    told = -1
    for i, row in enumerate(rows):
        if any(not cell.closed for cell in row.cells):
            continue
        if code := _alone(row.cells, delimiter, width):
            yield Suspicion(code, row.number, row.cells[0].start)
            continue
        lacking = sum(short[i : i + 2])
        if i > told and i + 1 < len(rows) and lacking > is_habit and _are_one(row, rows[i + 1], width):
            told = i + 1
            # Of the two only what is short is to blame: the other may be as it should.
            if short[i]:
                yield Suspicion("row-broken", row.number, row.cells[-1].start)
            if short[told]:
                yield Suspicion("row-broken", rows[told].number, rows[told].cells[0].start)


def _alone(row: Sequence[Cell], delimiter: str, width: int) -> str:
    """What is wrong with a row by itself: other signs between its cells, or rows within a cell."""
    others = [one for one in DELIMITERS if one != delimiter]
    if width > 1 and len(row) == 1 and any(one in row[0].text for one in others):
        return "row-separator"
    if width > 1 and any("\n" in cell.text and cell.text.count(delimiter) >= width - 1 for cell in row):
        return "row-swallowed"
    return ""


def _are_one(row: Record, following: Record, width: int) -> bool:
    """Whether a row and the one right below it have the cells of one, less the cell that both have a part of."""
    is_whole = all(cell.closed for cell in following.cells)
    return is_whole and following.number == row.number + 1 and len(row.cells) + len(following.cells) - 1 == width
