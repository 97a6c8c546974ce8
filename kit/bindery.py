"""Pages become files: each sheet one, each pack one, with the fingerprint of all that it is made from.

What is there already and made from the same is left as it is. Drawing tells what has changed; only then is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from kit import files, fingerprint, ledger
from kit.diagnostics import Diagnostic, Severity
from kit.draw.desk import Desk
from kit.draw.page import Page
from kit.draw.paint import UNTOLD
from kit.model.printed import Printed, decoded, encoded, printed
from kit.model.schema import Pack
from kit.order import Order
from kit.press import cut, packs
from kit.press.cut import About, Bookmark


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


class Bindery:
    """The files of an order, from pages that are drawn; ``step`` is told of each sheet and each pack."""

    def __init__(self, order: Order, desk: Desk, pages: Mapping[str, Sequence[Page]], step: Callable[[], None]) -> None:
        """Keep everything at hand; nothing is painted yet."""
        self._order = order
        self._desk = desk
        self._pages = pages
        self._step = step
        self._parts: dict[str, tuple[cut.Part, ...]] = {}

    def jobs(self, sheets: Sequence[str], of_packs: Sequence[Pack]) -> tuple[Job, ...]:
        """The files of some sheets and packs, in order."""
        return (*(self._sheets[name] for name in sheets), *map(self._pack, of_packs))

    def make(self, jobs: Sequence[Job], *, force: bool) -> Mapping[Path, bytes]:
        """The files that are not there yet, or not made from the same; all of them with ``force``."""
        todo = [job for job in jobs if force or not ledger.is_current(job.path, job.made_from)]
        for name in self._pages:
            if any(name in job.sheets for job in todo):
                self._parts[name] = self._painted(name) if force else self._known(name) or self._painted(name)
            self._step()
        made: dict[Path, bytes] = {}
        for job in jobs:
            if job in todo:
                made[job.path] = self._bound(job)
            if job.is_pack:
                self._step()
        return made

    def outdated(self, sheets: Sequence[str], made: Sequence[Pack]) -> Iterator[Diagnostic]:
        """The packs on disk that hold one of some sheets as it was, while they were not ``made`` themselves."""
        for pack in self._desk.catalogue.packs:
            path = self._order.pack(pack.name)
            if pack in made or not files.exists(path):
                continue
            held = _held(path)
            old = [name for name in pack.sheets if name in sheets and held.get(name) != self._sheets[name].made_from]
            if old:
                values = {"pack": pack.name, "sheets": ", ".join(old), "command": self._order.command(pack.name)}
                yield Diagnostic("pack-holds-old", values, severity=Severity.ADVICE)

    @cached_property
    def _painting(self) -> bytes:
        return fingerprint.of_painting()

    @cached_property
    def _printed(self) -> Mapping[str, Printed]:
        catalogue = self._desk.catalogue
        return {name: printed(catalogue, catalogue.sheets[name]) for name in self._pages}

    @cached_property
    def _sheets(self) -> Mapping[str, Job]:
        return {name: self._sheet(name) for name in self._pages}

    def _sheet(self, name: str) -> Job:
        kit, sheet = self._desk.catalogue.kit, self._desk.catalogue.sheets[name]
        title = f"{sheet.bookmark} \N{EN DASH} {kit.title}"
        outline = (Bookmark(sheet.bookmark.plain, 0),)
        about = About(title, kit.author.plain, sheet.fragment, kit.language, b"", outline, kit.audience.plain)
        pages = fingerprint.of_pages(self._pages[name])
        told = repr((about, self._printed[name]))
        made_from = fingerprint.of(self._painting, pages, told).hex()
        return self._job(self._order.sheet(name), about, {name: made_from}, made_from)

    def _pack(self, pack: Pack) -> Job:
        kit = self._desk.catalogue.kit
        about = About(pack.title.plain, kit.author.plain, "", kit.language, b"", (), kit.audience.plain)
        held = {name: self._sheets[name].made_from for name in pack.sheets}
        made_from = fingerprint.of(self._painting, repr((about, held))).hex()
        return self._job(self._order.pack(pack.name), about, held, made_from)

    def _job(self, path: Path, about: About, held: Mapping[str, str], made_from: str) -> Job:
        """A file, with what it says is printed in it."""
        told = encoded({name: replace(self._printed[name], made=held[name]) for name in held})
        return Job(path, replace(about, fingerprint=bytes.fromhex(made_from), printed=told), tuple(held), made_from)

    def _bound(self, job: Job) -> bytes:
        if not job.is_pack:
            return cut.bind(list(chain.from_iterable(self._parts[name] for name in job.sheets)), job.about)
        sheets = self._desk.catalogue.sheets
        parts = [packs.Part(self._parts[name], sheets[name].bookmark.plain, name) for name in job.sheets]
        return packs.assemble(parts, job.about)

    def _known(self, name: str) -> tuple[cut.Part, ...] | None:
        """The pages of a sheet as they are on disk, if that is how they would be painted."""
        job = self._sheets[name]
        found = files.content(job.path) or b""
        return cut.pages(found) if cut.is_current(found, job.about.fingerprint) else None

    def _painted(self, name: str) -> tuple[cut.Part, ...]:
        return cut.pages(self._order.form.paint(self._pages[name], self._desk.fonts, UNTOLD))


def _held(path: Path) -> Mapping[str, str]:
    """What stands for the sheets in a file, as far as it is one of ours."""
    try:
        return {name: one.made for name, one in decoded(cut.printed(files.content(path) or b"")).items()}
    except ValueError:
        return {}
