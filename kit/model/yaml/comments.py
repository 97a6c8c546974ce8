"""The explanations in a content file: what its comments say of each key. Editors show them while somebody types.

How the comments are written:

- A comment stands right above the key that it explains, and also explains the keys under that one up to a white line.
- A line such as ``#   half    where to write it`` in a comment explains the key ``half`` in the part under that key.
- The comment at the top, with a white line after it, explains the file.
- A key that may be left out, and is, stands in a comment as it would be typed: ``# fonts: letters``.

A key that nothing explains is explained as the part that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from kit.model.yaml.node import Route
from kit.model.yaml.source import Source, parse

Names = tuple[str, ...]
"""The way to a key without the places in lists: ``("clusters", "sectors", "half")``."""

_LEFT_OUT: Final = re.compile(r"^( *)# ?( *[a-z_]+:(?: .*)?)$", re.MULTILINE)
_ENTRY: Final = re.compile(r"#\s{2,}([a-z_]+(?:, [a-z_]+)*)\s{2,}(\S.*)")
_FURTHER: Final = re.compile(r"#\s{6,}(\S.*)")
_FOR_EDITORS: Final = "# yaml-language-server:"


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment: what it says itself, and what it says of keys."""

    prose: str
    entries: Mapping[str, str]

    @property
    def whole(self) -> str:
        """All of it, a line a key."""
        return "\n".join(filter(None, (self.prose, *(f"{key}: {text}" for key, text in self.entries.items()))))


@dataclass(frozen=True, slots=True)
class Explanations:
    """What the comments of a file say: at their own keys, and of the keys that they stand above together."""

    own: dict[Names, _Comment] = field(default_factory=dict)
    together: dict[Names, _Comment] = field(default_factory=dict)

    def of(self, names: Names) -> str:
        """The explanation of a key; of the file where there are no names."""
        if names in self.own:
            return self.own[names].whole
        if entry := self._entry(names):
            return entry
        if names in self.together:
            return self.together[names].whole
        return self.of(names[:-1]) if names else ""

    def _entry(self, names: Names) -> str:
        """What the nearest comment with a line for this key says in it."""
        found = [
            (len(place), comment.entries[names[-1]])
            for place, comment in self.own.items()
            if names and names[-1] in comment.entries and names[: len(place)] == place
        ]
        return max(found, default=(0, ""))[1]


def explanations(text: str) -> Explanations:
    """The explanations in the text of a content file."""
    source = parse(with_all_keys(text), "")
    lines = source.text.split("\n")
    told = Explanations()
    head = list(takewhile(_is_comment, lines))
    if head and lines[len(head)].strip() == "":
        told.own[()] = _comment(head)
    for part in _parts(source):
        _explain(part, source, lines, told)
    return told


def with_all_keys(text: str) -> str:
    """The same content with the keys that stand in comments because they may be left out."""
    return _LEFT_OUT.sub(r"\1\2", text)


def _parts(source: Source) -> Iterator[list[Route]]:
    """The keys of each part of the file, in order."""
    parts: dict[Route, list[Route]] = {}
    for route in source.keys:
        parts.setdefault(route[:-1], []).append(route)
    yield from parts.values()


def _explain(part: Sequence[Route], source: Source, lines: Sequence[str], told: Explanations) -> None:
    above: _Comment | None = None
    last = 0
    for route in part:
        mark = source.keys[route]
        names = tuple(key for key in route if isinstance(key, str))
        comment = _above(lines, mark.line) if not lines[mark.line - 1][: mark.column - 1].strip(" -") else None
        if any(not line.strip() for line in lines[last : mark.line - 1]):
            above = None
        above, last = comment or above, mark.line
        if comment:
            told.own.setdefault(names, comment)
        elif above:
            told.together.setdefault(names, above)


def _above(lines: Sequence[str], number: int) -> _Comment | None:
    """The comment right above a line, counted from 1."""
    found = list(takewhile(_is_comment, reversed(lines[: number - 1])))
    return _comment(reversed(found)) if found else None


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _comment(lines: Iterable[str]) -> _Comment:
    prose: list[str] = []
    entries: dict[str, str] = {}
    keys: list[str] = []
    for line in map(str.strip, lines):
        if line.startswith(_FOR_EDITORS):
            continue
        if entry := _ENTRY.fullmatch(line):
            keys = entry[1].split(", ")
            entries |= dict.fromkeys(keys, entry[2][0].upper() + entry[2][1:])
        elif keys and (further := _FURTHER.fullmatch(line)):
            entries |= {key: f"{entries[key]} {further[1]}" for key in keys}
        else:
            prose.append(line.removeprefix("#").removeprefix(" ").rstrip())
    return _Comment(_joined(prose), entries)


def _joined(lines: Iterable[str]) -> str:
    """Lines as running text; one that is set in begins anew, and so does one after a line without words."""
    text, ended = "", True
    for line in lines:
        text += ("\n" if ended or line.startswith(" ") else " ") + line.strip() if line else ""
        ended = not line
    return text.strip()
