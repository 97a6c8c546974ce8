"""A whole process, from its start to its end: what it took of the processor and of memory, and what it wrote."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PER_MEGABYTE: Final = 2**20 if sys.platform == "darwin" else 2**10


@dataclass(frozen=True, slots=True)
class Used:
    """What a process used: seconds of processors (user and system) and of the clock, megabytes at its peak.

    ``size``: the mean bytes of the single bubble sheets that it wrote, if it wrote any.
    """

    processor: float
    clock: float = 0
    peak: float = 0
    size: float = 0


def usual(variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment as a user has it: compiled modules are kept on the disk, output is buffered."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, **(variables or {})}


def run(command: Sequence[str | Path], folder: Path, variables: Mapping[str, str] | None = None) -> Used:
    """Run a command in a folder and measure it; end where it fails."""
    quiet, started = subprocess.DEVNULL, time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=usual(variables), stdout=quiet, stderr=quiet)
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    sizes = [file.stat().st_size for file in folder.glob("out/**/bubbles/*.pdf")]
    mean = sum(sizes) / len(sizes) if sizes else 0
    return Used(usage.ru_utime + usage.ru_stime, clock, usage.ru_maxrss / _PER_MEGABYTE, mean)
