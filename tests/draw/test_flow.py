from kit.draw.flow import Flowing, flow


def test_blocks_stand_under_each_other_until_a_column_is_full() -> None:
    blocks = [Flowing(40, 5), Flowing(30, 5), Flowing(30, 5), Flowing(20, 5)]
    assert flow(blocks, 100) == (((0, 0), (1, 45)), ((2, 0), (3, 35)))


def test_a_head_goes_on_with_its_text() -> None:
    blocks = [Flowing(60), Flowing(10, 5, with_next=True), Flowing(30, 2), Flowing(5, 5)]
    assert flow(blocks, 100) == (((0, 0),), ((1, 0), (2, 12), (3, 47)))


def test_what_is_higher_than_a_column_stands_alone() -> None:
    assert flow([Flowing(10), Flowing(120, 5), Flowing(10, 5)], 100) == (((0, 0),), ((1, 0),), ((2, 0),))


def test_what_just_fits_fits() -> None:
    assert len(flow([Flowing(0.1)] * 1000, 100)) == 1


def test_nothing_is_one_empty_column() -> None:
    assert flow([], 100) == ((),)
