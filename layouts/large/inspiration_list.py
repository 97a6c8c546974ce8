"""The inspiration list in large letters: sectors with examples and lines, three A3 or six A4 (design, section 26)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import partial
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box, Circle, Size
from kit.draw.look.patterns import CORNER as STRIP_CORNER
from kit.draw.look.patterns import pattern
from kit.draw.look.roles import CORNER
from kit.draw.page import Page
from kit.draw.paths import circle, rounded
from kit.draw.qr import MODULE_ON_SHEET
from kit.model.schema import Cluster, InspirationList, Report, Sector
from kit.model.text.spans import Text

from ..shared.examples import Examples
from ..shared.frame import CODE, shown_url, url_lines
from ..shared.parts import half_symbol, writing_lines
from .blocks import Block, flowed, pages, set_text, text_block, text_height
from .frame import BOTTOM, TOP, WIDTH

STRIP: Final = 7.0
INDENT: Final = 12.0
DISC: Final = 7.0
ICON: Final = 9.4
HALF: Final = 3.0
HALF_ROOM: Final = 10.0
PIN: Final = 6.4
LINE_INDENT: Final = 20.0
PITCH: Final = 12.0
LINE_DROP: Final = 11.5
"""From the examples down to the first writing line."""

AFTER_LINE: Final = 2.0
MISSING_INDENT: Final = 18.0
TILE_INSET: Final = 7.0
_MISSING: Final = "?"
"""What stands for who is not on the list, among the keys of sectors."""


def draw(context: DrawingContext, sheet: InspirationList) -> list[Page]:
    """A3 pages of two columns each."""
    return _drawn(context, sheet, A3_LANDSCAPE)


def draw_a4(context: DrawingContext, sheet: InspirationList) -> list[Page]:
    """The same columns as A4 pages."""
    return _drawn(context, sheet, A4_PORTRAIT)


def _drawn(context: DrawingContext, sheet: InspirationList, size: Size) -> list[Page]:
    subtitle = sheet.subtitle.fill(aantal=context.catalogue.sectors.count)
    again = _headed_again(context, sheet)
    extra = _extra_lines(list(_blocks(context, sheet, {}, again)))
    blocks = [block for _, block in _blocks(context, sheet, extra, again)]
    return pages(context, sheet, (sheet.title, subtitle, sheet.bookmark), blocks, size, marked=True)


def _headed_again(context: DrawingContext, sheet: InspirationList) -> Set[str]:
    """The sectors at the top of a column whose cluster began before it: the head of the cluster comes once more.

    From the first column on: a head more moves what is behind it, and nothing before it.
    """
    again: set[str] = set()
    while True:
        blocks = list(_blocks(context, sheet, {}, again))
        tops = (blocks[column[0][0]][0] for column in flowed([block for _, block in blocks], BOTTOM - TOP))
        first = next((key for key in tops if key not in ("", _MISSING)), None)
        if first is None:
            return again
        again.add(first)


def _extra_lines(blocks: Sequence[tuple[str, Block]]) -> Mapping[str, int]:
    """How many more writing lines each sector gets: what a column has left, one each as far as it goes.

    Who is not on the list gets all that its column has left.
    """
    extra: dict[str, int] = {}
    plain = [block for _, block in blocks]
    for column in flowed(plain, BOTTOM - TOP):
        sectors = [blocks[number][0] for number, _ in column if blocks[number][0]]
        last, top = column[-1]
        lines = int((BOTTOM - TOP - top - plain[last].height) // PITCH)
        if _MISSING in sectors:
            extra[_MISSING] = lines
        else:
            extra |= dict.fromkeys(sectors[:lines], 1)
    return extra


def _blocks(
    context: DrawingContext, sheet: InspirationList, extra: Mapping[str, int], again: Set[str]
) -> Iterator[tuple[str, Block]]:
    """All blocks in order, those of a sector with its key; ``again``: above which the head of the cluster is repeated.

    ``extra``: how many more lines each has.
    """
    ruler = context.page(A4_PORTRAIT)
    examples = Examples(context.rulers(A4_PORTRAIT), WIDTH - INDENT, sheet.open_end)
    for block in _legend(ruler, sheet):
        yield "", block
    for cluster in context.catalogue.sectors.clusters:
        yield "", _head(cluster).and_next()
        for sector in cluster.sectors:
            if sector.key in again:
                yield "", _head(cluster).and_next()
            yield (
                sector.key,
                _sector(ruler, cluster, sector, examples.text(sector, "small"), 1 + extra.get(sector.key, 0)),
            )
    yield _MISSING, _missing(sheet, sheet.missing.lines + extra.get(_MISSING, 0))
    report = context.catalogue.kit.digital.report
    if report.url:
        yield "", _tile(ruler, report, report.url)
    elif report.without_url:
        yield "", _tile_of_words(ruler, report.title, report.without_url)


def _legend(ruler: Page, sheet: InspirationList) -> Iterator[Block]:
    """What the half-discs and the pins mean."""
    legend = sheet.legend
    for kind, text in (("upper", legend.upper), ("lower", legend.lower), ("pin", legend.pin)):
        block = text_block(ruler, text, "small", WIDTH, indent=INDENT, gap=3)
        yield Block(block.height, partial(_legend_row, kind, block), 3)
    yield text_block(ruler, legend.note, "small", WIDTH, gap=4)


def _legend_row(kind: str, block: Block, page: Page, x: float, y: float) -> None:
    if kind == "pin":
        page.icon("place", (x + HALF, y + 2), PIN, "ink")
    else:
        half_symbol(page, Circle(x + HALF, y + 2, HALF), "ink", "upper" if kind == "upper" else "lower")
    block.draw(page, x, y)


def _head(cluster: Cluster) -> Block:
    """The icon and the name of a cluster."""

    def draw(page: Page, x: float, y: float) -> None:
        disc = Circle(x + DISC, y + DISC, DISC)
        style = page.disc(disc, cluster.tone)
        page.icon(cluster.icon, disc.centre, ICON, style.inside, stroke=page.theme.stroke("cluster-icon").width)
        width = WIDTH - 2 * DISC - 4
        page.text(cluster.name, "cluster", x + 2 * DISC + 4, y + DISC + 2.7, width=width, tone=cluster.tone)

    return Block(2 * DISC, draw, 9)


def _sector(ruler: Page, cluster: Cluster, sector: Sector, examples: Text, lines: int) -> Block:
    """Name and half-disc, examples, and writing lines, the first with a pin; along all of it the pattern."""
    width = WIDTH - INDENT
    name = text_height(ruler, Text.of(sector.name.upper().plain, sector.name.mark), "sector", width - HALF_ROOM)
    height = name + 2 + text_height(ruler, examples, "small", width) + LINE_DROP + PITCH * (lines - 1) + AFTER_LINE

    def draw(page: Page, x: float, y: float) -> None:
        _strip(page, cluster, Box(x, y, STRIP, height))
        if sector.half != "either":
            half_symbol(page, Circle(x + WIDTH - HALF - 0.5, y + 2.4, HALF), cluster.tone, sector.half)
        left = x + INDENT
        set_text(page, sector.name.upper(), "sector", left, y, width - HALF_ROOM)
        end = set_text(page, examples, "small", left, y + name + 2, width)
        ys = [end + LINE_DROP + PITCH * i for i in range(lines)]
        page.icon("place", (left + PIN / 2, ys[0] - PIN / 2), PIN, cluster.tone)
        writing_lines(page, x + LINE_INDENT, x + WIDTH, ys)

    return Block(height, draw, 3.5)


def _strip(page: Page, cluster: Cluster, strip: Box) -> None:
    """The pattern of a cluster along a sector."""
    frame, shapes, role = rounded(strip, STRIP_CORNER), pattern(cluster.pattern, strip), f"pattern-{cluster.pattern}"
    with page.clipped(frame):
        if cluster.pattern == "dots":
            page.fill(shapes, cluster.tone, role)
        else:
            page.stroke(shapes, role, cluster.tone)
    page.stroke(frame, "pattern-frame", cluster.tone)


def _missing(sheet: InspirationList, lines: int) -> Block:
    """Who is not on the list."""
    missing = sheet.missing

    def draw(page: Page, x: float, y: float) -> None:
        disc = Circle(x + DISC, y + DISC, DISC)
        page.stroke(circle(disc), "question-disc")
        page.digit(missing.mark, "question-mark", disc, "ink")
        page.text(missing.head, "head", x + MISSING_INDENT, y + DISC + 2.5, width=WIDTH - MISSING_INDENT)
        writing_lines(page, x, x + WIDTH, (y + 2 * DISC + PITCH * (i + 1) for i in range(lines)))

    return Block(2 * DISC + PITCH * lines + AFTER_LINE, draw, 10)


def _tile(ruler: Page, report: Report, url: Text) -> Block:
    """What to read on, and its code."""
    shown = shown_url(url)
    width = WIDTH - CODE - 3 * TILE_INSET
    title = text_height(ruler, report.title, "strong", width)
    text = text_height(ruler, report.text, "small", width)
    address = 7.0 if ruler.fits(shown, "url", width) else 13.2
    height = max(title + 2 + text + 2 + address, CODE) + 2 * TILE_INSET - 3

    def draw(page: Page, x: float, y: float) -> None:
        page.stroke(rounded(Box(x, y, WIDTH, height), CORNER), "note-box")
        left, top = x + TILE_INSET, y + TILE_INSET
        set_text(page, report.title, "strong", left, top, width)
        set_text(page, report.text, "small", left, top + title + 2, width)
        written = url_lines(page, shown, "url", left, top + title + text + 8, width, align="left")
        page.link(url.plain, written)
        code = Box(x + WIDTH - TILE_INSET - CODE, y + (height - CODE) / 2, CODE, CODE)
        page.qr(url.plain, code, smallest=MODULE_ON_SHEET, mark=url.mark)

    return Block(height, draw, 8)


def _tile_of_words(ruler: Page, title: Text, text: Text) -> Block:
    """The tile of a report without an address."""
    width = WIDTH - 2 * TILE_INSET
    head = text_height(ruler, title, "strong", width)
    height = head + 2 + text_height(ruler, text, "small", width) + 2 * TILE_INSET - 2

    def draw(page: Page, x: float, y: float) -> None:
        page.stroke(rounded(Box(x, y, WIDTH, height), CORNER), "note-box")
        set_text(page, title, "strong", x + TILE_INSET, y + TILE_INSET, width)
        set_text(page, text, "small", x + TILE_INSET, y + TILE_INSET + head + 2, width)

    return Block(height, draw, 8)
