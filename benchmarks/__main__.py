"""Measures the command as its users run it: a fresh process each time, and the processor time that it took."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Case:
    """A command to measure; ``target`` in seconds of processor time, the median of several rounds."""

    name: str
    arguments: tuple[str, ...]
    target: float


CASES: Final = (
    Case("kit --help", ("--help",), 0.15),
    Case("kit build", ("build",), 1.5),
    Case("kit bubbles", ("bubbles", "Lier"), 0.35),
)


def main() -> None:
    """Measure every case and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each command is measured (default: 7)")
    rounds = parser.parse_args().rounds
    sys.stdout.write(
        f"{'command':<12} {'first s':>9} {'median s':>9} {'least s':>9} {'target s':>9}  {'':<6} {'peak MB':>8}\n"
    )
    for case in CASES:
        sys.stdout.write(row(case, list(measure(case, rounds))) + "\n")


def measure(case: Case, rounds: int) -> Iterator[tuple[float, float]]:
    """Processor seconds and peak megabytes of a first round, which fills the caches, and of each round after it."""
    for _ in range(rounds + 1):
        with tempfile.TemporaryDirectory() as folder:
            yield run(case, Path(folder))


def run(case: Case, folder: Path) -> tuple[float, float]:
    """Processor seconds (user and system) and peak megabytes of one process."""
    command = Path(sys.executable).with_name("kit")
    # As a user has it: with compiled modules on the disk, and buffered output.
    usual = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    process = subprocess.Popen([command, *case.arguments], cwd=folder, env=usual, stdout=subprocess.DEVNULL)
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
    return f"{case.name:<12} {times}  {verdict:<6} {peak:>8.0f}"


if __name__ == "__main__":
    main()
