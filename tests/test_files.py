"""Files are written whole, all of them or none."""

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
