"""What kit did not foresee is said as a fault in kit itself, with what to send and nothing of anybody's content."""

from pathlib import Path

import pytest

from kit.build import build
from kit.cli.exit_status import FAILED
from kit.diagnostics import Diagnostic
from kit.messages.catalogue import Messages
from kit.messages.fault import fault
from kit.messages.report import lines
from kit.watch import watch
from tests.conftest import Run
from tests.small import small_kit

SECRET = "Mieke Peeters"


def broken(*_: object, **__: object) -> None:
    raise IndexError(SECRET)


def test_the_command_says_so_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(build, "draw", broken)
    status, said, complained = run(
        "build", "canvas-1", "--out", tmp_path / SECRET, f"--content={small_kit(tmp_path / 'x')}"
    )
    assert (status, said) == (FAILED, "")
    assert "This is a fault in kit itself." in complained
    assert "; kit build --out --content; IndexError; " in complained
    assert "kit/build/build.py:" in complained
    assert SECRET not in complained
    assert str(tmp_path) not in complained
    assert "Traceback" not in complained


def test_a_watch_lives_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    watching = watch.Watch(watch.Order((), small_kit(tmp_path / "content"), tmp_path / "out"))
    with monkeypatch.context() as patched:
        patched.setattr(watch, "build", broken)
        rebuild = watching.rebuild()
    assert rebuild.failed
    assert [one.code for one in rebuild.notes] == ["fault"]
    assert watching.places()
    assert watching.rebuild().mended


def test_a_file_that_cannot_be_read_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def gone(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "kit.yaml"))

    monkeypatch.setattr(build, "draw", gone)
    status, _, complained = run("build", "canvas-1", "--out", tmp_path)
    assert status == FAILED
    assert f"{tmp_path / 'kit.yaml'} cannot be read" in complained


def test_the_report_tells_where_and_no_more_than_fits_a_message() -> None:
    def deep(levels: int) -> None:
        deep(levels - 1) if levels else broken()

    try:
        deep(500)
    except IndexError as error:
        found = fault(error, ["pack", "--place=Lier", "--venue", SECRET, "deelnemers.csv"])
    assert isinstance(found, Diagnostic)
    said = "\n".join(lines([found], Messages.load("nl")))
    assert "kit pack --place --venue; IndexError; " in said
    assert "messages/test_fault.py:" in said
    assert SECRET not in said
    assert len(said) < 1000
