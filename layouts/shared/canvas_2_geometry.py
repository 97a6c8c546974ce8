"""The geometry that both forms of canvas 2 share: halves, lines and boxes, in mm (design, section 9)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kit.draw.bubbles.layouts import Rule
from kit.draw.fields import Place, Tick, centred_on, on_lines
from kit.draw.geometry import Box, Circle, Size
from kit.model.schema import CanvasTwo
from kit.model.schema.canvases import Ideas, Onward

Fields = tuple[float, float, tuple[float, float]]
"""The names at the top: from x to x, and the y of each line, in mm."""

FOLD: Final = 210.0


FIELDS: Final[Fields] = (270, 377, (18, 27.5))


# All that follows is relative to the left edge of a half.
RAIL: Final = 6.0


CONTENT: Final = 18.0


RAIL_YS: Final = (75.5, 101.5, 127.0, 178.5, 237.8)


RAIL_DISC: Final = 5.2


HEAD_DROP: Final = 1.6


HINT_GAP: Final = 2.0


BOX: Final = (81.5, 94.5)


BOX_LINE: Final = 91.0


BOX_INSET: Final = 6.0


SEARCH_Y: Final = 109.0


YOU: Final = Circle(25.6, 152, 7.6)


PARTNER: Final = Size(47, 39)
"""A bubble that is stretched: the longest names of organisations have 40 letters and more."""


PARTNER_CORNER: Final = 14.0


PARTNER_LABEL: Final = -13.4
"""From the middle of a bubble to the baseline of its label, and to its writing lines."""


PARTNER_LINES: Final = (-4.5, 4.0, 12.5)


PARTNER_INSET: Final = 2.0


NODE: Final = 1.5


BORDER: Final = ((36.8, 132.5), (38.2, 142), (36.7, 152), (38.6, 162), (37.3, 171.5))


IDEAS_Y: Final = 189.0


IDEA_PITCH: Final = 8.5


IDEA_DISC: Final = Circle(3.5, -3.1, 3.3)
"""Where the number of a combination stands, from the start of its first line."""


IDEA_INSET: Final = 9.6
"""Where its lines begin."""


TABLE_HEAD: Final = 248.6


FIRST_ROW: Final = 257.4


ROW: Final = 8.5


COLUMN_GAP: Final = 3.0


TICK: Final = 5.2


@dataclass(frozen=True, slots=True)
class Half:
    """Where a half lies: its left edge and its width in mm, and what of it depends on the width.

    ``partners``: the centres of the bubbles. ``columns``: the edges of those of the table.
    """

    left: float
    width: float
    partners: tuple[float, float, float]
    columns: tuple[float, ...]

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.left + self.width

    @property
    def content(self) -> float:
        """The x at which what hangs on the rail begins."""
        return self.left + CONTENT


def places_of(sheet: CanvasTwo, number: str, half: Half) -> list[Place | Tick]:
    """Where typed text goes in a half; ``number`` is that of its exercise."""
    partners = [
        centred_on(f"{number}-partner-{i}", partner_rules(of), role="typed-name")
        for i, of in enumerate(partner_boxes(half), 1)
    ]
    ideas = [on_lines(f"{number}-idea-{i}", rules) for i, rules in enumerate(idea_rules(sheet.ideas, half), 1)]
    return [
        on_lines(f"{number}-start", [start_rule(half)]),
        *partners,
        *ideas,
        *_table_places(sheet.onward, number, half),
    ]


def _table_places(part: Onward, number: str, half: Half) -> Iterator[Place | Tick]:
    columns = table_columns(half)
    for row, y in enumerate(row_ys(part), 1):
        for (start, end), name in zip(columns[:3], ("name", "municipality", "sector"), strict=True):
            rule = Rule(start, end - COLUMN_GAP, y)
            yield on_lines(f"{number}-row-{row}-{name}", [rule], role="typed-cell")
        for (start, end), name in zip(columns[3:], ("supralocal", "boundary-pushing"), strict=True):
            yield Tick(f"{number}-row-{row}-{name}", tick_at((start + end) / 2, y))


def start_rule(half: Half) -> Rule:
    """The line in the box at the start."""
    return Rule(half.content + BOX_INSET, half.right - BOX_INSET, BOX_LINE)


def partner_boxes(half: Half) -> list[Box]:
    """The bubbles of the partners."""
    return [
        Box(half.left + x - PARTNER.width / 2, YOU.y - PARTNER.height / 2, PARTNER.width, PARTNER.height)
        for x in half.partners
    ]


def partner_rules(of: Box) -> list[Rule]:
    """The writing lines in the bubble of a partner, from outline to outline but for their inset."""
    return [_within(of, of.centre.y + drop) for drop in PARTNER_LINES]


def _within(of: Box, y: float) -> Rule:
    """A line across a bubble at ``y``: shorter where its corners are round."""
    beyond = max(0, abs(y - of.centre.y) - (of.height / 2 - PARTNER_CORNER))
    inset = PARTNER_CORNER - Circle(0, 0, PARTNER_CORNER).half_chord(beyond) + PARTNER_INSET
    return Rule(of.x + inset, of.right - inset, y)


def idea_rules(part: Ideas, half: Half) -> list[list[Rule]]:
    """The lines for ideas: those of each combination."""
    left = half.content + IDEA_INSET
    ys = [IDEAS_Y + IDEA_PITCH * i for i in range(part.combinations * part.lines)]
    rules = [Rule(left, half.right, y) for y in ys]
    return [rules[i : i + part.lines] for i in range(0, len(rules), part.lines)]


def row_ys(part: Onward) -> list[float]:
    """The y of each row of the table, in mm."""
    return [FIRST_ROW + ROW * i for i in range(part.rows)]


def table_columns(half: Half) -> list[tuple[float, float]]:
    """From where to where each column of the table goes."""
    return [(half.left + start, half.left + end) for start, end in itertools.pairwise(half.columns)]


def tick_at(middle: float, y: float) -> Box:
    """The box to tick on a row of the table."""
    return Box(middle - TICK / 2, y - TICK - 0.2, TICK, TICK)
