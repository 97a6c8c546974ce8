"""Plan, draw, check, write: the sheets and packs that are asked for become PDFs, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kit import files
from kit.build import manifest
from kit.build.fitting import Fitting
from kit.build.order import Built as Built
from kit.build.order import Order as Order
from kit.build.print_targets import Pages, PrintTarget
from kit.build.problems import merged
from kit.build.progress import Progress, counter
from kit.build.sheet_files import SheetFiles
from kit.build.summary import SheetPages, Summary, counted
from kit.diagnostics import Diagnostic, KitError, Severity, Value, WrongUseError
from kit.draw.context import DrawingContext
from kit.draw.look.editions import Edition
from kit.draw.look.theme import theme
from kit.draw.paint import Info
from kit.draw.text.fonts import cut_names, shared
from kit.model import shipped
from kit.model.catalogue import Catalogue, read
from kit.model.schema import Pack, PartnerCard


@dataclass(frozen=True, slots=True)
class Plan:
    """What an order comes to: the sheets and the packs to write, and the sheets to draw for both."""

    sheets: tuple[str, ...]
    packs: tuple[Pack, ...]
    drawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The sheets of a plan as pages, and what is worth saying about them. ``step`` is told of each further step.

    ``backs``: whether cards have backs.
    """

    context: DrawingContext
    plan: Plan
    pages: Mapping[str, Pages]
    notes: tuple[Diagnostic, ...]
    step: Callable[[], None]
    backs: bool = True

    @property
    def catalogue(self) -> Catalogue:
        """The content that was drawn."""
        return self.context.catalogue

    def printed(self, name: str) -> SheetPages:
        """How a sheet is printed."""
        cards = isinstance(self.catalogue.sheets[name], PartnerCard)
        backs = cards and self.backs and self.context.theme.card_backs
        return SheetPages(self.pages[name], heavy=cards, backs=backs)


@dataclass(frozen=True, slots=True)
class Painted:
    """The sheets of a plan as PDFs, and what is worth saying about them. ``step`` is told of each further step."""

    catalogue: Catalogue
    plan: Plan
    pdfs: Mapping[str, bytes]
    notes: tuple[Diagnostic, ...]
    step: Callable[[], None]


def build(order: Order, progress: Progress | None = None, *, force: bool = False) -> Built:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched.

    What is there already, made from the same, is not made again unless ``force``.
    """
    before = manifest.opened(order)
    drawn = draw_all(order, progress, lambda plan: len(plan.packs))
    plan = drawn.plan
    sheet_files = SheetFiles(order, drawn.context, drawn.pages, drawn.step)
    jobs = sheet_files.jobs(plan.sheets, plan.packs)
    changed = tuple(manifest.other_content(order.folder, order.content))
    contents = {**before.contents, manifest.BUILT: manifest.content_place(order.folder, order.content)}
    before = replace(before, printed=sheet_files.may_be_printed(before.printed, jobs), contents=contents)
    outcome = sheet_files.make(jobs, force=force)
    notes = (*drawn.notes, *sheet_files.outdated(plan.sheets, plan.packs))
    # What is odd is said each time: then the next build has to look again.
    made_from = {job.path: job.made_from for job in jobs}
    after = before if notes else manifest.renewed(order, before, made_from, _read(drawn.context))
    files.sweep({order.folder, *(path.parent for path in made_from)})
    if outcome:
        files.write_all({**outcome, order.folder / manifest.NAME: after.written()})
    else:
        manifest.save(order, after)
    notes = (*changed, *notes)
    return Built(tuple(outcome), notes, len(jobs) - len(outcome), _summary(order, drawn, tuple(outcome)))


def _summary(order: Order, drawn: Drawn, made: Sequence[Path]) -> Summary:
    """What there is to print of the files that were made: of a pack and its sheets, each sheet once."""
    plan = drawn.plan
    packs = [pack for pack in plan.packs if order.pack(pack.name) in made]
    sheets = [name for name in plan.sheets if order.sheet(name) in made]
    names = sheets or list(dict.fromkeys(name for pack in packs for name in pack.sheets))
    first = order.pack(plan.packs[0].name) if plan.packs else order.sheet(plan.sheets[0])
    return Summary(counted(map(drawn.printed, names)), first)


def paint(order: Order, progress: Progress | None, further: Callable[[Plan], int]) -> Painted:
    """Draw and paint what is asked, and write nothing. Anything wrong anywhere: KitError with all of it.

    ``further``: how many steps somebody else takes with a plan afterwards.
    """
    drawn = draw_all(order, progress, further)
    pdfs = {
        name: order.target.paint(drawn.pages[name], drawn.context.fonts, _info(drawn.catalogue, name))
        for name in _each(drawn.plan.drawn, drawn.step)
    }
    changed = manifest.other_content(order.folder, order.content)
    return Painted(drawn.catalogue, drawn.plan, pdfs, (*changed, *drawn.notes), drawn.step)


def draw_all(order: Order, progress: Progress | None, further: Callable[[Plan], int]) -> Drawn:
    """Draw what is asked. Anything wrong anywhere: KitError with all of it.

    ``further``: how many steps somebody else takes with a plan, besides one a sheet.
    """
    checked = read(order.content or shipped.folder(), order.language, cut_names(), afresh=order.afresh)
    catalogue = checked.catalogue
    if catalogue is None:
        raise KitError(checked.errors)
    if checked.errors:
        # What is right is drawn all the same, as far as it is not known to fit: so that one run tells everything.
        names = _planned(catalogue, order.names).drawn
        raise KitError((*checked.errors, *merged(unfit(Fitting(catalogue), names, order.edition, order.target))))
    plan = make_plan(catalogue, order.names)
    step = counter(len(plan.drawn) * 2 + further(plan), progress)
    context = DrawingContext(catalogue, theme(order.edition), shared(catalogue.fonts))
    pages, notes = draw(context, plan.drawn, order.target, step)
    told = (*checked.problems, *merged(notes))
    if any(problem.severity is Severity.ERROR for problem in told):
        raise KitError(told)
    return Drawn(context, plan, pages, told, step, order.cards.backs)


def unfit(fitting: Fitting, names: Iterable[str], edition: Edition, target: PrintTarget) -> Iterator[Diagnostic]:
    """What there is to say about sheets in an edition, drawn for a target only where they are not known to fit."""
    for name in names:
        yield from fitting.problems(f"{name} {edition} {target}", partial(_said, name, edition, target))
    fitting.keep()


def _said(name: str, edition: Edition, target: PrintTarget, catalogue: Catalogue) -> list[Diagnostic]:
    context = DrawingContext(catalogue, theme(edition), shared(catalogue.fonts))
    return draw(context, [name], target, lambda: None)[1]


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
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return Diagnostic("usage-unknown-name", values | ({"close": near[0]} if near else {}))


def draw(
    context: DrawingContext, names: Iterable[str], target: PrintTarget, step: Callable[[], None]
) -> tuple[Mapping[str, Pages], list[Diagnostic]]:
    """The pages of each sheet that can be drawn, and all that there is to say about them."""
    drawn: dict[str, Pages] = {}
    notes: list[Diagnostic] = []
    sheets = context.catalogue.sheets
    for name in names:
        problems: Sequence[Diagnostic] = ()
        try:
            drawn[name] = target.draw(context, sheets[name])
        except KitError as error:
            problems = [_placed(problem, context.catalogue) for problem in error.diagnostics]
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


def _read(context: DrawingContext) -> Mapping[Path, bytes]:
    """All that was read for some sheets, as it was then: the content, and the fonts if these are its own."""
    return {**context.catalogue.read, **(context.fonts.read() if context.catalogue.fonts else {})}
