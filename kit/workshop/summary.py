"""What the stack of a workshop comes to, counted, and where to begin: with the file that has the print list."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit.build.summary import Summary
from kit.model.workshop.tables import Workshop
from kit.workshop.print_files import PDF, papers
from kit.workshop.sections import COVER, Printed
from kit.workshop.shop_files import is_for_shop


@dataclass(frozen=True, slots=True)
class StackSummary(Summary):
    """What a stack comes to: for how many people at how many tables, with how many spare sets.

    ``by_paper``: the files to print, where there are several: printers shrink A4 in a file with A3. What a print shop
    prints is not counted.
    """

    participants: int
    tables: int
    spares: int
    by_paper: tuple[str, ...] = ()


def summarised(workshop: Workshop, printed: Printed, first: Path) -> StackSummary:
    """What a stack comes to. ``first`` is the file with everything, to begin with where all is on one paper."""
    own = [one for one in printed.print_files if not (printed.at_shop and is_for_shop(one))]
    test, *others = (print_file.name + PDF for print_file in own)
    begin = next(one.name + PDF for one in own if any(item.kind.key == COVER for item in one.items))
    several = len(others) > 1 or printed.at_shop
    return StackSummary(
        papers(own),
        first.parent / begin if several else first,
        workshop.participants,
        len(workshop.tables),
        workshop.spares,
        (test, *others) if several else (),
    )
