"""The one text fitter: breaks a text into lines, shrinks it down to its role's minimum, or says what is too much.

Pure: a text, a style, a width and the fonts' measures in; lines with their runs, or an Overflow, out.
Design section 4: break at a space, then after a hyphen or at a listed break point, then shrink by 0.25 pt, then the
condensed family; no word is chopped elsewhere and nothing is clipped.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from kit.draw.look.theme import Font, TextStyle
from kit.draw.text.words import Metrics, Paragraph, Word, begins_name, joined, paragraphs, split
from kit.model.text.spans import Text

MM_PER_POINT: Final = 25.4 / 72
SHRINK: Final = 0.25
SOLID: Final = 1.2
"""The leading, in sizes, of a role that has none because it is meant for one line."""

NARROWEST: Final = 0.75
NARROWEST_OF_ALL: Final = 0.6
"""Of the measure, for a good last line; and for one as good under lines that end well too."""

SHORT_LINE: Final = 0.25
SENTENCE_ENDS: Final = (".", "?", "!")
PAUSES: Final = (",", ";", ":")
SHORT_WORD: Final = 2
"""Letters of a word that is not left behind a pause at the end of a line."""

_TOLERANCE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one cut on one line; ``x`` and ``width`` in mm, x from the start of the line."""

    text: str
    font: Font
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class FittedLine:
    """One line: its runs and its width in mm."""

    runs: tuple[Run, ...]
    width: float

    @property
    def plain(self) -> str:
        """The letters as they are painted."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class FittedText:
    """A text set in lines; its style holds the size in pt that was reached."""

    lines: tuple[FittedLine, ...]
    style: TextStyle

    @property
    def width(self) -> float:
        """The widest line, in mm."""
        return max((line.width for line in self.lines), default=0)

    @property
    def height(self) -> float:
        """From the first baseline to the last, in mm."""
        return (len(self.lines) - 1) * self.style.leading


@dataclass(frozen=True, slots=True)
class Overflow:
    """A text that is too long for its place: by how many mm, in width or in height; how it looks all the same."""

    excess: float
    direction: Literal["wide", "high"]
    fitted: FittedText


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of one line and its width in mm."""

    words: tuple[Word, ...]
    width: float


def fit_text(text: Text, style: TextStyle, width: float, metrics: Metrics, *, lines: int = 1) -> FittedText | Overflow:
    """Set a text in at most ``lines`` lines of ``width`` mm: in the largest size that the role allows.

    Returns an Overflow, with the excess in mm, where even its smallest condensed setting does not fit.
    """
    return _fit(text, style, width, metrics, lines)


# The name of a municipality stands on seven sheets.
@lru_cache(maxsize=4096)
def _fit(text: Text, style: TextStyle, width: float, metrics: Metrics, lines: int) -> FittedText | Overflow:
    setting = _Setting((), style, metrics)
    for sizes in _cuts(style):
        words = paragraphs(text, sizes[0], metrics)
        # Of a text that is far too long, only the smallest size is tried: what it is too long by is told of that one.
        hopeless = _Setting(words, sizes[-1], metrics).least > lines * (width + _TOLERANCE)
        for candidate in sizes[-1:] if hopeless else sizes:
            setting = _Setting(words, candidate, metrics)
            rows = setting.rows(width)
            if len(rows) <= lines and _widest(rows) <= width + _TOLERANCE:
                return setting.tidied(rows, width)
    return setting.overflow(width, lines)


@lru_cache(maxsize=1024)
def _cuts(style: TextStyle) -> tuple[tuple[TextStyle, ...], ...]:
    """The cuts that a text of a style may be set in, each in all its sizes."""
    condensed = style.font.family == "Fira Sans Condensed"
    return tuple(tuple(_sizes(cut)) for cut in ((style,) if condensed else (style, style.condensed())))


def _sizes(style: TextStyle) -> Iterator[TextStyle]:
    size = style.size
    while size >= style.minimum:
        yield style if size == style.size else replace(style, size=size)
        size -= SHRINK


def _widest(rows: Sequence[_Row]) -> float:
    return max((row.width for row in rows), default=0)


class _Setting:
    """Measured words in one size, to be broken into rows of any width."""

    def __init__(self, words: tuple[Paragraph, ...], style: TextStyle, metrics: Metrics) -> None:
        self._paragraphs = words
        self._style = style
        self._metrics = metrics
        self._tracking = style.tracking * MM_PER_POINT

    @property
    def least(self) -> float:
        """The total width of the words in mm: a lower bound on the width that all lines need together."""
        return sum(self._width(word) for words in self._paragraphs for word in words)

    def overflow(self, width: float, lines: int) -> Overflow:
        """How much of this setting is too much: mm beside the place, or, where every word fits, mm below it."""
        one_line = lines == len(self._paragraphs)
        rows = self.rows(math.inf if one_line else width)
        wide = _widest(rows) - width
        if wide > _TOLERANCE:
            return Overflow(wide, "wide", self._fitted(rows))
        leading = self._style.leading or self._style.size * MM_PER_POINT * SOLID
        return Overflow((len(rows) - lines) * leading, "high", self._fitted(rows))

    def rows(self, width: float) -> list[_Row]:
        """All rows; one is wider than ``width`` only when a word is."""
        return [row for words in self._paragraphs for row in self._broken(words, width)]

    def tidied(self, rows: list[_Row], width: float) -> FittedText:
        """The text with good lines, where a narrower measure gives them in as many lines (design, section 4)."""
        if len(rows) == len(self._paragraphs):
            return self._fitted(rows)
        return self._fitted([row for words in self._paragraphs for row in self._good(words, width)])

    def _good(self, words: Paragraph, width: float) -> list[_Row]:
        """In the widest measure in which no line ends badly; else in the widest in which the last does not."""
        normal = rows = self._broken(words, width)
        measure, ending_well = width, None
        while len(rows) <= len(normal) and _widest(rows) <= measure + _TOLERANCE:
            if measure < (NARROWEST_OF_ALL if ending_well else NARROWEST) * width:
                break
            if _ends_well(rows, width):
                if not any(map(_hangs, rows[:-1])):
                    return rows
                ending_well = ending_well or rows
            measure -= 1
            rows = self._broken(words, measure)
        return ending_well or normal

    def _broken(self, words: Paragraph, width: float) -> list[_Row]:
        rows: list[_Row] = []
        line: list[Word] = []
        x = 0.0
        for word in self._narrow(words, width):
            gap = self._gap(line[-1]) if line else 0.0
            own = self._width(word)
            if line and x + gap + own > width + _TOLERANCE:
                rows.append(_Row(tuple(line), x))
                line, x, gap = [], 0.0, 0.0
            line.append(word)
            x += gap + own
        return [*rows, _Row(tuple(line), x)] if line else rows

    def _narrow(self, words: Paragraph, width: float) -> Iterator[Word]:
        """The words, those too wide for the measure cut where they may be."""
        for word in words:
            if self._width(word) <= width + _TOLERANCE:
                yield word
            else:
                yield from split(word, width / self._style.size, self._metrics)

    def _width(self, word: Word) -> float:
        """The width of a word in mm. The tracking behind its last letter is no part of what is seen."""
        return word.advance * self._style.size + (word.letters - 1) * self._tracking

    def _gap(self, word: Word) -> float:
        return word.space * self._style.size + 2 * self._tracking

    def _fitted(self, rows: Sequence[_Row]) -> FittedText:
        return FittedText(tuple(self._line(row) for row in rows), self._style)

    def _line(self, row: _Row) -> FittedLine:
        runs: list[Run] = []
        x = 0.0
        for text, font in joined(row.words):
            width = self._metrics.width(text, font, self._style.size) + len(text) * self._tracking
            runs.append(Run(text, font, x, width))
            x += width
        return FittedLine(tuple(runs), row.width)


def _ends_well(rows: Sequence[_Row], width: float) -> bool:
    """No last line of one word, nor one shorter than a quarter of the measure."""
    last = rows[-1]
    several = len(last.words) > 1 or any(" " in piece.painted for piece in last.words[0].pieces)
    return len(rows) == 1 or (several and last.width >= SHORT_LINE * width)


def _hangs(row: _Row) -> bool:
    """Whether the last word of a line begins what stands on the next: a sentence, a clause or a name (De Kring)."""
    if len(row.words) == 1:
        return False
    before, last = ("".join(piece.painted for piece in word.pieces) for word in row.words[-2:])
    if before.endswith(SENTENCE_ENDS) or (before.endswith(PAUSES) and len(last) <= SHORT_WORD):
        return True
    return begins_name(last)
