"""Everybody gets a place at a table, and the tables are filled evenly."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.model.text.spans import Text
from kit.model.workshop.tables import Participant, Table, seated, spare_sets


def people(count: int, *tables: int) -> list[Participant]:
    """So many people, the first of whom ask for these tables."""
    asked = [*tables, *([None] * (count - len(tables)))]
    return [Participant(Text.of(f"{i}"), table=table) for i, table in enumerate(asked)]


def sizes(tables: Sequence[Table]) -> list[int]:
    return [len(table.seats) for table in tables]


@pytest.mark.parametrize(
    ("count", "size", "expected"),
    [
        (18, 5, [5, 5, 4, 4]),
        (1, 5, [1]),
        (5, 5, [5]),
        (6, 5, [3, 3]),
        (7, 3, [3, 2, 2]),
        (12, 12, [12]),
        (3, 1, [1, 1, 1]),
    ],
)
def test_tables_are_filled_evenly(count: int, size: int, expected: list[int]) -> None:
    assert sizes(seated(people(count), size)) == expected


@given(st.integers(1, 200), st.integers(1, 12))
def test_as_few_tables_as_hold_everybody_and_none_has_two_more_than_another(count: int, size: int) -> None:
    tables = seated(people(count), size)
    assert len(tables) == -(-count // size)
    assert max(sizes(tables)) - min(sizes(tables)) <= 1
    assert [table.number for table in tables] == list(range(1, len(tables) + 1))
    assert all(len(table.seats) + table.free == size for table in tables)


@given(st.integers(1, 60), st.integers(1, 12), st.lists(st.integers(1, 9), max_size=20))
def test_everybody_has_one_place_and_whoever_asked_for_a_table_sits_there(
    count: int, size: int, asked: list[int]
) -> None:
    everybody = people(max(count, len(asked)), *asked)
    tables = seated(everybody, size)
    placed = [person for table in tables for person in table.seats]
    assert sorted(placed, key=everybody.index) == everybody
    for table in tables:
        wanted = sum(person.table == table.number for person in everybody)
        assert all(person.table in (None, table.number) for person in table.seats)
        assert len(table.seats) <= max(size, wanted)
        assert table.seats


def test_who_asks_for_nothing_sits_in_the_order_of_the_list() -> None:
    tables = seated(people(7), 4)
    assert [[str(person.name) for person in table.seats] for table in tables] == [list("0123"), list("456")]


def test_others_join_the_tables_that_were_asked_for() -> None:
    tables = seated(people(6, 7, 7), 3)
    assert [(table.number, len(table.seats)) for table in tables] == [(1, 3), (7, 3)]


@pytest.mark.parametrize(
    ("count", "percent", "spare"), [(18, 10, 2), (1, 10, 1), (20, 10, 2), (200, 0, 0), (7, 100, 7)]
)
def test_spares_are_rounded_up(count: int, percent: int, spare: int) -> None:
    assert spare_sets(count, percent) == spare
