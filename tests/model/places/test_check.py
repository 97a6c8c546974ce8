"""A list of municipalities that somebody changed is looked through; the one of this version is known to be right."""

import hashlib
from pathlib import Path

import pytest

from kit.diagnostics import KitError
from kit.messages.catalogue import Messages, placeholders
from kit.model.folder import MUNICIPALITIES as FILE
from kit.model.places.check import check
from kit.model.places.ignored import ignored
from kit.model.places.municipalities import CHECKED, load
from tests.conftest import CONTENT

DATA = (CONTENT / FILE).read_bytes()
LINES = DATA.decode().splitlines()
LIER = next(i for i, line in enumerate(LINES) if line.startswith("12021,"))


def told(data: str | bytes) -> list[tuple[str, int, int]]:
    raw = data if isinstance(data, bytes) else data.encode()
    with pytest.raises(KitError) as caught:
        check(raw, Path("municipalities.csv"))
    for one in caught.value.diagnostics:
        for language in ("nl", "en"):
            assert placeholders(Messages.load(language).table[one.code]["message"]) <= one.values.keys()
    return [(one.code, one.mark.line, one.mark.column) for one in caught.value.diagnostics if one.mark]


def changed(old: str, new: str, line: int = LIER) -> str:
    assert old in LINES[line]
    return "\n".join([*LINES[:line], LINES[line].replace(old, new, 1), *LINES[line + 1 :], ""])


def test_the_file_of_this_version_is_right_and_its_digest_is_known() -> None:
    check(DATA, Path(FILE))
    assert hashlib.sha256(DATA).hexdigest() == CHECKED, "after a change of the file: write its new digest there"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("12021,", "1202,", "municipalities-nis"),
        (",Lier,", ",,", "municipalities-name-nl"),
        (",Lierre,", ", Lierre,", "municipalities-name-fr"),
        (",Antwerpen,", ",,", "municipalities-province"),
        (",Vlaanderen,", ",Vlaandren,", "municipalities-region"),
        (",51.", ",61.", "municipalities-degrees"),
        (",4.", ",4x", "municipalities-degrees"),
        (",2500,", ",250,", "municipalities-postal-codes"),
        (",12009 ", ",12009  ", "municipalities-neighbours"),
        (",12009 ", ",12021 ", "municipalities-neighbour-twice"),
        (",12009 ", ",99999 ", "municipalities-neighbour-unknown"),
        (",12009 ", ",11001 12009 ", "municipalities-neighbour-one-way"),
    ],
)
def test_what_is_wrong_in_a_row_is_told_at_its_cell(old: str, new: str, expected: str) -> None:
    first = LINES[LIER].index(old) + 1 + (0 if old == "12021," else 1)
    assert (expected, LIER + 1, first) in told(changed(old, new))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("municipalities-header", 1, 1)),
        (DATA.replace(b",", b";"), ("municipalities-header", 1, 1)),
        (b"\xef\xbb\xbf" + DATA, ("municipalities-header", 1, 1)),
        (DATA.replace(",Liège,".encode(), b",Li\xe8ge,", 1), ("municipalities-not-utf8", 393, 14)),
        ("\n".join(LINES[:-1]), ("municipalities-count", 565, 1)),
        ("\n".join([*LINES, LINES[LIER]]), ("municipalities-twice", 567, 1)),
        (changed(",Vlaanderen,", ',"Vlaan,deren",'), ("municipalities-cells", LIER + 1, 1)),
    ],
    ids=["empty", "semicolons", "bom", "latin-1", "short", "twice", "quotes"],
)
def test_what_is_wrong_with_the_file_is_told(data: str | bytes, expected: tuple[str, int, int]) -> None:
    assert expected in told(data)


def test_a_changed_file_is_looked_through_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(changed(",Lierre,", ",Lyra,"), encoding="utf-8", newline="\r\n")
    assert load(tmp_path).by_nis["12021"].name_fr == "Lyra"
    (tmp_path / FILE).write_text(changed(",12009 ", ",99999 "), encoding="utf-8")
    with pytest.raises(KitError):
        load(tmp_path)


def test_a_list_among_the_texts_is_told_to_be_ignored_where_it_says_something_else(tmp_path: Path) -> None:
    folder = tmp_path / "nl"
    folder.mkdir()
    assert not list(ignored(folder))
    (tmp_path / FILE).write_bytes(DATA)
    assert not list(ignored(folder))
    (tmp_path / FILE).write_text(changed(",Lierre,", ",Lyra,"), encoding="utf-8")
    (note,) = ignored(folder)
    assert (note.code, note.mark.file if note.mark else "") == ("municipalities-ignored", str(tmp_path / FILE))
    assert not list(ignored(CONTENT / "nl"))
