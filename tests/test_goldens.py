"""Where everything stands on every sheet, as text that a person can read in a diff.

After a change that you have looked at on paper: ``pytest tests/test_goldens.py --update-goldens``.
"""

import pytest

from kit.draw.page import Page
from kit.draw.theme import EDITIONS, Edition
from tests.conftest import ROOT, SHEETS, drawn

GOLDEN = ROOT / "tests" / "golden"


def record(pages: tuple[Page, ...]) -> str:
    lines: list[str] = []
    for number, page in enumerate(pages, 1):
        lines.append(f"page {number}: {page.size.width} x {page.size.height}")
        for placed in page.placed:
            box = placed.box
            numbers = " ".join(f"{value + 0:7.1f}" for value in (box.x, box.y, box.width, box.height))
            lines.append(f"{numbers}  {placed.role}  {' / '.join(placed.text.splitlines())}".rstrip())
    return "\n".join(lines).replace("-0.0", " 0.0") + "\n"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("sheet", SHEETS)
def test_everything_stands_where_it_stood(sheet: str, edition: Edition, request: pytest.FixtureRequest) -> None:
    file = GOLDEN / f"{sheet}.{edition}.txt"
    found = record(drawn(sheet, edition))
    if request.config.getoption("--update-goldens"):
        file.write_text(found, encoding="utf-8", newline="\n")
    assert found.splitlines() == file.read_text(encoding="utf-8").splitlines()


def test_every_golden_belongs_to_a_sheet() -> None:
    wanted = {f"{sheet}.{edition}.txt" for sheet in SHEETS for edition in EDITIONS}
    assert {file.name for file in GOLDEN.iterdir()} == wanted
