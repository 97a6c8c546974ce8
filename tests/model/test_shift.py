"""A shift as people type it: two numbers in mm, with points or with commas."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.model.catalogue import load
from kit.model.shift import MOST, shift_of
from tests.small import change, drop, small_kit

hundredths = st.integers(-round(MOST * 100), round(MOST * 100)).map(lambda number: number / 100)


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("1.5,-0.5", (1.5, -0.5)),
        ("1,5;-0,5", (1.5, -0.5)),
        (" 1,5 ; -0.5 ", (1.5, -0.5)),
        ("-1, 2", (-1, 2)),
        ("+1.25;−2", (1.25, -2)),
        ("10,-10.00", (10, -10)),
        ("1,5", (1, 5)),
    ],
)
def test_two_numbers_are_a_shift(text: str, shift: tuple[float, float]) -> None:
    assert shift_of(text) == shift


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1,5,-0,5",
        "1.5",
        "1.5 0.5",
        "1;2;3",
        "1,",
        ";1",
        "10.1,0",
        "0;-11",
        "99,0",
        "1e1,0",
        "nan,0",
        "٣,1",
        "1.,2",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert shift_of(text) is None


@given(hundredths, hundredths)
def test_a_shift_is_read_as_it_is_written(right: float, up: float) -> None:
    point = f"{right:.2f},{up:.2f}"
    assert shift_of(point) == (right, up)
    assert shift_of(point.replace(",", ";").replace(".", ",")) == (right, up)
    assert "-0.0" not in map(str, shift_of(point) or ())


@given(st.text())
def test_no_text_is_a_crash(text: str) -> None:
    found = shift_of(text)
    assert found is None or max(map(abs, found)) <= MOST


@pytest.mark.parametrize(
    ("written", "shift"),
    [("  duplex_shift: 1,5; -0,5", (1.5, -0.5)), ("  duplex_shift: -0.5,2", (-0.5, 2)), ("  duplex_shift:", (0, 0))],
)
def test_the_content_may_hold_it(tmp_path: Path, written: str, shift: tuple[float, float]) -> None:
    content = small_kit(tmp_path)
    change(content / "nl" / "kit.yaml", "  duplex_shift:", written)
    assert load(content, "nl").kit.duplex_shift == shift


def test_the_content_may_leave_it_out(tmp_path: Path) -> None:
    content = small_kit(tmp_path)
    drop(content / "nl" / "kit.yaml", "printer:", "duplex_shift:")
    assert load(content, "nl").kit.duplex_shift == (0, 0)
