"""The method: three steps on a rail, and what happens when they are longer or shorter (design, section 13)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from kit.draw.geometry import Box
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.text.fonts import MM_PER_POINT
from kit.draw.text.setting import DESCENT
from kit.model.catalogue import Catalogue
from kit.model.schema import Method, RunSheet
from kit.model.text.spans import Text
from tests.conftest import drawn, replaced, shipped

Draw = Callable[..., list[Page]]
SHORT = "Neem canvas 1."
SENTENCE = "Leg kaarten uit verschillende bollen bij elkaar en noteer ideeën per combinatie. "


def page(edition: Edition = "colour") -> Page:
    (found,) = drawn("werkwijze", edition)
    return found


def boxes(page: Page, *roles: str) -> list[Box]:
    return [placed.box for placed in page.placed if placed.role in roles]


def centres(page: Page) -> list[float]:
    """The y of the middle of each step disc: those of the brand mark are smaller."""
    return [box.centre.y for box in boxes(page, "disc") if box.width == pytest.approx(24)]


def baselines(page: Page, role: str) -> list[float]:
    """The first baseline of each text of a role."""
    style = page.style(role)
    top = page.fonts.face(style.font).capital * style.size * MM_PER_POINT
    return [box.y + top for box in boxes(page, role)]


def last_baselines(page: Page, role: str) -> list[float]:
    """The last baseline of each text of a role."""
    return [box.bottom - DESCENT * page.style(role).size * MM_PER_POINT for box in boxes(page, role)]


def method() -> Method:
    sheet = shipped().sheets["werkwijze"]
    assert isinstance(sheet, Method)
    return sheet


def with_texts(*texts: Sequence[str]) -> Catalogue:
    """The shipped content with other paragraphs in the steps."""
    steps = tuple(
        replaced(
            step,
            paragraphs=tuple(
                replaced(step.paragraphs[0], text=Text.of(text, step.paragraphs[-1].text.mark)) for text in said
            ),
        )
        for step, said in zip(method().steps, texts, strict=True)
    )
    sheet = replaced(method(), steps=steps)
    return replace(shipped(), sheets={**shipped().sheets, "werkwijze": sheet})


def longer(*texts: str) -> Catalogue:
    """A last step with more paragraphs; the other steps as they are."""
    last = method().steps[-1]
    mark = last.paragraphs[-1].text.mark
    more = tuple(replaced(last.paragraphs[-1], text=Text.of(text, mark)) for text in texts)
    steps = (*method().steps[:-1], replaced(last, paragraphs=(*last.paragraphs, *more)))
    sheet = replaced(method(), steps=steps)
    return replace(shipped(), sheets={**shipped().sheets, "werkwijze": sheet})


def test_the_steps_stand_where_the_design_says() -> None:
    assert centres(page()) == pytest.approx([66, 103.6, 164.5], abs=0.3)
    (rail,) = boxes(page(), "method-rail")[:1]
    assert (rail.x, rail.y, rail.bottom) == pytest.approx((24, 66, 255))


def test_the_words_of_a_step_stand_beside_its_disc() -> None:
    middles = centres(page())
    assert baselines(page(), "method-label") == pytest.approx([y - 5.6 for y in middles])
    assert baselines(page(), "method-head") == pytest.approx([y + 2.6 for y in middles])
    firsts = baselines(page(), "method-text")
    assert [firsts[i] for i in (0, 1, 3)] == pytest.approx([y + 9.6 for y in middles])
    assert {round(box.x, 3) for box in boxes(page(), "method-label", "method-head")} == {43}


def test_a_step_begins_17_below_the_last_line_above() -> None:
    assert centres(page())[1] == pytest.approx(last_baselines(page(), "method-text")[0] + 17)


def test_an_example_stands_closer_to_its_paragraph() -> None:
    text, example = last_baselines(page(), "method-text")[1], baselines(page(), "method-example")[0]
    assert example == pytest.approx(text + 5.4 + 1.3 - 0.3)


def test_the_pictures_stand_beside_their_steps() -> None:
    one, two, three = centres(page())
    frames = boxes(page(), "picture-frame")
    assert [frame.y for frame in frames] == pytest.approx([one - 6, three - 6, three + 36.6])
    assert all((frame.x, frame.width, frame.height) == pytest.approx((151, 47, 33.3)) for frame in frames)
    captions = baselines(page(), "caption")
    assert captions == pytest.approx([frame.bottom + 5 for frame in frames])
    (sun,) = boxes(page(), "strength-box")
    assert (sun.centre.x, sun.centre.y) == pytest.approx((161, two + 9))


def test_the_pictures_show_what_the_sheets_hold() -> None:
    """As many boxes as canvas 1 has, as many neighbours as the blank bubble sheet."""
    (canvas,) = drawn("canvas-1")
    dashed = [box for box in boxes(page(), "picture-dashed") if box.y < 100]
    assert len(dashed) == len(boxes(canvas, "limit-box"))
    assert len(boxes(page(), "picture-link")) == 8
    # In each half of canvas 2 you and three partners, in stretched bubbles that are wider than they are high.
    below = max(box.y for box in boxes(page(), "picture-frame"))
    stretched = [box for box in boxes(page(), "picture") if box.y > below and 3 < box.height < box.width < 6]
    assert len(stretched) == 2 * 3


def test_the_number_of_sectors_is_counted() -> None:
    said = " ".join(placed.text.replace("\n", " ") for placed in page().placed)
    assert f"inspiratielijst: {shipped().sectors.count} sectoren" in said


@pytest.mark.parametrize(
    ("texts", "role", "distance"),
    [
        ([SHORT], "method-text", 17),
        ([SENTENCE, SHORT], "method-text-small", 17),
        ([SENTENCE, SENTENCE], "method-text-small", 14.5),
    ],
)
def test_longer_steps_take_the_small_letter_and_then_less_room(
    draw_sheet: Draw, texts: Sequence[str], role: str, distance: float
) -> None:
    (other,) = draw_sheet(longer(*texts), "werkwijze")
    assert other.problems == []
    ends = last_baselines(other, role)
    assert centres(other)[1] == pytest.approx(ends[0] + distance)
    assert ends[-1] <= 253


def test_steps_that_are_too_long_are_a_problem_with_the_excess(draw_sheet: Draw) -> None:
    (other,) = draw_sheet(longer(*[SENTENCE] * 9), "werkwijze")
    last = last_baselines(other, "method-text-small")[-1]
    (problem,) = other.problems
    assert problem.code == "text-too-high"
    assert problem.mark == method().steps[-1].paragraphs[-1].text.mark
    assert problem.values["excess"] == pytest.approx(last - 253)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    "texts",
    [
        ([SHORT], [SHORT], [SHORT]),
        ([SENTENCE], [SENTENCE * 9], [SHORT]),
        ([SENTENCE * 12], [SHORT], [SENTENCE]),
        ([SHORT], [SHORT], [SENTENCE * 12]),
    ],
)
def test_no_picture_meets_another_whatever_the_steps_say(
    draw_sheet: Draw, edition: Edition, texts: Sequence[Sequence[str]]
) -> None:
    (other,) = draw_sheet(with_texts(*texts), "werkwijze", edition)
    assert other.problems == []
    things = boxes(other, "picture-frame", "caption", "picture-word", "strength-box", "border")
    for one, two in combinations(things, 2):
        assert not one.inset(-0.5).overlaps(two.inset(-0.5)), (one, two)
    discs = [box for box in boxes(other, "disc", "rail-end") if box.centre.x == pytest.approx(24)]
    for one, two in combinations(discs, 2):
        assert not one.inset(-0.4).overlaps(two.inset(-0.4)), (one, two)


@pytest.mark.parametrize("edition", EDITIONS)
def test_behind_each_step_stands_how_long_it_takes(edition: Edition) -> None:
    """As long as the rows of the run sheet with its digit."""
    (sheet,) = drawn("werkwijze", edition)
    labels, durations = (
        [placed for placed in sheet.placed if placed.role == role] for role in ("method-label", "method-duration")
    )
    run = shipped().sheets["draaiboek"]
    assert isinstance(run, RunSheet)
    totals = [sum(row.minutes for row in run.timing.rows if row.step == step) for step in (1, 2, 3)]
    assert [placed.text for placed in durations] == [f"{total} minuten" for total in totals]
    assert [placed.box.x for placed in durations] == pytest.approx([label.box.right + 3 for label in labels])


@pytest.mark.parametrize("edition", EDITIONS)
def test_sentences_break_where_the_content_says(edition: Edition) -> None:
    (sheet,) = drawn("werkwijze", edition)
    printed = [placed.text for placed in sheet.placed if placed.role in ("method-text", "method-example")]
    texts = [text for step in method().steps for one in step.paragraphs for text in (one.text, one.example) if text]
    count = shipped().sectors.count
    said = [text.fill(aantal=count) if "{aantal}" in text.plain else text for text in texts]
    assert printed == [text.plain.replace("\u00a0", " ") for text in said]
