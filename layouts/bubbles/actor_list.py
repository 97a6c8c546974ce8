"""The list behind a bubble sheet with the actors that did not fit in their bubbles (design, section 22; image 23)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Box, Circle
from kit.draw.page import DIGIT_DROP, Page
from kit.draw.paths import rounded
from kit.model.places.municipalities import Municipality
from kit.model.places.named import Actor, ActorHalf, Neighbour
from kit.model.schema import BubbleSheet
from kit.model.text.spans import Text

from ..shared.frame import ANY_NIS, address, address_box, corner_code, footer, heading, line_width, sheet_url
from ..shared.parts import half_symbol, writing_lines

COLUMNS: Final[tuple[tuple[ActorHalf, float], ...]] = (("upper", 12), ("lower", 108))
LEFT, RIGHT = 12, 198
NAME_WIDTH: Final = 50
SECTOR_X: Final = 52
SECTOR_WIDTH: Final = 38
HEADING_RIGHT: Final = 168

FIRST: Final = 69.0
"""The line of the first municipality."""

TO_ROW: Final = 10.4
ROW: Final = 5.2
TO_NEXT: Final = 11.4
"""From the last row down to the line of the next municipality."""

BOTTOM: Final = 283.5
LONGEST: Final = 4
"""So many lines at most has a name that is too long for one."""

PILL_HEIGHT: Final = 9.2
PILL_INSET: Final = 6

TO_MISSING: Final = 12.7
"""From the last row down to the words above the lines to write on."""

TO_LINES: Final = 9.1
LINE_PITCH: Final = 8.6
NAME_LINE: Final = 48


@dataclass(frozen=True, slots=True)
class _Row:
    """An actor with the name of the sector, and how many lines the longer of the two names takes."""

    actor: Actor
    sector: Text | None
    lines: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A municipality, or as much of it as there is room for on a page: its actors by half."""

    municipality: Neighbour
    columns: tuple[tuple[_Row, ...], ...]

    @property
    def rows(self) -> int:
        """How many lines it is high."""
        return max(sum(row.lines for row in column) for column in self.columns)

    @property
    def height(self) -> float:
        """From its line down to its last row."""
        return TO_ROW + (self.rows - 1) * ROW


MOST_ROWS: Final = int((BOTTOM - FIRST - TO_ROW) / ROW) + 1
"""So many rows has a municipality on a page at most."""


def pages(context: DrawingContext, sheet: BubbleSheet, own: Municipality, actors: Sequence[Actor]) -> list[Page]:
    """The A4 pages on which these actors stand, in their order; none without actors.

    The actors of a municipality follow each other; it goes on to the next page only where one page has not enough
    room for it.
    """
    if not actors:
        return []
    ground = context.ground("actor-list", lambda: _ground(context, sheet))
    blocks = [part for block in _blocks(context, actors) for part in _parts(block)]
    flow = list(_flow(blocks))
    return [
        _page(context.page_on(ground), context, sheet, own, flow[i], number=i + 1, of=len(flow))
        for i in range(len(flow))
    ]


def _blocks(context: DrawingContext, actors: Sequence[Actor]) -> Iterator[_Block]:
    """The actors by municipality and half; lines are counted in the edition that needs most: all are alike."""
    rulers = context.rulers(A4_PORTRAIT)
    sectors = {sector.key: sector.name for cluster in context.catalogue.sectors.clusters for sector in cluster.sectors}
    for _, group in groupby(actors, key=lambda actor: actor.municipality.nis):
        rows = [_row(rulers, actor, sectors[actor.sector] if actor.sector else None) for actor in group]
        columns = (tuple(row for row in rows if row.actor.half == half) for half, _ in COLUMNS)
        yield _Block(rows[0].actor.municipality, tuple(columns))


def _row(rulers: Sequence[Page], actor: Actor, sector: Text | None) -> _Row:
    names = [(actor.name, "actors-name", NAME_WIDTH)]
    names += [(sector, "actors-sector", SECTOR_WIDTH)] if sector else []
    return _Row(actor, sector, max(_lines(ruler, *name) for name in names for ruler in rulers))


def _lines(ruler: Page, name: Text, role: str, width: float) -> int:
    """One where that can be, be it in a smaller size."""
    if line_width(ruler, name, role) <= width or ruler.fits(name, role, width):
        return 1
    return len(ruler.measure(name, role, width, lines=LONGEST).lines)


def _parts(block: _Block) -> Iterator[_Block]:
    """A municipality in parts that each fit on a page: itself, but for the longest lists."""
    while block.rows > MOST_ROWS:
        cuts = [_room(column) for column in block.columns]
        yield _Block(block.municipality, tuple(column[:cut] for column, cut in zip(block.columns, cuts, strict=True)))
        rest = tuple(column[cut:] for column, cut in zip(block.columns, cuts, strict=True))
        block = _Block(block.municipality, rest)
    yield block


def _room(column: Sequence[_Row]) -> int:
    """How many actors of a column fit on a page."""
    lines = 0
    for i, row in enumerate(column):
        lines += row.lines
        if lines > MOST_ROWS:
            return i
    return len(column)


def _flow(blocks: Sequence[_Block]) -> Iterator[list[tuple[float, _Block]]]:
    """The blocks of each page, each with the y of its line."""
    page: list[tuple[float, _Block]] = []
    y = FIRST
    for block in blocks:
        if page and y + block.height > BOTTOM:
            yield page
            page, y = [], FIRST
        page.append((y, block))
        y += block.height + TO_NEXT
    yield page


def _ground(context: DrawingContext, sheet: BubbleSheet) -> Page:
    """What every page of every list has: brand mark, address, lead and the heads of the columns."""
    page = context.page(A4_PORTRAIT)
    words, heads = sheet.actor_list, context.catalogue.steps.partner_fields
    address(page, context, sheet_url(context, sheet, ANY_NIS))
    page.text(words.lead, "actors-lead", LEFT, 44, width=RIGHT - LEFT)
    for (half, x), name in zip(COLUMNS, (words.upper, words.lower), strict=True):
        half_symbol(page, Circle(x + 2.4, 53.1, 2.4), "ink", half)
        page.text(name, "actors-half", x + 8, 54.6, width=NAME_WIDTH + SECTOR_WIDTH - 8)
        page.text(heads.name, "actors-head", x, 61.4, width=NAME_WIDTH)
        page.text(heads.sector, "actors-head", x + SECTOR_X, 61.4, width=SECTOR_WIDTH)
    return page


def _page(
    page: Page,
    context: DrawingContext,
    sheet: BubbleSheet,
    own: Municipality,
    blocks: Sequence[tuple[float, _Block]],
    *,
    number: int,
    of: int,
) -> Page:
    words = sheet.actor_list
    heading(page, words.title, words.subtitle.fill(gemeente=own.name), HEADING_RIGHT)
    url = sheet_url(context, sheet, own.nis)
    corner_code(page, context, url)
    page.link(url, address_box(page))
    for y, block in blocks:
        _municipality(page, block, y, "you" if block.municipality == own else "bridge")
    if number == of:
        last, block = blocks[-1]
        _missing(page, words.missing, last + block.height + TO_MISSING)
    footer(page, context, sheet, words.footer.fill(gemeente=own.name, n=number, m=of))
    return page


def _municipality(page: Page, block: _Block, y: float, tone: str) -> None:
    """A line with the name on it, and the actors beneath."""
    name = block.municipality.name
    width = page.measure(name, "actors-municipality", RIGHT - LEFT - 2 * PILL_INSET, lines=1).width
    box = Box(LEFT, y - PILL_HEIGHT / 2, width + 2 * PILL_INSET, PILL_HEIGHT)
    page.line(box.right, y, RIGHT, y, "actors-line", tone)
    page.stroke(rounded(box, PILL_HEIGHT / 2), "actors-line", tone)
    baseline = y + DIGIT_DROP * page.style("actors-municipality").size
    page.text(name, "actors-municipality", LEFT + PILL_INSET, baseline, width=RIGHT - LEFT - 2 * PILL_INSET)
    for (_, x), column in zip(COLUMNS, block.columns, strict=True):
        row_y = y + TO_ROW
        for row in column:
            page.text(row.actor.name, "actors-name", x, row_y, width=NAME_WIDTH, lines=row.lines)
            if row.sector:
                page.text(row.sector, "actors-sector", x + SECTOR_X, row_y, width=SECTOR_WIDTH, lines=row.lines)
            row_y += ROW * row.lines


def _missing(page: Page, words: Text, y: float) -> None:
    """Room for who is missing, in what is left of the page; nothing where that is less than one line."""
    first = y + TO_LINES
    count = int((BOTTOM - first) // LINE_PITCH) + 1
    if count < 1:
        return
    page.text(words, "actors-missing", LEFT, y, width=RIGHT - LEFT)
    ys = [first + i * LINE_PITCH for i in range(count)]
    for _, x in COLUMNS:
        writing_lines(page, x, x + NAME_LINE, ys)
        writing_lines(page, x + SECTOR_X, x + SECTOR_X + SECTOR_WIDTH, ys)
