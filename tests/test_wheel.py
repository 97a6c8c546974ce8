"""The wheel: everything in it, and at work in a clean environment, away from the checkout and without test tools."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import CONTENT, ROOT
from tests.small import tree

pytestmark = pytest.mark.slow

FOLDERS = {"kit": ROOT / "kit", "kit/layouts": ROOT / "layouts", "kit/content": CONTENT}
SUFFIXES = {".py", ".yaml", ".json", ".toml", ".typed", ".csv", ".md", ".html", ".css", ".js", ".j2", ".svg", ".txt"}
UNBUILT = shutil.ignore_patterns(".*", "*.egg-info", "__pycache__")
AT_THE_TOP = {"build", "dist", "out"}
"""What earlier builds leave at the top: a folder of that name further down is source."""


def without_what_was_built(folder: str, names: list[str]) -> set[str]:
    """What is not copied of a folder of the tree."""
    return UNBUILT(folder, names) | (AT_THE_TOP & set(names) if Path(folder) == ROOT else set())


def run(*command: str | Path, cwd: Path) -> str:
    """Run a program without this environment's Python settings; what it printed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KIT_"))}
    result = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, check=False, capture_output=True, stdin=subprocess.DEVNULL
    )
    assert result.returncode == 0, (result.stdout + result.stderr).decode(errors="replace")
    return result.stdout.decode()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, from a copy of what is in the tree, so that no older build is in it."""
    folder = tmp_path_factory.mktemp("wheel with spaces")
    source = shutil.copytree(ROOT, folder / "source", ignore=without_what_was_built)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, source, cwd=folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def kit(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed from the wheel in an environment of its own."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return scripts / "kit"


def expected() -> dict[str, bytes]:
    files = {f"{name}/{path}": data for name, folder in FOLDERS.items() for path, data in tree(folder).items()}
    return {path: data for path, data in files.items() if Path(path).suffix in SUFFIXES}


def test_the_wheel_holds_what_the_tree_holds(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
        notices = {Path(name).name for name in archive.namelist() if ".dist-info/licenses/" in name}
    assert sorted(files) == sorted(expected())
    assert [name for name in files if files[name] != expected()[name]] == []
    assert notices == {"LICENSE", "NOTICE"}


def test_every_file_beside_the_code_is_of_a_kind_that_the_wheel_holds() -> None:
    paths = [path for folder in FOLDERS.values() for path in tree(folder) if "__pycache__" not in path]
    assert [path for path in paths if Path(path).suffix not in SUFFIXES] == []


def test_installed_it_builds_the_same_kit_from_any_folder(kit: Path, tmp_path: Path) -> None:
    run(kit, "build", "--out", "mijn kit", cwd=tmp_path)
    run(sys.executable, "-m", "kit", "build", "--out", tmp_path / "checkout", cwd=ROOT)
    assert tree(tmp_path / "mijn kit") == tree(tmp_path / "checkout")
    assert len(tree(tmp_path / "checkout")) == 8


def test_installed_it_lists_and_copies_the_content(kit: Path, tmp_path: Path) -> None:
    assert "canvas-1" in run(kit, "list", cwd=tmp_path)
    run(kit, "init", "inhoud", cwd=tmp_path)
    # What was given out is known of the kit itself: a copy of it has given out nothing yet.
    copied = {
        name: data
        for name, data in tree(CONTENT).items()
        if name != "nl/released.yaml" and (name.endswith((".yaml", ".json")) or ("/" in name and name.endswith(".csv")))
    }
    assert tree(tmp_path / "inhoud") == copied
    run(kit, "build", "--content", "inhoud", "canvas-1", cwd=tmp_path)
    assert list(tree(tmp_path / "out")) == ["nl/sheets/canvas-1.pdf"]


def test_no_tool_for_tests_is_needed(kit: Path, tmp_path: Path) -> None:
    installed = run(kit.with_name("python"), "-m", "pip", "list", "--format", "freeze", cwd=tmp_path)
    names = {line.split("==")[0].lower() for line in installed.splitlines()}
    assert names & {"pytest", "hypothesis", "ruff", "mypy", "zxing-cpp"} == set()
    assert "workshop-kit" in names
