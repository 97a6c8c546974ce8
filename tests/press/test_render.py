"""Pages as pictures, and the ink on them."""

from io import BytesIO

import pytest
from PIL import Image

from kit.draw.look.editions import EDITIONS
from kit.draw.look.theme import Edition
from kit.press import render
from tests.conftest import SHEETS, painted
from tests.test_ink import grey_coverage

A4, A3 = (210, 297), (420, 297)


@pytest.mark.parametrize(("sheet", "paper", "count"), [("canvas-1", A3, 1), ("partnerkaart", A4, 2)])
def test_each_page_is_a_picture_of_its_size_on_paper(sheet: str, paper: tuple[int, int], count: int) -> None:
    pictures = list(render.pages(painted(sheet), 100))
    assert [picture.mode for picture in pictures] == ["RGB"] * count
    # A dot that the paper covers only in part is a dot of the picture.
    for picture in pictures:
        assert all(mm / 25.4 * 100 <= dots < mm / 25.4 * 100 + 1 for mm, dots in zip(paper, picture.size, strict=True))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("sheet", SHEETS)
def test_ink_is_measured_as_closely_as_on_a_large_picture(sheet: str, edition: Edition) -> None:
    assert render.coverage(painted(sheet, edition)) == pytest.approx(grey_coverage(sheet, edition), abs=0.1)


def test_ink_is_that_of_the_page_that_is_asked_for() -> None:
    front, back = (render.coverage(painted("partnerkaart"), page) for page in (0, 1))
    assert front == pytest.approx(4.5, abs=0.3)
    assert back == pytest.approx(4.3, abs=0.3)
    for lacking in (-1, 2):
        with pytest.raises(IndexError):
            render.coverage(painted("partnerkaart"), lacking)


def test_what_is_no_pdf_is_refused() -> None:
    for pdf in (b"", b"%PDF-1.7\n%%EOF\n"):
        with pytest.raises(ValueError, match="not a PDF"):
            render.coverage(pdf)
        with pytest.raises(ValueError, match="not a PDF"):
            list(render.pages(pdf, 100))


def test_a_png_is_the_picture_in_the_same_bytes_each_time() -> None:
    first, again = (render.png(next(render.pages(painted("werkwijze"), 60)), 60) for _ in range(2))
    assert first == again
    read = Image.open(BytesIO(first))
    assert read.tobytes() == next(render.pages(painted("werkwijze"), 60)).tobytes()
    assert read.info["dpi"] == pytest.approx((60, 60), abs=0.1)
