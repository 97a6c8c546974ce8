"""What a key of a content file may hold, by its annotation in the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from kit.model.schema.base import Content, fields
from kit.model.schema.kind import Kind, Length
from kit.model.schema.reader import Reader
from kit.model.schema.readers import reader

_ANY: Final = Length()


@dataclass(frozen=True, slots=True)
class Word:
    """One of a few words: ``Literal["upper", "lower"]``."""

    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list: ``tuple[Plain, ...]``, with a `Length` where not any will do."""

    item: Shape
    length: Length = _ANY


@dataclass(frozen=True, slots=True)
class Part:
    """A mapping with the keys of a model."""

    model: type[Content]


@dataclass(frozen=True, slots=True)
class Either:
    """A scalar, or a mapping: ``Plain | ExampleGroup``."""

    scalar: Reader
    part: Part


Shape = Reader | Word | Items | Part | Either


def shapes(model: type[Content]) -> Mapping[str, Shape]:
    """What each key of a part may hold. That one may be left out is no shape: see `is_needed`."""
    # mypy takes the hash of a class for that of its objects.
    of: Any = model
    return _shapes(of)


@cache
def _shapes(model: type[Content]) -> Mapping[str, Shape]:
    return {key: shape(annotation) for key, annotation in fields(model).items()}


def shape(annotation: Any) -> Shape:
    """What may stand where something is annotated so. TypeError where that cannot be told."""
    if isinstance(annotation, type) and issubclass(annotation, Content):
        return Part(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(*arguments)
    if origin is Literal:
        return Word(arguments)
    if origin is tuple:
        return Items(shape(arguments[0]))
    if origin in (Union, UnionType):
        match [shape(one) for one in arguments if one is not NoneType]:
            case [only]:
                return only
            case [Reader() as scalar, Part() as part]:
                return Either(scalar, part)
    raise TypeError(annotation)


def _marked(annotation: Any, mark: object) -> Shape:
    if isinstance(mark, Kind):
        return reader(mark)
    found = shape(annotation)
    if isinstance(mark, Length) and isinstance(found, Items):
        return replace(found, length=mark)
    raise TypeError(annotation)
