"""The actors that a facilitator knows come from a list: each in the right half of the right bubble, or told."""

import unicodedata
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.diagnostics import Diagnostic, KitError, Mark, Severity
from kit.messages.catalogue import Messages, placeholders
from kit.messages.report import lines
from kit.model import catalogue
from kit.model.lists import actors, table
from kit.model.lists.actors import COLUMNS, KnownActors
from kit.model.most_problems import MOST
from kit.model.places.lookup import Lookup
from kit.model.places.municipalities import load
from kit.model.schema import Sector
from tests.conftest import CONTENT
from tests.work import calls

LOOKUP = Lookup(load(CONTENT))
SECTORS = catalogue.load(CONTENT, "nl").sectors
DUTCH, ENGLISH = Messages.load("nl"), Messages.load("en")
NFC = partial(unicodedata.normalize, "NFC")
SECTOR_LIST = [sector for cluster in SECTORS.clusters for sector in cluster.sectors]


def known(rows: str, header: str = "naam;gemeente;sector;half") -> KnownActors:
    return actors.actors_of(table.parse(f"{header}\n{rows}\n", "map/actoren.csv", COLUMNS), LOOKUP, SECTORS)


def refused(rows: str, header: str = "naam;gemeente;sector;half") -> tuple[Diagnostic, ...]:
    with pytest.raises(KitError) as caught:
        known(rows, header)
    return caught.value.diagnostics


def said(items: tuple[Diagnostic, ...]) -> list[str]:
    """What is told in Dutch, each on one line; that there are words in English as well."""
    for item in items:
        assert placeholders(ENGLISH.table[item.code]["message"]) <= item.values.keys()
    return [" | ".join(part.strip() for part in "\n".join(lines([item], DUTCH)).splitlines()) for item in items]


def bubbles(found: KnownActors) -> dict[tuple[str, str], list[str]]:
    """The names in each half of each bubble."""
    return {
        (listed[0].municipality.name, half): [actor.name.plain for actor in listed]
        for (_, half), listed in found.actors.items()
    }


def test_each_actor_stands_in_the_half_of_its_sector_unless_the_row_asks_for_another() -> None:
    found = known(
        "De Kring;Lier;Kunsten;\n"
        "Jeugdhuis;Lier;jeugd;\n"
        "Fanfare;lier;AMATEURKUNSTEN;onder\n"
        "Bib;2500;lokaal cultuurbeleid;\n"
        "KSA;Lierre;Jeugd;Boven\n"
        "Heem;Gent;erfgoed;niet cultureel"
    )
    assert bubbles(found) == {
        ("Lier", "upper"): ["De Kring", "Bib", "KSA"],
        ("Lier", "lower"): ["Jeugdhuis", "Fanfare"],
        ("Gent", "lower"): ["Heem"],
    }
    assert {actor.sector for listed in found.actors.values() for actor in listed} == {
        *("kunsten", "jeugd", "amateurkunsten", "lokaal-cultuurbeleid", "erfgoed")
    }
    assert all(actor.half == half for (_, half), listed in found.actors.items() for actor in listed)
    assert all(actor.municipality.nis == nis for (nis, _), listed in found.actors.items() for actor in listed)
    assert found.notes == ()


@pytest.mark.parametrize(
    ("word", "half"),
    [
        *[
            (word, "upper")
            for word in ("boven", "BOVENAAN", "bovenste helft", "Cultureel", "culturele actoren", "upper")
        ],
        *[(word, "lower") for word in ("onder", "Onderaan", "Niet-Cultureel", "niet culturele actoren", "lower")],
    ],
)
def test_a_half_may_be_called(word: str, half: str) -> None:
    for sector in ("Kunsten", "Jeugd", "Andere"):
        found = known(f"A;Lier;{sector};{word}")
        assert bubbles(found) == {("Lier", half): ["A"]}
        assert found.notes == ()


@pytest.mark.parametrize("sector", SECTOR_LIST, ids=[sector.key for sector in SECTOR_LIST])
def test_a_sector_is_known_by_its_key_and_its_name(sector: Sector) -> None:
    name = sector.name.plain
    for written in (sector.key, name, name.upper(), name.replace(" ", "-")):
        ((actor,),) = known(f"A;Lier;{written};onder").actors.values()
        assert actor.sector == sector.key


def test_a_name_is_text_with_its_place() -> None:
    found = known('Lier;"=1+1\n de  Kring";sport', "gemeente;naam;sector")
    ((actor,),) = found.actors.values()
    assert (actor.name.plain, actor.name.mark) == ("=1+1 de Kring", Mark("map/actoren.csv", 2, 6, "B2"))


@pytest.mark.parametrize("name", ["=1+1", "+32", "-x", "@x", "{aantal}", "**vet**", "<b>&", "Şanlı", "e\u0301é", "🎺"])
def test_names_are_never_run_nor_lost(name: str) -> None:
    ((actor,),) = known(f"{name};Lier;Sport;").actors.values()
    assert actor.name.plain == name.replace("e\u0301", "é")
    assert [span.bold or span.italic for span in actor.name.spans] == [False]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("A;Leir;Sport;", ["2:3: fout: rij 2: er is geen gemeente ‘Leir’. Bedoel je Lier? | plaats: B2"]),
        (
            "A;9999;Sport;",
            [
                "2:3: fout: rij 2: er is geen gemeente ‘9999’. "
                "Probeer de postcode, de deelgemeente of de vroegere naam. | plaats: B2 "
                "| tip: ligt het in het buitenland? Typ dan bijvoorbeeld: Ulicoten (NL)"
            ],
        ),
        (
            "A;haren;Sport;",
            [
                "2:3: fout: rij 2: ‘haren’ ligt in 2 gemeenten: Brussel, Tongeren-Borgloon. "
                "Typ de gemeente die je bedoelt. | plaats: B2"
            ],
        ),
        (
            "A;1040;Sport;",
            [
                "2:3: fout: rij 2: postcode 1040 hoort bij Brussel en Etterbeek. Typ de naam. | plaats: B2",
            ],
        ),
        (
            "A;Lier;Kunst;",
            ["2:8: fout: rij 2: de sector ‘Kunst’ staat niet op de inspiratielijst. Bedoel je Kunsten? | plaats: C2"],
        ),
        (
            "A;Lier;Bibliotheek 2;bovne",
            [
                "2:8: fout: rij 2: de sector ‘Bibliotheek 2’ staat niet op de inspiratielijst. "
                f"| plaats: C2 | verwacht: {', '.join(sector.name.plain for sector in SECTOR_LIST)}",
                "2:22: fout: rij 2: ‘bovne’ is geen helft van een bol. Bedoel je boven? | plaats: D2",
            ],
        ),
        (
            "A;Lier;Andere;7",
            [
                "2:15: fout: rij 2: ‘7’ is geen helft van een bol. | plaats: D2 | verwacht: boven, onder "
                "| tip: laat het vak leeg om de helft van de sector te nemen"
            ],
        ),
        (
            "A;Lier;Sport;ondr",
            ["2:14: fout: rij 2: ‘ondr’ is geen helft van een bol. Bedoel je onder? | plaats: D2"],
        ),
        (
            ";;;boven",
            [
                "2:1: fout: rij 2: in de kolom naam staat niets. | plaats: A2",
                "2:2: fout: rij 2: in de kolom gemeente staat niets. | plaats: B2",
            ],
        ),
        (
            "A;Lier;;",
            [
                "2:8: fout: rij 2: in de kolom sector staat niets. | plaats: C2"
                " | tip: typ een sector. Ken je ze niet? Typ dan boven of onder in een kolom ‘half’"
            ],
        ),
        (
            "A;Lier;beeldende kunst;",
            [
                "2:8: fout: rij 2: ‘beeldende kunst’ is een voorbeeld bij verschillende sectoren. "
                "| plaats: C2 | verwacht: een van deze sectoren: Kunsten, Amateurkunsten"
            ],
        ),
        (
            "A\x00;Lier;Sport;",
            [
                "2:1: fout: Hier staat een teken dat je niet kan zien. | plaats: A2 | gevonden: U+0000 "
                "| tip: wis het teken en typ de tekst opnieuw"
            ],
        ),
        (
            "x" * 501 + ";Lier;Sport;",
            [
                "2:1: fout: Deze tekst past op geen enkel blad. | plaats: A2 "
                "| verwacht: hoogstens 500 letters | gevonden: 501"
            ],
        ),
        (
            "A;Lier;Sport;;B",
            [
                "2:15: fout: rij 2: er staan meer vakken dan er kolommen zijn. | gevonden: B "
                "| tip: staat er een komma of puntkomma in een naam? Zet die naam tussen aanhalingstekens"
            ],
        ),
        (
            '"A;Lier;Sport;',
            [
                "2:1: fout: rij 2: hier begint een tekst tussen aanhalingstekens, maar het einde "
                "klopt niet. | tip: zet het aanhalingsteken op het einde erbij, of wis het aan het begin"
            ],
        ),
    ],
)
def test_a_wrong_row_is_told(row: str, expected: list[str]) -> None:
    total, *problems = said(refused(f"{row}\nGoed;Lier;Sport;"))
    assert total == "let op: 1 rij klopt niet. Er is niets gemaakt. Verbeter ze en probeer opnieuw."
    assert problems == [f"map/actoren.csv:{line}" for line in expected]


def test_all_wrong_rows_are_told_at_once_and_the_sectors_are_listed_once() -> None:
    items = refused("A;Leir;Sport;\nB;Lier;Sport;\n;Lier;q;\nC;Gnt;q;\n\nD\x07;Lier;Sport;\nE;Lier;Sport;;5")
    assert [(item.code, item.values.get("row")) for item in items] == [
        ("rows-wrong", None),
        ("control-character", 7),
        ("row-long", 8),
        ("row-place-unknown-near", 2),
        ("row-empty", 4),
        ("row-sector", 4),
        ("row-place-unknown-near", 5),
        ("row-sector", 5),
    ]
    assert items[0].values["count"] == 5
    assert ["known" in item.values for item in items if item.code == "row-sector"] == [True, False]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "A;Gooik;Sport;\nB;lembeek;Sport;\nC;gooik;Sport;\nD;Gooik;Sport;",
            [
                "2:3: let op: Niet elke plaats in je lijst is nu een gemeente. De namen staan in de bol van de "
                "gemeente na de pijl. | plaats: B2 | gevonden: Gooik → Pajottegem, Lembeek → Halle"
            ],
        ),
        (
            "A;Halle;Sport;",
            [
                "2:3: opmerking: Er is nog een plaats met die naam. De namen staan in de bol van de gemeente zelf. "
                "| plaats: B2 | gevonden: Halle (Zoersel) "
                "| tip: bedoel je een andere? Typ dan wat tussen haakjes staat"
            ],
        ),
        (
            "A;Lier;Sport;\nB;Lier;Andere;\nC;Lier;andere-2;\nD;Lier;Andere;onder",
            [
                "3:8: let op: Er zijn sectoren waar je zelf boven of onder kiest. Deze namen staan nu boven, bij de "
                "culturele actoren. | plaats: C3 | gevonden: rij 3, 4 | tip: typ boven of onder in de kolom half"
            ],
        ),
        (
            "A;Lier;Sport;\nB;Lier;Sport;\na;2500;Jeugd;\nA;Lier;Sport;boven\nA;Gent;Sport;\nb;Lier;Sport;",
            [
                "4:1: let op: Deze rijen zeggen hetzelfde als een rij erboven. De naam staat één keer in de bol. "
                "| plaats: A4 | gevonden: rij 4 (= 2), 7 (= 3)"
            ],
        ),
        ("", ["1:1: let op: In map/actoren.csv staan geen namen."]),
    ],
)
def test_what_is_done_with_right_rows_is_said(rows: str, expected: list[str]) -> None:
    assert said(known(rows).notes) == [f"map/actoren.csv:{line}" for line in expected]


def test_a_name_stands_once_in_a_half_and_keeps_its_place() -> None:
    found = known("B;Lier;Sport;\nA;Lier;Sport;\nb;Lier;Jeugd;\nC;Lier;Sport;\nB;Lier;Kunsten;")
    assert bubbles(found) == {("Lier", "lower"): ["B", "A", "C"], ("Lier", "upper"): ["B"]}


def test_a_long_list_in_a_note_says_how_many_there_are() -> None:
    (note,) = known("\n".join(f"A{i};Lier;Andere;" for i in range(20))).notes
    assert note.values["list"] == "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 … (+ 8)"


def test_only_what_is_not_as_typed_is_a_warning() -> None:
    notes = known("A;Gooik;Andere;;x\nA;Gooik;Andere;;\nB;Halle;Sport;;", "naam;gemeente;sector;half;opm").notes
    assert [(note.code, note.severity) for note in notes] == [
        ("actors-moved", Severity.WARNING),
        ("rows-namesakes", Severity.ADVICE),
        ("actors-upper", Severity.WARNING),
        ("actors-twice", Severity.WARNING),
    ]


@pytest.mark.parametrize("sector", ["circusscholen", "VLAMO", "Circusateliers"])
def test_a_sector_is_known_by_any_of_its_examples(sector: str) -> None:
    found = known(f"A;Lier;{sector};")
    assert [actor.sector for listed in found.actors.values() for actor in listed] == [
        "amateurkunsten" if sector == "VLAMO" else "circuskunsten"
    ]
    assert [note.code for note in found.notes] == ["actors-by-example"]


def test_a_half_may_do_without_a_sector() -> None:
    assert bubbles(known("A;Lier;;onder\nB;Lier;;boven")) == {("Lier", "lower"): ["A"], ("Lier", "upper"): ["B"]}
    assert bubbles(known("A;Lier;onder", "naam;gemeente;half")) == {("Lier", "lower"): ["A"]}
    with pytest.raises(KitError) as caught:
        known("A;Lier", "naam;gemeente")
    assert [(one.code, one.values["column"]) for one in caught.value.diagnostics] == [("table-no-column", "sector")]


def test_a_list_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "Actoren van ’t Pand.csv"
    file.write_bytes("Sector;NAAM;Gemeente\r\nSport;Café ’t Pand;Lier\r\n;;\r\n".encode("cp1252"))
    assert bubbles(actors.read(file, LOOKUP, SECTORS)) == {("Lier", "lower"): ["Café ’t Pand"]}
    file.write_text("naam;gemeente;sector\nA;Leir;Sport\n", encoding="utf-8")
    with pytest.raises(KitError) as caught:
        actors.read(file, LOOKUP, SECTORS)
    mark = caught.value.diagnostics[1].mark
    assert mark == Mark(str(file), 2, 3, "B2")
    assert caught.value.diagnostics[1].values["file"] == file.name


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40), st.text(max_size=10))
def test_any_row_is_taken_or_told(name: str, municipality: str, sector: str, half: str) -> None:
    row = ";".join(f'"{cell}"' for cell in (name, municipality, sector, half))
    try:
        found = known(f"{row}\n{name};Lier;Sport;")
    except KitError as error:
        assert error.diagnostics[0].code in {"row-wrong", "rows-wrong"}
        assert all(said((item,)) for item in error.diagnostics)
    else:
        assert all(actor.name.plain.strip() for listed in found.actors.values() for actor in listed)


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters='"'), min_size=1, max_size=9),
            st.sampled_from(["Lier", "Gent", "Aalst"]),
            st.sampled_from(SECTOR_LIST),
            st.sampled_from(["", "boven", "onder"]),
        ),
        max_size=9,
    )
)
def test_nobody_disappears_and_nobody_is_invented(rows: list[tuple[str, str, Sector, str]]) -> None:
    found = known("\n".join(f'"{name}";{place};{sector.key};{half}' for name, place, sector, half in rows))
    expected = {
        (place, NFC(name).casefold(), "lower" if (half or sector.half) in {"onder", "lower"} else "upper")
        for name, place, sector, half in rows
    }
    listed = [
        (actor.municipality.name, actor.name.plain.casefold(), half)
        for (_, half), several in found.actors.items()
        for actor in several
    ]
    assert sorted(listed) == sorted(expected)


def many(first: int = 0, last: int = 5000) -> str:
    """Rows of a long list of actors in all of Flanders."""
    flemish = [one.name for one in load(CONTENT) if one.region == "Vlaanderen"]
    rows = [f"Vereniging nr. {i};{flemish[i % 285]};{SECTOR_LIST[i % 22].name.plain};" for i in range(first, last)]
    return "\n".join(rows)


def many_mistakes(count: int = 5000) -> str:
    return "\n".join(f"A{i};Leir;Sprot;" for i in range(count))


def test_ten_times_as_many_rows_are_ten_times_as_much_work() -> None:
    parts, whole = [many(first, first + 500) for first in range(0, 5000, 500)], many()
    assert calls(lambda: known(whole)) <= 1.1 * sum(calls(partial(known, part)) for part in parts)
    found = known(whole)
    assert sum(len(listed) for listed in found.actors.values()) == 5000
    assert len({nis for nis, _ in found.actors}) == 285


def test_ten_times_the_same_mistake_is_ten_times_as_much_work() -> None:
    once = calls(lambda: refused(many_mistakes(500)))
    assert calls(lambda: refused(many_mistakes())) <= 11 * once
    items = refused(many_mistakes())
    assert [one.code for one in items] == ["row-place-unknown-near", "row-sector-near", "more-problems"]
    assert len(str(items[0].values["row"]).split(", ")) == MOST // 2


def test_an_actor_abroad_has_a_bubble_and_one_without_a_place_is_told() -> None:
    found = known("A;Baarle-Nassau (NL);Sport;\nB;online;Sport;\nC;Lier;Sport;")
    assert bubbles(found) == {("Baarle-Nassau (NL)", "lower"): ["A"], ("Lier", "lower"): ["C"]}
    (note,) = found.notes
    assert (note.code, dict(note.values)) == ("actors-outside", {"count": 1, "list": "B (online)"})


@pytest.mark.parametrize(
    "header",
    [
        "organisatie;woonplaats;categorie",
        "Vereniging;Plaats;Werkveld",
        "Naam van de organisatie;In welke gemeente?;Welke sector?",
        "actor;stad;domein",
        "naam;gemeente;sector",
        "Naam;Postcode;Sectoren",
    ],
)
def test_heads_of_actors_are_known_by_other_names_as_well(header: str) -> None:
    place = "2500" if "Postcode" in header else "Lier"
    assert bubbles(known(f"De Kring;{place};Amateurkunsten", header)) == {("Lier", "upper"): ["De Kring"]}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("organisatie;contactpersoon", "De Kring"),
        ("organisatie;voornaam", "De Kring"),
        ("contactgegevens;naam", "An Maes"),
        ("organisatie;naam", "An Maes"),
    ],
)
def test_the_organisation_is_the_actor_unless_a_column_says_name(header: str, expected: str) -> None:
    found = known("De Kring;An Maes;Lier;Amateurkunsten", f"{header};gemeente;sector")
    assert bubbles(found) == {("Lier", "upper"): [expected]}
