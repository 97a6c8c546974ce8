"""What sheets share: header, code, footer, name fields, discs, nodes, boxes to tick (design, sections 3, 6 and 7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import Final, Literal

from kit.diagnostics import Diagnostic
from kit.draw.desk import Desk
from kit.draw.geometry import A3_LANDSCAPE, Box, Circle, Grid, Point, bspline, circle, half_disc, line, placed, rounded
from kit.draw.page import Align, Page, Tone
from kit.draw.qr import MODULE_ON_SHEET, QUIET_ZONE, modules
from kit.draw.roles import SIGNS, Kind
from kit.draw.wording import NO_BREAK_SPACE
from kit.model.logo import Logo, size
from kit.model.schema import Kit, Sheet, StackSheet, TitledStackSheet
from kit.model.text import Span, Text

HALF_MARGIN: Final = 10.0
"""The margin of half an A3 sheet on A4: that of the whole, so that the halves look as on A3."""

CODE: Final = 22
"""The side of a code on A3 and A4, quiet zone included."""

CODE_Y: Final = 7.5
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

NODE_RING: Final = 0.33

VALUE_INSET: Final = 1.0
VALUE_RISE: Final = 1.2
"""Where a printed name stands in its field: from the start of the line, and above it (design, section 3)."""

TICK: Final = (6.0, 12.0)
"""From where to where a cut mark runs, from the edge of the sheet: the outer 6 stay blank (design, section 10)."""

CROSS: Final = 4.0
GUIDE_GAP: Final = 1.8
WIDE_GAP: Final = "\u00a0\u00a0|\u00a0\u00a0"


def margin(page: Page) -> float:
    """The margin of the content: 10 on A3, 12 on A4."""
    return 10 if page.size == A3_LANDSCAPE else 12


def header(page: Page, desk: Desk, sheet: Sheet | TitledStackSheet, subtitle: Text, right: float) -> None:
    """Brand mark, title, subtitle up to x ``right`` and code."""
    heading(page, sheet.title, subtitle, right)
    sheet_code(page, desk, sheet)


def heading(page: Page, title: Text, subtitle: Text, right: float, left: float | None = None) -> None:
    """Brand mark, title and subtitle, up to x ``right``, from the margin or another x ``left``."""
    x = margin(page) if left is None else left
    brand_mark(page, x, 11.2, 1.12)
    page.text(title, "sheet-title", x + 28, 20.2, width=right - x - 28)
    width = right - x - 28.3
    lines = 1 if page.fits(subtitle, "subtitle", width) else 2
    page.text(subtitle, "subtitle", x + 28.3, 28, width=width, lines=lines)


def part_title(page: Page, title: Text, right: float) -> None:
    """The title of the right half of an A3 sheet on A4, up to x ``right``; its left half has the header."""
    page.text(title, "part-title", HALF_MARGIN, 14, width=right - HALF_MARGIN)


def brand_mark(page: Page, x: float, y: float, scale: float) -> None:
    """You, bridge and sun, linked across a border, in a box of 20 × 14.5 times ``scale``."""
    border = bspline(((11.6, -0.4), (10.3, 5), (12.4, 9.6), (11.2, 15)))
    page.stroke(placed(border, scale, x, y), "mark-border", width=0.5 * scale)
    discs = ((5, 8.6, 4.4, "you"), (16.2, 4.2, 3.1, "bridge"), (18, 12, 2.2, "strength"))
    for px, py, _, _ in discs[1:]:
        page.stroke(placed(line(5, 8.6, px, py), scale, x, y), "mark-link", width=0.8 * scale)
    for px, py, r, tone in discs:
        page.mark_disc(Circle(x + px * scale, y + py * scale, r * scale), tone)


def sheet_url(desk: Desk, sheet: Sheet | StackSheet, nis: str = "") -> str:
    """The address of a printed sheet, such as ``https://voorbeeld.be/#b/12021.3f2a``.

    The base URL, the sheet's own fragment, the code of a municipality if given, and the code of what the sheet says: so
    the digital version can tell that there is a newer one. A sheet that is only made for a workshop has no fragment.
    """
    if isinstance(sheet, StackSheet):
        return desk.catalogue.kit.digital.base_url.plain
    return f"{view_url(desk, sheet)}{f'/{nis}' if nis else ''}.{desk.code(sheet)}"


def view_url(desk: Desk, sheet: Sheet) -> str:
    """The address of a sheet, be it as it was or as it is: without the code of what it says."""
    return f"{desk.catalogue.kit.digital.base_url}#{sheet.fragment}"


def shown_url(url: Text) -> Text:
    """A URL as it is printed: without scheme and closing slash."""
    return Text.of(url.plain.removeprefix("https://").removeprefix("http://").rstrip("/"), url.mark)


def sheet_code(page: Page, desk: Desk, sheet: Sheet | StackSheet, beside: float | None = None) -> None:
    """The code of a sheet in the top right corner, its address beneath; ``beside``: another margin on its right."""
    if desk.typed:
        return
    url = sheet_url(desk, sheet)
    corner_code(page, desk, url, beside)
    page.link(url, address(page, desk, url, beside))


def corner_code(page: Page, desk: Desk, url: str, beside: float | None = None) -> None:
    """The code of a URL in the top right corner."""
    page.qr(url, _code_box(page, beside), smallest=MODULE_ON_SHEET, mark=desk.catalogue.kit.digital.base_url.mark)


def address(page: Page, desk: Desk, url: str, beside: float | None = None) -> Box:
    """What is shown of a URL under its code, flush with the modules of it. Gives its box."""
    box = _code_box(page, beside)
    edge = box.right - QUIET_ZONE * CODE / modules(url)
    return url_lines(page, shown_url(desk.catalogue.kit.digital.base_url), "url", edge, box.bottom + 2.2, URL_WIDTH)


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


def listed(names: Iterable[str]) -> str:
    """Names with commas between; one of several words stays on one line."""
    return ", ".join(name.replace(" ", NO_BREAK_SPACE) for name in names)


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
    desk: Desk,
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
    footer_line(page, desk, sheet, text, Point(x, FOOTER_Y), page.size.width - x, end)


def footer_line(
    page: Page, desk: Desk, sheet: Sheet | StackSheet, text: Text, start: Point, right: float, end: float | None = None
) -> None:
    """A footer from ``start`` to x ``right``; ``end`` as above."""
    kit = desk.catalogue.kit
    name = kit.organisation.name if kit.organisation else None
    spans = [Span(kit.title.plain, mark=kit.title.mark)]
    if name:
        spans += [Span(WIDE_GAP), Span(name.plain, mark=name.mark)]
    spans.append(Span(re.sub(r"\s*\|\s*", WIDE_GAP, f" | {text}")))
    # What is too long for the footer is the name that was put into it, if there is one.
    words = Text(tuple(spans), name.mark if name else text.mark)
    end = right - VERSION_WIDTH - 2 if end is None else end
    if desk.catalogue.logo:
        before = right - page.widest((_version(kit, digit * 4) for digit in CODE_DIGITS), "version")
        end = min(end, _logo(page, desk.catalogue.logo, before, LOGO_Y - FOOTER_Y + start.y) - LOGO_GAP)
    page.text(words, "footer", *start, width=end - start.x)
    page.text(_version(kit, desk.code(sheet)), "version", right, start.y, width=VERSION_WIDTH, align="right")


def _version(kit: Kit, code: str) -> Text:
    return kit.version_line.fill(versie=kit.version, code=code)


def _logo(page: Page, logo: Logo, right: float, middle: float) -> float:
    """A logo before the version, which starts at ``right``; ``middle`` is its y. Gives the x where it starts."""
    width, height = size(logo)
    box = Box(right - LOGO_GAP - width, middle - height / 2, width, height)
    page.logo(logo, box)
    return box.x


def check_kinds(page: Page, sheet: Sheet | StackSheet, count: int, limit: int) -> None:
    """More kinds of sheets in a pack than there are rows for on one of its sheets are a problem of the page."""
    if count > limit:
        values: dict[str, str | int | float] = {"sheet": sheet.bookmark.plain, "count": count, "limit": limit}
        page.problems.append(Diagnostic("sheet-kinds-too-many", values))


def name_fields(
    page: Page,
    labels: Iterable[Text],
    left: float,
    right: float,
    ys: Iterable[float],
    values: Iterable[Text | None] = (),
) -> None:
    """Labels with a writing line each; the lines start 3 after the widest label. ``values``: what is known by now."""
    labels, ys, values = tuple(labels), tuple(ys), tuple(values)
    for text, y in zip(labels, ys, strict=True):
        page.text(text, "name-field", left, y - 0.3, width=40)
    start = _lines_start(page, labels, left)
    for y in ys:
        page.line(start, y, right, y)
    if values:
        field_values(page, labels, left, right, ys, values)


def field_values(
    page: Page,
    labels: Iterable[Text],
    left: float,
    right: float,
    ys: Iterable[float],
    values: Iterable[Text | None],
    *,
    lines: int = 1,
) -> None:
    """What is known, on the lines of name fields that are drawn already, be it on the page's ground.

    A line is still there to write on; where nothing is known it stays empty (design, section 3). ``lines``: how many
    lines a value may have that is too long for one; the last of them stands on the line of its field.
    """
    start = _lines_start(page, labels, left) + VALUE_INSET
    for value, y in zip(values, ys, strict=True):
        if value is not None:
            _value(page, value, start, y - VALUE_RISE, right - start, lines)


def _value(page: Page, value: Text, x: float, y: float, width: float, most: int) -> None:
    """A printed value that ends on the line of its field: in as few lines as it needs."""
    if most == 1 or page.measure(value, "printed-field", width, lines=1).width <= width:
        page.text(value, "printed-field", x, y, width=width)
        return
    need = (count for count in range(2, most) if _holds(page, value, width, count))
    count = next(need, most)
    high = page.measure(value, "printed-lines", width, lines=count).height
    page.text(value, "printed-lines", x, y - high, width=width, lines=count)


def _holds(page: Page, value: Text, width: float, count: int) -> bool:
    fitted = page.measure(value, "printed-lines", width, lines=count)
    return len(fitted.lines) <= count and fitted.width <= width


def _lines_start(page: Page, labels: Iterable[Text], left: float) -> float:
    return left + page.widest(labels, "name-field") + 3


def writing_lines(page: Page, left: float, right: float, ys: Iterable[float]) -> None:
    """Lines to write on."""
    for y in ys:
        page.line(left, y, right, y)


def link(page: Page, start: Point, end: Point, radii: tuple[float, float], role: str) -> None:
    """A line between two nodes of these radii, from edge to edge: a dashed one then shows whole dashes."""
    scale = page.theme.node_scale
    path = line(*start.toward(end, radii[0] * scale), *end.toward(start, radii[1] * scale))
    page.stroke(path, role)


def node(page: Page, at: tuple[float, float], r: float, tone: str) -> None:
    """Where a link meets a bubble: a dot with a white ring."""
    r *= page.theme.node_scale
    page.fill(circle(Circle(*at, r + NODE_RING)), "white", "node-ring")
    page.fill(circle(Circle(*at, r)), tone, "node")


def tick_box(page: Page, x: float, y: float, side: float = 5.2) -> None:
    """A square to tick; ``x`` and ``y`` are its top-left corner."""
    path = rounded(Box(x, y, side, side), 0.8)
    page.fill(path, "white", "tick-ground")
    page.stroke(path, "tick")


def step_disc(page: Page, of: Circle, tone: str, digit: Text, *, halo: float = 0) -> None:
    """A disc with the digit of a step; ``halo`` mm of white around it."""
    if halo:
        page.fill(circle(Circle(of.x, of.y, of.r + halo)), "white", "halo")
    style = page.disc(of, tone)
    page.digit(digit, f"step-digit-{int(of.r)}", of, style.inside)


def companion(page: Page, of: Circle, kind: Kind) -> None:
    """The small white disc with sun or cloud on the shoulder of a step disc ``of``."""
    sign = SIGNS[kind]
    small = Circle(of.x + 12.2, of.y - 10.3, 6.3)
    page.fill(circle(Circle(small.x, small.y, small.r + 1.2)), "white", "halo")
    page.stroke(circle(small), "companion", sign.dark)
    page.icon(sign.icon, small.centre, 8.2, sign.dark)


def half_symbol(page: Page, of: Circle, tone: Tone, half: Literal["upper", "lower", "either"]) -> None:
    """A small circle of which the half is filled in which an actor is written; none for either."""
    if half != "either":
        page.fill(half_disc(of, upper=half == "upper"), tone, f"half-{half}")
    page.stroke(circle(of), "half-disc", tone)


def cut_marks(page: Page, cards: Grid) -> None:
    """Where cards are cut apart: ticks near the edge of the sheet, crosses where cuts meet, dots between them."""
    for x in cards.cuts_x:
        for role, start, end in _cut(page.size.height, cards.cuts_y):
            page.line(x, start, x, end, role)
    for y in cards.cuts_y:
        for role, start, end in _cut(page.size.width, cards.cuts_x):
            page.line(start, y, end, y, role)


def _cut(whole: float, crossings: Iterable[float]) -> Iterator[tuple[str, float, float]]:
    """The marks of one cut with the dotted guides between them: role, start and end along the cut."""
    crosses = ((at - CROSS, at + CROSS) for at in crossings)
    marks = [TICK, *crosses, (whole - TICK[1], whole - TICK[0])]
    for start, end in marks:
        yield "cut-mark", start, end
    for (_, end), (start, _) in pairwise(marks):
        yield "cut-guide", end + GUIDE_GAP, start - GUIDE_GAP
