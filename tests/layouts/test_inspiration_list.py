"""The inspiration list: where its parts stand, and that any content fits its columns or is reported (section 12)."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

import pytest

from kit.draw.geometry import Box
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.qr import QUIET_ZONE, code
from kit.draw.records import Placed
from kit.messages.catalogue import Messages
from kit.messages.report import lines as lines_of
from kit.model.catalogue import Catalogue
from kit.model.schema import Cluster, Sector
from kit.model.text.spans import Text
from tests.conftest import draw, drawn, replaced, shipped

XS = (10, 108, 220, 318)
BOTTOMS = (284.5, 284.5, 248.5, 248.5)
BAND = 252.5
URL = Text.of("https://voorbeeld.be/rapport")
editions = pytest.mark.parametrize("edition", EDITIONS)

Change = Callable[[Cluster], Cluster | None]


def page(edition: Edition = "colour") -> Page:
    (found,) = drawn("inspiratielijst", edition)
    return found


def of(page: Page, *roles: str) -> list[Placed]:
    return [placed for placed in page.placed if placed.role in roles]


def boxes(page: Page, role: str) -> list[Box]:
    return [placed.box for placed in of(page, role)]


def column(page: Page, number: int, *roles: str) -> list[Placed]:
    """What stands in a column, above the band."""
    x = XS[number - 1]
    return [
        item for item in of(page, *roles) if x - 1 <= item.box.x < x + 92 and 38 < item.box.y < BAND + 34 * (x < 210)
    ]


def lines(page: Page, number: int) -> list[float]:
    return [item.box.y for item in column(page, number, "writing")]


def clusters(change: Change) -> Catalogue:
    """The shipped content with other clusters: changed, or left out."""
    catalogue = shipped()
    kept = tuple(new for old in catalogue.sectors.clusters if (new := change(old)) is not None)
    return replace(catalogue, sectors=replaced(catalogue.sectors, clusters=kept))


def sectors(cluster: Cluster, new: Iterable[Sector]) -> Cluster:
    return replaced(cluster, sectors=tuple(new))


def longer(sector: Sector, times: int) -> Sector:
    return replaced(sector, examples=sector.examples * times)


def report(**changes: object) -> Catalogue:
    """The shipped content with another report."""
    catalogue = shipped()
    digital = catalogue.kit.digital
    changed = replaced(digital, report=replaced(digital.report, **changes))
    return replace(catalogue, kit=replaced(catalogue.kit, digital=changed))


def redrawn(catalogue: Catalogue, edition: Edition = "colour") -> Page:
    (found,) = draw(catalogue, "inspiratielijst", edition)
    return found


@editions
def test_every_column_begins_and_ends_where_the_design_says(edition: Edition) -> None:
    for number, (x, bottom) in enumerate(zip(XS, BOTTOMS, strict=True), 1):
        disc = column(page(edition), number, "disc")[0].box
        assert (disc.x, disc.centre.y, disc.width) == pytest.approx((x, 46.4, 11.2))
        assert max(lines(page(edition), number)) == pytest.approx(bottom - 4.8)
        first = column(page(edition), number, "sector")[0].box
        assert first.x == pytest.approx(x + 10.4)
        for item in column(page(edition), number, "writing"):
            assert (item.box.x, item.box.right) == pytest.approx((x + 15.4, x + 92))


@pytest.mark.parametrize("edition", ["colour", "grey"])
def test_a_strip_runs_from_the_head_to_two_above_the_end(edition: Edition) -> None:
    for number, (x, bottom) in enumerate(zip(XS, BOTTOMS, strict=True), 1):
        strips = [item.box for item in column(page(edition), number, "pattern-frame")]
        assert all((strip.x, strip.width) == pytest.approx((x, 6.2)) for strip in strips)
        assert (strips[0].y, strips[-1].bottom) == pytest.approx((54.5, bottom - 2))
    assert of(page(edition), "cluster-line") == []


def test_where_ink_is_saved_a_strip_is_one_line_under_the_disc() -> None:
    low = page("low-ink")
    found, strips = boxes(low, "cluster-line"), boxes(page(), "pattern-frame")
    assert [(box.x, box.right, box.y, box.bottom) for box in found] == [
        pytest.approx((strip.x + 5.6, strip.x + 5.6, strip.y, strip.bottom)) for strip in strips
    ]
    assert not [placed for placed in low.placed if placed.role.startswith("pattern")]


def test_the_list_has_every_sector_in_reading_order_under_its_cluster() -> None:
    wanted: list[str] = []
    for cluster in shipped().sectors.clusters:
        wanted.append(cluster.name.plain)
        for sector in cluster.sectors:
            wanted += [sector.name.upper().plain, sector.printed_examples.plain]
    plain = str.maketrans({"\u00a0": " ", "\u2011": "-"})
    found = [item.text.replace("\n", " ") for item in of(page(), "cluster", "sector", "examples")]
    # Lists end open where there is room. A name that breaks after its own hyphen has no space there.
    assert [text.removesuffix(" …").replace("- ", "-") for text in found] == [
        text.translate(plain).replace("- ", "-") for text in wanted
    ]


def test_names_and_examples_follow_each_other_at_the_distances_of_the_design() -> None:
    tops = {item.text: item.box for item in of(page(), "sector", "examples")}
    name, examples = tops["ERFGOED"], tops["depotwerking, musea, erfgoedcel, archief,\nheemkundige kring …"]
    capital = name.height - page().style("sector").size * 25.4 / 72 * 0.21
    assert name.y + capital == pytest.approx(41 + 12.5 + 5.6)
    descent = page().style("examples").size * 25.4 / 72 * 0.21
    assert examples.bottom - descent == pytest.approx(59.1 + 5.5 + 5.1)


def test_the_first_column_has_two_lines_a_sector_and_the_others_one() -> None:
    for number, each in ((1, 2), (2, 1), (3, 1), (4, 1)):
        count = sum(len(cluster.sectors) for cluster in shipped().sectors.column(number))
        assert len(lines(page(), number)) == each * count
        assert len(column(page(), number, "icon")) == count + len(shipped().sectors.column(number))


def test_half_discs_say_where_an_actor_is_written() -> None:
    counts = dict.fromkeys(("upper", "lower", "either"), 0)
    for cluster in shipped().sectors.clusters:
        for sector in cluster.sectors:
            counts[sector.half] += 1
    assert counts == {"upper": 7, "lower": 13, "either": 2}
    for half in ("upper", "lower"):
        assert len(of(page(), f"half-{half}")) == counts[half] + 1, "and one in the legend"
    small = [box for box in boxes(page(), "half-disc") if box.y > 38]
    assert len(small) == 7 + 13, "none where an actor goes in either half"
    assert all(box.width == pytest.approx(4.2) for box in small)
    assert {round(box.right, 2) for box in small} == {round(x + 92 - 0.25, 2) for x in XS}


def test_the_legend_explains_the_signs() -> None:
    signs = [box for box in boxes(page(), "half-disc") if box.y < 38]
    assert [(box.centre.x, box.centre.y, box.width) for box in signs] == [
        pytest.approx((222, 15.4, 4.8)),
        pytest.approx((222, 22.4, 4.8)),
    ]
    assert [item.box.x for item in of(page(), "list-legend")] == pytest.approx([227, 227, 227])
    assert max(item.box.right for item in of(page(), "list-legend")) < of(page(), "list-note")[0].box.x
    assert of(page(), "list-note")[0].text.count("\n") == 1


@editions
def test_the_fold_stays_free(edition: Edition) -> None:
    for item in page(edition).placed:
        assert item.box.right <= 202.2 or item.box.x >= 218, item


@editions
def test_an_example_stays_whole_on_a_line_where_that_costs_none(edition: Edition) -> None:
    """Of those of two words and more that are no wider than a line hardly one is cut in two; no list is longer."""
    found = {item.text.replace("\n", " "): item.text for item in of(page(edition), "examples")}
    cut: list[str] = []
    for cluster in shipped().sectors.clusters:
        for sector in cluster.sectors:
            plain = sector.printed_examples.plain.replace("\u00a0", " ").replace("\u2011", "-")
            printed = found.get(f"{plain} …") or found[plain]
            ruler = page(edition).measure(sector.printed_examples, "examples", 81.6)
            assert len(printed.splitlines()) <= len(ruler.lines)
            names = [part.strip() for part in re.split("[,;:]", plain)]
            cut += [name for name in names if name not in printed.replace("\n", " / ")]
    assert sorted(cut) == sorted(
        [
            "Logo’s (samenwerkingsverband voor locoregionaal gezondheidsoverleg en -organisatie)",
            "podiumkunsten en mengvormen",
            "sociale tewerkstelling",
        ]
    )


@editions
def test_lists_end_open_where_there_is_room(edition: Edition) -> None:
    texts = [item.text for item in of(page(edition), "examples")]
    assert len([text for text in texts if text.endswith(" …")]) >= len(texts) - 2


@editions
def test_without_an_address_the_tile_has_words_only(edition: Edition) -> None:
    found = page(edition)
    (tile,) = boxes(found, "note-box")
    assert (tile.x, tile.y, tile.right, tile.bottom) == pytest.approx((318, 257.2, 410, 284.2))
    title, words = (item for item in of(found, "tile-title", "tile-words"))
    assert words.text == "Meer lezen? Vraag naar dit rapport."
    assert tile.inset(5).contains(title.box)
    assert tile.inset(5).contains(words.box)
    middle = (title.box.y + words.box.bottom) / 2
    assert middle == pytest.approx(tile.centre.y, abs=1)
    assert len(of(found, "qr")) == 1


def test_without_an_address_and_words_there_is_no_tile_and_the_lines_run_on() -> None:
    bare = redrawn(report(without_url=None))
    band = [box for box in boxes(bare, "writing") if box.y > BAND and box.x > 210]
    assert [(box.x, box.right, box.y) for box in band] == [
        pytest.approx((220, 410, 275.1)),
        pytest.approx((220, 410, 283.9)),
    ]
    assert of(bare, "note-box", "tile-title", "tile-line", "tile-words") == []
    assert len(of(bare, "qr")) == 1


@editions
def test_with_an_address_there_is_a_tile_with_its_code(edition: Edition) -> None:
    found = redrawn(report(url=URL), edition)
    assert found.problems == []
    band = [box for box in boxes(found, "writing") if box.y > BAND and box.x > 210]
    assert {box.right for box in band} == {312}
    (tile,) = boxes(found, "note-box")
    assert (tile.x, tile.y, tile.right, tile.bottom) == pytest.approx((318, 257.2, 410, 284.2))
    qr = of(found, "qr")[-1]
    assert (qr.text, qr.box) == (URL.plain, Box(389.6, 261.2, 17, 17))
    assert qr.box.width / code(URL.plain).modules >= 0.40
    assert sum(link.url == URL.plain for link in found.links) == 2, "the code and the address"
    assert of(found, "url")[-1].text == "voorbeeld.be/rapport"


@pytest.mark.parametrize("title", ["Rapport", "Rapport bovenlokale netwerken in Vlaanderen"])
@pytest.mark.parametrize("address", ["voorbeeld.be/rapport", "www.voorbeeld.be/nl/rapport-bovenlokale-netwerken-24"])
def test_the_text_of_the_tile_stays_inside_and_clear_of_the_code(title: str, address: str) -> None:
    found = redrawn(report(url=Text.of(f"https://{address}"), title=Text.of(title)))
    assert found.problems == []
    room = Box.between(324, 257.5 + 1.2, 389.6, 284.5 - 1.2)
    texts = [item.box for item in of(found, "tile-title", "tile-line", "url") if item.box.y > BAND]
    assert all(room.contains(box, slack=0.01) for box in texts)
    assert all(b.y - a.bottom > 0.4 for a, b in pairwise(texts))


def test_a_code_of_a_long_address_has_modules_that_print() -> None:
    address = "https://voorbeeld.be/" + "a" * 41
    assert 17 / code(address).modules >= 0.40
    assert QUIET_ZONE == 4
    longer_address = redrawn(report(url=Text.of(address + "a")))
    assert "url-too-long" in {problem.code for problem in longer_address.problems}


@editions
def test_every_edition_has_the_same_rows(edition: Edition) -> None:
    """Also where lighter letters need fewer lines for the same examples."""

    def two(cluster: Cluster) -> Cluster:
        youth = next((sector for sector in cluster.sectors if sector.key == "jeugd"), None)
        return cluster if youth is None else sectors(cluster, (longer(youth, 3), cluster.sectors[0]))

    found, colour = redrawn(clusters(two), edition), redrawn(clusters(two))
    assert found.problems == []
    assert boxes(found, "writing") == boxes(colour, "writing")
    for examples in column(found, 2, "examples"):
        assert min(y for y in lines(found, 2) if y > examples.box.y) > examples.box.bottom + 4, "room for the pin"
    if edition == "low-ink":
        counts = [max(item.text.count("\n") for item in of(page, "examples")) for page in (found, colour)]
        assert counts[0] < counts[1], "the examples no longer show the difference"


def test_a_column_with_fewer_sectors_gets_more_lines_and_no_hole() -> None:
    catalogue = clusters(lambda old: None if old.key == "andere" else old)
    found = redrawn(catalogue)
    assert found.problems == []
    ys = lines(found, 4)
    assert max(ys) == pytest.approx(248.5 - 4.8)
    assert len(ys) == 3 * 4
    steps = [round(b - a, 2) for a, b in pairwise(ys)]
    assert steps.count(8.6) == 2 * 4


def test_one_sector_alone_fills_its_column() -> None:
    catalogue = clusters(lambda old: sectors(old, old.sectors[:1]) if old.column == 1 else old)
    ys = lines(redrawn(catalogue), 1)
    assert len(ys) == 1 + 22
    assert ys[-1] == pytest.approx(279.7)
    assert all(b - a == pytest.approx(8.6) for a, b in pairwise(ys))


def test_an_empty_column_stays_white() -> None:
    found = redrawn(clusters(lambda old: None if old.column == 3 else old))
    assert found.problems == []
    assert column(found, 3, "cluster", "sector", "examples", "writing", "pattern-frame") == []


def test_a_column_with_one_line_too_many_is_set_tighter() -> None:
    def one_line_more(cluster: Cluster) -> Cluster:
        if cluster.key != "zorg-en-samenleven":
            return cluster
        last = cluster.sectors[-1]
        more = replaced(last, examples=(*last.examples, Text.of("een tweede dienst voor diversiteit")))
        return sectors(cluster, (*cluster.sectors[:-1], more))

    found = redrawn(clusters(one_line_more))
    assert found.problems == []
    assert column(found, 3, "examples") == []
    assert len(column(found, 3, "examples-tight")) == 5
    assert len(column(found, 1, "examples")) == 5, "the other columns stay as they are"
    assert max(lines(found, 3)) == pytest.approx(248.5 - 4.8)


def test_a_column_that_is_too_full_is_reported_with_what_is_too_much() -> None:
    found = redrawn(clusters(lambda old: sectors(old, (longer(s, 2) for s in old.sectors)) if old.column == 2 else old))
    (problem,) = found.problems
    assert problem.code == "column-full"
    last = max(box.y for box in boxes(found, "writing"))
    assert problem.values["excess"] == pytest.approx(last + 4.8 - 284.5)
    assert problem.values["column"] == 2
    assert problem.mark is not None
    assert problem.mark.path == "clusters[1].name"
    assert column(found, 2, "examples-small"), "its smallest setting was tried"


def test_a_sector_more_fits_where_there_is_room_and_is_told_where_that_is() -> None:
    more = replaced(shipped().sectors.column(3)[0].sectors[-1], key="nog-een")

    def added(column: int) -> Catalogue:
        key = shipped().sectors.column(column)[0].key
        return clusters(lambda old: sectors(old, (*old.sectors, more)) if old.key == key else old)

    for full in (2, 3, 4):
        (problem,) = redrawn(added(full)).problems
        assert problem.code == "column-full-sector"
        assert {key: problem.values[key] for key in ("column", "to")} == {"column": full, "to": 1}
        assert float(problem.values["room"]) == pytest.approx(64.3)
        assert 0 < float(problem.values["excess"]) < 30
        said = "\n".join(lines_of([problem], Messages.load("nl")))
        assert f"Kolom {full} van de inspiratielijst is " in said
        assert "in een groep van kolom 1: daar is nog 64,3 mm vrij" in said
    assert redrawn(added(1)).problems == []


def test_a_cluster_that_fits_in_another_column_is_named() -> None:
    andere = shipped().sectors.column(4)[-1]
    full = clusters(lambda old: sectors(old, (*old.sectors, old.sectors[0])) if old.key == andere.key else old)
    full = replace(full, sectors=replaced(full.sectors, clusters=without(full, 2)))
    (problem,) = redrawn(full).problems
    assert problem.code == "column-full-cluster"
    assert (problem.values["to"], problem.values["cluster"]) == (2, "Andere")
    moved = [replaced(old, column=2) if old.key == andere.key else old for old in full.sectors.clusters]
    assert redrawn(replace(full, sectors=replaced(full.sectors, clusters=tuple(moved)))).problems == []


def without(catalogue: Catalogue, column: int) -> tuple[Cluster, ...]:
    return tuple(cluster for cluster in catalogue.sectors.clusters if cluster.column != column)


def test_a_name_that_is_too_wide_is_reported() -> None:
    def wide(cluster: Cluster) -> Cluster:
        name = Text.of("Meervoudigepersoonlijkheidsstoornisorganisaties")
        return sectors(cluster, (replaced(cluster.sectors[0], name=name), *cluster.sectors[1:]))

    found = redrawn(clusters(lambda old: wide(old) if old.key == "andere" else old))
    assert [problem.code for problem in found.problems] == ["text-too-wide"]


def test_the_subtitle_counts_the_sectors() -> None:
    assert of(page(), "subtitle")[0].text.startswith("22 ")
    fewer = redrawn(clusters(lambda old: None if old.key == "andere" else old))
    assert of(fewer, "subtitle")[0].text.startswith("20 ")


def test_a_longer_subtitle_breaks_before_the_fold() -> None:
    catalogue = shipped()
    text = Text.of("{aantal} sectoren vol mogelijke partners." + 4 * " Schrijf op elke lijn wie je kent.")
    sheet = replaced(catalogue.sheets["inspiratielijst"], subtitle=text)
    found = redrawn(replace(catalogue, sheets={**catalogue.sheets, "inspiratielijst": sheet}))
    assert found.problems == []
    (subtitle,) = of(found, "subtitle")
    assert "\n" in subtitle.text
    assert subtitle.box.right <= 198
