"""The inspiration list: sectors in four columns, each with examples and lines to write on (design, section 12)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from kit.diagnostics import Diagnostic, Value
from kit.draw.columns import Block, Column, Group, Rules, Slot, fill_column, first_fit, way_out
from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Circle, Point
from kit.draw.look.patterns import CORNER as STRIP_CORNER
from kit.draw.look.patterns import pattern
from kit.draw.look.roles import CORNER
from kit.draw.page import Page
from kit.draw.paths import circle, rounded
from kit.draw.qr import MODULE_IN_TILE
from kit.model.schema import Cluster, InspirationList, Report, Sector, Sectors
from kit.model.text.spans import Text

from .shared.examples import Examples
from .shared.frame import HALF_MARGIN, HALF_UP, footer, half_header, header, shown_url, url_lines
from .shared.list_legend import legend, legend_row
from .shared.parts import half_symbol, step_mark, writing_lines

COLUMN_XS: Final = (10.0, 108.0, 220.0, 318.0)
COLUMN_WIDTH: Final = 92.0
TOP: Final = 41.0
BOTTOMS: Final = (284.5, 284.5, 248.5, 248.5)
"""The right half ends higher: the closing band lies beneath it."""

RULES: Final = Rules(head=12.5, gap=5.5, line=8.6)
SECTOR_SPACE: Final = 13.1
"""The height of a sector besides its lines of text: its first writing line and the white around."""

EXAMPLE_ROLES: Final = ("examples", "examples-tight", "examples-small")
"""How examples are set: the first that fits their column."""

TEXT_INSET: Final = 10.4
TEXT_WIDTH: Final = 81.6
NAME_WIDTH: Final = 74.4
"""A sector's name stays clear of the half-disc beside it."""

NAME_Y: Final = 5.6
EXAMPLES_Y: Final = 5.5
"""From the last baseline of the name to the first of the examples."""

ANY: Final = 99
"""As many lines as a text needs: its column says whether there is room for them."""

LINE_UP: Final = 4.8
"""From the end of a sector up to its last writing line."""

LINE_INSET: Final = 15.4
PIN: Final = 4.6
HALF_DISC: Final = 2.1
CLUSTER_DISC: Final = 5.6
CLUSTER_ICON: Final = 7.4
STRIP_WIDTH: Final = 6.2

TILE: Final = Box.between(318, 257.2, 410, 284.2)
TILE_TEXT_INSET: Final = 6.0
TILE_TEXT_WIDTH: Final = 60.0
TILE_TEXT_MIDDLE: Final = 272.4
"""Halfway the first and the last baseline."""

TILE_LINE_Y: Final = 6.0
"""From the title to the line beneath it."""

TILE_URL_Y: Final = 5.2
"""From that line to the address."""

TILE_CLOSER: Final = 0.7
"""How much smaller these two are where title and address both take two lines."""

TILE_CODE: Final = Box(71.6, 4, 17, 17)
"""From the corner of the tile."""

SUBTITLE_RIGHT: Final = 198.0
STEP: Final = 3
"""The step in which partners are looked for."""

TITLE_X, TITLE_Y, MARK_GAP = 38.0, 20.2, 6.0

NOTE: Final = Point(318, 16.9)
RIGHT_HALF: Final = 210.0
"""How much farther to the left the right half lies on A4."""


def draw(context: DrawingContext, sheet: InspirationList) -> list[Page]:
    """One A3 page; nothing but the paper's middle lies between its halves, so that each is an A4 page too."""
    page = context.page(A3_LANDSCAPE)
    header(page, context, sheet, _subtitle(context, sheet), SUBTITLE_RIGHT)
    _mark(page, context, sheet.title, TITLE_Y)
    legend(page, sheet.legend)
    page.text(sheet.legend.note, "list-note", *NOTE, width=67, lines=2)
    _columns(page, context, sheet, (1, 2, 3, 4))
    _band(page, context, sheet)
    footer(page, context, sheet, sheet.footer)
    return [page]


def draw_a4(context: DrawingContext, sheet: InspirationList) -> list[Page]:
    """The halves as two A4 pages, at full size."""
    return [_left(context, sheet), _right(context, sheet)]


def _left(context: DrawingContext, sheet: InspirationList) -> Page:
    page = context.page(A4_PORTRAIT)
    _head_a4(page, context, sheet, 1, _subtitle(context, sheet))
    _columns(page, context, sheet, (1, 2))
    footer(page, context, sheet, sheet.a4.footer.fill(n=1, m=2), HALF_MARGIN)
    return page


def _right(context: DrawingContext, sheet: InspirationList) -> Page:
    page = context.page(A4_PORTRAIT)
    _head_a4(page, context, sheet, 2, sheet.legend.note.on_one_line())
    _columns(page, context, sheet, (3, 4), RIGHT_HALF)
    _band(page, context, sheet, RIGHT_HALF)
    footer(page, context, sheet, sheet.a4.footer.fill(n=2, m=2), HALF_MARGIN)
    return page


def _head_a4(page: Page, context: DrawingContext, sheet: InspirationList, number: int, subtitle: Text) -> None:
    """What stands above each half: its title and step, its code and the legend."""
    title = sheet.a4.title.fill(n=number)
    half_header(page, context, sheet, title, subtitle)
    _mark(page, context, title, TITLE_Y - HALF_UP)
    legend_row(page, sheet.a4.legend)


def _mark(page: Page, context: DrawingContext, title: Text, y: float) -> None:
    """Which step the list is for: behind its title."""
    x = TITLE_X + page.widest((title,), "sheet-title") + MARK_GAP
    step_mark(page, context.catalogue.steps.step(STEP), x, y)


def _subtitle(context: DrawingContext, sheet: InspirationList) -> Text:
    return sheet.subtitle.fill(aantal=context.catalogue.sectors.count)


def _columns(
    page: Page, context: DrawingContext, sheet: InspirationList, numbers: Iterable[int], moved: float = 0
) -> None:
    """Some of the four columns; ``moved``: how much farther to the left than on A3."""
    examples = Examples(context.rulers(page.size), TEXT_WIDTH, sheet.open_end)
    for number in numbers:
        x, bottom = COLUMN_XS[number - 1] - moved, BOTTOMS[number - 1]
        clusters = context.catalogue.sectors.column(number)
        if _column(page, examples, clusters, x, bottom):
            _tell_full(page, examples, context.catalogue.sectors, number)


def _column(page: Page, examples: Examples, clusters: Sequence[Cluster], x: float, bottom: float) -> bool:
    """The clusters of a column, in the largest setting of their examples that fits; whether it is too full for any."""
    attempts = (fill_column(_blocks(examples, clusters, role), TOP, bottom, RULES) for role in EXAMPLE_ROLES)
    number, filling = first_fit(attempts)
    for cluster, group in zip(clusters, filling.groups, strict=True):
        _cluster_head(page, cluster, x, group.top)
        _strip(page, cluster, x, group)
        for sector, slot in zip(cluster.sectors, group.slots, strict=True):
            _sector(page, sector, examples, cluster.tone, x, slot, EXAMPLE_ROLES[number])
    return filling.excess > 0


def _blocks(examples: Examples, clusters: Sequence[Cluster], role: str) -> list[list[Block]]:
    """The natural height of each sector; those with the fewest lines of examples are the first to get more room."""
    return [[_block(examples, sector, role) for sector in cluster.sectors] for cluster in clusters]


def _block(examples: Examples, sector: Sector, role: str) -> Block:
    names = max(len(ruler.measure(sector.name.upper(), "sector", NAME_WIDTH).lines) for ruler in examples.rulers)
    lines = examples.lines(sector, role)
    style = examples.rulers[0].style
    return Block(names * style("sector").leading + lines * style(role).leading + SECTOR_SPACE, turn=lines)


def _tell_full(page: Page, examples: Examples, sectors: Sectors, number: int) -> None:
    """A column that is too full even in its smallest setting is a problem: which one, how much, and what would help."""
    smallest = EXAMPLE_ROLES[-1]
    clusters = sectors.column(number)
    columns = [
        Column(_blocks(examples, sectors.column(one), smallest), TOP, bottom) for one, bottom in enumerate(BOTTOMS, 1)
    ]
    excess = -columns[number - 1].room(RULES)
    lines = math.ceil(excess / examples.rulers[0].style(smallest).leading)
    values: dict[str, Value] = {"column": number, "excess": excess, "lines": lines}
    move = way_out(columns, number - 1, RULES)
    code = "column-full"
    if move:
        code = "column-full-sector" if move.group is None else "column-full-cluster"
        values |= {"to": move.column + 1, "room": move.room}
    if move and move.group is not None:
        values["cluster"] = clusters[move.group].name.plain
    page.problems.append(Diagnostic(code, values, clusters[0].name.mark))


def _cluster_head(page: Page, cluster: Cluster, x: float, top: float) -> None:
    disc = Circle(x + CLUSTER_DISC, top + 5.4, CLUSTER_DISC)
    style = page.disc(disc, cluster.tone)
    width = page.theme.stroke("cluster-icon").width
    page.icon(cluster.icon, disc.centre, CLUSTER_ICON, style.inside, stroke=width)
    page.text(cluster.name, "cluster", x + 14, top + 7.3, width=COLUMN_WIDTH - 14, tone=cluster.tone)


def _strip(page: Page, cluster: Cluster, x: float, group: Group) -> None:
    """The pattern along a cluster; where ink is saved, one line under the disc."""
    strip = Box.between(x, group.top + RULES.head + 1, x + STRIP_WIDTH, group.bottom - 2)
    if not page.theme.solid_patterns:
        page.line(x + CLUSTER_DISC, strip.y, x + CLUSTER_DISC, strip.bottom, "cluster-line", cluster.tone)
        return
    frame, shapes = rounded(strip, STRIP_CORNER), pattern(cluster.pattern, strip)
    role = f"pattern-{cluster.pattern}"
    with page.clipped(frame):
        if cluster.pattern == "dots":
            page.fill(shapes, cluster.tone, role)
        else:
            page.stroke(shapes, role, cluster.tone)
    page.stroke(frame, "pattern-frame", cluster.tone)


def _sector(page: Page, sector: Sector, examples: Examples, tone: str, x: float, slot: Slot, role: str) -> None:
    """Name and half-disc, examples, and at the bottom the writing lines; the first has a pin."""
    left = x + TEXT_INSET
    y = slot.top + NAME_Y
    if sector.half != "either":
        inset = HALF_DISC + page.theme.stroke("half-disc").width / 2
        half_symbol(page, Circle(x + COLUMN_WIDTH - inset, y - 1.6, HALF_DISC), tone, sector.half)
    name = page.text(sector.name.upper(), "sector", left, y, width=NAME_WIDTH, lines=ANY)
    text = examples.text(sector, role)
    page.text(text, role, left, name.last_baseline + EXAMPLES_Y, width=TEXT_WIDTH, lines=ANY)
    last = slot.bottom - LINE_UP
    ys = [last - i * RULES.line for i in range(slot.extra_lines, -1, -1)]
    page.icon("place", (left + PIN / 2 - 0.75, ys[0] - PIN / 2), PIN, tone)
    writing_lines(page, x + LINE_INSET, x + COLUMN_WIDTH, ys)


def _band(page: Page, context: DrawingContext, sheet: InspirationList, moved: float = 0) -> None:
    """Under the right half: who is not on the list, and the report: its address, or else where to look for it."""
    missing, report = sheet.missing, context.catalogue.kit.digital.report
    left, end = 220 - moved, 410 - moved
    right = 312 - moved if report.printed() else end
    page.line(left, 252.5, end, 252.5, "border")
    disc = Circle(left + 5.6, 261.9, 5.6)
    page.stroke(circle(disc), "question-disc")
    page.digit(missing.mark, "question-mark", disc, "ink")
    page.text(missing.head, "section-head", left + 14, 263.9, width=right - left - 14)
    writing_lines(page, left, right, (275.1, 283.9)[: missing.lines])
    tile = TILE.moved(-moved, 0)
    if report.url:
        _tile(page, report, report.url, tile)
    elif report.without_url:
        _tile_of_words(page, report.title, report.without_url, tile)


def _tile(page: Page, report: Report, url: Text, tile: Box) -> None:
    """The reference tile: what to read on, and its code."""
    shown = shown_url(url)
    x, width = tile.x + TILE_TEXT_INSET, TILE_TEXT_WIDTH
    page.stroke(rounded(tile, CORNER), "note-box")
    y, to_line, to_url = _tile_rows(page, report.title, shown)
    title = page.text(report.title, "tile-title", x, y, width=width, lines=2)
    line = page.text(report.text, "tile-line", x, title.last_baseline + to_line, width=width)
    written = url_lines(page, shown, "url", x, line.last_baseline + to_url, width, align="left")
    page.link(url.plain, written)
    code = Box(tile.x + TILE_CODE.x, tile.y + TILE_CODE.y, TILE_CODE.width, TILE_CODE.height)
    page.qr(url.plain, code, smallest=MODULE_IN_TILE, mark=url.mark)


def _tile_of_words(page: Page, title: Text, text: Text, tile: Box) -> None:
    """The tile of a report without an address: nothing on it leads nowhere."""
    x, width = tile.x + TILE_TEXT_INSET, tile.width - 2 * TILE_TEXT_INSET
    page.stroke(rounded(tile, CORNER), "note-box")
    high = page.measure(title, "tile-title", width, lines=2).height + TILE_LINE_Y
    high += page.measure(text, "tile-words", width, lines=2).height
    head = page.text(title, "tile-title", x, TILE_TEXT_MIDDLE - high / 2, width=width, lines=2)
    page.text(text, "tile-words", x, head.last_baseline + TILE_LINE_Y, width=width, lines=2)


def _tile_rows(page: Page, title: Text, shown: Text) -> tuple[float, float, float]:
    """Where the text of the tile begins, and the distances to its line and to its address; all of it is centred."""
    to_line, to_url = TILE_LINE_Y, TILE_URL_Y
    titles = page.measure(title, "tile-title", TILE_TEXT_WIDTH, lines=2)
    broken = 0 if page.fits(shown, "url", TILE_TEXT_WIDTH) else page.style("url").leading
    if titles.height and broken:
        to_line, to_url = to_line - TILE_CLOSER, to_url - TILE_CLOSER
    return TILE_TEXT_MIDDLE - (titles.height + to_line + to_url + broken) / 2, to_line, to_url
