"""What a page is made of: shapes, letters, codes and links as plain values in mm.

Each can be moved as it is, and turned half a turn within something of a size.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Protocol, Self, TypeVar

from kit.draw import qr
from kit.draw.geometry import Box, Size
from kit.draw.look.theme import Colour, Font, StrokeStyle
from kit.draw.paths import Path, placed, turned
from kit.model.organisation.svg.drawing import Pen


@dataclass(frozen=True, slots=True)
class Placed:
    """What stands where: a role, its text if it has one, and its box in mm. The golden files hold these."""

    role: str
    text: str
    box: Box

    def moved(self, x: float, y: float) -> Placed:
        """The same elsewhere."""
        return replace(self, box=self.box.moved(x, y))

    def turned(self, within: Size) -> Placed:
        """The same upside down."""
        return replace(self, box=self.box.turned(within))


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled path; ``even_odd``: what it goes round twice is a hole (all of ours are drawn so)."""

    path: Path
    colour: Colour
    even_odd: bool = True

    def moved(self, x: float, y: float) -> Fill:
        """The same elsewhere."""
        return replace(self, path=placed(self.path, 1, x, y))

    def turned(self, within: Size) -> Fill:
        """The same upside down."""
        return replace(self, path=turned(self.path, within))


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stroked path; ``dash`` as it is painted, fitted to the length of the path."""

    path: Path
    style: StrokeStyle
    dash: tuple[float, ...]

    def moved(self, x: float, y: float) -> Stroke:
        """The same elsewhere."""
        return replace(self, path=placed(self.path, 1, x, y))

    def turned(self, within: Size) -> Stroke:
        """The same upside down."""
        return replace(self, path=turned(self.path, within))


@dataclass(frozen=True, slots=True)
class PenStroke:
    """A stroked path in a logo, whose pen is its designer's; widths and dashes in mm."""

    path: Path
    colour: Colour
    pen: Pen

    def moved(self, x: float, y: float) -> PenStroke:
        """The same elsewhere."""
        return replace(self, path=placed(self.path, 1, x, y))

    def turned(self, within: Size) -> PenStroke:
        """The same upside down."""
        return replace(self, path=turned(self.path, within))


@dataclass(frozen=True, slots=True)
class Clipped:
    """Shapes of which only the part inside a path is seen."""

    path: Path
    shapes: tuple[Shape, ...]

    def moved(self, x: float, y: float) -> Clipped:
        """The same elsewhere."""
        return Clipped(placed(self.path, 1, x, y), tuple(shape.moved(x, y) for shape in self.shapes))

    def turned(self, within: Size) -> Clipped:
        """The same upside down."""
        return Clipped(turned(self.path, within), tuple(shape.turned(within) for shape in self.shapes))


Shape = Fill | Stroke | PenStroke | Clipped


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of one cut from a point on the baseline; ``angle`` in degrees clockwise.

    ``outline``: the width in mm of the outline that they have instead of a filling; 0 where they are filled.
    """

    text: str
    font: Font
    size: float
    tracking: float
    colour: Colour
    x: float
    y: float
    angle: float = 0
    outline: float = 0

    @property
    def each(self) -> tuple[Letters, ...]:
        """These, as a text on an arc has several."""
        return (self,)

    def moved(self, x: float, y: float) -> Letters:
        """The same elsewhere."""
        return replace(self, x=self.x + x, y=self.y + y)

    def turned(self, within: Size) -> Letters:
        """The same upside down."""
        return replace(self, x=within.width - self.x, y=within.height - self.y, angle=(self.angle + 180) % 360)


@dataclass(frozen=True, slots=True)
class ArcText:
    """Letters set one by one along a circle, read as one text."""

    text: str
    letters: tuple[Letters, ...]

    @property
    def each(self) -> tuple[Letters, ...]:
        """The letters one by one."""
        return self.letters

    def moved(self, x: float, y: float) -> ArcText:
        """The same elsewhere."""
        return ArcText(self.text, tuple(letter.moved(x, y) for letter in self.letters))

    def turned(self, within: Size) -> ArcText:
        """The same upside down."""
        return ArcText(self.text, tuple(letter.turned(within) for letter in self.letters))


@dataclass(frozen=True, slots=True)
class Modules:
    """A QR code in a square, quiet zone included."""

    code: qr.Code
    box: Box

    def moved(self, x: float, y: float) -> Modules:
        """The same elsewhere."""
        return Modules(self.code, self.box.moved(x, y))

    def turned(self, within: Size) -> Modules:
        """The same upside down."""
        return Modules(self.code.turned(), self.box.turned(within))


@dataclass(frozen=True, slots=True)
class Picture:
    """Dots in a box, row by row from the top: red, green and blue of each. ``grey``: they are painted in greys."""

    box: Box
    width: int
    height: int
    dots: bytes = field(repr=False)
    grey: bool = False

    @property
    def name(self) -> str:
        """The same for the same dots."""
        return sha256(repr((self.width, self.height, self.grey)).encode() + self.dots).hexdigest()[:16]

    def moved(self, x: float, y: float) -> Picture:
        """The same elsewhere."""
        return replace(self, box=self.box.moved(x, y))

    def turned(self, within: Size) -> Picture:
        """The same at the place that turning gives; the picture itself stays upright."""
        return replace(self, box=self.box.turned(within))


@dataclass(frozen=True, slots=True)
class Link:
    """A place to click, and where it leads."""

    box: Box
    url: str

    def moved(self, x: float, y: float) -> Link:
        """The same elsewhere."""
        return Link(self.box.moved(x, y), self.url)

    def turned(self, within: Size) -> Link:
        """The same upside down."""
        return Link(self.box.turned(within), self.url)


class Record(Protocol):
    """Anything on a page."""

    def moved(self, x: float, y: float) -> Self:
        """The same elsewhere."""

    def turned(self, within: Size) -> Self:
        """The same upside down."""


_Any = TypeVar("_Any", bound=Record)


def at(record: _Any, x: float, y: float, turned: Size | None) -> _Any:
    """A record elsewhere, first turned within a size if one is given."""
    return (record if turned is None else record.turned(turned)).moved(x, y)
