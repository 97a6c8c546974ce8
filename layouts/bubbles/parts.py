"""What the blank bubble sheet and the one with names share (design, section 11)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kit.draw.bubbles.borders import network
from kit.draw.bubbles.layouts import ANATOMY, Bubbles, Kind, Rule, arc, link_ends, lower_lines, pill, upper_lines
from kit.draw.context import DrawingContext
from kit.draw.geometry import Box, Circle, Point, Size
from kit.draw.page import DIGIT_DROP, Page
from kit.draw.paths import circle, half_disc, rounded
from kit.model.schema import BubbleSheet
from kit.model.text.spans import Text
from kit.model.workshop.stack import Names

from ..shared.frame import brand_mark
from ..shared.parts import field_values, link, name_fields, node, step_mark, who_from
from .seam import seam_label, seam_line, seam_printed, seam_words


@dataclass(frozen=True, slots=True)
class Form:
    """How a sheet is laid out: whole, or for two tiles that meet at the x ``seam``. Lengths in mm.

    ``inward``: how much nearer to the middle everything beside the bubbles stands; ``instruction``: how wide that is;
    ``footer``: the x where the footer ends, if not at the version.
    """

    seam: float | None = None
    inward: float = 0
    instruction: float = 80
    footer: float | None = None

    @property
    def centre(self) -> Kind:
        """The kind of the bubble in the middle."""
        return "centre" if self.seam is None else "seam"

    def kinds(self, bubbles: Bubbles) -> tuple[tuple[Kind, Circle], ...]:
        """Each circle with its kind, the centre first."""
        return ((self.centre, bubbles.centre), *(("neighbour", of) for of in bubbles.neighbours))

    @property
    def margin(self) -> float:
        """Between the edge of the sheet and what stands beside the bubbles."""
        return 10 + self.inward


WHOLE: Final = Form()

STEP: Final = 3
"""The step in which the sheet is filled in."""

MARK_X: Final = 67.0
"""Where its mark begins, behind the name of the kit."""

INSTRUCTION_Y: Final = 30.6
INSTRUCTION_ROWS: Final = 7
NUMBER_INSET: Final = 5.4

TAB: Final = Size(25, 5.6)
TAB_INSET: Final = 5.0
"""Where the tab that says where to begin lies on the upper edge of the own name pill: from the left end of that."""

TONE: Final[Mapping[Kind, str]] = MappingProxyType({"centre": "you", "neighbour": "bridge", "seam": "you"})
NODE: Final = 2.0

LEGEND_LEFT, LEGEND_RIGHT, LEGEND_WORDS = 10.4, 25.0, 28.0
LEGEND_BORDER, LEGEND_LINK = 269, 275.6
LEGEND_DROP: Final = 1.2
"""From the middle of a sample down to the baseline of its text."""

OWN_LINE: Final = 4.6
"""From the equator down to the line for the own name."""

NAME_RISE: Final = 1.6
"""From that line up to a printed name, as on canvas 1."""

FIELDS: Final = (353.0, 410.0)
"""From where to where the fields for organisation and date go. Farther left is a bubble of layout 4A."""

ORGANISATION_LABEL, ORGANISATION, DATE = 260.6, 273.0, 281.5
"""The y of their lines; the label of the organisation stands above its line, which takes twenty letters by hand."""

ORGANISATION_LINES: Final = 3
"""Between this label and its line there is room for two lines more."""

PILL_LABEL_DROP: Final = 1.0
"""From the equator down to the baseline of the label, which makes its capitals stand in the middle."""


def brand(page: Page, context: DrawingContext, sheet: BubbleSheet, form: Form) -> None:
    """Brand mark, the kit's name, the title and the step that the sheet belongs to."""
    left, width = form.margin, form.instruction - 22
    brand_mark(page, left, 10.6, 0.9)
    page.text(context.catalogue.kit.title.upper(), "brand", left + 22, 15.4, width=width)
    page.text(sheet.title, "bubble-sheet-title", left + 21.6, 24, width=width)
    step_mark(page, context.catalogue.steps.step(STEP), left + MARK_X, 15.4)


def instruction(page: Page, text: Text, form: Form) -> None:
    """What to do, under the title: its lines one under the other, numbered if there are more than one."""
    lines = text.lines()
    inset = NUMBER_INSET if len(lines) > 1 else 0
    y, left = INSTRUCTION_Y, INSTRUCTION_ROWS
    for number, line in enumerate(lines, 1):
        if inset:
            page.text(str(number), "instruction-number", form.margin, y, width=inset)
        most = max(1, left - len(lines) + number)
        placed = page.text(line, "instruction", form.margin + inset, y, width=form.instruction - inset, lines=most)
        rows = len(placed.fitted.lines)
        y, left = y + rows * page.style("instruction").leading, left - rows


def ground(page: Page, bubbles: Bubbles, linked: Iterable[Circle], reserved: tuple[Box, ...], form: Form) -> None:
    """What lies under the bubbles: tints, borders and the links with those that are linked."""
    for kind, of in form.kinds(bubbles):
        page.tint(half_disc(of, upper=True), f"{TONE[kind]}-tint")
    borders = network(bubbles, reserved, form.seam)
    for border in (*borders.ring, *borders.spokes):
        page.stroke(border, "map-border")
    for of in linked:
        link(page, *link_ends(bubbles, of), (NODE, NODE), "link")


def bubble(page: Page, kind: Kind, of: Circle) -> None:
    """The outline of a bubble and its equator."""
    page.stroke(circle(of), "neighbour" if kind == "neighbour" else "centre")
    page.line(of.x - of.r, of.y, of.x + of.r, of.y, "equator", TONE[kind])


def blank_lines(page: Page, kind: Kind, of: Circle) -> None:
    """The writing lines of a bubble in which nothing is written yet."""
    rules(page, (*upper_lines(of, kind), *lower_lines(of, kind)))


def rules(page: Page, lines: Iterable[Rule]) -> None:
    """Writing lines."""
    for rule in lines:
        page.line(rule.left, rule.y, rule.right, rule.y)


def arcs(page: Page, sheet: BubbleSheet, kind: Kind, of: Circle) -> None:
    """The words along the arcs of a bubble."""
    words = sheet.arcs
    upper, lower = (words.other_upper, words.other_lower) if kind == "neighbour" else (words.own_upper, words.own_lower)
    write = seam_words if kind == "seam" else _words
    write(page, upper, kind, of, upper=True)
    write(page, lower, kind, of, upper=False)


def _words(page: Page, words: Text, kind: Kind, of: Circle, *, upper: bool) -> None:
    page.arc_text(words, role("arc", kind), arc(of, kind, upper=upper), upper=upper, width=ANATOMY[kind].words)


def name_pill(page: Page, kind: Kind, of: Circle) -> None:
    """The name pill, empty."""
    box = pill(of, kind)
    path = rounded(box, box.height / 2)
    page.fill(path, "white", "pill-ground")
    page.stroke(path, role("pill", kind))


def start_tab(page: Page, words: Text, kind: Kind, of: Circle) -> None:
    """Where to begin: a tab on the upper edge of the own pill."""
    edge = pill(of, kind)
    box = Box(edge.x + TAB_INSET, edge.y - TAB.height / 2, TAB.width, TAB.height)
    path = rounded(box, TAB.height / 2)
    page.fill(path, "white", "pill-ground")
    page.stroke(path, "start-tab")
    y = box.centre.y + DIGIT_DROP * page.style("start-tab").size
    page.text(words, "start-tab", box.centre.x, y, width=box.width - 4, align="centre")


def own_label(page: Page, label: Text, kind: Kind, of: Circle, *, blank: bool) -> None:
    """The label in the own pill: at its top; on tiles at the seam, or at the left where a line follows it."""
    if kind == "seam":
        seam_label(page, label, of, blank=blank)
        return
    page.text(label, "pill-label-centre", of.x, of.y - 3.6, width=pill(of, kind).inset(8).width, align="centre")


def own_line(page: Page, label: Text, kind: Kind, of: Circle) -> None:
    """The line in the own pill to write the name on."""
    box = pill(of, kind).inset(8)
    left = seam_line(page, label, of) if kind == "seam" else box.x
    page.line(left, of.y + OWN_LINE, box.right, of.y + OWN_LINE)


def other_blank(page: Page, label: Text, of: Circle) -> None:
    """The label at the left of a neighbour's pill, and the line to write the name on."""
    box = pill(of, "neighbour")
    page.text(label, "pill-label", box.x + 4.2, of.y + PILL_LABEL_DROP, width=18.3)
    page.line(box.x + 23.5, of.y + 3.2, box.right - 5, of.y + 3.2)


def nodes(page: Page, bubbles: Bubbles, linked: Collection[Circle]) -> None:
    """A node at both ends of every link."""
    for of in linked:
        own, other = link_ends(bubbles, of)
        node(page, own, NODE, TONE["centre"])
        node(page, other, NODE, TONE["neighbour"])


def legend(page: Page, sheet: BubbleSheet, neighbour: Text | None, form: Form) -> None:
    """What the border means, and the link where there is any. The samples of both are flush."""
    left, right, words = (x + form.inward for x in (LEGEND_LEFT, LEGEND_RIGHT, LEGEND_WORDS))
    page.line(left, LEGEND_BORDER, right, LEGEND_BORDER, "map-border")
    page.text(sheet.border, "legend", words, LEGEND_BORDER + LEGEND_DROP, width=32)
    if neighbour is None:
        return
    start, end = Point(left + NODE, LEGEND_LINK), Point(right - NODE, LEGEND_LINK)
    link(page, start, end, (NODE, NODE), "link")
    node(page, start, NODE, TONE["centre"])
    node(page, end, NODE, TONE["neighbour"])
    page.text(neighbour, "legend", words, LEGEND_LINK + LEGEND_DROP, width=32)


def fields(page: Page, context: DrawingContext, form: Form) -> None:
    """The fields for organisation and date."""
    organisation, date = _labels(context)
    left, right = _ends(form)
    page.text(organisation, "name-field", left, ORGANISATION_LABEL, width=right - left)
    page.line(left, ORGANISATION, right, ORGANISATION)
    name_fields(page, (date,), left, right, (DATE,))


def printed(page: Page, context: DrawingContext, names: Names, form: Form) -> None:
    """What is known of whoever gets the sheet, in the fields: person and organisation need more lines than one."""
    _, date = _labels(context)
    who_from(page, *_ends(form), ORGANISATION, names, lines=ORGANISATION_LINES)
    field_values(page, (date,), *_ends(form), (DATE,), (names.date,))


def printed_name(page: Page, name: Text, kind: Kind, of: Circle) -> None:
    """The own municipality, on the line for it in the own pill."""
    y = of.y + OWN_LINE - NAME_RISE
    if kind == "seam":
        seam_printed(page, name, of, y)
        return
    page.text(name, "printed-name", of.x, y, width=pill(of, kind).inset(8).width, align="centre")


def _ends(form: Form) -> tuple[float, float]:
    left, right = FIELDS
    return left - form.inward, right - form.inward


def _labels(context: DrawingContext) -> tuple[Text, Text]:
    fields = context.catalogue.steps.name_fields
    return fields.organisation, fields.date


def role(name: str, kind: Kind) -> str:
    """The role of a part: that in the centre has a name of its own."""
    return name if kind == "neighbour" else f"{name}-centre"
