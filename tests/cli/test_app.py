"""The command as its users meet it: what it says, in which language, and its exit status."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

from kit.cli import app
from kit.messages import catalogue as words
from kit.messages.catalogue import Messages
from tests.conftest import CONTENT, SHEETS, Run
from tests.small import change, small_kit, tree

COMMANDS = app.command(Messages.load("en")).commands
SHIFT = ("--duplex-shift", "-1.5,0.5")
EXAMPLE = re.compile(r"^\s*(kit .*?)(?:\s{2,}.*)?$", re.MULTILINE)


def start(*arguments: str | Path, **settings: str) -> subprocess.Popen[bytes]:
    """Run the command as a program of its own."""
    return python("from kit.cli.app import main; main()", *arguments, **settings)


def python(program: str, *arguments: str | Path, **settings: str) -> subprocess.Popen[bytes]:
    """Run a Python program."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(**settings),
    )


def environment(**settings: str) -> dict[str, str]:
    """This environment without what it tells Python, such as not to buffer; in English."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "KIT_LANG": "en", **settings}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_kit(tmp_path / "content")


# Help


def uncounted(complaint: str) -> list[str]:
    """What is said but what the sheets come to; that is in test_summary_lines.py."""
    return [line for line in complaint.splitlines() if not line.startswith(("Paper: ", "Open first: "))]


@pytest.mark.parametrize("language", words.languages())
@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_speaks_the_language_and_ends_with_examples(run: Run, command: Sequence[str], language: str) -> None:
    status, said, complaint = run(*command, "--help", language=language)
    messages = Messages.load(language)
    assert (status, complaint) == (0, "")
    assert said.startswith(messages.say("label-usage"))
    assert messages.say(f"help-{command[0] if command else 'kit'}").split()[0] in said
    _, examples = said.split(messages.say("label-examples"))
    assert EXAMPLE.findall(examples)


@pytest.mark.parametrize("language", words.languages())
def test_help_has_no_word_of_another_language(run: Run, language: str) -> None:
    said = "".join(run(*command, "--help", language=language)[1] for command in ((), *((name,) for name in COMMANDS)))
    english = ("Usage", "Options", "Commands", "Show", "Examples", "DIR", "LANG")
    assert [word for word in english if word in said] == (list(english) if language == "en" else [])


@pytest.mark.parametrize("language", words.languages())
def test_every_example_can_be_typed(language: str) -> None:
    group = app.command(Messages.load(language))
    for text in [group.epilog, *(command.epilog for command in group.commands.values())]:
        examples = [shlex.split(example) for example in EXAMPLE.findall(text or "")]
        assert examples
        for _, name, *arguments in examples:
            group.commands[name].make_context(name, arguments)


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    status, said, complaint = run()
    assert (status, said) == (2, "")
    assert complaint.startswith("Usage: kit")


def test_version(run: Run) -> None:
    assert run("--version") == (0, "kit 0.1.0\n", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(shell: str) -> None:
    process = start(_KIT_COMPLETE=f"{shell}_source")
    assert b"_KIT_COMPLETE" in process.communicate()[0]
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("begun", "completed"),
    [
        ("kit build ca", ["canvas-1", "canvas-2"]),
        ("kit build canvas-1 vol", ["volledig"]),
        ("kit build --content /nowhere ca", []),
        ("kit build --lang ../x ca", []),
    ],
)
def test_names_of_sheets_and_packs_are_completed(begun: str, completed: list[str]) -> None:
    process = start(_KIT_COMPLETE="bash_complete", COMP_WORDS=begun, COMP_CWORD=str(len(begun.split()) - 1))
    said, complaint = process.communicate()
    assert (complaint, process.returncode) == (b"", 0)
    assert [line.partition(",")[2] for line in said.decode().split()] == completed


# Wrong use


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ("buidl",),
            "fout: buidl is geen commando.\n"
            "    verwacht: build, diff, list, init, use, bubbles, pack, check, places, watch, "
            "preview, poster, printer-test, site, serve, release, schema\n"
            "    tip: bedoel je build?\n",
        ),
        (("build", "--ot"), "fout: De optie --ot bestaat niet.\n    tip: bedoel je --out?\n"),
        (("build", "--out"), "fout: Na --out hoort een waarde.\n"),
        (("--version=3",), "fout: Bij --version hoort geen waarde.\n"),
        (("init",), "fout: MAP ontbreekt.\n"),
        (
            ("list", "a", "b"),
            "fout: Dit is te veel: a b\n    verwacht: kit list [OPTIES]\n    tip: staat er een spatie in een naam of",
        ),
        (
            ("diff", "mijn/workshop.yaml"),
            "fout: Dit is te veel: mijn/workshop.yaml\n    verwacht: kit diff [OPTIES]\n"
            "    tip: een bestand of een map kan hier alleen achter een optie staan: --since, --content, --out\n",
        ),
        (
            ("build", "--shop", "--paper", "a4", "--flip", "long", "--cards", "a4"),
            "fout: --shop en --cards gaan niet samen.\nfout: --shop en --flip gaan niet samen.\n"
            "fout: --shop en --paper a4 gaan niet samen.\nMeer weten? Typ: kit build --help\n",
        ),
        (("build", "--shop", "--duplex-shift", "0,0"), "fout: --shop en --duplex-shift gaan niet samen.\n"),
        (("build", "--paper", "a4", "--cards", "a3"), "fout: --paper a4 en --cards a3 gaan niet samen.\n"),
        (("build", "--shop=3"), "fout: Bij --shop hoort geen waarde.\n"),
        (("build", "--no-backs=3"), "fout: Bij --no-backs hoort geen waarde.\n"),
        (("build", "--duplex-shift", "ver"), "fout: Bij --duplex-shift horen twee getallen"),
        (("poster",), "fout: BLAD OF PAKKET ontbreekt.\nMeer weten? Typ: kit poster --help\n"),
        (("places",), "fout: PLAATS ontbreekt.\nMeer weten? Typ: kit places --help\n"),
        (("list", "--content", ""), "fout: Na --content hoort een waarde.\nMeer weten? Typ: kit list --help\n"),
        (("build", "--out="), "fout: Na --out hoort een waarde.\n"),
        (("init", ""), "fout: MAP ontbreekt.\n"),
        (("list", "--lang", ""), "fout: ‘’ kan geen taal zijn.\n"),
        (("list", "--lang", "../nl"), "fout: ‘../nl’ kan geen taal zijn.\n"),
        (("bubbles", "Lier", "--book", "/"), "fout: Bij --book hoort een bestand, geen map.\n"),
        (("build", "--lang", "../nl"), "fout: ‘../nl’ kan geen taal zijn.\n"),
        (
            ("build", "--edition", "red"),
            "fout: De waarde bij --edition bestaat niet.\n    verwacht: colour (= kleur, color), "
            "grey (= grijs, gray, zwart-wit), low-ink (= inktbesparend, inktarm), "
            "large (= groot, grote letter, grote-letter, grootletter)\n    gevonden: red\n",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_is_said_in_the_users_language(run: Run, arguments: Sequence[str], complaint: str) -> None:
    status, said, complained = run(*arguments, language="nl")
    assert (status, said) == (2, "")
    assert complained.startswith(complaint)


def test_an_unknown_sheet_names_the_nearest_and_all_are_said_at_once(run: Run, content: Path, tmp_path: Path) -> None:
    status, said, complaint = run("build", "canvas1", "x", "canvas-2", "--content", content, "--out", tmp_path / "out")
    assert (status, said) == (2, "")
    choices = "    expected: canvas-1, canvas-2, volledig\n"
    assert complaint == (
        f"error: There is no sheet or pack named canvas1.\n{choices}    hint: did you mean canvas-1?\n"
        f"error: There is no sheet or pack named x.\n{choices}"
        "More? Type: kit build --help\n"
    )
    assert not (tmp_path / "out").exists()


def test_an_unknown_kit_lang_is_a_warning(run: Run) -> None:
    status, said, complaint = run("list", language="fr")
    assert (status, said) == run("list")[:2]
    warning = "warning: KIT_LANG names a language that kit does not speak.\n    expected: en, nl\n    found: fr\n"
    assert complaint == warning


# Cards, the print shop, posters


def sizes(file: Path) -> list[tuple[int, int]]:
    """The pages of a PDF in mm."""
    boxes = [page.mediabox for page in PdfReader(file).pages]
    return [(round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) for box in boxes]


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        ((), [(210, 297)] * 2),
        (("--cards", "a3"), [(420, 297)] * 2),
        (("--cards", "a3", "--no-backs"), [(420, 297)]),
        (("--flip", "short", "--edition", "low-ink"), [(210, 297)]),
        (("--shop",), [(125, 169)] * 2),
        (("--shop", "--no-backs"), [(125, 169)]),
    ],
    ids=str,
)
def test_cards_are_printed_as_is_asked(
    run: Run, tmp_path: Path, options: Sequence[str], pages: list[tuple[int, int]]
) -> None:
    status, said, complaint = run("build", "partnerkaart", *options, "--out", tmp_path)
    assert (status, uncounted(complaint)) == (0, [])
    assert sizes(Path(said.strip())) == pages


def test_the_other_edge_and_a_shift_change_the_backs_alone(run: Run, tmp_path: Path) -> None:
    def built(*options: str) -> list[str]:
        folder = tmp_path / "-".join(("out", *options))
        assert run("build", "partnerkaart", *options, "--out", folder)[0] == 0
        document = PdfReader(folder / "nl" / "sheets" / "partnerkaart.pdf")
        return [str(page.get_contents().get_data()) for page in document.pages]  # type: ignore[union-attr]

    usual, long_edge, short_edge, shifted = built(), built("--flip", "long"), built("--flip", "short"), built(*SHIFT)
    assert usual == long_edge
    assert {fronts for fronts, _ in (usual, short_edge, shifted)} == {usual[0]}
    assert len({backs for _, backs in (usual, short_edge, shifted)}) == 3


def test_a_poster_is_made_where_it_says(run: Run, tmp_path: Path) -> None:
    status, said, complaint = run("poster", "canvas-1", "--size", "a1", "--out", tmp_path)
    assert (status, said, complaint) == (0, f"{tmp_path / 'nl' / 'posters' / 'canvas-1-a1.pdf'}\n", "")
    assert sizes(Path(said.strip())) == [(841, 594)]


# List, init


def test_list_names_every_sheet_and_pack(run: Run) -> None:
    status, said, complaint = run("list")
    assert (status, complaint) == (0, "")
    assert re.findall(r"^  (\S+)", said, re.MULTILINE) == [*SHEETS, "volledig"]
    assert said.splitlines()[-1].endswith(f"  Bouw je netwerk uit: alle bladen ({', '.join(SHEETS)})")


def test_init_copies_the_content_once_and_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "mijn kit"
    status, said, _ = run("init", target)
    kinds = (".yaml", ".json", "/deelnemers.csv")
    shipped = {name: data for name, data in tree(CONTENT).items() if name.endswith(kinds)}
    del shipped["nl/released.yaml"]
    assert status == 0
    assert tree(target) == shipped
    assert said.splitlines() == [str(target / name) for name in sorted(shipped)]

    change(target / "nl" / "kit.yaml", "version: 1.1", "version: 2.0")
    (target / "nl" / "steps.yaml").unlink()
    edited = tree(target)
    status, said, complaint = run("init", target)
    assert (status, said) == (1, "")
    assert complaint.splitlines() == [
        f"error: {target} holds files of a kit already: {len(shipped) - 1}.",
        f"    found: {target / 'nl' / 'examples' / 'deelnemers.csv'}",
        "    hint: kit init overwrites nothing: choose a new folder",
        "1 error.",
    ]
    assert tree(target) == edited


def test_an_init_that_was_interrupted_is_finished_by_the_next(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "mijn kit"
    run("init", target)
    whole = tree(target)
    (target / "nl" / "steps.yaml").unlink()
    (target / "nl" / "sheets" / ".canvas-1.yaml.0123456789abcdef.part").touch()
    status, said, complaint = run("init", target)
    assert (status, said, complaint) == (0, f"{target / 'nl' / 'steps.yaml'}\n", "")
    assert tree(target) == whole
    assert run("init", target)[0] == 1


def test_schema_makes_what_init_copies_and_makes_it_anew(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "mijn kit"
    shipped = {f"schema/{name}": data for name, data in tree(CONTENT / "schema").items()}
    for _ in range(2):
        status, said, complaint = run("schema", target)
        assert (status, complaint) == (0, "")
        assert tree(target) == shipped
        assert sorted(said.splitlines()) == sorted(str(target / name) for name in shipped)
        (target / "schema" / "kit.json").write_text("{}", encoding="utf-8")


# Build: the rest is in test_build.py


def test_build_prints_a_line_a_file(run: Run, content: Path, tmp_path: Path) -> None:
    status, said, complaint = run("build", "--content", content, "--out", tmp_path / "out")
    assert (status, uncounted(complaint)) == (0, [])
    files = ["sheets/canvas-1.pdf", "sheets/canvas-2.pdf", "packs/volledig.pdf"]
    assert said.splitlines() == [str(tmp_path / "out" / "nl" / file) for file in files]


def test_wrong_content_is_said_with_its_place_and_nothing_is_written(run: Run, content: Path, tmp_path: Path) -> None:
    sheet = content / "nl" / "sheets" / "canvas-1.yaml"
    change(sheet, "footer:", "fotter:")
    change(content / "nl" / "sheets" / "canvas-2.yaml", "fragment: c2", "fragment: [c2]")
    status, said, complaint = run("build", "--content", content, "--out", tmp_path / "out", language="nl")
    line = 1 + sheet.read_text(encoding="utf-8").splitlines().index("fotter: Canvas 1 van 2  |  A3 liggend")
    assert (status, said) == (1, "")
    assert f"{sheet}:{line}:1: fout: " in complaint
    assert "canvas-2.yaml:6:11: fout: " in complaint
    assert re.fullmatch(r"[2-9] fouten\.", complaint.splitlines()[-1])
    assert not (tmp_path / "out").exists()


def test_a_row_of_a_list_is_shown_in_its_line_whatever_saved_it(run: Run, tmp_path: Path) -> None:
    actors = tmp_path / "actors.csv"
    actors.write_text("naam\tgemeente\tsector\n你好\tLierr\tKunsten\n", encoding="utf-16")
    status, said, complaint = run("bubbles", "Lier", "--actors", actors, "--out", tmp_path / "out")
    assert (status, said) == (1, "")
    assert "    2 | 你好    Lierr    Kunsten\n      |         ^^^^^\n" in complaint


def test_content_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    complaint = run("list", "--content", tmp_path / "\x1b[2Jgone")[2]
    assert r"\x1b[2Jgone" in complaint
    assert "\x1b" not in complaint


# As a program


def test_a_terminal_without_the_letter_is_no_crash(content: Path) -> None:
    change(content / "nl" / "packs.yaml", "alle bladen", "alle bladen, één — keer")
    process = start("list", "--content", content, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    said, complaint = process.communicate()
    assert (process.returncode, complaint) == (0, b"")
    assert "één ".encode("latin-1") + rb"\u2014 keer" in said


def test_a_reader_that_has_seen_enough_is_no_crash() -> None:
    process = start("list")
    assert process.stdout
    process.stdout.close()
    process.stdout = None
    assert process.communicate()[1] == b""
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_a_full_disk_under_what_is_printed_is_said() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "kit", "--help"]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env=environment())
    assert result.returncode == 1
    assert result.stderr == b"error: What kit has to say cannot be written.\n    found: no room left on the disk\n"


def test_an_interrupt_stops_without_a_word(tmp_path: Path) -> None:
    program = (
        "import kit.build.print_targets as targets, kit.cli.app, signal; "
        "targets.pdf_bytes = lambda *_: signal.raise_signal(signal.SIGINT)"
    )
    process = python(f"{program}; kit.cli.app.main()", "build", "canvas-1", "--out", tmp_path / "out")
    said, complaint = process.communicate()
    assert (process.returncode, said, complaint.strip()) == (130, b"", b"")
    assert not (tmp_path / "out").exists()


INTERRUPTED = """
import signal, sys
class Finder:
    def find_spec(self, name, *_):
        if name == "click":
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Finder())
from kit.__main__ import main
main()
"""


def test_an_interrupt_while_the_program_is_read_stops_without_a_word() -> None:
    process = python(INTERRUPTED, "--help")
    assert (process.communicate(), process.returncode) == ((b"", b""), 130)


def test_help_reads_nothing_that_only_a_command_or_a_complaint_needs() -> None:
    program = "import sys; from kit.cli import app; app.run(['--help'], {}); print(*sys.modules)"
    said = python(program).communicate()[0].decode().split()
    heavy = {
        "reportlab",
        "pydantic",
        "yaml",
        "markdown_it",
        "kit.messages.report",
        "kit.model.schema",
        "kit.model.catalogue",
        "kit.draw.look.theme",
    }
    assert {"kit.cli.app", "kit.cli.build_commands"} <= set(said)
    assert heavy & set(said) == set()


@pytest.mark.parametrize(("typed", "same"), [(("help",), ("--help",)), (("help", "pack"), ("pack", "--help"))])
def test_help_is_a_command_too(run: Run, typed: Sequence[str], same: Sequence[str]) -> None:
    assert run(*typed) == run(*same)
    assert run(*typed)[0] == 0


@pytest.mark.parametrize(
    ("typed", "folder"),
    [
        ("Grijs", "grey"),
        ("zwart-wit", "grey"),
        ("KLEUR", ""),
        ("Low-Ink", "low-ink"),
        ("Groot", "large"),
        ("grote letter", "large"),
    ],
)
def test_an_edition_may_be_called_as_facilitators_do(run: Run, tmp_path: Path, typed: str, folder: str) -> None:
    assert run("build", "canvas-1", "--edition", typed, "--paper", "A3", "--out", tmp_path)[0] == 0
    assert (tmp_path / "nl" / folder / "sheets" / "canvas-1.pdf").is_file()


def test_a_name_of_several_words_needs_no_quotes(run: Run) -> None:
    status, said, _ = run("places", "Heist", "op", "den", "Berg", "Lier", "De", "Haan")
    assert status == 0
    assert [line for line in said.splitlines() if not line.startswith(" ")] == ["Heist-op-den-Berg", "Lier", "De Haan"]
