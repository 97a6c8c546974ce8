"""Sheets with printed names and sheets on A4, for tests."""

import importlib
from collections.abc import Sequence

from kit.draw.page import Page
from kit.draw.theme import Edition
from kit.model.stack import CardPrint, Names
from kit.model.text import Text
from tests.conftest import shipped
from tests.named import LIER, desk, named

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


LONG_OWNER = Text.of("Gemeenschapscentrum De Zandloper Kampenhout")
"""As long as goes on a card."""


def card(organisation: Text | None, edition: Edition) -> list[Page]:
    """The front of a single card."""
    front = importlib.import_module("kit.layouts.partner_card").front
    page: Page = front(desk(edition), shipped().sheets["partnerkaart"], organisation)
    return [page]


def cards(organisations: Sequence[Text | None], printed: CardPrint, edition: Edition) -> list[Page]:
    """Sheets of partner cards."""
    card_sheets = importlib.import_module("kit.layouts.partner_card").card_sheets
    pages: list[Page] = card_sheets(desk(edition), shipped().sheets["partnerkaart"], organisations, printed)
    return pages


def sheet(name: str, draw: str, names: Names | None, edition: Edition) -> list[Page]:
    """A sheet drawn by a function of its layout, with names if it may have any."""
    details = () if names is None else (names,)
    found = shipped().sheets[name]
    layout = importlib.import_module(f"kit.layouts.{found.layout}")
    pages: list[Page] = getattr(layout, draw)(desk(edition), found, *details)
    return pages


def bubbles(draw: str, name: str, names: Names, edition: Edition, *, actors: bool = False) -> list[Page]:
    """The bubble sheets of a municipality, with names and perhaps with the actors of Lier."""
    layout = importlib.import_module("kit.layouts.bubble_sheet")
    known = LIER if actors else {}
    plan = named(name, tiled=draw.endswith("a4"))
    pages: list[Page] = getattr(layout, draw)(desk(edition), shipped().sheets["bollenschema"], plan, known, names)
    return pages
