"""Every printed code, read off its rendered page and opened: it leads to that sheet, with that municipality."""

import re
from collections.abc import Sequence

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page, expect

from kit.draw.page import Page as Sheet
from kit.draw.paint import Info, pdf_bytes
from kit.draw.text.fonts import Fonts
from kit.web import build
from tests import named
from tests.conftest import SHEETS, drawn, shipped
from tests.web.conftest import At

NAMED = ("Lier", "Brussel", "Antwerpen", "Voeren", "Beveren-Kruibeke-Zwijndrecht")
"""A plain one, one on two sheets, one that grew, one with few neighbours, one with the longest name."""


def decoded(pages: Sequence[Sheet]) -> set[str]:
    """The codes on a sheet, as a phone reads them from paper; without the address that stands before all."""
    document = pypdfium2.PdfDocument(pdf_bytes(pages, Fonts(), Info("sheet", "kit", "sheet", "nl-BE")))
    images = [page.render(scale=200 / 72).to_pil().convert("L") for page in document]
    texts = {found.text for image in images for found in zxingcpp.read_barcodes(image)}
    base = shipped().kit.digital.base_url.plain
    assert all(text.startswith(base) for text in texts)
    return {text.removeprefix(base) for text in texts}


def is_there(made: build.Made, view: str) -> bool:
    module = "view-text.js" if view in ("w", "d") else f"view-{view}.js"
    return {module, "newer.js"} <= {name.rpartition("/")[2] for name in made.files}


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_code_leads_to_its_sheet(at: At, phone: Page, made: build.Made, sheet: str) -> None:
    (fragment,) = decoded(drawn(sheet))
    own = shipped().sheets[sheet]
    assert fragment.startswith(f"#{own.fragment}.")
    if not is_there(made, own.fragment):
        pytest.skip("not yet")
    at(phone, fragment)
    expect(phone.locator(f"#{own.fragment} h1:visible")).to_be_visible()
    expect(phone).to_have_url(re.compile(f"#{own.fragment}$"))
    # The same sheet as here: there is nothing to say of its version.
    assert phone.get_by_role("status").filter(has_text="versie").count() == 0


@pytest.mark.engines("firefox", guards=True, only={"name": ["Lier"]})
@pytest.mark.parametrize("name", NAMED)
def test_the_code_of_a_municipality_puts_it_in_the_middle(at: At, phone: Page, made: build.Made, name: str) -> None:
    (fragment,) = decoded(named.sheets(name))
    own = named.called(name)
    assert fragment.startswith(f"#b/{own.nis}.")
    if not is_there(made, "b"):
        pytest.skip("not yet")
    at(phone, fragment)
    expect(phone.locator("#b")).to_contain_text(own.name)
    (sheet, *_) = named.named(name).sheets
    for other in sheet.neighbours:
        expect(phone.locator("#b")).to_contain_text(other.name)
