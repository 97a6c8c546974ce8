"""What stays apart on large sheets, and what stays together."""

import importlib
import math

import pytest

from kit.draw.bubbles.large import LARGE
from kit.draw.bubbles.layouts import Bubbles, link_ends
from kit.draw.geometry import A4_PORTRAIT, Box
from kit.draw.look.editions import LARGE as EDITION
from kit.draw.page import Page
from kit.model.places.named import Actor
from kit.model.text.spans import Text
from tests.large import bubbles, drawn
from tests.named import called, content, context


def placed_on(page: Page, role: str) -> list[Box]:
    return [placed.box for placed in page.all_placed if placed.role == role]


@pytest.mark.parametrize("sheet", ["draaiboek", "draaiboek-workshop-vol"])
def test_the_disc_of_a_step_stays_clear_of_the_lines_between_rows(sheet: str) -> None:
    page = drawn(sheet)[0]
    rules = [box.y for box in placed_on(page, "run-rule")]
    discs = [box for box in placed_on(page, "disc") if box.width > 12]
    assert len(discs) == 5
    assert all(abs(rule - edge) >= 1.9 for rule in rules for box in discs for edge in (box.y, box.bottom))


@pytest.mark.parametrize("sheet", ["bollenschema", "bollenschema-Lier", "bollenschema-Lier-a4", "inspiratielijst"])
def test_the_mark_of_the_step_stands_7_behind_the_title_and_on_a3_the_number_behind_the_mark(sheet: str) -> None:
    page = drawn(sheet)[0]
    (title,), label = placed_on(page, "sheet-title"), placed_on(page, "step-label")[0]
    assert label.x - 2 * 5 - 3 - title.right == pytest.approx(7, abs=0.3)
    beside = [box.x for box in placed_on(page, "subtitle") if box.y < title.bottom]
    assert beside == ([pytest.approx(label.right + 8, abs=0.3)] if sheet == "bollenschema-Lier" else [])


def test_each_other_sheet_is_named_on_a_line_of_its_own_where_there_is_room() -> None:
    (told,) = (one.text for one in drawn("bollenschema-Lier-a4")[0].all_placed if "Niet alle buren" in one.text)
    assert [line.split(":")[0] for line in told.split("\n") if "Op" in line] == [f"Op blad {n}" for n in (2, 3, 4)]


@pytest.mark.parametrize("name", ["Mechelen", "Gent", "Lier"])
def test_behind_the_number_of_another_sheet_stands_who_is_on_it(name: str) -> None:
    first, *others = _elsewhere(name).split("\n")
    assert first == "Niet alle buren passen hier."
    assert not [line for line in others if line.endswith(":") or line[0].isdigit()]


def _elsewhere(name: str) -> str:
    (told,) = (one.text for one in bubbles(name, "a4")[0].all_placed if "Niet alle buren" in one.text)
    return told


def test_one_begins_on_the_first_blank_bubble_sheet() -> None:
    assert [["Begin hier" in [one.text for one in page.all_placed]] for page in drawn("bollenschema-a4")] == [
        [True],
        [False],
    ]


@pytest.mark.parametrize("bubbles", LARGE.values())
def test_both_ends_of_a_link_are_seen_as_two(bubbles: Bubbles) -> None:
    for of in bubbles.neighbours:
        assert math.dist(*link_ends(bubbles, of)) >= 2 * 2.6 + 0.8


@pytest.mark.parametrize("many", [3, 19, 60])
def test_each_page_of_more_actors_begins_with_whose_they_are(many: int) -> None:
    here = [called(name) for name in ("Lier", "Putte")]
    known = [Actor(Text.of(f"actor {i}"), place, "", "upper") for place in here for i in range(many)]
    pages = importlib.import_module("kit.layouts.large.bubbles.actor_list").actor_pages
    for page in pages(context(EDITION), content(), here[0], known):
        names, listed = placed_on(page, "printed-name"), placed_on(page, "small")
        assert not listed or min(box.y for box in names) < min(box.y for box in listed)


def test_no_page_of_more_actors_but_the_last_is_half_empty() -> None:
    here = [called(name) for name in ("Lier", "Putte", "Nijlen", "Berlaar")]
    known = [Actor(Text.of(f"actor {i}"), place, "", "upper") for place in here for i in range(24)]
    pages = importlib.import_module("kit.layouts.large.bubbles.actor_list").actor_pages
    *full, last = pages(context(EDITION), content(), here[0], known)
    ends = [max((box.bottom for box in placed_on(page, "small")), default=0) for page in full]
    assert min(ends) > A4_PORTRAIT.height / 2
    listed = [placed.text for page in (*full, last) for placed in page.all_placed if placed.role == "small"]
    assert [text for text in listed if text.startswith("actor")] == [actor.name.plain for actor in known]
