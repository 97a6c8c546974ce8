from hypothesis import strategies as st

from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, A6_PORTRAIT, Box, Circle, Grid, Point, Size, grid

mm = st.floats(-500, 500)
points = st.lists(st.tuples(mm, mm), min_size=3, max_size=8, unique=True)


def test_a_chord_is_drawn_in_from_the_outline() -> None:
    assert Circle(0, 0, 10).half_chord(6) == 8
    assert Circle(0, 0, 12).half_chord(6, inset=2) == 8
    assert Circle(0, 0, 10).half_chord(11) == 0


def test_boxes_measure_distance_and_overlap() -> None:
    box = Box.between(10, 10, 20, 30)
    assert box.distance(Point(13, 34)) == 4
    assert box.distance(Point(15, 15)) == 0
    assert box.overlaps(Box(19, 29, 5, 5)) and not box.overlaps(Box(20, 10, 5, 5))
    assert box.inset(1) == Box(11, 11, 8, 18)


def test_a_point_moves_toward_another() -> None:
    assert Point(0, 0).toward(Point(6, 8), 5) == Point(3, 4)


def test_four_cards_lie_on_a4_row_by_row() -> None:
    cards = grid(A4_PORTRAIT, A6_PORTRAIT)
    assert [(cell.x, cell.y) for cell in cards.cells] == [(0, 0), (105, 0), (0, 148.5), (105, 148.5)]
    assert (cards.cuts_x, cards.cuts_y) == ((105,), (148.5,))


def test_eight_cards_lie_on_a3_without_waste() -> None:
    cards = grid(A3_LANDSCAPE, A6_PORTRAIT)
    assert (cards.columns, cards.rows) == (4, 2)
    assert (cards.cells[-1].right, cards.cells[-1].bottom) == (420, 297)
    assert (cards.cuts_x, cards.cuts_y) == ((105, 210, 315), (148.5,))


def test_a_grid_holds_whole_cells_only() -> None:
    assert grid(Size(100, 100), Size(30, 101)) == Grid(3, 0, Size(30, 101))
