"""Two builds side by side: that of a git revision and the files as they are now, in alternating rounds of processes.

Every figure is taken twice: with what the kit keeps in a cache folder, filled by a round before the first, and without
(``KIT_CACHE=off``). What is asked of each is the table of issue 15; of the seconds, as a part of those before.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Literal

from benchmarks import cases, watching
from benchmarks.processes import Used, run
from benchmarks.revisions import Build, installed, tree_now, tree_of

Who = Literal["before", "now", "typst"]
Cache = Literal["kept", "off"]
Figures = Mapping[tuple[Who, Cache], Sequence[Used]]
"""What each build used, in each round but the first, which fills the caches."""

CACHES: Final[tuple[Cache, ...]] = ("kept", "off")
_SHEETS: Final = 285
_EDITS: Final = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a process of a round runs: which build, in an empty folder, with which variables of the environment.

    ``prepared``: what the build makes ready once for all of its rounds.
    """

    build: Build
    folder: Path
    variables: Mapping[str, str]
    prepared: Path


Measure = Callable[[Place], Used]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. ``of``: the figure, of what was used by whom. ``most``: whether less is better.

    The ``floor`` and the ``aim`` are those of the figure of now, or where ``relative`` of its part of that before.
    """

    name: str
    case: str
    of: Callable[[Figures, Who, Cache], float]
    unit: str = "s"
    floor: float | None = None
    aim: float | None = None
    relative: bool = True
    most: bool = True


def seconds(figures: Figures, who: Who, cache: Cache) -> float:
    """The median of the processor time."""
    return statistics.median(used.processor for used in figures[who, cache])


def peak(figures: Figures, who: Who, cache: Cache) -> float:
    """The most memory in any round, in MB."""
    return max(used.peak for used in figures[who, cache])


def size(figures: Figures, who: Who, cache: Cache) -> float:
    """The mean bytes of a named sheet, in kB."""
    return figures[who, cache][0].size / 1000


def times(figures: Figures, who: Who, cache: Cache) -> float:
    """How many times as fast as Typst."""
    return seconds(figures, "typst", "off") / seconds(figures, who, cache)


def kit(command: cases.Command, place: Place) -> Used:
    """A command of the kit."""
    command.ready(place.folder, place.build.kit)
    return run([place.build.kit, *command.arguments], place.folder, place.variables)


def drawn(who: str, kind: str, place: Place) -> Used:
    """The sheets of Flanders, with their codes given, as `benchmarks.compare` has them drawn by the kit or by Typst."""
    words: list[str | Path] = [who, kind, "given", place.prepared, place.folder]
    return run([place.build.python, "-m", "benchmarks.drawing", *words], place.folder, place.variables)


def edited(place: Place) -> Used:
    """An edit while `kit watch` runs: the median of a few."""
    return Used(statistics.median(watching.watched(place.build.kit, place.folder, _EDITS, place.variables)))


CASES: Final[Mapping[str, Measure]] = {
    "help": partial(kit, cases.HELP),
    "lier": partial(kit, cases.LIER),
    "build": partial(kit, cases.BUILD),
    "flanders": partial(kit, cases.FLANDERS),
    "book": partial(kit, cases.BOOK),
    "pack": partial(kit, cases.PACK),
    "typst-files": partial(drawn, "kit", "files"),
    "typst-book": partial(drawn, "kit", "book"),
    "watch": edited,
}
"""What is measured of each build, by what to type behind ``--only``."""

BY_TYPST: Final[Mapping[str, Measure]] = {
    "typst-files": partial(drawn, "typst", "files"),
    "typst-book": partial(drawn, "typst", "book"),
}
"""What is measured of Typst as well, once a round."""

ROWS: Final = (
    Row("`kit bubbles Lier`", "lier", seconds, floor=0.5, aim=0.35),
    Row("`kit build`", "build", seconds, floor=0.6, aim=0.4),
    Row("`kit --help`", "help", seconds, floor=0.9, aim=0.7),
    Row("285 files", "flanders", seconds),
    Row("285 files, peak memory", "flanders", peak, "MB", 60, 45, relative=False),
    Row("a named sheet", "flanders", size, "kB", 60, 40, relative=False),
    Row("the book", "book", seconds),
    Row("`kit pack`, 200 participants", "pack", seconds, floor=0.7, aim=0.5),
    Row("285 files, as fast as Typst", "typst-files", times, "times", 6, 8, relative=False, most=False),
    Row("the book, as fast as Typst", "typst-book", times, "times", 4, 6, relative=False, most=False),
    Row("an edit in `kit watch`", "watch", seconds, floor=0.08, aim=0.06, relative=False),
)


def main(revision: str, rounds: int, names: Sequence[str]) -> None:
    """Measure both builds and print the table."""
    builds = {"before": installed(tree_of(revision)), "now": installed(tree_now())}
    with tempfile.TemporaryDirectory() as place:
        if any(name in BY_TYPST for name in names):
            for who, build in builds.items():
                prepare(build, Path(place, who))
        found = {name: figures(name, builds, Path(place), rounds) for name in names}
    sys.stdout.write("\n".join(table(found)) + "\n")


def prepare(build: Build, folder: Path) -> None:
    """Make ready what a build draws in comparison with Typst: as its own benchmarks do it, which know its insides."""
    folder.mkdir()
    told = f"from benchmarks.compare import prepare; prepare(Path({str(folder)!r}), {_SHEETS})"
    run([build.python, "-c", f"from pathlib import Path; {told}"], folder)


def figures(name: str, builds: Mapping[str, Build], place: Path, rounds: int) -> Figures:
    """What all used in a case, round by round."""
    found: dict[tuple[Who, Cache], list[Used]] = {}
    for i in range(rounds + 1):
        for who, cache in order(i, name in BY_TYPST):
            measure = BY_TYPST[name] if who == "typst" else CASES[name]
            build = "now" if who == "typst" else who
            kept = "off" if cache == "off" else str(place / f"cache-{build}")
            with tempfile.TemporaryDirectory() as folder:
                used = measure(Place(builds[build], Path(folder), {"KIT_CACHE": kept}, place / build))
            found.setdefault((who, cache), []).append(used)
        sys.stderr.write(f"{name}: {i} of {rounds}\n")
    return {key: measured[1:] for key, measured in found.items()}


def order(number: int, by_typst: bool) -> Iterator[tuple[Who, Cache]]:
    """In which order a round is measured: whoever is first in one is last in the next."""
    whose: list[Who] = ["before", "now"]
    for cache in CACHES:
        for who in whose if number % 2 else whose[::-1]:
            yield who, cache
    if by_typst:
        yield "typst", "off"


def table(found: Mapping[str, Figures]) -> Iterator[str]:
    """The table in Markdown: each figure before and now, and the part that now is of before."""
    yield "| | before | now | part | `KIT_CACHE=off`: before | now | part | floor | aim | |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for row in ROWS:
        if row.case in found:
            yield line(row, found[row.case])


def line(row: Row, found: Figures) -> str:
    """A line of the table."""
    cells = [row.name]
    for cache in CACHES:
        before, now = row.of(found, "before", cache), row.of(found, "now", cache)
        cells += [_told(before, row.unit), _told(now, row.unit), f"{now / before:.2f}"]
    asked = ["" if asked is None else f"{asked:g}" for asked in (row.floor, row.aim)]
    return f"| {' | '.join([*cells, *asked, verdict(row, found)])} |"


def verdict(row: Row, found: Figures) -> str:
    """What of that which is asked of a figure is met, as users have it: with the cache kept."""
    if row.floor is None or row.aim is None:
        return ""
    now = row.of(found, "now", "kept")
    value = now / row.of(found, "before", "kept") if row.relative else now

    def is_met(asked: float) -> bool:
        return value <= asked if row.most else value >= asked

    return "aim" if is_met(row.aim) else "floor" if is_met(row.floor) else "**missed**"


def _told(value: float, unit: str) -> str:
    return f"{value:.{3 if unit == 's' else 1 if unit == 'times' else 0}f} {unit}"
