"""An SVG that was made plain becomes dots. Only this module knows the library that paints them.

The library gets nothing but plain elements that were counted: no style, no reference out of the file, no letters.
"""

from __future__ import annotations

import base64
import binascii
import math
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, tostring

from kit.model.organisation.dots import cropped, fitted, ink_box, within
from kit.model.organisation.svg.shapes import frame
from kit.model.organisation.svg.transform import Rect
from kit.model.organisation.unprintable import BROKEN, Unprintable, undrawable

if TYPE_CHECKING:
    from PIL.Image import Image

_LOOK: Final = 600
"""Dots of the longer side while the ink is looked for."""

_DPI: Final = 96
"""CSS pixels in an inch; the library takes none at all for granted, and millimetres would have no length."""

_FINER: Final = 2
"""It is painted so many times as large first: edges that meet within a dot would let the paper shine through."""

_LOOKS: Final = 4
"""So many times at most, each time nearer by: a small logo may stand on a large page."""

_MOST_DOTS: Final = 2_000_000
"""Of a picture within the drawing: it is printed no larger than the logo."""

_STYLED: Final = ("mix-blend-mode", "isolation", "mask-type")
"""Properties that have no attribute of their own."""


def painted(drawing: Element, most: tuple[float, float], why: str) -> Image:
    """A drawing on white without the white around it, at most so many dots wide and high. Raises Unprintable.

    ``why``: what takes dots, to be told where the library is not there.
    """
    whole = _Paper(drawing, why)
    part = whole.box
    for _ in range(_LOOKS):
        ink = whole.ink(part)
        done = max(ink.width / part.width, ink.height / part.height) > 0.25
        part = ink
        if done:
            break
    by = min(most[0] / part.width, most[1] / part.height)
    return fitted(cropped(whole.painted(part, _FINER * by)), most)


class _Paper:
    """A drawing of which any part can be painted at any size."""

    def __init__(self, drawing: Element, why: str) -> None:
        shown = frame(drawing)
        if shown is None:
            raise undrawable("<svg> without viewBox")
        self.box = Rect(0, 0, *shown.size)
        self._why = why
        self._inside = Element("svg", {**drawing.attrib, "width": repr(shown.size[0]), "height": repr(shown.size[1])})
        self._inside.extend(drawing)
        for element in self._inside.iter():
            _ready(element)

    def ink(self, part: Rect) -> Rect:
        """The part in which there is anything but white, with a dot around it."""
        by = _LOOK / max(part.width, part.height)
        left, top, right, bottom = ink_box(self.painted(part, by))
        within = (left - 1) / by, (top - 1) / by, (right + 1) / by, (bottom + 1) / by
        return Rect(*(edge + part[i % 2] for i, edge in enumerate(within))).within(self.box)

    def painted(self, part: Rect, by: float) -> Image:
        """A part of the drawing on white, with ``by`` dots a unit."""
        from PIL import Image

        width, height = (max(1, math.ceil(side * by)) for side in (part.width, part.height))
        root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "width": str(width), "height": str(height)})
        root.set("viewBox", f"{part.left!r} {part.top!r} {width / by!r} {height / by!r}")
        root.append(self._inside)
        drawn = Image.open(BytesIO(_png(tostring(root, "unicode"), self._why)), formats=("PNG",)).convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", drawn.size, (255, 255, 255, 255)), drawn).convert("RGB")


def _png(written: str, why: str) -> bytes:
    try:
        import resvg_py
    except ImportError as problem:
        raise Unprintable("logo-picture-lacks", what=why, package="resvg_py") from problem
    try:
        return resvg_py.svg_to_bytes(svg_string=written, skip_system_fonts=True, dpi=_DPI)
    except ValueError as problem:
        raise Unprintable(BROKEN) from problem


def _ready(element: Element) -> None:
    """Write for the library what it reads elsewhere than a browser does."""
    styled = [f"{name}:{element.attrib.pop(name)}" for name in _STYLED if name in element.attrib]
    if styled:
        element.set("style", ";".join(styled))
    if element.tag == "image":
        element.set("href", _smaller(element.get("href", "")))


def _smaller(href: str) -> str:
    """A picture within the drawing, in no more dots than it can be printed in."""
    try:
        raw = base64.b64decode(href.partition(",")[2], validate=False)
    except (binascii.Error, ValueError) as problem:
        raise Unprintable(BROKEN) from problem
    stream = BytesIO()
    within(raw, _MOST_DOTS).save(stream, "PNG", compress_level=1)
    return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()
