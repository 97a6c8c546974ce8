"""Cut the pages of a painted book into files of their own, and bind them anew: bytes in, bytes out.

What pages share (a ground, the letters) is painted and compressed once, in one book. A page cut from it takes along
what it refers to, byte for byte; only the numbers of the objects are new. So the file of a page does not depend on
the book it was painted in, nor on the pages around it.

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

PRINTED: Final = "KitPrinted"
"""Where a file says what is printed in it: a key of its own among what it says of itself (ISO 32000-1, 14.3.3)."""

_CATALOG, _INFO, _PARENT = 1, 2, 3
_FIRST: Final = 4

_TAIL: Final = re.compile(
    rb"trailer\n<< /Size (\d+) /Root 1 0 R /Info 2 0 R /ID \[<([0-9A-F]{32})><([0-9A-F]{32})>\] >>\n"
    rb"startxref\n(\d+)\n%%EOF\n"
)
_PRINTED: Final = re.compile(rb"/%b \(([\w+/=]*)\)" % PRINTED.encode())


@dataclass(frozen=True, slots=True)
class Part:
    """An object of a PDF without its number: its text as it stands between the parts that it refers to, its stream.

    ``mark`` is the same for parts that are the same, in whatever book.
    """

    text: tuple[bytes, ...]
    inside: tuple[Part, ...]
    stream: bytes | None
    mark: bytes


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: its title, the page it leads to (from 0), and the lines under it."""

    title: str
    page: int
    under: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader calls the pages from a number (from 0) on: ``canvas-1``, or ``canvas-1 1`` and so on if counted."""

    start: int
    name: str
    counted: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself. ``language`` is a tag such as ``nl-BE``.

    ``fingerprint``: 16 bytes that stand for all that the file was made from; see `is_current`. ``duplex``: how a print
    window sets the sides by itself (ISO 32000-1, table 150), if that is known. ``printed``: what is printed in it, in
    base64; see `printed`.
    """

    title: str
    author: str
    subject: str
    language: str
    fingerprint: bytes
    outline: tuple[Bookmark, ...] = ()
    keywords: str = ""
    duplex: str = ""
    labels: tuple[Label, ...] = ()
    printed: str = ""


_THE_PAGES: Final = Part((b"",), (), None, b"the list of pages")


def pages(book: bytes) -> tuple[Part, ...]:
    """The pages of a painted book. Raises ValueError where it is not as ReportLab writes it."""
    return tuple(_Book(book).pages())


def bind(pages: Sequence[Part], about: About) -> bytes:
    """A file of these pages: the same bytes whichever books they come from. What several share is in it once.

    A page may come several times; its links are then there for each time, for a link belongs to one page only
    (ISO 32000-1, section 12.5.2).
    """
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


def is_ours(pdf: bytes) -> bool:
    """Whether this is a whole and unaltered file that was bound here, from whatever."""
    return made_from(pdf) is not None


def is_current(pdf: bytes, fingerprint: bytes) -> bool:
    """Whether this is a whole and unaltered file that was bound with this fingerprint."""
    return made_from(pdf) == fingerprint


def printed(pdf: bytes) -> str:
    """What a file that was bound here says is printed in it, as in `About`; empty where it says nothing."""
    found = _PRINTED.search(pdf) if is_ours(pdf) else None
    return found[1].decode() if found else ""


def made_from(pdf: bytes) -> bytes | None:
    """The fingerprint of a file that was bound here; nothing of any other, nor where any of it is altered."""
    start = pdf.rfind(b"trailer\n")
    tail = _TAIL.fullmatch(pdf, max(start, 0))
    if tail is None:
        return None
    whole = tail[3] == _digest(pdf[:start], int(tail[1]), int(tail[4]))
    return bytes.fromhex(tail[2].decode()) if whole else None


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
    shown = b" /PageMode /UseOutlines" if len(about.outline) > 1 or any(line.under for line in about.outline) else b""
    lines = b" /Outlines %d 0 R" % outline if about.outline else b""
    labels = b" /PageLabels << /Nums [ %b ] >>" % b" ".join(map(_label, about.labels)) if about.labels else b""
    told = told + shown + lines + labels
    return b"<< /Type /Catalog /Pages 3 0 R /Lang %b %b >>" % (_text(about.language), told)


def _label(label: Label) -> bytes:
    if not label.counted:
        return b"%d << /P %b >>" % (label.start, _text(label.name))
    return b"%d << /S /D /P %b /St 1 >>" % (label.start, _text(f"{label.name} "))


def _info(about: About) -> bytes:
    told = {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Keywords": about.keywords,
        "Creator": "kit",
        "Producer": "kit",
        PRINTED: about.printed,
    }
    return b"<< %b >>" % b" ".join(b"/%b %b" % (key.encode(), _text(text)) for key, text in told.items() if text)


def _list(kids: Sequence[int]) -> bytes:
    return b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))


def _outline(lines: Sequence[Bookmark], kids: Sequence[int], number: int) -> list[bytes]:
    """The objects of the outline, the first with this number. Parts are closed: only the first level is shown."""
    if not lines:
        return []
    texts, last = _level(lines, kids, number, number + 1)
    links = b"/First %d 0 R /Last %d 0 R /Count %d" % (number + 1, last, len(lines))
    return [b"<< /Type /Outlines %b >>" % links, *texts]


def _level(lines: Sequence[Bookmark], kids: Sequence[int], parent: int, number: int) -> tuple[list[bytes], int]:
    """The objects of lines side by side and all under them, and the number of the last of the lines."""
    texts: list[bytes] = []
    before = 0
    for i, line in enumerate(lines):
        here = number + len(texts)
        under, last = _level(line.under, kids, here, here + 1)
        links = [b"/Parent %d 0 R /Dest [ %d 0 R /Fit ]" % (parent, kids[line.page])]
        if before:
            links.append(b"/Prev %d 0 R" % before)
        if i + 1 < len(lines):
            links.append(b"/Next %d 0 R" % (here + 1 + len(under)))
        if under:
            links.append(b"/First %d 0 R /Last %d 0 R /Count %d" % (here + 1, last, -len(line.under)))
        texts += [b"<< /Title %b %b >>" % (_text(line.title), b" ".join(links)), *under]
        before = here
    return texts, before


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
    body = b"".join(pieces)
    size = len(objects) + 1
    marks = (_hex(fingerprint), _digest(body, size, at))
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 2 0 R /ID [<%b><%b>] >>\n" % (size, *marks)
    return body + trailer + b"startxref\n%d\n%%%%EOF\n" % at


def _hex(fingerprint: bytes) -> bytes:
    return fingerprint.hex().upper().encode()


def _digest(body: bytes, size: int, table: int) -> bytes:
    """Of all of a file: what stands before its trailer, and the two numbers in that."""
    return sha256(b"%d %d " % (size, table) + body).hexdigest()[:32].upper().encode()
