"""Parts of the content as what JSON can say, and back: the same objects, but nothing that a stranger's file could name.

A list says what it stands for by its first item: a place among the ``kinds``.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

from kit.model.schema.base import Content, held, holding

_Kinds = dict[type, int]

_AS_THEY_ARE: Final = (str, int, float, bool, type(None))
_MODELS: Final = "kit.model.schema."
_OTHERS: Final = frozenset(
    {
        "kit.diagnostics.Diagnostic",
        "kit.diagnostics.Mark",
        "kit.diagnostics.Severity",
        "kit.model.checked.WorkshopSheets",
        "kit.model.organisation.colour.Rgb",
        "kit.model.organisation.logo.Raster",
        "kit.model.organisation.svg.drawing.Pen",
        "kit.model.organisation.svg.drawing.Shape",
        "kit.model.organisation.svg.drawing.Step",
        "kit.model.organisation.svg.drawing.Vector",
        "kit.model.text.spans.Span",
        "kit.model.text.spans.Text",
    }
)
"""What stands in the content beside its models."""

_TUPLE, _MAPPING, _BYTES = 0, 1, 2
_FIRST: Final = 3


def told(value: object) -> Any:
    """A value as JSON can say it. TypeError where something in it is of another kind."""
    kinds: _Kinds = {}
    found = _told(value, kinds)
    return {"kinds": [_named(kind) for kind in kinds], "value": found}


def made(told: Any) -> Any:
    """The value that `told` was handed. Where that did not write it: an error of any of a few kinds."""
    makers = [_tuple, _mapping, _bytes, *(_maker(name) for name in told["kinds"])]
    return _made(told["value"], makers)


def _told(value: Any, kinds: _Kinds) -> Any:
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple:
        return [_TUPLE, *(_told(one, kinds) for one in value)]
    if kind in (dict, MappingProxyType):
        return [_MAPPING, *(_told(one, kinds) for pair in value.items() for one in pair)]
    if kind is bytes:
        return [_BYTES, b64encode(value).decode()]
    parts = _parts(value)
    place = kinds.setdefault(kind, len(kinds) + _FIRST)
    return [place, *(_told(one, kinds) for one in parts)]


def _parts(value: Any) -> Iterable[object]:
    """What an object is made of, in the order in which it takes that."""
    if not _is_known(_named(type(value))):
        raise TypeError(type(value))
    if isinstance(value, Content):
        return held(value)
    if isinstance(value, str):
        return (str(value),)
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    return tuple(value)


def _named(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _is_known(name: str) -> bool:
    return name in _OTHERS or name.startswith(_MODELS)


def _made(told: Any, makers: Sequence[Callable[[list[Any]], Any]]) -> Any:
    if type(told) is not list:
        return told
    return makers[told[0]]([_made(one, makers) if type(one) is list else one for one in told[1:]])


def _maker(name: str) -> Callable[[list[Any]], Any]:
    """What makes objects of a kind out of their parts."""
    if not _is_known(name):
        raise ValueError(name)
    module, _, own = name.rpartition(".")
    kind = getattr(import_module(module), own)
    if isinstance(kind, type) and issubclass(kind, Content):
        return partial(holding, kind)
    return lambda parts: kind(*parts)


def _tuple(parts: list[Any]) -> tuple[Any, ...]:
    return tuple(parts)


def _mapping(parts: list[Any]) -> Mapping[Any, Any]:
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _bytes(parts: list[Any]) -> bytes:
    return b64decode(parts[0])
