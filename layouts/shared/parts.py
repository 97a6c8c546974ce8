"""Shared by sheets: name fields and values, nodes and links, discs, boxes to tick, cut marks (design, 3, 6 and 10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, Literal

from kit.diagnostics import Diagnostic, Severity
from kit.draw.geometry import Box, Circle, Grid, Point
from kit.draw.look.roles import SIGNS, Kind
from kit.draw.page import Page, Tone
from kit.draw.paths import circle, half_disc, line, rounded
from kit.draw.text.fonts import MM_PER_POINT
from kit.draw.text.words import NO_BREAK_SPACE
from kit.model.schema import Sheet, StackSheet, Step
from kit.model.text.spans import Text
from kit.model.workshop.stack import Names

NODE_RING: Final = 0.33

VALUE_INSET: Final = 1.0
VALUE_RISE: Final = 1.2
"""Where a printed name stands in its field: from the start of the line, and above it (design, section 3)."""

TICK: Final = (6.0, 12.0)
"""From where to where a cut mark runs, from the edge of the sheet: the outer 6 stay blank (design, section 10)."""

MARK_R: Final = 2.5
MARK_GAP: Final = 1.6
MARK_WIDTH: Final = 20.0
"""The mark of a step: the radius of its disc, what is free behind that, and the room for its name."""

CROSS: Final = 4.0
GUIDE_GAP: Final = 1.8


def listed(names: Iterable[str]) -> str:
    """Names with commas between; one of several words stays on one line."""
    return ", ".join(name.replace(" ", NO_BREAK_SPACE) for name in names)


def check_kinds(page: Page, sheet: Sheet | StackSheet, count: int, limit: int) -> None:
    """More kinds of sheets in a pack than there are rows for on one of its sheets are a problem of the page."""
    if count > limit:
        values: dict[str, str | int | float] = {"sheet": sheet.bookmark.plain, "count": count, "limit": limit}
        page.problems.append(Diagnostic("sheet-kinds-too-many", values))


def name_fields(
    page: Page,
    labels: Iterable[Text],
    left: float,
    right: float,
    ys: Iterable[float],
    values: Iterable[Text | None] = (),
) -> None:
    """Labels with a writing line each; the lines start 3 after the widest label. ``values``: what is known by now."""
    labels, ys, values = tuple(labels), tuple(ys), tuple(values)
    for text, y in zip(labels, ys, strict=True):
        page.text(text, "name-field", left, y - 0.3, width=40)
    start = _lines_start(page, labels, left)
    for y in ys:
        page.line(start, y, right, y)
    if values:
        field_values(page, labels, left, right, ys, values)


def field_values(
    page: Page,
    labels: Iterable[Text],
    left: float,
    right: float,
    ys: Iterable[float],
    values: Iterable[Text | None],
    *,
    lines: int = 1,
) -> None:
    """What is known, on the lines of name fields that are drawn already, be it on the page's ground.

    A line is still there to write on; where nothing is known it stays empty (design, section 3). ``lines``: how many
    lines a value may have that is too long for one; the last of them stands on the line of its field.
    """
    for value, y in zip(values, ys, strict=True):
        if value is not None:
            start = _lines_start(page, labels, left) + VALUE_INSET
            _value(page, value, start, y - VALUE_RISE, right - start, lines)


def who_value(
    page: Page, labels: Iterable[Text], left: float, right: float, y: float, names: Names, *, lines: int = 1
) -> None:
    """Person and organisation on the line of a field, with its short name where the whole one does not fit.

    Where there is no room for both, the organisation stands there alone, and it is said that the person does not.
    """
    who_from(page, _lines_start(page, labels, left), right, y, names, lines=lines)


def who_from(page: Page, left: float, right: float, y: float, names: Names, *, lines: int = 1) -> None:
    """The same on a line from ``left`` to ``right``."""
    start = left + VALUE_INSET
    width = right - start
    both = next((one for one in names.who if _fits(page, one, width, lines)), None)
    alone = next((one for one in names.organisations if _fits(page, one, width, lines)), None)
    value = both or alone or next(iter(names.who), None)
    if value is None:
        return
    if names.participant and alone and not both:
        told = {"name": names.participant.plain}
        page.problems.append(Diagnostic("name-left-out", told, names.participant.mark, Severity.ADVICE))
    _value(page, value, start, y - VALUE_RISE, width, lines)


def _fits(page: Page, value: Text, width: float, lines: int) -> bool:
    return page.fits(value, "printed-field", width) or (lines > 1 and _holds(page, value, width, lines))


def _value(page: Page, value: Text, x: float, y: float, width: float, most: int) -> None:
    """A printed value that ends on the line of its field: in as few lines as it needs."""
    if most == 1 or page.measure(value, "printed-field", width, lines=1).width <= width:
        page.text(value, "printed-field", x, y, width=width)
        return
    need = (count for count in range(2, most) if _holds(page, value, width, count))
    count = next(need, most)
    high = page.measure(value, "printed-lines", width, lines=count).height
    page.text(value, "printed-lines", x, y - high, width=width, lines=count)


def _holds(page: Page, value: Text, width: float, count: int) -> bool:
    fitted = page.measure(value, "printed-lines", width, lines=count)
    return len(fitted.lines) <= count and fitted.width <= width


def value_from(page: Page, value: Text, left: float, right: float, y: float, *, lines: int = 1) -> None:
    """A value on a line from ``left`` to ``right``."""
    start = left + VALUE_INSET
    _value(page, value, start, y - VALUE_RISE, right - start, lines)


def _lines_start(page: Page, labels: Iterable[Text], left: float) -> float:
    return left + page.widest(labels, "name-field") + 3


def writing_lines(page: Page, left: float, right: float, ys: Iterable[float]) -> None:
    """Lines to write on."""
    for y in ys:
        page.line(left, y, right, y)


def link(page: Page, start: Point, end: Point, radii: tuple[float, float], role: str) -> None:
    """A line between two nodes of these radii, from edge to edge: a dashed one then shows whole dashes."""
    scale = page.theme.node_scale
    path = line(*start.toward(end, radii[0] * scale), *end.toward(start, radii[1] * scale))
    page.stroke(path, role)


def node(page: Page, at: tuple[float, float], r: float, tone: str) -> None:
    """Where a link meets a bubble: a dot with a white ring."""
    r *= page.theme.node_scale
    page.fill(circle(Circle(*at, r + NODE_RING)), "white", "node-ring")
    page.fill(circle(Circle(*at, r)), tone, "node")


def tick_box(page: Page, x: float, y: float, side: float = 5.2) -> None:
    """A square to tick; ``x`` and ``y`` are its top-left corner."""
    path = rounded(Box(x, y, side, side), 0.8)
    page.fill(path, "white", "tick-ground")
    page.stroke(path, "tick")


def step_disc(page: Page, of: Circle, tone: str, digit: Text, *, halo: float = 0) -> None:
    """A disc with the digit of a step; ``halo`` mm of white around it."""
    if halo:
        page.fill(circle(Circle(of.x, of.y, of.r + halo)), "white", "halo")
    style = page.disc(of, tone)
    page.digit(digit, f"step-digit-{int(of.r)}", of, style.inside)


def step_mark(page: Page, step: Step, x: float, y: float) -> None:
    """Which step a sheet belongs to: its digit in a small disc, and its name behind it on the baseline ``y``."""
    r = MARK_R
    capital = page.fonts.face(page.style("step-mark").font).capital * page.style("step-mark").size * MM_PER_POINT
    step_disc(page, Circle(x + r, y - capital / 2, r), "bridge", step.digit)
    page.text(step.label, "step-mark", x + 2 * r + MARK_GAP, y, width=MARK_WIDTH, tone="bridge")


def companion(page: Page, of: Circle, kind: Kind) -> None:
    """The small white disc with sun or cloud on the shoulder of a step disc ``of``."""
    sign = SIGNS[kind]
    small = Circle(of.x + 12.2, of.y - 10.3, 6.3)
    page.fill(circle(Circle(small.x, small.y, small.r + 1.2)), "white", "halo")
    page.stroke(circle(small), "companion", sign.dark)
    page.icon(sign.icon, small.centre, 8.2, sign.dark)


def half_symbol(page: Page, of: Circle, tone: Tone, half: Literal["upper", "lower", "either"]) -> None:
    """A small circle of which the half is filled in which an actor is written; none for either."""
    if half != "either":
        page.fill(half_disc(of, upper=half == "upper"), tone, f"half-{half}")
    page.stroke(circle(of), "half-disc", tone)


def cut_marks(page: Page, cards: Grid) -> None:
    """Where cards are cut apart: ticks near the edge of the sheet, crosses where cuts meet, dots between them."""
    for x in cards.cuts_x:
        for role, start, end in _cut(page.size.height, cards.cuts_y):
            page.line(x, start, x, end, role)
    for y in cards.cuts_y:
        for role, start, end in _cut(page.size.width, cards.cuts_x):
            page.line(start, y, end, y, role)


def _cut(whole: float, crossings: Iterable[float]) -> Iterator[tuple[str, float, float]]:
    """The marks of one cut with the dotted guides between them: role, start and end along the cut."""
    crosses = ((at - CROSS, at + CROSS) for at in crossings)
    marks = [TICK, *crosses, (whole - TICK[1], whole - TICK[0])]
    for start, end in marks:
        yield "cut-mark", start, end
    for (_, end), (start, _) in pairwise(marks):
        yield "cut-guide", end + GUIDE_GAP, start - GUIDE_GAP
