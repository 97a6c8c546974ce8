"""What a content file becomes: texts, lists and mappings, each text with its place."""

from __future__ import annotations

from dataclasses import dataclass

from kit.diagnostics import Mark

Key = str | int
Route = tuple[Key, ...]
"""The way from the top of a file to a value: keys, and places in lists from 0."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar: always text, so that 13:30 and no stay what was typed. Empty where nothing was typed.

    ``raw`` is the same as it stands in the file, with its quotes and its indentation.
    """

    text: str
    mark: Mark
    raw: str = ""

    def point(self, offset: int, clean: str | None = None) -> Mark:
        """Where in the file a letter of the text (or of a cleaned copy of it) stands; else where the value starts."""
        place = _aligned(self.text if clean is None else clean, self.raw, offset)
        if place is None:
            return self.mark
        before = self.raw[:place].split("\n")
        column = len(before[-1]) + (1 if len(before) > 1 else self.mark.column)
        return Mark(self.mark.file, self.mark.line + len(before) - 1, column, self.mark.path)


Node = Leaf | list["Node"] | dict[str, "Node"]


def _aligned(text: str, raw: str, offset: int) -> int | None:
    """The place in raw of a letter in text: each letter is the next such letter, quotes and indentation are skipped."""
    place = -1
    for letter in text[: offset + 1]:
        place = raw.find(letter, place + 1)
        if place < 0:
            return None
    return place


def path_of(route: Route) -> str:
    """``("steps", 2, "head")`` as ``steps[2].head``."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in route).removeprefix(".")
