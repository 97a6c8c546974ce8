"""The card that stands on a table in large letters, and a sheet that lies beside it (design, section 26).

At the table: fold the card once in the middle, so that it stands as a tent. What does not fit on it is on the sheet:
what lies where, and the three steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Circle
from kit.draw.page import Page
from kit.draw.paths import circle, ring
from kit.model.schema import TableCardSheet
from kit.model.text.spans import Text, joined
from kit.model.workshop.stack import Names, TableCard

from ..shared.parts import step_disc
from ..table_card import BUBBLE, FACE, FOLD_MARKS, FOLD_Y, LEFT, NUMBER, RIGHT, RING, TONES, is_known, sentences, shared
from .blocks import Block, capital, pages, set_text, text_block
from .frame import WIDTH, sheet_code

PLACES: Final = ((3, 28.5), (2, 43.0))
"""How many places there may be on a card, and how far their lines are apart: the first that all names fit in."""

AIR: Final = 3.0
TEXT: Final = 114.0
BRAND_Y: Final = 16.0
BESIDE_CODE: Final = 60.0
LABEL_Y: Final = 28.0
WHEN_Y: Final = 116.0
WHEN_WIDTH: Final = 92.0
SEATS_Y: Final = 47.0
OF_LINES: Final = 3
RISE: Final = 2.6
"""From the line of a place up to the last baseline of who sits there."""

FOLD_WORD: Final = (20.0, 151.0)
STEP: Final = 12.0
STEP_INDENT: Final = 31.0


def draw(context: DrawingContext, sheet: TableCardSheet, card: TableCard) -> list[Page]:
    """A4 pages with two faces each, of as many places as their names leave room for, then an A4 page with the rest."""
    ruler = context.page(FACE)
    highest = max((_height(ruler, sheet, names) for names in card.seats), default=0)
    most, pitch = next((one for one in PLACES if highest <= one[1] - AIR), PLACES[-1])
    tents = [_tent(context, sheet, card, rows, pitch) for rows in shared([*card.seats, *[None] * card.free], most)]
    title = joined([sheet.label, Text.of(f"{card.number}")], " ")
    words = (title, _when(sheet, card), sheet.bookmark)
    return [*tents, *pages(context, sheet, words, list(_words(context, sheet, card)))]


def _when(sheet: TableCardSheet, card: TableCard) -> Text | None:
    """The date and the place, as far as they are known."""
    if card.date and card.place:
        return sheet.when.fill(datum=card.date, plaats=card.place)
    return card.date or card.place


def _tent(
    context: DrawingContext, sheet: TableCardSheet, card: TableCard, rows: Sequence[Names | None], pitch: float
) -> Page:
    """Two faces; the fold is the top of both."""
    page = context.page(A4_PORTRAIT)
    face = _face(context, sheet, card, rows, pitch)
    page.place(face, 0, 0, turned=True)
    page.place(face, 0, FACE.height)
    for start, end in FOLD_MARKS:
        page.line(start, FOLD_Y, end, FOLD_Y, "fold-mark")
    page.text(sheet.fold, "narrow", *FOLD_WORD, width=BUBBLE.x)
    return page


def _face(
    context: DrawingContext, sheet: TableCardSheet, card: TableCard, rows: Sequence[Names | None], pitch: float
) -> Page:
    page = context.page(FACE)
    page.tint(ring(BUBBLE, RING), "you-tint")
    page.stroke(circle(BUBBLE), "centre")
    page.text(sheet.label, "table-label", BUBBLE.x, LABEL_Y, width=BUBBLE.r, align="centre")
    page.digit(Text.of(f"{card.number}"), f"table-number-{len(str(card.number))}", NUMBER, "ink")
    page.text(context.catalogue.kit.title.upper(), "brand", TEXT, BRAND_Y, width=BESIDE_CODE, lines=2, leading=6.4)
    if when := _when(sheet, card):
        page.text(when, "small", LEFT, WHEN_Y, width=WHEN_WIDTH, lines=2)
    sheet_code(page, context, sheet)
    page.text(sheet.seats, "strong", TEXT, SEATS_Y, width=RIGHT - TEXT)
    known = any(is_known(names) for names in card.seats)
    for i, names in enumerate(rows):
        _place(page, sheet, names, SEATS_Y + 1.5 + pitch * (i + 1), known=known)
    return page


def _place(page: Page, sheet: TableCardSheet, names: Names | None, y: float, *, known: bool) -> None:
    """A line, and above it who sits there; where nobody at the table is known all places are lines to write on."""
    page.line(TEXT, y, RIGHT, y)
    if names is None:
        if known:
            page.text(sheet.free, "narrow", RIGHT, y - RISE, width=RIGHT - TEXT, align="right")
        return
    bottom = y - RISE
    for text, role, lines, gap in _texts(page, sheet, names):
        bottom -= page.measure(text, role, RIGHT - TEXT, lines=lines).height
        page.text(text, role, TEXT, bottom, width=RIGHT - TEXT, lines=lines)
        bottom -= gap


def _texts(page: Page, sheet: TableCardSheet, names: Names) -> Iterator[tuple[Text, str, int, float]]:
    """Who sits at a place, from the bottom upwards: text, role, lines, and how far above it the next one ends."""
    if of := _of(page, sheet, names):
        yield of, "narrow", OF_LINES, page.style("narrow").leading + 0.8
    if names.participant:
        one = page.fits(names.participant, "printed-name", RIGHT - TEXT)
        yield names.participant, "printed-name" if one else "printed-name-lines", 1 if one else 2, 0


def _height(page: Page, sheet: TableCardSheet, names: Names) -> float:
    """How high all that stands above a line is."""
    high = RISE
    for text, role, lines, gap in _texts(page, sheet, names):
        high += page.measure(text, role, RIGHT - TEXT, lines=lines).height + (gap or capital(page, role))
    return high


def _of(page: Page, sheet: TableCardSheet, names: Names) -> Text | None:
    """The organisation, with its short name where the whole one does not fit, and its municipality."""
    tries = [_whence(sheet, name, names.municipality) for name in names.organisations or (None,)]
    found = [one for one in tries if one]
    fitting = (one for one in found if page.fits(one, "narrow", RIGHT - TEXT, lines=OF_LINES))
    return next(fitting, found[0] if found else None)


def _whence(sheet: TableCardSheet, organisation: Text | None, municipality: Text | None) -> Text | None:
    if organisation and municipality:
        return sheet.of.fill(organisatie=organisation, gemeente=municipality)
    return organisation or municipality


def _words(context: DrawingContext, sheet: TableCardSheet, card: TableCard) -> Iterator[Block]:
    """What lies where and what else there is to know, then the three steps."""
    ruler = context.page(A4_PORTRAIT)
    for sentence in sentences(sheet, card):
        yield text_block(ruler, sentence, "lead", WIDTH, gap=6)
    for i, step in enumerate(context.catalogue.steps.steps):
        yield _step(step.digit, step.head, TONES[i], 14 if i == 0 else 8)


def _step(digit: Text, head: Text, tone: str, gap: float) -> Block:
    def draw(page: Page, x: float, y: float) -> None:
        step_disc(page, Circle(x + STEP, y + STEP, STEP), tone, digit)
        set_text(page, head, "step-head", x + STEP_INDENT, y + STEP - 3, WIDTH - STEP_INDENT)

    return Block(2 * STEP, draw, gap)
