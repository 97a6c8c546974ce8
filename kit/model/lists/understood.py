"""What a list was taken for, as data: it is told before anything is made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["participants", "actors"]

Why = Literal["title", "header", "total", "remark", "said", "number", "absent"]
"""Why a row is passed over.

It stands above the heads, is the heads again, adds up, is a remark under the list, a sentence among the people or only
a number, or says that somebody does not come.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its letter and its head; ``field`` is what it was taken for, nothing where it is not read."""

    letter: str
    head: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is nobody, and what stands first in it."""

    row: int
    why: Why
    text: str


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read of a list.

    ``sheet`` is the sheet of a workbook that was read, ``others`` those beside it. ``count`` is how
    many people or actors there are, ``missing`` the rows of those without a municipality, ``tables`` how many tables
    they sit at.
    """

    file: str
    kind: Kind
    columns: tuple[Column, ...]
    skipped: tuple[Skipped, ...] = ()
    sheet: str = ""
    others: tuple[str, ...] = ()
    count: int = 0
    missing: tuple[int, ...] = ()
    tables: int | None = None


Tell = Callable[[Understood], None]
"""Told what a list was taken for, as soon as that is known."""


def untold(_understood: Understood) -> None:
    """Nobody to tell."""
