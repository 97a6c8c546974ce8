"""A version is given out once: what it says is written down, and never anything else."""

from pathlib import Path

import pytest

from kit.build import manifest
from kit.build.build import build
from kit.build.check import Order as Check
from kit.build.check import check
from kit.build.order import Order as Sheets
from kit.build.release import Order, release
from kit.diagnostics import KitError, Severity
from kit.model.released import released
from tests.conftest import Run
from tests.small import change, small_kit, tree


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_kit(tmp_path / "content")


def edit(content: Path) -> None:
    change(content / "nl" / "sheets" / "canvas-2.yaml", "title: Over de grens", "title: Voorbij de grens")


def raised(content: Path, version: str) -> None:
    change(content / "nl" / "kit.yaml", "version: 1.1\n", f"version: {version}\n")


def test_a_version_is_written_down_and_the_next_one_under_it(content: Path) -> None:
    assert not release(Order(content)).already
    first = released(content / "nl")["1.1"]
    edit(content)
    raised(content, '"1.2 \\"bis\\""')
    assert release(Order(content)).version == '1.2 "bis"'
    found = released(content / "nl")
    assert list(found) == ["1.1", '1.2 "bis"']
    assert found["1.1"] == first
    assert [one for one, code in found['1.2 "bis"'].items() if code != first[one]] == ["c2"]


def test_the_file_says_in_dutch_what_it_is_and_a_comment_of_ones_own_stays(content: Path) -> None:
    release(Order(content))
    file = content / "nl" / "released.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/released.json\n# Wat er in elke versie")
    file.write_text("# Van ons.\n" + text, encoding="utf-8")
    edit(content)
    raised(content, "1.2")
    release(Order(content))
    assert file.read_text(encoding="utf-8").startswith("# Van ons.\n" + text)


def test_a_version_that_says_the_same_is_left_as_it_is(content: Path) -> None:
    release(Order(content))
    before = tree(content)
    assert release(Order(content)).already
    assert tree(content) == before


def test_a_version_never_says_something_else(content: Path) -> None:
    release(Order(content))
    edit(content)
    before = tree(content)
    with pytest.raises(KitError) as refused:
        release(Order(content))
    (problem,) = refused.value.diagnostics
    assert problem.code == "release-other"
    assert problem.values["list"] == "Canvas 2"
    assert problem.mark
    assert problem.mark.file.endswith("kit.yaml")
    assert tree(content) == before


def test_wrong_content_is_not_given_out(content: Path) -> None:
    change(content / "nl" / "sheets" / "canvas-2.yaml", "title: ", "titel: ")
    with pytest.raises(KitError):
        release(Order(content))
    assert not (content / "nl" / "released.yaml").exists()


def test_a_check_advises_to_raise_the_version(content: Path) -> None:
    def told() -> list[str]:
        return [one.code for one in check(Check(content)) if one.severity is not Severity.WARNING]

    assert told() == []
    release(Order(content))
    assert told() == []
    edit(content)
    assert told() == ["version-as-released"]
    raised(content, "1.2")
    assert told() == []


def test_a_check_tells_what_is_wrong_with_the_file(content: Path) -> None:
    (content / "nl" / "released.yaml").write_text("releases: nee\n", encoding="utf-8")
    assert [one.code for one in check(Check(content))] == ["expects-list"]


def test_a_build_makes_nothing_again_for_it(content: Path, tmp_path: Path) -> None:
    order = Sheets((), content, tmp_path / "out")
    build(order)
    release(Order(content))
    assert manifest.unchanged(order)
    assert build(order).files == ()
    (content / "nl" / "released.yaml").write_text("releases: nee\n", encoding="utf-8")
    assert manifest.unchanged(order)


def test_the_command_says_what_it_did(content: Path, run: Run) -> None:
    file = content / "nl" / "released.yaml"
    assert run("release", "--content", str(content)) == (0, f"{file}\n", "")
    status, out, told = run("release", "--content", str(content))
    assert (status, out) == (0, "")
    assert "1.1" in told
    edit(content)
    status, out, told = run("release", "--content", str(content))
    assert (status, out) == (1, "")
    assert "kit.yaml:" in told
    status, _, told = run("release")
    assert status == 2
    assert "--content" in told


def test_a_copy_of_the_kit_has_given_out_nothing_yet(tmp_path: Path, run: Run) -> None:
    run("init", str(tmp_path / "mijn-kit"))
    assert not (tmp_path / "mijn-kit" / "nl" / "released.yaml").exists()
    assert (tmp_path / "mijn-kit" / "schema" / "released.json").exists()
