import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.draw.qr import MODULE_ON_CARD, MODULE_ON_SHEET, capacity, code

URL = "https://toolkitoptil.be/netwerkuitbouwen.html"


def test_the_default_address_gives_version_4() -> None:
    assert code(f"{URL}#b/12021").modules == 41


@pytest.mark.parametrize(("size", "smallest"), [(22, MODULE_ON_SHEET), (17, MODULE_ON_CARD)])
def test_a_sheet_and_a_card_hold_62_bytes(size: float, smallest: float) -> None:
    assert capacity(size, smallest) == 62
    assert code("https://" + "a" * 54).modules == 41
    assert code("https://" + "a" * 55).modules > 41


def test_bars_are_the_dark_modules() -> None:
    found = code(f"{URL}#c1")
    dark = {(y, x) for y, start, count in found.bars() for x in range(start, start + count)}
    assert dark == {(y, x) for y, row in enumerate(found.rows) for x, module in enumerate(row) if module}


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60))
def test_every_address_gives_a_square_of_a_known_size(tail: str) -> None:
    found = code("https://" + tail)
    assert {len(row) for row in found.rows} == {len(found.rows)}
    assert (len(found.rows) - 17) % 4 == 0
