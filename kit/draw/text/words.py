"""A text cut into words that are measured once, at 1 pt, so that it can be tried in many sizes and widths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Protocol

from kit.draw.look.theme import Font, TextStyle
from kit.model.text.spans import Text

NO_BREAK_SPACE: Final = "\u00a0"
NO_BREAK_HYPHEN: Final = "\u2011"
BREAK_POINT: Final = "\u00ad"
SHORT_NAME: Final = 3
_PAINTED: Final = str.maketrans({NO_BREAK_SPACE: " ", NO_BREAK_HYPHEN: "-", BREAK_POINT: None})
_GLUE: Final = str.maketrans(dict.fromkeys((NO_BREAK_SPACE, NO_BREAK_HYPHEN, BREAK_POINT)))


class Metrics(Protocol):
    """What a fitter asks of the fonts."""

    def width(self, text: str, font: Font, size: float) -> float:
        """The width in mm of a text set in a cut at a size in pt, without tracking."""

    def covers(self, text: str, font: Font) -> bool:
        """Whether the cut has every letter of a text."""

    def __hash__(self) -> int:
        """What is fitted is remembered with the fonts that it was fitted in."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one cut inside a word, as written and as painted; ``advance`` in mm at 1 pt."""

    written: str
    painted: str
    font: Font
    advance: float


@dataclass(frozen=True, slots=True)
class Word:
    """Pieces that stay together. ``advance`` and ``space`` (the gap behind it) in mm at 1 pt."""

    pieces: tuple[Piece, ...]
    advance: float
    letters: int
    space: float


Paragraph = tuple[Word, ...]


def paragraphs(text: Text, style: TextStyle, metrics: Metrics) -> tuple[Paragraph, ...]:
    """The words of a text, cut at its forced breaks. A part without words, such as an empty value, is no line."""
    return tuple(words for part in _forced(text) if (words := tuple(_words(part, style, metrics))))


def painted(text: str) -> str:
    """The letters that reach the paper: the ones that hold words together become a space and a hyphen."""
    return text.translate(_PAINTED)


def begins_name(word: str) -> bool:
    """Whether a word is as short as the first one of a name, such as De Kring: it is not left at the end of a line."""
    return len(word) <= SHORT_NAME and word.istitle() and word.isalpha()


def fallback(font: Font) -> Font:
    """The cut of Fira Sans that stands in for a missing letter (design, section 4)."""
    return font._replace(family="Fira Sans")


def standing_in(text: str, font: Font, metrics: Metrics) -> Font:
    """The cut of what stands together, such as a name: where its own lacks a letter, the one that stands in, for all.

    A sign such as an arrow stands in by itself, and so does a letter where that cut lacks another one.
    """
    letters = painted(text).replace("\n", "")
    if metrics.covers(letters, font) or not metrics.covers(letters, fallback(font)):
        return font
    lacks = any(letter.isalpha() and not metrics.covers(letter, font) for letter in letters)
    return fallback(font) if lacks else font


def missing_letters(text: Text, style: TextStyle, metrics: Metrics) -> tuple[str, ...]:
    """The letters that neither the text's own cut nor Fira Sans has, each once, in order."""
    return tuple(dict.fromkeys(letter for letter, found in _lacking(text, style, metrics) if not found))


def replaced_letters(text: Text, style: TextStyle, metrics: Metrics) -> tuple[str, ...]:
    """The letters that the text's own cut lacks and that are set in Fira Sans instead, each once, in order."""
    return tuple(dict.fromkeys(letter for letter, found in _lacking(text, style, metrics) if found))


def split(word: Word, widest: float, metrics: Metrics) -> Iterator[Word]:
    """A word too wide for its place, cut after hyphens and at listed break points; whole where it has none.

    ``widest``: how much fits on a line, in mm at 1 pt. A word that changes its cut halfway stays whole.
    """
    text = "".join(piece.written for piece in word.pieces)
    if len(word.pieces) > 1 or not ("-" in text[:-1] or BREAK_POINT in text[:-1]):
        yield word
        return
    font, taken = word.pieces[0].font, ""
    for part in _breakable(text):
        if taken and metrics.width(painted(taken + part), font, 1) > widest:
            yield _word((_piece(_ended(taken), font, metrics),), metrics)
            taken = ""
        taken += part
    yield _word((_piece(taken, font, metrics),), metrics)


def joined(words: Sequence[Word]) -> Iterator[tuple[str, Font]]:
    """The painted letters of a line, neighbours of one cut as one, with a space before each word but the first."""
    letters, font = "", None
    for i, word in enumerate(words):
        for j, piece in enumerate(word.pieces):
            letters += " " if i and not j else ""
            if font is not None and piece.font != font:
                yield letters, font
                letters = ""
            letters, font = letters + piece.painted, piece.font
    if font is not None:
        yield letters, font


def _lacking(text: Text, style: TextStyle, metrics: Metrics) -> Iterator[tuple[str, bool]]:
    """Each letter that the text's own cut lacks, and whether Fira Sans has it."""
    for span in text.spans:
        font = style.cut(bold=span.bold, italic=span.italic)
        letters = painted(span.text).replace("\n", "")
        if metrics.covers(letters, font):
            continue
        for letter in letters:
            if not metrics.covers(letter, font):
                yield letter, metrics.covers(letter, fallback(font))


def _forced(text: Text) -> list[Text]:
    """The parts of a text between its forced breaks."""
    if not any("\n" in span.text for span in text.spans):
        return [text]
    parts: list[Text] = [replace(text, spans=())]
    for span in text.spans:
        for i, piece in enumerate(span.text.split("\n")):
            if i:
                parts.append(replace(text, spans=()))
            if piece:
                parts[-1] = replace(parts[-1], spans=(*parts[-1].spans, replace(span, text=piece)))
    return parts


def _words(text: Text, style: TextStyle, metrics: Metrics) -> Iterator[Word]:
    """The words of a text; one may change its cut halfway."""
    pieces: list[Piece] = []
    for span in text.spans:
        font = standing_in(span.text, style.cut(bold=span.bold, italic=span.italic), metrics)
        for i, part in enumerate(span.text.split(" ")):
            if i and pieces:
                yield _word(tuple(pieces), metrics)
                pieces = []
            pieces += _pieces(part, font, metrics)
    if pieces:
        yield _word(tuple(pieces), metrics)


def _word(pieces: tuple[Piece, ...], metrics: Metrics) -> Word:
    pieces = _merged(pieces, metrics)
    advance = sum(piece.advance for piece in pieces)
    letters = sum(len(piece.painted) for piece in pieces)
    return Word(pieces, advance, letters, metrics.width(" ", pieces[-1].font, 1))


def _merged(pieces: tuple[Piece, ...], metrics: Metrics) -> tuple[Piece, ...]:
    """Neighbours of one cut as one: a word may stand in several places of the content."""
    runs = [(font, list(run)) for font, run in groupby(pieces, lambda piece: piece.font)]
    if len(runs) == len(pieces):
        return pieces
    return tuple(_piece("".join(piece.written for piece in run), font, metrics) for font, run in runs)


def _pieces(part: str, font: Font, metrics: Metrics) -> Iterator[Piece]:
    """A part of a word in its own cut, the letters in the fallback that this cut lacks."""
    if not part:
        return
    if metrics.covers(part.translate(_GLUE), font):
        yield _piece(part, font, metrics)
        return
    taken, current = "", font
    for letter in part:
        wanted = font if not letter.translate(_GLUE) or metrics.covers(letter, font) else fallback(font)
        if wanted != current and taken:
            yield _piece(taken, current, metrics)
            taken = ""
        taken, current = taken + letter, wanted
    yield _piece(taken, current, metrics)


def _piece(written: str, font: Font, metrics: Metrics) -> Piece:
    letters = painted(written)
    return Piece(written, letters, font, metrics.width(letters, font, 1))


def _breakable(text: str) -> Iterable[str]:
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
