"""What is around the content of a sheet: header, brand mark, code, address and footer (design, sections 3 and 7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, Box, Circle, Point
from kit.draw.page import Page
from kit.draw.paths import bspline, line, placed
from kit.draw.qr import MODULE_ON_SHEET, QUIET_ZONE, modules
from kit.draw.text.setting import Align
from kit.model.addresses import shown
from kit.model.organisation.logo import Logo, size
from kit.model.schema import Kit, Sheet, StackSheet, TitledStackSheet
from kit.model.text.spans import Span, Text

HALF_MARGIN: Final = 10.0
"""The margin of half an A3 sheet on A4: that of the whole, so that the halves look as on A3."""


HALF_UP: Final = 2.0
"""How much higher the header of a half stands."""


HALF_GAP: Final = 1.0
"""Between what it says and the code."""


CODE: Final = 22
"""The side of a code on A3 and A4, quiet zone included."""


CODE_Y: Final = 7.5


URL_DROP: Final = 2.55
"""From the quiet zone down to the address: its tallest letters stay out of it."""


URL_WIDTH: Final = 40
"""A URL wider than this breaks after its first slash."""


ANY_NIS: Final = "00000"
"""Codes of municipalities are equally long: so are the addresses with one, and their QR codes have as many modules."""


FOOTER_Y: Final = 288.2
"""The footer's baseline: its descenders end 8.2 mm above the edge, inside what every office printer prints."""


LOGO_Y: Final = 286.8
"""The middle of a logo: between the lowest line of any sheet and what no office printer prints."""


LOGO_GAP: Final = 4.0


VERSION_WIDTH: Final = 32


CODE_DIGITS: Final = "0123456789abcdef"


WIDE_GAP: Final = "\u00a0\u00a0|\u00a0\u00a0"


def margin(page: Page) -> float:
    """The margin of the content: 10 on A3, 12 on A4."""
    return 10 if page.size == A3_LANDSCAPE else 12


def header(page: Page, context: DrawingContext, sheet: Sheet | TitledStackSheet, subtitle: Text, right: float) -> None:
    """Brand mark, title, subtitle up to x ``right`` and code."""
    heading(page, sheet.title, subtitle, right)
    sheet_code(page, context, sheet)


def heading(page: Page, title: Text, subtitle: Text, right: float) -> None:
    """Brand mark, title and subtitle, up to x ``right``."""
    x = margin(page)
    brand_mark(page, x, 11.2, 1.12)
    page.text(title, "sheet-title", x + 28, 20.2, width=right - x - 28)
    width = right - x - 28.3
    lines = 1 if page.fits(subtitle, "subtitle", width) else 2
    page.text(subtitle, "subtitle", x + 28.3, 28, width=width, lines=lines)


def half_header(page: Page, context: DrawingContext, sheet: Sheet, title: Text, subtitle: Text) -> None:
    """The header of half an A3 sheet on A4: higher and on one line, for its content begins as high as on A3."""
    left, right = HALF_MARGIN, page.size.width - HALF_MARGIN - CODE - HALF_GAP
    brand_mark(page, left, 11.2 - HALF_UP, 1.12)
    page.text(title, "sheet-title", left + 28, 20.2 - HALF_UP, width=right - left - 28)
    page.text(subtitle, "subtitle", left + 28.3, 28 - HALF_UP, width=right - left - 28.3)
    sheet_code(page, context, sheet, HALF_MARGIN)


def brand_mark(page: Page, x: float, y: float, scale: float) -> None:
    """You, bridge and sun, linked across a border, in a box of 20 × 14.5 times ``scale``."""
    border = bspline(((11.6, -0.4), (10.3, 5), (12.4, 9.6), (11.2, 15)))
    page.stroke(placed(border, scale, x, y), "mark-border", width=0.5 * scale)
    discs = ((5, 8.6, 4.4, "you"), (16.2, 4.2, 3.1, "bridge"), (18, 12, 2.2, "strength"))
    for px, py, _, _ in discs[1:]:
        page.stroke(placed(line(5, 8.6, px, py), scale, x, y), "mark-link", width=0.8 * scale)
    for px, py, r, tone in discs:
        page.mark_disc(Circle(x + px * scale, y + py * scale, r * scale), tone)


def sheet_url(context: DrawingContext, sheet: Sheet | StackSheet, nis: str = "") -> str:
    """The address of a printed sheet, such as ``https://voorbeeld.be/#b/12021.3f2a``.

    The base URL, the sheet's own fragment, the code of a municipality if given, and the code of what the sheet says: so
    the digital version can tell that there is a newer one. A sheet that is only made for a workshop has no fragment.
    """
    if isinstance(sheet, StackSheet):
        return context.catalogue.kit.digital.base_url.plain
    return f"{view_url(context, sheet)}{f'/{nis}' if nis else ''}.{context.code(sheet)}"


def view_url(context: DrawingContext, sheet: Sheet) -> str:
    """The address of a sheet, be it as it was or as it is: without the code of what it says."""
    return f"{context.catalogue.kit.digital.base_url}#{sheet.fragment}"


def shown_url(url: Text) -> Text:
    """A URL as it is printed: without scheme and closing slash, its host in its own letters."""
    return Text.of(shown(url.plain).removeprefix("https://").removeprefix("http://").rstrip("/"), url.mark)


def sheet_code(page: Page, context: DrawingContext, sheet: Sheet | StackSheet, beside: float | None = None) -> None:
    """The code of a sheet in the top right corner, its address beneath; ``beside``: another margin on its right."""
    if context.typed:
        return
    url = sheet_url(context, sheet)
    corner_code(page, context, url, beside)
    page.link(url, address(page, context, url, beside))


def corner_code(page: Page, context: DrawingContext, url: str, beside: float | None = None) -> None:
    """The code of a URL in the top right corner."""
    page.qr(url, _code_box(page, beside), smallest=MODULE_ON_SHEET, mark=context.catalogue.kit.digital.base_url.mark)


def address(page: Page, context: DrawingContext, url: str, beside: float | None = None) -> Box:
    """What is shown of a URL under its code, flush with the modules of it. Gives its box."""
    box = _code_box(page, beside)
    edge = box.right - QUIET_ZONE * CODE / modules(url)
    base = shown_url(context.catalogue.kit.digital.base_url)
    return url_lines(page, base, "url", edge, box.bottom + URL_DROP, URL_WIDTH)


def address_box(page: Page) -> Box:
    """Where the address stands under the code, be it on the page or on its ground."""
    return _around([placed.box for placed in page.all_placed if placed.role == "url"])


def _code_box(page: Page, beside: float | None = None) -> Box:
    right = margin(page) if beside is None else beside
    return Box(page.size.width - right - CODE, CODE_Y, CODE, CODE)


def line_width(page: Page, text: Text, role: str) -> float:
    """How wide a text of one kind of letters is on one line, in the size of its role. Quick, for thousands of names."""
    style = page.style(role)
    if page.fonts.covers(text.plain, style.font):
        return page.fonts.width(text.plain, style.font, style.size)
    return page.measure(text, role, inf, lines=1).width


def url_lines(page: Page, shown: Text, role: str, x: float, y: float, width: float, *, align: Align = "right") -> Box:
    """An address that ends at ``x``, or starts there: on one line, or broken after its first slash. Gives its box."""
    first, slash, rest = shown.plain.partition("/")
    parts = [shown]
    if rest and not page.fits(shown, role, width):
        parts = [Text.of(first + slash, shown.mark), Text.of(rest, shown.mark)]
    leading = page.style(role).leading
    boxes = [page.text(part, role, x, y + i * leading, width=width, align=align).box for i, part in enumerate(parts)]
    return _around(boxes)


def _around(lines: Sequence[Box]) -> Box:
    """The box around lines of text under each other."""
    left, right = min(box.x for box in lines), max(box.right for box in lines)
    return Box.between(left, lines[0].y, right, lines[-1].bottom)


def footer(
    page: Page,
    context: DrawingContext,
    sheet: Sheet | StackSheet,
    text: Text,
    beside: float | None = None,
    end: float | None = None,
) -> None:
    """The kit, the organisation, the sheet and its format on the left, the version and code of the sheet on the right.

    ``beside``: another margin than the page's own; ``end``: where the text on the left must end, if not before the
    version.
    """
    x = margin(page) if beside is None else beside
    footer_line(page, context, sheet, text, Point(x, FOOTER_Y), page.size.width - x, end)


def footer_line(
    page: Page,
    context: DrawingContext,
    sheet: Sheet | StackSheet,
    text: Text,
    start: Point,
    right: float,
    end: float | None = None,
) -> None:
    """A footer from ``start`` to x ``right``; ``end`` as above."""
    kit = context.catalogue.kit
    name = kit.organisation.name if kit.organisation else None
    spans = [Span(kit.title.plain, mark=kit.title.mark)]
    if name:
        spans += [Span(WIDE_GAP), Span(name.plain, mark=name.mark)]
    spans.append(Span(re.sub(r"\s*\|\s*", WIDE_GAP, f" | {as_poster(context, text)}")))
    # What is too long for the footer is the name that was put into it, if there is one.
    words = Text(tuple(spans), name.mark if name else text.mark)
    end = right - VERSION_WIDTH - 2 if end is None else end
    if context.catalogue.logo:
        before = right - page.widest((_version(kit, digit * 4) for digit in CODE_DIGITS), "version")
        end = min(end, _logo(page, context.catalogue.logo, before, LOGO_Y - FOOTER_Y + start.y) - LOGO_GAP)
    page.text(words, "footer", *start, width=end - start.x)
    page.text(_version(kit, context.code(sheet)), "version", right, start.y, width=VERSION_WIDTH, align="right")


def as_poster(context: DrawingContext, text: Text) -> str:
    """What a footer says, of a poster with the paper of that: what stands behind the last bar is of the sheet."""
    line = context.catalogue.kit.poster_line
    if context.poster is None or line is None:
        return text.plain
    return f"{text.plain.rpartition('|')[0]}| {line.fill(maat=context.poster.upper())}"


def _version(kit: Kit, code: str) -> Text:
    return kit.version_line.fill(versie=kit.version, code=code)


def _logo(page: Page, logo: Logo, right: float, middle: float) -> float:
    """A logo before the version, which starts at ``right``; ``middle`` is its y. Gives the x where it starts."""
    width, height = size(logo)
    box = Box(right - LOGO_GAP - width, middle - height / 2, width, height)
    page.logo(logo, box)
    return box.x
