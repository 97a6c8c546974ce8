"""From a workshop to a stack of paper: a file for each table, for whoever leads, for each paper, and one with all.

All sheets are painted in one go, and pypdf assembles the files: a sheet that lies at forty tables is in a file once.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kit import files
from kit.bubbles.pages import elsewhere
from kit.build import manifest, output_paths
from kit.build.problems import by_letter, merged
from kit.build.progress import Progress, counter
from kit.diagnostics import Diagnostic, KitError, Severity, WrongUseError
from kit.draw.bubbles.plan import without_arrow
from kit.draw.context import DrawingContext
from kit.draw.look.inks import Inks
from kit.draw.look.theme import Edition, theme
from kit.draw.text.fonts import Fonts, cut_names
from kit.model import shipped
from kit.model.catalogue import Catalogue, WorkshopSheets, read
from kit.model.lists import actors
from kit.model.lists.actors import KnownActors
from kit.model.lists.understood import Tell, untold
from kit.model.places import municipalities
from kit.model.places.lookup import Lookup
from kit.model.places.municipalities import Municipalities
from kit.model.places.named import Actors
from kit.model.schema import StackFiles
from kit.model.text.spans import Text
from kit.model.workshop import record
from kit.model.workshop.tables import Workshop
from kit.press import stamp
from kit.workshop import previous_stack
from kit.workshop.arrange import Arranged, arrange, placed
from kit.workshop.order import Order
from kit.workshop.pages import PrintOptions, StackPages
from kit.workshop.previous_stack import StackChanges
from kit.workshop.print_files import PDF, Section, by_paper
from kit.workshop.sections import StackSections
from kit.workshop.shop_files import TXT, for_shop, order_text
from kit.workshop.summary import StackSummary, summarised
from kit.workshop.told import LOW_INK, is_compared, measured, settled

if TYPE_CHECKING:
    from kit.workshop.assemble import StackAssembler

_OFFICE: Final = Inks()
_SHOP: Final = Inks("cmyk")
_NOBODY: Final = Workshop((), 0, 0)


@dataclass(frozen=True, slots=True)
class Made:
    """What was written, what is worth saying about it, and what it comes to."""

    files: tuple[Path, ...]
    notes: tuple[Diagnostic, ...]
    summary: StackSummary


@dataclass(frozen=True, slots=True)
class _Known:
    """All that was read before anything is drawn."""

    catalogue: Catalogue
    sheets: WorkshopSheets
    municipalities: Municipalities
    workshop: Workshop
    actors: Actors
    notes: tuple[Diagnostic, ...]
    before: Workshop | None
    file: Path | None


def make(order: Order, progress: Progress | None = None, tell: Tell = untold) -> Made:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched.

    ``tell`` hears what each list was taken for before anything is made of it.
    """
    known = _read(order, tell)
    step = counter(4, progress)
    stack = _stack(known, order.options, order.edition)
    drafts = [*stack.front(), *stack.sections()]
    step()
    names = known.sheets.stack.files
    thrifty = _stack(known, order.options, LOW_INK) if is_compared(order.edition) else None
    printed = measured(stack, drafts, names, thrifty, at_shop=order.shop)
    step()
    printed, sections = settled(stack, printed, names)
    notes = _said(known, stack, sections)
    folder = order.folder(known.workshop)
    changed = previous_stack.compared(known.before, known.workshop, stack, known.sheets.stack.files, folder)
    root = output_paths.folder(order.out, order.language, order.edition, order.options.paper)
    notes = (*manifest.other_content(root, order.content), *notes, *_since(known, changed, folder))
    outcome = dict(_files(known, stack, folder, sections, changed))
    if order.each:
        outcome |= _for_each(known, stack, folder)
    if order.shop:
        for_printing = _for_shop(known, stack, folder, sections)
        outcome |= for_printing
        values = {
            "list": ", ".join(file.name for file in for_printing if file.suffix == PDF),
            "order": _order(known.sheets.stack.files),
        }
        notes = (*notes, Diagnostic("pack-shop", values, severity=Severity.ADVICE))
    step()
    files.sweep({folder})
    left = [*_stale(folder, known, outcome, changed)]
    files.write_all({**outcome, folder / record.NAME: previous_stack.written(known.workshop, known.file, folder)})
    files.remove(left)
    manifest.remember_content(root, order.content, "packs")
    step()
    notes = (*notes, *_removed(left))
    return Made(tuple(outcome), notes, summarised(known.workshop, printed, next(iter(outcome))))


def _since(known: _Known, changed: StackChanges | None, folder: Path) -> tuple[Diagnostic, ...]:
    """What there is to say of the stack that lies there still."""
    names = known.sheets.stack.files
    if changed:
        return (*previous_stack.notes(changed, known.sheets.stack), *previous_stack.unprinted(folder, names))
    return tuple(
        previous_stack.replaced(known.workshop, previous_stack.read(folder, known.municipalities), names, folder)
    )


def _read(order: Order, tell: Tell) -> _Known:
    """Everything that is asked for; KitError with all that is wrong with the content, the workshop and the lists."""
    checked = read(order.content or shipped.folder(), order.language, cut_names())
    wrong, misused = list(checked.errors), False
    catalogue = checked.catalogue
    if catalogue is None or catalogue.workshop is None:
        raise KitError(wrong or [Diagnostic("pack-no-workshop", {"folder": str(_folder(order))})])
    everywhere = municipalities.load(shipped.folder())
    lookup = Lookup(everywhere)
    arranged, known = Arranged(_NOBODY), KnownActors({})

    def earlier(workshop: Workshop) -> Workshop | None:
        return None if order.force else previous_stack.earlier(order.folder, everywhere, workshop)

    try:
        arranged = arrange(order.asked, catalogue.workshop.stack, lookup, tell, earlier)
        known = actors.read(arranged.actors, lookup, catalogue.sectors, tell) if arranged.actors else known
    except KitError as error:
        wrong += error.diagnostics
        misused = isinstance(error, WrongUseError)
    if wrong:
        raise (WrongUseError if misused else KitError)(wrong)
    notes = (*checked.problems, *arranged.notes, *known.notes)
    workshop = arranged.workshop
    return _Known(
        catalogue, catalogue.workshop, everywhere, workshop, known.actors, notes, arranged.before, arranged.file
    )


def _stack(known: _Known, options: PrintOptions, edition: Edition) -> StackSections:
    context = DrawingContext(known.catalogue, theme(edition), Fonts(known.catalogue.fonts))
    stack_pages = StackPages(context, options, known.municipalities, known.actors)
    return StackSections(stack_pages, known.sheets, known.workshop)


def _said(known: _Known, stack: StackSections, sections: Sequence[Section]) -> tuple[Diagnostic, ...]:
    """What there is to say of all that was drawn; KitError where some of it is wrong."""
    told = {
        id(page): [replace(one, values={**one.values, "sheet": item.kind.name.plain}) for one in page.problems]
        for section in sections
        for item in section.items
        for page in item.pages
    }
    plans = stack.pages.plans.values()
    odd = (*without_arrow(plans), *elsewhere((plan.named for plan in plans), known.actors))
    found = merged(_named(problem, known.workshop) for problem in chain.from_iterable(told.values()))
    notes = (*known.notes, *odd, *map(placed, by_letter(found)))
    if any(note.severity is Severity.ERROR for note in notes):
        raise KitError(notes)
    return notes


_TOO_LONG: Final = ("text-too-wide", "text-too-high")


def _named(problem: Diagnostic, workshop: Workshop) -> Diagnostic:
    """A problem with the length of a text: that of a name in the list is mended there, whichever way it is too long."""
    mark = problem.mark
    if mark is None or problem.code not in _TOO_LONG:
        return problem
    people = [person for table in workshop.tables for person in table.seats]
    if mark in {person.organisation.main_mark for person in people if person.organisation}:
        return replace(problem, code="organisation-too-long")
    if mark in {person.name.main_mark for person in people if person.name}:
        return replace(problem, code="person-too-long")
    return problem


def _files(
    known: _Known, stack: StackSections, folder: Path, sections: Sequence[Section], changed: StackChanges | None
) -> Iterator[tuple[Path, bytes]]:
    """The files of a stack, as bytes: those that are printed, the same by table, then what is printed besides."""
    names = known.sheets.stack.files
    cover, listed, test, facilitator, *others = sections
    news = changed.sections if changed else ()
    title = known.sheets.cover.title

    def path(name: str) -> Path:
        return folder / f"{name}{PDF}"

    with _painted(stack, [*sections, *news], folder) as assembler:
        yield path(names.everything), assembler.file(title, sections)
        for print_file in by_paper(test, [cover, listed, facilitator, *others], names):
            yield path(print_file.name), assembler.print_file(title, print_file)
        yield path(names.facilitator), assembler.file(facilitator.title, [facilitator])
        for table, section in zip(known.workshop.tables, others, strict=False):
            yield path(f"{names.table}-{table.number}"), assembler.file(section.title, [section])
        if changed and changed.print_files:
            yield path(changed.name), assembler.file(title, news)
            for print_file in changed.print_files:
                yield path(print_file.name), assembler.print_file(title, print_file)


def _painted(
    stack: StackSections, sections: Sequence[Section], folder: Path, inks: Inks = _OFFICE
) -> AbstractContextManager[StackAssembler]:
    """All pages of some sections of a stack painted, ready for files."""
    # pypdf takes as long to import as a list to read: who is refused need not wait for it.
    from kit.workshop.assemble import Subject, painted

    return painted(stack.pages.context, sections, Subject(folder.name, stack.occasion), inks)


def _for_each(known: _Known, stack: StackSections, folder: Path) -> Mapping[Path, bytes]:
    """A file for each person, as bytes: its name has the table, the place at it and, if it is known, who sits there."""
    names = known.sheets.stack.files
    people = list(stack.people())
    with _painted(stack, [section for *_, section in people], folder) as assembler:
        return {
            folder / f"{names.table}-{table}-{place}{_slugged(section.title, known)}{PDF}": assembler.file(
                section.title, [section]
            )
            for table, place, section in people
        }


_LONGEST: Final = 60
"""So many letters of a name are enough for the name of a file."""


def _slugged(who: Text, known: _Known) -> str:
    slug = output_paths.slug(who.plain)[:_LONGEST].strip("-") if known.workshop.listed else ""
    return f"-{slug}" if slug else ""


def _for_shop(known: _Known, stack: StackSections, folder: Path, sections: Sequence[Section]) -> Mapping[Path, bytes]:
    """The files for a print shop, as bytes, in four inks with bleed and crop marks; and the order in words."""
    cover, _, _, *others = sections
    words, kit = known.sheets.print_list, known.catalogue.kit
    shop = for_shop([cover, *others], stack.single_cards(), words.shop.order.nameless, known.sheets.stack.files)
    everything = [section for print_file in shop.print_files for section in print_file.sections]
    title = known.sheets.cover.title
    order = order_text(shop, words, kit.title, stack.occasion)
    with _painted(stack, everything, folder, _SHOP) as assembler:
        found = {folder / f"{one.name}{PDF}": assembler.shop_file(title, one) for one in shop.print_files}
    return {**found, folder / _order(known.sheets.stack.files): order.encode()}


def _order(names: StackFiles) -> str:
    """The name of the order for a print shop."""
    return f"{names.shop_order}{TXT}"


def _stale(folder: Path, known: _Known, outcome: Container[Path], changed: StackChanges | None) -> Iterator[Path]:
    """What an earlier stack of this workshop left here that this one has not, such as of a table that is gone."""
    names = known.sheets.stack.files
    if changed is None:
        yield from previous_stack.besides(folder, names)
    whole = {names.printer_test_a3, *(name for key, name in names if key not in ("table", "new"))}
    for file in sorted(folder.glob(f"*{PDF}")):
        ours = file.stem in whole or re.fullmatch(rf"{re.escape(names.table)}-\d+(-\d+(-.+)?)?", file.stem)
        if ours and file not in outcome and stamp.is_ours(files.content(file) or b""):
            yield file
            if file.stem in (names.shop_a3, names.shop_cards) and folder / _order(names) not in outcome:
                # The order lies beside it: nothing tells by its bytes whose it is.
                yield folder / _order(names)


def _removed(stale: Sequence[Path]) -> Iterator[Diagnostic]:
    if stale:
        values = {"list": ", ".join(file.name for file in stale)}
        yield Diagnostic("pack-removed", values, severity=Severity.ADVICE)


def _folder(order: Order) -> Path:
    return (order.content or shipped.folder()) / order.language
