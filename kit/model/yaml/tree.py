"""The events of the YAML parser, built into a tree of texts, lists and mappings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kit.diagnostics import Diagnostic, Mark, Severity, Value
from kit.model.yaml.node import Key, Leaf, Node, Route, path_of

MAX_DEPTH: Final = 20
"""The content of this kit nests 6 deep."""

MAX_PARTS: Final = 5000
"""The largest content file has 600 keys and values; what is said of each must not take minutes."""

MAX_KEY: Final = 200
"""The longest name of a field has 20 letters; a longer one than this is a text that stands where a name belongs."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK_STYLES: Final = frozenset({"|", ">"})
_EMPTY: Final = frozenset({"", "~", "null"})

# What the parser's words point to, most telling first: a part of its problem or context, and the code.
_BROKEN: Final = (
    ("scanning an alias", "yaml-star"),
    ("cannot start any token", "yaml-start"),
    ("scanning a directive", "yaml-start"),
    ("scanning an anchor", "yaml-reference"),
    ("block scalar", "yaml-block"),
    ("sequence entries are not allowed", "yaml-dash"),
    ("tag", "yaml-reference"),
    ("mapping values are not allowed", "yaml-colon"),
    ("escape", "yaml-escape"),
    ("quoted scalar", "yaml-quote"),
    ("flow", "yaml-bracket"),
    ("expected ':'", "yaml-no-colon"),
    ("block", "yaml-indent"),
    ("expected <document start>", "yaml-indent"),
)

_OF_A_COLON: Final = frozenset({"yaml-colon", "yaml-no-colon"})
_NAME_AND_TEXT: Final = re.compile(r" *(?:- )?([a-z_0-9]*[a-z_]:)[^\s/]")
"""A name of a field with a text right behind its colon; not the beginning of a web address."""

_BEHIND: Final = re.compile(r" *(?P<sign>#)(?P<comment>.*)")
_DELIBERATE: Final = re.compile(r"(?: {2,}#\s| *#\s*$).*")
"""A comment as people set one behind a value: well apart from it, with a space in it. Or nothing but the sign."""

_BARE_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}\b", re.ASCII)
"""A colour in the place of a value that is empty for it: its model tells that."""

_FROM_ITS_START: Final = frozenset({"yaml-star", "yaml-reference", "yaml-quote", "yaml-bracket", "yaml-no-colon"})


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not finished: where it is, and the key whose value comes next."""

    node: list[Node] | dict[str, Node]
    route: Route
    key: str | None = None
    dropped: bool = False


@dataclass(slots=True)
class Tree:
    """What the events have become so far."""

    file: str
    text: str
    top: Node | None = None
    keys: dict[Route, Mark] = field(default_factory=dict)
    values: dict[Route, Mark] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0
    parts: int = 0
    broken: bool = False
    long_quote: Event | None = None

    def take(self, event: Event) -> bool:
        """Add one event; False where reading on makes no sense."""
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            return self.documents == 1 or self._stop("yaml-documents", event)
        if isinstance(event, AliasEvent):
            return self._stop("yaml-star", event)
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            return self._stop("yaml-reference", event)
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            self.parts += 1
            if self.parts > MAX_PARTS:
                return self._stop("yaml-endless", event, most=MAX_PARTS)
        if isinstance(event, ScalarEvent):
            if event.style in {'"', "'"} and _line(event.start_mark) < _line(event.end_mark):
                self.long_quote = event
            return self._scalar(event)
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            return self._open(event)
        if isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.stack.pop()
        return True

    def _scalar(self, event: ScalarEvent) -> bool:
        here = self.stack[-1] if self.stack else None
        if here and isinstance(here.node, dict) and here.key is None:
            return self._take_key(here, event)
        route = self._next_route()
        mark = self._mark(event, route)
        empty = not event.style and event.value.lower() in _EMPTY
        raw = self.text[_number(event.start_mark, "index") : _number(event.end_mark, "index")]
        self._place(Leaf("" if empty else event.value, mark, raw), mark, route)
        if event.style not in _BLOCK_STYLES:
            self._unread(event, route)
        return True

    def _unread(self, event: ScalarEvent, route: Route) -> None:
        """Tell of what YAML leaves out behind a value, where it looks like a part of it."""
        end = _number(event.end_mark, "index")
        found = _BEHIND.match(self.text, end)
        if not found or _DELIBERATE.fullmatch(found[0]):
            return
        if not event.value and (found["comment"].startswith((" ", "\t", "#")) or _BARE_COLOUR.match(found["comment"])):
            return
        column = _number(event.end_mark, "column") + found.start("sign") - end + 1
        mark = Mark(self.file, _line(event.end_mark) + 1, column, path_of(route))
        values = {"found": found[0].strip()}
        self.problems.append(Diagnostic("text-is-comment", values, mark, Severity.WARNING))

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            return self._stop("yaml-deep", event, depth=MAX_DEPTH)
        here = self.stack[-1] if self.stack else None
        if here and isinstance(here.node, dict) and here.key is None:
            return self._stop("yaml-key", event)
        route = self._next_route()
        node: list[Node] | dict[str, Node] = {} if isinstance(event, MappingStartEvent) else []
        self._place(node, self._mark(event, route), route)
        self.stack.append(_Open(node, route))
        return True

    def _take_key(self, here: _Open, event: ScalarEvent) -> bool:
        if event.value == "<<":
            return self._stop("yaml-reference", event)
        if len(event.value) > MAX_KEY:
            return self._stop("yaml-key-long", event, count=len(event.value), most=MAX_KEY)
        here.key = event.value
        route = (*here.route, event.value)
        mark = self._mark(event, route)
        here.dropped = event.value in here.node
        if here.dropped:
            first = self.keys[route].line
            self.problems.append(Diagnostic("duplicate-key", {"key": event.value, "line": first}, mark))
        else:
            self.keys.setdefault(route, mark)
        return True

    def _next_route(self) -> Route:
        if not self.stack:
            return ()
        here = self.stack[-1]
        key: Key = len(here.node) if isinstance(here.node, list) else here.key or ""
        return (*here.route, key)

    def _place(self, node: Node, mark: Mark, route: Route) -> None:
        """Hang a value where it belongs; the second value of a duplicate key hangs nowhere."""
        if not self.stack:
            self.top = node
        elif isinstance(here := self.stack[-1].node, list):
            here.append(node)
        elif not self.stack[-1].dropped:
            here[self.stack[-1].key or ""] = node
        self.values.setdefault(route, mark)
        if self.stack:
            self.stack[-1].key = None

    def _stop(self, code: str, event: Event, **values: Value) -> bool:
        self.broken = True
        self.problems.append(Diagnostic(code, values, self._mark(event, self._next_route())))
        return False

    def _mark(self, event: Event, route: Route) -> Mark:
        return Mark(self.file, _line(event.start_mark) + 1, _number(event.start_mark, "column") + 1, path_of(route))


def _number(mark: object, name: str) -> int:
    """The index, line or column of one of PyYAML's two kinds of marks."""
    found = getattr(mark, name, 0)
    return found if isinstance(found, int) else 0


def _line(mark: object) -> int:
    return _number(mark, "line")


def grown(text: str, file: str) -> Tree:
    """The tree of a text. What is no YAML, or more YAML than content needs, is among its problems."""
    tree = Tree(file, text)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not tree.take(event):
                break
    except yaml.YAMLError as problem:
        tree.broken = True
        tree.problems.append(_broken(problem, tree))
    return tree


def _broken(problem: yaml.YAMLError, tree: Tree) -> Diagnostic:
    said = f"{getattr(problem, 'context', '')} {getattr(problem, 'problem', '')}"
    code = next((code for words, code in _BROKEN if words in said), "yaml-broken")
    mark = getattr(problem, "problem_mark", None)
    if tree.long_quote and _line(mark) == _line(tree.long_quote.end_mark):
        # A quote that is not closed runs on to the next quote in the file, and what follows that one makes no sense.
        code, mark = "yaml-quote", tree.long_quote.start_mark
    elif code in _FROM_ITS_START:
        mark = getattr(problem, "context_mark", None) or mark
    line, column = _line(mark), _number(mark, "column")
    lines = tree.text.split("\n")
    if code == "yaml-indent" and lines[line][:column].strip():
        code = "yaml-after"
    if code in _OF_A_COLON and (told := _no_space(lines, line)):
        code, line, column = "yaml-no-space", *told
    return Diagnostic(code, {}, Mark(tree.file, line + 1, column + 1))


def _no_space(lines: Sequence[str], line: int) -> tuple[int, int] | None:
    """Where a space lacks after the colon of a field, on a line or on the one before: that is no field to YAML."""
    for number in (line, line - 1):
        if number >= 0 and (found := _NAME_AND_TEXT.match(lines[number])):
            return number, found.end(1)
    return None
