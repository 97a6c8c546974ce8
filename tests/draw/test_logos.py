"""A logo as it is painted: its pens, and what cuts it off, on paper and on a screen."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import Image

from kit.draw import logos
from kit.draw.geometry import Box, Size
from kit.draw.look.theme import theme
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.draw.records import Clipped, Fill, PenStroke
from kit.draw.text.fonts import Fonts
from kit.model.organisation.colour import Rgb
from kit.model.organisation.svg.drawing import Pen, Shape, Step, Vector, outline
from kit.model.organisation.svg.transform import Rect
from kit.web.svg import sheet

FONTS = Fonts()
RED = Rgb(255, 0, 0)
LINE = (Step("m", (10, 10)), Step("l", (30, 10)))
PAGE = Size(40, 20)
DOTS = 10


def page(shape: Shape) -> Page:
    found = Page(PAGE, theme("colour"), FONTS)
    found.logo(Vector(40, 20, (shape,)), Box(0, 0, 40, 20))
    return found


def dot(of: Page, x: float, y: float) -> tuple[int, ...]:
    data = pdf_bytes([of], FONTS, UNTOLD)
    image: Image.Image = pypdfium2.PdfDocument(data)[0].render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB")
    found = image.getpixel((round(x * DOTS), round(y * DOTS)))
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize(("cap", "inked"), [("butt", False), ("round", True), ("square", True)])
def test_a_line_ends_as_its_pen_does(cap: str, inked: bool) -> None:
    shape = Shape(LINE, RED, Pen(4, cap))  # type: ignore[arg-type]
    assert (dot(page(shape), 31, 10) == RED) is inked
    assert (dot(page(shape), 31.8, 11.8) == RED) is (cap == "square")


def test_a_line_has_its_dashes() -> None:
    dashed = page(Shape(LINE, RED, Pen(2, dash=(4, 4), offset=4)))
    assert (dot(dashed, 12, 10), dot(dashed, 16, 10)) == ((255, 255, 255), RED)
    assert 'stroke-dasharray="4 4" stroke-dashoffset="4"' in sheet(dashed)


@pytest.mark.parametrize(("join", "inked"), [("miter", True), ("bevel", False)])
def test_a_corner_is_as_its_pen_makes_it(join: str, inked: bool) -> None:
    corner = (Step("m", (10, 15)), Step("l", (10, 5)), Step("l", (20, 5)))
    shape = Shape(corner, RED, Pen(4, "butt", join))  # type: ignore[arg-type]
    assert (dot(page(shape), 8.3, 3.3) == RED) is inked
    assert f'stroke-linejoin="{join}"' in sheet(page(shape))


def test_what_sticks_out_is_cut_off() -> None:
    shape = Shape(outline(Rect(0, 0, 40, 20)), RED, clips=(outline(Rect(0, 0, 20, 20)), outline(Rect(5, 0, 40, 20))))
    (painted,) = logos.shapes(Vector(40, 20, (shape,)), Box(0, 0, 40, 20), "colour")
    assert isinstance(painted, Clipped)
    assert isinstance(painted.shapes[0], Clipped)
    assert isinstance(painted.shapes[0].shapes[0], Fill)
    assert [dot(page(shape), x, 10) for x in (2, 10, 30)] == [(255, 255, 255), RED, (255, 255, 255)]


def test_a_pen_is_as_much_larger_as_the_logo() -> None:
    shape = Shape(LINE, RED, Pen(2, dash=(1, 3), offset=2))
    (painted,) = logos.shapes(Vector(40, 20, (shape,)), Box(0, 0, 80, 40), "grey")
    assert isinstance(painted, PenStroke)
    assert painted.pen == Pen(4, dash=(2, 6), offset=4)
    assert len(set(painted.colour[:3])) == 1
