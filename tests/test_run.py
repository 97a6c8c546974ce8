"""The script that sets everything up: what it says where it cannot, and what it does only once."""

import subprocess
import sys
from pathlib import Path

import pytest

import run
from tests.conftest import ROOT


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that would be run, with a .venv of our own."""
    made: list[str] = []

    def note(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        made.append(" ".join(command[1:]))
        return subprocess.CompletedProcess(command, 0, b"")

    monkeypatch.setattr(run, "READY", tmp_path / "ready.txt")
    monkeypatch.setattr(subprocess, "run", note)
    monkeypatch.setattr(subprocess, "call", lambda command, **_: note(command).returncode)
    return made


def test_the_readme_and_ci_use_the_same_command() -> None:
    assert "python3 run.py test " in (ROOT / "README.md").read_text(encoding="utf-8")
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == "python3 run.py test"


def test_an_old_python_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))
    monkeypatch.setattr(sys, "version", "3.10.1 (main)")
    assert run.main(["build"]) == 2
    assert capsys.readouterr().err == "This needs Python 3.11 or newer; this is Python 3.10.1.\n"


def test_a_python_without_venv_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ensurepip" else True)
    assert run.main(["build"]) == 2
    assert "sudo apt install python3-venv" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["buidl"]])
def test_an_unknown_job_is_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(arguments) == 2
    assert capsys.readouterr().err == "Usage: python3 run.py build|test|check|pictures [OPTIONS]\n"


def test_it_is_set_up_once_and_again_where_more_is_needed(calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    install = "-m pip install --disable-pip-version-check --editable"
    assert run.main(["build", "canvas-1"]) == 0
    assert calls == [f"-m venv --clear {run.VENV}", f"{install} .[site]", "-m kit build canvas-1"]
    calls.clear()
    assert run.main(["build"]) == 0
    assert calls == ["-m kit build"]
    calls.clear()
    assert run.main(["test", "-k", "words"]) == 0
    assert calls == [f"{install} .[site,test]", "-m pytest -k words"]
    calls.clear()
    monkeypatch.setattr(sys, "version", "another Python")
    assert run.main(["build"]) == 0
    assert calls[0] == f"-m venv --clear {run.VENV}"


def test_a_failing_command_is_shown_and_not_taken_for_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "READY", tmp_path / "ready.txt")
    result = subprocess.CompletedProcess([], 1, b"no such package\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: result)
    assert run.main(["build"]) == 2
    assert "no such package\nThis failed: " in capsys.readouterr().err
    assert not (tmp_path / "ready.txt").exists()
