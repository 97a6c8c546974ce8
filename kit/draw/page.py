"""A page as plain data: what is painted where, in mm, and a record of every thing placed.

Layouts call the methods below; nothing is painted here. ``kit.draw.paint`` turns pages into a PDF.
Shapes lie under texts, and texts under codes, whatever the order of the calls; within a kind the order holds,
so that the order of the texts is the order in which they are read.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final, Literal, Protocol, Self, TypeVar

from kit.diagnostics import Diagnostic, Mark, Severity
from kit.draw import logos, qr
from kit.draw.fonts import MM_PER_POINT, Fonts
from kit.draw.geometry import Box, Circle, Close, Path, Point, Size, bounds, circle, length, placed, polyline
from kit.draw.icons import RASTER, STROKE, icon
from kit.draw.records import ArcText, Clipped, Fill, Letters, Link, Modules, Picture, Placed, Shape, Stroke
from kit.draw.text import FittedText, Overflow, fit_text
from kit.draw.theme import WEIGHTS, Colour, DiscStyle, Font, StrokeStyle, TextStyle, Theme, theme
from kit.draw.wording import fallback, missing_letters, replaced_letters
from kit.model.logo import Logo
from kit.model.svg import Vector
from kit.model.text import Text

Align = Literal["left", "centre", "right"]
Tone = str | Colour

DESCENT: Final = 0.21
"""How far letters hang below the baseline, in sizes (Fira Sans: g, p; Poppins: g)."""

EXCERPT: Final = 60
"""So many letters of a text are shown where something is wrong with it."""

LISTED: Final = 40
"""So many letters that no font has are listed of one text."""

UPWARDS: Final = 270
"""The angle of letters that read upwards, in degrees."""

DIGIT_DROP: Final = 0.123
"""From the centre of a disc down to the baseline of its digit, in mm per pt (design, section 4)."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text as it was set: ``box`` from the first line's capitals to the last line's descenders."""

    fitted: FittedText
    box: Box
    last_baseline: float

    @property
    def right(self) -> float:
        """The x where the widest line ends."""
        return self.box.right

    @property
    def lines(self) -> int:
        """The number of lines."""
        return len(self.fitted.lines)


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
        self._check_letters(text, style)
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
        styles = [theme(edition).text(role) for edition in WEIGHTS]
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
        self._check_letters(text, style)
        if isinstance(fitted, Overflow):
            self.too_long(text, fitted.excess, fitted.direction)
            fitted = fitted.fitted
        style = fitted.style
        for line in fitted.lines:
            for run in line.runs:
                at = (x, y - run.x)
                self.texts.append(Letters(run.text, run.font, style.size, style.tracking, style.colour, *at, UPWARDS))
        size = style.size * MM_PER_POINT
        left = x - self.fonts.face(style.font).capital * size
        box = Box.between(left, y - fitted.width, x + DESCENT * size, y)
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
        self._check_letters(text, style)
        cuts = [self._cut(letter, style) for letter in text.plain]
        widths = [self.fonts.width(letter, cut, style.size) for letter, cut in zip(text.plain, cuts, strict=True)]
        gap = style.tracking * MM_PER_POINT
        whole = sum(widths) + gap * (len(widths) - 1)
        if whole > width:
            self.too_long(text, whole - width, "wide")
        start = at - {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * whole
        letters: list[Letters] = []
        for letter, cut, advance in zip(text.plain, cuts, widths, strict=True):
            letters.append(_on_arc(letter, cut, style, of, (start + advance / 2) / of.r, advance, upper=upper))
            start += advance + gap
        if letters:
            self.texts.append(ArcText(text.plain, tuple(letters)))
            self.placed.append(Placed(role, text.plain, _box_around(letters, style.size * MM_PER_POINT)))

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
        self.shapes += [_set(shape, x, y, size) for shape in other.all_shapes]
        self.texts += [_set(text, x, y, size) for text in other.all_texts]
        self.codes += [_set(code, x, y, size) for layer in other.layers for code in layer.codes]
        self.pictures += [_set(picture, x, y, size) for layer in other.layers for picture in layer.pictures]
        self.links += [_set(link, x, y, size) for layer in other.layers for link in layer.links]
        self.placed += [_set(placed, x, y, size) for placed in other.all_placed]
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
        style = fitted.style
        left = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        for i, line in enumerate(fitted.lines):
            start = x - left * line.width
            for run in line.runs:
                at = (start + run.x, y + i * style.leading)
                self.texts.append(
                    Letters(run.text, run.font, style.size, style.tracking, style.colour, *at, outline=style.outline)
                )
        size = style.size * MM_PER_POINT
        top = y - self.fonts.face(style.font).capital * size
        box = Box(x - left * fitted.width, top, fitted.width, y + fitted.height + DESCENT * size - top)
        self.placed.append(Placed(style.role, "\n".join(line.plain for line in fitted.lines), box))
        return PlacedText(fitted, box, y + fitted.height)

    def _cut(self, letter: str, style: TextStyle) -> Font:
        """The cut of a letter: the style's own, or the one that stands in for it."""
        font = style.cut(bold=False, italic=False)
        return font if self.fonts.covers(letter, font) else fallback(font)

    def _check_letters(self, text: Text, style: TextStyle) -> None:
        for mark, spans in groupby(text.spans, lambda span: span.mark or text.mark):
            self._check_part(Text(tuple(spans), mark), style)

    def _check_part(self, text: Text, style: TextStyle) -> None:
        """Check the letters of a text that stands in one place of the content."""
        said = {"text": shortened(text.plain)}
        if missing := missing_letters(text, style, self.fonts):
            codepoint = {"codepoint": f"U+{ord(missing[0]):04X}"} if len(missing) == 1 else {}
            code = "letter-missing" if codepoint else "letters-missing"
            self._report(code, text.mark, letter=_listed(missing), **codepoint, **said)
        if replaced := replaced_letters(text, style, self.fonts):
            code = "letter-replaced" if len(replaced) == 1 else "letters-replaced"
            values = {"letter": _listed(replaced), **said, "family": style.font.family}
            self.problems.append(Diagnostic(code, values, text.mark, Severity.WARNING))

    def _report(self, code: str, mark: Mark | None, **values: str | float) -> None:
        self.problems.append(Diagnostic(code, values, mark))

    def _colour(self, tone: Tone) -> Colour:
        return tone if isinstance(tone, Colour) else self.theme.colour(tone)


class _Record(Protocol):
    """Anything on a page."""

    def moved(self, x: float, y: float) -> Self:
        """The same elsewhere."""

    def turned(self, within: Size) -> Self:
        """The same upside down."""


_Any = TypeVar("_Any", bound=_Record)


def _set(record: _Any, x: float, y: float, turned: Size | None) -> _Any:
    """A record elsewhere, first turned within a size if one is given."""
    return (record if turned is None else record.turned(turned)).moved(x, y)


def _listed(letters: Sequence[str]) -> str:
    """Letters behind each other; of very many the first, and how many more there are."""
    more = len(letters) - LISTED
    return " ".join(letters[:LISTED]) + (f" … (+ {more})" if more > 0 else "")


def shortened(text: str) -> str:
    """The start of a long text, enough to find it by."""
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rstrip() + "…"


def fitted_dash(path: Path, dash: Sequence[float]) -> tuple[float, ...]:
    """The dash stretched a little, so that a closed path has no seam and an open one begins and ends with a dash."""
    if not dash:
        return ()
    period, whole = sum(dash), length(path)
    closed = isinstance(path[-1], Close)
    last = 0 if closed else dash[0]
    count = max(round((whole - last) / period), 1)
    scale = whole / (count * period + last)
    return tuple(part * scale for part in dash) if 0.5 < scale < 2 else tuple(dash)


def _on_arc(
    letter: str, font: Font, style: TextStyle, of: Circle, angle: float, width: float, *, upper: bool
) -> Letters:
    """One letter on a circle; ``angle`` in radians from the middle of the text, along the reading direction."""
    turn = angle if upper else -angle
    along = Point(math.cos(turn), math.sin(turn))
    reach = of.r if upper else -of.r
    x = of.x + reach * math.sin(turn) - along.x * width / 2
    y = of.y - reach * math.cos(turn) - along.y * width / 2
    return Letters(letter, font, style.size, 0, style.colour, x, y, math.degrees(turn))


def _box_around(letters: Sequence[Letters], reach: float) -> Box:
    xs, ys = [letter.x for letter in letters], [letter.y for letter in letters]
    return Box.between(min(xs), min(ys) - reach / 2, max(xs) + reach / 2, max(ys) + reach / 4)
