"""Posters: a sheet, drawn as ever, on exactly the paper that is asked."""

import io
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader

from kit.build.poster import Order, make
from kit.diagnostics import WrongUseError
from kit.draw.look.editions import POSTERS, PosterSize
from tests.conftest import painted, shipped
from tests.preflight import checks
from tests.preflight.checks import read

POINT = 25.4 / 72
SIZES = {"a2": (420, 594), "a1": (594, 841), "a0": (841, 1189)}
LYING = ("canvas-1", "canvas-2", "bollenschema", "inspiratielijst")
UPRIGHT = ("partnerkaart", "werkwijze", "draaiboek")


@pytest.fixture(scope="module")
def posters(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    """All sheets on all papers."""
    folder = tmp_path_factory.mktemp("posters")
    files = [file for size in POSTERS for file in make(Order(("volledig",), None, folder, size=size)).files]
    return {tuple(file.stem.rsplit("-", 1)): file.read_bytes() for file in files}  # type: ignore[misc]


@pytest.mark.parametrize("size", POSTERS)
@pytest.mark.parametrize("sheet", [*LYING, *UPRIGHT])
def test_the_paper_is_exact_and_lies_as_the_sheet_does(
    posters: dict[tuple[str, str], bytes], sheet: str, size: PosterSize
) -> None:
    wanted = SIZES[size][::-1] if sheet in LYING else SIZES[size]
    for page in PdfReader(io.BytesIO(posters[sheet, size])).pages:
        found = (float(page.mediabox.width) * POINT, float(page.mediabox.height) * POINT)
        assert found == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize("sheet", [sheet for sheet in (*LYING, *UPRIGHT) if sheet != "partnerkaart"])
def test_it_is_the_sheet_and_nothing_but_larger(posters: dict[tuple[str, str], bytes], sheet: str) -> None:
    """Rendered at the same number of dots, the poster is the sheet but for the thousandth that the papers differ."""
    small = pypdfium2.PdfDocument(painted(sheet))[0].render(scale=1000 / 297 * POINT).to_pil().convert("L")
    large = pypdfium2.PdfDocument(posters[sheet, "a1"])[0].render(scale=1000 / 297 * POINT / 2).to_pil().convert("L")
    like = large.resize(small.size, Image.Resampling.LANCZOS)
    assert ImageStat.Stat(ImageChops.difference(small, like)).mean[0] < 6


def test_lines_and_letters_stay_vectors(posters: dict[tuple[str, str], bytes]) -> None:
    for data in posters.values():
        assert b"/Subtype /Image" not in data
    for sheet in LYING:
        assert len(posters[sheet, "a0"]) < len(painted(sheet)) + 500


def test_the_card_is_one_card_front_and_back(posters: dict[tuple[str, str], bytes]) -> None:
    front, back = PdfReader(io.BytesIO(posters["partnerkaart", "a2"])).pages
    assert front.extract_text().count("Partnerkaart") == 1
    assert "Kijk over de grens" in back.extract_text()
    assert front.trimbox == front.mediabox


def test_links_language_and_title_stay(posters: dict[tuple[str, str], bytes]) -> None:
    found = PdfReader(io.BytesIO(posters["canvas-1", "a1"]))
    assert found.trailer["/Root"]["/Lang"] == "nl-BE"  # type: ignore[index]
    assert found.metadata is not None
    assert found.metadata.title == f"{shipped().sheets['canvas-1'].bookmark} – {shipped().kit.title}"
    assert len(found.outline) == 1
    page = pypdfium2.PdfDocument(posters["canvas-1", "a1"])[0]
    scale = 100 / 72
    picture = page.render(scale=scale).to_pil()
    (code,) = zxingcpp.read_barcodes(picture)
    middle = ((code.position.top_left.x + code.position.bottom_right.x) / 2 / scale, 0)
    boxes = [[float(value) for value in note.get_object()["/Rect"]] for note in found.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert any(box[0] < middle[0] < box[2] and abs((box[0] + box[2]) / 2 - middle[0]) < 2 for box in boxes)


@pytest.mark.parametrize("sheet", [sheet for sheet in (*LYING, *UPRIGHT) if sheet != "partnerkaart"])
def test_the_footer_says_that_it_is_a_poster_and_on_which_paper(
    posters: dict[tuple[str, str], bytes], sheet: str
) -> None:
    said = PdfReader(io.BytesIO(posters[sheet, "a1"])).pages[0].extract_text()
    assert "affiche A1" in said
    assert not [words for words in ("A3 liggend", "A4 staand") if words in said.rpartition("Bouw je netwerk uit")[2]]


def test_a_shop_gets_its_inks_and_marks_around_the_poster(tmp_path: Path) -> None:
    (file,) = make(Order(("canvas-1",), None, tmp_path, size="a2", shop=True)).files
    assert file == tmp_path / "nl" / "shop" / "canvas-1-a2.pdf"
    (page,) = PdfReader(file).pages
    for box, margin in ((page.mediabox, 10), (page.bleedbox, 3), (page.trimbox, 0)):
        found = [float(value) * POINT for value in box]
        assert found == pytest.approx([10 - margin, 10 - margin, 604 + margin, 430 + margin], abs=0.01)
    assert "/Annots" not in page
    (one,) = read(file.read_bytes())
    for check in (checks.boxes, checks.inks(4), checks.margins(8), checks.hairlines, checks.trimmed_to((594, 420))):
        assert list(check(one)) == []
    thin = [mark for mark in one.marks if mark.kind == "line" and mark.width < 0.11]
    assert len(thin) == 8


def test_where_they_go(tmp_path: Path) -> None:
    made = make(Order(("canvas-1", "werkwijze"), None, tmp_path, "grey", size="a1"))
    folder = tmp_path / "nl" / "grey" / "posters"
    assert made.files == (folder / "canvas-1-a1.pdf", folder / "werkwijze-a1.pdf")
    assert sorted(folder.iterdir()) == sorted(made.files)


def test_an_unknown_sheet_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError):
        make(Order(("canvas-9",), None, tmp_path))
