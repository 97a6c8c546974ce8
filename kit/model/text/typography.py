"""How a text is set: clean letters, spaces that hold together, break points in long words. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from kit.model.text.spans import Span

NBSP: Final = "\u00a0"
SOFT_HYPHEN: Final = "\u00ad"

_DROPPED: Final = {ord("\ufeff"): None, ord(SOFT_HYPHEN): None, ord("\u202f"): NBSP}
_BEFORE_ELLIPSIS: Final = re.compile(r"(?<=\S) (?=…)")
_BEFORE_HYPHENATED: Final = re.compile(r"(?<=\S) (?=-\w)")


@dataclass(frozen=True)
class Typography:
    """The rules of one language.

    ``keep_together``: phrases that no line break may split. ``units``: words that stay with the number before them.
    ``breakpoints``: long words with ``|`` where they may be broken.
    """

    keep_together: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    breakpoints: tuple[str, ...] = ()

    @staticmethod
    def normalise(text: str) -> str:
        """NFC, no byte order mark or soft hyphen, one kind of no-break space; no spaces at line ends.

        A blank line is no line: what stands below it begins on the next line, as if it were not there. The sheets have
        no room for white between the lines of a text.
        """
        clean = unicodedata.normalize("NFC", text).translate(_DROPPED)
        return "\n".join(line.rstrip(" ") for line in clean.strip(" \n").split("\n") if line.strip())

    def bind(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The same letters with no-break spaces and break points put in by rule, also across spans."""
        bound = self._held("".join(span.text for span in spans))
        placed, start = [], 0
        for span in spans:
            end = start + len(span.text)
            placed.append(replace(span, text=self._breakable(bound[start:end])))
            start = end
        return tuple(placed)

    def _held(self, text: str) -> str:
        if " " not in text:
            return text
        for rule in self._rules:
            text = rule.sub(lambda found: found[0].replace(" ", NBSP), text)
        return text

    @cached_property
    def _rules(self) -> tuple[re.Pattern[str], ...]:
        rules = [_BEFORE_ELLIPSIS, _BEFORE_HYPHENATED]
        if self.units:
            # A placeholder stands for a number: `{minuten} min`.
            rules.append(re.compile(rf"(?<=[\d}}]) (?=(?:{_any(self.units)})(?!\w))"))
        if self.keep_together:
            rules.append(re.compile(rf"(?<!\w)(?:{_any(self.keep_together)})(?!\w)", re.IGNORECASE))
        return tuple(rules)

    @cached_property
    def _marked(self) -> tuple[tuple[str, str], ...]:
        return tuple((word.replace("|", ""), word.replace("|", SOFT_HYPHEN)) for word in self.breakpoints)

    def _breakable(self, text: str) -> str:
        for word, marked in self._marked:
            text = text.replace(word, marked)
        return text


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
