"""An SVG made plain: only what is seen, each ``<use>`` written out, each property in its place.

What is left are groups, shapes and pictures, and in ``<defs>`` what these refer to. What could be printed wrong is
refused by name. The result is counted before anything is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element

from kit.model.organisation.svg.colours import ink
from kit.model.organisation.svg.parse import MOST_DEPTH, MOST_ELEMENTS
from kit.model.organisation.svg.paths import SHAPES
from kit.model.organisation.svg.style import COLOURS, INHERITED, resolved, words
from kit.model.organisation.svg.transform import view_box
from kit.model.organisation.svg.values import (
    FILTERS,
    GRADIENTS,
    KNOWN,
    REFERRING,
    UNIT,
    check_picture,
    checked,
    coloured,
    is_nothing,
    length_of,
    said,
)
from kit.model.organisation.unprintable import BUSY, Unprintable, undrawable

_GROUPS: Final = frozenset({"svg", "g", "a", "switch"})
_DEFINED: Final = GRADIENTS | {"pattern", "clipPath", "mask", "filter", "marker", "symbol", "defs", "style"}
_NOTHING: Final = frozenset({"view", "cursor", "font", "font-face", "color-profile", "glyph", "missing-glyph"})
_TEXTS: Final = frozenset({"text", "flowRoot"})
_MOVING: Final = words("animate animateTransform animateMotion animateColor set")
_URL: Final = re.compile(r"""url\(\s*["']?([^"')]*)["']?\s*\)\s*(.*)""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Around:
    """The properties that an element inherits from its parents."""

    variables: Mapping[str, str]
    colour: str = "#000000"
    visible: bool = True
    using: tuple[str, ...] = ()
    depth: int = 0


_OUTSIDE: Final = _Around({})


def plain(root: Element) -> Element:
    """The drawing of an SVG whose styles are attributes already. Raises Unprintable."""
    return _Cleaner(root).cleaned()


class _Cleaner:
    def __init__(self, root: Element) -> None:
        self._root = root
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._ids: dict[str, Element] = {}
        for element in root.iter():
            self._ids.setdefault(element.get("id", ""), element)
        self._made = 0
        self._wanted: list[str] = []

    def cleaned(self) -> Element:
        """The root with what is seen in it, and its definitions."""
        if view_box(self._root.get("viewBox", "")):
            # The view box says what is seen: a size in letters is that of the page around it.
            for side in ("width", "height"):
                if UNIT.search(self._root.get(side, "")):
                    del self._root.attrib[side]
        own, around = self._own(self._root, _OUTSIDE)
        kept = {name: value for name, value in own.items() if name not in ("display", "transform")}
        cleaned = self._element("svg", kept)
        if own.get("display") == "none" or own.get("opacity") == "0":
            return cleaned
        cleaned.extend([part for child in self._root for part in self._seen(child, around)])
        definitions = Element("defs")
        for name in self._wanted:  # It grows while they are written: one may refer to another.
            definitions.append(self._definition(self._ids[name]))
        if len(definitions):
            cleaned.insert(0, definitions)
        return cleaned

    def _element(self, name: str, attributes: Mapping[str, str]) -> Element:
        self._made += 1
        if self._made > MOST_ELEMENTS:
            raise Unprintable(BUSY)
        return Element(name, dict(attributes))

    def _seen(self, element: Element, around: _Around) -> Iterator[Element]:
        """What is seen of an element."""
        if around.depth > MOST_DEPTH:
            raise Unprintable(BUSY)
        tag = element.tag
        if tag in _DEFINED or tag in _NOTHING or element.get("requiredExtensions", "").strip():
            return
        own, within = self._own(element, around)
        if own.pop("display", "") == "none" or is_nothing(own.get("opacity", "")):
            return
        own.pop("id", None)
        if tag in _TEXTS:
            if within.visible and "".join(element.itertext()).strip():
                raise Unprintable("logo-text")
        elif tag == "use":
            yield from self._used(own, within)
        elif tag in _GROUPS:
            own.pop("href", None)
            yield from self._group(element, own, within)
        elif tag in SHAPES:
            if moving := next((child.tag for child in element if child.tag in _MOVING), None):
                raise undrawable(f"<{moving}>")
            if within.visible:
                yield self._element(tag, own)
        elif tag == "image":
            if within.visible and own.get("href"):
                check_picture(own["href"])
                yield self._element("image", own)
        else:
            raise undrawable(f"<{tag}>")

    def _group(self, element: Element, own: Mapping[str, str], around: _Around) -> Iterator[Element]:
        children = list(element)
        if element.tag == "switch":
            children = [child for child in children if not child.get("requiredExtensions", "").strip()][:1]
        if any(child.get("systemLanguage") for child in children):
            raise undrawable("systemLanguage")
        inside = [part for child in children for part in self._seen(child, around)]
        if inside:
            group = self._element("svg" if element.tag == "svg" else "g", own)
            group.extend(inside)
            yield group

    def _used(self, own: dict[str, str], around: _Around) -> Iterator[Element]:
        """What ``<use>`` shows, as a group (SVG 2, section 5.6)."""
        name, target = self._target(own.pop("href", ""), "<use>")
        place = {side: own.pop(side, "") for side in ("x", "y", "width", "height")}
        if target is None:
            return
        if name in around.using:
            raise Unprintable(BUSY)
        moved = f"translate({length_of(place['x'])!r} {length_of(place['y'])!r})"
        group = self._element("g", {**own, "transform": f"{own.get('transform', '')} {moved}".strip()})
        inner = replace(around, using=(*around.using, name))
        if target.tag in ("symbol", "svg"):
            group.extend(list(self._shown(target, place, inner)))
        else:
            group.extend(list(self._seen(target, inner)))
        if len(group):
            yield group

    def _shown(self, target: Element, place: Mapping[str, str], around: _Around) -> Iterator[Element]:
        """A symbol as a drawing of its own, as large as ``<use>`` says."""
        own, within = self._own(target, around)
        own.pop("id", None)
        if target.tag == "svg" and own.pop("display", "") == "none":
            return
        own.pop("display", None)
        own.update({side: place[side] for side in ("width", "height") if place[side]})
        shown = self._element("svg", own)
        shown.extend([part for child in target for part in self._seen(child, within)])
        yield shown

    # What is referred to

    def _target(self, href: str, what: str) -> tuple[str, Element | None]:
        """The element that a reference within the file names."""
        href = href.strip()
        if href and not href.startswith("#"):
            raise undrawable(f"{what} {href}")
        return href[1:], self._ids.get(href[1:]) if href[1:] else None

    def _definition(self, element: Element) -> Element:
        """A definition, within a group that has what it inherits where it stands."""
        around, inherited = _OUTSIDE, dict[str, str]()
        for parent in reversed(list(self._ancestors(element))):
            own, around = self._own(parent, around)
            inherited.update({name: value for name, value in own.items() if name in INHERITED})
        own, around = self._own(element, around)
        own.pop("display", None)
        made = self._element(element.tag, own)
        made.extend(list(self._defined(element, around)))
        if not inherited:
            return made
        group = self._element("g", inherited)
        group.append(made)
        return group

    def _ancestors(self, element: Element) -> Iterator[Element]:
        while (parent := self._parents.get(element)) is not None:
            yield parent
            element = parent

    def _defined(self, element: Element, around: _Around) -> Iterator[Element]:
        match element.tag:
            case "linearGradient" | "radialGradient":
                for stop in element.iter("stop"):
                    yield self._element("stop", self._own(stop, around)[0])
            case "filter":
                yield from self._effects(element, around)
            case "clipPath":
                for child in element:
                    yield from self._clipping(child, around)
            case _:
                for child in element:
                    yield from self._seen(child, around)

    def _effects(self, element: Element, around: _Around) -> Iterator[Element]:
        for child in element:
            if child.tag not in FILTERS:
                raise undrawable(f"<{child.tag}>")
            made = self._element(child.tag, self._own(child, around)[0])
            made.extend(list(self._effects(child, around)))
            yield made

    def _clipping(self, element: Element, around: _Around) -> Iterator[Element]:
        """A shape that clips; what ``<use>`` shows of one has to be a shape too (CSS Masking 1, section 9)."""
        own, within = self._own(element, around)
        if own.pop("display", "") == "none" or not within.visible:
            return
        own.pop("opacity", None)
        if element.tag in SHAPES:
            own.pop("id", None)
            yield self._element(element.tag, own)
        elif element.tag == "use":
            yield from self._clipping_used(own, within)
        elif element.tag in _TEXTS:
            raise Unprintable("logo-text")

    def _clipping_used(self, own: dict[str, str], around: _Around) -> Iterator[Element]:
        name, target = self._target(own.pop("href", ""), "<use>")
        if target is None or target.tag not in SHAPES:
            return
        if "clip-path" in own:
            raise undrawable("<clipPath>")
        moved = f"translate({length_of(own.pop('x', ''))!r} {length_of(own.pop('y', ''))!r})"
        outer = f"{own.get('transform', '')} {moved}"
        inherited = {key: value for key, value in own.items() if key in INHERITED}
        for made in self._clipping(target, replace(around, using=(*around.using, name))):
            made.attrib.update({**inherited, **made.attrib})
            made.set("transform", f"{outer} {made.get('transform', '')}".strip())
            yield made

    # Properties

    def _own(self, element: Element, around: _Around) -> tuple[dict[str, str], _Around]:
        """The attributes of an element as they count, and what those in it have from it."""
        variables = {name: value for name, value in element.attrib.items() if name.startswith("--")}
        known = {**around.variables, **variables} if variables else around.variables
        own: dict[str, str] = {}
        for name, value in element.attrib.items():
            if name not in KNOWN:
                continue
            filled = resolved(value, known)
            if filled is not None and (found := said(name, filled.strip())) is not None:
                own[name] = found
        colour = (
            ink(own["color"]).written if own.get("color", "currentColor").lower() != "currentcolor" else around.colour
        )
        own.pop("color", None)
        for name in own:
            own[name] = self._value(name, own[name], colour, element.tag)
        visible = own.pop("visibility", "visible" if around.visible else "hidden") == "visible"
        return own, replace(around, variables=known, colour=colour, visible=visible, depth=around.depth + 1)

    def _value(self, name: str, value: str, colour: str, tag: str) -> str:
        """A value as every reader takes it. Raises Unprintable."""
        value = checked(name, value)
        if name == "href" and (tag in GRADIENTS or tag == "pattern"):
            key, target = self._target(value, f"<{tag}>")
            self._want(key, target)
            return value
        if name in REFERRING and value.lower() not in ("none", ""):
            value = self._reference(name, value)
        return coloured(name, value, colour) if name in COLOURS else value

    def _reference(self, name: str, value: str) -> str:
        found = _URL.fullmatch(value)
        if not found:
            if name in COLOURS:
                return value
            raise undrawable(f"{name}: {value}")
        key, target = self._target(found[1], f"{name}: url(")
        if target is None or target.tag not in REFERRING[name]:
            return found[2] or "none"
        self._want(key, target)
        return f"url(#{key})"

    def _want(self, key: str, target: Element | None) -> None:
        if target is not None and key not in self._wanted:
            self._wanted.append(key)
