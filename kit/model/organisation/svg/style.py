"""What the styles of an SVG say: each element gets its properties as attributes, as a browser works them out.

Rules by specificity and order, ``style`` attributes and ``!important`` (CSS Cascade 4, section 6); variables
(CSS Variables 1). What could change the picture and is not understood is refused by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kit.model.organisation.svg.parse import MOST_DEPTH
from kit.model.organisation.unprintable import BUSY, Unprintable, undrawable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def words(written: str) -> frozenset[str]:
    """Names, as they are listed with spaces between them."""
    return frozenset(written.split())


COLOURS: Final = frozenset({"fill", "stroke", "stop-color", "flood-color", "lighting-color", "color"})

INHERITED: Final = words(
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset visibility clip-rule color paint-order marker "
    "marker-start marker-mid marker-end color-interpolation color-interpolation-filters"
)
"""Properties that an element has from the one around it (SVG 2, appendix on properties)."""

PROPERTIES: Final = INHERITED | words(
    "opacity display clip-path mask filter transform overflow mix-blend-mode isolation stop-color "
    "stop-opacity flood-color flood-opacity lighting-color mask-type vector-effect transform-origin transform-box"
)
_GEOMETRY: Final = words("x y width height cx cy r rx ry")
_WITHOUT_EFFECT: Final = re.compile(
    r"font.*|text-.*|letter-spacing|word-spacing|white-space|line-height|-inkscape-.*|-moz-.*|-ms-.*|-o-.*|shape-.*|"
    r"enable-background|cursor|pointer-events|color-rendering|image-rendering|solid-.*|user-select|unicode-bidi|"
    r"writing-mode|direction|(?:dominant|alignment)-baseline|baseline-shift|block-progression|glyph-orientation.*|"
    r"kerning|transition.*|position|margin.*|padding.*|(?:max|min)-(?:width|height)|vertical-align|box-sizing|float|"
    r"z-index|object-fit|-webkit-(?:font|text|user|tap).*|color-profile|will-change|inline-size|marker-knockout|"
    r"block-size|overflow-[xy]|content-visibility|outline.*|src|unicode-range"
)
_GROUNDS: Final = frozenset({"background", "background-color"})
_NO_GROUND: Final = frozenset({"none", "transparent", "white", "#fff", "#ffffff", "initial", "unset"})
_QUICK: Final = re.compile(r"""["'\\@{}]|/\*|data:""")
_IGNORED_RULES: Final = frozenset({"font-face", "charset", "namespace"})
_LIGHT_MEDIA: Final = frozenset({"", "all", "screen"})
_DARK: Final = re.compile(r"\(\s*prefers-color-scheme\s*:\s*dark\s*\)")
_MOST_MATCHES: Final = 2_000_000
_MOST_RULES: Final = 1000


class _Said(NamedTuple):
    """A declaration: what it says of a property, and how much it weighs."""

    name: str
    value: str
    important: bool


def cascade(root: Element) -> None:
    """Turn styles into attributes, on every element below and with ``root``. Raises Unprintable."""
    matcher = _matcher(root)
    for element, ruled in _matched(root, matcher):
        own = dict(element.attrib)
        inline = list(_declarations(own.pop("style", "")))
        own.pop("class", None)
        said = [*ruled, *inline]
        for each in (*(s for s in said if not s.important), *(s for s in said if s.important)):
            if _counts(each, element.tag):
                own[each.name] = each.value
        element.attrib.clear()
        element.attrib.update(own)


def resolved(value: str, variables: Mapping[str, str], depth: int = 0) -> str | None:
    """A value with its variables filled in; None where one is not known (CSS Variables 1, section 3)."""
    start = value.find("var(")
    if start < 0:
        return value
    if depth > 10 or len(value) > 1000:
        raise Unprintable(BUSY)
    end = _closing(value, start + 3)
    name, _, instead = value[start + 4 : end].partition(",")
    found = variables.get(name.strip(), instead.strip() or None)
    if found is None:
        return None
    return resolved(value[:start] + found + value[end + 1 :], variables, depth + 1)


def _closing(value: str, start: int) -> int:
    depth = 0
    for i in range(start, len(value)):
        depth += (value[i] == "(") - (value[i] == ")")
        if not depth:
            return i
    raise undrawable("var(")


def _counts(said: _Said, tag: str) -> bool:
    """Whether a declaration changes the drawing. Raises Unprintable where nobody knows."""
    name = said.name
    if name in PROPERTIES or name.startswith("--"):
        return True
    if name in _GEOMETRY:
        return said.value != "auto"
    if name in _GROUNDS and (tag != "svg" or said.value.lower() in _NO_GROUND):
        return False
    if _WITHOUT_EFFECT.fullmatch(name):
        return False
    raise undrawable(name)


def _declarations(written: str) -> Iterator[_Said]:
    """What a ``style`` attribute says."""
    if not written.strip():
        return
    if _QUICK.search(written):
        import tinycss2

        yield from _spoken(tinycss2.parse_declaration_list(written, skip_comments=True, skip_whitespace=True))
        return
    for part in re.split(r";(?![^(]*\))", written):
        name, colon, value = part.partition(":")
        value, mark, _ = value.partition("!")
        if colon and name.strip():
            yield _said(name.strip(), value.strip(), important=bool(mark))


def _spoken(parts: list[Any]) -> Iterator[_Said]:
    from tinycss2 import serialize

    for part in parts:
        if part.type == "declaration":
            yield _said(part.name, serialize(part.value).strip(), important=part.important)
        elif part.type in ("at-rule", "qualified-rule"):
            raise undrawable("<style>")


def _said(name: str, value: str, *, important: bool) -> _Said:
    return _Said(name if name.startswith("--") else name.lower(), value, important)


def _matched(root: Element, matcher: Any) -> Iterator[tuple[Element, list[_Said]]]:
    """Each element with what the rules say of it, the weakest first."""
    if matcher is None:
        for element in root.iter():
            yield element, []
        return
    from cssselect2 import ElementWrapper

    for wrapped in ElementWrapper.from_xml_root(root).iter_subtree():
        found = sorted((match for match in matcher.match(wrapped) if match[2] is None), key=lambda match: match[:2])
        yield wrapped.etree_element, [said for match in found for said in match[3]]


def _matcher(root: Element) -> Any:
    """The rules of all ``<style>`` elements, if there are any."""
    sheets = [element for element in root.iter("style") if (element.text or "").strip()]
    if not sheets:
        return None
    from cssselect2 import Matcher, SelectorError, compile_selector_list

    matcher, count = Matcher(), _Count(sum(1 for _ in root.iter()))
    for prelude, said in (rule for sheet in sheets for rule in _rules(sheet)):
        count.check(prelude)
        try:
            for selector in compile_selector_list(prelude):
                matcher.add_selector(selector, said)
        except SelectorError as problem:
            raise undrawable(_text(prelude)) from problem
    return matcher


class _Count:
    """Counts what it takes to match rules, so that it cannot take for ever."""

    def __init__(self, elements: int) -> None:
        self._elements = elements
        self._rules = 0
        self._matches = 0

    def check(self, prelude: list[Any]) -> None:
        """Count one rule. Raises Unprintable."""
        if any(token.type == "function" for token in prelude):
            raise undrawable(_text(prelude))
        self._rules += 1
        for selector in _text(prelude).split(","):
            self._matches += self._elements * MOST_DEPTH ** max(0, len(selector.split()) - 2)
        if self._rules > _MOST_RULES or self._matches > _MOST_MATCHES:
            raise Unprintable(BUSY)


def _rules(sheet: Element) -> Iterator[tuple[list[Any], list[_Said]]]:
    import tinycss2

    if sheet.get("media", "").strip().lower() not in _LIGHT_MEDIA:
        raise undrawable("<style media>")
    for rule in tinycss2.parse_stylesheet(sheet.text or "", skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule":
            if rule.lower_at_keyword not in _IGNORED_RULES and not _is_dark(rule):
                raise undrawable(f"@{rule.at_keyword}")
        elif rule.type == "qualified-rule":
            inside = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield _trimmed(rule.prelude), list(_spoken(inside))


def _is_dark(rule: Any) -> bool:
    """Whether a rule is for dark screens, which paper is not."""
    return rule.lower_at_keyword == "media" and bool(_DARK.fullmatch(_text(rule.prelude)))


def _trimmed(tokens: list[Any]) -> list[Any]:
    while tokens and tokens[-1].type == "whitespace":
        tokens = tokens[:-1]
    while tokens and tokens[0].type == "whitespace":
        tokens = tokens[1:]
    return tokens


def _text(tokens: list[Any]) -> str:
    from tinycss2 import serialize

    return str(serialize(tokens)).strip()
