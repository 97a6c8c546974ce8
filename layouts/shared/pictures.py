"""Small pictures of the sheets, without a word in them (design, section 13)."""

from __future__ import annotations

from math import cos, radians, sin
from typing import Final

from kit.draw.geometry import Box, Circle, Size
from kit.draw.page import Page
from kit.draw.paths import circle, half_disc, line, rounded

SIZE: Final = Size(47, 33.3)
CORNER: Final = 1.1
SMALL_CORNER: Final = 0.7

# Canvas 1, at the scale of the picture.
BUBBLE: Final = Circle(23.5, 18.4, 9.4)
BOX: Final = Size(10.2, 2.7)
BOX_YS: Final = tuple(8.2 + 4.1 * i for i in range(6))
BOX_INSET: Final = 2.5

# The bubble sheet: eight neighbours on an ellipse, the gaps between them alike.
CENTRE: Final = Circle(23.5, 16.65, 5.6)
ELLIPSE: Final = Size(29.6, 22.3)
NEIGHBOUR: Final = 4.1
BEARINGS: Final = (0, 40.3, 90, 139.7, 180, 220.3, 270, 319.7)

# Canvas 2: two halves.
START: Final = Size(18.9, 4)
YOU: Final = Circle(1.1, 16.4, 1.1)
CAPSULE: Final = Box(0, 14.6, 4.4, 3.6)
CAPSULES: Final = (3.9, 9.2, 14.5)
CAPSULE_CORNER: Final = 1.3


def canvas_1(page: Page, x: float, y: float) -> None:
    """Strengths on the left, limits on the right, you in the middle."""
    _frame(page, x, y)
    bubble = Circle(x + BUBBLE.x, y + BUBBLE.y, BUBBLE.r)
    page.tint(circle(bubble), "you-tint")
    page.stroke(circle(bubble), "picture", "you")
    for top in BOX_YS:
        strength = Box(x + BOX_INSET, y + top, BOX.width, BOX.height)
        limit = Box(x + SIZE.width - BOX_INSET - BOX.width, y + top, BOX.width, BOX.height)
        page.stroke(rounded(strength, SMALL_CORNER), "picture", "strength-line")
        page.stroke(rounded(limit, SMALL_CORNER), "picture-dashed")


def bubble_sheet(page: Page, x: float, y: float) -> None:
    """Your municipality and its neighbours, the upper half of each tinted."""
    _frame(page, x, y)
    centre = Circle(x + CENTRE.x, y + CENTRE.y, CENTRE.r)
    neighbours = [_neighbour(centre, bearing) for bearing in BEARINGS]
    for neighbour in neighbours:
        start = centre.centre.toward(neighbour.centre, centre.r)
        end = neighbour.centre.toward(centre.centre, neighbour.r)
        page.stroke(line(*start, *end), "picture-link")
    for bubble, tone in ((centre, "you"), *((neighbour, "bridge") for neighbour in neighbours)):
        page.tint(half_disc(bubble, upper=True), f"{tone}-tint")
        page.stroke(circle(bubble), "picture", tone)


def _neighbour(centre: Circle, bearing: float) -> Circle:
    """A bubble on the ellipse, ``bearing`` degrees clockwise from north."""
    angle = radians(bearing)
    return Circle(centre.x + ELLIPSE.width / 2 * sin(angle), centre.y - ELLIPSE.height / 2 * cos(angle), NEIGHBOUR)


def canvas_2(page: Page, x: float, y: float) -> None:
    """Two halves: a start, you and three partners in stretched bubbles, lines; a border between them."""
    _frame(page, x, y)
    middle = x + SIZE.width / 2
    page.line(middle, y + 3.2, middle, y + SIZE.height - 3.2, "picture-border")
    _half(page, x + BOX_INSET, y, "limit")
    _half(page, x + SIZE.width - BOX_INSET - START.width, y, "strength")


def _half(page: Page, x: float, y: float, kind: str) -> None:
    box = rounded(Box(x, y + 6.6, START.width, START.height), SMALL_CORNER)
    if kind == "limit":
        page.stroke(box, "picture-dashed")
    else:
        page.stroke(box, "picture", "strength-line")
    you = Circle(x + YOU.x, y + YOU.y, YOU.r)
    partners = [CAPSULE.moved(x + along, y) for along in CAPSULES]
    starts = (you.x + you.r, *(partner.right for partner in partners))
    for start, partner in zip(starts, partners, strict=False):
        page.stroke(line(start, you.y, partner.x, you.y), "picture", "bridge")
    page.stroke(circle(you), "picture", "you")
    for partner in partners:
        page.stroke(rounded(partner, CAPSULE_CORNER), "picture", "bridge")
    for i in range(3):
        page.line(x, y + 22.4 + 3.05 * i, x + START.width, y + 22.4 + 3.05 * i, "picture-writing")


def _frame(page: Page, x: float, y: float) -> None:
    page.stroke(rounded(Box(x, y, SIZE.width, SIZE.height), CORNER), "picture-frame")
