"""The pages of finished PDFs, written beforehand: to put one into a file, only its references get other numbers.

Only what assembles files imports this, when it comes to it: pypdf takes 0.15 s to import.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final, cast

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

_OTHERWISE: Final = frozenset({"/Type", "/Resources", "/Annots", "/Parent", "/Rotate", "/Trans"})
"""What of a page is not taken over as it is. ReportLab writes that no page is turned, and has no transition."""


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """A value as it stands in a file: bytes, and between them the objects that it refers to."""

    pieces: tuple[bytes | Written, ...]


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A link on a page: where it leads to, and all else of it as it stands in a file."""

    action: Written
    others: bytes


@dataclass(frozen=True, slots=True, eq=False)
class SourcePage:
    """A page of a finished PDF: what it draws with, its links, and its other ``entries`` (ISO 32000-1, table 30)."""

    entries: Mapping[bytes, Written]
    resources: Written
    links: tuple[SourceLink, ...]


class Sources:
    """Reads the pages of finished PDFs; what several hold, such as the same letters, is one object then.

    To assemble pages of several PDFs, read these by one of it.
    """

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._objects: dict[IndirectObject, Written] = {}
        self._known: dict[tuple[bytes | Written, ...], Written] = {}

    def pages(self, pdf: bytes) -> tuple[SourcePage, ...]:
        """The pages of a PDF, at hand to be put into others. Raises ValueError where it is none."""
        try:
            return tuple(self._page(page) for page in PdfReader(BytesIO(pdf), strict=True).pages)
        except PyPdfError as error:
            raise ValueError("not a PDF") from error

    def _page(self, page: PageObject) -> SourcePage:
        links = (self._link(cast(DictionaryObject, link.get_object())) for link in page.annotations or ())
        entries = {_bytes(NameObject(key)): self._written(page.raw_get(key)) for key in page if key not in _OTHERWISE}
        return SourcePage(entries, self._written(page["/Resources"]), tuple(links))

    def _link(self, link: DictionaryObject) -> SourceLink:
        others = DictionaryObject({NameObject(key): value for key, value in link.items() if key != "/A"})
        inside = _bytes(others).removeprefix(b"<<\n").removesuffix(b">>")
        return SourceLink(self._written(link["/A"]), inside)

    def _written(self, value: PdfObject) -> Written:
        """A value; of those that are the same the first one."""
        pieces = tuple(_joined(self._pieces(value)))
        return self._known.setdefault(pieces, Written(pieces))

    def _pieces(self, value: PdfObject) -> Iterator[bytes | Written]:
        if isinstance(value, IndirectObject):
            if value not in self._objects:
                self._objects[value] = self._written(cast(PdfObject, value.get_object()))
            yield self._objects[value]
        elif isinstance(value, DictionaryObject):
            yield b"<<\n"
            for key in value:
                yield b"%b " % _bytes(NameObject(key))
                yield from self._pieces(value.raw_get(key))
                yield b"\n"
            yield _stream(value) if isinstance(value, StreamObject) else b">>"
        elif isinstance(value, ArrayObject):
            yield b"["
            for part in value:
                yield b" "
                yield from self._pieces(part)
            yield b" ]"
        else:
            yield _bytes(value)


def _bytes(value: PdfObject) -> bytes:
    """A value as pypdf writes it."""
    stream = BytesIO()
    value.write_to_stream(stream)
    return stream.getvalue()


def _stream(value: StreamObject) -> bytes:
    """The end of a stream: its length, which pypdf only knows while it writes, and the data as they are compressed."""
    head = BytesIO()
    DictionaryObject.write_to_stream(value, head)
    return _bytes(value)[len(head.getvalue().removesuffix(b">>")) :]


def _joined(pieces: Iterator[bytes | Written]) -> Iterator[bytes | Written]:
    """The same, with bytes behind bytes in one piece."""
    before: list[bytes] = []
    for piece in pieces:
        if isinstance(piece, bytes):
            before.append(piece)
        else:
            yield b"".join(before)
            yield piece
            before = []
    yield b"".join(before)
