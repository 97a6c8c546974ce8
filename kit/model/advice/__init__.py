"""Advice on how a text is written: plainer words, nothing abbreviated, short sentences, the right signs. Pure.

What a language advises stands in a file beside this one, such as ``nl.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, Severity, Value
from kit.model.yaml.node import Leaf

_FOLDER: Final = Path(__file__).parent

_BETWEEN: Final = r"[\s*_]+"
"""Between the words of a phrase: a space, a new line, or the marks of a bold word."""

_SPACES: Final = re.compile(r"(?<=[^\s|])[ \u00a0]{2,}(?=[^\s|])")
"""Not around a bar: in a footer it has two spaces on either side."""

_WEB: Final = re.compile(
    r"(?<![\w@./-])(?:https?://[^\s)>\]]*[\w/]"
    r"|(?:[a-z0-9-]+\.)+(?:be|nl|eu|com|org|net|info|vlaanderen|brussels|gent)(?![\w-])(?:/(?:[^\s)>\]]*[\w/])?)?)"
)
_QUOTED: Final = re.compile(r"""(?<!\w)(["'])(?=\S)([^"'\n]*[^"'\s])\1(?!\w)""")
_ALONE: Final = re.compile(r"""(?<!\w)\w*'\w+|\b\w*[^\W\d_]'|(?<!\d)["]""")
"""A word with an apostrophe, or a quote without another. After a number they are minutes, feet and inches."""

_END: Final = re.compile(
    r"""[.!?…]+["'’”)*_]*(?=\s+["'‘“(*_]*[A-Z0-9À-Þ{])|\n(?=\s*["'‘“(*_]*[A-ZÀ-Þ])""",
)
"""What ends a sentence: a sign or a new line, where the next word has a capital."""

_APOSTROPHE: Final = "’"
_SHOWN: Final = 40


@dataclass(frozen=True)
class Rules:
    """What a language advises: ``words`` and ``abbreviations`` with what to write instead.

    ``sentence``: the most words in a sentence; ``quotes``: the signs before and after. Nothing: no advice on that.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    sentence: int | None = None
    quotes: str = ""

    @cached_property
    def word_pattern(self) -> re.Pattern[str] | None:
        """Any of the words, on its own."""
        phrases = (_BETWEEN.join(map(re.escape, form.split())) for form in _longest_first(self.words))
        return _any(phrases, r"(?<![\w-])(?<!\w['’])", r"(?![\w-]|['’]\w)")

    @cached_property
    def abbreviation_pattern(self) -> re.Pattern[str] | None:
        """Any of the abbreviations, also with spaces after its dots, or without the last dot of several."""
        forms = map(_dotted, _longest_first(self.abbreviations))
        return _any(forms, r"(?<![\w.-])(?<!\w['’])", r"(?![\w-]|['’.]\w)")


def rules_of(language: str) -> Rules:
    """The rules of a language such as ``nl``; of one that has no file, the few that are the same for all."""
    file = _FOLDER / f"{language}.toml"
    if not file.is_file():
        return Rules()
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return Rules(_forms(told["words"]), _forms(told["abbreviations"]), told["sentence"], told["quotes"])


def advice(leaf: Leaf, rules: Rules) -> Iterator[Diagnostic]:
    """What is better written otherwise in a text, each at its own place."""
    for check in (_words, _abbreviations, _sentences, _web, _spaces, _quotes):
        for code, offset, values in check(leaf.text, rules):
            yield Diagnostic(code, values, leaf.point(offset), Severity.ADVICE)


_Found = tuple[str, int, Mapping[str, Value]]
"""The code of an advice, where in the text it is, and its values. What stands there is among them, for the carets."""


def _words(text: str, rules: Rules) -> Iterator[_Found]:
    for found in rules.word_pattern.finditer(text) if rules.word_pattern else ():
        phrase = " ".join(re.split(_BETWEEN, found[0]))
        values = {"found": phrase, "instead": rules.words[phrase.lower()], "spot": found[0].split("\n")[0]}
        yield "advice-word", found.start(), values


def _abbreviations(text: str, rules: Rules) -> Iterator[_Found]:
    for found in rules.abbreviation_pattern.finditer(text) if rules.abbreviation_pattern else ():
        short = re.sub(r"\s", "", found[0].lower())
        instead = rules.abbreviations.get(short) or rules.abbreviations[f"{short}."]
        yield "advice-abbreviation", found.start(), {"found": found[0], "instead": instead}


def _sentences(text: str, rules: Rules) -> Iterator[_Found]:
    # Most texts have fewer words altogether.
    if rules.sentence is None or len(text.split()) <= rules.sentence:
        return
    for start, sentence in _split(text, rules):
        count = sum(any(letter.isalnum() for letter in word) for word in sentence.split())
        if count > rules.sentence:
            begin = sentence[:_SHOWN].rpartition(" ")[0]
            values: dict[str, Value] = {"count": count, "limit": rules.sentence, "found": f"{begin} …", "spot": begin}
            yield "advice-sentence", start, values


def _split(text: str, rules: Rules) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with its place. The dot of an abbreviation ends none."""
    pattern = rules.abbreviation_pattern
    dots = {found.end() for found in pattern.finditer(text)} if pattern else set()
    start = 0
    for end in [*(found.end() for found in _END.finditer(text) if found.end() not in dots), len(text)]:
        piece = text[start:end]
        yield start + len(piece) - len(piece.lstrip()), piece.strip()
        start = end


def _web(text: str, _rules: Rules) -> Iterator[_Found]:
    # A text that is an address and nothing else is there to be one.
    if not _WEB.fullmatch(text.strip()):
        yield from (("advice-web", found.start(), {"found": found[0]}) for found in _WEB.finditer(text))


def _spaces(text: str, _rules: Rules) -> Iterator[_Found]:
    for found in _SPACES.finditer(text):
        yield "advice-spaces", found.start(), {"count": len(found[0]), "spaces": found[0]}


def _quotes(text: str, rules: Rules) -> Iterator[_Found]:
    if not rules.quotes:
        return
    before, after = rules.quotes[0], rules.quotes[1]
    pairs = list(_QUOTED.finditer(text))
    for pair in pairs:
        yield "advice-quotes", pair.start(), {"found": pair[0], "instead": f"{before}{pair[2]}{after}"}
    for alone in _ALONE.finditer(text):
        if any(pair.start() <= alone.start() < pair.end() for pair in pairs):
            continue
        if alone[0] == '"':
            yield "advice-quotes", alone.start(), {"found": alone[0], "instead": f"{before} {after}"}
        else:
            values = {"found": alone[0], "instead": alone[0].replace("'", _APOSTROPHE)}
            yield "advice-apostrophe", alone.start(), values


def _forms(told: Mapping[str, str]) -> Mapping[str, str]:
    """Each form with what to write instead."""
    return {form.strip(): instead for forms, instead in told.items() for form in forms.split("|")}


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=len, reverse=True)


def _dotted(form: str) -> str:
    """The pattern of an abbreviation: a space may follow each dot, and the last of several dots may be left out."""
    body = re.escape(form.removesuffix("."))
    spaced = body.replace(r"\.", r"\.\s?")
    if not form.endswith("."):
        return spaced
    return rf"{spaced}\.?" if spaced != body else rf"{spaced}\."


def _any(patterns: Iterable[str], before: str, after: str) -> re.Pattern[str] | None:
    joined = "|".join(patterns)
    return re.compile(f"{before}(?:{joined}){after}", re.IGNORECASE) if joined else None
