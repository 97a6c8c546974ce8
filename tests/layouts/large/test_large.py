"""What holds on every sheet of the large edition, and that nothing of the usual sheets is lost."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from kit import registry
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, Box
from kit.draw.look.editions import LARGE, PAPERS, Largest
from kit.draw.look.large_roles import LARGE_TEXTS, SMALLEST
from kit.draw.page import Page
from kit.draw.records import Placed, Stroke
from kit.model.printed import as_read
from kit.model.schema import RunSheet
from tests.conftest import ROOT, own_url, shipped
from tests.conftest import drawn as usual
from tests.large import SHEETS, bubbles, drawn, planned
from tests.named import actors, belgium, called
from tests.printed import wrong
from tests.stacks import FULL_RUN
from tests.stacks import run_sheet as drawn_run_sheet
from tests.test_invariants import CUT, SAFE, UNPRINTABLE, ink, shapes, touching

every = pytest.mark.parametrize("sheet", SHEETS)

OTHERWISE = {
    "canvas-1": {"Verder op blad 1b"},
    "print-en-snijlijst": {
        *("BESTAND", "BLADEN", "PAPIER", "KANTEN", "SNIJDEN"),
        *("2 keer: staand en liggend, in het midden", "4 keer: 3 staand om de 105 mm, 1 liggend in het midden"),
    },
    "draaiboek": {"Print de A4-versie: knip op de stippellijn, plak op de lijmstrook."},
}
"""What a large sheet does not say: the heads of a table that it has not, and how smaller cards and tiles are cut."""


def texts(page: Page) -> list[Placed]:
    return [placed for placed in page.all_placed if placed.text and placed.role in LARGE_TEXTS]


@every
def test_nothing_is_smaller_than_16_pt(sheet: str) -> None:
    for page in drawn(sheet):
        for text in page.all_texts:
            assert all(letters.size >= SMALLEST for letters in text.each), text


def test_no_role_may_shrink_below_16_pt() -> None:
    assert all((role.minimum or role.size) >= SMALLEST for role in LARGE_TEXTS.values())


@every
def test_nothing_is_wrong(sheet: str) -> None:
    assert wrong(drawn(sheet)) == []


@every
def test_all_keeps_clear_of_the_edge(sheet: str) -> None:
    for page in drawn(sheet):
        whole = Box(0, 0, page.size.width, page.size.height)
        for shape in shapes(page):
            if not (isinstance(shape, Stroke) and shape.style.role in CUT):
                assert whole.inset(UNPRINTABLE).contains(ink(shape), slack=0.01), shape
        for text in texts(page):
            margin = UNPRINTABLE if text.role in ("footer", "version") else SAFE
            assert whole.inset(margin).contains(text.box, slack=0.01), text


@every
def test_no_text_overlaps_another_or_touches_a_line(sheet: str) -> None:
    for page in drawn(sheet):
        straight = [text for text in texts(page) if not text.role.startswith("arc")]
        for one, other in combinations(straight, 2):
            assert not one.box.inset(0.05).overlaps(other.box.inset(0.05)), (one, other)
        for text in straight:
            assert not touching(page, text), text


@every
def test_no_text_lies_under_a_disc(sheet: str) -> None:
    for page in drawn(sheet):
        grounds = [placed.box for placed in page.all_placed if placed.role in ("rail-ground", "disc")]
        for text in texts(page):
            inside = [box for box in grounds if box.overlaps(text.box) and not box.contains(text.box)]
            assert inside == [], text


@every
def test_there_is_room_for_large_handwriting(sheet: str) -> None:
    for page in drawn(sheet):
        columns: dict[float, list[float]] = {}
        for placed in page.all_placed:
            if placed.role == "writing":
                columns.setdefault(round(placed.box.centre.x, 1), []).append(placed.box.y)
        assert all(b - a >= 11.99 for ys in columns.values() for a, b in pairwise(sorted(ys)))


@every
def test_codes_are_where_they_are_on_the_usual_sheets(sheet: str) -> None:
    for page in drawn(sheet):
        codes = [placed.box for placed in page.all_placed if placed.role == "qr"]
        if not sheet.startswith(("partnerkaart", "tafelkaart")):
            (code,) = codes
            right = page.size.width - (10 if page.size == A3_LANDSCAPE else 12)
            assert (code.right, code.y, code.width) == pytest.approx((right, 7.5, 22))


@pytest.mark.parametrize("sheet", shipped().sheets)
def test_a_code_says_what_that_of_the_usual_sheet_says(sheet: str) -> None:
    codes = {placed.text for page in drawn(sheet) for placed in page.all_placed if placed.role == "qr"}
    assert codes == {own_url(sheet)}


def words(pages: Iterable[Page]) -> Iterator[str]:
    """Each sentence on pages but for the footers, as it is read."""
    for page in pages:
        for placed in page.all_placed:
            if placed.text and placed.role not in ("footer", "version", "qr", "icon", "url", "card-url", "subtitle"):
                yield from filter(None, map(letters, re.split(r"(?<=[.?])\s", as_read(placed.text))))


def footers(pages: Iterable[Page]) -> Iterator[str]:
    return (placed.text for page in pages for placed in page.all_placed if placed.role == "footer")


def letters(text: str) -> str:
    """Without the end of a list that is left open where there is room for that."""
    return re.sub(r"[\s-]|…$", "", text).lower()


SAME_WORDS = [
    *shipped().sheets,
    *("omslag", "omslag-vol", "print-en-snijlijst", "print-en-snijlijst-vol"),
    *("tafelkaart", "tafelkaart-1", "tafelkaart-38", "tafelkaart-44", "draaiboek-workshop"),
]


@pytest.mark.parametrize("sheet", SAME_WORDS)
def test_no_word_of_the_usual_sheet_is_lost(sheet: str) -> None:
    there = "".join((*words(drawn(sheet)), *(letters(text) for text in footers(drawn(sheet)))))
    known = next((OTHERWISE[name] for name in OTHERWISE if sheet.startswith(name)), set())
    without = {letters(text) for text in known}
    if sheet == "draaiboek":
        without |= {
            letters(cell.plain) for row in run_sheet().printing.rows for cell in (row.sheet, row.paper, row.count)
        }
    assert [text for text in words(usual(sheet)) if text not in there and text not in without] == []


def run_sheet() -> RunSheet:
    found = shipped().sheets["draaiboek"]
    assert isinstance(found, RunSheet)
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_the_run_sheet_tells_how_many_sheets_there_are(paper: Largest) -> None:
    large = shipped().large
    assert large is not None
    for row in large.run_sheet.rows:
        told = (row.a4 if paper == "a4" else None) or row.paper
        name = re.sub(r"(?<=canvas) ", "-", row.sheet.plain)
        if name != "partnerkaarten":
            count = int("".join(re.findall(r"^\d+(?= ×)", told.plain)) or 1)
            assert len(drawn(name if paper == "a3" or f"{name}-a4" not in SHEETS else f"{name}-a4")) == count, name


def test_what_large_print_asks_of_the_sheets() -> None:
    assert [page.size for page in drawn("inspiratielijst")] == [A3_LANDSCAPE] * 3
    assert [page.size for page in drawn("canvas-2")] == [A3_LANDSCAPE] * 2
    assert [page.size for page in drawn("canvas-1-a4")] == [A4_PORTRAIT] * 2
    boxes = [placed.role for placed in drawn("canvas-1")[0].all_placed if placed.role.endswith("-box")]
    assert boxes == ["strength-box"] * 4 + ["limit-box"] * 4


def test_every_sheet_of_canvas_2_says_whose_it_is() -> None:
    for page in drawn("canvas-2-a4"):
        assert "organisatie" in [placed.text for placed in page.all_placed if placed.role == "name-field"]
    for page in drawn("canvas-2-a4-met-naam"):
        assert any("Gemeenschapscentrum De Kring" in placed.text.replace("\n", " ") for placed in page.all_placed)


def test_every_sheet_of_canvas_2_on_a4_says_of_which_exercise_it_is() -> None:
    labels = [as_read(placed.text) for page in drawn("canvas-2-a4") for placed in texts(page)]
    assert [label for label in labels if "DENKOEFENING" in label] == [
        f"STAP 3 — DENKOEFENING {n}" for n in (1, 1, 2, 2)
    ]


@pytest.mark.parametrize("sheet", ["inspiratielijst", "inspiratielijst-a4"])
def test_a_cluster_that_goes_on_in_a_column_has_its_head_there_again(sheet: str) -> None:
    for page in drawn(sheet):
        placed = sorted(
            (one for one in page.all_placed if one.role in ("cluster", "sector")), key=lambda one: one.box.y
        )
        columns = {one.box.x > 210 for one in placed}
        tops = [next(one for one in placed if (one.box.x > 210) is column) for column in columns]
        assert [one.role for one in tops] == ["cluster"] * len(tops)
    heads = [one.text for page in drawn(sheet) for one in page.all_placed if one.role == "cluster"]
    assert all(cluster.name.plain in heads for cluster in shipped().sectors.clusters)


def test_a_run_sheet_of_as_many_kinds_as_there_are_takes_two_pages() -> None:
    rows = [replace(row, count=row.count * 2) if row.name.plain == "Canvas 2" else row for row in FULL_RUN.rows]
    assert len(rows) == 10
    assert len(drawn_run_sheet(replace(FULL_RUN, rows=tuple(rows)), LARGE)) == 2


@pytest.mark.parametrize("paper", PAPERS)
def test_every_neighbour_stands_on_one_sheet_and_is_named_on_the_first(paper: Largest) -> None:
    for own in belgium():
        plan = planned(own.name, paper) if belgium().neighbours(own) else None
        if plan is None:
            continue
        around = [one.nis for sheet in plan.sheets for one in sheet.neighbours]
        assert sorted(around) == sorted(one.nis for one in belgium().neighbours(own))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["Brussel", "Beveren-Kruibeke-Zwijndrecht", "Sint-Katelijne-Waver", "Lier", "Essen"])
def test_names_fit_in_the_bubbles(name: str, paper: Largest) -> None:
    pages = bubbles(name, paper)
    assert wrong(pages) == []
    first = " ".join(as_read(placed.text) for placed in pages[0].all_placed)
    assert all(one.name in first.replace("- ", "-") for one in belgium().neighbours(called(name)))


def test_no_half_of_a_bubble_on_a3_has_nothing_but_a_note() -> None:
    many = ["gemeenschapscentrum", "heemkundige kring", "cultuurcentrum Lier"] * 3
    known = actors({(who.name, "upper"): many for who in belgium().neighbours(called("Lier"))})
    pages = bubbles("Lier", "a3", known=known)
    notes = [one.box for page in pages for one in page.all_placed if "op de lijst" in one.text]
    names = [one for page in pages for one in page.all_placed if one.text in many and one.role == "narrow"]
    assert len(names) >= len(notes) > 0


def test_only_what_is_measured_has_no_large_form() -> None:
    without = {name for name in registry.names() if not (ROOT / "layouts" / "large" / f"{name}.py").is_file()}
    assert without == {"printer_test"}
