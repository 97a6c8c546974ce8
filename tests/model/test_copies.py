"""Copies beside the content and names with an ending too many are noticed: what looks like content is never silent."""

import shutil
from pathlib import Path

import pytest

from kit.diagnostics import Severity
from kit.model.catalogue import read
from kit.model.folder import sheet_stems
from tests.conftest import CONTENT


@pytest.fixture
def own(tmp_path: Path) -> Path:
    shutil.copytree(CONTENT / "nl", tmp_path / "nl")
    return tmp_path / "nl"


def said(folder: Path) -> list[tuple[str, Severity, str, str]]:
    found = read(folder.parent, "nl").problems
    return [(one.code, one.severity, Path(str(one.values["file"])).name, str(one.values.get("name"))) for one in found]


@pytest.mark.parametrize(
    ("place", "name", "of"),
    [
        ("", "kit-LAPTOP-123.yaml", "kit.yaml"),
        ("", "kit (1).yaml", "kit.yaml"),
        ("", "kit - kopie.yaml", "kit.yaml"),
        ("", "kit (conflicted copy 2026-12-03).yaml", "kit.yaml"),
        ("", "kit.sync-conflict-20261203-101500-ABCDEFG.yaml", "kit.yaml"),
        ("", "kit.yaml.txt", "kit.yaml"),
        ("", "Kit kopie.YAML", "kit.yaml"),
        ("", "sectors.yml", "sectors.yaml"),
        ("", "released_oud.yaml", "released.yaml"),
        ("sheets", "canvas-1-MacBook-Pro-van-Nele.yaml", "canvas-1.yaml"),
        ("sheets", "canvas-1 (2).yaml", "canvas-1.yaml"),
        ("sheets", "canvas-2.yaml.txt", "canvas-2.yaml"),
        ("workshop", "print-list - Copy.yaml", "print-list.yaml"),
        ("site", "keep (1).yaml", "keep.yaml"),
    ],
)
def test_a_copy_is_noticed_once_and_stops_nothing(own: Path, place: str, name: str, of: str) -> None:
    shutil.copy(own / place / of, own / place / name)
    assert said(own) == [("copy-not-read", Severity.WARNING, name, of)]


@pytest.mark.parametrize("name", ["kitchen.yaml", "notes.txt", "kit.md", ".kit.yaml.swp", "logo.svg"])
def test_what_is_no_copy_is_nobodys_business(own: Path, name: str) -> None:
    (own / name).touch()
    assert said(own) == []


@pytest.mark.parametrize(("place", "of"), [("", "kit.yaml"), ("", "packs.yaml"), ("workshop", "cover.yaml")])
def test_a_file_by_another_name_is_told_in_the_place_of_one_that_is_missing(own: Path, place: str, of: str) -> None:
    (own / place / of).rename(own / place / f"{of}.txt")
    assert ("file-misnamed", Severity.ERROR, f"{of}.txt", of) in said(own)
    assert "file-missing" not in [one[0] for one in said(own)]


def test_what_need_not_be_there_is_no_error_by_another_name(own: Path) -> None:
    (own / "released.yaml").rename(own / "released.yaml.txt")
    assert said(own) == [("file-misnamed", Severity.WARNING, "released.yaml.txt", "released.yaml")]


def test_a_sheet_that_is_on_no_list_is_still_told(own: Path) -> None:
    shutil.copy(own / "sheets" / "canvas-1.yaml", own / "sheets" / "Mijn blad.yaml")
    assert "Mijn blad" in sheet_stems(own)
    assert [one[0] for one in said(own)] == ["sheet-not-listed"]
