"""The lines of the files that something is said of, as they were read: of YAML, or of a list out of a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kit.diagnostics import Mark

_LINE_END: Final = re.compile(r"\r\n?")
_CONTENT: Final = frozenset({".yaml", ".yml"})


class SourceLines:
    """Fetches lines, each file read once."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._files: dict[str, Sequence[str]] = {}

    def __call__(self, mark: Mark) -> str | None:
        """The line that a place is on, without its end; nothing where the file is gone, or shorter than it was."""
        if mark.file not in self._files:
            self._files[mark.file] = _text(Path(mark.file)).split("\n")
        lines = self._files[mark.file]
        return lines[mark.line - 1] if 0 < mark.line <= len(lines) and any(lines) else None


def _text(path: Path) -> str:
    """What can be read of a file, a mark in the place of each byte that is no letter; nothing where it is gone."""
    # Who only asks for help need not wait for these.
    from kit.model.lists import spreadsheet
    from kit.model.yaml.decode import Undecodable, bytes_of

    try:
        raw = bytes_of(path, spreadsheet.MAX_BYTES)
        if path.suffix.lower() not in _CONTENT:
            return spreadsheet.decoded(raw, str(path))
    except (Undecodable, OSError):
        return ""
    return _LINE_END.sub("\n", raw.decode("utf-8-sig", "replace"))
