"""What the stack of a workshop comes to: which sheets go in which file, and the counts that are printed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.model.printing import Paper
from kit.model.workshop.stack import ContentsRow, ListRow
from kit.workshop.pages import Item, Kind

if TYPE_CHECKING:
    from kit.model.schema import StackFiles
    from kit.model.text.spans import Text

PDF: Final = ".pdf"


@dataclass(frozen=True, slots=True)
class Section:
    """What belongs together in a stack, such as all for one table: a line of the outline."""

    title: Text
    items: tuple[Item, ...]

    def on(self, paper: Paper) -> Section:
        """What of it is on some paper."""
        return Section(self.title, tuple(item for item in self.items if item.kind.paper == paper))


@dataclass(frozen=True, slots=True)
class PrintFile:
    """A file that is printed in one go. With any sheet that has a back, all sheets have two sides."""

    name: str
    sections: tuple[Section, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything in it."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def two_sided(self) -> Kind | None:
        """A kind that has backs, if any has: the paper is turned over as that asks."""
        return next((item.kind for item in self.items if item.kind.sides != "single"), None)


def by_paper(test: Section, rest: Sequence[Section], files: StackFiles) -> tuple[PrintFile, ...]:
    """The files to print: the printer test first, on each paper, then one for each paper that is used."""
    names: Mapping[Paper, str] = {"a4": files.printer_test, "a3": files.printer_test_a3}
    return (*_on_papers([test], names), *_on_papers(rest, _names(files)))


def of_new(news: Sequence[Section], name: str, files: StackFiles) -> tuple[PrintFile, ...]:
    """The files to print besides: one for each paper that is used, named as those of the whole stack are."""
    names = {paper: f"{name}-{other.removeprefix(f'{files.everything}-')}" for paper, other in _names(files).items()}
    return tuple(_on_papers(news, names))


def _names(files: StackFiles) -> Mapping[Paper, str]:
    return {"a3": files.a3, "a4": files.a4, "a3-heavy": files.cards_a3, "a4-heavy": files.cards}


def _on_papers(sections: Sequence[Section], names: Mapping[Paper, str]) -> Iterator[PrintFile]:
    for paper, name in names.items():
        if found := tuple(filled(section.on(paper) for section in sections)):
            yield PrintFile(name, found)


def filled(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections in which there is anything."""
    return (section for section in sections if section.items)


def rows(print_files: Iterable[PrintFile], ink: Mapping[str, float]) -> tuple[tuple[Kind, ListRow], ...]:
    """The rows of the print and cut list, each with its kind, in the order in which the files are printed.

    ``ink`` is by the key of a kind.
    """
    return tuple(
        (kind, _row(print_file, kind, sheets, ink))
        for print_file in print_files
        for kind, sheets in _counted(print_file.items)
    )


def papers(print_files: Iterable[PrintFile]) -> Mapping[Paper, int]:
    """How many sheets of each paper these files take."""
    found: dict[Paper, int] = {}
    for item in (item for print_file in print_files for item in print_file.items):
        found[item.kind.paper] = found.get(item.kind.paper, 0) + item.sheets
    return found


def _row(print_file: PrintFile, kind: Kind, sheets: int, ink: Mapping[str, float]) -> ListRow:
    sides = (print_file.two_sided or kind).sides
    return ListRow(kind.name, print_file.name + PDF, sheets, kind.paper, sides, kind.cut, ink.get(kind.key, 0))


def contents(items: Iterable[Item], cards: Mapping[str, int], singles: Mapping[str, Kind]) -> tuple[ContentsRow, ...]:
    """The lines of the contents on the cover, in the order of the stack; ``cards`` by the key of a kind.

    ``singles``: how cards are printed one by one, by the same key, where a print shop makes them.
    """
    return tuple(_line(kind, sheets, cards.get(kind.key, 0), singles.get(kind.key)) for kind, sheets in _counted(items))


def _line(kind: Kind, sheets: int, cards: int, single: Kind | None) -> ContentsRow:
    if single:
        return ContentsRow(cards, kind.name, single.paper)
    return ContentsRow(sheets, kind.name, kind.paper, cards)


def _counted(items: Iterable[Item]) -> list[tuple[Kind, int]]:
    """How many sheets of paper there are of each kind, in the order in which they come; forms of a sheet together."""
    counts: dict[str, tuple[Kind, int]] = {}
    for item in items:
        kind, sheets = counts.get(item.kind.key, (item.kind, 0))
        counts[item.kind.key] = (kind, sheets + item.sheets)
    first = {kind.sheet: place for place, (kind, _) in reversed(list(enumerate(counts.values())))}
    return sorted(counts.values(), key=lambda one: (first[one[0].sheet], one[0].form))


def average(print_files: Iterable[PrintFile], ink: Mapping[str, float]) -> float:
    """The ink of all sheets together, in % of the paper; of a kind that was not measured: none."""
    items = [item for print_file in print_files for item in print_file.items]
    return sum(item.sheets * ink.get(item.kind.key, 0) for item in items) / sum(item.sheets for item in items)
