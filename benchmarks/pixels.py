"""Whether two builds print the same, dot by dot and word by word: ``python -m benchmarks.pixels --against REV``.

Both make every sheet, pack, stack, poster and file for a print shop in each edition and on each paper, and the bubble
sheets of all municipalities. PDFium draws each page at 100 dots an inch and reads its text. What differs is printed;
ends with 1 where anything does. It uses all processors.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.cases import participants
from benchmarks.processes import usual
from benchmarks.revisions import Build, installed, tree_now, tree_of

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

EDITIONS: Final = ("colour", "grey", "low-ink", "large")
PAPERS: Final = ("a3", "a4")
REGIONS: Final = ("Vlaanderen", "Brussel", "Wallonië")
DPI: Final = 100
_POINTS: Final = 72
_TOGETHER: Final = 16
"""So many files are compared by a process at a time."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of all that is made: its name, and what to type behind ``kit``."""

    name: str
    commands: tuple[tuple[str, ...], ...]


def parts() -> Iterator[Part]:
    """All that is compared, part by part."""
    for edition in EDITIONS:
        for paper in PAPERS:
            yield Part(f"{edition} {paper}", tuple(_commands(("--edition", edition, "--paper", paper))))
        yield Part(f"{edition} posters", (("poster", "volledig", "--edition", edition),))
    yield Part("print shop", (("build", "--shop"), ("printer-test",)))


def _commands(options: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield ("build", *options)
    for region in REGIONS:
        yield ("bubbles", "--region", region, *options)
    yield ("pack", "--participants", "deelnemers.csv", "--place", "Lier", "--date", "2026-12-03", *options)


def main() -> int:
    """Compare, and print what differs; 1 where anything does."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pixels", description=__doc__)
    parser.add_argument("--against", metavar="REV", required=True, help="the git revision to compare with")
    names = [part.name for part in parts()]
    parser.add_argument("--only", metavar="PART", action="append", choices=names, help=f"only {', '.join(names)}")
    asked = parser.parse_args()
    builds = installed(tree_of(asked.against)), installed(tree_now())
    count = 0
    for part in [part for part in parts() if part.name in (asked.only or names)]:
        with tempfile.TemporaryDirectory() as place:
            found = list(compared(part, builds, Path(place)))
        count += len(found)
        sys.stdout.writelines(f"{part.name}: {line}\n" for line in found or ["the same"])
        sys.stdout.flush()
    sys.stdout.write(f"{count} differences\n" if count else "All is the same.\n")
    return 1 if count else 0


def compared(part: Part, builds: Sequence[Build], place: Path) -> Iterator[str]:
    """What differs in a part, made by both builds at the same time."""
    folders = [place / "before", place / "now"]
    with ThreadPoolExecutor(len(builds)) as both:
        list(both.map(make, builds, folders, [part] * len(builds)))
    yield from differences(*folders)


def make(build: Build, folder: Path, part: Part) -> None:
    """Make a part in a folder, with nothing kept from before."""
    folder.mkdir()
    participants(folder, build.kit)
    for command in part.commands:
        variables = usual({"KIT_CACHE": str(folder / "cache")})
        done = subprocess.run([build.kit, *command], cwd=folder, env=variables, capture_output=True, check=False)
        if done.returncode:
            sys.exit(f"{done.stderr.decode(errors='replace')}\nThis failed: kit {' '.join(command)}")
    shutil.rmtree(folder / "cache", ignore_errors=True)


def differences(before: Path, now: Path) -> Iterator[str]:
    """What differs between the PDFs under two folders, in their order."""
    old, new = ({file.relative_to(place).as_posix() for file in place.rglob("*.pdf")} for place in (before, now))
    yield from (f"{name}: is not made any more" for name in sorted(old - new))
    yield from (f"{name}: was not made before" for name in sorted(new - old))
    both = sorted(old & new)
    if not both:
        yield "nothing is made"
    pieces = [both[i : i + _TOGETHER] for i in range(0, len(both), _TOGETHER)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(_several, [before] * len(pieces), [now] * len(pieces), pieces):
            yield from found


def _several(before: Path, now: Path, names: Iterable[str]) -> list[str]:
    return [f"{name}: {line}" for name in names for line in of_files(before / name, now / name)]


def of_files(before: Path, now: Path) -> Iterator[str]:
    """What differs between two PDFs, page by page."""
    old, new = before.read_bytes(), now.read_bytes()
    if old == new:
        return
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(old)) as one, closing(PdfDocument(new)) as other:
        if len(one) != len(other):
            yield f"has {len(other)} pages, and had {len(one)}"
            return
        for number in range(len(one)):
            yield from (f"page {number + 1}: {line}" for line in of_pages(one[number], other[number]))


def of_pages(before: PdfPage, now: PdfPage) -> Iterator[str]:
    """What differs between two pages: their size, their dots, their text."""
    if before.get_size() != now.get_size():
        yield f"its size is {now.get_size()}, and was {before.get_size()}"
        return
    dots = [page.render(scale=DPI / _POINTS) for page in (before, now)]
    if (box := unlike(bytes(dots[0].buffer), bytes(dots[1].buffer), dots[0].stride, dots[0].n_channels)) is not None:
        left, top, right, bottom = (round(dot * 25.4 / DPI) for dot in box)
        yield f"looks otherwise, from {left} to {right} mm from the left, from {top} to {bottom} mm from the top"
    texts = [page.get_textpage().get_text_range() for page in (before, now)]
    if texts[0] != texts[1]:
        yield f"reads otherwise: {first_unlike(*texts)}"


def unlike(before: bytes, now: bytes, stride: int, channels: int) -> tuple[int, int, int, int] | None:
    """The box of the dots that differ in two pictures, as wide and as high; nothing where none does."""
    if before == now:
        return None
    rows = [i for i in range(0, len(before), stride) if before[i : i + stride] != now[i : i + stride]]
    places = [i for row in rows for i in range(stride) if before[row + i] != now[row + i]]
    return min(places) // channels, rows[0] // stride, max(places) // channels + 1, rows[-1] // stride + 1


def first_unlike(before: str, now: str, around: int = 20) -> str:
    """Where two texts begin to differ."""
    at = next((i for i, (one, other) in enumerate(zip(before, now, strict=False)) if one != other), None)
    at = min(len(before), len(now)) if at is None else at
    old, new = (text[max(at - around, 0) : at + around] for text in (before, now))
    return f"{old!r} is now {new!r}"


if __name__ == "__main__":
    sys.exit(main())
