"""The reference of the command in docs: as the command is now, with all that can be typed, each thing once."""

import re
from pathlib import Path

import click
import pytest

import reference
from kit.cli import app
from kit.messages.catalogue import Messages
from tests.conftest import ROOT

KIT = app.command(Messages.load("en"))
WRITTEN = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!^## ).*\n?)*)", f"## kit\n{WRITTEN}", re.MULTILINE))
COMMANDS: dict[str, click.Command] = {"kit": KIT, **{f"kit {name}": one for name, one in KIT.commands.items()}}


def test_it_is_what_the_command_says_now() -> None:
    assert reference.reference() == WRITTEN, "make it anew: python3 run.py docs"


def test_every_command_has_a_section_and_a_line_in_the_list() -> None:
    assert list(SECTIONS) == list(COMMANDS)
    listed = re.findall(r"^\| \[`(kit [^`]+)`\]\(#([^)]+)\) \| (.+) \|$", SECTIONS["kit"], re.MULTILINE)
    expected = [(f"kit {name}", f"kit-{name}", one.help) for name, one in KIT.commands.items()]
    assert listed == expected


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_stands_in_its_section_once(name: str) -> None:
    options = [param.opts[0] for param in COMMANDS[name].params if isinstance(param, click.Option)]
    assert "--help" in options
    assert re.findall(r"^\| `(--[^` ]+)` \|", SECTIONS[name], re.MULTILINE) == options


@pytest.mark.parametrize("name", COMMANDS)
def test_a_section_says_what_a_command_does_how_it_is_typed_and_gives_examples(name: str) -> None:
    command = COMMANDS[name]
    assert f"\n{command.help}\n" in SECTIONS[name]
    assert re.findall(r"^```text\n(kit.*)\n```$", SECTIONS[name], re.MULTILINE)[0].startswith(f"{name} [")
    assert re.findall(r"^```sh\n((?:kit .*\n)+)```$", SECTIONS[name].replace("  # ", "  "), re.MULTILINE) == [
        f"{(command.epilog or '').strip()}\n"
    ]


def test_a_value_is_a_word_from_a_list_a_number_within_bounds_or_a_name_for_it() -> None:
    assert "| `--edition` | `colour`, `grey`, `low-ink`, `large` | In colour" in SECTIONS["kit build"]
    assert "| `--table-size` | 1 to 12 | How many" in SECTIONS["kit pack"]
    assert r"| `--participants` | `NUMBER\|FILE` | How many" in SECTIONS["kit pack"]
    assert "| `--force` |  | Make" in SECTIONS["kit build"]
    assert (
        "| `--content` | `DIR` | The folder with your own content (what kit init makes). Must be given. |"
        in (SECTIONS["kit release"])
    )


def test_the_job_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "FILE", tmp_path / "docs" / "commands.md")
    reference.main()
    assert (tmp_path / "docs" / "commands.md").read_text(encoding="utf-8") == WRITTEN
