"""A printed text: spans of plain, bold and italic letters, and where in the content it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
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

    def fill(self, **values: object) -> Self:
        """Replace each ``{name}`` by its value; the content's check has made sure that the names are known."""
        return self._each(lambda text: _PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), text))

    def upper(self) -> Self:
        """The same in capitals."""
        return self._each(str.upper)

    def _each(self, change: Callable[[str], str]) -> Self:
        return replace(self, spans=tuple(replace(span, text=change(span.text)) for span in self.spans))

    def __str__(self) -> str:
        return self.plain
