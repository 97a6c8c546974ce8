"""Files beside the content that are not read: copies that a cloud or a person made, names with an ending too many.

Known of each: ``kit.yaml.txt`` (an editor on Windows that hides endings), ``kit (1).yaml`` and ``kit - kopie.yaml`` (a
person), ``kit-LAPTOP-123.yaml`` (OneDrive), ``kit (… conflicted copy …).yaml`` (Dropbox), ``kit.sync-conflict-….yaml``
(Syncthing). What they have in common: they begin as the name of a file does, and go on.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kit.diagnostics import Diagnostic, Severity, Value
from kit.model.folder import LARGE_WORDS, RELEASED, SHEET_FOLDER, TOP, WORKSHOP_FOLDER, paths
from kit.model.schema.scalars import IDENTIFIER
from kit.model.schema.site import FOLDER as SITE_FOLDER
from kit.model.schema.site import VIEWS

_ENDINGS: Final = (".yaml", ".yml", ".txt")
_KNOWN: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "": (Path(TOP).stem, "steps", "sectors", "packs", Path(LARGE_WORDS).stem, Path(RELEASED).stem),
        WORKSHOP_FOLDER: ("cover", "print-list", "table-card", "printer-test", "dates"),
        SITE_FOLDER: tuple(VIEWS),
    }
)
"""The files in each folder, by their stems."""


def copies(folder: Path, sheets: Iterable[str]) -> Iterator[Diagnostic]:
    """What is not read in the folder of a language; an error where what it is a copy of is not there.

    ``sheets``: the names that ``kit.yaml`` lists.
    """
    for place, stems in _KNOWN.items():
        yield from _in(folder / place, stems, (*VIEWS, Path(LARGE_WORDS).stem, Path(RELEASED).stem))
    listed = tuple(sheets)
    here = [path.stem for path in paths(folder / SHEET_FOLDER) if is_named(path) and path.stem not in listed]
    yield from _in(folder / SHEET_FOLDER, (*listed, *here), here)


def is_named(path: Path) -> bool:
    """Whether a file is called as a file with content can be."""
    return path.suffix == ".yaml" and IDENTIFIER.fullmatch(path.stem) is not None


def _in(folder: Path, stems: Iterable[str], optional: Container[str]) -> Iterator[Diagnostic]:
    """``optional``: what need not be there."""
    stems = sorted(set(stems), key=len, reverse=True)
    read = {f"{stem}.yaml" for stem in stems}
    for path in sorted(paths(folder)):
        name = path.name.casefold()
        if path.name in read or not name.endswith(_ENDINGS) or (folder.name == SHEET_FOLDER and is_named(path)):
            continue
        if of := next((stem for stem in stems if name.startswith(stem) and not _goes_on(name, stem)), None):
            meant = folder / f"{of}.yaml"
            values: dict[str, Value] = {"file": str(path), "name": meant.name, "meant": str(meant)}
            code = "copy-not-read" if meant.is_file() else "file-misnamed"
            harmless = meant.is_file() or of in optional
            yield Diagnostic(code, values, severity=Severity.WARNING if harmless else Severity.ERROR)


def _goes_on(name: str, stem: str) -> bool:
    """Whether a name is another word that begins with the same letters: ``kitchen.yaml``."""
    return name[len(stem) : len(stem) + 1].isalnum()
