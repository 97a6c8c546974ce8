"""Pages become a PDF: the only module that paints with ReportLab; points are known here and in `operators`.

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

from kit.draw.geometry import Box, Size
from kit.draw.look.inks import Inks
from kit.draw.look.theme import BLACK, Font
from kit.draw.operators import POINTS, fraction, number, shape_operators
from kit.draw.page import Page
from kit.draw.paper.crop import MARGIN, marked_to_cut
from kit.draw.paper.scaling import Scaled
from kit.draw.qr import QUIET_ZONE
from kit.draw.records import ArcText, Letters, Link, Modules, Picture, Shape
from kit.draw.subset_tags import tagged
from kit.draw.text.fonts import Fonts

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_FIRST_FONT: Final = Font("Fira Sans", 400)
_PRINTED: Final = 4
"""The flag of an annotation that is printed (ISO 32000-1, table 165): a link without it is lost in PDF/A."""

_BEGIN, _END = "BT 1 0 0 1 0 0 Tm ", " ET"
_OFFICE: Final = Inks()


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
    crop: bool = False,
) -> bytes:
    """The pages as a PDF file; the same pages give the same bytes.

    ``letters`` are in the file whether a page has them or not, and in this order: with all letters of its pages among
    them, a page is painted as the same bytes whatever stands on the others.

    ``inks``: those of an office printer, or of a print shop. ``paper``: makes every page as large as fits on it, in the
    middle; with ``crop`` there is room around it for bleed and crop marks, and no link.
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
    document = _Document(canvas, inks, paper, crop)
    for i, page in enumerate(pages):
        _paint_page(document, page, info.bookmarks[i] if i < len(info.bookmarks) else "")
    canvas.save()
    return tagged(buffer.getvalue())


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
    crop: bool = False
    grounds: dict[int, str] = field(default_factory=dict)
    letters: dict[tuple[Font, float, str], str] = field(default_factory=dict)


def _paint_page(document: _Document, page: Page, bookmark: str) -> None:
    canvas = document.canvas
    kept = document.paper or page.size
    room = MARGIN if document.crop else 0
    paper = Size(kept.width + 2 * room, kept.height + 2 * room)
    canvas.setPageSize((paper.width * POINTS, paper.height * POINTS))
    for layer in page.layers[:-1]:
        if id(layer) not in document.grounds:
            document.grounds[id(layer)] = _paint_ground(document, layer)
    painter = _Painter(document, page.size.height, page.fonts, Scaled.to(kept, page.size).moved(room))
    painter.boxes(page, paper)
    with painter.scaled():
        for layer in page.layers[:-1]:
            canvas.doForm(document.grounds[id(layer)])
        painter.layer(page)
    if document.crop:
        _crop(document, page, Box(room, room, kept.width, kept.height), paper)
    for layer in [] if document.crop else page.layers:
        for link in layer.links:
            painter.link(link)
    if bookmark:
        key = f"page-{canvas.getPageNumber()}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(bookmark, key)
    canvas.showPage()


def _crop(document: _Document, page: Page, trim: Box, paper: Size) -> None:
    """Write where a page that was made larger is cut, and mark it: its marks stay as thin as ever."""
    marked = marked_to_cut(Page(paper, page.theme, page.fonts), trim)
    painter = _Painter(document, paper.height, page.fonts)
    painter.boxes(marked, paper)
    painter.layer(marked)


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


_AS_IT_IS: Final = Scaled()


class _Painter:
    """Paints on one page of a document; ``height`` of the page in mm."""

    def __init__(self, document: _Document, height: float, fonts: Fonts, scaled: Scaled = _AS_IT_IS) -> None:
        self._canvas = document.canvas
        self._inks = document.inks
        self._known = document.letters
        self._height = height
        self._fonts = fonts
        self._scaled = scaled

    def boxes(self, page: Page, paper: Size) -> None:
        """Write where the page is cut, and how far its bleed runs: on each page, for ReportLab keeps the last ones."""
        whole = (0, 0, paper.width * POINTS, paper.height * POINTS)
        self._canvas.setTrimBox(self._rectangle(page.trim) if page.trim else whole)
        self._canvas.setBleedBox(self._rectangle(page.bleed) if page.bleed else whole)

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
        self._literal("q 1 j", *(shape_operators(shape, self._height, self._inks) for shape in shapes), "Q")

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
        self._canvas.linkURL(link.url, self._rectangle(link.box), F=_PRINTED)

    def _rectangle(self, box: Box) -> tuple[float, float, float, float]:
        return self._scaled.rectangle(box, self._height)

    def _literal(self, *operators: str) -> None:
        """Write operators of a content stream (ISO 32000-1, section 8) as they are."""
        self._canvas.addLiteral("\n".join(operators))

    def _letters(self, letters: Letters) -> None:
        turn = math.radians(letters.angle)
        cos, sin = math.cos(turn), math.sin(turn)
        x, y = letters.x * POINTS, (self._height - letters.y) * POINTS
        self._literal(
            f"{_BEGIN}{self._inks.letters(letters.colour)} {number(letters.tracking)} Tc",
            f"{fraction(cos)} {fraction(-sin)} {fraction(sin)} {fraction(cos)} {number(x)} {number(y)} Tm "
            f"{self._encoded(letters)} ET",
        )

    def _outlined(self, letters: Letters) -> None:
        """Write letters as outlines: text rendering mode 1 (ISO 32000-1, section 9.3.6)."""
        width = number(letters.outline * POINTS)
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
