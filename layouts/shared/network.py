"""You among others, linked across borders: on the back of the partner card, and larger on a cover (design, 10 and 23).

Coordinates are those of the back of a card.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Final

from kit.draw.geometry import Circle, Point
from kit.draw.look.icons import RASTER, STROKE
from kit.draw.look.roles import SIGNS
from kit.draw.page import Page
from kit.draw.paths import Path, bspline, circle, line, placed

from .parts import node

Border = tuple[tuple[float, float], ...]

YOU: Final = Circle(52, 47, 16.5)
ART: Final = Circle(25, 26, 11.5)
"""A millimetre smaller and farther than in the design, so that its link to you is seen to cross the border."""
CARE: Final = Circle(70, 20, 8.5)
ENVIRONMENT: Final = Circle(84, 44, 7)
LEARNING: Final = Circle(21, 60, 6.5)
BORDERS: Final[tuple[Border, ...]] = (
    ((45, 10), (41.5, 27), (33.2, 40), (31, 56), (35, 72)),
    ((41.5, 27), (60, 28.6), (73, 34), (95, 30)),
    ((74.1, 32.8), (71.5, 43), (73.5, 55), (71, 72)),
)

_Bubble = tuple[Circle, str, str, str, float]
BUBBLES: Final[tuple[_Bubble, ...]] = (
    (ART, "bridge", "art", "bridge", 12),
    (CARE, SIGNS["strength"].line, "care", SIGNS["strength"].dark, 8.8),
    (ENVIRONMENT, "limit", "environment", "limit", 7.2),
    (YOU, "you", "you", "you", 16),
    (LEARNING, "bridge", "learning", "bridge", 6.6),
)
"""Each bubble with its tone, its icon, the icon's tone and size."""
LINKS: Final = ((0, 3), (1, 3), (2, 3), (4, 3), (0, 4))
"""Which bubbles are linked."""


@dataclass(frozen=True, slots=True)
class Look:
    """How large the drawing is and where it starts; the roles of its lines, and the radius of its nodes in mm.

    ``icon`` is how wide a line of an icon is at most, in mm: larger icons would be heavier than their bubbles.
    """

    bubble: str
    link: str
    node: float
    borders: tuple[Border, ...] = BORDERS
    scale: float = 1
    x: float = 0
    y: float = 0
    icon: float = inf

    def path(self, path: Path) -> Path:
        """A path on the page."""
        return placed(path, self.scale, self.x, self.y)

    def point(self, point: Point) -> Point:
        """A point on the page."""
        return Point(point.x * self.scale + self.x, point.y * self.scale + self.y)


def network(page: Page, look: Look) -> None:
    """Bubbles with an icon each, linked across borders."""
    for points in look.borders:
        page.stroke(look.path(bspline(points)), "map-border")
    ends = [(BUBBLES[a], BUBBLES[b]) for a, b in LINKS]
    for (one, *_), (other, *_) in ends:
        page.stroke(look.path(line(*one.centre, *other.centre)), look.link)
    for of, tone, icon, icon_tone, size in BUBBLES:
        path = look.path(circle(of))
        page.fill(path, "white", "bubble-ground")
        page.stroke(path, look.bubble, tone)
        size *= look.scale
        page.icon(icon, look.point(of.centre), size, icon_tone, stroke=min(STROKE * size / RASTER, look.icon))
    for (one, one_tone, *_), (other, other_tone, *_) in ends:
        node(page, look.point(one.centre.toward(other.centre, one.r)), look.node, one_tone)
        node(page, look.point(other.centre.toward(one.centre, other.r)), look.node, other_tone)
