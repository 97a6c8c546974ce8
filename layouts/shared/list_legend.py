"""What the signs of the inspiration list mean (design, section 12)."""

from collections.abc import Sequence
from typing import Final

from kit.draw.geometry import Circle, Point
from kit.draw.page import Page
from kit.model.schema.inspiration_list import Signs

from .parts import half_symbol

SPOTS: Final = (Point(222, 16.9), Point(222, 23.9), Point(222, 30.9))
"""The middle of each sign of the legend, at the baseline of its words."""

ROW: Final = Point(12.4, 35)
"""On A4 they stand in one row under the header of each half: here is the first."""

ROW_GAP: Final = 8.0
"""From the end of a text to the next sign."""

SIGN: Final = 5.0
"""From the middle of a sign to its words."""

WIDTH: Final = 87.0


def legend(page: Page, words: Signs) -> None:
    """The signs under each other, above the right half."""
    _signs(page, words, SPOTS)


def legend_row(page: Page, words: Signs) -> None:
    """The signs in one row, on A4."""
    x, y = ROW
    spots = []
    for text in (words.upper, words.lower, words.pin):
        spots.append(Point(x, y))
        x += SIGN + page.widest((text,), "list-legend") + ROW_GAP
    _signs(page, words, spots)


def _signs(page: Page, words: Signs, spots: Sequence[Point]) -> None:
    """Each sign at its spot, its words behind it."""
    upper, lower, pin = spots
    half_symbol(page, Circle(upper.x, upper.y - 1.5, 2.4), "ink", "upper")
    half_symbol(page, Circle(lower.x, lower.y - 1.5, 2.4), "ink", "lower")
    page.icon("place", (pin.x + 0.1, pin.y - 1.5), 4.8, "ink")
    for text, spot in zip((words.upper, words.lower, words.pin), spots, strict=True):
        page.text(text, "list-legend", spot.x + SIGN, spot.y, width=WIDTH)
