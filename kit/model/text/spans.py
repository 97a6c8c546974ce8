"""A printed text: spans of plain, bold and italic letters, and where in the content it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from kit.diagnostics import Mark

_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of one kind. ``mark``: where they stand in the content, if that is not where the text stands."""

    text: str
    bold: bool = False
    italic: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """What is printed in one place. A line break in it is a forced break; U+00AD is a listed break point.

    U+00A0 and U+2011 hold words together; they are painted as a space and a hyphen.
    """

    spans: tuple[Span, ...]
    mark: Mark | None = None

    @classmethod
    def of(cls, plain: str, mark: Mark | None = None) -> Self:
        """A text without bold or italic."""
        return cls((Span(plain),), mark)

    @property
    def plain(self) -> str:
        """The letters alone."""
        return "".join(span.text for span in self.spans)

    @property
    def main_mark(self) -> Mark | None:
        """Where most of its letters stand: of a text that is filled into another, its own place."""
        letters = Counter[Mark | None]()
        for span in self.spans:
            letters[span.mark or self.mark] += len(span.text)
        return letters.most_common(1)[0][0] if letters else self.mark

    def fill(self, **values: object) -> Self:
        """Replace each ``{name}`` by its value; the content's check has made sure that the names are known.

        A text that stands elsewhere in the content, or in a list of names, still knows where it stands.
        """
        return replace(self, spans=tuple(part for span in self.spans for part in _filled(span, values)))

    def upper(self) -> Self:
        """The same in capitals."""
        return self._each(str.upper)

    def on_one_line(self) -> Self:
        """The same without the breaks that another sheet needs."""
        return self._each(lambda text: text.replace("\n", " "))

    def lines(self) -> tuple[Self, ...]:
        """What stands on each line, by the breaks in it; a line of nothing is left out."""
        rows: list[list[Span]] = [[]]
        for span in self.spans:
            first, *others = span.text.split("\n")
            rows[-1].append(replace(span, text=first))
            rows += [[replace(span, text=other)] for other in others]
        kept = (tuple(span for span in row if span.text) for row in rows)
        return tuple(replace(self, spans=row) for row in kept if row)

    def _each(self, change: Callable[[str], str]) -> Self:
        return replace(self, spans=tuple(replace(span, text=change(span.text)) for span in self.spans))

    def __str__(self) -> str:
        return self.plain


def joined(texts: Iterable[Text], between: str = " ") -> Text:
    """Texts behind each other, with a space or other letters between; each still knows where it stands."""
    texts = list(texts)
    spans: list[Span] = []
    for i, text in enumerate(texts):
        spans += [Span(between)] if i else []
        spans += [replace(span, mark=span.mark or text.mark) for span in text.spans]
    return Text(tuple(spans), texts[0].mark if texts else None)


def _filled(span: Span, values: Mapping[str, object]) -> Iterator[Span]:
    """A span with its values in it: as one, but for what is a text with a place of its own."""
    letters = ""
    for i, part in enumerate(_PLACEHOLDER.split(span.text)):
        value = values.get(part, f"{{{part}}}") if i % 2 else part
        if isinstance(value, Text) and (value.mark or len(value.spans) != 1):
            if letters:
                yield replace(span, text=letters)
            letters = ""
            yield from (_within(span, inner, value) for inner in value.spans)
        else:
            letters += str(value)
    if letters:
        yield replace(span, text=letters)


def _within(span: Span, inner: Span, value: Text) -> Span:
    """A span of a value, in the letters of the span that it is set in."""
    return Span(inner.text, span.bold or inner.bold, span.italic or inner.italic, inner.mark or value.mark)
