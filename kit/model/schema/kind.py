"""A kind of field: how a scalar of a file becomes a checked value, and how a JSON Schema describes it.

One object for both instead of pydantic's PlainValidator and WithJsonSchema: those also look into the type of every
field, which took half of the time to read the content.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kit.diagnostics import Diagnostic, Mark, Value
from kit.model.text.typography import Typography
from kit.model.yaml.decode import INVISIBLE
from kit.model.yaml.node import Leaf

MARK: Final = "mark"
"""Under which name an error carries the place inside its value."""


MAX_LETTERS: Final = 2000
"""Five times the longest text of the content; to see that so many letters do not fit takes some milliseconds."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the fields must know of the file being read: its stem, and how its texts are set.

    ``texts`` become those that are printed, as they stand in the file, for whoever has something to say of them;
    ``notes`` what is odd about them.
    """

    name: str = ""
    typography: Typography = field(default_factory=Typography)
    texts: list[Leaf] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of field: put it in ``Annotated``. ``read`` raises `wrong(...)`; ``json`` is its JSON Schema.

    ``kit`` in that schema is what an editor has to be told of the field in words: the ``names`` of its placeholders,
    whether it is ``rich``, and the code of what it ``expects``.
    """

    read: Callable[[object, Reading], object]
    json: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validated)

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.json)

    def _validated(self, value: object, info: ValidationInfo) -> object:
        return self.read(value, info.context if isinstance(info.context, Reading) else Reading())


def wrong(code: str, mark: Mark | None = None, **values: Value) -> PydanticCustomError:
    """A problem with a value, and where in the value it is; the words for the code are elsewhere."""
    return PydanticCustomError(code, code, {MARK: mark, **values})


def leaf_of(value: object, expected: str = "expects-text") -> Leaf:
    """The value as a scalar with something in it that can be seen; ``expected`` is the code where it is a list."""
    if not isinstance(value, Leaf):
        raise wrong(expected)
    if not value.text.strip():
        raise wrong("empty-text")
    if len(value.text) > MAX_LETTERS:
        raise wrong("text-endless", count=len(value.text), limit=MAX_LETTERS)
    if unseen := INVISIBLE.search(value.text.replace("\t", "\0")):
        place = unseen.start()
        raise wrong("control-character", value.point(place), found=f"U+{ord(value.text[place]):04X}")
    return value
