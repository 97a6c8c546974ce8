"""Builds to compare: a git revision, or the files as they are now, each installed as a wheel in a venv of its own.

What was installed is kept in the user's cache folder, by what is in it and by the version of Python.
"""

from __future__ import annotations

import io
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs

from benchmarks.processes import usual

ROOT: Final = Path(__file__).resolve().parent.parent
_VERSIONS: Final = "constraints.txt"
_MOST: Final = 6
"""So many installed builds are kept: those that were used last."""

_READY: Final = "ready.txt"
_BIN: Final = "Scripts" if os.name == "nt" else "bin"


@dataclass(frozen=True, slots=True)
class Build:
    """An installed build, in a folder."""

    folder: Path

    @property
    def python(self) -> Path:
        """The Python that it is installed in."""
        return self.folder / "venv" / _BIN / "python"

    @property
    def kit(self) -> Path:
        """Its command."""
        return self.folder / "venv" / _BIN / "kit"


def tree_of(revision: str, root: Path = ROOT) -> str:
    """The name in git of all files of a revision."""
    return _git(root, "rev-parse", "--verify", f"{revision}^{{tree}}")


def tree_now(root: Path = ROOT) -> str:
    """The name in git of all files as they are now, those that were never committed too, but none that git ignores."""
    with tempfile.TemporaryDirectory() as place:
        # An index of its own: what is staged stays as it is.
        index = {"GIT_INDEX_FILE": str(Path(place, "index"))}
        _git(root, "read-tree", "HEAD", **index)
        _git(root, "add", "--all", **index)
        return _git(root, "write-tree", **index)


def installed(tree: str, root: Path = ROOT, place: Path | None = None) -> Build:
    """A build of such files: installed now, or before."""
    place = place or platformdirs.user_cache_path("kit-benchmarks", appauthor=False)
    folder = place / f"{tree[:16]}-{platform.python_version()}"
    if not (folder / _READY).is_file():
        sys.stderr.write(f"Installing {tree[:8]} in {folder}, once.\n")
        shutil.rmtree(folder, ignore_errors=True)
        unpack(tree, folder / "source", root)
        _install(Build(folder), folder / "source")
    (folder / _READY).write_text(tree, encoding="utf-8")
    sweep(place)
    return Build(folder)


def unpack(tree: str, folder: Path, root: Path = ROOT) -> None:
    """Put the files of a tree in a folder."""
    packed = subprocess.run(["git", "archive", tree], cwd=root, check=True, stdout=subprocess.PIPE).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


def sweep(place: Path, most: int = _MOST) -> None:
    """Remove all but the builds that were used last."""
    ready = sorted(place.glob(f"*/{_READY}"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in ready[most:]:
        shutil.rmtree(file.parent, ignore_errors=True)


def _install(build: Build, source: Path) -> None:
    _quietly([sys.executable, "-m", "venv", str(build.folder / "venv")])
    pip = [str(build.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _quietly([*pip, "--constraint", str(versions(source)), f"{source}[bench]"])
    # What is measured of its insides is measured by its own benchmarks, which know them.
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([build.python, "-c", where], check=True, capture_output=True, text=True).stdout.strip()
    shutil.copytree(source / "benchmarks", Path(packages, "benchmarks"), dirs_exist_ok=True)
    _quietly([str(build.python), "-m", "compileall", "-q", packages])


def versions(source: Path) -> Path:
    """The file with the versions that a build is tried with: its own, or that of today where it had none yet."""
    own = source / _VERSIONS
    return own if own.is_file() else ROOT / _VERSIONS


def _quietly(command: list[str]) -> None:
    done = subprocess.run(command, env=usual(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout.decode(errors='replace')}\nThis failed: {' '.join(command)}")


def _git(root: Path, *words: str, **variables: str) -> str:
    command = ["git", *words]
    done = subprocess.run(
        command, cwd=root, env={**os.environ, **variables}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{done.stderr}This failed: {' '.join(command)}")
    return done.stdout.strip()
