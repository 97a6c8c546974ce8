"""The sheets of the large edition, for tests: each form and each kind of names, by the name of its golden file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from kit import registry
from kit.draw.bubbles.plan import plan
from kit.draw.look.editions import LARGE, Largest
from kit.draw.page import Page
from kit.model.places.named import Actors, NamedSheet
from kit.model.printing import CardPrint
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names, Owner
from tests.conftest import shipped
from tests.named import LIER, belgium, called, context
from tests.printed import LONG, LONG_OWNER, SAMIRA, SAMIRAS
from tests.stacks import (
    AT_SHOP_IN_LARGE,
    COVER,
    COVER_OF_ONE,
    EIGHT_AT_TABLE_38,
    EIGHTEEN,
    FOUR_AT_TABLE_4,
    FULL,
    FULL_COVER,
    FULL_RUN,
    NOBODY_AT_TABLE_1,
    ONE,
    RUN,
    SIX_AT_TABLE_44,
    covered,
    listed,
    run_sheet,
    table_card,
)

LONGEST = replace(LONG, date=Text.of("30 september 2027"))
"""As long as it gets, with a date as it is printed."""


def sheet(name: str, paper: Largest = "a3", *told: object) -> list[Page]:
    """A sheet of the content on a paper."""
    found = shipped().sheets[name]
    return registry.on_paper(found.layout, paper, LARGE)(context(LARGE), found, *told)


def cards(owners: Sequence[Owner | None], printed: CardPrint) -> list[Page]:
    """Sheets of partner cards."""
    found = shipped().sheets["partnerkaart"]
    return registry.part(found.layout, "card_sheets", LARGE)(context(LARGE), found, owners, printed)


def planned(name: str, paper: Largest) -> NamedSheet:
    """Who stands on the bubble sheets of a municipality."""
    own = called(name)
    return plan(own, belgium().neighbours(own), large=paper).named


def bubbles(name: str, paper: Largest, names: Names = NOBODY, known: Actors | None = None) -> list[Page]:
    """The bubble sheets of a municipality."""
    found = shipped().sheets["bollenschema"]
    draw = registry.part(found.layout, "draw_named" if paper == "a3" else "draw_named_a4", LARGE)
    return draw(context(LARGE), found, planned(name, paper), known or {}, names)


SHEETS: Mapping[str, Callable[[], list[Page]]] = {
    **{name: partial(sheet, name) for name in shipped().sheets},
    "canvas-1-lange-naam": partial(sheet, "canvas-1", "a3", LONGEST),
    "canvas-1-a4": partial(sheet, "canvas-1", "a4"),
    "canvas-1-a4-met-naam": partial(sheet, "canvas-1", "a4", SAMIRA),
    "canvas-1-a4-lange-naam": partial(sheet, "canvas-1", "a4", LONGEST),
    "canvas-2-lange-naam": partial(sheet, "canvas-2", "a3", LONGEST),
    "canvas-2-a4": partial(sheet, "canvas-2", "a4"),
    "canvas-2-a4-met-naam": partial(sheet, "canvas-2", "a4", SAMIRA),
    "canvas-2-a4-lange-naam": partial(sheet, "canvas-2", "a4", LONGEST),
    "inspiratielijst-a4": partial(sheet, "inspiratielijst", "a4"),
    "draaiboek-a4": partial(sheet, "draaiboek", "a4"),
    "draaiboek-workshop": partial(run_sheet, RUN, LARGE),
    "draaiboek-workshop-vol": partial(run_sheet, FULL_RUN, LARGE),
    "partnerkaart-a3": partial(cards, [None] * 4, CardPrint("a3")),
    "partnerkaart-met-naam": partial(cards, [SAMIRAS, LONG_OWNER, None], CardPrint(flip="short")),
    "partnerkaart-zonder-achterkant": partial(cards, [SAMIRAS, None], CardPrint(backs=False)),
    "bollenschema-lange-naam": partial(sheet, "bollenschema", "a3", LONGEST),
    "bollenschema-a4": partial(sheet, "bollenschema", "a4"),
    "bollenschema-a4-met-naam": partial(sheet, "bollenschema", "a4", SAMIRA),
    "bollenschema-Lier": partial(bubbles, "Lier", "a3", SAMIRA, LIER),
    "bollenschema-Lier-a4": partial(bubbles, "Lier", "a4", SAMIRA, LIER),
    "bollenschema-Brussel": partial(bubbles, "Brussel", "a3", LONGEST),
    "bollenschema-Brussel-a4": partial(bubbles, "Brussel", "a4", LONGEST),
    "omslag": partial(covered, COVER, LARGE),
    "omslag-vol": partial(covered, FULL_COVER, LARGE),
    "omslag-1": partial(covered, COVER_OF_ONE, LARGE),
    "print-en-snijlijst": partial(listed, EIGHTEEN, LARGE),
    "print-en-snijlijst-vol": partial(listed, FULL, LARGE),
    "print-en-snijlijst-drukkerij": partial(listed, AT_SHOP_IN_LARGE, LARGE),
    "print-en-snijlijst-1": partial(listed, ONE, LARGE),
    "tafelkaart": partial(table_card, FOUR_AT_TABLE_4, LARGE),
    "tafelkaart-1": partial(table_card, NOBODY_AT_TABLE_1, LARGE),
    "tafelkaart-38": partial(table_card, EIGHT_AT_TABLE_38, LARGE),
    "tafelkaart-44": partial(table_card, SIX_AT_TABLE_44, LARGE),
}


@cache
def drawn(name: str) -> tuple[Page, ...]:
    """One of these, drawn once."""
    return tuple(SHEETS[name]())
