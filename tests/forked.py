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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
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

    def __init__(self, environment: Mapping[str, str] = MappingProxyType({})) -> None:
        """Start it, with some variables of the environment besides."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forked"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
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


_IMPORTED: Final = {"check": "kit.build.check", "bubbles": "kit.bubbles.build", "pack": "kit.workshop.pack"}
"""What a command imports, in an order in which each adds to what those before it did."""


def _serve() -> None:
    imports = _imported()
    for line in sys.stdin:
        arguments = json.loads(line)
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            child = os.fork()
            if child == 0:
                _become(arguments, out.fileno(), err.fileno())
            _, status, used = os.wait4(child, 0)
            out.seek(0)
            err.seek(0)
            ran = Ran(
                os.waitstatus_to_exitcode(status),
                out.read().decode(errors="replace"),
                err.read().decode(errors="replace"),
                imports.get(arguments[0], imports["check"]) + used.ru_utime + used.ru_stime,
                used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10),
            )
        sys.stdout.write(json.dumps(vars(ran)) + "\n")
        sys.stdout.flush()


def _imported() -> dict[str, float]:
    """Import everything, so that no run has to; the seconds that each command would take for its own.

    The models that check the content are made as well: what only the first reading of a process takes is counted too.
    """
    import_module("kit.cli.app")
    taken: dict[str, float] = {}
    for command, module in _IMPORTED.items():
        import_module(module)
        taken[command] = time.process_time()
    first, second = _reading(), _reading()
    return {command: seconds + max(first - second, 0) for command, seconds in taken.items()}


def _reading() -> float:
    """The seconds that it takes to read the content of the program."""
    from kit.model import loader, shipped, site_words

    started = time.process_time()
    loader.load(shipped.folder(), "nl")
    site_words.read(shipped.folder() / "nl")
    return time.process_time() - started


def _become(arguments: Sequence[str], out: int, err: int) -> None:
    """Be a run and end. An exception that is not caught is printed, as in any program, and its status is 70."""
    from kit.cli import app

    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    os.dup2(out, 1)
    os.dup2(err, 2)
    status = 70
    try:
        status = app.run(arguments, {"KIT_LANG": "en"})
    except BaseException:  # noqa: BLE001 (whatever it is, the test that asked for this run must see it)
        sys.excepthook(*sys.exc_info())
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    _serve()
