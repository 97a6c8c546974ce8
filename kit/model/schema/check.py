"""A source against its model: the checked object, or every problem with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kit.diagnostics import Diagnostic, Mark, Value
from kit.model.most_problems import first
from kit.model.near import close
from kit.model.schema.base import Content
from kit.model.schema.kind import MARK, Reading
from kit.model.text.typography import Typography
from kit.model.yaml.node import Leaf, Route
from kit.model.yaml.source import KNOWN, Source

_Model = TypeVar("_Model", bound=Content)

_SHAPES: Final = MappingProxyType({"tuple_type": "expects-list", "model_type": "expects-keys"})
_WITH_EXCERPT: Final = frozenset({"expects-text", "expects-list", "expects-keys", "expects-number", "expects-time"})


def check(model: type[_Model], source: Source, reading: Reading) -> tuple[_Model | None, list[Diagnostic]]:
    """The object, or nothing, and its problems: of an object only what is odd. A source without data has said its own.

    Of a source that was checked before, read in the same way, the object is the same one.
    """
    if source.mapping is None:
        return None, []
    found: tuple[_Model | None, tuple[Diagnostic, ...], tuple[Leaf, ...]]
    found = _checked(model, source, reading.name, reading.typography)
    reading.texts.extend(found[2])
    return found[0], list(found[1])


@lru_cache(KNOWN)
def _checked(model: type[Content], source: Source, name: str, typography: Typography) -> tuple[Any, Any, Any]:
    """The object, its problems and its texts."""
    reading = Reading(name, typography)
    try:
        found = model.model_validate(source.mapping, context=reading)
        return found, tuple(first(reading.notes)), tuple(reading.texts)
    except ValidationError as problem:
        faults = [_Fault(model, source, error) for error in problem.errors(include_url=False, include_input=False)]
        return None, (*first(_told(faults)), *first(reading.notes)), tuple(reading.texts)


class _Fault(NamedTuple):
    """One error of pydantic, with what it is about."""

    model: type[Content]
    source: Source
    error: ErrorDetails

    @property
    def route(self) -> Route:
        """Its way through the file: without the tags that pydantic puts between the members of a union."""
        route: Route = ()
        for key in self.error["loc"]:
            if (*route, key) in self.source.values:
                route = (*route, key)
        return (*route, self.error["loc"][-1]) if self.error["type"] == "missing" else route

    @property
    def key(self) -> str:
        """The key it is about."""
        return str(self.route[-1]) if self.route else ""

    @property
    def length(self) -> int:
        """How many items its list has in the file."""
        node = self.source.node(self.route)
        return len(node) if isinstance(node, list) else 0

    @property
    def miscounted(self) -> bool:
        """Whether pydantic calls a list too short because it counts only the items without faults."""
        return self.error["type"] == "too_short" and self.length >= self.error["ctx"]["min_length"]

    @property
    def known(self) -> list[str]:
        """The keys of the part that the key stands in."""
        return list(_part(self.model, self.error["loc"][:-1]).model_fields)


def _told(faults: list[_Fault]) -> Iterator[Diagnostic]:
    """Every fault once: a key that is missing because it is misspelt is told as the misspelt one."""
    misspelt = {
        (*fault.route[:-1], near)
        for fault in faults
        if fault.error["type"] == "extra_forbidden" and (near := close(fault.key, fault.known).get("near"))
    }
    for fault in faults:
        misspelt_elsewhere = fault.error["type"] == "missing" and fault.route in misspelt
        if not misspelt_elsewhere and not fault.miscounted:
            yield _diagnostic(fault)


def _diagnostic(fault: _Fault) -> Diagnostic:
    kind = fault.error["type"]
    source, route = fault.source, fault.route
    context: dict[str, Any] = dict(fault.error.get("ctx", {}))
    if kind == "missing":
        return Diagnostic("missing-key", {"key": fault.key}, source.value_mark(route))
    if kind == "extra_forbidden":
        known = fault.known
        values = {"key": fault.key, "known": ", ".join(known), **close(fault.key, known)}
        return Diagnostic("unknown-key", values, source.key_mark(route))
    if kind == "literal_error":
        return _unknown_word(fault, re.findall(r"'([^']*)'", context["expected"]))
    if kind in {"too_short", "too_long"}:
        return _length(fault, context)
    if kind in _SHAPES:
        context = {}
    mark: Mark | None = context.pop(MARK, None)
    code = _SHAPES.get(kind, kind)
    if code == "empty-text" and isinstance(route[-1], int):
        code = "empty-item"
    if code in _WITH_EXCERPT and (found := source.excerpt(route)):
        context["found"] = found
    return Diagnostic(code, context, mark or source.value_mark(route))


def _unknown_word(fault: _Fault, known: list[str]) -> Diagnostic:
    found = fault.source.excerpt(fault.route)
    values: dict[str, Value] = {"found": found, "known": ", ".join(known), **close(found, known)}
    return Diagnostic("unknown-word", values, fault.source.value_mark(fault.route))


def _length(fault: _Fault, context: dict[str, Any]) -> Diagnostic:
    code, bound = (
        ("list-too-short", "min_length") if fault.error["type"] == "too_short" else ("list-too-long", "max_length")
    )
    values = {"limit": context[bound], "count": fault.length}
    return Diagnostic(code, values, fault.source.value_mark(fault.route))


def _part(model: type[Content], location: tuple[int | str, ...]) -> type[Content]:
    """The model of a part of a file: a place in a list and a tag of a union stay with the same model."""
    for key in location:
        field = model.model_fields.get(str(key))
        if field is not None:
            model = next(_models(field.annotation), model)
    return model


def _models(annotation: object) -> Iterator[type[Content]]:
    if isinstance(annotation, type) and issubclass(annotation, Content):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
