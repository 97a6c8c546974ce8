"""What was made, counted: how many sheets of which paper, and which file to look at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kit.draw.geometry import Size
    from kit.draw.page import Page
    from kit.model.printing import Paper

_SHORT_SIDE_OF_A3: Final = 297
"""In mm (ISO 216): any page whose short side is shorter is printed on A4."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many sheets of each paper there are to print; ``first`` is the file to look at first."""

    papers: Mapping[Paper, int]
    first: Path


@dataclass(frozen=True, slots=True)
class SheetPages:
    """The pages of a sheet: ``heavy`` where it is printed on heavy paper, ``backs`` where every second is a back."""

    pages: Sequence[Page]
    heavy: bool = False
    backs: bool = False


def counted(sheets: Iterable[SheetPages]) -> Mapping[Paper, int]:
    """How many sheets of paper these are."""
    found = Counter["Paper"]()
    for sheet in sheets:
        for page in sheet.pages[:: 2 if sheet.backs else 1]:
            found[paper_of(page.size, heavy=sheet.heavy)] += 1
    return found


def paper_of(size: Size, *, heavy: bool = False) -> Paper:
    """The paper for a page of this size."""
    if min(size.width, size.height) >= _SHORT_SIDE_OF_A3:
        return "a3-heavy" if heavy else "a3"
    return "a4-heavy" if heavy else "a4"
