"""A workshop becomes a stack of paper: all of it, in order, and the lists tell the truth about it."""

from __future__ import annotations

import datetime
import hashlib
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from kit.diagnostics import KitError, WrongUseError
from kit.model.printing import CardPrint
from kit.workshop.arrange import Asked
from kit.workshop.order import Order
from kit.workshop.pack import Made, make
from kit.workshop.pages import PrintOptions
from tests.conftest import Run, own_url
from tests.named import belgium
from tests.small import tree

ROW = re.compile(
    r"(?:(?P<file>\S+\.pdf)(?:: (?P<together>\d+) blad\w*)? )?(?P<sheets>\d+) (?P<paper>A[34](?:, 160 g)?) "
)
"""A row of the print and cut list as it is read back; several kinds of sheets share a file."""

CARD_BACK = "Kijk over de grens"
LISTED = "Meer actoren"

A4_ONLY = PrintOptions("a4")
CARDS_ON_A3 = PrintOptions(cards=CardPrint("a3"))
NO_BACKS = PrintOptions(cards=CardPrint(backs=False))
MANNERS = (PrintOptions(), A4_ONLY, CARDS_ON_A3, NO_BACKS)
SIZES = (1, 7, 18, 32, 200)


def order(out: Path, *, options: PrintOptions | None = None, **asked: object) -> Order:
    fields: dict[str, object] = {"participants": "7", "place": "Lier", **asked}
    return Order(Asked(**fields), options or PrintOptions(), out=out)  # type: ignore[arg-type]


@cache
def made(count: int, options: PrintOptions = PrintOptions()) -> dict[str, bytes]:  # noqa: B008 - plain and frozen
    out = Path(mkdtemp())
    return {file.name: file.read_bytes() for file in make(order(out, participants=str(count), options=options)).files}


def called(i: int) -> str:
    """A name that nobody else on a list has."""
    return f"Samira {chr(ord('A') + i // 26)}{chr(ord('a') + i % 26)}ert"


def listed(folder: Path, count: int = 200, towns: int = 60) -> Path:
    """A list of participants from so many municipalities."""
    places = [one.name for one in belgium() if one.region == "Vlaanderen"][:towns]
    rows = [f"{called(i)};Organisatie {i // 2} vzw;{places[i % towns]}" for i in range(count)]
    file = folder / "deelnemers.csv"
    file.write_text("naam;organisatie;gemeente\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return file


def pages(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def text(pdf: bytes, page: int) -> str:
    found: str = pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_range()
    return found.replace("\r", "")


def told(pack: dict[str, bytes]) -> dict[str, list[tuple[int, str]]]:
    """What the list on paper says of each file: how many sheets of which paper, a row each."""
    found: dict[str, list[tuple[int, str]]] = {}
    file = ""
    for row in ROW.finditer(text(pack["alles.pdf"], 1).replace("\n", " ")):
        file = row["file"] or file
        found.setdefault(file, []).append((int(row["sheets"]), row["paper"]))
        if row["together"]:
            found[f"{file}, samen"] = [(int(row["together"]), "")]
    return found


@pytest.mark.parametrize(
    ("count", "options"), [*((count, PrintOptions()) for count in SIZES), *((7, options) for options in MANNERS[1:])]
)
def test_the_list_is_true(count: int, options: PrintOptions) -> None:
    pack = made(count, options)
    said = told(pack)
    printed = {name for name in pack if name.startswith(("alles-", "printertest"))}
    assert {name for name in said if "samen" not in name} == printed
    for name in printed:
        sheets = sum(number for number, _ in said[name])
        duplex = PdfReader(BytesIO(pack[name])).viewer_preferences.duplex  # type: ignore[union-attr]
        assert pages(pack[name]) == sheets * (1 if duplex == "/Simplex" else 2)
        assert said.get(f"{name}, samen", [(sheets, "")]) == [(sheets, "")]


@pytest.mark.parametrize("options", MANNERS)
def test_every_page_of_a_file_is_the_paper_that_the_list_says(options: PrintOptions) -> None:
    sizes = {"A3": {(1191, 842)}, "A4": {(595, 842)}}
    pack = made(7, options)
    for name, rows in told(pack).items():
        if "samen" in name:
            continue
        document = pypdfium2.PdfDocument(pack[name])
        found = {(round(width), round(height)) for width, height in (page.get_size() for page in document)}
        assert [found] == [sizes[paper[:2]] for paper in {paper for _, paper in rows}], name


@pytest.mark.parametrize("options", [PrintOptions(), A4_ONLY, CARDS_ON_A3])
def test_the_list_of_large_sheets_is_true(options: PrintOptions, tmp_path: Path) -> None:
    asked = replace(order(tmp_path, options=options, participants="11"), edition="large")
    pack = {file.name: file.read_bytes() for file in make(asked).files}
    whole = "\n".join(text(pack["alles.pdf"], page) for page in range(6)).replace("\xa0", " ")
    told = {name: int(count) for name, count in re.findall(r"(alles-[\w-]+\.pdf): (\d+) bladen", whole)}
    cards = "alles-kaarten-a3.pdf" if options == CARDS_ON_A3 else "alles-kaarten.pdf"
    files = {name for name in pack if name.startswith("alles-")}
    assert set(told) == {name for name in files if f"{name}: " in whole}
    for name in told:
        back = 2 if name == cards else 1
        assert pages(pack[name]) == told[name] * back, name
    assert "Inktbesparend" not in whole


def test_all_together_is_everything_but_blank_backs() -> None:
    pack = made(18)
    parts = sum(pages(pack[name]) for name in told(pack) if "samen" not in name)
    blank = sum(not text(pack["alles-kaarten.pdf"], i).strip() for i in range(pages(pack["alles-kaarten.pdf"])))
    assert blank == 4, "a table card has no back"
    assert pages(pack["alles.pdf"]) == parts - blank


@pytest.mark.parametrize("options", MANNERS)
def test_fronts_of_cards_never_land_on_the_back_of_another_sheet(options: PrintOptions) -> None:
    """In a file for two sides each second page is the back of a card or blank; all other files are for one side."""
    for name, pdf in made(7, options).items():
        duplex = PdfReader(BytesIO(pdf)).viewer_preferences.duplex  # type: ignore[union-attr]
        found = [text(pdf, page).strip() for page in range(pages(pdf))]
        if duplex == "/Simplex":
            continue
        assert name == "printertest.pdf" or name.startswith("alles-"), name
        if name != "printertest.pdf":
            assert len(found) % 2 == 0, name
            assert all(not back or CARD_BACK in back or LISTED in back for back in found[1::2]), name
            assert all(front and CARD_BACK not in front for front in found[::2]), name


@pytest.mark.parametrize("options", MANNERS)
def test_every_link_in_a_stack_is_flagged_as_printed(options: PrintOptions) -> None:
    notes = [
        note.get_object()
        for page in PdfReader(BytesIO(made(7, options)["alles.pdf"])).pages
        for note in page.get("/Annots", ())
    ]
    assert {note["/F"] for note in notes} == {4}


def test_what_lies_on_the_tables_is_in_the_whole() -> None:
    pack = made(18)
    tables = [name for name in pack if name.startswith("tafel-")]
    assert tables == ["tafel-1.pdf", "tafel-2.pdf", "tafel-3.pdf", "tafel-4.pdf"]
    whole = [text(pack["alles.pdf"], i) for i in range(pages(pack["alles.pdf"]))]
    laid = [text(pack[name], i) for name in ("begeleider.pdf", *tables) for i in range(pages(pack[name]))]
    # In front the cover, the list, two sides of the printer test and one on A3; behind two spare sets.
    assert whole[5 : 5 + len(laid)] == laid


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (PrintOptions(), True),
        (A4_ONLY, False),
        (PrintOptions("a4", CardPrint("a3")), True),
    ],
)
def test_who_prints_on_a3_measures_on_a3_too(options: PrintOptions, expected: bool) -> None:
    pack = made(7, options)
    tests = {name: pages(pack[name]) for name in pack if name.startswith("printertest")}
    assert tests == {"printertest.pdf": 2, **({"printertest-a3.pdf": 1} if expected else {})}
    rows = told(pack)
    assert list(rows)[: len(tests)] == list(tests)
    assert rows["printertest.pdf"] == [(1, "A4")]
    assert rows.get("printertest-a3.pdf", [(1, "A3")]) == [(1, "A3")]
    whole = [text(pack["alles.pdf"], page) for page in range(pages(pack["alles.pdf"]))]
    assert sum(page.startswith("Printertest A3") for page in whole) == expected
    assert ("1 × Printertest A3 A3" in whole[0].replace("\n", " ").replace("\u00a0", " ")) == expected


def test_a_stack_on_a4_leaves_no_test_on_a3_in_its_folder(tmp_path: Path) -> None:
    folder = make(order(tmp_path)).files[0].parent
    assert (folder / "printertest-a3.pdf").exists()
    make(Order(Asked(participants="7", place="Lier"), out=tmp_path, shop=True))
    assert (folder / "printertest.pdf").exists() and not (folder / "printertest-a3.pdf").exists()


def test_a_table_has_its_card_on_top_and_the_cards_to_cut_last() -> None:
    first, *rest = (text(made(18)["tafel-1.pdf"], i) for i in range(pages(made(18)["tafel-1.pdf"])))
    assert first.startswith("TAFEL") or "TAFEL" in first
    assert "Partnerkaart" in rest[-2]
    assert sum("Canvas 1" in page for page in rest) == 5


def test_the_run_sheet_counts_from_the_start_of_the_workshop(tmp_path: Path) -> None:
    files = {file.name: file.read_bytes() for file in make(order(tmp_path, participants="7", start=9 * 60 + 30)).files}
    run_sheet = text(files["begeleider.pdf"], 0)
    assert "9:30" in run_sheet
    assert "12:00" in run_sheet
    assert "0:00" not in run_sheet.replace("10:00", "")


def test_the_run_sheet_counts_what_lies_on_the_tables_and_not_what_is_about_printing() -> None:
    run_sheet = text(made(18)["begeleider.pdf"], 0)
    assert "Tafelkaart A4 160 g 4" in " ".join(run_sheet.split())
    assert not [name for name in ("Omslag", "Printertest", "snijlijst") if name in run_sheet]


def test_everybody_gets_the_sheets_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text(
        "naam;organisatie;gemeente;tafel\nSamira;De Kring;Lier;2\n;;Gent;1\n<b>Bo</b>;=1+1;;\n", encoding="utf-8"
    )
    pack = {file.name: file.read_bytes() for file in make(order(tmp_path, participants=str(file), place=None)).files}
    second = [text(pack["tafel-2.pdf"], i) for i in range(pages(pack["tafel-2.pdf"]))]
    canvas = next(page for page in second if "Canvas 1 " in page)
    for known in ("Samira", "De Kring", "Lier"):
        assert known in canvas
    assert any("Bollenschema Lier" in page for page in second)
    assert any("van De Kring" in page for page in second)
    first = "\n".join(text(pack["tafel-1.pdf"], i) for i in range(pages(pack["tafel-1.pdf"])))
    assert "Bollenschema Gent" in first
    assert "<b>Bo</b>" in first
    assert "van =1+1" in first


def test_the_codes_of_a_bubble_sheet_lead_to_its_municipality(tmp_path: Path) -> None:
    file = listed(tmp_path, 3, 3)
    pack = {file.name: file.read_bytes() for file in make(order(tmp_path, participants=str(file))).files}
    document = pypdfium2.PdfDocument(pack["tafel-1.pdf"])
    codes = {
        code.text
        for page in document
        for code in zxingcpp.read_barcodes(page.render(scale=150 / 72, grayscale=True).to_pil())
    }
    places = [one for one in belgium() if one.region == "Vlaanderen"][:3]
    assert {own_url("bollenschema", f"/{one.nis}") for one in places} <= codes


def test_what_is_the_same_is_stored_once() -> None:
    """Two hundred canvases with the same on them take little more than one: a page is a few references."""
    small, large = (len(made(count)["alles-a3.pdf"]) for count in (32, 200))
    assert (large - small) / (200 - 32) < 4 * 1024


def test_an_outline_leads_to_each_pile() -> None:
    reader = PdfReader(BytesIO(made(7)["alles.pdf"]))
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert titles == ["Omslag", "Print- en snijlijst", "Printertest", "Begeleider", "Tafel 1", "Tafel 2", "Reserve"]


def lines(reader: PdfReader) -> list[tuple[str, list[tuple[str, int | None]]]]:
    """The outline: each line with those under it, and the page to which each of these leads."""
    found: list[tuple[str, list[tuple[str, int | None]]]] = []
    item: Any
    for item in reader.outline:
        if isinstance(item, list):
            found[-1][1].extend((str(one.title), reader.get_destination_page_number(one)) for one in item)
        else:
            found.append((str(item.title), []))
    return found


def test_the_large_files_lead_to_each_person_and_say_on_each_page_whose_it_is(tmp_path: Path) -> None:
    pack = {file.name: file for file in make(order(tmp_path, participants=str(listed(tmp_path, 3, 2)))).files}
    for name in ("alles.pdf", "alles-a3.pdf"):
        reader = PdfReader(BytesIO(pack[name].read_bytes()))
        under = dict(dict(lines(reader))["Tafel 1"])
        assert [title for title in under if title.startswith("Samira")] == [called(i) for i in range(3)]
        for who in range(3):
            at = under[called(who)]
            assert at is not None
            assert reader.page_labels[at : at + 3] == [f"Tafel 1, {called(who)} {page}" for page in (1, 2, 3)]
            assert all(called(who) in text(pack[name].read_bytes(), at + page) for page in (0, 1))
        assert len(reader.page_labels) == len(set(reader.page_labels))
    cards = PdfReader(BytesIO(pack["alles-kaarten.pdf"].read_bytes()))
    assert cards.page_labels[2:5] == ["Tafel 1, Tafelkaart 1", "Tafel 1, Tafelkaart 2", "Tafel 1, Partnerkaarten 1"]


def test_a_person_can_have_a_file_with_their_sheets_and_their_cards_alone(tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text(
        "naam;organisatie;gemeente\nŞule Öz;De Kring;\nŞule Öz;De Kring;\n;../Bos;\n\u0410;;\n", encoding="utf-8"
    )
    asked = Asked(participants=str(file), place="Lier")
    files = make(Order(asked, out=tmp_path, each=True)).files
    pack = {file.name: file.read_bytes() for file in files}
    own = [name for name in pack if name.startswith("tafel-1-")]
    assert own == ["tafel-1-1-sule-oz.pdf", "tafel-1-2-sule-oz.pdf", "tafel-1-3-bos.pdf", "tafel-1-4.pdf"]
    found = [text(pack[own[0]], page) for page in range(pages(pack[own[0]]))]
    # Two canvases, a bubble sheet, and twelve cards with their backs, four a sheet.
    assert len(found) == 3 + 2 * 3
    assert all("De Kring" in page for page in (*found[:2], *found[3::2]))
    make(Order(asked, out=tmp_path))
    assert not list(files[0].parent.glob("tafel-1-*"))


def test_the_folder_has_the_date_and_the_place(tmp_path: Path) -> None:
    day = datetime.date(2027, 3, 12)
    assert make(order(tmp_path, date=day)).files[0].parent == tmp_path / "nl" / "packs" / "2027-03-12-lier"
    assert make(order(tmp_path, place="Sint-Joost-ten-Node")).files[0].parent.name == "sint-joost-ten-node"
    assert make(order(tmp_path, place=None)).files[0].parent.name == "workshop"


def test_the_title_of_each_file_names_the_workshop(tmp_path: Path) -> None:
    files = {file.name: file for file in make(order(tmp_path, date=datetime.date(2027, 3, 12))).files}
    kit, when = "Bouw je netwerk uit", "12 maart 2027, Lier"
    for name, title in (("alles", f"{kit} – {when}"), ("tafel-2", f"Tafel 2 – {when} – {kit}")):
        about = PdfReader(files[f"{name}.pdf"]).metadata
        assert about and about.title == title
    about = PdfReader(make(order(tmp_path, place=None)).files[0]).metadata
    assert about and about.title == kit


def test_a_letter_that_another_font_has_is_told_once_for_all_people(tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    names = "".join(f"Жанна {i};Театр {i} vzw;Lier\n" for i in range(3))
    file.write_text(f"naam;organisatie;gemeente\n{names}", encoding="utf-8")
    notes = make(order(tmp_path, participants=str(file))).notes
    told = [one.values["letter"] for one in notes if one.code.startswith("letter")]
    assert "Ж" in told
    assert len(told) == len(set(told))


def test_two_stacks_in_two_processes_are_the_same_bytes(tmp_path: Path) -> None:
    file = listed(tmp_path, 9, 4)
    found = []
    for name, zone, seed in (("one", "Europe/Brussels", "1"), ("two", "Pacific/Auckland", "2")):
        out = tmp_path / name
        command = [
            sys.executable,
            "-m",
            "kit",
            "pack",
            "--participants",
            str(file),
            "--place",
            "Lier",
            "--out",
            str(out),
        ]
        subprocess.run(command, check=True, env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}, capture_output=True)
        found.append({name: hashlib.sha256(data).hexdigest() for name, data in tree(out).items()})
    assert found[0] == found[1]


def test_a_smaller_stack_leaves_nothing_of_the_larger_one(tmp_path: Path) -> None:
    folder = make(order(tmp_path, participants="18")).files[0].parent
    (folder / "tafel-9.pdf").write_bytes(b"of somebody else")
    make(order(tmp_path, participants="7"))
    assert {file.name for file in folder.glob("tafel-*")} == {"tafel-1.pdf", "tafel-2.pdf", "tafel-9.pdf"}


def test_nothing_is_touched_where_a_name_does_not_fit(tmp_path: Path) -> None:
    make(order(tmp_path))
    before = tree(tmp_path)
    file = tmp_path / "lang.csv"
    file.write_text("naam;organisatie;gemeente\n" + "Mia" * 70 + ";;Lier\n\u0633;;Lier\n", encoding="utf-8")
    with pytest.raises(KitError) as caught:
        make(order(tmp_path, participants=str(file)))
    wrong = {(one.code, one.mark.line) for one in caught.value.diagnostics if one.mark}
    assert {("person-too-long", 2), ("letter-missing", 3)} <= wrong
    file.unlink()
    assert tree(tmp_path) == before


def test_a_name_that_is_too_long_is_told_once_with_the_column_that_helps(tmp_path: Path, run: Run) -> None:
    """Not once for each sheet, nor for each way in which it is too long."""
    long = "Vereniging voor erfgoed en amateurkunsten " * 6
    file = tmp_path / "lang.csv"
    file.write_text(f"naam;organisatie;gemeente\nAnn;{long};Lier\n", encoding="utf-8")
    with pytest.raises(KitError) as caught:
        make(order(tmp_path, participants=str(file)))
    assert [one.code for one in caught.value.diagnostics] == ["organisation-too-long"]
    _, _, said = run("pack", "--participants", file, "--out", tmp_path / "out")
    assert said.count("too long") == 1
    assert "‘korte naam’" in said


def test_an_option_that_does_not_fit_is_named(tmp_path: Path, run: Run) -> None:
    long = "een heel lange naam " * 30
    asked = ("--participants", "4", "--venue", long, "--facilitator", long, "--out", tmp_path / "out")
    status, _, said = run("pack", *asked)
    assert status == 1
    assert {line.strip() for line in said.splitlines() if "option:" in line} == {
        "option: --venue",
        "option: --facilitator",
    }
    assert "--venue:0" not in said


@pytest.mark.parametrize("delay", [0.0, 0.3, 0.6, 0.9, 1.2])
def test_a_killed_stack_leaves_whole_files_and_the_next_one_is_whole(delay: float, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kit", "pack", "--participants", "7", "--place", "Lier", "--out", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()
    for file in tmp_path.rglob("*.pdf"):
        assert pages(file.read_bytes()) > 0
    files = make(order(tmp_path)).files
    assert {file.name for file in files[0].parent.iterdir()} == {".workshop.json", *(file.name for file in files)}


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"participants": "0"}, "workshop-participants"),
        ({"participants": "1000"}, "workshop-participants"),
        ({"participants": "-3"}, "workshop-participants"),
        ({"participants": None}, "workshop-nobody"),
        ({"participants": "200", "table_size": 1}, "workshop-tables"),
        ({"place": "Leir"}, "place-unknown-near"),
        ({"place": "x" * 101}, "place-unknown"),
    ],
)
def test_what_cannot_be_is_told(asked: dict[str, object], code: str, tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        make(order(tmp_path, **asked))  # type: ignore[arg-type]
    assert code in [one.code for one in caught.value.diagnostics]
    assert not list(tmp_path.iterdir())


def test_everything_that_is_wrong_with_options_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError) as caught:
        make(order(tmp_path, participants="0", place="Nergenshuizen"))
    assert len(caught.value.diagnostics) == 2


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        make(order(tmp_path, participants="nergens.csv"))
    assert [one.code for one in caught.value.diagnostics] == ["table-missing"]


def test_actors_stand_in_the_bubbles_and_the_rest_behind(tmp_path: Path) -> None:
    file = tmp_path / "actoren.csv"
    names = "".join(f"Vereniging nummer {i} met een lange naam;Lier;jeugd\n" for i in range(30))
    file.write_text("naam;gemeente;sector\n" + names, encoding="utf-8")
    found = make(order(tmp_path, participants="2", actors=file))
    pack = {path.name: path.read_bytes() for path in found.files}
    assert "Meer actoren" in text(pack["alles.pdf"], 1)
    assert isinstance(found, Made)


def test_for_a_print_shop_the_large_sheets_and_the_cards_are_there_in_its_inks(tmp_path: Path) -> None:
    asked = Asked(participants=str(listed(tmp_path, 3, 2)), place="Lier")
    pack = {file.name: file.read_bytes() for file in make(Order(asked, out=tmp_path, shop=True)).files}
    assert pages(pack["drukkerij-a3.pdf"]) == pages(pack["alles-a3.pdf"])
    # Organisations 0 and 1, and nobody: each card once, with its back.
    assert pages(pack["drukkerij-kaarten.pdf"]) == 2 * 3
    for name, width, height in (("drukkerij-a3.pdf", 420, 297), ("drukkerij-kaarten.pdf", 105, 148)):
        page = PdfReader(BytesIO(pack[name])).pages[0]
        trim = [round(float(side) * 25.4 / 72, 2) for side in (page.trimbox.width, page.trimbox.height)]
        bleed = [round(float(side) * 25.4 / 72, 2) for side in (page.bleedbox.width, page.bleedbox.height)]
        assert (trim, bleed) == ([width, height], [width + 6, height + 6])
        streams = b"\n".join(re.findall(rb"stream\r?\n(.*?)endstream", pack[name], re.DOTALL))
        assert streams
    assert all("rg" not in operators(pack["drukkerij-a3.pdf"], i) for i in range(pages(pack["drukkerij-a3.pdf"])))


def at_shop(folder: Path, **asked: object) -> dict[str, bytes]:
    file = listed(folder, 3, 2)
    found = Order(Asked(participants=str(file), place="Lier"), out=folder, shop=True, **asked)  # type: ignore[arg-type]
    return {file.name: file.read_bytes() for file in make(found).files}


def test_the_order_says_of_each_card_how_often_it_is_printed(tmp_path: Path) -> None:
    pack = at_shop(tmp_path)
    said = pack["drukkerij.txt"].decode()
    assert said.startswith("Bestelling: Bouw je netwerk uit, Lier\n")
    # Twelve cards for each of three people and one spare set, one for the facilitator.
    assert "49 kaarten samen." in said
    assert re.findall(r"bladzijden (\d) en (\d): (\d+) keer \((.*)\)", said) == [
        ("1", "2", "13", "zonder naam"),
        ("3", "4", "24", "Organisatie 0 vzw"),
        ("5", "6", "12", "Organisatie 1 vzw"),
    ]
    for number, whose in ((2, "van Organisatie 0 vzw"), (4, "van Organisatie 1 vzw")):
        assert whose in text(pack["drukkerij-kaarten.pdf"], number)
    for name in ("a3", "a4", "tafelkaarten"):
        sheets = pages(pack[f"drukkerij-{name}.pdf"])
        found = re.search(rf"drukkerij-{name}\.pdf: [^\n]*\n(\d+) blad", said)
        assert found and int(found[1]) == sheets
    assert "\u00a0" not in said


def test_cards_without_backs_are_a_page_each(tmp_path: Path) -> None:
    pack = at_shop(tmp_path, options=NO_BACKS)
    assert pages(pack["drukkerij-kaarten.pdf"]) == 3
    assert "bladzijde 2: 24 keer (Organisatie 0 vzw)" in pack["drukkerij.txt"].decode()


def test_with_a_print_shop_the_list_tells_what_it_prints_and_what_is_left(tmp_path: Path) -> None:
    pack = at_shop(tmp_path)
    before, _, after = text(pack["alles.pdf"], 1).replace("\n", " ").partition("Dit print je zelf")
    assert set(re.findall(r"\S+\.pdf", before)) == {
        f"drukkerij-{name}.pdf" for name in ("a3", "kaarten", "tafelkaarten")
    }
    assert set(re.findall(r"\S+\.pdf", after.partition("Samen")[0])) == {"printertest.pdf", "alles-a4.pdf"}
    assert "drukkerij.txt" in after
    listed_cards = re.search(r"drukkerij-kaarten\.pdf (\d+) A6", before)
    assert listed_cards and listed_cards[1] == "49"


def said(pack: dict[str, bytes], head: str) -> str:
    """The page of a stack that begins with a head, on one line."""
    found = (text(pack["alles.pdf"], page) for page in range(pages(pack["alles.pdf"])))
    return next(one for one in found if head in one).replace("\n", " ").replace("\u00a0", " ")


def test_with_a_print_shop_cover_and_run_sheet_count_cards_as_the_print_list_does(tmp_path: Path) -> None:
    pack = at_shop(tmp_path)
    assert "49 × Partnerkaarten A6" in said(pack, "In dit pakket")
    assert "Partnerkaarten A6 160 g 49 kaarten" in said(pack, "Timing")
    for head in ("In dit pakket", "Timing"):
        assert not re.search(r"\d+ × A4, \d+ kaart|\d+ \(\d+ kaart", said(pack, head))


def test_what_is_left_for_oneself_is_counted_without_what_the_shop_prints(tmp_path: Path) -> None:
    asked = Asked(participants=str(listed(tmp_path, 3, 2)), place="Lier")
    summary = make(Order(asked, out=tmp_path, shop=True)).summary
    assert set(summary.papers) == {"a4"}
    assert summary.by_paper == ("printertest.pdf", "alles-a4.pdf")
    assert summary.first.name == "alles-a4.pdf"


def test_large_cards_go_to_a_print_shop_on_a5(tmp_path: Path) -> None:
    pack = at_shop(tmp_path, edition="large")
    cards = PdfReader(BytesIO(pack["drukkerij-kaarten.pdf"])).pages
    assert len(cards) == 2 * 3
    trims = {tuple(round(float(side) * 25.4 / 72, 2) for side in page.trimbox[2:]) for page in cards}
    assert trims == {(220, 158.25)}
    order = pack["drukkerij.txt"].decode()
    # It lies, so it turns like the page of a book over its short edge.
    assert "drukkerij-kaarten.pdf: A5, 160 g, dubbelzijdig, korte zijde" in order and "49 kaarten samen." in order
    listed_there = said(pack, "Dit drukt de drukkerij")
    assert "A5, 160 g, dubbelzijdig, korte zijde, door de drukkerij" in listed_there
    assert "Partnerkaarten A5 160 g 49 kaarten" in "".join(said(pack, head) for head in ("Timing", "Printen"))


def test_a_single_card_without_a_back_asks_who_will_call(tmp_path: Path) -> None:
    for edition in ("colour", "large"):
        (tmp_path / edition).mkdir()
        pack = at_shop(tmp_path / edition, options=NO_BACKS, edition=edition)
        assert "wie belt?" in text(pack["drukkerij-kaarten.pdf"], 1)


def test_nothing_for_a_print_shop_has_a_link_or_a_sheet_that_is_about_printing(tmp_path: Path) -> None:
    pack = at_shop(tmp_path)
    for name in (name for name in pack if name.startswith("drukkerij-")):
        assert not [page for page in PdfReader(BytesIO(pack[name])).pages if "/Annots" in page]
    told = "".join(text(pack["drukkerij-a4.pdf"], page) for page in range(pages(pack["drukkerij-a4.pdf"])))
    assert "Timing" in told and "Zo zet je de printer" not in told and "Meet beide lijnen" not in told


def test_a_stack_that_needs_no_shop_leaves_none_of_its_files(tmp_path: Path) -> None:
    at_shop(tmp_path)
    found = make(Order(Asked(participants=str(listed(tmp_path, 3, 2)), place="Lier"), out=tmp_path)).files
    assert not list(found[0].parent.glob("drukkerij*"))


def operators(pdf: bytes, page: int) -> set[str]:
    """The operators of a page and of what is painted on it."""
    found: Any = PdfReader(BytesIO(pdf)).pages[page]
    forms = found["/Resources"].get("/XObject", {}).values()
    streams = [found.get_contents(), *(form.get_object() for form in forms)]
    return {word for stream in streams for word in stream.get_data().decode("latin-1").split()}
