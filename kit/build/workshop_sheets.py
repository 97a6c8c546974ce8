"""The sheets that only a workshop has, drawn for a made-up one: so that `kit check` tells what does not fit on them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kit import registry
from kit.diagnostics import Diagnostic, KitError
from kit.draw.context import DrawingContext
from kit.draw.page import Page
from kit.model.catalogue import Catalogue, WorkshopSheets
from kit.model.printing import Paper
from kit.model.schema import RunSheet
from kit.model.text.spans import Text
from kit.model.workshop.dates import written, written_long
from kit.model.workshop.stack import Contents, ContentsRow, ListRow, Names, PrintList, RunData, TableCard

_DAY: Final = datetime.date(2026, 9, 30)
"""A Wednesday in September: as long as a date gets in Dutch."""

_START: Final = 9 * 60 + 30
_PEOPLE, _TABLES, _SEATS, _CARDS = 18, 4, 5, 12
_ON_PAPER: Final[Paper] = "a3"


def problems(context: DrawingContext) -> Iterator[Diagnostic]:
    """What is wrong on the sheets of a workshop of 18 at four tables, half of whom are known."""
    catalogue = context.catalogue
    if catalogue.workshop is None:
        return
    for name, draw in _drawings(context, catalogue, catalogue.workshop):
        try:
            found: Sequence[Diagnostic] = [problem for page in draw() for problem in page.problems]
        except KitError as error:
            found = error.diagnostics
        yield from (replace(problem, values={**problem.values, "sheet": name}) for problem in found)


def _drawings(
    context: DrawingContext, catalogue: Catalogue, of: WorkshopSheets
) -> Iterator[tuple[str, Callable[[], Sequence[Page]]]]:
    rows = _contents(catalogue)
    date, place = written(_DAY, of.dates), Text.of("Lier")
    when = written_long(_DAY, _START, of.dates)
    cover = Contents(_PEOPLE, _TABLES, rows, when, place)
    listed = tuple(ListRow(row.name, "alles.pdf", row.count, row.paper, "single", "none", 5) for row in rows)
    print_list = PrintList(_PEOPLE, _TABLES, listed, _CARDS * _PEOPLE, 2, 5, 3, date, place)
    seats = tuple(Names(Text.of(f"{number}")) for number in range(1, _SEATS))
    card = TableCard(_TABLES, seats, 1, _CARDS, date, place)
    run = RunData(_PEOPLE, _TABLES, _SEATS, rows, _START, date, place)
    asked: list[tuple[str, object, object]] = [
        ("cover", of.cover, cover),
        ("print_list", of.print_list, print_list),
        ("table_card", of.table_card, card),
        ("printer_test", of.printer_test, None),
        *(("run_sheet", sheet, run) for sheet in catalogue.sheets.values() if isinstance(sheet, RunSheet)),
    ]
    for layout, sheet, data in asked:
        name = getattr(sheet, "bookmark", Text.of(layout)).plain

        def draw(layout: str = layout, sheet: object = sheet, data: object = data) -> Sequence[Page]:
            return registry.part(layout, "draw", context.theme.edition)(context, sheet, data)

        yield name, draw
    if of.printer_test.a3:
        yield (
            of.printer_test.a3.bookmark.plain,
            lambda: registry.part("printer_test", "draw_a3")(context, of.printer_test),
        )


def _contents(catalogue: Catalogue) -> tuple[ContentsRow, ...]:
    """A line for each sheet that somebody gets."""
    shares = catalogue.workshop.stack.sheets if catalogue.workshop else ()
    return tuple(
        ContentsRow(_PEOPLE, catalogue.sheets[one.sheet].bookmark, _ON_PAPER)
        for one in shares
        if one.sheet in catalogue.sheets
    )
