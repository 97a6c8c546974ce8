"""Bubble sheets with names: a file for each municipality and, if asked, one book of all.

All sheets are painted in one go, so that what they share is drawn, compressed and subset once; the files are cut from
that. Only what is not there yet, or was made from something else, is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, count, groupby
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kit import files, fingerprint, shipped, target
from kit.diagnostics import Diagnostic, KitError, Severity, WrongUseError
from kit.draw.desk import Desk
from kit.draw.editions import Largest
from kit.draw.fonts import Fonts, cut_names
from kit.draw.theme import Edition, theme
from kit.model import municipalities as data
from kit.model.catalogue import Catalogue, load
from kit.model.lookup import Lookup
from kit.model.municipalities import Municipalities
from kit.model.named import Actors, NamedSheet
from kit.model.schema import BubbleSheet
from kit.press import cut
from kit.press.cut import About, Bookmark, Part
from kit.selection import Chosen, Selection, choose
from kit.studio import Drawn, Studio, elsewhere

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many."""

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
        folder = target.folder(self.out, self.language, self.edition, self.paper) / "bubbles"
        return folder / f"{named.own.nis}-{target.slug(named.own.name)}.pdf"


@dataclass(frozen=True, slots=True)
class Made:
    """The files that were asked for, how many of them were there already, and what is worth saying."""

    files: tuple[Path, ...]
    current: int
    notes: tuple[Diagnostic, ...]


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
        return found is not None and cut.is_current(found, self.fingerprint)


def make(order: Order, progress: Progress | None = None) -> Made:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched."""
    catalogue = load(order.content or shipped.folder(), order.language, cut_names(), layouts=_LAYOUTS)
    municipalities = data.load(shipped.folder())
    chosen, known, told = _asked(order, catalogue, municipalities)
    desk = Desk(catalogue, theme(order.edition), Fonts(catalogue.fonts))
    studio = Studio(desk, _sheet(catalogue), known, municipalities, order.paper)
    jobs = _jobs(order, studio, chosen)
    todo = [job for job in jobs if not job.is_done]
    notes = [*catalogue.warnings, *chosen.notes, *told]
    if todo:
        notes += _make(studio, jobs, todo, progress)
    return Made(tuple(job.path for job in jobs), len(jobs) - len(todo), tuple(notes))


def _asked(
    order: Order, catalogue: Catalogue, municipalities: Municipalities
) -> tuple[Chosen, Actors, list[Diagnostic]]:
    """Whose sheets, which actors, and what to say of these. What is wrong with any of it is told in one run."""
    lookup = Lookup(municipalities)
    chosen, known, notes = Chosen((), ()), _NOBODY, list[Diagnostic]()
    misused: list[Diagnostic] = []
    wrong: list[Diagnostic] = []
    try:
        chosen = choose(order.selection, municipalities, lookup, tiled=order.paper == "a4")
    except WrongUseError as error:
        misused += error.diagnostics
    try:
        if order.actors:
            known, notes = _read(order.actors, lookup, catalogue)
    except KitError as error:
        wrong += error.diagnostics
    if misused:
        raise WrongUseError([*misused, *wrong])
    if wrong:
        raise KitError(wrong)
    return chosen, known, [*notes, *elsewhere((plan.named for plan in chosen.plans), known)]


def _read(file: Path, lookup: Lookup, catalogue: Catalogue) -> tuple[Actors, list[Diagnostic]]:
    # Most orders have no list, and need not wait for what reads spreadsheets.
    from kit.model import actors

    found = actors.read(file, lookup, catalogue.sectors)
    return found.actors, list(found.notes)


def _sheet(catalogue: Catalogue) -> BubbleSheet:
    """The bubble sheet in the content."""
    for sheet in catalogue.sheets.values():
        if isinstance(sheet, BubbleSheet):
            return sheet
    raise KitError([Diagnostic("bubbles-no-sheet", {"folder": str(catalogue.folder)})])


def _jobs(order: Order, studio: Studio, chosen: Chosen) -> tuple[_Job, ...]:
    """A file a municipality, then the book."""
    named = [plan.named for plan in chosen.plans]
    jobs = [_Job(order.file(one), studio.fingerprint(one), one) for one in named]
    if not order.book:
        return tuple(jobs)
    by_province = order.selection.is_group
    in_book = fingerprint.of(str(by_province), *(job.fingerprint for job in jobs))
    return (*jobs, _Job(order.book, in_book, by_province=by_province))


def _make(studio: Studio, jobs: Sequence[_Job], todo: Sequence[_Job], progress: Progress | None) -> list[Diagnostic]:
    """Draw what is needed, and only where all of it can be printed write the files; tells what is worth saying."""
    book = next((job for job in todo if job.named is None), None)
    needed = [job for job in (jobs if book else todo) if job.named]
    step = _counter(2 * len(needed) + len(todo), progress)
    drawn, notes = _draw(studio, [job.named for job in needed if job.named], step)
    by_sheet = {job.named.own.nis: job for job in todo if job.named}
    files.sweep({job.path.parent for job in todo})
    pages: dict[str, tuple[Part, ...]] = {}
    for named, parts in studio.paint(drawn, step):
        pages[named.own.nis] = parts
        if job := by_sheet.get(named.own.nis):
            files.write_all({job.path: cut.bind(parts, _about(studio, named, job.fingerprint, len(parts)))})
            step()
    if book:
        files.write_all({book.path: _bound(studio, [job.named for job in jobs if job.named], pages, book)})
        step()
    return notes


def _counter(total: int, progress: Progress | None) -> Callable[[], None]:
    steps = count(1)

    def step() -> None:
        if progress is not None:
            progress(next(steps), total)

    return step


def _draw(
    studio: Studio, sheets: Sequence[NamedSheet], step: Callable[[], None]
) -> tuple[list[Drawn], list[Diagnostic]]:
    """The pages of all sheets, and what is no more than worth saying; KitError where there is more."""
    drawn: list[Drawn] = []
    notes: dict[str, Diagnostic] = {}
    for named in sheets:
        drawn.append((named, studio.draw(named)))
        found = (problem for page in drawn[-1][1] for problem in page.problems)
        notes |= {repr((one.code, one.mark, sorted(one.values.items()))): one for one in found}
        step()
    if any(note.severity is Severity.ERROR for note in notes.values()):
        raise KitError(notes.values())
    return drawn, list(notes.values())


def _about(studio: Studio, named: NamedSheet, fingerprint: bytes, pages: int) -> About:
    kit, sheet = studio.desk.catalogue.kit, studio.sheet
    title = sheet.named.bookmark.fill(gemeente=named.own.name).plain
    outline = [Bookmark(title, 0)]
    sheets = studio.sheet_pages(named)
    if pages > sheets:
        more = sheet.actor_list.bookmark.fill(gemeente=named.own.name).plain
        outline.append(Bookmark(more, sheets))
    fragment = f"{sheet.fragment}/{named.own.nis}"
    whole = f"{title} \N{EN DASH} {kit.title.plain}"
    about = About(whole, kit.author.plain, fragment, kit.language, fingerprint, tuple(outline), kit.audience.plain)
    return replace(about, printed=studio.printed)


def _bound(studio: Studio, sheets: Sequence[NamedSheet], pages: Mapping[str, tuple[Part, ...]], book: _Job) -> bytes:
    """The book of all sheets."""
    kit, sheet = studio.desk.catalogue.kit, studio.sheet
    starts = [0, *accumulate(len(pages[named.own.nis]) for named in sheets)]
    lines = [Bookmark(named.own.name, start) for named, start in zip(sheets, starts, strict=False)]
    title = f"{sheet.bookmark.plain} \N{EN DASH} {kit.title.plain}"
    outline = tuple(_by_province(lines, sheets) if book.by_province else lines)
    about = About(title, kit.author.plain, sheet.fragment, kit.language, book.fingerprint, outline, kit.audience.plain)
    whole = [part for named in sheets for part in pages[named.own.nis]]
    return cut.bind(whole, replace(about, printed=studio.printed))


def _by_province(lines: Sequence[Bookmark], sheets: Sequence[NamedSheet]) -> Iterator[Bookmark]:
    """The outline with a line a province, and the municipalities under it."""
    both = zip(sheets, lines, strict=True)
    for province, group in groupby(both, key=lambda one: one[0].own.province or one[0].own.region):
        under = tuple(line for _, line in group)
        yield Bookmark(province, under[0].page, under)
