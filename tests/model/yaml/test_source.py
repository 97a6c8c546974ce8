from pathlib import Path

import pytest

from kit.diagnostics import Mark
from kit.model.most_problems import MOST
from kit.model.yaml.decode import MAX_BYTES
from kit.model.yaml.node import Leaf, path_of
from kit.model.yaml.source import Source, parse, read
from kit.model.yaml.tree import MAX_KEY, MAX_PARTS

TEXT = 'plain: éen café\nquoted: "a \\"b\\" c"\nfolded: >\n  eerste regel\n  tweede *regel\nlist:\n  - {key: waarde}\n'


def leaf(source: Source, *route: str | int) -> Leaf:
    found = source.node(route)
    assert isinstance(found, Leaf)
    return found


def test_every_scalar_stays_text() -> None:
    source = parse("time: 13:30\nanswer: no\nversion: 1.0\nday: 2026-11-23\nhex: 0x1F\n", "f.yaml")
    assert [leaf(source, key).text for key in ("time", "answer", "version", "day", "hex")] == [
        "13:30",
        "no",
        "1.0",
        "2026-11-23",
        "0x1F",
    ]


@pytest.mark.parametrize("value", ["", "~", "null", "Null", '""', "''"])
def test_nothing_is_empty_text(value: str) -> None:
    assert leaf(parse(f"a: {value}\n", "f.yaml"), "a").text == ""


def test_a_quoted_null_is_a_word() -> None:
    assert leaf(parse('a: "null"\n', "f.yaml"), "a").text == "null"


def test_keys_and_values_keep_their_places() -> None:
    source = parse(TEXT, "f.yaml")
    assert source.key_mark(("list", 0, "key")) == Mark("f.yaml", 7, 6, "list[0].key")
    assert source.value_mark(("list", 0, "key")) == Mark("f.yaml", 7, 11, "list[0].key")
    assert source.value_mark(("list", 0, "other")) == Mark("f.yaml", 7, 5, "list[0].other")
    assert source.value_mark(("nowhere",)) == Mark("f.yaml", 1, 1, "nowhere")


@pytest.mark.parametrize(
    ("route", "letters", "place"),
    [
        (("plain",), "café", (1, 12)),
        (("quoted",), "b", (2, 14)),
        (("quoted",), "c", (2, 18)),
        (("folded",), "tweede", (5, 3)),
        (("folded",), "*", (5, 10)),
        (("list", 0, "key"), "arde", (7, 13)),
    ],
)
def test_a_letter_in_a_text_has_a_place_in_the_file(
    route: tuple[str | int, ...], letters: str, place: tuple[int, int]
) -> None:
    found = leaf(parse(TEXT, "f.yaml"), *route)
    mark = found.point(found.text.index(letters))
    assert (mark.line, mark.column) == place


def test_a_letter_that_is_written_otherwise_in_the_file_stands_where_its_text_starts() -> None:
    found = leaf(parse('a: "\\x41b"\n', "f.yaml"), "a")
    assert found.point(0) == found.mark


def test_an_excerpt_is_one_short_line() -> None:
    source = parse(f"a: [een, twee]\nb: |\n  een\n  twee\nc: {'x' * 60}\n", "f.yaml")
    assert source.excerpt(("a",)) == "[een, twee]"
    assert source.excerpt(("b",)) == "een"
    assert source.excerpt(("c",)) == "x" * 39 + "…"


def test_a_path_reads_like_the_file() -> None:
    assert path_of(("steps", 2, "head")) == "steps[2].head"
    assert path_of(()) == ""


def test_windows_line_ends_and_a_byte_order_mark_are_nothing_special(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: |\r\n  een\r\n  twee\r\nb: c\r\n")
    source = read(file)
    assert leaf(source, "a").text == "een\ntwee\n"
    assert source.key_mark(("b",)).line == 4


@pytest.mark.parametrize("text", ["a:\tb\n", "a: b\n\t\n", "a:\n \tb: c\n", "a: b\tc\n", "a: b\t# uitleg\n"])
def test_a_tab_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(text, encoding="utf-8")
    assert codes(tmp_path / "f.yaml") == ["tab"]


def test_a_tab_in_a_comment_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text("# een\ttab\na: b #\t\n", encoding="utf-8")
    assert codes(tmp_path / "f.yaml") == []


def codes(file: Path) -> list[str]:
    return [problem.code for problem in read(file).problems]


def test_what_is_no_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    assert codes(tmp_path / "folder.yaml") == ["file-is-folder"]
    assert codes(tmp_path / "nothing.yaml") == ["file-missing"]
    assert codes(Path("/dev/null")) == ["file-unreadable"]


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    (tmp_path / "f.yaml").write_text("a: b", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    assert codes(tmp_path / "f.yaml") == ["file-unreadable"]


def test_a_file_that_is_too_large_is_not_read_on(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    assert codes(tmp_path / "f.yaml") == ["file-too-large"]


def test_a_byte_that_is_not_utf8_has_its_place(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes("é: é\r\nb: één\r\nc: ".encode() + b"\xe9\n")
    problem = read(tmp_path / "f.yaml").problems[0]
    assert problem.code == "not-utf8"
    assert problem.mark is not None
    assert (problem.mark.line, problem.mark.column) == (3, 4)


def test_the_parser_in_python_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without its C library, the slower one is used: the same codes must follow."""
    import yaml

    from kit.model.yaml import tree

    texts = ["t: **x**", "t: @x", "t: a: b", 't: "x', "t: [a", "a: b\nc\n", "t: 'a'b'", "t: | x", "t: - x", TEXT]
    fast = [[problem.code for problem in parse(text, "f").problems] for text in texts]
    monkeypatch.setattr(tree, "_LOADER", yaml.SafeLoader)
    assert [[problem.code for problem in parse(text, "f").problems] for text in texts] == fast


def test_the_same_text_in_the_same_place_is_read_once() -> None:
    assert parse("a: 1\n", "kit.yaml") is parse("a: 1\n", "kit.yaml")
    assert parse("a: 1\n", "kit.yaml") is not parse("a: 1\n", "steps.yaml")
    assert parse("a: 2\n", "kit.yaml").node(("a",)) == Leaf("2", Mark("kit.yaml", 1, 4, "a"), "2")


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a:\n" + "  - x\n" * MAX_PARTS, "yaml-endless", (MAX_PARTS - 1, 5)),
        ("a: 1\n? " + "k" * (MAX_KEY + 1) + "\n: 2\n", "yaml-key-long", (2, 3)),
    ],
)
def test_what_is_too_much_for_content_is_told_where_it_is(text: str, code: str, place: tuple[int, int]) -> None:
    (problem,) = parse(text, "f.yaml").problems
    assert problem.mark
    assert (problem.code, (problem.mark.line, problem.mark.column)) == (code, place)


def test_what_ends_the_reading_is_told_after_very_many_problems() -> None:
    *doubles, more, last = parse("a: 1\n" * 2 * MOST + "b: *x\n", "f.yaml").problems
    assert ({problem.code for problem in doubles}, more.code, last.code) == (
        {"duplicate-key"},
        "more-problems",
        "yaml-star",
    )
    assert len(doubles) == MOST


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    for name in ("x" * 300, "a\0b"):
        (problem,) = read(tmp_path / name).problems
        assert problem.code == "file-unreadable"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("a: Zaal #3 links", 9),
        ("a: Zaal # 3", 9),
        ("a: 'Zaal' #3", 11),
        ("a:\n  Zaal\n  twee #3", 8),
        ("a: #wie", 4),
        ("a:\n- Zaal #3", 8),
        ("a: Zaal  # de grote", None),
        ("a: Zaal #", None),
        ("a: # de zaal", None),
        ('a: "#00695F"', None),
        ("a: |\n  Zaal #3", None),
        ("a: Zaal#3", None),
    ],
)
def test_what_yaml_leaves_out_behind_a_value_is_told_where_it_looks_like_text(line: str, column: int | None) -> None:
    found = [problem for problem in parse(line + "\n", "f.yaml").problems if problem.code == "text-is-comment"]
    assert [problem.mark.column for problem in found if problem.mark] == ([] if column is None else [column])
