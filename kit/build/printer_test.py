"""The printer test as a file: front and back, before anything else is printed. Whole or not at all, as with `build`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
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
from kit.press.about import DUPLEX

_LAYOUT: Final = "printer_test"
_OVER: Final = DUPLEX["long"]
"""How a print window turns the paper over: a back that stands upright needs it so (ISO 32000-1, table 150)."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: the back moved by a ``shift``, or else as the content says."""

    shift: Shift | None = None
    content: Path | None = None
    out: Path = Path("out")
    edition: Edition = "colour"
    language: str = "nl"

    def file(self, sheets: WorkshopSheets) -> Path:
        """The PDF: it is called as in the stack of a workshop."""
        return output_paths.folder(self.out, self.language, self.edition) / f"{sheets.stack.files.printer_test}.pdf"


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
    pages = registry.part(_LAYOUT, "draw")(context, sheets.printer_test, order.shift)
    told = (*(checked.errors or checked.problems), *_said(sheets, pages))
    if any(problem.severity is Severity.ERROR for problem in told):
        raise KitError(told)
    path = order.file(sheets)
    told = (*manifest.other_content(path.parent, order.content), *told)
    files.sweep({path.parent})
    files.write_all({path: pdf_bytes(pages, context.fonts, _info(catalogue, sheets))})
    manifest.remember_content(path.parent, order.content, "printer-test")
    return Built((path,), told)


def _said(sheets: WorkshopSheets, pages: Sequence[Page]) -> list[Diagnostic]:
    name = sheets.printer_test.bookmark.plain
    problems = chain.from_iterable(page.problems for page in pages)
    return merged(replace(problem, values={**problem.values, "sheet": name}) for problem in problems)


def _info(catalogue: Catalogue, sheets: WorkshopSheets) -> Info:
    kit, sheet = catalogue.kit, sheets.printer_test
    return Info(
        title=f"{sheet.bookmark} \N{EN DASH} {kit.title}",
        author=kit.author.plain,
        subject=sheets.stack.files.printer_test,
        language=kit.language,
        bookmarks=(sheet.bookmark.plain,),
        keywords=kit.audience.plain,
        duplex=_OVER,
    )
