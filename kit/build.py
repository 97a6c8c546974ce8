"""Plan, draw, check, write: the sheets and packs that are asked for become PDFs, all of them or none."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import count
from pathlib import Path
from typing import Final

from kit import files, registry, shipped, target
from kit.diagnostics import Diagnostic, KitError, Severity, Value, WrongUseError
from kit.draw.desk import Desk
from kit.draw.fonts import Fonts
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.theme import Edition, theme
from kit.model.catalogue import Catalogue, load
from kit.model.schema import Pack
from kit.press import packs

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many."""

Pages = Sequence[Page]

# Windows keeps these names for devices, whatever the ending.
_DEVICES: Final = re.compile(r"(?i)con|prn|aux|nul|(com|lpt)\d")


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: ``names`` of sheets and packs (none: all), from a content folder (none: that of the program)."""

    names: tuple[str, ...] = ()
    content: Path | None = None
    out: Path = Path("out")
    edition: Edition = "colour"
    language: str = "nl"

    @property
    def folder(self) -> Path:
        """Where this edition in this language goes."""
        return target.folder(self.out, self.language, self.edition)

    def sheet(self, name: str) -> Path:
        """The PDF of a sheet."""
        return self.folder / "sheets" / f"{name}.pdf"

    def pack(self, name: str) -> Path:
        """The PDF of a pack."""
        return self.folder / "packs" / f"{name}.pdf"

    def command(self, name: str) -> str:
        """What to type to build something else in the same way."""
        usual = Order()
        options = {
            "--content": self.content,
            "--out": None if self.out == usual.out else self.out,
            "--edition": None if self.edition == usual.edition else self.edition,
            "--lang": None if self.language == usual.language else self.language,
        }
        given = [word for option, value in options.items() if value is not None for word in (option, str(value))]
        return shlex.join(["kit", "build", name, *given])


@dataclass(frozen=True, slots=True)
class Plan:
    """What an order comes to: the sheets and the packs to write, and the sheets to draw for both."""

    sheets: tuple[str, ...]
    packs: tuple[Pack, ...]
    drawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What was written, and what is worth saying about it."""

    files: tuple[Path, ...]
    notes: tuple[Diagnostic, ...]


def build(order: Order, progress: Progress | None = None) -> Built:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched."""
    target.check_language(order.language)
    catalogue = load(order.content or shipped.folder(), order.language)
    plan = make_plan(catalogue, order.names)
    step = _counter(len(plan.drawn) * 2 + len(plan.packs), progress)
    desk = Desk(catalogue, theme(order.edition), Fonts(catalogue.fonts))
    pages, notes = _draw(desk, plan.drawn, step)
    outcome = _paint(order, plan, desk, pages, step)
    files.sweep({path.parent for path in outcome})
    files.write_all(outcome)
    return Built(tuple(outcome), (*notes, *_outdated(order, catalogue, plan)))


def make_plan(catalogue: Catalogue, names: tuple[str, ...]) -> Plan:
    """What the names come to; WrongUseError with every name that is neither a sheet nor a pack."""
    packs = {pack.name: pack for pack in catalogue.packs}
    known = [*catalogue.sheets, *packs]
    unknown = [_unknown(name, known) for name in dict.fromkeys(names) if name not in known]
    if unknown:
        raise WrongUseError(unknown)
    unsafe = [Diagnostic("unsafe-file-name", {"name": name}) for name in known if _DEVICES.fullmatch(name)]
    if unsafe:
        raise KitError(unsafe)
    sheets = tuple(name for name in catalogue.sheets if name in names or not names)
    asked = tuple(pack for name, pack in packs.items() if name in names or not names)
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


def _draw(desk: Desk, names: Iterable[str], step: Callable[[], None]) -> tuple[Mapping[str, Pages], list[Diagnostic]]:
    """The pages of each sheet, and what is no more than worth saying; KitError where there is more."""
    drawn: dict[str, Pages] = {}
    notes = list(desk.catalogue.warnings)
    sheets = desk.catalogue.sheets
    for name in names:
        try:
            drawn[name] = registry.layout(sheets[name].layout)(desk, sheets[name])
        except KitError as error:
            notes += error.diagnostics
        notes += [problem for page in drawn.get(name, ()) for problem in page.problems]
        step()
    notes = _distinct(notes)
    if any(note.severity is Severity.ERROR for note in notes):
        raise KitError(notes)
    return drawn, notes


def _distinct(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each once: what is drawn four times on a sheet is wrong four times."""
    return list({(one.code, one.mark, str(sorted(one.values.items()))): one for one in diagnostics}.values())


def _paint(
    order: Order, plan: Plan, desk: Desk, pages: Mapping[str, Pages], step: Callable[[], None]
) -> dict[Path, bytes]:
    """The files to write, as bytes. A sheet is painted once, for itself and for its packs."""
    pdfs: dict[str, bytes] = {}
    packs: dict[Path, bytes] = {}
    for name in plan.drawn:
        pdfs[name] = pdf_bytes(pages[name], desk.fonts, _info(desk.catalogue, name))
        step()
    for pack in plan.packs:
        packs[order.pack(pack.name)] = _pack(desk.catalogue, pack, pdfs)
        step()
    return {order.sheet(name): pdfs[name] for name in plan.sheets} | packs


def _info(catalogue: Catalogue, name: str) -> Info:
    kit, sheet = catalogue.kit, catalogue.sheets[name]
    return Info(
        title=f"{sheet.bookmark} \N{EN DASH} {kit.title}",
        author=kit.author.plain,
        subject=sheet.fragment,
        language=kit.language,
        bookmarks=(sheet.bookmark.plain,),
    )


def _pack(catalogue: Catalogue, pack: Pack, pdfs: Mapping[str, bytes]) -> bytes:
    parts = [packs.Part(pdfs[name], catalogue.sheets[name].bookmark.plain, name) for name in pack.sheets]
    about = packs.About(pack.title.plain, catalogue.kit.author.plain, catalogue.kit.language)
    return packs.assemble(parts, about)


def _outdated(order: Order, catalogue: Catalogue, plan: Plan) -> Iterator[Diagnostic]:
    """The packs on disk that hold a sheet which was made anew, while they were not."""
    for pack in catalogue.packs:
        renewed = [name for name in pack.sheets if name in plan.sheets]
        if renewed and pack not in plan.packs and files.exists(order.pack(pack.name)):
            values = {"pack": pack.name, "sheets": ", ".join(renewed), "command": order.command(pack.name)}
            yield Diagnostic("pack-holds-old", values, severity=Severity.ADVICE)
