"""`kit places`: which municipality is meant, and what is said where that is not clear."""

import re
from collections.abc import Callable

import pytest

from kit.cli import app

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command: its exit status, what it printed, and what it complained of."""

    def _run(*places: str, language: str = "en") -> tuple[int, str, str]:
        status = app.run(["places", *places], {"KIT_LANG": language})
        return (status, *capsys.readouterr())

    return _run


def test_a_municipality_with_its_neighbours_the_longest_border_first(run: Run) -> None:
    assert run("herstappe") == (
        0,
        """\
Herstappe
  NIS code    73028
  province    Limburg
  region      Vlaanderen
  neighbours  1. Tongeren-Borgloon
              2. Crisnée
              3. Awans
""",
        "",
    )


def test_a_place_that_merged_says_so_in_dutch(run: Run) -> None:
    status, said, complaint = run("GOOIK", language="nl")
    assert status == 0
    assert said.startswith(
        "Pajottegem\n"
        "  gevonden via  Gooik, een vroegere gemeente die fuseerde\n"
        "  NIS-code      23106\n"
        "  provincie     Vlaams-Brabant\n"
        "  gewest        Vlaanderen\n"
        "  buren         1. "
    )
    assert complaint == (
        "let op: Gooik is na een fusie een deel van Pajottegem. Je bollenschema staat op naam van Pajottegem.\n"
    )


@pytest.mark.parametrize(
    ("query", "name", "by"),
    [
        ("Braine-le-Comte", "’s Gravenbrakel", "its French name Braine-le-Comte"),
        ("schellebelle", "Wichelen", "Schellebelle, a part of it"),
        ("12021", "Lier", "its NIS code 12021"),
        ("2500", "Lier", "its postal code 2500"),
    ],
)
def test_how_it_was_found_is_said(run: Run, query: str, name: str, by: str) -> None:
    status, said, _ = run(query)
    assert (status, said.splitlines()[0]) == (0, name)
    assert re.search(rf"^  found by +{re.escape(by)}$", said, re.MULTILINE)


def test_brussels_has_no_province(run: Run) -> None:
    assert re.search(r"^  province +none$", run("Brussel")[1], re.MULTILINE)


def test_the_municipality_itself_goes_first_and_the_others_are_told(run: Run) -> None:
    status, said, complaint = run("Aalst")
    assert (status, said.splitlines()[0]) == (0, "Aalst")
    assert complaint.startswith("note: There is also a Aalst in ")


def test_several_bearers_are_choices_and_nothing_is_shown(run: Run) -> None:
    status, said, complaint = run("Lier", "Nieuwerkerken-Waas", "Haren")
    assert (status, said) == (2, "")
    assert "error: ‘Haren’ lies in " in complaint
    assert "Brussel" in complaint


def test_a_typo_gets_the_three_nearest_and_all_are_said_at_once(run: Run) -> None:
    status, said, complaint = run("Gooikk", "Leir")
    assert (status, said) == (2, "")
    assert re.findall(r"no municipality ‘(\w+)’\. Do you mean (?:\S+), (?:\S+) or (?:\S+)\?", complaint) == [
        "Gooikk",
        "Leir",
    ]


def test_a_place_is_asked_for(run: Run) -> None:
    assert run(language="nl")[::2] == (2, "fout: PLAATS ontbreekt.\nMeer weten? Typ: kit places --help\n")


def test_what_was_typed_cannot_steer_the_terminal(run: Run) -> None:
    assert "\x1b" not in run("\x1b[2J")[2]
