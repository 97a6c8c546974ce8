"""Measures the command as its users run it: a fresh process each time, and the processor time that it took."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kit.model import shipped
from kit.model.places.municipalities import load

PARTICIPANTS: Final = 200
TOWNS: Final = 60
_COMMAND: Final = Path(sys.executable).with_name("kit")


def nothing(_: Path) -> None:
    """Make nothing ready."""


def participants(folder: Path) -> None:
    """Make a list of people from many municipalities ready, every two of one organisation."""
    places = [one.name for one in load(shipped.folder()) if one.region == "Vlaanderen"][:TOWNS]
    names = [f"Samira {chr(ord('A') + i // 26)}{chr(ord('a') + i % 26)}ert" for i in range(PARTICIPANTS)]
    rows = [f"{names[i]};Organisatie {i // 2 + 1};{places[i % TOWNS]}" for i in range(PARTICIPANTS)]
    text = "\n".join(["naam;organisatie;gemeente", *rows])
    (folder / "deelnemers.csv").write_text(text, encoding="utf-8")


def built(folder: Path) -> None:
    """Make the whole kit ready: there is nothing left to do."""
    subprocess.run([_COMMAND, "build"], cwd=folder, check=True, stdout=subprocess.DEVNULL)


@dataclass(frozen=True, slots=True)
class Case:
    """A command to measure; ``target`` in seconds of processor time, the median of several rounds.

    ``ready`` makes ready what the command needs.
    """

    name: str
    arguments: tuple[str, ...]
    target: float
    ready: Callable[[Path], None] = nothing


CASES: Final = (
    Case("kit --help", ("--help",), 0.15),
    Case("kit build", ("build",), 1.5),
    Case("kit build again", ("build",), 0.3, built),
    Case("kit bubbles", ("bubbles", "Lier"), 0.35),
    Case("kit pack", ("pack", "--participants", "deelnemers.csv", "--place", "Lier"), 10, participants),
)


def main() -> None:
    """Measure every case and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each command is measured (default: 7)")
    rounds = parser.parse_args().rounds
    sys.stdout.write(
        f"{'command':<16} {'first s':>9} {'median s':>9} {'least s':>9} {'target s':>9}  {'':<6} {'peak MB':>8}\n"
    )
    for case in CASES:
        sys.stdout.write(row(case, list(measure(case, rounds))) + "\n")


def measure(case: Case, rounds: int) -> Iterator[tuple[float, float]]:
    """Processor seconds and peak megabytes of a first round, which fills the caches, and of each round after it."""
    for _ in range(rounds + 1):
        with tempfile.TemporaryDirectory() as folder:
            case.ready(Path(folder))
            yield run(case, Path(folder))


def run(case: Case, folder: Path) -> tuple[float, float]:
    """Processor seconds (user and system) and peak megabytes of one process."""
    # As a user has it: with compiled modules on the disk, and buffered output.
    usual = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([_COMMAND, *case.arguments], cwd=folder, env=usual, stdout=quiet, stderr=quiet)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{case.name} failed")
    per_megabyte = 2**20 if sys.platform == "darwin" else 2**10
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / per_megabyte


def row(case: Case, measured: list[tuple[float, float]]) -> str:
    """A line of the table. The first round stands apart: it is not in the median."""
    first, *seconds = [second for second, _ in measured]
    median = statistics.median(seconds)
    verdict = "ok" if median < case.target else "SLOW"
    peak = max(megabytes for _, megabytes in measured)
    times = f"{first:>9.3f} {median:>9.3f} {min(seconds):>9.3f} {case.target:>9.2f}"
    return f"{case.name:<16} {times}  {verdict:<6} {peak:>8.0f}"


if __name__ == "__main__":
    main()
