"""Plan, draw, check, write: the sheets and packs that are asked for become PDFs, all of them or none."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import count
from pathlib import Path
from typing import Final

from kit import files, shipped, target
from kit.diagnostics import Diagnostic, KitError, Severity, Value, WrongUseError
from kit.draw.desk import Desk
from kit.draw.editions import Largest
from kit.draw.fonts import Fonts, cut_names
from kit.draw.paint import Info
from kit.draw.theme import Edition, theme
from kit.forms import Form, OfficeForm, Pages
from kit.model.catalogue import Catalogue, read
from kit.model.schema import Pack
from kit.model.stack import CardPrint
from kit.press import packs
from kit.problems import merged

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many."""

_USUAL: Final = CardPrint()


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: ``names`` of sheets and packs (none: all), from a content folder (none: that of the program).

    ``paper``: the largest that the printer takes; ``cards``: how partner cards are printed.
    """

    names: tuple[str, ...] = ()
    content: Path | None = None
    out: Path = Path("out")
    edition: Edition = "colour"
    language: str = "nl"
    paper: Largest = "a3"
    cards: CardPrint = _USUAL

    @property
    def form(self) -> Form:
        """What the sheets are made for."""
        return OfficeForm(self.paper, self.cards)

    @property
    def folder(self) -> Path:
        """Where this edition in this language goes, on this paper."""
        return target.folder(self.out, self.language, self.edition, self.paper)

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
            "--paper": None if self.paper == usual.paper else self.paper,
            **self._of_cards(),
        }
        given = [word for option, value in options.items() if value is not None for word in (option, str(value))]
        backs = [] if self.cards.backs else ["--no-backs"]
        return quoted(["kit", "build", name, *given, *backs])

    def _of_cards(self) -> Mapping[str, str | None]:
        cards, shift = self.cards, self.cards.shift
        return {
            "--cards": None if cards.paper == _USUAL.paper else cards.paper,
            "--flip": cards.flip,
            "--duplex-shift": None if shift is None else ",".join(f"{part:g}" for part in shift),
        }


def quoted(words: Sequence[str], system: str = os.name) -> str:
    """A command as it is typed on a system: each has its own quotes."""
    return subprocess.list2cmdline(words) if system == "nt" else shlex.join(words)


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


def build(order: Order, progress: Progress | None = None) -> Built:
    """Carry out an order. Anything wrong anywhere: KitError with all of it, before a file is touched."""
    painted = paint(order, progress, lambda plan: len(plan.packs))
    plan = painted.plan
    outcome = {order.sheet(name): painted.pdfs[name] for name in plan.sheets}
    for pack in plan.packs:
        outcome[order.pack(pack.name)] = _pack(painted.catalogue, pack, painted.pdfs)
        painted.step()
    files.sweep({path.parent for path in outcome})
    files.write_all(outcome)
    return Built(tuple(outcome), (*painted.notes, *_outdated(order, painted.catalogue, plan)))


def paint(order: Order, progress: Progress | None, further: Callable[[Plan], int]) -> Painted:
    """Draw and paint what is asked, and write nothing. Anything wrong anywhere: KitError with all of it.

    ``further``: how many steps somebody else takes with a plan afterwards.
    """
    checked = read(order.content or shipped.folder(), order.language, cut_names())
    catalogue = checked.catalogue
    if catalogue is None:
        raise KitError(checked.errors)
    # Where some of the content is wrong, what is right is drawn all the same: so that one run tells everything.
    plan = _planned(catalogue, order.names) if checked.errors else make_plan(catalogue, order.names)
    step = _counter(len(plan.drawn) * 2 + further(plan), progress)
    desk = Desk(catalogue, theme(order.edition), Fonts(catalogue.fonts))
    form = order.form
    pages, notes = draw(desk, plan.drawn, form, step)
    told = (*(checked.errors or checked.problems), *merged(notes))
    if any(problem.severity is Severity.ERROR for problem in told):
        raise KitError(told)
    pdfs = {
        name: form.paint(pages[name], desk.fonts, _info(catalogue, name))
        for name in _each(plan.drawn, step)
        if pages[name]
    }
    return Painted(catalogue, plan, pdfs, told, step)


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


def _pack(catalogue: Catalogue, pack: Pack, pdfs: Mapping[str, bytes]) -> bytes:
    parts = [packs.Part(pdfs[name], catalogue.sheets[name].bookmark.plain, name) for name in pack.sheets]
    kit = catalogue.kit
    about = packs.About(pack.title.plain, kit.author.plain, kit.language, kit.audience.plain)
    return packs.assemble(parts, about)


def _outdated(order: Order, catalogue: Catalogue, plan: Plan) -> Iterator[Diagnostic]:
    """The packs on disk that hold a sheet which was made anew, while they were not."""
    for pack in catalogue.packs:
        renewed = [name for name in pack.sheets if name in plan.sheets]
        if renewed and pack not in plan.packs and files.exists(order.pack(pack.name)):
            values = {"pack": pack.name, "sheets": ", ".join(renewed), "command": order.command(pack.name)}
            yield Diagnostic("pack-holds-old", values, severity=Severity.ADVICE)
