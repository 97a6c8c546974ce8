"""The codes on paper lead to their sheets, and tell the digital version what those said: small enough for a phone."""

import re

import pypdfium2
import pytest
import zxingcpp

from kit.draw import qr
from kit.draw.geometry import Box
from kit.draw.look.roles import STROKES
from kit.draw.records import Placed
from tests.conftest import SHEETS, drawn, own_url, painted, shipped
from tests.named import belgium
from tests.variants import VARIANTS

VERSION_4 = 33 + 2 * qr.QUIET_ZONE
FRAGMENT = re.compile(r"[a-z0-9-]+(/[0-9]{5})?\.[0-9a-f]{4,8}")
"""What the digital version reads: a sheet, perhaps a municipality, and the code of what the sheet said."""

OF_A_WORKSHOP = ("omslag", "tafelkaart", "print-en-snijlijst")
"""Sheets that the digital version has no view of: their codes lead to all of it."""

PLACES = {"Lier": "/12021", "Brussel": "/21004", "Beveren": "/46030"}

AREAS = {"report-tile"}
"""Outlines around a code and its words: they come nowhere near it."""

CODED = tuple(name for name in VARIANTS if not name.startswith((*OF_A_WORKSHOP, "printertest")))


def base() -> str:
    return shipped().kit.digital.base_url.plain


def on_paper(name: str) -> set[str]:
    """What a phone reads on the pages of a sheet."""
    pages = (page.render(scale=200 / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(painted(name)))
    return {code.text for page in pages for code in zxingcpp.read_barcodes(page)}


def drawn_codes(name: str) -> set[str]:
    return {placed.text for page in drawn(name) for placed in page.all_placed if placed.role == "qr"}


@pytest.mark.parametrize("name", [*SHEETS, *CODED])
def test_every_code_on_paper_carries_what_its_sheet_says_now(name: str) -> None:
    sheet = next(sheet for sheet in SHEETS if name.startswith(sheet))
    within = next((nis for place, nis in PLACES.items() if place in name), "")
    assert on_paper(name) == drawn_codes(name) == {own_url(sheet, within)}


@pytest.mark.parametrize("name", [name for name in VARIANTS if name.startswith(OF_A_WORKSHOP)])
def test_a_sheet_without_a_view_of_its_own_leads_to_all_of_them(name: str) -> None:
    assert drawn_codes(name) <= {base()}


def test_the_codes_to_try_a_printer_with_say_nothing_of_any_cards() -> None:
    assert drawn_codes("printertest") == {f"{base()}#p"}


def test_no_code_of_the_kit_is_larger_than_version_4() -> None:
    every = {code for name in (*SHEETS, *VARIANTS) for code in drawn_codes(name)}
    every |= {own_url("bollenschema", f"/{one.nis}") for one in belgium()}
    assert len(every) > 565
    assert {code for code in every if qr.code(code).modules > VERSION_4} == set()
    assert max(len(code.encode()) for code in every) == 58


def test_what_follows_the_base_url_is_what_the_digital_version_reads() -> None:
    every = [own_url(sheet) for sheet in SHEETS] + [own_url("bollenschema", f"/{one.nis}") for one in belgium()]
    assert [url for url in every if not FRAGMENT.fullmatch(url.removeprefix(f"{base()}#"))] == []


@pytest.mark.parametrize("name", [*SHEETS, *VARIANTS])
def test_nothing_stands_within_four_modules_of_a_code(name: str) -> None:
    """White as wide as four modules on all sides, as the standard asks: the box of a code is as large as that."""
    for page in drawn(name):
        codes = [placed.box.inset(0.01) for placed in page.all_placed if placed.role == "qr"]
        for placed in page.all_placed:
            near = placed.role != "qr" and [box for box in codes if _ink(placed).overlaps(box)]
            assert not near or placed.role in AREAS, placed


def _ink(placed: Placed) -> Box:
    """What is printed of something: of a line half its width on both sides."""
    width = STROKES[placed.role].widths[0] / 2 if placed.role in STROKES else 0
    return placed.box.inset(-width)
