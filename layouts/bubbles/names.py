"""The bubble sheet with names on it, on one sheet of paper or on two (design, section 11; images 07, 15 and 16).

What does not depend on the municipality is drawn once, as a ground, and shared by all sheets that look alike.
"""

from __future__ import annotations

import re
from math import inf
from typing import Final

from kit.draw.bubbles.layouts import RESERVED_ELSEWHERE_TILED, Kind, pill
from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, Circle
from kit.draw.page import DIGIT_DROP, Page
from kit.draw.paths import polyline
from kit.model.places.municipalities import Municipality
from kit.model.places.named import Actor, Actors, NamedSheet, Neighbour, SheetPlan
from kit.model.schema import BubbleSheet
from kit.model.text.spans import Text
from kit.model.workshop.stack import Names

from ..shared.frame import ANY_NIS, address, address_box, corner_code, footer, sheet_url
from ..shared.parts import listed
from .actors import LIST_FROM, Full, emptied, write_actors
from .look import Look, look_of
from .number import sheet_number
from .parts import (
    WHOLE,
    Form,
    arcs,
    blank_lines,
    brand,
    bubble,
    fields,
    ground,
    instruction,
    legend,
    name_pill,
    nodes,
    other_blank,
    own_label,
    printed,
    start_tab,
)
from .seam import seam_continued, seam_name

NAME_INSET: Final = 4
"""Between a name and the sides of its pill."""

OWN_NAME_INSET: Final = 6
"""The same in the middle, where the name stands lower in its pill, between the round ends."""

OWN_NAME_DROP: Final = 2.1
"""From the equator down to the middle of the capitals of the own name, which stands under its label."""

ARROW: Final = ((404, 242), (407.4, 251.5), (404, 249.4), (400.6, 251.5))
NORTH_Y: Final = 256.6


ELSEWHERE_RIGHT: Final = 407.9
ELSEWHERE_Y: Final = 43.6
ELSEWHERE_BESIDE: Final = (360.0, 12.6, 50.0, 6)
"""Beside the code: right end, first baseline, width and lines."""


def named_page(
    context: DrawingContext,
    sheet: BubbleSheet,
    own: Municipality,
    plan: SheetPlan,
    actors: Actors,
    names: Names,
    form: Form = WHOLE,
    full: Full = frozenset(),
) -> tuple[Page, list[Actor]]:
    """A sheet of a municipality, and the actors that did not fit on it, in the order of the bubbles."""
    look = look_of(own, plan, actors, form)
    page = context.page_on(context.ground(look, lambda: _ground(context, sheet, look)))
    url = sheet_url(context, sheet, own.nis)
    corner_code(page, context, url, form.margin)
    page.link(url, address_box(page))
    if look.continued and not look.has_strangers:
        instruction(page, sheet.two_sheets.instruction.fill(gemeente=own.name), form)
    _own_name(page, own.name, form.centre, look.bubbles.centre)
    for of, neighbour in zip(look.bubbles.neighbours, plan.slots, strict=True):
        if neighbour is not None:
            name_in_pill(page, neighbour.name, of, pill(of, "neighbour").width - 2 * NAME_INSET)
    left = [] if look.lined else _write_actors(page, sheet, own, plan, look, actors, full)
    if plan.of > 1:
        _others(page, sheet, plan, look)
    footer(page, context, sheet, _footer(sheet, own, plan, form), form.margin, form.footer)
    printed(page, context, names, form)
    return page, left


def named_pages(
    context: DrawingContext, sheet: BubbleSheet, named: NamedSheet, actors: Actors, names: Names, form: Form = WHOLE
) -> tuple[list[Page], list[Actor]]:
    """The sheets of a municipality, and the actors for the list behind them.

    Names take the place of the writing lines of their half where that saves a list, or where one would be of a name or
    two. Only what has no room even then is on a list all the same. They also do in a half in which
    no more than one of its names would stand: it would look as if there was room.
    """

    def drawn(full: Full) -> tuple[list[Page], list[Actor]]:
        made = [named_page(context, sheet, named.own, plan, actors, names, form, full) for plan in named.sheets]
        return [page for page, _ in made], [actor for _, left in made for actor in left]

    pages, left = drawn(frozenset())
    if not left:
        return pages, left
    full = drawn(frozenset((one.municipality.nis, one.half) for one in left))
    if not full[1] or len(left) < LIST_FROM:
        return full
    fuller = drawn(emptied(left, actors))
    return fuller if len(fuller[1]) >= LIST_FROM else (pages, left)


def _write_actors(
    page: Page, sheet: BubbleSheet, own: Municipality, plan: SheetPlan, look: Look, actors: Actors, full: Full
) -> list[Actor]:
    """Write the known actors in each bubble, and the writing lines. Gives the actors that did not fit."""
    bubbles, more = look.bubbles, sheet.actor_list.more
    left: list[Actor] = []
    kinds: list[tuple[Kind, Circle, Neighbour | None]] = [(look.form.centre, bubbles.centre, own)]
    kinds = kinds * (plan.number == 1)
    kinds += [("neighbour", of, who) for of, who in zip(bubbles.neighbours, plan.slots, strict=True)]
    for kind, of, who in kinds:
        if who is None:
            blank_lines(page, kind, of)
        else:
            left += write_actors(page, more, kind, of, who, actors, full)
    return left


def _footer(sheet: BubbleSheet, own: Municipality, plan: SheetPlan, form: Form) -> Text:
    one, several = (sheet.named, sheet.two_sheets)
    words = one.footer if plan.of == 1 else several.footer
    if form.seam is not None:
        words = sheet.a4.named_footer if plan.of == 1 else sheet.a4.several_footer
    return words.fill(gemeente=own.name, n=plan.number, m=plan.of)


def _ground(context: DrawingContext, sheet: BubbleSheet, look: Look) -> Page:
    """What lies under the names on every sheet with this look."""
    page, form = context.page(A3_LANDSCAPE), look.form
    brand(page, context, sheet, form)
    if look.has_strangers:
        # The others speak of neighbours.
        instruction(page, sheet.blank.instruction, form)
    elif not look.continued:
        instruction(page, sheet.named.instruction, form)
    address(page, context, sheet_url(context, sheet, ANY_NIS), form.margin)
    bubbles = look.bubbles
    ground(page, bubbles, look.linked, look.reserved, form)
    _own_bubble(page, sheet, bubbles.centre, look)
    for of, named in zip(bubbles.neighbours, look.named, strict=True):
        _bubble(page, sheet, of, named=named, lined=look.lined)
    nodes(page, bubbles, look.linked)
    if look.north:
        _arrow(page, sheet.named.north, form)
    if look.of > 1:
        sheet_number(page, sheet, look.number, look.of, look.form.inward)
    legend(page, sheet, sheet.named.neighbour if look.linked else None, form)
    fields(page, context, form)
    return page


def _own_bubble(page: Page, sheet: BubbleSheet, of: Circle, look: Look) -> None:
    """The bubble in the middle; on a second sheet without anything to fill in."""
    kind = look.form.centre
    bubble(page, kind, of)
    if not look.continued:
        if look.lined:
            blank_lines(page, kind, of)
        arcs(page, sheet, kind, of)
    name_pill(page, kind, of)
    own_label(page, sheet.pills.own, kind, of, blank=False)
    if not look.continued:
        start_tab(page, sheet.pills.begin, kind, of)


def _bubble(page: Page, sheet: BubbleSheet, of: Circle, *, named: bool, lined: bool) -> None:
    """A bubble around; without a name it gets a label and a line for one."""
    bubble(page, "neighbour", of)
    if lined:
        blank_lines(page, "neighbour", of)
    arcs(page, sheet, "neighbour", of)
    name_pill(page, "neighbour", of)
    if not named:
        other_blank(page, sheet.pills.other, of)


def _arrow(page: Page, north: Text, form: Form) -> None:
    """The arrow to the north."""
    arrow = [(x - form.inward, y) for x, y in ARROW]
    page.fill(polyline(arrow, closed=True), "ink", "north-arrow")
    page.text(north, "north", arrow[0][0], NORTH_Y, width=8, align="centre")


def _own_name(page: Page, name: str, kind: Kind, of: Circle) -> None:
    """The name in the middle, under its label, or behind it on tiles."""
    if kind == "seam":
        seam_name(page, name, of)
        return
    width = pill(of, "centre").width - 2 * OWN_NAME_INSET
    size = page.measure(name, "municipality-centre", width, lines=1).style.size
    y = of.y + OWN_NAME_DROP + DIGIT_DROP * size
    page.text(name, "municipality-centre", of.x, y, width=width, align="centre")


def name_in_pill(page: Page, name: str, of: Circle, width: float) -> None:
    """A name in the pill of a neighbour: on one line, or smaller on two, broken in its middle."""
    one = page.measure(name, "municipality", width, lines=1)
    if one.style.font == page.style("municipality").font and one.width <= width:
        page.text(name, "municipality", of.x, of.y + DIGIT_DROP * one.style.size, width=width, align="centre")
        return
    parts = [Text.of(f"{name[: hyphen.end()]}\n{name[hyphen.end() :]}") for hyphen in re.finditer("[- ]", name)]
    text = min(parts or [Text.of(name)], key=lambda part: page.measure(part, "municipality-lines", inf).width)
    two = page.measure(text, "municipality-lines", width, lines=2)
    y = of.y + DIGIT_DROP * two.style.size - two.height / 2
    page.text(text, "municipality-lines", of.x, y, width=width, lines=2, align="centre")


def _others(page: Page, sheet: BubbleSheet, plan: SheetPlan, look: Look) -> None:
    """Who stands on the other sheet: on the first under the address, on the second in the middle."""
    words, names, of = sheet.two_sheets, listed(municipality.name for municipality in plan.rest), look.bubbles.centre
    if plan.number == 1:
        _elsewhere(page, words.elsewhere.fill(lijst=names), look)
    elif look.form.seam is not None:
        seam_continued(page, words, names, of)
    else:
        page.text(words.head, "continued", of.x, of.y - 31, width=54, align="centre")
        page.text(words.own, "continued-own", of.x, of.y - 23.6, width=44, lines=2, align="centre")
        page.text(words.also, "continued-head", of.x, of.y + 17, width=78, align="centre")
        text = words.also_names.fill(lijst=names)
        page.text(text, "continued-names", of.x, of.y + 22.4, width=78, lines=4, align="centre")


def _elsewhere(page: Page, text: Text, look: Look) -> None:
    """Who stands on the second sheet: under the address, or beside it where a bubble of the tiles is in the way."""
    if look.form.seam is not None and RESERVED_ELSEWHERE_TILED[look.layout].y < ELSEWHERE_Y - 10:
        right, y, width, lines = ELSEWHERE_BESIDE
        page.text(text, "elsewhere", right, y, width=width, lines=lines, align="right")
        return
    page.text(text, "elsewhere", ELSEWHERE_RIGHT - look.form.inward, ELSEWHERE_Y, width=34, lines=8, align="right")
