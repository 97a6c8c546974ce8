"""Where the names of known actors stand in a bubble, and who fits there (design, section 11)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.draw.actors import (
    SHORTEST_LINE,
    Filling,
    fit,
    lower_lines_after,
    lower_rows,
    upper_lines_after,
    upper_rows,
)
from kit.draw.bubbles import ANATOMY, LAYOUTS, Kind, arc
from kit.draw.geometry import Circle

GAP = 3.0
CAPITALS = 2.6

every_bubble = pytest.mark.parametrize(
    ("kind", "of"), sorted({pair for bubbles in LAYOUTS.values() for pair in bubbles.kinds}, key=str)
)


def note(count: int) -> float:
    return 20 + 2 * len(str(count))


@every_bubble
def test_a_bubble_has_as_many_rows_as_the_design_says(kind: Kind, of: Circle) -> None:
    fewest, most = (6, 7) if kind == "centre" else (2, 6)
    for rows in (upper_rows(of, kind), lower_rows(of, kind)):
        assert fewest <= len(rows) <= most
        assert [below.y - above.y for above, below in pairwise(rows)] == pytest.approx([4.5] * (len(rows) - 1))
    if of.r == 37.75:
        assert len(upper_rows(of, kind)) == len(lower_rows(of, kind)) == 2
    if of.r == 44:
        assert len(upper_rows(of, kind)) == len(lower_rows(of, kind)) == 4


def test_the_rows_stand_where_the_design_says() -> None:
    of = Circle(100, 100, 44)
    upper, lower = upper_rows(of, "neighbour"), lower_rows(of, "neighbour")
    assert upper[0] == pytest.approx((100 - 30.9582, 19), abs=0.001)
    assert lower[0] == pytest.approx((100 + 11.6, 2 * (39**2 - 12.4**2) ** 0.5 - 1), abs=0.001)


@every_bubble
def test_names_stay_between_the_words_along_the_arcs_and_the_pill(kind: Kind, of: Circle) -> None:
    pill = ANATOMY[kind].pill_height / 2
    for row in upper_rows(of, kind):
        corner = ((row.width / 2) ** 2 + (of.y - row.y + CAPITALS) ** 2) ** 0.5
        assert corner < arc(of, kind, upper=True).r - 1.5
        assert row.y < of.y - pill - 9
    for row in lower_rows(of, kind):
        corner = ((row.width / 2) ** 2 + (row.y + 0.8 - of.y) ** 2) ** 0.5
        assert corner < of.r - 4.5
        assert row.y - CAPITALS > of.y + pill + 2


@every_bubble
def test_a_line_to_write_on_stays_after_every_row(kind: Kind, of: Circle) -> None:
    for row in upper_rows(of, kind):
        lines = list(upper_lines_after(of, kind, row.y))
        assert lines
        assert all(line.y - row.y >= 7.2 - 1e-6 for line in lines)
    for row in lower_rows(of, kind):
        lines = list(lower_lines_after(of, kind, row.y))
        assert [line.y - row.y for line in lines] == pytest.approx([8.5 * i for i in range(1, len(lines) + 1)])
        assert lines
        assert all(line.right - line.left >= SHORTEST_LINE for line in lines)


def test_one_name_stands_in_a_row_as_long_as_there_are_rows() -> None:
    assert fit([10, 10, 10], [20, 40, 50], GAP, note) == Filling(((0,), (1,), (2,)))
    assert fit([10], [20, 40, 50], GAP, note) == Filling(((0,), (), ()))


def test_a_name_too_wide_for_a_row_moves_to_the_next() -> None:
    assert fit([30, 10], [20, 40, 50], GAP, note) == Filling(((), (0,), (1,)))


def test_names_share_a_row_when_there_are_more_of_them() -> None:
    assert fit([10, 10, 10, 10], [20, 40, 50], GAP, note) == Filling(((0,), (1, 2, 3), ()))


def test_the_last_row_tells_how_many_found_no_room() -> None:
    assert fit([18] * 9, [20, 40, 42], GAP, note) == Filling(((0,), (1, 2), ()), (3, 4, 5, 6, 7, 8), 2)
    assert fit([18] * 9, [20, 40, 43], GAP, note) == Filling(((0,), (1, 2), (3,)), (4, 5, 6, 7, 8), 2)


def test_a_name_wider_than_every_row_leaves_its_place_to_others() -> None:
    filling = fit([60, 10, 10], [20, 40, 50], GAP, note)
    assert filling == Filling(((1,), (2,), ()), (0,), 2)
    assert filling.last == 2


def test_a_name_that_does_not_fit_beside_the_note_leaves_its_place_to_a_shorter_one() -> None:
    assert fit([33, 14, 33, 14], [19, 35], GAP, note) == Filling(((1,), ()), (0, 2, 3), 1)


def test_where_not_even_the_note_fits_it_stands_in_the_widest_row() -> None:
    assert fit([60, 60], [10, 15], GAP, note) == Filling(((), ()), (0, 1), 1)


widths = st.lists(st.floats(1, 90), min_size=1, max_size=40)
rooms = st.lists(st.floats(25, 90), min_size=1, max_size=7)


@given(widths, rooms)
def test_everybody_stands_somewhere_once_and_in_order(names: list[float], rows: list[float]) -> None:
    filling = fit(names, rows, GAP, note)
    placed = [i for row in filling.rows for i in row]
    assert placed == sorted(placed)
    assert sorted([*placed, *filling.rest]) == list(range(len(names)))
    assert list(filling.rest) == sorted(filling.rest)


@given(widths, rooms)
def test_no_row_is_too_full_and_the_note_ends_the_last(names: list[float], rows: list[float]) -> None:
    filling = fit(names, rows, GAP, note)
    assert (filling.note is not None) is bool(filling.rest)
    for i, (row, room) in enumerate(zip(filling.rows, rows, strict=True)):
        parts = [names[j] for j in row] + ([note(len(filling.rest))] if filling.note == i else [])
        assert sum(parts) + GAP * (len(parts) - 1) <= room + 1e-9 or not parts
    if filling.note is not None:
        assert filling.note == filling.last
        assert not any(filling.rows[filling.note + 1 :])


@given(widths, rooms)
def test_nobody_is_sent_to_the_list_who_would_fit(names: list[float], rows: list[float]) -> None:
    one_each = len(names) <= len(rows) and max(names) <= min(rows)
    in_one_row = sum(names) + GAP * (len(names) - 1) <= rows[0]
    filling = fit(names, rows, GAP, note)
    if one_each:
        assert filling.rows[: len(names)] == tuple((i,) for i in range(len(names)))
    if one_each or in_one_row:
        assert not filling.rest


@given(widths, rooms)
def test_nobody_on_the_list_fits_behind_the_last_name(names: list[float], rows: list[float]) -> None:
    filling = fit(names, rows, GAP, note)
    if filling.note is None or not any(filling.rows):
        return
    row = filling.rows[filling.note]
    used = sum(names[i] for i in row) + GAP * len(row) + note(len(filling.rest) - 1)
    last = max(i for placed in filling.rows for i in placed)
    assert all(used + GAP + names[i] > rows[filling.note] for i in filling.rest if i > last)


def test_thousands_of_names_in_one_bubble_are_no_problem() -> None:
    filling = fit([18.0] * 5000, [20, 40, 60], GAP, note)
    assert len(filling.rest) > 4990
