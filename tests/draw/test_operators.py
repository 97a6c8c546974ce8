"""Paths as a content stream has them: as if each number were written by itself."""

from hypothesis import given
from hypothesis import strategies as st

from kit.draw.operators import POINTS, number, path_operators
from kit.draw.paths import Close, Curve, Line, Move, Path, Segment

LETTERS = {Move: "m", Line: "l", Curve: "c", Close: "h"}
NUMBERS = st.one_of(
    st.floats(-1e6, 1e6),
    st.integers(-1000, 1000),
    st.integers(-2_000_000, 2_000_000).map(lambda thousandths: thousandths / 1000 / POINTS),
)
SEGMENTS: st.SearchStrategy[Segment] = st.one_of(
    st.builds(Move, NUMBERS, NUMBERS),
    st.builds(Line, NUMBERS, NUMBERS),
    st.builds(Curve, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    st.builds(Close),
)


def one_by_one(path: Path, height: float) -> str:
    lines = []
    for segment in path:
        values = [height - value if i % 2 else value for i, value in enumerate(segment)]
        lines.append(" ".join([*(number(value * POINTS) for value in values), LETTERS[type(segment)]]))
    return "\n".join(lines)


@given(st.lists(SEGMENTS, max_size=8).map(tuple), NUMBERS)
def test_all_at_once_is_as_one_by_one(path: Path, height: float) -> None:
    assert path_operators(path, height) == one_by_one(path, height)


def test_zeros_at_the_end_of_a_number_are_left_out() -> None:
    values = [100, 0.5, 120.25, -0.0001, 1000.101, 10.01, 0, 20]
    path = [Line(value / POINTS, (297 - value) / POINTS) for value in values]
    found = path_operators(tuple(path), 297 / POINTS).split("\n")
    assert found == [f"{text} {text} l" for text in ("100", "0.5", "120.25", "-0", "1000.101", "10.01", "0", "20")]
