"""What it takes to draw an SVG that was made plain: counted before anything is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final
from xml.etree.ElementTree import Element

from kit.model.organisation.svg.paths import MOST_STEPS, SHAPES, Relative, outline_of, reach, steps_in
from kit.model.organisation.svg.transform import NUMBER, number
from kit.model.organisation.unprintable import BUSY, Unprintable

_MOST_DASHES: Final = 10_000
"""A dashed line in a logo has some hundred dashes."""

_MOST_LAYERS: Final = 80
_LAYERS: Final = MappingProxyType({"opacity": 1, "mix-blend-mode": 1, "clip-path": 1, "mask": 2, "filter": 1})
"""What is painted on a sheet of its own first, and how many of those it takes: each costs hundredths of a second."""

_LAYERS_OF_AN_EFFECT: Final = 2

_REFERENCE: Final = re.compile(r"url\(#([^)]*)\)")


def check(root: Element) -> None:
    """Refuse what would take too long. Raises Unprintable."""
    if _Cost(root, _steps).of(root, ()) > MOST_STEPS:
        raise Unprintable(BUSY)
    _check_dashes(root)


def check_layers(root: Element) -> None:
    """Refuse what would take too long as dots. Raises Unprintable."""
    if _Cost(root, _layers).of(root, ()) > _MOST_LAYERS:
        raise Unprintable(BUSY)


def _steps(element: Element) -> int:
    return 1 + (steps_in(element) if element.tag in SHAPES else 0)


def _layers(element: Element) -> int:
    if element.tag.startswith("fe"):
        return _LAYERS_OF_AN_EFFECT
    return sum(layers for name, layers in _LAYERS.items() if element.get(name, "none") not in ("none", "1", "normal"))


class _Cost:
    """Counts what ``own`` says of each element; of a definition as often as something refers to it."""

    def __init__(self, root: Element, own: Callable[[Element], int]) -> None:
        self._own = own
        self._definitions = {element.get("id", ""): element for group in root.iter("defs") for element in group.iter()}
        self._known: dict[str, int] = {}

    def of(self, element: Element, inside: tuple[str, ...]) -> int:
        """The cost of an element, of those in it, and of those that it refers to. Raises Unprintable."""
        total = self._own(element) + sum(self.of(child, inside) for child in element if child.tag != "defs")
        return total + sum(self._referred(name, inside) for name in _references(element))

    def _referred(self, name: str, inside: tuple[str, ...]) -> int:
        if name in inside:
            raise Unprintable(BUSY)
        if name not in self._known:
            self._known[name] = self.of(self._definitions[name], (*inside, name)) if name in self._definitions else 0
        return self._known[name]


def _references(element: Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name == "href" and value.startswith("#"):
            yield value[1:]
        elif found := _REFERENCE.match(value):
            yield found[1]


def _check_dashes(root: Element) -> None:
    """Refuse dashes that are too fine for their lines: each becomes a line of its own."""
    written = (element.get("stroke-dasharray", "none") for element in root.iter())
    periods = [sum(number(part) for part in NUMBER.findall(value)) for value in written if value != "none"]
    shortest = min((period for period in periods if period > 0), default=0)
    if shortest and sum(_length(element) for element in root.iter()) / shortest > _MOST_DASHES:
        raise Unprintable(BUSY)


def _length(element: Element) -> float:
    try:
        return reach(outline_of(element)) if element.tag in SHAPES else 0
    except Relative:
        return 0
