"""All pages on one picture."""

from itertools import chain, pairwise
from pathlib import Path

import fontpkg
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kit.press.overview import DPI, GAP, LARGER, NAME, Paper, overview, rows

A3, A4 = (420, 297), (210, 297)
LETTERS = Path(fontpkg.path("Fira Sans Condensed", 500, "normal"))
TABLE, EDGE = (232, 232, 232), (176, 176, 176)


def paper(size: tuple[int, int], colour: tuple[int, int, int] = (255, 255, 255), name: str = "") -> Paper:
    dots = (round(size[0] * LARGER * DPI / 25.4), round(size[1] * LARGER * DPI / 25.4))
    return Paper(Image.new("RGB", dots, colour), name)


@given(st.lists(st.floats(1, 900)))
def test_rows_hold_each_paper_once_in_order_and_no_more_than_fits(widths: list[float]) -> None:
    found = rows(widths)
    assert list(chain.from_iterable(found)) == list(range(len(widths)))
    assert all(len(row) == 1 or sum(widths[i] for i in row) <= 840.001 for row in found)
    assert all(sum(widths[i] for i in row) + widths[after[0]] > 839.999 for row, after in pairwise(found))


def test_two_a3_or_four_a4_fill_a_row() -> None:
    assert rows([420, 420, 210, 210, 420, 210]) == [[0, 1], [2, 3, 4], [5]]


def test_each_paper_is_shown_whole_with_an_edge_on_grey() -> None:
    colours = [(255, 255, 255), (0, 249, 0), (0, 0, 249)]
    picture = overview([paper(A4, colour) for colour in colours], LETTERS).convert("RGB")
    counts = {colour: count for count, colour in picture.getcolors(1 << 24) or []}
    width, height = (round(mm * DPI / 25.4) for mm in A4)
    assert picture.width == 3 * width + 4 * round(GAP * DPI / 25.4)
    assert [counts[colour] for colour in colours] == [width * height] * 3
    assert counts[EDGE] == 3 * 2 * (width + height + 2)
    assert counts.keys() == {*colours, TABLE, EDGE}
    assert {picture.getpixel(corner) for corner in ((0, 0), (picture.width - 1, picture.height - 1))} == {TABLE}


def test_a_name_stands_beneath_its_paper_in_its_middle() -> None:
    picture = overview([paper(A3), paper(A3, name="HHH")], LETTERS).convert("RGB")
    bare = overview([paper(A3), paper(A3)], LETTERS).convert("RGB")
    from PIL import ImageChops

    left, top, right, bottom = ImageChops.difference(picture, bare).getbbox() or (0, 0, 0, 0)
    gap, name, (width, height) = (*(round(mm * DPI / 25.4) for mm in (GAP, NAME)), [round(m * DPI / 25.4) for m in A3])
    assert abs((left + right) / 2 - (2 * gap + 1.5 * width)) < 2
    assert gap + height < top < bottom < gap + height + 2 * name
    assert bottom < picture.height
