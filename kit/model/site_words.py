"""The words of the digital edition: each file checked, and every problem of all of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, errors_of
from kit.model.folder import TOP
from kit.model.loader import typography
from kit.model.schema import site
from kit.model.schema.base import Content
from kit.model.schema.check import check
from kit.model.schema.reader import Reading
from kit.model.yaml.node import Leaf
from kit.model.yaml.source import read as source_of

NONE: Final = "site-no-words"
"""The code of what is said of a folder without them."""

SiteWords = Mapping[str, Content]
"""The words of each view, by the stem of its file."""


@dataclass(frozen=True, slots=True)
class Read:
    """The words, where all are right; what is wrong or odd; and the texts as they stand in the files."""

    words: SiteWords | None
    problems: tuple[Diagnostic, ...]
    texts: tuple[Leaf, ...] = ()


def read(folder: Path) -> Read:
    """The words in the folder of a language. One without them was copied before there was a digital edition."""
    if not (folder / site.FOLDER).is_dir():
        return Read(None, (Diagnostic(NONE, {"folder": str(folder / site.FOLDER)}),))
    rules = typography(source_of(folder / TOP))
    words: dict[str, Content] = {}
    problems: list[Diagnostic] = []
    texts: list[Leaf] = []
    for view in site.VIEWS:
        source = source_of(folder / site.FOLDER / f"{view}.yaml")
        found, wrong = check(site.model(view), source, Reading(view, rules, texts))
        problems += [*source.problems, *wrong]
        if found:
            words[view] = found
    return Read(None if errors_of(problems) else words, tuple(problems), tuple(texts))
