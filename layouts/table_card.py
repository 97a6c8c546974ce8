"""The card that stands on a table: a number to be seen from the door, and who sits there (design, section 19).

At the table: fold the sheet once in the middle, so that it stands as a tent. Unfolded it lies in a plastic stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Final, Literal

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Circle, Size
from kit.draw.page import Page
from kit.draw.paths import circle, ring
from kit.model.schema import TableCardSheet
from kit.model.text.spans import Text, joined
from kit.model.workshop.stack import Names, TableCard

from .shared.frame import URL_WIDTH, sheet_code
from .shared.parts import step_disc

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
WHEN_Y_OF_TWO: Final = 22.5
SEATS_Y: Final = 33.8
BESIDE_CODE: Final = 58.0
"""How wide a text may be beside the code."""

BESIDE_ADDRESS: Final = RIGHT - URL_WIDTH - 2 - TEXT
"""How wide a text may be beside the address, which is wider than the code."""

PLACES: Final = 6
FIRST_LINE: Final = 47.0
PITCH: Final = 11.2
NAME_RISE: Final = 5.1
OF_RISE: Final = 1.3
ALONE_RISE: Final = 2.8
"""A name under which nothing is known stands nearer to its line."""

TIGHT_NAME_RISE: Final = 7.4
TIGHT_OF_RISE: Final = 4.2
"""Where an organisation and its municipality take two lines: closer, so that nothing of them is left out."""

BORDER_Y: Final = 109.5
WORDS_Y: Final = 115.6
HEADED: Final = 2
"""So many sentences say what lies where, each with a head and on a line of its own, where there is room."""

STEPS_Y: Final = 134.0
STEP_WORD_Y: Final = 135.5
STEP_DISC: Final = 5.0
STEP_INDENT: Final = 8.0
STEP_GAP: Final = 6.0
TONES: Final = ("you", "strength", "bridge")

FOLD_Y: Final = FACE.height
FOLD_MARKS: Final = ((9.5, 16.0), (194.0, 200.5))
FOLD_WORD: Final = (20.0, 149.6)


def draw(context: DrawingContext, sheet: TableCardSheet, card: TableCard) -> list[Page]:
    """A4 pages with two faces each; a table with more than six places has several with the same number."""
    return [_tent(context, sheet, card, rows) for rows in shared([*card.seats, *[None] * card.free])]


def shared(rows: Sequence[Names | None], most: int = PLACES) -> Iterator[Sequence[Names | None]]:
    """The places of each card, at most so many: as many as on the others, or one less."""
    cards = max(1, ceil(len(rows) / most))
    ends = [ceil(len(rows) * i / cards) for i in range(cards + 1)]
    for start, end in pairwise(ends):
        yield rows[start:end]


def _tent(context: DrawingContext, sheet: TableCardSheet, card: TableCard, rows: Sequence[Names | None]) -> Page:
    """Two faces; the fold is the top of both. ``rows`` are the people, nobody for a free place."""
    page = context.page(A4_PORTRAIT)
    face = _face(context, sheet, card, rows)
    page.place(face, 0, 0, turned=True)
    page.place(face, 0, FACE.height)
    for start, end in FOLD_MARKS:
        page.line(start, FOLD_Y, end, FOLD_Y, "fold-mark")
    page.text(sheet.fold, "table-fold", *FOLD_WORD, width=BUBBLE.x)
    return page


def _face(context: DrawingContext, sheet: TableCardSheet, card: TableCard, rows: Sequence[Names | None]) -> Page:
    page = context.page(FACE)
    _number(page, sheet, card.number)
    page.text(context.catalogue.kit.title.upper(), "brand", TEXT, BRAND_Y, width=BESIDE_CODE)
    if when := together(page, sheet.when, "table-when", BESIDE_CODE, datum=card.date, plaats=card.place):
        text, lines = when
        page.text(text, "table-when", TEXT, WHEN_Y if lines == 1 else WHEN_Y_OF_TWO, width=BESIDE_CODE, lines=lines)
    sheet_code(page, context, sheet)
    _places(page, sheet, rows, known=any(is_known(names) for names in card.seats))
    page.line(LEFT, BORDER_Y, RIGHT, BORDER_Y, "border")
    _words(page, sheet, card)
    _steps(page, context)
    return page


def _number(page: Page, sheet: TableCardSheet, number: int) -> None:
    """The number in its bubble."""
    page.tint(ring(BUBBLE, RING), "you-tint")
    page.stroke(circle(BUBBLE), "centre")
    page.text(sheet.label, "table-label", BUBBLE.x, LABEL_Y, width=BUBBLE.r, align="centre")
    page.digit(Text.of(f"{number}"), f"table-number-{len(str(number))}", NUMBER, "ink")


def is_known(names: Names) -> bool:
    """Whether anything is known of who sits at a place."""
    return any((names.participant, names.organisation, names.municipality))


def _places(page: Page, sheet: TableCardSheet, rows: Sequence[Names | None], *, known: bool) -> None:
    """A line a place. Where nobody at the table is known all places are equal: lines to write names on."""
    page.text(sheet.seats, "table-seats", TEXT, SEATS_Y, width=BESIDE_ADDRESS)
    for i, names in enumerate(rows):
        y = FIRST_LINE + PITCH * i
        page.line(TEXT, y, RIGHT, y)
        if names is not None:
            _seat(page, sheet, names, y, BESIDE_CODE if i == 0 else RIGHT - TEXT)
        elif known:
            page.text(sheet.free, "table-of", RIGHT, y - OF_RISE, width=RIGHT - TEXT, align="right")


def _seat(page: Page, sheet: TableCardSheet, names: Names, y: float, width: float) -> None:
    """Who sits at the line at ``y``, as far as that is known. The name is no wider than ``width`` if that can be."""
    choice = names.organisations or (None,)
    tries = [
        together(page, sheet.of, "table-of", RIGHT - TEXT, organisatie=name, gemeente=names.municipality)
        for name in choice
    ]
    of = next((one for one in tries if one and _holds(page, *one)), tries[0])
    if of is None:
        _name(page, names, "table-name", y - ALONE_RISE, width)
    elif of[1] == 1:
        _name(page, names, "table-name", y - NAME_RISE, width)
        page.text(of[0], "table-of", TEXT, y - OF_RISE, width=RIGHT - TEXT)
    else:
        _name(page, names, "table-name-tight", y - TIGHT_NAME_RISE, width)
        page.text(of[0], "table-of-tight", TEXT, y - TIGHT_OF_RISE, width=RIGHT - TEXT, lines=2)


def _name(page: Page, names: Names, role: str, y: float, width: float) -> None:
    """A name, if it is known: as wide as the place where it must be."""
    if names.participant:
        width = width if page.fits(names.participant, role, width) else RIGHT - TEXT
        page.text(names.participant, role, TEXT, y, width=width)


def _holds(page: Page, text: Text, lines: Literal[1, 2]) -> bool:
    """Whether it fits under a name on so many lines."""
    return page.fits(text, "table-of" if lines == 1 else "table-of-tight", RIGHT - TEXT, lines=lines)


def together(
    page: Page, pattern: Text, role: str, width: float, **values: Text | None
) -> tuple[Text, Literal[1, 2]] | None:
    """A pattern filled in, or the one value that is known, and how many lines it takes.

    On two lines the last value stands on the second if that fits.
    """
    known = {name: value for name, value in values.items() if value}
    if not known:
        return None
    whole = len(known) == len(values)
    text = pattern.fill(**known) if whole else next(iter(known.values()))
    if page.fits(text, role, width):
        return text, 1
    name, last = known.popitem()
    broken = pattern.fill(**known, **{name: joined([Text.of("\n"), last], "")})
    return broken if whole and page.fits(broken, role, width, lines=2) else text, 2


def _words(page: Page, sheet: TableCardSheet, card: TableCard) -> None:
    """What lies where, and what else there is to know."""
    told = list(sentences(sheet, card))
    headed, others = told[:HEADED], told[HEADED:]
    text = joined([*headed, joined(others, " ")] if others else headed, "\n")
    if not page.fits(text, "table-text", RIGHT - LEFT, lines=3):
        text = joined(told, " ")
    if card.facilitator and card.facilitator.mark:
        # What is too long for the card is the name that was put into it.
        text = Text(text.spans, card.facilitator.mark)
    page.text(text, "table-text", LEFT, WORDS_Y, width=RIGHT - LEFT, lines=3)


def sentences(sheet: TableCardSheet, card: TableCard) -> Iterator[Text]:
    """What lies where, and what else there is to know: only what is true at this table."""
    yield sheet.places.of(card.cards) if card.cards else sheet.places_without_cards
    yield sheet.middle
    if any(names.participant for names in card.seats):
        yield sheet.named
    if card.facilitator:
        yield sheet.question.fill(begeleider=card.facilitator)


def _steps(page: Page, context: DrawingContext) -> None:
    """The three steps on one line, spread evenly; long heads share the room there is."""
    steps = context.catalogue.steps.steps
    between = len(steps) - 1
    room = RIGHT - LEFT - len(steps) * (STEP_DISC + STEP_INDENT) - between * STEP_GAP
    widths = [page.widest([step.head], "table-step") for step in steps]
    widths = [width * min(1, room / sum(widths)) for width in widths]
    gap = STEP_GAP + (room - sum(widths)) / between
    x = LEFT + STEP_DISC
    for step, tone, width in zip(steps, TONES, widths, strict=True):
        step_disc(page, Circle(x, STEPS_Y, STEP_DISC), tone, step.digit)
        page.text(step.head, "table-step", x + STEP_INDENT, STEP_WORD_Y, width=width)
        x += STEP_INDENT + width + gap + STEP_DISC
