"""The bubble sheet with names on it, on one sheet of paper or on two (design, section 11; images 07, 15 and 16).

What does not depend on the municipality is drawn once, as a ground, and shared by all sheets that look alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf
from typing import Final

from kit.draw.bubbles import (
    LAYOUTS,
    RESERVED,
    RESERVED_ELSEWHERE,
    RESERVED_ELSEWHERE_TILED,
    RESERVED_NUMBER,
    RESERVED_NUMBER_TILED,
    RESERVED_TILED,
    TILED,
    Bubbles,
    Kind,
    pill,
)
from kit.draw.desk import Desk
from kit.draw.geometry import A3_LANDSCAPE, Box, Circle, polyline, rounded
from kit.draw.page import DIGIT_DROP, Page
from kit.model.municipalities import Municipality
from kit.model.named import Actor, Actors, SheetPlan
from kit.model.schema import BubbleSheet
from kit.model.stack import Names
from kit.model.text import Text

from .bubble_actors import write_actors
from .bubble_parts import (
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
)
from .bubble_seam import seam_continued, seam_name
from .parts import ANY_NIS, address, address_box, corner_code, footer, listed, sheet_url

NAME_INSET: Final = 4
"""Between a name and the sides of its pill."""

OWN_NAME_INSET: Final = 6
"""The same in the middle, where the name stands lower in its pill, between the round ends."""

OWN_NAME_DROP: Final = 2.1
"""From the equator down to the middle of the capitals of the own name, which stands under its label."""

ARROW: Final = ((404, 242), (407.4, 251.5), (404, 249.4), (400.6, 251.5))
NORTH_Y: Final = 256.6

NUMBER_BOX: Final = Box(10, 251, 11, 7.8)
NUMBER_OUTLINE: Final = 0.6
"""The outline lies within the box, flush with the legend beneath."""

NUMBER_PITCH: Final = 12.6
NUMBER_CORNER: Final = 1
NUMBER_DIGIT_Y: Final = 256.7
NUMBER_WORDS_Y: Final = 256.6
NUMBER_GAP: Final = 3.6
"""Between the boxes and the words beside them."""

ELSEWHERE_RIGHT: Final = 407.9
ELSEWHERE_Y: Final = 43.6
ELSEWHERE_BESIDE: Final = (360.0, 12.6, 50.0, 6)
"""Beside the code: right end, first baseline, width and lines."""


@dataclass(frozen=True, slots=True)
class Look:
    """All that the ground of a sheet depends on. ``lined``: with writing lines, because nobody is known yet."""

    number: int
    of: int
    layout: str
    named: tuple[bool, ...]
    lined: bool
    form: Form

    @property
    def bubbles(self) -> Bubbles:
        """Where the circles lie."""
        return (LAYOUTS if self.form.seam is None else TILED)[self.layout]

    @property
    def linked(self) -> tuple[Circle, ...]:
        """The neighbours that have a name: a blank bubble is room for somebody further away."""
        return tuple(of for of, named in zip(self.bubbles.neighbours, self.named, strict=True) if named)

    @property
    def continued(self) -> bool:
        """Whether the own municipality is written on another sheet."""
        return self.number > 1

    @property
    def reserved(self) -> tuple[Box, ...]:
        """Where no border comes."""
        if self.form.seam is None:
            always, number, elsewhere = RESERVED, RESERVED_NUMBER, RESERVED_ELSEWHERE
        else:
            always, number = RESERVED_TILED, RESERVED_NUMBER_TILED
            elsewhere = RESERVED_ELSEWHERE_TILED[self.layout]
        return (*always, *[number] * (self.of > 1), *[elsewhere] * (self.of > 1 and not self.continued))


def look_of(own: Municipality, plan: SheetPlan, actors: Actors, form: Form) -> Look:
    """How the ground of a sheet looks."""
    known = any((of.nis, half) in actors for of in _shown(own, plan) for half in ("upper", "lower"))
    return Look(plan.number, plan.of, plan.layout, tuple(map(bool, plan.slots)), not known, form)


def named_page(
    desk: Desk,
    sheet: BubbleSheet,
    own: Municipality,
    plan: SheetPlan,
    actors: Actors,
    names: Names,
    form: Form = WHOLE,
) -> tuple[Page, list[Actor]]:
    """A sheet of a municipality, and the actors that did not fit on it, in the order of the bubbles."""
    look = look_of(own, plan, actors, form)
    page = desk.page_on(desk.ground(look, lambda: _ground(desk, sheet, look)))
    url = sheet_url(desk, sheet, own.nis)
    corner_code(page, desk, url, form.margin)
    page.link(url, address_box(page))
    if look.continued:
        instruction(page, sheet.two_sheets.instruction.fill(gemeente=own.name), form)
    _own_name(page, own.name, form.centre, look.bubbles.centre)
    for of, neighbour in zip(look.bubbles.neighbours, plan.slots, strict=True):
        if neighbour is not None:
            _name(page, neighbour.name, of)
    left = [] if look.lined else _write_actors(page, sheet, own, plan, look, actors)
    if plan.of > 1:
        _others(page, sheet, plan, look)
    footer(page, desk, sheet, _footer(sheet, own, plan, form), form.margin, form.footer)
    printed(page, desk, names, form)
    return page, left


def _shown(own: Municipality, plan: SheetPlan) -> list[Municipality]:
    """Whose actors are written on a sheet: those of the own municipality only on the first."""
    return [*([own] if plan.number == 1 else []), *plan.neighbours]


def _write_actors(
    page: Page, sheet: BubbleSheet, own: Municipality, plan: SheetPlan, look: Look, actors: Actors
) -> list[Actor]:
    """Write the known actors in each bubble, and the writing lines. Gives the actors that did not fit."""
    bubbles, more = look.bubbles, sheet.actor_list.more
    left: list[Actor] = []
    kinds: list[tuple[Kind, Circle, Municipality | None]] = [(look.form.centre, bubbles.centre, own)]
    kinds = kinds * (plan.number == 1)
    kinds += [("neighbour", of, who) for of, who in zip(bubbles.neighbours, plan.slots, strict=True)]
    for kind, of, who in kinds:
        if who is None:
            blank_lines(page, kind, of)
        else:
            left += write_actors(page, more, kind, of, who, actors)
    return left


def _footer(sheet: BubbleSheet, own: Municipality, plan: SheetPlan, form: Form) -> Text:
    one, several = (sheet.named, sheet.two_sheets)
    words = one.footer if plan.of == 1 else several.footer
    if form.seam is not None:
        words = sheet.a4.named_footer if plan.of == 1 else sheet.a4.several_footer
    return words.fill(gemeente=own.name, n=plan.number, m=plan.of)


def _ground(desk: Desk, sheet: BubbleSheet, look: Look) -> Page:
    """What lies under the names on every sheet with this look."""
    page, form = desk.page(A3_LANDSCAPE), look.form
    brand(page, desk, sheet, form)
    if not look.continued:
        instruction(page, sheet.named.instruction, form)
    address(page, desk, sheet_url(desk, sheet, ANY_NIS), form.margin)
    bubbles = look.bubbles
    ground(page, bubbles, look.linked, look.reserved, form)
    _own_bubble(page, sheet, bubbles.centre, look)
    for of, named in zip(bubbles.neighbours, look.named, strict=True):
        _bubble(page, sheet, of, named=named, lined=look.lined)
    nodes(page, bubbles, look.linked)
    _arrow(page, sheet.named.north, form)
    if look.of > 1:
        _number(page, sheet, look)
    legend(page, sheet, sheet.named.neighbour, form)
    fields(page, desk, form)
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


def _number(page: Page, sheet: BubbleSheet, look: Look) -> None:
    """Which sheet this is: a box for each, that of this one solid."""
    for number in range(1, look.of + 1):
        box = NUMBER_BOX.moved(look.form.inward + (number - 1) * NUMBER_PITCH, 0)
        path, here = rounded(box.inset(NUMBER_OUTLINE / 2), NUMBER_CORNER), number == look.number
        if here:
            page.fill(path, "bridge", "sheet-box-here")
        page.stroke(path, "sheet-box")
        tone = "white" if here else None
        page.text(str(number), "sheet-digit", box.centre.x, NUMBER_DIGIT_Y, width=9, align="centre", tone=tone)
    words = sheet.two_sheets.number.fill(n=look.number, m=look.of)
    page.text(words, "sheet-number", box.right + NUMBER_GAP, NUMBER_WORDS_Y, width=28)


def _own_name(page: Page, name: str, kind: Kind, of: Circle) -> None:
    """The name in the middle, under its label, or behind it on tiles."""
    if kind == "seam":
        seam_name(page, name, of)
        return
    width = pill(of, "centre").width - 2 * OWN_NAME_INSET
    size = page.measure(name, "municipality-centre", width, lines=1).style.size
    y = of.y + OWN_NAME_DROP + DIGIT_DROP * size
    page.text(name, "municipality-centre", of.x, y, width=width, align="centre")


def _name(page: Page, name: str, of: Circle) -> None:
    """A name in the pill of a neighbour: on one line, or smaller on two, broken after its middle hyphen."""
    width = pill(of, "neighbour").width - 2 * NAME_INSET
    one = page.measure(name, "municipality", width, lines=1)
    if one.style.font == page.style("municipality").font and one.width <= width:
        page.text(name, "municipality", of.x, of.y + DIGIT_DROP * one.style.size, width=width, align="centre")
        return
    parts = [Text.of(f"{name[: hyphen.end()]}\n{name[hyphen.end() :]}") for hyphen in re.finditer("-", name)]
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
