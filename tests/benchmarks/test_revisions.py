"""Which files a build is made of, and which installed builds are kept."""

import os
import subprocess
from pathlib import Path

import pytest

from benchmarks.revisions import installed, sweep, tree_now, tree_of, unpack, versions
from tests.conftest import ROOT


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one file, in one commit."""
    root = tmp_path / "repository"
    root.mkdir()
    (root / "a.txt").write_text("a")
    (root / ".gitignore").write_text("*.pyc\n")
    named = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], [*named, "commit", "-qm", "a"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    return root


def test_files_as_they_are_now_have_the_name_of_their_commit_until_one_changes(repository: Path) -> None:
    committed = tree_of("HEAD", repository)
    assert tree_now(repository) == committed
    (repository / "b.pyc").write_text("ignored")
    assert tree_now(repository) == committed
    (repository / "b.txt").write_text("never committed")
    now = tree_now(repository)
    assert now != committed == tree_of("HEAD", repository)
    unpack(now, repository.parent / "now", repository)
    assert sorted(file.name for file in (repository.parent / "now").iterdir()) == [".gitignore", "a.txt", "b.txt"]
    staged = subprocess.run(["git", "diff", "--cached"], cwd=repository, check=True, capture_output=True)
    assert not staged.stdout, "what is staged stays as it is"


def test_a_revision_that_there_is_not_is_said(repository: Path) -> None:
    with pytest.raises(SystemExit, match="rev-parse"):
        tree_of("nowhere", repository)


def test_what_was_installed_is_taken_again(repository: Path, tmp_path: Path) -> None:
    tree, place = tree_of("HEAD", repository), tmp_path / "builds"
    with pytest.raises(SystemExit):
        installed(tree, repository, place)
    (folder,) = place.iterdir()
    (folder / "ready.txt").touch()
    assert installed(tree, repository, place).folder == folder


def test_a_build_of_before_there_was_a_file_of_versions_takes_that_of_today(tmp_path: Path) -> None:
    assert versions(tmp_path) == ROOT / "constraints.txt"
    (tmp_path / "constraints.txt").touch()
    assert versions(tmp_path) == tmp_path / "constraints.txt"


def test_builds_that_were_used_last_are_kept(tmp_path: Path) -> None:
    for i, name in enumerate("abcd"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "ready.txt").touch()
        os.utime(tmp_path / name / "ready.txt", (i, i))
    os.utime(tmp_path / "a" / "ready.txt", (9, 9))
    sweep(tmp_path, 2)
    assert sorted(folder.name for folder in tmp_path.iterdir()) == ["a", "d"]
