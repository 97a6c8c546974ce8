"""What is asked of `kit pack`: a workshop, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kit.build import output_paths
from kit.draw.look.theme import Edition
from kit.model.workshop.tables import Workshop
from kit.workshop.arrange import Asked
from kit.workshop.pages import PrintOptions

_USUAL: Final = PrintOptions()


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: a workshop, and how it is printed, from a content folder (none: that of the program).

    ``shop``: with files for a print shop besides. ``force``: from the start, whatever lies where it goes. ``each``:
    with a file for each person besides.
    """

    asked: Asked
    options: PrintOptions = _USUAL
    content: Path | None = None
    out: Path = Path("out")
    edition: Edition = "colour"
    language: str = "nl"
    shop: bool = False
    force: bool = False
    each: bool = False

    def folder(self, workshop: Workshop) -> Path:
        """Where the stack of a workshop goes: a folder with its date, start and place, as far as they are known."""
        start = workshop.start
        known = [workshop.date.isoformat()] if workshop.date else []
        known += [] if start is None else [f"{start // 60:02}{start % 60:02}"]
        known += [output_paths.slug(workshop.place.name)] if workshop.place else []
        return (
            output_paths.folder(self.out, self.language, self.edition, self.options.paper)
            / "packs"
            / ("-".join(known) or _NAMELESS)
        )


_NAMELESS: Final = "workshop"
"""The folder of a workshop without a date or a place: no name of a pack, which are names of files."""
