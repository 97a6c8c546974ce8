"""Patterns: symmetric in their strip, evenly spread, and no dot, ring or cross cut in two (design, section 6)."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kit.draw.geometry import Box, Circle, Point
from kit.draw.look.patterns import CORNER, PATTERNS, pattern, rows
from kit.draw.look.roles import STROKES
from kit.draw.paths import Close, Move, Path, bounds, samples

NAMES = tuple(PATTERNS)
WHOLE = ("dots", "rings", "crosses")
"""The patterns made of things that the edge may not cut."""

heights = st.floats(20, 260)
low_heights = st.floats(20, 90)
"""The lower a strip, the more its distances are stretched; and fewer things are quicker to compare."""

every = pytest.mark.parametrize("name", NAMES)


def strip(height: float) -> Box:
    return Box(10, 54.5, 6.2, height)


def parts(path: Path) -> list[Path]:
    """The path cut at each of its starts."""
    starts = [i for i, segment in enumerate(path) if isinstance(segment, Move)]
    return [path[a:b] for a, b in zip(starts, [*starts[1:], len(path)], strict=True)]


def ends(path: Path) -> list[tuple[Point, Point]]:
    """Where each part starts and ends."""
    return [(points[0], points[-1]) for points in map(samples, parts(path))]


def around(path: Path, centre: Point, *, x: int = 1, y: int = 1) -> list[tuple[float, ...]]:
    """The places and sizes of the parts as seen from a centre, turned round where ``x`` or ``y`` is -1."""
    boxes = [bounds(part) for part in parts(path)]
    seen = ((x * (box.centre.x - centre.x), y * (box.centre.y - centre.y), box.width, box.height) for box in boxes)
    return sorted(tuple(round(value, 6) + 0.0 for value in values) for values in seen)


@pytest.mark.parametrize("height", [20.4, 56.1, 101.7, 228.0])
@pytest.mark.parametrize(
    ("name", "x", "y"),
    [(name, x, y) for name in NAMES for x, y in ((-1, 1), (1, -1)) if name != "diagonals"] + [("diagonals", -1, -1)],
)
def test_a_pattern_is_symmetric(name: str, x: int, y: int, height: float) -> None:
    box = strip(height)
    path = pattern(name, box)
    assert around(path, box.centre, x=x, y=y) == around(path, box.centre)


@pytest.mark.parametrize("name", WHOLE)
@given(height=low_heights)
def test_dots_rings_and_crosses_are_whole_and_clear_of_the_frame(name: str, height: float) -> None:
    box = strip(height)
    width = STROKES[f"pattern-{name}"].widths[0] if name != "dots" else 0
    frame = STROKES["pattern-frame"].widths[0]
    corners = [Point(x, y) for x in (box.x + CORNER, box.right - CORNER) for y in (box.y + CORNER, box.bottom - CORNER)]
    for point in samples(pattern(name, box), 6):
        assert box.inset(frame / 2 + width / 2 + 0.15).contains(Box(*point, 0, 0)), point
        inside = box.inset(CORNER)
        if not (inside.x < point.x < inside.right or inside.y < point.y < inside.bottom):
            nearest = min(point.to(corner) for corner in corners)
            assert nearest < CORNER - frame / 2 - width / 2 - 0.15, point


@pytest.mark.parametrize("name", ["dots", "rings"])
@given(height=low_heights)
def test_round_things_do_not_touch(name: str, height: float) -> None:
    found = [bounds(part) for part in parts(pattern(name, strip(height)))]
    circles = [Circle(*box.centre, box.width / 2) for box in found]
    width = STROKES["pattern-rings"].widths[0] if name == "rings" else 0
    for one in circles:
        for other in circles:
            if one is not other:
                assert one.centre.to(other.centre) > one.r + other.r + width + 0.2


@given(height=heights)
@example(height=37.75)
def test_lines_across_reach_the_frame_and_stay_apart(height: float) -> None:
    box = strip(height)
    stripes = ends(pattern("stripes", box))
    assert all(start.x <= box.x and end.x >= box.right for start, end in stripes)
    ys = sorted(start.y for start, _ in stripes)
    steps = [b - a for a, b in pairwise(ys)]
    assert max(steps) - min(steps) < 1e-6
    assert 1.9 - 1e-6 <= steps[0] < 2.1


@given(height=heights)
def test_the_cells_of_the_grid_are_square(height: float) -> None:
    box = strip(height)
    lines = ends(pattern("grid", box))
    ys = [box.y, *sorted(start.y for start, end in lines if start.y == end.y), box.bottom]
    assert all(b - a == pytest.approx(box.width / 3, rel=0.12) for a, b in pairwise(ys))


@given(height=heights)
def test_diagonals_cross_the_strip_at_45_degrees(height: float) -> None:
    box = strip(height)
    for start, end in ends(pattern("diagonals", box)):
        assert end.x - start.x == pytest.approx(start.y - end.y)
        assert start.x <= box.x
        assert end.x >= box.right


@every
@given(height=heights)
def test_a_path_closes_what_it_fills(name: str, height: float) -> None:
    path = pattern(name, strip(height))
    assert isinstance(path[0], Move)
    closed = [part for part in parts(path) if isinstance(part[-1], Close)]
    assert len(closed) == (len(parts(path)) if name in ("dots", "rings") else 0)


@given(st.floats(-100, 100), st.floats(1, 300), st.floats(0.5, 5), st.floats(0.1, 4))
def test_rows_are_even_and_never_denser_than_meant(top: float, height: float, pitch: float, end: float) -> None:
    found = rows(top, top + height, pitch, end)
    assert found[0] - top == pytest.approx(top + height - found[-1], abs=1e-6)
    if len(found) == 1:
        assert height < 2 * end + pitch + 1e-6
        return
    assert found[0] - top >= end - 1e-6
    steps = [b - a for a, b in pairwise(found)]
    assert all(step == pytest.approx(steps[0], abs=1e-6) for step in steps)
    assert pitch - 1e-6 <= steps[0] <= 2 * pitch


def test_an_unknown_pattern_is_an_error() -> None:
    with pytest.raises(KeyError):
        pattern("stars", strip(20))
