import pytest
import qrcode
from hypothesis import given
from hypothesis import strategies as st
from qrcode.util import MODE_8BIT_BYTE, QRData

from benchmarks.masks import CAMERAS, Camera, is_read, photo, picture
from kit.draw import qr
from kit.draw.qr import MASK, MODULE_IN_TILE, MODULE_ON_SHEET, capacity, code
from kit.model.places.municipalities import load
from tests.conftest import CONTENT

URL = "https://toolkitoptil.be/netwerkuitbouwen.html"


def test_the_default_address_gives_version_4() -> None:
    assert code(f"{URL}#b/12021.3f2a").modules == 41


@pytest.mark.parametrize(("size", "smallest"), [(22, MODULE_ON_SHEET), (17, MODULE_IN_TILE)])
def test_a_sheet_and_a_card_hold_62_bytes(size: float, smallest: float) -> None:
    assert capacity(size, smallest) == 62
    assert code("https://" + "a" * 54).modules == 41
    assert code("https://" + "a" * 55).modules > 41


def test_bars_are_the_dark_modules() -> None:
    found = code(f"{URL}#c1.3f2a")
    dark = {(y, x) for y, start, count in found.bars() for x in range(start, start + count)}
    assert dark == {(y, x) for y, row in enumerate(found.rows) for x, module in enumerate(row) if module}


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60))
def test_every_address_gives_a_square_of_a_known_size(tail: str) -> None:
    found = code("https://" + tail)
    assert {len(row) for row in found.rows} == {len(found.rows)}
    assert (len(found.rows) - 17) % 4 == 0


def as_made(url: str) -> tuple[tuple[bool, ...], ...]:
    """The code of a URL as the library makes it."""
    maker = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0, mask_pattern=MASK)
    maker.add_data(QRData(url.encode(), mode=MODE_8BIT_BYTE))
    maker.make(fit=True)
    return tuple(map(tuple, maker.get_matrix()))


def test_of_all_municipalities_few_codes_are_made_and_all_are_those_of_the_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    urls = [f"{URL}#b/{one.nis}.3f2a" for one in load(CONTENT)]
    made: list[bytes] = []
    make = qr._made

    def counted(data: bytes) -> int:
        made.append(data)
        return make(data)

    monkeypatch.setattr(qr, "_made", counted)
    family = qr.Family()
    found = [family(url.encode()) for url in urls]
    assert len(urls) == 565
    assert len(made) <= 1 + 5 * 4
    assert [code(url).rows for url in urls] == [as_made(url) for url in urls]
    assert found == [int("".join("01"[module] for row in code(url).rows for module in row), 2) for url in urls]


@given(st.lists(st.binary(min_size=20, max_size=20), min_size=2, max_size=6))
def test_texts_of_one_length_have_the_codes_of_the_library(texts: list[bytes]) -> None:
    family = qr.Family()
    assert [family(text) for text in texts] == [qr._made(text) for text in texts]


@pytest.mark.parametrize("length", [1, 14, 15, 62, 63, 213, 214, 500])
def test_each_length_has_its_version(length: int) -> None:
    assert code("a" * length).rows == as_made("a" * length)


@pytest.mark.parametrize("camera", CAMERAS, ids=str)
def test_our_mask_is_read_from_a_photo_as_often_as_the_one_that_the_standard_chooses(camera: Camera) -> None:
    """The same ten photos of each; `benchmarks.masks` takes hundreds, of all masks."""
    urls = [f"{URL}#b/{nis}.3f2a" for nis in range(11001, 11011)]
    ours, chosen = (
        sum(is_read(url, photo(picture(url, mask), camera, i)) for i, url in enumerate(urls)) for mask in (MASK, None)
    )
    assert ours >= chosen - 1
    assert chosen >= 5


def test_the_mask_is_the_one_that_was_tried() -> None:
    assert code(f"{URL}#b/12021.3f2a").rows == as_made(f"{URL}#b/12021.3f2a")
