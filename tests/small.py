"""A small kit to build often: the shipped content with two of its sheets."""

import shutil
from pathlib import Path

from kit.build import manifest
from tests.conftest import CONTENT, SHEETS

KEPT = ("canvas-1", "canvas-2")


def small_kit(folder: Path) -> Path:
    """Make a content folder with two sheets, of which nothing was given out yet, and give it back."""
    shutil.copytree(CONTENT / "nl", folder / "nl")
    (folder / "nl" / "released.yaml").unlink()
    for name in set(SHEETS) - set(KEPT):
        (folder / "nl" / "sheets" / f"{name}.yaml").unlink()
    for list_of_sheets in ("kit.yaml", "packs.yaml"):
        drop(folder / "nl" / list_of_sheets, *(f"- {name}" for name in set(SHEETS) - set(KEPT)))
    shares = [line.strip() for line in (folder / "nl" / "packs.yaml").read_text(encoding="utf-8").splitlines()]
    dropped = tuple(f"- {{sheet: {name}," for name in set(SHEETS) - set(KEPT))
    drop(folder / "nl" / "packs.yaml", *(line for line in shares if line.startswith(dropped)))
    return folder


def drop(file: Path, *lines: str) -> None:
    """Take lines out of a file."""
    kept = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip() not in lines]
    file.write_text("\n".join(kept) + "\n", encoding="utf-8")


def change(file: Path, old: str, new: str) -> None:
    """Replace a text that must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Everything under a folder but the manifest of what was made, by its path there."""
    found = [file for file in folder.rglob("*") if file.is_file() and file.name != manifest.NAME]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}
