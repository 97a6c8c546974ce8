"""Two tiles with their overlap give back the sheet."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.draw.bubbles.layouts import (
    INWARD,
    LAYOUTS,
    RESERVED,
    RESERVED_ELSEWHERE_TILED,
    RESERVED_NUMBER_TILED,
    RESERVED_TILED,
    TILED,
    Bubbles,
    tiled_layout,
)
from kit.draw.geometry import A4_PORTRAIT, Box
from kit.draw.paper.tiling import LEFT, RIGHT, SEAM, TILES, Tile

shown = st.floats(LEFT.left, RIGHT.right)


@given(shown)
def test_all_of_the_sheet_is_seen_on_one_tile(x: float) -> None:
    assert [tile.owns(x) for tile in TILES].count(True) == 1


@given(shown, st.floats(0, 50))
def test_tiles_laid_with_their_seams_on_each_other_give_back_the_sheet(x: float, left: float) -> None:
    """``left``: where the left tile lies on a table; the right one lies with its seam on that of the left."""
    right = left + LEFT.seam - RIGHT.seam
    lies = {LEFT: left, RIGHT: right}
    (owner,) = (tile for tile in TILES if tile.owns(x))
    assert lies[owner] + owner.to_page(x) == pytest.approx(left + LEFT.to_page(x))


@pytest.mark.parametrize("tile", TILES)
@given(x=st.floats(0, 420))
def test_there_and_back(tile: Tile, x: float) -> None:
    assert tile.to_sheet(tile.to_page(x)) == pytest.approx(x)


@pytest.mark.parametrize("tile", TILES)
def test_what_a_tile_shows_is_within_what_a_printer_prints(tile: Tile) -> None:
    assert tile.to_page(tile.left) >= 5
    assert tile.to_page(tile.right) <= A4_PORTRAIT.width - 5
    assert tile.shown.contains(tile.half)


def test_the_left_tile_shows_more_than_is_seen_and_the_right_one_just_that() -> None:
    assert LEFT.right - SEAM == pytest.approx(1.4)
    assert RIGHT.left == SEAM
    assert (LEFT.seam, RIGHT.seam) == (200, 10)


@pytest.mark.parametrize("name", TILED)
def test_a_layout_for_tiles_has_its_middle_and_no_other_bubble_on_the_seam(name: str) -> None:
    bubbles = TILED[name]
    assert bubbles.centre.x == SEAM
    assert all(abs(of.x - SEAM) - of.r >= 3.4 for of in bubbles.neighbours)
    assert len(bubbles.neighbours) == len(LAYOUTS[name].neighbours)


@pytest.mark.parametrize("name", TILED)
def test_a_layout_for_tiles_keeps_its_distances(name: str) -> None:
    bubbles: Bubbles = TILED[name]
    reserved = (*RESERVED_TILED, RESERVED_NUMBER_TILED, RESERVED_ELSEWHERE_TILED[name])
    sheet = Box.between(LEFT.left, 0, RIGHT.right, 297).inset(9.49)
    pairs = [(one, other) for one, other in combinations(bubbles.neighbours, 2)]
    assert min(one.centre.to(other.centre) - one.r - other.r for one, other in pairs) >= 7
    assert min(bubbles.centre.centre.to(of.centre) - bubbles.centre.r - of.r for of in bubbles.neighbours) >= 7.49
    assert min(box.distance(of.centre) - of.r for box in reserved for of in bubbles.all) >= 3.3
    assert all(sheet.contains(of.box) for of in bubbles.all)
    assert min(of.r for of in bubbles.neighbours) >= 37.5
    assert bubbles.centre.r >= 56


def test_what_stands_beside_the_bubbles_lies_further_inwards() -> None:
    for box, tiled in zip(RESERVED, RESERVED_TILED, strict=True):
        left = box.centre.x < SEAM
        assert (tiled.x - box.x if left else box.right - tiled.right) == INWARD


@pytest.mark.parametrize(("layout", "tiled"), [("4B", "4A"), ("5A", "6B"), ("6A", "6B"), ("7B", "8B"), ("8A", "8B")])
def test_a_layout_on_tiles_has_as_many_bubbles_or_one_more(layout: str, tiled: str) -> None:
    assert tiled_layout(layout) == tiled
