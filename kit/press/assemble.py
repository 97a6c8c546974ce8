"""Assembles packs, stacks and books with pypdf: pages of finished PDFs, an outline, and all that a file says of itself.

Only what makes such a file imports this, when it comes to it: pypdf takes 0.15 s to import.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import accumulate, chain
from typing import IO, Any, Final, cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from kit.press import stamp
from kit.press.about import About, Bookmark, Label

_VERSION: Final = "%PDF-1.7"
_TYPE, _PAGE = NameObject("/Type"), NameObject("/Page")
_RESOURCES, _LINKS, _ACTION = NameObject("/Resources"), NameObject("/Annots"), NameObject("/A")

_OTHERWISE: Final = frozenset({_TYPE, _RESOURCES, _LINKS, "/Parent", "/Rotate", "/Trans"})
"""What of a page is not taken over as it is. ReportLab writes that no page is turned, and has no transition."""


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A link on a page: where it leads to, and all else of it as it stands in a file."""

    action: DictionaryObject
    others: bytes


@dataclass(frozen=True, slots=True, eq=False)
class SourcePage:
    """A page of a finished PDF: what it draws with, its links, and its other ``entries`` (ISO 32000-1, table 30).

    The ``resources`` of pages that draw with the same are one object.
    """

    entries: Mapping[NameObject, PdfObject]
    resources: DictionaryObject
    links: tuple[SourceLink, ...]


class Sources:
    """Reads the pages of finished PDFs; what several hold, such as the same letters, is one object then.

    To assemble pages of several PDFs, read these by one of it.
    """

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._first: dict[IndirectObject, IndirectObject] = {}
        self._known: dict[bytes, IndirectObject] = {}
        self._resources: dict[str, DictionaryObject] = {}

    def pages(self, pdf: bytes) -> tuple[SourcePage, ...]:
        """The pages of a PDF, at hand to be put into others. Raises ValueError where it is none."""
        try:
            return tuple(self._page(page) for page in PdfReader(BytesIO(pdf), strict=True).pages)
        except PyPdfError as error:
            raise ValueError("not a PDF") from error

    def _page(self, page: PageObject) -> SourcePage:
        links = (_link(cast(DictionaryObject, link.get_object())) for link in page.annotations or ())
        resources = cast(DictionaryObject, self._merged(page[_RESOURCES]))
        entries = {NameObject(key): self._merged(page.raw_get(key)) for key in page if key not in _OTHERWISE}
        return SourcePage(entries, self._resources.setdefault(repr(resources), resources), tuple(links))

    def _merged(self, value: PdfObject) -> PdfObject:
        """A value in which every object that others refer to is the first of those that are the same."""
        if not isinstance(value, IndirectObject):
            for key, part in _parts(value):
                value[key] = self._merged(part)  # type: ignore[index]
            return value
        if value not in self._first:
            whole = self._merged(cast(PdfObject, value.get_object()))
            self._first[value] = self._known.setdefault(whole.hash_value(), value)
        return self._first[value]


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


def _link(link: DictionaryObject) -> SourceLink:
    others = BytesIO()
    for key, value in link.items():
        if key != _ACTION:
            NameObject(key).write_to_stream(others)
            others.write(b" ")
            value.write_to_stream(others)
            others.write(b"\n")
    return SourceLink(cast(DictionaryObject, link[_ACTION]), others.getvalue())


class _Link(PdfObject):
    """A link in a file. A stack has tens of thousands, of which most differ only in the page that they belong to."""

    def __init__(self, others: bytes, action: IndirectObject) -> None:
        self._others = others
        self._action = action

    def write_to_stream(self, stream: IO[Any]) -> None:
        """Write it as pypdf asks of each object."""
        stream.write(b"<<\n%b/A %d 0 R\n>>" % (self._others, self._action.idnum))


def _parts(value: PdfObject) -> list[tuple[str | int, PdfObject]]:
    """What is in a dictionary or an array, by where it stands."""
    if isinstance(value, DictionaryObject):
        return [(key, value.raw_get(key)) for key in value]
    return list(enumerate(value)) if isinstance(value, ArrayObject) else []


class _Assembly:
    """Adds pages to a file and knows what is in it already.

    Its way is not that of ``PdfWriter.add_page`` with a page of the reader, which walks through all that is beneath a
    page each time that it comes: a stack of 6,213 pages in 46 files took 2.0 s so, and 1.2 s as it is done here.
    """

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._blank = PageObject()
        self._blank[_TYPE] = _PAGE
        self._entries: dict[SourcePage, Mapping[NameObject, PdfObject]] = {}
        self._resources: dict[int, IndirectObject] = {}
        self._actions: dict[str, IndirectObject] = {}

    def add(self, source: SourcePage) -> None:
        """Add a page behind those that are there."""
        if source not in self._entries:
            self._entries[source] = self._taken_over(source)
        page = self._writer.add_page(self._blank)
        page.update(self._entries[source])
        if source.links:
            page[_LINKS] = ArrayObject(self._link(link) for link in source.links)

    def _taken_over(self, source: SourcePage) -> Mapping[NameObject, PdfObject]:
        """What all pages that look like this one have in common."""
        entries = {key: value.clone(self._writer) for key, value in source.entries.items()}
        key = id(source.resources)
        if key not in self._resources:
            self._resources[key] = self._numbered(source.resources.clone(self._writer))
        return {**entries, _RESOURCES: self._resources[key]}

    def _link(self, link: SourceLink) -> IndirectObject:
        """A link of its own; where it leads to is in the file once."""
        key = repr(link.action)
        if key not in self._actions:
            self._actions[key] = self._numbered(link.action)
        return self._numbered(_Link(link.others, self._actions[key]))

    def _numbered(self, found: PdfObject) -> IndirectObject:
        """An object that others can refer to."""
        # Not public, but there is no other way to share an object of one's own; a test looks that it is there.
        return self._writer._add_object(found)


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
