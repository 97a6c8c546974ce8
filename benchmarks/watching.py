"""What a running `kit watch` costs: ``python -m benchmarks.watching``. On Linux only, for the clock of another process.

An example of one sector is changed, round after round; a round lasts until the new PDF of the list and that of the pack
are there. What is counted is all that the process did meanwhile, looking at the files too.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from benchmarks.processes import usual

TARGET: Final = 0.08
"""Seconds of processor time from a saved edit to the new PDFs."""

_COMMAND: Final = Path(sys.executable).with_name("kit")

IDLE: Final = 0.005
"""The part of a processor that looking may take."""

_PATIENCE: Final = 20
_WORDS: Final = ("- muziek\n", "- muziekles\n")
_FILES: Final = ("out/nl/sheets/inspiratielijst.pdf", "out/nl/packs/volledig.pdf")


def main() -> None:
    """Measure, and print both figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.watching", description=__doc__)
    parser.add_argument("--rounds", type=int, default=21, help="how many edits are measured (default: 21)")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as place, running(_COMMAND, Path(place), {}) as pid:
        show("edit of a sector", list(edits(Path(place), pid, rounds)), TARGET)
        show("a second of looking", [idle(pid)], IDLE)


def watched(kit: Path, place: Path, rounds: int, variables: Mapping[str, str]) -> list[float]:
    """Seconds of processor time for each edit while a command ``kit`` watches."""
    with running(kit, place, variables) as pid:
        return list(edits(place, pid, rounds))


@contextmanager
def running(kit: Path, place: Path, variables: Mapping[str, str]) -> Iterator[int]:
    """The process of a `kit watch` in a folder, with content of its own; it ends with the ``with`` block."""
    quiet = subprocess.DEVNULL
    subprocess.run([kit, "init", "kit"], cwd=place, env=usual(variables), check=True, stdout=quiet)
    command: list[str | Path] = [kit, "watch", "--content", "kit"]
    process = subprocess.Popen(command, cwd=place, env=usual(variables), stdout=quiet)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def edits(place: Path, pid: int, rounds: int) -> Iterator[float]:
    """Seconds of processor time for each edit; the first, with which caches are filled, is left out."""
    file = place / "kit" / "nl" / "sectors.yaml"
    outcome = [place / name for name in _FILES]
    nothing: list[int | None] = [None, None]
    wait_for_new(outcome, nothing)
    for i in range(rounds + 1):
        # Nothing goes on any more.
        time.sleep(0.5)
        before, times = used(pid), [stamp(path) for path in outcome]
        text = file.read_text(encoding="utf-8")
        old, new = _WORDS if i % 2 == 0 else _WORDS[::-1]
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        wait_for_new(outcome, times)
        time.sleep(0.1)
        if i:
            yield used(pid) - before


def idle(pid: int) -> float:
    """Seconds of processor time in a second in which nothing is saved: the average of ten."""
    time.sleep(1)
    before = used(pid)
    time.sleep(10)
    return (used(pid) - before) / 10


def wait_for_new(files: list[Path], before: list[int | None]) -> None:
    """Wait until each file is another one."""
    end = time.monotonic() + _PATIENCE
    while any(now in (None, old) for now, old in zip(map(stamp, files), before, strict=True)):
        if time.monotonic() > end:
            sys.exit("nothing was made")
        time.sleep(0.005)


def stamp(file: Path) -> int | None:
    """When a file was made; nothing where there is none."""
    return file.stat().st_mtime_ns if file.exists() else None


def used(pid: int) -> float:
    """Seconds of processor time that a process used: its clock, as Linux numbers it (clock_getcpuclockid)."""
    return time.clock_gettime(~pid << 3 | 2)


def show(name: str, seconds: list[float], target: float) -> None:
    """A line of the table."""
    median, least = statistics.median(seconds), min(seconds)
    verdict = "ok" if median < target else "SLOW"
    sys.stdout.write(f"{name:<22} median {median:.4f} s, least {least:.4f} s, target {target} s: {verdict}\n")


if __name__ == "__main__":
    main()
