"""What a finished PDF says of itself, also where another program has saved it anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final

from kit.press.about import PRINTED

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MM: Final = 25.4 / 72


class LockedError(ValueError):
    """A PDF that only opens with a password."""


def printed(pdf: bytes) -> str:
    """What a PDF says is printed in it; empty where it says nothing. Raises ValueError where it is no PDF."""
    with _opened(pdf) as document:
        return str(document.get_metadata_value(PRINTED))


def sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """The width and the height of each page of a PDF, in mm. Raises ValueError where it is no PDF."""
    with _opened(pdf) as document:
        found = [document.get_page_size(number) for number in range(len(document))]
    return tuple((width * _MM, height * _MM) for width, height in found)


def text(pdf: bytes) -> str:
    """The text of all pages of a PDF, as they are read. Raises ValueError where it is no PDF."""
    with _opened(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@contextmanager
def _opened(pdf: bytes) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        with closing(PdfDocument(BytesIO(pdf))) as document:
            yield document
    except PdfiumError as error:
        locked = error.err_code == FPDF_ERR_PASSWORD
        raise (LockedError("locked") if locked else ValueError("not a PDF")) from error
