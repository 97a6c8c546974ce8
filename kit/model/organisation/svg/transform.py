"""Where things lie in an SVG: transforms, lengths, and the window that a view box is shown in. Pure."""

from __future__ import annotations

import math
import re
from typing import Final, NamedTuple, Self

from kit.model.organisation.unprintable import BROKEN, Unprintable, undrawable

_NUMBER: Final = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
NUMBER: Final = re.compile(_NUMBER)
_LENGTH: Final = re.compile(rf"\s*({_NUMBER})\s*([a-zA-Z%]*)\s*")
_CALL: Final = re.compile(r"\s*,?\s*(\w+)\s*\(([^()]*)\)")
_ARGUMENT: Final = re.compile(rf"\s*,?\s*({_NUMBER})(deg|px)?")

MOST: Final = 1e9
"""A coordinate further away than this is no drawing."""

_PIXELS: Final = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_PIXELS["q"] = 96 / 101.6
"""CSS pixels in a unit (CSS Values 4, section 6.2)."""


class Matrix(NamedTuple):
    """x becomes a·x + c·y + e, and y becomes b·x + d·y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    @classmethod
    def of(cls, written: str) -> Self:
        """What ``transform`` says. Raises Unprintable."""
        found, end = cls(), 0
        if written.strip() in ("", "none"):
            return found
        while call := _CALL.match(written, end):
            found, end = found.before(_called(call[1], call[2])), call.end()
        if written[end:].strip():
            raise undrawable(f"transform {written.strip()}")
        return found

    def before(self, other: Matrix) -> Self:
        """This one around another: what is inside is moved by ``other`` first."""
        a, b, c, d, e, f = self
        return type(self)(
            a * other.a + c * other.b,
            b * other.a + d * other.b,
            a * other.c + c * other.d,
            b * other.c + d * other.d,
            a * other.e + c * other.f + e,
            b * other.e + d * other.f + f,
        )

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def scale(self) -> float | None:
        """How much larger a pen becomes; None where it would no longer be round."""
        across, down = math.hypot(self.a, self.b), math.hypot(self.c, self.d)
        skewed = self.a * self.c + self.b * self.d
        if abs(across - down) > 1e-3 * max(across, down) or abs(skewed) > 1e-3 * across * down:
            return None
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


class Rect(NamedTuple):
    """Left, top, right and bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: Rect) -> Rect:
        """What lies inside both."""
        return Rect(*map(max, self[:2], other[:2]), *map(min, self[2:], other[2:]))

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


class Window(NamedTuple):
    """How a view box is shown: the matrix into the window, and what is seen of its inside."""

    matrix: Matrix
    seen: Rect


def window(width: float, height: float, view: Rect, ratio: str) -> Window:
    """A view box in a window of a size at (0, 0), by ``preserveAspectRatio`` (SVG 2, section 8.6)."""
    across, down = width / view.width, height / view.height
    words = ratio.replace("defer", "").split() or ["xMidYMid"]
    if words[0] != "none":
        across = down = max(across, down) if "slice" in words else min(across, down)
    share = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
    left = share.get(words[0][1:4], 0.5) * (width - across * view.width) if words[0] != "none" else 0
    top = share.get(words[0][5:8], 0.5) * (height - down * view.height) if words[0] != "none" else 0
    x, y = view.left - left / across, view.top - top / down
    return Window(Matrix(across, 0, 0, down, -x * across, -y * down), Rect(x, y, x + width / across, y + height / down))


def view_box(written: str) -> Rect | None:
    """A view box, if it shows anything. Raises Unprintable."""
    parts = [number(part) for part in re.split(r"[\s,]+", written.strip()) if part]
    if len(parts) != 4 or parts[2] <= 0 or parts[3] <= 0:
        return None
    x, y, width, height = parts
    return Rect(x, y, x + width, y + height)


def length(written: str) -> float | None:
    """A length in CSS pixels; None for a share of something else. Raises Unprintable for other units."""
    found = _LENGTH.fullmatch(written)
    if not found:
        raise undrawable(written.strip() or "…")
    unit = found[2].lower()
    if unit == "%":
        return None
    if unit not in _PIXELS:
        raise undrawable(f"{found[1]}{found[2]}")
    return number(found[1]) * _PIXELS[unit]


def number(written: str) -> float:
    """A number that a drawing can have. Raises Unprintable."""
    try:
        found = float(written)
    except ValueError as problem:
        raise Unprintable(BROKEN) from problem
    if not abs(found) < MOST:
        raise Unprintable(BROKEN)
    return found


def _called(name: str, written: str) -> Matrix:
    end, values = 0, list[float]()
    while part := _ARGUMENT.match(written, end):
        values.append(number(part[1]))
        end = part.end()
    made = _made(name, values) if not written[end:].strip() else None
    if made is None:
        raise undrawable(f"{name}({written})")
    return made


def _made(name: str, values: list[float]) -> Matrix | None:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case (("translate" | "translateX"), [x]):
            return Matrix(e=x)
        case "translateY", [y]:
            return Matrix(f=y)
        case "translate", [x, y]:
            return Matrix(e=x, f=y)
        case "scale", [by]:
            return Matrix(by, 0, 0, by)
        case "scale", [x, y]:
            return Matrix(x, 0, 0, y)
        case "rotate", [angle]:
            return _turned(angle)
        case "rotate", [angle, x, y]:
            return Matrix(e=x, f=y).before(_turned(angle)).before(Matrix(e=-x, f=-y))
        case "skewX", [angle]:
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=math.tan(math.radians(angle)))
    return None


def _turned(angle: float) -> Matrix:
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return Matrix(cos, sin, -sin, cos)
