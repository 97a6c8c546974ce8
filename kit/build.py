"""Plan, draw, check, write: the sheets and packs that are asked for become PDFs, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import count
from pathlib import Path

from kit import files, ledger, shipped
from kit.bindery import Bindery
from kit.diagnostics import Diagnostic, KitError, Severity, Value, WrongUseError
from kit.draw.desk import Desk
from kit.draw.fonts import cut_names, shared
from kit.draw.paint import Info
from kit.draw.theme import theme
from kit.forms import Form, Pages
from kit.model.catalogue import Catalogue, read
from kit.model.schema import Pack
from kit.order import Built as Built
from kit.order import Order as Order
from kit.problems import merged

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an order comes to: the sheets and the packs to write, and the sheets to draw for both."""

    sheets: tuple[str, ...]
    packs: tuple[Pack, ...]
    drawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The sheets of a plan as pages, and what is worth saying about them. ``step`` is told of each further step.

    A sheet that is not made for what is asked has no pages.
    """

    desk: Desk
    plan: Plan
    pages: Mapping[str, Pages]
    notes: tuple[Diagnostic, ...]
    step: Callable[[], None]

    @property
    def catalogue(self) -> Catalogue:
        """The content that was drawn."""
        return self.desk.catalogue


@dataclass(frozen=True, slots=True)
class Painted:
    """The sheets of a plan as PDFs, and what is worth saying about them. ``step`` is told of each further step.

    A sheet that is not made for what is asked has no PDF.
    """

    catalogue: Catalogue
    plan: Plan
    pdfs: Mapping[str, bytes]
    notes: tuple[Diagnostic, ...]
    step: Callable[[], None]


def build(order: Order, progress: Progress | None = None, *, force: bool = False) -> Built:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched.

    What is there already, made from the same, is not made again unless ``force``.
    """
    before = ledger.opened(order)
    drawn = draw_all(order, progress, lambda plan: len(plan.packs))
    plan = drawn.plan
    bindery = Bindery(order, drawn.desk, drawn.pages, drawn.step)
    jobs = bindery.jobs(plan.sheets, plan.packs)
    outcome = bindery.make(jobs, force=force)
    notes = (*drawn.notes, *bindery.outdated(plan.sheets, plan.packs))
    # What is odd is said each time: then the next build has to look again.
    made_from = {job.path: job.made_from for job in jobs}
    after = before if notes else ledger.renewed(order, before, made_from, _besides(drawn.catalogue))
    files.sweep({order.folder, *(path.parent for path in made_from)})
    if outcome:
        files.write_all({**outcome, order.folder / ledger.NAME: after.written()})
    else:
        ledger.save(order, after)
    return Built(tuple(outcome), notes, len(jobs) - len(outcome))


def paint(order: Order, progress: Progress | None, further: Callable[[Plan], int]) -> Painted:
    """Draw and paint what is asked, and write nothing. Anything wrong anywhere: KitError with all of it.

    ``further``: how many steps somebody else takes with a plan afterwards.
    """
    drawn = draw_all(order, progress, further)
    pdfs = {
        name: order.form.paint(drawn.pages[name], drawn.desk.fonts, _info(drawn.catalogue, name))
        for name in _each(drawn.plan.drawn, drawn.step)
        if drawn.pages[name]
    }
    return Painted(drawn.catalogue, drawn.plan, pdfs, drawn.notes, drawn.step)


def draw_all(order: Order, progress: Progress | None, further: Callable[[Plan], int]) -> Drawn:
    """Draw what is asked. Anything wrong anywhere: KitError with all of it.

    ``further``: how many steps somebody else takes with a plan, besides one a sheet.
    """
    checked = read(order.content or shipped.folder(), order.language, cut_names())
    catalogue = checked.catalogue
    if catalogue is None:
        raise KitError(checked.errors)
    # Where some of the content is wrong, what is right is drawn all the same: so that one run tells everything.
    plan = _planned(catalogue, order.names) if checked.errors else make_plan(catalogue, order.names)
    step = _counter(len(plan.drawn) * 2 + further(plan), progress)
    desk = Desk(catalogue, theme(order.edition), shared(catalogue.fonts))
    pages, notes = draw(desk, plan.drawn, order.form, step)
    told = (*(checked.errors or checked.problems), *merged(notes))
    if any(problem.severity is Severity.ERROR for problem in told):
        raise KitError(told)
    return Drawn(desk, plan, pages, told, step)


def make_plan(catalogue: Catalogue, names: tuple[str, ...]) -> Plan:
    """What the names come to; WrongUseError with every name that is neither a sheet nor a pack."""
    known = [*catalogue.sheets, *(pack.name for pack in catalogue.packs)]
    unknown = [_unknown(name, known) for name in dict.fromkeys(names) if name not in known]
    if unknown:
        raise WrongUseError(unknown)
    return _planned(catalogue, names)


def _planned(catalogue: Catalogue, names: tuple[str, ...]) -> Plan:
    sheets = tuple(name for name in catalogue.sheets if name in names or not names)
    asked = tuple(pack for pack in catalogue.packs if pack.name in names or not names)
    needed = {*sheets, *(name for pack in asked for name in pack.sheets)}
    return Plan(sheets, asked, tuple(name for name in catalogue.sheets if name in needed))


def _unknown(name: str, known: Sequence[str]) -> Diagnostic:
    values: dict[str, Value] = {"name": name, "choices": ", ".join(known)}
    near = get_close_matches(name, known, 1)
    return Diagnostic("usage-unknown-name", values | ({"close": near[0]} if near else {}))


def _counter(total: int, progress: Progress | None) -> Callable[[], None]:
    steps = count(1)

    def step() -> None:
        if progress is not None:
            progress(next(steps), total)

    return step


def draw(
    desk: Desk, names: Iterable[str], form: Form, step: Callable[[], None]
) -> tuple[Mapping[str, Pages], list[Diagnostic]]:
    """The pages of each sheet that can be drawn, and all that there is to say about them."""
    drawn: dict[str, Pages] = {}
    notes: list[Diagnostic] = []
    sheets = desk.catalogue.sheets
    for name in names:
        problems: Sequence[Diagnostic] = ()
        try:
            drawn[name] = form.draw(desk, sheets[name])
        except KitError as error:
            problems = [_placed(problem, desk.catalogue) for problem in error.diagnostics]
        problems = [*problems, *(problem for page in drawn.get(name, ()) for problem in page.problems)]
        notes += [replace(problem, values={**problem.values, "sheet": name}) for problem in problems]
        step()
    return drawn, notes


def _placed(problem: Diagnostic, catalogue: Catalogue) -> Diagnostic:
    """A problem with a font is a problem with the folder that the content names."""
    return replace(problem, mark=catalogue.fonts_mark) if problem.code == "font-unreadable" else problem


def _each(names: Iterable[str], step: Callable[[], None]) -> Iterator[str]:
    """Each name, and a step when it is dealt with."""
    for name in names:
        yield name
        step()


def _info(catalogue: Catalogue, name: str) -> Info:
    kit, sheet = catalogue.kit, catalogue.sheets[name]
    return Info(
        title=f"{sheet.bookmark} \N{EN DASH} {kit.title}",
        author=kit.author.plain,
        subject=sheet.fragment,
        language=kit.language,
        bookmarks=(sheet.bookmark.plain,),
        keywords=kit.audience.plain,
    )


def _besides(catalogue: Catalogue) -> Iterator[Path]:
    """What is read beside the texts."""
    organisation = catalogue.kit.organisation
    if organisation and organisation.logo:
        yield catalogue.folder / organisation.logo
    if catalogue.fonts:
        yield from (catalogue.fonts / cut for cut in cut_names())
