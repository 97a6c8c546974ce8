"""The list of actors that did not fit in their bubbles (design, section 22)."""

from itertools import combinations, pairwise

import pytest

from kit.diagnostics import Mark
from kit.draw.geometry import Box
from kit.draw.look.roles import TEXTS
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.records import Letters, Stroke
from kit.model.places.named import ActorHalf, Actors
from kit.model.text.spans import Text
from tests.conftest import own_url
from tests.named import LIER, actors, belgium, called, content, named, with_actors

SAFE = Box(0, 0, 210, 297).inset(9.5)
BOTTOM = 283.5
IN_BUBBLES = ("actor", "actor-more")

every_edition = pytest.mark.parametrize("edition", EDITIONS)


def crowd(place: str, count: int, half: ActorHalf = "upper") -> Actors:
    return actors({(place, half): [f"vereniging {i} van {place}" for i in range(count)]})


def listed(name: str, known: Actors, edition: Edition = "colour") -> list[Page]:
    """The pages of the list."""
    return with_actors(name, known, edition)[len(named(name).sheets) :]


def words(page: Page, *roles: str) -> list[str]:
    return [placed.text.replace("\n", " ") for placed in page.all_placed if placed.role in roles]


def boxes(page: Page, *roles: str) -> list[Box]:
    return [placed.box for placed in page.all_placed if placed.role in roles]


def baselines(page: Page, *roles: str) -> list[float]:
    """Where texts of these roles begin, by the bottom of their capitals."""
    lines = [one for one in page.all_texts if isinstance(one, Letters)]
    return [
        next(one.y for one in lines if one.text == text and abs(one.x - box.x) < 0.01 and box.y < one.y < box.bottom)
        for text, box in zip(words(page, *roles), boxes(page, *roles), strict=True)
    ]


def test_without_actors_that_did_not_fit_there_is_no_list() -> None:
    assert listed("Lier", {}) == []
    assert listed("Lier", crowd("Lier", 3)) == []


@every_edition
def test_every_actor_stands_in_a_bubble_or_on_the_list(edition: Edition) -> None:
    sheet, *pages = with_actors("Lier", LIER, edition)
    found = [name for page in (sheet, *pages) for name in words(page, "actor", "actors-name") if name != "·"]
    assert sorted(found) == sorted(actor.name.plain for known in LIER.values() for actor in known)
    assert [page.problems for page in (sheet, *pages)] == [[]] * (1 + len(pages))


def test_a_bubble_tells_how_many_of_its_actors_are_on_the_list() -> None:
    sheet, page = with_actors("Lier", LIER)
    (more,) = words(sheet, "actor-more")
    assert more == f"+ {len(words(page, 'actors-name'))} op de lijst"


def test_everybody_of_all_belgium_stands_somewhere() -> None:
    """Two sheets, a list of several pages: nobody is lost or written twice."""
    own = called("Brussel")
    every = [own, *belgium().neighbours(own)]
    known = actors({(one.name, "upper"): [f"{one.name} {i}" for i in range(40)] for one in every})
    pages = with_actors("Brussel", known)
    found = [name for page in pages for name in words(page, "actor", "actor-full", "actors-name") if name != "·"]
    assert sorted(found) == sorted(f"{one.name} {i}" for one in every for i in range(40))
    assert len(pages) > 10


def test_the_head_of_the_list_stands_where_the_design_says() -> None:
    (page,) = listed("Lier", LIER)
    assert (page.size.width, page.size.height) == (210, 297)
    assert words(page, "sheet-title") == ["Meer actoren"]
    assert words(page, "subtitle") == ["bij het bollenschema van Lier"]
    assert words(page, "qr") == [own_url("bollenschema", "/12021")]
    assert [link.url for link in page.links] == words(page, "qr") * 2
    assert boxes(page, "qr") == [Box(176, 7.5, 22, 22)]
    assert baselines(page, "actors-lead") == [44]
    assert baselines(page, "actors-half") == pytest.approx([54.6] * 2)
    assert words(page, "actors-head") == ["NAAM", "SECTOR / DOMEIN"] * 2
    assert [box.x for box in boxes(page, "actors-head")] == [12, 64, 108, 160]
    assert baselines(page, "actors-head") == pytest.approx([61.4] * 4)
    assert [role for role in ("half-upper", "half-lower") if boxes(page, role)] == ["half-upper", "half-lower"]
    assert [box.centre.x for box in boxes(page, "half-disc")] == pytest.approx([14.4, 110.4])


def test_a_municipality_stands_on_a_line_with_its_actors_below() -> None:
    (page,) = listed("Lier", LIER)
    assert words(page, "actors-municipality") == ["Putte"]
    line, pill = boxes(page, "actors-line")
    assert (line.y, line.x, line.right) == pytest.approx((69, pill.right, 198))
    assert (pill.x, pill.y, pill.height) == pytest.approx((12, 69 - 4.6, 9.2))
    (name,) = boxes(page, "actors-municipality")
    assert (name.x, name.right) == pytest.approx((18, pill.right - 6))
    assert baselines(page, "actors-name") == pytest.approx(
        [79.4 + 5.2 * i for i in range(len(words(page, "actors-name")))]
    )
    assert {box.x for box in boxes(page, "actors-name")} == {12}
    assert set(words(page, "actors-sector")) == {"Jeugd"}


def test_the_own_municipality_comes_first_and_then_the_others_clockwise() -> None:
    places = ("Boechout", "Putte", "Lier", "Nijlen")
    known: Actors = {key: value for place in places for key, value in crowd(place, 30).items()}
    pages = listed("Lier", known)
    found = [name for page in pages for name in words(page, "actors-municipality")]
    clockwise = [one.name for one in named("Lier").sheets[0].neighbours if one.name in places]
    assert found == ["Lier", *clockwise]
    strokes = [shape for page in pages for shape in page.shapes if isinstance(shape, Stroke)]
    own, *others = [one.style.colour for one in strokes if one.style.role == "actors-line" and len(one.path) == 2]
    assert own not in others


def test_lower_actors_stand_in_the_right_hand_column() -> None:
    (page,) = listed("Lier", {**crowd("Lint", 20), **crowd("Lint", 22, "lower")})
    lefts = {box.x for box in boxes(page, "actors-name")}
    assert lefts == {12, 108}
    assert words(page, "actors-municipality") == ["Lint"]


def test_a_municipality_does_not_break_across_pages() -> None:
    known: Actors = {key: value for place in ("Lier", "Putte", "Lint") for key, value in crowd(place, 35).items()}
    pages = listed("Lier", known)
    assert [words(page, "actors-municipality") for page in pages] == [["Lier"], ["Putte"], ["Lint"]]
    for number, page in enumerate(pages, 1):
        assert f"Meer actoren, Lier  |  A4 staand, blad {number} van 3" in words(page, "footer")[0].replace(
            "\u00a0", " "
        )


def test_a_municipality_with_more_actors_than_a_page_holds_goes_on_under_its_name() -> None:
    pages = listed("Lier", crowd("Lint", 120))
    assert len(pages) == 3
    assert [words(page, "actors-municipality") for page in pages] == [["Lint"]] * 3
    assert all(max(baselines(page, "actors-name")) <= BOTTOM for page in pages)


def test_the_next_municipality_comes_below_the_last_row() -> None:
    known: Actors = {**crowd("Lier", 20), **crowd("Lint", 18), **crowd("Lint", 12, "lower")}
    (page,) = listed("Lier", known)
    lines = [box for box in boxes(page, "actors-line") if box.height == 0]
    first = [y for y in baselines(page, "actors-name") if y < lines[1].y]
    assert lines[1].y - max(first) == pytest.approx(11.4)


def test_what_is_left_of_the_last_page_is_for_who_is_missing() -> None:
    known: Actors = {key: value for place in ("Lier", "Putte") for key, value in crowd(place, 35).items()}
    pages = listed("Lier", known)
    assert [bool(words(page, "actors-missing")) for page in pages] == [False, True]
    last = max(baselines(pages[1], "actors-name"))
    (head,) = baselines(pages[1], "actors-missing")
    lines = boxes(pages[1], "writing")
    ys = sorted({line.y for line in lines})
    assert head - last == pytest.approx(12.7)
    assert ys[0] - head == pytest.approx(9.1)
    assert [b - a for a, b in pairwise(ys)] == pytest.approx([8.6] * (len(ys) - 1))
    assert BOTTOM - 8.6 < ys[-1] <= BOTTOM
    assert {(line.x, line.right) for line in lines} == {(12, 60), (64, 102), (108, 156), (160, 198)}


def test_a_full_last_page_has_no_room_for_who_is_missing() -> None:
    rows = [len(words(page, "actors-name")) for page in listed("Lint", crowd("Lint", 200))]
    most = max(rows)
    known = crowd("Lint", 200 - rows[-1])
    pages = listed("Lint", known)
    assert len(words(pages[-1], "actors-name")) == most
    assert not words(pages[-1], "actors-missing")
    assert not boxes(pages[-1], "writing")


LONG = "Koninklijke Vereniging voor Heemkunde en Geschiedenis van het Land van Waas en het Meetjesland"


@every_edition
def test_long_names_and_sectors_take_more_lines_and_touch_nothing(edition: Edition) -> None:
    many = [LONG, "koor"] * 12
    known = {
        **actors({("Lint", "upper"): many}, "sociaal-cultureel"),
        **actors({("Lint", "lower"): many}, "ruimtelijke-ordening"),
    }
    sheet, *pages = with_actors("Lier", known, edition)
    for page in (sheet, *pages):
        assert page.problems == []
        texts = [
            placed for placed in page.all_placed if placed.text and placed.role in TEXTS and "arc" not in placed.role
        ]
        for one, other in combinations(texts, 2):
            assert not one.box.inset(0.05).overlaps(other.box.inset(0.05)), (one, other)
    for page in pages:
        for text in (placed for placed in page.all_placed if placed.text and placed.role in TEXTS):
            assert text.role in ("footer", "version") or SAFE.contains(text.box, slack=0.01), text
            assert text.box.bottom < BOTTOM + 1 or text.role in ("footer", "version")


@every_edition
def test_the_list_is_the_same_in_every_edition(edition: Edition) -> None:
    of_all_lengths = [LONG, *("sol" + " do" * i for i in range(30)), *("sol" + " koor" * i for i in range(20))]
    known = {
        **actors({("Lint", "upper"): of_all_lengths}, "sociaal-cultureel"),
        **actors({("Lint", "lower"): of_all_lengths}),
    }
    mine, usual = (with_actors("Lier", known, one) for one in (edition, "colour"))
    assert len(mine) == len(usual)
    for page, colour in zip(mine, usual, strict=True):
        assert words(page, "actors-name", *IN_BUBBLES) == words(colour, "actors-name", *IN_BUBBLES)
        assert boxes(page, "writing") == boxes(colour, "writing")
        for role in ("actors-name", "actors-line"):
            assert [box.y for box in boxes(page, role)] == pytest.approx(
                [box.y for box in boxes(colour, role)], abs=0.2
            )


def test_a_letter_that_no_font_has_is_reported_on_the_list_too() -> None:
    mark = Mark("actoren.csv", 30, 1)
    known = actors({("Lint", "upper"): [*("koor " + "x" * i for i in range(25)), Text.of("☃ winterclub", mark)]})
    pages = with_actors("Lier", known)
    assert [(problem.code, problem.mark) for page in pages for problem in page.problems] == [("letter-missing", mark)]


def test_the_words_are_those_of_the_content() -> None:
    (page,) = listed("Lier", LIER)
    found, said = [placed.text for placed in page.all_placed], content().actor_list
    for text in (said.title, said.lead, said.upper, said.lower, said.missing):
        assert text.plain in found
