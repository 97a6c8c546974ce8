"""What is built: the right files, the same bytes each time, and whole files or none."""

import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf import PdfReader

from kit import registry
from kit.build import print_targets
from kit.build.build import Order, build, make_plan
from kit.build.manifest import unchanged
from kit.build.order import quoted
from kit.diagnostics import Diagnostic, KitError, Mark, Severity, WrongUseError
from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.paint import pdf_bytes
from kit.draw.text.fonts import cut_names
from kit.model.catalogue import read
from kit.model.printing import CardPrint
from tests.conftest import CONTENT, SHEETS, shipped
from tests.small import change, drop, small_kit, tree

ON_A4 = ("canvas-1", "canvas-2", "inspiratielijst")
WHOLE = {"sheets/canvas-1.pdf", "sheets/canvas-2.pdf", "packs/volledig.pdf"}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_kit(tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="module")
def built(content: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All files of a build, by their path under ``nl``."""
    out = tmp_path_factory.mktemp("out")
    build(Order((), content, out))
    return tree(out / "nl")


def codes(error: pytest.ExceptionInfo[KitError]) -> list[str]:
    return [item.code for item in error.value.diagnostics]


# The plan


def test_no_name_means_everything() -> None:
    plan = make_plan(shipped(), ())
    assert plan.sheets == plan.drawn == SHEETS
    assert [pack.name for pack in plan.packs] == ["volledig"]


def test_a_pack_draws_its_sheets_but_writes_itself_alone() -> None:
    plan = make_plan(shipped(), ("volledig", "canvas-2"))
    assert plan.sheets == ("canvas-2",)
    assert plan.drawn == SHEETS


def test_names_come_in_the_order_of_the_kit_and_once() -> None:
    plan = make_plan(shipped(), ("werkwijze", "canvas-1", "werkwijze"))
    assert plan.sheets == plan.drawn == ("canvas-1", "werkwijze")
    assert plan.packs == ()


def test_every_unknown_name_is_said() -> None:
    with pytest.raises(WrongUseError) as caught:
        make_plan(shipped(), ("canvas1", "canvas-1", "zzz"))
    assert [item.values.get("close") for item in caught.value.diagnostics] == ["canvas-1", None]


def test_where_content_is_wrong_what_is_right_is_drawn_and_all_is_told(tmp_path: Path) -> None:
    content = small_kit(tmp_path)
    drop(content / "nl" / "sheets" / "canvas-1.yaml", "fragment: c1")
    change(content / "nl" / "sheets" / "canvas-2.yaml", "title: Over", "title: 你 Over")
    found = {}
    for names in ((), ("canvas-1",), ("canvas-2", "unknown")):
        with pytest.raises(KitError) as caught:
            build(Order(names, content, tmp_path / "out"))
        assert not isinstance(caught.value, WrongUseError)
        found[names] = codes(caught)
    assert found == {
        (): ["missing-key", "letter-missing"],
        ("canvas-1",): ["missing-key"],
        ("canvas-2", "unknown"): ["missing-key", "letter-missing"],
    }
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("file", "old", "new"), [("packs.yaml", "name: volledig", "name: con"), ("kit.yaml", "- canvas-2", "- lpt1")]
)
def test_a_name_that_windows_keeps_for_a_device_is_told_in_its_place(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    content = small_kit(tmp_path)
    change(content / "nl" / file, old, new)
    told = [problem for problem in read(content, "nl").problems if problem.code == "unsafe-file-name"]
    assert [Path(problem.mark.file).name for problem in told if problem.mark] == [file]
    assert [problem.values["name"] for problem in told] == [new.split()[1]]


# The files


def test_each_sheet_and_each_pack_becomes_a_file(built: dict[str, bytes]) -> None:
    assert built.keys() == WHOLE
    pages = {name: len(pypdf.PdfReader(BytesIO(pdf)).pages) for name, pdf in built.items()}
    assert pages == {"sheets/canvas-1.pdf": 1, "sheets/canvas-2.pdf": 1, "packs/volledig.pdf": 2}


def test_a_pdf_tells_what_it_is(built: dict[str, bytes]) -> None:
    pack = pypdf.PdfReader(BytesIO(built["packs/volledig.pdf"]))
    assert pack.metadata
    assert (pack.metadata.title, pack.metadata.author) == ("Bouw je netwerk uit: alle bladen", "toolkitoptil.be")
    assert [str(dict(item)["/Title"]) for item in pack.outline if not isinstance(item, list)] == [
        "Canvas 1",
        "Canvas 2",
    ]
    assert pack.page_labels == ["canvas-1", "canvas-2"]
    sheet = pypdf.PdfReader(BytesIO(built["sheets/canvas-2.pdf"]))
    assert sheet.metadata
    assert (sheet.metadata.title, sheet.metadata.subject) == ("Canvas 2 – Bouw je netwerk uit", "c2")
    assert sheet.metadata.keywords == pack.metadata.keywords == shipped().kit.audience.plain
    assert sheet.root_object["/Lang"] == pack.root_object["/Lang"] == pypdf.generic.TextStringObject("nl-BE")


def test_a_link_on_a_sheet_still_works_in_the_pack(built: dict[str, bytes]) -> None:
    def links(name: str) -> list[Any]:
        pages = pypdf.PdfReader(BytesIO(built[name])).pages
        notes = [note.get_object() for page in pages for note in page.annotations or []]
        return [(dict(note)["/A"]["/URI"], dict(note)["/Rect"]) for note in notes]

    alone = links("sheets/canvas-1.pdf") + links("sheets/canvas-2.pdf")
    assert alone
    assert links("packs/volledig.pdf") == alone


@pytest.mark.parametrize(
    ("edition", "folder"), [("colour", "nl"), ("grey", "nl/grey"), ("low-ink", "nl/low-ink")], ids=EDITIONS
)
def test_an_edition_has_its_own_folder(content: Path, tmp_path: Path, edition: Edition, folder: str) -> None:
    made = build(Order(("canvas-1",), content, tmp_path, edition)).files
    assert made == (tmp_path / folder / "sheets" / "canvas-1.pdf",)


def test_a_content_of_before_large_print_has_the_other_editions(tmp_path: Path) -> None:
    content = small_kit(tmp_path / "before")
    (content / "nl" / "large.yaml").unlink()
    assert build(Order(("canvas-1",), content, tmp_path / "out")).files
    with pytest.raises(KitError) as caught:
        build(Order((), content, tmp_path / "out", "large"))
    (problem,) = caught.value.diagnostics
    assert (problem.code, Path(str(problem.values["file"])).name) == ("large-no-words", "large.yaml")
    assert not (tmp_path / "out" / "nl" / "large").exists()


@pytest.mark.parametrize(("edition", "folder"), [("colour", "nl/a4"), ("grey", "nl/grey/a4")])
def test_on_a4_every_page_is_exactly_a4_in_a_folder_of_its_own(tmp_path: Path, edition: Edition, folder: str) -> None:
    made = build(Order((*ON_A4, "werkwijze", "partnerkaart"), None, tmp_path, edition, paper="a4")).files
    assert all(file.parent == tmp_path / folder / "sheets" for file in made)
    pages = {file.stem: pypdf.PdfReader(file).pages for file in made}
    assert {name: len(pages[name]) for name in (*ON_A4, "werkwijze")} == {**dict.fromkeys(ON_A4, 2), "werkwijze": 1}
    for page in (page for several in pages.values() for page in several):
        size = (float(page.mediabox.width) * 25.4 / 72, float(page.mediabox.height) * 25.4 / 72)
        assert size == pytest.approx((A4_PORTRAIT.width, A4_PORTRAIT.height), abs=0.01)


def test_a_sheet_that_is_on_a4_already_is_the_same_file(tmp_path: Path) -> None:
    build(Order(("werkwijze",), None, tmp_path))
    build(Order(("werkwijze",), None, tmp_path, paper="a4"))
    files = tree(tmp_path / "nl")
    assert files["sheets/werkwijze.pdf"] == files["a4/sheets/werkwijze.pdf"]


@pytest.mark.parametrize(
    ("cards", "in_pack", "alone"),
    [(CardPrint(), "/Simplex", "/DuplexFlipLongEdge"), (CardPrint(backs=False), None, None)],
)
def test_fronts_of_cards_never_land_on_the_back_of_another_sheet_of_a_pack(
    cards: CardPrint, in_pack: str | None, alone: str | None, tmp_path: Path
) -> None:
    """A pack is for one side; the file of the cards alone is for two."""
    order = Order(("volledig", "partnerkaart"), None, tmp_path, cards=cards)
    build(order)
    found: list[Any] = [
        PdfReader(file).viewer_preferences for file in (order.pack("volledig"), order.sheet("partnerkaart"))
    ]
    assert [each and each.duplex for each in found] == [in_pack, alone]


def test_a_pack_on_a4_holds_the_sheets_on_a4_the_same_each_time(content: Path, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        build(Order((), content, tmp_path / folder, paper="a4"))
    files = tree(tmp_path / "a" / "nl" / "a4")
    assert set(files) == WHOLE
    assert files == tree(tmp_path / "b" / "nl" / "a4")
    pack = pypdf.PdfReader(BytesIO(files["packs/volledig.pdf"]))
    assert pack.page_labels == ["canvas-1 1", "canvas-1 2", "canvas-2 1", "canvas-2 2"]
    assert {round(float(page.mediabox.width) * 25.4 / 72) for page in pack.pages} == {210}


def test_an_old_pack_on_a4_is_said_with_its_own_command(tmp_path: Path) -> None:
    content = small_kit(tmp_path / "content")
    build(Order(("volledig",), content, tmp_path))
    assert build(Order(("canvas-1",), content, tmp_path, paper="a4")).notes == ()
    build(Order(("volledig",), content, tmp_path, paper="a4"))
    assert build(Order(("canvas-1",), content, tmp_path, paper="a4")).notes == ()
    change(content / "nl" / "sheets" / "canvas-1.yaml", "Wie ben je?", "Wie ben jij?")
    (note,) = build(Order(("canvas-1",), content, tmp_path, paper="a4")).notes
    assert note.code == "pack-holds-old"
    assert str(note.values["command"]).endswith("--paper a4")


def test_the_command_prints_cards_as_it_was_asked() -> None:
    cards = CardPrint("a3", backs=False, flip="long", shift=(-1.5, 0))
    assert Order(cards=cards).command("x") == "kit build x --cards a3 --flip long --duplex-shift -1.5,0 --no-backs"
    assert Order(cards=CardPrint()).command("x") == "kit build x"


def test_a_pack_on_disk_that_holds_an_older_sheet_is_said(tmp_path: Path) -> None:
    content = small_kit(tmp_path / "content")
    assert build(Order(("canvas-1",), content, tmp_path / "mijn uit", "grey")).notes == ()
    build(Order(("volledig",), content, tmp_path / "mijn uit", "grey"))
    change(content / "nl" / "sheets" / "canvas-1.yaml", "Wie ben je?", "Wie ben jij?")
    assert build(Order(("canvas-2",), content, tmp_path / "mijn uit", "grey")).notes == ()
    (note,) = build(Order(("canvas-1",), content, tmp_path / "mijn uit", "grey")).notes
    assert (note.code, note.severity) == ("pack-holds-old", Severity.ADVICE)
    options = f"--content {content} --out '{tmp_path / 'mijn uit'}' --edition grey"
    assert dict(note.values) == {
        "pack": "volledig",
        "sheets": "canvas-1",
        "command": f"kit build volledig {options}",
    }
    assert unchanged(Order(("canvas-1",), content, tmp_path / "mijn uit", "grey")) is None
    assert build(Order(("canvas-1", "volledig"), content, tmp_path / "mijn uit", "grey")).notes == ()


def test_a_command_is_quoted_as_its_system_reads_it() -> None:
    words = ["kit", "build", "--out", "my out", "it's"]
    assert quoted(words, "posix") == "kit build --out 'my out' 'it'\"'\"'s'"
    assert quoted(words, "nt") == 'kit build --out "my out" it\'s'


def test_another_language_is_a_folder_and_no_code(content: Path, tmp_path: Path) -> None:
    (content / "nl").rename(tmp_path / "fr")
    try:
        made = build(Order(("canvas-1",), tmp_path, tmp_path / "out", language="fr")).files
    finally:
        (tmp_path / "fr").rename(content / "nl")
    assert made == (tmp_path / "out" / "fr" / "sheets" / "canvas-1.pdf",)


def test_progress_counts_to_the_end(content: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build(Order((), content, tmp_path), lambda done, total: told.append((done, total)))
    assert told == [(i, 5) for i in range(1, 6)]


# The same bytes


def test_two_builds_in_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    trees = []
    for place, seed, zone, locale in (("one", "1", "Pacific/Auckland", "C"), ("two words", "2", "UTC", "nl_BE.UTF-8")):
        (tmp_path / place).mkdir()
        settings = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        subprocess.run(
            [sys.executable, "-m", "kit", "build", "--out", f"{place} out"],
            cwd=tmp_path / place,
            env={**os.environ, **settings},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        trees.append(tree(tmp_path / place / f"{place} out"))
    assert trees[0].keys() == {*(f"nl/sheets/{name}.pdf" for name in SHEETS), "nl/packs/volledig.pdf"}
    assert [name for name in trees[0] if trees[0][name] != trees[1][name]] == []


def test_no_pdf_tells_where_or_when_it_was_made(built: dict[str, bytes], content: Path) -> None:
    for pdf in built.values():
        assert str(content).encode() not in pdf
        assert str(Path.home()).encode() not in pdf
        assert str(time.gmtime().tm_year).encode() not in re.findall(rb"\(D:(\d{4})", pdf)


# Whole or not at all


def test_what_is_wrong_with_one_text_is_said_once_with_the_worst_and_its_sheets(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = Mark("kit.yaml", 1, 2)
    sizes = iter((1.5, 0.5, 2.5, 2.0))

    def draw(context: DrawingContext, sheet: Any) -> list[Page]:
        pages = [context.page(A4_PORTRAIT), context.page(A4_PORTRAIT)]
        for page in pages:
            page.problems += [
                Diagnostic("text-too-wide", {"text": sheet.name, "excess": next(sizes)}, shared),
                Diagnostic("letter-missing", {"letter": "你"}, shared),
                Diagnostic("letter-missing", {"letter": "☂"}, shared),
                Diagnostic("text-too-high", {"text": "", "excess": 1.0}, Mark(f"{sheet.name}.yaml", 1, 2)),
            ]
        return pages

    monkeypatch.setattr(registry, "layout", lambda _: draw)
    with pytest.raises(KitError) as caught:
        build(Order((), content, tmp_path / "out"))
    both = "canvas-1, canvas-2"
    assert [(item.code, dict(item.values)) for item in caught.value.diagnostics] == [
        ("text-too-wide", {"text": "canvas-2", "excess": 2.5, "sheet": both}),
        ("letter-missing", {"letter": "你", "sheet": both}),
        ("letter-missing", {"letter": "☂", "sheet": both}),
        ("text-too-high", {"text": "", "excess": 1.0, "sheet": "canvas-1"}),
        ("text-too-high", {"text": "", "excess": 1.0, "sheet": "canvas-2"}),
    ]
    assert not (tmp_path / "out").exists()


def test_an_unreadable_font_is_told_where_the_content_names_its_folder(tmp_path: Path) -> None:
    content = small_kit(tmp_path)
    letters = content / "nl" / "letters"
    letters.mkdir()
    for cut in cut_names():
        (letters / cut).write_bytes(b"\0\1\0\0 and no more")
    change(content / "nl" / "kit.yaml", "breakpoints:", "fonts: letters\nbreakpoints:")
    with pytest.raises(KitError) as caught:
        build(Order((), content, tmp_path / "out"))
    (problem, *_) = caught.value.diagnostics
    assert (problem.code, problem.mark and Path(problem.mark.file).name) == ("font-unreadable", "kit.yaml")
    assert set(problem.values) == {"file", "sheet"}


def test_a_warning_is_said_and_stops_nothing(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warning = Diagnostic("letter-replaced", {"letter": "ş"}, severity=Severity.WARNING)

    def draw(context: DrawingContext, _: Any) -> list[Page]:
        page = context.page(A4_PORTRAIT)
        page.problems.append(warning)
        return [page]

    monkeypatch.setattr(registry, "layout", lambda _: draw)
    result = build(Order((), content, tmp_path))
    assert [(note.code, dict(note.values)) for note in result.notes] == [
        ("letter-replaced", {"letter": "ş", "sheet": "canvas-1, canvas-2"})
    ]
    assert tree(tmp_path / "nl").keys() == WHOLE


def test_a_failing_painter_leaves_the_last_good_build(
    content: Path, tmp_path: Path, built: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(Order((), content, tmp_path))
    painted: list[bytes] = []

    def fail_on_the_second(*what: Any) -> bytes:
        if painted:
            raise RuntimeError
        painted.append(pdf_bytes(*what))
        return painted[0]

    monkeypatch.setattr(print_targets, "pdf_bytes", fail_on_the_second)
    with pytest.raises(RuntimeError):
        build(Order((), content, tmp_path), force=True)
    assert tree(tmp_path / "nl") == built


def test_wrong_content_leaves_the_last_good_build(tmp_path: Path, built: dict[str, bytes]) -> None:
    content = small_kit(tmp_path / "content")
    build(Order((), content, tmp_path / "out"))
    drop(content / "nl" / "sheets" / "canvas-2.yaml", "fragment: c2")
    with pytest.raises(KitError):
        build(Order(("canvas-1",), content, tmp_path / "out"))
    assert tree(tmp_path / "out" / "nl") == built


def test_a_file_in_the_place_of_the_output_folder_is_a_clear_error(content: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(KitError) as caught:
        build(Order((), content, tmp_path / "out"))
    assert codes(caught) == ["cannot-write-in-the-way"]


LIMITED = """
import resource, sys
from pathlib import Path
from kit.cli import app
resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
app.main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot limit the size of a file")
def test_a_full_disk_is_a_clear_error_and_leaves_the_last_good_build(
    content: Path, tmp_path: Path, built: dict[str, bytes]
) -> None:
    build(Order((), content, tmp_path))
    command = [sys.executable, "-c", LIMITED, "build", "--force", "--content", str(content), "--out", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "KIT_LANG": "nl"})
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"canvas-1.pdf kan niet geschreven worden.\n    gevonden: geen plaats meer op de schijf\n" in result.stderr
    assert tree(tmp_path / "nl") == built


KILLED = """
import os, signal, sys
from pathlib import Path
from kit import files
moment = int(sys.argv[1])
replace = Path.replace
def step():
    global moment
    moment -= 1
    if not moment:
        os.kill(os.getpid(), signal.SIGKILL)
def counted(self, target):
    step()
    replace(self, target)
    step()
Path.replace = counted
files.write_all({Path(name): b"new" * 100_000 for name in sys.argv[2:]})
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("moment", range(1, 5))
def test_a_killed_writer_leaves_whole_files_and_the_next_build_cleans_up(
    moment: int, content: Path, tmp_path: Path, built: dict[str, bytes]
) -> None:
    targets = [tmp_path / "nl" / "sheets" / name for name in ("canvas-1.pdf", "canvas-2.pdf")]
    targets[0].parent.mkdir(parents=True)
    for target in targets:
        target.write_bytes(b"old")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(moment), *map(str, targets)], check=False)
    assert killed.returncode == -9
    new = [target.read_bytes() == b"new" * 100_000 for target in targets]
    assert new == [moment > 1, moment > 3]
    assert [target.read_bytes() for target in targets if target.read_bytes() != b"new" * 100_000] == [
        b"old"
    ] * new.count(False)
    assert any(name.endswith(".part") for name in tree(tmp_path))
    build(Order((), content, tmp_path))
    assert tree(tmp_path / "nl") == built


def moments() -> Iterator[float]:
    """A hundred moments in seconds after the start, most of them while the build is at work."""
    dice = random.Random(2)
    yield from (dice.uniform(0.05, 1.5) for _ in range(100))


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_build_killed_at_any_moment_leaves_whole_pdfs_and_the_next_puts_right_what_is_missing(
    tmp_path: Path, built: dict[str, bytes]
) -> None:
    """Each build has an edit to make, so that it is killed among files of before and after."""
    contents = [small_kit(tmp_path / name) for name in ("before", "after")]
    change(contents[1] / "nl" / "kit.yaml", "version: 1.1", "version: 1.2")
    build(Order((), contents[1], tmp_path / "whole"))
    whole = [built, tree(tmp_path / "whole" / "nl")]
    out = tmp_path / "out"
    for i, moment in enumerate(moments()):
        content = contents[i % 2]
        process = subprocess.Popen(
            [sys.executable, "-m", "kit", "build", "--content", str(content), "--out", str(out)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moment)
        process.kill()
        process.wait()
        found = {name.removeprefix("nl/"): pdf for name, pdf in tree(out).items() if name.endswith(".pdf")}
        assert [name for name, pdf in found.items() if pdf not in (whole[0][name], whole[1][name])] == []
        if unchanged(Order((), content, out)) is None:
            build(Order((), content, out))
        assert tree(out / "nl") == whole[i % 2]


# The registry


def test_the_registry_knows_every_layout_that_the_content_asks_for() -> None:
    assert {sheet.layout for sheet in shipped().sheets.values()} <= set(registry.names())


@pytest.mark.parametrize("name", ["canvas_9", "parts.header", "../cli", ""])
def test_a_layout_that_is_not_there_is_said_with_the_choices(name: str) -> None:
    with pytest.raises(KitError) as caught:
        registry.layout(name)
    assert "canvas_1, canvas_2" in str(caught.value.diagnostics[0].values["choices"])


def test_a_printer_without_a3_gets_the_form_on_a4_where_there_is_one() -> None:
    assert registry.on_paper("canvas_1", "a4") is registry.part("canvas_1", "draw_a4")
    assert registry.on_paper("canvas_1", "a3") is registry.layout("canvas_1")
    assert registry.on_paper("method", "a4") is registry.layout("method")


def test_what_layouts_share_is_no_layout() -> None:
    assert not {"parts", "canvas_1_parts", "canvas_1_a4"} & set(registry.names())


def test_the_shipped_content_is_that_of_the_checkout() -> None:
    from kit.model import shipped as shipping

    assert shipping.folder().samefile(CONTENT)


def test_an_address_with_other_letters_and_a_port_is_read_as_typed_and_linked_in_ascii(tmp_path: Path) -> None:
    content = small_kit(tmp_path)
    change(
        content / "nl" / "kit.yaml",
        "https://toolkitoptil.be/netwerkuitbouwen.html",
        "https://kit.café.be:8443/net.html",
    )
    assert build(Order(("canvas-1",), content, tmp_path / "out")).notes == ()
    page = PdfReader(tmp_path / "out/nl/sheets/canvas-1.pdf").pages[0]
    assert "kit.café.be:8443/net.html" in page.extract_text()
    links = {str(link.get_object()["/A"]["/URI"]) for link in page.annotations or ()}
    assert any(link.startswith("https://kit.xn--caf-dma.be:8443/net.html#c1") for link in links)
