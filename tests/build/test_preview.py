"""Pictures of the sheets."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from kit.build.preview import Order, make
from kit.diagnostics import KitError, WrongUseError
from tests.conftest import ROOT, shipped
from tests.small import change, small_kit, tree


@pytest.fixture
def order(tmp_path: Path) -> Callable[..., Order]:
    content = small_kit(tmp_path / "content")
    return lambda *names, **asked: Order(names, content, tmp_path / "out", **{"dpi": 30, **asked})


def test_a_picture_a_page_and_one_of_the_whole_kit(order: Callable[..., Order], tmp_path: Path) -> None:
    made = make(order())
    names = ["canvas-1-1.png", "canvas-2-1.png", "kit.png"]
    assert [file.relative_to(tmp_path / "out").as_posix() for file in made.files] == [
        f"nl/previews/{name}" for name in names
    ]
    assert sorted(tree(tmp_path / "out")) == [f"nl/previews/{name}" for name in names]
    for file in made.files:
        Image.open(file).verify()


def test_paper_is_white_in_the_picture_of_the_kit(order: Callable[..., Order]) -> None:
    colours = Image.open(make(order()).files[-1]).convert("RGB").getcolors(1 << 24)
    assert max(colours or [])[1] == (255, 255, 255)


def test_pages_are_counted_and_only_what_is_asked_is_made(tmp_path: Path) -> None:
    made = make(Order(("partnerkaart",), None, tmp_path, dpi=30))
    assert [file.name for file in made.files] == ["partnerkaart-1.png", "partnerkaart-2.png"]
    first, second = (file.read_bytes() for file in made.files)
    assert first != second


def test_a_pack_is_its_sheets(order: Callable[..., Order]) -> None:
    assert [file.name for file in make(order("volledig")).files] == ["canvas-1-1.png", "canvas-2-1.png"]


@pytest.mark.parametrize(("dpi", "size"), [(30, (497, 351)), (150, (2481, 1754))])
def test_the_dots_are_those_of_the_paper(order: Callable[..., Order], dpi: int, size: tuple[int, int]) -> None:
    (file,) = make(order("canvas-1", dpi=dpi)).files
    assert Image.open(file).size == size
    assert Order().dpi == 150


def test_an_edition_has_a_folder_of_its_own(order: Callable[..., Order], tmp_path: Path) -> None:
    (grey,) = make(order("canvas-1", edition="grey")).files
    assert grey == tmp_path / "out" / "nl" / "grey" / "previews" / "canvas-1-1.png"
    reds, greens, blues = Image.open(grey).split()
    assert reds.tobytes() == greens.tobytes() == blues.tobytes()


def test_the_same_bytes_each_time(order: Callable[..., Order], tmp_path: Path) -> None:
    make(order())
    first = tree(tmp_path / "out")
    make(order())
    assert tree(tmp_path / "out") == first


def test_a_mistake_leaves_the_pictures_of_before(order: Callable[..., Order], tmp_path: Path) -> None:
    make(order())
    first = tree(tmp_path / "out")
    change(tmp_path / "content" / "nl" / "sheets" / "canvas-2.yaml", "layout: canvas_2", "layout: canvas_3")
    with pytest.raises(KitError):
        make(order())
    assert tree(tmp_path / "out") == first


def test_an_unknown_name_is_wrong_use(order: Callable[..., Order]) -> None:
    with pytest.raises(WrongUseError):
        make(order("canvas-9"))


def test_every_step_is_told(order: Callable[..., Order]) -> None:
    steps: list[tuple[int, int]] = []
    make(order(), lambda done, of: steps.append((done, of)))
    assert steps == [(i, 6) for i in range(1, 7)]


def test_the_picture_in_the_docs_is_one_of_the_kit_and_small() -> None:
    shown = Image.open(ROOT / "docs" / "kit.png")
    assert shown.width == 900
    assert len(shipped().sheets) == 7
    assert sum(len(data) for name, data in tree(ROOT / "docs").items() if name.endswith(".png")) < 300_000
