"""Pages become files: each sheet one, each pack one, with the fingerprint of all that it is made from.

What is there already and made from the same is left as it is. Drawing tells what has changed; only then is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kit import files, fingerprint
from kit.build import last_printed, manifest
from kit.build.order import Order
from kit.diagnostics import Diagnostic, Severity
from kit.draw.context import DrawingContext
from kit.draw.page import Page
from kit.draw.paint import UNTOLD
from kit.model.printed import Printed, decoded, encoded, printed
from kit.model.schema import Pack, PartnerCard
from kit.press import split, stamp
from kit.press.about import DUPLEX, About, Bookmark


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be: what it says of itself but for its fingerprint, its sheets, and its fingerprint in hexadecimals."""

    path: Path
    about: About
    sheets: tuple[str, ...]
    made_from: str

    @property
    def is_pack(self) -> bool:
        """Whether it is a pack: the outline of one is that of its sheets."""
        return not self.about.outline


class SheetFiles:
    """The files of an order, from pages that are drawn; ``step`` is told of each sheet and each pack."""

    def __init__(
        self, order: Order, context: DrawingContext, pages: Mapping[str, Sequence[Page]], step: Callable[[], None]
    ) -> None:
        """Nothing is painted yet."""
        self._order = order
        self._context = context
        self._pages = pages
        self._step = step
        self._pdfs: dict[str, bytes] = {}
        self._pieces = order.pieces

    def jobs(self, sheets: Sequence[str], of_packs: Sequence[Pack]) -> tuple[Job, ...]:
        """The files of some sheets and packs, in order."""
        return (*(self._sheets[name] for name in sheets), *map(self._pack, of_packs))

    def make(self, jobs: Sequence[Job], *, force: bool) -> Mapping[Path, bytes]:
        """The files that are not there yet, or not made from the same; all of them with ``force``."""
        todo = [job for job in jobs if force or not manifest.is_current(job.path, job.made_from)]
        for name in self._pages:
            if any(name in job.sheets for job in todo):
                self._pdfs[name] = self._painted(name) if force else self._known(name) or self._painted(name)
            self._step()
        made: dict[Path, bytes] = {}
        for job in jobs:
            if job in todo:
                made[job.path] = self._assembled(job) if job.is_pack else self._pdfs[job.sheets[0]]
            if job.is_pack:
                self._step()
        return made

    def outdated(self, sheets: Sequence[str], made: Sequence[Pack]) -> Iterator[Diagnostic]:
        """The packs on disk that hold one of some sheets as it was, while they were not ``made`` themselves."""
        for pack in self._context.catalogue.packs:
            path = self._order.pack(pack.name)
            if pack in made or not files.exists(path):
                continue
            held = _held(path)
            old = [name for name in pack.sheets if name in sheets and held.get(name) != self._sheets[name].made_from]
            if old:
                values = {"pack": pack.name, "sheets": ", ".join(old), "command": self._order.command(pack.name)}
                yield Diagnostic("pack-holds-old", values, severity=Severity.ADVICE)

    def may_be_printed(self, before: str, jobs: Sequence[Job]) -> str:
        """What sheets are compared with from now on, by what they were compared with ``before``, as a manifest says."""
        known = last_printed.kept(before)
        on_disk = {name: one for job in jobs for name, one in _said(job.path).items() if name in job.sheets}
        released = last_printed.codes(self._context.catalogue)
        told = last_printed.compared(last_printed.compared(known, on_disk, released), self._printed, released)
        return encoded({name: told[name] for name in sorted(told)})

    @cached_property
    def _painting(self) -> bytes:
        return fingerprint.of_painting()

    @cached_property
    def _printed(self) -> Mapping[str, Printed]:
        catalogue = self._context.catalogue
        return {name: printed(catalogue, catalogue.sheets[name]) for name in self._pages}

    @cached_property
    def _sheets(self) -> Mapping[str, Job]:
        return {name: self._sheet(name) for name in self._pages}

    def _sheet(self, name: str) -> Job:
        kit, sheet = self._context.catalogue.kit, self._context.catalogue.sheets[name]
        title = f"{sheet.bookmark} \N{EN DASH} {kit.title}"
        outline = (Bookmark(sheet.bookmark.plain, 0),)
        about = About(title, kit.author.plain, sheet.fragment, kit.language, b"", outline, kit.audience.plain)
        if self._has_backs(name):
            # Fronts and backs by turns: a print window sets both sides by itself.
            about = replace(about, duplex=DUPLEX[self._order.cards.sides])
        pages = self._pieces.fingerprint(name, self._pages[name])
        told = repr((about, self._printed[name]))
        made_from = fingerprint.of(self._painting, pages, told).hex()
        return self._job(self._order.sheet(name), about, {name: made_from}, made_from)

    def _has_backs(self, name: str) -> bool:
        return isinstance(self._context.catalogue.sheets[name], PartnerCard) and len(self._pages[name]) > 1

    def _pack(self, pack: Pack) -> Job:
        kit = self._context.catalogue.kit
        # On two sides the front of a card would land on the back of another sheet.
        sides = DUPLEX["single"] if any(map(self._has_backs, pack.sheets)) else ""
        about = About(pack.title.plain, kit.author.plain, "", kit.language, b"", (), kit.audience.plain, sides)
        held = {name: self._sheets[name].made_from for name in pack.sheets}
        made_from = fingerprint.of(fingerprint.of_assembling(), repr((about, held))).hex()
        return self._job(self._order.pack(pack.name), about, held, made_from)

    def _job(self, path: Path, about: About, held: Mapping[str, str], made_from: str) -> Job:
        """A file, with what it says is printed in it."""
        told = encoded({name: replace(self._printed[name], made=held[name]) for name in held})
        return Job(path, replace(about, fingerprint=bytes.fromhex(made_from), printed=told), tuple(held), made_from)

    def _assembled(self, job: Job) -> bytes:
        """The file of a pack, from the files of its sheets."""
        # Only a pack needs pypdf, which takes as long to import as a sheet to make.
        from kit.press import assemble

        sheets = self._context.catalogue.sheets
        with assemble.undisturbed():
            self._pieces.begin()
            held = [
                assemble.PackSheet(self._pieces.read(name, self._pdfs[name]), sheets[name].bookmark.plain, name)
                for name in job.sheets
            ]
            return assemble.pack(held, job.about)

    def _known(self, name: str) -> bytes | None:
        """The file of a sheet as it is on disk, if that is how it would be made."""
        job = self._sheets[name]
        found = files.content(job.path) or b""
        return found if stamp.is_current(found, job.about.fingerprint) else None

    def _painted(self, name: str) -> bytes:
        book = self._order.target.paint(self._pages[name], self._context.fonts, UNTOLD)
        return split.single(split.pages(book), self._sheets[name].about)


def _held(path: Path) -> Mapping[str, str]:
    """The fingerprint of each sheet in a PDF; empty where it is none of ours."""
    return {name: one.made for name, one in _said(path).items()}


def _said(path: Path) -> Mapping[str, Printed]:
    """What each sheet in a PDF says; empty where it is none of ours."""
    try:
        return decoded(stamp.printed(files.content(path) or b""))
    except ValueError:
        return {}
