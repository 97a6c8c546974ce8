"""How the codes of a release are read: each beside the fragment of its sheet."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kit.model.schema.reader import Reader, Reading, Wrong, leaf_of
from kit.model.schema.scalars import IDENTIFIER

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


CODES: Final = Reader(
    _codes,
    {
        "type": "object",
        "propertyNames": {"pattern": f"^(?:{IDENTIFIER.pattern})$"},
        "additionalProperties": {"pattern": f"^(?:{_CODE.pattern})$", "type": ["string", "number"]},
    },
)
