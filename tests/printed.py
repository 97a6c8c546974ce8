"""Sheets with printed names and sheets on A4, for tests."""

import importlib
from collections.abc import Iterable, Sequence

from kit.diagnostics import Diagnostic
from kit.draw.look.theme import Edition
from kit.draw.page import Page
from kit.model.printing import CardPrint
from kit.model.text.spans import Text
from kit.model.workshop.stack import Names, Owner
from tests.conftest import shipped
from tests.named import LIER, context, named

SAMIRA = Names(
    Text.of("Samira El Amrani"),
    Text.of("Gemeenschapscentrum De Kring"),
    Text.of("Heist-op-den-Berg"),
    Text.of("12 maart 2027"),
)
"""As in image 25."""

LONG = Names(
    Text.of("Anne-Sophie Vandenbroucke-Van Cauwenberghe"),
    Text.of("Intergemeentelijke vereniging voor erfgoed en amateurkunsten"),
    Text.of("Beveren-Kruibeke-Zwijndrecht"),
    Text.of("donderdag 12 september 2027"),
)
"""As long as it gets."""


LONG_OWNER = Owner(Text.of("Gemeenschapscentrum De Zandloper Kampenhout"))
SAMIRAS = Owner(Text.of("Gemeenschapscentrum De Kring"))
"""As long as goes on a card."""


def card(owner: Owner | None, edition: Edition) -> list[Page]:
    """The front of a single card."""
    front = importlib.import_module("kit.layouts.partner_card").front
    page: Page = front(context(edition), shipped().sheets["partnerkaart"], owner)
    return [page]


def cards(owners: Sequence[Owner | None], printed: CardPrint, edition: Edition) -> list[Page]:
    """Sheets of partner cards."""
    card_sheets = importlib.import_module("kit.layouts.partner_card").card_sheets
    pages: list[Page] = card_sheets(context(edition), shipped().sheets["partnerkaart"], owners, printed)
    return pages


def sheet(name: str, draw: str, names: Names | None, edition: Edition) -> list[Page]:
    """A sheet drawn by a function of its layout, with names if it may have any."""
    details = () if names is None else (names,)
    found = shipped().sheets[name]
    layout = importlib.import_module(f"kit.layouts.{found.layout}")
    pages: list[Page] = getattr(layout, draw)(context(edition), found, *details)
    return pages


def bubbles(draw: str, name: str, names: Names, edition: Edition, *, actors: bool = False) -> list[Page]:
    """The bubble sheets of a municipality, with names and perhaps with the actors of Lier."""
    layout = importlib.import_module("kit.layouts.bubble_sheet")
    known = LIER if actors else {}
    plan = named(name, tiled=draw.endswith("a4"))
    pages: list[Page] = getattr(layout, draw)(context(edition), shipped().sheets["bollenschema"], plan, known, names)
    return pages


def wrong(pages: Iterable[Page]) -> list[Diagnostic]:
    """What is wrong on pages; that there is no room for the person of `LONG` is known, for others there is."""
    assert LONG.participant
    known = ("name-left-out", {"name": LONG.participant.plain})
    return [one for page in pages for one in page.problems if (one.code, dict(one.values)) != known]
