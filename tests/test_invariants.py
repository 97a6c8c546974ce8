"""What holds on every sheet in every edition, whatever its texts say."""

from itertools import combinations, pairwise

import pytest

from kit.draw.geometry import Box
from kit.draw.look.roles import TEXTS
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.page import Page
from kit.draw.paths import Line, Move, bounds
from kit.draw.records import ArcText, Fill, Letters, Placed, Stroke
from tests.conftest import SHEETS, drawn, shipped
from tests.printed import wrong
from tests.variants import VARIANTS

UNPRINTABLE = 8
SAFE = 9.5
CARD = 9
"""The margin of a card, from its trim (design, section 3)."""

TILE = 5
"""The margin at the sides of a tile of the bubble sheet (design, section 16)."""

CUT = {"cut-mark", "cut-guide"}
METER = {sheet: {"test-edge", "test-edge-digit"} for sheet in ("printertest", "printertest-a3")}
"""What runs up to the edge to show how near it the printer comes: on these sheets alone (design, section 3)."""

SMALL = {
    "footer": 8.5,
    "version": 8.5,
    "card-url": 8.5,
    "card-owner": 8.5,
    "tile": 8.5,
    "table-of": 8.5,
    "table-of-tight": 8.5,
    "table-fold": 8.5,
    "test-ruler": 8,
    "test-edge-digit": 7,
    **{f"test-sample-{size:g}": size for size in (6, 7, 8, 8.5)},
}
"""The sizes under 9 pt that the design lists."""

ASKS_WHO_CALLS = (131.5, 280.0)
"""The lowest line of a card, which is two where it has no back (design, section 10): where ink is saved."""

every = pytest.mark.parametrize(
    ("sheet", "edition"), [(sheet, edition) for sheet in [*SHEETS, *VARIANTS] for edition in EDITIONS]
)


def shapes(page: Page) -> list[Fill | Stroke]:
    """What is painted, but for what a path clips: that never leaves the path."""
    return [shape for shape in page.all_shapes if isinstance(shape, Fill | Stroke)]


def texts(page: Page) -> list[Placed]:
    return [placed for placed in page.all_placed if placed.text and placed.role in TEXTS]


def within(page: Page, margin: float) -> Box:
    """A page without a margin. A tile has a narrower one at the sides: without it there is no room for glue."""
    area = Box(0, 0, page.size.width, page.size.height).inset(margin)
    tile = any(placed.role == "tile" for placed in page.all_placed)
    return Box.between(TILE, area.y, page.size.width - TILE, area.bottom) if tile else area


def ink(shape: Fill | Stroke) -> Box:
    return bounds(shape.path).inset(-shape.style.width / 2 if isinstance(shape, Stroke) else 0)


@every
def test_nothing_is_wrong(sheet: str, edition: Edition) -> None:
    assert wrong(drawn(sheet, edition)) == []


@every
def test_nothing_is_printed_near_the_edge_but_cut_marks_and_the_edge_meter(sheet: str, edition: Edition) -> None:
    for page in drawn(sheet, edition):
        area = within(page, UNPRINTABLE)
        meter = METER.get(sheet, set())
        for shape in shapes(page):
            if isinstance(shape, Stroke) and shape.style.role in CUT | meter:
                continue
            assert area.contains(ink(shape), slack=0.01), shape
        for text in texts(page):
            assert text.role in meter or area.contains(text.box, slack=0.01), text


@every
def test_texts_and_codes_keep_the_safe_margin(sheet: str, edition: Edition) -> None:
    for page in drawn(sheet, edition):
        area = within(page, CARD if sheet.startswith("partnerkaart") else SAFE)
        for text in texts(page):
            if text.role not in {"footer", "version"} | METER.get(sheet, set()):
                assert area.contains(text.box, slack=0.01), text


@every
def test_no_text_is_smaller_than_the_design_allows(sheet: str, edition: Edition) -> None:
    for page in drawn(sheet, edition):
        small = [text for text in texts(page) if text.role in SMALL]
        for letters in page.all_texts:
            first = letters.letters[0] if isinstance(letters, ArcText) else letters
            if first.size < 9:
                at = Box(first.x, first.y, 0, 0)
                assert [text for text in small if text.box.contains(at, 0.01) and first.size >= SMALL[text.role]]


@every
def test_no_text_overlaps_another(sheet: str, edition: Edition) -> None:
    for page in drawn(sheet, edition):
        straight = [text for text in texts(page) if not text.role.startswith("arc")]
        for one, other in combinations(straight, 2):
            assert not one.box.inset(0.05).overlaps(other.box.inset(0.05)), (one, other)


def touching(page: Page, text: Placed) -> list[float]:
    """The horizontal lines that run through a text, but for those that a later area hides behind it."""
    found: list[float] = []
    for shape in shapes(page):
        match shape:
            case Fill() if ink(shape).contains(text.box):
                found.clear()
            case Stroke(path=(Move(x, y), Line(right, bottom))) if y == bottom:
                beside = max(x, right) <= text.box.x or text.box.right <= min(x, right)
                if not beside and text.box.y - 0.2 < y < text.box.bottom - 0.1:
                    found.append(y)
    return found


@every
def test_no_text_touches_a_line(sheet: str, edition: Edition) -> None:
    for page in drawn(sheet, edition):
        for text in texts(page):
            assert text.role.startswith("arc") or not touching(page, text), text


def _pitches(page: Page) -> list[float]:
    """The distances between writing lines that lie under each other."""
    writing = sorted(
        (placed.box for placed in page.all_placed if placed.role == "writing"), key=lambda box: (box.centre.x, box.y)
    )
    columns: dict[float, list[float]] = {}
    for box in writing:
        columns.setdefault(round(box.centre.x, 1), []).append(box.y)
    return [b - a for ys in columns.values() for a, b in pairwise(sorted(ys))]


@every
def test_there_is_room_to_write(sheet: str, edition: Edition) -> None:
    """SourceLines that follow each other directly are 8.5 to 8.8 apart; anything between them makes the gap wider."""
    for page in drawn(sheet, edition):
        for pitch in _pitches(page):
            near = 8.5 - 0.01 <= pitch <= 8.8 + 0.01
            assert near or pitch > 8.8, pitch


@every
def test_all_editions_share_one_geometry(sheet: str, edition: Edition) -> None:
    def bones(page: Page) -> list[tuple[str, float, float]]:
        return [
            (placed.role, round(placed.box.x, 1), round(placed.box.y, 1))
            for placed in page.all_placed
            if placed.role in ("writing", "tick", "qr", "you", "neighbour", "centre", "partner", "cut-mark")
            and not (sheet.startswith("partnerkaart") and round(placed.box.y, 1) in ASKS_WHO_CALLS)
        ]

    pages = drawn(sheet, edition)
    for page, original in zip(pages, drawn(sheet), strict=False):
        assert bones(page) == bones(original)


@every
def test_every_printed_letter_belongs_to_a_cut_that_has_it(sheet: str, edition: Edition) -> None:
    for page in drawn(sheet, edition):
        for text in page.all_texts:
            for letters in text.letters if isinstance(text, ArcText) else (text,):
                assert isinstance(letters, Letters)
                assert page.fonts.covers(letters.text, letters.font)


def test_the_sheets_are_those_of_the_content() -> None:
    assert tuple(shipped().sheets) == SHEETS
