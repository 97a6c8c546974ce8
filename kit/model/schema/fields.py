"""The kinds of fields: texts, names, numbers. Each tells what is wrong as a code with values, in nobody's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Annotated, Final, TypeVar

from annotated_types import GroupedMetadata
from pydantic import BeforeValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from kit.diagnostics import Mark, Value
from kit.model.decode import UNSEEN
from kit.model.markup import Flaw, spans_of
from kit.model.node import Leaf
from kit.model.text import Span, Text
from kit.model.typography import Typography

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_IDENTIFIER: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_URL: Final = re.compile(r"https?://[a-z0-9.-]+\.[a-z]{2,}(?:[/?][!-~]*)?", re.ASCII | re.IGNORECASE)
_TIME: Final = re.compile(r"\d{1,2}:[0-5]\d", re.ASCII)


MARK: Final = "mark"
"""Under which name an error carries the place inside its value."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the fields must know of the file being read: its stem, and how its texts are set."""

    name: str = ""
    typography: Typography = field(default_factory=Typography)


def wrong(code: str, mark: Mark | None = None, **values: Value) -> PydanticCustomError:
    """A problem with a value, and where in the value it is; the words for the code are elsewhere."""
    return PydanticCustomError(code, code, {MARK: mark, **values})


def _leaf(value: object, expected: str) -> Leaf:
    if not isinstance(value, Leaf):
        raise wrong(expected)
    if not value.text.strip():
        raise wrong("empty-text")
    if unseen := UNSEEN.search(value.text.replace("\t", "\0")):
        place = unseen.start()
        raise wrong("control-character", value.point(place), found=f"U+{ord(value.text[place]):04X}")
    return value


def _check_placeholders(leaf: Leaf, text: str, names: tuple[str, ...]) -> None:
    for found in _PLACEHOLDER.finditer(text):
        if found[1] in names:
            continue
        mark = leaf.point(found.start(), text)
        if not names:
            raise wrong("no-placeholder", mark, found=found[0])
        near = get_close_matches(found[1], names, 1, 0)[0]
        raise wrong("unknown-placeholder", mark, found=found[0], near=f"{{{near}}}")


def _spans(leaf: Leaf, text: str) -> tuple[Span, ...]:
    try:
        return spans_of(text)
    except Flaw as flaw:
        raise wrong(flaw.code, leaf.point(flaw.offset, text), found=flaw.mark) from flaw


def _check_plain(leaf: Leaf, text: str, spans: tuple[Span, ...]) -> None:
    if any(span.bold or span.italic for span in spans):
        mark = re.search(r"[*_]+", text)
        raise wrong("plain-only", leaf.point(mark.start(), text) if mark else None, found=mark[0] if mark else "")


@dataclass(frozen=True, slots=True)
class Words(GroupedMetadata):
    """A printed text: with bold and italic or without, and with the placeholders it may hold."""

    rich: bool = False
    names: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[object]:
        """What pydantic makes of it."""
        yield PlainValidator(self.read)
        yield WithJsonSchema({"type": "string", "minLength": 1})

    def read(self, value: object, info: ValidationInfo) -> Text:
        """A scalar of the file as a checked text, its spaces set by rule."""
        if isinstance(value, Text):
            return value
        leaf = _leaf(value, "expects-text")
        typography = info.context.typography if isinstance(info.context, Reading) else Typography()
        clean = typography.normalise(leaf.text)
        if not clean:
            raise wrong("empty-text")
        _check_placeholders(leaf, clean, self.names)
        spans = _spans(leaf, clean)
        if not self.rich:
            _check_plain(leaf, clean, spans)
        return Text(typography.bind(spans), leaf.mark)


@dataclass(frozen=True, slots=True)
class Whole(GroupedMetadata):
    """A whole number between two bounds."""

    low: int
    high: int

    def __iter__(self) -> Iterator[object]:
        """What pydantic makes of it."""
        yield PlainValidator(self.read)
        yield WithJsonSchema({"type": "integer", "minimum": self.low, "maximum": self.high})

    def read(self, value: object) -> int:
        """A scalar of the file as a number."""
        text = _leaf(value, "expects-number").text.strip()
        if not re.fullmatch(r"\d{1,6}", text, re.ASCII):
            raise wrong("expects-number")
        if not self.low <= int(text) <= self.high:
            raise wrong("number-range", found=text, low=self.low, high=self.high)
        return int(text)


@dataclass(frozen=True, slots=True)
class Clock(GroupedMetadata):
    """A time of the clock such as ``9:30``, as minutes after midnight."""

    def __iter__(self) -> Iterator[object]:
        """What pydantic makes of it."""
        yield PlainValidator(self.read)
        yield WithJsonSchema({"type": "string", "pattern": f"^{_TIME.pattern}$"})

    def read(self, value: object) -> int:
        """A scalar of the file as minutes."""
        text = _leaf(value, "expects-time").text.strip()
        if not _TIME.fullmatch(text) or int(text.split(":")[0]) > 23:
            raise wrong("expects-time")
        hours, minutes = text.split(":")
        return int(hours) * 60 + int(minutes)


def _bare(value: object) -> str:
    return _leaf(value, "expects-text").text.strip()


def _identifier(value: object) -> str:
    text = _bare(value)
    if not _IDENTIFIER.fullmatch(text):
        raise wrong("bad-name", found=text)
    return text


def _url(value: object) -> Text:
    leaf = _leaf(value, "expects-text")
    text = leaf.text.strip()
    if "#" in text:
        raise wrong("url-fragment", found=text)
    if not _URL.fullmatch(text):
        raise wrong("bad-url", found=text)
    return Text.of(text, leaf.mark)


def _optional_url(value: object) -> Text | None:
    if value is None or (isinstance(value, Leaf) and not value.text.strip()):
        return None
    return _url(value)


def _language_tag(value: object) -> str:
    text = _bare(value)
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", text):
        raise wrong("bad-language", found=text)
    return text


def _unwrapped(value: object) -> object:
    return _bare(value) if isinstance(value, Leaf | dict | list) else value


_Kind = TypeVar("_Kind")

Rich = Annotated[Text, Words(rich=True)]
"""A printed text with ``**bold**`` and ``*italic*``."""

Plain = Annotated[Text, Words()]
"""A printed text of one kind of letters."""

Bare = Annotated[str, PlainValidator(_bare), WithJsonSchema({"type": "string", "minLength": 1})]
"""A word that steers, as it stands in the file."""

Identifier = Annotated[
    str, PlainValidator(_identifier), WithJsonSchema({"type": "string", "pattern": f"^{_IDENTIFIER.pattern}$"})
]
"""A name in small letters, digits and hyphens: of a sheet, a pack, a sector."""

Url = Annotated[Text, PlainValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})]
"""A web address without a fragment."""

OptionalUrl = Annotated[Text | None, PlainValidator(_optional_url), WithJsonSchema({"type": ["string", "null"]})]
"""A web address, or nothing."""

LanguageTag = Annotated[str, PlainValidator(_language_tag), WithJsonSchema({"type": "string"})]
"""A language as a PDF names it, such as ``nl-BE``."""

Choice = Annotated[_Kind, BeforeValidator(_unwrapped)]
"""One of a few words: ``Choice[Literal["upper", "lower"]]``."""
