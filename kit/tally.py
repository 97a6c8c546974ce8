"""What the stack of a workshop comes to: which sheets go in which file, and the counts that are printed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.draw.crop import Cropper
from kit.draw.page import Page
from kit.model.stack import ContentsRow, ListRow, Paper
from kit.stack import Item, Kind

if TYPE_CHECKING:
    from kit.model.schema import StackFiles
    from kit.model.text import Text

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
class Volume:
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


def by_paper(test: Section, rest: Sequence[Section], files: StackFiles) -> tuple[Volume, ...]:
    """The files to print: the printer test first, then one for each paper that is used."""
    names: Mapping[Paper, str] = {
        "a3": files.a3,
        "a4": files.a4,
        "a3-heavy": files.cards_a3,
        "a4-heavy": files.cards,
    }
    found = [Volume(name, tuple(_filled(section.on(paper) for section in rest))) for paper, name in names.items()]
    return (Volume(files.printer_test, (test,)), *(volume for volume in found if volume.sections))


def for_shop(sections: Sequence[Section], cards: Sequence[Section], files: StackFiles) -> tuple[Volume, ...]:
    """The files for a print shop: the sheets on A3, and the cards one by one; each page with room for crop marks."""
    cropper = Cropper()
    pages: dict[int, Page] = {}

    def cropped(section: Section) -> Section:
        items = (replace(item, pages=tuple(map(crop, item.pages))) for item in section.items)
        return replace(section, items=tuple(items))

    def crop(page: Page) -> Page:
        if id(page) not in pages:
            pages[id(page)] = cropper.cropped(page)
        return pages[id(page)]

    large = tuple(cropped(section) for section in _filled(section.on("a3") for section in sections))
    found = (Volume(files.shop_a3, large), Volume(files.shop_cards, tuple(map(cropped, cards))))
    return tuple(volume for volume in found if volume.sections)


def _filled(sections: Iterable[Section]) -> Iterator[Section]:
    return (section for section in sections if section.items)


def rows(volumes: Iterable[Volume], ink: Mapping[str, float]) -> tuple[ListRow, ...]:
    """The rows of the print and cut list, in the order in which the files are printed; ``ink`` by the key of a kind."""
    return tuple(_row(volume, kind, sheets, ink) for volume in volumes for kind, sheets in _counted(volume.items))


def _row(volume: Volume, kind: Kind, sheets: int, ink: Mapping[str, float]) -> ListRow:
    sides = (volume.two_sided or kind).sides
    return ListRow(kind.name, volume.name + PDF, sheets, kind.paper, sides, kind.cut, ink.get(kind.key, 0))


def contents(items: Iterable[Item], cards: Mapping[str, int]) -> tuple[ContentsRow, ...]:
    """The lines of the contents on the cover, in the order of the stack; ``cards`` by the key of a kind."""
    counted = _counted(items)
    return tuple(ContentsRow(sheets, kind.name, kind.paper, cards.get(kind.key, 0)) for kind, sheets in counted)


def _counted(items: Iterable[Item]) -> list[tuple[Kind, int]]:
    """How many sheets of paper there are of each kind, in the order in which they come; forms of a sheet together."""
    counts: dict[str, tuple[Kind, int]] = {}
    for item in items:
        kind, sheets = counts.get(item.kind.key, (item.kind, 0))
        counts[item.kind.key] = (kind, sheets + item.sheets)
    first = {kind.sheet: place for place, (kind, _) in reversed(list(enumerate(counts.values())))}
    return sorted(counts.values(), key=lambda one: (first[one[0].sheet], one[0].form))


def average(volumes: Iterable[Volume], ink: Mapping[str, float]) -> float:
    """The ink of all sheets together, in % of the paper; of a kind that was not measured: none."""
    items = [item for volume in volumes for item in volume.items]
    return sum(item.sheets * ink.get(item.kind.key, 0) for item in items) / sum(item.sheets for item in items)
