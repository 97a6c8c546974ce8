"""The bubble sheet with blank bubbles, whole or for two tiles (design, section 11; images 06 and 19)."""

from __future__ import annotations

from kit.draw.bubbles.layouts import RESERVED, RESERVED_TILED, Bubbles, Kind
from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, Circle
from kit.draw.page import Page
from kit.model.schema import BubbleSheet
from kit.model.workshop.stack import Names

from ..shared.frame import footer, sheet_code
from .parts import (
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
    own_line,
    printed,
    printed_name,
    start_tab,
)


def blank_page(context: DrawingContext, sheet: BubbleSheet, names: Names, bubbles: Bubbles, form: Form) -> Page:
    """A sheet with the names that are known; where nobody is known the page that all others lie on."""
    blank = context.ground((__name__, sheet.name, form), lambda: _blank(context, sheet, bubbles, form))
    if not any((names.who, names.municipality, names.date)):
        return blank
    page = context.page_on(blank)
    if names.municipality:
        printed_name(page, names.municipality, form.centre, bubbles.centre)
    printed(page, context, names, form)
    return page


def _blank(context: DrawingContext, sheet: BubbleSheet, bubbles: Bubbles, form: Form) -> Page:
    page = context.page(A3_LANDSCAPE)
    brand(page, context, sheet, form)
    instruction(page, sheet.blank.instruction, form)
    sheet_code(page, context, sheet, form.margin)
    ground(page, bubbles, bubbles.neighbours, RESERVED if form.seam is None else RESERVED_TILED, form)
    for kind, of in form.kinds(bubbles):
        bubble(page, kind, of)
        blank_lines(page, kind, of)
        arcs(page, sheet, kind, of)
        name_pill(page, kind, of)
        _blank_name(page, sheet, kind, of)
    nodes(page, bubbles, bubbles.neighbours)
    legend(page, sheet, sheet.blank.neighbour, form)
    fields(page, context, form)
    footer(page, context, sheet, sheet.footer if form.seam is None else sheet.a4.footer, form.margin, form.footer)
    return page


def _blank_name(page: Page, sheet: BubbleSheet, kind: Kind, of: Circle) -> None:
    """A label in the pill and a line for the name."""
    if kind == "neighbour":
        other_blank(page, sheet.pills.other, of)
    else:
        own_label(page, sheet.pills.own, kind, of, blank=True)
        start_tab(page, sheet.pills.begin, kind, of)
        own_line(page, sheet.pills.own, kind, of)
