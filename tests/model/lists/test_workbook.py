"""A workbook is read as far as a list goes: what would take for ever, or what is none, is refused in words."""

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from kit.diagnostics import KitError
from kit.messages.catalogue import Messages, placeholders
from kit.model.lists import table, workbook
from kit.model.lists.columns import Columns
from kit.model.lists.limits import MAX_CELLS

REAL = Path(__file__).parent.parent.parent / "real" / "lists"


def refused(path: Path) -> str:
    with pytest.raises(KitError) as caught:
        workbook.read(path)
    (problem,) = caught.value.diagnostics
    for language in ("nl", "en"):
        assert placeholders(Messages.load(language).table[problem.code]["message"]) <= problem.values.keys()
    # The sheet of a workbook is no sheet of the kit: it is not named as that once more.
    assert "sheet" not in problem.values
    return problem.code


def saved(folder: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(folder / "lijst.xlsx")
    return folder / "lijst.xlsx"


def with_member(path: Path, name: str, data: bytes) -> Path:
    """The workbook with something else in the place of one of the files in it."""
    raw = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, data)
    path.write_bytes(raw.getvalue())
    return path


def test_a_sheet_is_named_behind_a_sign(tmp_path: Path) -> None:
    file = saved(tmp_path, {"Deelnemers": [["naam"]], "Blad2": [["gemeente"]]})
    assert workbook.read(file).rows == ((1, ("naam",)),)
    for name in ("Blad2", "blad2", " BLAD2 "):
        assert workbook.read(Path(f"{file}#{name}")).rows == ((1, ("gemeente",)),)
    assert refused(Path(f"{file}#Blad3")) == "table-no-sheet"
    own = file.rename(tmp_path / "lijst#2.xlsx")
    assert workbook.read(own).name == "Deelnemers"
    # A file that has the very name comes first.
    other = tmp_path / "a.xlsx#b.xlsx"
    other.write_bytes(own.read_bytes())
    assert workbook.named(other) == (other, "")


def test_a_cell_shows_what_one_reads(tmp_path: Path) -> None:
    day, hour = datetime.date(2026, 12, 3), datetime.time(9, 5)
    row: list[object] = [2500, 2500.0, 2.5, day, datetime.datetime.combine(day, hour), hour, True]
    file = saved(tmp_path, {"Blad1": [row]})
    assert workbook.read(file).rows[0][1] == ("2500", "2500", "2,5", "3/12/2026", "3/12/2026 09:05", "09:05", "TRUE")


def test_what_unpacks_to_much_is_not_unpacked(tmp_path: Path) -> None:
    file = saved(tmp_path, {"Blad1": [["naam"]]})
    assert refused(with_member(file, "xl/sharedStrings.xml", b" " * 50_000_000)) == "table-too-large"


def test_a_row_without_end_is_refused(tmp_path: Path) -> None:
    file = saved(tmp_path, {"Blad1": [["x"] * (MAX_CELLS + 1)]})
    assert refused(file) == "table-row-endless"


@pytest.mark.parametrize(
    "data",
    [
        b"<worksheet",
        b"",
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet>&a;</worksheet>',
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        b'<c r="ZZZZZ1" t="s"><v>9</v></c></row></sheetData></worksheet>',
    ],
)
def test_a_broken_sheet_is_told(data: bytes, tmp_path: Path) -> None:
    file = with_member(saved(tmp_path, {"Blad1": [["naam"]]}), "xl/worksheets/sheet1.xml", data)
    try:
        assert workbook.read(file).rows == ()
    except KitError as error:
        assert [one.code for one in error.diagnostics] == ["table-workbook-broken"]


@pytest.mark.parametrize("name", ["opendocument.ods", "workbook.xlsx"])
def test_any_damage_is_told(name: str, tmp_path: Path) -> None:
    raw = (REAL / name).read_bytes()
    file = tmp_path / name
    for place in range(0, len(raw), 37):
        file.write_bytes(raw[:place] + bytes([raw[place] ^ 0x55]) + raw[place + 1 :])
        try:
            workbook.read(file)
        except KitError as error:
            assert {one.code for one in error.diagnostics} <= {
                *("table-workbook", "table-workbook-broken", "table-empty-workbook", "table-too-large")
            }


def test_where_the_first_sheet_is_no_list_the_others_are_named(tmp_path: Path) -> None:
    file = saved(tmp_path, {"Uitleg": [["Vul je naam hieronder in"]], "Wie": [["naam", "gemeente"], ["An", "Lier"]]})
    with pytest.raises(KitError) as caught:
        table.read(file, Columns(("naam", "gemeente")))
    problem, others = caught.value.diagnostics
    assert (problem.code, others.code) == ("table-no-header", "table-other-sheets")
    assert dict(others.values) == {"file": "lijst.xlsx", "read": "Uitleg", "list": "Wie", "first": "Wie"}
    assert len(table.read(Path(f"{file}#Wie"), Columns(("naam", "gemeente"))).rows) == 1


def rewritten(made: Path, file: Path, change: Callable[[bytes], bytes]) -> None:
    """A workbook whose sheets say something else."""
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, change(data) if name.startswith("xl/worksheets/") else data)


def test_a_merged_cell_holds_for_its_rows_but_a_name_is_of_one(tmp_path: Path) -> None:
    book = Workbook()
    for row in [["naam", "gemeente"], ["An", "Lier"], ["Bo", None], ["Cas", "Gent"], [None, "Aalst"]]:
        book.active.append(row)
    for place in ("B2:B3", "A4:A5"):
        book.active.merge_cells(place)
    book.save(tmp_path / "made.xlsx")
    # Merging a whole column with openpyxl makes a million cells.
    rewritten(
        tmp_path / "made.xlsx",
        tmp_path / "lijst.xlsx",
        lambda xml: xml.replace(b"</mergeCells>", b'<mergeCell ref="D1:D1048576"/></mergeCells>'),
    )
    found = table.read(tmp_path / "lijst.xlsx", Columns(("naam", "gemeente")))
    assert [[cell.text for cell in row.cells.values()] for row in found.rows] == [
        ["An", "Lier"],
        ["Bo", "Lier"],
        ["Cas", "Gent"],
        ["", "Aalst"],
    ]
    (note,) = found.notes
    assert (note.code, note.values["list"]) == ("rows-merged", "B3 (Lier)")
