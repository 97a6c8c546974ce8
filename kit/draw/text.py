"""The one text fitter: breaks a text into lines, shrinks it down to its role's minimum, or says what is too much.

Pure: a text, a style, a width and the fonts' measures in; lines with their runs, or an Overflow, out.
Design section 4: break at a space, then after a hyphen or at a listed break point, then shrink by 0.25 pt, then the
condensed family; no word is chopped elsewhere and nothing is clipped.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from kit.draw.theme import Font, TextStyle
from kit.model.text import Text

MM_PER_POINT: Final = 25.4 / 72
SHRINK: Final = 0.25
SOLID: Final = 1.2
"""The leading, in sizes, of a role that has none because it is meant for one line."""

NARROWEST: Final = 0.75
SHORT_LINE: Final = 0.25
NO_BREAK_SPACE: Final = "\u00a0"
NO_BREAK_HYPHEN: Final = "\u2011"
BREAK_POINT: Final = "\u00ad"
_PAINTED: Final = str.maketrans({NO_BREAK_SPACE: " ", NO_BREAK_HYPHEN: "-", BREAK_POINT: None})
_TOLERANCE: Final = 1e-6


class Metrics(Protocol):
    """What a fitter asks of the fonts."""

    def width(self, text: str, font: Font, size: float) -> float:
        """The width in mm of a text set in a cut at a size in pt, without tracking."""

    def has(self, letter: str, font: Font) -> bool:
        """Whether the cut has the letter."""


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
    direction: str
    fitted: FittedText


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters of one cut inside a word."""

    text: str
    font: Font


_Word = tuple[_Piece, ...]


def fit_text(text: Text, style: TextStyle, width: float, metrics: Metrics, *, lines: int = 1) -> FittedText | Overflow:
    """Set a text in at most ``lines`` lines of ``width`` mm: in the largest size that the role allows.

    Returns an Overflow, with the excess in mm, where even its smallest condensed setting does not fit.
    """
    setting = _Setting(text, style, metrics)
    for candidate in _candidates(style):
        setting = _Setting(text, candidate, metrics)
        broken = setting.broken(width)
        if len(broken) <= lines and _widest(broken) <= width + _TOLERANCE:
            return setting.tidied(broken, width)
    return setting.overflow(width, lines)


def missing_letters(text: Text, style: TextStyle, metrics: Metrics) -> tuple[str, ...]:
    """The letters that neither the text's own cut nor Fira Sans has, each once, in order."""
    missing: dict[str, None] = {}
    for span in text.spans:
        font = style.cut(bold=span.bold, italic=span.italic)
        for letter in _visible(span.text):
            if not metrics.has(letter, font) and not metrics.has(letter, fallback(font)):
                missing[letter] = None
    return tuple(missing)


def replaced_letters(text: Text, style: TextStyle, metrics: Metrics) -> tuple[str, ...]:
    """The letters that the text's own cut lacks and that are set in Fira Sans instead, each once, in order."""
    found: dict[str, None] = {}
    for span in text.spans:
        font = style.cut(bold=span.bold, italic=span.italic)
        for letter in _visible(span.text):
            if not metrics.has(letter, font) and metrics.has(letter, fallback(font)):
                found[letter] = None
    return tuple(found)


def fallback(font: Font) -> Font:
    """The cut of Fira Sans that stands in for a missing letter (design, section 4)."""
    return replace(font, family="Fira Sans")


def _visible(text: str) -> str:
    return text.translate(_PAINTED).replace("\n", "").replace(" ", "")


def _candidates(style: TextStyle) -> Iterator[TextStyle]:
    yield from _sizes(style)
    if style.font.family != "Fira Sans Condensed":
        yield from _sizes(style.condensed())


def _sizes(style: TextStyle) -> Iterator[TextStyle]:
    size = style.size
    while size >= style.minimum:
        yield replace(style, size=size)
        size -= SHRINK


def _widest(lines: Sequence[FittedLine]) -> float:
    return max((line.width for line in lines), default=0)


class _Setting:
    """A text in one size: its words measured once, broken as often as needed."""

    def __init__(self, text: Text, style: TextStyle, metrics: Metrics) -> None:
        self.style = style
        self.metrics = metrics
        self.paragraphs = [_words(part, style, metrics) for part in _forced(text)]

    def overflow(self, width: float, lines: int) -> Overflow:
        """How much of this setting is too much: mm beside the place, or, where every word fits, mm below it."""
        one_line = lines == len(self.paragraphs)
        broken = tuple(self.broken(math.inf if one_line else width))
        wide = _widest(broken) - width
        if wide > _TOLERANCE:
            return Overflow(wide, "width", FittedText(broken, self.style))
        leading = self.style.leading or self.style.size * MM_PER_POINT * SOLID
        return Overflow((len(broken) - lines) * leading, "height", FittedText(broken, self.style))

    def broken(self, width: float) -> list[FittedLine]:
        """All lines; one is wider than ``width`` only when a word is."""
        return [line for words in self.paragraphs for line in self._lines(words, width)]

    def tidied(self, broken: list[FittedLine], width: float) -> FittedText:
        """The text with good last lines, where a narrower measure gives them in as many lines (design, section 4)."""
        if len(broken) == len(self.paragraphs):
            return FittedText(tuple(broken), self.style)
        lines = [line for words in self.paragraphs for line in self._good(words, width)]
        return FittedText(tuple(lines), self.style)

    def _good(self, words: Sequence[_Word], width: float) -> list[FittedLine]:
        normal = self._lines(words, width)
        measure = width
        while measure >= NARROWEST * width:
            lines = self._lines(words, measure)
            if len(lines) > len(normal) or _widest(lines) > measure + _TOLERANCE:
                break
            if _ends_well(lines, width):
                return lines
            measure -= 1
        return normal

    def _lines(self, words: Sequence[_Word], width: float) -> list[FittedLine]:
        lines: list[list[_Word]] = [[]]
        for word in self._split_where_needed(words, width):
            if lines[-1] and self._line([*lines[-1], word]).width > width + _TOLERANCE:
                lines.append([])
            lines[-1].append(word)
        return [self._line(line) for line in lines]

    def _split_where_needed(self, words: Sequence[_Word], width: float) -> Iterator[_Word]:
        """The words, those too wide for the measure cut after hyphens and at listed break points."""
        for word in words:
            if self._width(word) <= width + _TOLERANCE:
                yield word
            else:
                yield from self._parts(word, width)

    def _parts(self, word: _Word, width: float) -> Iterator[_Word]:
        text = "".join(piece.text for piece in word)
        if len(word) > 1 or not ("-" in text[:-1] or BREAK_POINT in text):
            yield word
            return
        font, taken = word[0].font, ""
        for part in _breakable(text):
            if taken and self.metrics_width(taken + part.rstrip(BREAK_POINT), font) > width:
                yield (_Piece(_ended(taken), font),)
                taken = ""
            taken += part
        yield (_Piece(taken, font),)

    def _line(self, words: Sequence[_Word]) -> FittedLine:
        runs: list[Run] = []
        x = 0.0
        for piece in _joined(words):
            text = piece.text.translate(_PAINTED)
            width = self.metrics_width(text, piece.font)
            runs.append(Run(text, piece.font, x, width))
            x += width
        # The tracking behind the last letter is no part of what is seen.
        return FittedLine(tuple(runs), max(x - self.style.tracking * MM_PER_POINT, 0))

    def _width(self, word: _Word) -> float:
        return self._line([word]).width

    def metrics_width(self, text: str, font: Font) -> float:
        """The width in mm of letters in this size, tracking included."""
        text = text.translate(_PAINTED)
        return self.metrics.width(text, font, self.style.size) + len(text) * self.style.tracking * MM_PER_POINT


def _ends_well(lines: Sequence[FittedLine], width: float) -> bool:
    return len(lines) == 1 or (" " in lines[-1].plain and lines[-1].width >= SHORT_LINE * width)


def _breakable(text: str) -> Iterator[str]:
    """The parts of a word between its break points, each with its hyphen."""
    start = 0
    for i, letter in enumerate(text[:-1], 1):
        if letter in ("-", BREAK_POINT):
            yield text[start:i]
            start = i
    yield text[start:]


def _ended(part: str) -> str:
    """A part at the end of a line: a listed break point shows as a hyphen."""
    return part[:-1] + "-" if part.endswith(BREAK_POINT) else part


def _forced(text: Text) -> list[Text]:
    """The text cut at its forced breaks."""
    parts: list[Text] = [replace(text, spans=())]
    for span in text.spans:
        for i, piece in enumerate(span.text.split("\n")):
            if i:
                parts.append(replace(text, spans=()))
            if piece:
                parts[-1] = replace(parts[-1], spans=(*parts[-1].spans, replace(span, text=piece)))
    return parts


def _words(text: Text, style: TextStyle, metrics: Metrics) -> list[_Word]:
    """The words of a text; a word may change its cut halfway."""
    words: list[list[_Piece]] = [[]]
    for span in text.spans:
        font = style.cut(bold=span.bold, italic=span.italic)
        for i, part in enumerate(span.text.split(" ")):
            if i:
                words.append([])
            words[-1] += _pieces(part, font, metrics)
    return [tuple(word) for word in words if word]


def _pieces(part: str, font: Font, metrics: Metrics) -> Iterator[_Piece]:
    """A part of a word in its own cut, single letters in the fallback where that cut lacks them."""
    taken = ""
    current = font
    for letter in part:
        wanted = font if letter in _KEPT or metrics.has(letter, font) else fallback(font)
        if wanted != current and taken:
            yield _Piece(taken, current)
            taken = ""
        current = wanted
        taken += letter
    if taken:
        yield _Piece(taken, current)


_KEPT: Final = frozenset((NO_BREAK_SPACE, NO_BREAK_HYPHEN, BREAK_POINT))


def _joined(words: Sequence[_Word]) -> Iterator[_Piece]:
    """The pieces of a line: neighbours of one cut as one, a space before each word but the first."""
    current: _Piece | None = None
    for i, word in enumerate(words):
        for j, piece in enumerate(word):
            gap = " " if i and not j else ""
            if current is None:
                current = piece
            elif current.font == piece.font:
                current = _Piece(current.text + gap + piece.text, piece.font)
            else:
                yield _Piece(current.text + gap, current.font)
                current = piece
    if current is not None:
        yield current
