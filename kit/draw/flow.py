"""Blocks of different heights under each other in columns or on pages, as many as it takes. Pure: mm in, mm out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

_TOLERANCE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Flowing:
    """How high a block is, and how far it stays from the one above it in its column, in mm.

    ``with_next``: it is in one column with the block after it, as a head is with its text.
    """

    height: float
    gap: float = 0
    with_next: bool = False


Column = tuple[tuple[int, float], ...]
"""The blocks of a column, each by its number from 0, with the y of its top from the top of the column."""


def flow(blocks: Sequence[Flowing], height: float) -> tuple[Column, ...]:
    """Fill columns of a ``height`` in order. What is higher than a column by itself stands alone, and too low."""
    columns: list[list[tuple[int, float]]] = [[]]
    y = 0.0
    for group in _together(blocks):
        tops, end = _stacked(blocks, group, y)
        if columns[-1] and end > height + _TOLERANCE:
            columns.append([])
            tops, end = _stacked(blocks, group, 0)
        columns[-1] += zip(group, tops, strict=True)
        y = end
    return tuple(map(tuple, columns))


def _together(blocks: Sequence[Flowing]) -> list[list[int]]:
    """The numbers of the blocks, those of one group as one list."""
    groups: list[list[int]] = [[]]
    for number, block in enumerate(blocks):
        groups[-1].append(number)
        if not block.with_next:
            groups.append([])
    return [group for group in groups if group]


def _stacked(blocks: Sequence[Flowing], group: Sequence[int], y: float) -> tuple[list[float], float]:
    """The tops of a group that begins under ``y``, and where it ends; at the top of a column the first gap is none."""
    gaps = [blocks[number].gap for number in group]
    gaps[0] = gaps[0] if y else 0
    heights = [blocks[number].height for number in group]
    ends = list(accumulate(gap + height for gap, height in zip(gaps, heights, strict=True)))
    return [y + end - height for end, height in zip(ends, heights, strict=True)], y + ends[-1]
