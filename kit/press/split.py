"""Splits a painted book into single sheets: bytes in, bytes out.

What pages share (a ground, the letters) is painted and compressed once, in one book. A page that is taken from it takes
along what it refers to, byte for byte; only the numbers of the objects are new. So the file of a sheet does not depend
on the book it was painted in, nor on the pages around it.

This is for single sheets only: packs, stacks and books are assembled by pypdf (`kit.press.assemble`). That could make
single sheets as well, but not as fast: the 304 bubble sheets of Flanders and Brussels take 1.3 s with it and 0.09 s
here; a single one 0.07 s, most of it to import pypdf, and 0.001 s (benchmarks/README.md).

This reads what ReportLab writes and no other PDF: a table of cross-references (ISO 32000-1, section 7.5.4), objects of
generation 0, streams that are objects of their own, and the fonts of all pages in one dictionary.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from kit.press import stamp
from kit.press.about import About, Bookmark
from kit.press.stamp import Trailer

_LAST: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE: Final = re.compile(rb"xref\s+0 (\d+)\s+")
_ENTRY: Final = 20
_OBJECT: Final = re.compile(rb"\s*\d+ 0 obj\s*(.*?)(?:stream\r?\n(.*)endstream)?\s*endobj\s*\Z", re.DOTALL)

# A text in brackets goes first, so that nothing in it is taken for a reference.
_REFERENCE: Final = re.compile(rb"(\((?:[^()\\]|\\.)*\))|\b(\d+) 0 R\b", re.DOTALL)
_ROOT: Final = re.compile(rb"/Root (\d+) 0 R")
_PAGES: Final = re.compile(rb"/Pages (\d+) 0 R")
_KIDS: Final = re.compile(rb"/Kids \[([^]]*)\]")
_FONTS: Final = re.compile(rb"/Font (\d+) 0 R")
_CONTENTS: Final = re.compile(rb"/Contents (\d+) 0 R")
_FONT: Final = re.compile(rb"/(\S+) (\d+) 0 R")
_LINK: Final = re.compile(rb"/Subtype\s*/Link\b")
_SET_FONT: Final = re.compile(rb"/(\S+) \S+ Tf\b")

_PARENT: Final = 3
_FIRST: Final = 4


@dataclass(frozen=True, slots=True)
class Part:
    """An object of a PDF without its number: its text as it stands between the parts that it refers to, its stream.

    ``mark`` is the same for parts that are the same, in whatever book.
    """

    text: tuple[bytes, ...]
    inside: tuple[Part, ...]
    stream: bytes | None
    mark: bytes


_THE_PAGES: Final = Part((b"",), (), None, b"the list of pages")


def pages(book: bytes) -> tuple[Part, ...]:
    """The pages of a painted book. Raises ValueError where it is not as ReportLab writes it."""
    return tuple(_Book(book).pages())


def single(pages: Sequence[Part], about: About) -> bytes:
    """The file of a single sheet: the same bytes whichever book its pages come from. What several share is in it once.

    A link belongs to one page only (ISO 32000-1, section 12.5.2): two pages never share one. Raises ValueError where
    the file is to have what no single sheet has: page labels, an outline with levels.
    """
    if about.labels or any(line.under for line in about.outline):
        raise ValueError("a single sheet has no labels and no levels in its outline")
    pages = [_own_links(page, i) for i, page in enumerate(pages)]
    kids = range(_FIRST, _FIRST + len(pages))
    numbers: dict[bytes, int] = {_THE_PAGES.mark: _PARENT}
    parts = [part for page in pages for other in page.inside for part in _new(other, numbers, kids.stop)]
    bodies = [_body(part, numbers) for part in (*pages, *parts)]
    outline = _outline(about.outline, kids, _FIRST + len(bodies))
    objects = [_catalog(about, _FIRST + len(bodies)), _info(about), _list(kids), *bodies, *outline]
    return _written(objects, about.fingerprint)


def _own_links(page: Part, number: int) -> Part:
    """A page with links that are told from those of another page with this number."""
    inside = tuple(
        replace(part, mark=sha256(b"%b of %d" % (part.mark, number)).digest()) if _LINK.search(part.text[0]) else part
        for part in page.inside
    )
    return replace(page, inside=inside)


class _Book:
    """A painted book, taken apart as far as is asked."""

    def __init__(self, pdf: bytes) -> None:
        last = _LAST.search(pdf[-64:])
        table = _TABLE.match(pdf, int(last[1])) if last else None
        if not last or not table:
            raise ValueError("not a PDF with a table of cross-references")
        count, start = int(table[1]), table.end()
        offsets = [int(pdf[at : at + 10]) for at in range(start, start + count * _ENTRY, _ENTRY)][1:]
        ends = dict(zip(sorted(offsets), [*sorted(offsets)[1:], int(last[1])], strict=True))
        self._pdf = pdf
        self._places = {number: (at, ends[at]) for number, at in enumerate(offsets, 1)}
        self._trailer = pdf[start + count * _ENTRY :]
        self._parts: dict[int, Part] = {}
        self._list = 0
        self._fonts: dict[bytes, bytes] = {}

    def pages(self) -> Iterator[Part]:
        """Each page, in order."""
        catalog, _ = self._object(_number(_ROOT, self._trailer))
        self._list = _number(_PAGES, catalog)
        kids = _KIDS.search(self._object(self._list)[0])
        for kid in _REFERENCE.finditer(kids[1] if kids else b""):
            yield self._part(int(kid[2]))

    def _object(self, number: int) -> tuple[bytes, bytes | None]:
        """The text and the stream of an object."""
        start, end = self._places[number]
        found = _OBJECT.match(self._pdf[start:end])
        if not found:
            raise ValueError(f"object {number} is not as expected")
        return found[1], found[2]

    def _part(self, number: int) -> Part:
        if number == self._list:
            return _THE_PAGES
        if number not in self._parts:
            text, stream = self._object(number)
            self._parts[number] = self._taken_apart(self._with_fonts(text, stream), stream)
        return self._parts[number]

    def _taken_apart(self, text: bytes, stream: bytes | None) -> Part:
        pieces, inside, end = [], [], 0
        for found in _REFERENCE.finditer(text):
            if found[2]:
                pieces.append(text[end : found.start()])
                inside.append(self._part(int(found[2])))
                end = found.end()
        pieces.append(text[end:])
        mark = sha256(b"\0".join([*pieces, *(part.mark for part in inside), stream or b""])).digest()
        return Part(tuple(pieces), tuple(inside), stream, mark)

    def _with_fonts(self, text: bytes, stream: bytes | None) -> bytes:
        """The text of a page or form with the fonts that it uses in the place of a reference to those of all."""
        all_fonts = _FONTS.search(text)
        if not all_fonts:
            return text
        if not self._fonts:
            self._fonts = {found[1]: found[2] for found in _FONT.finditer(self._object(int(all_fonts[1]))[0])}
        if stream is None:
            stream = self._object(_number(_CONTENTS, text))[1]
        used = sorted(set(_SET_FONT.findall(zlib.decompress(stream or b""))))
        fonts = b" ".join([b"/%b %b 0 R" % (name, self._fonts[name]) for name in used])
        return text[: all_fonts.start()] + b"/Font << %b >>" % fonts + text[all_fonts.end() :]


def _number(pattern: re.Pattern[bytes], text: bytes) -> int:
    found = pattern.search(text)
    if not found:
        raise ValueError(f"there is no {pattern.pattern.decode()}")
    return int(found[1])


def _new(part: Part, numbers: dict[bytes, int], first: int) -> Iterator[Part]:
    """This part and those inside it that have no number yet; gives them one, from ``first``."""
    if part.mark not in numbers:
        # One of the numbers is that of the list of pages.
        numbers[part.mark] = first + len(numbers) - 1
        yield part
        for other in part.inside:
            yield from _new(other, numbers, first)


def _body(part: Part, numbers: Mapping[bytes, int]) -> bytes:
    pieces = [part.text[0]]
    for other, text in zip(part.inside, part.text[1:], strict=True):
        pieces += [b"%d 0 R" % numbers[other.mark], text]
    if part.stream is not None:
        pieces += [b"stream\n", part.stream, b"endstream"]
    return b"".join(pieces)


def _catalog(about: About, outline: int) -> bytes:
    # "Fit to page" would make a writing line too narrow to write on.
    sides = b" /Duplex /%b" % about.duplex.encode() if about.duplex else b""
    told = b"/ViewerPreferences << /DisplayDocTitle true /PrintScaling /None%b >>" % sides
    shown = b" /PageMode /UseOutlines" if about.shows_outline else b""
    lines = b" /Outlines %d 0 R" % outline if about.outline else b""
    return b"<< /Type /Catalog /Pages 3 0 R /Lang %b %b >>" % (_text(about.language), told + shown + lines)


def _info(about: About) -> bytes:
    return b"<< %b >>" % b" ".join(b"/%b %b" % (key.encode(), _text(text)) for key, text in about.info.items())


def _list(kids: Sequence[int]) -> bytes:
    return b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))


def _outline(lines: Sequence[Bookmark], kids: Sequence[int], number: int) -> list[bytes]:
    """The objects of the outline, the first with this number."""
    if not lines:
        return []
    last = number + len(lines)
    texts = [b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (number + 1, last, len(lines))]
    for here, line in enumerate(lines, number + 1):
        links = [b"/Parent %d 0 R /Dest [ %d 0 R /Fit ]" % (number, kids[line.page])]
        links += [b"/Prev %d 0 R" % (here - 1)] if here > number + 1 else []
        links += [b"/Next %d 0 R" % (here + 1)] if here < last else []
        texts.append(b"<< /Title %b %b >>" % (_text(line.title), b" ".join(links)))
    return texts


def _text(text: str) -> bytes:
    """A text as PDF writes it: in brackets where its letters are ASCII, else in UTF-16 (ISO 32000-1, 7.9.2)."""
    if text.isascii():
        return b"(%b)" % re.sub(r"([\\()])", r"\\\1", text).encode()
    return b"<FEFF%b>" % text.encode("utf-16-be").hex().upper().encode()


def _written(objects: Sequence[bytes], fingerprint: bytes) -> bytes:
    # The second line tells programs that move files about that this one is not text.
    pieces = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
    at, offsets = len(pieces[0]), []
    for number, text in enumerate(objects, 1):
        offsets.append(at)
        pieces.append(b"%d 0 obj\n%b\nendobj\n" % (number, text))
        at += len(pieces[-1])
    pieces.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    pieces += [b"%010d 00000 n \n" % offset for offset in offsets]
    return stamp.closed(b"".join(pieces), Trailer(len(objects) + 1, *stamp.SINGLE, at), fingerprint)
