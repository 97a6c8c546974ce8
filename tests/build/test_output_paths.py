"""Names of people and places in the names of files."""

import pytest

from kit.build.output_paths import slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ahmet Yılmaz", "ahmet-yilmaz"), ("Łódź", "lodz"), ("Đặng", "dang"), ("Zsófia Őrsi-Nagy", "zsofia-orsi-nagy")],
)
def test_letters_that_no_rule_takes_apart_are_spelled(name: str, expected: str) -> None:
    assert slug(name) == expected
