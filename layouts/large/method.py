"""The method in large letters: an intro, three steps and two terms, on as many pages as they take (design, 26)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Circle
from kit.draw.look.roles import SIGNS
from kit.draw.page import Page
from kit.model.schema import Captions, Method, Paragraph
from kit.model.text.spans import Text

from ..shared import pictures
from ..shared.parts import step_disc, tick_box
from .blocks import Block, pages, set_text, text_block, text_height
from .frame import WIDTH

DISC: Final = 12.0
TEXT: Final = 32.0
ICON: Final = 9.0
ICON_INDENT: Final = 13.0
TONES: Final = ("you", "strength", "bridge")
LABEL_TONES: Final = ("you", SIGNS["strength"].dark, "bridge")
BETWEEN_STEPS: Final = 10.0
DURATION_GAP: Final = 5.0
SIGNS_X: Final = 134.0
PICTURE_GAP: Final = 5.0
TERM_INDENT: Final = 11.0
TICK: Final = 7.0


def draw(context: DrawingContext, sheet: Method) -> list[Page]:
    """Some A4 pages."""
    return pages(
        context, sheet, (sheet.title, sheet.subtitle, sheet.bookmark), list(_blocks(context, sheet)), A4_PORTRAIT
    )


def _blocks(context: DrawingContext, sheet: Method) -> Iterator[Block]:
    ruler = context.page(A4_PORTRAIT)
    # Where a text breaks on the usual sheet, it is too wide for this one.
    yield text_block(ruler, sheet.intro.on_one_line(), "lead", WIDTH)
    for number in range(len(sheet.steps)):
        yield from _step(ruler, context, sheet, number)
    fields = context.catalogue.steps.partner_fields
    yield _term(ruler, fields.supralocal, sheet.supralocal, 12)
    yield _term(ruler, fields.boundary_pushing, sheet.boundary_pushing, 6)


def _step(ruler: Page, context: DrawingContext, sheet: Method, number: int) -> Iterator[Block]:
    """The head of a step, its paragraphs, and the sheets that it is about."""
    yield _head(context, sheet, number).and_next()
    count = context.catalogue.sectors.count
    for paragraph in sheet.steps[number].paragraphs:
        yield from _paragraph(ruler, paragraph, count)
    yield from _pictures(ruler, sheet, number)


def _head(context: DrawingContext, sheet: Method, number: int) -> Block:
    """The disc of a step, how long it takes, its head; beside the second the signs of strengths and limits."""
    step = context.catalogue.steps.step(number + 1)

    def draw(page: Page, x: float, y: float) -> None:
        step_disc(page, Circle(x + DISC, y + DISC, DISC), TONES[number], step.digit)
        end = x + (SIGNS_X if number == 1 else WIDTH)
        label = page.text(step.label, "step-label", x + TEXT, y + 8, width=end - x - TEXT, tone=LABEL_TONES[number])
        if duration := sheet.steps[number].duration:
            start = label.right + DURATION_GAP
            page.text(duration, "small", start, y + 8, width=end - start)
        page.text(step.head, "step-head", x + TEXT, y + 19, width=end - x - TEXT)
        if number == 1:
            _signs(page, sheet.captions, x + SIGNS_X + 2, y)

    return Block(2 * DISC, draw, BETWEEN_STEPS)


def _paragraph(ruler: Page, paragraph: Paragraph, count: int) -> Iterator[Block]:
    """A paragraph with its icon, and the example under it."""
    indent = TEXT + (ICON_INDENT if paragraph.icon else 0)
    text = paragraph.text.fill(aantal=count).on_one_line()
    block = text_block(ruler, text, "text", WIDTH, indent=indent)
    if paragraph.icon:
        sign, plain = SIGNS[paragraph.icon], block.draw

        def draw(page: Page, x: float, y: float) -> None:
            page.icon(sign.icon, (x + TEXT + ICON / 2, y + ICON / 2 - 1.5), ICON, sign.dark)
            plain(page, x, y)

        block = Block(block.height, draw)
    if paragraph.example:
        yield block.and_next()
        yield text_block(ruler, paragraph.example.on_one_line(), "small", WIDTH, indent=indent, gap=2.4)
    else:
        yield block


def _pictures(ruler: Page, sheet: Method, number: int) -> Iterator[Block]:
    """Small pictures of sheets, each with its name."""
    captions = sheet.captions
    found = (
        ((pictures.canvas_1, captions.canvas_1),),
        (),
        ((pictures.bubble_sheet, captions.bubble_sheet), (pictures.canvas_2, captions.canvas_2)),
    )[number]
    if found:

        def draw(page: Page, x: float, y: float) -> None:
            for i, (picture, caption) in enumerate(found):
                left = x + TEXT + i * 70
                picture(page, left, y)
                set_text(page, caption, "small", left, y + pictures.SIZE.height + 3, 66)

        yield Block(pictures.SIZE.height + 3 + text_height(ruler, found[0][1], "small", 66), draw, PICTURE_GAP)


def _signs(page: Page, captions: Captions, x: float, y: float) -> None:
    """The sun and the cloud under each other, each with its word."""
    for i, (sign, word) in enumerate(((SIGNS["strength"], captions.strengths), (SIGNS["limit"], captions.limits))):
        page.icon(sign.icon, (x + 5, y + 6 + 12 * i), 10, sign.dark)
        page.text(word, "small", x + 13, y + 8 + 12 * i, width=WIDTH - SIGNS_X - 15)


def _term(ruler: Page, term: Text, sentence: Text, gap: float) -> Block:
    """What a box on cards and canvas means."""
    width = WIDTH - TERM_INDENT
    head = text_height(ruler, term, "tick-label", width)

    def draw(page: Page, x: float, y: float) -> None:
        tick_box(page, x, y - 0.8, TICK)
        set_text(page, term, "tick-label", x + TERM_INDENT, y, width)
        set_text(page, sentence, "text", x + TERM_INDENT, y + head + 2, width)

    return Block(head + 2 + text_height(ruler, sentence, "text", width), draw, gap)
