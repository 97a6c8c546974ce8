"""What a finished PDF says of itself, also where another program has saved it anew."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO

from kit.press.cut import PRINTED


def printed(pdf: bytes) -> str:
    """What a PDF says is printed in it; empty where it says nothing. Raises ValueError where it is no PDF."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with closing(PdfDocument(BytesIO(pdf))) as document:
            return str(document.get_metadata_value(PRINTED))
    except PdfiumError as error:
        raise ValueError("not a PDF") from error
