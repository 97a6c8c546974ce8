"""Sheets for a print shop: cards one by one, with bleed, crop marks and four inks. All of them or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit import files
from kit.build import manifest
from kit.build.build import Built, paint
from kit.build.build import Order as Sheets
from kit.build.print_targets import PrintShop, PrintTarget
from kit.build.progress import Progress


@dataclass(frozen=True, slots=True)
class Order(Sheets):
    """What is asked: sheets, or all in packs. The packs are not made: a shop prints a file on paper of one kind."""

    @property
    def target(self) -> PrintTarget:
        """What the sheets are made for."""
        return PrintShop(self.cards.backs)

    def sheet(self, name: str) -> Path:
        """The PDF of a sheet."""
        return self.folder / "shop" / f"{name}.pdf"


def make(order: Order, progress: Progress | None = None) -> Built:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched."""
    painted = paint(order, progress, lambda _: 0)
    outcome = {order.sheet(name): pdf for name, pdf in painted.pdfs.items()}
    files.sweep({path.parent for path in outcome})
    files.write_all(outcome)
    manifest.remember_content(order.folder, order.content, "shop")
    return Built(tuple(outcome), painted.notes)
