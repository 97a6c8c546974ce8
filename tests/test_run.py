"""The script that sets everything up: what it says where it cannot, and what it does only once."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

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
    by_ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    jobs = ["check", "test", "test -m browsers", "test -m slow"]
    assert [line for line in by_ci if line.startswith("python3 run.py ")] == [f"python3 run.py {job}" for job in jobs]
    assert by_ci[-1] == f"python3 run.py {jobs[-1]}"


@pytest.mark.parametrize("package", ["chromium", "firefox-esr", "webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"])
def test_ci_has_three_browsers_none_of_which_may_be_absent(package: str) -> None:
    by_ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(rf"^ *apt-get install -y -qq [a-z0-9 -]*\b{package}\b", by_ci, re.MULTILINE)
    assert by_ci.index("export KIT_BROWSER=required") < by_ci.index("python3 run.py test")


@pytest.mark.parametrize("chosen", ["slow", "browsers"])
def test_ci_runs_what_takes_long_and_nobody_else_does_unasked(calls: list[str], chosen: str) -> None:
    """Of two such options, pytest takes the last."""
    assert run.main(["test"]) == run.main(["test", "-m", chosen]) == 0
    alone, by_ci = calls[-2:]
    assert alone.endswith(" -m not slow and not browsers and not more_browsers")
    assert by_ci == f"{alone} -m {chosen}"


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
    assert capsys.readouterr().err == "Usage: python3 run.py build|test|check|pictures|docs [OPTIONS]\n"


def test_it_is_set_up_once_and_again_where_more_is_needed(calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    install = f"-m pip install --disable-pip-version-check --constraint {run.VERSIONS} --editable"
    assert run.main(["build", "canvas-1"]) == 0
    assert calls == [f"-m venv --clear {run.VENV}", f"{install} .[site]", "-m kit build canvas-1"]
    calls.clear()
    assert run.main(["build"]) == 0
    assert calls == ["-m kit build"]
    calls.clear()
    assert run.main(["test", "-k", "words"]) == 0
    assert calls == [
        f"{install} .[site,test]",
        f"-m pytest -n auto --dist worksteal -m {run.MOST} -k words",
    ]
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


def test_other_versions_make_it_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = run.fingerprint()
    monkeypatch.setattr(run, "VERSIONS", tmp_path / "constraints.txt")
    run.VERSIONS.write_text("click==0.0.1\n", encoding="utf-8")
    assert run.fingerprint() != before


def test_each_package_that_is_asked_for_has_a_version_within_its_range_and_no_address() -> None:
    lines = [line for line in run.VERSIONS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)] == []
    versions = {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in lines)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [Requirement(text) for text in (*project["dependencies"], *extras["site"], *extras["test"])]
    assert [one.name for one in asked if versions.get(canonicalize_name(one.name), "0") not in one.specifier] == []
    # A range without an end lets in what nobody has tested.
    open_ended = [one.name for one in asked if "<" not in str(one.specifier) and "==" not in str(one.specifier)]
    assert [name for name in open_ended if not name.startswith("types-")] == []
