"""A page as plain data: what is painted where, in mm, and a record of every thing placed.

Layouts call the methods below; nothing is painted here. ``kit.draw.paint`` turns pages into a PDF.
Shapes lie under texts, and texts under codes, whatever the order of the calls; within a kind the order holds,
so that the order of the texts is the order in which they are read.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from kit.diagnostics import Diagnostic, Mark
from kit.draw import logos, qr
from kit.draw.geometry import Box, Circle, Size
from kit.draw.look.icons import RASTER, STROKE, icon
from kit.draw.look.theme import Colour, DiscStyle, StrokeStyle, TextStyle, Theme, theme
from kit.draw.paths import Path, bounds, circle, fitted_dash, placed, polyline
from kit.draw.records import ArcText, Clipped, Fill, Letters, Link, Modules, Picture, Placed, Shape, Stroke, at
from kit.draw.text.fit import FittedText, Overflow, fit_text
from kit.draw.text.fonts import MM_PER_POINT, Fonts
from kit.draw.text.missing import letter_problems, shortened
from kit.draw.text.setting import Align, PlacedText, arc_widths, set_lines, set_on_arc, set_upward
from kit.model.organisation.logo import Logo
from kit.model.organisation.svg.drawing import Vector
from kit.model.text.spans import Text

Tone = str | Colour

DIGIT_DROP: Final = 0.123
"""From the centre of a disc down to the baseline of its digit, in mm per pt (design, section 4)."""


@dataclass(slots=True)
class Page:
    """One side of a sheet of paper. ``trim``: where it is cut, if it is not the paper's edge; ``bleed``: around that.

    ``ground``: what lies under it, and is the same page under many: drawn once, and painted once a document.
    """

    size: Size
    theme: Theme
    fonts: Fonts
    trim: Box | None = None
    ground: Page | None = None
    shapes: list[Shape] = field(default_factory=list)
    texts: list[Letters | ArcText] = field(default_factory=list)
    codes: list[Modules] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    bleed: Box | None = None

    @property
    def layers(self) -> tuple[Page, ...]:
        """The page with what lies under it, from the bottom up."""
        return (self,) if self.ground is None else (*self.ground.layers, self)

    @property
    def all_shapes(self) -> list[Shape]:
        """The shapes of all layers."""
        return [shape for layer in self.layers for shape in layer.shapes]

    @property
    def all_texts(self) -> list[Letters | ArcText]:
        """The texts of all layers."""
        return [text for layer in self.layers for text in layer.texts]

    @property
    def all_placed(self) -> list[Placed]:
        """What stands where, on all layers."""
        return [placed for layer in self.layers for placed in layer.placed]

    def fill(self, path: Path, tone: Tone, role: str = "fill") -> None:
        """Fill a small thing (node, dot, half-disc, halo) in the colour of a tone."""
        self._shape(role, Fill(path, self._colour(tone)), bounds(path))

    def tint(self, path: Path, tone: str) -> None:
        """Fill an area in a light tone, where the edition has tints."""
        colour = self.theme.tint(tone)
        if colour is not None:
            self._shape("tint", Fill(path, colour), bounds(path))

    def stroke(self, path: Path, role: str, tone: Tone | None = None, *, width: float | None = None) -> None:
        """Draw a line in a role's width and dash, in its own tone or another."""
        style = self.theme.stroke(role, tone if isinstance(tone, str) else None)
        if isinstance(tone, Colour):
            style = replace(style, colour=tone)
        if width is not None:
            style = replace(style, width=width)
        self._shape(role, Stroke(path, style, fitted_dash(path, style.dash)), bounds(path))

    def line(self, x1: float, y1: float, x2: float, y2: float, role: str = "writing", tone: Tone | None = None) -> None:
        """Draw one straight line."""
        self.stroke(polyline(((x1, y1), (x2, y2))), role, tone)

    @contextmanager
    def clipped(self, path: Path) -> Iterator[None]:
        """Show only what lies inside a path of the shapes that are drawn within the ``with`` block."""
        outside, self.shapes = self.shapes, []
        yield
        self.shapes = [*outside, Clipped(path, tuple(self.shapes))]

    def disc(self, of: Circle, tone: str) -> DiscStyle:
        """Draw a step or icon disc: solid, or a ring where ink is saved. Gives its style, for what stands in it."""
        style = self.theme.disc(tone, of.r)
        self._disc(of, style)
        return style

    def mark_disc(self, of: Circle, tone: str) -> None:
        """Draw one disc of the brand mark."""
        self._disc(of, self.theme.mark_disc(tone))

    def icon(self, name: str, centre: tuple[float, float], size: float, tone: Tone, *, stroke: float = 0) -> None:
        """Draw an icon of ``size`` mm around a centre; ``stroke``: another width of its lines, in mm."""
        scale = size / RASTER
        x, y = centre[0] - size / 2, centre[1] - size / 2
        shape, colour = icon(name), self._colour(tone)
        style = StrokeStyle("icon", stroke or STROKE * scale, (), True, colour)
        self.shapes.append(Stroke(placed(shape.strokes, scale, x, y), style, ()))
        if shape.dots:
            self.shapes.append(Fill(placed(shape.dots, scale, x, y), colour))
        self.placed.append(Placed("icon", name, Box(x, y, size, size)))

    def text(
        self,
        text: Text | str,
        role: str,
        x: float,
        y: float,
        *,
        width: float,
        lines: int = 1,
        align: Align = "left",
        tone: Tone | None = None,
        leading: float | None = None,
    ) -> PlacedText:
        """Set a text with its first baseline at ``y``; ``x`` is its left end, its middle or its right end.

        A text that does not fit in ``lines`` lines of ``width`` mm, or that has a letter no font has, is a problem
        of the page and is set all the same.
        """
        text = text if isinstance(text, Text) else Text.of(text)
        style = self.style(role, tone, leading)
        fitted = fit_text(text, style, width, self.fonts, lines=lines)
        self.problems += letter_problems(text, style, self.fonts)
        if isinstance(fitted, Overflow):
            self.too_long(text, fitted.excess, fitted.direction)
            fitted = fitted.fitted
        return self._set(fitted, x, y, align)

    def fits(self, text: Text | str, role: str, width: float, *, lines: int = 1, leading: float | None = None) -> bool:
        """Whether a text fits in a place, down to the smallest size of its role, in the role's own family."""
        text = text if isinstance(text, Text) else Text.of(text)
        style = self.style(role, None, leading)
        fitted = fit_text(text, style, width, self.fonts, lines=lines)
        return isinstance(fitted, FittedText) and fitted.style.font == style.font

    def measure(
        self, text: Text | str, role: str, width: float, *, lines: int = 99, leading: float | None = None
    ) -> FittedText:
        """How a text would be set: its lines, its width and height. Nothing is placed and nothing is reported."""
        text = text if isinstance(text, Text) else Text.of(text)
        fitted = fit_text(text, self.style(role, None, leading), width, self.fonts, lines=lines)
        return fitted.fitted if isinstance(fitted, Overflow) else fitted

    def style(self, role: str, tone: Tone | None = None, leading: float | None = None) -> TextStyle:
        """The style of a role in this edition, in another tone or leading (mm) if given."""
        style = self.theme.text(role, tone if isinstance(tone, str) else None)
        if isinstance(tone, Colour):
            style = replace(style, colour=tone)
        return style if leading is None else replace(style, leading=leading)

    def widest(self, texts: Iterable[Text], role: str) -> float:
        """The widest of some one-line texts in mm, in the edition that needs most: all share one geometry."""
        styles = [theme(edition).text(role) for edition in self.theme.alike]
        return max(self.fonts.width(text.plain, style.font, style.size) for text in texts for style in styles)

    def too_long(self, text: Text, excess: float, direction: Literal["wide", "high"]) -> None:
        """Tell that a text is too long for its place by ``excess`` mm: too wide, or too high where lines are full.

        Where another text fills the most of it, such as a name from a list, it is told at the place of that one.
        """
        self._report(f"text-too-{direction}", text.main_mark, text=shortened(text.plain), excess=excess)

    def digit(self, text: Text, role: str, of: Circle, tone: Tone) -> None:
        """Set a digit or letter in the optical centre of a disc; it may be as wide as the disc at its height."""
        style = self.style(role)
        capital = self.fonts.face(style.font).capital * style.size * MM_PER_POINT
        width = 2 * of.half_chord(of.y - capital / 2)
        self.text(text, role, of.x, of.y + DIGIT_DROP * style.size, width=width, align="centre", tone=tone)

    def upward(self, text: Text | str, role: str, x: float, y: float, *, width: float) -> Box:
        """Set a text on one line that reads upwards: ``x`` is its baseline, ``y`` where it starts. Gives its box."""
        text = text if isinstance(text, Text) else Text.of(text)
        style = self.style(role)
        fitted = fit_text(text, style, width, self.fonts)
        self.problems += letter_problems(text, style, self.fonts)
        if isinstance(fitted, Overflow):
            self.too_long(text, fitted.excess, fitted.direction)
            fitted = fitted.fitted
        letters, box = set_upward(fitted, x, y, self.fonts)
        self.texts += letters
        self.placed.append(Placed(role, text.plain, box))
        return box

    def arc_text(
        self,
        text: Text,
        role: str,
        of: Circle,
        *,
        upper: bool,
        width: float = math.inf,
        align: Align = "centre",
        at: float = 0,
    ) -> None:
        """Set a text along a circle, centred on north (upper) or, reading left to right, on south.

        With another ``align`` it starts there or ends there; ``at``: so many mm further along the reading direction.
        The circle is that of the baseline: its radius is the distance of the baseline from the centre. A text that is
        longer than ``width`` mm along that baseline is a problem of the page and is set all the same.
        """
        style = self.style(role)
        self.problems += letter_problems(text, style, self.fonts)
        *_, whole = arc_widths(text.plain, style, self.fonts)
        if whole > width:
            self.too_long(text, whole - width, "wide")
        found = set_on_arc(text.plain, style, of, self.fonts, upper=upper, align=align, at=at)
        if found:
            self.texts.append(found[0])
            self.placed.append(Placed(role, text.plain, found[1]))

    def qr(self, url: str, box: Box, *, smallest: float, mark: Mark | None = None) -> None:
        """Draw the code of a URL in a square, quiet zone included; modules of at least ``smallest`` mm."""
        room = qr.capacity(box.width, smallest)
        excess = len(url.encode()) - room
        if excess > 0:
            self._report("url-too-long", mark, url=url, excess=excess, room=room)
            return
        self.codes.append(Modules(qr.code(url), box))
        self.link(url, box)
        self.placed.append(Placed("qr", url, box))

    def logo(self, logo: Logo, box: Box) -> None:
        """Set a logo in a box of its own proportions."""
        if isinstance(logo, Vector):
            self.shapes += logos.shapes(logo, box, self.theme.edition)
        else:
            self.pictures.append(logos.picture(logo, box, self.theme.edition))
        self.placed.append(Placed("logo", "", box))

    def link(self, url: str, box: Box) -> None:
        """Make a place clickable in the PDF."""
        self.links.append(Link(box, url))

    def place(self, other: Page, x: float, y: float, *, turned: bool = False) -> None:
        """Set all that stands on another page, such as a card, with that page's top-left corner at (x, y).

        ``turned``: upside down. The problems of a page that is placed more than once are told once.
        """
        size = other.size if turned else None
        self.shapes += [at(shape, x, y, size) for shape in other.all_shapes]
        self.texts += [at(text, x, y, size) for text in other.all_texts]
        self.codes += [at(code, x, y, size) for layer in other.layers for code in layer.codes]
        self.pictures += [at(picture, x, y, size) for layer in other.layers for picture in layer.pictures]
        self.links += [at(link, x, y, size) for layer in other.layers for link in layer.links]
        self.placed += [at(placed, x, y, size) for placed in other.all_placed]
        self.problems += [problem for problem in other.problems if problem not in self.problems]

    def _shape(self, role: str, shape: Shape, box: Box) -> None:
        self.shapes.append(shape)
        self.placed.append(Placed(role, "", box))

    def _disc(self, of: Circle, style: DiscStyle) -> None:
        path = circle(of)
        self._shape("disc", Fill(path, style.fill), of.box)
        if style.outline_width:
            outline = StrokeStyle("disc-outline", style.outline_width, (), True, style.outline)
            self._shape("disc-outline", Stroke(path, outline, ()), of.box)

    def _set(self, fitted: FittedText, x: float, y: float, align: Align) -> PlacedText:
        letters, box = set_lines(fitted, x, y, align, self.fonts)
        self.texts += letters
        self.placed.append(Placed(fitted.style.role, "\n".join(line.plain for line in fitted.lines), box))
        return PlacedText(fitted, box, y + fitted.height)

    def _report(self, code: str, mark: Mark | None, **values: str | float) -> None:
        self.problems.append(Diagnostic(code, values, mark))

    def _colour(self, tone: Tone) -> Colour:
        return tone if isinstance(tone, Colour) else self.theme.colour(tone)
