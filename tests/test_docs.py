"""What README, CONTRIBUTING and docs promise: command lines that work, links that lead somewhere, paths that exist."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import pytest
from pypdf import PdfReader

import run as script
from kit.cli import app
from kit.messages.catalogue import Messages
from tests.conftest import ROOT, Run

README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
USAGE = ROOT / "docs" / "usage.md"
TEXTS = [README, CONTRIBUTING, ROOT / "benchmarks" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TYPED = re.compile(r"(?:kit|python3 run\.py|py run\.py) ")
BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
FOLDERS = ("kit", "layouts", "content", "docs", "tests", "benchmarks", ".ci")
KINDS = (".py", ".toml", ".md", ".yaml", ".js", ".css", ".j2")
Calls = list[list[str]]


def code(file: Path, *, without: str | None = None) -> Iterator[str]:
    """What stands as code in a text, in its order: the lines of its blocks, and what is between backquotes.

    ``without``: the language of blocks to pass over.
    """
    text = file.read_text(encoding="utf-8")
    blocks = [block for block in BLOCK.finditer(text) if block[1] != without]
    found = [(block.start(), line) for block in blocks for line in block[2].splitlines()]
    outside = BLOCK.sub(lambda block: " " * len(block[0]), text)
    found += [(span.start(), span[1]) for span in SPAN.finditer(outside)]
    yield from (line.strip() for _, line in sorted(found, key=lambda one: one[0]))


def typed(file: Path) -> list[list[str]]:
    """Each command line of a text, word by word, without the remark behind it; not what is shown of a terminal."""
    lines = [shlex.split(line, comments=True) for line in code(file, without="text") if TYPED.match(line)]
    return [line for line in lines if "…" not in line]


def known() -> set[Path]:
    """The files and folders that belong to the repository, from its root: not what a tool or a build leaves there."""
    found = [ROOT / name for name in FOLDERS] + [path for path in ROOT.iterdir() if path.is_file()]
    found += [path for name in FOLDERS for path in (ROOT / name).rglob("*") if "__pycache__" not in path.parts]
    return {path.relative_to(ROOT) for path in found}


KNOWN = known()


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What `run.py` would start, with a .venv that is set up."""
    made: Calls = []

    def note(command: list[str], **_: object) -> int:
        made.append(command)
        return 0

    monkeypatch.setattr(script, "READY", tmp_path / "ready.txt")
    monkeypatch.setattr(script, "set_up", lambda _: "")
    monkeypatch.setattr(subprocess, "call", note)
    return made


def started(line: list[str], calls: Calls) -> Calls:
    """What a line with `run.py` starts."""
    calls.clear()
    assert script.main(line[line.index("run.py") + 1 :]) == 0
    return [*calls]


# The README


def test_the_readme_is_short_and_has_command_lines_of_both_kinds() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) < 90
    names = [line[:2] for line in typed(README)]
    assert {("kit", "bubbles"), ("kit", "pack"), ("kit", "init"), ("python3", "run.py")} <= set(map(tuple, names))


def test_each_line_of_the_readme_does_what_it_says(
    run: Run, calls: Calls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    for line in typed(README):
        if line[0] == "kit":
            assert (run(*line[1:])[0], line) == (0, line)
            continue
        for _, *arguments in started(line, calls):
            if arguments[:2] == ["-m", "kit"]:
                assert (run(*arguments[2:])[0], line) == (0, line)
            else:
                # What takes minutes is run by CI itself, in the same words.
                assert f"python3 run.py {line[2]}" in ci
    promised = re.findall(r"`(out/[^`]+)`", README.read_text(encoding="utf-8"))
    assert len(promised) > 10
    assert [path for path in promised if not Path(path).exists()] == []
    papers = re.findall(r"^\| `(out/[^`]+)` \| .* \| (.+) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert {path: " and ".join(sizes(Path(path))) for path, _ in papers} == dict(papers)


def sizes(file: Path) -> list[str]:
    """The papers of a PDF, the largest first."""
    names = {420: "A3", 297: "A3", 210: "A4"}
    widths = {round(float(page.mediabox.width) * 25.4 / 72) for page in PdfReader(file).pages}
    return sorted({names[width] for width in widths})


# Command lines elsewhere


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_each_line_with_kit_can_be_typed(file: Path) -> None:
    group = app.command(Messages.load("en"))
    for _, name, *arguments in (line for line in typed(file) if line[0] == "kit"):
        if name.startswith("--"):
            assert name in {option for param in group.params for option in param.opts}
        else:
            # A text may name a command without all that it needs.
            group.commands[name].make_context(name, arguments, resilient_parsing=arguments in ([], ["--help"]))


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_each_line_with_run_py_starts_what_is_there(file: Path, calls: Calls) -> None:
    for line in (line for line in typed(file) if "run.py" in line[:2]):
        for program, *arguments in started(line, calls):
            if program != script.PYTHON:
                assert entry_points(group="console_scripts", name=Path(program).name)
            elif arguments[0] == "-m":
                assert find_spec(arguments[1])
            else:
                assert (ROOT / arguments[0]).is_file()


def test_each_job_of_run_py_is_told_to_contributors() -> None:
    assert {line[2] for line in typed(CONTRIBUTING) if "run.py" in line} | {"build"} == set(script.JOBS)


@pytest.mark.slow
def test_what_is_made_lies_where_the_table_says(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = re.findall(r"^\| `(kit .+?)` \| .* \| (`.+`) \|$", USAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) == 16
    for line, where in rows:
        # All municipalities take a minute, and are made as one is.
        arguments = ["Lier" if word == "--all" else word for word in shlex.split(line)[1:]]
        assert (run(*arguments)[0], line) == (0, line)
        assert [path for path in SPAN.findall(where) if not Path(path).exists()] == []


# Links and paths


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_each_link_leads_somewhere(file: Path) -> None:
    dead = [link for link in LINK.findall(file.read_text(encoding="utf-8")) if not leads(link, file)]
    assert dead == []


def leads(link: str, file: Path) -> bool:
    """Whether a link leads to a file of the repository, and to a heading in it; what is on the web is left alone."""
    if link.startswith("https://"):
        return True
    path, _, anchor = link.partition("#")
    target = (file.parent / path).resolve() if path else file
    if target.relative_to(ROOT) not in KNOWN:
        return False
    return not anchor or anchor in map(
        anchor_of, re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
    )


def anchor_of(heading: str) -> str:
    """As GitHub makes one: small letters, no signs, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_each_path_that_is_named_exists(file: Path) -> None:
    words = {word for line in code(file) for word in line.split()}
    assert [word for word in sorted(words) if is_path(word) and not exists(word)] == []


def is_path(word: str) -> bool:
    """Whether a word in code names a file or a folder of the repository; capitals stand for a name of one's own."""
    if not re.fullmatch(r"[\w.*/-]+", word) or re.search(r"\b[A-Z]{4,}\b(?!\.md)", word):
        return False
    return word.startswith(tuple(f"{folder}/" for folder in FOLDERS)) or ("/" not in word and word.endswith(KINDS))


def exists(word: str) -> bool:
    """Whether there is such a path; of a name alone, whether any folder has it."""
    pattern = word.rstrip("/")
    return any(fnmatch(str(path) if "/" in pattern else path.name, pattern) for path in KNOWN)


# The drawing of the house


def test_the_drawing_has_each_room_with_what_is_in_it() -> None:
    text = CONTRIBUTING.read_text(encoding="utf-8")
    (drawing,) = (body for _, body in BLOCK.findall(text) if body.startswith("kit/cli/"))
    lines = {line.split()[0].rstrip("/"): line for line in drawing.splitlines()}
    assert [path for path in lines if Path(path) not in KNOWN] == []
    rooms = {path for path in KNOWN if path.parent == Path("kit") and (ROOT / path).is_dir()}
    assert {str(room) for room in rooms} | {"layouts", "content", "tests"} <= set(lines)
    parts = {path for path in KNOWN if path.parent in rooms | {Path("layouts")} and (ROOT / path).is_dir()}
    assert [str(part) for part in sorted(parts) if f"{part.name}/" not in lines[str(part.parent)]] == []
