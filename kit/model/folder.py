"""Is this a content folder? If not: what is it, and which folder is meant?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, KitError, WrongUseError

TOP: Final = "kit.yaml"
RELEASED: Final = "released.yaml"
"""What stood on the sheets in each version; no sheet is drawn from it."""

LARGE_WORDS: Final = "large.yaml"
"""What only the large edition says; a content of before that was made has none."""

SHEET_FOLDER: Final = "sheets"
WORKSHOP_FOLDER: Final = "workshop"
EXAMPLES_FOLDER: Final = "examples"

MUNICIPALITIES: Final = "municipalities.csv"
"""The list that lies in the folder with the content of the program; one beside somebody's own texts is not read."""

_LANGUAGE: Final = re.compile(r"[A-Za-z0-9]+([_-][A-Za-z0-9]+)*")


def check_folder(folder: Path, language: str) -> None:
    """Raise KitError where ``folder/language`` is no content, WrongUseError where it can be no language at all."""
    # So that ``../nl`` or nothing at all does not lead to another folder.
    if not _LANGUAGE.fullmatch(language):
        raise WrongUseError([Diagnostic("usage-bad-language", {"language": language})])
    try:
        problem = _problem(folder, language)
    except OSError:
        problem = Diagnostic("file-unreadable", {"file": str(folder)})
    if problem:
        raise KitError([problem])


def languages(folder: Path) -> list[str]:
    """The language folders in a content folder, by name."""
    return sorted(path.name for path in paths(folder) if (path / TOP).is_file())


def sheet_stems(folder: Path) -> list[str]:
    """The names of the sheets that have a file, in the folder of one language."""
    return sorted(path.stem for path in paths(folder / SHEET_FOLDER) if path.suffix == ".yaml")


def paths(folder: Path) -> list[Path]:
    """What lies in a folder; nothing where there is no folder to look into."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _problem(folder: Path, language: str) -> Diagnostic | None:
    values = {"folder": str(folder), "language": language}
    if folder.is_file():
        return Diagnostic("content-is-file", values)
    if not folder.is_dir():
        return Diagnostic("content-missing", values)
    if any(path.suffix == ".yaml" for path in paths(folder / language)):
        return None
    if (folder / TOP).is_file():
        return Diagnostic("content-one-too-deep", {**values, "parent": str(folder.resolve().parent)})
    if found := languages(folder):
        return Diagnostic("language-missing", {**values, "known": ", ".join(found)})
    return Diagnostic("content-none", values)
