"""Measures the command as its users run it: a fresh process each time, and the processor time that it took.

With ``--against REV`` beside the build of a git revision, in alternating rounds: `benchmarks.against`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import against
from benchmarks.cases import BUILD, BUILD_AGAIN, HELP, LIER, PACK, Command
from benchmarks.processes import Used, run

_COMMAND: Final = Path(sys.executable).with_name("kit")


@dataclass(frozen=True, slots=True)
class Case:
    """A command to measure; ``target`` in seconds of processor time, the median of several rounds."""

    name: str
    command: Command
    target: float


CASES: Final = (
    Case("kit --help", HELP, 0.15),
    Case("kit build", BUILD, 1.5),
    Case("kit build again", BUILD_AGAIN, 0.3),
    Case("kit bubbles", LIER, 0.35),
    Case("kit pack", PACK, 10),
)


def main() -> None:
    """Measure every case and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each command is measured (default: 7)")
    parser.add_argument("--against", metavar="REV", help="measure beside a git revision, which is installed for it")
    parser.add_argument(
        "--only", metavar="CASE", action="append", choices=against.CASES, help=f"only {', '.join(against.CASES)}"
    )
    arguments = parser.parse_args()
    if arguments.against:
        against.main(arguments.against, arguments.rounds, arguments.only or list(against.CASES))
        return
    sys.stdout.write(
        f"{'command':<16} {'first s':>9} {'median s':>9} {'least s':>9} {'target s':>9}  {'':<6} {'peak MB':>8}\n"
    )
    for case in CASES:
        sys.stdout.write(row(case, list(measure(case, arguments.rounds))) + "\n")


def measure(case: Case, rounds: int) -> Iterator[Used]:
    """What a first round used, which fills the caches, and each round after it."""
    for _ in range(rounds + 1):
        with tempfile.TemporaryDirectory() as folder:
            case.command.ready(Path(folder), _COMMAND)
            yield run([_COMMAND, *case.command.arguments], Path(folder))


def row(case: Case, measured: list[Used]) -> str:
    """A line of the table. The first round stands apart: it is not in the median."""
    first, *seconds = [used.processor for used in measured]
    median = statistics.median(seconds)
    verdict = "ok" if median < case.target else "SLOW"
    peak = max(used.peak for used in measured)
    times = f"{first:>9.3f} {median:>9.3f} {min(seconds):>9.3f} {case.target:>9.2f}"
    return f"{case.name:<16} {times}  {verdict:<6} {peak:>8.0f}"


if __name__ == "__main__":
    main()
