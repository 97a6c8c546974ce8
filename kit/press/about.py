"""What a file says of itself, whoever writes it: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PRINTED: Final = "KitPrinted"
"""Where a file says what is printed in it: a key of its own among what it says of itself (ISO 32000-1, 14.3.3)."""

DUPLEX: Final = {"single": "Simplex", "long": "DuplexFlipLongEdge", "short": "DuplexFlipShortEdge"}
"""What a file says of the sides that it is printed on (ISO 32000-1, table 150)."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: its title, the page it leads to (from 0), and the lines under it."""

    title: str
    page: int
    under: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader calls the pages from a number (from 0) on: ``canvas-1``, or ``canvas-1 1`` and so on if counted."""

    start: int
    name: str
    counted: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself. ``language`` is a tag such as ``nl-BE``.

    ``fingerprint``: 16 bytes that stand for all that the file was made from; see `kit.press.stamp`. ``duplex``: how a
    print window sets the sides by itself (ISO 32000-1, table 150), if that is known. ``printed``: what is printed in
    it, in base64; see `kit.press.stamp.printed`.
    """

    title: str
    author: str
    subject: str
    language: str
    fingerprint: bytes
    outline: tuple[Bookmark, ...] = ()
    keywords: str = ""
    duplex: str = ""
    labels: tuple[Label, ...] = ()
    printed: str = ""

    @property
    def info(self) -> dict[str, str]:
        """The document information dictionary (ISO 32000-1, table 317), without what is empty."""
        told = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Keywords": self.keywords,
            "Creator": "kit",
            "Producer": "kit",
            PRINTED: self.printed,
        }
        return {key: text for key, text in told.items() if text}

    @property
    def shows_outline(self) -> bool:
        """Whether the outline is shown when the file is opened: one of a single line tells nothing."""
        return len(self.outline) > 1 or any(line.under for line in self.outline)
