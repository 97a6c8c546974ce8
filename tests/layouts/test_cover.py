"""The cover: its drawing, when, where and for whom, and what is in the pack (design, section 23)."""

import pytest

from kit.diagnostics import Mark
from kit.draw.geometry import Box, Circle
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.paths import samples
from kit.draw.records import Stroke
from kit.model.text.spans import Text
from kit.model.workshop.stack import Contents
from tests.stacks import COVER, COVER_OF_ONE, FULL_COVER, contents, covered


def page(of: Contents = COVER, edition: Edition = "colour") -> Page:
    (found,) = covered(of, edition)
    return found


def boxes(of: Page, role: str) -> list[Box]:
    return [placed.box for placed in of.placed if placed.role == role]


def said(of: Page, role: str) -> list[str]:
    return [placed.text for placed in of.placed if placed.role == role]


def strokes(of: Page, role: str) -> list[Stroke]:
    return [shape for shape in of.shapes if isinstance(shape, Stroke) and shape.style.role == role]


def test_the_drawing_is_that_of_the_card_made_larger() -> None:
    you = max(boxes(page(), "cover-bubble"), key=lambda box: box.width)
    assert (you.centre.x, you.centre.y, you.width) == pytest.approx((102.24, 82.14, 53.46))
    assert len(boxes(page(), "cover-bubble")) == 5
    assert {round(box.width, 6) for box in boxes(page(), "node")} == {4.6}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_link_to_you_crosses_a_border(edition: Edition) -> None:
    found = page(edition=edition)
    you = Circle(102.24, 82.14, 26.73)
    borders = [samples(stroke.path, 400) for stroke in strokes(found, "map-border")]
    links = [samples(stroke.path) for stroke in strokes(found, "cover-link")]
    mine = [start for start, end in links if end.to(you.centre) < 0.01]
    assert len(mine) == 4
    for other in mine:
        free = [other.toward(you.centre, d / 10) for d in range(int(10 * (other.to(you.centre) - you.r)))]
        assert min(point.to(on) for point in free for border in borders for on in border) < 0.2


def test_borders_keep_clear_of_bubbles_words_and_code() -> None:
    found = page()
    points = [point for stroke in strokes(found, "map-border") for point in samples(stroke.path, 40)]
    for box in boxes(found, "cover-bubble"):
        assert min(box.centre.to(point) for point in points) > box.width / 2 + 2
    for box in [*boxes(found, "cover-title"), *boxes(found, "url"), *boxes(found, "qr")]:
        assert min(box.distance(point) for point in points) > 8


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_icon_is_heavier_than_its_bubble(edition: Edition) -> None:
    (outline,) = {stroke.style.width for stroke in strokes(page(edition=edition), "cover-bubble")}
    assert max(stroke.style.width for stroke in strokes(page(edition=edition), "icon")) <= outline


def test_when_where_and_for_whom() -> None:
    assert said(page(), "cover-label") == ["WANNEER", "WAAR", "VOOR WIE"]
    assert said(page(), "cover-value") == [
        "vrijdag 12 maart 2027, 9.30 uur",
        "Cultuurcentrum, Lier",
        "18 deelnemers, 4 tafels",
    ]
    assert [box.x for box in boxes(page(), "cover-value")] == [12, 92, 150]
    assert not boxes(page(), "writing")


def test_what_is_not_known_is_a_line_to_write_on() -> None:
    found = page(COVER_OF_ONE)
    assert said(found, "cover-value") == ["1 deelnemer, 1 tafel"]
    assert [(box.x, box.right, box.y) for box in boxes(found, "writing")] == [(12, 88, 170), (92, 146, 170)]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_long_place_takes_two_lines_above_the_contents(edition: Edition) -> None:
    found = page(FULL_COVER, edition)
    where = boxes(found, "cover-value")[1]
    assert "\n" in said(found, "cover-value")[1]
    assert where.right <= 146.001
    assert boxes(found, "cover-head")[0].y - where.bottom > 4


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_place_breaks_behind_a_comma_where_it_can(edition: Edition) -> None:
    found = page(contents((), where=Text.of("Gemeenschapscentrum De Kring, Sint-Katelijne-Waver")), edition)
    assert said(found, "cover-value")[0] == "Gemeenschapscentrum De Kring,\nSint-Katelijne-Waver"


def test_a_place_that_is_too_long_is_told_where_it_stands() -> None:
    place = Text.of("Gemeenschapscentrum " * 10, Mark("workshop.yaml", 4, 8))
    (problem,) = page(contents((), where=place)).problems
    assert (problem.code, problem.mark) == ("text-too-high", place.mark)


def test_contents_are_read_down_first() -> None:
    names = boxes(page(), "cover-name")
    assert [name.x for name in names] == [28] * 6 + [124] * 6
    assert [line.y for line in boxes(page(), "cover-row")] == pytest.approx([198.9 + 10.2 * i for i in range(6)] * 2)
    odd = page(contents(((1, "a", "a4", 0), (1, "b", "a4", 0), (1, "c", "a4", 0))))
    assert [name.x for name in boxes(odd, "cover-name")] == [28, 28, 124]


def test_a_row_says_how_many_of_what_on_which_paper() -> None:
    rows = list(zip(said(page(), "cover-count"), said(page(), "cover-name"), said(page(), "cover-paper"), strict=True))
    assert rows[0] == ("1 ×", "Omslag", "A4")
    assert rows[6] == ("10 ×", "Bollenschema", "A3")
    assert rows[7] == ("18 ×", "Partnerkaarten", "A4, 72 kaarten")
    assert rows[10] == ("4 ×", "Tafelkaart", "A4")
    assert said(page(COVER_OF_ONE), "cover-paper")[1] == "A4, 1 kaart"
    assert said(page(FULL_COVER), "cover-paper")[12] == "A3, 23976 kaarten"


def test_counts_and_papers_end_under_each_other() -> None:
    for count, paper in zip(
        boxes(page(FULL_COVER), "cover-count"), boxes(page(FULL_COVER), "cover-paper"), strict=True
    ):
        assert round(paper.right - count.right, 6) == 79
        assert round(count.right, 6) in (23, 119)


def test_the_last_of_fourteen_rows_is_above_the_note() -> None:
    assert len(FULL_COVER.rows) == 14
    found = page(FULL_COVER)
    assert boxes(found, "cover-note")[0].y - max(line.y for line in boxes(found, "cover-row")) > 6


def test_more_kinds_than_there_are_rows_are_told() -> None:
    (problem,) = page(contents([(1, f"Blad {i}", "a4", 0) for i in range(16)])).problems
    assert problem.code == "sheet-kinds-too-many"
    assert problem.values == {"sheet": "Omslag", "count": 16, "limit": 15}


def test_fifteen_rows_stand_closer_and_end_as_far_above_the_note() -> None:
    found = page(contents([(1, f"Blad {i}", "a4", 0) for i in range(15)]))
    assert found.problems == []
    lines = [line.y for line in boxes(found, "cover-row")]
    assert boxes(found, "cover-note")[0].y - max(lines) > 6
    assert lines[1] - lines[0] == pytest.approx(8.743, abs=0.001)
