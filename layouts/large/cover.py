"""The cover of a pack in large letters: what it is, for whom, and what is in it (design, section 26)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT
from kit.draw.page import Page
from kit.model.schema import Cover
from kit.model.text.spans import Text
from kit.model.workshop.stack import Contents, ContentsRow

from .blocks import Block, pages, set_text, text_block, text_height
from .frame import WIDTH

LABEL: Final = 50.0
FACT: Final = 7.5
COUNT: Final = 20.0
NAME: Final = 24.0
PAPER: Final = 120.0


def draw(context: DrawingContext, sheet: Cover, of: Contents) -> list[Page]:
    """Some A4 pages."""
    blocks = list(_blocks(context, sheet, of))
    return pages(context, sheet, (sheet.title, None, sheet.bookmark), blocks)


def _blocks(context: DrawingContext, sheet: Cover, of: Contents) -> Iterator[Block]:
    ruler = context.page(A4_PORTRAIT)
    yield text_block(ruler, sheet.subtitle, "lead", WIDTH)
    group = sheet.group.fill(
        deelnemers=sheet.participants.of(of.participants),
        tafels=sheet.tables.of(of.tables),
    )
    for i, (label, value) in enumerate(((sheet.when, of.when), (sheet.where, of.where), (sheet.for_whom, group))):
        yield _fact(ruler, label, value, 12 if i == 0 else 5)
    yield text_block(ruler, sheet.contents, "head", WIDTH, gap=12).and_next()
    for row in of.rows:
        yield _row(ruler, sheet, row)
    yield text_block(ruler, sheet.note, "text", WIDTH, gap=7)


def _fact(ruler: Page, label: Text, value: Text | None, gap: float) -> Block:
    """When, where or for whom; a line to write on where that is not known."""
    width = WIDTH - LABEL

    def draw(page: Page, x: float, y: float) -> None:
        set_text(page, label, "field-label", x, y + 0.3, LABEL - 4)
        if value is None:
            page.line(x + LABEL, y + FACT - 1, x + WIDTH, y + FACT - 1)
        else:
            set_text(page, value, "lead", x + LABEL, y, width)

    return Block(FACT if value is None else max(FACT, text_height(ruler, value, "lead", width)), draw, gap)


def _row(ruler: Page, sheet: Cover, row: ContentsRow) -> Block:
    """How many sheets, of what, on which paper; of cards, how many there are after cutting too."""
    paper = sheet.papers.of(row.paper)
    if row.cards:
        paper = sheet.paper_of_cards.fill(papier=paper, kaarten=sheet.cards.of(row.cards))
    widths = (PAPER - NAME - 4, WIDTH - PAPER)
    height = max(text_height(ruler, row.name, "strong", widths[0]), text_height(ruler, paper, "text", widths[1]))

    def draw(page: Page, x: float, y: float) -> None:
        count = sheet.count.fill(n=row.count)
        page.text(count, "strong", x + COUNT, y + 4.2, width=COUNT, align="right")
        set_text(page, row.name, "strong", x + NAME, y, widths[0])
        set_text(page, paper, "text", x + PAPER, y, widths[1])
        page.line(x, y + height + 2, x + WIDTH, y + height + 2, "cover-row")

    return Block(height + 2, draw, 2.7)
