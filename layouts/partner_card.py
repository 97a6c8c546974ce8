"""The partner card, four on A4 or eight on A3: fronts with fields, and backs where ink allows (design, section 10).

How to print, cut and stack them: see ``kit.draw.paper.imposition``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from kit.draw.bubbles.layouts import Rule
from kit.draw.context import DrawingContext
from kit.draw.fields import Place, Tick, on_lines
from kit.draw.geometry import A4_PORTRAIT, A6_PORTRAIT, Box, grid
from kit.draw.look.roles import SIGNS, Kind
from kit.draw.page import Page
from kit.draw.paper.imposition import Scheme, Side
from kit.model.printing import CardPrint
from kit.model.schema import CardBack, PartnerCard
from kit.model.text.spans import Text
from kit.model.workshop.stack import Owner

from .shared.card_head import LEFT, RIGHT, URL_X, card_head, card_owner
from .shared.card_sheets import USUAL, filled, scheme_of
from .shared.network import Look, network
from .shared.parts import cut_marks, tick_box, writing_lines

FIELD_YS: Final = (31.5, 46.7, 61.9)
LINE_BELOW: Final = 9.6
TICKS_Y: Final = 80.4
TICKS_X: Final = (LEFT, 50.0)
TICK_ENDS: Final = (48.0, RIGHT)
"""Where the boxes to tick begin, and where their labels end at most."""

BORDER_Y: Final = 86.4
IDEA_LINES_Y: Final = 106.0
PITCH: Final = 8.5
BELONGS_Y: Final = 138.0
"""Two higher than in the design, the lines above it 1.2: there its boxes end 7 mm above the edge of the paper."""

BELONGS_XS: Final[Mapping[Kind, float]] = MappingProxyType({"limit": 33.5, "strength": 69.5})
CONTACT_ROW: Final = 3
CONTACT_END: Final = 58.0
WHEN_START: Final = 61.0
"""On a card without a back: the row that asks who will call and when, where the one ends and the other begins."""

CONTACT_YS: Final = (22.4, 26.4)

BACK_LEFT, BACK_RIGHT = 13.0, 92.0
NETWORK: Final = Look("card-bubble", "card-link", node=1.4)


def draw(context: DrawingContext, sheet: PartnerCard, printed: CardPrint = USUAL) -> list[Page]:
    """One page full of fronts; one of backs, where the edition has them."""
    return card_sheets(context, sheet, [None] * scheme_of(context, printed, A6_PORTRAIT).each, printed)


def draw_single(
    context: DrawingContext, sheet: PartnerCard, owner: Owner | None = None, *, backs: bool = True
) -> list[Page]:
    """One card by itself: its front, and its back where the edition has one. Cards that are the same are one page."""
    backs = backs and context.theme.card_backs
    key = (__name__, sheet.name, "single", backs)
    of = context.ground((*key, owner), lambda: front(context, sheet, owner, backs=backs))
    return [of, *([context.ground(key, lambda: back(context, sheet.back))] if backs else [])]


def card_sheets(
    context: DrawingContext, sheet: PartnerCard, cards: Sequence[Owner | None], printed: CardPrint = USUAL
) -> list[Page]:
    """Fronts and backs by turns of sheets that give these cards in order, when they are cut and stacked.

    ``cards``: whose each is, if that is known. Sheets that are the same are one page.
    """
    scheme, pages = scheme_of(context, printed, A6_PORTRAIT), list[Page]()
    backs = printed.backs and context.theme.card_backs
    for side, behind in zip(scheme.fronts(len(cards)), scheme.backs(len(cards)), strict=True):
        owners = tuple(cards[slot.card] for slot in side)
        pages.append(_fronts(context, sheet, scheme, side, owners, backs=backs))
        if backs:
            pages.append(_backs(context, sheet, scheme, behind))
    return pages


def _fronts(
    context: DrawingContext,
    sheet: PartnerCard,
    scheme: Scheme,
    side: Side,
    owners: tuple[Owner | None, ...],
    *,
    backs: bool,
) -> Page:
    """The front of a sheet: cards of nobody in particular, and on top of these the owners that are known.

    It is the fronts that are cut along: nobody sees both sides at once.
    """
    key = (__name__, sheet.name, "fronts", scheme.paper, len(side), backs)

    def cards() -> Page:
        page = context.page(scheme.paper)
        cut_marks(page, scheme.grid)
        return filled(context, front(context, sheet, backs=backs), scheme, side, page)

    blank = context.ground(key, cards)
    if not any(owners):
        return blank

    def owned() -> Page:
        page = context.page_on(blank)
        for slot, owner in zip(side, owners, strict=True):
            if owner is not None:
                card_owner(page, context, sheet, owner, slot.box.x, slot.box.y)
        return page

    return context.ground((*key, owners), owned)


def _backs(context: DrawingContext, sheet: PartnerCard, scheme: Scheme, side: Side) -> Page:
    """The back of a sheet; it is moved as the scheme says."""
    key = (__name__, sheet.name, "backs", scheme, len(side))
    return context.ground(key, lambda: filled(context, back(context, sheet.back), scheme, side))


def front(context: DrawingContext, sheet: PartnerCard, owner: Owner | None = None, *, backs: bool = True) -> Page:
    """The front of one card; with the ``owner`` whose card it is, if that is known.

    Without ``backs``, who contacts the partner is asked on the front.
    """
    blank = context.ground((__name__, sheet.name, backs), lambda: _blank(context, sheet, backs=backs))
    if owner is None:
        return blank
    page = context.page_on(blank)
    card_owner(page, context, sheet, owner)
    return page


def _blank(context: DrawingContext, sheet: PartnerCard, *, backs: bool) -> Page:
    """The front of a card of nobody in particular."""
    page = context.page(A6_PORTRAIT)
    fields = context.catalogue.steps.partner_fields
    card_head(page, context, sheet)
    for label, y in zip((fields.name, fields.municipality, fields.sector), FIELD_YS, strict=True):
        page.text(label, "card-label", LEFT, y, width=RIGHT - LEFT)
        page.line(LEFT, y + LINE_BELOW, RIGHT, y + LINE_BELOW)
    for label, left, right in zip((fields.supralocal, fields.boundary_pushing), TICKS_X, TICK_ENDS, strict=True):
        _tick(page, label, left, right)
    page.line(LEFT, BORDER_Y, RIGHT, BORDER_Y, "border")
    _idea(page, sheet, backs=backs)
    _belongs_to(page, sheet)
    return page


def _tick(page: Page, label: Text, left: float, right: float) -> None:
    """A box to tick and its label."""
    box = _ticked(left)
    tick_box(page, box.x, box.y, box.width)
    page.text(label, "tick-label", left + 7.8, TICKS_Y, width=right - left - 7.8)


def _ticked(left: float) -> Box:
    return Box(left, TICKS_Y - 4, 5.4, 5.4)


def _idea(page: Page, sheet: PartnerCard, *, backs: bool) -> None:
    """What you have in common, and lines for ideas; without a back the lowest asks who will call, and when."""
    page.icon("idea", (12.4, 93.8), 8.4, "bridge")
    page.text(sheet.idea.head, "card-head", 19, 93.6, width=RIGHT - 19)
    page.text(sheet.idea.hint, "card-hint", 19, 98.4, width=RIGHT - 19)
    ys = _idea_ys(sheet)
    writing_lines(page, LEFT, RIGHT, ys if backs else ys[:CONTACT_ROW])
    if not backs:
        y = IDEA_LINES_Y + PITCH * CONTACT_ROW
        for label, left, right in ((sheet.contact.who, LEFT, CONTACT_END), (sheet.contact.when, WHEN_START, RIGHT)):
            word = page.text(label, "card-contact", left, y - 0.3, width=right - left)
            page.line(word.right + 2, y, right, y)


def _idea_ys(sheet: PartnerCard) -> list[float]:
    return [IDEA_LINES_Y + PITCH * i for i in range(sheet.idea.lines)]


def _belongs_to(page: Page, sheet: PartnerCard) -> None:
    """Which exercise the card belongs to: cards are identical, so one stack serves both."""
    words = sheet.belongs_to
    page.text(words.text, "card-row-hint", LEFT, BELONGS_Y, width=23.5)
    choices: tuple[tuple[Text, Kind, float], ...] = (
        (words.limit, "limit", 20.6),
        (words.strength, "strength", 12.6),
    )
    for word, kind, width in choices:
        box = _belongs(kind)
        x = box.x
        tick_box(page, x, box.y, box.width)
        page.icon(SIGNS[kind].icon, (x + 9.6, BELONGS_Y - 1.3), 6.2, SIGNS[kind].dark)
        page.text(word, "card-row", x + 13.9, BELONGS_Y, width=width)


def _belongs(kind: Kind) -> Box:
    """The box to tick of an exercise."""
    return Box(BELONGS_XS[kind], BELONGS_Y - 3.8, 5, 5)


def typed_parts(context: DrawingContext, sheet: PartnerCard) -> dict[str, Page]:
    """A card by itself, and the cut marks of a sheet of A4 with four."""
    marks = context.page(A4_PORTRAIT)
    cut_marks(marks, grid(A4_PORTRAIT, A6_PORTRAIT))
    return {"p": front(context, sheet), "p-marks": marks}


def cells() -> tuple[Box, ...]:
    """Where the cards lie on it."""
    return grid(A4_PORTRAIT, A6_PORTRAIT).cells


def places(sheet: PartnerCard) -> list[list[Place | Tick]]:
    """Where typed text goes on a card. Who contacts the partner, and when, stand where a blank card has its address."""
    names = ("name", "municipality", "sector")
    fields = [on_lines(name, [Rule(LEFT, RIGHT, y + LINE_BELOW)]) for name, y in zip(names, FIELD_YS, strict=True)]
    ticks = [Tick(name, _ticked(x)) for name, x in zip(("supralocal", "boundary-pushing"), TICKS_X, strict=True)]
    kinds: tuple[Kind, Kind] = ("limit", "strength")
    return [
        [
            *fields,
            *ticks,
            on_lines("idea", [Rule(LEFT, RIGHT, y) for y in _idea_ys(sheet)]),
            *(Tick(kind, _belongs(kind)) for kind in kinds),
            Place("contact", tuple(Rule(URL_X, RIGHT, y) for y in CONTACT_YS), role="typed-note"),
        ]
    ]


def back(context: DrawingContext, words: CardBack) -> Page:
    """The back of one card."""
    page = context.page(A6_PORTRAIT)
    network(page, NETWORK)
    width = BACK_RIGHT - BACK_LEFT
    page.text(words.title, "card-back-title", BACK_LEFT, 84, width=width)
    for term, y, lines in ((words.supralocal, 92.5, 2), (words.boundary_pushing, 106, 3)):
        page.text(term.head, "card-term", BACK_LEFT, y, width=width)
        page.text(term.text, "card-definition", BACK_LEFT, y + 5.4, width=width, lines=lines)
    for label, left, right in ((words.contact, BACK_LEFT, 62), (words.when, 67, BACK_RIGHT)):
        page.text(label, "card-back-label", left, 127.5, width=right - left)
        page.line(left, 137, right, 137)
    return page
