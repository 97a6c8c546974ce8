"""What finished sheets come to in other files: worked out once for a sheet that stays the same from build to build."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kit.build import page_fingerprint
from kit.draw.page import Page

if TYPE_CHECKING:
    from kit.press.source_pages import SourcePage, Sources

_MOST_READ: Final = 32
"""Of so many files what was read is kept; then all is read anew, for most of these were of sheets as they were."""


@dataclass(slots=True)
class Pieces:
    """Of each sheet, by its name, the last fingerprint of its pages and the pages of its file."""

    _fingerprints: dict[str, tuple[Sequence[Page], bytes]] = field(default_factory=dict)
    _read: dict[str, tuple[bytes, tuple[SourcePage, ...]]] = field(default_factory=dict)
    _sources: Sources | None = None
    _count: int = 0

    def fingerprint(self, name: str, pages: Sequence[Page]) -> bytes:
        """The fingerprint of the pages of a sheet; known where these are the very same pages."""
        before = self._fingerprints.get(name)
        if before is None or before[0] is not pages:
            before = self._fingerprints[name] = pages, page_fingerprint.of_pages(pages)
        return before[1]

    def begin(self) -> None:
        """Begin a file. Only what is read after this may go into it together."""
        # Only a pack needs pypdf, which takes as long to import as a sheet to make.
        from kit.press.source_pages import Sources

        if self._sources is None or self._count >= _MOST_READ:
            self._sources, self._count = Sources(), 0
            self._read.clear()

    def read(self, name: str, pdf: bytes) -> tuple[SourcePage, ...]:
        """The pages of a sheet's file; known where it is the same file."""
        before = self._read.get(name)
        if before is None or before[0] != pdf:
            if self._sources is None:
                raise ValueError("no file was begun")
            self._count += 1
            before = self._read[name] = pdf, self._sources.pages(pdf)
        return before[1]
