"""A finished PDF as it comes out of a printer: its pages as pictures, and how much of the paper is covered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage

_POINTS: Final = 72
"""In an inch: what a PDF measures in."""

_MEASURED: Final = 200
"""Dots per inch to measure ink at. PDFium draws no line thinner than a dot: at 100 dpi, thin lines add a tenth."""


def pages(pdf: bytes, dpi: float) -> Iterator[Image]:
    """Each page in colour, at ``dpi`` dots per inch. Raises ValueError where it is no PDF."""
    with closing(_opened(pdf)) as document:
        for page in document:
            yield _drawn(page, dpi, grey=False)


def coverage(pdf: bytes, page: int = 0) -> float:
    """How much of a page (from 0) is covered, in % of the paper, as if all ink were black; in 10 to 20 ms.

    Raises ValueError where it is no PDF, IndexError where it has no such page.
    """
    with closing(_opened(pdf)) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        shades = _drawn(document[page], _MEASURED, grey=True).histogram()
    darkness = sum((255 - shade) * count for shade, count in enumerate(shades))
    return 100 * darkness / (255 * sum(shades))


def png(picture: Image, dpi: float) -> bytes:
    """A picture as a PNG file that knows its size on paper: the same bytes for the same picture."""
    stream = BytesIO()
    # Pillow's own compression: to try harder takes five times as long and saves 2 %.
    picture.save(stream, "PNG", dpi=(dpi, dpi))
    return stream.getvalue()


def _opened(pdf: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(pdf)
    except PdfiumError as problem:
        raise ValueError("not a PDF") from problem


def _drawn(page: PdfPage, dpi: float, *, grey: bool) -> Image:
    picture: Image = page.render(scale=dpi / _POINTS, grayscale=grey).to_pil()
    return picture
