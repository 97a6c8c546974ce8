"""The print and cut list in large letters: what to print in which order, and how to cut it (design, section 26)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT
from kit.draw.page import Page
from kit.model.printing import Cut
from kit.model.schema import PrintListSheet
from kit.model.schema.large import LargeCuts
from kit.model.text.spans import Text, joined
from kit.model.workshop.stack import ListRow, PrintList

from ..print_list import further_of, subtitle_of, sums
from ..shared.parts import tick_box
from .blocks import Block, joined_up, pages, set_text, text_block, text_height
from .frame import WIDTH

TICK: Final = 7.0
INDENT: Final = 12.0
COUNT: Final = 20.0
WORDS: Final = WIDTH - INDENT - COUNT


def draw(context: DrawingContext, sheet: PrintListSheet, of: PrintList) -> list[Page]:
    """Some A4 pages."""
    words = (sheet.title, subtitle_of(sheet, of), sheet.bookmark)
    return pages(context, sheet, words, list(_blocks(context, sheet, of)))


def _blocks(context: DrawingContext, sheet: PrintListSheet, of: PrintList) -> Iterator[Block]:
    ruler = context.page(A4_PORTRAIT)
    yield text_block(ruler, sheet.lead, "lead", WIDTH)
    for at_shop, rows in groupby(of.rows, lambda row: row.at_shop):
        if of.shop:
            head = sheet.shop.by_shop if at_shop else sheet.shop.by_self
            yield text_block(ruler, head, "head", WIDTH, gap=9).and_next()
        for file, group in groupby(rows, lambda row: row.file):
            job = list(group)
            yield from joined_up([_file(ruler, sheet, file, job), *(_row(ruler, context, sheet, row) for row in job)])
    yield text_block(ruler, joined(list(sums(sheet, of))), "text", WIDTH, gap=9)
    if further := list(further_of(sheet, of)):
        yield text_block(ruler, joined(further), "text", WIDTH)
    yield text_block(ruler, sheet.printer.head, "head", WIDTH, gap=9).and_next()
    yield text_block(ruler, sheet.printer.text, "text", WIDTH)


def _file(ruler: Page, sheet: PrintListSheet, file: str, job: list[ListRow]) -> Block:
    """The name of a file behind a box to tick, under a line; with all its sheets where it has several kinds."""
    name = Text.of(file)
    if len(job) > 1:
        name = sheet.file.fill(bestand=name, n=sum(row.sheets for row in job))

    def draw(page: Page, x: float, y: float) -> None:
        page.line(x, y, x + WIDTH, y, "print-rule")
        tick_box(page, x, y + 3, TICK)
        set_text(page, name, "small", x + INDENT, y + 4.6, WIDTH - INDENT)

    return Block(10 + text_height(ruler, name, "small", WIDTH - INDENT) - 5.4, draw, 5)


def _row(ruler: Page, context: DrawingContext, sheet: PrintListSheet, row: ListRow) -> Block:
    """How many sheets of which, and under that on which paper, which sides, how it is cut and how much ink it takes."""
    told = joined([text.on_one_line() for text in _told(context, sheet, row)], ", ")
    name = text_height(ruler, row.name, "strong", WORDS)

    def draw(page: Page, x: float, y: float) -> None:
        page.text(str(row.sheets), "strong", x + INDENT + COUNT - 5, y + 4.2, width=COUNT - 5, align="right")
        set_text(page, row.name, "strong", x + INDENT + COUNT, y, WORDS)
        set_text(page, told, "small", x + INDENT + COUNT, y + name + 1, WORDS)

    return Block(name + 1 + text_height(ruler, told, "small", WORDS), draw, 2.4)


def _told(context: DrawingContext, sheet: PrintListSheet, row: ListRow) -> Iterator[Text]:
    """What there is to know of a row, behind its name."""
    heads = sheet.heads
    yield sheet.papers.of(row.paper)
    yield sheet.sides.of(row.sides)
    yield _cut(context.large.cuts, sheet, row.cut)
    yield joined([Text.of(heads.ink.plain.lower()), sheet.ink.fill(n=f"{row.ink:.0f}")], " ")


def _cut(words: LargeCuts, sheet: PrintListSheet, cut: Cut) -> Text:
    """How a sheet is cut: large cards are two on A4 and four on A3."""
    return {"cards-a4": words.cards_a4, "cards-a3": words.cards_a3}.get(cut) or sheet.cuts.of(cut)
