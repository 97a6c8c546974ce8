"""Known actors, written in a bubble in plain type; the writing lines come after them (design, section 11; image 17)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from kit.draw.bubbles.actors import Row, full_rows, lower_lines_after, lower_rows, upper_lines_after, upper_rows
from kit.draw.bubbles.filling import Filling, Name, Piece, fit
from kit.draw.bubbles.layouts import Kind, lower_lines, upper_lines
from kit.draw.geometry import Circle
from kit.draw.look.theme import WEIGHTS, theme
from kit.draw.page import Page
from kit.draw.text.words import begins_name
from kit.model.places.named import Actor, ActorHalf, Actors, Neighbour
from kit.model.text.spans import Text

from ..shared.frame import line_width
from .parts import TONE, rules
from .seam import BESIDE

SHORTEST_CELL: Final = 15
"""A place beside a seam that is narrower holds few names, and leaves a hole before the next."""

LIST_FROM: Final = 3
"""So many names that did not fit make a list behind the sheet; fewer take the place of writing lines."""

Full = AbstractSet[tuple[str, ActorHalf]]
"""The halves of bubbles in which no writing line stays, by the NIS code of the municipality."""

SHORTEST_PART: Final = 3
"""So many letters of a name at least stand on each of its lines."""

BETWEEN: Final = " · "
"""Between two names on a line."""


def emptied(left: Iterable[Actor], actors: Actors) -> Full:
    """The halves in which no more than one name stands while others are on the list: as if there was room."""
    listed = Counter((one.municipality.nis, one.half) for one in left)
    return frozenset(half for half, count in listed.items() if len(actors[half]) - count <= 1)


def write_actors(
    page: Page, more: Text, kind: Kind, of: Circle, municipality: Neighbour, actors: Actors, full: Full = frozenset()
) -> list[Actor]:
    """Write the actors of a municipality in both halves of its bubble. Gives those that did not fit."""
    left: list[Actor] = []
    halves: tuple[ActorHalf, ActorHalf] = ("upper", "lower")
    for half in halves:
        known = actors.get((municipality.nis, half), ())
        if known:
            left += _half(page, more, kind, of, known, full=(municipality.nis, half) in full)
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


def _half(page: Page, more: Text, kind: Kind, of: Circle, actors: Sequence[Actor], *, full: bool) -> list[Actor]:
    """One half with actors: their names, then how many are on the list, then writing lines."""
    upper, role = actors[0].half == "upper", "actor-full" if full else "actor"
    cells = _cells(kind, of, _rows(kind, of, upper=upper, full=full))
    filling = _fit(page, more, cells, actors, role, pairs=kind == "seam")
    for i, cell in enumerate(cells):
        note = more.fill(n=len(filling.rest)) if i == filling.note else None
        _write(page, [part_of(actors[piece.name].name, piece) for piece in filling.rows[i]], note, kind, cell, role)
    last = cells[filling.last].y
    rules(page, upper_lines_after(of, kind, last) if upper else lower_lines_after(of, kind, last))
    return [actors[place] for place in filling.rest]


def _rows(kind: Kind, of: Circle, *, upper: bool, full: bool) -> Sequence[Row]:
    if full:
        return full_rows(of, kind, upper=upper)
    return upper_rows(of, kind) if upper else lower_rows(of, kind)


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


def _fit(page: Page, more: Text, rows: Sequence[_Cell], actors: Sequence[Actor], role: str, *, pairs: bool) -> Filling:
    """Who stands in which row; measured in the edition that needs most, so that it is the same in all three."""
    rulers = [Page(page.size, theme(edition), page.fonts) for edition in WEIGHTS]

    def widest(text: Text, role: str) -> float:
        return max(line_width(ruler, text, role) for ruler in rulers)

    return fit(
        [measured(actor.name, lambda text: widest(text, role)) for actor in actors],
        [row.width for row in rows],
        max(_gap(ruler, role) for ruler in rulers),
        lambda count: widest(more.fill(n=count), "actor-more"),
        pairs=pairs,
    )


def measured(name: Text, width: Callable[[Text], float]) -> Name:
    """How wide a name is, and the parts that it may be broken in."""
    cuts = (tuple(map(width, _parts(name, at))) for at in _spaces(name))
    return Name(width(name), tuple((first, rest) for first, rest in cuts))


def _spaces(name: Text) -> list[int]:
    """Where a name may be broken: at no no-break space, and so that no part is a letter or two.

    Not behind the De of De Kring either, where it has another space.
    """
    spaces = [found.start() for found in re.finditer(" ", name.plain)]
    fitting = [at for at in spaces if at >= SHORTEST_PART and len(name.plain) - at - 1 >= SHORTEST_PART]
    return [at for at in fitting if not begins_name(name.plain[:at].split(" ")[-1])] or fitting


def _parts(name: Text, at: int) -> tuple[Text, Text]:
    """A name broken at a space; both parts know where it stands."""
    return Text.of(name.plain[:at], name.mark), Text.of(name.plain[at + 1 :], name.mark)


def part_of(name: Text, piece: Piece) -> Text:
    """What stands of a name in a row."""
    return name if piece.cut is None else _parts(name, _spaces(name)[piece.cut])[piece.is_rest]


def _write(page: Page, names: Sequence[Text], note: Text | None, kind: Kind, cell: _Cell, role: str) -> None:
    """Names side by side in their place, each a text of its own: so a wrong letter has its place."""
    parts = [(name, role) for name in names] + ([(note, "actor-more")] if note else [])
    widths = [line_width(page, text, part) for text, part in parts]
    gap = _gap(page, role)
    x = cell.x - (sum(widths) + gap * (len(parts) - 1)) * cell.share
    for i, ((text, part), width) in enumerate(zip(parts, widths, strict=True)):
        if i:
            page.text(BETWEEN.strip(), role, x - gap / 2, cell.y, width=gap, align="centre")
        tone = TONE[kind] if part == "actor-more" else None
        page.text(text, part, x, cell.y, width=cell.width, tone=tone)
        x += width + gap


def _gap(page: Page, role: str) -> float:
    style = page.style(role)
    return page.fonts.width(BETWEEN, style.font, style.size)
