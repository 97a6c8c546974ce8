"""A list out of a spreadsheet reads the same however it was saved."""

import csv
import io
import unicodedata
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kit.diagnostics import Diagnostic, KitError, Mark
from kit.messages.catalogue import Messages, placeholders
from kit.model.lists import table
from kit.model.lists.cells import records
from kit.model.lists.columns import Columns
from kit.model.lists.encodings import mended
from kit.model.lists.limits import MAX_CELLS, MAX_ROWS
from kit.model.lists.spreadsheet import MAX_BYTES, decoded
from kit.model.lists.table import Table
from kit.model.yaml.decode import Undecodable
from tests.work import calls

COLUMNS = Columns(("naam", "gemeente"), ("tafel",))
WORDS = [Messages.load(language) for language in ("nl", "en")]


def saved(folder: Path, text: str | bytes) -> Path:
    file = folder / "lijst.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def parsed(text: str) -> Table:
    return table.parse(text, "map/lijst.csv", COLUMNS)


def values(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells.values()] for row in found.rows]


def told(item: Diagnostic) -> str:
    mark = item.mark
    shown = " ".join(f"{key}={value}" for key, value in item.values.items() if key != "file")
    return f"{mark.line}:{mark.column} {item.code} {mark.path} {shown}" if mark else f"- {item.code} {shown}"


def refused(text: str) -> list[str]:
    with pytest.raises(KitError) as caught:
        parsed(text)
    assert_words(caught.value.diagnostics)
    return [told(item).strip() for item in caught.value.diagnostics]


def assert_words(items: tuple[Diagnostic, ...]) -> None:
    for words in WORDS:
        for item in items:
            assert placeholders(words.table[item.code]["message"]) <= item.values.keys(), item


EXPECTED = [["De Kring", "Lier"], ["’t Pand & Co", "Gent"]]


LISTS = [
    "naam;gemeente\nDe Kring;Lier\n’t Pand & Co;Gent\n",
    "naam,gemeente\r\nDe Kring,Lier\r\n’t Pand & Co,Gent",
    "naam\tgemeente\rDe Kring\tLier\r’t Pand & Co\tGent\r",
    "GEMEENTE ; Naam:;opm\nLier;De Kring;x\nGent;’t Pand & Co\n",
    "naam;gemeente;wat, hoe, waar, wanneer\nDe Kring;Lier;x\n’t Pand & Co;Gent;",
    "sep=;\nnaam;gemeente\nDe Kring;Lier\n’t Pand & Co;Gent\n",
    "sep=|\r\nnaam|gemeente\r\nDe Kring|Lier\r\n’t Pand & Co|Gent\r\n",
    'SEP=\t\n"naam"\tgemeente\nDe Kring\tLier\n’t Pand & Co\tGent\n',
    '\n;;\n"naam"; "gemeente"\n;;\n  De   Kring ;"Lier"\n \n"’t Pand\n& Co";\u00a0Gent ;;\n\n',
    "naam;gemeente\nDe\u00a0Kring;L\u00adier\n’t\u200b Pand & Co;Gent\n",
]
ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16"]


def can_be(text: str, encoding: str) -> bool:
    try:
        return bool(text.encode(encoding))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text in LISTS for encoding in ENCODINGS if can_be(text, encoding)]
)
def test_the_same_list_however_it_was_saved(text: str, encoding: str, tmp_path: Path) -> None:
    assert values(table.read(saved(tmp_path, text.encode(encoding)), COLUMNS)) == EXPECTED


CELL = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from('\n;,\t" =+-@'), max_size=12)
PLAIN = st.text(st.sampled_from("a;,\t\"' \nZ=+-@"), max_size=12)
# An encoding is found by words that make sense; of any letters in a row nobody can tell.
WINDOWS = PLAIN | st.sampled_from(
    ["Café ’t Pand", "Zoë", "François; André", "Coöperatie\nLoïc", '"Chloé"', "’s-Gravenwezel"]
)


def cleaned(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell).split())


def has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


@given(
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from(";,\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
    st.permutations(["naam", "gemeente", "tafel"]),
    st.booleans(),
    st.data(),
)
def test_any_table_that_a_program_wrote_reads_back(
    encoding: str,
    delimiter: str,
    line_end: str,
    quoting: Literal[0, 1, 2],
    header: list[str],
    with_separator: bool,
    data: st.DataObject,
) -> None:
    cell = WINDOWS if encoding == "cp1252" else CELL
    rows = data.draw(st.lists(st.tuples(cell, cell, cell), max_size=5))
    # Python's writer leaves a bare \n without quotes where lines end otherwise: no reader could know.
    assume(line_end != "\r" or quoting != csv.QUOTE_MINIMAL or not any("\n" in cell for row in rows for cell in row))
    written = io.StringIO(newline="")
    written.write(f"sep={delimiter}{line_end}" if with_separator else "")
    csv.writer(written, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows([header, *rows])
    # What looks as if it was coded twice is mended, and told: that is no longer what was written.
    assume(not mended(written.getvalue())[1])
    raw = written.getvalue().encode(encoding)
    assume(not any("\n" in cell and cell.count(delimiter) >= len(header) - 1 for row in rows for cell in row))
    found = parsed(decoded(raw, "f.csv"))
    expected = [dict(zip(header, map(cleaned, row), strict=True)) for row in rows]
    # What is a number or a remark is told to be passed over, and never where more than one cell has words.
    passed = {one.row for one in found.skipped}
    assert all(sum(has_letter(text) for text in expected[row - 2].values()) < 2 for row in passed)
    assert [{column: cell.text for column, cell in row.cells.items()} for row in found.rows] == [
        row for number, row in enumerate(expected, 2) if any(row.values()) and number not in passed
    ]
    assert found.problems == ()


@given(st.binary(max_size=300), st.sampled_from([b"", b"naam;gemeente\n", b"\xff\xfe", b"\xef\xbb\xbf", b"sep=\t\n"]))
def test_any_bytes_are_a_table_or_a_problem_with_words(raw: bytes, before: bytes) -> None:
    try:
        found = parsed(decoded(before + raw, "f.csv"))
    except Undecodable as problem:
        assert_words((problem.diagnostic,))
    except KitError as problem:
        assert_words(problem.diagnostics)
    else:
        assert_words((*found.problems, *found.notes))
        letters = "".join(cell for row in values(found) for cell in row)
        assert found.problems or not any(unicodedata.category(letter) == "Cc" for letter in letters)


@given(st.text(st.sampled_from('";\n a'), max_size=200), st.sampled_from(';,"a'))
def test_no_letter_of_a_table_is_lost(text: str, more: str) -> None:
    """Whatever the quotes do, every letter is in a cell."""
    read = [cell.text for record in records(text + more, ";") for cell in record]
    assert "".join(read).count("a") == (text + more).count("a")


@pytest.mark.parametrize(
    ("text", "row", "expected"),
    [
        ('"De ""Kring"""', 2, 'De "Kring"'),
        ('"De Kring" vzw', 2, '"De Kring" vzw'),
        ('De "Kring"', 2, 'De "Kring"'),
        ("=1+1", 2, "=1+1"),
        ("+32 3 480", 2, "+32 3 480"),
        ("-de kring-", 2, "-de kring-"),
        ("@kring", 2, "@kring"),
        ('"=HYPERLINK(""http://a"";""b"")"', 2, '=HYPERLINK("http://a";"b")'),
        ("**De** _Kring_ {aantal} <b>&", 2, "**De** _Kring_ {aantal} <b>&"),
        ("e\u0301", 2, "é"),
        ("👩‍🎨 Şanlı Łódź", 2, "👩‍🎨 Şanlı Łódź"),
        ("\n\n\nDe Kring", 5, "De Kring"),
        ('"\n\nDe Kring\n"', 2, "De Kring"),
    ],
)
def test_what_a_cell_holds_is_text(text: str, row: int, expected: str) -> None:
    found = parsed(f"naam;gemeente\n{text};Lier\n")
    assert [(one.number, one.cells["naam"].text) for one in found.rows] == [(row, expected)]
    assert found.problems == ()


def test_a_cell_knows_its_line_its_column_and_its_name_in_a_spreadsheet() -> None:
    found = parsed('sep=;\n\ngemeente;x;naam\n"Lier";"1\n2";  De Kring\nGent;;"A"\n')
    assert [(row.number, told_place(row.cells["naam"].mark), row.cells["naam"].mark.path) for row in found.rows] == [
        (3, "map/lijst.csv:5:6", "C3"),
        (4, "map/lijst.csv:6:7", "C4"),
    ]
    wide = parsed(";" * 27 + "naam;gemeente\n" + ";" * 27 + "De Kring;Lier")
    assert wide.rows[0].cells["naam"].mark.path == "AB2"


def told_place(mark: Mark) -> str:
    return f"{mark.file}:{mark.line}:{mark.column}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1 table-empty  columns=naam, gemeente"]),
        (" \n;;\n\t\n", ["1:1 table-empty  columns=naam, gemeente"]),
        ("sep=;", ["1:1 table-empty  columns=naam, gemeente"]),
        ("De Kring;Lier", ["1:1 table-no-header  columns=naam, gemeente found=De Kring, Lier"]),
        ('"naam;gemeente"\n"An;Lier"', ["1:1 table-one-cell  found=naam;gemeente"]),
        ("naam", ["1:1 table-no-column  column=gemeente found=naam"]),
        ("naam;Gemeentes", ["1:1 table-no-column  column=gemeente found=naam, Gemeentes near=Gemeentes"]),
        ("\n NAMEN,gemeente", ["2:2 table-no-column  column=naam found=NAMEN, gemeente near=NAMEN"]),
        ("naam;gemeente;NAAM", ["1:15 table-column-twice  column=naam"]),
    ],
)
def test_a_list_without_its_columns_is_refused(text: str, expected: list[str]) -> None:
    assert refused(text) == expected


@pytest.mark.parametrize(
    ("rows", "kept", "expected"),
    [
        ("A;Lier;;x", [], ["2:9 row-long  row=2 found=x"]),
        ('"A""b;Lier', [], ["2:1 row-quote  row=2"]),
        ('"a;b" c;Lier', [], ["2:1 row-quote  row=2"]),
        ("A, b;Lier\nC;D;E", [["A, b", "Lier", ""], ["C", "D", "E"]], []),
        ('"A;Lier\nB;Gent', [["B", "Gent", ""]], ["2:1 row-quote  row=2"]),
        ('"A;Lier\n"B";Gent', [["B", "Gent", ""]], ["2:1 row-quote  row=2"]),
        ('A;"Lier\n"B;"Gent"', [], ["2:3 row-quote  row=2", "3:1 row-quote  row=3"]),
        ("A\x00;Lier", [["A\x00", "Lier", ""]], ["2:1 control-character A2 row=2 found=U+0000"]),
        ("A;\x1b[2J\x07", [["A", "\x1b[2J\x07", ""]], ["2:3 control-character B2 row=2 found=U+001B"]),
        ("A;\u202eb", [["A", "\u202eb", ""]], ["2:3 control-character B2 row=2 found=U+202E"]),
        ("A;Lier;3\n;Gent", [["A", "Lier", "3"], ["", "Gent", ""]], []),
        ("A", [["A", "", ""]], []),
    ],
)
def test_what_is_wrong_in_a_row_is_told_with_its_place(rows: str, kept: list[list[str]], expected: list[str]) -> None:
    found = parsed(f"naam;gemeente;tafel\n{rows}\n")
    assert values(found) == kept
    assert [told(item).strip() for item in found.problems] == expected
    assert_words(found.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("naam;gemeente;tafel\nA;Lier;1", []),
        ("naam;gemeente;;\nA;Lier;;", []),
        ("opm;naam;gemeente;e-mail\nx;A;Lier", []),
        (
            "naam;gemeente;Tafels\nA;Lier;2",
            [("table-columns-ignored", "advice", {"columns": "Tafels", "near": "tafel"})],
        ),
        ("naam;gemeente\n;\n", [("table-no-rows", "warning", {"file": "map/lijst.csv"})]),
    ],
)
def test_what_is_left_out_is_said(text: str, expected: list[tuple[str, str, dict[str, str]]]) -> None:
    found = parsed(text)
    assert [(note.code, note.severity, dict(note.values)) for note in found.notes] == expected
    assert_words(found.notes)


def test_what_each_column_was_taken_for_is_told() -> None:
    found = parsed("opm;Naam;Gemeente waar je werkt;e-mail;;\nx;A;Lier;a@b.be")
    assert [(one.letter, one.head, one.field) for one in found.columns] == [
        ("A", "opm", ""),
        ("B", "Naam", "naam"),
        ("C", "Gemeente waar je werkt", "gemeente"),
        ("D", "e-mail", ""),
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # Another sign between the cells than between the heads.
        ("An,Lier,1\nBo,Gent,2", [(2, "row-separator"), (3, "row-separator")]),
        # Two stray quotes swallow rows.
        ('An;"Lier;1\nBo;Gent";2\nCas;Aalst;3', [(2, "row-swallowed")]),
        # A line end in a bare cell makes two people of one.
        (
            "An\nPeeters;Lier;1\nBo;Gent;2\nCas;Aalst;3\nDo;Lier;1\nEl;Lier;1",
            [(2, "row-broken")],
        ),
        ("An;Lier;1\nBo;Gent;2\nCas;Aalst;3\nDo;Lier;komt\nlater\nEl;Lier;1", [(6, "row-broken")]),
        ("An;Lier\nBo\nCas;Aalst;3\nDo;Lier;1\nEl;Lier;1", [(3, "row-broken")]),
        ("#N/B;Lier;1\nBo;#NAAM?;2\nCas;Err:502;", [(2, "row-formula"), (3, "row-formula"), (4, "row-formula")]),
        ("Andr\ufffd;Lier;1", [(2, "row-lost")]),
        # In a short list too: one row that is short is no habit yet.
        ("An\nPeeters;Lier;1\nBo;Gent;2", [(2, "row-broken")]),
        # What is left out by habit is no mistake; neither is a name with a comma, or one on two lines.
        ("An;Lier\nBo;Gent\nCas", []),
        ('Peeters, An;Lier;1\n"De Kring\n(vzw)";Gent;', []),
    ],
)
def test_what_would_make_other_people_of_a_row_is_refused_there(text: str, codes: list[tuple[int, str]]) -> None:
    found = parsed(f"naam;gemeente;tafel\n{text}\n")
    assert sorted((one.values["row"], one.code) for one in found.problems) == codes
    assert_words(found.problems)


@pytest.mark.parametrize(
    ("cell", "expected", "notes"),
    [
        ("\u200bAn\u200cna\u2060 \ufeffP\u00adeeters\u200d", "Anna Peeters", []),
        ("👩\u200d🎨", "👩\u200d🎨", []),
        ("Jan &amp; Zoë &#39;t Hart", "Jan & Zoë 't Hart", ["rows-escaped"]),
        ("?ukasz", "?ukasz", ["rows-question"]),
        ("Wie doet er mee?", "Wie doet er mee?", []),
    ],
)
def test_letters_that_programs_made_are_mended_or_told(cell: str, expected: str, notes: list[str]) -> None:
    found = parsed(f'naam;gemeente\n"{cell}";Lier\n')
    assert [row[0] for row in values(found)] == [expected]
    assert [note.code for note in found.notes] == notes
    assert_words(found.notes)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"PK\x03\x04\x14\x00", "table-workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "table-workbook"),
        (bytes(range(256)), "table-not-text"),
        ("naam;gemeente\nA;Lier".encode("utf-16-le"), "table-not-text"),
        (b"\xff\xfen\x00a", "table-not-text"),
        (b"\xef\xbb\xbfnaam;gemeente\nCaf\xe9;Lier", "not-utf8"),
        (b"naam;gemeente\nCaf\xc3\xa9;Lier\nCaf\xe9;Lier", "not-utf8"),
        (b"naam;gemeente\nCaf\x81;Lier", "table-encoding-doubt"),
        (b"<html><table><tr><td>naam</td></tr></table>", "table-page"),
        (b"a" * (MAX_BYTES + 1), "table-too-large"),
    ],
)
def test_what_is_no_list_is_refused(raw: bytes, expected: str, tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        table.read(saved(tmp_path, raw), COLUMNS)
    assert [item.code for item in caught.value.diagnostics] == [expected]
    assert_words(caught.value.diagnostics)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    codes = []
    for path in (tmp_path / "lijst.csv", tmp_path):
        with pytest.raises(KitError) as caught:
            table.read(path, COLUMNS)
        codes += [item.code for item in caught.value.diagnostics]
    assert codes == ["table-missing", "file-is-folder"]


def test_the_mixed_encoding_has_its_place() -> None:
    with pytest.raises(Undecodable) as caught:
        decoded(b"naam;gemeente\r\nCaf\xc3\xa9;Lier\r\nCaf\xe9;Lier", "f.csv")
    assert caught.value.diagnostic.mark == Mark("f.csv", 3, 4)


@pytest.mark.parametrize("text", ['"', '";', '";"', '"a\n', ';""', '"a"b"\n', '"""', '""";', "\n", ";", '"a\n"b;'])
def test_no_text_is_more_work_than_its_letters_are(text: str) -> None:
    for length in (20_000, 200_000):
        for whole in (longest(text, length), most(text, length)):
            with suppress(KitError):
                assert calls(partial(parsed, whole)) <= 100 * len(whole)


def longest(text: str, length: int) -> str:
    """As often as it goes into so many letters."""
    return "naam;gemeente\n" + text * (length // len(text))


def most(text: str, length: int) -> str:
    """Of what would be refused unread, as much as is read."""
    times = min(MAX_ROWS // (text.count("\n") or 1), MAX_CELLS // (text.count(";") or 1)) - 1
    return "naam;gemeente\n" + text * min(length // len(text), times)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("naam;gemeente\n" + "\n" * MAX_ROWS, "table-endless", MAX_ROWS + 1),
        ("naam;gemeente\nA;Lier\n" + "," * MAX_CELLS, "table-row-endless", 3),
    ],
)
def test_what_is_too_much_to_read_is_refused_at_its_place(text: str, code: str, line: int) -> None:
    with pytest.raises(KitError) as caught:
        parsed(text)
    (problem,) = caught.value.diagnostics
    assert problem.mark
    assert (problem.code, problem.mark.line) == (code, line)
