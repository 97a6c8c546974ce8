"""What a finished PDF paints, read from its content streams as a press reads them: fills, lines and letters in mm.

Only what the kit writes is known: four operators of colour a model, simple fonts, forms, clips. Anything else is an
error here, so that nothing is passed over.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from pypdf import PageObject

MM: Final = 25.4 / 72
STEPS: Final = 8
"""So many straight pieces stand for a curve."""

_TOKEN: Final = re.compile(
    rb"\s*(?:(?P<number>[-+.]?\d[\d.]*)|/(?P<name>[^\s/<>\[\]()]+)|\((?P<text>(?:[^()\\]|\\.)*)\)"
    rb"|(?P<mark><<|>>|\[|\])|<(?P<hex>[\dA-Fa-f]*)>|(?P<word>[A-Za-z'\"*]+\*?))",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_SAID: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_IGNORED: Final = {"J", "j", "M", "gs", "BDC", "BMC", "EMC", "Tr", "TL", "T*", "Tw", "Tz", "i"}

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
Ink = tuple[float, ...]
"""Three parts of light or four of ink, 0 to 1."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in mm from the top-left corner of the paper."""

_SAME: Final[Matrix] = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Mark:
    """Anything that is painted, in the order in which it is. ``paths`` in mm; ``box`` as far as its clip lets it."""

    kind: str
    ink: Ink
    paths: tuple[tuple[Point, ...], ...]
    box: Box
    width: float = 0
    even_odd: bool = False
    dashed: bool = False
    size: float = 0
    text: str = ""
    form: str = ""


@dataclass
class _State:
    """The graphics state."""

    matrix: Matrix = _SAME
    fill: Ink = (0,)
    stroke: Ink = (0,)
    width: float = 1
    dashed: bool = False
    clip: Box = (-1e9, -1e9, 1e9, 1e9)
    outline: bool = False
    font: Any = None
    size: float = 0
    tracking: float = 0


def marks(page: PageObject) -> list[Mark]:
    """All marks of a page and of its forms."""
    height = float(page.mediabox.height)
    contents = page.get_contents()
    assert contents is not None
    reader = _Reader(height)
    reader.read(contents.get_data(), page["/Resources"], _State())
    return reader.found


def tokens(data: bytes) -> Iterator[tuple[str, Any]]:
    """The words of a content stream, each with what it is."""
    at, end = 0, len(data.rstrip())
    while at < end:
        found = _TOKEN.match(data, at)
        assert found, data[at : at + 40]
        at = found.end()
        kind = found.lastgroup or ""
        value = found[kind]
        if kind == "text":
            yield kind, _unescaped(value)
        else:
            yield kind, float(value) if kind == "number" else value.decode("latin-1")


def _unescaped(text: bytes) -> bytes:
    def letter(found: re.Match[bytes]) -> bytes:
        (value,) = found.groups()
        return bytes([int(value, 8)]) if value.isdigit() else _SAID.get(value, value)

    return _ESCAPE.sub(letter, text)


class _Reader:
    """Goes through content streams."""

    def __init__(self, height: float) -> None:
        self.found: list[Mark] = []
        self._height = height
        self._form = ""

    def read(self, data: bytes, resources: Any, state: _State) -> None:
        """Read a stream that begins in a state."""
        self._resources, self._state, self._stack = resources, state, list[_State]()
        self._paths: list[list[Point]] = []
        self._clips = False
        self._text: Matrix = _SAME
        operands: list[Any] = []
        for kind, value in tokens(data):
            if kind != "word":
                operands.append(value)
                continue
            if value not in _IGNORED or value == "Tr":
                getattr(self, f"_{_NAMES.get(value, value)}")(*operands)
            operands = []

    # State.
    def _q(self) -> None:
        self._stack.append(replace(self._state))

    def _restore(self) -> None:
        self._state = self._stack.pop()

    def _cm(self, *m: float) -> None:
        self._state.matrix = _times(m, self._state.matrix)  # type: ignore[arg-type]

    def _w(self, width: float) -> None:
        self._state.width = width

    def _d(self, *operands: Any) -> None:
        self._state.dashed = len(operands) > 3

    def _letters_mode(self, mode: float) -> None:
        self._state.outline = mode == 1

    def _fill_ink(self, *parts: float) -> None:
        self._state.fill = parts

    def _stroke_ink(self, *parts: float) -> None:
        self._state.stroke = parts

    # Paths.
    def _m(self, x: float, y: float) -> None:
        self._paths.append([(x, y)])

    def _l(self, x: float, y: float) -> None:
        self._paths[-1].append((x, y))

    def _c(self, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float) -> None:
        x0, y0 = self._paths[-1][-1]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x = sum(part * value for part, value in zip(parts, (x0, x1, x2, x3), strict=True))
            y = sum(part * value for part, value in zip(parts, (y0, y1, y2, y3), strict=True))
            self._paths[-1].append((x, y))

    def _h(self) -> None:
        self._paths[-1].append(self._paths[-1][0])

    def _re(self, x: float, y: float, width: float, height: float) -> None:
        self._paths.append([(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)])

    def _clip_to(self) -> None:
        self._clips = True

    def _n(self) -> None:
        self._painted()

    def _f(self) -> None:
        self._add("fill", self._state.fill)
        self._painted()

    def _f_even_odd(self) -> None:
        self._add("fill", self._state.fill, even_odd=True)
        self._painted()

    def _stroked(self) -> None:
        self._add("line", self._state.stroke, width=self._state.width * _scale(self._state.matrix) * MM)
        self._painted()

    def _painted(self) -> None:
        if self._clips and self._paths:
            box = _around([self._placed(path) for path in self._paths])
            self._state.clip = _common(box, self._state.clip)
        self._paths, self._clips = [], False

    def _add(self, kind: str, ink: Ink, *, width: float = 0, even_odd: bool = False) -> None:
        paths = tuple(self._placed(path) for path in self._paths)
        box = _around(paths)
        half = width / 2
        box = _common((box[0] - half, box[1] - half, box[2] + half, box[3] + half), self._state.clip)
        self.found.append(
            Mark(kind, ink, paths, box, width, even_odd, kind == "line" and self._state.dashed, form=self._form)
        )

    def _placed(self, path: list[Point]) -> tuple[Point, ...]:
        return tuple(self._mm(*_moved(point, self._state.matrix)) for point in path)

    def _mm(self, x: float, y: float) -> Point:
        return x * MM, (self._height - y) * MM

    # Letters.
    def _begin_text(self) -> None:
        self._text = _SAME

    def _end_text(self) -> None:
        pass

    def _set_font(self, name: str, size: float) -> None:
        self._state.font, self._state.size = self._resources["/Font"][f"/{name}"], size

    def _track(self, tracking: float) -> None:
        self._state.tracking = tracking

    def _place_text(self, *m: float) -> None:
        self._text = m  # type: ignore[assignment]

    def _show(self, text: bytes) -> None:
        if not text:
            return
        state = self._state
        # A font of every reader's own has no widths in the file.
        widths, first = state.font.get("/Widths", [500] * 256), int(state.font.get("/FirstChar", 0))
        advance = sum(float(widths[letter - first]) * state.size / 1000 + state.tracking for letter in text)
        advance -= state.tracking
        matrix = _times(self._text, state.matrix)
        size = state.size * _scale(matrix)
        # From the baseline to about the height of a capital.
        corners = [(0.0, 0.0), (advance, 0.0), (advance, 0.7 * state.size), (0.0, 0.7 * state.size)]
        path = tuple(self._mm(*_moved(corner, matrix)) for corner in corners)
        ink = state.stroke if state.outline else state.fill
        shown = str(state.font["/BaseFont"])
        self.found.append(Mark("text", ink, (path,), _around([path]), size=size, text=shown, form=self._form))

    # Forms and pictures.
    def _do(self, name: str) -> None:
        form = self._resources["/XObject"][f"/{name}"]
        if form["/Subtype"] == "/Image":
            path = tuple(self._mm(*_moved(point, self._state.matrix)) for point in ((0, 0), (1, 0), (1, 1), (0, 1)))
            self.found.append(Mark("picture", (), (path,), _around([path])))
            return
        inner = _Reader(self._height)
        inner._form = name
        own = tuple(float(part) for part in form.get("/Matrix", _SAME))
        state = replace(self._state, matrix=_times(own, self._state.matrix))  # type: ignore[arg-type]
        inner.read(form.get_data(), form.get("/Resources", self._resources), state)
        self.found += inner.found


_NAMES: Final = {
    "Tr": "letters_mode",
    "W": "clip_to",
    "S": "stroked",
    "BT": "begin_text",
    "ET": "end_text",
    "Tf": "set_font",
    "Tc": "track",
    "Tm": "place_text",
    "Tj": "show",
    "Do": "do",
    "Q": "restore",
    "f*": "f_even_odd",
    "rg": "fill_ink",
    "k": "fill_ink",
    "RG": "stroke_ink",
    "K": "stroke_ink",
}


def _times(m: Matrix, n: Matrix) -> Matrix:
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _moved(point: Point, m: Matrix) -> Point:
    x, y = point
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _scale(m: Matrix) -> float:
    return math.sqrt(abs(m[0] * m[3] - m[1] * m[2]))


def _around(paths: Any) -> Box:
    xs = [x for path in paths for x, _ in path]
    ys = [y for path in paths for _, y in path]
    return min(xs), min(ys), max(xs), max(ys)


def _common(box: Box, clip: Box) -> Box:
    left, top = max(box[0], clip[0]), max(box[1], clip[1])
    return left, top, max(left, min(box[2], clip[2])), max(top, min(box[3], clip[3]))
