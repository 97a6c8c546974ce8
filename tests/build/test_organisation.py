"""A kit with an organisation's own name and colour: on each sheet, in each edition, and in nobody's way."""

import shutil
from dataclasses import replace
from functools import cache
from importlib import import_module
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image

from kit.bubbles.build import Made, Order, make
from kit.bubbles.selection import Selection
from kit.diagnostics import KitError
from kit.draw.geometry import Box
from kit.draw.look.inks import Inks
from kit.draw.look.theme import EDITIONS, TONES, Edition
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.records import Fill, Letters, Stroke
from kit.draw.text.fonts import MM_PER_POINT
from kit.draw.text.setting import DESCENT
from kit.model.catalogue import Catalogue, load, read
from kit.model.organisation import logo as logos
from kit.model.organisation.colour import Rgb
from kit.model.organisation.logo import HEIGHT, WIDTH
from kit.model.schema import Organisation
from kit.model.text.spans import Text
from kit.model.yaml.decode import bytes_of
from kit.press import render
from tests.conftest import CONTENT, SHEETS, draw, replaced, shipped
from tests.conftest import drawn as plain
from tests.small import change
from tests.test_invariants import UNPRINTABLE, ink, shapes, texts
from tests.variants import VARIANTS

PINK = Rgb.of("E2007A")
frame = import_module("kit.layouts.shared.frame")

NAME = "Cultuurcentrum De Kring, Şanlı en de bibliotheek van Sint-Pieters-Leeuw"
WITH_FOOTER = [sheet for sheet in SHEETS if sheet != "partnerkaart"]

every = pytest.mark.parametrize(("sheet", "edition"), [(sheet, edition) for sheet in SHEETS for edition in EDITIONS])


@cache
def own(name: str = NAME) -> Catalogue:
    """The shipped content with an organisation."""
    catalogue = shipped()
    organisation = Organisation(name=Text.of(name), logo=None, accent=PINK)
    return replace(catalogue, kit=replaced(catalogue.kit, organisation=organisation))


@cache
def drawn(sheet: str, edition: Edition) -> tuple[Page, ...]:
    return tuple(draw(own(), sheet, edition))


def colours(page: Page) -> set[str]:
    found = {letters.colour.hex for text in page.all_texts for letters in text.each if isinstance(letters, Letters)}
    for shape in page.all_shapes:
        if isinstance(shape, Fill):
            found.add(shape.colour.hex)
        elif isinstance(shape, Stroke):
            found.add(shape.style.colour.hex)
    return found


@every
def test_nothing_is_wrong_and_nothing_overlaps(sheet: str, edition: Edition) -> None:
    for page in drawn(sheet, edition):
        assert page.problems == []
        area = Box(0, 0, page.size.width, page.size.height).inset(UNPRINTABLE)
        straight = [text for text in texts(page) if not text.role.startswith("arc")]
        assert [text for text in straight if not area.contains(text.box, slack=0.01)] == []
        for one, other in combinations(straight, 2):
            assert not one.box.inset(0.05).overlaps(other.box.inset(0.05)), (one, other)


@pytest.mark.parametrize("sheet", WITH_FOOTER)
def test_the_name_stands_in_the_footer_after_the_kit(sheet: str) -> None:
    (footer,) = (text.text for text in texts(drawn(sheet, "colour")[0]) if text.role == "footer")
    assert footer.startswith(f"Bouw je netwerk uit  |  {NAME}  |  ")


@every
def test_the_colour_takes_the_place_of_the_bridge(sheet: str, edition: Edition) -> None:
    green = {TONES["bridge"].hex, TONES["bridge-tint"].hex}
    for page in drawn(sheet, edition):
        found = colours(page)
        if sheet == "inspiratielijst":
            # A cluster has the green of its own.
            continue
        assert found & green == set()
        assert (PINK.hex in found) == (edition != "grey" and bool(colours_of_bridge(sheet, edition) & green))


def colours_of_bridge(sheet: str, edition: Edition) -> set[str]:
    return {colour for page in draw(shipped(), sheet, edition) for colour in colours(page)}


def test_a_name_that_is_too_long_is_told_at_the_name() -> None:
    (problem,) = draw(own("Cultuurcentrum " * 16), "werkwijze")[0].problems
    assert problem.code == "text-too-wide"


# The logo

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg"><circle cx="10" cy="10" r="10" fill="#e2007a"/>'
    b'<path d="M30 0h60v20h-60z" fill="none" stroke="#2f6499" stroke-width="3"/></svg>'
)


def png() -> bytes:
    stream = BytesIO()
    picture = Image.new("RGB", (300, 60), (226, 0, 122))
    picture.paste((47, 100, 153), (150, 0, 300, 60))
    picture.save(stream, "PNG")
    return stream.getvalue()


LOGOS = {"logo.svg": SVG, "logo.png": png()}


def branded(folder: Path, name: str) -> Catalogue:
    """The shipped content with an organisation and its logo."""
    shutil.copytree(CONTENT / "nl", folder / "nl")
    with (folder / "nl" / "kit.yaml").open("a", encoding="utf-8") as kit:
        kit.write(f"\norganisation:\n  name: De Kring\n  logo: {name}\n")
    (folder / "nl" / name).write_bytes(LOGOS[name])
    return load(folder, "nl")


@pytest.fixture(scope="module", params=LOGOS)
def catalogue(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return branded(tmp_path_factory.mktemp("branded"), request.param)


def place(page: Page) -> Box:
    (found,) = (placed.box for placed in page.all_placed if placed.role == "logo")
    return found


@pytest.mark.parametrize("sheet", WITH_FOOTER)
def test_the_logo_stands_between_footer_and_version(catalogue: Catalogue, sheet: str) -> None:
    assert catalogue.warnings == ()
    (page,) = draw(catalogue, sheet)
    assert page.problems == []
    box = place(page)
    footer, version = (next(text.box for text in texts(page) if text.role == role) for role in ("footer", "version"))
    assert footer.right + 3 < box.x < box.right < version.x - 3
    assert Box(0, 0, page.size.width, page.size.height).inset(UNPRINTABLE).contains(box)
    assert 0.9 < box.height / HEIGHT <= 1


@pytest.mark.parametrize("sheet", [*SHEETS, *VARIANTS])
def test_the_place_of_a_logo_is_free(sheet: str) -> None:
    """On every page with a footer: of the widest logo there may be."""
    for page in plain(sheet):
        for version in (placed.box for placed in page.all_placed if placed.role == "version"):
            right = version.x - frame.LOGO_GAP
            baseline = version.bottom - DESCENT * page.style("version").size * MM_PER_POINT
            middle = frame.LOGO_Y - frame.FOOTER_Y + baseline
            free = Box(right - WIDTH, middle - HEIGHT / 2, WIDTH, HEIGHT)
            inside = [ink(shape) for shape in shapes(page)] + [
                text.box for text in texts(page) if text.role != "footer"
            ]
            assert [box for box in inside if box.overlaps(free)] == []


def test_a_footer_that_would_run_into_the_logo_is_told(tmp_path: Path) -> None:
    catalogue = branded(tmp_path, "logo.svg")
    long = Text.of("Draaiboek " * 8)
    sheet = replaced(catalogue.sheets["draaiboek"], footer=long)
    codes = []
    for logo in (None, catalogue.logo):
        pages = draw(replace(catalogue, sheets={"draaiboek": sheet}, logo=logo), "draaiboek")
        codes.append([problem.code for problem in pages[0].problems])
    assert codes == [[], ["text-too-wide"]]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_logo_is_painted_where_it_stands_in_its_own_colours(catalogue: Catalogue, edition: Edition) -> None:
    pages = draw(catalogue, "werkwijze", edition)
    pdf = pdf_bytes(pages, pages[0].fonts, Info("", "", "", "nl-BE"))
    (picture,) = render.pages(pdf, 600)
    box = place(pages[0])
    middle = box.y + box.height / 2
    found = picture.getpixel((round((box.x + box.height / 2) / 25.4 * 600), round(middle / 25.4 * 600)))
    grey = round(0.299 * 226 + 0.114 * 122)
    assert isinstance(found, tuple)
    assert found == pytest.approx((grey,) * 3 if edition == "grey" else (226, 0, 122), abs=1)


def test_the_same_logo_gives_the_same_bytes_and_is_in_a_file_once(catalogue: Catalogue) -> None:
    pages = draw(catalogue, "werkwijze")
    one, again, five = (
        pdf_bytes(painted, pages[0].fonts, Info("", "", "", "nl-BE")) for painted in (pages, pages, pages * 5)
    )
    assert one == again
    assert five.count(b"/Subtype /Image") == one.count(b"/Subtype /Image") == len(pages[0].pictures)


def test_at_a_print_shop_the_dots_are_inks(tmp_path: Path) -> None:
    pages = draw(branded(tmp_path, "logo.png"), "werkwijze")
    pdf = pdf_bytes(pages, pages[0].fonts, Info("", "", "", "nl-BE"), inks=Inks("cmyk"))
    assert b"/ColorSpace /DeviceCMYK" in pdf
    assert b"/DeviceRGB" not in pdf


def test_another_logo_makes_bubble_sheets_anew(tmp_path: Path) -> None:
    branded(tmp_path / "content", "logo.svg")

    def made() -> Made:
        return make(Order(Selection(places=("Lier",)), content=tmp_path / "content", out=tmp_path / "out"))

    assert (made().current, made().current) == (0, 1)
    change(tmp_path / "content" / "nl" / "logo.svg", "#e2007a", "#2f6499")
    assert made().current == 0
    pages = render.pages(made().files[0].read_bytes(), 60)
    assert next(pages).size


def test_a_logo_replaced_and_put_back_during_a_build_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands in the fingerprint are the bytes that were painted, not those before or after."""
    branded(tmp_path / "content", "logo.svg")
    file = tmp_path / "content" / "nl" / "logo.svg"
    other = SVG.replace(b"#e2007a", b"#00a000")

    def replaced_meanwhile(path: Path, limit: int) -> bytes:
        file.write_bytes(other)
        raw = bytes_of(path, limit)
        file.write_bytes(SVG)
        return raw

    def made() -> Made:
        return make(Order(Selection(places=("Lier",)), content=tmp_path / "content", out=tmp_path / "out"))

    with monkeypatch.context() as patched:
        patched.setattr(logos, "bytes_of", replaced_meanwhile)
        found = read(tmp_path / "content", "nl", afresh=True).catalogue
        assert found
        assert found.read[file] == other
        first = made()
    painted = first.files[0].read_bytes()
    assert made().current == 0
    assert first.files[0].read_bytes() != painted
    assert made().current == 1


def test_a_logo_in_a_folder_is_found_with_either_slash(tmp_path: Path) -> None:
    branded(tmp_path / "content", "logo.svg")
    nl = tmp_path / "content" / "nl"
    (nl / "beelden").mkdir()
    (nl / "logo.svg").rename(nl / "beelden" / "logo.svg")
    change(nl / "kit.yaml", "logo: logo.svg", "logo: 'beelden\\logo.svg'")
    make(Order(Selection(places=("Lier",)), content=tmp_path / "content", out=tmp_path / "out"))
    assert load(tmp_path / "content", "nl").read[nl / "beelden" / "logo.svg"] == SVG


def test_a_logo_that_is_not_there_is_told_at_its_place(tmp_path: Path) -> None:
    branded(tmp_path, "logo.svg")
    (tmp_path / "nl" / "logo.svg").unlink()
    with pytest.raises(KitError) as caught:
        load(tmp_path, "nl")
    (problem,) = caught.value.diagnostics
    assert problem.code == "logo-missing"
    assert problem.mark
    assert problem.mark.path == "organisation.logo"
