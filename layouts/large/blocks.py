"""Blocks of large text, to flow over as many pages as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.flow import Column, Flowing, flow
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Size
from kit.draw.page import Page, Tone
from kit.draw.text.fonts import MM_PER_POINT
from kit.draw.text.setting import DESCENT
from kit.model.schema import Sheet, StackSheet
from kit.model.text.spans import Text

from .frame import Number, fits_under_title, footer, header, leaf, mark_behind

Draw = Callable[[Page, float, float], None]
"""Draws a block on a page, its top-left corner at x and y."""

MOST_LINES: Final = 99


@dataclass(frozen=True, slots=True)
class Block:
    """How high it is, how far from the one above it, and what draws it."""

    height: float
    draw: Draw
    gap: float = 4.0
    with_next: bool = False

    def and_next(self) -> Block:
        """The same, on one page with the block after it."""
        return replace(self, with_next=True)


def capital(page: Page, role: str) -> float:
    """How high the capitals of a role are, in mm."""
    style = page.style(role)
    return page.fonts.face(style.font).capital * style.size * MM_PER_POINT


def text_height(page: Page, text: Text, role: str, width: float) -> float:
    """From the capitals of the first line to the descenders of the last, in mm."""
    fitted = page.measure(text, role, width)
    return capital(page, role) + fitted.height + DESCENT * page.style(role).size * MM_PER_POINT


def set_text(
    page: Page, text: Text, role: str, x: float, top: float, width: float, *, tone: Tone | None = None
) -> float:
    """Set a text with the capitals of its first line at ``top``. Gives where it ends."""
    page.text(text, role, x, top + capital(page, role), width=width, lines=MOST_LINES, tone=tone)
    return top + text_height(page, text, role, width)


def text_block(
    ruler: Page, text: Text, role: str, width: float, *, indent: float = 0, gap: float = 4.0, tone: str | None = None
) -> Block:
    """A paragraph, so far from the left."""

    def draw(page: Page, x: float, y: float) -> None:
        set_text(page, text, role, x + indent, y, width - indent, tone=tone)

    return Block(text_height(ruler, text, role, width - indent), draw, gap)


def pages(
    context: DrawingContext,
    sheet: Sheet | StackSheet,
    words: tuple[Text, Text | None, Text],
    blocks: Sequence[Block],
    size: Size = A4_PORTRAIT,
    *,
    nis: str = "",
    marked: bool = False,
) -> list[Page]:
    """The pages that blocks fill, each with the title, the subtitle and its name in the footer, which are ``words``.

    ``marked``: with the mark of the step in which partners are looked for.
    """
    title, subtitle, name = words
    ruler = context.page(size)
    area = leaf(ruler)
    if subtitle and not fits_under_title(ruler, subtitle):
        blocks, subtitle = [text_block(ruler, subtitle, "subtitle", area.width), *blocks], None
    columns = flowed(blocks, area.height)
    drawn: list[Page] = []
    halves = 2 if size == A3_LANDSCAPE else 1
    count = -(-len(columns) // halves)
    for n in range(count):
        page, number = context.page(size), Number(n + 1, count)
        header(page, context, sheet, title, subtitle if n == 0 else None, number, nis)
        if marked:
            mark_behind(page, context, title)
        for half, column in enumerate(columns[n * halves : (n + 1) * halves]):
            _column(page, blocks, column, leaf(page, half))
        footer(page, context, sheet, name, number)
        drawn.append(page)
    return drawn


def flowed(blocks: Sequence[Block], height: float) -> tuple[Column, ...]:
    """Where blocks come in columns so high."""
    return flow([Flowing(block.height, block.gap, block.with_next) for block in blocks], height)


def _column(page: Page, blocks: Sequence[Block], column: Column, area: Box) -> None:
    for number, top in column:
        blocks[number].draw(page, area.x, area.y + top)


def side_by_side(left: Block, right: Block, at: float) -> Block:
    """Two blocks of which the second begins so far to the right of the first."""

    def draw(page: Page, x: float, y: float) -> None:
        left.draw(page, x, y)
        right.draw(page, x + at, y)

    return Block(max(left.height, right.height), draw, left.gap)


def joined_up(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks that stay on one page."""
    yield from (block.and_next() for block in blocks[:-1])
    yield from blocks[-1:]
