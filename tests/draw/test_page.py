import pytest

from kit.diagnostics import Mark, Severity
from kit.draw.context import DrawingContext
from kit.draw.geometry import A4_PORTRAIT, Box, Circle, Point
from kit.draw.look.theme import EDITIONS, theme
from kit.draw.page import Page
from kit.draw.paths import circle, fitted_dash, line, rectangle
from kit.draw.records import ArcText, Clipped, Letters
from kit.draw.text.fonts import Fonts
from kit.model.text.spans import Span, Text
from tests.conftest import shipped

MARK = Mark("kit.yaml", 3, 7, "title")


@pytest.fixture
def page() -> Page:
    return Page(A4_PORTRAIT, theme("colour"), Fonts())


@pytest.mark.parametrize(("align", "left"), [("left", 100), ("centre", 89.58), ("right", 79.16)])
def test_a_text_stands_left_of_around_or_right_of_its_x(page: Page, align: str, left: float) -> None:
    set_text = page.text("Sterktes", "rail-text", 100, 50, width=60, align=align)  # type: ignore[arg-type]
    assert set_text.box.x == pytest.approx(100 - {"left": 0, "centre": 0.5, "right": 1}[align] * set_text.box.width)
    assert (page.texts[0].x, page.texts[0].y) == (pytest.approx(set_text.box.x), 50)  # type: ignore[union-attr]
    assert left - 12 < set_text.box.x < left + 12


def test_a_text_that_is_too_long_is_a_problem_at_its_place_in_the_content(page: Page) -> None:
    page.text(Text.of("een veel te lange titel", MARK), "sheet-title", 10, 20, width=40)
    (problem,) = page.problems
    assert (problem.code, problem.mark) == ("text-too-wide", MARK)
    assert problem.values["excess"] == pytest.approx(30.1, abs=0.1)


def test_a_text_that_is_too_long_is_told_where_most_of_its_letters_stand(page: Page) -> None:
    listed = Mark("deelnemers.csv", 5, 9, "B5")
    of = Text.of("van {organisatie}", MARK)
    page.text(of.fill(organisatie=Text.of("een veel te lange naam", listed)), "sheet-title", 10, 20, width=40)
    page.text(Text.of("nog veel langer: {naam}", MARK).fill(naam=Text.of("An", listed)), "sheet-title", 10, 20, width=9)
    assert [problem.mark for problem in page.problems] == [listed, MARK]


def test_a_letter_that_no_font_has_is_a_problem(page: Page) -> None:
    page.text(Text.of("vink ☑ hier", MARK), "rail-text", 10, 20, width=40)
    (problem,) = page.problems
    assert (problem.code, problem.values["letter"], problem.mark) == ("letter-missing", "☑", MARK)


def test_letters_of_one_text_are_told_together(page: Page) -> None:
    page.text(Text.of("سميرة", MARK), "rail-text", 10, 20, width=40)
    (problem,) = page.problems
    assert (problem.code, problem.values["letter"], problem.mark) == ("letters-missing", "س م ي ر ة", MARK)
    page.text(Text.of("".join(map(chr, range(0x4E00, 0x4E00 + 50))), MARK), "rail-text", 10, 20, width=900)
    assert str(page.problems[-1].values["letter"]).endswith("丧 … (+ 10)")


def test_a_letter_is_told_where_its_part_of_the_text_stands(page: Page) -> None:
    elsewhere = Mark("canvas-1.yaml", 9, 9, "footer")
    page.text(Text((Span("☑ kit | ", mark=MARK), Span("☐ blad")), elsewhere), "footer", 10, 20, width=90)
    assert [(problem.values["letter"], problem.mark) for problem in page.problems] == [("☑", MARK), ("☐", elsewhere)]


def test_a_letter_that_only_fira_sans_has_is_a_warning(page: Page) -> None:
    page.text("Жanna", "sheet-title", 10, 20, width=90)
    (problem,) = page.problems
    assert (problem.code, problem.severity) == ("letter-replaced", Severity.WARNING)


def test_an_address_that_is_too_long_says_by_how_much(page: Page) -> None:
    page.qr("https://" + "a" * 60, Box(0, 0, 22, 22), smallest=0.5, mark=MARK)
    (problem,) = page.problems
    assert (problem.code, problem.values["excess"], problem.values["room"]) == ("url-too-long", 6, 62)
    assert not page.codes


def test_a_code_is_also_a_link(page: Page) -> None:
    page.qr("https://voorbeeld.be/#c1", Box(176, 7.5, 22, 22), smallest=0.5)
    assert [(link.url, link.box) for link in page.links] == [("https://voorbeeld.be/#c1", Box(176, 7.5, 22, 22))]


def test_a_digit_too_wide_for_its_disc_is_a_problem_at_its_place(page: Page) -> None:
    page.digit(Text.of("??????", MARK), "question-mark", Circle(50, 60, 5.6), "ink")
    (problem,) = page.problems
    assert (problem.code, problem.mark) == ("text-too-wide", MARK)


def test_a_long_text_is_shown_short(page: Page) -> None:
    page.text("lang " * 50, "rail-text", 10, 20, width=40)
    (problem,) = page.problems
    assert len(str(problem.values["text"])) <= 60


def test_the_widest_text_is_measured_in_the_widest_edition() -> None:
    labels = (Text.of("organisatie"), Text.of("datum"))
    widths = {Page(A4_PORTRAIT, theme(edition), Fonts()).widest(labels, "name-field") for edition in EDITIONS}
    assert len(widths) == 1
    drawn = [
        Page(A4_PORTRAIT, theme(edition), Fonts()).measure("organisatie", "name-field", 99) for edition in EDITIONS
    ]
    assert widths == {max(text.width for text in drawn)}


def test_a_digit_stands_in_the_optical_centre_of_its_disc(page: Page) -> None:
    page.digit(Text.of("2"), "step-digit-14", Circle(50, 60, 14), "white")
    (letters,) = page.texts
    assert isinstance(letters, Letters)
    assert letters.y == pytest.approx(60 + 0.123 * 50)
    assert page.placed[-1].box.centre.x == pytest.approx(50)


@pytest.mark.parametrize("upper", [True, False])
def test_letters_on_an_arc_stand_on_it_symmetrically(page: Page, upper: bool) -> None:
    of = Circle(100, 100, 40)
    page.arc_text(Text.of("AAAAA"), "arc", of, upper=upper)
    (arc,) = page.texts
    assert isinstance(arc, ArcText)
    for letter in arc.letters:
        assert Point(letter.x, letter.y).to(of.centre) == pytest.approx(40, abs=0.1)
    assert [letter.angle for letter in arc.letters] == pytest.approx([-letter.angle for letter in arc.letters[::-1]])
    assert [letter.x for letter in arc.letters] == sorted(letter.x for letter in arc.letters)
    assert all((letter.y < 100) is upper for letter in arc.letters)


def test_a_text_too_long_for_its_arc_says_by_how_much(page: Page) -> None:
    of = Circle(100, 100, 40)
    page.arc_text(Text.of("AAAAA"), "arc", of, upper=True)
    (arc,) = page.texts
    assert isinstance(arc, ArcText)
    width = page.fonts.width("AAAAA", arc.letters[0].font, 10) + 4 * 1.3 * 25.4 / 72
    page.arc_text(Text.of("AAAAA"), "arc", of, upper=True, width=width)
    assert page.problems == []
    page.arc_text(Text.of("AAAAA", MARK), "arc", of, upper=True, width=width - 2)
    (problem,) = page.problems
    assert (problem.code, problem.mark) == ("text-too-wide", MARK)
    assert problem.values["excess"] == pytest.approx(2, abs=0.01)


def test_what_is_clipped_is_painted_inside_one_path(page: Page) -> None:
    window = rectangle(Box(0, 0, 10, 10))
    page.fill(circle(Circle(1, 1, 1)), "ink")
    with page.clipped(window):
        page.fill(circle(Circle(9, 9, 4)), "ink")
    assert len(page.shapes) == 2
    assert isinstance(page.shapes[1], Clipped)
    assert page.shapes[1].path == window


def test_a_dash_ends_with_a_dash_on_an_open_path_and_has_no_seam_on_a_closed_one() -> None:
    dash, gap = fitted_dash(line(0, 0, 47, 0), (2.4, 2.4))
    assert (47 - dash) / (dash + gap) == pytest.approx(round((47 - dash) / (dash + gap)))
    closed = sum(fitted_dash(rectangle(Box(0, 0, 30, 20)), (2.4, 2.4)))
    assert 100 / closed == pytest.approx(round(100 / closed))
    assert fitted_dash(line(0, 0, 5, 0), ()) == ()


def test_tints_are_left_out_where_ink_is_saved() -> None:
    page = Page(A4_PORTRAIT, theme("low-ink"), Fonts())
    page.tint(circle(Circle(50, 50, 20)), "you-tint")
    assert not page.shapes


def test_a_page_shows_its_ground_and_tells_what_is_wrong_with_it(page: Page) -> None:
    page.text("een veel te lange titel", "sheet-title", 10, 20, width=20)
    context = DrawingContext(shipped(), page.theme, page.fonts)
    one, other = context.page_on(page), context.page_on(page)
    one.text("Lier", "legend", 10, 40, width=20)
    assert [placed.text for placed in one.all_placed] == ["een veel te lange titel", "Lier"]
    assert [placed.text for placed in other.all_placed] == ["een veel te lange titel"]
    assert len(one.all_texts) == 2
    assert one.problems == other.problems == page.problems != []


def test_a_text_that_only_fits_condensed_does_not_fit(page: Page) -> None:
    """A subtitle breaks onto a second line before it turns condensed (design, section 3)."""
    text = "een ondertitel die net iets te lang is"
    narrowest = page.fonts.width(text, page.style("subtitle").font, 11)
    assert page.fits(text, "subtitle", narrowest + 0.1)
    assert not page.fits(text, "subtitle", narrowest - 0.1)
    assert page.text(text, "subtitle", 10, 20, width=narrowest - 0.1).lines == 1
