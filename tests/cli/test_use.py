"""The content that was forgotten on the command line: found, remembered, and told."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.small import change, small_kit


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    small_kit(Path("mijn-kit"))
    change(Path("mijn-kit", "nl", "kit.yaml"), "title: Bouw je netwerk uit", "title: Ons netwerk")


def title(file: Path) -> str:
    from pypdf import PdfReader

    information = PdfReader(file).metadata
    return str(information.title) if information else ""


def test_what_is_used_is_remembered_told_and_forgotten(run: Run) -> None:
    assert run("use")[1] == "Content: that of kit itself.\n"
    assert run("use", "mijn-kit") == (0, "Content: mijn-kit\n", "")
    status, out, err = run("build", "canvas-1")
    assert (status, err.splitlines()[0]) == (0, "Content: mijn-kit")
    assert "Ons netwerk" in title(Path(out.strip()))
    assert run("use", "--none")[1] == "Content: that of kit itself.\n"
    assert "mijn-kit" not in run("list")[2]


def test_only_a_content_is_used(run: Run) -> None:
    status, _, err = run("use", "nergens")
    assert status == 1
    assert "nergens" in err
    assert run("use", "mijn-kit", "--none")[0] == 2


def test_a_workshop_in_a_content_folder_is_of_that_content(run: Run) -> None:
    file = Path("mijn-kit", "nl", "examples", "workshop.yaml")
    file.write_text("participants: 2\n", encoding="utf-8")
    status, out, err = run("pack", file)
    assert (status, err.splitlines()[0]) == (0, "Content: mijn-kit")
    assert "Ons netwerk" in title(Path(out.splitlines()[0]))
    assert "Content: " not in run("pack", file, "--content", "mijn-kit")[2]


def test_a_content_that_was_forgotten_is_told_before_anything_is_printed(run: Run) -> None:
    run("build", "canvas-1", "--content", "mijn-kit")
    for command in (("pack", "--participants", "1"), ("bubbles", "Lier"), ("build", "canvas-1")):
        status, _, err = run(*command)
        assert status == 0
        assert f"The sheets in {Path('out', 'nl')} were made from the content in mijn-kit" in err
    assert "were made from the content of kit itself" in run("build", "canvas-1", "--content", "mijn-kit")[2]
    # The bubble sheet there is still of the other.
    run("pack", "--participants", "1", "--content", "mijn-kit")
    assert "were made from" in run("build", "canvas-1", "--content", "mijn-kit", "--force")[2]


@pytest.mark.parametrize(
    "first",
    [("build", "canvas-1"), ("pack", "--participants", "1"), ("bubbles", "Lier"), ("poster", "canvas-1")],
    ids=lambda command: command[0],
)
def test_a_change_of_content_is_told_whatever_was_made_before(first: tuple[str, ...], run: Run) -> None:
    """As long as something there is of another content: so too by the second command, and where nothing is made."""
    run("init", "eigen")
    assert run(*first, "--content", "eigen")[0] == 0
    for command in (("build", "canvas-2"), ("pack", "--participants", "1"), ("bubbles", "Lier"), ("build", "canvas-2")):
        if command[0] != first[0]:
            assert "were made from the content in eigen" in run(*command)[2]
    assert "were made from the content in eigen" in run(*first)[2]
    assert "were made from" not in run(*first)[2]
