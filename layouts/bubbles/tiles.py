"""The bubble sheet as two A4 tiles that are glued together (design, section 16, *Tiles of b*; image 19).

The sheet is drawn whole, in a form in which no word comes near the seam, and each tile shows its part of it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import partial
from typing import Final

from kit.draw.bubbles.layouts import INWARD, TILED, tiled_layout
from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Box
from kit.draw.page import Page
from kit.draw.paper.tiling import LEFT, RIGHT, SEAM, TILES, Tile
from kit.draw.paths import bounds, rectangle
from kit.draw.records import ArcText, Clipped, Letters, Placed, Shape, Stroke
from kit.model.places.named import Actors, NamedSheet
from kit.model.schema import BubbleSheet
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names

from . import actor_list
from .blank import blank_page
from .look import look_of
from .names import named_pages
from .parts import Form
from .seam import BESIDE

FORM: Final = Form(SEAM, INWARD, 74, SEAM - BESIDE)

STRIP: Final = (202.6, 204.8)
"""The hatch of the strip, from where to where; the strip itself runs from the end of what is shown to 205."""

HATCH: Final = 3.0
HATCHED: Final = (9.5, 287.5)
AIR: Final = 2.0
"""Between the hatch and what stands on the strip."""

WORDS_LEFT: Final = 204.3
"""The baseline of what is written on the strip; its descenders end at 205."""

WORDS_RIGHT: Final = 8.0
"""Likewise: clear of the dots on 10."""
FIRST, LAST, MIDDLE, RULE_WORDS = 60.0, 272.0, 200.0, 199.0
"""Where the texts start, which read upwards."""

RULE_X: Final = 204.6
RULE: Final = (84.0, 184.0)
MARKS: Final = ((9.5, 15.0), (282.0, 287.5))
CUT_MARKS: Final = ((8.0, 14.0), (283.0, 289.0))
CUT_GUIDE: Final = (15.8, 281.2)
"""The dots between the marks where the right tile is cut."""


def draw_a4(context: DrawingContext, sheet: BubbleSheet, names: Names = NOBODY) -> list[Page]:
    """The blank sheet as two tiles, with the names that are known."""
    page = blank_page(context, sheet, names, TILED[tiled_layout(sheet.blank_layout)], FORM)
    return list(_tiles(context, sheet, "blank", page, None))


def draw_named_a4(
    context: DrawingContext, sheet: BubbleSheet, named: NamedSheet, actors: Actors, names: Names = NOBODY
) -> list[Page]:
    """The sheet of a municipality, two tiles each; behind them A4 pages with actors that did not fit.

    It must be planned for tiles: in other layouts a bubble lies on the seam.
    """
    pages: list[Page] = []
    whole, left = named_pages(context, sheet, named, actors, names, FORM)
    for plan, page in zip(named.sheets, whole, strict=True):
        words = sheet.a4.named_footer if plan.of == 1 else sheet.a4.several_footer
        whose = words.fill(gemeente=named.own.name, n=plan.number, m=plan.of)
        pages += _tiles(context, sheet, look_of(named.own, plan, actors, FORM), page, whose)
    return [*pages, *actor_list.pages(context, sheet, named.own, left)]


def _tiles(
    context: DrawingContext, sheet: BubbleSheet, key: Hashable, page: Page, whose: Text | None
) -> Iterator[Page]:
    """The tiles of a page. What they show of its ground is drawn once for all pages on it."""
    under = page.ground or page
    for tile in TILES:
        ground = context.ground((__name__, key, tile), partial(_ground, context, sheet, under, tile))
        top = context.page_on(ground)
        if page.ground:
            _show(top, page, tile)
        if whose and tile is RIGHT:
            top.upward(whose, "tile", WORDS_RIGHT, MIDDLE, width=MIDDLE - FIRST - AIR)
        # A page with nothing of its own is its ground; what is wrong with it must be heard all the same.
        yield top if top.placed or top.links or top.problems != ground.problems else ground


def _ground(context: DrawingContext, sheet: BubbleSheet, under: Page, tile: Tile) -> Page:
    page = context.page(A4_PORTRAIT)
    _show(page, under, tile)
    if tile is LEFT:
        _strip(page, sheet)
    else:
        _cut(page, sheet)
    return page


# What a tile shows of a page


def _show(on: Page, page: Page, tile: Tile) -> None:
    """Set on a page what a tile shows of a sheet's own layer: shapes up to its edges, the rest as a whole."""
    left = -tile.offset
    on.shapes += [part.moved(left, 0) for shape in page.shapes for part in _seen(shape, tile)]
    on.texts += [text.moved(left, 0) for text in page.texts if tile.owns(_start(text))]
    on.pictures += [picture.moved(left, 0) for picture in page.pictures if tile.owns(picture.box.centre.x)]
    on.codes += [code.moved(left, 0) for code in page.codes if tile.owns(code.box.centre.x)]
    on.links += [link.moved(left, 0) for link in page.links if tile.owns(link.box.centre.x)]
    on.placed += [part.moved(left, 0) for placed in page.placed for part in _placed(placed, tile)]
    if tile is LEFT:
        on.problems += [problem for problem in page.problems if problem not in on.problems]


def _seen(shape: Shape, tile: Tile) -> Iterator[Shape]:
    """A shape as it is, cut off, or not at all."""
    reach = shape.style.width / 2 if isinstance(shape, Stroke) else 0
    box = bounds(shape.path).inset(-reach)
    if not tile.half.overlaps(box):
        return
    yield shape if tile.shown.contains(box) else Clipped(rectangle(tile.shown), (shape,))


def _start(text: Letters | ArcText) -> float:
    return text.each[0].x


def _placed(placed: Placed, tile: Tile) -> Iterator[Placed]:
    """What stands where: texts and codes whole, shapes as far as they are seen."""
    box, shown = placed.box, tile.shown
    if placed.text:
        if tile.owns(box.centre.x):
            yield placed
    elif max(box.x, tile.half.x) <= min(box.right, tile.half.right):
        cut = Box.between(max(box.x, shown.x), box.y, min(box.right, shown.right), box.bottom)
        yield Placed(placed.role, placed.text, cut)


# What a tile has besides


def _strip(page: Page, sheet: BubbleSheet) -> None:
    """The strip for glue: the marks to lay the other tile against, a rule to check the print, and hatching."""
    words = sheet.a4
    for top, bottom in MARKS:
        page.line(LEFT.seam, top, LEFT.seam, bottom, "cut-mark")
    texts = ((words.glue, FIRST), (words.rule, RULE_WORDS), (words.left, LAST))
    boxes = [page.upward(text, "tile", WORDS_LEFT, y, width=60) for text, y in texts]
    _rule(page)
    taken = sorted([*((box.y - AIR, box.bottom + AIR) for box in boxes), (RULE[0] - AIR, RULE[1] + AIR)])
    start, (left, right) = HATCHED[0], STRIP
    for top, bottom in [*taken, (HATCHED[1], HATCHED[1])]:
        while start + right - left <= top:
            page.line(left, start + right - left, right, start, "glue")
            start += HATCH
        start = max(start, bottom)


def _rule(page: Page) -> None:
    """A line of 100 mm with a tick every 10."""
    top, bottom = RULE
    page.line(RULE_X, top, RULE_X, bottom, "check-rule")
    for i in range(11):
        y = top + 10 * i
        page.line(RULE_X - (0.8 if i % 5 else 1.6), y, RULE_X, y, "check-rule")


def _cut(page: Page, sheet: BubbleSheet) -> None:
    """Where the right tile is cut."""
    words = sheet.a4
    for top, bottom in CUT_MARKS:
        page.line(RIGHT.seam, top, RIGHT.seam, bottom, "cut-mark")
    page.line(RIGHT.seam, CUT_GUIDE[0], RIGHT.seam, CUT_GUIDE[1], "cut-guide")
    page.upward(words.cut, "tile", WORDS_RIGHT, FIRST, width=FIRST - HATCHED[0])
    page.upward(words.right, "tile", WORDS_RIGHT, LAST, width=LAST - MIDDLE - AIR)
