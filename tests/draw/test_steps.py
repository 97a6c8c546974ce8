"""Steps on a rail and pictures beside them: pure arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.draw.steps import Setting, keep_apart, place_steps

NORMAL = Setting((20.4, 44.1, 79.7), 17)
SMALL = Setting((19.6, 41.0, 74.0), 17)
CLOSE = Setting((19.6, 41.0, 74.0), 14.5)


def test_each_step_stands_its_distance_below_the_one_above() -> None:
    placing = place_steps((NORMAL, SMALL, CLOSE), 66, 253)
    assert (placing.setting, placing.excess) == (0, 0)
    assert placing.centres == pytest.approx((66, 103.4, 164.5))


@pytest.mark.parametrize(("last", "setting"), [(244.2, 0), (244.19, 1), (234.6, 1), (234.59, 2), (229.6, 2)])
def test_the_letters_shrink_before_the_steps_move_closer(last: float, setting: int) -> None:
    placing = place_steps((NORMAL, SMALL, CLOSE), 66, last)
    assert (placing.setting, placing.excess) == (setting, 0)


def test_what_fits_in_no_setting_says_by_how_much() -> None:
    placing = place_steps((NORMAL, SMALL, CLOSE), 66, 220)
    assert placing.setting == 2
    assert placing.excess == pytest.approx(9.6)
    assert placing.centres == pytest.approx((66, 100.1, 155.6))


def test_blocks_with_room_stay_where_they_like_to_be() -> None:
    assert keep_apart(((60, 39), (103, 24), (158, 39)), 3.5, 257) == (60, 103, 158)


def test_a_block_moves_down_for_the_one_above_and_up_for_the_bottom() -> None:
    assert keep_apart(((60, 39), (90, 24)), 3.5, 257) == (60, 102.5)
    assert keep_apart(((60, 39), (230, 39)), 3.5, 257) == (60, 218)
    assert keep_apart(((60, 39), (180, 39), (230, 39)), 3.5, 257) == (60, 175.5, 218)


tops = st.lists(st.tuples(st.floats(0, 200), st.floats(1, 40)), min_size=1, max_size=4)


@given(tops)
def test_blocks_keep_their_order_and_their_gap(wanted: list[tuple[float, float]]) -> None:
    found = keep_apart(wanted, 3.5, 257)
    ends = [top + height for top, (_, height) in zip(found, wanted, strict=True)]
    assert all(end + 3.5 <= top + 1e-9 for end, top in zip(ends, found[1:], strict=False))
    assert ends[-1] <= 257 + 1e-9
