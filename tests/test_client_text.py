"""The client's text: each thought in the table of the docs stands in the file that it is said to stand in."""

import re

import pytest

from tests.conftest import CONTENT, ROOT

ROW = re.compile(r"^\| (?P<thought>[^|]+) \| (?P<where>[^|]+) \| \*(?P<words>[^|*]+)\* \| (?P<file>[^|]+) \|$")
LINES = (ROOT / "docs" / "client-text.md").read_text(encoding="utf-8").splitlines()
ROWS = [found.groupdict() for found in map(ROW.match, LINES) if found]


def plain(text: str) -> str:
    """Without marks of bold, and with one space wherever there is any."""
    return " ".join(text.replace("**", "").split())


def test_every_row_of_the_tables_is_read() -> None:
    tables = [line for line in LINES if line.startswith("| ") and not line.startswith(("| ---", "| thought"))]
    assert len(ROWS) == len(tables) > 40


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["thought"])
def test_a_thought_of_the_client_stands_where_it_is_said_to(row: dict[str, str]) -> None:
    said = plain((CONTENT / "nl" / row["file"]).read_text(encoding="utf-8"))
    assert row["words"] in said
