"""The schemas that editors know the content by: the same as the models say, and they refuse what the models refuse."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from kit.build import schemas
from kit.model.yaml.comments import with_all_keys
from kit.model.yaml.node import Leaf, Node
from kit.model.yaml.source import parse, read
from tests.conftest import CONTENT
from tests.model.test_wrong import CASES, WRONG, problems

TEXTS = sorted(file.relative_to(CONTENT / "nl").as_posix() for file in (CONTENT / "nl").rglob("*.yaml"))

ALSO_SEEN = {
    *("missing-key", "unknown-key", "unknown-word", "empty-text", "empty-item", "list-too-short", "list-too-long"),
    *(
        "expects-text",
        "expects-list",
        "expects-keys",
        "expects-number",
        "expects-time",
        "expects-shift",
        "number-range",
    ),
    *("bad-name", "bad-language", "bad-url", "url-fragment", "text-endless"),
    *("brace-alone", "no-placeholder", "unknown-placeholder"),
}
"""What of a file a schema can say; the rest is about letters and marks in a text, or about two files."""

PERHAPS_SEEN = {"control-character"}
"""What a schema refuses where it knows which letters there may be."""


@cache
def schema(text: str) -> Any:
    return json.loads(schemas.schemas()[(schemas.FOLDER / Path(text)).with_suffix(".json")])


def plain(node: Node) -> Any:
    """A content file as an editor reads it, by YAML 1.2: numbers are numbers, and nothing is nothing."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    return scalar(node)


def scalar(leaf: Leaf) -> str | float | None:
    if leaf.raw[:1] in ('"', "'", "|", ">"):
        return leaf.text
    try:
        return int(leaf.text) if leaf.text.isdecimal() else float(leaf.text)
    except ValueError:
        return leaf.text or None


def faults(text: str, content: Node) -> list[str]:
    return [error.json_path for error in Draft7Validator(schema(text)).iter_errors(plain(content))]


def fields(part: Any) -> Iterator[Any]:
    for field in part.get("properties", {}).values():
        yield field
        yield from fields(field)
    for inner in (*part.get("anyOf", ()), *filter(None, [part.get("items")])):
        yield from fields(inner)


def test_the_schemas_beside_the_content_are_what_the_models_say() -> None:
    made = {file.relative_to(CONTENT): file.read_bytes() for file in CONTENT.rglob("*.json")}
    assert made == schemas.schemas(), "make them anew: kit schema content"


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_names_its_schema_in_its_first_line(text: str) -> None:
    file = CONTENT / "nl" / text
    named, _, place = file.read_text(encoding="utf-8").split("\n")[0].partition("$schema=")
    assert named == "# yaml-language-server: "
    assert (file.parent / place).resolve() == (CONTENT / "schema" / text).with_suffix(".json").resolve()


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_fits_its_schema_with_all_that_may_be_left_out(text: str) -> None:
    Draft7Validator.check_schema(schema(text))
    source = (CONTENT / "nl" / text).read_text(encoding="utf-8")
    for content in (source, with_all_keys(source)):
        mapping = parse(content, text).mapping
        assert mapping
        assert faults(text, mapping) == []


@pytest.mark.parametrize("text", TEXTS)
def test_every_key_is_explained_and_nothing_is_said_in_english(text: str) -> None:
    described = schema(text)
    told = [field["description"] for field in fields(described)]
    assert [one for one in told if one.splitlines()[0] == described["description"].splitlines()[0]] == []
    assert all(told)
    assert "title" not in described


def test_a_field_says_what_it_takes() -> None:
    told = schema("sheets/inspiratielijst.yaml")["properties"]
    assert told["layout"] == {**told["layout"], "const": "inspiration_list", "type": "string"}
    assert told["subtitle"]["description"].splitlines() == [
        "De regel onder de titel. {aantal} is het aantal sectoren. Dat wordt geteld.",
        "Kan hier ingevuld worden: {aantal}.",
        "Kan **vet** of *schuin*.",
    ]
    assert told["subtitle"]["patternErrorMessage"] == "verwacht: een tekst, met tussen accolades enkel {aantal}"
    assert told["missing"]["required"] == ["mark", "head", "lines"]
    assert told["missing"]["properties"]["lines"] == {
        **told["missing"]["properties"]["lines"],
        "type": "integer",
        "minimum": 1,
        "maximum": 2,
    }


@pytest.mark.parametrize("case", CASES)
def test_a_schema_refuses_what_the_model_refuses_and_nothing_else(case: str) -> None:
    for file in sorted((WRONG / case).rglob("*.yaml")):
        text = file.relative_to(WRONG / case).as_posix()
        content = read(file).mapping
        if content is None or text not in TEXTS:
            continue
        found = {
            problem.code for problem, _ in problems(case) if problem.mark and problem.mark.file.endswith(f"/nl/{text}")
        }
        if not found & PERHAPS_SEEN:
            assert bool(faults(text, content)) == bool(found & ALSO_SEEN), (text, found)
