"""The inspiration list: sectors in four columns, each with examples and lines to write on (design, section 12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kit.draw.columns import Block, Filling, Group, Rules, Slot, fill_column, first_fit
from kit.draw.desk import Desk
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Circle, circle, rounded
from kit.draw.page import Page
from kit.draw.patterns import CORNER as STRIP_CORNER
from kit.draw.patterns import pattern
from kit.draw.qr import MODULE_ON_CARD
from kit.draw.roles import CORNER
from kit.model.schema import Cluster, InspirationList, Sector
from kit.model.text import Text

from .parts import (
    HALF_MARGIN,
    footer,
    half_symbol,
    header,
    heading,
    part_title,
    sheet_code,
    shown_url,
    url_lines,
    writing_lines,
)

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

TILE: Final = Box.between(318, 257.5, 410, 284.5)
TILE_TEXT_INSET: Final = 6.0
TILE_TEXT_WIDTH: Final = 60.0
TILE_TEXT_MIDDLE: Final = 272.7
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
PART_RIGHT: Final = 170.0
"""How far the title of the right half may go: the code stands behind it."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the right half lies: so much farther to the left than on A3, its legend so much lower and closer."""

    left: float = 0
    legend_y: float = 16.9
    legend_pitch: float = 7


ON_A3: Final = _Place()
ON_A4: Final = _Place(left=210, legend_y=21.9, legend_pitch=6)
"""There the title of the half stands above the legend."""


def draw(desk: Desk, sheet: InspirationList) -> list[Page]:
    """One A3 page; nothing but the paper's middle lies between its halves, so that each is an A4 page too."""
    page = desk.page(A3_LANDSCAPE)
    header(page, desk, sheet, _subtitle(desk, sheet), SUBTITLE_RIGHT)
    _legend(page, sheet, ON_A3)
    _columns(page, desk, (1, 2, 3, 4))
    _band(page, desk, sheet, ON_A3)
    footer(page, desk, sheet, sheet.footer)
    return [page]


def draw_a4(desk: Desk, sheet: InspirationList) -> list[Page]:
    """The halves as two A4 pages, at full size."""
    return [_left(desk, sheet), _right(desk, sheet)]


def _left(desk: Desk, sheet: InspirationList) -> Page:
    page = desk.page(A4_PORTRAIT)
    heading(page, sheet.title, _subtitle(desk, sheet), SUBTITLE_RIGHT, HALF_MARGIN)
    _columns(page, desk, (1, 2))
    footer(page, desk, sheet, sheet.a4.footer.fill(n=1, m=2), HALF_MARGIN)
    return page


def _right(desk: Desk, sheet: InspirationList) -> Page:
    page = desk.page(A4_PORTRAIT)
    part_title(page, sheet.a4.title, PART_RIGHT)
    sheet_code(page, desk, sheet, HALF_MARGIN)
    _legend(page, sheet, ON_A4)
    _columns(page, desk, (3, 4), ON_A4)
    _band(page, desk, sheet, ON_A4)
    footer(page, desk, sheet, sheet.a4.footer.fill(n=2, m=2), HALF_MARGIN)
    return page


def _subtitle(desk: Desk, sheet: InspirationList) -> Text:
    return sheet.subtitle.fill(aantal=desk.catalogue.sectors.count)


def _legend(page: Page, sheet: InspirationList, at: _Place) -> None:
    """What the half-discs and the pins mean."""
    legend, x = sheet.legend, 222 - at.left
    ys = [at.legend_y + at.legend_pitch * i for i in range(3)]
    half_symbol(page, Circle(x, ys[0] - 1.5, 2.4), "ink", "upper")
    half_symbol(page, Circle(x, ys[1] - 1.5, 2.4), "ink", "lower")
    page.icon("place", (x + 0.1, ys[2] - 1.5), 4.8, "ink")
    for text, y in zip((legend.upper, legend.lower, legend.pin), ys, strict=True):
        page.text(text, "list-legend", x + 5, y, width=87)
    page.text(legend.note, "list-note", x + 96, ys[0], width=67, lines=2)


def _columns(page: Page, desk: Desk, numbers: Iterable[int], at: _Place = ON_A3) -> None:
    """Some of the four columns."""
    rulers = desk.rulers(page.size)
    for number in numbers:
        x, bottom = COLUMN_XS[number - 1] - at.left, BOTTOMS[number - 1]
        _column(page, rulers, desk.catalogue.sectors.column(number), x, bottom)


def _column(page: Page, rulers: Sequence[Page], clusters: Sequence[Cluster], x: float, bottom: float) -> None:
    """The clusters of a column, in the largest setting of their examples that fits."""
    attempts = (fill_column(_blocks(rulers, clusters, role), TOP, bottom, RULES) for role in EXAMPLE_ROLES)
    number, filling = first_fit(attempts)
    _check(page, clusters, filling)
    for cluster, group in zip(clusters, filling.groups, strict=True):
        _cluster_head(page, cluster, x, group.top)
        _strip(page, cluster, x, group)
        for sector, slot in zip(cluster.sectors, group.slots, strict=True):
            _sector(page, sector, cluster.tone, x, slot, EXAMPLE_ROLES[number])


def _blocks(rulers: Sequence[Page], clusters: Sequence[Cluster], role: str) -> list[list[Block]]:
    """The natural height of each sector; those with the fewest lines of examples are the first to get more room."""
    return [[_block(rulers, sector, role) for sector in cluster.sectors] for cluster in clusters]


def _block(rulers: Sequence[Page], sector: Sector, role: str) -> Block:
    names = _lines(rulers, sector.name.upper(), "sector", NAME_WIDTH)
    examples = _lines(rulers, sector.printed_examples, role, TEXT_WIDTH)
    style = rulers[0].style
    return Block(names * style("sector").leading + examples * style(role).leading + SECTOR_SPACE, turn=examples)


def _lines(rulers: Sequence[Page], text: Text, role: str, width: float) -> int:
    return max(len(ruler.measure(text, role, width).lines) for ruler in rulers)


def _check(page: Page, clusters: Sequence[Cluster], filling: Filling) -> None:
    """A column that is too full even in its smallest setting is a problem, told at its longest examples."""
    if not filling.excess:
        return
    examples = [sector.printed_examples for cluster in clusters for sector in cluster.sectors]
    longest = max(examples, key=lambda text: len(text.plain))
    page.too_long(longest, filling.excess, "high")


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


def _sector(page: Page, sector: Sector, tone: str, x: float, slot: Slot, role: str) -> None:
    """Name and half-disc, examples, and at the bottom the writing lines; the first has a pin."""
    left = x + TEXT_INSET
    y = slot.top + NAME_Y
    if sector.half != "either":
        inset = HALF_DISC + page.theme.stroke("half-disc").width / 2
        half_symbol(page, Circle(x + COLUMN_WIDTH - inset, y - 1.6, HALF_DISC), tone, sector.half)
    name = page.text(sector.name.upper(), "sector", left, y, width=NAME_WIDTH, lines=ANY)
    page.text(sector.printed_examples, role, left, name.last_baseline + EXAMPLES_Y, width=TEXT_WIDTH, lines=ANY)
    last = slot.bottom - LINE_UP
    ys = [last - i * RULES.line for i in range(slot.extra_lines, -1, -1)]
    page.icon("place", (left + PIN / 2 - 0.75, ys[0] - PIN / 2), PIN, tone)
    writing_lines(page, x + LINE_INSET, x + COLUMN_WIDTH, ys)


def _band(page: Page, desk: Desk, sheet: InspirationList, at: _Place) -> None:
    """Under the right half: who is not on the list, and the report if it has an address."""
    missing, url = sheet.missing, desk.catalogue.kit.digital.report.url
    left, end = 220 - at.left, 410 - at.left
    right = end if url is None else 312 - at.left
    page.line(left, 252.5, end, 252.5, "border")
    disc = Circle(left + 5.6, 261.9, 5.6)
    page.stroke(circle(disc), "question-disc")
    page.digit(missing.mark, "question-mark", disc, "ink")
    page.text(missing.head, "section-head", left + 14, 263.9, width=right - left - 14)
    writing_lines(page, left, right, (275.1, 283.9)[: missing.lines])
    if url is not None:
        _tile(page, desk, url, TILE.moved(-at.left, 0))


def _tile(page: Page, desk: Desk, url: Text, tile: Box) -> None:
    """The reference tile: what to read on, and its code."""
    report, shown = desk.catalogue.kit.digital.report, shown_url(url)
    x, width = tile.x + TILE_TEXT_INSET, TILE_TEXT_WIDTH
    page.stroke(rounded(tile, CORNER), "note-box")
    y, to_line, to_url = _tile_rows(page, report.title, shown)
    title = page.text(report.title, "tile-title", x, y, width=width, lines=2)
    line = page.text(report.text, "tile-line", x, title.last_baseline + to_line, width=width)
    written = url_lines(page, shown, "url", x, line.last_baseline + to_url, width, align="left")
    page.link(url.plain, written)
    code = Box(tile.x + TILE_CODE.x, tile.y + TILE_CODE.y, TILE_CODE.width, TILE_CODE.height)
    page.qr(url.plain, code, smallest=MODULE_ON_CARD, mark=url.mark)


def _tile_rows(page: Page, title: Text, shown: Text) -> tuple[float, float, float]:
    """Where the text of the tile begins, and the distances to its line and to its address; all of it is centred."""
    to_line, to_url = TILE_LINE_Y, TILE_URL_Y
    titles = page.measure(title, "tile-title", TILE_TEXT_WIDTH, lines=2)
    broken = 0 if page.fits(shown, "url", TILE_TEXT_WIDTH) else page.style("url").leading
    if titles.height and broken:
        to_line, to_url = to_line - TILE_CLOSER, to_url - TILE_CLOSER
    return TILE_TEXT_MIDDLE - (titles.height + to_line + to_url + broken) / 2, to_line, to_url
