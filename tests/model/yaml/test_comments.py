"""What the comments in a content file explain."""

from kit.model.yaml.comments import explanations, with_all_keys

TEXT = """\
# yaml-language-server: $schema=../schema/f.json
# The file.
# More of it:
#   set in
#
# and the end.

# Two together.
first: a
second: b

# Its own.
third:
  inside: c
  # Of one.
  other: d
fourth: e

fifth: f
# A list:
#   key     what it is
#   a, b_c  two at once,
#           and on
list:
  - key: g
    a: h
    b_c: i
  - d: j
flow: {k: l}
# Left out.
# sixth: [m, n]
"""
TOLD = explanations(TEXT)
FILE = "The file. More of it:\nset in\nand the end."


def test_the_comment_at_the_top_explains_the_file() -> None:
    assert TOLD.of(()) == FILE
    assert explanations("# Of a.\na: b\n").of(()) == ""
    assert explanations("# The file.\n\n# Of a.\na: b\n").of(("a",)) == "Of a."


def test_a_comment_explains_its_key_and_those_under_it_up_to_a_white_line() -> None:
    assert [TOLD.of((key,)) for key in ("first", "second", "third", "fourth")] == [
        "Two together.",
        "Two together.",
        "Its own.",
        "Its own.",
    ]
    assert TOLD.of(("fifth",)) == FILE


def test_what_nothing_explains_is_explained_as_what_it_stands_in() -> None:
    assert TOLD.of(("third", "inside")) == "Its own."
    assert TOLD.of(("third", "other")) == "Of one."
    assert TOLD.of(("list", "d")) == TOLD.of(("list",))
    assert TOLD.of(("flow", "k")) == TOLD.of(("flow",))
    assert TOLD.of(("third", "nowhere", "at", "all")) == "Its own."


def test_a_comment_explains_keys_in_the_part_under_it_line_by_line() -> None:
    assert TOLD.of(("list", "key")) == "What it is"
    assert TOLD.of(("list", "a")) == TOLD.of(("list", "b_c")) == "Two at once, and on"
    assert TOLD.of(("list",)).splitlines()[0] == "A list:"
    assert TOLD.of(("a",)) == FILE


def test_a_key_that_is_left_out_is_explained_in_its_comment() -> None:
    assert with_all_keys(TEXT).endswith("# Left out.\nsixth: [m, n]\n")
    assert TOLD.of(("sixth",)) == "Left out."
    assert with_all_keys("  # Key: a\n  # a word: b\n  # c:d\n") == "  # Key: a\n  # a word: b\n  # c:d\n"
    assert with_all_keys("  # a:\n  #   b: c\n") == "  a:\n    b: c\n"
