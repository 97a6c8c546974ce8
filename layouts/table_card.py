"""The card that stands on a table: a number to be seen from the door, and who sits there (design, section 19).

At the table: fold the sheet once in the middle, so that it stands as a tent. Unfolded it lies in a plastic stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kit.draw.desk import Desk
from kit.draw.geometry import A4_PORTRAIT, Circle, Size, circle, ring
from kit.draw.page import Page
from kit.model.schema import TableCardSheet
from kit.model.stack import NOBODY, Names, TableCard
from kit.model.text import Text, joined

from .parts import sheet_code, step_disc

FACE: Final = Size(A4_PORTRAIT.width, A4_PORTRAIT.height / 2)
LEFT: Final = 12.0
RIGHT: Final = 198.0

BUBBLE: Final = Circle(58, 57, 46)
RING: Final = 4.2
LABEL_Y: Final = 27.4
NUMBER: Final = Circle(58, 60.6, 46 - RING)
"""Where the number has its optical centre, and how much room it has."""

TEXT: Final = 114.0
BRAND_Y: Final = 17.0
WHEN_Y: Final = 23.6
SEATS_Y: Final = 33.8
BESIDE_CODE: Final = 58.0
"""How wide a text may be beside the code and its address."""

PLACES: Final = 6
FIRST_LINE: Final = 47.0
PITCH: Final = 11.2
NAME_RISE: Final = 5.1
OF_RISE: Final = 1.3
TIGHT_NAME_RISE: Final = 7.9
TIGHT_OF_RISE: Final = 4.5
"""Where an organisation and its municipality take two lines: closer, so that nothing of them is left out."""


BORDER_Y: Final = 109.5
WORDS_Y: Final = 115.6
STEPS_Y: Final = 134.0
STEP_WORD_Y: Final = 135.5
STEP_DISC: Final = 5.0
STEP_INDENT: Final = 8.0
TONES: Final = ("you", "strength", "bridge")

FOLD_Y: Final = FACE.height
FOLD_MARKS: Final = ((9.5, 16.0), (194.0, 200.5))
FOLD_WORD: Final = (20.0, 149.6)


def draw(desk: Desk, sheet: TableCardSheet, card: TableCard) -> list[Page]:
    """A4 pages with two faces each; a table with more than six places has several with the same number."""
    rows: list[Names | None] = [*card.seats, *[None] * card.free]
    return [_tent(desk, sheet, card, rows[start : start + PLACES]) for start in range(0, len(rows), PLACES)]


def _tent(desk: Desk, sheet: TableCardSheet, card: TableCard, rows: Sequence[Names | None]) -> Page:
    """Two faces; the fold is the top of both. ``rows`` are the people, nobody for a free place."""
    page = desk.page(A4_PORTRAIT)
    face = _face(desk, sheet, card, rows)
    page.place(face, 0, 0, turned=True)
    page.place(face, 0, FACE.height)
    for start, end in FOLD_MARKS:
        page.line(start, FOLD_Y, end, FOLD_Y, "fold-mark")
    page.text(sheet.fold, "table-fold", *FOLD_WORD, width=BUBBLE.x)
    return page


def _face(desk: Desk, sheet: TableCardSheet, card: TableCard, rows: Sequence[Names | None]) -> Page:
    page = desk.page(FACE)
    _number(page, sheet, card.number)
    page.text(desk.catalogue.kit.title.upper(), "brand", TEXT, BRAND_Y, width=BESIDE_CODE)
    if when := _together(sheet.when, datum=card.date, plaats=card.place):
        page.text(when, "table-when", TEXT, WHEN_Y, width=BESIDE_CODE, lines=2)
    sheet_code(page, desk, sheet)
    page.text(sheet.seats, "table-seats", TEXT, SEATS_Y, width=BESIDE_CODE)
    for i, names in enumerate(rows):
        _place(page, sheet, names, FIRST_LINE + PITCH * i, BESIDE_CODE if i == 0 else RIGHT - TEXT)
    page.line(LEFT, BORDER_Y, RIGHT, BORDER_Y, "border")
    words = joined(_words(sheet, card))
    page.text(words, "table-text", LEFT, WORDS_Y, width=RIGHT - LEFT, lines=3)
    _steps(page, desk)
    return page


def _number(page: Page, sheet: TableCardSheet, number: int) -> None:
    """The number in its bubble."""
    page.tint(ring(BUBBLE, RING), "you-tint")
    page.stroke(circle(BUBBLE), "centre")
    page.text(sheet.label, "table-label", BUBBLE.x, LABEL_Y, width=BUBBLE.r, align="centre")
    page.digit(Text.of(f"{number}"), f"table-number-{len(str(number))}", NUMBER, "ink")


def _place(page: Page, sheet: TableCardSheet, names: Names | None, y: float, width: float) -> None:
    """The line of one place: who sits there, as far as that is known; nobody sits at a free place."""
    page.line(TEXT, y, RIGHT, y)
    if names is None:
        page.text(sheet.free, "table-of", RIGHT, y - OF_RISE, width=RIGHT - TEXT, align="right")
        return
    of = _together(sheet.of, organisatie=names.organisation, gemeente=names.municipality)
    tight = of is not None and not page.fits(of, "table-of", RIGHT - TEXT)
    if names.participant:
        role, rise = ("table-name-tight", TIGHT_NAME_RISE) if tight else ("table-name", NAME_RISE)
        width = width if page.fits(names.participant, role, width) else RIGHT - TEXT
        page.text(names.participant, role, TEXT, y - rise, width=width)
    if of and tight:
        page.text(of, "table-of-tight", TEXT, y - TIGHT_OF_RISE, width=RIGHT - TEXT, lines=2)
    elif of:
        page.text(of, "table-of", TEXT, y - OF_RISE, width=RIGHT - TEXT)


def _together(pattern: Text, **values: Text | None) -> Text | None:
    """A pattern filled in; where only one of its values is known, that one alone."""
    known = {name: value for name, value in values.items() if value}
    if len(known) == len(values):
        return pattern.fill(**known)
    return next(iter(known.values()), None)


def _words(sheet: TableCardSheet, card: TableCard) -> Iterator[Text]:
    """What lies where, and whom to ask."""
    yield sheet.places.of(card.cards)
    if any(names != NOBODY for names in card.seats):
        yield sheet.named
    if card.facilitator:
        yield sheet.question.fill(begeleider=card.facilitator)


def _steps(page: Page, desk: Desk) -> None:
    """The three steps on one line, spread evenly."""
    steps = desk.catalogue.steps.steps
    widths = [
        STEP_DISC + STEP_INDENT + page.measure(step.head, "table-step", RIGHT - LEFT, lines=1).width for step in steps
    ]
    gap = (RIGHT - LEFT - sum(widths)) / (len(steps) - 1)
    x = LEFT
    for step, tone, width in zip(steps, TONES, widths, strict=True):
        step_disc(page, Circle(x + STEP_DISC, STEPS_Y, STEP_DISC), tone, step.digit)
        word = x + STEP_DISC + STEP_INDENT
        page.text(step.head, "table-step", word, STEP_WORD_Y, width=width - STEP_DISC - STEP_INDENT + 0.01)
        x += width + gap
