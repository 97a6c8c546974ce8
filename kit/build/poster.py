"""Sheets as posters, on A2, A1 or A0: drawn as ever and painted larger. All of them or none, as with `build`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit import files
from kit.build import manifest
from kit.build.build import Built, paint
from kit.build.build import Order as Sheets
from kit.build.print_targets import PrintTarget, WallPoster
from kit.build.progress import Progress
from kit.draw.look.editions import PosterSize


@dataclass(frozen=True, slots=True)
class Order(Sheets):
    """What is asked: sheets, or all in packs, on paper of a size. ``shop``: for a print shop."""

    size: PosterSize = "a2"
    shop: bool = False

    @property
    def target(self) -> PrintTarget:
        """What the sheets are made for."""
        return WallPoster(self.size, self.shop)

    def sheet(self, name: str) -> Path:
        """The PDF of a poster."""
        return self.folder / ("shop" if self.shop else "posters") / f"{name}-{self.size}.pdf"


def make(order: Order, progress: Progress | None = None) -> Built:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched."""
    painted = paint(order, progress, lambda _: 0)
    outcome = {order.sheet(name): pdf for name, pdf in painted.pdfs.items()}
    files.sweep({path.parent for path in outcome})
    files.write_all(outcome)
    manifest.remember_content(order.folder, order.content, "posters")
    return Built(tuple(outcome), painted.notes)
