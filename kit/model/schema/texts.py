"""How a printed text is read: with bold and italic or without, and with the placeholders it may hold."""

import re
from typing import Final

from kit.diagnostics import Diagnostic, Severity
from kit.model.schema.reader import MAX_LETTERS, Reader, Reading, Wrong, leaf_of
from kit.model.text.markup import Flaw, spans_of
from kit.model.text.spans import Span, Text
from kit.model.yaml.node import Leaf

_BLANK_LINE: Final = re.compile(r"\S\s*\n\s*\n\s*(?=\S)")
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}|[{}]")


def text(names: tuple[str, ...], rich: bool) -> Reader:
    """A printed text that may hold the placeholders ``{name}``, and bold and italic where it is rich."""

    def read(value: object, reading: Reading) -> Text:
        leaf = leaf_of(value)
        clean = reading.typography.normalise(leaf.text)
        if not clean:
            raise Wrong("empty-text")
        _check_placeholders(leaf, clean, names)
        spans = _spans(leaf, clean)
        if not rich:
            _check_plain(leaf, clean, spans)
        reading.texts.append(leaf)
        if blank := _BLANK_LINE.search(leaf.text.rstrip()):
            reading.notes.append(Diagnostic("blank-line", {}, leaf.point(blank.end()), Severity.WARNING))
        return Text(reading.typography.bind(spans), leaf.mark)

    return Reader(read, {**_JSON, "pattern": _pattern(names), "kit": {"names": names, "rich": rich}})


def _pattern(names: tuple[str, ...]) -> str:
    """The regular expression of a text: something that can be seen, and no braces but those of the placeholders."""
    known = f"|\\{{(?:{'|'.join(names)})\\}}" if names else ""
    return rf"^(?=[\s\S]*\S)(?:[^{{}}]{known})*$"


_JSON: Final = {"type": ["string", "number"], "maxLength": MAX_LETTERS}
"""A text may be a number: nobody types quotes around the 1 of step 1."""

_SHOWN: Final = 20
"""So many letters from a brace on show which one is meant."""


def _check_placeholders(leaf: Leaf, text: str, names: tuple[str, ...]) -> None:
    for found in _PLACEHOLDER.finditer(text):
        if found[1] in names:
            continue
        mark = leaf.point(found.start(), text)
        if found[1] is None:
            raise Wrong("brace-alone", mark, found=text[found.start() :][:_SHOWN].split("\n")[0])
        if not names:
            raise Wrong("no-placeholder", mark, found=found[0])
        from difflib import get_close_matches

        near = get_close_matches(found[1], names, 1, 0)[0]
        raise Wrong("unknown-placeholder", mark, found=found[0], near=f"{{{near}}}")


def _spans(leaf: Leaf, text: str) -> tuple[Span, ...]:
    try:
        return spans_of(text)
    except Flaw as flaw:
        raise Wrong(flaw.code, leaf.point(flaw.offset, text), found=flaw.mark) from flaw


def _check_plain(leaf: Leaf, text: str, spans: tuple[Span, ...]) -> None:
    if any(span.bold or span.italic for span in spans):
        mark = re.search(r"(?<!\\)[*_]+", text)
        raise Wrong("plain-only", leaf.point(mark.start(), text) if mark else None, found=mark[0] if mark else "")
