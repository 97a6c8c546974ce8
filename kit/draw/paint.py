"""Pages become a PDF: the only module that paints with ReportLab, and the only one that knows points.

PDF's origin is the bottom-left corner, so y is turned round here and nowhere else.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kit.draw.fonts import Fonts
from kit.draw.geometry import Box, Close, Curve, Line, Move, Path, Segment, Size
from kit.draw.inks import Inks
from kit.draw.page import Page
from kit.draw.qr import QUIET_ZONE
from kit.draw.records import ArcText, Clipped, Fill, Letters, Link, Modules, Picture, Shape, Stroke
from kit.draw.theme import BLACK, Font

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""

_FIRST_FONT: Final = Font("Fira Sans", 400)
_BEGIN, _END = "BT 1 0 0 1 0 0 Tm ", " ET"
_ROUND: Final = 1
_BUTT: Final = 0
_OFFICE: Final = Inks()
_OPERATORS: Final = {Move: "m", Line: "l", Curve: "c", Close: "h"}


@dataclass(frozen=True, slots=True)
class Info:
    """What the document says of itself. ``bookmarks``: one a page, empty for a page without.

    ``duplex``: how a print window sets the sides by itself (ISO 32000-1, table 150), if that is known.
    """

    title: str
    author: str
    subject: str
    language: str
    bookmarks: tuple[str, ...] = ()
    keywords: str = ""
    duplex: str = ""


UNTOLD: Final = Info("", "", "", "nl-BE")
"""What a book says of itself that is only there to be cut up or measured."""


def pdf_bytes(
    pages: Iterable[Page],
    fonts: Fonts,
    info: Info,
    letters: Mapping[Font, str] = MappingProxyType({}),
    *,
    inks: Inks = _OFFICE,
    paper: Size | None = None,
) -> bytes:
    """The pages as a PDF file; the same pages give the same bytes.

    ``letters`` are in the file whether a page has them or not, and in this order: with all letters of its pages among
    them, a page is painted as the same bytes whatever stands on the others.

    ``inks``: those of an office printer, or of a print shop. ``paper``: makes every page as large as fits on it, in the
    middle.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # Streams as bytes: a tenth smaller than in letters, and every reader takes them.
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        pageCompression=1,
        invariant=1,
        lang=info.language,
        initialFontName=fonts.face(_FIRST_FONT).name,
        pdfVersion=(1, 7),
    )
    _describe(canvas, info)
    _register(canvas, fonts, letters)
    document = _Document(canvas, inks, paper)
    for i, page in enumerate(pages):
        _paint_page(document, page, info.bookmarks[i] if i < len(info.bookmarks) else "")
    canvas.save()
    return buffer.getvalue()


def _describe(canvas: Canvas, info: Info) -> None:
    canvas.setTitle(info.title)
    canvas.setAuthor(info.author)
    canvas.setSubject(info.subject)
    canvas.setKeywords(info.keywords)
    canvas.setCreator("kit")
    canvas.setProducer("kit")
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if info.duplex:
        canvas.setViewerPreference("Duplex", info.duplex)


def _register(canvas: Canvas, fonts: Fonts, letters: Mapping[Font, str]) -> None:
    """Let ReportLab, which numbers letters as it meets them, meet these first: in a text that is not painted."""
    for font, known in letters.items():
        text = canvas.beginText()
        text.setFont(fonts.face(font).name, 1)
        text.textOut(known)


@dataclass(frozen=True, slots=True)
class _Document:
    """What is painted in; what is known of it already: the names of the grounds, and letters as they are written."""

    canvas: Canvas
    inks: Inks
    paper: Size | None
    grounds: dict[int, str] = field(default_factory=dict)
    letters: dict[tuple[Font, float, str], str] = field(default_factory=dict)


def _paint_page(document: _Document, page: Page, bookmark: str) -> None:
    canvas = document.canvas
    paper = document.paper or page.size
    canvas.setPageSize((paper.width * POINTS, paper.height * POINTS))
    for layer in page.layers[:-1]:
        if id(layer) not in document.grounds:
            document.grounds[id(layer)] = _paint_ground(document, layer)
    painter = _Painter(document, page.size.height, page.fonts, _Scaled.to(paper, page.size))
    painter.boxes(page)
    with painter.scaled():
        for layer in page.layers[:-1]:
            canvas.doForm(document.grounds[id(layer)])
        painter.layer(page)
    for layer in page.layers:
        for link in layer.links:
            painter.link(link)
    if bookmark:
        key = f"page-{canvas.getPageNumber()}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(bookmark, key)
    canvas.showPage()


def _paint_ground(document: _Document, ground: Page) -> str:
    """Paint what lies under pages as a form of its own, and tell its name: the same in every document."""
    name = "ground-" + sha256(repr(_told(ground)).encode()).hexdigest()[:16]
    if not document.canvas.hasForm(name):
        document.canvas.beginForm(name)
        _Painter(document, ground.size.height, ground.fonts).layer(ground)
        document.canvas.endForm()
    return name


def _told(ground: Page) -> tuple[object, ...]:
    """What a ground looks like."""
    seen = (ground.shapes, ground.texts, ground.codes)
    pictures = [(picture.name, picture.box) for picture in ground.pictures]
    return (*seen, pictures) if pictures else seen


@dataclass(frozen=True, slots=True)
class _Scaled:
    """How a page is made larger: ``by``, and then moved from the left and the bottom, in points."""

    by: float = 1
    x: float = 0
    y: float = 0

    @classmethod
    def to(cls, paper: Size, page: Size) -> _Scaled:
        """As large as fits on paper, in the middle of it."""
        by = min(paper.width / page.width, paper.height / page.height)
        left, under = (paper.width - by * page.width) / 2, (paper.height - by * page.height) / 2
        return cls(by, left * POINTS, under * POINTS)

    def rectangle(self, box: Box, height: float) -> tuple[float, float, float, float]:
        """A box on a page of a height in mm, in points as PDF writes it: left, bottom, right, top."""
        xs, ys = (box.x, box.right), (height - box.bottom, height - box.y)
        left, right = (x * POINTS * self.by + self.x for x in xs)
        bottom, top = (y * POINTS * self.by + self.y for y in ys)
        return left, bottom, right, top


_AS_IT_IS: Final = _Scaled()


class _Painter:
    """Paints on one page of a document; ``height`` of the page in mm."""

    def __init__(self, document: _Document, height: float, fonts: Fonts, scaled: _Scaled = _AS_IT_IS) -> None:
        self._canvas = document.canvas
        self._inks = document.inks
        self._known = document.letters
        self._height = height
        self._fonts = fonts
        self._scaled = scaled

    def boxes(self, page: Page) -> None:
        """Write where the page is cut, and how far its bleed runs."""
        if page.trim is not None:
            self._canvas.setTrimBox(self._rectangle(page.trim))
        if page.bleed is not None:
            self._canvas.setBleedBox(self._rectangle(page.bleed))

    @contextmanager
    def scaled(self) -> Iterator[None]:
        """Make larger what is painted within the ``with`` block."""
        if self._scaled == _AS_IT_IS:
            yield
            return
        by, x, y = self._scaled.by, self._scaled.x, self._scaled.y
        self._literal(f"q {by:.6f} 0 0 {by:.6f} {x:.4f} {y:.4f} cm")
        yield
        self._literal("Q")

    def layer(self, page: Page) -> None:
        """Paint what stands on a page itself: not its ground, nor its links, which belong to no drawing."""
        self.shapes(page.shapes)
        for picture in page.pictures:
            self.picture(picture)
        for text in page.texts:
            self.text(text)
        for code in page.codes:
            self.modules(code)

    def shapes(self, shapes: Iterable[Shape]) -> None:
        """Paint shapes in order."""
        self._literal("q 1 j", *(self._shape(shape) for shape in shapes), "Q")

    def text(self, text: Letters | ArcText) -> None:
        """Paint letters; those on an arc are marked to be read as one text."""
        if isinstance(text, Letters):
            if text.outline:
                self._outlined(text)
            else:
                self._letters(text)
            return
        spoken = text.text.encode("utf-16-be").hex().upper()
        self._literal(f"/Span <</ActualText <FEFF{spoken}>>> BDC")
        for letter in text.letters:
            self._letters(letter)
        self._literal("EMC")

    def picture(self, picture: Picture) -> None:
        """Paint dots; those of one logo are in the file once."""
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        dots = Image.frombytes("RGB", (picture.width, picture.height), picture.dots)
        dots = dots.convert("L" if picture.grey else "CMYK" if self._inks.model == "cmyk" else "RGB")
        left, bottom, right, top = _AS_IT_IS.rectangle(picture.box, self._height)
        self._canvas.drawImage(ImageReader(dots), left, bottom, right - left, top - bottom)

    def modules(self, modules: Modules) -> None:
        """Paint a code as one path in whole modules: small in the file and without seams."""
        code, box = modules.code, modules.box
        module = box.width / code.modules * POINTS
        x = box.x * POINTS + QUIET_ZONE * module
        y = (self._height - box.y) * POINTS - QUIET_ZONE * module
        bars = (f"{start} {-row - 1} {count} 1 re" for row, start, count in code.bars())
        self._literal(f"q {module:.6f} 0 0 {module:.6f} {x:.4f} {y:.4f} cm {self._inks.fill(BLACK)}", *bars, "f Q")

    def link(self, link: Link) -> None:
        """Make a place clickable."""
        self._canvas.linkURL(link.url, self._rectangle(link.box))

    def _rectangle(self, box: Box) -> tuple[float, float, float, float]:
        return self._scaled.rectangle(box, self._height)

    def _literal(self, *operators: str) -> None:
        """Write operators of a content stream (ISO 32000-1, section 8) as they are."""
        self._canvas.addLiteral("\n".join(operators))

    def _shape(self, shape: Shape) -> str:
        match shape:
            case Fill():
                return f"{self._inks.fill(shape.colour)}\n{self._path(shape.path)} {'f*' if shape.even_odd else 'f'}"
            case Stroke():
                return self._stroke(shape)
            case Clipped():
                inside = "\n".join(self._shape(part) for part in shape.shapes)
                return f"q {self._path(shape.path)} W n\n{inside}\nQ"

    def _stroke(self, shape: Stroke) -> str:
        style = shape.style
        dash = " ".join(_number(part * POINTS) for part in shape.dash)
        cap = _ROUND if style.round_ends else _BUTT
        pen = f"{self._inks.stroke(style.colour)} {_number(style.width * POINTS)} w {cap} J [{dash}] 0 d"
        return f"{pen}\n{self._path(shape.path)} S"

    def _letters(self, letters: Letters) -> None:
        turn = math.radians(letters.angle)
        cos, sin = math.cos(turn), math.sin(turn)
        x, y = letters.x * POINTS, (self._height - letters.y) * POINTS
        self._literal(
            f"{_BEGIN}{self._inks.letters(letters.colour)} {_number(letters.tracking)} Tc",
            f"{_part(cos)} {_part(-sin)} {_part(sin)} {_part(cos)} {_number(x)} {_number(y)} Tm "
            f"{self._encoded(letters)} ET",
        )

    def _outlined(self, letters: Letters) -> None:
        """Write letters as outlines: text rendering mode 1 (ISO 32000-1, section 9.3.6)."""
        width = _number(letters.outline * POINTS)
        self._literal(f"q {self._inks.outlines(letters.colour)} {width} w 1 Tr")
        self._letters(letters)
        self._literal("Q")

    def _encoded(self, letters: Letters) -> str:
        """The letters as ReportLab numbers them, with their font and size. Names and words recur on many sheets."""
        key = (letters.font, letters.size, letters.text)
        if key not in self._known:
            text = self._canvas.beginText()
            text.setFont(self._fonts.face(letters.font).name, letters.size)
            text.textOut(letters.text)
            self._known[key] = text.getCode().removeprefix(_BEGIN).removesuffix(_END)
        return self._known[key]

    def _path(self, path: Path) -> str:
        return "\n".join(self._segment(segment) for segment in path)

    def _segment(self, segment: Segment) -> str:
        values = [self._height - value if i % 2 else value for i, value in enumerate(segment)]
        return " ".join([*(_number(value * POINTS) for value in values), _OPERATORS[type(segment)]])


def _number(value: float) -> str:
    """A number of a content stream: thousandths of a point are finer than any printer."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _part(value: float) -> str:
    """A sine or cosine: never with an exponent, which PDF does not know (ISO 32000-1, section 7.3.3)."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
