"""Wrong content beside the diagnostics expected for it.

Each folder in ``tests/wrong`` holds files that replace those of the shipped content, and ``expected.txt``: one line
a problem, ``file:line:column code path value=…``.
"""

import shutil
from pathlib import Path

import pytest

from kit.diagnostics import Diagnostic, KitError
from kit.model.catalogue import load
from kit.words import Words, placeholders

WRONG = Path(__file__).parents[1] / "wrong"
SHIPPED = Path(__file__).parents[2] / "content"
CASES = sorted(path.name for path in WRONG.iterdir())


def problems(case: str, folder: Path) -> list[Diagnostic]:
    shutil.copytree(SHIPPED / "nl", folder / "nl")
    shutil.copytree(WRONG / case, folder / "nl", dirs_exist_ok=True)
    try:
        return list(load(folder, "nl").warnings)
    except KitError as error:
        return list(error.diagnostics)


def told(problem: Diagnostic, folder: Path) -> str:
    mark = problem.mark
    place = f"{mark.file}:{mark.line}:{mark.column} {problem.code} {mark.path}" if mark else f"- {problem.code}"
    values = "".join(f" {key}={value!r}" for key, value in problem.values.items())
    return (place.rstrip() + values).replace(f"{folder / 'nl'}/", "")


@pytest.mark.parametrize("case", CASES)
def test_wrong_content_gets_every_problem_in_its_place(case: str, tmp_path: Path) -> None:
    expected = (WRONG / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [told(problem, tmp_path) for problem in problems(case, tmp_path)] == expected


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("case", CASES)
def test_every_problem_has_words(case: str, language: str, tmp_path: Path) -> None:
    words = Words.load(language)
    for problem in problems(case, tmp_path):
        assert placeholders(words.table[problem.code]["message"]) <= problem.values.keys(), problem
