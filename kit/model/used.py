"""Which content is used where none is typed: that of a workshop's own folder, or what ``kit use`` wrote down."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kit import files
from kit.model.folder import TOP, check_folder

FILE: Final = Path(".kit-use")
"""In the folder in which the command is typed: the content folder, on one line."""


def remembered() -> Path | None:
    """The content folder that was written down here, if one was."""
    told = (files.content(FILE) or b"").decode(errors="replace").strip()
    return Path(told) if told.isprintable() and told else None


def remember(content: Path, language: str) -> None:
    """Write a content folder down. KitError where it is none."""
    check_folder(content, language)
    files.write_all({FILE: f"{content}\n".encode()})


def forget() -> None:
    """Write nothing down any more."""
    files.remove([FILE])


def around(file: Path, language: str) -> Path | None:
    """The content folder in which a file lies: ``mijn-kit`` of ``mijn-kit/nl/examples/workshop.yaml``.

    Also of ``mijn-kit/workshop.yaml``, and of a name without a folder, typed in one of these.
    """
    for folder in file.absolute().parents:
        if folder.name == language and (folder / TOP).is_file():
            return _as_typed(folder.parent)
        if (folder / language / TOP).is_file():
            return _as_typed(folder)
    return None


def _as_typed(folder: Path) -> Path:
    """A folder by its short name, where it lies under the one that the command is typed in."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
