"""What an annotation says of a key: its kind, and how many items its list has.

Only names: how something is read and checked is looked up in `readers`, by who reads a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of scalar: put it in ``Annotated``. ``given``: what the reader of its name is made of."""

    name: str
    given: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Length:
    """How many items a list has: put it in ``Annotated``."""

    least: int = 0
    most: int | None = None
