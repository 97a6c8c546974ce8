#!/usr/bin/env bash
# python-calamine reads a cell with an error as an empty cell
#
# Package:  python-calamine 0.9.1
# A guess:  a cell that shows #N/A or #DIV/0! in Excel comes out as something that can be told from an empty cell: the
#           text of the error (as openpyxl does), an exception, a value of its own (calamine, the library in Rust below
#           it, has one).
# Happens:  to_python() and iter_rows() both give '' for every error, the same as for an empty cell, of a typed error as
#           of a formula that came to one. A list with a broken look-up reads as one that was left blank. There is no
#           option to tell them apart. It is known: issue 105 of the project, open since 2024.
# Seen:     all seven errors of Excel and an empty cell: '' each.
# Way out:  read with openpyxl where an error must not pass for a blank.
# Exit:     0 as described, 1 no longer so, 2 the packages could not be installed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
{ python3 -m venv venv && venv/bin/python -m pip install -q python-calamine==0.9.1 openpyxl==3.1.5; } >log 2>&1 ||
  { cat log >&2; exit 2; }

cat >cells.py <<'PYTHON'
import sys
import zipfile
from importlib.metadata import version

from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

SHEET = "xl/worksheets/sheet1.xml"
ERRORS = ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"]

book = Workbook()
for row, error in enumerate([*ERRORS, None], 1):
    book.active.cell(row, 1, error)
    book.active.cell(row, 2, row)
book.save("typed.xlsx")
# Excel saves a formula with what it came to; openpyxl writes only the formula, so the two are put together here.
with zipfile.ZipFile("typed.xlsx") as typed, zipfile.ZipFile("formula.xlsx", "w") as formula:
    for name in typed.namelist():
        data = typed.read(name)
        formula.writestr(name, data.replace(b"<v>#DIV/0!", b"<f>1/0</f><v>#DIV/0!") if name == SHEET else data)

print("python-calamine", version("python-calamine"))
same = True
for name in ("typed.xlsx", "formula.xlsx"):
    sheet = CalamineWorkbook.from_path(name).get_sheet_by_index(0)
    listed, stepped = ([row[0] for row in rows] for rows in (sheet.to_python(), sheet.iter_rows()))
    other = [row[0] for row in load_workbook(name, data_only=True).active.iter_rows(values_only=True)]
    print(f"{name}\n  openpyxl:        {other}\n  python-calamine: {listed}")
    same = same and other == [*ERRORS, None] and listed == stepped == [""] * 8
if not same:
    sys.exit("no longer so")
print("as described: an error reads as an empty cell")
PYTHON
venv/bin/python cells.py
