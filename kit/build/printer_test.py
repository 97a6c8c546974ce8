"""The printer test as files: front and back, and on A3, before anything else is printed. All of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kit import files, registry
from kit.build import manifest, output_paths
from kit.build.build import Built
from kit.build.problems import merged
from kit.diagnostics import Diagnostic, KitError, Severity
from kit.draw.context import DrawingContext
from kit.draw.look.theme import Edition, theme
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.text.fonts import Fonts, cut_names
from kit.model import shipped
from kit.model.catalogue import Catalogue, WorkshopSheets, read
from kit.model.shift import Shift
from kit.model.text.spans import Text
from kit.press.about import DUPLEX

_LAYOUT: Final = "printer_test"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: the back moved by a ``shift``, or else as the content says."""

    shift: Shift | None = None
    content: Path | None = None
    out: Path = Path("out")
    edition: Edition = "colour"
    language: str = "nl"

    def file(self, name: str) -> Path:
        """A PDF: it is called as in the stack of a workshop."""
        return output_paths.folder(self.out, self.language, self.edition) / f"{name}.pdf"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A file to be: its ``name``, what the sheet in it is called, and its pages."""

    name: str
    bookmark: Text
    pages: Sequence[Page]
    duplex: str
    """How a print window turns the paper over: a back that stands upright needs it so (ISO 32000-1, table 150)."""


def make(order: Order) -> Built:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched."""
    folder = order.content or shipped.folder()
    checked = read(folder, order.language, cut_names())
    catalogue = checked.catalogue
    sheets = catalogue.workshop if catalogue else None
    if catalogue is None or sheets is None:
        nothing = Diagnostic("pack-no-workshop", {"folder": str(folder / order.language)})
        raise KitError(checked.errors or [nothing])
    context = DrawingContext(catalogue, theme(order.edition), Fonts(catalogue.fonts))
    drawn = list(_drawn(context, sheets, order.shift))
    told = (*(checked.errors or checked.problems), *_said(drawn))
    if any(problem.severity is Severity.ERROR for problem in told):
        raise KitError(told)
    made = {order.file(one.name): pdf_bytes(one.pages, context.fonts, _info(catalogue, one)) for one in drawn}
    (folder,) = {path.parent for path in made}
    told = (*manifest.other_content(folder, order.content), *told)
    files.sweep({folder})
    files.write_all(made)
    manifest.remember_content(folder, order.content, "printer-test")
    return Built(tuple(made), told)


def _drawn(context: DrawingContext, sheets: WorkshopSheets, shift: Shift | None) -> Iterator[_Sheet]:
    """The sheet on A4, and the one on A3 if the content has words for it."""
    sheet, names = sheets.printer_test, sheets.stack.files
    pages = registry.part(_LAYOUT, "draw")(context, sheet, shift)
    yield _Sheet(names.printer_test, sheet.bookmark, pages, DUPLEX["long"])
    if sheet.a3:
        pages = registry.part(_LAYOUT, "draw_a3")(context, sheet)
        yield _Sheet(names.printer_test_a3, sheet.a3.bookmark, pages, DUPLEX["single"])


def _said(drawn: Iterable[_Sheet]) -> list[Diagnostic]:
    """What is wrong: what both sheets say, once."""
    return merged(
        replace(problem, values={**problem.values, "sheet": one.bookmark.plain})
        for one in drawn
        for page in one.pages
        for problem in page.problems
    )


def _info(catalogue: Catalogue, sheet: _Sheet) -> Info:
    kit = catalogue.kit
    return Info(
        title=f"{sheet.bookmark} \N{EN DASH} {kit.title}",
        author=kit.author.plain,
        subject=sheet.name,
        language=kit.language,
        bookmarks=(sheet.bookmark.plain,),
        keywords=kit.audience.plain,
        duplex=sheet.duplex,
    )
