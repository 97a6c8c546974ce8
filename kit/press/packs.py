"""Sheets become one pack: pages one after the other, with an outline, page labels and what a reader is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

_TRAILER: Final = b"trailer\n<<\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet in a pack: the PDF as it stands alone, its title in the outline, its name in the page labels."""

    pdf: bytes
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF reader shows of a pack. ``language`` is a tag such as ``nl-BE``."""

    title: str
    author: str
    language: str
    keywords: str = ""


def assemble(parts: Sequence[Part], about: About) -> bytes:
    """The PDF of a pack: the same bytes for the same parts. Links, sizes and trim boxes of the sheets stay."""
    writer = PdfWriter()
    for part in parts:
        _append(writer, part)
    _describe(writer, about)
    # Icons and fonts that sheets share are in each of their PDFs.
    writer.compress_identical_objects()
    stream = BytesIO()
    writer.write(stream)
    return _identified(stream.getvalue())


def _append(writer: PdfWriter, part: Part) -> None:
    first = len(writer.pages)
    writer.append(PdfReader(BytesIO(part.pdf)), outline_item=part.title, import_outline=False)
    last = len(writer.pages) - 1
    if first == last:
        writer.set_page_label(first, last, prefix=part.label)
    else:
        writer.set_page_label(first, last, PageLabelStyle.DECIMAL, f"{part.label} ", 1)


def _describe(writer: PdfWriter, about: About) -> None:
    # pypdf writes 1.3, which knows neither languages nor page labels.
    writer.pdf_header = "%PDF-1.7"
    told = {"/Title": about.title, "/Author": about.author, "/Keywords": about.keywords}
    writer.add_metadata({**told, "/Creator": "kit", "/Producer": "kit"})
    writer.root_object[NameObject("/Lang")] = TextStringObject(about.language)
    writer.page_mode = "/UseOutlines"
    # "Fit to page" would make a writing line too narrow to write on.
    wanted = {NameObject("/PrintScaling"): NameObject("/None"), NameObject("/DisplayDocTitle"): BooleanObject(True)}
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(wanted)


def _identified(pdf: bytes) -> bytes:
    """The same file with an /ID that depends on its content alone; pypdf's own is drawn by lot.

    The trailer stands after everything that the file has offsets of, so it can grow.
    """
    digest = sha256(pdf).hexdigest()[:32].upper()
    place = pdf.rindex(_TRAILER) + len(_TRAILER)
    return pdf[:place] + f"/ID [ <{digest}> <{digest}> ]\n".encode() + pdf[place:]
