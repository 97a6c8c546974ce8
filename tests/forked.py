"""Runs the command many times, each in a process of its own that has everything imported already, and measures it.

As a program it reads orders from its input, a JSON list of arguments a line, and answers each with what came of it. It
is small, so that what it makes is: a process that is forked begins with the memory of its parent.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

ROOT: Final = Path(__file__).parent.parent

_MOST_SECONDS: Final = 30
_MOST_BYTES: Final = 2 << 30
"""What a run may take before it is killed: so that one that hangs ends, and one that grows leaves the machine alone."""


@dataclass(frozen=True)
class Ran:
    """A run: its exit status, negative where it was killed, what it printed, and what it took.

    ``seconds`` of the processor, the imports that it did not have to do itself included; ``megabytes`` at the most.
    """

    status: int
    out: str
    err: str
    seconds: float
    megabytes: float


class Server:
    """A process that forks a run for each order."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forked"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, *arguments: str | Path) -> Ran:
        """Run the command, in English."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([str(argument) for argument in arguments]) + "\n")
        self._process.stdin.flush()
        return Ran(**json.loads(self._process.stdout.readline()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()


def _serve() -> None:
    from kit import bubbles, build, check, cli, pack  # noqa: F401 (so that no run has to)

    imports = time.process_time()
    for line in sys.stdin:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            child = os.fork()
            if child == 0:
                _become(json.loads(line), out.fileno(), err.fileno())
            _, status, used = os.wait4(child, 0)
            out.seek(0)
            err.seek(0)
            ran = Ran(
                os.waitstatus_to_exitcode(status),
                out.read().decode(errors="replace"),
                err.read().decode(errors="replace"),
                imports + used.ru_utime + used.ru_stime,
                used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10),
            )
        sys.stdout.write(json.dumps(vars(ran)) + "\n")
        sys.stdout.flush()


def _become(arguments: Sequence[str], out: int, err: int) -> None:
    """Be a run and end. An exception that is not caught is printed, as in any program, and its status is 70."""
    from kit import cli

    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    os.dup2(out, 1)
    os.dup2(err, 2)
    status = 70
    try:
        status = cli.run(arguments, {"KIT_LANG": "en"})
    except BaseException:  # noqa: BLE001 (whatever it is, the test that asked for this run must see it)
        sys.excepthook(*sys.exc_info())
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    _serve()
