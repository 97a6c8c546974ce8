"""Which names stand in which row of a bubble (design, section 11)."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.draw.bubbles.filling import Filling, Name, Piece, fit

GAP = 3.0
SPACE = 1.0


def note(count: int) -> float:
    return 20 + 2 * len(str(count))


def of_words(*words: float) -> Name:
    """A name of words of these widths."""
    ends = list(accumulate(words, lambda before, word: before + SPACE + word))
    return Name(ends[-1], tuple((end, ends[-1] - end - SPACE) for end in ends[:-1]))


def filled(widths: Sequence[float], rows: Sequence[float]) -> Filling:
    return fit([Name(width) for width in widths], rows, GAP, note)


def who(filling: Filling) -> list[list[int]]:
    return [[piece.name for piece in row] for row in filling.rows]


def test_one_name_stands_in_a_row_as_long_as_there_are_rows() -> None:
    assert who(filled([10, 10, 10], [20, 40, 50])) == [[0], [1], [2]]
    assert who(filled([10], [20, 40, 50])) == [[0], [], []]


def test_names_stand_by_width_where_their_order_leaves_no_place() -> None:
    assert who(filled([30, 10], [20, 40, 50])) == [[1], [0], []]
    assert who(filled([30, 45, 10], [50, 40, 20])) == [[1], [0], [2]]


def test_a_name_too_wide_for_the_first_row_leaves_it_free_but_no_row_after_it() -> None:
    assert who(filled([30], [20, 40, 50])) == [[], [0], []]
    assert who(filled([45, 15], [20, 40, 50])) == [[], [1], [0]]


def test_a_name_too_wide_for_every_row_is_broken_at_a_space_over_two() -> None:
    filling = fit([of_words(20, 19, 18), Name(10)], [30, 40, 20], GAP, note)
    assert filling.rows == ((Piece(0, 0),), (Piece(0, 0, is_rest=True),), (Piece(1),))


def test_names_share_a_row_when_there_are_more_of_them() -> None:
    assert who(filled([10, 10, 10, 10], [20, 40, 50])) == [[0], [1, 2, 3], []]


def test_names_that_share_rows_are_broken_where_nothing_else_helps() -> None:
    filling = fit([of_words(15, 15)] * 3, [50, 50], GAP, note)
    assert filling.rows == ((Piece(0), Piece(1, 0)), (Piece(1, 0, is_rest=True), Piece(2)))


def test_the_last_row_tells_how_many_found_no_room() -> None:
    filling = filled([18] * 9, [20, 40, 43])
    assert who(filling) == [[0], [1, 2], [3]]
    assert (filling.rest, filling.note, filling.last) == ((4, 5, 6, 7, 8), 2, 2)


def test_it_is_the_longest_that_find_no_room() -> None:
    filling = filled([60, 10, 10], [20, 40, 50])
    assert filling.rest == (0,)
    filling = filled([33, 14, 33, 14], [19, 35])
    assert filling.rest == (0, 2, 3)


def test_where_not_even_the_note_fits_it_stands_in_the_widest_row() -> None:
    assert filled([60, 60], [10, 15]) == Filling(((), ()), (0, 1), 1)


names = st.lists(st.lists(st.floats(4, 30), min_size=1, max_size=4).map(lambda words: of_words(*words)), min_size=1)
some_rows = st.lists(st.floats(25, 90), min_size=1, max_size=7)


def sorted_rows() -> st.SearchStrategy[list[float]]:
    """As in the upper half of a bubble, where rows widen, or in the lower."""
    return st.tuples(some_rows, st.booleans()).map(lambda found: sorted(found[0], reverse=found[1]))


@given(names, sorted_rows())
def test_everybody_stands_somewhere_once_and_whole(known: list[Name], rows: list[float]) -> None:
    filling = fit(known, rows, GAP, note)
    pieces = [(row, piece) for row, there in enumerate(filling.rows) for piece in there]
    whole = [piece.name for _, piece in pieces if not piece.is_rest]
    assert sorted([*whole, *filling.rest]) == list(range(len(known)))
    for row, piece in pieces:
        if piece.cut is not None and not piece.is_rest:
            assert filling.rows[row][-1] == piece
            assert filling.rows[row + 1][0] == Piece(piece.name, piece.cut, is_rest=True)
        assert not piece.is_rest or Piece(piece.name, piece.cut) in filling.rows[row - 1]


@given(names, sorted_rows())
def test_no_row_is_too_full_and_the_note_ends_the_last(known: list[Name], rows: list[float]) -> None:
    filling = fit(known, rows, GAP, note)
    assert (filling.note is not None) is bool(filling.rest)
    for i, (row, room) in enumerate(zip(filling.rows, rows, strict=True)):
        parts = [width(known, piece) for piece in row] + ([note(len(filling.rest))] if filling.note == i else [])
        if any(row for row in filling.rows):
            assert sum(parts) + GAP * (len(parts) - 1) <= room + 1e-6 or not parts
    if filling.note is not None:
        assert filling.note == filling.last


def width(known: Sequence[Name], piece: Piece) -> float:
    name = known[piece.name]
    return name.width if piece.cut is None else name.cuts[piece.cut][piece.is_rest]


@given(names, sorted_rows())
def test_there_is_no_free_row_between_two_with_names(known: list[Name], rows: list[float]) -> None:
    used = [i for i, row in enumerate(fit(known, rows, GAP, note).rows) if row]
    assert all(below - above == 1 for above, below in pairwise(used))


@given(names, sorted_rows())
def test_nobody_is_on_the_list_while_there_is_room(known: list[Name], rows: list[float]) -> None:
    """There is, where the names with what parts them are no longer than the rows together.

    Of these count those in which each name fits, each but for the longest word, for which no row has room at its end.
    """
    widest, word = max(name.width for name in known), 30 + SPACE
    room = sum(row - word - GAP for row in rows if row >= widest)
    needed = sum(name.width + GAP for name in known)
    assert needed > room or not fit(known, rows, GAP, note).rest


@given(st.lists(st.floats(1, 90).map(Name), min_size=1, max_size=9), sorted_rows())
def test_names_that_each_fit_in_a_row_of_their_own_get_one(known: list[Name], rows: list[float]) -> None:
    in_order = sorted(rows, reverse=True)[: len(known)]
    if len(known) <= len(rows) and all(
        name.width <= row for name, row in zip(sorted(known, reverse=True), in_order, strict=True)
    ):
        assert all(len(row) <= 1 for row in fit(known, rows, GAP, note).rows)


@pytest.mark.parametrize("words", [1, 3])
def test_thousands_of_names_in_one_bubble_are_no_problem(words: int) -> None:
    filling = fit([of_words(*[18.0 / words] * words)] * 5000, [20, 40, 60], GAP, note)
    assert len(filling.rest) > 4990


def test_beside_a_seam_a_name_is_broken_from_left_to_right() -> None:
    """From the right of the seam to the left of the next line nobody reads on."""
    names = [Name(10), Name(20, ((10, 9),))]
    rows = [12.0, 12.0, 12.0, 12.0]
    free, paired = fit(names, rows, 3, lambda _: 5), fit(names, rows, 3, lambda _: 5, pairs=True)
    assert [_broken_in(free), _broken_in(paired)] == [[1], [0]]
    assert paired.rest == ()


@given(st.lists(st.lists(st.sampled_from((6, 9, 12)), min_size=1, max_size=4), min_size=4, max_size=10))
def test_beside_a_seam_no_name_goes_on_behind_it_on_the_next_line(names: list[list[int]]) -> None:
    """From left to right across it, or from a row to the one under it: never from the right back to the left."""
    for at, to in _steps(fit([of_words(*words) for words in names], [30.0] * 8, GAP, note, pairs=True)):
        assert to == at + 2 or (at % 2 == 0 and to == at + 1)


def test_beside_a_seam_names_stand_in_two_columns_where_not_all_fit_across_it() -> None:
    names = [of_words(*words) for words in ((9, 12, 12), (12, 9, 12), (12, 12, 12), (12, 9, 9), (9, 6, 6))]
    filling = fit(names, [30.0] * 8, GAP, note, pairs=True)
    assert filling.rest == ()
    assert {to - at for at, to in _steps(filling)} == {2}


def _steps(filling: Filling) -> list[tuple[int, int]]:
    """From which row to which each broken name goes."""
    where = {
        (piece.name, piece.is_rest): i for i, row in enumerate(filling.rows) for piece in row if piece.cut is not None
    }
    return [(at, where[name, True]) for (name, is_rest), at in where.items() if not is_rest]


def _broken_in(filling: Filling) -> list[int]:
    """The rows in which a name is broken."""
    return [i for i, row in enumerate(filling.rows) for piece in row if piece.cut is not None and not piece.is_rest]
