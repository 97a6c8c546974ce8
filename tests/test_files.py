"""Files are written whole, all of them or none."""

import errno
import os
from pathlib import Path

import pytest

from kit import files
from kit.diagnostics import KitError

DIGITS = "0123456789abcdef"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*"))


def test_folders_are_made_and_older_files_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    files.write_all({tmp_path / "a.pdf": b"new", tmp_path / "deep" / "er" / "b.pdf": b"b"})
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert names(tmp_path) == ["a.pdf", "b.pdf", "deep", "er"]


def test_where_one_cannot_be_written_all_stay_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "wall").write_bytes(b"a file")
    with pytest.raises(KitError) as caught:
        files.write_all({tmp_path / "a.pdf": b"new", tmp_path / "wall" / "b.pdf": b"b"})
    assert [item.code for item in caught.value.diagnostics] == ["cannot-write-in-the-way"]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf", "wall"]


def test_a_folder_in_the_place_of_a_file_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.pdf" / "full").mkdir(parents=True)
    with pytest.raises(KitError) as caught:
        files.write_all({tmp_path / "a.pdf": b"new"})
    assert [item.code for item in caught.value.diagnostics] == ["cannot-write-in-the-way"]
    assert names(tmp_path) == ["a.pdf", "full"]


def test_a_folder_in_the_place_of_the_last_file_is_seen_before_any_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "b.pdf" / "full").mkdir(parents=True)
    (tmp_path / "c.pdf").mkdir()
    with pytest.raises(KitError) as caught:
        files.write_all({tmp_path / name: b"new" for name in ("a.pdf", "b.pdf", "c.pdf")})
    assert [(item.code, item.values["file"]) for item in caught.value.diagnostics] == [
        ("cannot-write-in-the-way", str(tmp_path / "b.pdf")),
        ("cannot-write-in-the-way", str(tmp_path / "c.pdf")),
    ]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf", "b.pdf", "c.pdf", "full"]


def copies_only(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "this disk knows no second names")


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("error", [PermissionError(13, "held open"), KeyboardInterrupt()])
def test_where_a_rename_fails_half_way_all_are_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, links: bool
) -> None:
    replace = Path.replace

    def fail_once(self: Path, target: Path) -> Path:
        if target.name == "c.pdf" and target.read_bytes() == b"old c":
            raise error
        return replace(self, target)

    olds = {"a.pdf": b"old a", "c.pdf": b"old c", "d.pdf": b"old d"}
    for name, data in olds.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.setattr(Path, "replace", fail_once)
    if not links:
        monkeypatch.setattr(os, "link", copies_only)
    with pytest.raises(KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else KitError):
        files.write_all({tmp_path / name: b"new" for name in ("a.pdf", "b.pdf", "c.pdf", "d.pdf")})
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == olds


def test_what_was_kept_and_then_swept_away_does_not_take_the_new_file_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def sweep_and_fail(self: Path, target: Path) -> Path:
        if target.name == "b.pdf":
            files.sweep([tmp_path])
            raise PermissionError(13, "held open")
        return replace(self, target)

    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", sweep_and_fail)
    with pytest.raises(KitError):
        files.write_all({tmp_path / "a.pdf": b"new", tmp_path / "b.pdf": b"new"})
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.pdf": b"new"}


def test_a_link_to_nothing_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "gone")
    files.write_all({tmp_path / "a.pdf": b"new"})
    assert not (tmp_path / "a.pdf").is_symlink()
    assert names(tmp_path) == ["a.pdf"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EROFS, "cannot-write-read-only"),
        (errno.ENAMETOOLONG, "cannot-write-long-name"),
        (errno.ENOSPC, "cannot-write-full"),
        (errno.EIO, "cannot-write"),
    ],
)
def test_what_the_system_says_gets_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(path: Path, _: str) -> None:
        raise OSError(number, "English words", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(KitError) as caught:
        files.write_all({tmp_path / "a.pdf": b"a"})
    (problem,) = caught.value.diagnostics
    assert (problem.code, problem.values["reason"]) == (code, errno.errorcode[number])


def test_an_interrupted_write_cleans_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: Path, target: Path) -> Path:
        raise KeyboardInterrupt(target)

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write_all({tmp_path / "a.pdf": b"a", tmp_path / "b.pdf": b"b"})
    assert names(tmp_path) == []


def test_a_pdf_that_another_program_holds_open_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path, target: Path) -> Path:
        raise PermissionError(13, "The process cannot access the file", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(KitError) as caught:
        files.write_all({tmp_path / "a.pdf": b"a"})
    assert [item.code for item in caught.value.diagnostics] == ["cannot-write-not-allowed"]


def test_a_file_that_another_build_swept_away_is_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace
    swept: list[Path] = []

    def sweep_first(self: Path, target: Path) -> Path:
        if not swept:
            swept.append(self)
            files.sweep([tmp_path])
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", sweep_first)
    files.write_all({tmp_path / "a.pdf": b"a", tmp_path / "b.pdf": b"b"})
    assert [file.read_bytes() for file in sorted(tmp_path.iterdir())] == [b"a", b"b"]


def test_only_what_a_killed_build_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / f".a.pdf.{DIGITS}.part").touch()
    kept = ["a.pdf", ".a.pdf.part", f"a.pdf.{DIGITS}.part", f".a.pdf.{DIGITS}", f".a.pdf.{DIGITS[:15]}z.part"]
    for name in kept:
        (tmp_path / name).touch()
    files.sweep([tmp_path, tmp_path / "not-there"])
    assert names(tmp_path) == sorted(kept)


def test_a_folder_that_nobody_may_read_needs_no_sweeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> list[Path]:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", refuse)
    files.sweep([tmp_path])


def test_a_place_where_nobody_may_look_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "link").symlink_to(tmp_path / "gone")
    assert files.exists(tmp_path / "link")
    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(KitError) as caught:
        files.exists(tmp_path / "a.pdf")
    assert [item.code for item in caught.value.diagnostics] == ["cannot-write-not-allowed"]


def test_a_file_gets_the_rights_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    files.write_all({tmp_path / "a.pdf": b"a"})
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "other").stat().st_mode
