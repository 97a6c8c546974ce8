"""Sheets become one pack: pages one after the other, with an outline and page labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from kit.press import cut
from kit.press.cut import About, Bookmark, Label


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet in a pack: its pages as they were painted, its title in the outline, its name in the page labels."""

    pages: Sequence[cut.Part]
    title: str
    label: str


def assemble(parts: Sequence[Part], about: About) -> bytes:
    """The PDF of a pack: the same bytes for the same parts. Links, sizes and trim boxes of the sheets stay."""
    starts = list(accumulate((len(part.pages) for part in parts), initial=0))
    whole = replace(
        about,
        outline=tuple(Bookmark(part.title, start) for part, start in zip(parts, starts, strict=False)),
        labels=tuple(Label(start, part.label, len(part.pages) > 1) for part, start in zip(parts, starts, strict=False)),
    )
    return cut.bind(list(chain.from_iterable(part.pages for part in parts)), whole)
