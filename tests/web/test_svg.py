"""Pages as SVG, and where typed text goes on them."""

import json
import re
from xml.etree import ElementTree

import pytest

from kit.draw.fields import RISE
from kit.draw.geometry import Box, Circle, Size
from kit.draw.look.editions import EDITIONS, Edition
from kit.draw.look.theme import theme
from kit.draw.page import Page
from kit.draw.paths import circle, rectangle, ring, rounded
from kit.draw.records import Picture
from kit.draw.text.fonts import Fonts
from kit.web import paper, svg
from kit.web.outlines import outline
from kit.web.paths import number, numbers
from tests.conftest import shipped

SVG = "{http://www.w3.org/2000/svg}"


def page() -> Page:
    return Page(Size(100, 100), theme("colour"), Fonts())


def written(drawn: Page) -> str:
    return svg.parts({"x": drawn}, Fonts())


def test_numbers_have_nothing_needless() -> None:
    assert [number(value) for value in (0.5, -0.25, 10.0, 100, 0, -0.001, 3.14159)] == [
        ".5",
        "-.25",
        "10",
        "100",
        "0",
        "0",
        "3.14",
    ]
    assert numbers(1, -2, 3) == "1-2 3"


def test_letters_recur_as_one_outline() -> None:
    drawn = page()
    drawn.text("aba", "step-head", 10, 10, width=80)
    drawn.text("b", "step-head", 10, 30, width=80)
    tree = ElementTree.fromstring(written(drawn))
    paths = [path for path in tree.iter(f"{SVG}path") if path.get("id")]
    assert len(paths) == 2
    uses = [use.get("href", "")[1:] for use in tree.iter(f"{SVG}use")]
    a, b = (path.get("id") for path in paths)
    assert uses == [a, b, a, b]


def test_a_letter_without_ink_and_one_that_no_font_has_leave_nothing() -> None:
    file = Fonts().face(theme("colour").text("step-head").font).path
    assert outline(file, " ") == outline(file, "א") == ""
    assert outline(file, "l").startswith("M")


def test_round_things_are_circles_and_others_are_not() -> None:
    drawn = page()
    drawn.fill(circle(Circle(50, 40, 12.5)), "you")
    drawn.fill(rounded(Box(0, 0, 10, 10), 5), "you")
    drawn.stroke(circle(Circle(50, 40, 12.5), 90), "limit-box")
    text = written(drawn)
    assert text.count("<circle") == 1
    assert '<circle cx="50" cy="40" r="12.5"' in text


def test_a_ring_is_open_in_the_middle() -> None:
    drawn = page()
    drawn.fill(ring(Circle(50, 50, 20), 5), "you")
    assert 'fill-rule="evenodd"' in written(drawn)


def test_dots_are_a_picture() -> None:
    drawn = page()
    drawn.pictures.append(Picture(Box(1, 2, 3, 4), 2, 1, bytes(range(6))))
    assert '<image x="1" y="2" width="3" height="4"' in written(drawn)


def test_what_is_clipped_is_clipped() -> None:
    drawn = page()
    with drawn.clipped(rectangle(Box(0, 0, 5, 5))):
        drawn.fill(circle(Circle(5, 5, 5)), "you")
    tree = ElementTree.fromstring(written(drawn))
    (clip,) = tree.iter(f"{SVG}clipPath")
    assert any(group.get("clip-path") == f"url(#{clip.get('id')})" for group in tree.iter(f"{SVG}g"))


@pytest.mark.parametrize("edition", EDITIONS)
def test_drawings_have_no_code_and_no_style(edition: Edition) -> None:
    drawn = paper.drawings(shipped(), edition)
    assert not [page for page in drawn.values() if page.codes or page.links or page.problems]
    texts = {text.text for page in drawn.values() for text in page.all_texts}
    assert not [text for text in texts if "toolkitoptil" in text or "scan" in text.lower()]
    text = svg.parts(drawn, Fonts())
    assert "style" not in text


def test_every_name_that_is_used_is_there_once() -> None:
    text = paper.files(shipped())["paper/colour.svg"].decode()
    names = re.findall(r' id="([^"]+)"', text)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(names)


def test_the_same_content_gives_the_same_bytes() -> None:
    assert paper.files(shipped()) == paper.files(shipped())


def test_text_goes_on_writing_lines_of_its_sheet() -> None:
    drawn = paper.drawings(shipped(), "colour")
    for name, sheet in paper.places(shipped(), drawn)["sheets"].items():
        lines = [placed.box for placed in drawn[name].all_placed if placed.role == "writing"]
        for key, place in sheet["places"].items():
            if key in ("contact", "further"):
                continue
            # The last row of a box is its bottom.
            for x, y, width in place["lines"][: 2 if re.match("strength|limit", key) else None]:
                beneath = [line for line in lines if abs(line.y - y - RISE) < 0.02]
                assert any(line.x < x + width / 2 < line.right for line in beneath), key


def test_boxes_to_tick_are_where_they_are_drawn() -> None:
    drawn = paper.drawings(shipped(), "colour")
    for name, sheet in paper.places(shipped(), drawn)["sheets"].items():
        boxes = {(round(p.box.x, 2), round(p.box.y, 2)) for p in drawn[name].all_placed if p.role == "tick"}
        assert {(x, y) for x, y, _ in sheet["ticks"].values()} == boxes


def test_places_are_json_of_plain_numbers() -> None:
    files = paper.files(shipped())
    sheets, parts = (
        json.loads(files[name].decode().removeprefix("export default ").removesuffix(";\n"))
        for name in ("paper/places.js", "paper/map.js")
    )
    assert set(sheets["sheets"]) >= {"c1-a3", "c1-a4-1", "c1-a4-2", "c2-a3", "c2-a4-1", "c2-a4-2", "p", "b-a3", "b-a4"}
    assert set(parts["rooms"]) == {
        name for each in (*parts["layouts"].values(), parts["further"]) for name, _, _ in each
    }
