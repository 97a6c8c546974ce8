"""What canvas 1 on A3 and its two sheets on A4 share: the big bubble, the heads of the columns, the boxes.

The numbers are those of the A3 sheet (design, section 8); on A4 all stands equally far from the top of the bubble.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kit.draw.bubbles.layouts import Rule
from kit.draw.context import DrawingContext
from kit.draw.fields import Place, centred_on, on_lines
from kit.draw.geometry import Box, Circle, Point
from kit.draw.look.roles import CORNER, SIGNS, Kind
from kit.draw.page import Page
from kit.draw.paths import circle, polyline, ring, rounded
from kit.model.schema import CanvasOne, Column
from kit.model.text.spans import Text
from kit.model.workshop.stack import Names

from .parts import companion, step_disc, writing_lines

TOP: Final = 80.5
"""The top of the bubble on A3."""

COLUMN_TOP: Final = 41.0
"""The top of the discs of the columns on A3."""

RING: Final = 5.5
STEP_DISC: Final = (81.5, 17.0)
WHO_LINE: Final = 130.1
WHERE_LINE: Final = 154.9
WHAT_LINES: Final = 184.4
PITCH: Final = 8.7
INSET: Final = 11.0
"""From the outline of the bubble to the ends of its lines."""

NAME_RISE: Final = 1.6
"""From a line in the bubble up to the name that is printed on it (design, section 3)."""

START_RISE: Final = 5.0
"""From the middle of the disc up to the arrow that points to it; then how far apart they are, and its length."""

START_GAP: Final = 2.4
START_ARROW: Final = 11.0
ARROW_HEAD: Final = 2.2
START_DROP: Final = 1.7

NOTE_GAP: Final = 3.0
EXAMPLE_RISE: Final = 1.6
BUBBLE_NODE: Final = 2.3
BOX_NODE: Final = 2.1
BOX_INSET: Final = 6.0


def bubble_ground(page: Page, of: Circle) -> None:
    """The tinted ring within the bubble, which lies under all."""
    page.tint(ring(of, RING), "you-tint")


def bubble_outline(page: Page, of: Circle) -> None:
    """The outline of the bubble, over the ends of its links."""
    page.stroke(circle(of), "you")


def bubble_words(page: Page, context: DrawingContext, sheet: CanvasOne, of: Circle, lines: int) -> None:
    """The three questions of step 1 with their lines; the last question has ``lines`` of them."""
    step, drop = context.catalogue.steps.step(1), _drop(of)
    y, r = STEP_DISC
    disc = Circle(of.x, y + drop, r)
    step_disc(page, disc, "you", step.digit)
    _start(page, sheet, disc)
    page.text(step.label, "step-label", of.x, 105.7 + drop, width=60, align="centre", tone="you")
    for field, at, high in ((sheet.who, 114.7, 1), (sheet.where, 139.5, 1), (sheet.what, 164.3, 2)):
        y = at + drop
        page.text(field.head, "bubble-head", of.x, y, width=2 * of.half_chord(y - 4, INSET), align="centre")
        width = 2 * of.half_chord(y, 15)
        page.text(field.hint, "bubble-hint", of.x, y + 5.6, width=width, lines=high, align="centre")
    for rules in bubble_rules(of, lines).values():
        for rule in rules:
            page.line(rule.left, rule.y, rule.right, rule.y)


def _start(page: Page, sheet: CanvasOne, disc: Circle) -> None:
    """Where one begins: a word and an arrow to the disc, clear of the bubble."""
    y = disc.y - START_RISE
    tip = disc.x - disc.half_chord(y) - START_GAP
    tail = tip - START_ARROW
    page.line(tail, y, tip, y, "start-arrow")
    page.stroke(
        polyline(((tip - ARROW_HEAD, y - ARROW_HEAD), (tip, y), (tip - ARROW_HEAD, y + ARROW_HEAD))), "start-arrow"
    )
    page.text(sheet.start, "start", tail - START_GAP, y + START_DROP, width=40, align="right")


def bubble_rules(of: Circle, lines: int) -> dict[str, tuple[Rule, ...]]:
    """The writing lines of each question in the bubble."""
    what = tuple(WHAT_LINES + PITCH * i for i in range(lines))
    fields = {"who": (WHO_LINE,), "where": (WHERE_LINE,), "what": what}
    return {name: tuple(_rule(of, y + _drop(of)) for y in ys) for name, ys in fields.items()}


def _rule(of: Circle, y: float) -> Rule:
    half = of.half_chord(y, INSET)
    return Rule(of.x - half, of.x + half, y)


def bubble_places(of: Circle, lines: int) -> list[Place]:
    """Where typed answers stand in the bubble."""
    return [centred_on(name, rules) for name, rules in bubble_rules(of, lines).items()]


def box_places(kind: Kind, boxes: Iterable[Box], lines: tuple[float, float]) -> list[Place]:
    """Where typed text stands in boxes: on their lines and, as far below as these are apart, on the bottom row."""
    first, second = lines
    rows = (first, second, 2 * second - first)
    return [
        on_lines(f"{kind}-{number}", (Rule(box.x + BOX_INSET, box.right - BOX_INSET, box.y + row) for row in rows))
        for number, box in enumerate(boxes, 1)
    ]


def bubble_names(page: Page, names: Names, of: Circle) -> None:
    """The organisation and the municipality that are known, on the lines for them."""
    where = (names.municipality,) if names.municipality else ()
    for choice, line in ((names.organisations, WHO_LINE), (where, WHERE_LINE)):
        if choice:
            y = line + _drop(of)
            width = 2 * of.half_chord(y, INSET)
            name = next((one for one in choice if page.fits(one, "printed-name", width)), choice[0])
            page.text(name, "printed-name", of.x, y - NAME_RISE, width=width, align="centre")


def _drop(of: Circle) -> float:
    """How much lower all in a bubble stands than on A3."""
    return of.y - of.r - TOP


def column_head(
    page: Page, context: DrawingContext, column: Column, kind: Kind, at: Point, width: float, *, lines: int = 1
) -> None:
    """The disc of a column, whose box has its top-left corner at ``at``, and its head, ``width`` mm wide.

    The questions stand on one line, or under each other on ``lines``.
    """
    step = context.catalogue.steps.step(2)
    disc = Circle(at.x + 14, at.y + 14, 14)
    step_disc(page, disc, kind, step.digit)
    companion(page, disc, kind)
    x, drop = at.x + 36.5, at.y - COLUMN_TOP
    label = page.text(step.label, "step-label", x, 46.4 + drop, width=width, tone=SIGNS[kind].dark)
    start = label.right + NOTE_GAP
    page.text(column.note, "column-note", start, 46.4 + drop, width=x + width - start, tone=SIGNS[kind].dark)
    page.text(column.head, "step-head", x, 54.6 + drop, width=width)
    page.text(column.second_head, "step-subhead", x, 60.6 + drop, width=width)
    questions = column.questions if lines > 1 else column.questions.on_one_line()
    page.text(questions, "step-question", x, 66.8 + drop, width=width, lines=lines)


def column_boxes(box: Box, pitch: float) -> Iterator[Box]:
    """The six boxes of a column, the first of which is ``box``."""
    return (box.moved(0, pitch * i) for i in range(6))


def draw_boxes(
    page: Page, kind: Kind, boxes: Sequence[Box], lines: tuple[float, float], examples: Sequence[Text] = ()
) -> None:
    """Boxes with two lines each, so far from their top; the bottom of a box is its third writing row.

    An example stands on the first line of its box.
    """
    for box, example in zip(boxes, examples, strict=False):
        left, y = box.x + BOX_INSET, box.y + lines[0] - EXAMPLE_RISE
        page.text(example, "box-example", left, y, width=box.width - 2 * BOX_INSET)
    for box in boxes:
        page.stroke(rounded(box, CORNER), f"{kind}-box")
        writing_lines(page, box.x + BOX_INSET, box.right - BOX_INSET, (box.y + line for line in lines))
