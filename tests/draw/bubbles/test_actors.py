"""Where the names of known actors stand in a bubble, and who fits there (design, section 11)."""

from itertools import pairwise

import pytest

from kit.draw.bubbles.actors import (
    SHORTEST_LINE,
    full_rows,
    lower_lines_after,
    lower_rows,
    upper_lines_after,
    upper_rows,
)
from kit.draw.bubbles.layouts import ANATOMY, LAYOUTS, Kind, arc
from kit.draw.geometry import Circle

CAPITALS = 2.6

every_bubble = pytest.mark.parametrize(
    ("kind", "of"), sorted({pair for bubbles in LAYOUTS.values() for pair in bubbles.kinds}, key=str)
)


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
    assert lower[0] == pytest.approx((100 + 11.6, 2 * (39.25**2 - 12.4**2) ** 0.5 - 1), abs=0.001)


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


@every_bubble
@pytest.mark.parametrize("upper", [True, False])
def test_without_a_line_to_write_on_there_are_more_rows_clear_of_pill_and_words(
    kind: Kind, of: Circle, *, upper: bool
) -> None:
    rows = full_rows(of, kind, upper=upper)
    assert len(rows) > len(upper_rows(of, kind) if upper else lower_rows(of, kind))
    pill = ANATOMY[kind].pill_height / 2
    for row in rows:
        top, bottom = row.y - of.y - CAPITALS, row.y - of.y + 0.8
        assert (bottom < -pill - 1) if upper else (top > pill + 1)
        far = ((row.width / 2) ** 2 + max(abs(top), abs(bottom)) ** 2) ** 0.5
        words = arc(of, kind, upper=upper).r - (0 if upper else ANATOMY[kind].capitals)
        assert far < words - 1
    if upper:
        assert not upper_lines_after(of, kind, rows[-1].y)
    else:
        assert not lower_lines_after(of, kind, rows[-1].y)
