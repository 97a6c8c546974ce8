"""The list behind a large bubble sheet with the actors that did not fit in their bubbles (design, section 26)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Box, Circle
from kit.draw.page import DIGIT_DROP, Page
from kit.draw.paths import rounded
from kit.model.places.municipalities import Municipality
from kit.model.places.named import Actor, ActorHalf
from kit.model.schema import BubbleSheet
from kit.model.text.spans import Text

from ...shared.parts import half_symbol, writing_lines
from ..blocks import Block, flowed, joined_up, pages, set_text, text_block, text_height
from ..frame import WIDTH, leaf

COLUMNS: Final[Mapping[ActorHalf, float]] = {"upper": 0.0, "lower": 96.0}
INDENT: Final = 8.0
COLUMN: Final = 90.0
SYMBOL: Final = 2.6
PILL: Final = 12.0
PILL_INSET: Final = 7.0
LINES: Final = 4
PITCH: Final = 12.0
SOME: Final = 3
"""So many actors stand at least at the foot of a page where their municipality goes on on the next."""


def actor_pages(context: DrawingContext, sheet: BubbleSheet, own: Municipality, actors: Sequence[Actor]) -> list[Page]:
    """The A4 pages on which these actors stand, by municipality; none without actors."""
    if not actors:
        return []
    words = sheet.actor_list
    told = (words.title, words.subtitle.fill(gemeente=own.name), words.title)
    return pages(context, sheet, told, _blocks(context, sheet, own, actors), nis=own.nis)


def _blocks(context: DrawingContext, sheet: BubbleSheet, own: Municipality, actors: Sequence[Actor]) -> list[Block]:
    ruler, words = context.page(A4_PORTRAIT), sheet.actor_list
    high = leaf(ruler).height
    sectors = {sector.key: sector.name for cluster in context.catalogue.sectors.clusters for sector in cluster.sectors}
    blocks = [text_block(ruler, words.lead, "lead", WIDTH), _heads(ruler, words.upper, words.lower)]
    for _, group in groupby(actors, key=lambda actor: actor.municipality.nis):
        known = list(group)
        where = known[0].municipality
        head = _municipality(ruler, where.name, "you" if where == own else "bridge")
        halves = ([actor for actor in known if actor.half == half] for half in COLUMNS)
        pairs = [_pair(ruler, pair, sectors) for pair in zip_longest(*halves)]
        blocks += _under(head, pairs, high, high - _end(blocks, high))
    return [*blocks, _missing(ruler, words.missing)]


def _end(blocks: Sequence[Block], height: float) -> float:
    """Where the last of these blocks ends on its page."""
    number, top = flowed(blocks, height)[-1][-1]
    return top + blocks[number].height


def _heads(ruler: Page, upper: Text, lower: Text) -> Block:
    """What the two columns are."""
    told: tuple[tuple[ActorHalf, Text], ...] = (("upper", upper), ("lower", lower))
    width = COLUMN - INDENT

    def draw(page: Page, x: float, y: float) -> None:
        for half, text in told:
            half_symbol(page, Circle(x + COLUMNS[half] + SYMBOL, y + 2, SYMBOL), "ink", half)
            set_text(page, text, "strong", x + COLUMNS[half] + INDENT, y, width)

    return Block(max(text_height(ruler, text, "strong", width) for _, text in told), draw, 7)


def _under(head: Block, pairs: Sequence[Block], height: float, left: float) -> Iterator[Block]:
    """Actors under the name of their municipality, on one page; where they take several, the name is on each.

    Those that take several begin on the page before, where so much is ``left`` that some of them stand there.
    """
    room = height - head.height - pairs[0].gap
    parts = flowed(pairs, room)
    first = flowed(pairs, left - head.gap - head.height - pairs[0].gap)[0]
    if len(parts) > 1 and len(first) >= SOME:
        yield from joined_up([head, *pairs[: len(first)]])
        pairs = pairs[len(first) :]
        parts = flowed(pairs, room)
    for part in parts:
        yield from joined_up([head, *(pairs[number] for number, _ in part)])


def _municipality(ruler: Page, name: str, tone: str) -> Block:
    """A line with the name on it."""
    most = WIDTH - 2 * PILL_INSET
    width = ruler.measure(name, "printed-name", most, lines=1).width
    drop = DIGIT_DROP * ruler.style("printed-name").size

    def draw(page: Page, x: float, y: float) -> None:
        box = Box(x, y, width + 2 * PILL_INSET, PILL)
        page.line(box.right, box.centre.y, x + WIDTH, box.centre.y, "actors-line", tone)
        page.stroke(rounded(box, PILL / 2), "actors-line", tone)
        page.text(name, "printed-name", x + PILL_INSET, box.centre.y + drop, width=most)

    return Block(PILL, draw, 8)


def _pair(ruler: Page, pair: Sequence[Actor | None], sectors: Mapping[str, Text]) -> Block:
    """An actor of each half side by side, if there are two: each with its half, and its sector beneath."""
    width = COLUMN - INDENT
    told = [(actor, _of(actor, sectors)) for actor in pair if actor]

    def draw(page: Page, x: float, y: float) -> None:
        for actor, texts in told:
            left, top = x + COLUMNS[actor.half], y
            half_symbol(page, Circle(left + SYMBOL, top + 2, SYMBOL), "ink", actor.half)
            for text, role in texts:
                top = set_text(page, text, role, left + INDENT, top, width) + 1

    def height(texts: Sequence[tuple[Text, str]]) -> float:
        return sum(text_height(ruler, text, role, width) + 1 for text, role in texts)

    return Block(max(height(texts) for _, texts in told), draw)


def _of(actor: Actor, sectors: Mapping[str, Text]) -> list[tuple[Text, str]]:
    return [(actor.name, "small"), *([(sectors[actor.sector], "narrow")] if actor.sector else [])]


def _missing(ruler: Page, text: Text) -> Block:
    """Room for who is missing."""
    head = text_height(ruler, text, "head", WIDTH)

    def draw(page: Page, x: float, y: float) -> None:
        set_text(page, text, "head", x, y, WIDTH)
        for left in COLUMNS.values():
            ys = [y + head + PITCH * (i + 1) for i in range(LINES)]
            writing_lines(page, x + left, x + left + COLUMN, ys)

    return Block(head + PITCH * LINES, draw, 12)
