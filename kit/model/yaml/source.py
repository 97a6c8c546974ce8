"""YAML text to plain data: every scalar stays text, and every key and value keeps its place.

The parser's events are built into a tree here, not by YAML's own composer: so nothing is turned into numbers or
dates, duplicate keys are seen, references are refused before they can multiply, and nesting cannot grow deep.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kit.diagnostics import Diagnostic, Mark
from kit.model.most_problems import first
from kit.model.yaml.decode import Undecodable, bytes_of, decoded
from kit.model.yaml.node import Leaf, Node, Route, path_of

EXCERPT: Final = 40
KNOWN: Final = 64
"""So many files are more than a content has: of one that was saved, only that one is read again."""

_NOTHING: Final[Mapping[Route, Mark]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One content file: its data, where everything stands in it, and what is wrong with it as YAML.

    The same text in the same place is the same object, for as long as it is among the last that were read.

    ``mapping`` is nothing where the file is no YAML, or has something else than a mapping at its top.
    """

    file: str
    text: str = ""
    mapping: dict[str, Node] | None = None
    keys: Mapping[Route, Mark] = field(default_factory=lambda: _NOTHING)
    values: Mapping[Route, Mark] = field(default_factory=lambda: _NOTHING)
    problems: tuple[Diagnostic, ...] = ()

    def value_mark(self, route: Route) -> Mark:
        """Where a value stands; of a value that is not there, where the part stands that lacks it."""
        for end in range(len(route), -1, -1):
            if found := self.values.get(route[:end]):
                return Mark(found.file, found.line, found.column, path_of(route))
        return Mark(self.file, 1, 1, path_of(route))

    def key_mark(self, route: Route) -> Mark:
        """Where a key stands."""
        return self.keys.get(route) or self.value_mark(route)

    def node(self, route: Route) -> Node | None:
        """The value at the end of a route."""
        node: Node | None = self.mapping
        for key in route:
            if isinstance(node, dict):
                node = node.get(str(key))
            elif isinstance(node, list) and isinstance(key, int):
                node = node[key]
            else:
                return None
        return node

    def excerpt(self, route: Route) -> str:
        """What stands at a value, on one line."""
        node = self.node(route)
        if isinstance(node, Leaf):
            return _short(node.text.strip().split("\n")[0])
        mark = self.value_mark(route)
        return _short(self.text.split("\n")[mark.line - 1][mark.column - 1 :].strip())


def _short(line: str) -> str:
    return line if len(line) <= EXCERPT else f"{line[: EXCERPT - 1]}…"


def read(path: Path, kept: MutableMapping[Path, bytes] | None = None) -> Source:
    """A content file. What cannot be read is a problem of the source, never an exception.

    ``kept`` gets the bytes that were read.
    """
    try:
        raw = bytes_of(path)
        if kept is not None:
            kept[path] = raw
        return parse(decoded(raw, str(path)), str(path))
    except Undecodable as problem:
        return Source(str(path), problems=(problem.diagnostic,))


@lru_cache(KNOWN)
def parse(text: str, file: str) -> Source:
    """The text of a content file, its line ends as ``\\n``."""
    # Whoever has no file to read waits for no parser.
    from kit.model.yaml.tree import grown

    tree = grown(text, file)
    if tree.broken:
        return Source(file, text, problems=(*first(tree.problems[:-1]), tree.problems[-1]))
    if not isinstance(tree.top, dict):
        return Source(file, text, problems=(_no_mapping(tree.top, file),))
    return Source(file, text, tree.top, tree.keys, tree.values, tuple(first(tree.problems)))


def _no_mapping(top: Node | None, file: str) -> Diagnostic:
    if top is None or (isinstance(top, Leaf) and not top.text.strip()):
        return Diagnostic("file-empty", {"file": file}, Mark(file, 1, 1))
    return Diagnostic("expects-keys", {"file": file}, Mark(file, 1, 1))
