"""What was found to fit is not drawn again; what may not fit any more is."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kit import cache, fingerprint
from kit.build import fitting
from kit.build.check import Order, check
from kit.build.fitting import Fitting
from kit.diagnostics import Diagnostic, Severity
from kit.model.catalogue import Catalogue
from tests.conftest import CONTENT, shipped


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is drawn, as it is called."""
    found: list[str] = []
    known = fitting.Fitting.problems

    def problems(self: fitting.Fitting, name: str, draw: Callable[..., Sequence[Diagnostic]]) -> Sequence[Diagnostic]:
        def noted(catalogue: Catalogue) -> Sequence[Diagnostic]:
            found.append(name)
            return draw(catalogue)

        return known(self, name, noted)

    monkeypatch.setattr(fitting.Fitting, "problems", problems)
    return found


def changed(tmp_path: Path, file: str, old: str, new: str) -> Order:
    content = tmp_path / "content"
    if not content.exists():
        shutil.copytree(CONTENT, content)
    text = (content / "nl" / file).read_text(encoding="utf-8")
    assert old in text
    (content / "nl" / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return Order(content)


def errors(found: Sequence[Diagnostic]) -> list[str]:
    return [one.code for one in found if one.severity is Severity.ERROR]


def test_nothing_is_drawn_where_nothing_changed_wherever_it_lies(tmp_path: Path, drawn: list[str]) -> None:
    first = check(Order())
    assert {name.split()[1] for name in drawn} == {"colour", "low-ink", "large"}
    drawn.clear()
    assert check(Order()) == first
    assert not drawn
    shutil.copytree(CONTENT, tmp_path / "content")
    assert len(check(Order(tmp_path / "content"))) == len(first)
    assert not drawn


def test_only_what_reads_the_changed_file_is_drawn(tmp_path: Path, drawn: list[str]) -> None:
    check(Order())
    drawn.clear()
    check(changed(tmp_path, "sheets/canvas-1.yaml", "bookmark: ", "bookmark: Het "))
    assert {name.split()[0] for name in drawn} == {"canvas-1", "workshop"}
    drawn.clear()
    check(changed(tmp_path, "sectors.yaml", "muziek", "klank"))
    assert {name.split()[0] for name in drawn} == {"inspiratielijst", "werkwijze"}
    drawn.clear()
    check(changed(tmp_path, "large.yaml", ": ", ":  "))
    assert {name.split()[1] for name in drawn} == {"large"}
    drawn.clear()
    check(changed(tmp_path, "kit.yaml", "keep_together:", "keep_together:\n  - Zo maar"))
    assert len(drawn) == 39


def test_what_does_not_fit_is_told_each_time(tmp_path: Path) -> None:
    assert not errors(check(Order()))
    title = "title: " + "Zonnebloemolie" * 20 + "\n#"
    order = changed(tmp_path, "sheets/canvas-1.yaml", "title: ", title)
    found = errors(check(order))
    assert found
    assert errors(check(order)) == found
    assert not errors(check(Order()))


def test_another_program_draws_anew(drawn: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    check(Order())
    drawn.clear()
    monkeypatch.setattr(fingerprint, "of_program", lambda: b"another")
    check(Order())
    assert len(drawn) == 39


def test_letters_of_its_own_are_looked_at_each_time(tmp_path: Path) -> None:
    """They are files as well, and large ones."""
    asked: list[Catalogue] = []

    def draw(catalogue: Catalogue) -> Sequence[Diagnostic]:
        asked.append(catalogue)
        return ()

    for catalogue in (replace(shipped(), fonts=tmp_path), shipped()):
        for _ in range(2):
            known = Fitting(catalogue)
            known.problems("canvas-1", draw)
            known.keep()
    assert [one.fonts for one in asked] == [tmp_path, tmp_path, None]
