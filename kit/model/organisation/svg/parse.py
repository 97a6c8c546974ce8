"""The bytes of an SVG become elements, safely: nothing is fetched, and nothing may grow while it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element
from xml.parsers import expat

from kit.model.organisation.unprintable import BROKEN, BUSY, Unprintable, undrawable

MOST_LETTERS: Final = 500_000
MOST_ELEMENTS: Final = 5000
MOST_DEPTH: Final = 50
"""A logo has some hundred elements; more than this is a drawing. Pictures inside the file are not counted here."""

_MOST_ENTITY: Final = 300
"""Illustrator writes addresses as entities; nothing else in a logo needs any."""

_START: Final = re.compile(
    rb"(?:<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>|\s)*<(?:\w+:)?svg[\s>]", re.DOTALL
)
_BYTE_ORDER: Final = b"\xef\xbb\xbf"
_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_UNTOLD: Final = frozenset({"title", "desc", "metadata"})
_TEXTS: Final = frozenset({"style", "text", "tspan", "textPath", "tref", "flowRoot", "flowPara", "flowSpan"})


def is_svg(raw: bytes) -> bool:
    """Whether a file begins as an SVG does."""
    return bool(_START.match(raw.removeprefix(_BYTE_ORDER)))


def elements_of(raw: bytes) -> Element:
    """The root of an SVG, with names and attributes of SVG alone. Raises Unprintable."""
    reader = _Reader()
    try:
        reader.parser.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise Unprintable(BROKEN) from problem
    if reader.root is None or reader.root.tag != "svg":
        raise Unprintable(BROKEN)
    return reader.root


class _Reader:
    """Builds elements while expat reads; what other programs keep in the file for themselves is passed over."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element | None] = []
        self._letters = 0
        self._elements = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if len(self._open) >= MOST_DEPTH or self._elements > MOST_ELEMENTS:
            raise Unprintable(BUSY)
        space, _, local = name.rpartition(" ")
        passed_over = bool(self._open) and self._open[-1] is None
        if passed_over or space not in ("", _SVG) or local in _UNTOLD:
            self._open.append(None)
            return
        element = Element(local, _own(attributes))
        self._count(sum(len(value) for value in element.attrib.values() if not value.startswith("data:")))
        if self._open and (parent := self._open[-1]) is not None:
            parent.append(element)
        elif self.root is None:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        element = self._open[-1]
        if element is not None and element.tag in _TEXTS:
            self._count(len(text))
            element.text = (element.text or "") + text

    def _count(self, letters: int) -> None:
        self._letters += letters
        if self._letters > MOST_LETTERS:
            raise Unprintable(BUSY)

    def _entity(self, _name: str, is_parameter: bool, value: str | None, *_where: str | None) -> None:
        """Refuse what could fetch a file, or hold itself: an entity is a short text, and nothing in it is another."""
        if is_parameter or value is None or len(value) > _MOST_ENTITY or re.search("[&%<]", value):
            raise undrawable("<!ENTITY>")


def _own(attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes of SVG: ``xlink:href`` is the old name of ``href``."""
    own = {name: value for name, value in attributes.items() if " " not in name}
    if (old := attributes.get(f"{_XLINK} href")) is not None:
        own.setdefault("href", old)
    return own
