"""What stood on the sheets in each version that was given out, and what is wrong with a file that says so."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from kit.build import schemas
from kit.diagnostics import KitError
from kit.model import released
from kit.model.printed import printed
from kit.model.text.spans import Text
from tests.conftest import CONTENT, SHEETS, replaced, shipped

WHOLE = """releases:
  - version: 1.0
    codes: {c1: 3f2a, b: 0382}
  - version: 1e10
    codes:
      c1: "1e10"
      een-blad: "00ff00ff"
"""


def written(folder: Path, text: str) -> Path:
    (folder / "released.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_codes_are_told_by_version_and_fragment_as_they_were_typed(tmp_path: Path) -> None:
    found = released.released(written(tmp_path, WHOLE))
    assert {version: dict(codes) for version, codes in found.items()} == {
        "1.0": {"c1": "3f2a", "b": "0382"},
        "1e10": {"c1": "1e10", "een-blad": "00ff00ff"},
    }
    assert list(found) == ["1.0", "1e10"]


def test_without_a_file_nothing_was_given_out(tmp_path: Path) -> None:
    assert released.released(tmp_path) == {}


def test_what_is_given_out_here_is_what_the_sheets_say() -> None:
    """Where this fails, a text has changed: raise `version` in kit.yaml, then `kit release --content content`."""
    found = released.released(CONTENT / "nl")
    assert list(found)[-1] == released.version(shipped())
    assert found[released.version(shipped())] == released.now(shipped())
    assert list(released.now(shipped())) == ["c1", "c2", "p", "b", "i", "w", "d"]


def test_other_readers_of_yaml_find_the_same() -> None:
    found = yaml.safe_load((CONTENT / "nl" / "released.yaml").read_text(encoding="utf-8"))
    told = {one["version"]: one["codes"] for one in found["releases"]}
    assert told == {version: dict(codes) for version, codes in released.released(CONTENT / "nl").items()}


def test_a_sheet_that_says_something_else_is_named_and_so_is_one_that_is_gone() -> None:
    before = {**released.now(shipped()), "c2": "0000", "x": "1111"}
    assert released.changed(shipped(), released.now(shipped())) == ()
    assert released.changed(shipped(), before) == ("Canvas 2", "x")
    del before["b"]
    assert released.changed(shipped(), before) == ("Canvas 2", "Bollenschema", "x")


def test_the_version_is_as_it_is_read() -> None:
    kit = replaced(shipped().kit, version=Text.of("2\u00a0bis"))
    assert released.version(replace(shipped(), kit=kit)) == "2 bis"


WRONG = [
    ("", "file-empty", 1, 1),
    ("releases: 1.0\n", "expects-list", 1, 11),
    ("releases:\n  - version: 1.0\n", "missing-key", 2, 5),
    ("releases:\n  - version: 1.0\n    codes: 3f2a\n", "expects-keys", 3, 12),
    ("releases:\n  - version: 1.0\n    codes: {c1: 3F2A}\n", "bad-code", 3, 17),
    ("releases:\n  - version: 1.0\n    codes: {c1: 3f2}\n", "bad-code", 3, 17),
    ("releases:\n  - version: 1.0\n    codes: {c1: [3f2a]}\n", "expects-text", 3, 12),
    ("releases:\n  - version: 1.0\n    codes: {C1: 3f2a}\n", "bad-name", 3, 17),
    ("releases:\n  - {version: 1.0, codes: {}}\n  - {version: 1.0, codes: {}}\n", "name-twice", 3, 15),
    ("releases:\n  - {version: 1.0, codes: {}, date: today}\n", "unknown-key", 2, 31),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), WRONG)
def test_what_is_wrong_is_told_in_its_place(tmp_path: Path, text: str, code: str, line: int, column: int) -> None:
    (problem,) = released.read(written(tmp_path, text)).problems
    assert problem.mark
    assert (problem.code, problem.mark.line, problem.mark.column) == (code, line, column)
    assert released.read(tmp_path).codes == {}
    with pytest.raises(KitError):
        released.released(tmp_path)


def test_editors_refuse_the_same() -> None:
    schema = json.loads(schemas.schemas()[schemas.FOLDER / Path("released.json")])
    for text, code, _, _ in WRONG:
        # A schema knows nothing of what stands twice.
        content = yaml.safe_load(text) or {}
        assert bool(list(Draft7Validator(schema).iter_errors(content))) == (code != "name-twice"), text
    assert list(Draft7Validator(schema).iter_errors(yaml.safe_load(WHOLE.replace("0382", '"0382"')))) == []


def test_every_sheet_of_the_kit_has_a_code() -> None:
    codes = released.now(shipped())
    assert [codes[shipped().sheets[name].fragment] for name in SHEETS] == [
        printed(shipped(), shipped().sheets[name]).code for name in SHEETS
    ]


def test_the_codes_of_a_file_that_is_the_same_are_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "released.yaml"
    assert released.codes(tmp_path) == {}
    file.write_text("releases:\n  - version: 1.0\n    codes: {c1: 3f2a, b: 00ff}\n")
    first = released.codes(tmp_path)
    assert {version: list(of.items()) for version, of in first.items()} == {"1.0": [("c1", "3f2a"), ("b", "00ff")]}
    with monkeypatch.context() as patch:
        patch.setattr(released, "read", None)
        assert released.codes(tmp_path) == first
    file.write_text("releases:\n  - version: 1.0\n    codes: {c1: 3f2b}\n")
    assert released.codes(tmp_path) == {"1.0": {"c1": "3f2b"}}
    file.write_text("releases: none\n")
    assert released.codes(tmp_path) == {}
