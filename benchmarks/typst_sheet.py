"""The same bubble sheets for Typst: a template with all that sheets share, and a small set of data for each.

Both are written from the very records that the kit paints, so that both draw the same: each path, each letter of the
words along an arc, each text in its place, each module of the code. Typst is handed the places; the kit works them out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from kit.draw.look.theme import Colour
from kit.draw.page import Page
from kit.draw.paths import Close, Curve, Line, Move, Path
from kit.draw.records import Clipped, Fill, Letters, Modules, PenStroke, Shape, Stroke

HEAD: Final = """\
#let at(x, y, body) = place(top + left, dx: x * 1mm, dy: y * 1mm, body)
#let letters(t) = {
  let body = text(font: t.font, stretch: t.stretch * 1%, weight: t.weight, style: t.style, size: t.size * 1pt,
    tracking: t.tracking * 1pt, fill: rgb(t.colour), t.text)
  at(t.x, t.y, if t.angle == 0 { body } else { rotate(t.angle * 1deg, origin: left + bottom, body) })
}
#let code(q) = at(0, 0, curve(fill: black, ..q.bars.map(b => {
  let m = q.module
  let (x, y) = (q.x + b.at(1) * m, q.y + b.at(0) * m)
  (curve.move((x * 1mm, y * 1mm)), curve.line(((x + b.at(2) * m) * 1mm, y * 1mm)),
    curve.line(((x + b.at(2) * m) * 1mm, (y + m) * 1mm)), curve.line((x * 1mm, (y + m) * 1mm)),
    curve.close(mode: "straight"))
}).flatten()))
"""

TAIL: Final = """
#let sheet(p) = {
  grounds.at(p.ground)
  p.texts.map(letters).join()
  code(p.code)
  p.links.map(l => at(l.x, l.y, link(l.url, box(width: l.w * 1mm, height: l.h * 1mm)))).join()
}
#let document(pages) = for (i, p) in pages.enumerate() {
  if i > 0 { pagebreak() }
  if p.title != "" { hide(place(heading(outlined: true, text(size: 1pt, p.title)))) }
  sheet(p)
}
"""


def template(pages: Iterable[Page]) -> str:
    """The template, with every ground of the pages."""
    grounds = {str(id(page.ground)): page.ground for page in pages if page.ground}
    listed = ",\n".join(f'"{name}": {{\n{_ground(ground)}\n}}' for name, ground in grounds.items())
    return f"{HEAD}#let grounds = (\n{listed},\n)\n{TAIL}"


def data(page: Page, title: str) -> dict[str, Any]:
    """What stands on one sheet of its own; the code as its address, for `benchmarks.typst_document`."""
    if page.shapes:
        raise ValueError("shapes on a sheet itself are not handed over")
    modules: Modules = page.codes[0]
    return {
        "ground": str(id(page.ground)),
        "title": title,
        "texts": [_letters(letters) for text in page.texts for letters in text.each],
        "links": [
            {"url": one.url, "x": one.box.x, "y": one.box.y, "w": one.box.width, "h": one.box.height}
            for one in page.links
        ],
        "url": page.links[0].url,
        "x": modules.box.x,
        "y": modules.box.y,
        "width": modules.box.width,
    }


def _letters(of: Letters) -> dict[str, Any]:
    condensed = of.font.family.endswith(" Condensed")
    return {
        "x": of.x,
        "y": of.y,
        "text": of.text,
        "size": of.size,
        "tracking": of.tracking,
        "angle": of.angle,
        "colour": _rgb(of.colour),
        "font": of.font.family.removesuffix(" Condensed"),
        "stretch": 75 if condensed else 100,
        "weight": of.font.weight,
        "style": "italic" if of.font.italic else "normal",
    }


def _ground(page: Page) -> str:
    """A ground as Typst: shapes under texts."""
    shapes = [f"at(0, 0, {_shape(shape)})" for shape in page.shapes]
    texts = [f"letters({_value(_letters(letters))})" for text in page.texts for letters in text.each]
    return "\n".join([*shapes, *texts])


def _shape(shape: Shape) -> str:
    match shape:
        case Fill():
            return f'curve(fill: rgb("{_rgb(shape.colour)}"), fill-rule: "even-odd", {_path(shape.path)})'
        case Stroke():
            style = shape.style
            dash = f"({', '.join(f'{part:.4f}mm' for part in shape.dash)},)" if shape.dash else '"solid"'
            cap = "round" if style.round_ends else "butt"
            pen = f'paint: rgb("{_rgb(style.colour)}"), thickness: {style.width}mm, cap: "{cap}", join: "round"'
            return f"curve(stroke: ({pen}, dash: {dash}), {_path(shape.path)})"
        case Clipped() | PenStroke():
            raise ValueError("such shapes are not handed over")


def _path(path: Path) -> str:
    return ", ".join(_segment(segment) for segment in path)


def _segment(segment: Move | Line | Curve | Close) -> str:
    points = [f"({segment[i]:.4f}mm, {segment[i + 1]:.4f}mm)" for i in range(0, len(segment), 2)]
    match segment:
        case Move():
            return f"curve.move({points[0]})"
        case Line():
            return f"curve.line({points[0]})"
        case Curve():
            return f"curve.cubic({', '.join(points)})"
        case Close():
            return 'curve.close(mode: "straight")'


def _value(values: Mapping[str, Any]) -> str:
    """A dictionary as Typst writes it."""
    return "(" + ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()) + ")"


def _rgb(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour[:3])
