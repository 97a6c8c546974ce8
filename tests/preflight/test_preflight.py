"""All files that the kit makes, as a preflight of a print shop sees them; a sample is quick, all of them are slow."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from kit.bubbles import build as bubbles
from kit.bubbles.selection import Selection
from kit.build import build, poster, printer_test, shop
from kit.build.order import Order as Build
from kit.draw.look.editions import ALL_EDITIONS, Largest
from kit.draw.look.theme import EDITIONS, Edition
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.draw.text.fonts import Fonts
from kit.model.printing import CardPrint
from kit.workshop import order, pack
from kit.workshop.arrange import Asked
from kit.workshop.pages import PrintOptions
from tests import large
from tests.conftest import SHEETS, painted
from tests.preflight import checks
from tests.preflight.checks import Check, Read, read
from tests.variants import VARIANTS

A3, A4, A5, A6, CARD = (420, 297), (210, 297), (210, 148), (105, 148), (105, 148.5)

QUIET = 4
"""In modules, around every code."""

ALL_INK = 8.0
"""In mm from the edge of the paper; for a press 7.75 from the trim of A6, which is a quarter of a millimetre less."""

CLOSER = {"tegels": 5.0, "tegel": 5.0, "partnerkaart": 5.85, "kaarten": 5.85, "bubbles-a4": 5.0}
"""Tiles are as large as a printer prints; cut guides of cards begin at 6 (design, sections 10 and 16)."""

TILE = 5.0
"""In mm, at the sides of a tile."""

TEST = "printertest"
"""It is there to be measured, to the very edge and down to 6 pt."""

QUICK = (
    "canvas-1",
    "inspiratielijst",
    "partnerkaart",
    "tafelkaart",
    "print-en-snijlijst-drukkerij",
    "bollenschema-tegels",
)


def faults(name: str, pages: Iterable[Read], every: Iterable[Check]) -> list[str]:
    return [f"{name}, page {one.number}: {fault}" for one in pages for check in every for fault in check(one)]


def for_office(name: str) -> list[Check]:
    """What a file for an office printer has to pass."""
    found: list[Check] = [checks.boxes, checks.hairlines, checks.inks(3), checks.quiet(QUIET)]
    found += [checks.contrast(), checks.trimmed_to(A3, A4, CARD)]
    if TEST in name:
        return [checks.boxes, checks.hairlines, checks.inks(3)]
    least = next((room for part, room in CLOSER.items() if part in name), ALL_INK)
    return [*found, checks.sizes, checks.margins(least)]


def for_shop() -> list[Check]:
    """What a file for a press has to pass."""
    found: list[Check] = [checks.boxes, checks.sizes, checks.hairlines, checks.inks(4), checks.links]
    return [*found, checks.margins(7.75), checks.trimmed_to(A3, A4, A5, A6), checks.quiet(QUIET)]


def told(files: Iterable[Path]) -> list[str]:
    """What is wrong with finished files, by their names."""
    found: list[str] = []
    for file in files:
        if file.suffix == ".pdf":
            pages, name = read(file.read_bytes()), f"{file.parent.name}-{file.name}"
            found += faults(
                name, pages, for_shop() if name.startswith("shop-") or "drukkerij" in name else for_office(name)
            )
            found += [f"{name}: {fault}" for fault in checks.fonts(pages)]
    return found


def sheet_faults(name: str, edition: Edition) -> list[str]:
    pages = read(painted(name, edition))
    return [*faults(name, pages, for_office(name)), *checks.fonts(pages)]


@pytest.mark.parametrize("name", QUICK)
def test_a_sheet_passes(name: str) -> None:
    edition = EDITIONS[QUICK.index(name) % len(EDITIONS)]
    assert sheet_faults(name, edition) == []


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", [*SHEETS, *VARIANTS])
def test_every_sheet_passes(name: str, edition: Edition) -> None:
    assert sheet_faults(name, edition) == []


def large_faults(name: str) -> list[str]:
    pages = read(pdf_bytes(large.drawn(name), Fonts(), UNTOLD))
    every = [checks.boxes, checks.hairlines, checks.inks(3), checks.quiet(4), checks.contrast(), checks.sizes]
    least = next((room for part, room in CLOSER.items() if part in name), ALL_INK)
    return [*faults(name, pages, [*every, checks.margins(least), checks.trimmed_to(A3, A4)]), *checks.fonts(pages)]


@pytest.mark.parametrize("name", ["canvas-1", "partnerkaart", "bollenschema-Lier"])
def test_a_large_sheet_passes(name: str) -> None:
    assert large_faults(name) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", large.SHEETS)
def test_every_large_sheet_passes(name: str) -> None:
    assert large_faults(name) == []


def packed(out: Path, text: str, **options: object) -> tuple[Path, ...]:
    """The stack of a workshop with a list of participants, for a print shop too."""
    file = out / "lijst.csv"
    file.write_text(f"naam;organisatie;gemeente\n{text}", encoding="utf-8")
    asked = Asked(participants=str(file), place="Lier", date=datetime.date(2027, 3, 12))
    return pack.make(order.Order(asked, out=out, **options)).files  # type: ignore[arg-type]


TWO = "Samira;De Kring;Lier\nŞule Öz;De Loods;Gent\n"


@cache
def small_stack() -> tuple[Path, ...]:
    return packed(Path(mkdtemp()), TWO, shop=True)


def test_a_stack_passes() -> None:
    """A table, the large files and those for a print shop: pages of several sizes in one file."""
    wanted = ("alles", "drukkerij-a3", "drukkerij-a4", "drukkerij-kaarten", "drukkerij-tafelkaarten")
    files = [file for file in small_stack() if file.stem in wanted]
    assert len(files) == len(wanted)
    # In the file with everything lie the cards and the printer test too: what these are excused from is tried above.
    whole, *others = files
    pages = read(whole.read_bytes())
    assert [*faults("alles", pages, [checks.boxes, checks.hairlines, checks.inks(3)]), *checks.fonts(pages)] == []
    assert told(others) == []


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_stack_that_is_made_again_passes(tmp_path: Path, edition: Edition) -> None:
    packed(tmp_path, TWO, edition=edition)
    files = packed(tmp_path, f"{TWO}Nele;;Brussel\n", edition=edition, shop=True, each=True)
    assert any(file.stem.startswith("nieuw") for file in files)
    apart = [file for file in files if file.stem.startswith(("drukkerij", "alles-", TEST))]
    assert told(apart) == []
    for file in set(files) - set(apart):
        pages = read(file.read_bytes()) if file.suffix == ".pdf" else []
        assert [*faults(file.name, pages, [checks.boxes, checks.hairlines, checks.inks(3)]), *checks.fonts(pages)] == []


@pytest.mark.slow
@pytest.mark.parametrize("options", [PrintOptions("a4"), PrintOptions(cards=CardPrint("a3"))])
def test_a_stack_on_other_paper_passes(tmp_path: Path, options: PrintOptions) -> None:
    files = packed(tmp_path, TWO, options=options)
    plain: list[Check] = [checks.boxes, checks.hairlines, checks.inks(3)]
    for file in files:
        pages = read(file.read_bytes())
        # The greys of the printer test, which lies in the file with everything, are there to be told apart.
        contrast = [checks.contrast()] if file.stem.startswith("tafel") else []
        assert [*faults(file.name, pages, [*plain, *contrast]), *checks.fonts(pages)] == []


@pytest.mark.slow
@pytest.mark.parametrize("edition", ALL_EDITIONS)
def test_every_file_of_a_build_passes(tmp_path: Path, edition: Edition) -> None:
    whole = build.build(Build(out=tmp_path, edition=edition)).files
    packs = [file for file in whole if file.parent.name == "packs"]
    assert packs
    assert told(file for file in whole if file not in packs) == []
    for file in packs:
        assert list(checks.fonts(read(file.read_bytes()))) == []
        assert faults(file.name, read(file.read_bytes()), [checks.boxes, checks.hairlines, checks.inks(3)]) == []
    assert told(shop.make(shop.Order(out=tmp_path, edition=edition)).files) == []
    assert told(printer_test.make(printer_test.Order(out=tmp_path, edition=edition)).files) == []


@pytest.mark.slow
@pytest.mark.parametrize("edition", ALL_EDITIONS)
def test_every_file_of_a_build_on_a4_passes(tmp_path: Path, edition: Edition) -> None:
    whole = build.build(Build(out=tmp_path, edition=edition, paper="a4")).files
    for file in whole:
        pages = read(file.read_bytes())
        every = [checks.boxes, checks.hairlines, checks.inks(3), checks.quiet(QUIET), checks.contrast(), checks.sizes]
        assert [*faults(file.name, pages, [*every, checks.margins(TILE)]), *checks.fonts(pages)] == []


@pytest.mark.slow
@pytest.mark.parametrize("edition", ALL_EDITIONS)
def test_posters_pass(tmp_path: Path, edition: Edition) -> None:
    size = checks.trimmed_to((594, 841), (841, 594))
    every = [checks.boxes, checks.sizes, checks.hairlines, checks.quiet(QUIET), size]
    for at_shop, others in ((False, [checks.inks(3), checks.contrast()]), (True, [checks.inks(4), checks.links])):
        for file in poster.make(poster.Order(out=tmp_path, size="a1", edition=edition, shop=at_shop)).files:
            pages = read(file.read_bytes())
            assert [*faults(file.name, pages, [*every, *others]), *checks.fonts(pages)] == []


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a3", "a4"])
@pytest.mark.parametrize("edition", ALL_EDITIONS)
def test_bubble_sheets_and_their_book_pass(tmp_path: Path, edition: Edition, paper: Largest) -> None:
    asked = Selection(places=("Lier", "Brussel", "Ranst", "Essen"))
    book = tmp_path / "boek.pdf"
    every = [checks.boxes, checks.sizes, checks.hairlines, checks.inks(3), checks.contrast(), checks.quiet(QUIET)]
    least = checks.margins(ALL_INK if paper == "a3" else TILE)
    for file in bubbles.make(bubbles.Order(asked, book=book, out=tmp_path, paper=paper, edition=edition)).files:
        pages = read(file.read_bytes())
        assert [*faults(file.name, pages, [*every, least]), *checks.fonts(pages)] == []


@pytest.mark.parametrize("name", ["canvas-1", "tafelkaart"])
def test_codes_have_four_modules_around_them(name: str) -> None:
    assert faults(name, read(painted(name)), [checks.quiet(QUIET)]) == []


@pytest.mark.parametrize("name", ["bollenschema"])
def test_every_line_has_three_to_one(name: str) -> None:
    assert faults(name, read(painted(name)), [checks.contrast()]) == []
