"""Sheets as posters, on A2, A1 or A0: drawn as ever and painted larger. All of them or none, as with `build`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit import files
from kit.build import Built, Progress, paint
from kit.build import Order as Sheets
from kit.draw.editions import PosterSize
from kit.forms import Form, PosterForm


@dataclass(frozen=True, slots=True)
class Order(Sheets):
    """What is asked: sheets, or all in packs, on paper of a size."""

    size: PosterSize = "a2"

    @property
    def form(self) -> Form:
        """What the sheets are made for."""
        return PosterForm(self.size)

    def sheet(self, name: str) -> Path:
        """The PDF of a poster."""
        return self.folder / "posters" / f"{name}-{self.size}.pdf"


def make(order: Order, progress: Progress | None = None) -> Built:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched."""
    painted = paint(order, progress, lambda _: 0)
    outcome = {order.sheet(name): pdf for name, pdf in painted.pdfs.items()}
    files.sweep({path.parent for path in outcome})
    files.write_all(outcome)
    return Built(tuple(outcome), painted.notes)
