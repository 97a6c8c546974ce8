"""Places as people write them, each with the right outcome: ``tests/real/places.csv``.

``which`` is the NIS code of who is found, those of whom is asked, the name of what is no municipality, or the name that
is suggested first.
"""

import csv
from pathlib import Path

import pytest

from kit.model.places.findings import Ambiguous, Found, Outside, Unknown
from kit.model.places.lookup import Lookup
from tests.named import belgium

FILE = Path(__file__).parents[2] / "real" / "places.csv"
LOOKUP = Lookup(belgium())


def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def outcome(written: str) -> tuple[str, str]:
    match LOOKUP.find(written):
        case Found(municipality):
            return "found", municipality.nis
        case Ambiguous(_, _, choices):
            return "asked", " ".join(sorted(one.nis for one in choices))
        case Outside(_, what, name, _, place):
            return what.name.lower(), place.name if place else name
        case Unknown(_, nearest):
            return "unknown", nearest[0] if nearest else ""


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["written"])
def test_a_place_is_understood_as_it_was_meant(row: dict[str, str]) -> None:
    kind, which = outcome(row["written"])
    assert kind == row["outcome"]
    assert which == (" ".join(sorted(row["which"].split())) if kind == "asked" else row["which"])


def test_there_are_two_hundred_of_every_kind() -> None:
    assert len({row["written"] for row in rows()}) >= 200
    kinds = "found asked province region area everywhere abroad online nothing unknown"
    assert {row["outcome"] for row in rows()} == set(kinds.split())
