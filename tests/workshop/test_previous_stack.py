"""A stack that is made again: what lies there is not lost in silence, and what is new is printed by itself."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kit.diagnostics import KitError
from kit.workshop.arrange import Asked
from kit.workshop.order import Order
from kit.workshop.pack import Made, make
from tests.conftest import Run
from tests.small import change, tree

DAY = datetime.date(2026, 12, 3)
SIX = ("Ann;Kring;Lier", "Bart;Bos;Nijlen", "Cis;Zee;Putte", "Dina;Dal;Duffel", "Els;Berg;Lint", "Fons;Veld;Ranst")


def listed(folder: Path, rows: Sequence[str]) -> str:
    file = folder / "deelnemers.csv"
    file.write_text("naam;organisatie;gemeente\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return str(file)


def packed(out: Path, participants: str, *, force: bool = False, content: Path | None = None, **asked: Any) -> Made:
    fields: dict[str, Any] = {"table_size": 3, "place": "Lier", "date": DAY, **asked}
    return make(Order(Asked(participants=participants, **fields), out=out, force=force, content=content))


def said(made: Made) -> dict[str, str]:
    return {note.code: str(note.values.get("list", "")) for note in made.notes}


def texts(made: Made, name: str) -> list[str]:
    pdf = next((file for file in made.files if file.name == name), None)
    return [page.extract_text() for page in PdfReader(BytesIO(pdf.read_bytes())).pages] if pdf else []


def test_the_start_of_a_workshop_is_in_the_name_of_its_folder(tmp_path: Path) -> None:
    starts: list[dict[str, Any]] = [{}, {"start": 570}, {"start": 840}]
    names = [packed(tmp_path, "4", **asked).files[0].parent.name for asked in starts]
    assert names == ["2026-12-03-lier", "2026-12-03-0930-lier", "2026-12-03-1400-lier"]
    assert {path.name for path in (tmp_path / "nl" / "packs").iterdir()} == set(names)


@pytest.mark.parametrize(
    ("participants", "asked"),
    [
        ("4", {}),
        (("Gust;Kust;Lier", "Hilde;Heide;Lier", "Ine;Ven;Lier"), {}),
        (SIX, {"venue": "De Nekker"}),
    ],
)
def test_the_stack_of_another_workshop_stays_without_force(
    participants: str | tuple[str, ...], asked: dict[str, Any], tmp_path: Path
) -> None:
    packed(tmp_path / "out", listed(tmp_path, SIX), venue="Zaal")
    before = tree(tmp_path / "out")
    given = participants if isinstance(participants, str) else listed(tmp_path, participants)
    with pytest.raises(KitError) as caught:
        packed(tmp_path / "out", given, **asked)
    assert [(one.code, one.values["participants"], one.values["venue"]) for one in caught.value.diagnostics] == [
        ("pack-other-workshop", 6, "Zaal")
    ]
    assert tree(tmp_path / "out") == before
    made = packed(tmp_path / "out", given, force=True, **asked)
    assert "pack-replaced" in said(made)


def test_what_takes_the_place_of_another_stack_says_so(tmp_path: Path) -> None:
    packed(tmp_path, "18")
    made = packed(tmp_path, listed(tmp_path, SIX))
    assert [
        (one.values["participants"], one.values["tables"]) for one in made.notes if one.code == "pack-replaced"
    ] == [(18, 6)]
    (made.files[0].parent / ".workshop.json").unlink()
    assert "pack-replaced-unknown" in said(packed(tmp_path, listed(tmp_path, SIX)))


def test_the_same_again_has_nothing_to_say_and_the_same_bytes(tmp_path: Path) -> None:
    first = packed(tmp_path, listed(tmp_path, SIX))
    before = tree(tmp_path)
    assert said(packed(tmp_path, listed(tmp_path, SIX))) == said(first)
    assert tree(tmp_path) == before


def test_what_is_new_is_printed_by_itself(tmp_path: Path) -> None:
    packed(tmp_path, listed(tmp_path, SIX))
    # Cis is gone, Els has another organisation, Gust is new, and the others stay where they sat.
    rows = ["Gust;Kust;Lier", *(row.replace("Berg", "Hoogte") for row in SIX if "Cis" not in row)]
    made = packed(tmp_path, listed(tmp_path, rows))
    assert said(made) == {
        "pack-new": "Gust (Tafel 1)",
        "pack-gone": "Cis (Tafel 1)",
        "pack-altered": "Els (Tafel 2): Berg → Hoogte",
        "pack-print-new": "nieuw-a3.pdf, nieuw-kaarten.pdf",
        "pack-spare": "",
    }
    pages = texts(made, "nieuw.pdf")
    canvases = [page for page in pages if "Canvas 1 " in page]
    assert ["Gust" in page or "Hoogte" in page for page in canvases] == [True, True]
    cards = [page for page in pages if "TAFEL" in page or "Tafelkaart" in page]
    assert len(cards) == 2
    assert all(any(name in page for page in cards) for name in ("Ann", "Bart", "Gust", "Dina", "Els", "Fons"))
    # Twelve cards, four a sheet with its back; a canvas 1 and 2 and a bubble sheet each; both table cards.
    assert len(pages) == 2 * (2 * 3 + 3) + 2
    assert not [page for page in pages if "Ann" in page and page not in cards]
    assert len(texts(made, "nieuw-a3.pdf")) == 2 * 3
    outline = PdfReader(made.files[0].parent / "nieuw.pdf").outline
    assert [line.title for line in outline if not isinstance(line, list)] == ["Tafel 1", "Tafel 2"]


def test_who_moves_keeps_the_sheets_and_both_tables_get_a_card(tmp_path: Path) -> None:
    file = tmp_path / "deelnemers.csv"
    rows = [f"{row};{1 + place // 3}" for place, row in enumerate(SIX)]
    for moved in (False, True):
        rows = [row[:-1] + "2" if moved and "Ann" in row else row for row in rows]
        file.write_text("naam;organisatie;gemeente;tafel\n" + "\n".join(rows) + "\n", encoding="utf-8")
        made = packed(tmp_path, str(file), table_size=4)
    assert said(made)["pack-moved"] == "Ann (Tafel 1 → Tafel 2)"
    assert len(texts(made, "nieuw.pdf")) == 2


def test_what_was_new_before_is_not_lost(tmp_path: Path) -> None:
    for rows in (SIX[:4], SIX[:5], SIX):
        made = packed(tmp_path, listed(tmp_path, rows))
    folder = made.files[0].parent
    assert {file.stem for file in folder.glob("nieuw*")} == {
        *("nieuw", "nieuw-a3", "nieuw-kaarten", "nieuw-2", "nieuw-2-a3", "nieuw-2-kaarten")
    }
    assert any("Fons" in page for page in texts(made, "nieuw-2.pdf"))
    assert said(made)["pack-new-before"] == "nieuw.pdf"
    assert said(packed(tmp_path, listed(tmp_path, SIX)))["pack-new-before"] == "nieuw.pdf, nieuw-2.pdf"
    packed(tmp_path, listed(tmp_path, SIX), force=True)
    assert not list(folder.glob("nieuw*"))


def test_two_more_of_whom_nothing_is_known_are_two_more_sets(tmp_path: Path) -> None:
    packed(tmp_path, "18", table_size=5)
    made = packed(tmp_path, "20", table_size=5)
    assert said(made)["pack-new"] == "1 × Tafel 3, 1 × Tafel 4"
    assert "pack-spare" in said(made)
    assert len(texts(made, "nieuw-a3.pdf")) == 2 * 3


def test_a_table_that_is_new_gets_all_that_lies_on_one(tmp_path: Path) -> None:
    packed(tmp_path, listed(tmp_path, SIX[:3]))
    pages = texts(packed(tmp_path, listed(tmp_path, SIX)), "nieuw.pdf")
    assert sum("Inspiratielijst" in page for page in pages) >= 1


def test_who_leads_is_on_each_table_card(tmp_path: Path) -> None:
    packed(tmp_path, listed(tmp_path, SIX), facilitator="Nele")
    assert len(texts(packed(tmp_path, listed(tmp_path, SIX), facilitator="Jan"), "nieuw.pdf")) == 2


def test_a_content_that_has_no_name_for_it_says_so(tmp_path: Path, run: Run) -> None:
    run("init", tmp_path / "kit")
    change(tmp_path / "kit" / "nl" / "packs.yaml", "    new: nieuw\n", "")
    packed(tmp_path / "out", listed(tmp_path, SIX[:5]), content=tmp_path / "kit")
    made = packed(tmp_path / "out", listed(tmp_path, SIX), content=tmp_path / "kit")
    assert "pack-no-name-for-new" in said(made)
    assert not list(made.files[0].parent.glob("nieuw*"))


def test_the_file_beside_a_stack_tells_no_more_than_the_list(tmp_path: Path) -> None:
    made = packed(tmp_path, listed(tmp_path, SIX[:1]))
    told = json.loads((made.files[0].parent / ".workshop.json").read_text(encoding="utf-8"))
    assert told["tables"] == [
        {"free": 2, "number": 1, "seats": [{"municipality": "12021", "name": "Ann", "organisation": "Kring"}]}
    ]


def test_the_command_refuses_and_takes_force(tmp_path: Path, run: Run) -> None:
    where = ("--place", "Lier", "--date", "2026-12-03", "--out", tmp_path / "out")
    run("pack", "--participants", listed(tmp_path, SIX), *where)
    status, out, err = run("pack", "--participants", "4", *where)
    assert (status, out) == (1, "")
    assert "--force" in err
    status, out, err = run("pack", "--participants", "4", "--force", *where)
    assert status == 0
    assert "participants: 6, tables: 2" in err


def test_what_helps_against_the_folder_of_another_workshop_is_told(tmp_path: Path, run: Run) -> None:
    """Its start helps only where it was not given; a folder of its own always does."""
    where = ("--place", "Lier", "--date", "2026-12-03", "--out", tmp_path / "out")
    for start in ((), ("--start", "9:30")):
        run("pack", "--participants", listed(tmp_path, SIX), *where, *start)
        _, _, err = run("pack", "--participants", "4", *where, *start)
        assert ("--start 9:30" in err, "--out second" in err) == (not start, bool(start))
        _, _, err = run("pack", "--participants", "4", "--force", *where, *start)
        assert ("--start 9:30" in err, "--out second" in err) == (not start, bool(start))
    assert run("pack", "--participants", "4", *where[:-1], tmp_path / "second", *start)[0] == 0


def test_an_unchanged_workshop_makes_nothing_new_after_two_people_changed_places(tmp_path: Path) -> None:
    """Ann and Dina ask for each other's table, the others for none: they sit as they sat, in the order they sat in."""
    packed(tmp_path, listed(tmp_path, SIX))
    file = tmp_path / "deelnemers.csv"
    tables = {"Ann": "2", "Dina": "1"}
    rows = [f"{row};{tables.get(row.split(';')[0], '')}" for row in SIX]
    for again in (False, True, True):
        given = list(reversed(rows)) if again else rows
        file.write_text("naam;organisatie;gemeente;tafel\n" + "\n".join(given) + "\n", encoding="utf-8")
        made = packed(tmp_path, str(file))
        assert ("pack-print-new" in said(made)) is not again
    assert {path.stem for path in made.files[0].parent.glob("nieuw*")} == {"nieuw", "nieuw-kaarten"}


def test_of_whom_some_ask_for_a_table_the_order_stays(tmp_path: Path) -> None:
    file = tmp_path / "deelnemers.csv"
    file.write_text("naam;organisatie;tafel\nAnn;Kring;\nBart;Bos;1\nCis;Zee;\nDina;Dal;1\n", encoding="utf-8")
    packed(tmp_path, str(file))
    made = packed(tmp_path, str(file))
    assert not [code for code in said(made) if code.startswith("pack-")]
    assert not list(made.files[0].parent.glob("nieuw*"))


def test_a_name_with_one_other_letter_is_a_correction(tmp_path: Path) -> None:
    packed(tmp_path, listed(tmp_path, ["Jan Peters;Kring;Lier", *SIX]))
    made = packed(tmp_path, listed(tmp_path, [*SIX, "Jan Peeters;Kring;Lier"]))
    assert said(made)["pack-corrected"] == "Jan Peters (Tafel 1): Jan Peters → Jan Peeters"
    assert not {"pack-new", "pack-gone", "pack-altered"} & said(made).keys()
    assert any("Jan Peeters" in page for page in texts(made, "nieuw.pdf"))


def test_a_name_that_is_as_near_to_two_is_a_correction_of_neither(tmp_path: Path) -> None:
    packed(tmp_path, listed(tmp_path, ["Jan Peters;Kring;Lier", "Jan Pieters;Kring;Lier", *SIX[:2]]))
    made = packed(tmp_path, listed(tmp_path, ["Jan Peeters;Kring;Lier", *SIX[:2]]))
    assert "pack-corrected" not in said(made)
    assert said(made)["pack-new"].startswith("Jan Peeters")


def test_another_municipality_is_told_as_that(tmp_path: Path) -> None:
    packed(tmp_path, listed(tmp_path, SIX))
    made = packed(tmp_path, listed(tmp_path, [row.replace("Lint", "Duffel") for row in SIX]))
    assert said(made)["pack-altered"] == "Els (Tafel 2): Lint → Duffel"


def test_what_is_deleted_is_told(tmp_path: Path) -> None:
    packed(tmp_path, listed(tmp_path, SIX))
    made = packed(tmp_path, listed(tmp_path, SIX[:3]))
    assert said(made)["pack-removed"] == "tafel-2.pdf"
    packed(tmp_path, listed(tmp_path, SIX))
    made = packed(tmp_path, listed(tmp_path, SIX), force=True)
    assert said(made)["pack-removed"].startswith("nieuw-a3.pdf")


def test_a_comparison_with_a_stack_compares_the_people_too(tmp_path: Path, run: Run) -> None:
    out = tmp_path / "out"
    file = packed(out, listed(tmp_path, SIX)).files[0]
    status, said, err = run("diff", "--since", file, "--out", out)
    assert (status, err) == (0, "")
    assert "same as in this stack" in said
    listed(tmp_path, (*SIX[1:], "Gust;Kust;Lier"))
    status, said, err = run("diff", "--since", file, "--out", out)
    assert "participants have changed" in said
    assert "still valid" not in said
    assert "Gust (Tafel 1)" in err
    assert "Ann (Tafel 1)" in err
    Path(tmp_path / "deelnemers.csv").unlink()
    assert run("diff", "--since", file, "--out", out)[0] == 1
