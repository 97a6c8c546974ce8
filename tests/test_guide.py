"""The guide for facilitators: what it says stands in the terminal stands there, and what it has typed exists."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kit.cli import app
from kit.messages.catalogue import Messages
from tests.conftest import ROOT, Run
from tests.small import change

GUIDE = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
SAID = re.findall(r"^```text\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(?<=nu geldig: )[0-9a-f]{4}")
CANVAS = Path("mijn-kit", "nl", "sheets", "canvas-1.yaml")


@pytest.fixture
def say(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command as the guide does, in a folder of one's own."""
    monkeypatch.chdir(tmp_path)

    def say(*arguments: str | Path) -> tuple[int, str, str]:
        return run(*arguments, language="nl")

    return say


def typed() -> Iterator[str]:
    """Each command that the guide has somebody type."""
    yield from re.findall(r"`(kit [^`]+)`", GUIDE)
    yield from (line.strip() for line in re.findall(r"^ *kit .+$", GUIDE, re.MULTILINE))


def test_every_block_of_output_is_tried() -> None:
    assert [block.splitlines()[0][:20] for block in SAID] == ["Lier", "mijn-kit/nl/sheets/c", "Print dit blad opnie"]


def test_a_place_is_shown_as_in_the_guide(say: Run) -> None:
    assert "".join(say("places", "Koningshooikt")[1:]) == SAID[0]


def test_a_mistake_is_said_as_in_the_guide(say: Run) -> None:
    say("init", "mijn-kit")
    change(CANVAS, "\ntitle: ", "\ntitel: ")
    status, out, said = say("build", "--content", "mijn-kit")
    assert (status, out, said) == (1, "", SAID[1])


def test_what_to_print_again_is_said_as_in_the_guide(say: Run) -> None:
    say("init", "mijn-kit")
    say("build", "--content", "mijn-kit", "volledig")
    old = Path("out", "nl", "packs", "volledig.pdf").rename("volledig-van-vorig-jaar.pdf")
    change(CANVAS, "title: Bouw je netwerk uit", "title: Bouw samen aan je netwerk")
    status, said, _ = say("diff", "--content", "mijn-kit", "--since", old)
    assert status == 0
    assert CODE.sub("", said).startswith(CODE.sub("", SAID[2]))


@pytest.mark.parametrize("line", sorted(set(typed())))
def test_every_command_that_somebody_is_told_to_type_exists(line: str) -> None:
    name, *rest = shlex.split(line.removeprefix("kit "))
    group = app.command(Messages.load("nl"))
    called = group if name.startswith("--") else group.commands[name]
    known = {option for param in called.params if isinstance(param, click.Option) for option in param.opts}
    assert {one for one in (name, *rest) if one.startswith("--")} <= known
