"""The partner card, four on A4 or eight on A3: fronts with fields, and backs where ink allows (design, section 10).

How to print, cut and stack them: see ``kit.draw.imposition``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from kit.draw.bubbles import Rule
from kit.draw.desk import Desk
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, A6_PORTRAIT, Box, Size, grid
from kit.draw.imposition import Scheme, Side, usual_edge
from kit.draw.page import Page
from kit.draw.qr import MODULE_ON_CARD
from kit.draw.roles import SIGNS, Kind
from kit.draw.typed import Place, Tick, on_lines
from kit.model.schema import CardBack, PartnerCard
from kit.model.stack import CardPrint
from kit.model.text import Text

from .network import Look, network
from .parts import brand_mark, cut_marks, sheet_url, shown_url, tick_box, url_lines, writing_lines

LEFT: Final = 9.0
RIGHT: Final = 96.0
CODE: Final = Box(80.7, 6.4, 17, 17)
URL_X: Final = 26.2
URL_WIDTH: Final = 54.8
OWNER: Final = (25.6, 54.0)
OWNER_LONG: Final = (25.8, RIGHT - URL_X)
OWNER_LOWER: Final = (27.6, RIGHT - URL_X)
"""Baseline and width of the owner: beside the quiet zone of the code; a longer name, wholly beneath it; and under an
address of two lines."""

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
CONTACT_YS: Final = (21.0, 25.0)

BACK_LEFT: Final = 13.0
BACK_RIGHT: Final = 92.0
NETWORK: Final = Look("card-bubble", "card-link", node=1.4)


PAPERS: Final[Mapping[str, Size]] = MappingProxyType({"a4": A4_PORTRAIT, "a3": A3_LANDSCAPE})
USUAL: Final = CardPrint()


def draw(desk: Desk, sheet: PartnerCard, printed: CardPrint = USUAL) -> list[Page]:
    """One page full of fronts; one of backs, where the edition has them."""
    return card_sheets(desk, sheet, [None] * _scheme(desk, printed).each, printed)


def draw_single(desk: Desk, sheet: PartnerCard, organisation: Text | None = None) -> list[Page]:
    """One card by itself: its front, and its back where the edition has one. Cards that are the same are one page."""
    key = (__name__, sheet.name, "single")
    of = desk.ground((*key, organisation), lambda: front(desk, sheet, organisation))
    return [of, *([desk.ground(key, lambda: back(desk, sheet.back))] if desk.theme.card_backs else [])]


def card_sheets(desk: Desk, sheet: PartnerCard, cards: Sequence[Text | None], printed: CardPrint = USUAL) -> list[Page]:
    """Fronts and backs by turns of sheets that give these cards in order, when they are cut and stacked.

    ``cards``: the organisation that is printed on each, or nothing. Sheets that are the same are one page.
    """
    scheme, pages = _scheme(desk, printed), list[Page]()
    for side, behind in zip(scheme.fronts(len(cards)), scheme.backs(len(cards)), strict=True):
        pages.append(_fronts(desk, sheet, scheme, side, tuple(cards[slot.card] for slot in side)))
        if printed.backs and desk.theme.card_backs:
            pages.append(_backs(desk, sheet, scheme, behind))
    return pages


def _scheme(desk: Desk, printed: CardPrint) -> Scheme:
    paper = PAPERS[printed.paper]
    shift = desk.catalogue.kit.duplex_shift if printed.shift is None else printed.shift
    return Scheme(paper, A6_PORTRAIT, printed.flip or usual_edge(paper), shift)


def _fronts(desk: Desk, sheet: PartnerCard, scheme: Scheme, side: Side, owners: tuple[Text | None, ...]) -> Page:
    """The front of a sheet: cards of nobody in particular, and on top of these the owners that are known."""
    key = (__name__, sheet.name, "fronts", scheme.paper, len(side))
    blank = desk.ground(key, lambda: _side(desk, front(desk, sheet), scheme, side))
    if not any(owners):
        return blank

    def owned() -> Page:
        page = desk.page_on(blank)
        for slot, owner in zip(side, owners, strict=True):
            if owner is not None:
                _owner(page, desk, sheet, owner, slot.box.x, slot.box.y)
        return page

    return desk.ground((*key, owners), owned)


def _backs(desk: Desk, sheet: PartnerCard, scheme: Scheme, side: Side) -> Page:
    """The back of a sheet; it is moved with all that stands on it."""
    key = (__name__, sheet.name, "backs", scheme, len(side))
    return desk.ground(key, lambda: _side(desk, back(desk, sheet.back), scheme, side, scheme.moved))


def _side(desk: Desk, card: Page, scheme: Scheme, side: Side, moved: tuple[float, float] = (0, 0)) -> Page:
    """The same card in each slot, to be cut apart at marks that are ``moved`` to the right and down."""
    marks = desk.page(scheme.paper)
    cut_marks(marks, scheme.grid)
    page = desk.page(scheme.paper, trim=Box(0, 0, scheme.paper.width, scheme.paper.height))
    page.place(marks, *moved)
    # Read from left to right, as the fronts are.
    for slot in sorted(side, key=lambda slot: (slot.box.y, slot.box.x)):
        page.place(card, slot.box.x, slot.box.y, turned=slot.turned)
    return page


def front(desk: Desk, sheet: PartnerCard, organisation: Text | None = None) -> Page:
    """The front of one card; with the ``organisation`` whose cards these are, if it is known."""
    blank = desk.ground((__name__, sheet.name), lambda: _blank(desk, sheet))
    if organisation is None:
        return blank
    page = desk.page_on(blank)
    _owner(page, desk, sheet, organisation)
    return page


def _owner(page: Page, desk: Desk, sheet: PartnerCard, organisation: Text, left: float = 0, top: float = 0) -> None:
    """Whose card it is that lies on a page with its corner at (``left``, ``top``)."""
    words = sheet.owner.fill(organisatie=organisation)
    owner = replace(words, mark=organisation.mark or words.mark)
    short = page.fits(owner, "card-owner", OWNER[1])
    y, width = OWNER_LOWER if not _url_fits(page, desk) else OWNER if short else OWNER_LONG
    page.text(owner, "card-owner", left + URL_X, top + y, width=width)


def _blank(desk: Desk, sheet: PartnerCard) -> Page:
    """The front of a card of nobody in particular."""
    page = desk.page(A6_PORTRAIT)
    fields = desk.catalogue.steps.partner_fields
    _head(page, desk, sheet)
    for label, y in zip((fields.name, fields.municipality, fields.sector), FIELD_YS, strict=True):
        page.text(label, "card-label", LEFT, y, width=RIGHT - LEFT)
        page.line(LEFT, y + LINE_BELOW, RIGHT, y + LINE_BELOW)
    for label, left, right in zip((fields.supralocal, fields.boundary_pushing), TICKS_X, TICK_ENDS, strict=True):
        _tick(page, label, left, right)
    page.line(LEFT, BORDER_Y, RIGHT, BORDER_Y, "border")
    _idea(page, sheet)
    _belongs_to(page, sheet)
    return page


def _head(page: Page, desk: Desk, sheet: PartnerCard) -> None:
    """Mark, title, address and code."""
    base = desk.catalogue.kit.digital.base_url
    url = sheet_url(desk, sheet)
    brand_mark(page, LEFT, 8.6, 0.7)
    page.text(sheet.title, "card-title", 26, 16, width=URL_WIDTH)
    if desk.typed:
        return
    y = 21.2 if _url_fits(page, desk) else 20.6
    page.link(url, url_lines(page, shown_url(base), "card-url", URL_X, y, URL_WIDTH, align="left"))
    page.qr(url, CODE, smallest=MODULE_ON_CARD, mark=base.mark)


def _url_fits(page: Page, desk: Desk) -> bool:
    """Whether the address stands on one line."""
    return page.fits(shown_url(desk.catalogue.kit.digital.base_url), "card-url", URL_WIDTH)


def _tick(page: Page, label: Text, left: float, right: float) -> None:
    """A box to tick and its label."""
    box = _ticked(left)
    tick_box(page, box.x, box.y, box.width)
    page.text(label, "tick-label", left + 7.8, TICKS_Y, width=right - left - 7.8)


def _ticked(left: float) -> Box:
    return Box(left, TICKS_Y - 4, 5.4, 5.4)


def _idea(page: Page, sheet: PartnerCard) -> None:
    """What you have in common, and lines for ideas."""
    page.icon("idea", (12.4, 93.8), 8.4, "bridge")
    page.text(sheet.idea.head, "card-head", 19, 93.6, width=RIGHT - 19)
    page.text(sheet.idea.hint, "card-hint", 19, 98.4, width=RIGHT - 19)
    writing_lines(page, LEFT, RIGHT, _idea_ys(sheet))


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


def typed_parts(desk: Desk, sheet: PartnerCard) -> dict[str, Page]:
    """A card by itself, and the cut marks of a sheet of A4 with four."""
    marks = desk.page(A4_PORTRAIT)
    cut_marks(marks, grid(A4_PORTRAIT, A6_PORTRAIT))
    return {"p": front(desk, sheet), "p-marks": marks}


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


def back(desk: Desk, words: CardBack) -> Page:
    """The back of one card."""
    page = desk.page(A6_PORTRAIT)
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
