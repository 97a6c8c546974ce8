"""What is measured: the commands that people wait for, and what each of them needs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.processes import usual

_ROOT: Final = Path(__file__).resolve().parent.parent
PARTICIPANTS: Final = 200
TOWNS: Final = 60

Ready = Callable[[Path, Path], None]
"""Makes ready in a folder what a command needs, given the command ``kit``."""


def nothing(_: Path, __: Path) -> None:
    """Make nothing ready."""


def participants(folder: Path, _: Path) -> None:
    """Make a list of people from many municipalities ready, every two of one organisation."""
    # By a process of its own: the peak of a process is no less than that of the one that started it.
    told = "from pathlib import Path; from benchmarks.cases import write_participants; write_participants(Path.cwd())"
    subprocess.run([sys.executable, "-c", told], cwd=folder, env=usual({"PYTHONPATH": str(_ROOT)}), check=True)


def write_participants(folder: Path) -> None:
    """Write that list in a folder."""
    from kit.model import shipped
    from kit.model.places.municipalities import load

    places = [one.name for one in load(shipped.folder()) if one.region == "Vlaanderen"][:TOWNS]
    names = [f"Samira {chr(ord('A') + i // 26)}{chr(ord('a') + i % 26)}ert" for i in range(PARTICIPANTS)]
    rows = [f"{names[i]};Organisatie {i // 2 + 1};{places[i % TOWNS]}" for i in range(PARTICIPANTS)]
    text = "\n".join(["naam;organisatie;gemeente", *rows])
    (folder / "deelnemers.csv").write_text(text, encoding="utf-8")


def built(folder: Path, kit: Path) -> None:
    """Make the whole kit ready: there is nothing left to do."""
    subprocess.run([kit, "build"], cwd=folder, env=usual(), check=True, stdout=subprocess.DEVNULL)


@dataclass(frozen=True, slots=True)
class Command:
    """Words to type behind ``kit``; ``ready`` makes ready what it needs."""

    arguments: tuple[str, ...]
    ready: Ready = nothing


HELP: Final = Command(("--help",))
BUILD: Final = Command(("build",))
BUILD_AGAIN: Final = Command(("build",), built)
LIER: Final = Command(("bubbles", "Lier"))
FLANDERS: Final = Command(("bubbles", "--region", "Vlaanderen"))
BOOK: Final = Command(("bubbles", "--all", "--book", "book.pdf"))
PACK: Final = Command(("pack", "--participants", "deelnemers.csv", "--place", "Lier"), participants)
