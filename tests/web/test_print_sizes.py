"""Each sheet comes out of a printer whole and at its real size, whichever way somebody prints."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from tests.web.conftest import At
from tests.web.measured import ink, off
from tests.web.modules import begin_with
from tests.web.test_paper import A3L, A4L, A4P, DE_NETE, STUB, bare, call, document, said, sizes

pytestmark = pytest.mark.engines("firefox", guards=True)

SHEETS = {
    "c1-a3": ("c1", "a3", A3L),
    "b-a3": ("b", "a3", A3L),
    "c1-a4-1": ("c1", "a4", A4P),
    "b-a4": ("b", "a4", A4L),
}
"""The name of a drawing: its sheet, the paper that is chosen, its size."""

ONE_SIZE = f"{STUB}; delete window.chrome; delete Navigator.prototype.userAgentData;"
"""Makes Chromium one that takes one size for a whole print."""

FORMS = "[...new Set([...document.querySelectorAll('.paper-page')].map((one) => one.classList[1]))]"


@pytest.mark.parametrize("drawing", SHEETS)
def test_a_sheet_is_printed_at_its_real_size(
    laptop: Window, at: At, engine: str, printed: Callable[[Window], Path], drawing: str
) -> None:
    sheet, form, size = SHEETS[drawing]
    begin_with(laptop, document())
    if engine == "chromium":
        laptop.add_init_script(STUB)
    at(laptop)
    call(laptop, "print.js", "print", [sheet], {"paper": form, "edition": "colour"})
    pdf = laptop.pdf(prefer_css_page_size=True) if engine == "chromium" else printed(laptop)
    page, *_ = pypdfium2.PdfDocument(pdf)
    assert off(page, drawing) < 0.01
    # This printer of Firefox has A3, which it turns for a sheet that lies.
    (found,) = sizes([page])
    assert found == size if engine == "chromium" else (found[0] > found[1]) is (size[0] > size[1])


def test_cards_are_cut_where_they_end(laptop: Window, at: At, engine: str, printed: Callable[[Window], Path]) -> None:
    """From the marks on the left to those on the right it is 198 mm, and 285 mm from top to bottom."""
    begin_with(laptop, DE_NETE)
    if engine == "chromium":
        laptop.add_init_script(STUB)
    at(laptop)
    call(laptop, "print.js", "print", ["p"], {"paper": "a4", "edition": "colour"})
    pdf = laptop.pdf(prefer_css_page_size=True) if engine == "chromium" else printed(laptop)
    left, top, right, bottom = ink(pypdfium2.PdfDocument(pdf)[0])
    assert right - left == pytest.approx(198, abs=0.5)
    assert bottom - top == pytest.approx(285, abs=0.5)


def test_the_browsers_own_menu_prints_one_size_where_it_can_do_no_more(laptop: Window, at: At, engine: str) -> None:
    if engine == "chromium":
        laptop.add_init_script(ONE_SIZE)
    begin_with(laptop, DE_NETE)
    at(laptop)
    assert call(laptop, "print.js", "preparePrint", "overzicht")
    laptop.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    assert laptop.evaluate(FORMS) == ["a4p"]
    laptop.evaluate("() => { dispatchEvent(new Event('afterprint')); }")
    message = laptop.locator("#message")
    expect(message).to_contain_text("Je browser print één papierformaat tegelijk. De andere bladen zijn A4 liggend.")


@pytest.mark.engines()
def test_the_browsers_own_menu_prints_all_sizes_where_it_can(laptop: Window, at: At) -> None:
    begin_with(laptop, DE_NETE)
    at(laptop)
    call(laptop, "print.js", "preparePrint", "overzicht")
    pages = list(pypdfium2.PdfDocument(laptop.pdf(prefer_css_page_size=True)))
    assert set(sizes(pages)) == {A4P, A4L}
    expect(laptop.locator("#message")).not_to_contain_text("papierformaat")


def test_the_browsers_own_menu_prints_the_sheet_that_is_looked_at_first(laptop: Window, at: At, engine: str) -> None:
    """Of the bubble sheet what lies; the list behind it, that stands, comes with a press."""
    if engine == "chromium":
        laptop.add_init_script(ONE_SIZE)
    begin_with(laptop, DE_NETE)
    at(laptop, "#c1")
    call(laptop, "print.js", "preparePrint", "c1")
    laptop.evaluate("() => { location.hash = 'b'; }")
    laptop.wait_for_selector('html[data-ready="b"]')
    laptop.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    assert laptop.evaluate(FORMS) == ["a4l"]
    laptop.evaluate("() => { dispatchEvent(new Event('afterprint')); }")
    expect(laptop.locator("#message")).to_contain_text("De andere bladen zijn A4 staand.")


@pytest.mark.engines("firefox", alone=True, guards=True)
def test_firefox_prints_from_its_own_menu_size_by_size(
    laptop: Window, at: At, printed: Callable[[Window], Path]
) -> None:
    """For real, into a file: sheets that lie came with those that stand, and on the paper of one of them."""
    begin_with(laptop, DE_NETE)
    at(laptop, "#b")
    call(laptop, "print.js", "preparePrint", "b")
    laptop.evaluate("() => { window.print(); }")
    sheets = list(pypdfium2.PdfDocument(printed(laptop)))
    assert len(sheets) == 2
    assert all(page.get_width() > page.get_height() for page in sheets)
    laptop.get_by_role("button", name="Print A4 staand").click()
    behind = list(pypdfium2.PdfDocument(printed(laptop)))
    assert all(page.get_height() > page.get_width() for page in behind)
    assert bare("Jeugdhuis De Loods") in said(behind)
