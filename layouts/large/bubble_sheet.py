"""The bubble sheet in large letters: four neighbours on A3, two on A4, on as many sheets as it takes (design, 26)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE
from kit.draw.look.editions import Largest
from kit.draw.page import Page
from kit.model.places.named import Actor, Actors, NamedSheet, SheetPlan
from kit.model.schema import BubbleSheet
from kit.model.text.spans import Text, joined
from kit.model.workshop.stack import NOBODY, Names

from ..bubbles.actors import LIST_FROM, Full, emptied
from ..shared.parts import listed
from .bubbles.actor_list import actor_pages
from .bubbles.bubble import neighbour_bubble, outline, own_blank, own_bubble, own_name, own_printed, start_tab
from .bubbles.forms import FORMS, Form, arrow, beside, continued, elsewhere, ground, map_page, nodes, printed
from .frame import Number, footer

BLANK_SHEETS: Final[Mapping[Largest, int]] = MappingProxyType({"a3": 1, "a4": 2})
"""So many blank sheets give room for four neighbours on either paper."""


def draw(context: DrawingContext, sheet: BubbleSheet, names: Names = NOBODY) -> list[Page]:
    """One A3 page with blank bubbles, with the names that are known."""
    return _blank(context, sheet, names, "a3")


def draw_a4(context: DrawingContext, sheet: BubbleSheet, names: Names = NOBODY) -> list[Page]:
    """Two A4 pages with blank bubbles."""
    return _blank(context, sheet, names, "a4")


def draw_named(
    context: DrawingContext, sheet: BubbleSheet, named: NamedSheet, actors: Actors, names: Names = NOBODY
) -> list[Page]:
    """The sheets of a municipality on A3, behind them A4 pages with actors that did not fit."""
    return _named(context, sheet, named, actors, names, FORMS["a3"])


def draw_named_a4(
    context: DrawingContext, sheet: BubbleSheet, named: NamedSheet, actors: Actors, names: Names = NOBODY
) -> list[Page]:
    """The same on A4. It must be planned for that."""
    return _named(context, sheet, named, actors, names, FORMS["a4"])


def _blank(context: DrawingContext, sheet: BubbleSheet, names: Names, paper: Largest) -> list[Page]:
    form, count = FORMS[paper], BLANK_SHEETS[paper]
    pages: list[Page] = []
    for n in range(1, count + 1):
        page = map_page(context, sheet, sheet.blank.instruction, form, Number(n, count))
        ground(page, form, form.bubbles.neighbours)
        own_bubble(page, sheet, form.bubbles.centre, None, {})
        own_blank(page, sheet, form.bubbles.centre)
        if n == 1:
            start_tab(page, sheet.pills.begin, form.bubbles.centre)
        for of in form.bubbles.neighbours:
            neighbour_bubble(page, sheet, of, None, {})
        nodes(page, form, form.bubbles.neighbours)
        beside(page, context, sheet, sheet.blank.neighbour, form)
        footer(page, context, sheet, sheet.bookmark, Number(n, count))
        if names.municipality:
            own_printed(page, form.bubbles.centre, names.municipality)
        printed(page, names, form)
        pages.append(page)
    return pages


def _named(
    context: DrawingContext, sheet: BubbleSheet, named: NamedSheet, actors: Actors, names: Names, form: Form
) -> list[Page]:
    """The sheets, and the list behind them; names take the place of the last lines where that saves the list."""

    def drawn(full: Full) -> tuple[list[Page], list[Actor]]:
        made = [_sheet(context, sheet, named, plan, actors, form, full) for plan in named.sheets]
        return [page for page, _ in made], [actor for _, left in made for actor in left]

    pages, left = drawn(frozenset())
    if left:
        full = drawn(frozenset((one.municipality.nis, one.half) for one in left))
        if full[1] and len(left) >= LIST_FROM:
            fuller = drawn(emptied(left, actors))
            full = fuller if len(fuller[1]) >= LIST_FROM else (pages, left)
        pages, left = full
    for page in pages:
        printed(page, names, form)
    return [*pages, *actor_pages(context, sheet, named.own, left)]


def _sheet(
    context: DrawingContext,
    sheet: BubbleSheet,
    named: NamedSheet,
    plan: SheetPlan,
    actors: Actors,
    form: Form,
    full: Full,
) -> tuple[Page, list[Actor]]:
    """One sheet of a municipality, and the actors that did not fit on it."""
    own, number, first = named.own, Number(plan.number, plan.of), plan.number == 1
    words = sheet.named.instruction if first else sheet.two_sheets.instruction.fill(gemeente=own.name)
    if any(one.nis not in own.neighbours for one in plan.neighbours):
        # The others speak of neighbours.
        words = sheet.blank.instruction
    page = map_page(context, sheet, words, form, number, own.nis)
    around = list(zip(form.bubbles.neighbours, plan.slots, strict=True))
    linked = [of for of, who in around if who and who.nis in own.neighbours]
    ground(page, form, linked)
    left = own_bubble(page, sheet, form.bubbles.centre, own, actors, full) if first else []
    if first:
        start_tab(page, sheet.pills.begin, form.bubbles.centre)
    else:
        outline(page, form.bubbles.centre, "centre")
    own_name(page, sheet, form.bubbles.centre, own.name)
    for of, who in around:
        left += neighbour_bubble(page, sheet, of, who, actors, full)
    nodes(page, form, linked)
    beside(page, context, sheet, sheet.named.neighbour if linked else None, form)
    _others(page, context, sheet, named, plan, form)
    if plan.is_map and form.size == A3_LANDSCAPE:
        arrow(page, sheet.named.north)
    footer(page, context, sheet, sheet.named.bookmark.fill(gemeente=own.name), number)
    return page, left


def _others(
    page: Page, context: DrawingContext, sheet: BubbleSheet, named: NamedSheet, plan: SheetPlan, form: Form
) -> None:
    """Who stands on the other sheets: on the first on which of them, on each other who stands on the first."""
    if plan.number > 1:
        names = sheet.two_sheets.also_names.fill(lijst=_listed(named.sheets[0]))
        continued(page, form, sheet.two_sheets, names)
    elif plan.of > 1:
        elsewhere(page, form, _elsewhere(context, named.sheets[1:]))


def _elsewhere(context: DrawingContext, sheets: Sequence[SheetPlan]) -> list[Text]:
    """What is told of the other sheets: each of them on a line of its own, the first too or not, or all in one go.

    Short names first where there is room: a long one leaves nothing behind the number but white.
    """
    words = context.large.bubbles

    def told(key: Callable[[str], int] | None = None) -> list[Text]:
        return [words.on_sheet.fill(n=plan.number, lijst=_listed(plan, key)) for plan in sheets]

    ways = (joined([Text.of(""), *told(len)], "\n"), joined(told(len), "\n"), joined(told(), " "))
    return [words.elsewhere.fill(bladen=way) for way in ways]


def _listed(plan: SheetPlan, key: Callable[[str], int] | None = None) -> str:
    names = [one.name for one in plan.neighbours]
    return listed(sorted(names, key=key) if key else names)
