"""From a workshop to a stack of paper: a file for each table, for whoever leads, for each paper, and one with all.

All sheets are painted in one go and bound from their parts: a sheet that lies at forty tables is in a file once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import Final

from kit import files, shipped, target
from kit.binder import Binder
from kit.diagnostics import Diagnostic, KitError, Severity, WrongUseError
from kit.draw.desk import Desk
from kit.draw.fonts import Fonts, cut_names
from kit.draw.inks import Inks
from kit.draw.theme import Edition, theme
from kit.model import actors, municipalities
from kit.model.actors import KnownActors
from kit.model.catalogue import Catalogue, WorkshopSheets, read
from kit.model.lookup import Lookup
from kit.model.municipalities import Municipalities
from kit.model.named import Actors
from kit.model.schema import StackFiles
from kit.model.workshop import Workshop
from kit.office import Office, Printed
from kit.press import cut
from kit.problems import merged
from kit.stack import Draftsman, Manner
from kit.studio import elsewhere
from kit.tally import PDF, Section, by_paper, for_shop
from kit.workshops import Arranged, Asked, arrange, placed

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many."""

_SHOP: Final = Inks("cmyk")
_LOW_INK: Final[Edition] = "low-ink"


_USUAL: Final = Manner()


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: a workshop, and how it is printed, from a content folder (none: that of the program).

    ``shop``: with files for a print shop besides.
    """

    asked: Asked
    manner: Manner = _USUAL
    content: Path | None = None
    out: Path = Path("out")
    edition: Edition = "colour"
    language: str = "nl"
    shop: bool = False

    def folder(self, workshop: Workshop) -> Path:
        """Where the stack of a workshop goes: a folder with its date and place, as far as they are known."""
        known = [workshop.date.isoformat()] if workshop.date else []
        known += [target.slug(workshop.place.name)] if workshop.place else []
        return (
            target.folder(self.out, self.language, self.edition, self.manner.paper)
            / "packs"
            / ("-".join(known) or _NAMELESS)
        )


_NOBODY: Final = Workshop((), 0, 0)

_NAMELESS: Final = "workshop"
"""The folder of a workshop without a date or a place: no name of a pack, which are names of files."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was written, and what is worth saying about it."""

    files: tuple[Path, ...]
    notes: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """All that was read before anything is drawn."""

    catalogue: Catalogue
    sheets: WorkshopSheets
    municipalities: Municipalities
    workshop: Workshop
    actors: Actors
    notes: tuple[Diagnostic, ...]


def make(order: Order, progress: Progress | None = None) -> Made:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched."""
    known = _read(order)
    step = _counter(4, progress)
    office = _office(known, order.manner, order.edition)
    drafts = [*office.front(), *office.sections()]
    step()
    printed = _measured(known, order, office, drafts)
    step()
    sections = [*office.front(printed), office.test(), *office.sections(printed)]
    notes = _said(known, office, sections)
    folder = order.folder(known.workshop)
    outcome = dict(_bound(known, office, folder, sections))
    if order.shop:
        for_printing = _for_shop(known, office, folder, sections)
        outcome |= for_printing
        values = {"list": ", ".join(file.name for file in for_printing)}
        notes = (*notes, Diagnostic("pack-shop", values, severity=Severity.ADVICE))
    step()
    files.sweep({folder})
    files.write_all(outcome)
    files.remove(_stale(folder, known.sheets.stack.files, outcome))
    step()
    return Made(tuple(outcome), notes)


def _read(order: Order) -> _Known:
    """Everything that is asked for; KitError with all that is wrong with the content, the workshop and the lists."""
    checked = read(order.content or shipped.folder(), order.language, cut_names())
    wrong, misused = list(checked.errors), False
    catalogue = checked.catalogue
    if catalogue is None or catalogue.workshop is None:
        raise KitError(wrong or [Diagnostic("pack-no-workshop", {"folder": str(_folder(order))})])
    everywhere = municipalities.load(shipped.folder())
    lookup = Lookup(everywhere)
    arranged, known = Arranged(_NOBODY), KnownActors({})
    try:
        arranged = arrange(order.asked, catalogue.workshop.stack, lookup)
        known = actors.read(arranged.actors, lookup, catalogue.sectors) if arranged.actors else known
    except KitError as error:
        wrong += error.diagnostics
        misused = isinstance(error, WrongUseError)
    if wrong:
        raise (WrongUseError if misused else KitError)(wrong)
    notes = (*checked.problems, *arranged.notes, *known.notes)
    return _Known(catalogue, catalogue.workshop, everywhere, arranged.workshop, known.actors, notes)


def _office(known: _Known, manner: Manner, edition: Edition) -> Office:
    desk = Desk(known.catalogue, theme(edition), Fonts(known.catalogue.fonts))
    draftsman = Draftsman(desk, manner, known.municipalities, known.actors)
    return Office(draftsman, known.sheets, known.workshop)


def _measured(known: _Known, order: Order, office: Office, sections: Sequence[Section]) -> Printed:
    """What the lists tell: the files, and the ink that each kind of sheet takes in this edition and with little ink."""
    cover, listed, *others = sections
    test = office.test()
    items = tuple(item for section in (cover, listed, test, *others) for item in section.items)
    draft = Printed(by_paper(test, sections, known.sheets.stack.files), items)
    samples = office.samples(draft)
    ink = office.ink(samples)
    thrifty = None if order.edition == _LOW_INK else _office(known, order.manner, _LOW_INK).ink(samples)
    return replace(draft, ink=ink, low_ink=thrifty)


def _said(known: _Known, office: Office, sections: Sequence[Section]) -> tuple[Diagnostic, ...]:
    """What there is to say of all that was drawn; KitError where some of it is wrong."""
    told = {
        id(page): [replace(one, values={**one.values, "sheet": item.kind.name.plain}) for one in page.problems]
        for section in sections
        for item in section.items
        for page in item.pages
    }
    plans = office.draftsman.plans.values()
    odd = (*(note for plan in plans for note in plan.notes), *elsewhere((plan.named for plan in plans), known.actors))
    notes = (*known.notes, *odd, *map(placed, merged(chain.from_iterable(told.values()))))
    if any(note.severity is Severity.ERROR for note in notes):
        raise KitError(notes)
    return notes


def _bound(known: _Known, office: Office, folder: Path, sections: Sequence[Section]) -> Iterator[tuple[Path, bytes]]:
    """The files of a stack, as bytes: those that are printed, then the same by table."""
    stack = known.sheets.stack
    cover, listed, test, facilitator, *others = sections
    binder = Binder(office.draftsman.desk, sections, folder.name)
    title = known.sheets.cover.title

    def path(name: str) -> Path:
        return folder / f"{name}{PDF}"

    yield path(stack.files.everything), binder.bound(title, sections)
    for volume in by_paper(test, [cover, listed, facilitator, *others], stack.files):
        yield path(volume.name), binder.volume(title, volume)
    yield path(stack.files.facilitator), binder.bound(facilitator.title, [facilitator])
    for table, section in zip(known.workshop.tables, others, strict=False):
        yield path(f"{stack.files.table}-{table.number}"), binder.bound(section.title, [section])


def _for_shop(known: _Known, office: Office, folder: Path, sections: Sequence[Section]) -> Mapping[Path, bytes]:
    """The files for a print shop, as bytes: in four inks, with bleed and crop marks."""
    volumes = for_shop(sections, office.single_cards(), known.sheets.stack.files)
    everything = [section for volume in volumes for section in volume.sections]
    binder = Binder(office.draftsman.desk, everything, folder.name, _SHOP)
    title = known.sheets.cover.title
    return {folder / f"{volume.name}{PDF}": binder.bound(title, volume.sections) for volume in volumes}


def _stale(folder: Path, names: StackFiles, outcome: Container[Path]) -> Iterator[Path]:
    """What an earlier stack of this workshop left here that this one has not, such as of a table that is gone."""
    whole = {name for key, name in names if key != "table"}
    for file in sorted(folder.glob(f"*{PDF}")):
        ours = file.stem in whole or re.fullmatch(rf"{re.escape(names.table)}-\d+", file.stem)
        if ours and file not in outcome and cut.is_ours(files.content(file) or b""):
            yield file


def _folder(order: Order) -> Path:
    return (order.content or shipped.folder()) / order.language


def _counter(total: int, progress: Progress | None) -> Callable[[], None]:
    steps = count(1)

    def step() -> None:
        if progress is not None:
            progress(next(steps), total)

    return step
