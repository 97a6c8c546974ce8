"""``kit check``: all that a build would complain of and advice, nothing written, for people and for programs."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from kit.build.build import Order as Build
from kit.build.build import build
from kit.build.check import Order, check
from kit.diagnostics import KitError, Severity
from tests.cli.test_app import environment, start
from tests.conftest import CONTENT, Run
from tests.small import change, small_kit, tree

WIDE = "Vul de vakken in en nog veel meer dan er ooit op deze lijn kan passen, zeker weten"


def line_of(file: Path, text: str) -> int:
    """The first line that a text stands in."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_kit(tmp_path / "content")


def said(folder: Path) -> list[tuple[str, str, int, int]]:
    """The code, the name of the file, the line and the column of each."""
    return [
        (one.code, Path(one.mark.file).name, one.mark.line, one.mark.column) for one in check(Order(folder)) if one.mark
    ]


def test_the_content_that_comes_with_the_kit_is_in_order(run: Run) -> None:
    assert check(Order()) == ()
    assert run("check", language="nl") == (0, "Alles in orde.\n", "")
    assert run("check", "--strict")[0] == 0


def test_what_is_wrong_what_does_not_fit_and_advice_come_in_one_run(content: Path) -> None:
    sheets = content / "nl" / "sheets"
    change(sheets / "canvas-1.yaml", "footer:", "fotter:")
    change(sheets / "canvas-1.yaml", "head: Waar werk je?", "head: Waar werk je thans?")
    change(sheets / "canvas-2.yaml", "head: Start bij een beperking", f"head: {WIDE} of reeds")
    found = said(content)
    assert ("unknown-key", "canvas-1.yaml") in [one[:2] for one in found]
    # Of a sheet that is not whole, too.
    assert ("advice-word", "canvas-1.yaml") in [one[:2] for one in found]
    assert {("text-too-wide", "canvas-2.yaml"), ("advice-word", "canvas-2.yaml")} <= {one[:2] for one in found}


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("cover", "contents: In dit pakket"),
        ("print-list", "lead: Print in deze volgorde"),
        ("table-card", "seats: Hier zitten"),
        ("printer-test", "title: Printertest"),
    ],
)
def test_what_does_not_fit_on_a_sheet_of_a_workshop_is_said_before_there_is_one(
    tmp_path: Path, file: str, text: str
) -> None:
    shutil.copytree(CONTENT / "nl", tmp_path / "nl")
    change(tmp_path / "nl" / "workshop" / f"{file}.yaml", text, f"{text} {WIDE} {WIDE}")
    assert ("text-too-wide", f"{file}.yaml") in [one[:2] for one in said(tmp_path)]


def test_a_blank_line_is_no_line_of_any_text(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "nl", tmp_path / "content" / "nl")
    count = 0
    for file in (tmp_path / "content" / "nl").rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(: [|]\n +\S.*\n)", r"\1\n \n", text), encoding="utf-8")
        count += text.count(": |\n")
    assert count == 28
    notes = build(Build((), tmp_path / "content", tmp_path / "out")).notes
    assert [(one.code, one.severity) for one in notes] == [("blank-line", Severity.WARNING)] * count
    build(Build((), None, tmp_path / "shipped"))
    assert texts(tmp_path / "out") == texts(tmp_path / "shipped")


def texts(folder: Path) -> dict[str, list[str]]:
    """What is read in each sheet, page by page."""
    return {file.name: [page.extract_text() for page in PdfReader(file).pages] for file in folder.rglob("sheets/*.pdf")}


def test_whatever_a_build_of_any_edition_on_any_paper_complains_of_is_said(content: Path, tmp_path: Path) -> None:
    change(content / "nl" / "sheets" / "canvas-1.yaml", "subtitle_a:", f"subtitle_a: {WIDE} {WIDE} #")
    change(content / "nl" / "sheets" / "canvas-2.yaml", "title: Over de grens denken", f"title: {WIDE} 你")
    said_by_check = {(one.code, one.mark) for one in check(Order(content))}
    for paper in ("a3", "a4"):
        for edition in ("colour", "grey", "low-ink", "large"):
            with pytest.raises(KitError) as caught:
                build(Build((), content, tmp_path / "out", edition, "nl", paper))
            assert {(one.code, one.mark) for one in caught.value.diagnostics} <= said_by_check
    assert len(said_by_check) == len(check(Order(content))), "each is said once"


@pytest.mark.parametrize("wrong", [True, False])
def test_nothing_is_written(
    content: Path, wrong: bool, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if wrong:
        change(content / "nl" / "sheets" / "canvas-1.yaml", "footer:", "fotter:")
    before = tree(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run("check", "--content", content)[0] == int(wrong)
    assert tree(tmp_path) == before


def test_advice_fails_the_run_only_where_that_is_asked(content: Path, run: Run) -> None:
    sheet = content / "nl" / "sheets" / "canvas-1.yaml"
    change(sheet, "head: Waar werk je?", "head: Waar werk je thans?")
    line = line_of(sheet, "thans")
    status, printed, complaint = run("check", "--content", content, language="nl")
    assert (status, complaint) == (0, "")
    assert printed == (
        f"{sheet}:{line}:22: opmerking: Er is een eenvoudiger woord dan ‘thans’.\n"
        f"    {line} |   head: Waar werk je thans?\n"
        "       |                      ^^^^^\n"
        "    plaats: where.head\n"
        "    tip: schrijf bijvoorbeeld: nu\n"
        "1 opmerking.\n"
    )
    assert run("check", "--content", content, "--strict", language="nl") == (1, printed, "")


def test_an_error_fails_the_run_and_is_counted(content: Path, run: Run) -> None:
    change(content / "nl" / "sheets" / "canvas-1.yaml", "footer:", "fotter:")
    status, printed, complaint = run("check", "--content", content, language="nl")
    assert (status, complaint) == (1, "")
    assert printed.splitlines()[-1] == "1 fout."


def test_a_program_gets_a_document(content: Path, run: Run) -> None:
    sheet = content / "nl" / "sheets" / "canvas-1.yaml"
    change(sheet, "head: Waar werk je?", f"head: '{WIDE} thans'")
    status, printed, complaint = run("check", "--content", content, "--format", "json", language="nl")
    assert (status, complaint) == (1, "")
    told = json.loads(printed)
    assert (told["errors"], told["warnings"], told["advice"]) == (1, 0, 1)
    by_code = {one["code"]: one for one in told["diagnostics"]}
    assert by_code["text-too-wide"]["sheet"] == "canvas-1"
    advice = by_code["advice-word"]
    assert (advice["file"], advice["line"], advice["column"]) == (
        str(sheet),
        line_of(sheet, WIDE),
        9 + 1 + len(WIDE) + 1,
    )
    assert (advice["path"], advice["hint"]) == ("where.head", "schrijf bijvoorbeeld: nu")


def test_a_program_gets_a_document_where_all_is_well_and_where_there_is_no_content(run: Run, tmp_path: Path) -> None:
    status, printed, complaint = run("check", "--format", "json")
    assert (status, complaint) == (0, "")
    assert json.loads(printed) == {"errors": 0, "warnings": 0, "advice": 0, "diagnostics": []}
    status, printed, complaint = run("check", "--format", "json", "--content", tmp_path / "gone")
    assert (status, complaint) == (1, "")
    assert [one["code"] for one in json.loads(printed)["diagnostics"]] == ["content-missing"]


def test_wrong_use_is_wrong_use(run: Run) -> None:
    status, printed, complaint = run("check", "--lang", "../nl", "--format", "json")
    assert (status, printed) == (2, "")
    assert complaint.endswith("More? Type: kit check --help\n")


def test_the_language_of_the_advice_is_that_of_the_content(content: Path) -> None:
    change(content / "nl" / "sheets" / "canvas-1.yaml", "head: Waar werk je?", "head: Waar werk je thans?")
    assert [one[0] for one in said(content)] == ["advice-word"]
    change(content / "nl" / "kit.yaml", "language: nl-BE", "language: fr-BE")
    assert said(content) == []


def test_in_a_terminal_it_has_colours_and_in_a_pipe_none(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(content / "nl" / "sheets" / "canvas-1.yaml", "footer:", "fotter:")
    process = start("check", "--content", content)
    assert b"\x1b" not in process.communicate()[0]
    pty = pytest.importorskip("pty")
    assert b"\x1b[31m\x1b[1merror:\x1b[0m" in in_terminal(pty, "check", "--content", str(content))
    monkeypatch.setenv("NO_COLOR", "1")
    assert b"\x1b" not in in_terminal(pty, "check", "--content", str(content))


def in_terminal(pty: object, *arguments: str) -> bytes:
    """What the command writes to a terminal."""
    ours, theirs = pty.openpty()  # type: ignore[attr-defined]
    command = [sys.executable, "-m", "kit", *arguments]
    settings = {**environment(), "TERM": "xterm"}
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, env=settings) as process:
        os.close(theirs)
        found = b""
        while piece := _read(ours):
            found += piece
        process.wait()
    os.close(ours)
    return found


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        # Linux says so when the other side has gone.
        return b""
