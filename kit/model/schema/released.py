"""``released.yaml``: what stood on the sheets in each version that was given out. `kit release` writes it."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final

from kit.model.schema.base import Content
from kit.model.schema.kind import Kind, Reading, Wrong, leaf_of
from kit.model.schema.values import IDENTIFIER, Bare

_CODE: Final = re.compile(r"[0-9a-f]{4,8}")


def _codes(value: object, _reading: Reading) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise Wrong("expects-keys")
    found: dict[str, str] = {}
    for fragment, inner in value.items():
        leaf = leaf_of(inner)
        code = leaf.text.strip()
        if not IDENTIFIER.fullmatch(fragment):
            raise Wrong("bad-name", leaf.mark, found=fragment)
        if not _CODE.fullmatch(code):
            raise Wrong("bad-code", leaf.mark, found=code)
        found[fragment] = code
    return MappingProxyType(found)


Codes = Annotated[
    Mapping[str, str],
    Kind(
        _codes,
        {
            "type": "object",
            "propertyNames": {"pattern": f"^(?:{IDENTIFIER.pattern})$"},
            "additionalProperties": {"pattern": f"^(?:{_CODE.pattern})$", "type": ["string", "number"]},
        },
    ),
]
"""The code of each sheet by its fragment: ``{"c1": "3f2a"}``."""


class Release(Content):
    """A version, and the code of each sheet in it."""

    version: Bare
    codes: Codes


class Released(Content):
    """The versions that were given out, the oldest first."""

    releases: tuple[Release, ...]
