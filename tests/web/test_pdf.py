"""The PDF that the page makes itself: each sheet at its size, all that was typed as letters, as it is printed."""

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from tests.web.conftest import At, Saved
from tests.web.measured import off
from tests.web.modules import begin_with
from tests.web.test_paper import (
    A3L,
    A4L,
    A4P,
    DE_NETE,
    Print,
    bare,
    prints,
    said,
    seen,
    sizes,
    texts_of,
)

__all__ = ["prints"]

pytestmark = pytest.mark.engines("firefox", guards=True)

EMOJI = "Zingen 😀 مرحبا"


def chosen(window: Window, sheets: tuple[str, ...], paper: str = "A3", button: str = "Download als pdf") -> None:
    """Choose sheets and paper in the dialog, and press a button of it."""
    window.get_by_role("button", name="Kies bladen en print").click()
    dialog = window.get_by_role("dialog")
    expect(dialog).to_be_visible()
    for box in dialog.get_by_role("checkbox").all():
        box.set_checked(box.get_attribute("value") in sheets)
    dialog.get_by_label(paper).check()
    dialog.get_by_role("button", name=button, exact=True).click()


def test_all_sheets_come_as_one_pdf_each_at_its_size(laptop: Window, at: At, saved: Saved) -> None:
    begin_with(laptop, DE_NETE)
    at(laptop, "#k")
    file = saved(laptop, lambda: chosen(laptop, ("c1", "c2", "b", "p")))
    assert file.name.startswith("netwerk-lier-2")
    assert file.suffix == ".pdf"
    expect(laptop.locator("#message")).to_contain_text("De pdf staat bij je downloads.")
    pages = list(pypdfium2.PdfDocument(file))
    assert sizes(pages) == [A3L, A3L, A3L, A3L, A4P, A4P, A4P]
    found = said(pages)
    wanted = [text for part in ("canvas1", "canvas2", "kaarten") for text in texts_of(DE_NETE[part])]
    assert [
        text for text in wanted if not text.startswith(("k", "1")) and len(text) > 10 and bare(text) not in found
    ] == []
    told = pypdf.PdfReader(file, strict=True)
    assert told.metadata and told.metadata.title == "Muziekatelier De Nete"
    assert str(told.root_object["/Lang"]) == "nl-BE"
    # Drawn, and no picture of a drawing.
    assert not any(page.images for page in told.pages)
    expect(laptop.locator("#paper")).to_have_count(0)


@pytest.mark.engines()
@pytest.mark.parametrize("edition", ["colour", "grey"])
def test_it_looks_as_what_is_printed(prints: Print, laptop: Window, edition: str) -> None:
    """The same drawings and the same letters; where half a dot falls differs, so several are seen as one."""
    sheets = ["c1", "c2", "b", "p"]
    printed = prints(DE_NETE, sheets, "a3", edition)
    data = made(laptop, sheets, "a3", edition)
    for ours, theirs in zip(pypdfium2.PdfDocument(data), printed, strict=True):
        size = (round(ours.get_width() / 6), round(ours.get_height() / 6))
        few = [seen(page).resize(size, Image.Resampling.BOX) for page in (ours, theirs)]
        apart = ImageChops.difference(*few).histogram()
        most = max(shade for shade, count in enumerate(apart) if count)
        # The outline of a name that is not there is 77, a half-disc 200.
        assert most < 64, most


def made(window: Window, sheets: list[str], paper: str, edition: str = "colour") -> bytes:
    """The PDF of what is stored, in the same browser."""
    code = """async ([sheets, how]) => {
        const folder = new URL(".", document.querySelector("script[type=module]").src);
        const { asPdf } = await import(new URL("print.js", folder).href);
        return [...new Uint8Array(await (await asPdf(sheets, how)).arrayBuffer())];
    }"""
    how = {"paper": paper, "edition": edition, "title": "Proef", "language": "nl-BE"}
    return bytes(window.evaluate(code, [sheets, how]))


def test_sheets_that_lie_and_that_stand_are_in_it_at_their_real_size(laptop: Window, at: At) -> None:
    at(laptop)
    drawings = {"a3": {0: ("c1-a3", A3L), 1: ("b-a3", A3L)}, "a4": {0: ("c1-a4-1", A4P), 2: ("b-a4", A4L)}}
    for paper, wanted in drawings.items():
        pages = list(pypdfium2.PdfDocument(made(laptop, ["c1", "b"], paper)))
        for number, (drawing, size) in wanted.items():
            assert sizes([pages[number]]) == [size]
            assert off(pages[number], drawing) < 0.01


def test_letters_that_no_font_has_are_there_as_dots(laptop: Window, at: At) -> None:
    typed = {**DE_NETE, "canvas1": {**DE_NETE["canvas1"], "wie": EMOJI}}
    begin_with(laptop, typed)
    at(laptop)
    data = made(laptop, ["c1"], "a3")
    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    assert len(page.images) >= 1
    assert bare("Elke week zingen") in said(list(pypdfium2.PdfDocument(data)))


def test_where_sizes_do_not_mix_each_is_printed_by_itself_and_it_is_said(laptop: Window, at: At) -> None:
    tells = "told.push(document.querySelector('#message p')?.textContent)"
    stub = f"window.asked = 0; window.told = []; window.print = () => {{ {tells}; window.asked += 1; }}"
    laptop.add_init_script(f"{stub}; delete window.chrome; delete Navigator.prototype.userAgentData;")
    begin_with(laptop, DE_NETE)
    at(laptop, "#k")
    chosen(laptop, ("c1", "p"), button="Print")
    laptop.wait_for_function("() => window.asked === 1")
    assert [one.get_attribute("class") for one in laptop.locator(".paper-page").all()] == ["paper-page a3l"]
    message = laptop.locator("#message")
    expect(message).to_contain_text("Je browser print één papierformaat tegelijk. De andere bladen zijn A4 staand.")
    message.get_by_role("button", name="Print A4 staand").click()
    laptop.wait_for_function("() => window.asked === 2")
    assert laptop.evaluate("told") == [
        f"Kies in het venster van je printer: {form}, ware grootte (100\u00a0%)."
        for form in ("A3 liggend", "A4 staand")
    ]
    assert {one.get_attribute("class") for one in laptop.locator(".paper-page").all()} == {"paper-page a4p"}


def test_nothing_typed_is_a_pdf_of_blank_sheets(laptop: Window, at: At) -> None:
    at(laptop)
    assert sizes(list(pypdfium2.PdfDocument(made(laptop, ["c1", "b"], "a4")))) == [A4P, A4P, (297, 210)]


@pytest.mark.engines("firefox", alone=True, guards=True)
def test_firefox_prints_each_size_whole_with_all_that_was_typed(
    laptop: Window, at: At, printed: Callable[[Window], Path]
) -> None:
    """For real, into a file: A3 came out on A4, cards at half their size, and beside an emoji nothing."""
    typed = {**DE_NETE, "canvas1": {**DE_NETE["canvas1"], "sterktes": ["Zingen \U0001f600"]}}
    begin_with(laptop, typed)
    at(laptop, "#k")
    chosen(laptop, ("c1", "p"), button="Print")
    (canvas,) = pypdfium2.PdfDocument(printed(laptop))
    assert sizes([canvas]) == [A3L]
    assert bare("Elke week zingen en samenspelen") in said([canvas])
    laptop.get_by_role("button", name="Print A4 staand").click()
    cards = list(pypdfium2.PdfDocument(printed(laptop)))
    assert all(page.get_height() > page.get_width() for page in cards)
    assert bare("Jeugdhuis De Loods") in said(cards)
