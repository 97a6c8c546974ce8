"""The participants of a workshop come from a list: each with what is known, or the row is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.diagnostics import KitError, Severity
from kit.messages.catalogue import Messages, placeholders
from kit.messages.report import lines
from kit.model.lists import participants, table
from kit.model.lists.participants import COLUMNS, KnownParticipants
from kit.model.places.lookup import Lookup
from kit.model.places.municipalities import load
from tests.conftest import CONTENT

LOOKUP = Lookup(load(CONTENT))
HEADER = "naam;organisatie;gemeente;tafel"


def known(rows: str, header: str = HEADER) -> KnownParticipants:
    return participants.participants_of(table.parse(f"{header}\n{rows}\n", "map/deelnemers.csv", COLUMNS), LOOKUP)


def told(rows: str, header: str = HEADER) -> list[str]:
    with pytest.raises(KitError) as caught:
        known(rows, header)
    for one in caught.value.diagnostics:
        assert placeholders(Messages.load("nl").table[one.code]["message"]) <= one.values.keys()
    return list(lines(caught.value.diagnostics, Messages.load("nl")))


def test_a_row_is_a_participant() -> None:
    (person,) = known("Samira El Amrani;De Kring;Heist-op-den-Berg;3").participants
    assert person.name and person.name.plain == "Samira El Amrani"
    assert person.organisation and person.organisation.plain == "De Kring"
    assert person.municipality and person.municipality.name == "Heist-op-den-Berg"
    assert person.table == 3
    assert person.name.mark and (person.name.mark.file, person.name.mark.line) == ("map/deelnemers.csv", 2)


@pytest.mark.parametrize(
    "header", ["gemeente,organisatie,naam", "NAAM\tGemeente\tOrganisatie", "Naam ; organisatie; gemeente;e-mail"]
)
def test_columns_stand_in_any_order_and_the_table_may_lack(header: str) -> None:
    delimiter = next(sign for sign in ";,\t" if sign in header)
    row = delimiter.join("Lier" for _ in header.split(delimiter))
    (person,) = known(row, header).participants
    assert person.municipality and person.municipality.name == "Lier"
    assert person.table is None


@pytest.mark.parametrize(
    ("row", "known_parts"), [("An;;", (1, 0, 0)), (";De Kring;", (0, 1, 0)), (";;Lier", (0, 0, 1))]
)
def test_what_is_not_filled_in_is_not_known(row: str, known_parts: tuple[int, int, int]) -> None:
    (person,) = known(f"{row};").participants
    assert (bool(person.name), bool(person.organisation), bool(person.municipality)) == known_parts


@pytest.mark.parametrize(("cell", "number"), [("3", 3), ("Tafel 3", 3), ("3,0", 3), ("T12", 12), ("", None)])
def test_a_table_is_told_by_its_number(cell: str, number: int | None) -> None:
    assert known(f"An;;Lier;{cell}").participants[0].table == number


@pytest.mark.parametrize("cell", ["0", "100", "3,5", "-1", "1 of 2", "٣"])
def test_another_table_is_told(cell: str) -> None:
    said = told(f"An;;Lier;{cell}")
    assert any("geen nummer van een tafel" in line for line in said), said


def test_tables_with_a_name_get_numbers_that_nobody_asked_for_and_it_is_told() -> None:
    found = known("An;;Lier;Rood\nBo;;Lier;2\nCas;;Lier;blauw\nDirk;;Lier;rood\nEls;;Lier;1")
    assert [person.table for person in found.participants] == [3, 2, 4, 3, 1]
    assert [(note.code, note.values["list"]) for note in found.notes] == [
        ("participants-tables", "Rood → 3, blauw → 4")
    ]


def test_an_organisation_may_have_a_short_name() -> None:
    (person,) = known(
        "An;Gemeenschapscentrum De Kring;GC De Kring;Lier", "naam;organisatie;Korte naam;gemeente"
    ).participants
    assert person.short and person.short.plain == "GC De Kring"
    assert person.name and person.name.plain == "An"
    assert known("An;De Kring;Lier;").participants[0].short is None


def test_all_wrong_rows_are_told_at_once() -> None:
    said = "\n".join(told("An;;Leir;\nBo;;Lier;0\n;;;7\nCas\x07;;Lier;"))
    for piece in ("rij 2: er is geen gemeente", "rij 3: ‘0’", "rij 4: er staat niemand", "4 rijen kloppen niet"):
        assert piece in said


def test_nobody_at_all_is_told() -> None:
    assert "geen enkele deelnemer" in told("")[0]


def test_too_many_are_told() -> None:
    assert "1000 deelnemers" in told("\n".join("An;;Lier;" for _ in range(1000)))[0]


def test_a_row_that_says_the_same_is_kept_and_told() -> None:
    found = known("An;De Kring;Lier;\nBo;De Kring;Lier;\nan;de kring;lier;")
    assert len(found.participants) == 3
    assert [(note.code, note.values["list"]) for note in found.notes] == [("participants-twice", "4 (= 2)")]


def test_a_place_that_is_no_municipality_is_told_with_the_one_it_is_in() -> None:
    found = known("An;;Koningshooikt;")
    assert [(note.code, note.severity) for note in found.notes] == [("participants-moved", Severity.WARNING)]
    assert found.participants[0].municipality and found.participants[0].municipality.name == "Lier"


@pytest.mark.parametrize(
    "name",
    [
        "<b>An</b>",
        "**An**",
        "=1+1",
        "@SUM(A1)",
        "{gemeente}",
        "%s",
        "../An",
        "Şule Öz",
        "O’Brien \\n",
        "& Co",
        "$(rm)",
    ],
)
def test_what_a_cell_holds_is_text(name: str) -> None:
    (person,) = known(f'"{name}";"{name}";Lier;').participants
    assert person.name and person.name.plain == name
    assert person.organisation and person.organisation.plain == name


@given(
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=200).filter(lambda text: '"' not in text)
)
def test_no_name_is_lost(name: str) -> None:
    try:
        (person,) = known(f'"An{name}";;Lier;').participants
    except KitError as error:
        assert error.diagnostics
    else:
        assert person.name and len(person.name.plain) > 0


def test_who_has_no_municipality_gets_a_blank_sheet_and_is_told() -> None:
    rows = "An;;Breda;\nBo;;online;\nCas;;Kempen;\nDi;;-;\nEls;;Ulicoten (NL);\nFa;;Lier;\n;De Kring;heel Vlaanderen;"
    found = known(rows)
    assert [person.municipality.name if person.municipality else "" for person in found.participants] == [
        *("", "", "", "", "", "Lier", "")
    ]
    (note,) = found.notes
    assert (note.code, note.severity, note.mark.line if note.mark else 0) == ("participants-blank", Severity.WARNING, 2)
    assert dict(note.values) == {
        "count": 6,
        "list": "An (Breda), Bo (online), Cas (Kempen), Di (-), Els (Ulicoten (NL)), De Kring (heel Vlaanderen)",
    }


def test_a_municipality_that_is_a_province_too_is_told_once() -> None:
    notes = known("An;;Antwerpen;\nBo;;antwerpen;\nCas;;Luik;\nDi;;Brussel;\nEls;;Lille;").notes
    assert [(note.code, note.values["list"]) for note in notes] == [
        ("participants-namesakes", "Lille (Lille (FR))"),
        ("rows-also-province", "Antwerpen, Luik"),
        ("rows-also-region", "Brussel"),
    ]


@pytest.mark.parametrize("cell", ["Lier/Mechelen", "Lier en Mechelen", "Lier, Mechelen & Duffel"])
def test_of_two_municipalities_in_a_cell_the_first_is_taken_and_told(cell: str) -> None:
    found = known(f"An;;{cell};")
    assert found.participants[0].municipality and found.participants[0].municipality.name == "Lier"
    assert [(note.code, note.severity) for note in found.notes] == [("rows-two-places", Severity.WARNING)]
    assert found.notes[0].values["list"] == f"{cell} → Lier"
