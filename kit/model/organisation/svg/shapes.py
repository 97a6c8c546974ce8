"""An SVG that was made plain becomes shapes in full colours: sharp at every size, and small in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, get_args
from xml.etree.ElementTree import Element

from kit.model.organisation.colour import Rgb
from kit.model.organisation.svg.colours import ink
from kit.model.organisation.svg.drawing import Pen, Shape, Steps, Vector, cropped, outline
from kit.model.organisation.svg.paths import SHAPES, Relative, moved, outline_of
from kit.model.organisation.svg.style import INHERITED
from kit.model.organisation.svg.transform import NUMBER, Matrix, Rect, Window, length, number, view_box, window

_Cap = Literal["butt", "round", "square"]
_Join = Literal["miter", "round", "bevel"]
_CLIP: Final = re.compile(r"url\(#([^)]*)\)")
_URL: Final = "url("
_NONE: Final = frozenset({"", "none"})
_FREE: Final = MappingProxyType(
    {
        "mask": _NONE,
        "filter": _NONE,
        "mix-blend-mode": {"", "normal"},
        "paint-order": {"", "normal", "fill", "fill stroke", "fill stroke markers"},
        "marker": _NONE,
        "marker-start": _NONE,
        "marker-mid": _NONE,
        "marker-end": _NONE,
    }
)
"""Properties that shapes in full colours cannot have, and the values that say so."""


class NotPlain(Exception):  # noqa: N818 (no error: the drawing becomes dots)
    """Something that full colours cannot show; ``what`` is its name in SVG."""

    def __init__(self, what: str) -> None:  # noqa: D107
        self.what = what
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element has from those around it."""

    matrix: Matrix
    size: tuple[float, float] | None
    said: Mapping[str, str]
    clips: tuple[Steps, ...] = ()


def shapes_of(root: Element) -> Vector:
    """What an SVG shows, without the room around it. Raises Unprintable and NotPlain."""
    shown = frame(root)
    if shown and shown.window.matrix.scale is None:
        raise NotPlain("preserveAspectRatio")
    view = view_box(root.get("viewBox", ""))
    size = (view.width, view.height) if view else shown.size if shown else None
    said = {name: value for name, value in root.attrib.items() if name in INHERITED}
    _check(root.attrib)
    if root.get("clip-path", "none") != "none":
        raise NotPlain("clip-path")
    definitions = {element.get("id", ""): element for group in root.findall("defs") for element in group.iter()}
    drawn = _Drawn(definitions)
    around = _Around(Matrix(), size, said)
    return cropped(
        [shape for child in root for shape in drawn.shapes(child, around)], shown.window.seen if shown else None
    )


class Frame(NamedTuple):
    """How large a drawing is in its own window, in CSS pixels, and what is seen of it there, in its own units."""

    size: tuple[float, float]
    window: Window


def frame(root: Element) -> Frame | None:
    """The window of a drawing; None where the file sets no bounds. Raises Unprintable."""
    width, height = (_side(root.get(side, "")) for side in ("width", "height"))
    view = view_box(root.get("viewBox", ""))
    if view is None:
        if not (width and height):
            return None
        view = Rect(0, 0, width, height)
    if not (width and height):
        width, height = view.width, view.height
    return Frame((width, height), window(width, height, view, root.get("preserveAspectRatio", "")))


def _side(written: str) -> float | None:
    return length(written) if written.strip() not in ("", "auto") else None


class _Drawn:
    """Draws elements; ``definitions`` by their names."""

    def __init__(self, definitions: Mapping[str, Element]) -> None:
        self._definitions = definitions

    def shapes(self, element: Element, around: _Around) -> Iterator[Shape]:
        """The shapes of an element and of those in it."""
        own = element.attrib
        if element.tag == "defs":
            return
        _check(own)
        matrix = around.matrix.before(Matrix.of(own.get("transform", "")))
        said = {**around.said, **{name: value for name, value in own.items() if name in INHERITED}}
        inner = _Around(matrix, around.size, said, around.clips)
        if (clip := own.get("clip-path", "none")) != "none":
            inner = replace(inner, clips=(*inner.clips, self._clip(clip, matrix)))
        if element.tag in SHAPES:
            yield from _shapes(element, inner)
        elif element.tag == "svg":
            inner = _inside(own, inner)
            yield from (shape for child in element for shape in self.shapes(child, inner))
        elif element.tag == "g":
            yield from (shape for child in element for shape in self.shapes(child, inner))
        else:
            raise NotPlain(f"<{element.tag}>")

    def _clip(self, written: str, matrix: Matrix) -> Steps:
        """The outline that clips; of more than one shape, or with holes, it takes dots."""
        found = _CLIP.fullmatch(written)
        clip = self._definitions.get(found[1]) if found else None
        if clip is None or len(clip) != 1 or clip.get("clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse":
            raise NotPlain("clip-path")
        (shape,) = clip
        if any(
            element.get("clip-path", "none") != "none" or element.get("clip-rule", "nonzero") != "nonzero"
            for element in (clip, shape)
        ):
            raise NotPlain("clip-path")
        inside = matrix.before(Matrix.of(clip.get("transform", ""))).before(Matrix.of(shape.get("transform", "")))
        return moved(_outline(shape), inside)


def _inside(own: Mapping[str, str], around: _Around) -> _Around:
    """What lies in a drawing within the drawing, which cuts off what sticks out of it."""
    x, y = (_length(own.get(side, "") or "0") for side in ("x", "y"))
    width, height = (_extent(own.get(side, ""), i, around.size) for i, side in enumerate(("width", "height")))
    view = view_box(own.get("viewBox", "")) or Rect(0, 0, width, height)
    shown = window(width, height, view, own.get("preserveAspectRatio", ""))
    matrix = around.matrix.before(Matrix(e=x, f=y)).before(shown.matrix)
    clips = around.clips
    if own.get("overflow", "hidden") not in ("visible", "auto"):
        clips = (*clips, moved(outline(shown.seen), matrix))
    return _Around(matrix, (view.width, view.height), around.said, clips)


def _extent(written: str, axis: int, size: tuple[float, float] | None) -> float:
    if written in ("", "auto", "100%"):
        if size is None:
            raise NotPlain("<svg>")
        return size[axis]
    found = _length(written)
    if found <= 0:
        raise NotPlain("<svg>")
    return found


def _shapes(element: Element, around: _Around) -> Iterator[Shape]:
    """A shape filled, and then its line."""
    said = around.said
    fill, stroke = (_ink(said, name) for name in ("fill", "stroke"))
    if fill is None and stroke is None:
        return
    steps = _outline(element)
    if len(steps) < 2:
        return
    placed = moved(steps, around.matrix)
    if fill is not None and element.tag != "line":
        yield Shape(placed, fill, None, said.get("fill-rule") == "evenodd", around.clips)
    if stroke is not None and (pen := _pen(said, around.matrix)):
        yield Shape(placed, stroke, pen, False, around.clips)


def _ink(said: Mapping[str, str], name: Literal["fill", "stroke"]) -> Rgb | None:
    written = said.get(name, "#000000" if name == "fill" else "none")
    share = _share(said.get(f"{name}-opacity", "1"))
    if written == "none" or share == 0:
        return None
    if written.startswith(_URL):
        raise NotPlain(f"{name}: url()")
    found = ink(written)
    if found.share == 0:
        return None
    if found.share * share < 1:
        raise NotPlain(f"{name}-opacity")
    return found.rgb


def _pen(said: Mapping[str, str], matrix: Matrix) -> Pen | None:
    width = _length(said.get("stroke-width", "1"))
    if width <= 0:
        return None
    scale = matrix.scale
    if scale is None:
        raise NotPlain("stroke")
    cap, join = said.get("stroke-linecap", "butt"), said.get("stroke-linejoin", "miter")
    if join not in get_args(_Join) or cap not in get_args(_Cap):
        raise NotPlain("stroke-linejoin")
    dash = tuple(scale * part for part in _dashes(said.get("stroke-dasharray", "none")))
    offset = scale * _length(said.get("stroke-dashoffset", "0")) if dash else 0
    miter = number(said.get("stroke-miterlimit", "4"))
    return Pen(scale * width, cap, join, max(1, miter), dash, offset)  # type: ignore[arg-type]


def _dashes(written: str) -> tuple[float, ...]:
    """The dashes and gaps, an even number of them; none where they add up to nothing (SVG 2, section 13.5.6)."""
    if written == "none":
        return ()
    parts = tuple(_length(part) for part in re.split(r"[\s,]+", written.strip()) if part)
    if sum(parts) <= 0 or min(parts) < 0:
        return ()
    return parts * 2 if len(parts) % 2 else parts


def _check(own: Mapping[str, str]) -> None:
    """Raises NotPlain for what is mixed with what lies under it."""
    if _share(own.get("opacity", "1")) < 1:
        raise NotPlain("opacity")
    for name, values in _FREE.items():
        if own.get(name, "") not in values:
            raise NotPlain(name)


def _share(written: str) -> float:
    found = NUMBER.match(written.strip())
    share = number(found[0]) / (100 if written.strip().endswith("%") else 1) if found else 1.0
    return max(0.0, min(1.0, share))


def _outline(element: Element) -> Steps:
    try:
        return outline_of(element)
    except Relative as problem:
        raise NotPlain("%") from problem


def _length(written: str) -> float:
    found = length(written)
    if found is None:
        raise NotPlain("%")
    return found
