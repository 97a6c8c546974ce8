"""`kit bubbles` as its users meet it: which files come, what they say of themselves, and what is said."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from kit import files, fingerprint
from kit.bubbles import build, pages
from kit.bubbles.build import Order, make
from kit.bubbles.selection import WORKSHOPS, Selection, choose
from kit.cli import app
from kit.diagnostics import Diagnostic, KitError
from kit.draw.bubbles.plan import plan
from kit.draw.context import DrawingContext
from kit.draw.look.editions import PAPERS
from kit.draw.look.theme import Font, theme
from kit.draw.page import Page
from kit.draw.text.fonts import Fonts
from kit.model.catalogue import Catalogue
from kit.model.catalogue import load as load_content
from kit.model.places.lookup import Lookup
from kit.model.places.municipalities import load
from kit.model.places.named import NamedSheet
from kit.model.schema import BubbleSheet
from kit.model.shipped import copy
from tests.conftest import CONTENT, own_url, shipped
from tests.small import change, tree

Run = Callable[..., tuple[int, str, str]]
LIER, GENT = "nl/bubbles/12021-lier.pdf", "nl/bubbles/44021-gent.pdf"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the command into a folder of its own: its exit status, what it printed, and what it complained of."""

    def _run(*arguments: str | Path, language: str = "en") -> tuple[int, str, str]:
        words = ["bubbles", *map(str, arguments), "--out", str(tmp_path / "out")]
        status = app.run(words, {"KIT_LANG": language})
        return (status, *capsys.readouterr())

    return _run


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def ask(out: Path, *places: str, **selection: object) -> Order:
    return Order(Selection(places, **selection), out=out)  # type: ignore[arg-type]


def text(file: Path, page: int = 0) -> str:
    return PdfReader(file).pages[page].extract_text()


def outline(file: Path) -> list[tuple[int, str, int]]:
    """Level, title and page of each line."""
    lines = pypdfium2.PdfDocument(file).get_toc()
    return [(line.level, line.get_title(), line.get_dest().get_index()) for line in lines]


# Files


def test_a_place_gives_a_file_named_after_its_municipality(run: Run, out: Path) -> None:
    status, said, complaint = run("Gooik")
    file = out / "nl" / "bubbles" / "23106-pajottegem.pdf"
    assert (status, said) == (0, f"{file}\n")
    assert complaint == (
        "warning: Gooik merged and is now a part of Pajottegem. Your bubble sheet bears the name of Pajottegem.\n"
        f"Paper: 1 sheet of A3.\nOpen first: {file}\n"
    )
    assert list(tree(out)) == ["nl/bubbles/23106-pajottegem.pdf"]
    assert {"Pajottegem", "Lennik", "Ninove"} <= set(text(file).split())


def test_the_file_says_what_it_is(out: Path) -> None:
    make(ask(out, "Lier"))
    pdf = PdfReader(out / LIER, strict=True)
    assert pdf.metadata
    assert (pdf.metadata.title, pdf.metadata.subject) == ("Bollenschema Lier – Bouw je netwerk uit", "b/12021")
    assert pdf.metadata.keywords == shipped().kit.audience.plain
    assert outline(out / LIER) == [(0, "Bollenschema Lier", 0)]
    links = {annotation.get_object()["/A"]["/URI"] for annotation in pdf.pages[0]["/Annots"]}  # type: ignore[attr-defined]
    assert set(links) == {own_url("bollenschema", "/12021")}


@pytest.mark.parametrize(
    ("place", "file"),
    [
        ("Braine-le-Comte", "55004-s-gravenbrakel"),
        ("Beveren-Kruibeke-Zwijndrecht", "46030-beveren-kruibeke-zwijndrecht"),
        ("Crisnée", "64021-crisnee"),
    ],
)
def test_a_name_becomes_a_name_of_a_file_on_any_system(out: Path, place: str, file: str) -> None:
    assert [path.stem for path in make(ask(out, place)).files] == [file]


def test_other_editions_have_a_folder_of_their_own(run: Run, out: Path) -> None:
    assert run("Essen", "--edition", "grey")[0] == 0
    assert list(tree(out)) == ["nl/grey/bubbles/11016-essen.pdf"]


def test_large_sheets_are_as_many_as_it_takes(out: Path) -> None:
    for paper, sheets in zip(PAPERS, (2, 4), strict=True):
        made = make(replace(ask(out, "Lier"), edition="large", paper=paper))
        (file,) = made.files
        assert file.relative_to(out).parts[:2] == ("nl", "large")
        reader = PdfReader(file)
        assert len(reader.pages) == sheets
        assert all(one in text(file) for one in ("Duffel", "Berlaar", "Boechout", "Nijlen", "Lint", "Ranst"))


def test_a_place_twice_is_one_file(out: Path) -> None:
    assert len(make(ask(out, "Lier", "2500", "lier")).files) == 1


@pytest.mark.parametrize("others", [(), ("Brussel", "Gent", "Essen"), ("Antwerpen",)])
def test_a_file_is_the_same_alone_and_among_others(out: Path, others: tuple[str, ...]) -> None:
    make(ask(out, "Lier"))
    make(ask(out / "more", *others, "Lier"))
    assert (out / LIER).read_bytes() == (out / "more" / LIER).read_bytes()


def test_two_sheets_where_there_are_more_than_eight_neighbours(out: Path) -> None:
    (file,) = make(ask(out, "Brussel")).files
    assert len(PdfReader(file).pages) == 2
    assert outline(file) == [(0, "Bollenschema Brussel", 0)]


# The book


def test_a_book_of_some_places_has_a_line_for_each(run: Run, out: Path) -> None:
    book = out.parent / "boek.pdf"
    status, said, _ = run("Brussel", "Lier", "--book", book)
    assert (status, said.splitlines()[-1]) == (0, str(book))
    assert outline(book) == [(0, "Brussel", 0), (0, "Lier", 2)]
    assert [text(book, i) for i in range(2)] == [text(out / "nl/bubbles/21004-brussel.pdf", i) for i in range(2)]


def test_a_book_of_a_region_has_an_outline_by_province(out: Path) -> None:
    order = Order(Selection(region="Rivierenland"), out=out, book=out / "boek.pdf")
    made = make(order)
    lines = outline(out / "boek.pdf")
    assert [title for level, title, _ in lines if level == 0] == ["Antwerpen"]
    names = [title for level, title, _ in lines if level == 1]
    assert names == sorted(names)
    assert len(names) == len(made.files) - 1
    assert "Mechelen" in names
    assert all(name in text(out / "boek.pdf", page) for level, name, page in lines if level)


@pytest.mark.parametrize(
    ("selection", "count"),
    [(Selection(everything=True), 304), (Selection(province="limburg"), 38), (Selection(region="Brussel"), 19)],
)
def test_a_group_is_everybody_in_it(selection: Selection, count: int) -> None:
    municipalities = load(CONTENT)
    assert len(choose(selection, municipalities, Lookup(municipalities)).plans) == count


# Neighbours


def test_chosen_neighbours_take_the_place_of_the_others_and_that_is_said(run: Run, out: Path) -> None:
    status, _, complaint = run("Lier", "--with", "Duffel", "--with", "Gent")
    assert status == 0
    shown = set(text(out / LIER).split())
    assert {"Lier", "Duffel", "Gent"} <= shown
    assert "Nijlen" not in shown
    assert "note: Not on the sheet of Lier: " in complaint
    assert re.search(r"Not on the sheet of Lier: .*Nijlen.*\.", complaint)
    assert "note: On the sheet of Lier, but no neighbour: Gent.\n" in complaint


def test_no_more_neighbours_than_asked_the_longest_borders_first(run: Run, out: Path) -> None:
    _, said, _ = run_places("Lier")
    nearest = re.findall(r"\d\. (\S+)", said)
    status, _, complaint = run("Lier", "--neighbours", "3")
    assert status == 0
    shown = set(text(out / LIER).split())
    assert [name in shown for name in nearest] == [True] * 3 + [False] * (len(nearest) - 3)
    assert complaint.startswith(f"note: Not on the sheet of Lier: {', '.join(nearest[3:])}.\n")


def run_places(place: str) -> tuple[int, str, str]:
    result = subprocess.run(
        [sys.executable, "-m", "kit", "places", place], capture_output=True, check=True, text=True, encoding="utf-8"
    )
    return result.returncode, result.stdout, result.stderr


def test_a_single_sheet_names_those_left_out(run: Run, out: Path) -> None:
    status, _, complaint = run("Brussel", "--single")
    assert status == 0
    assert len(PdfReader(out / "nl/bubbles/21004-brussel.pdf").pages) == 1
    left = re.findall(r"Not on the sheet of Brussel: (.*)\.", complaint)
    assert len(left[0].split(", ")) == 8


def test_directions_that_are_rough_are_said(run: Run) -> None:
    assert "warning: On the sheet of Sint-Laureins not all neighbours stand on the side " in run("Sint-Laureins")[2]


# Wrong use: everything at once, and nothing is written


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((), "Welke gemeente?"),
        (("Lier", "--all"), "Hier staan gemeenten op twee manieren."),
        (("--province", "Limburg", "--region", "Kempen"), "Hier staan gemeenten op twee manieren."),
        (("Lier", "Gent", "--with", "Duffel"), "--with hoort bij één plaats."),
        (("Lier", "--with", "Lier"), "Lier staat al in het midden: --with is voor de andere."),
        (("--province", "Limbrug"), "Er is geen provincie Limbrug."),
        (("--region", ""), "Er is geen regio ."),
        (("--region", "Kempem"), "Er is geen regio Kempem."),
        (("Lier", "--neighbours", "0"), "Bij --neighbours hoort een ander getal."),
        (("Lier", "--neighbours", "veel"), "Bij --neighbours hoort een ander getal."),
        (("Lier", "--single=ja"), "Bij --single hoort geen waarde."),
        (("Lier", "--lang", "../nl"), "‘../nl’ kan geen taal zijn."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_is_said(run: Run, out: Path, arguments: tuple[str, ...], complaint: str) -> None:
    status, said, complained = run(*arguments, language="nl")
    assert (status, said) == (2, "")
    assert complained.startswith(f"fout: {complaint}\n")
    assert not out.exists()


def test_every_wrong_place_and_option_is_said_in_one_run(run: Run, out: Path) -> None:
    status, _, complaint = run("Leir", "Lier", "Haren", "--with", "Duffle", "--region", "Kempen")
    assert status == 2
    assert set(re.findall(r"‘(\w+)’", complaint)) == {"Haren", "Leir", "Duffle"}
    assert "in two ways" in complaint
    assert "with one place only" in complaint
    assert not out.exists()


def test_more_than_sixteen_do_not_fit(run: Run) -> None:
    many = (
        "Gent Aalst Ninove Zele Lede Wetteren Lokeren Ronse Zottem Eeklo Deinze Temse Hamme Evergem Melle Brakel Gavere"
    )
    chosen = [word for place in many.replace("Zottem", "Zottegem").split() for word in ("--with", place)]
    status, _, complaint = run("Lier", *chosen)
    assert status == 2
    assert "So many do not fit: 17." in complaint


def test_wrong_content_is_said_and_nothing_is_written(run: Run, out: Path, tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    change(content / "nl" / "sheets" / "bollenschema.yaml", "north: N", "nroth: N")
    status, _, complaint = run("Lier", "--content", content)
    assert status == 1
    assert "nroth" in complaint
    assert not out.exists()


def test_a_folder_without_all_letters_is_said_where_the_content_names_it(run: Run, out: Path, tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    (content / "nl" / "letters").mkdir()
    regular = Fonts().face(Font("Fira Sans", 400)).path
    shutil.copy(regular, content / "nl" / "letters" / regular.name)
    kit = content / "nl" / "kit.yaml"
    kit.write_text(kit.read_text(encoding="utf-8") + "fonts: letters\n", encoding="utf-8")
    status, _, complaint = run("Lier", "--content", content)
    assert status == 1
    assert f"{kit}:" in complaint and "Poppins-Bold.ttf" in complaint
    assert not out.exists()


def test_a_problem_on_one_sheet_keeps_all_from_being_written(run: Run, out: Path, tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    change(content / "nl" / "sheets" / "bollenschema.yaml", "  head: VERVOLG", "  head: 从这里继续")
    status, said, complaint = run("Lier", "Brussel", "--content", content)
    assert (status, said) == (1, "")
    assert "bollenschema.yaml" in complaint
    assert not out.exists()
    assert run("Lier", "--content", content)[0] == 0


def test_what_was_saved_and_undone_while_it_was_read_is_made_anew(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = replace(ask(out, "Lier"), content=copy_of_content(tmp_path))
    file = tmp_path / "content" / "nl" / "sheets" / "bollenschema.yaml"
    before = file.read_text(encoding="utf-8")

    def while_it_is_read(*asked: Any, **what: Any) -> Catalogue:
        change(file, "head: VERVOLG", "head: VOLGT")
        catalogue = load_content(*asked, **what)
        file.write_text(before, encoding="utf-8")
        return catalogue

    with monkeypatch.context() as patched:
        patched.setattr(build, "load", while_it_is_read)
        make(order)
    changed = (out / LIER).read_bytes()
    assert make(order).current == 0
    assert (out / LIER).read_bytes() != changed


def copy_of_content(tmp_path: Path) -> Path:
    copy(tmp_path / "content")
    return tmp_path / "content"


# Known actors


def actors(tmp_path: Path, *rows: str) -> Path:
    file = tmp_path / "actoren.csv"
    file.write_text("\n".join(("naam;gemeente;sector", *rows)), encoding="utf-8")
    return file


def test_actors_stand_in_the_bubble_of_their_municipality(run: Run, out: Path, tmp_path: Path) -> None:
    file = actors(tmp_path, "Harmonie Şen;Lier;Amateurkunsten", "Voka;Nijlen;Lokale economie")
    status, _, complaint = run("Lier", "--actors", file)
    assert status == 0
    assert complaint.splitlines() == [
        "2 actors from actoren.csv.",
        "  A  naam      naam",
        "  B  gemeente  gemeente",
        "  C  sector    sector",
        "Paper: 1 sheet of A3.",
        f"Open first: {out / LIER}",
    ]
    assert "Harmonie Şen" in text(out / LIER)


def test_a_list_behind_the_sheet_has_its_line_in_the_outline(run: Run, out: Path, tmp_path: Path) -> None:
    file = actors(tmp_path, *(f"Vereniging nummer {i} van de stad Lier;Lier;Amateurkunsten" for i in range(40)))
    assert run("Lier", "--actors", file)[0] == 0
    assert outline(out / LIER)[0] == (0, "Bollenschema Lier", 0)
    assert outline(out / LIER)[1] == (0, "Meer actoren, Lier", 1)


def test_actors_of_another_place_are_not_lost_in_silence(run: Run, tmp_path: Path) -> None:
    file = actors(tmp_path, "Opera;Gent;Amateurkunsten", "Harmonie;Lier;Amateurkunsten")
    status, _, complaint = run("Lier", "--actors", file)
    assert status == 0
    assert "note: 1 actor of the list is on none of these sheets: it is in Gent." in complaint


def test_wrong_rows_and_wrong_places_are_said_in_one_run(run: Run, out: Path, tmp_path: Path) -> None:
    file = actors(tmp_path, "Harmonie;Leir;Amateurkunsten", "Opera;Gent;Muzeeum")
    status, _, complaint = run("Gooikk", "--actors", file)
    assert status == 2
    assert {"Gooikk", "Leir", "Muzeeum"} <= set(re.findall(r"‘(\w+)’", complaint))
    assert run("Gooik", "--actors", file)[0] == 1
    assert not out.exists()


# What is there already


def test_a_second_run_makes_nothing(run: Run, out: Path) -> None:
    run("Lier", "Gent", "--book", out / "boek.pdf")
    before = {file: file.stat().st_mtime_ns for file in out.rglob("*.pdf")}
    status, said, complaint = run("Lier", "Gent", "--book", out / "boek.pdf")
    assert (status, len(said.splitlines())) == (0, 3)
    assert "note: 3 of these were there already and are still right: they were not made again.\n" in complaint
    assert {file: file.stat().st_mtime_ns for file in out.rglob("*.pdf")} == before


@pytest.mark.parametrize("spoilt", ["gone", "cut short", "foreign", "of another place"])
def test_a_file_that_is_not_right_is_made_again(out: Path, spoilt: str) -> None:
    make(ask(out, "Lier", "Gent"))
    lier, gent = out / LIER, out / GENT
    good = lier.read_bytes()
    contents = {"cut short": good[:-20], "foreign": b"%PDF-1.7", "of another place": gent.read_bytes()}
    if spoilt == "gone":
        lier.unlink()
    else:
        lier.write_bytes(contents[spoilt])
    kept = gent.stat().st_mtime_ns
    assert make(ask(out, "Lier", "Gent")).current == 1
    assert lier.read_bytes() == good
    assert gent.stat().st_mtime_ns == kept


def test_what_it_was_made_from_counts(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    selection = Selection(("Lier",))
    content = copy_of_content(tmp_path)
    file = actors(tmp_path, "Harmonie;Lier;Amateurkunsten")
    orders = [
        Order(selection, out=out, content=content),
        Order(Selection(("Lier",), most=3), out=out, content=content),
        Order(selection, out=out, content=content, actors=file),
    ]
    assert [make(order).current for order in orders] == [0, 0, 0]
    assert [make(orders[2]).current, make(orders[0]).current] == [1, 0]
    change(content / "nl" / "sheets" / "bollenschema.yaml", "title: Bollenschema", "title: Bollen")
    assert make(orders[0]).current == 0
    assert make(orders[0]).current == 1
    monkeypatch.setattr(fingerprint, "of_program", lambda: b"another program")
    assert make(orders[0]).current == 0


def test_stopped_half_way_and_started_again_only_what_is_missing_is_made(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = ("Lier", "Gent", "Essen")
    written: list[Path] = []
    write = files.write_all

    def write_one_then_stop(one: dict[Path, bytes]) -> None:
        if written:
            raise KeyboardInterrupt
        written.extend(one)
        write(one)

    monkeypatch.setattr(files, "write_all", write_one_then_stop)
    with pytest.raises(KeyboardInterrupt):
        make(ask(out, *places))
    assert [out / name for name in tree(out)] == written
    monkeypatch.undo()
    drawn: list[str] = []
    draw = pages.BubbleSheetPainter.draw

    def draw_and_tell(self: pages.BubbleSheetPainter, named: NamedSheet) -> Sequence[Page]:
        drawn.append(named.own.name)
        return draw(self, named)

    monkeypatch.setattr(pages.BubbleSheetPainter, "draw", draw_and_tell)
    assert make(ask(out, *places)).current == 1
    assert drawn == ["Gent", "Essen"]


def test_the_bar_is_told_each_step_up_to_the_last(out: Path) -> None:
    told: list[tuple[int, int]] = []
    order = Order(Selection(("Lier", "Brussel")), out=out, book=out / "boek.pdf")
    make(order, lambda done, total: told.append((done, total)))
    assert told == [(i, 7) for i in range(1, 8)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_an_interrupt_stops_without_a_word(out: Path) -> None:
    program = (
        "import kit.cli.app, kit.files, signal; "
        "kit.files.write_all = lambda _: signal.raise_signal(signal.SIGINT); kit.cli.app.main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, "bubbles", "Lier", "--out", str(out)], capture_output=True, check=False
    )
    assert (result.returncode, result.stdout, result.stderr.strip()) == (130, b"", b"")
    assert not out.exists() or not tree(out)


# Limits


def test_a_file_weighs_no_more_than_60_kb(out: Path) -> None:
    made = make(Order(Selection(region="Kempen"), out=out, book=out / "boek.pdf"))
    *files, _ = (path.stat().st_size for path in made.files)
    assert sum(files) / len(files) <= 60_000


def test_nearly_all_sheets_are_painted_in_one_book_with_every_letter_that_they_have() -> None:
    """The files could not be the same alone and in a book otherwise."""
    catalogue, municipalities = shipped(), load(CONTENT)
    sheet = catalogue.sheets["bollenschema"]
    assert isinstance(sheet, BubbleSheet)
    drawing = pages.BubbleSheetPainter(DrawingContext(catalogue, theme("colour"), Fonts()), sheet, {})
    books = Counter[object]()
    for own in (one for one in municipalities if one.region in WORKSHOPS):
        drawn = drawing.draw(plan(own, municipalities.neighbours(own)).named)
        known = pages.letters(drawn)
        books[known] += 1
        for page in drawn:
            for text in page.all_texts:
                assert all(set(part.text) <= set(dict(known)[part.font]) for part in text.each)
    assert books.total() == 304
    assert books.most_common(1)[0][1] > 280
    assert len(books) < 10


def test_problems_are_told_once(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = pages.BubbleSheetPainter.draw

    def spoilt(self: pages.BubbleSheetPainter, named: NamedSheet) -> Sequence[Page]:
        found = draw(self, named)
        found[0].problems.append(Diagnostic("text-too-long", {"text": "x", "excess": 1.0}))
        return found

    monkeypatch.setattr(pages.BubbleSheetPainter, "draw", spoilt)
    with pytest.raises(KitError) as caught:
        make(ask(out, "Lier", "Gent"))
    assert [one.code for one in caught.value.diagnostics] == ["text-too-long"]


# On A4


def test_on_a4_a_sheet_is_two_tiles_in_a_folder_of_its_own(out: Path) -> None:
    lists = out / "actoren.csv"
    lists.parent.mkdir(parents=True, exist_ok=True)
    names = [f"vereniging {number} met een lange naam;Lier;Amateurkunsten" for number in range(40)]
    lists.write_text("\n".join(["naam;gemeente;sector", *names]) + "\n", encoding="utf-8")
    made = make(Order(Selection(("Lier", "Brussel")), lists, out=out, paper="a4"))
    assert [file.relative_to(out).as_posix() for file in made.files] == [
        "nl/a4/bubbles/12021-lier.pdf",
        "nl/a4/bubbles/21004-brussel.pdf",
    ]
    lier, brussel = (pypdfium2.PdfDocument(file) for file in made.files)
    assert len(brussel) == 4
    assert len(lier) == 3
    assert {
        tuple(round(side / 72 * 25.4, 2) for side in page.get_size()) for pdf in (lier, brussel) for page in pdf
    } == {(210, 297)}
    assert [mark.get_dest().get_index() for mark in lier.get_toc()] == [0, 2]


def test_another_paper_is_another_file_and_other_bytes(out: Path) -> None:
    a3, a4 = (make(Order(Selection(("Lier",)), out=out, paper=paper)) for paper in PAPERS)
    assert a3.files != a4.files
    assert (a3.current, a4.current) == (0, 0)
    book = out / "boek.pdf"
    for paper in PAPERS:
        found = make(Order(Selection(("Lier",)), book=book, out=out, paper=paper))
        assert found.current == 1


def test_a_place_abroad_stands_in_a_bubble_and_the_code_stays_that_of_the_municipality(run: Run, out: Path) -> None:
    chosen = ("--with", "Baarle-Nassau (NL)", "--with", "Łódź (PL)", "--with", "Duffel", "--with", "Breda")
    status, _, complaint = run("Lier", *chosen)
    assert status == 0
    (page,) = PdfReader(out / LIER).pages
    text = page.extract_text()
    assert all(name in text for name in ("Baarle-Nassau (NL)", "Łódź (PL)", "Duffel", "Breda (NL)"))
    links = [note.get_object()["/A"]["/URI"] for note in page["/Annots"]]  # type: ignore[attr-defined]
    assert own_url("bollenschema", "/12021") in links
    assert "does not know where it lies: Łódź (PL)." in complaint
    assert "no neighbour" not in complaint


@pytest.mark.parametrize("place", ["Nederland", "Kempen", "online"])
def test_what_is_no_place_stands_in_no_bubble(run: Run, out: Path, place: str) -> None:
    status, _, complaint = run("Lier", "--with", place)
    assert (status, place in complaint) == (2, True)
    assert not out.exists()


def test_a_name_that_fits_in_no_bubble_is_told(run: Run, out: Path) -> None:
    chosen = [word for name in "abcdefgh" for word in ("--with", f"{name}{'w' * 40} (buitenland)")]
    status, _, complaint = run("Lier", *chosen)
    assert status == 1
    assert "www" in complaint
    assert not out.exists()
