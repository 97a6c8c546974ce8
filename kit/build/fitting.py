"""What was found to fit once, and need not be drawn again to know it: kept from one check to the next.

Only that there was nothing to say is kept, with the files that the drawing read and what stood in them: where a letter
in one of them is another, or the program is, it is drawn again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from kit import cache, fingerprint
from kit.build.texts_read import ALWAYS, among, texts, watched
from kit.diagnostics import Diagnostic
from kit.model.catalogue import Catalogue

_KEPT: Final = "fits.json"
_FORM: Final = "1"
_REMEMBERED: Final = 8
"""Of each drawing so many contents: somebody may have several kits."""


class Fitting:
    """What is known to fit of a content. What a drawing reads of it is watched: so it is known what it hangs on."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Look up what is known. Content with letters of its own is drawn each time."""
        self._catalogue = catalogue
        self._files = texts(catalogue)
        is_inside = all(path.is_relative_to(catalogue.folder) for path in catalogue.read)
        self._is_kept = catalogue.fonts is None and is_inside
        self._basis = ""
        self._known: dict[str, list[Any]] = {}
        self._is_changed = False
        if self._is_kept:
            self._basis = f"{_FORM} {fingerprint.of_program().hex()} {fingerprint.of_libraries().hex()}"
            self._known = json.loads(cache.get(_KEPT, self._basis) or b"{}")

    def problems(self, drawing: str, draw: Callable[[Catalogue], Sequence[Diagnostic]]) -> Sequence[Diagnostic]:
        """What there is to say about a drawing, such as a sheet in an edition; it is only drawn if that is not known.

        ``draw`` draws it from the catalogue that it is handed.
        """
        if any(self._digest(read) == digest for read, digest in self._known.get(drawing, ())):
            return ()
        seen = {ALWAYS}
        found = draw(watched(self._catalogue, seen))
        if not found and self._is_kept:
            read = sorted(seen)
            before = self._known.get(drawing, [])
            self._known[drawing] = [[read, self._digest(read)], *before][:_REMEMBERED]
            self._is_changed = True
        return found

    def keep(self) -> None:
        """Keep what became known for the next time."""
        if self._is_changed:
            self._is_changed = False
            cache.put(_KEPT, self._basis, json.dumps(self._known, separators=(",", ":")).encode())

    def _digest(self, read: Sequence[str]) -> str:
        """The fingerprint of files and of folders of files, and of the logo, which is no text."""
        held = among(self._files, read)
        return fingerprint.of(*(part for name, data in held.items() for part in (name, data))).hex()
