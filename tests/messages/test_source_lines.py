"""The lines of files, as their reader counts them; a file that is gone has none."""

import codecs
from pathlib import Path

import pytest

from kit.diagnostics import Mark
from kit.messages.source_lines import SourceLines


def line(file: Path, number: int) -> str | None:
    return SourceLines()(Mark(str(file), number, 1))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", [b"", codecs.BOM_UTF8])
def test_lines_are_counted_whatever_ends_them(tmp_path: Path, ends: str, start: bytes) -> None:
    file = tmp_path / "kit.yaml"
    file.write_bytes(start + ends.join(["één", "twee", ""]).encode())
    assert [line(file, number) for number in range(5)] == [None, "één", "twee", "", None]


def test_what_is_no_letter_has_a_mark_in_its_place(tmp_path: Path) -> None:
    file = tmp_path / "kit.yaml"
    file.write_bytes(b"title: caf\xe9 en\n")
    assert line(file, 1) == "title: caf\ufffd en"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_a_list_is_read_as_its_reader_reads_it(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "actoren.csv"
    file.write_bytes("naam;gemeente\nCafé;Lier\n".encode(encoding))
    assert line(file, 2) == "Café;Lier"


def test_a_file_that_is_gone_has_no_line(tmp_path: Path) -> None:
    assert line(tmp_path / "kit.yaml", 1) is None
    assert line(tmp_path, 1) is None
    assert line(tmp_path / ("x" * 5000), 1) is None


def test_each_file_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "kit.yaml"
    file.write_text("one\ntwo", encoding="utf-8")
    lines = SourceLines()
    assert lines(Mark(str(file), 1, 1)) == "one"
    file.unlink()
    assert lines(Mark(str(file), 2, 1)) == "two"
