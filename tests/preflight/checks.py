"""What is wrong with a finished PDF, as a preflight of a print shop says it; each check tells its faults as text."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from typing import Any, Final

from PIL import Image, ImageChops, ImageDraw
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from kit.draw.look.theme import K40, TONES
from tests.preflight.marks import MM, Box, Ink, Mark, Point, marks

SMALLEST: Final = 8.0
"""No letter is smaller, in pt: the label in a blank pill (design, section 17); only those of the printer test are."""

THINNEST: Final = 0.1
"""In mm: what a plate and a laser printer still hold."""

TEXT, LINE = 4.5, 3.0
"""The contrast of letters and of lines with what they stand on (WCAG 2.2, 1.4.3 and 1.4.11)."""

MOST_INK: Final = 3.0
"""All four inks together: 300 % is what coated paper takes (FOGRA39: 330)."""

DECORATIVE: Final = frozenset({TONES["hair"].hex, K40.hex})
"""Rules of tables, which nothing is known by (design, section 5)."""

DOTS: Final = 3
"""A millimetre, of the picture of what lies under letters and lines."""

_SLACK: Final = 0.06
"""Numbers in a PDF are rounded; in mm, and in contrast."""


@dataclass(frozen=True)
class Read:
    """A page with all its marks; ``number`` from 1. ``trim`` and ``paper`` in mm from the top-left corner."""

    number: int
    page: PageObject
    marks: Sequence[Mark]
    paper: Box
    trim: Box

    def code(self) -> list[Mark]:
        """The QR codes on it."""
        return [mark for mark in self.marks if _is_code(mark)]


def read(pdf: bytes) -> list[Read]:
    """The pages of a file, each that differs once."""
    found: dict[object, Read] = {}
    for number, page in enumerate(PdfReader(BytesIO(pdf)).pages, 1):
        key = (repr(page.raw_get("/Contents")), *(str(page.get(f"/{name}Box")) for name in ("Media", "Bleed", "Trim")))
        if key not in found:
            found[key] = Read(number, page, marks(page), _box(page, page.mediabox), _box(page, page.trimbox))
    return list(found.values())


def _box(page: PageObject, box: Any) -> Box:
    height = float(page.mediabox.top)
    left, bottom, right, top = (float(value) for value in box)
    return left * MM, (height - top) * MM, right * MM, (height - bottom) * MM


Faults = Iterator[str]
Check = Callable[[Read], Faults]


def boxes(read: Read) -> Faults:
    """Media, bleed and trim are on the page itself, each within the one before."""
    sides = {}
    for name in ("Media", "Bleed", "Trim"):
        if f"/{name}Box" not in read.page:
            yield f"no {name}Box"
            return
        sides[name] = [float(value) for value in read.page[f"/{name}Box"]]  # type: ignore[attr-defined]
    for outer, inner in pairwise(sides.values()):
        if not all(a <= b + 0.01 for a, b in zip((*outer[:2], *inner[2:]), (*inner[:2], *outer[2:]), strict=True)):
            yield f"boxes do not lie within each other: {sides}"


def trimmed_to(*sizes: tuple[float, float]) -> Check:
    """What is left after cutting has one of these sizes, in mm."""

    def check(read: Read) -> Faults:
        size = (read.trim[2] - read.trim[0], read.trim[3] - read.trim[1])
        if not any(abs(size[0] - width) < _SLACK and abs(size[1] - height) < _SLACK for width, height in sizes):
            yield f"trimmed to {size[0]:.2f} × {size[1]:.2f}"

    return check


def fonts(pages: Sequence[Read]) -> Faults:
    """All fonts are embedded, in part, and a name stands for the same letters wherever it stands."""
    programs: dict[str, set[bytes]] = {}
    for font in (font for read in pages for font in _fonts(read.page["/Resources"])):
        name = str(font["/BaseFont"])
        descriptor: Any = font.get("/FontDescriptor", DictionaryObject()).get_object()
        if "/FontFile2" not in descriptor:
            yield f"{name} is not embedded"
            continue
        if not re.match(r"/[A-Z]{6}\+", name) or descriptor["/FontName"] != name:
            yield f"{name} has no tag"
        programs.setdefault(name, set()).add(sha256(descriptor["/FontFile2"].get_data()).digest())
    yield from (f"{name} stands for {len(found)} fonts" for name, found in programs.items() if len(found) > 1)


def _fonts(resources: Any) -> Iterator[Any]:
    yield from (font.get_object() for font in resources.get("/Font", {}).values())
    for form in resources.get("/XObject", {}).values():
        if "/Resources" in form.get_object():
            yield from _fonts(form.get_object()["/Resources"])


def sizes(read: Read) -> Faults:
    """No letter is too small to read."""
    for mark in read.marks:
        if mark.kind == "text" and mark.size < SMALLEST - 0.01:
            yield f"letters of {mark.size:.2f} pt at {_place(mark)}"


def hairlines(read: Read) -> Faults:
    """No line is thinner than a printer holds."""
    for mark in read.marks:
        if mark.kind == "line" and mark.width < THINNEST - 0.001:
            yield f"a line of {mark.width:.3f} mm at {_place(mark)}"


def margins(least: float) -> Check:
    """All ink is at least so far inside the trim, in mm, or else a mark to cut by, outside the bleed."""

    def check(read: Read) -> Faults:
        left, top, right, bottom = read.trim
        for mark in read.marks:
            x, y, x2, y2 = mark.box
            room = min(x - left, y - top, right - x2, bottom - y2)
            if room < least - _SLACK and not _outside(mark, read.trim):
                yield f"{mark.kind} {room:.2f} inside the trim at {_place(mark)}"

    return check


def _outside(mark: Mark, trim: Box) -> bool:
    """Whether a mark lies beyond the bleed of 3."""
    return max(trim[0] - mark.box[2], mark.box[0] - trim[2], trim[1] - mark.box[3], mark.box[1] - trim[3]) > 3


def inks(model: int) -> Check:
    """All colours are of one model: 3 parts of light or 4 of ink. Of ink there is never more than paper takes."""

    def check(read: Read) -> Faults:
        for mark in read.marks:
            if mark.kind != "picture" and len(mark.ink) != model:
                yield f"{mark.kind} of {len(mark.ink)} parts of colour at {_place(mark)}"
            elif model == 4 and sum(mark.ink) > MOST_INK:
                yield f"{sum(mark.ink):.0%} of ink at {_place(mark)}"

    return check


def links(read: Read) -> Faults:
    """There is nothing to click on paper for a press."""
    if "/Annots" in read.page:
        yield "links"


def quiet(modules: float) -> Check:
    """So many modules around each code are left blank: four, for a phone to find it (ISO/IEC 18004, 9.1)."""

    def check(read: Read) -> Faults:
        for code in read.code():
            module = min(y2 - y for path in code.paths for y, y2 in [_span(path)])
            room = modules * module - 0.02
            zone = (code.box[0] - room, code.box[1] - room, code.box[2] + room, code.box[3] + room)
            for mark in read.marks:
                if mark is not code and _overlap(mark.box, zone) and not (_is_code(mark) or _pale(mark.ink)):
                    yield f"{mark.kind} within {modules} modules of the code at {_place(code)}: {_place(mark)}"

    return check


def _span(path: Sequence[Point]) -> tuple[float, float]:
    ys = [y for _, y in path]
    return min(ys), max(ys)


def _is_code(mark: Mark) -> bool:
    """A fill of hundreds of black bars."""
    return mark.kind == "fill" and len(mark.paths) > 100 and all(len(path) == 5 for path in mark.paths)


def _pale(ink: Ink) -> bool:
    return len(ink) == 3 and min(ink) == 1


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def contrast(text: float = TEXT, line: float = LINE) -> Check:
    """Letters and lines stand out from what was painted under them, in light."""

    def check(read: Read) -> Faults:
        ground, area = _Ground(read.paper), None
        for mark in read.marks:
            if mark.kind == "fill":
                ground.fill(mark)
                area = mark
            elif mark.kind in ("line", "text"):
                # A line that ends in a node, or goes round a disc, of its own colour is one with it; that round an area
                # of another colour tells it from the paper.
                own = {_hex(mark.ink)} | ({_hex(area.ink)} if area and _is_round(mark, area) else set())
                others = [under for under in ground.under(mark) if _hex(under) not in own]
                found = min((_ratio(mark.ink, under) for under in others), default=21)
                wanted = text if mark.kind == "text" else line
                hides = mark.kind == "line" and (_pale(mark.ink) or _hex(mark.ink) in DECORATIVE)
                if found < wanted - _SLACK and not hides:
                    yield f"{mark.kind} {_hex(mark.ink)} at {_place(mark)}: {found:.2f}"

    return check


def _is_round(line: Mark, area: Mark) -> bool:
    """Whether a line is the outline of an area."""
    wide = (line.box[2] - line.box[0]) - (area.box[2] - area.box[0])
    return 0 <= wide < 2 and all(abs(one - other) < 1 for one, other in zip(line.box, area.box, strict=True))


class _Ground:
    """A picture of the areas that are painted so far: what letters and lines stand on."""

    def __init__(self, paper: Box) -> None:
        self._picture = Image.new("RGB", (round(paper[2] * DOTS), round(paper[3] * DOTS)), "white")

    def fill(self, mark: Mark) -> None:
        """Paint an area. Of several paths of one each is filled, or every other where that is the rule."""
        paths = [[(x * DOTS, y * DOTS) for x, y in path] for path in mark.paths if len(path) > 2]
        if len(paths) == 1:
            ImageDraw.Draw(self._picture).polygon(paths[0], fill=_hex(mark.ink))
        elif paths and not _is_code(mark):
            join = ImageChops.logical_xor if mark.even_odd else ImageChops.logical_or
            self._picture.paste(_hex(mark.ink), mask=reduce(join, map(self._mask, paths)))

    def _mask(self, path: Sequence[Point]) -> Image.Image:
        mask = Image.new("1", self._picture.size)
        ImageDraw.Draw(mask).polygon(path, fill=1)
        return mask

    def under(self, mark: Mark) -> set[Ink]:
        """The colours along a line, or in the middle of letters."""
        if mark.kind == "text":
            (a, b, c, d), *_ = mark.paths
            start, end = _between(a, d, 0.5), _between(b, c, 0.5)
            points = [_between(start, end, (i + 0.5) / 12) for i in range(12)]
        else:
            points = [_between(p, q, i / 4) for path in mark.paths for p, q in pairwise(path) for i in (1, 2, 3)]
            points = points or [point for path in mark.paths for point in path]
        return {self._at(point) for point in points}

    def _at(self, point: Point) -> Ink:
        width, height = self._picture.size
        place = min(max(int(point[0] * DOTS), 0), width - 1), min(max(int(point[1] * DOTS), 0), height - 1)
        found: Any = self._picture.getpixel(place)
        return tuple(part / 255 for part in found)


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _hex(ink: Ink) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in ink)


def _ratio(one: Ink, other: Ink) -> float:
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(ink: Ink) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in ink]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _place(mark: Mark) -> str:
    return " ".join(f"{value:.1f}" for value in mark.box)
