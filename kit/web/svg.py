"""Pages become SVG: a sheet in mm with its letters as outlines, for a browser to print with text on top of it.

The same pages give the same bytes. Codes and links are left out: what is printed here could not lead back to what was
typed. Attributes only, no style: the site's security policy allows no other.
"""

from __future__ import annotations

import base64
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from kit.draw.geometry import Circle
from kit.draw.look.theme import Colour, Font
from kit.draw.page import Page
from kit.draw.paths import Curve, Move, Path, circle
from kit.draw.records import ArcText, Clipped, Fill, Letters, PenStroke, Picture, Shape, Stroke
from kit.draw.text.fonts import MM_PER_POINT, Fonts
from kit.web.outlines import UNITS, outline
from kit.web.paths import d, number, numbers

_DIGITS: Final = "abcdefghijklmnopqrstuvwxyz"
_NEAR: Final = 1e-6
_OPEN: Final = '<svg xmlns="http://www.w3.org/2000/svg"'

_Run = tuple[Font, str, float]
"""Letters in a cut, with the tracking in sizes: what looks alike but for size, place and colour."""


def sheet(page: Page) -> str:
    """A page by itself, as large as its paper."""
    drawing = _Drawing(page.fonts, [page])
    size = f"{number(page.size.width)} {number(page.size.height)}"
    width, height = (f"{number(side)}mm" for side in (page.size.width, page.size.height))
    body = drawing.page(page)
    return f'{_OPEN} width="{width}" height="{height}" viewBox="0 0 {size}">{drawing.defined()}{body}</svg>\n'


def parts(pages: Mapping[str, Page], fonts: Fonts) -> str:
    """Pages as groups by name in one file, to be set in another drawing: they share their letters."""
    drawing = _Drawing(fonts, list(pages.values()), "_")
    groups = "".join(f'<g id="{name}">{drawing.page(page)}</g>' for name, page in pages.items())
    return f"{_OPEN}><defs>{drawing.definitions()}{groups}</defs></svg>\n"


class _Drawing:
    """What pages share: each letter, and each text that recurs, is written once. ``mark`` starts the names."""

    def __init__(self, fonts: Fonts, pages: Sequence[Page], mark: str = "") -> None:
        self._fonts = fonts
        self._mark = mark
        self._seen = Counter(_run(letters) for page in pages for text in page.all_texts for letters in text.each)
        self._glyphs: dict[tuple[Font, str], str] = {}
        self._runs: dict[_Run, str] = {}
        self._clips: dict[str, str] = {}
        self._outlines: list[str] = []
        self._texts: list[str] = []

    def defined(self) -> str:
        """The definitions as an element, if there are any."""
        inside = self.definitions()
        return f"<defs>{inside}</defs>" if inside else ""

    def definitions(self) -> str:
        """All that was asked for so far."""
        clips = (f'<clipPath id="{name}"><path d="{path}"/></clipPath>' for path, name in self._clips.items())
        return "".join((*self._outlines, *self._texts, *clips))

    def page(self, page: Page) -> str:
        """All that is seen of a page, layer by layer."""
        return "".join(self._layer(layer) for layer in page.layers)

    def _layer(self, layer: Page) -> str:
        pictures = (_picture(picture) for picture in layer.pictures)
        return "".join((*self._shapes(layer.shapes), *pictures, *self._all_texts(layer.texts)))

    def _shapes(self, shapes: Iterable[Shape]) -> Iterator[str]:
        """Shapes in order. Lines of one kind that follow each other are one path: they hide nothing of each other."""
        for pen, group in groupby(shapes, _pen):
            together = list(group)
            if pen:
                yield from _stroked(pen, [shape.path for shape in together if isinstance(shape, Stroke)])
            else:
                yield from (self._shape(shape) for shape in together)

    def _shape(self, shape: Shape) -> str:
        match shape:
            case Fill():
                rule = ' fill-rule="evenodd"' if shape.even_odd and _count(shape.path) > 1 else ""
                return _element(shape.path, f' fill="{_hex(shape.colour)}"{rule}')
            case Clipped():
                inside = "".join(self._shapes(shape.shapes))
                name = self._clips.setdefault(d(shape.path), f"{self._mark}c{len(self._clips)}")
                return f'<g clip-path="url(#{name})">{inside}</g>'
            case Stroke():
                return "".join(_stroked(_pen(shape), [shape.path]))
            case PenStroke():
                return f'<path d="{d(shape.path)}"{_own_pen(shape)}/>'

    def _all_texts(self, texts: Iterable[Letters | ArcText]) -> Iterator[str]:
        """Texts in order; those of one colour that follow each other share it."""
        each = (letters for text in texts for letters in text.each if letters.text.strip())
        for look, group in groupby(each, _ink):
            yield f"<g{look}>{''.join(map(self._letters, group))}</g>"

    def _letters(self, letters: Letters) -> str:
        scale = letters.size * MM_PER_POINT / UNITS
        turn = f"rotate({number(letters.angle)})" if letters.angle else ""
        by = number(scale, 6)
        place = f"translate({numbers(letters.x, letters.y)}){turn}scale({by}-{by})"
        key = _run(letters)
        if len(letters.text) == 1:
            return f'<use href="#{self._glyph(letters.font, letters.text)}" transform="{place}"/>'
        if self._seen[key] == 1:
            return f'<g transform="{place}">{self._set(key)}</g>'
        return f'<use href="#{self._known(key)}" transform="{place}"/>'

    def _known(self, run: _Run) -> str:
        """The name of a text that recurs."""
        if run not in self._runs:
            self._runs[run] = f"{self._mark}t{len(self._runs)}"
            self._texts.append(f'<g id="{self._runs[run]}">{self._set(run)}</g>')
        return self._runs[run]

    def _set(self, run: _Run) -> str:
        """Letters side by side, in units of the font; the widths are those of `Fonts.width`."""
        font, text, tracking = run
        advances, x, uses = self._fonts.face(font).advances, 0.0, list[str]()
        for letter in text:
            name = self._glyph(font, letter)
            at = f' x="{number(x, 0)}"' if round(x) else ""
            uses.append(f'<use href="#{name}"{at}/>' if name else "")
            x += advances.get(letter, 0) + tracking * UNITS
        return "".join(uses)

    def _glyph(self, font: Font, letter: str) -> str:
        """The name of a letter; empty for one without ink."""
        key = (font, letter)
        if key not in self._glyphs:
            path = outline(self._fonts.face(font).path, letter)
            self._glyphs[key] = self._mark + _name(len(self._outlines)) if path else ""
            if path:
                self._outlines.append(f'<path id="{self._glyphs[key]}" d="{path}"/>')
        return self._glyphs[key]


def _run(letters: Letters) -> _Run:
    return letters.font, letters.text, round(letters.tracking / letters.size, 4)


def _name(count: int) -> str:
    """A short name; none ends in a digit, as those of texts and clips do."""
    more, last = divmod(count, len(_DIGITS))
    return (_name(more - 1) if more else "") + _DIGITS[last]


def _ink(letters: Letters) -> str:
    """How letters are inked, as attributes."""
    if not letters.outline:
        return f' fill="{_hex(letters.colour)}"'
    # The pen is scaled with the letters.
    width = number(letters.outline / letters.size / MM_PER_POINT * UNITS)
    return f' fill="none" stroke="{_hex(letters.colour)}" stroke-width="{width}"'


def _pen(shape: Shape) -> str:
    """How a line is drawn, as attributes; empty for what is no line."""
    if not isinstance(shape, Stroke):
        return ""
    style = shape.style
    cap = ' stroke-linecap="round"' if style.round_ends else ""
    dash = f' stroke-dasharray="{" ".join(number(part, 3) for part in shape.dash)}"' if shape.dash else ""
    width = number(style.width, 3)
    return f' fill="none" stroke="{_hex(style.colour)}" stroke-width="{width}" stroke-linejoin="round"{cap}{dash}'


def _own_pen(shape: PenStroke) -> str:
    """How a line of a logo is drawn, as attributes."""
    pen = shape.pen
    dash = f' stroke-dasharray="{" ".join(number(part, 3) for part in pen.dash)}"' if pen.dash else ""
    offset = f' stroke-dashoffset="{number(pen.offset, 3)}"' if pen.dash and pen.offset else ""
    ends = f' stroke-linecap="{pen.cap}" stroke-linejoin="{pen.join}" stroke-miterlimit="{number(pen.miter, 3)}"'
    return f' fill="none" stroke="{_hex(shape.colour)}" stroke-width="{number(pen.width, 3)}"{ends}{dash}{offset}'


def _stroked(pen: str, paths: Sequence[Path]) -> Iterator[str]:
    """Lines with one pen: round ones by themselves, all others in one path."""
    discs = [disc for path in paths if (disc := _disc(path))]
    others = "".join(d(path) for path in paths if not _disc(path))
    yield from (_circle(disc, pen) for disc in discs)
    if others:
        yield f'<path d="{others}"{pen}/>'


def _element(path: Path, look: str) -> str:
    disc = _disc(path)
    return _circle(disc, look) if disc else f'<path d="{d(path)}"{look}/>'


def _circle(of: Circle, look: str) -> str:
    return f'<circle cx="{number(of.x)}" cy="{number(of.y)}" r="{number(of.r)}"{look}/>'


def _disc(path: Path) -> Circle | None:
    """The circle that a path is, if it is one that starts on the right, as SVG's own do: so dashes fall alike."""
    if len(path) != 6 or not isinstance(path[0], Move) or not isinstance(path[2], Curve):
        return None
    start, across = path[0], path[2]
    of = Circle((start.x + across.x) / 2, start.y, (start.x - across.x) / 2)
    pairs = zip(path, circle(of), strict=True)
    same = all(type(a) is type(b) and all(abs(x - y) < _NEAR for x, y in zip(a, b, strict=True)) for a, b in pairs)
    return of if of.r > 0 and same else None


def _count(path: Path) -> int:
    return sum(isinstance(segment, Move) for segment in path)


def _picture(picture: Picture) -> str:
    """Dots as a PNG inside the file."""
    box = picture.box
    place = f'x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" height="{number(box.height)}"'
    data = base64.b64encode(_png(picture)).decode()
    return f'<image {place} preserveAspectRatio="none" href="data:image/png;base64,{data}"/>'


def _png(picture: Picture) -> bytes:
    """Red, green and blue of eight bits, without filters (PNG, section 11)."""
    wide = 3 * picture.width
    rows = (b"\0" + picture.dots[i : i + wide] for i in range(0, wide * picture.height, wide))
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def _hex(colour: Colour) -> str:
    """The colour in as few letters as there are."""
    whole = colour.hex.lower()
    return f"#{whole[1::2]}" if whole[1::2] == whole[2::2] else whole
