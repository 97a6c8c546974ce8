"""Where everything stands on every sheet, as text that a person can read in a diff.

After a change that you have looked at on paper: ``pytest tests/test_goldens.py --update-goldens``.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from tests import large
from tests.conftest import ROOT, SHEETS, drawn
from tests.named import LIER, sheets, with_actors
from tests.variants import VARIANTS

GOLDEN = ROOT / "tests" / "golden"


NAMED = GOLDEN / "named"
"""The bubble sheets of these municipalities, in colour."""

LARGE = GOLDEN / "large"
"""The sheets of the large edition, which has a geometry of its own."""

PLACES = ("Lier", "Brussel", "Essen", "Beveren-Kruibeke-Zwijndrecht")
WITH_ACTORS = "Lier-actoren"


def record(pages: Sequence[Page]) -> str:
    lines: list[str] = []
    for number, page in enumerate(pages, 1):
        lines.append(f"page {number}: {page.size.width} x {page.size.height}")
        for placed in page.all_placed:
            box = placed.box
            numbers = " ".join(f"{value + 0:7.1f}" for value in (box.x, box.y, box.width, box.height))
            lines.append(f"{numbers}  {placed.role}  {' / '.join(placed.text.splitlines())}".rstrip())
    return "\n".join(lines).replace("-0.0", " 0.0") + "\n"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("sheet", [*SHEETS, *VARIANTS])
def test_everything_stands_where_it_stood(sheet: str, edition: Edition, request: pytest.FixtureRequest) -> None:
    _compare(GOLDEN / f"{sheet}.{edition}.txt", drawn(sheet, edition), request)


@pytest.mark.parametrize("name", PLACES)
def test_every_name_stands_where_it_stood(name: str, request: pytest.FixtureRequest) -> None:
    _compare(NAMED / f"{name}.txt", sheets(name), request)


def test_known_actors_stand_where_they_stood(request: pytest.FixtureRequest) -> None:
    _compare(NAMED / f"{WITH_ACTORS}.txt", with_actors("Lier", LIER), request)


@pytest.mark.parametrize("sheet", large.SHEETS)
def test_everything_on_large_sheets_stands_where_it_stood(sheet: str, request: pytest.FixtureRequest) -> None:
    _compare(LARGE / f"{sheet}.txt", large.drawn(sheet), request)


def _compare(file: Path, pages: Sequence[Page], request: pytest.FixtureRequest) -> None:
    found = record(pages)
    if request.config.getoption("--update-goldens"):
        file.write_text(found, encoding="utf-8", newline="\n")
    assert found.splitlines() == file.read_text(encoding="utf-8").splitlines()


def test_every_golden_belongs_to_a_sheet() -> None:
    wanted = {f"{sheet}.{edition}.txt" for sheet in [*SHEETS, *VARIANTS] for edition in EDITIONS}
    assert {file.name for file in GOLDEN.iterdir() if file.is_file()} == wanted
    assert {file.name for file in GOLDEN.rglob("*") if file.parent != GOLDEN} == {
        f"{name}.txt" for name in (*PLACES, WITH_ACTORS, *large.SHEETS)
    }
