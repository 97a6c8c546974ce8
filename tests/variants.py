"""Pages that are no sheet of `kit build`: of a workshop, on A4, with names. The invariants and goldens look at them.

Each has a name, which is also that of its golden file, and is drawn in an edition.
"""

from collections.abc import Callable, Mapping
from functools import partial

from kit.draw.look.theme import Edition
from kit.draw.page import Page
from kit.model.printing import CardPrint
from kit.model.workshop.stack import NOBODY
from tests.printed import LONG, LONG_OWNER, SAMIRA, SAMIRAS, bubbles, card, cards, sheet
from tests.stacks import (
    AT_SHOP,
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
    RUN_OF_ONE,
    SIX_AT_TABLE_44,
    TWO_HUNDRED,
    covered,
    listed,
    run_sheet,
    table_card,
    tried,
    tried_on_a3,
)

VARIANTS: Mapping[str, Callable[[Edition], list[Page]]] = {
    "omslag": partial(covered, COVER),
    "omslag-vol": partial(covered, FULL_COVER),
    "omslag-1": partial(covered, COVER_OF_ONE),
    "tafelkaart": partial(table_card, FOUR_AT_TABLE_4),
    "tafelkaart-38": partial(table_card, EIGHT_AT_TABLE_38),
    "tafelkaart-44": partial(table_card, SIX_AT_TABLE_44),
    "tafelkaart-1": partial(table_card, NOBODY_AT_TABLE_1),
    "print-en-snijlijst": partial(listed, EIGHTEEN),
    "print-en-snijlijst-vol": partial(listed, FULL),
    "print-en-snijlijst-1": partial(listed, ONE),
    "print-en-snijlijst-drukkerij": partial(listed, AT_SHOP),
    "print-en-snijlijst-200": partial(listed, TWO_HUNDRED),
    "printertest": tried,
    "printertest-a3": tried_on_a3,
    "draaiboek-workshop": partial(run_sheet, RUN),
    "draaiboek-workshop-vol": partial(run_sheet, FULL_RUN),
    "draaiboek-workshop-1": partial(run_sheet, RUN_OF_ONE),
    "draaiboek-a4": partial(sheet, "draaiboek", "draw_a4", None),
    "canvas-1-met-naam": partial(sheet, "canvas-1", "draw", SAMIRA),
    "canvas-1-lange-naam": partial(sheet, "canvas-1", "draw", LONG),
    "canvas-1-a4": partial(sheet, "canvas-1", "draw_a4", None),
    "canvas-1-a4-met-naam": partial(sheet, "canvas-1", "draw_a4", SAMIRA),
    "canvas-1-a4-lange-naam": partial(sheet, "canvas-1", "draw_a4", LONG),
    "canvas-2-met-naam": partial(sheet, "canvas-2", "draw", SAMIRA),
    "canvas-2-lange-naam": partial(sheet, "canvas-2", "draw", LONG),
    "canvas-2-a4": partial(sheet, "canvas-2", "draw_a4", None),
    "canvas-2-a4-met-naam": partial(sheet, "canvas-2", "draw_a4", SAMIRA),
    "bollenschema-met-naam": partial(sheet, "bollenschema", "draw", SAMIRA),
    "bollenschema-lange-naam": partial(sheet, "bollenschema", "draw", LONG),
    "bollenschema-Lier-met-naam": partial(bubbles, "draw_named", "Lier", SAMIRA),
    "bollenschema-Brussel-lange-naam": partial(bubbles, "draw_named", "Brussel", LONG),
    "bollenschema-tegels": partial(sheet, "bollenschema", "draw_a4", None),
    "bollenschema-tegels-met-naam": partial(sheet, "bollenschema", "draw_a4", SAMIRA),
    "bollenschema-tegels-Lier": partial(bubbles, "draw_named_a4", "Lier", SAMIRA, actors=True),
    "bollenschema-tegels-Brussel": partial(bubbles, "draw_named_a4", "Brussel", LONG),
    "bollenschema-tegels-Beveren": partial(bubbles, "draw_named_a4", "Beveren-Kruibeke-Zwijndrecht", NOBODY),
    "inspiratielijst-a4": partial(sheet, "inspiratielijst", "draw_a4", None),
    "partnerkaart-met-naam": partial(card, SAMIRAS),
    "partnerkaart-lange-naam": partial(card, LONG_OWNER),
    "partnerkaart-a3": partial(cards, [None] * 8, CardPrint("a3")),
    "partnerkaart-drie": partial(cards, [SAMIRAS, LONG_OWNER, None], CardPrint(flip="short")),
}
