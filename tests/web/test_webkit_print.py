"""What WebKitGTK prints, for real, into files: each sheet whole, at its real size, and one size at a time.

It takes the paper from its own window, where somebody chooses it, and not from the page: so here too.
"""

import ctypes
import json
import subprocess
import sys

import pypdfium2
import pytest

from tests.conftest import ROOT
from tests.web.measured import ink, off
from tests.web.modules import STORE
from tests.web.test_paper import A3L, A4L, A4P, DE_NETE, bare, said, sizes
from tests.web.webkit import missing, screen
from tests.web.webkit_print import SECONDS, WEBKIT

pytestmark = pytest.mark.browsers

ASKED = """const { print } = await import(new URL("print.js", await ready()).href);
    await print(%s, { paper: "%s", edition: "colour" });"""
OWN_MENU = """const { preparePrint } = await import(new URL("print.js", await ready()).href);
    await preparePrint("overzicht");
    while (document.getElementById("paper")) await new Promise((done) => setTimeout(done, 50));
    window.print();"""
PRINTS = {
    "c1-a3": (ASKED % ('["c1"]', "a3"), "iso_a3", True),
    "b-a4": (ASKED % ('["b"]', "a4"), "iso_a4", True),
    "c1-a4-1": (ASKED % ('["c1"]', "a4"), "iso_a4", False),
    "cards": (ASKED % ('["p"]', "a4"), "iso_a4", False),
    "mixed": (ASKED % ('["c1", "p"]', "a3"), "iso_a3", True),
    "menu": (OWN_MENU, "iso_a4", False),
}
"""What is printed: a script, the paper that somebody chooses, and whether it lies."""


@pytest.fixture(scope="module")
def printed(address: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[pypdfium2.PdfPage]]:
    """All that is printed, in one window."""
    try:
        ctypes.CDLL(WEBKIT)
    except OSError:
        missing(WEBKIT, "libwebkit2gtk-4.1-0")
    folder = tmp_path_factory.mktemp("printed")
    wanted = [
        {"script": script, "paper": paper, "lies": lies, "into": str(folder / f"{name}.pdf")}
        for name, (script, paper, lies) in PRINTS.items()
    ]
    command = [sys.executable, "-m", "tests.web.webkit_print", address, STORE, json.dumps(DE_NETE), json.dumps(wanted)]
    with screen() as environment:
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=SECONDS)
    return {name: list(pypdfium2.PdfDocument(folder / f"{name}.pdf")) for name in PRINTS}


Printed = dict[str, list[pypdfium2.PdfPage]]


@pytest.mark.parametrize(("drawing", "size"), [("c1-a3", A3L), ("b-a4", A4L), ("c1-a4-1", A4P)])
def test_a_sheet_is_printed_whole_at_its_real_size_on_its_paper(
    printed: Printed, drawing: str, size: tuple[int, int]
) -> None:
    page, *_ = printed[drawing]
    assert set(sizes(printed[drawing])) == {size}
    assert off(page, drawing) < 0.01


def test_no_page_is_blank_and_what_was_typed_is_there(printed: Printed) -> None:
    assert {name: len(pages) for name, pages in printed.items() if name != "menu"} == {
        "c1-a3": 1,
        "b-a4": 2,
        "c1-a4-1": 2,
        "cards": 2,
        "mixed": 1,
    }
    assert bare("Elke week zingen en samenspelen") in said(printed["c1-a3"])
    assert bare("Jeugdhuis De Loods") in said(printed["cards"])


def test_cards_are_cut_where_they_end(printed: Printed) -> None:
    left, top, right, bottom = ink(printed["cards"][0])
    assert right - left == pytest.approx(198, abs=0.5)
    assert bottom - top == pytest.approx(285, abs=0.5)


def test_of_several_sizes_the_first_is_printed_also_from_its_own_menu(printed: Printed) -> None:
    assert sizes(printed["mixed"]) == [A3L]
    # Canvases and cards stand, bubbles lie: all were smaller where they came in one print.
    assert off(printed["menu"][0], "c1-a4-1") < 0.01
    assert "Verderweg" not in said(printed["menu"])
