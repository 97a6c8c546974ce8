"""Cards on sheets: each once, every back behind its front, and in order when the pile is cut."""

import itertools
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, A6_PORTRAIT, Box, Point, Size
from kit.draw.paper.imposition import Edge, Scheme, Side, Slot, usual_edge

PAPERS = (A4_PORTRAIT, A3_LANDSCAPE)
EDGES: tuple[Edge, ...] = ("long", "short")

shifts = st.tuples(st.floats(-5, 5), st.floats(-5, 5))
schemes = st.builds(Scheme, st.sampled_from(PAPERS), st.just(A6_PORTRAIT), st.sampled_from(EDGES))
counts = st.integers(0, 100)


def sides(scheme: Scheme, count: int) -> Iterator[tuple[Side, Side]]:
    return zip(scheme.fronts(count), scheme.backs(count), strict=True)


def corners(slot: Slot) -> list[Point]:
    """The corners of a card as it is read: top left, top right, bottom right, bottom left."""
    box = slot.box
    found = [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]
    return [Point(*corner) for corner in (found[2:] + found[:2] if slot.turned else found)]


def seen_through(point: Point, paper: Size, flip: Edge) -> Point:
    """Where a point of a back lies, as one looks at the front: the paper is turned over an edge."""
    side_edge: Edge = "long" if paper.height > paper.width else "short"
    if flip == side_edge:
        return Point(paper.width - point.x, point.y)
    return Point(point.x, paper.height - point.y)


@given(schemes, counts)
def test_every_card_is_once_on_a_front_and_once_on_a_back(scheme: Scheme, count: int) -> None:
    for side in (scheme.fronts(count), scheme.backs(count)):
        assert sorted(slot.card for slots in side for slot in slots) == list(range(count))


@given(schemes, counts)
def test_cards_lie_on_the_paper_beside_each_other(scheme: Scheme, count: int) -> None:
    paper = Box(0, 0, scheme.paper.width, scheme.paper.height)
    for both in sides(scheme, count):
        for side in both:
            assert all(paper.contains(slot.box, 1e-9) for slot in side)
            pairs = itertools.combinations((slot.box.inset(1e-9) for slot in side), 2)
            assert not any(one.overlaps(other) for one, other in pairs)


@given(schemes, counts)
def test_every_back_is_behind_its_front_and_upright(scheme: Scheme, count: int) -> None:
    """As the page of a book: the top left of a back is behind the top right of its front."""
    for front, back in sides(scheme, count):
        for one, other in zip(front, back, strict=True):
            assert one.card == other.card
            behind = [seen_through(corner, scheme.paper, scheme.flip) for corner in corners(other)]
            top_left, top_right, bottom_right, bottom_left = corners(one)
            for found, wanted in zip(behind, (top_right, top_left, bottom_left, bottom_right), strict=True):
                assert found.to(wanted) < 1e-9


def cut_and_stacked(fronts: Sequence[Side]) -> list[int]:
    """The cards from top to bottom, after the pile is cut and the small piles go under each other as one reads."""
    places = sorted({(slot.box.y, slot.box.x) for side in fronts for slot in side})
    piles = {
        place: [slot.card for side in fronts for slot in side if (slot.box.y, slot.box.x) == place] for place in places
    }
    return [card for place in places for card in piles[place]]


@given(schemes, counts)
def test_a_pile_that_is_cut_and_stacked_is_in_order(scheme: Scheme, count: int) -> None:
    assert cut_and_stacked(list(scheme.fronts(count))) == list(range(count))


@given(schemes, counts)
def test_all_sheets_are_full_but_the_last(scheme: Scheme, count: int) -> None:
    fronts = list(scheme.fronts(count))
    assert len(fronts) == scheme.sheets(count)
    assert all(len(side) == scheme.each for side in fronts[:-1])
    assert not fronts or 1 <= len(fronts[-1]) <= scheme.each


@given(schemes, counts, shifts)
def test_a_shift_moves_backs_right_and_up_as_one_looks_at_them(
    scheme: Scheme, count: int, shift: tuple[float, float]
) -> None:
    moved = Scheme(scheme.paper, scheme.card, scheme.flip, shift)
    assert list(moved.fronts(count)) == list(scheme.fronts(count))
    for side, other in zip(scheme.backs(count), moved.backs(count), strict=True):
        for slot, its in zip(side, other, strict=True):
            # Who looks at a back that is turned has turned the paper.
            turn = -1 if slot.turned else 1
            for before, after in zip(corners(slot), corners(its), strict=True):
                assert turn * (after.x - before.x) == pytest.approx(shift[0])
                assert turn * (before.y - after.y) == pytest.approx(shift[1])


@pytest.mark.parametrize(
    ("paper", "each", "first", "last"),
    [
        (A4_PORTRAIT, 4, [0, 4, 7, 10], [3]),
        (A3_LANDSCAPE, 8, [0, 2, 4, 6, 8, 10, 11, 12], [1, 3, 5, 7, 9]),
    ],
)
def test_thirteen_cards(paper: Size, each: int, first: list[int], last: list[int]) -> None:
    scheme = Scheme(paper, A6_PORTRAIT, usual_edge(paper))
    fronts = list(scheme.fronts(13))
    assert scheme.each == each
    assert [slot.card for slot in fronts[0]] == first
    assert [slot.card for slot in fronts[-1]] == last


def test_the_usual_edge_leaves_backs_upright() -> None:
    assert [usual_edge(paper) for paper in PAPERS] == ["long", "short"]
    for paper in PAPERS:
        assert [Scheme(paper, A6_PORTRAIT, edge).turned for edge in EDGES] == [
            edge != usual_edge(paper) for edge in EDGES
        ]


def test_the_first_back_is_at_the_right_and_at_the_bottom_left_when_turned() -> None:
    def first(paper: Size, flip: Edge) -> tuple[float, float, bool]:
        slot = next(Scheme(paper, A6_PORTRAIT, flip).backs(1))[0]
        return slot.box.x, slot.box.y, slot.turned

    assert first(A4_PORTRAIT, "long") == (105, 0, False)
    assert first(A4_PORTRAIT, "short") == (0, 148.5, True)
    assert first(A3_LANDSCAPE, "short") == (315, 0, False)
    assert first(A3_LANDSCAPE, "long") == (0, 148.5, True)
