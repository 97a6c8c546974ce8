"""The words in the bubble in the middle where the seam of two tiles runs through it: each on one side (design, 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kit.draw.bubbles.layouts import ANATOMY, Kind, arc, pill
from kit.draw.geometry import Circle
from kit.draw.page import DIGIT_DROP, Page
from kit.draw.text.fonts import MM_PER_POINT
from kit.model.schema.bubble_sheet import TwoSheetWords
from kit.model.text.spans import Text

BESIDE: Final = 2.5
"""Between the seam and the words on both sides of it: with scissors one is seldom more than 1 beside a line."""

LABEL: Final = "pill-label-centre"
LABEL_INSET: Final = 6
"""Between a label and the end of its pill, where it stands at the left of it."""

NAME_INSET: Final = 6
LINE_GAP: Final = 3.5
"""Between a label and the line behind it."""

NAMES: Final = (("municipality-centre", 1), ("municipality-lines", 2), ("municipality-third", 3))
"""How a name is set on one line, or smaller on more."""

PRINTED: Final = (("printed-name", 1), ("printed-name-lines", 2))
"""The same for a name that is printed on its line."""

ALSO_Y: Final = 17.0
ALSO_WIDTHS: Final = (40.0, 40.0, 40.0, 38.0, 34.0)
"""The columns of a second sheet: as wide as the bubble is at the lowest of so many lines."""


def seam_words(page: Page, words: Text, kind: Kind, of: Circle, *, upper: bool) -> None:
    """The words along an arc, broken at the space that is nearest to their middle, with the gap on the seam.

    Without a space all stands behind the seam.
    """
    on, room = arc(of, kind, upper=upper), ANATOMY[kind].words / 2 - BESIDE
    before, after = _halves(words)
    if before:
        page.arc_text(before, "arc-centre", on, upper=upper, width=room, align="right", at=-BESIDE)
    page.arc_text(after, "arc-centre", on, upper=upper, width=room, align="left", at=BESIDE)


def _halves(words: Text) -> tuple[Text | None, Text]:
    plain = words.plain
    spaces = [found.start() for found in re.finditer(r"\s", plain)]
    if not spaces:
        return None, words
    at = min(spaces, key=lambda space: abs(2 * space - len(plain)))
    return Text.of(plain[:at], words.mark), Text.of(plain[at + 1 :], words.mark)


def seam_label(page: Page, label: Text, of: Circle, *, blank: bool) -> None:
    """The label in the pill, before the seam; at the left end of the pill where a line follows it."""
    y = of.y + DIGIT_DROP * page.style(LABEL).size
    if blank:
        page.text(label, LABEL, pill(of, "seam").x + LABEL_INSET, y, width=_label_width(of))
    else:
        page.text(label, LABEL, of.x - BESIDE, y, width=_label_width(of), align="right")


def _label_width(of: Circle) -> float:
    return of.x - BESIDE - pill(of, "seam").x - LABEL_INSET


def seam_line(page: Page, label: Text, of: Circle) -> float:
    """Where the line behind the label begins."""
    tracking = (len(label.plain) - 1) * page.style(LABEL).tracking * MM_PER_POINT
    return pill(of, "seam").x + LABEL_INSET + page.widest((label,), LABEL) + tracking + LINE_GAP


def seam_width(of: Circle) -> float:
    """How wide a name may be behind the seam."""
    return pill(of, "seam").right - NAME_INSET - of.x - BESIDE


def seam_name(page: Page, name: str, of: Circle) -> None:
    """The own name behind the seam: on one line, or on two or three, broken after hyphens and at spaces."""
    width = seam_width(of)
    role, lines = next((way for way in NAMES if _fits(page, name, *way, width)), NAMES[-1])
    text = _in_lines(page, name, role, lines)
    fitted = page.measure(text, role, width, lines=lines)
    y = of.y + DIGIT_DROP * fitted.style.size - fitted.height / 2
    page.text(text, role, of.x + BESIDE, y, width=width, lines=lines)


def seam_printed(page: Page, name: Text, of: Circle, y: float) -> None:
    """A printed name behind the seam, its last line on the line at ``y``."""
    width = seam_width(of)
    role, lines = next((way for way in PRINTED if _fits(page, name.plain, *way, width)), PRINTED[-1])
    text = Text.of(_in_lines(page, name.plain, role, lines).plain, name.mark) if lines > 1 else name
    high = page.measure(text, role, width, lines=lines).height
    page.text(text, role, of.x + BESIDE, y - high, width=width, lines=lines)


def _fits(page: Page, name: str, role: str, lines: int, width: float) -> bool:
    text = _in_lines(page, name, role, lines)
    return len(text.plain.splitlines()) <= lines and page.fits(text, role, width, lines=lines)


def _in_lines(page: Page, name: str, role: str, lines: int) -> Text:
    """A name in at most so many lines: of all ways to break it the narrowest."""
    ways = list(_broken(re.findall(r"[^-\s]+-?\s*|-", name), lines))
    return min((Text.of("\n".join(way)) for way in ways), key=lambda text: page.measure(text, role, 1e6).width)


def _broken(parts: list[str], lines: int) -> Iterator[list[str]]:
    """Every way to spread the parts of a name over at most so many lines."""
    yield ["".join(parts).strip()]
    if lines > 1:
        for i in range(1, len(parts)):
            for rest in _broken(parts[i:], lines - 1):
                yield ["".join(parts[:i]).strip(), *rest]


def seam_continued(page: Page, words: TwoSheetWords, names: str, of: Circle) -> None:
    """On a second sheet: heads before the seam, what they say behind it; a list of names runs on there."""
    left, right = of.x - BESIDE, of.x + BESIDE
    page.text(words.head, "continued", left, of.y - 23.6, width=40, align="right")
    page.text(words.own, "continued-own", right, of.y - 23.6, width=36, lines=2)
    page.text(words.also, "continued-head", left, of.y + ALSO_Y, width=44, align="right")
    role, (first, second) = "continued-names", _columns(page, words.also_names.fill(lijst=names))
    y = of.y + ALSO_Y + page.style(role).leading
    page.text(first.text, role, left, y, width=first.width, lines=first.lines, align="right")
    page.text(second.text, role, right, of.y + ALSO_Y, width=second.width, lines=second.lines)


class _Column(NamedTuple):
    """Some names in a column, which is so many lines high from its head on; ``broken``: so many names are broken."""

    text: Text
    width: float
    lines: int
    height: int
    broken: int


def _columns(page: Page, names: Text) -> tuple[_Column, _Column]:
    """A list of names in two columns, about as long; the first has a head above it. Few names are broken."""
    plain = names.plain
    cuts = [found.start() for found in re.finditer(" ", plain)] or [len(plain)]
    ways = [(_column(page, plain[:cut], names, 1), _column(page, plain[cut + 1 :], names, 0)) for cut in cuts]

    def cost(way: tuple[_Column, _Column]) -> tuple[int, int, int]:
        first, second = way
        uneven = abs(len(first.text.plain) - len(second.text.plain))
        return max(first.height, second.height), first.broken + second.broken, uneven

    return min(ways, key=cost)


def _column(page: Page, plain: str, names: Text, head: int) -> _Column:
    """A column under a head of so many lines: in as few lines as it needs, or all there are."""
    text = Text.of(plain, names.mark)
    heights = range(head + 1, len(ALSO_WIDTHS) + 1)
    fitting = (at for at in heights if page.fits(text, "continued-names", ALSO_WIDTHS[at - 1], lines=at - head))
    height = next(fitting, len(ALSO_WIDTHS))
    width, lines = ALSO_WIDTHS[height - 1], height - head
    fitted = page.measure(text, "continued-names", width, lines=lines)
    return _Column(text, width, lines, height, sum(line.plain.endswith("-") for line in fitted.lines))
