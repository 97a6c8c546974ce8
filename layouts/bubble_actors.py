"""Known actors, written in a bubble in plain type; the writing lines come after them (design, section 11; image 17)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kit.draw.actors import (
    Filling,
    Row,
    fit,
    lower_lines_after,
    lower_rows,
    upper_lines_after,
    upper_rows,
)
from kit.draw.bubbles import Kind, lower_lines, upper_lines
from kit.draw.geometry import Circle
from kit.draw.page import Page
from kit.draw.theme import WEIGHTS, theme
from kit.model.municipalities import Municipality
from kit.model.named import Actor, ActorHalf, Actors
from kit.model.text import Text

from .bubble_parts import TONE, rules
from .bubble_seam import BESIDE
from .parts import line_width

SHORTEST_CELL: Final = 15
"""A place beside a seam that is narrower holds few names, and leaves a hole before the next."""

BETWEEN: Final = " · "
"""Between two names on a line."""


def write_actors(
    page: Page, more: Text, kind: Kind, of: Circle, municipality: Municipality, actors: Actors
) -> list[Actor]:
    """Write the actors of a municipality in both halves of its bubble. Gives those that did not fit."""
    left: list[Actor] = []
    halves: tuple[ActorHalf, ActorHalf] = ("upper", "lower")
    for half in halves:
        known = actors.get((municipality.nis, half), ())
        if known:
            left += _half(page, more, kind, of, known)
        else:
            rules(page, upper_lines(of, kind) if half == "upper" else lower_lines(of, kind))
    return left


@dataclass(frozen=True, slots=True)
class _Cell:
    """A place for names on one line, ``width`` wide: around ``x``, or on tiles at one side of it.

    ``share``: how much of what stands in it lies on the left of ``x``.
    """

    y: float
    width: float
    x: float
    share: float = 0.5


def _half(page: Page, more: Text, kind: Kind, of: Circle, actors: Sequence[Actor]) -> list[Actor]:
    """One half with actors: their names, then how many are on the list, then writing lines."""
    upper = actors[0].half == "upper"
    cells = _cells(kind, of, upper_rows(of, kind) if upper else lower_rows(of, kind))
    filling = _fit(page, more, cells, actors)
    for i, cell in enumerate(cells):
        note = more.fill(n=len(filling.rest)) if i == filling.note else None
        _write(page, [actors[place].name for place in filling.rows[i]], note, kind, cell)
    last = cells[filling.last].y
    rules(page, upper_lines_after(of, kind, last) if upper else lower_lines_after(of, kind, last))
    return [actors[place] for place in filling.rest]


def _cells(kind: Kind, of: Circle, rows: Sequence[Row]) -> list[_Cell]:
    """The places for names: a row, or two of them where a seam runs through it."""
    if kind != "seam":
        return [_Cell(row.y, row.width, of.x) for row in rows]
    halves = ((-1, 1.0), (1, 0.0))
    return [
        _Cell(row.y, row.width / 2 - BESIDE, of.x + side * BESIDE, share)
        for row in rows
        if row.width / 2 - BESIDE >= SHORTEST_CELL
        for side, share in halves
    ]


def _fit(page: Page, more: Text, rows: Sequence[_Cell], actors: Sequence[Actor]) -> Filling:
    """Who stands in which row; measured in the edition that needs most, so that it is the same in all three."""
    rulers = [Page(page.size, theme(edition), page.fonts) for edition in WEIGHTS]

    def widest(text: Text, role: str) -> float:
        return max(line_width(ruler, text, role) for ruler in rulers)

    return fit(
        [widest(actor.name, "actor") for actor in actors],
        [row.width for row in rows],
        max(_gap(ruler) for ruler in rulers),
        lambda count: widest(more.fill(n=count), "actor-more"),
    )


def _write(page: Page, names: Sequence[Text], note: Text | None, kind: Kind, cell: _Cell) -> None:
    """Names side by side in their place, each a text of its own: so a wrong letter has its place."""
    parts = [(name, "actor") for name in names] + ([(note, "actor-more")] if note else [])
    widths = [line_width(page, text, role) for text, role in parts]
    gap = _gap(page)
    x = cell.x - (sum(widths) + gap * (len(parts) - 1)) * cell.share
    for i, ((text, role), width) in enumerate(zip(parts, widths, strict=True)):
        if i:
            page.text(BETWEEN.strip(), "actor", x - gap / 2, cell.y, width=gap, align="centre")
        tone = TONE[kind] if role == "actor-more" else None
        page.text(text, role, x, cell.y, width=cell.width, tone=tone)
        x += width + gap


def _gap(page: Page) -> float:
    style = page.style("actor")
    return page.fonts.width(BETWEEN, style.font, style.size)
