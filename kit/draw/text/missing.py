"""What is said of letters that a font lacks: none has them, or another font stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from kit.diagnostics import Diagnostic, Severity
from kit.draw.look.theme import TextStyle
from kit.draw.text.fonts import Fonts
from kit.draw.text.words import missing_letters, replaced_letters
from kit.model.text.spans import Text

EXCERPT: Final = 60
"""So many letters of a text are shown where something is wrong with it."""

LISTED: Final = 40
"""So many letters that no font has are listed of one text."""


def letter_problems(text: Text, style: TextStyle, fonts: Fonts) -> Iterator[Diagnostic]:
    """What is wrong with the letters of a text, part by part as they stand in the content."""
    for mark, spans in groupby(text.spans, lambda span: span.mark or text.mark):
        yield from _of_part(Text(tuple(spans), mark), style, fonts)


def _of_part(text: Text, style: TextStyle, fonts: Fonts) -> Iterator[Diagnostic]:
    """What is wrong with the letters of a text that stands in one place of the content."""
    said = {"text": shortened(text.plain)}
    if missing := missing_letters(text, style, fonts):
        codepoint = {"codepoint": f"U+{ord(missing[0]):04X}"} if len(missing) == 1 else {}
        code = "letter-missing" if codepoint else "letters-missing"
        yield Diagnostic(code, {"letter": _listed(missing), **codepoint, **said}, text.mark)
    if replaced := replaced_letters(text, style, fonts):
        code = "letter-replaced" if len(replaced) == 1 else "letters-replaced"
        values = {"letter": _listed(replaced), **said, "family": style.font.family}
        yield Diagnostic(code, values, text.mark, Severity.WARNING)


def _listed(letters: Sequence[str]) -> str:
    """Letters behind each other; of very many the first, and how many more there are."""
    more = len(letters) - LISTED
    return " ".join(letters[:LISTED]) + (f" … (+ {more})" if more > 0 else "")


def shortened(text: str) -> str:
    """The start of a long text, enough to find it by."""
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rstrip() + "…"
