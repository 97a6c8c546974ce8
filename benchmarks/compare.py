"""The kit and Typst drawing the same named bubble sheets: ``python -m benchmarks.compare``.

Each figure is of a process of its own, from its start to its end; the rounds of both alternate. What is equal and what
is not: ``benchmarks/README.md``.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import typst_sheet
from benchmarks.drawing import CODES, DATA
from benchmarks.processes import usual
from benchmarks.typst_document import MODULE
from kit.bubbles.pages import BubbleSheetPainter
from kit.draw import qr
from kit.draw.bubbles.plan import plan
from kit.draw.context import DrawingContext
from kit.draw.look.theme import theme
from kit.draw.text.fonts import Fonts
from kit.model.catalogue import load
from kit.model.places.municipalities import load as load_municipalities
from kit.model.schema import BubbleSheet
from kit.model.shipped import folder


@dataclass(frozen=True, slots=True)
class Used:
    """What a process used: seconds of the clock and of processors, megabytes at its peak, and what it wrote."""

    clock: float
    processor: float
    peak: float
    size: int


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default: 5)")
    parser.add_argument("--sheets", type=int, default=285, help="how many municipalities (default: 285)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        prepare(Path(place), arguments.sheets)
        for kind in ("files", "book"):
            for codes in ("given", "whole"):
                show(kind, codes, measure(Path(place), kind, codes, arguments.rounds))


def prepare(place: Path, count: int) -> None:
    """Write what Typst is handed, and the codes for both."""
    catalogue, municipalities = load(folder(), "nl"), load_municipalities(folder())
    sheet = next(sheet for sheet in catalogue.sheets.values() if isinstance(sheet, BubbleSheet))
    painter = BubbleSheetPainter(DrawingContext(catalogue, theme("colour"), Fonts()), sheet, {})
    named = [plan(own, municipalities.neighbours(own)).named for own in chosen(count)]
    drawn = [(one, painter.draw(one)) for one in named]
    pages = [page for _, pages in drawn for page in pages]
    data = [
        [one.own.nis, [typst_sheet.data(page, one.own.name if i == 0 else "") for i, page in enumerate(pages)]]
        for one, pages in drawn
    ]
    (place / MODULE).write_text(typst_sheet.template(pages), encoding="utf-8")
    (place / "places.txt").write_text(" ".join(one.own.nis for one in named), encoding="utf-8")
    (place / DATA).write_text(json.dumps(data), encoding="utf-8")
    (place / CODES).write_bytes(pickle.dumps({link.url: qr.code(link.url) for page in pages for link in page.links}))


def chosen(count: int) -> list[Any]:
    """The municipalities whose sheets are made: those of Flanders first."""
    order = {"Vlaanderen": 0, "Brussel": 1, "Wallonië": 2}
    return sorted(load_municipalities(folder()), key=lambda one: order[one.region])[:count]


def measure(place: Path, kind: str, codes: str, rounds: int) -> dict[str, list[Used]]:
    """What both use, in alternating rounds."""
    used: dict[str, list[Used]] = {"kit": [], "typst": []}
    for _ in range(rounds):
        for who in used:
            with tempfile.TemporaryDirectory() as out:
                used[who].append(run((who, kind, codes, str(place), out), Path(out)))
    return used


def run(words: Sequence[str], out: Path) -> Used:
    """One process."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.drawing", *words], env=usual())
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - started
    if status:
        sys.exit(f"failed: {words}")
    per_megabyte = 2**20 if sys.platform == "darwin" else 2**10
    size = sum(file.stat().st_size for file in out.rglob("*.pdf"))
    return Used(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / per_megabyte, size)


def show(kind: str, codes: str, used: dict[str, list[Used]]) -> None:
    """One block of the table."""
    middle = {who: statistics.median(one.processor for one in rounds) for who, rounds in used.items()}
    clock = {who: statistics.median(one.clock for one in rounds) for who, rounds in used.items()}
    sys.stdout.write(f"{kind}, codes {'given' if codes == 'given' else 'made as well'}\n")
    for who, rounds in used.items():
        peak, size = max(one.peak for one in rounds), rounds[0].size / 1e6
        sys.stdout.write(
            f"  {who:<6} {middle[who]:7.2f} s processor {clock[who]:7.2f} s clock {peak:5.0f} MB {size:6.1f} MB\n"
        )
    ratios = middle["typst"] / middle["kit"], clock["typst"] / clock["kit"]
    sys.stdout.write(f"  the kit is {ratios[0]:.1f} times as fast (processor), {ratios[1]:.1f} times (clock)\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
