"""A kit with an organisation's own name and colour: on each sheet, in each edition, and in nobody's way."""

from functools import cache
from itertools import combinations

import pytest

from kit.draw.geometry import Box
from kit.draw.page import Page
from kit.draw.records import Fill, Letters, Stroke
from kit.draw.theme import EDITIONS, TONES, Edition
from kit.model.catalogue import Catalogue
from kit.model.colour import Rgb
from kit.model.schema import Organisation
from kit.model.text import Text
from tests.conftest import SHEETS, draw, shipped
from tests.test_invariants import UNPRINTABLE, texts

PINK = Rgb.of("E2007A")
NAME = "Cultuurcentrum De Kring, Şanlı en de bibliotheek van Sint-Pieters-Leeuw"
WITH_FOOTER = [sheet for sheet in SHEETS if sheet != "partnerkaart"]

every = pytest.mark.parametrize(("sheet", "edition"), [(sheet, edition) for sheet in SHEETS for edition in EDITIONS])


@cache
def own(name: str = NAME) -> Catalogue:
    """The shipped content with an organisation."""
    from dataclasses import replace

    catalogue = shipped()
    organisation = Organisation.model_construct(name=Text.of(name), logo=None, accent=PINK)
    return replace(catalogue, kit=catalogue.kit.model_copy(update={"organisation": organisation}))


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
