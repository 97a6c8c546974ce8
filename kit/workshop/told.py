"""What the lists of a stack tell: its files, how many pages each kind of sheet has, and how much ink they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kit.draw.look.editions import LARGE, Edition
from kit.model.schema import StackFiles
from kit.workshop.pages import Item
from kit.workshop.print_files import Section, by_paper
from kit.workshop.sections import Printed, StackSections

LOW_INK: Final[Edition] = "low-ink"
_NOT_COMPARED: Final[tuple[Edition, ...]] = (LOW_INK, LARGE)
"""What takes no more ink than the edition with little ink does, or has sheets of its own."""

_PASSES: Final = 4
"""So often the lists are drawn at most: one more page of theirs changes a number on it."""


def is_compared(edition: Edition) -> bool:
    """Whether it is told of an edition how much ink the one with little ink takes."""
    return edition not in _NOT_COMPARED


def measured(
    stack: StackSections,
    drafts: Sequence[Section],
    files: StackFiles,
    thrifty: StackSections | None,
    *,
    at_shop: bool,
) -> Printed:
    """What is known before the lists are drawn; ``thrifty``: the same stack with little ink, if that is told."""
    test = stack.test([item for draft in drafts for item in draft.items], at_shop=at_shop)
    draft = Printed(by_paper(test, drafts, files), _items(test, drafts), at_shop=at_shop)
    samples = stack.samples(draft)
    return replace(draft, ink=stack.ink(samples), low_ink=thrifty.ink(samples) if thrifty else None)


def settled(stack: StackSections, printed: Printed, files: StackFiles) -> tuple[Printed, Sequence[Section]]:
    """All sections, and lists that tell how many pages they have themselves: that is only known when they are drawn."""
    test, sections = stack.test(printed.items, at_shop=printed.at_shop), list[Section]()
    for _ in range(_PASSES):
        sections = [*stack.front(printed), *stack.sections(printed)]
        items = _items(test, sections)
        if [len(item.pages) for item in items] == [len(item.pages) for item in printed.items]:
            break
        printed = replace(printed, print_files=by_paper(test, sections, files), items=items)
    cover, listed, *others = sections
    return printed, (cover, listed, test, *others)


def _items(test: Section, sections: Sequence[Section]) -> tuple[Item, ...]:
    """Everything in the order of the stack: the printer test comes behind the lists."""
    cover, listed, *others = sections
    return tuple(item for section in (cover, listed, test, *others) for item in section.items)
