"""kit printer-test: one file, whole or not at all, that a print window prints on both sides by itself."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from kit.build.printer_test import Order, make
from kit.cli import app
from tests.small import change, drop, small_kit, tree

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the command in this process, into ``out``: its exit status, what it printed and what it complained of."""

    def _run(*arguments: str | Path, language: str = "en") -> tuple[int, str, str]:
        typed = ["printer-test", *map(str, arguments), "--out", str(tmp_path / "out")]
        status = app.run(typed, {"KIT_LANG": language})
        return (status, *capsys.readouterr())

    return _run


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_kit(tmp_path / "content")


def pages(file: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(file.read_bytes())).pages]


def test_it_makes_a_file_with_a_front_and_a_back(run: Run, tmp_path: Path) -> None:
    status, said, complaint = run()
    file = tmp_path / "out" / "nl" / "printertest.pdf"
    assert (status, said, complaint) == (0, f"{file}\n{file.with_stem('printertest-a3')}\n", "")
    assert set(tree(tmp_path / "out")) == {"nl/printertest.pdf", "nl/printertest-a3.pdf"}
    front, back = pages(file)
    assert front.startswith("Printertest") and back.startswith("Achterkant")
    preferences = PdfReader(file).root_object["/ViewerPreferences"].get_object()
    assert isinstance(preferences, DictionaryObject)
    assert str(preferences["/Duplex"]) == "/DuplexFlipLongEdge"
    assert str(preferences["/PrintScaling"]) == "/None"


def test_a_file_on_a3_is_printed_on_one_side_at_its_size(run: Run, tmp_path: Path) -> None:
    assert run()[0] == 0
    file = tmp_path / "out" / "nl" / "printertest-a3.pdf"
    (page,) = PdfReader(file).pages
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [420, 297]
    assert page.extract_text().startswith("Printertest A3")
    preferences = PdfReader(file).root_object["/ViewerPreferences"].get_object()
    assert isinstance(preferences, DictionaryObject)
    assert (str(preferences["/Duplex"]), str(preferences["/PrintScaling"])) == ("/Simplex", "/None")


def test_content_of_before_the_test_on_a3_makes_the_one_on_a4(run: Run, content: Path, tmp_path: Path) -> None:
    file = content / "nl" / "workshop" / "printer-test.yaml"
    file.write_text(file.read_text(encoding="utf-8").partition("\na3:")[0], encoding="utf-8")
    assert run("--content", content)[0] == 0
    assert list(tree(tmp_path / "out")) == ["nl/printertest.pdf"]


def test_what_both_sheets_say_is_told_once(run: Run, content: Path) -> None:
    file = content / "nl" / "workshop" / "printer-test.yaml"
    change(file, "  head: Maat", "  head: " + "Maat " * 40)
    change(file, "  closing: Juist?", "  closing: " + "Juist? " * 60)
    _, _, complaint = run("--content", content)
    assert complaint.count("printer-test.yaml:") == 2 and complaint.endswith("2 errors.\n")


@pytest.mark.parametrize("edition", ["grey", "low-ink"])
def test_other_editions_have_a_folder_of_their_own(run: Run, tmp_path: Path, edition: str) -> None:
    assert run("--edition", edition)[0] == 0
    assert sorted(tree(tmp_path / "out")) == [f"nl/{edition}/{name}.pdf" for name in ("printertest-a3", "printertest")]


def test_the_file_is_called_as_in_a_pack(run: Run, content: Path, tmp_path: Path) -> None:
    change(content / "nl" / "packs.yaml", "printer_test: printertest", "printer_test: eerst-dit")
    assert run("--content", content)[0] == 0
    assert sorted(tree(tmp_path / "out")) == ["nl/eerst-dit-a3.pdf", "nl/eerst-dit.pdf"]


def test_the_same_content_gives_the_same_bytes_and_a_shift_gives_others(tmp_path: Path, content: Path) -> None:
    def made(**asked: object) -> bytes:
        return make(Order(out=tmp_path / "out", **asked)).files[0].read_bytes()  # type: ignore[arg-type]

    plain = made()
    assert made() == plain == made(shift=(0, 0))
    moved = made(shift=(1.5, -0.5))
    assert moved != plain
    moved = made(content=content, shift=(1.5, -0.5))
    change(content / "nl" / "kit.yaml", "  duplex_shift:", "  duplex_shift: 1,5; -0,5")
    assert made(content=content) == moved


@pytest.mark.parametrize("typed", ["1.5,-0.5", "1,5;-0,5", "-1.5,0", "-1,5;0"])
def test_a_shift_is_typed_with_points_or_commas(run: Run, typed: str) -> None:
    assert run("--duplex-shift", typed)[0] == 0


@pytest.mark.parametrize("typed", ["1.5", "1,5,-0,5", "11,0", "een,twee"])
def test_any_other_shift_is_wrong_use(run: Run, tmp_path: Path, typed: str) -> None:
    status, said, complaint = run("--duplex-shift", typed, language="nl")
    assert (status, said) == (2, "")
    assert complaint == (
        "fout: Bij --duplex-shift horen twee getallen: hoeveel mm naar rechts, en hoeveel naar boven.\n"
        f'    verwacht: 1.5,-0.5 of "1,5;-0,5", elk hoogstens 10\n    gevonden: {typed}\n'
        "Meer weten? Typ: kit printer-test --help\n"
    )
    assert not (tmp_path / "out").exists()


def test_everything_that_is_wrong_is_told_and_the_last_good_file_stays(run: Run, content: Path, tmp_path: Path) -> None:
    assert run("--content", content)[0] == 0
    before = tree(tmp_path / "out")
    workshop = content / "nl" / "workshop"
    change(workshop / "printer-test.yaml", "closing: Alles juist?", "closing: " + "Alles juist? " * 20)
    change(workshop / "cover.yaml", "note:", "noot:")
    status, said, complaint = run("--content", content)
    assert (status, said) == (1, "")
    assert "cover.yaml" in complaint
    change(workshop / "cover.yaml", "noot:", "note:")
    status, said, complaint = run("--content", content)
    assert (status, said) == (1, "")
    assert "printer-test.yaml:" in complaint and complaint.endswith("1 error.\n")
    assert tree(tmp_path / "out") == before


def test_content_without_a_workshop_is_told(run: Run, content: Path) -> None:
    packs = content / "nl" / "packs.yaml"
    packs.write_text(packs.read_text(encoding="utf-8").partition("# Een workshop")[0], encoding="utf-8")
    status, _, complaint = run("--content", content)
    assert status == 1
    assert complaint.startswith("error: It does not say in ")


def test_content_without_a_printer_has_no_shift(run: Run, content: Path, tmp_path: Path) -> None:
    assert run("--content", content)[0] == 0
    plain = tree(tmp_path / "out")
    drop(content / "nl" / "kit.yaml", "printer:", "duplex_shift:")
    assert run("--content", content)[0] == 0
    assert tree(tmp_path / "out") == plain
