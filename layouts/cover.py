"""The cover of a pack: when, where and for whom it is, and what is in it (design, section 23)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT
from kit.draw.page import Page
from kit.model.schema import Cover
from kit.model.text.spans import Text
from kit.model.workshop.stack import Contents, ContentsRow

from .shared.frame import footer, sheet_code
from .shared.network import Border, Look, network
from .shared.parts import check_kinds

LEFT: Final = 12.0
RIGHT: Final = 198.0
BORDERS: Final[tuple[Border, ...]] = (
    ((45, 4), (41.5, 27), (33.2, 40), (31, 56), (35, 68)),
    ((41.5, 27), (60, 28.6), (73, 34), (86, 31.4)),
    ((74.1, 32.8), (71.5, 43), (73.5, 55), (71, 68)),
)
"""Those of the card, but for where they end: higher above the title, and away from the code (design, image 24)."""

ART: Final = Look("cover-bubble", "cover-link", node=2.3, borders=BORDERS, scale=1.62, x=18, y=6, icon=0.9)

TITLE_Y: Final = 136.0
SUBTITLE_INSET: Final = 0.3
SUBTITLE_Y: Final = 145.4
BORDER_Y: Final = 154.0

FACTS: Final = ((12.0, 76.0), (92.0, 54.0), (150.0, 48.0))
"""Where the three facts start, and how wide they may be."""

FACT_LABEL_Y: Final = 163.0
FACT_Y: Final = 169.4
FACT_LINE_Y: Final = 170.0

CONTENTS_Y: Final = 185.0
COLUMNS: Final = (12.0, 108.0)
FIRST_ROW: Final = 195.5
ROW: Final = 10.2
MOST_ROWS: Final = 15
HIGH_ROWS: Final = 7
"""So many rows of their full height stand in a column; one more makes all of them lower."""

COUNT_RIGHT: Final = 11.0
NAME: Final = 16.0
PAPER_RIGHT: Final = 90.0
GAP: Final = 3.0
RULE_DROP: Final = 3.4
NOTE_Y: Final = 270.0


def draw(context: DrawingContext, sheet: Cover, of: Contents) -> list[Page]:
    """One A4 page. More rows than there is room for are a problem of the page."""
    page = context.page(A4_PORTRAIT)
    network(page, ART)
    page.text(sheet.title, "cover-title", LEFT, TITLE_Y, width=RIGHT - LEFT)
    x = LEFT + SUBTITLE_INSET
    page.text(sheet.subtitle, "cover-subtitle", x, SUBTITLE_Y, width=RIGHT - x)
    sheet_code(page, context, sheet)
    page.line(LEFT, BORDER_Y, RIGHT, BORDER_Y, "border")
    _facts(page, sheet, of)
    _contents(page, sheet, of)
    page.text(sheet.note, "cover-note", LEFT, NOTE_Y, width=RIGHT - LEFT, lines=2)
    footer(page, context, sheet, sheet.footer)
    return [page]


def _facts(page: Page, sheet: Cover, of: Contents) -> None:
    """When, where and for whom; a line to write on where that is not known."""
    group = sheet.group.fill(
        deelnemers=sheet.participants.of(of.participants),
        tafels=sheet.tables.of(of.tables),
    )
    facts = ((sheet.when, of.when), (sheet.where, of.where), (sheet.for_whom, group))
    for (label, value), (x, width) in zip(facts, FACTS, strict=True):
        page.text(label, "cover-label", x, FACT_LABEL_Y, width=width)
        if value is None:
            page.line(x, FACT_LINE_Y, x + width, FACT_LINE_Y)
        else:
            _fact(page, value, x, width)


def _fact(page: Page, value: Text, x: float, width: float) -> None:
    """On one line if that can be; else on two, the second behind a comma if it can."""
    lines = 1 if page.fits(value, "cover-value", width) else 2
    if lines == 2:
        value = next((one for one in _broken(value) if page.fits(one, "cover-value", width, lines=2)), value)
    page.text(value, "cover-value", x, FACT_Y, width=width, lines=lines)


def _broken(value: Text) -> Iterator[Text]:
    """A value with a break behind one of its commas: the last first, so that a municipality stands by itself."""
    parts = value.plain.split(", ")
    for i in range(len(parts) - 1, 0, -1):
        yield Text.of(", ".join(parts[:i]) + ",\n" + ", ".join(parts[i:]), value.mark)


def _contents(page: Page, sheet: Cover, of: Contents) -> None:
    """What is in the pack, in two columns that are read one after the other."""
    page.text(sheet.contents, "cover-head", LEFT, CONTENTS_Y, width=RIGHT - LEFT)
    half = (len(of.rows) + 1) // 2
    pitch = ROW if half <= HIGH_ROWS else ROW * (HIGH_ROWS - 1) / (half - 1)
    for x, rows in zip(COLUMNS, (of.rows[:half], of.rows[half:]), strict=True):
        for i, row in enumerate(rows):
            _row(page, sheet, row, x, FIRST_ROW + pitch * i)
    check_kinds(page, sheet, len(of.rows), MOST_ROWS)


def _row(page: Page, sheet: Cover, row: ContentsRow, x: float, y: float) -> None:
    """How many sheets, of what, on which paper."""
    page.text(sheet.count.fill(n=row.count), "cover-count", x + COUNT_RIGHT, y, width=COUNT_RIGHT, align="right")
    paper = _paper(sheet, row)
    start = x + PAPER_RIGHT - page.widest([paper], "cover-paper")
    page.text(row.name, "cover-name", x + NAME, y, width=start - GAP - x - NAME)
    page.text(paper, "cover-paper", x + PAPER_RIGHT, y, width=PAPER_RIGHT - NAME, align="right")
    page.line(x, y + RULE_DROP, x + PAPER_RIGHT, y + RULE_DROP, "cover-row")


def _paper(sheet: Cover, row: ContentsRow) -> Text:
    """The size of the paper; of cards, how many there are after cutting too."""
    paper = sheet.papers.of(row.paper)
    if not row.cards:
        return paper
    return sheet.paper_of_cards.fill(papier=paper, kaarten=sheet.cards.of(row.cards))
