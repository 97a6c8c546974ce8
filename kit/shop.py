"""Sheets for a print shop: cards one by one and A3, with bleed, crop marks and four inks. All of them or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit import files
from kit.build import Built, Progress, paint
from kit.build import Order as Sheets
from kit.diagnostics import Diagnostic, Severity, WrongUseError
from kit.forms import Form, ShopForm


@dataclass(frozen=True, slots=True)
class Order(Sheets):
    """What is asked: sheets, or all in packs. The packs are not made: a shop prints a file on paper of one kind."""

    @property
    def form(self) -> Form:
        """What the sheets are made for."""
        return ShopForm(self.cards.backs)

    def sheet(self, name: str) -> Path:
        """The PDF of a sheet."""
        return self.folder / "shop" / f"{name}.pdf"


def make(order: Order, progress: Progress | None = None) -> Built:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched.

    WrongUseError where a sheet is named that an office prints as well.
    """
    painted = paint(order, progress, lambda _: 0)
    left = [name for name in painted.plan.drawn if name not in painted.pdfs]
    named = [Diagnostic("usage-not-for-shop", {"name": name}) for name in left if name in order.names]
    if named:
        raise WrongUseError(named)
    outcome = {order.sheet(name): pdf for name, pdf in painted.pdfs.items()}
    files.sweep({path.parent for path in outcome})
    files.write_all(outcome)
    values = {"list": ", ".join(left)}
    notes = [Diagnostic("shop-left-out", values, severity=Severity.ADVICE)] if left else []
    return Built(tuple(outcome), (*painted.notes, *notes))
