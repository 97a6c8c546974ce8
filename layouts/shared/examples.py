"""The examples of a sector as one text: each whole on a line where it can be, with an open end (design, section 12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kit.draw.look.theme import TextStyle
from kit.draw.page import Page
from kit.draw.text.fit import FittedText, Overflow, fit_text
from kit.draw.text.words import NO_BREAK_SPACE, Metrics
from kit.model.schema import Sector
from kit.model.text.spans import Span, Text

SLACK: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Examples:
    """How examples are set ``width`` mm wide; ``rulers``: a blank page for each weight of letters, to measure on.

    ``open_end``: what says that a list goes on, if anything does.
    """

    rulers: Sequence[Page]
    width: float
    open_end: Text | None

    def text(self, sector: Sector, role: str) -> Text:
        """The examples of a sector. No edition needs a line more for what is held together, nor for the open end."""
        styles = tuple(ruler.style(role) for ruler in self.rulers)
        return _text(sector.printed_examples, styles, self.rulers[0].fonts, self.width, self.open_end)

    def lines(self, sector: Sector, role: str) -> int:
        """How many lines they take, in the edition that needs most."""
        text = self.text(sector, role)
        return max(len(ruler.measure(text, role, self.width).lines) for ruler in self.rulers)


# They are the same on A3 and on A4, and in each edition.
@lru_cache(maxsize=512)
def _text(text: Text, styles: tuple[TextStyle, ...], fonts: Metrics, width: float, open_end: Text | None) -> Text:
    def set_(text: Text) -> list[FittedText]:
        found = (fit_text(text, style, width, fonts, lines=99) for style in styles)
        return [one.fitted if isinstance(one, Overflow) else one for one in found]

    def is_no_larger(text: Text) -> bool:
        """Whether it takes as many lines in the same letters: what is too wide is set in narrower ones."""
        return all(
            len(one.lines) <= len(other.lines) and one.style == other.style and one.width <= width + SLACK
            for one, other in zip(set_(text), plain, strict=True)
        )

    plain = set_(text)
    if open_end:
        ended = Text((*text.spans, Span(NO_BREAK_SPACE), *open_end.spans), text.mark)
        text = ended if is_no_larger(ended) else text
    for place in range(len(text.spans)):
        held = _held(text, place)
        text = held if is_no_larger(held) else text
    return text


def _held(text: Text, place: int) -> Text:
    """A text in which the words of one of its parts stay together; the space behind a comma is no part of a name."""
    return replace(text, spans=tuple(_spans(text, place)))


def _spans(text: Text, place: int) -> Iterator[Span]:
    for i, span in enumerate(text.spans):
        inside = span.text.rstrip(" ")
        held = inside.replace(" ", NO_BREAK_SPACE) + span.text[len(inside) :]
        yield replace(span, text=held) if i == place else span
