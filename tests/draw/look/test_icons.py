import pytest

from kit.draw.geometry import Box
from kit.draw.look.icons import ICONS, RASTER, icon
from kit.draw.paths import bounds


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_lies_on_its_raster(name: str) -> None:
    shape = icon(name)
    raster = Box(0, 0, RASTER, RASTER)
    assert raster.contains(bounds(shape.strokes))
    assert not shape.dots or raster.contains(bounds(shape.dots))


def test_an_unknown_icon_is_no_icon() -> None:
    with pytest.raises(KeyError):
        icon("unicorn")
