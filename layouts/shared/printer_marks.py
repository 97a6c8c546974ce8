"""What is measured, counted or held against the light on the printer test (design, section 21)."""

from __future__ import annotations

from typing import Final

from kit.draw.geometry import A4_PORTRAIT, Box, Circle, Point
from kit.draw.look.theme import black
from kit.draw.page import Page
from kit.draw.paths import circle, polyline, rectangle

RULER: Final = 100
TICKS: Final = ((10, 5.0), (5, 3.4), (1, 2.0))
"""How long a tick is at so many mm."""

ACROSS: Final = Point(22, 50)
DOWN: Final = Point(22, 62)
"""Where the rulers start."""

RULER_DROP: Final = 2.9
RULER_GAP: Final = 0.9
RULER_BASELINE: Final = 0.95
"""Where the digits of the rulers stand: under the ticks, beside them, and how far under the middle of a tick."""

EDGES: Final = 12
FIRST_DIGIT: Final = 3
"""What stands nearer to the edge would be cut by many printers."""

EDGE_STROKE: Final = 3.4
EDGE_PITCH: Final = 4.0
EDGE_ACROSS: Final = 80.0
EDGE_DOWN: Final = 120.0
EDGE_GAP: Final = 0.8
CAPITAL: Final = 1.7
"""The height of the digits of the edge meter."""

CROSS_ARM: Final = 7.0
CROSS_RING: Final = 2.0
CROSSES: Final = (Point(186, 26), Point(186, 268))
GRIDS: Final = tuple(Point(A4_PORTRAIT.width - x, y) for x, y in CROSSES)
"""Turned over along the long edge, what stood to the right of the middle stands as far to the left of it."""

GRID: Final = 6
GRID_LIMIT: Final = 2
GRID_DIGIT: Final = 5

SHADES: Final = (4, 7, 10, 25, 40, 55, 70, 85, 100)
"""In % of black."""

SHADE: Final = Box(128, 51, 6.9, 9)
PAIRS: Final = (
    ("you", "you", "you-tint"),
    ("strength", "strength-line", "strength-tint"),
    ("limit", "limit", "limit-tint"),
    ("bridge", "bridge", "bridge-tint"),
)
"""The tones of a disc, and of the outline and the area of the bubble beside it."""

DISC: Final = Circle(133.6, 69, 5.6)
BUBBLE: Final = 3.2
PAIR_PITCH: Final = 15.6
BUBBLES: Final = 2 * len(PAIRS)

ARROW: Final = ((105, 88), (130, 120), (115.5, 120), (115.5, 160), (94.5, 160), (94.5, 120), (80, 120))


def rulers(page: Page) -> None:
    """One of 100 mm to the right and one down: their ends are the middles of their first and last ticks."""
    (x, y), (left, top) = ACROSS, DOWN
    page.line(x, y, x + RULER, y, "test-ruler")
    page.line(left, top, left, top + RULER, "test-ruler")
    for mm in range(RULER + 1):
        tick = next(length for step, length in TICKS if mm % step == 0)
        page.line(x + mm, y, x + mm, y + tick, "test-ruler")
        page.line(left, top + mm, left + tick, top + mm, "test-ruler")
    longest = TICKS[0][1]
    for mm in range(0, RULER + 1, 10):
        page.text(str(mm), "test-ruler", x + mm, y + longest + RULER_DROP, width=9, align="centre")
    for mm in range(0, RULER + 1, 10):
        page.text(str(mm), "test-ruler", left + longest + RULER_GAP, top + mm + RULER_BASELINE, width=9)


def edge_meter(page: Page) -> None:
    """Strokes ever farther from the four edges, with as many mm as that is."""
    width, height = page.size.width, page.size.height
    for mm in range(1, EDGES + 1):
        x, y = EDGE_ACROSS + EDGE_PITCH * (mm - 1), EDGE_DOWN + EDGE_PITCH * (mm - 1)
        for edge in (mm, height - mm):
            page.line(x, edge, x + EDGE_STROKE, edge, "test-edge")
        for edge in (mm, width - mm):
            page.line(edge, y, edge, y + EDGE_STROKE, "test-edge")
        if mm >= FIRST_DIGIT:
            _edge_digits(page, mm, x + EDGE_STROKE / 2, y + EDGE_STROKE / 2)


def _edge_digits(page: Page, mm: int, x: float, y: float) -> None:
    """The number of four strokes on the side of the middle of the sheet."""
    width, height, inside = page.size.width, page.size.height, mm + EDGE_GAP
    for baseline in (inside + CAPITAL, height - inside):
        page.text(str(mm), "test-edge-digit", x, baseline, width=EDGE_STROKE, align="centre")
    page.text(str(mm), "test-edge-digit", inside, y + CAPITAL / 2, width=EDGE_STROKE)
    page.text(str(mm), "test-edge-digit", width - inside, y + CAPITAL / 2, width=EDGE_STROKE, align="right")


def crosses(page: Page) -> None:
    """What must shine through in the middle of the grids."""
    for x, y in CROSSES:
        page.line(x - CROSS_ARM, y, x + CROSS_ARM, y, "test-cross")
        page.line(x, y - CROSS_ARM, x, y + CROSS_ARM, "test-cross")
        page.stroke(circle(Circle(x, y, CROSS_RING)), "test-cross")


def grids(page: Page) -> None:
    """Squares of 1 mm behind the crosses, and a larger one: what a shift may be."""
    for x, y in GRIDS:
        for mm in range(-GRID, GRID + 1):
            role = "test-grid" if mm else "test-axis"
            page.line(x - GRID, y + mm, x + GRID, y + mm, role)
            page.line(x + mm, y - GRID, x + mm, y + GRID, role)
        side = 2 * GRID_LIMIT
        page.stroke(rectangle(Box(x - GRID_LIMIT, y - GRID_LIMIT, side, side)), "test-limit")
        for mm in (-GRID_DIGIT, GRID_DIGIT):
            page.text(str(GRID_DIGIT), "test-ruler", x + GRID + RULER_GAP, y + mm + RULER_BASELINE, width=9)
            page.text(str(GRID_DIGIT), "test-ruler", x + mm, y + GRID + RULER_DROP, width=9, align="centre")


def shades(page: Page) -> None:
    """Fields from nearly white to black, in one frame: what cannot be told apart is counted as one."""
    for i, percent in enumerate(SHADES):
        page.fill(rectangle(SHADE.moved(SHADE.width * i, 0)), black(percent), "test-shade")
    page.stroke(rectangle(Box(SHADE.x, SHADE.y, SHADE.width * len(SHADES), SHADE.height)), "test-frame")


def bubbles(page: Page) -> None:
    """A disc and a bubble in each tone, as the edition has them."""
    for i, (tone, outline, tint) in enumerate(PAIRS):
        x = DISC.x + PAIR_PITCH * i
        page.disc(Circle(x, DISC.y, DISC.r), tone)
        bubble = circle(Circle(x + DISC.r, DISC.y, BUBBLE))
        page.fill(bubble, "white", "halo")
        page.tint(bubble, tint)
        page.stroke(bubble, "test-bubble", outline)


def arrow(page: Page) -> None:
    """An outline that points to the top of the sheet."""
    page.stroke(polyline(ARROW, closed=True), "test-arrow")
