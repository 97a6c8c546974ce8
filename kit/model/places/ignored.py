"""A list of municipalities among somebody's own texts, which is not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kit.diagnostics import Diagnostic, Mark, Severity
from kit.files import content
from kit.model import shipped
from kit.model.folder import MUNICIPALITIES


def ignored(folder: Path) -> Iterator[Diagnostic]:
    """A note on each list in the folder of a language, or in the one around it, that says something else than ours."""
    own = shipped.folder() / MUNICIPALITIES
    for path in (folder.parent / MUNICIPALITIES, folder / MUNICIPALITIES):
        if path != own and (found := content(path)) is not None and found != content(own):
            yield Diagnostic("municipalities-ignored", {"own": str(own)}, Mark(str(path), 1, 1), Severity.WARNING)
