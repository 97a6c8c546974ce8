"""What can be wrong, as data: a code with values, and the place in the content it is about.

The words for a code stand in ``kit/messages/``; nothing here speaks a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

Value = str | int | float


class Severity(StrEnum):
    """An error stops the build; a warning and an advice are only said."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in the content: file as the user named it, line and column from 1, path such as ``steps[2].head``."""

    file: str
    line: int
    column: int
    path: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem. ``code`` names its words in the catalogue, ``values`` fills them in."""

    code: str
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    mark: Mark | None = None
    severity: Severity = Severity.ERROR


def errors_of(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What is wrong, without what is only odd."""
    return tuple(one for one in diagnostics if one.severity is Severity.ERROR)


class KitError(Exception):
    """Everything that is wrong with the user's input, found in one run."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Hold them all."""
        self.diagnostics = tuple(diagnostics)
        super().__init__(", ".join(item.code for item in self.diagnostics))


class WrongUseError(KitError):
    """The command was used wrongly: the content is not to blame."""
