"""The bubble sheet with names: all 565 municipalities, and what stands where (design, section 11)."""

import importlib
import math
import re
from collections import Counter
from itertools import combinations, pairwise

import pytest

from kit.diagnostics import Mark
from kit.draw.bubbles.layouts import LAYOUTS, RESERVED_ELSEWHERE, RESERVED_NUMBER, Bubbles, pill
from kit.draw.bubbles.plan import plan, without_arrow
from kit.draw.geometry import Box, Circle, Point
from kit.draw.look.roles import TEXTS
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.paths import Line, Move, samples
from kit.draw.records import ArcText, Fill, Letters, Stroke
from kit.model.places import abroad
from kit.model.places.named import NamedSheet, SheetPlan
from kit.model.text.spans import Text
from tests.conftest import own_url
from tests.named import (
    LIER,
    actors,
    belgium,
    called,
    content,
    context,
    draw_named,
    everything,
    named,
    sheets,
    with_actors,
)

SAFE = Box(0, 0, 420, 297).inset(9.5)
NAMES = ("municipality", "municipality-lines", "municipality-centre")
AWKWARD = (
    *("Brussel", "Essen", "Momignies", "Baarle-Hertog", "Beveren-Kruibeke-Zwijndrecht", "Sint-Joost-ten-Node"),
    *("Oostende", "Voeren", "Herstappe", "Antwerpen", "Gent", "Lier", "Bornem", "Court-Saint-Etienne"),
)

every_edition = pytest.mark.parametrize("edition", EDITIONS)


def boxes(page: Page, *roles: str) -> list[Box]:
    return [placed.box for placed in page.all_placed if placed.role in roles]


def words(page: Page, *roles: str) -> list[str]:
    """The texts of these roles, on one line."""
    return [placed.text.replace("-\n", "-").replace("\n", " ") for placed in page.all_placed if placed.role in roles]


def strokes(page: Page, role: str) -> list[Stroke]:
    return [shape for shape in page.all_shapes if isinstance(shape, Stroke) and shape.style.role == role]


def starts(page: Page, text: str) -> tuple[float, float]:
    """Where the line starts that begins with this text."""
    (found,) = ((one.x, one.y) for one in page.all_texts if isinstance(one, Letters) and one.text.startswith(text))
    return found


def circles(plan_: SheetPlan) -> Bubbles:
    return LAYOUTS[plan_.layout]


def inside(box: Box, of: Box) -> bool:
    """Whether a box lies inside a pill: a rectangle with round ends."""
    r = of.height / 2
    left, right = of.x + r, of.right - r
    corners = [Point(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    return all(
        of.y < point.y < of.bottom
        and (
            left <= point.x <= right
            or math.hypot(min(abs(point.x - left), abs(point.x - right)), point.y - of.centre.y) < r
        )
        for point in corners
    )


def plans() -> list[tuple[NamedSheet, SheetPlan, Page]]:
    return [(sheet, one, page) for sheet, pages in everything() for one, page in zip(sheet.sheets, pages, strict=True)]


def test_there_is_nothing_wrong_with_any_municipality() -> None:
    assert len(everything()) == 565
    assert [(sheet.own.name, page.problems) for sheet, _, page in plans() if page.problems] == []


def test_every_neighbour_stands_on_a_sheet_exactly_once_and_nobody_else() -> None:
    for sheet, pages in everything():
        found = Counter(name for page in pages for name in words(page, "municipality", "municipality-lines"))
        assert found == Counter(other.name for other in belgium().neighbours(sheet.own)), sheet.own.name
        assert [words(page, "municipality-centre") for page in pages] == [[sheet.own.name]] * len(pages)


def test_every_name_stands_whole_in_the_pill_of_its_bubble() -> None:
    for sheet, one, page in plans():
        bubbles = circles(one)
        own, *others = (placed for placed in page.placed if placed.role in NAMES)
        assert own.role == "municipality-centre"
        assert inside(own.box.inset(-0.7), pill(bubbles.centre, "centre"))
        placed = zip([of for of, who in zip(bubbles.neighbours, one.slots, strict=True) if who], others, strict=True)
        for of, name in placed:
            assert inside(name.box.inset(-0.7), pill(of, "neighbour")), (sheet.own.name, name)
            assert name.box.centre.x == pytest.approx(of.x)
            assert abs(name.box.centre.y - of.y) < 0.6
        for neighbour, name in zip(one.neighbours, others, strict=True):
            assert name.text.replace("\n", "") == neighbour.name


def test_no_name_is_smaller_than_the_design_allows_or_in_another_font() -> None:
    least = {"municipality": 11.5, "municipality-lines": 11.5, "municipality-centre": 15}
    for _, _, page in plans():
        roles = [placed.role for placed in page.placed if placed.role in NAMES for _ in placed.text.splitlines()]
        numbered = {letters.text for letters in page.texts if isinstance(letters, Letters) and letters.text.isdigit()}
        set_in = [one for one in page.texts if isinstance(one, Letters) and one.font.family == "Poppins"]
        set_in = [one for one in set_in if one.text not in numbered]
        for role, letters in zip(roles, set_in, strict=True):
            assert least[role] <= letters.size <= TEXTS[role].size


def test_only_the_longest_names_take_two_lines() -> None:
    two = {text for _, _, page in plans() for text in words(page, "municipality-lines")}
    assert two == {"Beveren-Kruibeke-Zwijndrecht", "Ottignies-Louvain-la-Neuve"}
    broken = {placed.text for _, _, page in plans() for placed in page.placed if placed.role == "municipality-lines"}
    assert broken == {"Beveren-Kruibeke-\nZwijndrecht", "Ottignies-\nLouvain-la-Neuve"}


def test_no_text_overlaps_another_and_all_keep_the_margin() -> None:
    for sheet, _, page in plans():
        texts = [placed for placed in page.all_placed if placed.text and placed.role in TEXTS]
        straight = [placed for placed in texts if not placed.role.startswith("arc")]
        own = [placed for placed in page.placed if placed in straight]
        for one in own:
            near = one.box.inset(0.05)
            assert not [other for other in straight if other is not one and near.overlaps(other.box.inset(0.05))], (
                sheet.own
            )
        for text in straight:
            if text.role not in ("footer", "version"):
                assert SAFE.contains(text.box, slack=0.01), text
    for ground in {id(page.ground): page.ground for _, _, page in plans()}.values():
        assert ground is not None
        straight = [
            placed for placed in ground.placed if placed.text and placed.role in TEXTS and "arc" not in placed.role
        ]
        assert not [
            pair for pair in combinations(straight, 2) if pair[0].box.inset(0.05).overlaps(pair[1].box.inset(0.05))
        ]


def test_a_direction_that_is_rough_is_reported() -> None:
    plans = [plan(own, belgium().neighbours(own)) for own in belgium()]
    names = [made.named.own.name for made in plans if any(sheet.is_rough for sheet in made.named.sheets)]
    (said,) = without_arrow(plans)
    assert (said.code, said.values) == ("place-directions", {"count": len(names), "list": ", ".join(names)})
    assert not [*without_arrow(made for made in plans if made.named.own.name not in names)]


@pytest.mark.parametrize(("name", "has_arrow"), [("Lier", True), ("Wuustwezel", False)])
def test_a_sheet_with_rough_directions_has_no_arrow_to_the_north(name: str, has_arrow: bool) -> None:
    roles = {placed.role for page in sheets(name) for placed in page.all_placed}
    assert ("north" in roles) == ("north-arrow" in roles) == has_arrow


def test_every_neighbour_is_linked_and_a_blank_bubble_is_not() -> None:
    for _, one, page in plans():
        count = len(one.neighbours)
        assert len(strokes(page, "link")) == count + 1
        assert len(boxes(page, "node")) == 2 * (count + 1)
        blank = len(one.slots) - count
        assert words(page, "pill-label") == [content().pills.other.plain] * blank
        assert words(page, "pill-label-centre") == [content().pills.own.plain]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("draw", ["draw_named", "draw_named_a4"])
def test_who_was_chosen_and_is_no_neighbour_has_no_link(edition: Edition, draw: str) -> None:
    """The legend says that a link is with a neighbour, and without one it says nothing of links."""
    own = called("Lier")
    for chosen, links in (
        ((called("Duffel"), called("Hasselt"), abroad.Abroad("Ulicoten (NL)")), 1),
        ((called("Hasselt"), called("Genk")), 0),
    ):
        made = plan(own, chosen, tiled=draw == "draw_named_a4").named
        pages = getattr(importlib.import_module("kit.layouts.bubble_sheet"), draw)(
            context(edition), content(), made, {}
        )
        said = {word for page in pages for word in words(page, "legend")}
        assert (content().named.neighbour.plain in said) == bool(links)
        texts = " ".join(text.text for page in pages for text in page.all_placed if text.text)
        assert "de buren" not in texts
        if draw == "draw_named":
            assert len(strokes(pages[0], "link")) == (links + 1 if links else 0)
            assert set(words(pages[0], "municipality")) == {one.name for one in chosen}


def test_essen_has_one_neighbour_and_room_for_three() -> None:
    (page,) = sheets("Essen")
    assert words(page, "municipality") == ["Kalmthout"]
    assert len(boxes(page, "neighbour")) == 4
    assert len(words(page, "pill-label")) == 3


def test_the_code_carries_the_municipality_and_so_does_the_address_under_it() -> None:
    for sheet, _, page in plans():
        url = own_url("bollenschema", f"/{sheet.own.nis}")
        assert words(page, "qr") == [url]
        assert [link.url for link in page.links] == [url, url]
        code, address = page.links
        assert code.box == Box(388, 7.5, 22, 22)
        assert all(address.box.contains(box, slack=0.01) for box in boxes(page, "url"))


def test_sheets_that_look_alike_share_what_does_not_depend_on_the_municipality() -> None:
    grounds = {id(page.ground) for _, _, page in plans()}
    assert len(grounds) < 60
    names = {one.name for one in belgium()}
    for _, _, page in plans():
        assert page.ground is not None
        assert not names & {placed.text for placed in page.ground.placed}
    roles = {placed.role for _, _, page in plans() for placed in page.placed}
    assert roles == {*NAMES, "qr", "footer", "version", "elsewhere", "instruction", "instruction-number"} | {
        role for role in TEXTS if role.startswith("continued")
    }


@every_edition
def test_a_ground_does_not_depend_on_which_sheet_was_drawn_first(edition: Edition) -> None:
    first = sheets("Lier", edition)[0].ground
    again = [page.ground for page in draw_named(edition, named("Lier"), {})]
    assert again == [first]
    assert again[0] is first


@every_edition
@pytest.mark.parametrize("name", AWKWARD)
def test_the_awkward_ones_print_in_every_edition(name: str, edition: Edition) -> None:
    pages, usual = sheets(name, edition), sheets(name)
    assert [page.problems for page in pages] == [[]] * len(pages)
    for page, colour in zip(pages, usual, strict=True):
        assert words(page, *NAMES) == words(colour, *NAMES)
        for role in ("writing", "neighbour", "centre", "qr"):
            assert boxes(page, role) == boxes(colour, role)


@pytest.mark.parametrize(("name", "middle"), [("Lier", "Bollenschema Lier"), ("De Haan", "Bollenschema De Haan")])
def test_the_footer_names_the_municipality(name: str, middle: str) -> None:
    (page,) = sheets(name)
    (footer,) = words(page, "footer")
    assert middle in footer.replace("\u00a0", " ")


def test_the_arrow_points_north() -> None:
    (page,) = sheets("Lier")
    (arrow,) = (shape for shape in page.all_shapes if isinstance(shape, Fill) and Move(404, 242) in shape.path)
    assert {Line(407.4, 251.5), Line(400.6, 251.5), Line(404, 249.4)} <= set(arrow.path)
    (north,) = (placed for placed in page.all_placed if placed.role == "north")
    assert north.text == "N"
    assert north.box.centre.x == pytest.approx(404)
    assert [one.y for one in page.all_texts if isinstance(one, Letters) and one.text == "N"] == [pytest.approx(256.6)]


def test_the_legend_and_instruction_are_those_of_the_sheet_with_names() -> None:
    (page,) = sheets("Lier")
    assert words(page, "legend") == [content().border.plain, content().named.neighbour.plain]
    assert words(page, "instruction") == [str(line) for line in content().named.instruction.lines()]


def test_a_municipality_with_more_than_eight_neighbours_gets_two_sheets() -> None:
    for sheet, pages in everything():
        count = len(belgium().neighbours(sheet.own))
        assert len(pages) == (2 if count > 8 else 1)
        if count > 8:
            first, second = sheet.sheets
            assert len(first.neighbours) == min(8, count - 4)
            (elsewhere,) = words(pages[0], "elsewhere")
            names = ", ".join(other.name for other in first.rest)
            assert elsewhere == f"Niet alle buren passen hier. Op blad 2: {names}."
            assert set(first.rest) == set(second.neighbours)
            assert set(second.rest) == set(first.neighbours)


def test_the_two_sheets_tell_which_they_are() -> None:
    for number, page in enumerate(sheets("Brussel"), 1):
        assert words(page, "sheet-digit") == ["1", "2"]
        assert words(page, "sheet-number") == [f"blad {number} van 2"]
        assert f"Bollenschema Brussel, blad {number} van 2" in words(page, "footer")[0].replace("\u00a0", " ")
        outlines = boxes(page, "sheet-box")
        for box, left in zip(outlines, (10, 22.6), strict=True):
            numbers = (box.x - 0.3, box.y - 0.3, box.right + 0.3, box.bottom + 0.3)
            assert numbers == pytest.approx((left, 251, left + 11, 258.8))
        assert boxes(page, "sheet-box-here") == [outlines[number - 1]]
        assert starts(page, f"blad {number} van")[1] == pytest.approx(256.6)


def test_the_first_sheet_lists_the_neighbours_of_the_second_under_the_address() -> None:
    page = sheets("Brussel")[0]
    (box,) = boxes(page, "elsewhere")
    assert box.right == pytest.approx(407.9)
    assert starts(page, "Niet alle buren")[1] == pytest.approx(43.6)
    assert Box.between(374, 37, 410, 75).contains(box)


def test_the_second_sheet_has_nothing_to_fill_in_in_the_middle() -> None:
    first, second = sheets("Brussel")
    centre = circles(named("Brussel").sheets[1]).centre
    own = {content().arcs.own_upper.plain, content().arcs.own_lower.plain}
    assert own <= {text.text for text in first.all_texts if isinstance(text, ArcText)}
    assert not own & {text.text for text in second.all_texts if isinstance(text, ArcText)}
    assert not [box for box in boxes(second, "writing") if centre.centre.to(box.centre) < centre.r]
    assert words(second, "continued") == ["VERVOLG"]
    assert words(second, "continued-own") == ["Jouw gemeente vul je in op blad 1."]
    assert words(second, "continued-names")[0].startswith("Elsene, Vilvoorde, Schaarbeek, Jette,")
    lines = {"VERVOLG": -31, "Jouw": -23.6, "in op blad 1.": -18, "Op blad 1 staan ook:": 17, "Elsene,": 22.4}
    for text, y in lines.items():
        assert starts(second, text)[1] == pytest.approx(centre.y + y)
    assert words(second, "instruction")[0] == "Leg dit blad naast blad 1. Hier staan de andere buren van Brussel."


def test_what_stands_in_the_middle_of_a_second_sheet_stays_inside_the_bubble() -> None:
    for _, one, page in plans():
        if one.number == 2:
            centre = circles(one).centre
            for box in boxes(page, *(role for role in TEXTS if role.startswith("continued"))):
                corners = [Point(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
                assert max(centre.centre.to(corner) for corner in corners) < centre.r - 4


def test_no_border_runs_behind_the_sheet_number_or_the_list() -> None:
    for _, one, page in plans():
        if one.of == 2:
            reserved = [RESERVED_NUMBER, *([RESERVED_ELSEWHERE] if one.number == 1 else [])]
            for border in strokes(page, "map-border")[:-1]:
                assert all(box.distance(point) > 3.3 for point in samples(border.path) for box in reserved)


def test_no_bubble_comes_near_the_sheet_number_or_the_list() -> None:
    for _, one, _ in plans():
        if one.of == 2:
            reserved = [RESERVED_NUMBER, *([RESERVED_ELSEWHERE] if one.number == 1 else [])]
            assert all(box.distance(of.centre) - of.r > 3.3 for of in circles(one).all for box in reserved)


def names_in(page: Page, of: Circle) -> list[str]:
    """The actors in a bubble, in reading order."""
    found = [placed for placed in page.placed if placed.role in ("actor", "actor-full", "actor-more")]
    return [placed.text for placed in found if of.centre.to(placed.box.centre) < of.r and placed.text != "·"]


def test_known_actors_stand_in_the_bubble_of_their_municipality() -> None:
    page, _ = with_actors("Lier", LIER)
    (one,) = named("Lier").sheets
    bubbles = circles(one)
    assert names_in(page, bubbles.centre)[:3] == ["harmonie", "academie", "erfgoedcel"]
    where = {who.name: of for of, who in zip(bubbles.neighbours, one.slots, strict=True) if who}
    assert names_in(page, where["Lint"]) == ["bibliotheek"]
    assert re.fullmatch(r"\+ \d+ op de lijst", names_in(page, where["Putte"])[-1])
    assert names_in(page, where["Duffel"]) == []
    assert page.problems == []


@every_edition
def test_known_actors_stand_side_by_side_by_width_where_there_are_too_many(edition: Edition) -> None:
    page = with_actors("Lier", LIER, edition)[0]
    lines: dict[float, list[str]] = {}
    for letters in page.texts:
        if isinstance(letters, Letters) and letters.size == 10.5 and abs(letters.x - 213) < 45 and letters.y < 149:
            lines.setdefault(round(letters.y, 2), []).append(letters.text)
    own = [" ".join(line) for y, line in sorted(lines.items()) if y > 95]
    assert own == [
        "harmonie",
        "academie · erfgoedcel",
        "bibliotheek · stadsmuseum",
        "amateurtoneel · cultuurcentrum",
    ]
    assert [b - a for a, b in pairwise(sorted(y for y in lines if y > 95))] == pytest.approx([4.5] * 3)


def test_a_half_without_actors_is_as_blank_and_another_keeps_room_to_write() -> None:
    page, blank = with_actors("Lier", LIER)[0], sheets("Lier")[0]
    (one,) = named("Lier").sheets
    for of, who in zip(circles(one).neighbours, one.slots, strict=True):
        for upper in (True, False):

            def lines(on: Page, of: Circle = of, *, upper: bool = upper) -> list[Box]:
                found = [box for box in boxes(on, "writing") if of.centre.to(box.centre) < of.r]
                return [box for box in found if (box.y < of.y) is upper]

            assert who is not None
            if (who.nis, "upper" if upper else "lower") in LIER:
                assert 1 <= len(lines(page)) <= len(lines(blank))
            else:
                assert lines(page) == lines(blank)


@every_edition
def test_a_name_that_just_fits_in_one_edition_fits_in_all(edition: Edition) -> None:
    """The space and some letters are wider in the lighter cut."""
    for name in ("n m h u n m h u" + " n" * 10 + " m" * 6, "n m h u n m h u n m h u" + " n" * 7 + " m" * 5):
        pages = with_actors("Lier", actors({("Lint", "lower"): [name]}), edition)
        assert [page.problems for page in pages] == [[]] * len(pages)


def test_few_actors_leave_more_lines_to_write_on() -> None:
    page = with_actors("Lier", LIER)[0]
    (one,) = named("Lier").sheets
    where = {who.name: of for of, who in zip(circles(one).neighbours, one.slots, strict=True) if who}

    def lines(of: Circle) -> list[float]:
        return [box.y - of.y for box in boxes(page, "writing") if of.centre.to(box.centre) < of.r]

    assert len([y for y in lines(where["Lint"]) if y < 0]) == 2
    assert len([y for y in lines(where["Nijlen"]) if y > 0]) == 1
    assert len([y for y in lines(where["Boechout"]) if y < 0]) == 1


@every_edition
def test_no_actor_touches_a_line_or_another_text(edition: Edition) -> None:
    page = with_actors("Lier", LIER, edition)[0]
    texts = [placed for placed in page.all_placed if placed.text and placed.role in TEXTS and "arc" not in placed.role]
    for one, other in combinations(texts, 2):
        assert not one.box.inset(0.05).overlaps(other.box.inset(0.05)), (one, other)
    names = boxes(page, "actor", "actor-full", "actor-more")
    for line in boxes(page, "writing", "equator"):
        assert not [
            name
            for name in names
            if name.y < line.y + 0.1 and line.y - 0.1 < name.bottom and line.x < name.x < line.right
        ]


LONG_NAME = "Koninklijke Harmonie Sint-Cecilia van Broechem"


def test_a_long_name_is_broken_at_a_space_and_both_parts_are_known() -> None:
    mark = Mark("actoren.csv", 7, 1)
    (page,) = with_actors("Lier", actors({("Duffel", "lower"): [Text.of(f"{LONG_NAME} 🎵", mark)]}))
    assert words(page, "actor") == ["Koninklijke Harmonie", "Sint-Cecilia van Broechem 🎵"]
    assert {problem.mark for problem in page.problems} == {mark}


def test_a_name_is_not_broken_behind_the_de_of_its_second_part() -> None:
    name = "Stedelijke Academie De Kunstenaarsverenigingen Duffel"
    (page,) = with_actors("Lier", actors({("Duffel", "lower"): [name]}))
    assert words(page, "actor") == ["Stedelijke Academie", "De Kunstenaarsverenigingen Duffel"]


def test_a_list_sheet_is_made_of_three_names_or_more() -> None:
    """However many there are: one or two take the place of the lines to write on."""
    on_lists = []
    for count in range(1, 26, 2):
        pages = with_actors("Lier", actors({("Putte", "upper"): ["gemeenschapscentrum"] * count}))
        on_lists.append(sum(len(words(page, "actors-name")) for page in pages))
        assert on_lists[-1] + words(pages[0], "actor", "actor-full").count("gemeenschapscentrum") == count
    assert on_lists[0] == 0 < on_lists[-1]
    assert all(there == 0 or there >= 3 for there in on_lists)


def test_a_half_with_names_on_the_list_is_not_left_empty() -> None:
    """One name and a note above a line looks as if there was room: then no line stays."""
    many = ["Erfgoedcel Kempens Karakter", "Museum Timmermans-Opsomer", "Heemkundige kring Die Swane"] * 3
    known = actors({(who.name, "upper"): ["Academie", *many] for who in belgium().neighbours(called("Ranst"))})
    page = with_actors("Ranst", known)[0]
    (one,) = plan(called("Ranst"), belgium().neighbours(called("Ranst")), known=known).named.sheets
    for of, who in zip(circles(one).neighbours, one.slots, strict=True):
        if who is not None:
            assert len(names_in(page, of)) >= 4


ELEVEN = (
    *("Lier", "Ranst", "Boechout", "Mechelen", "Aalst", "Leuven"),
    *("Turnhout", "Brugge", "Kortrijk", "Hasselt", "Genk"),
)
FIFTY_NINE = (
    *("gemeenschapscentrum", "bibliotheek", "heemkundige kring", LONG_NAME, "academie voor muziek en woord"),
    *("cultuurcentrum De Grote Post", "fanfare", "Davidsfonds", "toneelkring Elckerlyc", "erfgoedcel", "jeugdhuis"),
)


@pytest.mark.parametrize("tiled", [False, True])
def test_of_59_names_on_eleven_sheets_none_is_on_a_list(*, tiled: bool) -> None:
    """Five or six a sheet in the upper half of one neighbour, of all widths."""
    draw = importlib.import_module("kit.layouts.bubble_sheet")
    for i, place in enumerate(ELEVEN):
        names = [FIFTY_NINE[n % len(FIFTY_NINE)] for n in range(59 * i // 11, 59 * (i + 1) // 11)]
        own = called(place)
        beside = belgium().neighbours(own)
        known = actors({(beside[i % len(beside)].name, "upper"): names})
        sheet = plan(own, beside, known=known, tiled=tiled).named
        pages = (draw.draw_named_a4 if tiled else draw.draw_named)(context(), content(), sheet, known)
        assert len(pages) == len(sheet.sheets) * (2 if tiled else 1), place
        said = " ".join(
            words_of for page in pages for words_of in words(page, "actor", "actor-full") if words_of != "·"
        )
        assert all(name in said for name in names)


def test_a_letter_that_no_font_has_is_reported_at_the_row_of_the_actor() -> None:
    mark = Mark("actoren.csv", 7, 1)
    known = actors({("Lier", "upper"): [Text.of("Koor 🎵", mark)], ("Lint", "lower"): ["Café ’t Łódź & Şen <b>"]})
    (page,) = with_actors("Lier", known)
    (problem,) = (problem for problem in page.problems if problem.severity.value == "error")
    assert (problem.code, problem.mark, problem.values["letter"]) == ("letter-missing", mark, "🎵")
    assert "Café ’t Łódź & Şen <b>" in words(page, "actor")


def test_own_actors_stand_on_the_first_sheet_only() -> None:
    first, second = with_actors("Brussel", actors({("Brussel", "upper"): ["koor"], ("Wemmel", "lower"): ["Chiro"]}))
    assert words(first, "actor") == ["koor"]
    assert words(second, "actor") == ["Chiro"]
    assert called("Brussel").name in words(second, "municipality-centre")


def test_a_desk_of_another_edition_has_grounds_of_its_own() -> None:
    assert sheets("Lier", "grey")[0].ground is not sheets("Lier")[0].ground
    assert context("grey") is not context()


@pytest.mark.parametrize(("place", "has_arrow"), [("Breda (NL)", True), ("Ulicoten (NL)", False)])
@pytest.mark.parametrize("tiled", [False, True])
def test_the_arrow_to_the_north_is_there_where_it_holds(place: str, has_arrow: bool, tiled: bool) -> None:
    beside = abroad.told(place)
    assert beside
    own = called("Lier")
    sheet = plan(own, (beside, *belgium().neighbours(own)[:3]), tiled=tiled).named
    draw = importlib.import_module("kit.layouts.bubble_sheet")
    pages = (draw.draw_named_a4 if tiled else draw.draw_named)(context(), content(), sheet, {})
    roles = {placed.role for page in pages for placed in page.all_placed}
    assert ("north" in roles) == ("north-arrow" in roles) == has_arrow
    assert place in [text for page in pages for text in words(page, *NAMES)]
    assert not [problem for page in pages for problem in page.problems]
