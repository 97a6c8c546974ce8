"""Pages become a PDF: the only module that paints with ReportLab, and the only one that knows points.

PDF's origin is the bottom-left corner, so y is turned round here and nowhere else.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.draw.fonts import Fonts
from kit.draw.geometry import Box, Close, Curve, Move, Path
from kit.draw.page import Page
from kit.draw.qr import QUIET_ZONE
from kit.draw.records import ArcText, Clipped, Fill, Letters, Link, Modules, Shape, Stroke
from kit.draw.theme import Colour, Font

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""

_FIRST_FONT: Final = Font("Fira Sans", 400)
_ROUND, _BUTT, _EVEN_ODD = 1, 0, 0


@dataclass(frozen=True, slots=True)
class Info:
    """What the document says of itself. ``bookmarks``: one a page, empty for a page without."""

    title: str
    author: str
    subject: str
    language: str
    bookmarks: tuple[str, ...] = ()


def pdf_bytes(pages: Sequence[Page], fonts: Fonts, info: Info) -> bytes:
    """The pages as a PDF file; the same pages give the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

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
    for i, page in enumerate(pages):
        _paint_page(canvas, page, info.bookmarks[i] if i < len(info.bookmarks) else "")
    canvas.save()
    return buffer.getvalue()


def _describe(canvas: Canvas, info: Info) -> None:
    canvas.setTitle(info.title)
    canvas.setAuthor(info.author)
    canvas.setSubject(info.subject)
    canvas.setCreator("kit")
    canvas.setProducer("kit")
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _paint_page(canvas: Canvas, page: Page, bookmark: str) -> None:
    canvas.setPageSize((page.size.width * POINTS, page.size.height * POINTS))
    if page.trim is not None:
        canvas.setTrimBox(_rectangle(page.trim, page.size.height))
    painter = _Painter(canvas, page.size.height, page.fonts)
    painter.shapes(page.shapes)
    for text in page.texts:
        painter.text(text)
    for code in page.codes:
        painter.modules(code)
    for link in page.links:
        painter.link(link)
    if bookmark:
        key = f"page-{canvas.getPageNumber()}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(bookmark, key)
    canvas.showPage()


def _rectangle(box: Box, height: float) -> tuple[float, float, float, float]:
    """A box in points, as PDF writes it: left, bottom, right, top."""
    return (
        box.x * POINTS,
        (height - box.bottom) * POINTS,
        box.right * POINTS,
        (height - box.y) * POINTS,
    )


class _Painter:
    """Paints on one page of a canvas; ``height`` of the page in mm."""

    def __init__(self, canvas: Canvas, height: float, fonts: Fonts) -> None:
        self._canvas = canvas
        self._height = height
        self._fonts = fonts

    def shapes(self, shapes: Iterable[Shape]) -> None:
        """Paint shapes in order."""
        for shape in shapes:
            match shape:
                case Fill():
                    self._fill(shape)
                case Stroke():
                    self._stroke(shape)
                case Clipped():
                    self._clipped(shape)

    def text(self, text: Letters | ArcText) -> None:
        """Paint letters; those on an arc are marked to be read as one text."""
        if isinstance(text, Letters):
            self._letters(text)
            return
        spoken = text.text.encode("utf-16-be").hex().upper()
        self._canvas.addLiteral(f"/Span <</ActualText <FEFF{spoken}>>> BDC")
        for letter in text.letters:
            self._letters(letter)
        self._canvas.addLiteral("EMC")

    def modules(self, modules: Modules) -> None:
        """Paint a code as one path in whole modules: small in the file and without seams."""
        code, box = modules.code, modules.box
        module = box.width / code.modules * POINTS
        x = box.x * POINTS + QUIET_ZONE * module
        y = (self._height - box.y) * POINTS - QUIET_ZONE * module
        bars = "\n".join(f"{start} {-row - 1} {count} 1 re" for row, start, count in code.bars())
        self._canvas.addLiteral(f"q {module:.6f} 0 0 {module:.6f} {x:.4f} {y:.4f} cm 0 0 0 rg\n{bars}\nf Q")

    def link(self, link: Link) -> None:
        """Make a place clickable."""
        self._canvas.linkURL(link.url, _rectangle(link.box, self._height))

    def _fill(self, shape: Fill) -> None:
        self._canvas.setFillColorRGB(*_rgb(shape.colour))
        self._canvas.drawPath(self._path(shape.path), stroke=0, fill=1, fillMode=_EVEN_ODD)

    def _stroke(self, shape: Stroke) -> None:
        canvas, style = self._canvas, shape.style
        canvas.setStrokeColorRGB(*_rgb(style.colour))
        canvas.setLineWidth(style.width * POINTS)
        canvas.setLineCap(_ROUND if style.round_ends else _BUTT)
        canvas.setLineJoin(_ROUND)
        canvas.setDash([part * POINTS for part in shape.dash])
        canvas.drawPath(self._path(shape.path), stroke=1, fill=0)

    def _clipped(self, shape: Clipped) -> None:
        self._canvas.saveState()
        self._canvas.clipPath(self._path(shape.path), stroke=0, fill=0)
        self.shapes(shape.shapes)
        self._canvas.restoreState()

    def _letters(self, letters: Letters) -> None:
        text = self._canvas.beginText()
        text.setFont(self._fonts.face(letters.font).name, letters.size)
        text.setFillColorRGB(*_rgb(letters.colour))
        text.setCharSpace(letters.tracking)
        turn = math.radians(letters.angle)
        cos, sin = math.cos(turn), math.sin(turn)
        text.setTextTransform(cos, -sin, sin, cos, letters.x * POINTS, (self._height - letters.y) * POINTS)
        text.textOut(letters.text)
        self._canvas.drawText(text)

    def _path(self, path: Path) -> object:
        result = self._canvas.beginPath()
        for segment in path:
            values = [self._y(value) if i % 2 else value * POINTS for i, value in enumerate(segment)]
            if isinstance(segment, Close):
                result.close()
            elif isinstance(segment, Curve):
                result.curveTo(*values)
            elif isinstance(segment, Move):
                result.moveTo(*values)
            else:
                result.lineTo(*values)
        return result

    def _y(self, y: float) -> float:
        return (self._height - y) * POINTS


def _rgb(colour: Colour) -> tuple[float, float, float]:
    return colour.red / 255, colour.green / 255, colour.blue / 255
