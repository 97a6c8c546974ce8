#!/usr/bin/env python3
"""Set up everything in .venv, then do one job: ``python3 run.py build``, ``test``, ``check``, ``pictures`` or ``docs``.

Needs Python 3.11 or newer and nothing else. What stands after the job is handed on to it:
``python3 run.py build --edition grey``, ``python3 run.py test -k words``.
"""

# Only what an old Python can read as well: it must live long enough to say that it is too old.
from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / "python")
VERSIONS = ROOT / "constraints.txt"
READY = VENV / "ready.txt"
MOST = "not slow and not browsers and not more_browsers"
JOBS = {
    "build": [[PYTHON, "-m", "kit", "build"]],
    # A process a core. What stands later on the line prevails: `-n 0` for one process, `-m slow` for the slow ones,
    # `-m browsers` and `-m more_browsers` for those in Firefox and WebKit.
    "test": [[PYTHON, "-m", "pytest", "-n", "auto", "--dist", "worksteal", "-m", MOST]],
    "check": [
        [PYTHON, "-m", "ruff", "check"],
        [PYTHON, "-m", "ruff", "format", "--check"],
        [PYTHON, "-m", "mypy"],
        [str(BIN / "lint-imports")],
    ],
    "pictures": [[PYTHON, "pictures.py"]],
    "docs": [[PYTHON, "reference.py"]],
}


def main(arguments: list[str]) -> int:
    """Do a job and tell the exit status."""
    if not arguments or arguments[0] not in JOBS:
        return complain(f"Usage: python3 run.py {'|'.join(JOBS)} [OPTIONS]")
    job = arguments[0]
    problem = lacking() or set_up(".[site]" if job == "build" else ".[site,test]")
    if problem:
        return complain(problem)
    # Where modules are not kept as they are compiled, each of the thousand processes of the tests compiles all of them.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for command in JOBS[job]:
        status = subprocess.call([*command, *arguments[1:]], cwd=ROOT, env=environment)
        if status:
            return status
    return 0


def complain(problem: str) -> int:
    """Say what is wrong; the exit status for it."""
    sys.stderr.write(f"{problem}\n")
    return 2


def lacking() -> str:
    """What this Python lacks, if anything."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file outlives the rule
        return f"This needs Python 3.11 or newer; this is Python {sys.version.split()[0]}."
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        return "This Python cannot make a virtual environment. On Debian and Ubuntu: sudo apt install python3-venv"
    return ""


def set_up(what: str) -> str:
    """Install the kit, or the kit with its tests, unless that is done; what went wrong, if anything."""
    done = READY.read_text(encoding="utf-8").split() if READY.is_file() else []
    if done[:1] == [fingerprint()]:
        if what in done[1:]:
            return ""
    else:
        done = [fingerprint()]
        sys.stderr.write("Setting up in .venv, once. This takes a minute.\n")
        problem = quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
        if problem:
            return problem
    install = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]
    problem = quietly([*install, "--constraint", str(VERSIONS), "--editable", what])
    if not problem:
        READY.write_text("\n".join([*done, what]), encoding="utf-8")
    return problem


def fingerprint() -> str:
    """Changes where .venv must be made anew: other requirements, another Python, another place."""
    files = [file.read_text(encoding="utf-8") for file in (ROOT / "pyproject.toml", VERSIONS)]
    basis = [*files, sys.version, str(ROOT)]
    return hashlib.sha256("\n".join(basis).encode()).hexdigest()


def quietly(command: list[str]) -> str:
    """Run a command whose words only matter where it fails; then they are the problem."""
    result = subprocess.run(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if not result.returncode:
        return ""
    said = result.stdout.decode(errors="replace").strip().splitlines()[-20:]
    return "\n".join([*said, f"This failed: {' '.join(command)}", "Is there a connection to the internet?"])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
