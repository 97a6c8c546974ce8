"""``released.yaml``: what stood on the sheets in each version that was given out. `kit release` writes it."""

from collections.abc import Mapping
from typing import Annotated

from kit.model.schema.base import Content
from kit.model.schema.kind import Kind
from kit.model.schema.values import Bare

Codes = Annotated[Mapping[str, str], Kind("codes")]
"""The code of each sheet by its fragment: ``{"c1": "3f2a"}``."""


class Release(Content):
    """A version, and the code of each sheet in it."""

    version: Bare
    codes: Codes


class Released(Content):
    """The versions that were given out, the oldest first."""

    releases: tuple[Release, ...]
