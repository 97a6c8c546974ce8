"""The municipalities as the page knows them: the same places, circles and borders as on the printed sheet."""

import gzip
import json
import math
from typing import Any

import pytest

from kit.draw.bubbles.layouts import LAYOUTS
from kit.draw.bubbles.plan import plan
from kit.model import shipped
from kit.model.places.findings import Found
from kit.model.places.lookup import Lookup, fold
from kit.model.places.municipalities import Municipalities, load
from kit.web import places


@pytest.fixture(scope="module")
def municipalities() -> Municipalities:
    return load(shipped.folder())


@pytest.fixture(scope="module")
def files(municipalities: Municipalities) -> dict[str, bytes]:
    return dict(places.files(municipalities))


@pytest.fixture(scope="module")
def known(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[places.PLACES])
    return found


def test_each_lies_where_the_printed_sheet_has_it(known: dict[str, Any], municipalities: Municipalities) -> None:
    assert len(known) == 565
    for of in municipalities:
        (sheet,) = plan(of, municipalities.neighbours(of), single=True).named.sheets
        told = known[of.nis]
        assert (told["n"], told["l"]) == (of.name, sheet.layout)
        assert told["b"] == [one.nis if one else None for one in sheet.slots]
        assert {*filter(None, told["b"]), *told.get("v", [])} == set(of.neighbours)


def test_who_has_more_than_eight_neighbours_has_the_longest_borders_on_the_map(known: dict[str, Any]) -> None:
    assert known["12014"]["v"] == ["12026", "13049"]
    assert None not in known["12014"]["b"]


def test_every_name_that_kit_places_knows_leads_to_the_same(
    known: dict[str, Any], municipalities: Municipalities
) -> None:
    lookup = Lookup(municipalities)
    for nis, told in known.items():
        for name, kind, *asked in told.get("m", []):
            assert kind in {"fr", "2019", "2025", "part"}
            found = lookup.find(name)
            assert asked == ([] if isinstance(found, Found) else [1])
            assert not isinstance(found, Found) or nis in {
                found.municipality.nis,
                *(one.nis for one in found.namesakes),
            }
    for of in municipalities:
        names = {fold(of.name), *(fold(name) for name, *_ in known[of.nis].get("m", []))}
        assert {fold(of.name_fr), *map(fold, of.former_names), *map(fold, of.submunicipalities)} <= names
        assert known[of.nis]["z"] == list(of.postal_codes)


def test_whom_kit_places_asks_for_has_its_province_beside_its_name(known: dict[str, Any]) -> None:
    asked = {told["n"]: told["p"] for told in known.values() if "p" in told}
    assert asked == {"Limburg": "Luik", "Saint-Nicolas": "Luik"}
    assert ["Saint-Nicolas", "fr", 1] in known["46021"]["m"]
    assert ["Heist", "part", 1] in known["31043"]["m"]


def test_where_the_directions_are_rough_the_printed_sheet_has_no_arrow_either(
    known: dict[str, Any], municipalities: Municipalities
) -> None:
    rough = {nis for nis, told in known.items() if told.get("r")}
    plans = {of.nis: plan(of, municipalities.neighbours(of), single=True) for of in municipalities}
    assert rough == {nis for nis, found in plans.items() if not found.named.sheets[0].is_map}
    assert 0 < len(rough) < len(known)


def test_a_merged_municipality_tells_since_when(known: dict[str, Any]) -> None:
    assert ["Borsbeek", "2025"] in known["11002"]["m"]
    assert ["Nevele", "2019"] in known["44083"]["m"]


def test_a_small_file_has_what_the_large_one_says(files: dict[str, bytes], known: dict[str, Any]) -> None:
    shards = {name: json.loads(data) for name, data in files.items() if name.startswith(f"{places.SHARDS}/")}
    assert len(shards) == 43
    for name, shard in shards.items():
        digits = name.rpartition("/")[2].removesuffix(".json")
        assert list(shard["places"]) == [nis for nis in known if nis.startswith(digits)]
        for nis, told in shard["places"].items():
            assert told == {key: value for key, value in known[nis].items() if key not in "zmp"}
            for other in (*told["b"], *told.get("v", [])):
                assert other is None or (shard["names"].get(other) or shard["places"][other]["n"]) == known[other]["n"]
        assert len(gzip.compress(files[name], 9)) < 1600


def test_the_layouts_are_those_on_paper(files: dict[str, bytes]) -> None:
    for name, bubbles in LAYOUTS.items():
        text = files[f"{places.LAYOUT_FOLDER}/{name}.js"].decode().removeprefix("export default ").removesuffix(";\n")
        one = json.loads(text)
        assert len(one["b"]) == len(one["spokes"]) == len(one["links"]) == len(bubbles.neighbours)
        circles = [(of.x, of.y, of.r) for of in bubbles.all]
        for circle, exact in zip([one["c"], *one["b"]], circles, strict=True):
            assert circle == pytest.approx(exact, abs=0.051)
        for (x, y, r), (x1, y1, x2, y2) in zip(one["b"], one["links"], strict=True):
            assert math.hypot(x1 - one["c"][0], y1 - one["c"][1]) == pytest.approx(one["c"][2], abs=0.15)
            assert math.hypot(x2 - x, y2 - y) == pytest.approx(r, abs=0.15)
