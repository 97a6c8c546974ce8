"""The line under what is said of it: whatever stands in it, the caret is under the spot, and it stays short."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.messages.excerpt import WIDTH, excerpt


def shown(line: str, column: int, *told: str) -> tuple[str, str]:
    """The line and the carets under it, as a terminal shows them."""
    cut = excerpt(line, column, told)
    return cut.line, " " * cut.start + "^" * cut.width


@pytest.mark.parametrize(
    ("line", "column", "told", "expected"),
    [
        ("title: Over", 8, (), ("title: Over", "       ^")),
        ("title: Over", 8, ("Over", "O", "Overal"), ("title: Over", "       ^^^^")),
        ("title:", 7, ("",), ("title:", "      ^")),
        ("  in het ", 3, ("in het kader van",), ("  in het ", "  ^^^^^^")),
        ("  in het", 3, ("in de plaats",), ("  in het", "  ^")),
        ("title:", 99, (), ("title:", "      ^")),
        ("", 1, ("x",), ("", "^")),
        ("\tx: \ty", 2, (), ("    x:     y", "    ^")),
        ("你好: ab", 5, ("ab",), ("你好: ab", "      ^^")),
        ("a: 你好", 4, ("你好",), ("a: 你好", "   ^^^^")),
        ("e\u0301e\u0301: ab", 7, (), ("e\u0301e\u0301: ab", "    ^")),
        ("\x1b[1mab", 5, ("ab",), (r"\x1b[1mab", "       ^^")),
        ("ab\u202ecd", 4, (), (r"ab\u202ecd", "        ^")),
    ],
)
def test_the_caret_is_under_the_spot(line: str, column: int, told: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert shown(line, column, *told) == expected


@pytest.mark.parametrize("spot", [0, 20, 150, 298, 100_000])
def test_a_long_line_is_shortened_around_the_spot(spot: int) -> None:
    line = "ab " * spot + "SPOT" + " cd" * (298 - spot)
    cut = excerpt(line, 3 * spot + 1, ["SPOT"])
    assert cut.line[cut.start : cut.start + cut.width] == "SPOT"
    assert WIDTH - 1 <= len(cut.line) <= WIDTH
    assert cut.line.startswith("…") is (spot > 13)
    assert cut.line.endswith("…") is (spot < 280)


def columns(text: str) -> int:
    """The columns that a text takes, told apart from the program: of what is seen, letter by letter."""
    return sum(
        0 if unicodedata.category(one) in ("Mn", "Me") else 1 + (unicodedata.east_asian_width(one) in ("W", "F"))
        for one in text
    )


LETTERS = st.text(st.sampled_from("ab :\t\x1b\u202e\u0301你😀é…"), max_size=300)


@given(LETTERS, st.integers(-1, 400))
def test_a_line_is_never_wider_than_there_is_room_and_nothing_in_it_steers(line: str, column: int) -> None:
    cut = excerpt(line, column)
    assert columns(cut.line) <= WIDTH + 1
    assert cut.line.isprintable()
    assert 0 <= cut.start <= columns(cut.line)
    assert cut.width >= 1


@given(LETTERS, LETTERS)
def test_what_stands_before_the_caret_is_what_stands_before_the_spot(before: str, after: str) -> None:
    cut = excerpt(f"{before}X{after}", len(before) + 1)
    at = cut.line.index("X")
    assert columns(cut.line[:at]) == cut.start
