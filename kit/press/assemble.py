"""Assembles packs, stacks and books with pypdf: pages of finished PDFs, an outline, and all that a file says of itself.

Only what makes such a file imports this, when it comes to it: pypdf takes 0.15 s to import.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import accumulate, chain
from typing import IO, Any, Final, cast

from pypdf import PageObject, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import (
    BooleanObject,
    IndirectObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from kit.press import stamp
from kit.press.about import About, Bookmark, Label
from kit.press.source_pages import SourceLink, SourcePage, Written

_VERSION: Final = "%PDF-1.7"


@dataclass(frozen=True, slots=True)
class PackSheet:
    """A sheet in a pack: its pages, its title in the outline, its name in the page labels."""

    pages: Sequence[SourcePage]
    title: str
    label: str


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep Python from looking for garbage in all that was there before; it has to stay.

    pypdf makes so many objects that Python would look again and again: in 0.1 s of 0.7 s where a kit is built, in 0.6 s
    of 4 s where the stack for 200 participants is.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def pack(sheets: Sequence[PackSheet], about: About) -> bytes:
    """The PDF of a pack: the same bytes for the same sheets, with a line of the outline and page labels for each."""
    starts = list(accumulate((len(sheet.pages) for sheet in sheets), initial=0))
    both = list(zip(sheets, starts, strict=False))
    whole = replace(
        about,
        outline=tuple(Bookmark(sheet.title, start) for sheet, start in both),
        labels=tuple(Label(start, sheet.label, len(sheet.pages) > 1) for sheet, start in both),
    )
    return assembled(chain.from_iterable(sheet.pages for sheet in sheets), whole)


def assembled(pages: Iterable[SourcePage], about: About) -> bytes:
    """A PDF of some pages in order: the same bytes for the same pages.

    A page may come several times: what it draws with and what is drawn are in the file once, but it is a page of its
    own each time, and so are its links, for a link belongs to one page only (ISO 32000-1, section 12.5.2).
    """
    writer = PdfWriter()
    writer.pdf_header = _VERSION
    assembly = _Assembly(writer)
    for page in pages:
        assembly.add(page)
    _describe(writer, about)
    _add_outline(writer, about.outline)
    _add_labels(writer, about.labels)
    stream = BytesIO()
    writer.write(stream)
    return stamp.stamped(stream.getvalue(), about.fingerprint)


class _Raw(PdfObject):
    """An object whose bytes are known: pypdf has only to put them where they belong."""

    def __init__(self, pieces: tuple[bytes, ...]) -> None:
        self._pieces = pieces

    def write_to_stream(self, stream: IO[Any]) -> None:
        """Write it as pypdf asks of each object."""
        stream.writelines(self._pieces)


class _Page(PageObject):
    """A page in the tree that pypdf makes; its other entries are bytes. A stack has thousands of them."""

    body = b""

    def write_to_stream(self, stream: IO[Any]) -> None:
        """Write it as pypdf asks of each object."""
        parent = cast(IndirectObject, self.raw_get("/Parent"))
        stream.write(b"<<\n/Type /Page\n/Parent %d 0 R\n%b>>" % (parent.idnum, self.body))


_BLANK: Final = _Page()
_BLANK[NameObject("/Type")] = NameObject("/Page")


class _Assembly:
    """Adds pages to a file and knows what is in it already.

    Its way is not that of ``PdfWriter.add_page`` with a page of the reader, which walks through all that is beneath a
    page each time that it comes, and copies it for each file.
    """

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._bodies: dict[SourcePage, bytes] = {}
        self._references: dict[Written, bytes] = {}

    def add(self, source: SourcePage) -> None:
        """Add a page behind those that are there."""
        if source not in self._bodies:
            self._bodies[source] = self._body(source)
        page = self._writer.add_page(_BLANK)
        assert isinstance(page, _Page)
        page.body = self._bodies[source]
        if source.links:
            page.body += b"/Annots [ %b ]\n" % b" ".join(self._link(link) for link in source.links)

    def _body(self, source: SourcePage) -> bytes:
        """What all pages that look like this one have in common."""
        entries = {**source.entries, b"/Resources": Written((b"", source.resources, b""))}
        return b"".join(b"%b %b\n" % (key, b"".join(self._pieces(value))) for key, value in entries.items())

    def _link(self, link: SourceLink) -> bytes:
        """A reference to a link of its own; where it leads to is in the file once."""
        return self._numbered(_Raw((b"<<\n", link.others, b"/A ", self._reference(link.action), b"\n>>")))

    def _pieces(self, value: Written) -> tuple[bytes, ...]:
        """A value with the numbers that the objects have here to which it refers."""
        return tuple(piece if isinstance(piece, bytes) else self._reference(piece) for piece in value.pieces)

    def _reference(self, found: Written) -> bytes:
        """The reference to an object, which is in the file once."""
        if found not in self._references:
            self._references[found] = self._numbered(_Raw(self._pieces(found)))
        return self._references[found]

    def _numbered(self, found: PdfObject) -> bytes:
        """The reference to an object that others can refer to now."""
        # Not public, but there is no other way to share an object of one's own; a test looks that it is there.
        return b"%d 0 R" % self._writer._add_object(found).idnum


def _describe(writer: PdfWriter, about: About) -> None:
    """Write what the file says of itself, and how it is shown and printed."""
    writer.add_metadata({f"/{key}": text for key, text in about.info.items()})
    writer.root_object[NameObject("/Lang")] = TextStringObject(about.language)
    # "Fit to page" would make a writing line too narrow to write on.
    told: dict[NameObject, PdfObject] = {
        NameObject("/DisplayDocTitle"): BooleanObject(True),
        NameObject("/PrintScaling"): NameObject("/None"),
        # A file may have pages on A3 and on A4: each from its own tray.
        NameObject("/PickTrayByPDFSize"): BooleanObject(True),
    }
    if about.duplex:
        told[NameObject("/Duplex")] = NameObject(f"/{about.duplex}")
    writer.create_viewer_preferences().update(told)
    if about.shows_outline:
        writer.page_mode = "/UseOutlines"


def _add_outline(writer: PdfWriter, lines: Iterable[Bookmark], parent: IndirectObject | None = None) -> None:
    """Write the outline. Parts are closed: only the first level is shown."""
    for line in lines:
        here = writer.add_outline_item(title=line.title, page_number=line.page, parent=parent, is_open=False)
        _add_outline(writer, line.under, here)


def _add_labels(writer: PdfWriter, labels: Sequence[Label]) -> None:
    """Write what a reader calls the pages."""
    starts = [*(label.start for label in labels), len(writer.pages)]
    for label, end in zip(labels, starts[1:], strict=True):
        if label.counted:
            writer.set_page_label(label.start, end - 1, PageLabelStyle.DECIMAL, f"{label.name} ", 1)
        else:
            writer.set_page_label(label.start, end - 1, prefix=label.name)
