"""Pictures of the sheets: a PNG a page, and one with the whole kit. All of them or none, as with `build`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kit import files
from kit.build import manifest
from kit.build.build import Built, Painted, paint
from kit.build.build import Order as Sheets
from kit.build.progress import Progress
from kit.draw.look.theme import theme
from kit.draw.text.fonts import Fonts
from kit.press import render
from kit.press.overview import DPI, LARGER, Paper, overview

_LETTERS: Final = "footer"
"""The role whose letters the names under the pages have."""


@dataclass(frozen=True, slots=True)
class Order(Sheets):
    """What is asked: the pages of sheets, or of all in packs, at ``dpi`` dots per inch. The whole kit, if none."""

    dpi: int = 150

    def picture(self, name: str, page: int) -> Path:
        """The picture of a page of a sheet, the first being 1."""
        return self.folder / "previews" / f"{name}-{page}.png"

    @property
    def overview(self) -> Path:
        """The picture of the whole kit. No sheet takes its name: theirs end in a number."""
        return self.folder / "previews" / "kit.png"


def make(order: Order, progress: Progress | None = None) -> Built:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched."""
    painted = paint(order, progress, lambda plan: len(plan.drawn))
    pictures = dict(_pictures(order, painted))
    if not order.names:
        pictures[order.overview] = _overview(order, painted)
    files.sweep({path.parent for path in pictures})
    files.write_all(pictures)
    manifest.remember_content(order.folder, order.content, "previews")
    return Built(tuple(pictures), painted.notes)


def _pictures(order: Order, painted: Painted) -> Iterator[tuple[Path, bytes]]:
    for name in painted.plan.drawn:
        for number, page in enumerate(render.pages(painted.pdfs[name], order.dpi), 1):
            yield order.picture(name, number), render.png(page, order.dpi)
        painted.step()


def _overview(order: Order, painted: Painted) -> bytes:
    letters = Fonts(painted.catalogue.fonts).face(theme(order.edition).text(_LETTERS).font).path
    return render.png(overview(list(_papers(painted)), letters), DPI)


def _papers(painted: Painted) -> Iterable[Paper]:
    for name in painted.plan.drawn:
        title = painted.catalogue.sheets[name].bookmark.plain
        pages = list(render.pages(painted.pdfs[name], DPI * LARGER))
        for number, page in enumerate(pages, 1):
            yield Paper(page, title if len(pages) == 1 else f"{title} {number}")
