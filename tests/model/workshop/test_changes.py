"""Who is new, gone or moved; everybody else stays where they sat."""

import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.model.text.spans import Text
from kit.model.workshop import record
from kit.model.workshop.changes import changes, is_another, kept, new_table_cards
from kit.model.workshop.tables import Participant, Workshop, seated
from tests.named import belgium

LIER, GENT = (next(one for one in belgium() if one.name == name) for name in ("Lier", "Gent"))
NAMES = st.lists(st.text("abcdefgh", min_size=1, max_size=2), min_size=1, max_size=30)


def person(name: str, organisation: str = "", table: int | None = None) -> Participant:
    return Participant(Text.of(name), Text.of(organisation) if organisation else None, LIER, table)


def workshop(people: Sequence[Participant], size: int = 5, *, listed: bool = True) -> Workshop:
    return Workshop(seated(people, size), size, 1, listed=listed)


def again(before: Workshop, people: Sequence[Participant], size: int = 5) -> Workshop:
    return Workshop(kept(people, before, size), size, 1, listed=True)


def tables(of: Workshop) -> list[list[str]]:
    return [[str(person.name) for person in table.seats] for table in of.tables]


def test_everybody_stays_and_the_new_one_takes_a_free_place() -> None:
    before = workshop([person(name) for name in "ABCDEF"], 3)
    after = again(before, [person(name) for name in ("X", "F", "E", "d", "C", "A")], 3)
    assert tables(after) == [["A", "C", "X"], ["d", "E", "F"]]
    found = changes(before, after)
    assert [(str(seat.person.name), seat.table) for seat in found.new] == [("X", 1)]
    assert [(str(seat.person.name), seat.table) for seat in found.gone] == [("B", 1)]
    assert found.moved == ()
    assert [str(stay.after.person.name) for stay in found.altered] == ["d"]


def test_whoever_asks_for_another_table_moves() -> None:
    before = workshop([person("A"), person("B"), person("C"), person("D")], 2)
    after = again(before, [person("A", table=2), person("B"), person("C"), person("D")], 2)
    assert [
        (str(one.after.person.name), one.before.table, one.after.table) for one in changes(before, after).moved
    ] == [("A", 1, 2)]


def test_tables_of_another_size_are_filled_anew() -> None:
    before = workshop([person(name) for name in "ABCDEF"], 3)
    assert tables(again(before, [person(name) for name in "ABCDEF"], 6)) == [list("ABCDEF")]


def test_a_namesake_is_told_by_the_organisation_and_a_new_organisation_by_the_name() -> None:
    before = workshop([person("An", "Bos"), person("An", "Zee"), person("Bo", "Dal")])
    after = again(before, [person("An", "Zee"), person("Bo", "Berg")])
    found = changes(before, after)
    assert [str(seat.person.organisation) for seat in found.gone] == ["Bos"]
    assert [str(stay.after.person.organisation) for stay in found.altered] == ["Berg"]
    assert found.new == ()


def test_of_people_without_a_name_only_their_number_is_compared() -> None:
    before = workshop([Participant()] * 18, listed=False)
    after = workshop([Participant()] * 20, listed=False)
    found = changes(before, after)
    assert ([seat.table for seat in found.new], found.gone) == ([3, 4], ())
    assert new_table_cards(before, after) == (3, 4)


@given(NAMES, NAMES)
def test_nobody_is_lost_and_nobody_moves_unasked(before: list[str], after: list[str]) -> None:
    old = workshop([person(name) for name in before])
    new = again(old, [person(name) for name in after])
    assert sorted(name for table in tables(new) for name in table) == sorted(after)
    found = changes(old, new)
    assert found.moved == ()
    assert len(found.new) + len(found.stays) == len(after)
    assert len(found.gone) + len(found.stays) == len(before)


@pytest.mark.parametrize(
    ("before", "after", "another"),
    [
        ("ABCDEF", "ABCDXY", False),
        ("ABCDEF", "A", False),
        ("ABC", "ABCDEFGHIJ", False),
        ("ABCDEF", "AUVWXY", True),
        ("ABC", "XYZ", True),
    ],
)
def test_two_lists_with_few_people_in_both_are_those_of_two_workshops(before: str, after: str, another: bool) -> None:
    assert is_another(*(workshop([person(name) for name in names]) for names in (before, after))) is another


def test_a_list_is_another_workshop_for_a_number_but_not_the_other_way() -> None:
    listed, counted = workshop([person("A")]), workshop([Participant()], listed=False)
    assert is_another(listed, counted)
    assert not is_another(counted, listed)


def test_another_building_is_another_workshop() -> None:
    one, same, other = (
        Workshop(seated([Participant()], 5), 5, 1, venue=Text.of(name)) for name in ("De Kring", "de kring", "Bib")
    )
    assert not is_another(one, same)
    assert is_another(one, other)


def test_what_a_stack_was_made_for_is_read_back() -> None:
    people = [Participant(Text.of("Şule"), Text.of("vzw =1"), GENT, None, Text.of("vzw")), Participant(Text.of("Bo"))]
    whole = Workshop(
        seated(people, 5), 5, 2, True, datetime.date(2026, 12, 3), 570, LIER, Text.of("Zaal"), Text.of("Nele")
    )
    assert record.decoded(record.encoded(whole), belgium()) == whole


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"\xff", b"[" * 100_000, b'{"tables": [{"number": 1e999, "free": 0, "seats": []}]}']
)
def test_what_is_no_such_file_says_nothing(data: bytes) -> None:
    assert record.decoded(data, belgium()) is None
