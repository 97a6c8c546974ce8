"""Shapes in full colours: where they lie, what cuts them off, and how their lines are drawn."""

from __future__ import annotations

import pytest

from kit.model.organisation.colour import Rgb
from kit.model.organisation.svg.drawing import Pen, Step, Vector, bounds
from kit.model.organisation.svg.read import Dots, drawing_of

RED, BLUE = Rgb(255, 0, 0), Rgb(0, 0, 255)


def drawn(*parts: str, attributes: str = 'viewBox="0 0 100 50"') -> Vector:
    raw = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{"".join(parts)}</svg>'
    found = drawing_of(raw.encode(), (900, 100))
    assert isinstance(found, Vector), found.why
    return found


def why(*parts: str) -> str:
    raw = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{"".join(parts)}</svg>'
    found = drawing_of(raw.encode(), (900, 100))
    assert isinstance(found, Dots)
    return found.why


def test_a_turned_rectangle_is_turned() -> None:
    found = drawn('<rect x="10" y="0" width="20" height="10" transform="rotate(90 10 10)"/>')
    assert (found.width, found.height) == pytest.approx((10, 20))


def test_millimetres_of_the_page_do_not_shrink_what_is_on_it() -> None:
    rect = '<rect width="40" height="20" transform="rotate(30)" x="30"/>'
    plain, sized = (
        drawn(rect, attributes=f'viewBox="0 0 100 50" {size}') for size in ("", 'width="80mm" height="40mm"')
    )
    assert plain == sized


def test_what_lies_outside_the_view_box_is_not_seen() -> None:
    found = drawn('<rect x="80" y="10" width="40" height="20"/><rect x="-50" width="20" height="20" fill="red"/>')
    (shape,) = found.shapes
    assert (found.width, found.height) == (20, 20)
    assert bounds(shape.clips[0]).right == 20


@pytest.mark.parametrize(
    ("size", "ratio", "width"),
    [("", "", 100), ('width="200" height="50"', "", 200), ('width="50" height="50"', "xMidYMid slice", 50)],
)
def test_the_window_shows_more_or_less_than_the_view_box(size: str, ratio: str, width: float) -> None:
    attributes = f'viewBox="0 0 100 50" {size} preserveAspectRatio="{ratio}"'
    assert drawn('<rect x="-500" width="1000" height="50"/>', attributes=attributes).width == width


def test_without_a_view_box_or_size_all_is_seen() -> None:
    assert drawn('<rect x="500" width="1000" height="50"/>', attributes="").width == 1000


def test_a_pen_keeps_its_ends_corners_and_dashes() -> None:
    look = 'fill="none" stroke="red" stroke-width="2" stroke-linecap="square" stroke-linejoin="bevel"'
    dashed = f'{look} stroke-dasharray="3 1 2" stroke-dashoffset="4"'
    (shape,) = drawn(f'<path d="M9 9h30v20" {dashed} transform="scale(2)"/>').shapes
    assert shape.pen == Pen(4, "square", "bevel", 4, (6, 2, 4, 6, 2, 4), 8)
    (shape,) = drawn('<path d="M9 9h30v20" fill="none" stroke="red"/>').shapes
    assert shape.pen == Pen(1, "butt", "miter", 4)


def test_a_corner_of_a_line_is_not_cut_off() -> None:
    sharp = drawn('<path d="M10 40 L30 10 L50 40" fill="none" stroke="red" stroke-width="4"/>')
    blunt = drawn('<path d="M10 40 L30 10 L50 40" fill="none" stroke="red" stroke-width="4" stroke-linejoin="round"/>')
    assert sharp.height > blunt.height + 1


def test_a_pen_that_is_no_longer_round_takes_dots() -> None:
    assert why('<circle cx="9" cy="9" r="5" fill="none" stroke="red" transform="scale(2 1)"/>') == "stroke"
    assert drawn('<circle cx="9" cy="9" r="5" transform="scale(2 1)"/>').width == pytest.approx(20)


@pytest.mark.parametrize(
    "style",
    [
        "<style>.a{fill:red}</style>",
        "<style>g .a{fill:red} .a{fill:blue}</style>",
        "<style>rect{fill:red !important} .a{fill:blue}</style>",
        "<style>:root{--c:red} .a{fill:var(--c)}</style>",
        "<style>.a{fill:var(--lacks, red)}</style>",
        "<style>rect.a{fill:rgb(100% 0% 0%)}</style>",
        "<style>/* x */ #b > .a { fill : hsl(0 100% 50%) ; }</style>",
        "<style>@media (prefers-color-scheme: dark){.a{fill:blue}} .a{fill:currentColor;color:red}</style>",
    ],
)
def test_styles_are_worked_out_as_a_browser_does(style: str) -> None:
    found = drawn(style, '<g id="b"><rect class="a" width="9" height="9" fill="green"/></g>')
    assert [shape.colour for shape in found.shapes] == [RED]


@pytest.mark.parametrize("how", ["display:none", "visibility:hidden", "opacity:0", "fill:none", "fill-opacity:0"])
def test_what_is_hidden_is_not_printed(how: str) -> None:
    found = drawn(f'<g style="{how}"><rect width="90" height="40"/></g><circle r="5" cx="9" cy="9" fill="blue"/>')
    assert [shape.colour for shape in found.shapes] == [BLUE]


def test_what_use_shows_is_placed_and_inherits() -> None:
    found = drawn('<defs><rect id="a" width="9" height="9"/></defs><use href="#a" x="20" y="5" fill="red"/>')
    (shape,) = found.shapes
    assert (shape.colour, found.width) == (RED, 9)
    assert drawn('<use href="#a" x="20"/><rect id="a" width="9" height="9"/>').width == 29


def test_a_symbol_is_as_large_as_use_says_and_cut_off() -> None:
    symbol = '<symbol id="a" viewBox="0 0 10 10"><circle cx="5" cy="5" r="8"/></symbol>'
    found = drawn(symbol, '<use href="#a" width="20" height="20"/>')
    assert (found.width, found.height) == (20, 20)


def test_one_outline_clips_shapes_and_more_take_dots() -> None:
    rect = '<rect width="90" height="40" clip-path="url(#c)"/>'
    found = drawn('<clipPath id="c"><circle cx="20" cy="20" r="10"/></clipPath>', rect)
    assert (found.width, found.height) == pytest.approx((20, 20), abs=0.01)
    assert why('<clipPath id="c"><circle r="9"/><rect width="5" height="20"/></clipPath>', rect) == "clip-path"


def test_a_rectangle_has_round_corners_no_larger_than_itself() -> None:
    (shape,) = drawn('<rect width="20" height="10" rx="50"/>').shapes
    assert shape.steps[0] == Step("m", (10, 0))
    assert bounds(shape.steps) == pytest.approx((0, 0, 20, 10))
