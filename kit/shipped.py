"""The content that comes with the program, and the copy of it that a user edits."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from kit.diagnostics import Diagnostic, KitError, Value
from kit.files import exists, write_all
from kit.model.folder import RELEASED


def folder() -> Path:
    """The folder with the content inside the program."""
    return Path(str(files("kit.content")))


def copy(target: Path) -> tuple[Path, ...]:
    """Copy the content to a folder and tell which files were made; KitError when one of them is there already."""
    source = folder()
    # With what editors know the texts by: each names it in its first line.
    copied = sorted([*source.rglob("*.yaml"), *source.rglob("*.json"), *source.glob("*/examples/*.csv")])
    # What was given out of this kit says nothing of what will be of another.
    copied = [file for file in copied if file.name != RELEASED]
    copies = {target / file.relative_to(source): file.read_bytes() for file in copied}
    taken = [path for path in copies if exists(path)]
    if taken:
        values: dict[str, Value] = {"folder": str(target), "count": len(taken), "first": str(taken[0])}
        raise KitError([Diagnostic("file-exists", values)])
    write_all(copies)
    return tuple(copies)
