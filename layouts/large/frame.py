"""What is around the content of a large sheet: header, code, address and footer (design, section 26)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, Box, Circle
from kit.draw.page import Page
from kit.draw.qr import QUIET_ZONE, modules
from kit.model.organisation.logo import size
from kit.model.schema import Sheet, StackSheet
from kit.model.text.spans import Span, Text
from kit.model.workshop.stack import Names

from ..shared.frame import (
    CODE,
    CODE_DIGITS,
    CODE_Y,
    LOGO_GAP,
    LOGO_Y,
    WIDE_GAP,
    as_poster,
    brand_mark,
    corner_code,
    margin,
    sheet_url,
    shown_url,
    url_lines,
)
from ..shared.parts import step_disc, value_from, who_from

BOTTOM: Final = 273.0
"""Where the content ends: above it are the two lines of the footer."""

TOP: Final = 52.0
"""Where the content of a sheet begins, under its header."""

WIDTH: Final = 186.0
"""Of a leaf: a whole A4 sheet, or half of A3, so that both forms have the same parts."""

FOOTER_Y: Final = 287.6
"""The baseline of the last line of the footer: its descenders end above what no office printer prints."""

TITLE_Y: Final = 21.4
TITLE_X: Final = 28.0
SUBTITLE_Y: Final = 30.4
SUBTITLE_LINES: Final = 3
STEP: Final = 3
MARK_R: Final = 5.0
MARK_RISE: Final = 2.2
MARK_GAP: Final = 3.0
MARK_WIDTH: Final = 36.0
MARK_BEHIND: Final = 7.0
ADDRESS_DROP: Final = 4.4
"""From the box of the code, which ends in a quiet zone, down to the first baseline of the address."""

ADDRESS: Final = 62.0
"""How wide the address may be under the code; a subtitle ends before it."""

VERSION_WIDTH: Final = 52.0
VALUE_RISE: Final = 0.6
"""So much farther above its line than on a usual sheet is a printed value, whose letters hang lower."""


class Number(NamedTuple):
    """A page of several that belong together: ``n`` of ``m``."""

    n: int = 1
    m: int = 1


ONLY: Final = Number()


def leaf(page: Page, half: int = 0) -> Box:
    """Where the content of a sheet stands: on A3 there are two such places side by side, on A4 one."""
    left = margin(page) if half == 0 else page.size.width - margin(page) - WIDTH
    return Box.between(left, TOP, left + WIDTH, BOTTOM)


def header(
    page: Page,
    context: DrawingContext,
    sheet: Sheet | StackSheet,
    title: Text,
    subtitle: Text | None,
    number: Number = ONLY,
    nis: str = "",
) -> None:
    """Brand mark, title, code and address; under the title the subtitle, and which page it is of how many.

    Under a subtitle of three lines there is no room for that: it stands in the footer too.
    """
    left = margin(page)
    brand_mark(page, left, 11.2, 1.12)
    x = left + TITLE_X
    page.text(title, "sheet-title", x, TITLE_Y, width=page.size.width - left - CODE - 4 - x)
    sheet_code(page, context, sheet, nis)
    width, y = _subtitle_width(page), SUBTITLE_Y
    if subtitle:
        placed = page.text(subtitle, "subtitle", x, y, width=width, lines=SUBTITLE_LINES)
        y = placed.last_baseline + page.style("subtitle").leading
    if number.m > 1 and y < SUBTITLE_Y + SUBTITLE_LINES * page.style("subtitle").leading:
        page.text(context.large.number.fill(n=number.n, m=number.m), "subtitle", x, y, width=width)


def step_mark(page: Page, context: DrawingContext, x: float, y: float) -> float:
    """The step in which partners are looked for: its digit in a disc, and its name behind it on the baseline ``y``.

    Gives where that ends.
    """
    step = context.catalogue.steps.step(STEP)
    step_disc(page, Circle(x + MARK_R, y - MARK_RISE, MARK_R), "bridge", step.digit)
    x += 2 * MARK_R + MARK_GAP
    page.text(step.label, "step-label", x, y, width=MARK_WIDTH, tone="bridge")
    return x + page.measure(step.label, "step-label", MARK_WIDTH).width


def mark_behind(page: Page, context: DrawingContext, title: Text) -> float:
    """The same behind the title of a page."""
    x = margin(page) + TITLE_X + page.widest((title,), "sheet-title") + MARK_BEHIND
    return step_mark(page, context, x, TITLE_Y)


def fits_under_title(page: Page, subtitle: Text) -> bool:
    """Whether a subtitle has room beside the address."""
    return page.fits(subtitle, "subtitle", _subtitle_width(page), lines=SUBTITLE_LINES)


def _subtitle_width(page: Page) -> float:
    return page.size.width - 2 * margin(page) - ADDRESS - TITLE_X


def sheet_code(page: Page, context: DrawingContext, sheet: Sheet | StackSheet, nis: str = "") -> None:
    """The code where it is on the usual sheet, and beneath it the address, flush with its modules."""
    url = sheet_url(context, sheet) if isinstance(sheet, StackSheet) else sheet_url(context, sheet, nis)
    corner_code(page, context, url)
    edge = page.size.width - margin(page) - QUIET_ZONE * CODE / modules(url)
    shown = shown_url(context.catalogue.kit.digital.base_url)
    page.link(url, url_lines(page, shown, "url", edge, CODE_Y + CODE + ADDRESS_DROP, ADDRESS))


def footer(page: Page, context: DrawingContext, sheet: Sheet | StackSheet, name: Text, number: Number = ONLY) -> None:
    """On two lines: the kit and the organisation, with version and code on the right; then the sheet and its paper."""
    large, kit = context.large, context.catalogue.kit
    paper = large.papers.a3 if page.size == A3_LANDSCAPE else large.papers.a4
    words = large.footer if number.m == 1 else large.several_footer
    told = words.fill(blad=name, papier=paper, n=number.n, m=number.m)
    spans = [Span(kit.title.plain, mark=kit.title.mark)]
    if kit.organisation and kit.organisation.name:
        spans += [Span(WIDE_GAP), Span(kit.organisation.name.plain, mark=kit.organisation.name.mark)]
    left, right = margin(page), page.size.width - margin(page)
    leading = page.style("footer").leading
    end = right - VERSION_WIDTH - 2
    if context.catalogue.logo:
        versions = (kit.version_line.fill(versie=kit.version, code=digit * 4) for digit in CODE_DIGITS)
        end = min(end, _logo(page, context, right - page.widest(versions, "version"), leading))
    page.text(Text(tuple(spans), kit.title.mark), "footer", left, FOOTER_Y - leading, width=end - left)
    version = kit.version_line.fill(versie=kit.version, code=context.code(sheet))
    page.text(version, "version", right, FOOTER_Y - leading, width=VERSION_WIDTH, align="right")
    gapped = Text((Span(re.sub(r"\s*\|\s*", WIDE_GAP, as_poster(context, told))),), told.mark)
    page.text(gapped, "footer", left, FOOTER_Y, width=right - left)


def _logo(page: Page, context: DrawingContext, right: float, rise: float) -> float:
    """A logo before the version, which starts at ``right``. Gives where the footer must end."""
    logo = context.catalogue.logo
    assert logo is not None
    width, height = size(logo)
    box = Box(right - LOGO_GAP - width, LOGO_Y - rise - height / 2, width, height)
    page.logo(logo, box)
    return box.x - LOGO_GAP


class Field(NamedTuple):
    """A label at the left of its line or above it: both in mm, and how many lines a printed value may take."""

    label: tuple[float, float]
    left: float
    right: float
    y: float
    lines: int = 1


def draw_fields(page: Page, labels: Iterable[Text], fields: Iterable[Field]) -> None:
    """Labels with a line each to write on."""
    for label, field in zip(labels, fields, strict=True):
        page.text(label, "name-field", *field.label, width=50)
        page.line(field.left, field.y, field.right, field.y)


def field_value(page: Page, value: Text | None, field: Field) -> None:
    """What is known, on the line of a field."""
    if value is not None:
        value_from(page, value, field.left, field.right, field.y - VALUE_RISE, lines=field.lines)


def field_who(page: Page, names: Names, field: Field) -> None:
    """Person and organisation, on the line of a field."""
    who_from(page, field.left, field.right, field.y - VALUE_RISE, names, lines=field.lines)
