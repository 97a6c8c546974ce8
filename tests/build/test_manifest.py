"""Only what changed: what is there, whole and made from the same, is not made again; nothing else is believed."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fontpkg
import pypdf
import pytest

from kit import fingerprint
from kit.build import build as building
from kit.build import manifest
from kit.build.build import Order, build
from kit.build.manifest import NAME, unchanged
from kit.build.order import Built
from kit.draw.text.fonts import cut_names
from kit.model.printing import CardPrint
from tests.small import change, small_kit, tree

FILES = ("sheets/canvas-1.pdf", "sheets/canvas-2.pdf", "packs/volledig.pdf")
KIT_YAML = Path("nl", "kit.yaml")


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """An order that has been carried out."""
    order = Order((), small_kit(tmp_path / "content"), tmp_path / "out")
    build(order)
    return order


def content(order: Order) -> Path:
    assert order.content
    return order.content


def made(order: Order) -> set[str]:
    """The files that are made when it is carried out again."""
    return {file.relative_to(order.folder).as_posix() for file in build(order).files}


def stamps(order: Order) -> dict[str, int]:
    return {file.as_posix(): file.stat().st_mtime_ns for file in order.folder.rglob("*") if file.is_file()}


def test_where_nothing_changed_nothing_is_made_and_nothing_is_read(order: Order) -> None:
    before = stamps(order)
    assert unchanged(order) == Built((), (), 3)
    assert build(order) == Built((), (), 3)
    assert stamps(order) == before


def test_with_force_all_is_made_anew_to_the_same_bytes(order: Order) -> None:
    before, files = stamps(order), tree(order.folder)
    assert len(build(order, force=True).files) == 3
    assert tree(order.folder) == files
    assert all(stamps(order)[file] > before[file] for file in before)


def test_with_force_nothing_on_disk_is_taken_for_granted(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pack too is painted anew: its sheets do not come from their files."""
    # What the sheets said before is read all the same, to be compared with later; nothing is made from it.
    monkeypatch.setattr("kit.build.sheet_files.SheetFiles._known", lambda *_: pytest.fail("a sheet was read"))
    monkeypatch.setattr(manifest, "is_current", lambda *_: pytest.fail("a file was looked at"))
    monkeypatch.setattr(manifest, "opened", lambda _: manifest.Manifest())
    assert len(build(order, force=True).files) == 3


@pytest.mark.parametrize("place", ["kit.yaml", "logo.svg", "letters/Poppins-Bold.ttf"])
def test_what_was_saved_and_undone_while_it_was_read_is_not_kept(
    order: Order, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A PDF never goes on to say what stood there for a moment."""
    file = content(order) / "nl" / place
    with_own_look(content(order) / "nl")
    # The first build finds what lies beside the texts, the second knows that it has not changed.
    build(order)
    build(order)
    assert unchanged(order)
    as_it_should_be, before = tree(order.folder), file.read_bytes()
    old, new = {".yaml": (b"Bouw je netwerk", b"Gauw een netwerk"), ".svg": (b"30", b"60")}.get(file.suffix, (b"", b""))
    other = before.replace(old, new) if old else (file.parent / "Poppins-Medium.ttf").read_bytes()
    assert other != before
    draw_all = building.draw_all

    def while_it_is_read(*asked: Any) -> building.Drawn:
        file.write_bytes(other)
        drawn = draw_all(*asked)
        file.write_bytes(before)
        return drawn

    with monkeypatch.context() as patched:
        patched.setattr(building, "draw_all", while_it_is_read)
        build(order)
        assert tree(order.folder) != as_it_should_be
    assert not unchanged(order)
    build(order)
    assert tree(order.folder) == as_it_should_be


def with_own_look(folder: Path) -> None:
    """Give a kit a logo and fonts of its own."""
    (folder / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><path d="M0 0H30V90z"/></svg>'
    )
    (folder / "letters").mkdir()
    for family in ("Poppins", "Fira Sans", "Fira Sans Condensed"):
        for cut in Path(fontpkg.path(family)).parent.glob("*.ttf"):
            if cut.name in cut_names():
                shutil.copy(cut, folder / "letters")
    change(
        folder / "kit.yaml",
        "breakpoints:",
        "fonts: letters\norganisation:\n  name: De Kring\n  logo: logo.svg\nbreakpoints:",
    )


@pytest.mark.parametrize(
    "place", ["../../x.pdf", "/etc/passwd", "C:\\x.pdf", "a/../../b", "\0", "\ud800", "\\\\server\\x", "..\\x"]
)
@pytest.mark.parametrize("part", ["made", "besides"])
def test_a_manifest_with_odd_places_is_no_manifest(order: Order, place: str, part: str) -> None:
    file = order.folder / NAME
    told = json.loads(file.read_text(encoding="utf-8"))
    if part == "made":
        told["made"][next(iter(told["made"]))][place] = "0"
    else:
        told["besides"] = [place]
    leftover = order.folder.parent.parent / ".x.0123456789abcdef.part"
    leftover.touch()
    file.write_text(json.dumps(told), encoding="utf-8")
    assert unchanged(order) is None
    assert made(order) == set()
    assert made(order) == set()
    assert leftover.exists()
    assert unchanged(order) == Built((), (), 3)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name")
def test_a_manifest_that_names_a_pipe_keeps_nobody_waiting(order: Order) -> None:
    os.mkfifo(content(order) / "nl" / "pipe")
    file = order.folder / NAME
    told = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**told, "besides": ["pipe", "/dev/zero"]}), encoding="utf-8")
    assert unchanged(order) is None
    assert made(order) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="where a name may be any bytes")
def test_a_file_whose_name_is_no_text_harms_nobody(order: Order) -> None:
    (content(order) / "nl" / "sheets" / os.fsdecode(b"caf\xe9.yaml")).write_bytes(b"layout: method\n")
    assert [note.code for note in build(order).notes] == ["sheet-not-listed"]


def flipped(at: float) -> Callable[[bytes], bytes]:
    def damage(pdf: bytes) -> bytes:
        place = min(int(at * len(pdf)), len(pdf) - 1)
        return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]

    return damage


def rewritten(pdf: bytes) -> bytes:
    """As another program saves it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def tail(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def damage(pdf: bytes) -> bytes:
        assert pdf.count(old, len(pdf) - 250) == 1
        return pdf[:-250] + pdf[-250:].replace(old, new)

    return damage


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "first byte": flipped(0),
    "early": flipped(0.1),
    "middle": flipped(0.5),
    "late": flipped(0.99),
    "last byte": flipped(1),
    "half": lambda pdf: pdf[: len(pdf) // 2],
    "one byte short": lambda pdf: pdf[:-1],
    "one byte more": lambda pdf: pdf + b"\n",
    "empty": lambda _: b"",
    "zeros": lambda pdf: bytes(len(pdf)),
    "twice": lambda pdf: pdf + pdf,
    "no PDF": lambda _: b"hello",
    "of another program": rewritten,
    "size": tail(b"/Size ", b"/Size 1"),
    "table": tail(b"startxref\n", b"startxref\n1"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
@pytest.mark.parametrize("place", FILES)
def test_a_file_that_is_not_whole_or_not_ours_is_made_again_and_no_other(
    order: Order, place: str, damage: Callable[[bytes], bytes]
) -> None:
    files = tree(order.folder)
    (order.folder / place).write_bytes(damage(files[place]))
    assert unchanged(order) is None
    assert made(order) == {place}
    assert tree(order.folder) == files
    assert unchanged(order)


@pytest.mark.parametrize("place", FILES)
def test_a_file_that_is_gone_or_another_of_ours_is_made_again(order: Order, place: str) -> None:
    files = tree(order.folder)
    (order.folder / place).unlink()
    assert unchanged(order) is None
    assert made(order) == {place}
    (order.folder / place).write_bytes(files[FILES[FILES.index(place) - 1]])
    assert unchanged(order) is None
    assert made(order) == {place}
    assert tree(order.folder) == files


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few people make links")
def test_a_link_to_nowhere_or_a_folder_is_no_file(order: Order) -> None:
    file = order.folder / FILES[0]
    file.unlink()
    file.symlink_to("nowhere.pdf")
    assert unchanged(order) is None
    assert made(order) == {FILES[0]}


MANIFESTS = {
    "gone": None,
    "empty": b"",
    "no JSON": b"{",
    "list": b"[]",
    "word": b'"made"',
    "deep": b"[" * 100_000,
    "bytes": bytes(range(256)),
    "others": b'{"inputs": 1, "besides": 2, "made": 3}',
    "names": b'{"inputs": "", "besides": [], "made": {"x": "y"}}',
}


@pytest.mark.parametrize("found", MANIFESTS.values(), ids=MANIFESTS.keys())
def test_without_a_manifest_nothing_is_made_either_and_it_is_there_again(order: Order, found: bytes | None) -> None:
    right = (order.folder / NAME).read_bytes()
    (order.folder / NAME).unlink()
    if found is not None:
        (order.folder / NAME).write_bytes(found)
    assert unchanged(order) is None
    assert made(order) == set()
    assert (order.folder / NAME).read_bytes() == right


def test_a_manifest_that_cannot_be_written_is_no_reason_to_fail(order: Order) -> None:
    (order.folder / NAME).unlink()
    (order.folder / NAME).mkdir()
    assert unchanged(order) is None
    assert build(order) == Built((), (), 3)


def test_a_manifest_is_the_same_wherever_it_is_made(order: Order, tmp_path: Path) -> None:
    other = Order((), small_kit(tmp_path / "elsewhere" / "content"), tmp_path / "elsewhere" / "out")
    build(other)
    assert (order.folder / NAME).read_bytes() == (other.folder / NAME).read_bytes()


def test_what_is_explained_in_a_file_is_not_printed(order: Order) -> None:
    with (content(order) / KIT_YAML).open("a", encoding="utf-8") as file:
        file.write("# uitleg\n")
    assert unchanged(order) is None
    assert made(order) == set()
    assert unchanged(order)


def test_one_text_remakes_its_sheet_and_the_packs_that_hold_it(order: Order) -> None:
    change(content(order) / "nl" / "sheets" / "canvas-2.yaml", "Start bij een beperking", "Begin bij een beperking")
    assert unchanged(order) is None
    assert made(order) == {FILES[1], FILES[2]}
    assert unchanged(order)


def test_what_was_edited_while_it_was_drawn_is_looked_at_again(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the edit is undone afterwards: the manifest knows no more than what was drawn."""
    file = content(order) / "nl" / "sheets" / "canvas-2.yaml"
    text = file.read_text(encoding="utf-8")
    whole = building.draw_all

    def draw(*what: object) -> object:
        change(file, "Start bij een beperking", "Begin bij een beperking")
        return whole(*what)  # type: ignore[arg-type]

    monkeypatch.setattr(building, "draw_all", draw)
    assert made(order) == {FILES[1], FILES[2]}
    file.write_text(text, encoding="utf-8")
    monkeypatch.undo()
    assert unchanged(order) is None
    assert made(order) == {FILES[1], FILES[2]}


def test_a_change_in_the_program_or_in_what_it_draws_with_is_looked_at(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    for of in ("of_program", "of_libraries"):
        with monkeypatch.context() as patch:
            patch.setattr(fingerprint, of, lambda: b"another")
            assert unchanged(order) is None
            assert made(order) == set()
        made(order)
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, "of_painting", lambda: b"another")
        assert made(order) == set(FILES)
    made(order)
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, "_ASSEMBLER", "reportlab")
        assert made(order) == {FILES[2]}


def test_a_logo_is_looked_at_as_the_texts_are(order: Order) -> None:
    logo = content(order) / "nl" / "logo.svg"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="{}" height="9"/></svg>'
    logo.write_text(drawing.format(9), encoding="utf-8")
    change(content(order) / KIT_YAML, "# Je printer.", "organisation: {name: Wij, logo: logo.svg}\n# Je printer.")
    assert made(order) == set(FILES)
    assert made(order) == set()
    assert unchanged(order)
    logo.write_text(drawing.format(8), encoding="utf-8")
    assert unchanged(order) is None
    assert made(order) == set(FILES)
    logo.unlink()
    assert unchanged(order) is None


def test_what_is_odd_is_said_each_time(order: Order) -> None:
    accent = 'organisation: {name: Wij, accent: "#C8541E"}\n# Je printer.'
    change(content(order) / KIT_YAML, "# Je printer.", accent)
    first, again = build(order), build(order)
    assert first.notes == again.notes != ()
    assert (len(first.files), len(again.files)) == (3, 0)
    assert unchanged(order) is None


def test_each_order_is_known_by_itself(order: Order) -> None:
    one = Order(("canvas-1",), content(order), order.out)
    cards = Order((), content(order), order.out, cards=CardPrint("a3"))
    assert unchanged(one) is unchanged(cards) is unchanged(Order((), content(order), order.out, paper="a4")) is None
    assert build(one) == Built((), (), 1)
    assert build(cards) == Built((), (), 3)
    assert unchanged(one) == Built((), (), 1)
    assert unchanged(cards) == unchanged(order) == Built((), (), 3)


def test_a_pack_that_was_put_there_is_looked_at(order: Order) -> None:
    one = Order(("canvas-1",), content(order), order.out)
    build(one)
    assert unchanged(one)
    (order.pack("oud")).write_bytes(b"a pack of another day")
    assert unchanged(one) is None


def test_a_pack_takes_its_sheets_from_disk_and_is_the_same_as_painted(order: Order, tmp_path: Path) -> None:
    alone = Order(("volledig",), content(order), tmp_path / "alone")
    build(alone)
    (order.folder / FILES[2]).unlink()
    assert made(order) == {FILES[2]}
    assert (order.folder / FILES[2]).read_bytes() == alone.pack("volledig").read_bytes()


WATCHED = """
import sys
from kit.cli import app
assert app.run(sys.argv[1:], {"KIT_LANG": "en"}) == 0
heavy = {"pydantic", "reportlab", "yaml", "PIL", "pypdf", "pypdfium2", "resvg_py", "importlib.metadata"}
sys.exit(str(heavy & sys.modules.keys()) if heavy & sys.modules.keys() else 0)
"""


def test_where_there_is_nothing_to_do_nothing_that_draws_is_loaded(order: Order) -> None:
    command = ["build", "--content", str(content(order)), "--out", str(order.out)]
    result = subprocess.run([sys.executable, "-c", WATCHED, *command], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
    assert result.stderr == "Nothing has changed: all 3 files are still right. Nothing was made.\n"
