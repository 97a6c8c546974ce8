"""The bubble sheet: what stands where, in every layout that the content may name (design, section 11)."""

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from kit.draw.bubbles.layouts import LAYOUTS, RESERVED, arc, pill
from kit.draw.geometry import Box, Point
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.paths import Line, Move, bounds
from kit.draw.records import ArcText, Fill, Letters, Stroke
from kit.model.catalogue import Catalogue
from kit.model.schema import BubbleSheet
from kit.model.text.spans import Text
from tests.conftest import draw, drawn, replaced, shipped

CAPITALS = {"arc": 2.45, "arc-centre": 2.57}
"""The height of the capitals along an arc, in mm."""

every_layout = pytest.mark.parametrize("name", LAYOUTS)
every_edition = pytest.mark.parametrize("edition", EDITIONS)


CLEAR = {"arc": 0.9, "arc-centre": 1.6}
"""Between words along an arc and writing lines."""

TITLE = (Box.between(10, 8, 90, 60), Box.between(10, 8, 74, 61.2))
"""Where title and instruction stand: their last line is shorter."""


def content() -> BubbleSheet:
    found = shipped().sheets["bollenschema"]
    assert isinstance(found, BubbleSheet)
    return found


def changed(**fields: object) -> Catalogue:
    """The shipped content with another bubble sheet."""
    catalogue = shipped()
    return replace(catalogue, sheets={**catalogue.sheets, "bollenschema": replaced(content(), **fields)})


@cache
def laid_out(name: str, edition: Edition = "colour") -> Page:
    (page,) = draw(changed(blank_layout=name), "bollenschema", edition)
    return page


def shipped_page(edition: Edition = "colour") -> Page:
    (page,) = drawn("bollenschema", edition)
    return page


def boxes(page: Page, role: str) -> list[Box]:
    return [placed.box for placed in page.placed if placed.role == role]


def baselines(page: Page, text: Text | str) -> list[tuple[float, float]]:
    """Where each line starts that begins as this text does."""
    start = str(text)
    return [(letters.x, letters.y) for letters in page.texts if isinstance(letters, Letters) and letters.text == start]


def writing(page: Page) -> list[tuple[float, float, float]]:
    """The horizontal lines to write on: left, right, y."""
    found = []
    for shape in page.shapes:
        match shape:
            case Stroke(path=(Move(left, y), Line(right, _)), style=style) if style.role == "writing":
                found.append((left, right, y))
    return found


def corners(arc_text: ArcText, page: Page, height: float) -> Iterator[Point]:
    """The corners of every letter along an arc."""
    for letter in arc_text.letters:
        turn = math.radians(letter.angle)
        width = page.fonts.width(letter.text, letter.font, letter.size)
        for along in (0, width):
            for up in (0, height):
                yield Point(
                    letter.x + along * math.cos(turn) + up * math.sin(turn),
                    letter.y + along * math.sin(turn) - up * math.cos(turn),
                )


@every_layout
@every_edition
def test_every_layout_prints_without_a_problem(name: str, edition: Edition) -> None:
    page = laid_out(name, edition)
    assert page.problems == []
    neighbours = LAYOUTS[name].neighbours
    assert [box.centre for box in boxes(page, "neighbour")] == [pytest.approx(of.centre) for of in neighbours]
    assert [box.width for box in boxes(page, "neighbour")] == pytest.approx([2 * of.r for of in neighbours])
    assert len(boxes(page, "centre")) == 1
    assert len(boxes(page, "link")) == len(neighbours) + 1


@every_layout
def test_every_bubble_carries_the_words_of_the_content(name: str) -> None:
    words, sheet = [placed.text for placed in laid_out(name).placed], content()
    count = len(LAYOUTS[name].neighbours)
    assert words.count(sheet.pills.own.plain) == 1
    assert words.count(sheet.pills.other.plain) == count
    assert [words.count(text.plain) for text in (sheet.arcs.own_upper, sheet.arcs.own_lower)] == [1, 1]
    assert [words.count(text.plain) for text in (sheet.arcs.other_upper, sheet.arcs.other_lower)] == [count, count]


def test_the_shipped_sheet_has_the_layout_that_the_content_names() -> None:
    assert content().blank_layout == "8A"
    assert len(boxes(shipped_page(), "neighbour")) == 8


@every_edition
def test_title_and_instruction_stand_in_their_corner(edition: Edition) -> None:
    page, sheet = shipped_page(edition), content()
    assert baselines(page, shipped().kit.title.upper()) == [pytest.approx((32, 15.4))]
    assert baselines(page, sheet.title) == [pytest.approx((31.6, 24))]
    numbers, lines = boxes(page, "instruction-number"), [one for one in page.placed if one.role == "instruction"]
    assert [placed.text for placed in page.placed if placed.role == "instruction-number"] == ["1", "2", "3", "4"]
    assert [line.text.replace("\n", " ") for line in lines] == [str(line) for line in sheet.blank.instruction.lines()]
    rows = [letters for letters in page.texts if isinstance(letters, Letters) and letters.size == 12]
    assert [letters.y for letters in rows if letters.x == pytest.approx(15.4)] == pytest.approx(
        [30.6 + 4.85 * i for i in range(sum(line.text.count("\n") + 1 for line in lines))]
    )
    assert all(abs(number.bottom - line.box.y) < 6 for number, line in zip(numbers, lines, strict=True))
    assert all(any(box.contains(line.box) for box in TITLE) for line in lines)


@every_edition
def test_the_legend_explains_borders_and_links(edition: Edition) -> None:
    page, sheet = shipped_page(edition), content()
    (sample,) = (box for box in boxes(page, "map-border") if box.height == 0)
    assert (sample.x, sample.right, sample.y) == pytest.approx((10.4, 25, 269))
    link = boxes(page, "link")[-1]
    assert link.y == pytest.approx(275.6)
    assert sample.x <= link.x < link.right <= sample.right
    for text, y in ((sheet.border, 269), (sheet.blank.neighbour, 275.6)):
        ((x, baseline),) = baselines(page, text)
        assert x == pytest.approx(28)
        assert baseline == pytest.approx(y + 1.2)


def test_the_name_fields_and_the_code_stand_in_the_right_hand_corners() -> None:
    page = shipped_page()
    fields = [line for line in writing(page) if line[1] == pytest.approx(410)]
    assert [y for _, _, y in fields] == pytest.approx([273, 281.5])
    assert [box.x for box in boxes(page, "name-field")] == pytest.approx([353, 353])
    assert boxes(page, "qr") == [Box(388, 7.5, 22, 22)]


@every_layout
@every_edition
def test_the_organisation_takes_twenty_letters_under_its_label(name: str, edition: Edition) -> None:
    """So many that somebody writes by hand, in every layout; and printed on three lines it stays off its label."""
    page = laid_out(name, edition)
    (left, right, y), (_, _, date) = [line for line in writing(page) if line[1] == pytest.approx(410)]
    assert right - left >= 20 * 2.8
    assert date - y >= 8.5
    organisation, _ = boxes(page, "name-field")
    assert organisation.bottom < y - 1.2 - 2 * 3.9 - 2.4
    around = Box.between(left - 2, organisation.y, right, 290)
    assert any(box.contains(around, 0.01) for box in RESERVED)
    assert all(around.distance(of.centre) - of.r >= 3.3 for of in LAYOUTS[name].all)


def test_the_title_is_read_first_and_the_footer_last() -> None:
    roles = [placed.role for placed in shipped_page().placed if placed.text and placed.role not in ("qr", "icon")]
    assert roles[:4] == ["brand", "bubble-sheet-title", "step-digit-2", "step-mark"]
    assert roles[4:6] == ["instruction-number", "instruction"]
    assert roles[-4:] == ["name-field", "name-field", "footer", "version"]
    assert roles.index("arc-centre") < roles.index("pill-label-centre") < roles.index("arc") < roles.index("legend")


@every_layout
@pytest.mark.parametrize("edition", ["colour", "grey"])
def test_the_tint_ends_exactly_at_the_equator(name: str, edition: Edition) -> None:
    tints = boxes(laid_out(name, edition), "tint")
    assert len(tints) == len(LAYOUTS[name].all)
    for box, of in zip(tints, LAYOUTS[name].all, strict=True):
        assert (box.x, box.right, box.y, box.bottom) == pytest.approx((of.box.x, of.box.right, of.box.y, of.y))


def test_the_low_ink_edition_has_no_tint() -> None:
    assert boxes(laid_out("8A", "low-ink"), "tint") == []


@every_layout
@every_edition
def test_every_link_has_two_nodes_with_a_white_ring(name: str, edition: Edition) -> None:
    page = laid_out(name, edition)
    nodes, rings = boxes(page, "node"), boxes(page, "node-ring")
    assert len(nodes) == len(rings) == 2 * (len(LAYOUTS[name].neighbours) + 1)
    r = 1.6 if edition == "low-ink" else 2.0
    for node, ring in zip(nodes, rings, strict=True):
        assert node.centre == pytest.approx(ring.centre)
        assert (node.width, ring.width) == pytest.approx((2 * r, 2 * r + 0.66))


def test_nodes_have_the_colour_of_the_bubble_they_sit_on() -> None:
    page = laid_out("8A")
    nodes = [shape for shape in page.shapes if isinstance(shape, Fill) and bounds(shape.path).width == pytest.approx(4)]
    own, other = page.theme.colour("you"), page.theme.colour("bridge")
    centre = LAYOUTS["8A"].centre
    for node in nodes[:-2]:
        on_centre = bounds(node.path).centre.to(centre.centre) == pytest.approx(centre.r)
        assert node.colour == (own if on_centre else other)


@every_layout
@every_edition
def test_words_along_an_arc_touch_nothing(name: str, edition: Edition) -> None:
    """They stay clear of writing lines, pills, nodes and the outline of their bubble."""
    page = laid_out(name, edition)
    arcs = [text for text in page.texts if isinstance(text, ArcText)]
    roles = [placed.role for placed in page.placed if placed.role.startswith("arc")]
    lines, nodes = writing(page), boxes(page, "node-ring")
    pills = [pill(of, kind) for kind, of in LAYOUTS[name].kinds]
    for text, role in zip(arcs, roles, strict=True):
        for corner in corners(text, page, CAPITALS[role]):
            for left, right, y in lines:
                assert math.hypot(max(left - corner.x, 0, corner.x - right), corner.y - y) >= CLEAR[role]
            assert min(box.distance(corner) for box in pills) >= 2
            assert min(node.centre.to(corner) - node.width / 2 for node in nodes) >= 1.3
            assert min(abs(of.centre.to(corner) - of.r) for of in LAYOUTS[name].all) >= 2.5


def test_words_stand_on_the_arcs_of_the_design() -> None:
    page, (centre, first) = laid_out("8A"), LAYOUTS["8A"].all[:2]
    assert [arc(centre, "centre", upper=upper).r for upper in (True, False)] == pytest.approx([48.8, 52])
    assert [arc(first, "neighbour", upper=upper).r for upper in (True, False)] == pytest.approx([31.15, 33.9])
    upper = next(text for text in page.texts if isinstance(text, ArcText))
    middle = upper.letters[len(upper.letters) // 2]
    assert Point(middle.x, middle.y).to(centre.centre) == pytest.approx(48.8, abs=0.1)


@every_layout
def test_every_pill_has_a_line_for_the_name_beside_or_below_its_label(name: str) -> None:
    page = laid_out(name)
    lines = {(round(left, 3), round(right, 3), round(y, 3)) for left, right, y in writing(page)}
    for kind, of in LAYOUTS[name].kinds:
        box = pill(of, kind)
        left, right, drop = (8, 8, 4.6) if kind == "centre" else (23.5, 5, 3.2)
        assert (round(box.x + left, 3), round(box.right - right, 3), round(of.y + drop, 3)) in lines
    labels = boxes(page, "pill-label")
    for label, of in zip(labels, LAYOUTS[name].neighbours, strict=True):
        assert label.x == pytest.approx(pill(of, "neighbour").x + 4.2)
        assert label.right <= pill(of, "neighbour").x + 23.5 - 1


def test_words_too_long_for_their_arc_or_pill_are_reported_by_how_much() -> None:
    sheet = content()
    arcs = replaced(sheet.arcs, other_lower=Text.of("HELEMAAL NIET-CULTUREEL"))
    pills = replaced(sheet.pills, other=Text.of("ANDERE GEMEENTE"))
    for field, part in (("arcs", arcs), ("pills", pills)):
        (page,) = draw(changed(**{field: part}), "bollenschema")
        assert {problem.code for problem in page.problems} == {"text-too-wide"}
        assert all(float(problem.values["excess"]) > 1 for problem in page.problems)


@pytest.mark.parametrize("lines", ["Schrijf je gemeente op. " * 16, "Schrijf je gemeente op. " * 8 + "\nDan\nde\nrest"])
def test_an_instruction_of_eight_lines_is_reported(lines: str) -> None:
    blank = replaced(content().blank, instruction=Text.of(lines))
    (page,) = draw(changed(blank=blank), "bollenschema")
    assert [problem.code for problem in page.problems] == ["text-too-high"]


LETTER = 2.8
"""The width of a letter in mm that is written by hand."""


@pytest.mark.parametrize("name", ["8A", "8B", "6B"])
def test_26_letters_fit_on_the_first_line_of_a_bubble(name: str) -> None:
    """But for the bubbles straight above and below the middle, which are as small as a bubble may be."""
    for kind, of in LAYOUTS[name].kinds:
        longest = max(
            right - left
            for left, right, y in writing(laid_out(name))
            if abs(y - of.y) < 25 and left > of.x - of.r and right < of.x + of.r
        )
        assert longest >= 26 * LETTER or of.r < 44, kind


def test_begin_hier_stands_on_the_own_pill_clear_of_its_label_and_of_the_first_line() -> None:
    page = laid_out("8A")
    (tab,) = boxes(page, "start-tab")[:1]
    (words_,) = (placed.box for placed in page.placed if placed.text == content().pills.begin.plain)
    own = pill(LAYOUTS["8A"].centre, "centre")
    assert tab.contains(words_)
    assert tab.centre.y == pytest.approx(own.y)
    assert tab.right + 2 < min(box.x for box in boxes(page, "pill-label-centre"))
    assert min(tab.y - y for left, right, y in writing(page) if left < tab.x < right and y < tab.y) >= 1.5
