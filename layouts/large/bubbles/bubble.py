"""The bubbles of the large bubble sheet: with a name or a line for one, with known actors or lines (design, 26)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kit.draw.bubbles.filling import fit
from kit.draw.bubbles.large import ANATOMY, Kind, arc, lower_lines, pill, upper_lines
from kit.draw.bubbles.layouts import Rule
from kit.draw.geometry import Box, Circle
from kit.draw.page import DIGIT_DROP, Page
from kit.draw.paths import circle, rounded
from kit.draw.text.setting import arc_widths
from kit.model.places.named import Actor, ActorHalf, Actors, Neighbour
from kit.model.schema import BubbleSheet
from kit.model.text.spans import Text

from ...bubbles.actors import BETWEEN, Full, measured, part_of
from ...bubbles.names import name_in_pill
from ...shared.frame import line_width

NAME_INSET: Final = 3.4
LABEL_RISE: Final = 3.2
TAB: Final = 8.4
TAB_INSET: Final = 8.0
TAB_RISE: Final = 1.2
"""So much above the edge of the pill lies the middle of the tab: clear of the label beneath it."""

NAME_DROP: Final = 8.4
LINE_DROP: Final = 9.0
"""From the equator: up to the label of the own pill, down to the name in it, and to the line for one."""

NAME_RISE: Final = 1.8
LABEL_X: Final = 6.0
LABEL_WIDTH: Final = 27.0
LABEL_DROP: Final = 2.0
ACTOR_RISE: Final = 2.0
NAMES: Final = 11.6
"""So far below the words along the upper arc lies the first line with printed names."""

TONES: Final[dict[Kind, str]] = {"centre": "you", "neighbour": "bridge"}


def own_bubble(
    page: Page, sheet: BubbleSheet, of: Circle, own: Neighbour | None, actors: Actors, full: Full = frozenset()
) -> list[Actor]:
    """The bubble in the middle with lines, or with the known actors of its municipality. Gives those without room."""
    outline(page, of, "centre")
    return _halves(page, sheet, of, "centre", own, actors, full)


def outline(page: Page, of: Circle, kind: Kind) -> None:
    """The outline of a bubble, its equator and its empty pill."""
    page.stroke(circle(of), kind)
    page.line(of.x - of.r, of.y, of.x + of.r, of.y, "equator", TONES[kind])
    box = pill(of, kind)
    page.fill(rounded(box, box.height / 2), "white", "pill-ground")
    page.stroke(rounded(box, box.height / 2), "pill-centre" if kind == "centre" else "pill")


def start_tab(page: Page, words: Text, of: Circle) -> None:
    """Where to begin: a tab on the upper edge of the own pill."""
    edge = pill(of, "centre")
    width = page.measure(words, "start-tab", edge.width / 2, lines=1).width + 8
    box = Box(edge.x + TAB_INSET, edge.y - TAB / 2 - TAB_RISE, width, TAB)
    page.fill(rounded(box, TAB / 2), "white", "pill-ground")
    page.stroke(rounded(box, TAB / 2), "start-tab")
    y = box.centre.y + DIGIT_DROP * page.style("start-tab").size
    page.text(words, "start-tab", box.centre.x, y, width=width, align="centre")


def own_name(page: Page, sheet: BubbleSheet, of: Circle, name: str) -> None:
    """The label in the own pill, and the name under it."""
    _own_label(page, sheet, of)
    width = pill(of, "centre").width - 2 * NAME_INSET
    page.text(name, "municipality-centre", of.x, of.y + NAME_DROP, width=width, align="centre")


def own_blank(page: Page, sheet: BubbleSheet, of: Circle) -> None:
    """The label in the own pill, and a line to write the name on."""
    _own_label(page, sheet, of)
    box = pill(of, "centre").inset(10)
    page.line(box.x, of.y + LINE_DROP, box.right, of.y + LINE_DROP)


def own_printed(page: Page, of: Circle, name: Text) -> None:
    """The own municipality, on the line for it."""
    width = pill(of, "centre").width - 20
    page.text(name, "printed-name", of.x, of.y + LINE_DROP - NAME_RISE, width=width, align="centre")


def _own_label(page: Page, sheet: BubbleSheet, of: Circle) -> None:
    width = pill(of, "centre").width - 20
    page.text(sheet.pills.own, "pill-label-centre", of.x, of.y - LABEL_RISE, width=width, align="centre")


def neighbour_bubble(
    page: Page, sheet: BubbleSheet, of: Circle, who: Neighbour | None, actors: Actors, full: Full = frozenset()
) -> list[Actor]:
    """A bubble around, with a name or a line for one. Gives the actors without room."""
    outline(page, of, "neighbour")
    left = _halves(page, sheet, of, "neighbour", who, actors, full)
    if who is not None:
        name_in_pill(page, who.name, of, pill(of, "neighbour").width - 2 * NAME_INSET)
        return left
    box = pill(of, "neighbour")
    page.text(sheet.pills.other, "pill-label", box.x + LABEL_X, of.y + LABEL_DROP, width=LABEL_WIDTH)
    page.line(box.x + LABEL_X + LABEL_WIDTH + 3, of.y + 4.4, box.right - 8, of.y + 4.4)
    return left


def _halves(
    page: Page, sheet: BubbleSheet, of: Circle, kind: Kind, who: Neighbour | None, actors: Actors, full: Full
) -> list[Actor]:
    """The words along both arcs, and in each half its lines, with the known actors on them."""
    arcs = sheet.arcs
    upper, lower = (arcs.own_upper, arcs.own_lower) if kind == "centre" else (arcs.other_upper, arcs.other_lower)
    role = "arc-centre" if kind == "centre" else "arc"
    for text, is_upper in ((upper, True), (lower, False)):
        page.arc_text(text, role, arc(of, upper=is_upper), upper=is_upper, width=ANATOMY[kind].words)
    above, below = (arc_widths(text.plain, page.style(role), page.fonts)[2] for text in (upper, lower))
    halves: tuple[tuple[ActorHalf, Sequence[Rule]], ...] = (
        ("upper", upper_lines(of, kind, above)),
        ("lower", lower_lines(of, kind, below)),
    )
    left: list[Actor] = []
    for half, lines in halves:
        known = actors.get((who.nis, half), ()) if who else ()
        is_full = who is not None and (who.nis, half) in full
        left += _half(page, sheet.actor_list.more, kind, of, lines, known, full=is_full)
    return left


def _half(
    page: Page, more: Text, kind: Kind, of: Circle, lines: Sequence[Rule], actors: Sequence[Actor], *, full: bool
) -> list[Actor]:
    """The lines of a half. Known actors stand on all but the last, which is to write on. Gives those without room.

    ``full``: they stand on that as well.
    """
    for rule in lines:
        page.line(rule.left, rule.y, rule.right, rule.y)
    if not actors:
        return []
    clear = [rule for rule in lines if of.y - rule.y <= arc(of, upper=True).r - NAMES]
    rows = clear if full else clear[:-1] or clear
    filling = fit(
        [measured(actor.name, lambda text: line_width(page, text, "narrow")) for actor in actors],
        [rule.right - rule.left for rule in rows],
        line_width(page, Text.of(BETWEEN), "narrow"),
        lambda count: line_width(page, more.fill(n=count), "narrow-strong"),
    )
    for i, rule in enumerate(rows):
        parts = [(part_of(actors[piece.name].name, piece), "narrow") for piece in filling.rows[i]]
        parts += [(more.fill(n=len(filling.rest)), "narrow-strong")] if i == filling.note else []
        _row(page, kind, rule, parts)
    return [actors[place] for place in filling.rest]


def _row(page: Page, kind: Kind, rule: Rule, parts: Sequence[tuple[Text, str]]) -> None:
    """The names on a line, in its middle, each with its role."""
    widths = [line_width(page, text, role) for text, role in parts]
    gap = line_width(page, Text.of(BETWEEN), "narrow")
    x = (rule.left + rule.right - sum(widths) - gap * (len(parts) - 1)) / 2
    for number, ((text, role), width) in enumerate(zip(parts, widths, strict=True)):
        if number:
            page.text(BETWEEN.strip(), "narrow", x - gap / 2, rule.y - ACTOR_RISE, width=gap, align="centre")
        tone = TONES[kind] if role == "narrow-strong" else None
        page.text(text, role, x, rule.y - ACTOR_RISE, width=rule.right - rule.left, tone=tone)
        x += width + gap
