"""What is kept between two runs: only what is whole, the user's own and of the same counts, and nobody hears of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit import cache, files
from kit.diagnostics import Diagnostic, KitError
from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_kept_is_found_again() -> None:
    assert cache.get("a.json", "1") is None
    cache.put("a.json", "1", b"data")
    assert cache.get("a.json", "1") == b"data"
    cache.put("a.json", "2", b"")
    assert cache.get("a.json", "2") == b""


def test_what_was_worked_out_of_something_else_does_not_count(folder: Path) -> None:
    cache.put("a.json", "version 1", b"data")
    assert cache.get("a.json", "version 2") is None
    (folder / "b.json").write_bytes((folder / "a.json").read_bytes())
    assert cache.get("b.json", "version 1") is None


@pytest.mark.parametrize("much", [0, 1, 31, 32, 33, 35])
def test_what_is_cut_off_does_not_count(folder: Path, much: int) -> None:
    cache.put("a.json", "1", b"data")
    whole = (folder / "a.json").read_bytes()
    assert len(whole) == 36
    (folder / "a.json").write_bytes(whole[:much])
    assert cache.get("a.json", "1") is None


def test_one_changed_bit_is_enough(folder: Path) -> None:
    cache.put("a.json", "1", b"data")
    whole = bytearray((folder / "a.json").read_bytes())
    whole[-1] ^= 1
    (folder / "a.json").write_bytes(whole)
    assert cache.get("a.json", "1") is None


def test_nothing_larger_than_any_entry_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put("a.json", "1", b"data")
    monkeypatch.setattr(cache, "MOST_BYTES", 35)
    assert cache.get("a.json", "1") is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="a system that tells nothing of owners")
def test_what_another_user_wrote_or_can_write_does_not_count(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put("a.json", "1", b"data")
    (folder / "a.json").chmod(0o666)
    assert cache.get("a.json", "1") is None
    (folder / "a.json").chmod(0o644)
    assert cache.get("a.json", "1") == b"data"
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert cache.get("a.json", "1") is None
    cache.put("b.json", "1", b"data")
    assert not (folder / "b.json").exists()


def test_a_link_is_nobodys_entry(folder: Path, tmp_path: Path) -> None:
    cache.put("a.json", "1", b"data")
    (folder / "a.json").rename(tmp_path / "elsewhere")
    (folder / "a.json").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").chmod(0o666)
    assert cache.get("a.json", "1") is None


@pytest.mark.parametrize("code", ["cannot-write-full", "cannot-write-read-only", "cannot-write-not-allowed"])
def test_where_nothing_can_be_kept_nothing_is_said(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise KitError([Diagnostic(code, {})])

    monkeypatch.setattr(files, "write_all", refuse)
    cache.put("a.json", "1", b"data")
    assert cache.get("a.json", "1") is None


def test_a_file_in_the_place_of_the_folder_is_no_cache(folder: Path) -> None:
    folder.write_text("mine")
    cache.put("a.json", "1", b"data")
    assert cache.get("a.json", "1") is None
    assert folder.read_text() == "mine"


def test_when_it_was_written_says_nothing(folder: Path) -> None:
    """A clock that goes back."""
    cache.put("a.json", "1", b"data")
    os.utime(folder / "a.json", (4e9, 4e9))
    assert cache.get("a.json", "1") == b"data"
    cache.put("a.json", "1", b"more")
    os.utime(folder / "a.json", (0, 0))
    assert cache.get("a.json", "1") == b"more"


@pytest.mark.parametrize("said", ["off", "OFF", " off "])
def test_it_can_be_off(said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, said)
    monkeypatch.chdir(tmp_path)
    cache.put("a.json", "1", b"data")
    assert cache.folder() is None
    assert cache.get("a.json", "1") is None
    assert not list(tmp_path.iterdir())


def test_it_is_where_the_system_keeps_such_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(cache.VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    found = cache.folder()
    assert found is not None
    assert found.name == "kit"
    assert sys.platform != "linux" or found == tmp_path / "kit"


def test_processes_at_once_leave_a_whole_entry() -> None:
    program = "from kit import cache\nfor i in range(200): cache.put('a.json', '1', b'%d' % i * 5000)"
    running = [subprocess.Popen([sys.executable, "-c", program], cwd=ROOT) for _ in range(2)]
    while any(process.poll() is None for process in running):
        found = cache.get("a.json", "1")
        assert found is None or len(set(found)) <= 3
    assert [process.returncode for process in running] == [0, 0]
    assert cache.get("a.json", "1") == b"199" * 5000
