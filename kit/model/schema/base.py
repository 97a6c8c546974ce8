"""What the models share: they are frozen, and a key that nobody knows is an error.

They are plain classes, for to be made they must cost next to nothing: only who checks a file looks into what their keys
may hold, see `kit.model.schema.shape`.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Self, TypeVar, dataclass_transform, get_origin

from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.values import Bare, Identifier
from kit.model.text.spans import Text

_Model = TypeVar("_Model", bound="Content")

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Content:
    """A part of the content: of each annotation in its class it holds a value. The keys of a file are its `fields`."""

    _annotated: ClassVar[Mapping[str, Any]] = _NOTHING
    _defaults: ClassVar[Mapping[str, Any]] = _NOTHING

    def __init_subclass__(cls) -> None:
        """Note what it holds: what the class above it does, and more."""
        own = {name: found for name, found in cls.__annotations__.items() if ClassVar not in (found, get_origin(found))}
        cls._annotated = {**cls._annotated, **own}
        cls._defaults = {**cls._defaults, **{name: vars(cls)[name] for name in own if name in vars(cls)}}

    def __init__(self, **values: Any) -> None:
        """Hold these values. They were checked, or come from a program that knows what it does."""
        held = {**self._defaults, **values}
        if held.keys() != self._annotated.keys():
            raise TypeError(f"{type(self).__name__}: {sorted(held.keys() ^ self._annotated.keys())}")
        vars(self).update(held)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """The fields with their values."""
        return ((name, vars(self)[name]) for name in fields(type(self)))

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *(vars(self)[name] for name in self._annotated)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self)})"

    def __replace__(self, **values: Any) -> Self:
        """The same but for some values, as `copy.replace` of Python 3.13 makes it."""
        return type(self)(**{**vars(self), **values})

    def printed(self) -> Iterable[tuple[str, object]]:
        """The fields with what may be printed of this part, by name."""
        return self


def fields(model: type[Content]) -> Mapping[str, Any]:
    """The keys that a part has in a file, in order, with their annotations. What a file does not say begins with _."""
    return {name: found for name, found in model._annotated.items() if not name.startswith("_")}


def held(part: Content) -> tuple[Any, ...]:
    """All that a part holds, in order."""
    return tuple(vars(part)[name] for name in part._annotated)


def holding(model: type[_Model], values: Iterable[Any]) -> _Model:
    """The part that holds these values, as `held` tells them. ValueError where there are more or fewer."""
    part = object.__new__(model)
    vars(part).update(zip(model._annotated, values, strict=True))
    return part


def is_needed(model: type[Content], key: str) -> bool:
    """Whether a key must be there."""
    return key not in model._defaults


class Headed(Content):
    """A head with a hint in grey beside or under it."""

    head: Plain
    hint: Rich


class Counted(Content):
    """How a count is said: of one, and of any other number ``{n}``."""

    one: Annotated[Text, words("n", rich=True)]
    many: Annotated[Text, words("n", rich=True)]

    def of(self, n: int) -> Text:
        """The words for ``n``, such as ``1 blad`` or ``2 bladen``."""
        return (self.one if n == 1 else self.many).fill(n=n)


class Sheet(Content):
    """A printed sheet. Its name is the name of its file, so nobody types it.

    ``shares``: what it prints of what the files hold that are for several sheets, such as ``steps.name_fields.date``.
    """

    shares: ClassVar[tuple[str, ...]] = ()

    layout: Bare
    fragment: Identifier
    bookmark: Plain
    title: Plain

    _name: str = ""

    @property
    def name(self) -> str:
        """The stem of the file the sheet stands in, such as ``canvas-1``."""
        return self._name
