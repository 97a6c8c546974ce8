"""Bubble sheets with names: a file for each municipality and, if asked, one book of all.

All sheets are painted in one go, so that what they share is drawn, compressed and subset once; the files are split from
that, and the book is assembled from it. Only what is not there yet, or was made from something else, is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kit import files, fingerprint
from kit.bubbles.pages import BubbleSheetPainter, Drawn, PaintedBook, elsewhere
from kit.bubbles.selection import Chosen, Selection, choose
from kit.build import manifest, output_paths
from kit.build.problems import by_letter
from kit.build.progress import Progress, counter
from kit.build.summary import Summary, paper_of
from kit.diagnostics import Diagnostic, KitError, Severity, WrongUseError
from kit.draw.context import DrawingContext
from kit.draw.geometry import Size
from kit.draw.look.editions import LARGE, Largest
from kit.draw.look.theme import Edition, theme
from kit.draw.text.fonts import Fonts, cut_names
from kit.model import shipped
from kit.model.catalogue import Catalogue, load
from kit.model.lists.understood import Tell, untold
from kit.model.places import municipalities as data
from kit.model.places.lookup import Lookup
from kit.model.places.municipalities import Municipalities
from kit.model.places.named import Actors, NamedSheet
from kit.model.schema import BubbleSheet
from kit.press import reading, split, stamp
from kit.press.about import About, Bookmark

_LAYOUTS: Final = ("bubble_sheet",)
_NOBODY: Final[Actors] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: whose sheets, with which known ``actors``, and a ``book`` of all if it is to have a place.

    ``paper``: the largest that the printer takes; on A4 each sheet is two tiles.
    """

    selection: Selection
    actors: Path | None = None
    book: Path | None = None
    content: Path | None = None
    out: Path = Path("out")
    edition: Edition = "colour"
    language: str = "nl"
    paper: Largest = "a3"

    def file(self, named: NamedSheet) -> Path:
        """The PDF of a municipality."""
        folder = output_paths.folder(self.out, self.language, self.edition, self.paper) / "bubbles"
        return folder / f"{named.own.nis}-{output_paths.slug(named.own.name)}.pdf"


@dataclass(frozen=True, slots=True)
class Made:
    """The files that were asked for, how many of them were there already, what is worth saying, and their count."""

    files: tuple[Path, ...]
    current: int
    notes: tuple[Diagnostic, ...]
    summary: Summary | None = None


@dataclass(frozen=True, slots=True)
class _Job:
    """A file that is asked for, and the fingerprint of what it is made from: of a sheet, or the book of all."""

    path: Path
    fingerprint: bytes
    named: NamedSheet | None = None
    by_province: bool = False

    @property
    def is_done(self) -> bool:
        """Whether the file is there, whole, and made from the same."""
        found = files.content(self.path)
        return found is not None and stamp.is_current(found, self.fingerprint)


def make(order: Order, progress: Progress | None = None, tell: Tell = untold) -> Made:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched.

    ``tell`` hears what the list of actors was taken for before anything is made of it.
    """
    large = order.edition == LARGE
    catalogue = load(order.content or shipped.folder(), order.language, cut_names(), layouts=_LAYOUTS, large=large)
    municipalities = data.load(shipped.folder())
    chosen, known, told = _asked(order, catalogue, municipalities, tell)
    context = DrawingContext(catalogue, theme(order.edition), Fonts(catalogue.fonts))
    painter = BubbleSheetPainter(context, _sheet(catalogue), known, order.paper)
    jobs = _jobs(order, painter, chosen)
    files.sweep({job.path.parent for job in jobs})
    todo = [job for job in jobs if not job.is_done]
    root = output_paths.folder(order.out, order.language, order.edition, order.paper)
    notes = [*manifest.other_content(root, order.content), *catalogue.warnings, *chosen.notes, *told]
    drawn: list[Drawn] = []
    if todo:
        drawn, more = _make(painter, jobs, todo, progress)
        notes += more
    manifest.remember_content(root, order.content, "bubbles")
    return Made(tuple(job.path for job in jobs), len(jobs) - len(todo), tuple(notes), _summary(jobs, drawn))


def _summary(jobs: Sequence[_Job], drawn: Sequence[Drawn]) -> Summary | None:
    """What there is to print of all that was asked for: a book holds the same sheets once more."""
    if not jobs:
        return None
    known = {named.own.nis: [page.size for page in pages] for named, pages in drawn}
    sizes = [size for job in jobs if job.named for size in known.get(job.named.own.nis) or _sizes(job.path)]
    return Summary(Counter(map(paper_of, sizes)), jobs[-1].path if jobs[-1].named is None else jobs[0].path)


def _sizes(file: Path) -> list[Size]:
    """How large the pages of a file are that was there already."""
    return [Size(*size) for size in reading.sizes(files.content(file) or b"")]


def _asked(
    order: Order, catalogue: Catalogue, municipalities: Municipalities, tell: Tell
) -> tuple[Chosen, Actors, list[Diagnostic]]:
    """Whose sheets, which actors, and what to say of these. What is wrong with any of it is told in one run."""
    lookup = Lookup(municipalities)
    chosen, known, notes = Chosen((), ()), _NOBODY, list[Diagnostic]()
    misused: list[Diagnostic] = []
    wrong: list[Diagnostic] = []
    try:
        if order.actors:
            known, notes = _read(order.actors, lookup, catalogue, tell)
    except KitError as error:
        wrong += error.diagnostics
    try:
        large = order.paper if order.edition == LARGE else None
        tiled = order.paper == "a4"
        chosen = choose(order.selection, municipalities, lookup, tiled=tiled, known=known, large=large)
    except WrongUseError as error:
        misused += error.diagnostics
    if misused:
        raise WrongUseError([*misused, *wrong])
    if wrong:
        raise KitError(wrong)
    return chosen, known, [*notes, *elsewhere((plan.named for plan in chosen.plans), known)]


def _read(file: Path, lookup: Lookup, catalogue: Catalogue, tell: Tell) -> tuple[Actors, list[Diagnostic]]:
    # Most orders have no list, and need not wait for what reads spreadsheets.
    from kit.model.lists import actors

    found = actors.read(file, lookup, catalogue.sectors, tell)
    return found.actors, list(found.notes)


def _sheet(catalogue: Catalogue) -> BubbleSheet:
    """The bubble sheet in the content."""
    for sheet in catalogue.sheets.values():
        if isinstance(sheet, BubbleSheet):
            return sheet
    raise KitError([Diagnostic("bubbles-no-sheet", {"folder": str(catalogue.folder)})])


def _jobs(order: Order, painter: BubbleSheetPainter, chosen: Chosen) -> tuple[_Job, ...]:
    """A file a municipality, then the book."""
    named = [plan.named for plan in chosen.plans]
    jobs = [_Job(order.file(one), painter.fingerprint(one), one) for one in named]
    if not order.book:
        return tuple(jobs)
    by_province = order.selection.is_group
    in_book = fingerprint.of(str(by_province), *(job.fingerprint for job in jobs))
    return (*jobs, _Job(order.book, in_book, by_province=by_province))


def _make(
    painter: BubbleSheetPainter, jobs: Sequence[_Job], todo: Sequence[_Job], progress: Progress | None
) -> tuple[list[Drawn], list[Diagnostic]]:
    """Draw what is needed, and only where all of it can be printed write the files; tells what is worth saying."""
    book = next((job for job in todo if job.named is None), None)
    needed = [job for job in (jobs if book else todo) if job.named]
    step = counter(2 * len(needed) + len(todo), progress)
    drawn, notes = _draw(painter, [job.named for job in needed if job.named], step)
    by_sheet = {job.named.own.nis: job for job in todo if job.named}
    painted: list[PaintedBook] = []
    for one in painter.paint(drawn, step):
        painted.append(one)
        for named, parts in one.by_sheet(split.pages(one.pdf)):
            if job := by_sheet.get(named.own.nis):
                files.write_all({job.path: split.single(parts, _about(painter, named, job.fingerprint, len(parts)))})
                step()
    if book:
        files.write_all({book.path: _assembled(painter, [job.named for job in jobs if job.named], painted, book)})
        step()
    return drawn, notes


def _draw(
    painter: BubbleSheetPainter, sheets: Sequence[NamedSheet], step: Callable[[], None]
) -> tuple[list[Drawn], list[Diagnostic]]:
    """The pages of all sheets, and what is no more than worth saying; KitError where there is more."""
    drawn: list[Drawn] = []
    notes: dict[str, Diagnostic] = {}
    for named in sheets:
        drawn.append((named, painter.draw(named)))
        found = (problem for page in drawn[-1][1] for problem in page.problems)
        notes |= {repr((one.code, one.mark, sorted(one.values.items()))): one for one in found}
        step()
    if any(note.severity is Severity.ERROR for note in notes.values()):
        raise KitError(notes.values())
    return drawn, by_letter(notes.values())


def _about(painter: BubbleSheetPainter, named: NamedSheet, fingerprint: bytes, pages: int) -> About:
    kit, sheet = painter.context.catalogue.kit, painter.sheet
    title = sheet.named.bookmark.fill(gemeente=named.own.name).plain
    outline = [Bookmark(title, 0)]
    sheets = painter.sheet_pages(named)
    if pages > sheets:
        more = sheet.actor_list.bookmark.fill(gemeente=named.own.name).plain
        outline.append(Bookmark(more, sheets))
    fragment = f"{sheet.fragment}/{named.own.nis}"
    whole = f"{title} \N{EN DASH} {kit.title.plain}"
    about = About(whole, kit.author.plain, fragment, kit.language, fingerprint, tuple(outline), kit.audience.plain)
    return replace(about, printed=painter.printed)


def _assembled(
    painter: BubbleSheetPainter, sheets: Sequence[NamedSheet], painted: Sequence[PaintedBook], book: _Job
) -> bytes:
    """The book of all sheets."""
    # Only a book needs pypdf, which takes as long to import as many sheets to make.
    from kit.press import assemble, source_pages

    kit, sheet = painter.context.catalogue.kit, painter.sheet
    sources = source_pages.Sources()
    pages = {named.own.nis: of for one in painted for named, of in one.by_sheet(sources.pages(one.pdf))}
    starts = [0, *accumulate(len(pages[named.own.nis]) for named in sheets)]
    lines = [Bookmark(named.own.name, start) for named, start in zip(sheets, starts, strict=False)]
    title = f"{sheet.bookmark.plain} \N{EN DASH} {kit.title.plain}"
    outline = tuple(_by_province(lines, sheets) if book.by_province else lines)
    about = About(title, kit.author.plain, sheet.fragment, kit.language, book.fingerprint, outline, kit.audience.plain)
    whole = [page for named in sheets for page in pages[named.own.nis]]
    with assemble.undisturbed():
        return assemble.assembled(whole, replace(about, printed=painter.printed))


def _by_province(lines: Sequence[Bookmark], sheets: Sequence[NamedSheet]) -> Iterator[Bookmark]:
    """The outline with a line a province, and the municipalities under it."""
    both = zip(sheets, lines, strict=True)
    for province, group in groupby(both, key=lambda one: one[0].own.province or one[0].own.region):
        under = tuple(line for _, line in group)
        yield Bookmark(province, under[0].page, under)
