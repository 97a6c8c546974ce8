"""The bubble sheet on two tiles: whole texts, the same drawing on both, and a rule of 100 mm (design, section 16)."""

import importlib
from collections.abc import Iterator, Sequence
from itertools import combinations

import pypdfium2
import pytest

from kit.draw.bubbles.layouts import TILED, pill
from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Box
from kit.draw.look.roles import TEXTS
from kit.draw.look.theme import EDITIONS, Edition, theme
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.paper.tiling import LEFT, RIGHT
from kit.draw.paths import bounds
from kit.draw.records import Clipped, Letters, Placed, Shape, Stroke
from kit.draw.text.fonts import MM_PER_POINT, Fonts
from kit.model.places.municipalities import Municipality
from kit.model.places.named import Actors
from kit.model.schema import BubbleSheet
from kit.model.text.spans import Text
from kit.model.workshop.stack import NOBODY, Names
from tests.conftest import drawn, own_url, replaced, shipped
from tests.named import LIER, actors, belgium, content, context, named
from tests.printed import LONG, wrong

HARD = (
    "Brussel",
    "Lier",
    "Beveren-Kruibeke-Zwijndrecht",
    "Heist-op-den-Berg",
    "Sint-Katelijne-Waver",
    "Ottignies-Louvain-la-Neuve",
)
CLEAR = 2.0
"""Between a text and the seam, at least."""

KINDS = [f"bollenschema-tegels{kind}" for kind in ("", "-met-naam", "-Lier", "-Brussel", "-Beveren")]
every_edition = pytest.mark.parametrize("edition", EDITIONS)


def sample() -> list[str]:
    """Forty municipalities: the hardest, and every fifteenth of the others."""
    names = [one.name for one in belgium() if one.name not in HARD]
    return [*HARD, *names[::15]][:40]


def busy(name: str) -> Actors:
    """Actors in every bubble: short names, long ones, and more than fit."""
    around = [name, *(one.name for one in belgium().neighbours(next(m for m in belgium() if m.name == name)))]
    many = [*("bib", "gemeenschapscentrum", "Koninklijke harmonie Sint-Cecilia", "academie voor muziek, woord en dans")]
    many += [f"vereniging {number}" for number in range(8)]
    return actors({(place, half): many for place in around for half in ("upper", "lower")})


def tiles(name: str, known: Actors, names: Names = LONG, edition: Edition = "colour") -> list[Page]:
    """The tiles of a municipality, without the list behind them."""
    return [page for page in named_a4(context(edition), content(), name, known, names) if is_tile(page)]


def named_a4(at: DrawingContext, sheet: BubbleSheet, name: str, known: Actors, names: Names) -> list[Page]:
    draw = importlib.import_module("kit.layouts.bubble_sheet").draw_named_a4
    pages: list[Page] = draw(at, sheet, named(name, tiled=True), known, names)
    return pages


def blank_a4(sheet: BubbleSheet, names: Names = NOBODY, edition: Edition = "colour") -> list[Page]:
    at = DrawingContext(shipped(), theme(edition), Fonts())
    pages: list[Page] = importlib.import_module("kit.layouts.bubble_sheet").draw_a4(at, sheet, names)
    return pages


def is_tile(page: Page) -> bool:
    return any(placed.role == "tile" for placed in page.all_placed)


def texts(page: Page) -> list[Placed]:
    return [placed for placed in page.all_placed if placed.text and placed.role in TEXTS and placed.role != "tile"]


def letters(page: Page) -> Iterator[Letters]:
    for text in page.all_texts:
        yield from text.each


def check(pages: Sequence[Page]) -> None:
    """Every text lies whole on its tile, clear of the seam and of the edge, and on no other text."""
    for left, right in zip(pages[::2], pages[1::2], strict=True):
        for page, free in (
            (left, Box.between(5, 8, LEFT.seam - CLEAR, 289)),
            (right, Box.between(RIGHT.seam + CLEAR, 8, 205, 289)),
        ):
            found = texts(page)
            assert all(free.contains(text.box, 0.01) for text in found), [t for t in found if not free.contains(t.box)]
            straight = [text for text in found if not text.role.startswith("arc")]
            for one, other in combinations(straight, 2):
                assert not one.box.inset(0.05).overlaps(other.box.inset(0.05)), (one, other)


@pytest.mark.parametrize("name", sample())
def test_no_text_is_cut(name: str) -> None:
    for known in ({}, busy(name)):
        pages = tiles(name, known)
        check(pages)
        assert wrong(pages) == []


@every_edition
@pytest.mark.parametrize("layout", ["4A", "5B", "6B", "7A", "8A"])
@pytest.mark.parametrize("names", [NOBODY, LONG])
def test_no_text_of_a_blank_sheet_is_cut(layout: str, names: Names, edition: Edition) -> None:
    pages = blank_a4(replaced(content(), blank_layout=layout), names, edition)
    check(pages)
    assert wrong(pages) == []


@pytest.mark.parametrize("name", ["Lier", "Brussel"])
def test_all_texts_of_the_sheet_are_on_one_tile_or_the_other(name: str) -> None:
    names_module = importlib.import_module("kit.layouts.bubbles.names")
    form = importlib.import_module("kit.layouts.bubbles.tiles").FORM
    plan = named(name, tiled=True)
    pages = tiles(name, LIER)
    for number, one in enumerate(plan.sheets):
        whole, _ = names_module.named_page(context(), content(), plan.own, one, LIER, LONG, form)
        both = sorted((text.role, text.text) for page in pages[2 * number : 2 * number + 2] for text in texts(page))
        assert both == sorted((text.role, text.text) for text in texts(whole))
        painted = sum(len(letter.text) for letter in letters(whole))
        strips = [
            text for page in pages[2 * number : 2 * number + 2] for text in page.all_texts if text.each[0].angle == 270
        ]
        shown = sum(len(letter.text) for page in pages[2 * number : 2 * number + 2] for letter in letters(page))
        assert shown == painted + sum(len(letter.text) for text in strips for letter in text.each)


@pytest.mark.parametrize("sheet", KINDS)
@every_edition
def test_tiles_are_a4_and_all_ink_is_5_from_their_sides(sheet: str, edition: Edition) -> None:
    for page in drawn(sheet, edition):
        assert page.size == A4_PORTRAIT
        for shape in page.all_shapes:
            box = seen(shape)
            assert box.x >= 5 - 0.01
            assert box.right <= 205 + 0.01


def seen(shape: Shape) -> Box:
    """How far a shape is seen."""
    box = bounds(shape.path)
    return box.inset(-shape.style.width / 2) if isinstance(shape, Stroke) else box


@pytest.mark.parametrize("sheet", ["bollenschema-tegels", "bollenschema-tegels-Lier"])
@every_edition
def test_the_rule_is_100_mm_on_the_rendered_page(sheet: str, edition: Edition) -> None:
    dpi = 600
    pdf = pypdfium2.PdfDocument(pdf_bytes(drawn(sheet, edition)[:1], Fonts(), Info("", "", "", "nl-BE")))
    assert pdf[0].get_size() == pytest.approx((210 / MM_PER_POINT, 297 / MM_PER_POINT), abs=0.01)
    picture = pdf[0].render(scale=dpi / 72, grayscale=True).to_pil()
    column = round(204.6 / 25.4 * dpi)
    dark = [y for y in range(round(75 / 25.4 * dpi), round(188 / 25.4 * dpi)) if picture.getpixel((column, y)) < 128]
    assert dark == list(range(dark[0], dark[-1] + 1))
    assert (dark[-1] - dark[0] + 1) * 25.4 / dpi == pytest.approx(100, abs=0.06)
    assert dark[0] * 25.4 / dpi == pytest.approx(84, abs=0.06)


def test_the_rule_has_a_tick_every_10_mm() -> None:
    ticks = [
        placed.box
        for placed in drawn("bollenschema-tegels")[0].placed
        if placed.role == "check-rule" and not placed.box.height
    ]
    assert [box.y for box in ticks] == pytest.approx([84 + 10 * i for i in range(11)])
    assert [round(box.width, 1) for box in ticks] == [1.6, 0.8, 0.8, 0.8, 0.8, 1.6, 0.8, 0.8, 0.8, 0.8, 1.6]


def test_shapes_meet_on_the_seam() -> None:
    """What is cut is the same shape on both tiles, 190 apart, and each is clipped to what its tile shows."""
    left, right = drawn("bollenschema-tegels")
    halves = [[shape for shape in page.all_shapes if isinstance(shape, Clipped)] for page in (left, right)]
    assert len(halves[0]) == len(halves[1]) > 5
    for one, other in zip(*halves, strict=True):
        for here, there in zip(one.shapes, other.shapes, strict=True):
            assert near(bounds(here.path).moved(-190, 0), bounds(there.path))
        assert near(bounds(one.path), LEFT.shown.moved(-LEFT.offset, 0))
        assert near(bounds(other.path), RIGHT.shown.moved(-RIGHT.offset, 0))


def near(one: Box, other: Box) -> bool:
    return one.contains(other, 0.001) and other.contains(one, 0.001)


def test_words_along_an_arc_break_at_a_space_on_the_seam() -> None:
    pages = drawn("bollenschema-tegels")
    arcs = [[text.text for text in texts(page) if text.role == "arc-centre"] for page in pages]
    assert arcs == [["CULTURELE", "NIET-CULTURELE"], ["ACTOREN", "ACTOREN"]]


def test_words_without_a_space_stand_on_one_side() -> None:
    sheet = content()
    arcs = replaced(sheet.arcs, own_upper=Text.of("CULTUURMAKERS"))
    left, right = blank_a4(replaced(sheet, arcs=arcs))
    assert [text.text for text in texts(right) if text.role == "arc-centre"] == ["CULTUURMAKERS", "ACTOREN"]
    check([left, right])


def test_words_too_long_for_their_side_are_told() -> None:
    sheet = content()
    arcs = replaced(sheet.arcs, own_upper=Text.of("BOVENGEMEENTELIJKE CULTUURPARTNERS"))
    pages = blank_a4(replaced(sheet, arcs=arcs))
    assert {problem.code for page in pages for problem in page.problems} == {"text-too-wide"}


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Lier", ["Lier"]),
        ("Sint-Katelijne-Waver", ["Sint-Katelijne-", "Waver"]),
        ("Beveren-Kruibeke-Zwijndrecht", ["Beveren-Kruibeke-", "Zwijndrecht"]),
        ("Ottignies-Louvain-la-Neuve", ["Ottignies-", "Louvain-la-Neuve"]),
    ],
)
def test_the_own_name_stands_behind_the_seam(name: str, lines: list[str]) -> None:
    left, right = tiles(name, {})[:2]
    (label,) = (text.box for text in texts(left) if text.role == "pill-label-centre")
    found = [text for text in texts(right) if text.text.splitlines() == lines and text.box.x == pytest.approx(12.5)]
    assert len(found) == 1
    assert label.right == pytest.approx(197.5)
    within = pill(TILED[named(name, tiled=True).sheets[0].layout].centre, "seam").moved(-RIGHT.offset, 0)
    assert within.inset(1).contains(found[0].box)


def test_a_long_name_may_take_three_lines() -> None:
    page = Page(A4_PORTRAIT, theme("colour"), Fonts())
    seam = importlib.import_module("kit.layouts.bubbles.seam")
    of = TILED["8B"].centre
    seam.seam_name(page, "Sint-Jans-Kapellebrugge Scherpenheuvel-Wintershoven", of)
    (placed,) = page.placed
    assert len(placed.text.splitlines()) == 3
    assert page.problems == []
    assert pill(of, "seam").contains(placed.box)


def test_more_than_a_name_can_be_is_told() -> None:
    page = Page(A4_PORTRAIT, theme("colour"), Fonts())
    seam = importlib.import_module("kit.layouts.bubbles.seam")
    seam.seam_name(page, "x" * 200, TILED["8B"].centre)
    assert [problem.code for problem in page.problems] == ["text-too-wide"]


def test_known_actors_stand_beside_the_seam_in_turn() -> None:
    left, right = tiles("Lier", LIER)
    here = [
        [
            text.text
            for text in texts(page)
            if text.role == "actor" and abs(text.box.centre.x - page_seam) < 60 and 95 < text.box.y < 140
        ]
        for page, page_seam in ((left, LEFT.seam), (right, RIGHT.seam))
    ]
    names = {actor.name.plain for actor in LIER[named("Lier").own.nis, "upper"]}
    assert min(len(here[0]), len(here[1])) >= 2
    assert {*here[0], *here[1]} - {"·"} == names


def test_no_actor_is_lost() -> None:
    """A name that is broken stands whole on the sheet that both tiles show, part after part."""
    known = busy("Lier")
    pages = named_a4(context(), content(), "Lier", known, NOBODY)
    names_module = importlib.import_module("kit.layouts.bubbles.names")
    form = importlib.import_module("kit.layouts.bubbles.tiles").FORM
    whole, _ = names_module.named_pages(context(), content(), named("Lier", tiled=True), known, NOBODY, form)
    said = " ".join(text.text for page in (*whole, *pages) for text in page.all_placed)
    assert all(actor.name.plain in said for half in known.values() for actor in half)


def test_tiles_of_participants_share_their_grounds() -> None:
    at = DrawingContext(shipped(), theme("colour"), Fonts())
    one, other = (named_a4(at, content(), "Lier", {}, Names(date=Text.of(date))) for date in ("1 mei", "2 mei"))
    assert [page.ground for page in one] == [page.ground for page in other]
    assert all(page.ground is again.ground for page, again in zip(one, other, strict=True))
    assert all(not page.shapes for page in one)


def test_the_blank_tiles_are_the_same_pages_for_all() -> None:
    draw = importlib.import_module("kit.layouts.bubble_sheet").draw_a4
    at = DrawingContext(shipped(), theme("colour"), Fonts())
    first, second = draw(at, content()), draw(at, content())
    assert all(one is other for one, other in zip(first, second, strict=True))
    left, right = draw(at, content(), Names(date=Text.of("1 mei")))
    assert left is first[0]
    assert right.ground is first[1]


def test_a_right_tile_tells_whose_it_is() -> None:
    _, right, _, second = tiles("Brussel", {})
    for page, number in ((right, 1), (second, 2)):
        assert f"Bollenschema Brussel, blad {number} van 2" in " ".join(
            text.text for text in page.all_placed if text.role == "tile"
        )


@pytest.mark.parametrize("layout", ["4A", "6B", "8B"])
def test_the_organisation_takes_twenty_letters_on_a_tile(layout: str) -> None:
    """So many that somebody writes by hand, of 2.8 mm each; on tiles the fields lie 6 farther inwards."""
    _, right = blank_a4(replaced(content(), blank_layout=layout))
    (line,) = (
        placed.box for placed in right.all_placed if placed.role == "writing" and placed.box.y == pytest.approx(273)
    )
    assert line.width >= 20 * 2.8
    assert line.right == pytest.approx(204)
    around = Box.between(line.x - 2 + 200, 257.8, 404, 290)
    assert all(around.distance(of.centre) - of.r >= 3.3 for of in TILED[layout].all)


def test_a_sheet_can_be_clicked_on_the_tile_with_the_code() -> None:
    left, right = tiles("Lier", {})
    own: Municipality = named("Lier").own
    assert [link.url for layer in right.layers for link in layer.links] == [own_url("bollenschema", f"/{own.nis}")] * 2
    assert not any(layer.links or layer.codes for layer in left.layers)


def test_what_is_wrong_is_told_once() -> None:
    names = Names(organisation=Text.of("Gemeenschapscentrum " * 10))
    assert len([problem for page in tiles("Lier", {}, names) for problem in page.problems]) == 1
