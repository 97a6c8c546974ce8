"""A workshop is arranged from a file, from options, or from both: an option wins."""

import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from kit.diagnostics import KitError, Mark, WrongUseError
from kit.model.lists.understood import Understood
from kit.model.places.lookup import Lookup
from kit.model.schema import WorkshopStack
from kit.model.workshop.tables import Workshop
from kit.workshop.arrange import Arranged, Asked, arrange
from tests.conftest import CONTENT, shipped
from tests.named import belgium

LOOKUP = Lookup(belgium())
EXAMPLE = CONTENT / "nl" / "examples" / "workshop.yaml"


def stack() -> WorkshopStack:
    sheets = shipped().workshop
    assert sheets
    return sheets.stack


def arranged(**asked: object) -> Arranged:
    return arrange(Asked(**asked), stack(), LOOKUP)  # type: ignore[arg-type]


def workshop(**asked: object) -> Workshop:
    return arranged(**asked).workshop


def written(folder: Path, text: str) -> Path:
    file = folder / "workshop.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def refused(**asked: object) -> list[tuple[str, int]]:
    with pytest.raises(KitError) as caught:
        arranged(**asked)
    return [(one.code, one.mark.line if one.mark else 0) for one in caught.value.diagnostics]


def test_the_example_is_a_workshop() -> None:
    found = workshop(file=EXAMPLE)
    assert found.participants == 6
    assert (found.date, found.start, found.size) == (datetime.date(2026, 12, 3), 570, 5)
    assert found.place and found.place.name == "Lier"
    assert str(found.venue) == "Cultuurcentrum"
    assert str(found.facilitator) == "Nele"
    assert (found.listed, found.spares) == (True, 1)


def test_a_number_of_people_needs_no_list() -> None:
    found = workshop(participants="18")
    assert [len(table.seats) for table in found.tables] == [5, 5, 4, 4]
    assert not found.listed
    assert (found.date, found.start, found.place, found.venue) == (None, None, None, None)


def test_an_option_wins(tmp_path: Path) -> None:
    file = written(tmp_path, "participants: 4\nplace: Lier\ntable_size: 2\nspares: 0\nstart: 9u30\n")
    found = workshop(file=file, participants="6", place="Gent", table_size=3, spares=50, start=0)
    assert [len(table.seats) for table in found.tables] == [3, 3]
    assert found.place and found.place.name == "Gent"
    assert (found.spares, found.start) == (3, 0)
    assert workshop(file=file).spares == 0


def test_what_is_left_empty_is_not_known(tmp_path: Path) -> None:
    found = workshop(file=written(tmp_path, "participants: 4\nplace:\nvenue:\ndate:\n"))
    assert (found.place, found.venue, found.date) == (None, None, None)


def test_a_list_lies_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text("naam;organisatie;gemeente\nAn;;Lier\n", encoding="utf-8")
    (tmp_path / "actoren.csv").write_text("naam;gemeente;sector\n", encoding="utf-8")
    found = arranged(file=written(tmp_path, "participants: lijst.csv\nactors: actoren.csv\n"))
    assert found.workshop.participants == 1
    assert found.actors == tmp_path / "actoren.csv"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("participants: 0\n", [("workshop-participants", 1)]),
        ("place: Lier\n", [("workshop-nobody", 1)]),
        ("participants: 4\nplace: Leir\n", [("place-unknown-near", 2)]),
        ("participants: 4\ntable_size: 500\n", [("number-range", 2)]),
        ("participants: 4\ndate: morgen\nstart: straks\n", [("expects-date", 2), ("expects-time", 3)]),
        ("participants: 4\ndatum: 2026-12-03\n", [("unknown-key", 2)]),
        ("participants: nergens.csv\n", [("table-missing", 0)]),
        (
            "participants: 0\nspares: -3\nplace: Leir\n",
            [("number-range", 2), ("workshop-participants", 1), ("place-unknown-near", 3)],
        ),
        ("particpants: 4\nstart: straks\n", [("expects-time", 2), ("unknown-key", 1)]),
        ("participants: [4]\ndate: morgen\n", [("expects-text", 1), ("expects-date", 2)]),
        ("participants: 900\ntable_size: 500\n", [("number-range", 2)]),
        ("start: straks\n", [("expects-time", 1), ("workshop-nobody", 1)]),
        ("- 4\n", [("expects-keys", 1)]),
        ("participants: [4]\n", [("expects-text", 1)]),
        ("participants: &a 4\n", [("yaml-reference", 1)]),
    ],
)
def test_what_is_wrong_in_the_file_is_told_at_its_place(
    text: str, wrong: list[tuple[str, int]], tmp_path: Path
) -> None:
    assert refused(file=written(tmp_path, text)) == wrong


def test_a_wrong_option_is_wrong_use_and_a_wrong_file_is_not(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError):
        arranged(participants="0")
    with pytest.raises(KitError) as caught:
        arranged(file=written(tmp_path, "participants: 0\n"))
    assert not isinstance(caught.value, WrongUseError)


@pytest.mark.parametrize("given", ["Deelnemers.CSV", "deelnemers.xlsx", "lijst.ods#Blad2", "18"])
def test_a_number_or_a_list_is_no_file_of_a_workshop(given: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        arranged(file=Path(given))
    assert [(one.code, one.values["found"]) for one in caught.value.diagnostics] == [("workshop-not-a-file", given)]


def test_a_part_of_a_municipality_is_told() -> None:
    assert [note.code for note in arranged(participants="3", place="Koningshooikt").notes] == ["place-part"]


def test_a_table_that_many_ask_for_is_told(tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text("naam;organisatie;gemeente;tafel\n" + "An;;Lier;1\nBo;;Lier;1\nCas;;Lier;1\n", encoding="utf-8")
    found = arranged(participants=str(file), table_size=2)
    assert [(note.code, dict(note.values)) for note in found.notes] == [
        ("workshop-crowded", {"list": "1 (3)", "size": 2})
    ]


def test_what_is_odd_about_the_file_stops_no_workshop(tmp_path: Path) -> None:
    found = arranged(file=written(tmp_path, "participants: 4\nvenue: Zaal #3\n"))
    assert [(one.code, one.mark) for one in found.notes] == [
        ("text-is-comment", Mark(f"{tmp_path}/workshop.yaml", 2, 13, "venue"))
    ]


@pytest.mark.parametrize("name", ["lijst.csv", "lijst.xlsx", "lijst.xlsx#Blad2"])
def test_how_many_there_are_and_at_how_many_tables_is_always_told(tmp_path: Path, name: str) -> None:
    rows = [["voornaam", "naam", "organisatie", "gemeente"], *[["An", f"Maes {i}", "Kring", "Lier"] for i in range(7)]]
    rows.append(["Bo", "Maes", "Kring", ""])
    book = Workbook()
    for sheet in (book.create_sheet("Blad1", 0), book.create_sheet("Blad2", 1)):
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "lijst.xlsx")
    (tmp_path / "lijst.csv").write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    heard: list[Understood] = []
    arrange(Asked(participants=str(tmp_path / name), table_size=3), stack(), LOOKUP, heard.append)
    (understood,) = heard
    assert (understood.file, understood.count, understood.tables, understood.missing) == (name, 8, 3, (9,))
    assert [column.field for column in understood.columns] == ["voornaam", "naam", "organisatie", "gemeente"]


def test_what_a_list_was_taken_for_is_told_where_it_is_wrong_as_well(tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text("naam;organisatie;gemeente\nAn;#N/B;Lier\nBo;Kring;Lier\n", encoding="utf-8")
    heard: list[Understood] = []
    with pytest.raises(KitError):
        arrange(Asked(participants=str(tmp_path / "lijst.csv")), stack(), LOOKUP, heard.append)
    assert [(one.count, one.tables) for one in heard] == [(2, None)]


@pytest.mark.parametrize("place", ["Breda", "online", "Kempen", "n.v.t."])
def test_a_workshop_that_is_in_no_municipality_is_held_all_the_same(place: str) -> None:
    found = arranged(participants="3", place=place)
    assert found.workshop.place is None
    assert [(note.code, note.values["query"]) for note in found.notes] == [("workshop-place-outside", place)]
