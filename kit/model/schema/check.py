"""A source against its model: the checked object, or every problem with its place in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, Final, TypeVar

from kit.diagnostics import Diagnostic, Mark, Value
from kit.model.most_problems import first
from kit.model.near import close
from kit.model.schema.base import Content, Sheet, is_needed
from kit.model.schema.reader import Reading, Wrong, leaf_of
from kit.model.schema.shape import Either, Items, Part, Shape, Word, shapes
from kit.model.text.typography import Typography
from kit.model.yaml.node import Leaf, Node, Route
from kit.model.yaml.source import KNOWN, Source

_Model = TypeVar("_Model", bound=Content)

_WITH_EXCERPT: Final = frozenset({"expects-text", "expects-list", "expects-keys", "expects-number", "expects-time"})


def check(model: type[_Model], source: Source, reading: Reading) -> tuple[_Model | None, list[Diagnostic]]:
    """The object, or nothing, and its problems: of an object only what is odd. A source without data has said its own.

    Of a source that was checked before, read in the same way, the object is the same one.
    """
    if source.mapping is None:
        return None, []
    # mypy takes the hash of a class for that of its objects.
    of: Any = model
    found: tuple[_Model | None, tuple[Diagnostic, ...], tuple[Leaf, ...]]
    found = _checked(of, source, reading.name, reading.typography)
    reading.texts.extend(found[2])
    return found[0], list(found[1])


@lru_cache(KNOWN)
def _checked(model: type[Content], source: Source, name: str, typography: Typography) -> tuple[Any, Any, Any]:
    """The object, its problems and its texts."""
    reading = Reading(name, typography)
    checker = _Checker(source, reading)
    found = checker.part(model, source.mapping, ())
    problems = (*first(told() for told in checker.faults), *first(reading.notes))
    return found, problems, tuple(reading.texts)


@dataclass(frozen=True, slots=True)
class _Checker:
    """Walks through a file beside its model, key after key. ``faults`` are told of later: there may be thousands."""

    source: Source
    reading: Reading
    faults: list[Callable[[], Diagnostic]] = field(default_factory=list)

    def part(self, model: type[Content], node: Node | None, route: Route) -> Content | None:
        """A part with all its keys; nothing where anything in it is wrong."""
        if not isinstance(node, dict):
            self._wrong("expects-keys", route)
            return None
        before = len(self.faults)
        known = shapes(model)
        odd = {key: close(key, known) for key in node if key not in known}
        misspelt = {near["near"] for near in odd.values() if near}
        values: dict[str, Any] = {"_name": self.reading.name} if issubclass(model, Sheet) else {}
        for key, shape in known.items():
            if key in node:
                values[key] = self._value(shape, node[key], (*route, key))
            elif is_needed(model, key) and key not in misspelt:
                self._wrong("missing-key", (*route, key), key=key)
        for key, near in odd.items():
            told: dict[str, Any] = {"key": key, "known": ", ".join(known), **near}
            self._wrong("unknown-key", (*route, key), self.source.keys.get((*route, key)), **told)
        return model(**values) if len(self.faults) == before else None

    def _value(self, shape: Shape, node: Node, route: Route) -> object:
        if isinstance(shape, Items):
            return self._items(shape, node, route)
        if isinstance(shape, Part):
            return self.part(shape.model, node, route)
        if isinstance(shape, Either):
            return self._value(shape.part if isinstance(node, dict) else shape.scalar, node, route)
        try:
            return self._word(shape, node, route) if isinstance(shape, Word) else shape.read(node, self.reading)
        except Wrong as problem:
            self._wrong(problem.code, route, problem.mark, **problem.values)
            return None

    def _word(self, shape: Word, node: Node, route: Route) -> str | None:
        text = leaf_of(node).text.strip()
        if text in shape.known:
            return text
        found = self.source.excerpt(route)
        told: dict[str, Any] = {"found": found, "known": ", ".join(shape.known), **close(found, shape.known)}
        self._wrong("unknown-word", route, **told)
        return None

    def _items(self, shape: Items, node: Node, route: Route) -> tuple[object, ...] | None:
        """The items of a list. Of one that is too long only that is told, as soon as so many of them are right."""
        if not isinstance(node, list):
            self._wrong("expects-list", route)
            return None
        least, most = shape.length.least, shape.length.most
        before, found = len(self.faults), []
        for place, item in enumerate(node):
            faults = len(self.faults)
            value = self._value(shape.item, item, (*route, place))
            if len(self.faults) == faults:
                found.append(value)
            if most is not None and len(found) > most:
                del self.faults[before:]
                self._wrong("list-too-long", route, limit=most, count=len(node))
                return None
        if len(node) < least:
            self._wrong("list-too-short", route, limit=least, count=len(node))
        return tuple(found)

    def _wrong(self, code: str, route: Route, mark: Mark | None = None, **values: Value) -> None:
        self.faults.append(partial(self._told, code, route, mark, values))

    def _told(self, code: str, route: Route, mark: Mark | None, values: dict[str, Value]) -> Diagnostic:
        if code == "empty-text" and isinstance(route[-1], int):
            code = "empty-item"
        if code in _WITH_EXCERPT and (found := self.source.excerpt(route)):
            values = {**values, "found": found}
        return Diagnostic(code, values, mark or self.source.value_mark(route))
