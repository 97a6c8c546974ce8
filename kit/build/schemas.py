"""JSON Schemas of the content files, made from the models: editors such as VS Code complete and check by them.

Draft 7: it is what every version of the YAML language server knows. The explanations are those in the comments of the
content that comes with the program.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kit.messages.catalogue import Messages
from kit.model import shipped
from kit.model.folder import EXAMPLES_FOLDER, SHEET_FOLDER, WORKSHOP_FOLDER
from kit.model.schema import SHEETS, WORKSHOP, Kit, Large, Packs, Released, Sectors, Steps, WorkshopFile, site
from kit.model.schema.base import Content, is_needed
from kit.model.schema.reader import Reader
from kit.model.schema.shape import Either, Items, Part, Shape, Word, shapes
from kit.model.yaml.comments import Explanations, Names, explanations
from kit.model.yaml.decode import bytes_of, decoded

FOLDER: Final = "schema"
"""Where in a content folder the schemas stand, beside the folders of the languages."""

LANGUAGE: Final = "nl"
"""Whose comments explain the keys."""

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_TOP: Final[Mapping[str, type[Content]]] = {
    "kit": Kit,
    "large": Large,
    "packs": Packs,
    "released": Released,
    "sectors": Sectors,
    "steps": Steps,
}
_LAYOUT: Final = re.compile(r"^layout: *(\w+)", re.MULTILINE)
_IN_WORDS: Final = "kit"
"""What of a kind is told in words."""

_Json = dict[str, Any]


def schemas() -> Mapping[Path, bytes]:
    """The schema of each content file, by its place in a content folder: that of the file, with another ending."""
    words = Messages.load(LANGUAGE)
    return dict(_each(shipped.folder() / LANGUAGE, words))


def _each(folder: Path, words: Messages) -> Iterator[tuple[Path, bytes]]:
    for file in sorted(folder.rglob("*.yaml")):
        text = decoded(bytes_of(file), str(file))
        place = file.relative_to(folder)
        described = {"$schema": _DRAFT, **_Writer(explanations(text), words).schema(_model(place, text))}
        yield FOLDER / place.with_suffix(".json"), _written(described)


def _model(place: Path, text: str) -> type[Content]:
    """The model of a content file; KeyError where it has none."""
    if place.parent.name == SHEET_FOLDER:
        found = _LAYOUT.search(text)
        return SHEETS[found[1] if found else ""]
    if place.parent.name == EXAMPLES_FOLDER:
        return {"workshop": WorkshopFile}[place.stem]
    if place.parent.name == site.FOLDER:
        return site.model(place.stem)
    return (WORKSHOP if place.parent.name == WORKSHOP_FOLDER else _TOP)[place.stem]


def _written(schema: _Json) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


class _Writer:
    """Makes schemas with explanations: every part in its place, for each place has its own."""

    def __init__(self, told: Explanations, words: Messages) -> None:
        self._told = told
        self._words = words

    def schema(self, model: type[Content]) -> _Json:
        """The schema of a model."""
        return {"description": self._told.of(()), **self._shape(Part(model), ())}

    def _shape(self, shape: Shape, names: Names) -> _Json:
        """The schema of a value, without what explains it."""
        if isinstance(shape, Part):
            return self._part(shape.model, names)
        if isinstance(shape, Either):
            return {"anyOf": [self._shape(one, names) for one in (shape.scalar, shape.part)]}
        if isinstance(shape, Items):
            bounds = {"minItems": shape.length.least or None, "maxItems": shape.length.most}
            told = {key: bound for key, bound in bounds.items() if bound is not None}
            return {"type": "array", "items": self._shape(shape.item, names), **told}
        if isinstance(shape, Word):
            known = {"const": shape.known[0]} if len(shape.known) == 1 else {"enum": list(shape.known)}
            return {**known, "type": "string"}
        plain = {key: shape.json[key] for key in sorted(shape.json) if key != _IN_WORDS}
        return {**plain, "patternErrorMessage": self._misfit(_about(shape))} if "pattern" in plain else plain

    def _part(self, model: type[Content], names: Names) -> _Json:
        found = {key: self._field(shape, (*names, key)) for key, shape in shapes(model).items()}
        needed = [key for key in found if is_needed(model, key)]
        required = {"required": needed} if needed else {}
        return {"type": "object", "properties": found, **required, "additionalProperties": False}

    def _field(self, shape: Shape, names: Names) -> _Json:
        """The schema of a field with its explanation."""
        return {"description": "\n".join([self._told.of(names), *self._allowed(shape)]), **self._shape(shape, names)}

    def _allowed(self, shape: Shape) -> Iterator[str]:
        """What may stand in a text."""
        told = _about(shape)
        if told.get("names"):
            yield self._words.say("schema-placeholders", names=_braced(told["names"]))
        if told.get("rich"):
            yield self._words.say("schema-rich")

    def _misfit(self, told: _Json) -> str:
        """What an editor says where a pattern does not fit, instead of the pattern itself."""
        if "expects" in told:
            return self._words.say("label-expected", text=self._words.say(told["expects"], "expected"))
        if told.get("names"):
            return self._words.say("schema-text-with", names=_braced(told["names"]))
        return self._words.say("schema-text")


def _braced(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def _about(shape: Shape) -> _Json:
    """What a kind of field says of itself beside its schema."""
    found: _Json = shape.json.get(_IN_WORDS, {}) if isinstance(shape, Reader) else {}
    return found
