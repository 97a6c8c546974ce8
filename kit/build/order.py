"""What is asked of `kit build`, and what came of it: plain data that needs nothing of what draws."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kit.build import output_paths
from kit.diagnostics import Diagnostic
from kit.draw.look.editions import Edition, Largest
from kit.model.printing import CardPrint

if TYPE_CHECKING:
    from kit.build.pieces import Pieces
    from kit.build.print_targets import PrintTarget
    from kit.build.summary import Summary

_USUAL: Final = CardPrint()


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: ``names`` of sheets and packs (none: all), from a content folder (none: that of the program).

    ``paper``: the largest that the printer takes; ``cards``: how partner cards are printed.
    """

    names: tuple[str, ...] = ()
    content: Path | None = None
    out: Path = Path("out")
    edition: Edition = "colour"
    language: str = "nl"
    paper: Largest = "a3"
    cards: CardPrint = _USUAL

    @property
    def target(self) -> PrintTarget:
        """What the sheets are made for."""
        # Whoever only wants to know whether there is anything to do must not wait for what draws.
        from kit.build.print_targets import OfficePrinter

        return OfficePrinter(self.paper, self.cards)

    @property
    def pieces(self) -> Pieces:
        """What is known of sheets that stay the same; nothing, where this is the only build of its process."""
        from kit.build.pieces import Pieces

        return Pieces()

    @property
    def afresh(self) -> bool:
        """Whether the content is read from its files even where it was checked before, as `catalogue.read` has it."""
        return False

    @property
    def folder(self) -> Path:
        """Where this edition in this language goes, on this paper."""
        return output_paths.folder(self.out, self.language, self.edition, self.paper)

    def sheet(self, name: str) -> Path:
        """The PDF of a sheet."""
        return self.folder / "sheets" / f"{name}.pdf"

    def pack(self, name: str) -> Path:
        """The PDF of a pack."""
        return self.folder / "packs" / f"{name}.pdf"

    def command(self, name: str) -> str:
        """What to type to build something else in the same way."""
        usual = Order()
        options = {
            "--content": self.content,
            "--out": None if self.out == usual.out else self.out,
            "--edition": None if self.edition == usual.edition else self.edition,
            "--lang": None if self.language == usual.language else self.language,
            "--paper": None if self.paper == usual.paper else self.paper,
            **self._of_cards(),
        }
        given = [word for option, value in options.items() if value is not None for word in (option, str(value))]
        backs = [] if self.cards.backs else ["--no-backs"]
        return quoted(["kit", "build", name, *given, *backs])

    def _of_cards(self) -> Mapping[str, str | None]:
        cards, shift = self.cards, self.cards.shift
        return {
            "--cards": None if cards.paper == _USUAL.paper else cards.paper,
            "--flip": cards.flip,
            "--duplex-shift": None if shift is None else ",".join(f"{part:g}" for part in shift),
        }


def quoted(words: Sequence[str], system: str = os.name) -> str:
    """A command as it is typed on a system: each has its own quotes."""
    if system != "nt":
        return shlex.join(words)
    from subprocess import list2cmdline

    return list2cmdline(words)


@dataclass(frozen=True, slots=True)
class Built:
    """What was written, what is worth saying about it, and how many files were still right and left as they were."""

    files: tuple[Path, ...]
    notes: tuple[Diagnostic, ...]
    current: int = 0
    summary: Summary | None = field(default=None, compare=False)
