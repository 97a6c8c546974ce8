"""Wrong content beside the diagnostics expected for it.

Each folder in ``tests/wrong`` holds files that replace those of the shipped content, and ``expected.txt``: one line
a problem, ``file:line:column code path value=…``, as one build tells them: of the content and of the drawing.
"""

import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kit.build.build import Order, build
from kit.diagnostics import Diagnostic, KitError
from kit.messages.catalogue import Messages, placeholders

WRONG = Path(__file__).parents[1] / "wrong"
SHIPPED = Path(__file__).parents[2] / "content"
CODE = re.compile(r"(?<=#c1)\.[0-9a-f]{4}")
CASES = sorted(path.name for path in WRONG.iterdir())


@cache
def problems(case: str) -> tuple[tuple[Diagnostic, str], ...]:
    """What a build says of a case, and how it is told without the folder it stands in."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(SHIPPED / "nl", folder / "nl")
        shutil.copytree(WRONG / case, folder / "nl", dirs_exist_ok=True)
        try:
            found = build(Order((), folder, folder / "out")).notes
        except KitError as error:
            found = error.diagnostics
        return tuple((problem, told(problem, folder)) for problem in found)


def told(problem: Diagnostic, folder: Path) -> str:
    mark = problem.mark
    place = f"{mark.file}:{mark.line}:{mark.column} {problem.code} {mark.path}" if mark else f"- {problem.code}"
    # By how many mm something is too large is no matter of the content alone, nor is what else a sheet says.
    shown = {
        key: "mm" if isinstance(value, float) else CODE.sub(".code", repr(value))
        for key, value in problem.values.items()
    }
    values = "".join(f" {key}={value}" for key, value in shown.items())
    return (place.rstrip() + values).replace(f"{folder / 'nl'}/", "").replace(str(folder / "nl"), "NL")


@pytest.mark.parametrize("case", CASES)
def test_wrong_content_gets_every_problem_in_its_place(case: str) -> None:
    expected = (WRONG / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [line for _, line in problems(case)] == expected


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("case", CASES)
def test_every_problem_has_words(case: str, language: str) -> None:
    words = Messages.load(language)
    for problem, _ in problems(case):
        assert placeholders(words.table[problem.code]["message"]) <= problem.values.keys(), problem
