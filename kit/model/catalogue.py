"""The content of a language as one checked Catalogue, or every problem of every file at once.

What was checked before is not read again where it is the same: see `kept`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from kit.diagnostics import KitError
from kit.model import kept
from kit.model.checked import Catalogue, Checked, WorkshopSheets
from kit.model.folder import check_folder

__all__ = ["Catalogue", "Checked", "WorkshopSheets", "load", "read"]


def load(
    folder: Path,
    language: str,
    cuts: Sequence[str] = (),
    layouts: Collection[str] | None = None,
    *,
    large: bool = True,
) -> Catalogue:
    """The content in ``folder/language``. Raises KitError with every problem; what is only odd is a warning.

    ``cuts`` are the files that a folder of letters must hold, if the content names one. With ``layouts`` the catalogue
    has the sheets of these only, and without ``large`` not the words of large print: models that nobody asks for need
    not be made.
    """
    checked = read(folder, language, cuts, layouts, large=large)
    if checked.errors or checked.catalogue is None:
        raise KitError(checked.errors)
    return replace(checked.catalogue, warnings=checked.problems)


def read(
    folder: Path,
    language: str,
    cuts: Sequence[str] = (),
    layouts: Collection[str] | None = None,
    *,
    large: bool = True,
    afresh: bool = False,
) -> Checked:
    """As much of the content in ``folder/language`` as is right, of what `load` is asked for.

    ``afresh``: for who reads the same time and again, and so knows what has not changed: all is read from the files.
    Raises KitError where there is none at all.
    """
    check_folder(folder, language)
    asked = None if afresh else kept.Asked.now(folder / language, language, layouts, large=large)
    if asked and (found := kept.get(asked)):
        return found
    # Only who has something to read waits for what reads.
    from kit.model import loader

    checked = loader.load(folder, language, cuts, layouts, large=large).checked
    if asked:
        kept.put(asked, checked, kept.Asked.now(folder / language, language, layouts, large=large))
    return checked
