"""How a scalar of a file becomes a checked value: what is known of the file, and what can be wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kit.diagnostics import Diagnostic, Mark, Value
from kit.model.text.typography import Typography
from kit.model.yaml.decode import INVISIBLE
from kit.model.yaml.node import Leaf

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


@dataclass(frozen=True, slots=True)
class Reader:
    """What makes a value of what stands in a file, or raises `Wrong`; ``json`` is the JSON Schema of what it takes.

    ``kit`` in that schema is what an editor has to be told of the field in words: the ``names`` of its placeholders,
    whether it is ``rich``, and the code of what it ``expects``.
    """

    read: Callable[[object, Reading], object]
    json: Mapping[str, Any]


class Wrong(Exception):  # noqa: N818 (what is wrong is the user's file, and its code says what)
    """A problem with a value: its code, and where in the value it is; the words for the code are elsewhere."""

    def __init__(self, code: str, mark: Mark | None = None, **values: Value) -> None:  # noqa: D107
        self.code, self.mark, self.values = code, mark, values
        super().__init__(code)


def leaf_of(value: object, expected: str = "expects-text") -> Leaf:
    """The value as a scalar with something in it that can be seen; ``expected`` is the code where it is a list."""
    if not isinstance(value, Leaf):
        raise Wrong(expected)
    if not value.text.strip():
        raise Wrong("empty-text")
    if len(value.text) > MAX_LETTERS:
        raise Wrong("text-endless", count=len(value.text), limit=MAX_LETTERS)
    if unseen := INVISIBLE.search(value.text.replace("\t", "\0")):
        place = unseen.start()
        raise Wrong("control-character", value.point(place), found=f"U+{ord(value.text[place]):04X}")
    return value
