"""The content that comes with the program, and the copy of it that a user edits."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from kit.diagnostics import Diagnostic, KitError, Value
from kit.files import content, exists, sweep, write_all
from kit.model.folder import RELEASED


def folder() -> Path:
    """The folder with the content inside the program."""
    return Path(str(files("kit.content")))


def copy(target: Path) -> tuple[Path, ...]:
    """Copy the content to a folder and tell which files were made; KitError when there is another in the place of one.

    Where some are there as they would be copied, somebody was interrupted: only the others are made then.
    """
    source = folder()
    # With what editors know the texts by: each names it in its first line.
    copied = sorted([*source.rglob("*.yaml"), *source.rglob("*.json"), *source.glob("*/examples/*.csv")])
    # What was given out of this kit says nothing of what will be of another.
    copied = [file for file in copied if file.name != RELEASED]
    copies = {target / file.relative_to(source): file.read_bytes() for file in copied}
    taken = [path for path in copies if exists(path)]
    if len(taken) == len(copies) or any(content(path) != copies[path] for path in taken):
        values: dict[str, Value] = {"folder": str(target), "count": len(taken), "first": str(taken[0])}
        raise KitError([Diagnostic("file-exists", values)])
    sweep({path.parent for path in copies})
    missing = {path: data for path, data in copies.items() if path not in taken}
    write_all(missing)
    return tuple(missing)
