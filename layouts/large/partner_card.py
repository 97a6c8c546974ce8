"""The partner card in large letters: A5, two on A4 or four on A3 (design, section 26).

How to print, cut and stack them: see ``kit.draw.paper.imposition``. A4 is cut once across, A3 once down and across.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A5_LANDSCAPE, Box
from kit.draw.look.roles import SIGNS, Kind
from kit.draw.page import Page
from kit.draw.paper.imposition import Scheme, Side
from kit.draw.qr import MODULE_ON_SHEET
from kit.model.printing import CardPrint
from kit.model.schema import CardBack, PartnerCard
from kit.model.text.spans import Text
from kit.model.workshop.stack import Owner

from ..shared.card_head import owner_texts
from ..shared.card_sheets import USUAL, filled, scheme_of
from ..shared.frame import brand_mark, sheet_url, shown_url, url_lines
from ..shared.network import Look, network
from ..shared.parts import cut_marks, tick_box, writing_lines
from .blocks import set_text
from .frame import step_mark

LEFT: Final = 10.0
RIGHT: Final = 200.0
CODE: Final = Box(178, 6.4, 22, 22)
URL_RIGHT: Final = 176.0
URL_Y: Final = 15.0
URL_WIDTH: Final = 66.0
TITLE: Final = (34.0, 17.0)
TITLE_WIDTH: Final = 74.0
MARK_Y: Final = 31.4
"""The baseline of the mark of the step, under the brand mark; whose card it is stands behind it."""

OWNER_X: Final = 48.0
OWNER_WIDTH: Final = 128.0

COLUMN: Final = 90.0
SECOND: Final = 110.0
FIELD_YS: Final = (43.0, 65.0, 87.0)
LINE_BELOW: Final = 13.0
TICK: Final = 7.0
TICK_YS: Final = (109.0, 121.0)
TICK_INDENT: Final = 11.0
BORDER: Final = (105.0, 40.0, 126.0)
IDEA_TOP: Final = 38.8
IDEA_INDENT: Final = 14.0
IDEA_LAST: Final = 125.0
PITCH: Final = 12.0
BELONGS_Y: Final = 137.8
BELONGS_XS: Final[dict[Kind, float]] = {"limit": 58.0, "strength": 128.0}

NETWORK: Final = Look("card-bubble", "card-link", node=1.6, y=6)
BACK_LEFT: Final = 106.0
CONTACT: Final = ((13.0, 98.0), (106.0, 197.0))
CONTACT_Y: Final = 122.0
CONTACT_LINE: Final = 136.0


def draw(context: DrawingContext, sheet: PartnerCard, printed: CardPrint = USUAL) -> list[Page]:
    """One page full of fronts, and one of backs."""
    return card_sheets(context, sheet, [None] * scheme_of(context, printed, A5_LANDSCAPE).each, printed)


def draw_single(
    context: DrawingContext, sheet: PartnerCard, owner: Owner | None = None, *, backs: bool = True
) -> list[Page]:
    """One card by itself: its front and its back. Cards that are the same are one page."""
    key = (__name__, sheet.name, "single", backs)
    of = context.ground((*key, owner), lambda: front(context, sheet, owner, backs=backs))
    return [of, *([context.ground(key, lambda: back(context, sheet.back))] if backs else [])]


def card_sheets(
    context: DrawingContext, sheet: PartnerCard, cards: Sequence[Owner | None], printed: CardPrint = USUAL
) -> list[Page]:
    """Fronts and backs by turns of sheets that give these cards in order, when they are cut and stacked."""
    scheme, pages = scheme_of(context, printed, A5_LANDSCAPE), list[Page]()
    for side, behind in zip(scheme.fronts(len(cards)), scheme.backs(len(cards)), strict=True):
        pages.append(
            _fronts(context, sheet, scheme, side, tuple(cards[slot.card] for slot in side), backs=printed.backs)
        )
        if printed.backs:
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
    """The front of a sheet with the owners that are known, to be cut apart at its marks."""

    def drawn() -> Page:
        page = context.page(scheme.paper, trim=Box(0, 0, scheme.paper.width, scheme.paper.height))
        cut_marks(page, scheme.grid)
        for slot, owner in zip(side, owners, strict=True):
            page.place(front(context, sheet, owner, backs=backs), slot.box.x, slot.box.y)
        return page

    return context.ground((__name__, sheet.name, "fronts", scheme.paper, owners, backs), drawn)


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
    texts = owner_texts(sheet, owner)
    fitting = (text for text in texts if page.fits(text, "narrow", OWNER_WIDTH))
    page.text(next(fitting, texts[0]), "narrow", OWNER_X, MARK_Y, width=OWNER_WIDTH)
    return page


def _blank(context: DrawingContext, sheet: PartnerCard, *, backs: bool) -> Page:
    """The front of a card of nobody in particular."""
    page = context.page(A5_LANDSCAPE)
    fields = context.catalogue.steps.partner_fields
    _head(page, context, sheet)
    for label, y in zip((fields.name, fields.municipality, fields.sector), FIELD_YS, strict=True):
        page.text(label, "field-label", LEFT, y, width=COLUMN, tone="bridge")
        page.line(LEFT, y + LINE_BELOW, LEFT + COLUMN, y + LINE_BELOW)
    for label, y in zip((fields.supralocal, fields.boundary_pushing), TICK_YS, strict=True):
        tick_box(page, LEFT, y, TICK)
        page.text(label, "tick-label", LEFT + TICK_INDENT, y + 5.5, width=COLUMN - TICK_INDENT)
    page.line(BORDER[0], BORDER[1], BORDER[0], BORDER[2], "border")
    _idea(page, sheet, backs=backs)
    _belongs_to(page, sheet)
    return page


def _head(page: Page, context: DrawingContext, sheet: PartnerCard) -> None:
    """Mark, title, address and code."""
    base = context.catalogue.kit.digital.base_url
    url = sheet_url(context, sheet)
    brand_mark(page, LEFT, 9, 0.95)
    page.text(sheet.title, "card-title", *TITLE, width=TITLE_WIDTH)
    step_mark(page, context, LEFT, MARK_Y)
    page.link(url, url_lines(page, shown_url(base), "url", URL_RIGHT, URL_Y, URL_WIDTH))
    page.qr(url, CODE, smallest=MODULE_ON_SHEET, mark=base.mark)


def _idea(page: Page, sheet: PartnerCard, *, backs: bool) -> None:
    """What you have in common, and lines for ideas, evenly down to the last; too close ones are a problem.

    Without a back the lowest two ask who will call, and when.
    """
    width = RIGHT - SECOND - IDEA_INDENT
    page.icon("idea", (SECOND + 5.4, IDEA_TOP + 6), 11, "bridge")
    end = set_text(page, sheet.idea.head, "strong", SECOND + IDEA_INDENT, IDEA_TOP, width)
    end = set_text(page, sheet.idea.hint, "small", SECOND, end + 2.5, RIGHT - SECOND)
    asked = () if backs else (sheet.contact.who, sheet.contact.when)
    count = sheet.idea.lines + (1 if asked else 0)
    pitch = (IDEA_LAST - end) / count
    if pitch < PITCH:
        page.too_long(sheet.idea.hint, (PITCH - pitch) * count, "high")
    ys = [end + pitch * (i + 1) for i in range(count)]
    writing_lines(page, SECOND, RIGHT, ys[: count - len(asked)])
    for words, y in zip(asked, ys[count - len(asked) :], strict=True):
        label = page.text(words, "narrow", SECOND, y - 0.6, width=RIGHT - SECOND)
        page.line(label.right + 2, y, RIGHT, y)


def _belongs_to(page: Page, sheet: PartnerCard) -> None:
    """Which exercise the card belongs to: cards are identical, so one stack serves both."""
    words = sheet.belongs_to
    page.text(words.text, "small", LEFT, BELONGS_Y, width=BELONGS_XS["limit"] - LEFT - 3)
    choices: tuple[tuple[Text, Kind], ...] = ((words.limit, "limit"), (words.strength, "strength"))
    for word, kind in choices:
        x = BELONGS_XS[kind]
        tick_box(page, x, BELONGS_Y - 5.4, TICK)
        page.icon(SIGNS[kind].icon, (x + 14, BELONGS_Y - 1.9), 9, SIGNS[kind].dark)
        page.text(word, "small", x + 21, BELONGS_Y, width=44)


def back(context: DrawingContext, words: CardBack) -> Page:
    """The back of one card."""
    page = context.page(A5_LANDSCAPE)
    network(page, NETWORK)
    width = RIGHT - BACK_LEFT
    y = set_text(page, words.title, "head", BACK_LEFT, 14, width) + 4
    for term in (words.supralocal, words.boundary_pushing):
        y = set_text(page, term.head, "strong", BACK_LEFT, y, width, tone="bridge") + 1.6
        y = set_text(page, term.text, "small", BACK_LEFT, y, width) + 5
    for label, (left, right) in zip((words.contact, words.when), CONTACT, strict=True):
        page.text(label, "narrow-strong", left, CONTACT_Y, width=right - left, tone="bridge")
        page.line(left, CONTACT_LINE, right, CONTACT_LINE)
    return page
