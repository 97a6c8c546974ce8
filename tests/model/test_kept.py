"""Content that was checked before: the same as read afresh, and only used where nothing has changed."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kit import cache, fingerprint
from kit.diagnostics import KitError, Mark
from kit.model import kept, loader, plain
from kit.model.catalogue import Checked, load, read
from kit.model.folder import MUNICIPALITIES
from kit.model.schema import Headed
from kit.model.text.spans import Text
from tests.build.test_organisation import LOGOS
from tests.conftest import CONTENT, ROOT
from tests.model.test_wrong import CASES, WRONG
from tests.small import change

Afresh = Callable[[], int]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Somebody's own content, with an organisation and its logo."""
    shutil.copytree(CONTENT / "nl", tmp_path / "own" / "nl")
    with (tmp_path / "own" / "nl" / "kit.yaml").open("a", encoding="utf-8") as kit:
        kit.write("\norganisation:\n  name: De Kring\n  logo: logo.png\n")
    (tmp_path / "own" / "nl" / "logo.png").write_bytes(LOGOS["logo.png"])
    return tmp_path / "own"


@pytest.fixture
def afresh(monkeypatch: pytest.MonkeyPatch) -> Afresh:
    """How many times content was read from its files."""
    times = []
    load_files = loader.load

    def counted(*arguments: object, **options: object) -> loader.Loaded:
        times.append(1)
        return load_files(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(loader, "load", counted)
    return lambda: len(times)


def same(one: Checked, other: Checked) -> bool:
    """Whether two are the same, to the last mark and the order of what was read."""
    assert one.catalogue and other.catalogue
    read = list(one.catalogue.read.items()) == list(other.catalogue.read.items())
    return (one, repr(one)) == (other, repr(other)) and read


def test_the_shipped_content_is_only_read_once(afresh: Afresh) -> None:
    first, again = read(CONTENT, "nl"), read(CONTENT, "nl")
    assert afresh() == 1
    assert same(first, again)
    assert same(first, read(CONTENT, "nl", afresh=True))
    assert load(CONTENT, "nl") == first.catalogue


@pytest.mark.parametrize("logo", LOGOS)
def test_own_content_is_only_read_once(own: Path, logo: str, afresh: Afresh) -> None:
    change(own / "nl" / "kit.yaml", "logo.png", logo)
    (own / "nl" / logo).write_bytes(LOGOS[logo])
    assert same(read(own, "nl"), read(own, "nl"))
    assert afresh() == 1


def test_what_is_odd_is_told_again(own: Path, afresh: Afresh) -> None:
    shutil.copy(own / "nl" / "kit.yaml", own / "nl" / "kit (1).yaml")
    shutil.copy(own / "nl" / "sheets" / "canvas-1.yaml", own / "nl" / "sheets" / "canvas-1 - kopie.yaml")
    change(own / "nl" / "kit.yaml", "De Kring\n", "De Kring # vzw\n")
    first, again = read(own, "nl"), read(own, "nl")
    assert afresh() == 1
    assert [one.code for one in first.problems] == ["copy-not-read", "copy-not-read", "text-is-comment"]
    assert same(first, again)


@pytest.mark.parametrize("case", CASES)
def test_wrong_content_is_as_wrong_the_second_time(case: str, own: Path) -> None:
    shutil.copytree(WRONG / case, own / "nl", dirs_exist_ok=True)

    def told() -> object:
        try:
            return repr(read(own, "nl"))
        except KitError as error:
            return error.diagnostics

    assert told() == told()


@pytest.mark.parametrize("layouts", [None, ("bubble_sheet",), ("canvas_1", "method"), ()])
@pytest.mark.parametrize("large", [True, False])
def test_a_part_of_the_content_is_not_taken_for_another(layouts: tuple[str, ...] | None, large: bool) -> None:
    for other in (None, ("bubble_sheet",)):
        read(CONTENT, "nl", (), other)
        read(CONTENT, "nl", (), other, large=False)
    assert same(read(CONTENT, "nl", (), layouts, large=large), read(CONTENT, "nl", (), layouts, large=large))
    assert same(
        read(CONTENT, "nl", (), layouts, large=large), read(CONTENT, "nl", (), layouts, large=large, afresh=True)
    )


def moved(nl: Path) -> None:
    (nl / "steps.yaml").unlink()
    (nl / "steps.yaml").mkdir()


EDITS: dict[str, Callable[[Path], object]] = {
    "a text": lambda nl: change(nl / "steps.yaml", "Stel jezelf", "Stel je"),
    "a text of a sheet": lambda nl: change(nl / "sheets" / "werkwijze.yaml", "De", "Het"),
    "a text of a workshop": lambda nl: change(nl / "workshop" / "cover.yaml", "title: ", "title: De "),
    "a number": lambda nl: change(nl / "packs.yaml", "count: 12", "count: 8"),
    "a logo": lambda nl: (nl / "logo.png").write_bytes(LOGOS["logo.svg"]),
    "no logo": lambda nl: (nl / "logo.png").unlink(),
    "no large words": lambda nl: (nl / "large.yaml").unlink(),
    "no sheet": lambda nl: (nl / "sheets" / "draaiboek.yaml").unlink(),
    "no steps": lambda nl: (nl / "steps.yaml").unlink(),
    "a folder in the place of a file": lambda nl: (nl / "site").rename(
        (nl / "steps.yaml").rename(nl / "x").parent / "steps.yaml"
    ),
    "one more sheet": lambda nl: shutil.copy(nl / "sheets" / "werkwijze.yaml", nl / "sheets" / "nog-een.yaml"),
    "a copy": lambda nl: shutil.copy(nl / "kit.yaml", nl / "kit - kopie.yaml"),
    "a copy of a word on screen": lambda nl: shutil.copy(nl / "site" / "keep.yaml", nl / "site" / "keep (1).yaml"),
    "a list of municipalities": lambda nl: (nl / MUNICIPALITIES).write_text("nis,name\n"),
    "a list of municipalities beside it": lambda nl: (nl.parent / MUNICIPALITIES).write_text("nis,name\n"),
    "letters": lambda nl: change(nl / "kit.yaml", "\norganisation:", "\nfonts: letters\norganisation:"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_what_was_kept_does_not_count(edit: str, own: Path, afresh: Afresh) -> None:
    before = read(own, "nl")
    assert same(before, read(own, "nl"))
    EDITS[edit](own / "nl")
    for _ in range(2):
        after = read(own, "nl", ("Poppins-Bold.ttf",))
        assert after == read(own, "nl", ("Poppins-Bold.ttf",), afresh=True) != before
    assert afresh() >= 4


def test_a_list_of_municipalities_beside_it_is_looked_at_each_time(own: Path) -> None:
    """What stands in it matters too."""
    shutil.copy(CONTENT / MUNICIPALITIES, own / MUNICIPALITIES)
    assert read(own, "nl").problems == read(own, "nl", afresh=True).problems
    (own / MUNICIPALITIES).write_text("nis,name\n")
    assert "municipalities-ignored" in [one.code for one in read(own, "nl").problems]


def test_letters_of_ones_own_are_looked_at_each_time(own: Path) -> None:
    """More was looked at than stands in the texts."""
    (own / "nl" / "letters").mkdir()
    change(own / "nl" / "kit.yaml", "\norganisation:", "\nfonts: letters\norganisation:")
    cut = own / "nl" / "letters" / "Poppins-Bold.ttf"
    cut.write_bytes(b"\0\1\0\0" + bytes(8))
    assert not read(own, "nl", (cut.name,)).errors
    assert not read(own, "nl", (cut.name,)).errors
    cut.write_bytes(b"OTTO" + bytes(8))
    assert [one.code for one in read(own, "nl", (cut.name,)).errors] == ["fonts-lacking"]


def test_what_is_edited_while_it_is_read_is_not_kept(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_files = loader.load
    copy = own / "nl" / "kit (1).yaml"

    def edited(*arguments: object, **options: object) -> loader.Loaded:
        shutil.copy(own / "nl" / "kit.yaml", copy)
        change(own / "nl" / "steps.yaml", "Stel jezelf", "Stel je")
        return load_files(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(loader, "load", edited)
    first = read(own, "nl")
    monkeypatch.setattr(loader, "load", load_files)
    copy.unlink()
    assert [one.code for one in first.problems] == ["copy-not-read"]
    assert read(own, "nl").problems == ()
    change(own / "nl" / "steps.yaml", "Stel je", "Stel jezelf")
    assert read(own, "nl") == read(own, "nl", afresh=True) != first


def test_another_program_or_library_reads_afresh(own: Path, afresh: Afresh, monkeypatch: pytest.MonkeyPatch) -> None:
    read(own, "nl")
    for of in ("of_program", "of_libraries"):
        with monkeypatch.context() as patch:
            patch.setattr(fingerprint, of, lambda: b"another")
            read(own, "nl")
    assert afresh() == 3


def test_off_is_off(own: Path, folder: Path, afresh: Afresh, monkeypatch: pytest.MonkeyPatch) -> None:
    read(own, "nl")
    monkeypatch.setenv(cache.VARIABLE, cache.OFF)
    monkeypatch.setattr(fingerprint, "of_program", None)
    read(own, "nl")
    assert afresh() == 2
    assert len(list(folder.iterdir())) == 1


def asked_of(folder: Path) -> kept.Asked:
    found = kept.Asked.now(folder / "nl", "nl", None, large=True)
    assert found
    return found


def test_one_changed_letter_is_enough(own: Path, folder: Path, afresh: Afresh) -> None:
    read(own, "nl")
    (entry,) = folder.iterdir()
    entry.write_bytes(entry.read_bytes().replace(b"De Kring", b"De Kreng"))
    assert same(read(own, "nl"), read(own, "nl", afresh=True))
    assert afresh() == 3


JUNK = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff",
    b'{"read":{}}',
    b'{"read":{},"made":[]}',
    b'{"read":{},"made":{"kinds":[],"value":[0,[1],[0]]}}',
    b'{"read":{},"made":{"kinds":[],"value":[0,[1,"kit"],[0]]}}',
    b'{"read":{},"made":{"kinds":["os.system"],"value":[3,"true"]}}',
    b'{"read":{},"made":{"kinds":["kit.model.schema.base.Headed"],"value":[3,"a"]}}',
    b'{"read":{},"made":{"kinds":["kit.model.schema.none.Headed"],"value":[3,"a"]}}',
    b'{"read":{},"made":{"kinds":["kit.model.schema.base.None"],"value":[3,"a"]}}',
    b'{"read":{"../../x":"00"},"made":{"kinds":[],"value":[0,[1],[0]]}}',
    b'{"read":{"a\\u0000":"00"},"made":{"kinds":[],"value":[0,[1],[0]]}}',
    b'{"read":{},"made":{"kinds":[],"value":[9]}}',
    b'{"read":{},"made":{"kinds":[],"value":[2,"?"]}}',
    b'{"read":{},"made":{"kinds":[],"value":' + b"[0," * 50_000 + b"1" + b"]" * 50_000 + b"}}",
]


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_what_nobody_here_kept_does_not_count(own: Path, junk: bytes, afresh: Afresh) -> None:
    asked = asked_of(own)
    cache.put(asked.name, asked.seen, junk)
    assert same(read(own, "nl"), read(own, "nl", afresh=True))
    assert afresh() == 2


def test_a_file_that_nobody_may_read_is_told(own: Path) -> None:
    read(own, "nl")
    (own / "nl" / "steps.yaml").unlink()
    (own / "nl" / "steps.yaml").symlink_to("steps.yaml")
    assert read(own, "nl") == read(own, "nl", afresh=True)
    assert read(own, "nl").errors


def test_so_many_contents_are_kept_and_no_more(own: Path) -> None:
    names = {asked_of(own / str(i)).name for i in range(300)}
    assert 32 < len(names) <= 64


def test_only_what_is_known_is_kept() -> None:
    for value in (object(), Path(), 1j, [1], {"a": {1}}):
        with pytest.raises(TypeError):
            plain.told(value)
    with pytest.raises(ValueError, match="os"):
        plain.made({"kinds": ["os.system"], "value": [3, "true"]})


def test_what_was_told_is_made_again() -> None:
    mark = Mark("a\udc80.yaml", 1, 2, "a")
    headed = Headed(head=Text.of("\u00e9\ud800\0", mark), hint=Text.of("b"))
    value = (headed, None, True, 1, 1.0, -0.5, float("inf"), "", b"\0\xff", (), {"a": (1,)}, ((),))
    again = plain.made(json.loads(json.dumps(plain.told(value))))
    assert (again, repr(again)) == (value, repr(value))
    assert [type(one) for one in again] == [type(one) for one in value]


PRINTS = """
import sys
from kit.cli import app
assert app.run(sys.argv[1:], {"KIT_LANG": "en"}) == 0
print(*sys.modules, file=sys.__stderr__)
"""
READS = {"pydantic", "yaml", "markdown_it", "difflib", "importlib.metadata", "email", "kit.model.loader"}


COMMANDS = ("bubbles Lier", "build --force", "build werkwijze", "pack --participants 4", "printer-test", "list")


@pytest.mark.parametrize("typed", COMMANDS)
def test_who_only_prints_reads_nothing_the_second_time(typed: str, own: Path, tmp_path: Path) -> None:
    command = typed.split()
    where = ["--content", str(own)] + (["--out", str(tmp_path / "out")] if command[0] != "list" else [])

    def loaded() -> set[str]:
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        ran = subprocess.run(
            [sys.executable, "-c", PRINTS, *command, *where], capture_output=True, text=True, check=False, cwd=ROOT
        )
        assert ran.returncode == 0, ran.stderr
        return READS & set(ran.stderr.split())

    assert {"yaml", "kit.model.loader"} <= loaded()
    assert loaded() == set()
