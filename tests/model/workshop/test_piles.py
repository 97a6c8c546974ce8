"""Everybody gets what packs.yaml says, once."""

from collections import Counter
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from kit.model.schema import Per, Share, WorkshopStack
from kit.model.text.spans import Text
from kit.model.workshop.piles import Pile, Piles, piles
from kit.model.workshop.tables import Participant, Workshop, seated
from tests.conftest import replaced, shipped
from tests.named import called

CARDS = {"partnerkaart"}


def stack(*shares: tuple[str, Per, int]) -> WorkshopStack:
    known = shipped().workshop
    assert known is not None
    found = [Share(sheet=sheet, per=per, count=count) for sheet, per, count in shares]
    return replaced(known.stack, sheets=tuple(found))


def person(name: str, organisation: str = "", place: str = "", table: int | None = None) -> Participant:
    texts = (Text.of(name) if name else None, Text.of(organisation) if organisation else None)
    return Participant(*texts, called(place) if place else None, table)


def workshop(*people: Participant, size: int = 5, spares: int = 0, place: str = "") -> Workshop:
    listed = any(one.name for one in people)
    return Workshop(seated(people, size), size, spares, listed, place=called(place) if place else None)


def sheets(pile: Pile) -> list[str]:
    return [copy.sheet for copy in pile.copies]


STACK = stack(
    ("draaiboek", "workshop", 1),
    ("werkwijze", "table", 2),
    ("canvas-1", "participant", 1),
    ("canvas-2", "organisation", 1),
    ("bollenschema", "participant", 1),
    ("partnerkaart", "participant", 12),
)


def test_what_is_for_the_table_lies_first_then_place_by_place() -> None:
    found = piles(workshop(person("An", "A"), person("Bo", "B")), STACK, CARDS)
    assert sheets(found.tables[0]) == [
        *("werkwijze", "werkwijze"),
        *("canvas-1", "canvas-2", "bollenschema"),
        *("canvas-1", "canvas-2", "bollenschema"),
    ]


def test_an_organisation_gets_its_sheets_once_whoever_comes_for_it_and_wherever_they_sit() -> None:
    people = [person("An", "De Kring"), person("Bo", "de kring "), person("Cas"), person("Dee")]
    found = piles(workshop(*people, size=1), STACK, CARDS)
    assert [sheets(pile).count("canvas-2") for pile in found.tables] == [1, 0, 1, 1]


def test_a_copy_has_the_names_and_the_municipality_of_its_person() -> None:
    found = piles(workshop(person("An", "De Kring", "Lier"), place="Brussel"), STACK, CARDS, Text.of("12 maart"))
    copy = found.tables[0].copies[2]
    assert [str(one) for one in (copy.names.participant, copy.names.organisation, copy.names.municipality)] == [
        *("An", "De Kring", "Lier")
    ]
    assert str(copy.names.date) == "12 maart"
    assert copy.municipality == called("Lier")


def test_of_a_listed_person_without_a_municipality_nothing_is_guessed() -> None:
    found = piles(workshop(person("An"), place="Lier"), STACK, CARDS)
    assert found.tables[0].copies[2].municipality is None


def test_of_a_number_of_people_the_place_of_the_workshop_is_in_the_middle() -> None:
    found = piles(workshop(person(""), place="Lier"), STACK, CARDS)
    assert found.tables[0].copies[2].municipality == called("Lier")
    assert found.tables[0].copies[2].names.participant is None


def test_the_facilitator_gets_an_example_of_every_sheet() -> None:
    found = piles(workshop(person("An")), STACK, CARDS).facilitator
    assert sheets(found) == ["draaiboek", "werkwijze", "canvas-1", "canvas-2", "bollenschema"]
    assert [cards.owners for cards in found.cards] == [(None,)]


def test_spare_sets_are_blank() -> None:
    spare = piles(workshop(person("An", "A", "Lier"), spares=2, place="Lier"), STACK, CARDS).spare
    assert Counter(sheets(spare)) == {"canvas-1": 2, "canvas-2": 2, "bollenschema": 2}
    assert {copy.municipality for copy in spare.copies} == {None}
    assert [len(cards.owners) for cards in spare.cards] == [24]


def _copies(found: Piles) -> Counter[str]:
    every = chain(found.facilitator.copies, found.spare.copies, *(pile.copies for pile in found.tables))
    return Counter(copy.sheet for copy in every)


@given(st.integers(1, 60), st.integers(1, 12), st.integers(0, 9))
def test_copies_add_up(count: int, size: int, spares: int) -> None:
    of = workshop(*[person("")] * count, size=size, spares=spares)
    found = piles(of, STACK, CARDS)
    sets = count + spares + 1
    assert _copies(found) == {
        "draaiboek": 1,
        "werkwijze": 2 * len(of.tables) + 1,
        "canvas-1": sets,
        "canvas-2": sets,
        "bollenschema": sets,
    }
    cards = [cards for pile in (found.facilitator, found.spare, *found.tables) for cards in pile.cards]
    assert sum(len(one.owners) for one in cards) == 12 * (count + spares) + 1
