"""Columns: nothing overlaps, a column ends exactly where it must, and room is shared as design section 12 says."""

from collections.abc import Iterator
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.draw.columns import Block, Column, Filling, Rules, Slot, extra_lines, fill_column, first_fit, way_out

RULES = Rules(head=12.5, gap=5.5, line=8.6)
TOP = 41.0
NEAR = 1e-6

blocks = st.builds(Block, st.floats(1, 60), st.integers(1, 9))
columns = st.lists(st.lists(blocks, min_size=1, max_size=5), min_size=1, max_size=4)


def natural(groups: list[list[Block]]) -> float:
    """What the groups need by themselves, added up in the plainest way."""
    return sum(RULES.head + sum(block.height for block in group) for group in groups) + RULES.gap * (len(groups) - 1)


def slots(filling: Filling) -> list[Slot]:
    return list(chain.from_iterable(group.slots for group in filling.groups))


def gaps(groups: list[list[Block]], filling: Filling) -> list[float]:
    """What each block has above its natural height and its extra lines."""
    return [
        slot.bottom - slot.top - block.height - slot.extra_lines * RULES.line
        for block, slot in zip(chain.from_iterable(groups), slots(filling), strict=True)
    ]


@given(columns, st.floats(0, 300))
def test_a_column_that_has_room_is_filled_exactly_and_nothing_overlaps(groups: list[list[Block]], room: float) -> None:
    bottom = TOP + natural(groups) + room
    filling = fill_column(groups, TOP, bottom, RULES)
    assert filling.excess == 0
    assert [len(group.slots) for group in filling.groups] == [len(group) for group in groups]
    assert filling.groups[0].top == TOP
    assert filling.groups[-1].bottom == pytest.approx(bottom, abs=NEAR)
    for group in filling.groups:
        assert group.slots[0].top == pytest.approx(group.top + RULES.head)
        assert all(a.bottom == b.top for a, b in pairwise(group.slots))
    for group, following in pairwise(filling.groups):
        assert following.top == pytest.approx(group.bottom + RULES.gap)


@given(columns, st.floats(0, 300))
def test_every_block_gets_its_own_height_its_lines_and_an_equal_share(groups: list[list[Block]], room: float) -> None:
    filling = fill_column(groups, TOP, TOP + natural(groups) + room, RULES)
    shares = gaps(groups, filling)
    assert shares == pytest.approx([shares[0]] * len(shares), abs=NEAR)
    assert shares[0] >= -NEAR
    assert shares[0] < RULES.line, "a hole as high as a line should have become a line"


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.floats(0, 400))
def test_extra_lines_go_round_the_lowest_turn_first(turns: list[int], free: float) -> None:
    extra = extra_lines(turns, free, RULES.line)
    assert sum(extra) * RULES.line <= free + NEAR
    assert max(extra) - min(extra) <= 1
    if min(extra) == 0:
        assert free - sum(extra) * RULES.line < RULES.line or min(extra) == max(extra) == 1
        served = [turn for turn, count in zip(turns, extra, strict=True) if count]
        waiting = [turn for turn, count in zip(turns, extra, strict=True) if not count]
        assert not served or max(served) <= min(waiting)
    else:
        assert len(set(extra)) == 1
        assert free - sum(extra) * RULES.line < len(turns) * RULES.line


def test_of_two_with_the_same_turn_the_first_is_served() -> None:
    assert extra_lines([2, 1, 1], 9, 8.6) == [0, 1, 0]


def test_every_block_has_one_line_more_before_any_has_two() -> None:
    assert extra_lines([3, 1, 2], 2 * 8.6, 8.6) == [0, 1, 1]
    assert extra_lines([3, 1, 2], 5 * 8.6, 8.6) == [1, 1, 1]
    assert extra_lines([3, 1, 2], 6 * 8.6, 8.6) == [2, 2, 2]


@given(columns, st.floats(0.01, 200))
def test_a_column_that_is_too_full_says_by_how_much(groups: list[list[Block]], lack: float) -> None:
    bottom = TOP + natural(groups) - lack
    filling = fill_column(groups, TOP, bottom, RULES)
    assert filling.excess == pytest.approx(lack, abs=NEAR)
    assert filling.groups[-1].bottom == pytest.approx(bottom + filling.excess, abs=NEAR)
    assert fill_column(groups, TOP, bottom + filling.excess, RULES).excess == 0
    assert all(slot.extra_lines == 0 for slot in slots(filling))


def test_an_empty_column_is_empty() -> None:
    assert fill_column([], TOP, 284.5, RULES) == Filling((), 0)


@given(st.lists(st.sampled_from([0.0, 3.5, 12.0]), min_size=1, max_size=4))
def test_the_first_that_fits_is_taken_and_no_other_is_made(excesses: list[float]) -> None:
    made: list[int] = []

    def fillings() -> Iterator[Filling]:
        for i, excess in enumerate(excesses):
            made.append(i)
            yield Filling((), excess)

    number, filling = first_fit(fillings())
    wanted = next((i for i, excess in enumerate(excesses) if excess == 0), len(excesses) - 1)
    assert number == wanted
    assert filling.excess == excesses[wanted]
    assert made == list(range(wanted + 1))


def test_the_columns_of_the_design_have_the_room_that_it_counts() -> None:
    """SourceLines of names and examples of the 22 sectors, and what is free a sector: 4.0 / 1.1 / 0.8 / 1.0."""

    def column(*groups: tuple[tuple[int, int], ...]) -> list[list[Block]]:
        return [[Block(n * 5.2 + e * 5.1 + 13.1, e) for n, e in group] for group in groups]

    first = column(((1, 4), (1, 3), (1, 1), (1, 2), (2, 4)))
    second = column(((1, 2), (1, 2)), ((1, 3), (1, 4), (1, 4), (1, 4)))
    third = column(((1, 4), (1, 4), (1, 2)), ((1, 4), (1, 2)))
    fourth = column(((1, 3), (1, 3), (1, 1), (1, 2)), ((1, 1), (1, 2)))
    for groups, bottom, free, extra in (
        (first, 284.5, 4.0, 1),
        (second, 284.5, 1.1, 0),
        (third, 248.5, 0.8, 0),
        (fourth, 248.5, 1.0, 0),
    ):
        filling = fill_column(groups, TOP, bottom, RULES)
        assert gaps(groups, filling)[0] == pytest.approx(free, abs=0.06)
        assert {slot.extra_lines for slot in slots(filling)} == {extra}


@given(
    st.lists(st.lists(st.lists(blocks, min_size=1, max_size=4), max_size=4), min_size=2, max_size=4), st.floats(60, 300)
)
def test_what_is_said_to_fit_in_another_column_does(kinds: list[list[list[Block]]], height: float) -> None:
    all_columns = [Column(groups, TOP, TOP + height) for groups in kinds]
    if not kinds[0] or all_columns[0].room(RULES) >= 0:
        return
    move = way_out(all_columns, 0, RULES)
    if move is None:
        return
    assert move.column > 0
    assert move.room == pytest.approx(all_columns[move.column].room(RULES))
    if move.group is not None:
        left = [group for number, group in enumerate(kinds[0]) if number != move.group]
        right = [*kinds[move.column], kinds[0][move.group]]
        for groups in (left, right):
            assert fill_column(groups, TOP, TOP + height + NEAR, RULES).excess == 0
    else:
        assert any(block.height <= move.room + NEAR for group in kinds[0] for block in group)
