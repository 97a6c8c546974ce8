"""Places abroad: known by name, or by what stands behind the name."""

import pytest

from kit.model.places import abroad


@pytest.mark.parametrize(
    ("text", "name", "is_located"),
    [
        ("Breda (NL)", "Breda (NL)", True),
        ("breda (nl)", "Breda (NL)", True),
        ("Breda, Nederland", "Breda (NL)", True),
        ("Breda (FR)", "Breda (FR)", False),
        ("Rijsel (Frankrijk)", "Rijsel (FR)", True),
        ("Ulicoten  (NL)", "Ulicoten (NL)", False),
        ("Łódź (PL)", "Łódź (PL)", False),
        ("Ergens ver (buitenland)", "Ergens ver (buitenland)", False),
        ("4811 AB Breda", "Breda (NL)", True),
    ],
)
def test_who_says_that_a_place_lies_abroad_is_believed(text: str, name: str, is_located: bool) -> None:
    found = abroad.told(text)
    assert found
    assert (found.name, found.is_located) == (name, is_located)


@pytest.mark.parametrize("text", ["Breda", "(NL)", "Lier (België)", "Aalst (O-VL)", "a\x00b (NL)", ""])
def test_anything_else_is_not(text: str) -> None:
    assert abroad.told(text) is None


def test_towns_lie_where_europe_is() -> None:
    towns = [found for name in ("Breda", "Rijsel", "Aken", "Londen", "Madrid") if (found := abroad.town(name))]
    assert len(towns) == 5
    assert all(36 < town.lat < 60 and -10 < town.lon < 25 for town in towns)
    assert abroad.town("Lier") is None
