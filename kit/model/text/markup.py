"""Inline Markdown in a text: bold, italic and a backslash before a mark that is meant. Anything else is a flaw.

What a user types is text, never markup beyond that: no links, no HTML, no codes (CommonMark, sections 6.1 and 6.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from kit.model.text.spans import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Bold words between spaces, or before a comma or full stop: there is nothing to be unsure of.
_BOLD: Final = re.compile(r"(?<!\S)\*\*(?=\S)([^*_\\`<\[&#\n]*[^*_\\`<\[&#\s])\*\*(?=[\s.,;:!?]|$)")

# How a line begins that is more than a line of text: an item of a list, a quotation, a rule or the row of a table. What
# people write in a text stays one: "+ 3 op de lijst" and "+ {aantal}" count on, "2,5 uur" and "1,5" are no numbers of a
# list, "– zo" has another dash, ">5 jaar" no space, and a bar between two words is a bar.
_BLOCK: Final = re.compile(
    r"""^[ \t]*(?:
        (?P<bullet>[-*]|\+(?=[ ]+[^\d{ ]))[ ]+(?=\S)
        | \d{1,9}(?P<number>[.)])[ ]+(?=\S)
        | (?P<quote>>)[ ]
        | (?P<rule>-(?:[ ]*-){2,}|_(?:[ ]*_){2,}|\*(?:[ ]*\*){2,})[ ]*$
        | (?P<row>\|)(?:.*\|)?[ ]*$
        | (?P<head>:?-{3,}:?[ ]*\|)[-:| ]*$
    )""",
    re.MULTILINE | re.VERBOSE,
)
_STRUCK: Final = re.compile(r"(?<![\\~])~~(?=[^\s~])[^~]*[^\s~]~~(?!~)")

_ANY_MARK: Final = re.compile(r"[*_\\`<\[&]|^#")
_HEADING: Final = re.compile(r"#{1,6}(?:\s|$)")
_FOREIGN: Final = re.compile(r"[`<\[&]")
_OPENERS: Final = {"code_inline": "`", "image": "![", "html_inline": "<", "text_special": "&"}


_UNSURE: Final = re.compile(r"[*_\\`<\[]|&(?=[^\s;]+;)|^#")
"""Where only the parser can tell; an ampersand without a semicolon is one."""


class Flaw(Exception):  # noqa: N818 (a flaw in a text is not an error of the program)
    """Markdown that is not allowed: a code, the mark itself, and its offset in the text."""

    def __init__(self, code: str, mark: str, offset: int) -> None:  # noqa: D107
        self.code, self.mark, self.offset = code, mark, offset
        super().__init__(f"{code}: {mark} at {offset}")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A token with its offset in the text, and how it is set."""

    kind: str
    text: str
    offset: int
    bold: bool
    italic: bool


def spans_of(text: str) -> tuple[Span, ...]:
    """The spans of a text. Raises Flaw for other Markdown than bold and italic, and for a mark without its partner."""
    _refuse_blocks(text)
    if not _ANY_MARK.search(text):
        return (Span(text),)
    return _bold_spans(text) or parsed(text)


def _bold_spans(text: str) -> tuple[Span, ...]:
    """The spans of a text with nothing but plainly bold words; none where only the parser, slow to import, can tell."""
    parts = _BOLD.split(text)
    if any(_UNSURE.search(part) for part in parts[::2]):
        return ()
    return tuple(Span(part, bold=i % 2 == 1) for i, part in enumerate(parts) if part)


def parsed(text: str) -> tuple[Span, ...]:
    """The spans of a text as the parser sees them; Flaw as with `spans_of`."""
    _refuse_foreign(text)
    pieces = list(_pieces(text))
    for piece in pieces:
        _refuse_unpaired(text, piece)
    return tuple(_merged(pieces))


@cache
def _ours() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # text_join would hide which letters were escaped.
    return MarkdownIt("zero").enable(["emphasis", "escape"]).disable("text_join")


@cache
def _commonmark() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").disable("text_join")


def _children(parser: MarkdownIt, text: str) -> list[Token]:
    return parser.parseInline(text)[0].children or []


def _refuse_blocks(text: str) -> None:
    if (block := _BLOCK.search(text)) and block.lastgroup:
        raise Flaw("markdown-block", block[block.lastgroup], block.start(block.lastgroup))
    if struck := _STRUCK.search(text):
        raise Flaw("markdown-unknown", "~~", struck.start())


def _refuse_foreign(text: str) -> None:
    if heading := _HEADING.match(text):
        raise Flaw("markdown-heading", heading[0].strip(), 0)
    if not _FOREIGN.search(text):
        return
    for token in _children(_commonmark(), text):
        opener = _opener(token)
        if opener and (opener != "&" or token.info == "entity"):
            raise Flaw("markdown-unknown", token.markup if opener == "&" else opener, _place(text, opener))


def _opener(token: Token) -> str:
    if token.type == "link_open":
        return "<" if token.info == "auto" else "["
    return _OPENERS.get(token.type, "")


def _place(text: str, opener: str) -> int:
    found = re.search(rf"(?<!\\){re.escape(opener)}", text)
    return found.start() if found else 0


def _pieces(text: str) -> Iterator[_Piece]:
    """The tokens with their offsets: they come in order and leave nothing out but the marks themselves."""
    offset, bold, italic = 0, 0, 0
    for token in _children(_ours(), text):
        step = {"strong_open": (1, 0), "strong_close": (-1, 0), "em_open": (0, 1), "em_close": (0, -1)}.get(token.type)
        if step:
            bold, italic = bold + step[0], italic + step[1]
            offset += len(token.markup)
            continue
        content = "\n" if token.type == "hardbreak" else token.content
        yield _Piece(token.type, content, offset, bold > 0, italic > 0)
        offset += len(content) if token.type == "text" else 2
        if token.type == "hardbreak":  # it takes the indentation of the next line with it
            offset = len(text) - len(text[offset:].lstrip(" \t"))


def _refuse_unpaired(text: str, piece: _Piece) -> None:
    if piece.kind != "text":
        return
    for found in re.finditer(r"\*+|_+", piece.text):
        start = piece.offset + found.start()
        if _could_pair(text, start):
            raise Flaw("markdown-unpaired", found[0], start)


def _could_pair(text: str, offset: int) -> bool:
    """Whether the run of marks here touches a letter, as CommonMark asks of an opener or closer."""
    mark = text[offset]
    before = text[:offset].rstrip(mark)[-1:]
    after = text[offset:].lstrip(mark)[:1]
    inside_word = before.isalnum() and after.isalnum()
    return not (before.strip() == "" and after.strip() == "") and not (mark == "_" and inside_word)


def _merged(pieces: list[_Piece]) -> Iterator[Span]:
    spans: list[Span] = []
    for piece in pieces:
        last = spans[-1] if spans else None
        if last and (last.bold, last.italic) == (piece.bold, piece.italic):
            spans[-1] = Span(last.text + piece.text, last.bold, last.italic)
        elif piece.text:
            spans.append(Span(piece.text, piece.bold, piece.italic))
    yield from spans
