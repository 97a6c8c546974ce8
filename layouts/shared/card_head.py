"""The head of a partner card: mark, step, title, address and code, and whose card it is (design, section 10)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from kit.draw.context import DrawingContext
from kit.draw.geometry import Box
from kit.draw.page import Page
from kit.draw.qr import MODULE_ON_SHEET
from kit.model.schema import PartnerCard
from kit.model.text.spans import Text
from kit.model.workshop.stack import Owner

from .frame import brand_mark, sheet_url, shown_url, url_lines
from .parts import step_mark

LEFT: Final = 9.0
RIGHT: Final = 96.0
CODE: Final = Box(77.5, 6.05, 20.5, 20.5)
"""Nearly as large as on a sheet: its modules end at the margins, on the right and 8 from the upper edge."""

STEP: Final = 3
"""The step in which a card is filled in."""

STEP_Y: Final = 12.1
TITLE_Y: Final = 18.7
URL_Y: Final = 23.1
URL_TWO_Y: Final = 22.7
URL_X: Final = 26.2
URL_WIDTH: Final = 51.0
"""Beside the quiet zone of the code."""


class OwnerPlace(NamedTuple):
    """Where the owner stands: y of the first baseline and width in mm, and how many lines there may be."""

    y: float
    width: float
    lines: int = 1


OWNER_PLACES: Final = tuple(OwnerPlace(26.3, URL_WIDTH, lines) for lines in (1, 2, 3))
OWNER_PLACES_LOWER: Final = tuple(OwnerPlace(29.3, URL_WIDTH, lines) for lines in (1, 2))
"""Beside the quiet zone of the code, a longer name on more lines; all is lower under an address of two lines. What is
lower than the code stands beside the label of the first field, which is never as wide."""


def card_head(page: Page, context: DrawingContext, sheet: PartnerCard) -> None:
    """Mark, title, address and code."""
    base = context.catalogue.kit.digital.base_url
    url = sheet_url(context, sheet)
    brand_mark(page, LEFT, 8.6, 0.7)
    page.text(sheet.title, "card-title", 26, TITLE_Y, width=URL_WIDTH)
    step_mark(page, context.catalogue.steps.step(STEP), URL_X, STEP_Y)
    if context.typed:
        return
    y = URL_Y if _url_fits(page, context) else URL_TWO_Y
    page.link(url, url_lines(page, shown_url(base), "card-url", URL_X, y, URL_WIDTH, align="left"))
    page.qr(url, CODE, smallest=MODULE_ON_SHEET, mark=base.mark)


def _url_fits(page: Page, context: DrawingContext) -> bool:
    """Whether the address stands on one line."""
    return page.fits(shown_url(context.catalogue.kit.digital.base_url), "card-url", URL_WIDTH)


def owner_texts(sheet: PartnerCard, owner: Owner) -> list[Text]:
    """How it is said whose card it is: with the whole name, and with a short one if there is one."""
    names = [name for name in (owner.name, owner.short) if name]
    return [replace(sheet.owner.fill(organisatie=name), mark=name.mark or sheet.owner.mark) for name in names]


def card_owner(
    page: Page, context: DrawingContext, sheet: PartnerCard, owner: Owner, left: float = 0, top: float = 0
) -> None:
    """Whose card it is that lies on a page with its corner at (``left``, ``top``).

    The first place that the name fits in; else one that its short name fits in; else the name is too long.
    """
    places = OWNER_PLACES if _url_fits(page, context) else OWNER_PLACES_LOWER
    texts = owner_texts(sheet, owner)
    tries = [(text, place) for text in texts for place in places]
    fitting = (one for one in tries if page.fits(one[0], "card-owner", one[1].width, lines=one[1].lines))
    text, place = next(fitting, (texts[0], places[-1]))
    page.text(text, "card-owner", left + URL_X, top + place.y, width=place.width, lines=place.lines)
